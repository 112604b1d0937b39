"""Where a site ends up, and what of the previous one is used again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from burgerbaan.backlog import Backlog
from burgerbaan.build import Build
from burgerbaan.cache import Cache
from burgerbaan.disk import Disk, files_below
from burgerbaan.fragments import Pieces
from burgerbaan.gate import Gate
from burgerbaan.harvest import Kept
from burgerbaan.load import Loaded
from burgerbaan.output import File
from burgerbaan.press import Press, Tell
from burgerbaan.printing import Manifest, Printed, Printer
from burgerbaan.problems import Problem
from burgerbaan.shelf import Shelf, Write
from burgerbaan.stamps import digest
from burgerbaan.swap import Swap
from burgerbaan.traces.watch import Looked, Watch
from burgerbaan.turn import Turn

_RECORDS, _PIECES, _WATCH = "records", "pieces", "watch"


@dataclass(frozen=True, slots=True)
class Published:
    """How many files there are and were there already, the files that a PDF must be printed from, and what leaks."""

    count: int
    kept: int
    paper: tuple[tuple[Path, Path], ...]
    leaks: tuple[Problem, ...]


class Publication:
    """The folder of a site, over one build or all builds of a preview.

    A build writes beside the old site and takes its place only when all of it is there. A preview has no old site to
    lose: what changed goes straight to its place, and MkDocs empties the folder beside it, not the one that is shown.
    A thread makes its files, first what changed and what somebody asks for; who asks for one waits at the `gate` until
    that one is right.
    """

    def __init__(self, *, is_preview: bool) -> None:
        self._is_preview = is_preview
        self.gate = Gate()
        self._backlog: Backlog | None = None
        self._digests: Mapping[str, str] = {}
        self._changed: tuple[str, ...] = ()
        self._cache = Cache(None, "")
        self._memory: Mapping[str, Kept] = {}
        self._manifest: Manifest = {}
        self._pieces: Mapping[str, Pieces] = {}
        self._keeping: list[Write] = []
        self._name = ""
        self._shown: set[str] = set()
        self._made: frozenset[str] = frozenset()
        self._turn: Turn | None = None
        self._swap: Swap | None = None
        self._press: Press | None = None
        self._disk: Disk
        self._watch: Watch | None = None
        self._looked: Looked | None = None

    def records(self, cache: Cache) -> Mapping[str, Kept]:
        """Records that an earlier build read, as long as the program is the same."""
        self._cache = cache
        self._memory = self._memory or Shelf(cache, _RECORDS).read()
        return self._memory

    def pieces(self) -> Mapping[str, Pieces]:
        """Pieces of files that an earlier build made."""
        self._pieces = self._pieces or Shelf(self._cache, _PIECES).read()
        return self._pieces

    def remember(self, loaded: Loaded) -> None:
        """Keep what was read."""
        self._keep(_RECORDS, self._memory, loaded.kept)
        self._memory = loaded.kept
        self._changed = tuple(path for path, value in loaded.digests.items() if self._digests.get(path) != value)
        self._digests = loaded.digests

    @property
    def _is_shown(self) -> bool:
        """Whether a preview shows some of a site already."""
        return self._is_preview and bool(self._shown)

    def halt(self) -> None:
        """Something changed: stop what is still being made, and let nobody see a file that is not right."""
        if self._backlog is not None:
            self._backlog.stop()
            if not self._backlog.is_done:
                self._manifest = self._backlog.manifest
                self._pieces = {**self._pieces, **self._backlog.pieces}
                self._shown |= self._disk.written
                self._made |= {mark.path for entry in self._manifest.values() for mark in entry.files}
                self._looked = self._watch.or_looked(self._looked) if self._watch else None
            self._backlog = None
        self._keeping = []  # of what may be gone since, such as somebody who is no longer named
        self.gate.close()

    # A preview keeps in its memory what it reads after its first build, for it builds again and again.
    def _keep(self, name: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        if not self._is_shown:
            self._keeping += Shelf(self._cache, name).changes(before, now)

    def stage(self, final: Path, *, is_whole: bool) -> Path:
        """Make room, and say where MkDocs may write. `is_whole`: use nothing again.

        TakenError when somebody else is building there; OSError when the disk refuses.
        """
        swap = Swap(final)
        if not self._is_preview:
            self._turn = Turn(swap.final)
            self._turn.take()
        self._disk = Disk(swap.final if self._is_preview else swap.fresh, swap.final)
        self._name = f"site-{digest(str(swap.final))}"
        if not self._is_preview:
            self._manifest = {} if is_whole else Shelf(self._cache, self._name).read()
            self._looked = self._cache.get(f"{self._name}-{_WATCH}")
        swap.clear()
        self._swap = swap
        return swap.fresh

    def start(self, build: Build, workers: int) -> None:
        """Begin with pieces and with pages of records, that a preview makes later. Raises WorkerLostError."""
        if self._is_shown:
            return
        if not build.watch.covers(self._looked):
            self._manifest = {}
        self._watch = build.watch
        pieces = build.make_pieces(workers)
        self._keep(_PIECES, self._pieces, pieces)
        self._pieces = pieces
        if self._is_preview:
            self._looked = build.watch.looked  # there is no file yet at which another looked
            return
        self._press = Press(build, self._disk, workers, self._manifest, self._keeping)
        self._press.start()

    def go_on(self, build: Build, theirs: Iterable[str], work: Callable[[], None]) -> None:
        """Show what MkDocs wrote of `theirs` in a preview, and let a thread do the `work` that ends with `finish`."""
        certain = theirs if self._made else (path for path in theirs if not _may_be_ours(path))
        for file in self._written(self._made, certain):
            self.gate.admit([self._disk.write(file).path])
        self._backlog = Backlog(build, self.gate, self._manifest, self._changed if self._is_shown else ())
        self._backlog.start(work)

    def finish(self, build: Build, site_path: str, theirs: Iterable[str], tell: Tell) -> Published:
        """Make what is left. `theirs`: the files that MkDocs wrote. OSError and WorkerLostError when it fails; what
        `halt` stops ends with StoppedError."""
        assert self._swap is not None
        printed = self._print(build, tell)
        manifest = {job.name: printed.entries[job.name] for job in build.jobs}
        entries = manifest.values()
        paths = [mark.path for entry in entries for mark in entry.files]
        closing = build.closing(site_path, [page for entry in entries for page in entry.pages], paths)
        leaks = [*printed.leaks, *self._publish(build, closing, paths)]
        self._made = frozenset(paths)
        leaks += self._publish(build, self._written(self._made, theirs), paths)
        leaks += build.readback.absent_from(paths)
        self._disk.remove(self._shown.difference(paths))
        self._settle(build, manifest, paths)
        staged = self._swap.fresh
        paper = tuple((staged / path, staged / pdf) for entry in entries for path, pdf in entry.paper)
        return Published(len(paths), printed.kept, paper, tuple(sorted(set(leaks))))

    def _publish(self, build: Build, files: Iterable[File], paths: list[str]) -> Iterator[Problem]:
        """What is wrong with these files, which are written and added to the `paths`."""
        for file in files:
            yield from build.wrong_in(file.path, file.data)
            paths.append(self._disk.write(file).path)
            if self._backlog is not None:
                self._backlog.admit([file.path])

    def _print(self, build: Build, tell: Tell) -> Printed:
        if self._backlog is not None:
            before = self._manifest if build.watch.covers(self._looked) else {}
            self._watch = build.watch
            return self._backlog.finish(Printer(build, self._disk, before, self._backlog.admit))
        assert self._press is not None
        return self._press.finish(tell)

    def _written(self, ours: frozenset[str], theirs: Iterable[str]) -> Iterator[File]:
        """What MkDocs wrote, less what is `ours`."""
        assert self._swap is not None
        staged = self._swap.fresh
        for path in theirs if self._is_preview else files_below(staged):
            if path not in ours and (staged / path).is_file():
                yield File(path, (staged / path).read_bytes())

    def leaks_on(self, build: Build, paper: Iterable[Path]) -> Iterator[Problem]:
        """What is wrong with PDFs; they are made when all else is there."""
        assert self._swap is not None
        for path in paper:
            yield from build.wrong_in(path.relative_to(self._swap.fresh).as_posix(), path.read_bytes())

    def _settle(self, build: Build, manifest: Manifest, paths: Iterable[str]) -> None:
        assert self._watch is not None
        self._looked = self._watch.looked
        if self._is_preview:
            self._manifest, self._shown = manifest, set(paths)
            self._pieces = {**self._pieces, **build.pieces}  # also what was not needed this time
            if self._backlog is not None:
                self._backlog.is_done = True
            self.gate.open()
        else:
            for write in Shelf(self._cache, self._name).changes(self._manifest, manifest):
                write()
            self._cache.put(f"{self._name}-{_WATCH}", self._looked)

    def put_away(self) -> None:
        """Keep what a preview read at first for the next time that it starts, until something changes."""
        while self._keeping and self._backlog is not None and not self._backlog.is_stopped:
            self._keeping.pop()()

    def wait(self) -> None:
        """Until a preview is whole."""
        if self._backlog is not None:
            self._backlog.wait()

    def close(self, *, is_whole: bool) -> None:
        """Let a whole site take its place; else leave the old one. OSError when the folders cannot change places."""
        if self._press is not None:
            self._press.stop()
        self.halt()
        try:
            if self._swap is not None and self._is_preview:
                self._swap.drop()
            elif self._swap is not None:
                self._swap.finish(is_whole=is_whole)
        finally:
            if self._turn is not None:
                self._turn.give_back()


def _may_be_ours(path: str) -> bool:
    """Whether a file stands where lists of all others do, such as robots.txt: ours comes when all else is there."""
    return path.partition("/")[0] in {path, "data", ".well-known"}
