"""What the last release in a place made, written down for the next."""

from __future__ import annotations

from pathlib import Path

from burgerbaan.cache import Cache
from burgerbaan.printing import Manifest
from burgerbaan.shelf import Shelf
from burgerbaan.stamps import digest
from burgerbaan.traces.watch import Watch


class Ledger:
    """The jobs of a site by name, and what was looked for in their files; `final` is the place of the site."""

    def __init__(self, cache: Cache, final: Path) -> None:
        name = f"site-{digest(str(final))}"
        self._cache = cache
        self._shelf = Shelf(cache, name)
        self._of_watch = f"{name}-watch"
        self._before: Manifest = {}

    def read(self, watch: Watch) -> Manifest:
        """What may be used again: nothing when this watch looks for something that no earlier one did."""
        if watch.covers(self._cache.get(self._of_watch)):
            self._before = self._shelf.read()
        return self._before

    def write(self, watch: Watch, manifest: Manifest) -> None:
        """Keep this in the place of what was read."""
        for write in self._shelf.changes(self._before, manifest):
            write()
        self._cache.put(self._of_watch, watch.looked)
