"""Which files there are: a sorted walk that refuses what could lead outside the project."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem

PROFILES = "profiles"
"""The folder of profiles, unless somebody keeps them elsewhere."""

_OF_SYSTEMS = ("thumbs.db", "ehthumbs.db", "desktop.ini")
"""What Windows puts into a folder by itself, and again when it was thrown away."""
_ENDINGS = (".yml", ".yaml", ".md")
_NAMED_AS_FILE = "het is een map met de naam van een bestand: geef haar een andere naam, of haal haar weg"
_FILE_FOR_FOLDER = "Hier moet een map staan. Haal het bestand weg en maak een map met deze naam: {}/"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where content lies, relative to the project root."""

    root: Path
    content: str = "content"
    vacancies: str = "vacancies"
    profiles: str = PROFILES
    """Where profiles lie; this one may lead out of the project, or be a full path."""

    @property
    def facts(self) -> str:
        """The folder of `gegevens`, whose files are never published."""
        return f"{self.content}/gegevens"

    def read(self, path: str) -> bytes:
        """What a file holds; OSError when the disk refuses."""
        return (self.root / path).read_bytes()


def is_of_a_system(name: str) -> bool:
    """Whether a file of this name is nobody's: a system made it beside what somebody opened."""
    return name.lower() in _OF_SYSTEMS


def files_in(root: Path, folder: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Paths from the root of all visible files below a folder, sorted; symlinks and clashing names as problems."""
    found: list[str] = []
    problems: list[Problem] = []
    waiting = [folder]
    try:
        wrong = _wrong_with(root, folder)
    except OSError as error:  # a folder around it is closed
        wrong = _unopened(folder, error)
    if wrong:
        return (), (wrong,)
    while waiting:
        current = waiting.pop()
        try:
            entries = _entries(root / current)
        except OSError as error:
            problems.append(_unopened(current, error))
            continue
        for entry in entries:
            path = f"{current}/{entry.name}"
            wrong = _wrong_with_entry(path, entry)
            if wrong:
                problems.append(wrong)
            else:
                (waiting if entry.is_dir() else found).append(path)
    found.sort()
    return tuple(found), (*problems, *_clashes(found))


def _wrong_with(root: Path, folder: str) -> Problem | None:
    """What stands where a folder belongs and is none; nothing at all may stand there."""
    place = root / folder
    if place.is_symlink():
        return problem(folder, START, Kind.SYMLINK)
    if place.exists() and not place.is_dir():
        return problem(folder, START, Kind.FILE_STRAY, advice=_FILE_FOR_FOLDER.format(folder))
    return None


def _wrong_with_entry(path: str, entry: os.DirEntry[str]) -> Problem | None:
    if entry.is_symlink():
        return problem(path, START, Kind.SYMLINK)
    if entry.is_dir():
        is_named_as_file = entry.name.endswith(_ENDINGS)
        return problem(path, START, Kind.FILE_UNREADABLE, reason=_NAMED_AS_FILE) if is_named_as_file else None
    return None if entry.is_file() else problem(path, START, Kind.FILE_UNREADABLE, reason="het is geen gewoon bestand")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted, or nothing when it is not there; OSError when it cannot be opened."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((item for item in entries if not _is_overlooked(item)), key=lambda item: item.name)
    except FileNotFoundError:
        return []
    if not os.access(folder, os.X_OK):  # its names may be read, and no more
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return found


def _is_overlooked(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith(".") or (is_of_a_system(entry.name) and entry.is_file(follow_symlinks=False))


def _unopened(folder: str, error: OSError) -> Problem:
    reason = "je mag deze map niet openen" if isinstance(error, PermissionError) else "de schijf weigert"
    return problem(folder, START, Kind.FILE_UNREADABLE, reason=reason)


def _clashes(paths: list[str]) -> list[Problem]:
    """Names that one disk keeps apart and another does not (Windows and macOS fold case)."""
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            problems.append(problem(path, START, Kind.NAMES_CLASH, value=path, other=other))
    return problems
