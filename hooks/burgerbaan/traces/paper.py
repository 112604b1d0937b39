"""What a PDF holds: its text with what it says of itself, and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

_DEEP = 6
"""Pictures may stand in drawings that stand in drawings."""


def text_of(data: bytes) -> str | None:
    """Every line of a PDF and every field about it; None when it cannot be read."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            about = [f"{key}: {value}" for key, value in document.get_metadata_dict().items() if value]
            pages = []
            for page in document:
                text = page.get_textpage()
                pages.append(text.get_text_range())
                text.close()
                page.close()
    except pypdfium2.PdfiumError:
        return None
    return "\n".join((*about, *pages))


def pictures_of(data: bytes) -> Iterator[Image.Image | None]:
    """Every picture in a PDF; None for one that cannot be read, and so is not shown either."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            for item in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=_DEEP):
                try:
                    yield item.get_bitmap().to_pil()
                except (pypdfium2.PdfiumError, ValueError):
                    yield None
            page.close()
