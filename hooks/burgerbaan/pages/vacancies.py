"""The vacancy bank: the list, a page for each vacancy, pages per district and sector, and posters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from burgerbaan.files.structured import breadcrumbs, job_posting
from burgerbaan.model.vacancy import Vacancy, Weekday
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.vacancy_facts import contact_of, facts_of, week_of
from burgerbaan.qr import qr_svg
from burgerbaan.lifecycle import State
from burgerbaan.render import Renderer

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


def vacancy_bank(renderer: Renderer, vacancies: Sequence[Vacancy], base: str, current: str = "") -> Markup:
    """Ways to narrow down, the number, and the list."""
    words = renderer.words
    return renderer.component(
        "vacancy-bank",
        facets=_facets(renderer, current),
        heading=words.count("vacancies.count", len(vacancies)),
        list_html=vacancy_list(renderer, vacancies, base),
        base=base,
    )


def _facets(renderer: Renderer, current: str) -> list[dict[str, object]]:
    site, words = renderer.site, renderer.words
    vacancies = site.open_vacancies
    districts = [
        (item.name, f"{SECTION}wijk/{item.id}/", sum(v.district == item.id for v in vacancies))
        for item in site.districts.values()
    ]
    sectors = [
        (item.name, f"{SECTION}sector/{item.id}/", sum(item.id in v.sectors for v in vacancies))
        for item in site.sectors.values()
    ]
    return [
        {"id": "wijk", "title": words("vacancies.by_district"), "choices": _choices(districts, current)},
        {"id": "sector", "title": words("vacancies.by_sector"), "choices": _choices(sectors, current)},
    ]


def _choices(values: list[tuple[str, str, int]], current: str) -> list[dict[str, object]]:
    return [
        {"name": name, "url": url, "count": count, "is_current": url == current}
        for name, url, count in values
        if count or url == current
    ]


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
        structured.append(job_posting(site, vacancy, words))
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
    """Open vacancies that share work or district: same sector and district first, then sector, then district."""
    site = renderer.site

    def closeness(other: Vacancy) -> tuple[int, str]:
        same_work = bool(set(other.sectors) & set(vacancy.sectors))
        return -(2 * same_work + (other.district == vacancy.district)), other.slug

    others = [item for item in site.open_vacancies if item.slug != vacancy.slug and closeness(item)[0] < 0]
    return sorted(others, key=closeness)[:RELATED]


def _vacancies_crumb(renderer: Renderer) -> Crumb:
    page = renderer.site.pages.get("vacatures/index.md")
    return Crumb(page.title if page else renderer.words("vacancies.all"), SECTION)


def facet_pages(renderer: Renderer) -> Iterator[Page]:
    """Pages per district, per sector, and per sector in a district where something is open."""
    site, words = renderer.site, renderer.words
    vacancies = site.open_vacancies
    for district in site.districts.values():
        here = [item for item in vacancies if item.district == district.id]
        title = words("vacancies.in_district", name=district.name)
        yield _facet_page(renderer, f"wijk/{district.id}", title, here, district.text, district.picture)
        for sector in site.sectors.values():
            both = [item for item in here if sector.id in item.sectors]
            if both:
                title = words("vacancies.in_both", sector=sector.name, district=district.name)
                yield _facet_page(renderer, f"wijk/{district.id}/{sector.id}", title, both)
    for sector in site.sectors.values():
        there = [item for item in vacancies if sector.id in item.sectors]
        title = words("vacancies.in_sector", name=sector.name)
        yield _facet_page(renderer, f"sector/{sector.id}", title, there, sector.text)


def _facet_page(
    renderer: Renderer,
    path: str,
    title: str,
    vacancies: Sequence[Vacancy],
    text: str | None = None,
    picture: object = None,
) -> Page:
    url = f"{SECTION}{path}/"
    base = "../" * url.count("/")
    crumbs = (Crumb(renderer.words("frame.home"), ""), _vacancies_crumb(renderer))
    bank = vacancy_bank(renderer, vacancies, base, url)
    body = renderer.component("facet-page", title=title, text=text, picture=picture, bank_html=bank, base=base)
    return Page(
        url=url,
        title=title,
        description=renderer.words("vacancies.describe", name=title),
        body_html=body,
        section=SECTION,
        crumbs=crumbs,
        structured=(breadcrumbs(renderer.site, (*crumbs, Crumb(title, url))),),
        is_indexed=bool(vacancies) and not all(item.is_example for item in vacancies),
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
