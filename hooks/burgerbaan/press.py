"""Making and writing the files of a build, spread over processes that each write what they make.

A process that is forked off knows the whole site without a copy being made, so nothing is sent to it; it takes the
next jobs until there are none, and tells at the end what it made. Where forking is not possible one process does all.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from burgerbaan.build import Build
from burgerbaan.disk import Disk
from burgerbaan.jobs import Job
from burgerbaan.output import Page

FEW = 600
"""Below so many jobs a second process costs more than it brings."""

_AT_ONCE = 25
"""Jobs that a process takes at a time."""

Tell = Callable[[int, int], None]
"""Hears now and then how many jobs are done, of how many."""


class WorkerLostError(Exception):
    """A process stopped halfway: killed, or out of memory."""


@dataclass(slots=True)
class Printed:
    """What was written: the pages, how many files, and what must become a PDF; each by the number of its job."""

    pages: dict[int, tuple[Page, ...]] = field(default_factory=dict)
    paths: dict[int, tuple[str, ...]] = field(default_factory=dict)
    paper: dict[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def add(self, other: Printed) -> None:
        """Take over what another process wrote."""
        self.pages |= other.pages
        self.paths |= other.paths
        self.paper |= other.paper


class Press:
    """One run over all jobs of a build."""

    def __init__(self, build: Build, folder: Path, workers: int) -> None:
        self._build = build
        self._disk = Disk(folder)
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
        for _ in range(self._count if self._count > 1 else 0):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=self._work, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._workers.append((process, ours))

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

    def _work(self, connection: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it and ends this one
        printed = Printed()
        try:
            self._take(printed, lambda done, count: None)
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
        with self._next.get_lock():
            number: int = self._next.value
            self._next.value = number + 1
        return number

    def _do(self, numbers: Iterable[int], printed: Printed) -> None:
        for number in numbers:
            pages, paths, paper = [], [], []
            for file, page in self._build.printed(self._jobs[number]):
                self._disk.write(file)
                paths.append(file.path)
                pages += [page] if page else []
                paper += [(file.path, file.pdf)] if file.pdf else []
            printed.pages[number], printed.paths[number] = tuple(pages), tuple(paths)
            if paper:
                printed.paper[number] = tuple(paper)


def _chunks(jobs: Sequence[Job]) -> Iterator[tuple[int, ...]]:
    """Numbers of jobs that any process may take; large ones first, one at a time."""
    large = [number for number, job in enumerate(jobs) if job.is_large and not job.is_shared]
    small = [number for number, job in enumerate(jobs) if not job.is_large and not job.is_shared]
    yield from ((number,) for number in large)
    yield from (tuple(small[start : start + _AT_ONCE]) for start in range(0, len(small), _AT_ONCE))


def _received(connection: Connection) -> Printed:
    try:
        found = connection.recv()
    except (EOFError, OSError):
        raise WorkerLostError from None
    if isinstance(found, Exception):
        raise found
    assert isinstance(found, Printed)
    return found
