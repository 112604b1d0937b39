"""Writing files below one folder, and what to say when the disk refuses."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from burgerbaan.output import File

_REASONS = {
    errno.ENOSPC: "de schijf is vol. Maak ruimte",
    errno.EDQUOT: "je ruimte op deze schijf is op. Maak ruimte",
    errno.EFBIG: "dit bestand mag niet groter worden. Maak ruimte",
    errno.EACCES: "je mag hier niet bij. Kies een andere map of vraag toestemming",
    errno.EPERM: "je mag hier niet bij. Kies een andere map of vraag toestemming",
    errno.EROFS: "deze schijf kan alleen gelezen worden. Kies een andere map",
    errno.ENOTDIR: "er staat een bestand waar een map moet komen. Haal dat weg",
    errno.EEXIST: "er staat een bestand waar een map moet komen. Haal dat weg",
    errno.EISDIR: "er staat een map waar een bestand moet komen. Haal die weg",
    errno.EBUSY: "deze map is in gebruik. Kies een andere map",
    errno.ENOENT: "dit was er net nog en nu niet meer. Bouw nog een keer",
}

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""Write a file that is not there yet, byte for byte, on Windows too."""


def reason_of(error: OSError) -> str:
    """Why the disk refused and what to do about it, as the end of a sentence."""
    return f"{_REASONS.get(error.errno or 0, f'de schijf weigert ({error.strerror or error})')}."


class WrittenFile(NamedTuple):
    """A file as it was written: another size or time means that somebody else has been there since."""

    path: str
    size: int
    moment: int


class Disk:
    """Writes files below one folder.

    `old` is the folder of the previous site: a file that is the same there is not written again but linked, so it
    keeps its date. It may be the folder itself: then only what changes is written. `written`: the paths of all files
    that were to be written, by this process.
    """

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        self._folder = str(folder)
        self._old = str(old) if old else None
        self._known: set[str] = set()
        self.written: set[str] = set()

    def write(self, file: File) -> WrittenFile:
        """One file; OSError when the disk refuses, even halfway."""
        self.written.add(file.path)
        old = self._same(file)
        if old and self.keep(old):
            return old
        place = self._place(file.path)
        if self._old != self._folder:
            with suppress(FileExistsError):
                return _written(file, place)
        # Never into a file that is there: that may be one with the previous site's, or be read at this moment.
        fresh = f"{place}.nieuw"
        with suppress(FileNotFoundError):
            os.unlink(fresh)
        mark = _written(file, fresh)
        os.replace(fresh, place)
        return mark

    def keep(self, mark: WrittenFile) -> bool:
        """Let the new site have a file of the old one; False when it is not as it was written."""
        if self._old is None:
            return False
        if self._old == self._folder:  # a preview, whose folder is nobody else's
            return True
        try:
            if _mark(mark.path, os.lstat(f"{self._old}/{mark.path}")) != mark:
                return False
            _link(f"{self._old}/{mark.path}", self._place(mark.path))
        except OSError:
            return False
        return True

    def remove(self, paths: Iterable[str]) -> None:
        """Files that the site no longer has, and folders that this leaves empty."""
        for path in paths:
            place = Path(self._folder, path)
            place.unlink(missing_ok=True)
            for parent in place.parents:
                if str(parent) == self._folder or not _is_empty(parent):
                    break
                parent.rmdir()

    def _same(self, file: File) -> WrittenFile | None:
        if self._old is None:
            return None
        place = f"{self._old}/{file.path}"
        try:
            found = os.lstat(place)
            if not stat.S_ISREG(found.st_mode) or found.st_size != len(file.data):
                return None
            with open(place, "rb") as old:
                return _mark(file.path, found) if old.read() == file.data else None
        except OSError:
            return None

    def _place(self, path: str) -> str:
        place = f"{self._folder}/{path}"
        parent = place.rpartition("/")[0]
        if parent not in self._known:
            with suppress(FileExistsError):
                try:
                    os.mkdir(parent)  # mostly the folder above is there, and `makedirs` looks first
                except FileNotFoundError:
                    os.makedirs(parent, exist_ok=True)
            self._known.add(parent)
        return place


def _written(file: File, place: str) -> WrittenFile:
    """Write a file that is not there yet. FileExistsError when it is; OSError when the disk refuses, even halfway."""
    target = os.open(place, _NEW, 0o666)
    try:
        if os.write(target, file.data) != len(file.data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place)
        return _mark(file.path, os.fstat(target))
    finally:
        os.close(target)


def files_below(folder: Path | str, inside: str = "") -> Iterator[str]:
    """Every file in a folder and the folders in it, by its path from there, with forward slashes, after `inside`."""
    with os.scandir(folder) as found:
        entries = list(found)  # who asks may write while we look
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, f"{inside}{entry.name}/")
        else:
            yield f"{inside}{entry.name}"


def files_at(folder: Path, paths: Iterable[str]) -> Iterator[File]:
    """Those of these files that are there."""
    for path in paths:
        if (folder / path).is_file():
            yield File(path, (folder / path).read_bytes())


def _link(source: str, place: str) -> None:
    try:
        os.link(source, place)
    except FileExistsError:
        os.unlink(place)
        os.link(source, place)


def _mark(path: str, found: os.stat_result) -> WrittenFile:
    return WrittenFile(path, found.st_size, found.st_mtime_ns)


def _is_empty(folder: Path) -> bool:
    with os.scandir(folder) as entries:
        return next(entries, None) is None
