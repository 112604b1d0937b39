"""Loading people: their profiles, and problems told without the name of somebody who is not on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from burgerbaan.harvest import Harvest, load_folder
from burgerbaan.kinds import Kind
from burgerbaan.model.people import Profile
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.site import Site
from burgerbaan.source.folders import PROFILES, Folders
from burgerbaan.source.text import load_text
from burgerbaan.wording import format_sentence

_SAYS_YES = re.compile(r"^tonen *: *true *(?:#.*)?$", re.M)
_SAYS_NO = re.compile(
    r"""^[ ]*["']?(?:tonen|gegeven|volwassen)["']?\s*:(?![ ]*true[ ]*(?:#.*)?$)|ingetrokken""", re.M | re.I
)
_ENDS = re.compile(r"^tonen_tot", re.M)
_UNTOLD = {"value": "…", "other": "…", "suggestion": "…", "fix": "…", "advice": "Kijk in deze map."}
"""Words of a problem that may hold a name."""


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


def told(problems: Iterable[Problem], site: Site, folders: Folders) -> Iterator[Problem]:
    """The problems as they may be told: without the name of somebody who may not want to be on the site.

    A build's log may be public, and a file's name is often a person's. A profile that cannot be read and says no
    somewhere stops no build: that would keep on the site what somebody wants to be gone.
    """
    found = tuple(problems)
    overruled = {item.path for item in found if item.kind is Kind.OVERRULED}
    shown = {item.path for item in site.profiles.values()}
    withheld = {item.path for item in site.withheld.values()}
    album = f"{folders.profiles}/fotos"
    texts: dict[str, str] = {}
    for item in found:
        if item.kind is Kind.CONSENT_MISSING and item.path in overruled:
            continue  # what is wrong with it has been told
        if item.path in shown or item.path == album or not item.path.startswith(f"{folders.profiles}/"):
            yield item
            continue
        if item.path not in texts:
            texts[item.path] = _text(folders, item.path)
        yield _told(item, texts[item.path], is_broken=item.path not in withheld)


def _told(item: Problem, text: str, *, is_broken: bool) -> Problem:
    says_no = _SAYS_NO.search(text) is not None
    if is_broken and says_no and not item.is_reminder:
        sentence = format_sentence(item)
        item = problem(item.path, Position(item.line, item.column), Kind.OVERRULED, text=sentence)
    is_open = _SAYS_YES.search(text) and not says_no and not _ENDS.search(text)
    return item if is_open else _without_name(item)


def _text(folders: Folders, path: str) -> str:
    """The text of a profile; '' for anything else, for then nobody said that it may be told."""
    return load_text(folders.root, path)[0] if path.endswith(".yml") else ""


def _without_name(item: Problem) -> Problem:
    folder, _, name = item.path.rpartition("/")
    stem = name.split(".", 1)[0].casefold()
    words = tuple((key, "…" if stem in word.casefold() else _UNTOLD.get(key, word)) for key, word in item.words)
    if item.kind is Kind.OVERRULED:
        words = (("text", "Er staat een fout in dit profiel."),)
    return replace(item, path=f"{folder}/{name[0]}….{name.rpartition('.')[2]}", words=words)
