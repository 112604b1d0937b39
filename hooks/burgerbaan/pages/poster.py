"""Paper that leads to a vacancy: an A4 poster with strips to tear off, and four A6 cards on one sheet."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.addresses import VACANCIES
from burgerbaan.lifecycle import OVER
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File
from burgerbaan.pages.poster_fit import Fit, fit_card, fit_poster
from burgerbaan.pages.poster_texts import card_texts, poster_texts
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.render import Renderer
from burgerbaan.words import Words


def paper_files(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool = False) -> Iterator[File]:
    """A poster and cards where paper may lead to a vacancy; with `has_pdf` a PDF will stand beside each."""
    if renderer.site.state(vacancy) not in OVER:
        yield _poster(renderer, vacancy, has_pdf=has_pdf)
        yield _cards(renderer, vacancy, has_pdf=has_pdf)


def _poster(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool) -> File:
    words = renderer.words
    fit = fit_poster(poster_texts(renderer, vacancy))
    title, hint = words("poster.title", title=vacancy.title), words("poster.hint")
    sheet = _sheet(vacancy, "poster", title, hint, words)
    return sheet_file(renderer, sheet, _drawn(renderer, "poster", vacancy, fit), has_pdf=has_pdf)


def _cards(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool) -> File:
    words = renderer.words
    fit = fit_card(card_texts(renderer, vacancy))
    title, hint = words("poster.card_title", title=vacancy.title), words("poster.card_hint")
    sheet = _sheet(vacancy, "kaartje", title, hint, words)
    return sheet_file(renderer, sheet, _drawn(renderer, "poster-cards", vacancy, fit), has_pdf=has_pdf)


def _sheet(vacancy: Vacancy, name: str, title: str, hint: str, words: Words) -> Sheet:
    back = f"{VACANCIES}{vacancy.slug}/"
    return Sheet(f"{back}{name}/", title, vacancy.summary, hint, back, words("poster.back"))


def _drawn(renderer: Renderer, component: str, vacancy: Vacancy, fit: Fit) -> Markup:
    address = absolute(renderer.site, f"{VACANCIES}{vacancy.slug}/")
    qr_html = qr_svg(address, renderer.words("poster.code", title=vacancy.title))
    return renderer.component(component, vacancy=vacancy, fit=fit, qr_html=qr_html, is_example=vacancy.is_example)
