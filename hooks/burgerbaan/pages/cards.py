"""One vacancy as a card: rendered once, placed on pages of any depth."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from burgerbaan.lifecycle import last_day
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.render import Renderer
from burgerbaan.vacancy_facts import facts_of

PAGE_SIZE = 30
"""Cards on one page: the first screenfuls; what comes after stands on pages of its own."""

_ROOT = "\ue001"
"""Stands for the way to the root in a card that is rendered once; no text can hold it (`model.fields`)."""


def vacancy_card(renderer: Renderer, vacancy: Vacancy, base: str) -> Markup:
    """One vacancy in a list, for a page at any depth."""
    card = renderer.piece("card", vacancy, lambda: _card(renderer, vacancy))
    return Markup(card.replace(_ROOT, base))


def _card(renderer: Renderer, vacancy: Vacancy) -> str:
    site = renderer.site
    card = renderer.component(
        "vacancy-card",
        vacancy=vacancy,
        host=site.hosts[vacancy.host],
        district=site.districts[vacancy.district],
        facts=facts_of(renderer, vacancy),
        until=last_day(vacancy),
        base=_ROOT,
    )
    return str(card)


def vacancy_list(renderer: Renderer, vacancies: Sequence[Vacancy], base: str) -> Markup:
    """Cards, or a kind word when there are none."""
    cards = [vacancy_card(renderer, item, base) for item in vacancies]
    has_more = bool(renderer.site.open_vacancies)
    empty = renderer.words("vacancies.none" if has_more else "vacancies.none_at_all")
    return renderer.component("vacancy-list", cards=cards, base=base, empty=empty, has_more=has_more)
