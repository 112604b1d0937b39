"""A tiny real project to change in tests: the minimal site, copied into a folder."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from burgerbaan.load import Loaded, load_site
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

MINIMAL = Path(__file__).parent / "sites" / "minimal"
DAY = date(2026, 11, 22)


def copy_minimal(folder: Path) -> Path:
    """The minimal site in a folder of its own."""
    for name in ("content", "vacancies", "profiles"):
        shutil.copytree(MINIMAL / name, folder / name)
    return folder


def load(folder: Path, today: date = DAY) -> Loaded:
    """What loading a project gives."""
    return load_site(Folders(folder), today)


def valid_site(folder: Path, today: date = DAY) -> Site:
    """The site of a project that has no mistake."""
    loaded = load(folder, today)
    assert loaded.site is not None
    return loaded.site


def change(path: Path, old: str, new: str) -> None:
    """Replace text that must be there, once."""
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, f"'{old}' does not stand in {path}"
    path.write_text(text.replace(old, new, 1), "utf-8")
