"""How a file looks without reading it: as long as it looks the same, it need not be read again."""

from __future__ import annotations

import os
from typing import NamedTuple

_TICK = 3_000_000_000
"""Nanoseconds in which some disks give two changes the same date (FAT: two seconds)."""


class Look(NamedTuple):
    """What the disk says of a file."""

    device: int
    number: int
    size: int
    modified: int
    changed: int


def look_at(place: str) -> Look | None:
    """How a file looks now; None when it cannot be seen."""
    try:
        found = os.lstat(place)
    except OSError:
        return None
    return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def settled_look(place: str, moment: int) -> Look | None:
    """The same, and None too when the file may change again without looking different: a clock ticks only so often.

    `moment`: nanoseconds since 1970, not after the file is read.
    """
    look = look_at(place)
    return look if look and max(look.modified, look.changed) < moment - _TICK else None
