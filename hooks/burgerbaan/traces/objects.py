"""The objects of a PDF as PDFium writes it anew: not locked, each by itself, only streams packed (ISO 32000-2, 7.3)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

MOST_UNPACKED = 64_000_000
"""Bytes of one stream that is unpacked to look in: more than a drawing has, less than what takes all memory."""
MOST_SAID = 2_000_000
"""Bytes of what a program writes about a PDF: a small picture of it may be among them."""

_TOKEN = re.compile(
    rb"\((?P<said>(?:[^()\\]|\\.)*)\)|<(?P<hex>[0-9A-Fa-f]*)>|(?P<number>\d+) \d+ obj\b|>>stream\r\n", re.S
)
"""What may hold something that looks like another object, and where an object starts."""
_LENGTH = re.compile(rb"/Length (\d+)")
_ESCAPED = re.compile(rb"\\(.)", re.S)
_SIGNS = {b"n": b"\n", b"r": b"\r"}
_MARKUP = re.compile(rb"[\xef\xbb\xbf\xfe\xff\s\0]*<")
_FILTERS = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+))")
_FILES = (b"/DCTDecode", b"/JPXDecode")
"""Pictures that lie in a PDF as the files that they were (JPEG, JPEG 2000)."""
_KINDS = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb": "utf-8"}


class PackedError(Exception):
    """A part of a PDF that cannot be looked in."""


class Stream(NamedTuple):
    """Bytes in a PDF with what they are, and the number of the object."""

    number: int
    about: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Objects:
    """A PDF taken apart: every text in brackets, every stream, and the `frame` of names and numbers around them."""

    texts: tuple[str, ...]
    streams: tuple[Stream, ...]
    frame: bytes


def objects_in(written: bytes) -> Objects:
    """Everything in a PDF that PDFium wrote. PackedError when the end of a stream is not where it should be."""
    texts: list[str] = []
    streams: list[Stream] = []
    frame: list[bytes] = []
    number = place = start = 0
    end = written.rfind(b"/ID[", written.rfind(b"trailer"))  # made up at each writing
    while found := _TOKEN.search(written, place, end if end >= 0 else len(written)):
        frame.append(written[place : found.start()])
        place = found.end()
        if found["number"]:
            number, start = int(found["number"]), found.start()
        elif found[0] == b">>stream\r\n":
            about = written[start : found.start()]
            place += _length(written, place, about)
            streams.append(Stream(number, about, written[found.end() : place]))
        else:
            texts.append(_text(found))
    return Objects(tuple(filter(None, texts)), tuple(streams), b"".join((*frame, written[place:])))


def unpacked(stream: Stream) -> bytes:
    """A stream without the filters that only pack it; PackedError when it is too much."""
    data = stream.data
    for name in _filters(stream):
        if name != b"/FlateDecode":
            break
        data = _inflated(data, MOST_UNPACKED)
    return data


def _inflated(data: bytes, most: int) -> bytes:
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(data, most + 1)
    except zlib.error:  # damaged, so nothing shows it either
        return data
    if len(found) > most:
        raise PackedError
    return found


def is_pixels(stream: Stream) -> bool:
    """Whether a stream holds a picture as bare dots: large, and without room for anything else."""
    return b"/Subtype/Image" in stream.about and not any(name in _FILES for name in _filters(stream))


def is_drawn(stream: Stream) -> bool:
    """Whether a stream is a picture or a drawing, that pages, notes and patterns may show."""
    return re.search(rb"/Subtype/(?:Image|Form)\b", stream.about) is not None


def is_note(stream: Stream) -> bool:
    """Whether a stream is what programs wrote about a PDF or a part of it (XMP)."""
    return b"/Type/Metadata" in stream.about


def with_pages_of(written: bytes, numbers: Iterable[int]) -> bytes:
    """The same PDF, with as its pages each of these drawings and pictures by itself, wherever they are shown."""
    tail = written[written.rfind(b"trailer") :]
    first, last = (int(re.findall(pattern, tail)[-1]) for pattern in (rb"/Size (\d+)", rb"startxref\s+(\d+)"))
    tree, drawing = first + 1, first + 2
    pages = [_page(number, tree, drawing) for number in numbers]
    kids = b" ".join(b"%d 0 R" % (drawing + count) for count in range(1, len(pages) + 1))
    bodies = (
        b"<</Type/Catalog/Pages %d 0 R>>" % tree,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Length 5>>stream\n/X Do\nendstream",
        *pages,
    )
    objects = [b"%d 0 obj\n%s\nendobj\n" % item for item in enumerate(bodies, first)]
    starts = list(accumulate(map(len, objects), initial=len(written)))
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts[:-1])
    end = b"trailer<</Root %d 0 R/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    end %= (first, first + len(objects), last, starts[-1])
    return b"".join((written, *objects, b"xref\n%d %d\n" % (first, len(objects)), rows, end))


def _page(number: int, tree: int, drawing: int) -> bytes:
    shown = b"/Resources<</XObject<</X %d 0 R>>>>/Contents %d 0 R" % (number, drawing)
    return b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]%s>>" % (tree, shown)


def _length(written: bytes, place: int, about: bytes) -> int:
    lengths = [int(found[1]) for found in _LENGTH.finditer(about)]  # a part of it may have a length too
    for length in lengths:
        if written.startswith(b"\r\nendstream", place + length):
            return length
    raise PackedError


def _filters(stream: Stream) -> list[bytes]:
    found = _FILTERS.search(stream.about)
    return re.findall(rb"/\w+", found[1] or found[2]) if found else []


def _text(found: re.Match[bytes]) -> str:
    """What a text says; '' for bytes that are none, such as those of a signature."""
    if found["hex"] is not None:
        data = bytes.fromhex(found["hex"].decode() + "0" * (len(found["hex"]) % 2))
    else:
        data = _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), found["said"])
    kind = _KINDS.get(data[:2])
    if kind:
        return data.decode(kind, "replace")
    return "" if b"\0" in data else data.decode("latin-1")


def note_in(stream: Stream) -> str:
    """What such a stream says, in whatever letters. PackedError when it cannot be unpacked."""
    data = stream.data
    if data and not _MARKUP.match(data):  # PDFium forgets how it was packed
        data = _inflated(data, MOST_SAID)
        if not _MARKUP.match(data):
            raise PackedError
    return data.decode(_KINDS.get(data[:2], "utf-8"), "replace")
