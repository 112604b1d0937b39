"""Making the pieces of vacancies before the files that they stand in, so that no process makes one again."""

from __future__ import annotations

from functools import partial

from burgerbaan.crew import share
from burgerbaan.files.data import vacancy_json, vacancy_line
from burgerbaan.fragments import Pieces
from burgerbaan.lifecycle import AVAILABLE
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.pages.bank_data import vacancy_words
from burgerbaan.pages.cards import vacancy_card
from burgerbaan.pages.shortlist import vacancy_facts
from burgerbaan.render import Renderer

FEW = 200
"""Below so many vacancies a second process costs more than it brings."""

_AT_ONCE = 50
"""Vacancies that a process takes at a time."""


def make_pieces(renderer: Renderer, workers: int) -> None:
    """The pieces that no earlier build made, over so many processes. Raises WorkerLostError when one is killed."""
    new = [item for item in renderer.site.published_vacancies if not renderer.pieces_of(item).by_kind]
    made = share(new, partial(_make, renderer), workers if len(new) >= FEW else 1, _AT_ONCE)
    for vacancy, pieces in zip(new, made, strict=True):
        renderer.fragments.now[vacancy.slug] = pieces


def _make(renderer: Renderer, vacancy: Vacancy) -> Pieces:
    vacancy_facts(renderer, vacancy)
    if renderer.site.state(vacancy) in AVAILABLE:
        vacancy_card(renderer, vacancy, "")
        vacancy_words(renderer, vacancy)
        vacancy_json(renderer, vacancy)
        vacancy_line(renderer, vacancy)
    return renderer.pieces_of(vacancy)
