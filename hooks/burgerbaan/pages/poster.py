"""Paper that leads to a vacancy: an A4 poster with strips to tear off, and four A6 cards on one sheet."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.lifecycle import OVER
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.pages.cards import SECTION
from burgerbaan.pages.poster_fit import Fit, fit_card, fit_poster
from burgerbaan.pages.poster_texts import card_texts, poster_texts
from burgerbaan.qr import qr_svg
from burgerbaan.render import Renderer


def paper_files(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool = False) -> Iterator[File]:
    """A poster and cards where paper may lead to a vacancy; with `has_pdf` a PDF will stand beside each."""
    if renderer.site.state(vacancy) not in OVER:
        yield _poster(renderer, vacancy, has_pdf=has_pdf)
        yield _cards(renderer, vacancy, has_pdf=has_pdf)


def _poster(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool) -> File:
    words = renderer.words
    fit = fit_poster(poster_texts(vacancy, renderer.site, words))
    sheet_html = _sheet(renderer, "poster", vacancy, fit)
    frame = {"title": words("poster.title", title=vacancy.title), "hint": words("poster.hint")}
    return _file(renderer, vacancy, "poster", has_pdf=has_pdf, sheet_html=sheet_html, **frame)


def _cards(renderer: Renderer, vacancy: Vacancy, *, has_pdf: bool) -> File:
    words = renderer.words
    fit = fit_card(card_texts(vacancy, renderer.site, words))
    sheet_html = _sheet(renderer, "poster-cards", vacancy, fit)
    frame = {"title": words("poster.card_title", title=vacancy.title), "hint": words("poster.card_hint")}
    return _file(renderer, vacancy, "kaartje", has_pdf=has_pdf, sheet_html=sheet_html, **frame)


def _sheet(renderer: Renderer, component: str, vacancy: Vacancy, fit: Fit) -> Markup:
    address = absolute(renderer.site, f"{SECTION}{vacancy.slug}/")
    qr_html = qr_svg(address, renderer.words("poster.code", title=vacancy.title))
    return renderer.component(component, vacancy=vacancy, fit=fit, qr_html=qr_html)


def _file(renderer: Renderer, vacancy: Vacancy, name: str, *, has_pdf: bool, **frame: str) -> File:
    folder = f"{SECTION}{vacancy.slug}/{name}/"
    pdf = f"{name}.pdf" if has_pdf else ""
    html = renderer.component("paper", vacancy=vacancy, pdf=pdf, base="../" * folder.count("/"), **frame)
    return text_file(f"{folder}index.html", str(html), pdf=folder + pdf if pdf else "")
