"""Making and writing the files of a build, spread over processes that each write what they make.

A process that is forked off knows the whole site without a copy being made, so nothing is sent to it; it takes the
next jobs until there are none, and tells at the end what it made. Where forking is not possible one process does all.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from burgerbaan.build import Build
from burgerbaan.disk import Disk, Mark
from burgerbaan.jobs import Job
from burgerbaan.output import Page

FEW = 600
"""Below so many jobs a second process costs more than it brings."""

_AT_ONCE = 25
"""Jobs that a process takes at a time."""

_LOCK_SECONDS = 60
"""Who waits longer for its turn waits for a process that was killed while it had it."""

Tell = Callable[[int, int], None]
"""Hears now and then how many jobs are done, of how many."""


class WorkerLostError(Exception):
    """A process stopped halfway: killed, or out of memory."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a job made: its files, its pages as lists tell of them, and the files that a PDF is printed from."""

    stamp: str
    files: tuple[Mark, ...]
    pages: tuple[Page, ...] = ()
    paper: tuple[tuple[str, str], ...] = ()


Manifest = Mapping[str, Entry]
"""What a build made, by the name of the job."""


@dataclass(slots=True)
class Printed:
    """What was made or kept, by the number of its job, and how many files were kept."""

    entries: dict[int, Entry] = field(default_factory=dict)
    kept: int = 0

    def add(self, other: Printed) -> None:
        """Take over what another process did."""
        self.entries |= other.entries
        self.kept += other.kept


class Press:
    """One run over all jobs of a build; what a job made `before` from the same is kept."""

    def __init__(self, build: Build, disk: Disk, workers: int, before: Manifest) -> None:
        self._build = build
        self._disk = disk
        self._before = before
        self._jobs = build.jobs
        self._own = [number for number, job in enumerate(self._jobs) if job.is_shared]
        self._chunks = list(_chunks(self._jobs))
        self._count = workers if len(self._jobs) >= FEW and hasattr(os, "fork") else 1
        self._workers: list[tuple[Any, Connection]] = []
        self._next: Any = None

    def start(self) -> None:
        """Fork the others off; this process has its own work until `finish`."""
        context = multiprocessing.get_context("fork" if self._count > 1 else None)
        self._next = context.Value("i", 0)
        if self._count > 1:
            with _deaf():
                self._fork(context)

    def _fork(self, context: Any) -> None:
        for _ in range(self._count):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=self._work, args=(os.getpid(), ours, theirs), daemon=True)
            try:
                process.start()
            except OSError:  # no more processes allowed: those that are there do the work
                ours.close()
                return
            finally:
                theirs.close()
            self._workers.append((process, ours))

    def manifest(self, printed: Printed) -> Manifest:
        """What was made and kept, in the order of the jobs."""
        return {job.name: printed.entries[number] for number, job in enumerate(self._jobs)}

    def finish(self, tell: Tell) -> Printed:
        """Do what is left and gather what the others did. Raises what they raised, or WorkerLostError."""
        printed = Printed()
        try:
            self._do(self._own, printed)
            self._take(printed, tell)
            for process, connection in self._workers:
                while not connection.poll(0.2):
                    tell(self._done, len(self._jobs))
                printed.add(_received(connection))
                process.join()
        finally:
            self.stop()
        return printed

    def stop(self) -> None:
        """End every other process, whatever it is doing; nothing happens when they have ended."""
        for process, connection in self._workers:
            process.terminate()
            process.join()
            connection.close()
        self._workers = []

    @property
    def _done(self) -> int:
        taken = min(self._next.value, len(self._chunks))
        return len(self._own) + sum(len(chunk) for chunk in self._chunks[:taken])

    def _work(self, parent: int, ours: Connection, connection: Connection) -> None:
        for end in (ours, *(end for _, end in self._workers)):
            end.close()  # or a pipe would stay open, and sending would wait for ever, when the main process is gone
        printed = Printed()
        try:
            self._take(printed, lambda done, count: _end_without(parent))
        except Exception as error:  # whatever it is, the main process must raise it
            connection.send(error)
        else:
            connection.send(printed)
        finally:
            connection.close()
            os._exit(0)

    def _take(self, printed: Printed, tell: Tell) -> None:
        while (number := self._take_one()) < len(self._chunks):
            self._do(self._chunks[number], printed)
            tell(self._done, len(self._jobs))

    def _take_one(self) -> int:
        lock = self._next.get_lock()
        if not lock.acquire(timeout=_LOCK_SECONDS):
            raise WorkerLostError
        number: int = self._next.value
        self._next.value = number + 1
        lock.release()
        return number

    def _do(self, numbers: Iterable[int], printed: Printed) -> None:
        for number in numbers:
            job = self._jobs[number]
            before = self._before.get(job.name)
            if before and before.stamp == job.stamp and all(map(self._disk.keep, before.files)):
                printed.entries[number] = before
                printed.kept += len(before.files)
            else:
                printed.entries[number] = self._make(job)

    def _make(self, job: Job) -> Entry:
        made = [(self._disk.write(file), file, page) for file, page in self._build.printed(job)]
        return Entry(
            stamp=job.stamp,
            files=tuple(mark for mark, _, _ in made),
            pages=tuple(page for _, _, page in made if page),
            paper=tuple((file.path, file.pdf) for _, file, _ in made if file.pdf),
        )


def _chunks(jobs: Sequence[Job]) -> Iterator[tuple[int, ...]]:
    """Numbers of jobs that any process may take."""
    free = [number for number, job in enumerate(jobs) if not job.is_shared]
    return (tuple(free[start : start + _AT_ONCE]) for start in range(0, len(free), _AT_ONCE))


@contextmanager
def _deaf() -> Iterator[None]:
    """Put off Ctrl-C; a process forked off here never hears it: the main process does and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_without(parent: int) -> None:
    if os.getppid() != parent:
        os._exit(1)


def _received(connection: Connection) -> Printed:
    try:
        found = connection.recv()
    except (EOFError, OSError):
        raise WorkerLostError from None
    if isinstance(found, Exception):
        raise found
    assert isinstance(found, Printed)
    return found
