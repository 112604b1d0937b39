"""What is left to make of a preview that can be seen already: first what changed and what somebody waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from burgerbaan.build import Build
from burgerbaan.fragments import Pieces
from burgerbaan.gate import Gate
from burgerbaan.jobs import Job
from burgerbaan.printing import Entry, Manifest, Printed, Printer


class StoppedError(Exception):
    """Something changed again: what is not made yet need not be made."""


class Backlog:
    """The jobs of a build, one after the other, by one thread. Each file passes the `gate` as soon as it is right.

    `manifest`: what is known to stand on the disk, by the name of its job; also after it was stopped.
    """

    def __init__(self, build: Build, gate: Gate, shown: Manifest, changed: Sequence[str]) -> None:
        self._build = build
        self._gate = gate
        self._changed = changed
        self.manifest: dict[str, Entry] = dict(shown)
        self.is_done = False
        self.is_stopped = False
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._thread: threading.Thread | None = None

    def start(self, work: Callable[[], None]) -> None:
        """Do `work`, which does the jobs and what comes after them, while this goes on."""

        def run() -> None:
            try:
                with suppress(StoppedError):
                    work()
            finally:
                if not self.is_stopped:
                    self._gate.open()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        self._thread = thread

    def stop(self) -> None:
        """Stop, halfway a job too, and wait for that."""
        self.is_stopped = True
        self.resume()
        self.wait()

    def pause(self) -> None:
        """Wait, halfway a job too: somebody else needs the processor, and perhaps this will not be needed."""
        self._may_go_on.clear()

    def resume(self) -> None:
        """It goes on where it was."""
        self._may_go_on.set()

    def wait(self) -> None:
        """Until the work ends."""
        if self._thread is not None:
            self._thread.join()

    @property
    def pieces(self) -> Mapping[str, Pieces]:
        """What can be used again."""
        return self._build.pieces

    def forget(self) -> None:
        """Nothing more is made of it."""
        self._build.forget()

    def finish(self, printer: Printer) -> Printed:
        """Do all jobs. OSError when the disk refuses; StoppedError, also halfway a job."""
        self._build.ask_often(self._check)
        printed = Printed()
        for job in self._in_order():
            self.manifest.pop(job.name, None)  # of a job that went wrong halfway nothing is known
            self.manifest[job.name] = printer.print(job, printed)
        return printed

    def admit(self, paths: Iterable[str]) -> None:
        """These files are right. Raises StoppedError when there is no need to go on."""
        self._gate.admit(paths)
        self._check()

    def _check(self) -> None:
        self._may_go_on.wait()
        if self.is_stopped:
            raise StoppedError

    def _in_order(self) -> Iterator[Job]:
        places = {mark.path: name for name, entry in self.manifest.items() for mark in entry.files}
        first = self._build.jobs_of(self._changed)
        yield from first
        done = {job.name for job in first}
        left = {job.name: job for job in self._build.jobs if job.name not in done}
        for name in self.manifest.keys() - done - left.keys():  # others may write where these did
            del self.manifest[name]
        folders = {job.place: name for name, job in left.items() if job.place is not None}
        while left:
            for path in self._gate.take_asked():
                if job := left.pop(places.get(path) or _job_around(path, folders), None):
                    yield job
            if left:
                yield left.pop(next(iter(left)))


def _job_around(path: str, folders: Mapping[str, str]) -> str:
    """The job whose pages stand nearest above a file that nobody made yet, '' when there is none."""
    folder, slash, _ = path.rpartition("/")
    while folder and f"{folder}/" not in folders:
        folder = folder.rpartition("/")[0]
    return folders.get(f"{folder}{slash}", "") if folder or path == "index.html" else ""
