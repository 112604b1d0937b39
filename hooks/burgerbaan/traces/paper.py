"""What a PDF holds: all that it says, in whatever corner, and every picture; of each of its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from unicodedata import normalize

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from burgerbaan.traces.objects import (
    Objects,
    PackedError,
    Stream,
    is_drawn,
    is_note,
    is_pixels,
    note_in,
    objects_in,
    unpacked,
    with_pages_of,
)

_ABOUT = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.S)
"""What programs write about the making of something (XMP, ISO 16684-1), also about one photo."""

_ACTS = re.compile(rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData)\b")
"""What a PDF may do instead of being read: run a script or a program, or send a form (ISO 32000-2, 12.6.4)."""

_CARRIES = re.compile(rb"/(?:EmbeddedFiles?|FileAttachment|EF|XFA)\b")
"""Where other files hang in a PDF (7.11.4), and a form that says in another language what it shows."""

_MADE = re.compile(
    rb"Exif\0\0|JpgTiffExif|exif:GPS|Iptc4xmpExt:PersonInImage|Iptc4xmpCore:Location"
    rb"|8BIM\x04\x04\0{4}.{2}(?:\x1c\x01.\0.{1,9}?)*(?:\x1c\x02\0\0\x02.{2})?\x1c\x02[^\0]",
    re.S,
)
"""What a camera or somebody wrote in a photo: Exif, and who and where by XMP and IPTC; not that there could be some."""

_MOST_VERSIONS = 20
"""A PDF may grow by each change, and be read a second time for each."""

_HYPHEN = "\ufffe"
"""How PDFium tells of a hyphen at the end of a line: of the word, or of the line only."""

_JOINED = {code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Letters that printers cast as one."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that could be looked in: `text` is every line, link, note, field and chapter, and all that it says of
    itself; `has_traces` when a photo in it still says where, of whom or with what it was made.
    """

    text: str
    has_traces: bool
    _shown: tuple[bytes, ...]

    def pictures(self) -> Iterator[Image.Image | None]:
        """Every picture, whether a page, a note or a pattern shows it; None for one that cannot be read, and so is not
        shown either."""
        return chain.from_iterable(map(_pictures_of, self._shown))


def read_paper(data: bytes) -> Paper | None:
    """None when a PDF cannot be read, when it carries other files, or when it does something by itself."""
    try:
        versions = tuple(_versions_of(data))
        objects = tuple(map(objects_in, versions))
        if any(_ACTS.search(item.frame) or _CARRIES.search(item.frame) for item in objects):
            return None
        shown = tuple(chain(versions, *map(_each_by_itself, versions, objects)))
        lines = [line for version in shown for line in _lines_of(version)]
        notes, has_traces = _noted_in(data, [stream for item in objects for stream in item.streams])
    except (pypdfium2.PdfiumError, PackedError):
        return None
    texts = chain(lines, notes, *(item.texts for item in objects))
    return Paper(_as_typed("\n".join(dict.fromkeys(texts))), has_traces, shown)


def _noted_in(data: bytes, streams: Sequence[Stream]) -> tuple[list[str], bool]:
    """What programs wrote about a PDF and what is in it, and whether a camera did."""
    notes = [note_in(stream) for stream in streams if is_note(stream)]
    has_traces = False
    for part in chain((data,), (unpacked(stream) for stream in streams if not is_pixels(stream))):
        loose = [found.decode("utf-8", "replace") for found in _ABOUT.findall(part)]
        notes += [item for item in loose if not any(item in note for note in notes)]
        has_traces = has_traces or _MADE.search(part) is not None
    return notes, has_traces


def _as_typed(text: str) -> str:
    """A text without what a printer made of it; lines with a hyphen at their end come once more, with it."""
    text = text.translate(_JOINED)
    hyphened = [line.replace(_HYPHEN, "-") for line in text.split("\n") if _HYPHEN in line]
    return "\n".join((text.replace(_HYPHEN, ""), *hyphened))


def _versions_of(data: bytes) -> Iterator[bytes]:
    """A PDF as it is, and as it was before each change that was written behind it: that can still be dug up."""
    yield _written_anew(data)
    ends = [found.end() for found in re.finditer(rb"%%EOF", data)]
    if len(ends) > _MOST_VERSIONS:
        raise PackedError
    for end in ends[:-1]:
        try:
            yield _written_anew(data[:end])
        except pypdfium2.PdfiumError:  # the first part of a PDF for the web ends so too
            continue


def _written_anew(data: bytes) -> bytes:
    """Then no part of it is packed or locked but what streams hold."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.close()
        written = BytesIO()
        document.save(written, flags=pdfium.FPDF_REMOVE_SECURITY)
        return written.getvalue()


def _each_by_itself(written: bytes, objects: Objects) -> Iterator[bytes]:
    if numbers := [stream.number for stream in objects.streams if is_drawn(stream)]:  # PDFium opens none without a page
        yield with_pages_of(written, numbers)


def _lines_of(written: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(written) as document:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()


def _pictures_of(written: bytes) -> Iterator[Image.Image | None]:
    with pypdfium2.PdfDocument(written) as document:
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                try:
                    yield item.get_bitmap().to_pil()
                except (pypdfium2.PdfiumError, ValueError):
                    yield None
            page.close()
