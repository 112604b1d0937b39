"""Taking away what a plan names: nothing else, and never what a symlink leads to."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from burgerbaan.forget.plan import Removal

_STILL_FULL = (errno.ENOTEMPTY, errno.EEXIST)


def remove(removal: Removal) -> Iterator[tuple[Path, OSError]]:
    """Take it away, and give each file or folder that the disk keeps, with why."""
    place = removal.place
    if not place.is_dir() or place.is_symlink():
        yield from _attempt(place, is_folder=False)
        return
    for name in sorted(os.listdir(place)) if removal.keeps else ():
        if name not in removal.keeps:
            yield from remove(Removal(place / name, name, ""))
    if not removal.keeps:
        yield from _clear(place)


def _clear(folder: Path) -> Iterator[tuple[Path, OSError]]:
    refused: list[OSError] = []
    for current, inside, files in os.walk(folder, topdown=False, onerror=refused.append):
        for name in files:
            yield from _attempt(Path(current, name), is_folder=False)
        for name in inside:
            yield from _attempt(Path(current, name), is_folder=not Path(current, name).is_symlink())
    for error in refused:
        yield Path(str(error.filename or folder)), error
    yield from _attempt(folder, is_folder=True)


def _attempt(place: Path, *, is_folder: bool) -> Iterator[tuple[Path, OSError]]:
    try:
        if is_folder:
            place.rmdir()
        else:
            place.unlink(missing_ok=True)
    except OSError as error:
        if error.errno not in _STILL_FULL:  # what is in it has been told by itself
            yield place, error
