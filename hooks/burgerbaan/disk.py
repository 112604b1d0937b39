"""Writing files below one folder, and what to say when the disk refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from burgerbaan.output import File

_REASONS = {
    errno.ENOSPC: "de schijf is vol. Maak ruimte",
    errno.EDQUOT: "je ruimte op deze schijf is op. Maak ruimte",
    errno.EFBIG: "dit bestand mag niet groter worden. Maak ruimte",
    errno.EACCES: "hier mag je niet schrijven. Kies een andere map of vraag toestemming",
    errno.EPERM: "hier mag je niet schrijven. Kies een andere map of vraag toestemming",
    errno.EROFS: "deze schijf kan alleen gelezen worden. Kies een andere map",
    errno.ENOTDIR: "er staat een bestand waar een map moet komen. Haal dat weg",
    errno.ENOENT: "de map is er niet meer. Bouwt er nog iemand in deze map",
}


def reason_of(error: OSError) -> str:
    """Why the disk refused and what to do about it, as the end of a sentence."""
    return f"{_REASONS.get(error.errno or 0, f'de schijf weigert ({error.strerror})')}."


class Disk:
    """Writes files below one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._known: set[str] = set()

    def write(self, file: File) -> None:
        """One file; OSError when the disk refuses, even halfway."""
        place = f"{self._folder}/{file.path}"
        parent = place.rpartition("/")[0]
        if parent not in self._known:
            os.makedirs(parent, exist_ok=True)
            self._known.add(parent)
        with open(place, "wb", buffering=0) as target:
            if target.write(file.data) != len(file.data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place)
