"""What git remembers of files: asked of git itself where it is, and guessed from the paths where it is not."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

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
    known = _known(top, mine)
    if known is None:
        return History(str(top), tuple(mine))
    told = (
        _git(top, "log", "--all", "-p", "--no-ext-diff", "--no-textconv", "--format=", "--", *mine) or ""
        if mine
        else ""
    )
    photos = _known(top, [path for album in albums if (path := _from(top, album))]) or ()
    named = [path for path in photos if is_named_in(Path(path).name, told) and Path(path).name.casefold() not in used]
    return History(str(top), tuple(sorted({*known, *named})))


def _known(top: Path, paths: Sequence[str]) -> tuple[str, ...] | None:
    """Paths below these that any commit ever held, or the next one will; None when git does not answer."""
    if not paths:
        return ()
    logged = _git(top, "log", "--all", "--format=", "--name-only", "-z", "--no-renames", "--", *paths)
    staged = _git(top, "ls-files", "-z", "--", *paths)
    if logged is None or staged is None:
        return None
    return tuple(sorted({path.strip("\n") for path in re.split("\0", logged + "\0" + staged) if path.strip("\n")}))


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
