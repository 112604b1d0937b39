"""A site that only its writer sees, made again at every change and shown while it is being made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from burgerbaan.backlog import Backlog
from burgerbaan.build import Build
from burgerbaan.closing import Closing, Published
from burgerbaan.disk import Disk, WrittenFile, files_at
from burgerbaan.gate import Gate
from burgerbaan.load import Loaded
from burgerbaan.memory import Memory
from burgerbaan.output import File
from burgerbaan.printing import Printer
from burgerbaan.shelf import Write
from burgerbaan.showcase import Showcase
from burgerbaan.swap import Swap


class Preview:
    """The folder of a site over all builds of a preview, that has no old site to lose.

    What changed goes straight to its place, and MkDocs empties the folder beside it, not the one that is shown. A
    thread makes its files, first what changed and what somebody asks for; who asks for one waits at the `gate` until
    that one is right.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self.gate = Gate()
        self._showcase = Showcase()
        self._backlog: Backlog | None = None
        self._digests: Mapping[str, str] = {}
        self._changed: tuple[str, ...] = ()
        self._keeping: list[Write] = []
        self._swap: Swap | None = None
        self._disk: Disk

    def halt(self) -> None:
        """Something changed: stop what is still being made, and let nobody see a file that is not right."""
        if self._backlog is not None:
            self._backlog.stop()
            if not self._backlog.is_done:
                self._showcase.leave(self._backlog.manifest, self._disk.written)
                self.memory.add_pieces(self._backlog.pieces)
            old, self._backlog = self._backlog, None  # before it is forgotten, for Ctrl-C may come halfway
            old.forget()
        self._keeping = []  # of what may be gone since, such as somebody who is no longer named
        self.gate.close()

    def remember(self, loaded: Loaded) -> None:
        """Keep what was read, and know what of it changed."""
        writes = self.memory.learn_records(loaded.kept)
        if not self._showcase.paths:  # after its first build its memory is enough, for it builds again and again
            self._keeping += writes
        self._changed = tuple(path for path, value in loaded.digests.items() if self._digests.get(path) != value)
        self._digests = loaded.digests

    def stage(self, final: Path) -> Path:
        """Make room, and say where MkDocs may write. OSError when the disk refuses."""
        swap = Swap(final)
        self._disk = Disk(swap.final, swap.final)
        swap.clear()
        self._swap = swap
        return swap.fresh

    def start(self, build: Build, workers: int) -> None:
        """Begin with pieces, as long as nothing is shown; the rest comes later. Raises WorkerLostError."""
        if self._showcase.paths:
            return
        self._showcase.open(build.watch)
        self._keeping += self.memory.learn_pieces(build.make_pieces(workers))

    def go_on(self, build: Build, theirs: Iterable[str], work: Callable[[], None]) -> None:
        """Show what MkDocs wrote of `theirs`, and let a thread do the `work` that ends with `finish`."""
        certain = theirs if self._showcase.ours else (path for path in theirs if not _may_be_ours(path))
        for file in self._written(certain):
            self.gate.admit([self._disk.write(file).path])
        changed = self._changed if self._showcase.paths else ()
        self._backlog = Backlog(build, self.gate, self._showcase.manifest, changed)
        self._backlog.start(work)

    def finish(self, build: Build, site_path: str, theirs: Iterable[str]) -> Published:
        """Make what is left. OSError when it fails; what `halt` stops ends with StoppedError."""
        assert self._swap is not None
        assert self._backlog is not None
        before = self._showcase.right_for(build.watch)
        printed = self._backlog.finish(Printer(build, self._disk, before, self._backlog.admit))
        closing = Closing(build, printed, self._write)
        closing.add_lists(site_path)
        self._showcase.ours = frozenset(closing.paths)
        closing.add(self._written(theirs))
        published = closing.published(self._swap.fresh)
        self._disk.remove(self._showcase.paths.difference(closing.paths))
        self._showcase.complete(closing.manifest, closing.paths)
        self.memory.add_pieces(build.pieces)
        self._backlog.is_done = True
        self.gate.open()
        return published

    def _write(self, file: File) -> WrittenFile:
        assert self._backlog is not None
        mark = self._disk.write(file)
        self._backlog.admit([file.path])
        return mark

    def _written(self, theirs: Iterable[str]) -> Iterator[File]:
        """What MkDocs wrote, less what is ours."""
        assert self._swap is not None
        ours = self._showcase.ours
        return files_at(self._swap.fresh, (path for path in theirs if path not in ours))

    def pause(self) -> None:
        """A build begins, which may well halt this: let it have the processor."""
        if self._backlog is not None:
            self._backlog.pause()

    def resume(self) -> None:
        """That build has ended: make what is left, of it or of the one before, or show what is there."""
        if self._backlog is not None:
            self._backlog.resume()
        else:
            self.gate.open()

    def put_away(self) -> None:
        """Keep what was read at first for the next time that a preview starts, until something changes."""
        while self._keeping and self._backlog is not None and not self._backlog.is_stopped:
            self._keeping.pop()()

    def wait(self) -> None:
        """Until all of it is there."""
        if self._backlog is not None:
            self._backlog.wait()

    def close(self, *, is_whole: bool) -> None:
        """Stop. What is shown stays as it is, whole or not. OSError when what MkDocs wrote cannot go."""
        self.halt()
        if self._swap is not None:
            self._swap.drop()


def _may_be_ours(path: str) -> bool:
    """Whether a file stands where lists of all others do, such as robots.txt: ours comes when all else is there."""
    return path.partition("/")[0] in {path, "data", ".well-known"}
