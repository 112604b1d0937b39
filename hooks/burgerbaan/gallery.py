"""Which photos and pictures the site shows, and which lie there without a yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from burgerbaan.consents import is_logo_without_yes, portraits_of, refused_photos
from burgerbaan.kinds import Kind
from burgerbaan.photos import PhotoError, Shot, look_at
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.traces.likeness import Likeness, are_alike, likenesses

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
        unused = [path for path in hidden if path.removeprefix(folder) not in site.waiting_photos]
        told = problem(folder.rstrip("/"), START, Kind.PHOTO_UNUSED, count=len(unused))
        problems = (*problems, *([told] if unused else ()))
    portraits, hidden, copy_problems = _without_copies(site, folders, portraits, hidden)
    shown = replace(site, portraits=portraits, pictures=pictures, hidden_photos=hidden)
    return shown, (*problems, *picture_problems, *copy_problems)


def _without_copies(
    site: Site, folders: Folders, portraits: Mapping[str, Shot], hidden: tuple[str, ...]
) -> tuple[Mapping[str, Shot], tuple[str, ...], tuple[Problem, ...]]:
    """Portraits less those that show what somebody refused under another file name; and what is hidden after that.

    A copy that nobody refused, such as the original of a photo that was made smaller, is no secret.
    """
    names = refused_photos(site)
    refused = {path for path in hidden if path.rpartition("/")[2].casefold() in names}
    likes = {path: likenesses(_bytes_if_there(folders.root / path)) for path in hidden}
    of_refused = {item for path in hidden if path in refused for item in likes[path]}
    places = Places(folders.root)
    kept: dict[str, Shot] = {}
    shown_likes: list[Likeness] = []
    problems: list[Problem] = []
    for slug, shot in portraits.items():
        mine = likenesses(_bytes_if_there(folders.root / shot.path))
        if are_alike(mine, of_refused):
            path = site.profiles[slug].path
            problems.append(problem(path, places.find(path, ("foto", "bestand")), Kind.CONSENT_SHARED))
        else:
            kept[slug] = shot
            shown_likes.extend(mine)
    secret = tuple(path for path in hidden if path in refused or not are_alike(likes[path], shown_likes))
    return MappingProxyType(kept), secret, tuple(problems)


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
    return (name for name in sorted(site.media) if name.endswith(PICTURES) and not is_logo_without_yes(site, name))


def _bytes_if_there(path: Path) -> bytes:
    try:
        return _bytes(path)
    except PhotoError:
        return b""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise PhotoError(Kind.PHOTO_BROKEN, value=path.name) from None
