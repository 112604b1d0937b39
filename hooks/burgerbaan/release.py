"""A site that is made for the public: beside the old one, whose place it takes when all of it is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from burgerbaan.build import Build
from burgerbaan.closing import Closing, Published
from burgerbaan.disk import Disk, files_at, files_below
from burgerbaan.gone import gone_pages
from burgerbaan.ledger import Ledger
from burgerbaan.load import Loaded
from burgerbaan.memory import Memory
from burgerbaan.press import Press, Tell
from burgerbaan.shelf import Write
from burgerbaan.swap import Swap
from burgerbaan.turn import Turn


class Release:
    """The folder of a site over one build, in which several processes make its files; a mistake leaves the old site."""

    def __init__(self) -> None:
        self.memory = Memory()
        self._keeping: list[Write] = []
        self._turn: Turn | None = None
        self._swap: Swap | None = None
        self._press: Press | None = None
        self._disk: Disk
        self._ledger: Ledger

    def halt(self) -> None:
        """Stop what is still being made, and keep nothing of it."""
        if self._press is not None:
            self._press.stop()
        self._keeping = []

    def remember(self, loaded: Loaded) -> None:
        """Keep what was read."""
        self._keeping += self.memory.learn_records(loaded.kept)

    def stage(self, final: Path) -> Path:
        """Make room, and say where MkDocs may write.

        TakenError when somebody else is building there; OSError when the disk refuses.
        """
        swap = Swap(final)
        self._turn = Turn(swap.final)
        self._turn.take()
        self._disk = Disk(swap.fresh, swap.final)
        self._ledger = Ledger(self.memory.cache, swap.final)
        swap.clear()
        self._swap = swap
        return swap.fresh

    def start(self, build: Build, workers: int) -> None:
        """Begin with pieces and with pages of records, while MkDocs reads Markdown. Raises WorkerLostError."""
        watch = build.watch  # worked out here, for all processes that are forked off
        before = {} if build.has_pdf else self._ledger.read(watch)  # a PDF is made of a page that was just written
        self._keeping += self.memory.learn_pieces(build.make_pieces(workers))
        self._press = Press(build, self._disk, workers, before, self._keeping)
        self._press.start()

    def finish(self, build: Build, site_path: str, tell: Tell) -> Published:
        """Make what is left. OSError and WorkerLostError when it fails."""
        assert self._swap is not None
        assert self._press is not None
        folder = self._swap.fresh
        closing = Closing(build, self._press.finish(tell), self._disk.write)
        closing.add_lists(site_path)
        ours = frozenset(closing.paths)
        closing.add(files_at(folder, (path for path in files_below(folder) if path not in ours)))
        published = closing.published(folder)
        self._ledger.write(build.watch, closing.manifest)
        gone = gone_pages(self._swap.final, folder, closing.paths, build.site, build.is_hidden)
        return replace(published, gone=gone)

    def close(self, *, is_whole: bool) -> None:
        """Let a whole site take its place; else leave the old one. OSError when the folders cannot change places."""
        self.halt()
        try:
            if self._swap is not None:
                self._swap.finish(is_whole=is_whole)
        finally:
            if self._turn is not None:
                self._turn.give_back()
