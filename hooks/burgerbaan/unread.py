"""Profiles that are not right: what they still say of who may not be shown, read as whoever typed it meant it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from burgerbaan.source.strict_yaml import parse

_NAME = re.compile(r"^[\"']?naam[\"']? *: *(.+?) *(?: #.*)?$", re.M)
_COMMON = re.compile(r"^naam_van_meer *: *true\b", re.M)
_YES = frozenset({"tonen", "gegeven", "volwassen"})
"""Keys that say no with anything but true."""
_NO = "ingetrokken"
_KEY = r"""(?:^|[{,])[ \t-]*["']?"""
_SAYS_NO = re.compile(
    rf"""{_KEY}(?:(?:{"|".join(sorted(_YES))})["']?\s*:(?![ ]*true\s*(?:[#,}}]|$))|{_NO}[\w ]*["']?\s*:)""", re.M | re.I
)
"""For a text that is no YAML, or says a thing twice."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Somebody who says no in a profile that is not right; '' for a name that cannot be found."""

    slug: str
    path: str
    name: str
    is_common_name: bool


def unread(slug: str, path: str, text: str) -> Unread | None:
    """Who says no in the text of a profile that is not right; None when nothing there says no."""
    if not _SAYS_NO.search(text) and not _refuses(parse("", text)[0]):
        return None
    return Unread(slug, path, name_in(text), _COMMON.search(text) is not None)


def name_in(text: str) -> str:
    """The name that a profile gives, right or not; '' when there is none."""
    value, _ = parse("", text)
    if isinstance(value, dict) and isinstance(value.get("naam"), str):
        return " ".join(value["naam"].split())
    found = _NAME.search(text)
    return " ".join(found[1].strip("\"'").split()) if found else ""


def files_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """Which of these files are named anywhere in a text, also in other capitals: some disks see no difference."""
    folded = text.casefold()
    return frozenset(name for name in names if name.casefold() in folded)


def _refuses(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_no(str(key).strip().casefold(), part) or _refuses(part) for key, part in value.items())
    return isinstance(value, list) and any(map(_refuses, value))


def _is_no(key: str, part: Any) -> bool:
    return key.startswith(_NO) or (key in _YES and str(part).casefold() != "true")
