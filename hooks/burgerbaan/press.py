"""Making and writing the files of a build, spread over processes that each write what they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from burgerbaan.build import Build
from burgerbaan.crew import Crew
from burgerbaan.disk import Disk
from burgerbaan.jobs import Job
from burgerbaan.printing import Manifest, Printed, Printer

FEW = 300
"""Below so many jobs a second process costs more than it brings."""

_AT_ONCE = 25
"""Jobs that a process takes at a time."""

Tell = Callable[[int, int], None]
"""Hears now and then how many jobs are done, of how many."""


class Press:
    """One run over all jobs of a build; what a job made `before` from the same is kept.

    `workers`: how many processes are at work while this one reads Markdown, until it calls `finish` and joins in; with
    one it does all itself. `asides`: what else is to be done by whoever has time.
    """

    def __init__(
        self, build: Build, disk: Disk, workers: int, before: Manifest, asides: Sequence[Callable[[], None]] = ()
    ) -> None:
        self._printer = Printer(build, disk, before)
        self._jobs = build.jobs
        self._own = [number for number, job in enumerate(self._jobs) if job.is_shared]
        self._chunks = list(_chunks(self._jobs))[::-1]  # the largest jobs stand last: whoever began one then, ends late
        self._others = workers if workers > 1 and len(self._jobs) >= FEW else 0
        self._sums = list(accumulate(map(len, self._chunks), initial=0))
        self._asides = asides
        self._crew: Crew[Printed] | None = None

    def start(self) -> None:
        """Set the others to work; this process, which is not one of the `workers`, has its own until `finish`."""
        self._crew = Crew(self._others, len(self._chunks) + len(self._asides), self._take)

    def finish(self, tell: Tell) -> Printed:
        """Do what is left and gather what the others did. Raises what they raised, or WorkerLostError."""
        assert self._crew is not None
        printed = Printed()
        try:
            self._do(self._own, printed)
            for other in self._crew.finish(lambda taken: tell(self._done(taken), len(self._jobs))):
                printed.add(other)
        finally:
            self.stop()
        return printed

    def stop(self) -> None:
        """End every other process, whatever it is doing; nothing happens when they have ended."""
        if self._crew is not None:
            self._crew.stop()

    def _done(self, taken: int) -> int:
        return len(self._own) + self._sums[min(taken, len(self._chunks))]

    def _take(self, numbers: Iterable[int]) -> Printed:
        printed = Printed()
        for number in numbers:
            if number < len(self._chunks):
                self._do(self._chunks[number], printed)
            else:
                self._asides[number - len(self._chunks)]()
        return printed

    def _do(self, numbers: Iterable[int], printed: Printed) -> None:
        for number in numbers:
            self._printer.print(self._jobs[number], printed)


def _chunks(jobs: Sequence[Job]) -> Iterator[tuple[int, ...]]:
    """Numbers of jobs that any process may take."""
    free = [number for number, job in enumerate(jobs) if not job.is_shared]
    return (tuple(free[start : start + _AT_ONCE]) for start in range(0, len(free), _AT_ONCE))
