"""Work spread over processes: each takes the next part until there are none, and hands over what it made of them.

A process that is forked off knows all that this one knows without a copy being made, so nothing is sent to it. Where
forking is not possible, or not worth it, one process does all.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import re
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from multiprocessing.connection import Connection
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LOCK_SECONDS = 60
"""Who waits longer for its turn waits for a process that was killed while it had it."""

Tell = Callable[[int], None]
"""Hears now and then how many parts are taken."""


class WorkerLostError(Exception):
    """A process stopped halfway: killed, or out of memory."""


class WrongWorkersError(Exception):
    """BURGERBAAN_WORKERS holds something that is not a number of processes."""


class _Raised(NamedTuple):
    """What a process raised, and as text where: a traceback itself cannot be sent."""

    error: Exception
    place: str


def read_workers(environment: Mapping[str, str]) -> int:
    """How many processes share work: what the environment says, or one for each processor. Raises WrongWorkersError.

    This process is one of those in `share`; a `Press` has so many beside it, for it is busy with pages of its own.
    """
    text = environment.get("BURGERBAAN_WORKERS", "")
    if not text:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not re.fullmatch("[1-9][0-9]?", text):
        raise WrongWorkersError(
            f"BURGERBAAN_WORKERS={text}: dit is geen aantal van 1 tot 99. Schrijf bijvoorbeeld BURGERBAAN_WORKERS=2."
        )
    return int(text)


class Crew(Generic[R]):
    """This process and `others` more, for `count` parts.

    `work` is called once in every process: it asks for numbers of parts, from 0, and returns what it made of them.
    """

    def __init__(self, others: int, count: int, work: Callable[[Iterable[int]], R]) -> None:
        self._count = count
        self._work = work
        self._processes: list[tuple[Any, Connection]] = []
        self._alone = 0
        self._next: Any = None
        if others > 0 and hasattr(os, "fork"):
            context = multiprocessing.get_context("fork")
            try:
                self._next = context.Value("i", 0)
            except (ImportError, OSError):  # some phones and rented machines know no lock between processes
                return
            with _deaf():
                self._fork(context, others)

    def _fork(self, context: Any, others: int) -> None:
        for _ in range(others):
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=self._run, args=(os.getpid(), ours, theirs), daemon=True)
            try:
                process.start()
            except OSError:  # no more processes allowed: those that are there do the work
                ours.close()
                return
            finally:
                theirs.close()
            self._processes.append((process, ours))

    def finish(self, tell: Tell) -> list[R]:
        """What each process made, this one's first. Raises what they raised, or WorkerLostError."""
        try:
            made = [self._work(self._numbers(lambda: tell(self.taken)))]
            for process, connection in self._processes:
                while not connection.poll(0.2):
                    tell(self.taken)
                made.append(_received(connection))
                process.join()
        finally:
            self.stop()
        return made

    def stop(self) -> None:
        """End every other process, whatever it is doing; nothing happens when they have ended."""
        for process, connection in self._processes:
            process.terminate()
            process.join()
            connection.close()
        self._processes = []

    @property
    def taken(self) -> int:
        """How many parts are done or being done."""
        # Without the lock: who was killed while it had it would keep this one waiting for ever.
        return min(self._next.get_obj().value if self._next else self._alone, self._count)

    def _run(self, parent: int, ours: Connection, connection: Connection) -> None:
        for end in (ours, *(end for _, end in self._processes)):
            end.close()  # or a pipe would stay open, and sending would wait for ever, when the main process is gone
        try:
            connection.send_bytes(self._told(parent))
        finally:
            connection.close()
            os._exit(0)

    def _told(self, parent: int) -> bytes:
        """What this process made or raised, ready to be sent. Raises MemoryError when that does not fit."""
        try:
            made = self._work(self._numbers(lambda: _end_without(parent)))
        except Exception as error:  # whatever it is, the main process must raise it
            return _packed(error)
        try:
            return pickle.dumps(made)
        except MemoryError:
            raise
        except Exception as error:  # what Pickle raises has no name in common
            return _packed(error)

    def _numbers(self, between: Callable[[], None]) -> Iterator[int]:
        while (number := self._take()) < self._count:
            yield number
            between()

    def _take(self) -> int:
        if self._next is None:
            self._alone += 1
            return self._alone - 1
        lock = self._next.get_lock()
        if not lock.acquire(timeout=_LOCK_SECONDS):
            raise WorkerLostError
        number: int = self._next.value
        self._next.value = number + 1
        lock.release()
        return number


def share(items: Sequence[T], make: Callable[[T], R], workers: int, at_once: int) -> list[R]:
    """What `make` gives for each item, in their order, over so many processes, this one included.

    What it gives must survive pickling.
    Raises what `make` raises, or WorkerLostError.
    """

    def work(numbers: Iterable[int]) -> list[tuple[int, list[R]]]:
        return [(number, [make(item) for item in items[number * at_once :][:at_once]]) for number in numbers]

    crew = Crew(workers - 1, -(-len(items) // at_once), work)
    parts = sorted(chain.from_iterable(crew.finish(lambda taken: None)), key=lambda part: part[0])
    return [made for _, part in parts for made in part]


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


def _packed(error: Exception) -> bytes:
    """What is raised, ready to be sent; a RuntimeError that quotes it when it cannot be."""
    place = "".join(traceback.format_exception(error))
    try:
        packed = pickle.dumps(_Raised(error, place))
        pickle.loads(packed)  # some can be written but not made again
    except Exception:  # as above
        quoted = "".join(traceback.format_exception_only(error)).strip()
        return pickle.dumps(_Raised(RuntimeError(quoted), place))
    return packed


def _received(connection: Connection) -> Any:
    try:
        found = connection.recv()
    except (EOFError, OSError):
        raise WorkerLostError from None
    if isinstance(found, _Raised):
        found.error.add_note(f"In another process:\n{found.place}")  # shown with a traceback, and in no sentence
        raise found.error
    return found
