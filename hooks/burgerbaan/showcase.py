"""What stands in the folder of a preview, whichever builds it is of."""

from __future__ import annotations

from collections.abc import Iterable

from burgerbaan.printing import Manifest
from burgerbaan.traces.watch import Looked, Watch


class Showcase:
    """The files that a preview shows: all `paths`, those `ours` that jobs or lists made, and the jobs in `manifest`.

    After a build that was stopped halfway these are files of that build and of those before it, and so is what was
    looked for in them.
    """

    def __init__(self) -> None:
        self.paths: frozenset[str] = frozenset()
        self.ours: frozenset[str] = frozenset()
        self.manifest: Manifest = {}
        self._watch: Watch | None = None
        self._looked: Looked | None = None

    def open(self, watch: Watch) -> None:
        """The first build begins: there is no file yet at which another watch looked."""
        if not watch.covers(self._looked):
            self.manifest = {}
        self._watch, self._looked = watch, watch.looked

    def right_for(self, watch: Watch) -> Manifest:
        """What need not be looked at again, now that this watch looks: nothing when it looks for more than before."""
        self._watch = watch
        return self.manifest if watch.covers(self._looked) else {}

    def leave(self, manifest: Manifest, written: Iterable[str]) -> None:
        """A build was stopped: `manifest` is what stands there of jobs now, and these files it wrote."""
        self.paths = self.paths.union(written)
        self.ours = self.ours.union(mark.path for entry in manifest.values() for mark in entry.files)
        self.manifest = manifest
        self._looked = self._watch.or_looked(self._looked) if self._watch else None

    def complete(self, manifest: Manifest, paths: Iterable[str]) -> None:
        """A build is whole: there is nothing else."""
        self.paths = frozenset(paths)
        self.manifest = manifest
        self._looked = self._watch.looked if self._watch else None
