"""Which files there are: a sorted walk that refuses what could lead outside the project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem

PROFILES = "profiles"
"""The folder of profiles, unless somebody keeps them elsewhere."""

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


def files_in(root: Path, folder: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Paths from the root of all visible files below a folder, sorted; symlinks and clashing names as problems."""
    wrong = _wrong_with(root, folder)
    if wrong:
        return (), (wrong,)
    found: list[str] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        for entry in _entries(root / current):
            path = f"{current}/{entry.name}"
            if entry.is_symlink():
                problems.append(problem(path, START, Kind.SYMLINK))
            elif entry.is_dir():
                if not os.access(entry.path, os.R_OK | os.X_OK):
                    problems.append(problem(path, START, Kind.FILE_UNREADABLE, reason="je mag deze map niet openen"))
                    continue
                if entry.name.endswith(_ENDINGS):
                    problems.append(problem(path, START, Kind.FILE_UNREADABLE, reason=_NAMED_AS_FILE))
                    continue
                waiting.append(path)
            elif entry.is_file():
                found.append(path)
            else:
                problems.append(problem(path, START, Kind.FILE_UNREADABLE, reason="het is geen gewoon bestand"))
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


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((item for item in entries if not item.name.startswith(".")), key=lambda item: item.name)
    except FileNotFoundError:
        return []


def _clashes(paths: list[str]) -> list[Problem]:
    """Names that one disk keeps apart and another does not (Windows and macOS fold case)."""
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            problems.append(problem(path, START, Kind.NAMES_CLASH, value=path, other=other))
    return problems
