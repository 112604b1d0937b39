"""Addresses of pages and files that the site makes itself: a written page may lead there, though nobody wrote them."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from burgerbaan.addresses import BANK_FOLDERS, CALENDAR, GIVE, MADE, RECORDS, VACANCIES
from burgerbaan.former import former_addresses
from burgerbaan.site import Site, page_url

_FILES = (CALENDAR, "robots.txt", "sitemap.xml")
_UP = re.compile(r"(?:\.{1,2}/)+")
_LAST = re.compile(r"(?:[^/.]*|index\.html|[^/]+\.(?:json|xml|csv|ics|txt))\Z")
"""The last part of an address that can be no page or picture of `content/`: those have other endings."""


def is_made(people: str, address: str) -> bool:
    """Whether an address, however it goes up, is of a place that the site fills; `people` is the folder of profiles."""
    path = _UP.sub("", _path(address), count=1)
    if path in _FILES:
        return True
    is_inside = f"{path}/".startswith((*MADE, f"{people}/"))
    return is_inside and _LAST.match(path.rpartition("/")[2]) is not None


def right_way(site: Site, page: str, address: str) -> str | None:
    """How a page must write the address of a made place: as a browser goes there, so from the folder that a page is on
    the site; None when no such place is meant."""
    people = site.programme.people.path
    if not is_made(people, address):
        return None
    parts, base = urlsplit(address), page_url(page)
    opened, meant = posixpath.normpath(base + _path(address)), _UP.sub("", _path(address), count=1)
    place = opened if is_made(people, opened) and not opened.startswith("..") else posixpath.normpath(meant)
    if {f"{place}.md", f"{place}/index.md"} & site.pages.keys():  # written: a link names its file
        return None
    if place == opened:
        return address
    way = posixpath.relpath(place, base or ".") + "/" * meant.endswith("/")
    return parts._replace(path=way).geturl()


def record_at(site: Site, page: str, address: str) -> tuple[str, str] | None:
    """The collection and name of the record whose page an address is of, or is below; None when there is none."""
    opened = posixpath.normpath(page_url(page) + _path(address))
    folders = {**RECORDS, "profiles": f"{site.programme.people.path}/"}
    for collection, folder in (*folders.items(), ("goals", GIVE)):
        name = opened.removeprefix(folder).partition("/")[0]
        is_of_bank = folder == VACANCIES and name in BANK_FOLDERS
        if opened.startswith(folder) and name and "." not in name and not is_of_bank:
            is_gone = name not in getattr(site, collection, ())
            is_former = is_gone and any(former.url == f"{folder}{name}/" for former in former_addresses(site))
            return None if is_former else (collection, name)
    return None


def _path(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)
