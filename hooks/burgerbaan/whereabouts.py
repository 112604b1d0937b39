"""Where profiles lie, in the project or in a folder that git need not remember for ever, and where a site may come."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from burgerbaan.cache import FOLDER
from burgerbaan.source.folders import Folders, is_of_a_system

VARIABLE = "BURGERBAAN_PROFILES"
_EXAMPLE = f"Geef een map met profielen, bijvoorbeeld: {VARIABLE}=../prive/profiles"


_SITE = "Kies een lege of nieuwe map, bijvoorbeeld: site. De site is niet gebouwd; alles staat er nog."
_OF_A_SITE = frozenset(("index.html", "404.html"))
"""A folder with one of these was built before, and may be built again."""


class WrongFoldersError(Exception):
    """Content that lies outside the project, profiles where they cannot be read or would be published, or a site that
    would take the place of something else."""


def read_folders(environment: Mapping[str, str], root: Path, content: str, site: str) -> Folders:
    """The folders of a project; `content` is where pages lie, and `site` where the built site ends up.

    `BURGERBAAN_PROFILES` is a path from the project, or a full one. Raises WrongFoldersError, with a sentence for the
    editor, when it is no folder, may not be opened, or lies where its files would be published or mixed with others.
    """
    for name, value in (("docs_dir", content), ("site_dir", site)):
        if "\0" in value:
            raise WrongFoldersError(f"{name}: '{value!r}' kan geen map zijn. Gebruik letters, cijfers en streepjes.")
    pages = Path(os.path.realpath(root / content))
    if not pages.is_relative_to(os.path.realpath(root)):
        raise WrongFoldersError(f"docs_dir: '{content}' ligt buiten het project. Zet de pagina's in de map content/.")
    folders = Folders(root, pages.relative_to(os.path.realpath(root)).as_posix())
    value = environment.get(VARIABLE, "").strip()
    return replace(folders, profiles=_profiles(value, folders, site)) if value else folders


def _profiles(value: str, folders: Folders, site: str) -> str:
    root = os.path.realpath(folders.root)
    place = os.path.realpath(os.path.join(root, value))
    wrong = _what_is_wrong(place, folders, os.path.join(root, site))
    if wrong:
        raise WrongFoldersError(f"{VARIABLE}: '{value}' {wrong}. {_EXAMPLE}")
    is_near = not os.path.isabs(value) or _is_in(place, root)
    return Path(_from(place, root) if is_near else place).as_posix()


def check_content_folder(folders: Folders) -> None:
    """Raise WrongFoldersError without a folder of pages: every file and link of a project would seem to be missing."""
    if not (folders.root / folders.content).is_dir():
        message = f"De map {folders.content}/ met pagina's is er niet. Zet haar terug, of pas 'docs_dir' aan in"
        raise WrongFoldersError(f"{message} mkdocs.yml. Voorbeeld: docs_dir: content")


def check_site_folder(folders: Folders, site: str) -> None:
    """Raise WrongFoldersError where a site would wipe what is no site: a build replaces all of its folder."""
    root = os.path.realpath(folders.root)
    place = os.path.realpath(os.path.join(root, site))
    shown = _from(place, root) if _is_in(place, root) else place
    for name in (folders.content, folders.vacancies, folders.profiles):
        other = os.path.realpath(os.path.join(root, name))
        if _is_in(place, other) or _is_in(other, place):
            raise WrongFoldersError(f"site_dir: '{shown}' hoort bij {name}/, waar je eigen bestanden staan. {_SITE}")
    if _holds_something_else(place):
        raise WrongFoldersError(f"site_dir: in '{shown}' staat al iets anders dan een site; dat zou weg zijn. {_SITE}")


def _holds_something_else(place: str) -> bool:
    try:
        names = {name for name in os.listdir(place) if not name.startswith(".") and not is_of_a_system(name)}
    except OSError:  # it is not there, or the build itself tells what is wrong
        return False
    return bool(names) and names.isdisjoint(_OF_A_SITE)


def built_folders(site: str | Path) -> tuple[Path, ...]:
    """Where a built site is, and where it is while it is made and changes places."""
    final = Path(os.path.realpath(site))
    return (final, *(final.with_name(f".{final.name}.{ending}") for ending in ("nieuw", "oud")))


def _what_is_wrong(place: str, folders: Folders, site: str) -> str:
    root = os.path.realpath(folders.root)
    if not os.path.exists(place):
        return "bestaat niet"
    if not os.path.isdir(place):
        return "is een bestand en geen map"
    if not os.access(place, os.R_OK | os.X_OK):
        return "is een map die je niet mag openen"
    if _is_in(root, place):
        return "is de map van het project zelf, of een map daaromheen"
    for other, name in _others(folders, site):
        if _is_in(place, other) or _is_in(other, place):
            return f"ligt in {name}; dan lopen profielen en andere bestanden door elkaar"
    return ""


def _others(folders: Folders, site: str) -> Iterator[tuple[str, str]]:
    root = os.path.realpath(folders.root)
    for name in (folders.content, folders.vacancies, FOLDER):
        yield os.path.realpath(os.path.join(root, name)), f"{name}/"
    for built in built_folders(site):
        yield str(built), "de map van de gebouwde site"


def _is_in(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip(os.sep) + os.sep)


def _from(place: str, root: str) -> str:
    try:
        return os.path.relpath(place, root)
    except ValueError:  # another disk of Windows: there is no way from one to the other
        return place
