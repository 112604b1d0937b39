"""Which files there are: a sorted walk that refuses what could lead outside the project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem

PROFILES = "profiles"
"""The folder of profiles, unless somebody keeps them elsewhere."""


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


def files_in(root: Path, folder: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Paths from the root of all visible files below a folder, sorted; symlinks and clashing names as problems."""
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
                waiting.append(path)
            elif entry.is_file():
                found.append(path)
            else:
                problems.append(problem(path, START, Kind.FILE_UNREADABLE, reason="het is geen gewoon bestand"))
    found.sort()
    return tuple(found), (*problems, *_clashes(found))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((item for item in entries if not item.name.startswith(".")), key=lambda item: item.name)
    except (FileNotFoundError, NotADirectoryError):
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
