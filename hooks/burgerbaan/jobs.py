"""What a build has to make of records, in jobs that do not need each other: any process may do any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from burgerbaan.addresses import HOSTS, VACANCIES
from burgerbaan.corner import Corner
from burgerbaan.files.agenda import agenda_files
from burgerbaan.files.data import data_files
from burgerbaan.files.feeds import MOST_ENTRIES, corner_feed
from burgerbaan.files.news_feed import news_feed_files
from burgerbaan.files.next_change import next_change_files
from burgerbaan.files.package import package_files
from burgerbaan.files.schemas import schema_files
from burgerbaan.model.people import Profile
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, Page
from burgerbaan.pages.bank import BankList, bank_lists, bank_page, is_real, shown_in
from burgerbaan.pages.bank_data import bank_files, card_blocks, card_file
from burgerbaan.pages.donations import code_downloads, goal_pages
from burgerbaan.pages.embed import MOST_ITEMS, embed_file
from burgerbaan.pages.events import event_pages
from burgerbaan.pages.factsheets import factsheet_files
from burgerbaan.pages.first_talk import talk_file
from burgerbaan.pages.forwards import forward_files
from burgerbaan.pages.goal_sheets import goal_sheets
from burgerbaan.pages.hosts import host_page
from burgerbaan.pages.leaflet import leaflet_files
from burgerbaan.pages.my_plan import week_files
from burgerbaan.pages.neighbours import neighbours, work_like
from burgerbaan.pages.news import news_pages
from burgerbaan.pages.own_language import language_files
from burgerbaan.pages.people_choice import choice_files
from burgerbaan.pages.pictures import photo_files, picture_files, shots_of
from burgerbaan.pages.poster import paper_files
from burgerbaan.pages.profiles import profile_page
from burgerbaan.pages.roles import role_pages
from burgerbaan.pages.route_sheet import route_sheets
from burgerbaan.pages.shortlist import fact_blocks, fact_file, fact_files, shortlist_pages
from burgerbaan.pages.sponsors import certificates
from burgerbaan.pages.stories import story_pages
from burgerbaan.pages.vacancies import vacancy_page
from burgerbaan.photos import ReadPhoto
from burgerbaan.render import Renderer
from burgerbaan.stamps import Stamps

Made = Iterable[Page | File]


@dataclass(frozen=True, slots=True)
class Job:
    """Pages and files that are made together; with the same `stamp` they are the same, byte for byte.

    The stamp is worked out by whoever does the job, for ten thousand take as long as hundreds of pages.
    `is_shared`: holds a piece of every vacancy, as some written pages do, so the process that makes those does it.
    `place`: the folder in which its pages stand, such as 'vacatures/koken/', where that is one.
    """

    name: str
    stamp: Callable[[], str]
    make: Callable[[], Made]
    is_shared: bool = False
    place: str | None = None


def record_jobs(renderer: Renderer, stamps: Stamps, read: ReadPhoto, *, has_pdf: bool) -> Iterator[Job]:
    """Every page and file that is made of records, in the order of the site; with `has_pdf` posters get a PDF.

    `read` gives the bytes of an original photo.
    """
    site = renderer.site
    everything, today = partial(_everything, stamps), partial(stamps.of, stamps.day)
    for vacancy in site.published_vacancies:
        yield vacancy_job(renderer, stamps, vacancy, has_pdf=has_pdf)
    yield from _list_jobs(renderer, stamps)
    yield Job("bewaard", everything, partial(shortlist_pages, renderer), is_shared=True)
    for host in site.hosts.values():
        stamp = partial(stamps.of_vacancies, site.open_in(Corner(host=host.slug)), stamps.day)
        make = partial(_one, host_page, renderer, host)
        yield Job(f"organisatie {host.slug}", stamp, make, place=f"{HOSTS}{host.slug}/")
    for name, pages in _FEW:
        yield Job(name, everything, partial(pages, renderer))
    for name, sheets in _PAPER:
        yield Job(name, everything, partial(sheets, renderer, has_pdf=has_pdf))
    yield from _profile_jobs(renderer, stamps)
    for name, make_people in _PEOPLE:
        yield Job(name, today, partial(make_people, renderer))
    for shot in shots_of(renderer):
        yield Job(f"foto {shot.name}", partial(stamps.of_photo, shot), partial(photo_files, read, shot))
    for path, shot in site.pictures.items():
        yield Job(f"beeld {path}", partial(stamps.of_photo, shot), partial(picture_files, read, path, shot))
    yield from _corner_jobs(renderer, stamps)
    for name, files in _SHARED:
        yield Job(name, everything, partial(files, renderer), is_shared=True)
    yield from _block_jobs(renderer, stamps)
    yield Job("andere talen", stamps.of, partial(language_files, renderer))
    yield from _week_jobs(renderer, stamps)
    for name, files in _SMALL:
        yield Job(name, everything, partial(files, renderer))


def vacancy_job(renderer: Renderer, stamps: Stamps, vacancy: Vacancy, *, has_pdf: bool) -> Job:
    """The page of a vacancy and what is printed of it."""
    stamp = partial(_vacancy_stamp, renderer, stamps, vacancy)
    make = partial(_vacancy, renderer, vacancy, has_pdf=has_pdf)
    return Job(f"vacature {vacancy.slug}", stamp, make, place=f"{VACANCIES}{vacancy.slug}/")


_PAPER = (
    ("posters van doelen", goal_sheets),
    ("factsheets", factsheet_files),
    ("certificaten", certificates),
    ("routekaart op papier", route_sheets),
    ("kaartjes van het programma", leaflet_files),
)
_FEW = (
    ("agenda", event_pages),
    ("nieuws", news_pages),
    ("doelen", goal_pages),
    ("codes van doelen", code_downloads),
    ("rollen", role_pages),
)
_PEOPLE: tuple[tuple[str, Callable[[Renderer], Made]], ...] = (
    ("verhalen", story_pages),
    ("mensen kiezen", choice_files),
)
_SHARED = (("bank", bank_files), ("feiten", fact_files), ("data", data_files))
_SMALL = (
    ("oude adressen", forward_files),
    ("agenda.ics", agenda_files),
    ("feed nieuws", news_feed_files),
    ("pakket", package_files),
    ("keerdag", next_change_files),
    ("schemas", schema_files),
)


def _everything(stamps: Stamps) -> str:
    return stamps.everything


def _vacancy_stamp(renderer: Renderer, stamps: Stamps, vacancy: Vacancy) -> str:
    around = neighbours(renderer, vacancy)
    at_host = len(renderer.site.open_in(Corner(host=vacancy.host)))
    return stamps.of_vacancies((vacancy, *around.others, *around.beside), len(around.others), at_host)


def _profile_jobs(renderer: Renderer, stamps: Stamps) -> Iterator[Job]:
    for profile in renderer.site.profiles.values():
        stamp = partial(_profile_stamp, renderer, stamps, profile)
        yield Job(f"profiel {profile.slug}", stamp, partial(_one, profile_page, renderer, profile))


def _profile_stamp(renderer: Renderer, stamps: Stamps, profile: Profile) -> str:
    return stamps.of_vacancies(work_like(renderer, profile), stamps.day)


def _list_jobs(renderer: Renderer, stamps: Stamps) -> Iterator[Job]:
    for item in bank_lists(renderer):
        stamp = partial(_list_stamp, renderer, stamps, item)
        yield Job(f"lijst {item.url}", stamp, partial(_one, bank_page, renderer, item), place=item.url)


def _list_stamp(renderer: Renderer, stamps: Stamps, item: BankList) -> str:
    """Search engines may keep a page of a list for the sake of a vacancy on another page of it."""
    parts = (item.number, stamps.counts, is_real(renderer, item.corner))
    return stamps.of_vacancies(shown_in(renderer, item), *parts)


def _block_jobs(renderer: Renderer, stamps: Stamps) -> Iterator[Job]:
    for name, vacancies in card_blocks(renderer):
        yield Job(name, partial(stamps.of_vacancies, vacancies), partial(_block, card_file, renderer, name, vacancies))
    for name, vacancies in fact_blocks(renderer):
        yield Job(name, partial(stamps.of_vacancies, vacancies), partial(_block, fact_file, renderer, name, vacancies))


def _week_jobs(renderer: Renderer, stamps: Stamps) -> Iterator[Job]:
    for district in renderer.site.districts:
        stamp = partial(stamps.of_vacancies, renderer.site.open_in(Corner(district)))
        yield Job(f"weken {district}", stamp, partial(week_files, renderer, district))


def _corner_jobs(renderer: Renderer, stamps: Stamps) -> Iterator[Job]:
    site = renderer.site
    for corner in site.main_corners:
        name, inside = f"{corner.host} {corner.path}".strip(), site.open_in(corner)
        shown = partial(stamps.of_vacancies, inside[:MOST_ITEMS], len(inside))
        yield Job(f"insluiten {name}", shown, partial(_one, embed_file, renderer, corner))
        stamp = partial(stamps.of_vacancies, inside[:MOST_ENTRIES], site.updated)
        yield Job(f"feed {name}", stamp, partial(corner_feed, renderer, corner))


def _vacancy(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool) -> Made:
    yield vacancy_page(renderer, vacancy)
    yield from paper_files(renderer, vacancy, has_pdf=has_pdf)
    yield from talk_file(renderer, vacancy, has_pdf=has_pdf)


def _one(make: Callable[[Renderer, Any], Page | File], renderer: Renderer, item: Any) -> Made:
    return (make(renderer, item),)


def _block(make: Callable[..., File], renderer: Renderer, name: str, vacancies: Sequence[Vacancy]) -> Made:
    return (make(renderer, name, vacancies),)
