"""A sheet of paper as a page: what is printed, below a bar that is not."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the bar says: `url` is the folder of the sheet, `hint` how to print it, `back` the page it belongs to."""

    url: str
    title: str
    description: str
    hint: str
    back: str
    back_text: str


def sheet_file(renderer: Renderer, sheet: Sheet, sheet_html: Markup, *, has_pdf: bool = False) -> File:
    """The page of a sheet; with `has_pdf` a PDF of the same name will stand beside it."""
    parts = sheet.url.strip("/").split("/")
    pdf = f"{parts[-1]}.pdf" if has_pdf else ""
    html = renderer.component(
        "paper",
        sheet=sheet,
        sheet_html=sheet_html,
        pdf=pdf,
        download="-".join(parts[-2:]) + ".pdf",
        base="../" * len(parts),
    )
    return text_file(f"{sheet.url}index.html", str(html), pdf=sheet.url + pdf if pdf else "")
