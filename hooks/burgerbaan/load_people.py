"""Loading people: their profiles, and problems told without the name of somebody who is not on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from burgerbaan.harvest import Harvest, load_folder
from burgerbaan.model.people import Profile
from burgerbaan.problems import START, Kind, Problem, problem
from burgerbaan.site import Site
from burgerbaan.source.folders import PROFILES, Folders
from burgerbaan.source.text import load_text

_SAYS_NO = re.compile(r"^tonen *:(?! *true *(?:#.*)?$)", re.M)


def load_profiles(harvest: Harvest, paths: tuple[str, ...]) -> Mapping[str, Profile]:
    """Every right profile by the name of its file, whether it may be shown or not."""
    prefix = harvest.folders.profiles + "/"
    inside = [path for path in paths if path.startswith(prefix) and path.count("/") == prefix.count("/")]
    mine = [path for path in inside if path.endswith(".yml")]
    harvest.seen.update(mine)
    _report_unread(harvest)
    return load_folder(harvest, "profiles", Profile, mine)


def _report_unread(harvest: Harvest) -> None:
    """Profiles that lie in the project while others are read: somebody may think that they are on the site."""
    folders = harvest.folders
    if folders.profiles != PROFILES:
        count = sum(1 for _ in (folders.root / PROFILES).glob("*.yml"))
        if count:
            harvest.report(problem(PROFILES, START, Kind.PROFILES_UNREAD, count=count, where=f"{folders.profiles}/"))


def without_names(problems: Iterable[Problem], site: Site, folders: Folders) -> Iterator[Problem]:
    """The problems, with the file of a person who is not on the site told by its first letter only.

    A build's log may be public, and a file's name is often a person's.
    """
    shown = {item.path for item in site.profiles.values()}
    known: dict[str, bool] = {item.path: True for item in site.withheld.values()}
    for item in problems:
        path = item.path
        if path in shown or not path.startswith(f"{folders.profiles}/") or not path.endswith(".yml"):
            yield item
            continue
        if path not in known:
            text, _ = load_text(folders.root, path)
            known[path] = _SAYS_NO.search(text) is not None
        yield replace(item, path=_hidden(path)) if known[path] else item


def without_echoes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems less 'there is no consent' where a mistake in the consent has been told."""
    found = tuple(problems)
    overruled = {item.path for item in found if item.kind is Kind.OVERRULED}
    return tuple(item for item in found if item.kind is not Kind.CONSENT_MISSING or item.path not in overruled)


def _hidden(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name[0]}….yml"
