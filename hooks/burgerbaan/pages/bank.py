"""The vacancy bank's lists: cards, the ways to narrow down, and a page for each corner, in pages that are real URLs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from burgerbaan.addresses import VACANCIES, corner_url
from burgerbaan.corner import Corner, DayPart
from burgerbaan.facets import MOST_HOURS
from burgerbaan.feeds import corner_title, feed_of
from burgerbaan.model.picture import Picture
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.bank_data import bank, bank_version
from burgerbaan.pages.cards import PAGE_SIZE, vacancy_list
from burgerbaan.pages.portrait import picture_html
from burgerbaan.render import Renderer


def page_url_of(corner: Corner, number: int) -> str:
    """One page of a corner's list, counted from 1."""
    return corner_url(corner) + (f"pagina/{number}/" if number > 1 else "")


def page_count(renderer: Renderer, corner: Corner) -> int:
    """How many pages the list of a corner takes; at least one."""
    return max(1, -(-len(renderer.site.open_in(corner)) // PAGE_SIZE))


def vacancy_bank(renderer: Renderer, corner: Corner, base: str, number: int = 1) -> Markup:
    """Ways to narrow down, the number, one page of the list, and the way to the others."""
    words = renderer.words
    vacancies = renderer.site.open_in(corner)
    shown = _page_of(vacancies, number)
    has_any = bool(renderer.site.open_vacancies)
    is_start = has_any and corner == Corner() and number == 1
    return renderer.component(
        "vacancy-bank",
        links=_facet_links(renderer, corner) if has_any else [],
        chosen=[(key, value) for key, value in _parameters(corner) if value],
        choices_html=_choices(renderer) if is_start else "",
        heading=words.count("vacancies.count", len(vacancies)) if vacancies else words("vacancies.count_none"),
        list_html=vacancy_list(renderer, shown, base),
        pages=_pages(renderer, corner, number),
        version=bank_version(renderer) if is_start else "",
        page_size=PAGE_SIZE,
        count=len(vacancies),
        is_start=is_start,
        base=base,
    )


def _parameters(corner: Corner) -> tuple[tuple[str, str], ...]:
    """A corner as choices in the full list's address."""
    return (("wijk", corner.district), ("sector", corner.sector), ("dagdeel", corner.part))


def _choices(renderer: Renderer) -> Markup:
    found = bank(renderer)
    groups: dict[str, list[dict[str, object]]] = {}
    for facet in found.facets:
        values = [{"value": value, "count": found.count(facet, value)} for value in facet.values]
        groups.setdefault(facet.group, []).append({"facet": facet, "values": values})
    return renderer.component("vacancy-choices", groups=groups, most_hours=MOST_HOURS)


def _facet_links(renderer: Renderer, corner: Corner) -> list[dict[str, object]]:
    """Links to the pages of each kind, counted within what the other kind has chosen."""
    site, words = renderer.site, renderer.words
    districts = [("", words("vacancies.all_districts")), *((item.id, item.name) for item in site.districts.values())]
    sectors = [("", words("vacancies.all_sectors")), *((item.id, item.name) for item in site.sectors.values())]
    inside = corner._replace(part="")
    kinds = (
        ("wijk", words("vacancies.by_district"), [(name, inside._replace(district=slug)) for slug, name in districts]),
        ("sector", words("vacancies.by_sector"), [(name, inside._replace(sector=slug)) for slug, name in sectors]),
        ("dagdeel", words("facet_group.wanneer"), [(words(f"day_part.{part}"), Corner(part=part)) for part in DayPart]),
    )
    return [{"id": key, "title": title, "choices": _links(renderer, items, corner)} for key, title, items in kinds]


def _links(renderer: Renderer, corners: list[tuple[str, Corner]], current: Corner) -> list[dict[str, object]]:
    found = []
    for name, corner in corners:
        count = len(renderer.site.open_in(corner))
        is_current = corner == current
        if count or is_current:
            found.append({"name": name, "url": corner_url(corner), "count": count, "is_current": is_current})
    return found


def _pages(renderer: Renderer, corner: Corner, number: int) -> list[dict[str, object]]:
    """The first page, the last, and those around this one; None-urls are gaps."""
    last = page_count(renderer, corner)
    if last == 1:
        return []
    shown = sorted({1, last, *(item for item in range(number - 1, number + 2) if 1 <= item <= last)})
    found: list[dict[str, object]] = []
    for before, item in zip((0, *shown), shown, strict=False):
        if item > before + 1:
            found.append({"number": 0, "url": "", "is_current": False})
        found.append({"number": item, "url": page_url_of(corner, item), "is_current": item == number})
    return found


@dataclass(frozen=True, slots=True)
class BankList:
    """One page of the list of a corner, counted from 1; its first page tells about the corner."""

    corner: Corner
    title: str
    number: int = 1
    text: str | None = None
    picture: Picture | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return page_url_of(self.corner, self.number)


def bank_lists(renderer: Renderer) -> Iterator[BankList]:
    """The later pages of the whole list, and pages for each district, sector, both, and part of the day."""
    yield from _later(renderer, BankList(Corner(), renderer.words("vacancies.all")))
    for first in _first_lists(renderer):
        yield first
        yield from _later(renderer, BankList(first.corner, first.title))


def _later(renderer: Renderer, first: BankList) -> Iterator[BankList]:
    for number in range(2, page_count(renderer, first.corner) + 1):
        yield replace(first, number=number)


def _first_lists(renderer: Renderer) -> Iterator[BankList]:
    site = renderer.site

    def first(corner: Corner, text: str | None = None, picture: Picture | None = None) -> BankList:
        return BankList(corner, corner_title(renderer, corner), text=text, picture=picture)

    for district in site.districts.values():
        yield first(Corner(district.id), district.text, district.picture)
        both = (Corner(district.id, sector.id) for sector in site.sectors.values())
        yield from (first(corner) for corner in both if site.open_in(corner))
    for sector in site.sectors.values():
        yield first(Corner(sector=sector.id), sector.text)
    for part in DayPart:
        yield first(Corner(part=part), renderer.words(f"day_part_text.{part}"))


def shown_in(renderer: Renderer, item: BankList) -> tuple[Vacancy, ...]:
    """The vacancies on one page of a list."""
    return _page_of(renderer.site.open_in(item.corner), item.number)


def _page_of(vacancies: tuple[Vacancy, ...], number: int) -> tuple[Vacancy, ...]:
    return vacancies[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def is_real(renderer: Renderer, corner: Corner) -> bool:
    """Whether a corner holds anything else than examples, on whichever page; worked out once."""
    items = renderer.site.open_in(corner)
    found: bool = renderer.once(("real", corner), lambda: any(not item.is_example for item in items))
    return found


def bank_page(renderer: Renderer, item: BankList) -> Page:
    """One page of a list."""
    words, corner, title, number = renderer.words, item.corner, item.title, item.number
    base = "../" * item.url.count("/")
    crumbs: tuple[Crumb, ...] = (Crumb(words("frame.home"), ""), vacancies_crumb(renderer))
    if number > 1:
        crumbs = crumbs if corner == Corner() else (*crumbs, Crumb(title, corner_url(corner)))
        title = words("vacancies.page", name=title, number=number)
    html = vacancy_bank(renderer, corner, base, number)
    picture = picture_html(renderer, item.picture, base) if item.picture else ""
    shown = {"title": title, "text": item.text, "picture_html": picture, "feeds": feed_of(renderer, corner)}
    body = renderer.component("facet-page", **shown, bank_html=html, base=base)
    return Page(
        url=item.url,
        title=title,
        description=words("vacancies.describe", name=title),
        body_html=body,
        section=VACANCIES,
        crumbs=crumbs,
        search_text=title if number == 1 and corner.is_simple else "",
        is_indexed=is_real(renderer, corner),
        is_wide=True,
        feeds=feed_of(renderer, corner),
    )


def vacancies_crumb(renderer: Renderer) -> Crumb:
    """The step back to the whole list."""
    page = renderer.site.pages.get(f"{VACANCIES}index.md")
    return Crumb(page.title if page else renderer.words("vacancies.all"), VACANCIES)
