"""How large text may stand on a sheet of paper, before any browser has seen it. Sizes are in millimetres.

Every visitor prints in another typeface; the widths here are those of a wide one, so that all of them fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

Pieces = tuple[tuple[str, ...], ...]
"""A text that breaks between pieces, and inside a piece between its parts only when it must."""

_NARROW, _COMMON, _TALL, _WIDE = 0.42, 0.64, 0.8, 1.05
BOLD = 1.13
"""How much wider bold letters are."""
_SOFT_HYPHEN = "\u00ad"
_SMALL = frozenset(" .,:;'’`|!ijlftrI()[]/-–")
_LARGE = frozenset("mwMWOQ@%&…—")


@dataclass(frozen=True, slots=True)
class Step:
    """One size: of the letters, and how high a line is as a multiple of that."""

    size: float
    leading: float = 1.3

    def height(self, text: str, room: float, *, is_bold: bool = False) -> float:
        """Height of a text where `room` is free for each line; a word that is too long is broken."""
        return self._high(_lines_of(text, self._full(room, is_bold)))

    def height_of_pieces(self, pieces: Pieces, room: float, *, is_bold: bool = False) -> float:
        """Height of pieces that stay whole; one that is too long stands on lines of its own."""
        full = self._full(room, is_bold)
        widths = _widths_of_pieces(pieces)
        whole = (
            width if width <= full else full * _lines(map(width_of, piece), full)
            for piece, width in zip(pieces, widths, strict=True)
        )
        return self._high(_lines(whole, full))

    def wrapped(self, text: str, room: float, *, is_bold: bool = False) -> tuple[str, ...]:
        """The lines on which a text then stands; a word that is too long is broken."""
        full = self._full(room, is_bold)
        lines: list[str] = []
        for word in text.replace(_SOFT_HYPHEN, "").split():
            first, *rest = _broken(word, full)
            if lines and not rest and width_of(lines[-1]) + _NARROW + width_of(first) <= full:
                lines[-1] = f"{lines[-1]} {first}"
            else:
                lines += [first, *rest]
        return tuple(lines)

    def width(self, text: str, *, is_bold: bool = False) -> float:
        """How wide a text on one line is at most."""
        return width_of(text) * self.size * (BOLD if is_bold else 1)

    def holds_words(self, text: str, room: float) -> bool:
        """Whether no bold word has to be broken."""
        return max(_widths(text), default=0.0) <= self._full(room, is_bold=True)

    def _full(self, room: float, is_bold: bool) -> float:
        return room / self.size / (BOLD if is_bold else 1)

    def _high(self, lines: int) -> float:
        return lines * self.size * self.leading


def _lines(widths: Iterable[float], full: float, space: float = 0.0) -> int:
    count, used = 1, 0.0
    for width in widths:
        if used and used + space + width > full:
            count, used = count + 1, 0.0
        used += width + (space if used else 0.0)
        while used > full + 0.001:
            count, used = count + 1, used - full
    return count


def _broken(word: str, full: float) -> list[str]:
    """The pieces of a word that each fit on a line; a mark stays with its letter."""
    pieces = [""]
    for char in word:
        if pieces[-1] and width_of(pieces[-1] + char) > full and not combining(char):
            pieces.append("")
        pieces[-1] += char
    return pieces


# Many vacancies tell the same: the same hours, the same reward.
@lru_cache(maxsize=16384)
def _lines_of(text: str, full: float) -> int:
    return _lines(_widths(text), full, space=_NARROW)


# The same texts are tried at one size after another.
@lru_cache(maxsize=256)
def _widths(text: str) -> tuple[float, ...]:
    return tuple(map(width_of, text.split()))


@lru_cache(maxsize=256)
def _widths_of_pieces(pieces: Pieces) -> tuple[float, ...]:
    return tuple(width_of("".join(piece)) for piece in pieces)


@lru_cache(maxsize=16384)
def width_of(word: str) -> float:
    """Width of a word, as a multiple of the size of its letters."""
    return sum(map(_width, word))


def _width(char: str) -> float:
    if char in _SMALL:
        return _NARROW
    if char in _LARGE or ord(char) >= 0x2E80:
        return _WIDE
    return _TALL if char.isupper() else _COMMON


def address_pieces(address: str) -> Pieces:
    """A web or mail address breaks after a slash; a piece too long for a line breaks before a hyphen, '@' or dot."""
    return tuple(tuple(filter(None, re.split(r"(?=[-@.])", piece))) for piece in re.split(r"(?<=/)(?!/|$)", address))


def title_step(title: str, room: float, steps: Sequence[Step], highest: float) -> int:
    """Number of the largest step, from 1, at which a title breaks no word and is not too high; else the smallest."""
    for number, step in enumerate(steps, 1):
        if step.holds_words(title, room) and step.height(title, room, is_bold=True) <= highest:
            return number
    return len(steps)
