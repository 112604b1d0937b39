"""Pages of the previous site that the new one no longer has: who kept their address finds nothing there."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from burgerbaan.addresses import EVENTS, HOSTS, MADE, NEWS, RESERVED, VACANCIES
from burgerbaan.site import Site

_PAGE = "index.html"
_OF_A_PERSON = (b"bb-profile__top", b"bb-story--long")
"""Stands in the page and the story of somebody who takes part, also when their folder had another name."""


class Gone(NamedTuple):
    """An address from the root of the site, and the folder of records it was in; '' for a written page."""

    url: str
    folder: str

    @property
    def name(self) -> str:
        """What `vroeger` calls it."""
        return self.url[len(self.folder) : -1]


def gone_pages(
    previous: Path, fresh: Path, paths: Iterable[str], site: Site, is_hidden: Callable[[str], bool]
) -> tuple[Gone, ...]:
    """Pages whose file an editor took away; none when the previous site is not there or of another programme.

    `paths`: every file of the `fresh` site. What goes by itself is left out. Never told is who takes part, and what
    `is_hidden`: an address that names somebody who is not on the site.
    """
    if not _is_same_programme(previous, fresh):
        return ()
    now = {path.removesuffix(_PAGE) for path in paths if path.endswith(_PAGE)}
    records = _records(site)
    before = _pages_in(str(previous), "", records, (*_not_told(site, records), *RESERVED))
    missing = (item for item in before if item.url not in now and not _has_record(item, records))
    return tuple(
        sorted(item for item in missing if _may_be_told(previous / item.url / _PAGE) and not is_hidden(item.url))
    )


def _is_same_programme(previous: Path, fresh: Path) -> bool:
    """Whether both tell robots of the same address."""
    try:
        return (previous / "robots.txt").read_bytes() == (fresh / "robots.txt").read_bytes()
    except OSError:
        return False


def _records(site: Site) -> Mapping[str, Collection[str]]:
    """The folders in which each record of a file has a page, with the names of all; some wait for their day."""
    return {VACANCIES: site.vacancies, HOSTS: site.hosts, EVENTS: site.events, NEWS: site.news}


def _not_told(site: Site, records: Collection[str]) -> Iterator[str]:
    """Folders below which stand people, and pages that are made of a part of a file."""
    yield f"{site.programme.people.path}/"
    yield from (folder for folder in MADE if folder not in records)


def _pages_in(root: str, url: str, records: Collection[str], left_out: tuple[str, ...]) -> Iterator[Gone]:
    """Every folder that may hold a page; of a record only its own, not the sheets below."""
    for name in _folders_in(f"{root}/{url}"):
        inner = f"{url}{name}/"
        if url in records and inner not in RESERVED:
            yield Gone(inner, url)
        elif url not in records and not name.startswith("."):
            yield Gone(inner, "")
            if not inner.startswith(left_out):
                yield from _pages_in(root, inner, records, left_out)


def _folders_in(place: str) -> list[str]:
    """None where the disk refuses: this is no reason to build no site."""
    try:
        with os.scandir(place) as entries:
            return [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _has_record(item: Gone, records: Mapping[str, Collection[str]]) -> bool:
    return bool(item.folder) and item.name in records[item.folder]


def _may_be_told(page: Path) -> bool:
    """Whether there was a page, and it was not about somebody."""
    try:
        text = page.read_bytes()
    except OSError:
        return False
    return not any(mark in text for mark in _OF_A_PERSON)
