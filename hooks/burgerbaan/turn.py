"""One build at a time in one place: the kernel takes the turn back when the process that had it dies."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # not on Windows: there nothing keeps two builds apart
    flock = None  # type: ignore[assignment]


class TakenError(Exception):
    """Another process is building in this place."""


class Turn:
    """A file beside the site, there while somebody builds; one that a killed build left behind hinders nobody.

    Processes that are forked off have the turn too: as long as one of them may write, nobody else does.
    """

    def __init__(self, final: Path) -> None:
        self._place = final.with_name(f".{final.name}.bezig")
        self._file: int | None = None

    def take(self) -> None:
        """Have the place to ourselves. TakenError when somebody else has; OSError when it cannot be written."""
        if flock is None:
            return
        self._place.parent.mkdir(parents=True, exist_ok=True)
        while self._file is None:
            file = os.open(self._place, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except OSError as error:
                if isinstance(error, BlockingIOError):  # else the disk knows no locks
                    os.close(file)
                    raise TakenError from None
            if self._is_there(file):
                self._file = file
            else:  # who had it before gave it back just now
                os.close(file)

    def give_back(self) -> None:
        """Let others have it."""
        if self._file is not None:
            with suppress(OSError):  # a file that stays hinders nobody
                self._place.unlink()
            os.close(self._file)
            self._file = None

    def _is_there(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), os.stat(self._place))
        except FileNotFoundError:
            return False
