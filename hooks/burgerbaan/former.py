"""Addresses that pages had before their file got another name: printed codes and saved links still lead there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from burgerbaan.addresses import EVENTS, HOSTS, NEWS, VACANCIES
from burgerbaan.lifecycle import HIDDEN
from burgerbaan.model.happenings import Event, News
from burgerbaan.model.host import Host
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.site import Site, page_url


class Former(NamedTuple):
    """An address that was, the file that had it, and where its page is now."""

    url: str
    path: str
    now: str
    title: str


def former_addresses(site: Site) -> Iterator[Former]:
    """All of them, but for a name that something else has now: that is told as a mistake."""
    events = ((item, item.title) for item in site.events.values())
    yield from _of_records(EVENTS, events, site.events)
    news = ((item, item.title) for item in site.published_news)
    yield from _of_records(NEWS, news, site.news)
    yield from _of_records(VACANCIES, ((item, item.title) for item in _renamed(site)), site.vacancies)
    yield from _of_records(HOSTS, ((item, item.name) for item in site.hosts.values()), site.hosts)
    for page in site.pages.values():
        for name in page.former_names:
            if name not in site.pages:
                yield Former(page_url(name), f"{site.content}/{page.path}", page.url, page.title)


def first_name(record: Event | News | Vacancy) -> str:
    """The name that a file had first: programs that read feeds and calendars know it by that for ever."""
    return (*record.former_names, record.slug)[0]


def former_vacancies(site: Site) -> Iterator[tuple[str, str]]:
    """Names that vacancies had, each with the name of now."""
    for item in _renamed(site):
        yield from ((name, item.slug) for name in item.former_names if name not in site.vacancies)


def _renamed(site: Site) -> Iterator[Vacancy]:
    renamed = (item for item in site.vacancies.values() if item.former_names)  # hardly any of thousands
    return (item for item in renamed if site.state(item) not in HIDDEN)


def _of_records(
    folder: str, records: Iterable[tuple[Event | News | Vacancy | Host, str]], taken: Collection[str]
) -> Iterator[Former]:
    for record, title in records:
        for name in record.former_names:
            if name not in taken:
                yield Former(f"{folder}{name}/", record.path, f"{folder}{record.slug}/", title)
