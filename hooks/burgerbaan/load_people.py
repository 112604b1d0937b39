"""Loading people: their profiles, and problems told without the name of somebody who is not on the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from burgerbaan.harvest import Harvest, load_folder
from burgerbaan.kinds import Kind
from burgerbaan.model.people import Profile
from burgerbaan.problems import START, Position, Problem, problem, without_values
from burgerbaan.site import Site
from burgerbaan.source.folders import PROFILES, Folders
from burgerbaan.source.text import load_text
from burgerbaan.unread import Unread, files_in, unread
from burgerbaan.wording import format_sentence

_SAYS_YES = re.compile(r"^tonen *: *true *(?:#.*)?$", re.M)
_ENDS = re.compile(r"^tonen_tot", re.M)


class People(NamedTuple):
    """Every right profile by the name of its file, whether it may be shown or not; who says no in one that is not
    right, by path; photos that one names of which it is not clear that they may be shown; and photos that wait until
    a profile that says no nowhere is right."""

    profiles: Mapping[str, Profile]
    unread: Mapping[str, Unread]
    doubtful_photos: frozenset[str]
    waiting_photos: frozenset[str]


def load_profiles(harvest: Harvest, paths: tuple[str, ...]) -> People:
    """All profiles; `paths` are all files of the project."""
    prefix = harvest.folders.profiles + "/"
    inside = [path for path in paths if path.startswith(prefix) and path.count("/") == prefix.count("/")]
    mine = [path for path in inside if path.endswith(".yml")]
    harvest.seen.update(mine)
    _report_elsewhere(harvest)
    profiles = load_folder(harvest, "profiles", Profile, mine)
    right = {item.path: item for item in profiles.values()}
    texts = {path: _text(harvest.folders, path) for path in _wrong(harvest, mine, right)}
    found = {path: unread(_slug(path), path, text) for path, text in texts.items() if path not in right}
    photos = [path.removeprefix(f"{prefix}fotos/") for path in paths if path.startswith(f"{prefix}fotos/")]
    unclear = (text for path, text in texts.items() if (not right[path].photo if path in right else found[path]))
    doubtful = (files_in(text, photos) for text in unclear)
    waiting = (files_in(text, photos) for path, text in texts.items() if path not in right and not found[path])
    return People(
        profiles,
        MappingProxyType({path: item for path, item in found.items() if item}),
        frozenset().union(*doubtful),
        frozenset().union(*waiting),
    )


def _wrong(harvest: Harvest, paths: Iterable[str], right: Collection[str]) -> tuple[str, ...]:
    """Profiles that are not right, or in which something counts as a no until it is."""
    overruled = {item.path for item in harvest.problems if item.kind is Kind.OVERRULED}
    return tuple(path for path in paths if path not in right or path in overruled)


def _slug(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def _report_elsewhere(harvest: Harvest) -> None:
    """Profiles that lie in the project while others are read: somebody may think that they are on the site."""
    folders = harvest.folders
    if folders.profiles != PROFILES:
        count = sum(1 for _ in (folders.root / PROFILES).glob("*.yml"))
        if count:
            harvest.report(problem(PROFILES, START, Kind.PROFILES_UNREAD, count=count, where=f"{folders.profiles}/"))


def problems_to_tell(problems: Iterable[Problem], site: Site, folders: Folders) -> Iterator[Problem]:
    """The problems as they may be told: without the name of somebody who may not want to be on the site.

    A build's log may be public, and a file's name is often a person's. A profile that cannot be read and says no
    somewhere stops no build: that would keep on the site what somebody wants to be gone.
    """
    found = tuple(problems)
    overruled = {item.path for item in found if item.kind is Kind.OVERRULED}
    shown = {item.path for item in site.profiles.values()}
    withheld = {item.path for item in site.withheld.values()}
    album = f"{folders.profiles}/fotos"
    for item in found:
        if item.kind is Kind.CONSENT_MISSING and item.path in overruled:
            continue  # what is wrong with it has been told
        if item.path in shown or item.path == album or not _is_of_somebody(item, folders):
            yield item
            continue
        is_no = item.path in site.unread or item.path in withheld
        told = _without_name(item) if is_no or not _is_open(_text(folders, item.path)) else item
        yield _overruled(told) if item.path in site.unread and not item.is_reminder else told


def _is_of_somebody(item: Problem, folders: Folders) -> bool:
    """Whether a problem is of a profile, among the others or where it was put by mistake."""
    belongs = dict(item.words)["where"] if item.kind is Kind.FILE_OF_ANOTHER_KIND else item.path
    return any(path.startswith(f"{folders.profiles}/") for path in (item.path, belongs))


def _overruled(item: Problem) -> Problem:
    return problem(item.path, Position(item.line, item.column), Kind.OVERRULED, text=format_sentence(item))


def _is_open(text: str) -> bool:
    """Whether somebody of whose profile something is wrong may be named: only who says yes, and without an end."""
    return _SAYS_YES.search(text) is not None and not _ENDS.search(text)


def _text(folders: Folders, path: str) -> str:
    """The text of a profile; '' for anything else, for then nobody said that it may be told."""
    return load_text(folders.root, path)[0] if path.endswith(".yml") else ""


def _without_name(item: Problem) -> Problem:
    folder, _, name = item.path.rpartition("/")
    stem = name.split(".", 1)[0].casefold()
    words = tuple((key, "…" if stem in word.casefold() else word) for key, word in without_values(item).words)
    if item.kind is Kind.OVERRULED:
        words = (("text", dict(words).get("unnamed", "")),)
    return replace(item, path=f"{folder}/{name[0]}….{name.rpartition('.')[2]}", words=words)
