"""The end of a build: when all jobs are done come the files that list all others, and what MkDocs wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.build import Build
from burgerbaan.disk import WrittenFile
from burgerbaan.gone import Gone
from burgerbaan.output import File
from burgerbaan.printing import Manifest, Printed
from burgerbaan.problems import Problem


@dataclass(frozen=True, slots=True)
class Published:
    """How many files there are and were there already, what leaks, which files in `folder` a PDF is made of, and which
    pages of the previous site there are no longer.
    """

    count: int
    kept: int
    leaks: tuple[Problem, ...]
    folder: Path
    paper: tuple[tuple[Path, Path], ...]
    gone: tuple[Gone, ...] = ()

    def leaks_on_paper(self, build: Build) -> Iterator[Problem]:
        """What is wrong with PDFs; they are made when all else is there."""
        for _, pdf in self.paper:
            yield from build.wrong_in(pdf.relative_to(self.folder).as_posix(), pdf.read_bytes())


class Closing:
    """The files of a build whose jobs are done, one by one, and what leaks in any of them.

    `write` puts a file in its place. `manifest`: what the jobs of this build made; `paths`: every file until now.
    """

    def __init__(self, build: Build, printed: Printed, write: Callable[[File], WrittenFile]) -> None:
        self._build = build
        self._write = write
        self._kept = printed.kept
        self._leaks = list(printed.leaks)
        self.manifest: Manifest = {job.name: printed.entries[job.name] for job in build.jobs}
        self.paths = [mark.path for entry in self.manifest.values() for mark in entry.files]

    def add_lists(self, site_path: str) -> None:
        """Files that tell of all others; `site_path` is where the site stands on its host. Raises what `write` does."""
        pages = [page for entry in self.manifest.values() for page in entry.pages]
        self.add(self._build.closing(site_path, pages, self.paths))

    def add(self, files: Iterable[File]) -> None:
        """These too. Raises what `write` does."""
        for file in files:
            self._leaks += self._build.wrong_in(file.path, file.data)
            self.paths.append(self._write(file).path)

    def published(self, folder: Path) -> Published:
        """All of it; `folder` is where it will be when a PDF is made."""
        leaks = {*self._leaks, *self._build.readback.absent_from(self.paths)}
        paper = ((folder / path, folder / pdf) for entry in self.manifest.values() for path, pdf in entry.paper)
        return Published(len(self.paths), self._kept, tuple(sorted(leaks)), folder, tuple(paper))
