"""Which photos and pictures the site shows, and which lie there without a yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from burgerbaan.consents import portraits_of
from burgerbaan.photos import PhotoError, Shot, look_at
from burgerbaan.problems import START, Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif")


def hang(site: Site, folders: Folders, paths: Iterable[str]) -> tuple[Site, tuple[Problem, ...]]:
    """The site with every photo that it may show, and what is wrong with them.

    `paths`: all files of the project that were found; a photo that is not among them is not there.
    """
    folder = f"{folders.profiles}/fotos/"
    there = [path for path in paths if path.startswith(folder)]
    portraits, problems = _portraits(site, folders, frozenset(there))
    pictures, picture_problems = _pictures(site, folders)
    allowed = {folder + photo.file for photo in portraits_of(site).values()}
    hidden = tuple(path for path in there if path not in allowed)
    if hidden:
        unused = problem(folder.rstrip("/"), START, Kind.PHOTO_UNUSED, count=len(hidden))
        problems = (*problems, unused)
    shown = replace(site, portraits=portraits, pictures=pictures, hidden_photos=hidden)
    return shown, (*problems, *picture_problems)


def _portraits(site: Site, folders: Folders, there: frozenset[str]) -> tuple[Mapping[str, Shot], tuple[Problem, ...]]:
    places = Places(folders.root)
    found: dict[str, Shot] = {}
    problems: list[Problem] = []
    for slug, photo in portraits_of(site).items():
        path = f"{folders.profiles}/fotos/{photo.file}"
        try:
            if path not in there:
                raise PhotoError(Kind.PHOTO_MISSING, value=photo.file, where=f"{folders.profiles}/fotos/")
            found[slug] = look_at(path, _bytes(folders.root / path), photo.crop)
        except PhotoError as error:
            profile = site.profiles[slug].path
            problems.append(problem(profile, places.find(profile, ("foto", "bestand")), error.kind, **error.words))
    return MappingProxyType(found), tuple(problems)


def _pictures(site: Site, folders: Folders) -> tuple[Mapping[str, Shot], tuple[Problem, ...]]:
    found: dict[str, Shot] = {}
    problems: list[Problem] = []
    for name in _raster(site):
        path = f"{folders.content}/{name}"
        try:
            found[name] = look_at(path, _bytes(folders.root / path))
        except PhotoError as error:
            problems.append(problem(path, START, error.kind, **error.words))
    return MappingProxyType(found), tuple(problems)


def _raster(site: Site) -> Iterator[str]:
    return (name for name in sorted(site.media) if name.endswith(PICTURES))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise PhotoError(Kind.PHOTO_BROKEN, value=path.name) from None
