"""What a build has to make of records, in jobs that do not need each other: any process may do any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from burgerbaan.files.agenda import agenda_files
from burgerbaan.files.data import data_files
from burgerbaan.files.feeds import corner_feed
from burgerbaan.files.next_change import next_change_files
from burgerbaan.files.package import package_files
from burgerbaan.files.schemas import schema_files
from burgerbaan.output import File, Page
from burgerbaan.pages.bank import bank_lists, bank_page
from burgerbaan.pages.bank_data import bank_files
from burgerbaan.pages.donations import goal_pages
from burgerbaan.pages.embed import embed_file
from burgerbaan.pages.events import event_pages
from burgerbaan.pages.hosts import host_page
from burgerbaan.pages.news import news_pages
from burgerbaan.pages.poster import paper_files
from burgerbaan.pages.profiles import profile_pages
from burgerbaan.pages.shortlist import fact_files, shortlist_pages
from burgerbaan.pages.vacancies import vacancy_page
from burgerbaan.render import Renderer

Made = Iterable[Page | File]


@dataclass(frozen=True, slots=True)
class Job:
    """Pages and files that are made together.

    `is_large`: holds something of every record, so it goes first. `is_shared`: is made from what written pages need
    too, so the process that makes those does it.
    """

    name: str
    make: Callable[[], Made]
    is_large: bool = False
    is_shared: bool = False


def record_jobs(renderer: Renderer, *, has_pdf: bool) -> Iterator[Job]:
    """Every page and file that is made of records, in the order of the site; with `has_pdf` posters get a PDF."""
    site = renderer.site
    for vacancy in site.published_vacancies:
        make = partial(_vacancy, renderer, vacancy.slug, has_pdf=has_pdf)
        yield Job(f"vacature {vacancy.slug}", make)
    for item in bank_lists(renderer):
        yield Job(f"lijst {item.url}", partial(_one, bank_page, renderer, item))
    yield Job("bewaard", partial(shortlist_pages, renderer), is_shared=True)
    for host in site.hosts.values():
        yield Job(f"organisatie {host.slug}", partial(_one, host_page, renderer, host))
    for name, pages in _FEW:
        yield Job(name, partial(pages, renderer))
    for corner in site.main_corners:
        name = f"{corner.host} {corner.path}".strip()
        yield Job(f"insluiten {name}", partial(_one, embed_file, renderer, corner))
        yield Job(f"feed {name}", partial(corner_feed, renderer, corner))
    yield Job("bank", partial(bank_files, renderer), is_shared=True)
    for name, files in _LARGE:
        yield Job(name, partial(files, renderer), is_large=True)
    for name, files in _SMALL:
        yield Job(name, partial(files, renderer))


_FEW = (("profielen", profile_pages), ("agenda", event_pages), ("nieuws", news_pages), ("doelen", goal_pages))
_LARGE = (("feiten", fact_files), ("data", data_files))
_SMALL = (
    ("agenda.ics", agenda_files),
    ("pakket", package_files),
    ("keerdag", next_change_files),
    ("schemas", schema_files),
)


def _vacancy(renderer: Renderer, slug: str, *, has_pdf: bool) -> Made:
    vacancy = renderer.site.vacancies[slug]
    yield vacancy_page(renderer, vacancy)
    yield from paper_files(renderer, vacancy, has_pdf=has_pdf)


def _one(make: Callable[[Renderer, Any], Page | File], renderer: Renderer, item: Any) -> Made:
    return (make(renderer, item),)
