"""What git remembers of files: asked of git itself where it is, and guessed from the paths where it is not."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from burgerbaan.forget.mentions import is_named_in
from burgerbaan.forget.plan import History

_PATIENCE = 60
_SETTINGS = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_OTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""Would lead git to another repository than that of the folder."""


def histories_of(
    folders: Mapping[Path, Sequence[Path]], photos: Mapping[Path, Path], still_used: Iterable[str]
) -> tuple[History, ...]:
    """What each repository remembers.

    `folders`: by a folder in a repository, the files of the person that may be known there; `photos`: by such a
    folder, where photos lie, of which also those count that an earlier text of the person names. `still_used` are
    names of photos that others have too.
    """
    used = {name.casefold() for name in still_used}
    tops: dict[Path, set[Path]] = {}
    albums: dict[Path, set[Path]] = {}
    for folder, places in folders.items():
        top = _top(folder)
        if top:
            tops.setdefault(top, set()).update(places)
            albums.setdefault(top, set()).add(photos[folder])
    return tuple(_history(top, sorted(places), sorted(albums[top]), used) for top, places in tops.items())


def _history(top: Path, places: Sequence[Path], albums: Sequence[Path], used: set[str]) -> History:
    mine = [path for place in places if (path := _from(top, place))]
    beside = [path for album in albums if (path := _from(top, album))] if mine else []
    known, told, photos = _known(top, mine), _told(top, mine), _known(top, beside)
    is_whole = known.is_whole and told is not None and photos.is_whole
    named = [
        path
        for path in photos.paths
        if is_named_in(Path(path).name, told or "") and Path(path).name.casefold() not in used
    ]
    guessed = () if known.is_whole else mine
    return History(str(top), tuple(sorted({*known.paths, *guessed, *named})), is_whole, tuple(mine))


def _told(top: Path, paths: Sequence[str]) -> str | None:
    """Every text that these paths ever had; None when git does not answer."""
    if not paths:
        return ""
    return _git(top, "log", "--all", "-p", "--no-ext-diff", "--no-textconv", "--format=", "--", *paths)


class _Known(NamedTuple):
    """Paths that git told of; not whole when it left a question without an answer."""

    paths: frozenset[str]
    is_whole: bool


def _known(top: Path, paths: Sequence[str]) -> _Known:
    """Paths below these that any commit ever held, or the next one will."""
    if not paths:
        return _Known(frozenset(), is_whole=True)
    logged = _git(top, "log", "--all", "--format=", "--name-only", "-z", "--no-renames", "--", *paths)
    staged = _git(top, "ls-files", "-z", "--", *paths)
    found = (path.strip("\n") for answer in (logged, staged) if answer for path in answer.split("\0"))
    return _Known(frozenset(path for path in found if path), logged is not None and staged is not None)


def _top(folder: Path) -> Path | None:
    real = Path(os.path.realpath(folder))
    return next((place for place in (real, *real.parents) if (place / ".git").exists()), None)


def _from(top: Path, place: Path) -> str:
    real = Path(os.path.realpath(place.parent)) / place.name
    return real.relative_to(top).as_posix() if real.is_relative_to(top) else ""


def _git(top: Path, *words: str) -> str | None:
    try:
        result = subprocess.run(
            ["git", "-C", str(top), "-c", "core.quotepath=off", *words],
            env={name: value for name, value in os.environ.items() if name not in _OTHER} | _SETTINGS,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return result.stdout.decode("utf-8", "replace") if result.returncode == 0 else None
