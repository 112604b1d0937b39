"""What stands on paper that leads to a vacancy, before anything is known of its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import VACANCIES
from burgerbaan.dutch import format_and, format_day
from burgerbaan.model.vacancy import DutchLevel, Vacancy
from burgerbaan.paper import Pieces, address_pieces
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.vacancy_facts import VacancyFacts, contact_of, days_of, facts_of
from burgerbaan.ways import Way, ways_to
from burgerbaan.words import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its pictogram, its lines, and what to say when there is no room for those."""

    icon: str
    lines: tuple[str, ...]
    short: str = ""

    @property
    def shortened(self) -> Fact:
        """The same fact in one line."""
        return Fact(self.icon, (self.short,)) if self.short else self


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """All texts of one sheet."""

    title: str
    summary: str
    facts: tuple[Fact, ...]
    ways: tuple[Way, ...]
    closing: str
    address: str
    """Where the code leads, as people type it."""

    address_pieces: Pieces
    """The address as it may break."""


def poster_texts(renderer: Renderer, vacancy: Vacancy) -> PaperTexts:
    """Texts of the poster."""
    site, words, facts = renderer.site, renderer.words, facts_of(renderer, vacancy)
    return _texts(
        vacancy, site, words, (*_short_facts(vacancy, facts, site, words), *_more_facts(vacancy, facts, words))
    )


def card_texts(renderer: Renderer, vacancy: Vacancy) -> PaperTexts:
    """Texts of a card: whole names of days, no times."""
    site, words = renderer.site, renderer.words
    *facts, when = (fact.shortened for fact in _short_facts(vacancy, facts_of(renderer, vacancy), site, words))
    days = days_of(vacancy)
    return _texts(vacancy, site, words, (*facts, Fact(when.icon, (format_and(days),)) if days else when))


def _texts(vacancy: Vacancy, site: Site, words: Words, facts: tuple[Fact, ...]) -> PaperTexts:
    address = printed_address(absolute(site, f"{VACANCIES}{vacancy.slug}/"))
    return PaperTexts(
        title=vacancy.title,
        summary=vacancy.summary,
        facts=facts,
        ways=tuple(ways_to(contact_of(vacancy, site), words))[:2],
        closing=words("poster.closing", day=format_day(vacancy.closing)) if vacancy.closing else "",
        address=address,
        address_pieces=address_pieces(address),
    )


def _short_facts(vacancy: Vacancy, facts: VacancyFacts, site: Site, words: Words) -> Iterator[Fact]:
    street = (vacancy.place.street,) if vacancy.place.street else ()
    district = site.districts[vacancy.district].name
    yield Fact("building", (site.hosts[vacancy.host].name,))
    yield Fact("pin", (district, *street), district)
    yield Fact("clock", (words("vacancy.hours_week", hours=facts.hours),))
    yield Fact("calendar", tuple(item.line for item in facts.when), facts.days)


def _more_facts(vacancy: Vacancy, facts: VacancyFacts, words: Words) -> Iterator[Fact]:
    is_any = vacancy.dutch is DutchLevel.NONE
    yield Fact("speech", (facts.dutch if is_any else words("poster.dutch", level=facts.dutch),))
    yield Fact("diploma", (facts.diploma,))
    yield Fact("coin", (facts.reward,))
    if vacancy.try_out:
        yield Fact("eye", (words("vacancy.try_out_short"),))
