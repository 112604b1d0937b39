"""A page for every vacancy that was ever open; closed ones say so and offer others."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import VACANCIES
from burgerbaan.corner import Corner
from burgerbaan.lifecycle import AVAILABLE, ending_of, last_day
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.bank import vacancies_crumb
from burgerbaan.pages.cards import vacancy_card
from burgerbaan.pages.neighbours import neighbours
from burgerbaan.pages.own_language import language_row
from burgerbaan.posting import job_posting
from burgerbaan.render import Renderer
from burgerbaan.vacancy_facts import contact_of, day_parts, facts_of, paper_head, week_of


def vacancy_page(renderer: Renderer, vacancy: Vacancy) -> Page:
    """The page of a vacancy that was ever open; a closed one says so and offers others."""
    site, words = renderer.site, renderer.words
    facts = facts_of(renderer, vacancy)
    host, district = site.hosts[vacancy.host], site.districts[vacancy.district]
    url, base = f"{VACANCIES}{vacancy.slug}/", "../../"
    crumbs = (Crumb(words("frame.home"), ""), vacancies_crumb(renderer))
    around = neighbours(renderer, vacancy)
    address = absolute(site, url)
    body = renderer.component(
        "vacancy",
        vacancy=vacancy,
        host=host,
        district=district,
        facts=facts,
        contact=contact_of(vacancy, site),
        week_html=week_html(renderer, vacancy),
        languages_html=language_row(renderer, vacancy, base),
        text_html=renderer.prose(vacancy.text_markdown or "", base),
        others=[vacancy_card(renderer, item, base) for item in around.others],
        beside=[vacancy_card(renderer, item, base) for item in around.beside],
        count_at_host=len(site.open_in(Corner(host=host.slug))) - (facts.state in AVAILABLE),
        ending=ending_of(vacancy),
        until=last_day(vacancy),
        address=address,
        paper_head=paper_head(renderer),
        printed=printed_address(address),
        share_text=words("vacancy.share_text", title=vacancy.title, address=address),
        base=base,
    )
    is_open = facts.state in AVAILABLE
    about = {"summary": vacancy.summary, "hours": facts.hours, "district": district.name, "host": host.name}
    return Page(
        url=url,
        title=vacancy.title,
        description=words("vacancy.description", **about),
        body_html=body,
        section=VACANCIES,
        crumbs=crumbs,
        structured=(job_posting(site, vacancy, facts.hours),) if is_open else (),
        search_text=" ".join((host.name, district.name, *vacancy.tasks, *vacancy.learn)) if is_open else "",
        is_indexed=is_open and not vacancy.is_example,
        origin=vacancy.path,
    )


def week_html(renderer: Renderer, vacancy: Vacancy) -> Markup:
    """The week as a table; nothing for a vacancy without fixed times."""
    if not vacancy.shifts:
        return Markup("")
    return renderer.component("week", parts=day_parts(renderer.words), days=week_of(vacancy, renderer.words))
