"""What a PDF holds: its text and links with what it says of itself, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_int, cast, create_string_buffer
from functools import partial
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

_ABOUT = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
"""What programs write into a PDF about its making (XMP, ISO 16684-1)."""

_NOTED = (b"Contents", b"RC", b"T", b"Subj", b"TU", b"V", b"DV")
"""Where a note, or a field of a form, says something (ISO 32000-2, 12.5 and 12.7)."""

_ACTS = re.compile(rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData)\b")
"""What a PDF may do instead of being read: run a script or a program, or send a form (ISO 32000-2, 12.6.4)."""

_DEEP = 41
"""Pictures may stand in drawings that stand in drawings: PDFium shows what stands in forty of them."""


def text_of(data: bytes) -> str | None:
    """Every line, link, note, field and chapter of a PDF, and everything it says about itself; None when it cannot be
    read, when it carries other files, or when it does something by itself."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            if pdfium.FPDFDoc_GetAttachmentCount(document) or _acts(document):
                return None
            document.init_forms()
            about = [f"{key}: {value}" for key, value in document.get_metadata_dict().items() if value]
            about += [found.decode("utf-8", "replace") for found in _ABOUT.findall(data)]
            pages = [chapter.get_title() for chapter in document.get_toc()]
            for page in document:
                if any(pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_FILEATTACHMENT for note in _notes(page)):
                    return None
                text = page.get_textpage()
                pages += [text.get_text_range(), *_links(document, page), *_noted(document, page)]
                text.close()
                page.close()
    except pypdfium2.PdfiumError:
        return None
    return "\n".join((*about, *pages))


def has_traces(data: bytes) -> bool:
    """Whether a photo in a PDF still says where and with what it was made; photos lie there as they are."""
    return b"Exif\0\0" in data


def _acts(document: Any) -> bool:
    """Whether it does something; written anew, for then no part of a PDF is packed or locked but what streams hold."""
    written = BytesIO()
    document.save(written, flags=pdfium.FPDF_REMOVE_SECURITY)
    return bool(_ACTS.search(written.getvalue()))


def _links(document: Any, page: Any) -> Iterator[str]:
    place, link = c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, byref(place), byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length:
            text = create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, text, length)
            yield text.value.decode("utf-8", "replace")


def _notes(page: Any) -> Iterator[Any]:
    """What stands beside the text of a page: notes, fields to fill in, and files that hang on it."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        try:
            yield note
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _noted(document: Any, page: Any) -> Iterator[str]:
    form = document.formenv
    for note in _notes(page):
        yield from (_said(partial(pdfium.FPDFAnnot_GetStringValue, note, key)) for key in _NOTED)
        for read in (pdfium.FPDFAnnot_GetFormFieldName, pdfium.FPDFAnnot_GetFormFieldValue) if form else ():
            yield _said(partial(read, form, note))


def _said(read: Callable[[Any, int], int]) -> str:
    """A text as PDFium gives it: its length when asked with no room, and then itself."""
    length = read(None, 0)
    text = create_string_buffer(length)
    read(cast(text, POINTER(pdfium.FPDF_WCHAR)), length)
    return text.raw.decode("utf-16-le", "replace").rstrip("\0")


def pictures_of(data: bytes) -> Iterator[Image.Image | None]:
    """Every picture in a PDF; None for one that cannot be read, and so is not shown either."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEP):
                try:
                    yield item.get_bitmap().to_pil()
                except (pypdfium2.PdfiumError, ValueError):
                    yield None
            page.close()
