"""The vacancy bank: the list, a page for each vacancy, pages per district and sector, and posters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from burgerbaan.files.structured import breadcrumbs, job_posting
from burgerbaan.lifecycle import State
from burgerbaan.model.picture import Picture
from burgerbaan.model.vacancy import Vacancy, Weekday
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.vacancy_facts import contact_of, facts_of, week_of
from burgerbaan.qr import qr_svg
from burgerbaan.render import Renderer
from burgerbaan.site import Site

SECTION = "vacatures/"
RELATED = 3


def vacancy_card(renderer: Renderer, vacancy: Vacancy, base: str) -> Markup:
    """One vacancy in a list."""
    site = renderer.site
    return renderer.component(
        "vacancy-card",
        vacancy=vacancy,
        host=site.hosts[vacancy.host],
        district=site.districts[vacancy.district],
        facts=facts_of(vacancy, site, renderer.words),
        base=base,
    )


def vacancy_list(renderer: Renderer, vacancies: Sequence[Vacancy], base: str) -> Markup:
    """Cards, or a kind word when there are none."""
    cards = [vacancy_card(renderer, item, base) for item in vacancies]
    return renderer.component("vacancy-list", cards=cards, base=base, empty=renderer.words("vacancies.none"))


@dataclass(frozen=True, slots=True)
class Corner:
    """A part of the vacancy bank: one district, one sector, both, or everything."""

    district: str = ""
    sector: str = ""

    @property
    def url(self) -> str:
        """Its page."""
        if self.district:
            return f"{SECTION}wijk/{self.district}/" + (f"{self.sector}/" if self.sector else "")
        return f"{SECTION}sector/{self.sector}/" if self.sector else SECTION

    def open_in(self, site: Site) -> tuple[Vacancy, ...]:
        """Open vacancies in it, newest first."""
        if not self.district and not self.sector:
            return site.open_vacancies
        return site.open_by_corner.get((self.district, self.sector), ())


def vacancy_bank(renderer: Renderer, corner: Corner, base: str) -> Markup:
    """Ways to narrow down, the number, and the list."""
    words = renderer.words
    vacancies = corner.open_in(renderer.site)
    return renderer.component(
        "vacancy-bank",
        facets=_facets(renderer, corner),
        heading=words.count("vacancies.count", len(vacancies)),
        list_html=vacancy_list(renderer, vacancies, base),
        base=base,
    )


def _facets(renderer: Renderer, corner: Corner) -> list[dict[str, object]]:
    """Choices of each kind, counted within what the other kind has chosen."""
    site, words = renderer.site, renderer.words
    districts = [("", words("vacancies.all_districts")), *((item.id, item.name) for item in site.districts.values())]
    sectors = [("", words("vacancies.all_sectors")), *((item.id, item.name) for item in site.sectors.values())]
    by_district = [(name, replace(corner, district=slug)) for slug, name in districts]
    by_sector = [(name, replace(corner, sector=slug)) for slug, name in sectors]
    return [
        {"id": "wijk", "title": words("vacancies.by_district"), "choices": _choices(renderer, by_district, corner)},
        {"id": "sector", "title": words("vacancies.by_sector"), "choices": _choices(renderer, by_sector, corner)},
    ]


def _choices(renderer: Renderer, corners: list[tuple[str, Corner]], current: Corner) -> list[dict[str, object]]:
    found = []
    for name, corner in corners:
        count = len(corner.open_in(renderer.site))
        if count or corner == current:
            found.append({"name": name, "url": corner.url, "count": count, "is_current": corner == current})
    return found


def vacancy_pages(renderer: Renderer) -> Iterator[Page]:
    """A page for every vacancy that was ever open; closed ones say so and offer others."""
    for vacancy in renderer.site.published_vacancies:
        yield _vacancy_page(renderer, vacancy)


def _vacancy_page(renderer: Renderer, vacancy: Vacancy) -> Page:
    site, words = renderer.site, renderer.words
    facts = facts_of(vacancy, site, words)
    host, district = site.hosts[vacancy.host], site.districts[vacancy.district]
    url, base = f"{SECTION}{vacancy.slug}/", "../../"
    crumbs = (Crumb(words("frame.home"), ""), _vacancies_crumb(renderer))
    body = renderer.component(
        "vacancy",
        vacancy=vacancy,
        host=host,
        district=district,
        facts=facts,
        contact=contact_of(vacancy, site),
        week_html=week_html(renderer, vacancy),
        text_html=renderer.prose(vacancy.text_markdown or "", base),
        others=[vacancy_card(renderer, item, base) for item in related(renderer, vacancy)],
        base=base,
    )
    is_open = facts.state in (State.OPEN, State.CLOSING)
    structured = [breadcrumbs(site, (*crumbs, Crumb(vacancy.title, url)))]
    if is_open:
        structured.append(job_posting(site, vacancy))
    about = {"summary": vacancy.summary, "hours": facts.hours, "district": district.name, "host": host.name}
    return Page(
        url=url,
        title=vacancy.title,
        description=words("vacancy.description", **about),
        body_html=body,
        section=SECTION,
        crumbs=crumbs,
        structured=tuple(structured),
        search_text=" ".join((host.name, district.name, *vacancy.tasks, *vacancy.learn)) if is_open else "",
        is_indexed=is_open and not vacancy.is_example,
        origin=vacancy.path,
    )


def week_html(renderer: Renderer, vacancy: Vacancy) -> Markup:
    """The week strip; nothing for a vacancy without fixed times."""
    if not vacancy.shifts:
        return Markup("")
    days = [{"name": str(day), "short": str(day)[:2]} for day in Weekday]
    return renderer.component("week", days=days, parts=week_of(vacancy, renderer.words))


def related(renderer: Renderer, vacancy: Vacancy) -> list[Vacancy]:
    """Open vacancies near it: same work in the same district first, then the same work, then the same district."""
    groups = renderer.site.open_by_corner
    keys = [
        *((vacancy.district, sector) for sector in vacancy.sectors),
        *(("", sector) for sector in vacancy.sectors),
        (vacancy.district, ""),
    ]
    near = (item for key in keys for item in groups.get(key, ())[: RELATED + 1] if item.slug != vacancy.slug)
    return list({item.slug: item for item in near}.values())[:RELATED]


def _vacancies_crumb(renderer: Renderer) -> Crumb:
    page = renderer.site.pages.get("vacatures/index.md")
    return Crumb(page.title if page else renderer.words("vacancies.all"), SECTION)


def facet_pages(renderer: Renderer) -> Iterator[Page]:
    """Pages per district, per sector, and per sector in a district where something is open."""
    site, words = renderer.site, renderer.words
    for district in site.districts.values():
        title = words("vacancies.in_district", name=district.name)
        yield _facet_page(renderer, Corner(district.id), title, district.text, district.picture)
        for sector in site.sectors.values():
            corner = Corner(district.id, sector.id)
            if corner.open_in(site):
                yield _facet_page(
                    renderer, corner, words("vacancies.in_both", sector=sector.name, district=district.name)
                )
    for sector in site.sectors.values():
        title = words("vacancies.in_sector", name=sector.name)
        yield _facet_page(renderer, Corner(sector=sector.id), title, sector.text)


def _facet_page(
    renderer: Renderer, corner: Corner, title: str, text: str | None = None, picture: Picture | None = None
) -> Page:
    url = corner.url
    base = "../" * url.count("/")
    crumbs = (Crumb(renderer.words("frame.home"), ""), _vacancies_crumb(renderer))
    bank = vacancy_bank(renderer, corner, base)
    body = renderer.component("facet-page", title=title, text=text, picture=picture, bank_html=bank, base=base)
    inside = corner.open_in(renderer.site)
    return Page(
        url=url,
        title=title,
        description=renderer.words("vacancies.describe", name=title),
        body_html=body,
        section=SECTION,
        crumbs=crumbs,
        structured=(breadcrumbs(renderer.site, (*crumbs, Crumb(title, url))),),
        is_indexed=any(not item.is_example for item in inside),
        is_wide=True,
    )


def poster_files(renderer: Renderer) -> Iterator[File]:
    """A4 poster with a code that leads to the vacancy, and strips to tear off."""
    site, words = renderer.site, renderer.words
    for vacancy in site.published_vacancies:
        if site.state(vacancy) is State.CLOSED:
            continue
        address = f"{site.programme.url.rstrip('/')}/{SECTION}{vacancy.slug}/"
        html = renderer.component(
            "poster",
            vacancy=vacancy,
            host=site.hosts[vacancy.host],
            district=site.districts[vacancy.district],
            facts=facts_of(vacancy, site, words),
            contact=contact_of(vacancy, site),
            qr_html=qr_svg(address, words("poster.code", title=vacancy.title)),
            address=address,
            short_address=address.removeprefix("https://").removeprefix("www."),
            base="../../../",
        )
        yield text_file(f"{SECTION}{vacancy.slug}/poster/index.html", html)
