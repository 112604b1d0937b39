"""What must not be in a site, and whether a file of it holds any of that."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from burgerbaan.hidden_accounts import hidden_accounts_in
from burgerbaan.kinds import Kind
from burgerbaan.model.fields import slug_from
from burgerbaan.model.record import Secret
from burgerbaan.photos import PhotoError, upright
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.traces.likeness import Likeness, is_like_any
from burgerbaan.traces.lines import KnownLines
from burgerbaan.traces.metadata import has_metadata, is_picture
from burgerbaan.traces.naming import NameFinder
from burgerbaan.traces.paper import read_paper
from burgerbaan.traces.text import LEAKS, secrets_in

_COUNTS = "assets/zoeken/"
"""The index of the search: counts of words, whose digits mean nothing; the pages that it tells of are looked at too."""
_SCHEMAS = "data/schema/"
"""Tells editors how to write things, with examples."""
_UNSEEN = {
    b"\xc2\xad": b"\xad",  # U+00AD, the soft hyphen of our own pages
    b"\xe2\x80\x8b": b"\x8b",
    b"\xe2\x80\x8c": b"\x8c",
    b"\xe2\x80\x8d": b"\x8d",
    b"\xe2\x80\x8e": b"\x8e",
    b"\xe2\x80\x8f": b"\x8f",
    b"\xe2\x81\xa0": b"\x81",  # U+2060, the word joiner
    b"\xef\xbb\xbf": b"\xef",  # U+FEFF
}
"""Signs that nobody sees, each with a rare byte of it, for one byte is found ten times as fast."""
_UNSEEN_NAMES = re.compile(rb"&(?:shy|ZeroWidthSpace|zwn?j|lrm|rlm|NoBreak);", re.I)
_HIDDEN_IN_PDF = "zie je het niet in de pdf, druk haar dan af als nieuwe pdf"
"""A printed one loses what programs wrote about it, and how it was before."""
_LETTER = re.compile(
    rb"&(?:#(?!3[489];|6[02];)[0-9]+|#x(?!2[267];|3[ce];)[0-9a-f]+"
    rb"|[a-z]{1,2}(?:acute|grave|circ|uml|tilde|ring|cedil|caron|breve|ogon|macr|strok|slash|lig|dot));",
    re.I,
)
"""A letter that is written as its number or its name, as by who copied it from a page."""
_BASE64 = re.compile(rb";base64,([A-Za-z0-9+/=]+)")


class Looked(NamedTuple):
    """A watch of an earlier build: a short name for what it looked for by itself, and what it let pass."""

    forbidden: str
    allowed: frozenset[tuple[Secret | None, str]]


@dataclass(frozen=True)
class Watch:
    """What to look for.

    `names` of people who are not on the site; `photos` that may not be shown, by the hash of their bytes, and what
    they are like; `allowed` values of each secret, and `examples` that only schemas may hold: all others are leaks.
    """

    names: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    likenesses: tuple[Likeness, ...] = ()
    allowed: frozenset[tuple[Secret | None, str]] = field(default_factory=frozenset)
    examples: frozenset[tuple[Secret | None, str]] = field(default_factory=frozenset)

    @cached_property
    def _forbidden(self) -> str:
        parts = (sorted(self.names), sorted(self.photos), self.likenesses)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @property
    def looked(self) -> Looked:
        """What to remember of it until the next build."""
        return Looked(self._forbidden, self.allowed)

    def or_looked(self, before: Looked | None) -> Looked | None:
        """What to remember when some files were looked at by this watch and others `before`; None for nothing."""
        if before is None or before.forbidden != self._forbidden:
            return None
        return Looked(self._forbidden, before.allowed | self.allowed)

    def covers(self, before: Looked | None) -> bool:
        """Whether a file in which that watch found nothing need not be looked at again."""
        return before is not None and before.forbidden == self._forbidden and before.allowed <= self.allowed

    def found_in(self, path: str, data: bytes, origin: str = "") -> Iterator[Problem]:
        """Everything that should not be in one file, without saying what it is; `origin` is what it was made from."""
        if self._is_named(path):
            path = f"{path.split('/', 1)[0]}/…" if "/" in path else "…"
            path = "…" if self._is_named(path) else path
            yield problem(path, START, Kind.LEAK_PATH)
        source = f" (gemaakt van {origin})" if origin and not self._is_named(origin) else ""
        if is_picture(data):
            yield from self._in_picture(path, data, source)
        elif b"%PDF-" in data[:1024] or path.endswith(".pdf"):  # readers look no further
            yield from self._in_pdf(path, data, source)
        else:
            yield from self._in_text(path, data, source)
        if self.photos and hashlib.sha256(data).hexdigest() in self.photos:
            yield _leak(path, data, 0, Kind.LEAK_PHOTO, source)

    # A name may run over more lines; what has digits does so too seldom to look at every frame again.
    def _in_text(self, path: str, data: bytes, source: str) -> Iterator[Problem]:
        data = _as_seen(data)
        if path.startswith(_SCHEMAS) and path.endswith(".json"):  # made of our own examples, which may be called so too
            yield from self._in_lines(path, data, source)
            return
        for place in self._names_in(data):
            yield _leak(path, data, place, Kind.LEAK_NAME, source)
        unknown = self._lines.unknown_in(data)
        if any(self._in_lines(path, b"\n".join(unknown), source)):
            yield from self._in_lines(path, data, source)
        elif not path.startswith(_COUNTS):  # whose digits were not looked at
            self._lines.remember(unknown)

    @cached_property
    def _lines(self) -> KnownLines:
        return KnownLines()

    def _in_lines(self, path: str, data: bytes, source: str) -> Iterator[Problem]:
        allowed = self.allowed | self.examples if path.startswith(_SCHEMAS) else self.allowed
        for secret, value, place in secrets_in(data, has_numbers=not path.startswith(_COUNTS)):
            if (secret, value) not in allowed:
                yield _leak(path, data, place, LEAKS[secret], source)
        for found in _BASE64.finditer(data) if b";base64," in data else ():
            yield from self._in_picture(path, _decoded(found[1]), source)

    def _in_picture(self, path: str, data: bytes, source: str) -> Iterator[Problem]:
        if has_metadata(data):
            yield _leak(path, data, 0, Kind.LEAK_METADATA, source)
        if self.likenesses:
            try:
                is_like = is_like_any(upright(data, roughly=True), self.likenesses)
            except PhotoError:
                is_like = False
            if is_like:
                yield _leak(path, data, 0, Kind.LEAK_PHOTO, source)

    def _in_pdf(self, path: str, data: bytes, source: str) -> Iterator[Problem]:
        paper = read_paper(data)
        if paper is None:
            yield _leak(path, data, 0, Kind.LEAK_UNREADABLE, source)
            return
        source = f" ({'; '.join(filter(None, (source.strip(' ()'), _HIDDEN_IN_PDF)))})"
        yield from self._in_text(path, paper.text.encode("utf-8", "replace"), source)
        for iban, _ in hidden_accounts_in(paper.text):  # a PDF breaks its lines where it likes
            if (Secret.IBAN, iban) not in self.allowed:
                yield _leak(path, data, 0, Kind.LEAK_IBAN, source)
        if paper.has_traces:
            yield _leak(path, data, 0, Kind.LEAK_METADATA, source)
        pictures = paper.pictures() if self.likenesses else ()
        if any(picture is not None and is_like_any(picture, self.likenesses) for picture in pictures):
            yield _leak(path, data, 0, Kind.LEAK_PHOTO, source)

    def _is_named(self, path: str) -> bool:
        """Whether a path holds the name of somebody, as names of files are written."""
        addresses = (name for name in self.names if "/" in name)
        return any(pattern.search(path.lower()) for pattern in self._slugs) or any(name in path for name in addresses)

    @cached_property
    def _slugs(self) -> tuple[re.Pattern[str], ...]:
        slugs = sorted({slug_from(name) for name in self.names if "/" not in name})
        return tuple(re.compile(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])") for slug in slugs)

    # Looking for bytes is much faster than for a pattern, and a name is hardly ever there.
    def _names_in(self, data: bytes) -> Iterator[int]:
        """Where each name starts, in bytes."""
        finders = [finder for finder in self._finders if finder.plain_part in data]
        text = data.decode("utf-8", "surrogateescape") if finders else ""
        for finder in finders:
            for place in finder.found_in(text):
                yield len(text[:place].encode("utf-8", "surrogateescape"))

    @cached_property
    def _finders(self) -> tuple[NameFinder, ...]:
        """Of each name as it is and in capitals."""
        return tuple(
            map(NameFinder, sorted({form for name in self.names for form in (name, name.upper()) if name.strip()}))
        )


def _as_seen(data: bytes) -> bytes:
    """A text without signs that nobody sees, which may stand in the middle of a name, and with its letters as such."""
    if _LETTER.search(data):
        data = _LETTER.sub(lambda found: unescape(found[0].decode()).encode("utf-8", "replace"), data)
    if _UNSEEN_NAMES.search(data):
        data = _UNSEEN_NAMES.sub(b"", data)
    for sign, rare in _UNSEEN.items():
        if rare in data:
            data = data.replace(sign, b"")
    return data


def _decoded(text: bytes) -> bytes:
    try:
        return base64.b64decode(text + b"=" * (-len(text) % 4))
    except ValueError:  # no picture, whatever it says
        return b""


def _leak(path: str, data: bytes, place: int, kind: Kind, source: str) -> Problem:
    before = data[:place]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return problem(path, Position(line, column), kind, source=source)
