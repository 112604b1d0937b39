"""A sheet for the first talk at a host: what to bring, what to say, what to ask, and who signs what with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import TALK_SHEET, VACANCIES
from burgerbaan.lifecycle import OVER
from burgerbaan.model.vacancy import Place, Vacancy
from burgerbaan.output import File
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.paper import Pieces, address_pieces
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.vacancy_facts import contact_of, facts_of, is_paid_for
from burgerbaan.ways import Way, ways_to
from burgerbaan.words import Words

_MOST_DAYS = 3
"""Days of which the times fit beside the address; of more only their names."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is signed: its name, between whom, and what it is about."""

    name: str
    between: str
    about: str


@dataclass(frozen=True, slots=True)
class TalkTexts:
    """All texts of one sheet."""

    title: str
    host: str
    role: str
    ways: tuple[Way, ...]
    place: str
    travel: str
    when: tuple[str, ...]
    bring: tuple[str, ...]
    sentences: tuple[str, ...]
    questions: tuple[str, ...]
    papers: tuple[Paper, ...]
    checks: tuple[str, ...]
    address: Pieces


def talk_texts(renderer: Renderer, vacancy: Vacancy) -> TalkTexts:
    """Everything on the sheet of a vacancy, in the programme's own words."""
    site, words = renderer.site, renderer.words
    facts, contact = facts_of(renderer, vacancy), contact_of(vacancy, site)
    papers = tuple(_papers(vacancy, site, words))
    return TalkTexts(
        title=vacancy.title,
        host=site.hosts[vacancy.host].name,
        role=contact.role,
        ways=tuple(ways_to(contact, words))[:2],
        place=_place(vacancy.place),
        travel=vacancy.place.travel or "",
        when=tuple(item.line for item in facts.when) if len(facts.when) <= _MOST_DAYS else (facts.days,),
        bring=tuple(_bring(vacancy, site, words)),
        sentences=tuple(_sentences(vacancy, site, words)),
        questions=tuple(_questions(vacancy, facts.hours, words)),
        papers=papers,
        checks=tuple(words(f"talk.check_{name}") for name in _checks(papers)),
        address=address_pieces(printed_address(absolute(site, f"{VACANCIES}{vacancy.slug}/"))),
    )


def _place(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.street, place.town) if part)


def _bring(vacancy: Vacancy, site: Site, words: Words) -> Iterator[str]:
    yield words("talk.bring_call")
    yield words("talk.bring_way")
    if is_paid_for(vacancy, site):
        yield words("talk.bring_allowance")
    yield words("talk.bring_plan")


def _sentences(vacancy: Vacancy, site: Site, words: Words) -> Iterator[str]:
    yield words("talk.say_who")
    yield words("talk.say_why", title=vacancy.title)
    yield words("talk.say_learn")
    yield words("talk.say_slowly")
    if is_paid_for(vacancy, site):
        yield words("talk.say_allowance", payer=site.payer)


def _questions(vacancy: Vacancy, hours: str, words: Words) -> Iterator[str]:
    yield words("talk.ask_try_yes" if vacancy.try_out else "talk.ask_try_no")
    yield words("talk.ask_tasks")
    yield words("talk.ask_hours", hours=hours)
    yield words("talk.ask_guide", role=vacancy.guide.role)
    yield words("talk.ask_travel" if vacancy.rewards.travel else "talk.ask_travel_unknown")
    yield words("talk.ask_learn")
    yield words("talk.ask_ill")


def _papers(vacancy: Vacancy, site: Site, words: Words) -> Iterator[Paper]:
    host = site.hosts[vacancy.host].name
    if vacancy.rewards.wage:
        yield _paper(words, "contract", host)
        return
    yield _paper(words, "volunteer", host)
    if is_paid_for(vacancy, site):
        yield _paper(words, "allowance", site.payer)


def _paper(words: Words, name: str, other: str) -> Paper:
    return Paper(words(f"talk.paper_{name}"), words("talk.between", other=other), words(f"talk.about_{name}"))


def _checks(papers: tuple[Paper, ...]) -> tuple[str, ...]:
    return ("read", "benefit", "copies" if len(papers) > 1 else "copy")


def talk_file(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool = False) -> Iterator[File]:
    """The sheet, as long as the vacancy is open; with `has_pdf` a PDF will stand beside it."""
    words = renderer.words
    if renderer.site.state(vacancy) in OVER:
        return
    back = f"{VACANCIES}{vacancy.slug}/"
    title = words("talk.title", title=vacancy.title)
    sheet = Sheet(f"{back}{TALK_SHEET}/", title, vacancy.summary, words("talk.hint"), back, words("poster.back"))
    texts = talk_texts(renderer, vacancy)
    sheet_html = renderer.component("first-talk", texts=texts, is_example=vacancy.is_example)
    yield sheet_file(renderer, sheet, sheet_html, has_pdf=has_pdf)
