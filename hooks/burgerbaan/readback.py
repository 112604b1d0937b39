"""Every code of the finished site is read once more, from the file that visitors get, and compared with what it is for.

Codes in pages are taken from the path that is drawn there; those in PDFs and pictures are looked at as a phone does.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from html import unescape
from pathlib import Path

import pypdfium2
import resvg_py
from PIL import Image

from burgerbaan.addresses import DATA
from burgerbaan.codes import CodeKind, PublishedCode
from burgerbaan.epc import read_payment
from burgerbaan.intricacy import where_too_intricate
from burgerbaan.kinds import Kind
from burgerbaan.model.payment import in_fours
from burgerbaan.photos import PhotoError, upright
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.qr import Level, reading_of, texts_in
from burgerbaan.qr_drawing import MARK, codes_in
from burgerbaan.rules.drawings import what_is_unsafe
from burgerbaan.traces.metadata import is_picture

LIST = f"{DATA}qr.json"
CLEAN = Path(__file__).parent / "clean-drawings.sha256"
"""Drawings of the theme in which a test finds no code; one that is changed is looked at in every build again."""

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.S)
_LARGEST = 3400
"""Points on a side of a page of a PDF, a little more than A0: a larger one takes more memory than there is."""
_DRAWN = 1000
"""Dots on a side of a drawing: enough for the largest code that a phone still reads from a screen."""
_PER_INCH = 200
"""Sharp enough for the smallest code that is printed: a module of 0.5 mm is 4 dots wide."""


class Readback:
    """What the codes of one site should hold."""

    def __init__(self, codes: Iterable[PublishedCode]) -> None:
        self._codes = tuple(codes)
        self._by_file: dict[str, list[PublishedCode]] = {}
        for code in self._codes:
            self._by_file.setdefault(code.file, []).append(code)
        self._known = frozenset(code.payload for code in self._codes)

    def knows(self, payloads: Iterable[str]) -> bool:
        """Whether the site publishes all of these: a picture that holds them need not be looked at again."""
        return self._known.issuperset(payloads)

    def found_in(self, path: str, data: bytes) -> Iterator[Problem]:
        """Everything that is wrong with the codes of one file."""
        if path == LIST:
            yield from self._in_list(path, data)
        elif is_picture(data):
            yield from self._in_picture(path, data)
        elif b"%PDF-" in data[:1024]:
            yield from self._in_pdf(path, data)
        elif path.endswith(".svg"):
            if hashlib.sha256(data).hexdigest() not in _clean():
                yield from self._in_drawing(path, data)
        elif path in self._by_file or MARK in data:
            yield from self._in_page(path, data.decode("utf-8", "replace"))

    def absent_from(self, paths: Iterable[str]) -> Iterator[Problem]:
        """Files with a code that are not there at all."""
        there = frozenset(paths)
        for file, codes in self._by_file.items():
            if file not in there:
                yield problem(file, START, Kind.CODE_ABSENT, page=codes[0].page)

    def _in_list(self, path: str, data: bytes) -> Iterator[Problem]:
        try:
            told = [tuple(item.values()) for item in json.loads(data)]
        except (ValueError, AttributeError):
            told = []
        if told != [(code.file, str(code.kind), code.payload, code.page) for code in self._codes]:
            yield problem(path, START, Kind.CODE_LIST)

    def _in_page(self, path: str, html: str) -> Iterator[Problem]:
        wanted = {code.payload: code for code in self._by_file.get(path, ())}
        left = Counter(wanted.keys())
        for place, code in codes_in(html):
            reading = reading_of(code) if code else None
            if reading is None or not reading.text:
                yield _at(path, html, place, Kind.CODE_UNREADABLE)
                continue
            if not left[reading.text]:
                yield _at(path, html, place, Kind.CODE_OTHER)
                continue
            left[reading.text] -= 1
            if wanted[reading.text].kind is CodeKind.PAYMENT:
                yield from self._wrong_payment(path, html, place, wanted[reading.text], reading.level)
        yield from _not_told(path, unescape(_TAG.sub("", html)), wanted)
        for payload in +left:
            yield problem(path, START, Kind.CODE_ABSENT, page=wanted[payload].page)

    def _wrong_payment(self, path: str, html: str, place: int, code: PublishedCode, level: str) -> Iterator[Problem]:
        """What a bank app makes of it, by a reader that knows nothing of who wrote it."""
        if level != Level.MEDIUM.letter:
            yield _at(path, html, place, Kind.CODE_LEVEL)
        try:
            transfer = read_payment(code.payload)
        except ValueError:
            yield _at(path, html, place, Kind.CODE_UNREADABLE)
            return
        if not {transfer.name, in_fours(transfer.iban)} <= set(code.beside):
            yield _at(path, html, place, Kind.CODE_OTHER)

    def _in_pdf(self, path: str, data: bytes) -> Iterator[Problem]:
        codes = self._by_file.get(path) or self._by_file.get(f"{path.rpartition('/')[0]}/index.html", [])
        wanted = {code.payload: code for code in codes}
        found: set[str] = set()
        told = ""
        try:
            with pypdfium2.PdfDocument(data) as document:
                for page in document:
                    if max(page.get_size()) > _LARGEST:
                        yield problem(path, START, Kind.CODE_SHEET)
                        return
                    found.update(texts_in(page.render(scale=_PER_INCH / 72).to_pil().convert("L")))
                    told += page.get_textpage().get_text_range()
        except pypdfium2.PdfiumError:
            return  # told of by who looks for what may not be public
        yield from self._differences(path, found, wanted)
        yield from _not_told(path, told, wanted)

    def _differences(self, path: str, found: set[str], wanted: Mapping[str, PublishedCode]) -> Iterator[Problem]:
        """What a picture or document holds beside what it should; without codes of its own it may hold any of ours."""
        if found - (wanted.keys() or self._known):
            yield problem(path, START, Kind.CODE_OTHER)
        for payload in sorted(wanted.keys() - found):
            yield problem(path, START, Kind.CODE_ABSENT, page=wanted[payload].page)

    def _in_drawing(self, path: str, data: bytes) -> Iterator[Problem]:
        text = data.decode("utf-8", "replace")
        if what_is_unsafe(text) or where_too_intricate(text):  # a preview goes on with what the check refused
            yield problem(path, START, Kind.CODE_DRAWING)
            return
        try:
            drawn = resvg_py.svg_to_bytes(
                svg_string=text,
                width=_DRAWN,
                height=_DRAWN,  # or one that is very high takes all memory, and the build with it
                background="white",
                skip_system_fonts=True,
            )
        except ValueError:
            yield problem(path, START, Kind.CODE_DRAWING)
            return
        with Image.open(io.BytesIO(drawn)) as picture:
            yield from self._differences(path, set(texts_in(picture.convert("L"))), {})

    def _in_picture(self, path: str, data: bytes) -> Iterator[Problem]:
        found = _texts_of(data)
        if found is not None:
            wanted = {code.payload: code for code in self._by_file.get(path, ())}
            yield from self._differences(path, set(found), wanted)


def pictured_in(data: bytes) -> frozenset[str]:
    """What the codes in a file hold when it is a picture: unlike those of a page, they are not made of the site."""
    return (_texts_of(data) or frozenset()) if is_picture(data) else frozenset()


# A picture is asked about twice in a row, and looking for codes takes the time of drawing it.
@lru_cache(maxsize=1)
def _texts_of(data: bytes) -> frozenset[str] | None:
    """None for a picture that cannot be read."""
    try:
        return frozenset(texts_in(upright(data)))
    except PhotoError:
        return None


@cache
def _clean() -> frozenset[str]:
    """Hashes of drawings without a code, as `sha256sum` writes them."""
    return frozenset(line.split()[0] for line in CLEAN.read_text("ascii").splitlines())


def _not_told(path: str, text: str, wanted: Mapping[str, PublishedCode]) -> Iterator[Problem]:
    """What codes hold and nobody can read beside them."""
    plain = _plain(text)
    for value in sorted({value for code in wanted.values() for value in code.beside}):
        if _plain(value) not in plain:
            yield problem(path, START, Kind.CODE_TEXT, value=value)


def _plain(text: str) -> str:
    """Text without spaces: browsers break lines where they like."""
    return "".join(text.split())


def _at(path: str, html: str, place: int, kind: Kind) -> Problem:
    before = html[:place]
    return problem(path, Position(before.count("\n") + 1, len(before) - before.rfind("\n")), kind)
