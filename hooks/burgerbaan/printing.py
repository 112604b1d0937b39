"""Making the files of one job and writing them, unless an earlier build made them from the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from burgerbaan.build import Build
from burgerbaan.disk import Disk, WrittenFile
from burgerbaan.jobs import Job
from burgerbaan.problems import Problem
from burgerbaan.readback import pictured_in
from burgerbaan.search.pages import Listed


@dataclass(frozen=True, slots=True)
class Entry:
    """What a job made: its files, its pages as lists tell of them, and the files that a PDF is made of.

    `codes`: what the codes in its pictures hold; they were right then, and are for as long as the site publishes them.
    """

    stamp: str
    files: tuple[WrittenFile, ...]
    pages: tuple[Listed, ...] = ()
    paper: tuple[tuple[str, str], ...] = ()
    codes: frozenset[str] = frozenset()


Manifest = Mapping[str, Entry]
"""What a build made, by the name of the job."""


@dataclass(slots=True)
class Printed:
    """What was made or kept, by the name of its job, how many files were kept, and what may not be public."""

    entries: dict[str, Entry] = field(default_factory=dict)
    kept: int = 0
    leaks: list[Problem] = field(default_factory=list)

    def add(self, other: Printed) -> None:
        """Take over what another process did."""
        self.entries |= other.entries
        self.kept += other.kept
        self.leaks += other.leaks


Admit = Callable[[Iterable[str]], None]


def _nobody(paths: Iterable[str]) -> None:
    """Nobody waits for them."""


class Printer:
    """Does jobs of one build; what a job made `before` from the same is kept.

    `admit` hears which files of a job are on the disk, before they are looked at for what may not be public: a preview,
    which is nobody else's, shows them at once.
    """

    def __init__(self, build: Build, disk: Disk, before: Manifest, admit: Admit = _nobody) -> None:
        self._build = build
        self._disk = disk
        self._before = before
        self._admit = admit

    def print(self, job: Job, printed: Printed) -> Entry:
        """Do a job and add to what is `printed`. OSError when the disk refuses; what `admit` raises."""
        before, stamp = self._before.get(job.name), job.stamp()
        if before and stamp and self._is_right(before, stamp) and all(map(self._disk.keep, before.files)):
            self._admit(mark.path for mark in before.files)
            printed.kept += len(before.files)
            entry = before
        else:
            entry = self._make(job, stamp, printed)
        printed.entries[job.name] = entry
        return entry

    def _is_right(self, before: Entry, stamp: str) -> bool:
        """Whether the files of an earlier build would be made, and judged, the same now."""
        return before.stamp == stamp and self._build.readback.knows(before.codes)

    def _make(self, job: Job, stamp: str, printed: Printed) -> Entry:
        made = tuple(self._build.printed(job))
        marks = tuple(self._disk.write(file) for file, _ in made)
        self._admit(file.path for file, _ in made)
        leaks: list[Problem] = []
        codes: frozenset[str] = frozenset()
        for file, page in made:
            leaks += self._build.wrong_in(file.path, file.data, page.page.origin if page else "")
            codes |= pictured_in(file.data)
        printed.leaks += leaks
        return Entry(
            stamp="" if leaks else stamp,
            files=marks,
            pages=tuple(page for _, page in made if page),
            paper=tuple((file.path, file.pdf) for file, _ in made if file.pdf),
            codes=codes,
        )
