"""Cards that lead to the programme and not to one vacancy: four on one sheet, to put in somebody's hand."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import LEAFLET
from burgerbaan.codes import leaflet_page
from burgerbaan.model.leaflet import Leaflet
from burgerbaan.model.programme import Theme
from burgerbaan.output import File
from burgerbaan.pages.poster_fit import fit_card
from burgerbaan.pages.poster_texts import Fact, PaperTexts
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.paper import address_pieces
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.render import Renderer
from burgerbaan.ways import ways_to


def leaflet_files(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """The cards, when the programme says what stands on them; with `has_pdf` a PDF will stand beside them."""
    site, words = renderer.site, renderer.words
    page, leaflet = leaflet_page(site), site.programme.leaflet
    if page is None or leaflet is None:
        return
    address = absolute(site, page.url)
    sheet_html = renderer.component(
        "poster-cards",
        fit=fit_card(leaflet_texts(renderer, leaflet, address)),
        qr_html=qr_svg(address, words("leaflet.code")),
        is_example=site.programme.is_example,
    )
    bar = Sheet(
        url=LEAFLET,
        title=words("leaflet.title"),
        description=leaflet.summary,
        hint=words("poster.card_hint"),
        back=page.url,
        back_text=words("leaflet.back"),
    )
    yield sheet_file(renderer, bar, sheet_html, has_pdf=has_pdf)


def leaflet_texts(renderer: Renderer, leaflet: Leaflet, address: str) -> PaperTexts:
    """Everything on a card: after its points the second way to ask, for who would rather write than call."""
    first, *others = ways_to(renderer.site.programme.channel(Theme.JOIN), renderer.words)
    points = [Fact(point.pictogram.icon, (point.text,)) for point in leaflet.points]
    second = [Fact(way.icon, ("".join(part for piece in way.flow for part in piece),)) for way in others[:1]]
    printed = printed_address(address)
    return PaperTexts(
        title=leaflet.title,
        summary=leaflet.summary,
        facts=(*points, *second),
        ways=(first,),
        closing="",
        address=printed,
        address_pieces=address_pieces(printed),
    )
