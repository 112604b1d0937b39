"""Putting a finished site in the place of the old one: all of it, or nothing."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of <fcntl.h> and <linux/fs.h>."""


class Swap:
    """Two hidden folders beside the final one, with names that nobody gives to files of their own: one that ends in
    `.nieuw` to write in, one that ends in `.oud` while the two change places."""

    def __init__(self, final: Path) -> None:
        # A symlink as site folder stays one: its target is what changes.
        self.final = Path(os.path.realpath(final))
        self.fresh = self.final.with_name(f".{self.final.name}.nieuw")
        self._old = self.final.with_name(f".{self.final.name}.oud")

    def clear(self) -> None:
        """Make room to write; OSError when the place cannot be written."""
        if self._old.is_dir() and not self.final.exists():  # a build was killed while they changed places
            self._old.rename(self.final)
        if self.final.exists() and not self.final.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.final))
        _remove(self._old)
        _remove(self.fresh)
        self.fresh.mkdir(parents=True)

    def drop(self) -> None:
        """Forget what was written."""
        _remove(self.fresh)

    def finish(self, *, is_whole: bool) -> None:
        """Let the new site take its place when it is whole; else leave the old one as it was.

        Hidden files in the old folder (such as `.git`) move along, as MkDocs itself leaves them. OSError when the
        folders cannot change places; the old site is then put back.
        """
        try:
            if is_whole:
                self._carry_hidden()
                self._change_places()
        finally:
            with suppress(OSError):  # what cannot go now is in the way of the next build, which says so
                _remove(self.fresh)

    def _change_places(self) -> None:
        if exchange(self.fresh, self.final):  # then there is no moment without a site
            return
        try:
            if self.final.exists():
                self.final.rename(self._old)
            self.fresh.rename(self.final)
        except BaseException:  # also Ctrl-C
            if self._old.exists() and not self.final.exists():
                self._old.rename(self.final)
            raise
        with suppress(OSError):
            _remove(self._old)

    def _carry_hidden(self) -> None:
        if not self.final.is_dir():
            return
        for item in self.final.iterdir():
            target = self.fresh / item.name
            if not item.name.startswith(".") or item.name == ".well-known":
                continue
            if item.is_dir() and not item.is_symlink():
                shutil.copytree(item, target, symlinks=True)
            else:
                shutil.copy2(item, target, follow_symlinks=False)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step, where the system can (renameat2 of Linux); False when it cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    return rename is not None and rename(_HERE, bytes(one), _HERE, bytes(other), _EXCHANGE) == 0


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
