"""What was read and made before: by this process, which may build again and again, or by an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from burgerbaan.cache import Cache
from burgerbaan.fragments import Pieces
from burgerbaan.harvest import Kept
from burgerbaan.shelf import Shelf, Write

_RECORDS, _PIECES = "records", "pieces"


class Memory:
    """Records that were read and pieces that were made.

    Learning something gives what must be done to keep it for another process; who cannot use that leaves it.
    """

    def __init__(self) -> None:
        self.cache = Cache(None, "")
        self._records: Mapping[str, Kept] = {}
        self._pieces: Mapping[str, Pieces] = {}

    def records(self, cache: Cache) -> Mapping[str, Kept]:
        """Records that an earlier build read, as long as the program is the same. From now on `cache` keeps things."""
        self.cache = cache
        self._records = self._records or Shelf(cache, _RECORDS).read()
        return self._records

    def pieces(self) -> Mapping[str, Pieces]:
        """Pieces of files that an earlier build made."""
        self._pieces = self._pieces or Shelf(self.cache, _PIECES).read()
        return self._pieces

    def learn_records(self, now: Mapping[str, Kept]) -> Iterator[Write]:
        """Have these instead of those before."""
        before, self._records = self._records, now
        return Shelf(self.cache, _RECORDS).changes(before, now)

    def learn_pieces(self, now: Mapping[str, Pieces]) -> Iterator[Write]:
        """Have these instead of those before."""
        before, self._pieces = self._pieces, now
        return Shelf(self.cache, _PIECES).changes(before, now)

    def add_pieces(self, more: Mapping[str, Pieces]) -> None:
        """Have these too; what was not needed this time may be the next."""
        self._pieces = {**self._pieces, **more}
