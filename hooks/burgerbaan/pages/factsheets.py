"""Factsheets: one A4 each, to print, and the list of them that a written page may hold."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.codes import factsheet_url
from burgerbaan.factsheet_fit import figure_columns, fit_factsheet
from burgerbaan.factsheet_texts import factsheet_texts
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.output import File
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.render import Renderer


def factsheet_files(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """Every factsheet; with `has_pdf` a PDF will stand beside each."""
    for sheet in renderer.site.factsheets.values():
        yield _file(renderer, sheet, has_pdf=has_pdf)


def factsheet_list(renderer: Renderer, base: str) -> Markup:
    """Links to all of them, in the order that editors chose."""
    sheets = sorted(renderer.site.factsheets.values(), key=lambda sheet: (sheet.order, sheet.slug))
    items = [{"sheet": sheet, "url": factsheet_url(sheet)} for sheet in sheets]
    return renderer.component("factsheet-list", items=items, base=base) if items else Markup("")


def _file(renderer: Renderer, sheet: Factsheet, *, has_pdf: bool) -> File:
    site, words = renderer.site, renderer.words
    page = site.pages[sheet.page]
    texts = factsheet_texts(sheet, site, words)
    sheet_html = renderer.component(
        "factsheet",
        texts=texts,
        fit=fit_factsheet(texts),
        columns=figure_columns(len(texts.figures)),
        qr_html=qr_svg(absolute(site, page.url), words("factsheet.code", title=page.title)),
    )
    bar = Sheet(
        url=factsheet_url(sheet),
        title=words("factsheet.title", title=sheet.title),
        description=sheet.summary,
        hint=words("factsheet.hint"),
        back=page.url,
        back_text=words("factsheet.back", title=page.title),
    )
    return sheet_file(renderer, bar, sheet_html, has_pdf=has_pdf)
