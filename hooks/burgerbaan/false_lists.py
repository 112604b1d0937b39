"""Lines that look like the items of a list or the rows of a table, but that Markdown reads as one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from burgerbaan.kinds import Kind

LIST_ADVICE = "Begin elk punt met een streepje en een gewone spatie: - Koffie zetten"
_STEP_ADVICE = "Begin elke stap met een cijfer, een punt en een spatie: 1. Bel de organisatie"
_ROW_ADVICE = "Een tabel schrijf je met strepen: | maandag | 9 uur |, met onder de eerste rij: | --- | --- |"
_APART_ADVICE = f"Zet er lege regels tussen, of maak er een lijst van. {LIST_ADVICE}"

_BULLET = re.compile(r"(?:[•·▪◦‣●○\ue000-\uf8ff][ \t\u00a0]*|[-*+]\u00a0)(?=\S)")
"""One line is enough to know; word processors take bullets from the private use area."""
_BULLET_LINE = re.compile(rf"^ {{0,3}}({_BULLET.pattern})", re.M)
_TWICE = (
    (re.compile(r"-(?=[^\W\d_])"), LIST_ADVICE),
    (re.compile(r"[–—] +(?=\S)|o[ \t]+(?=\S)"), LIST_ADVICE),
    (re.compile(r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f? *(?=\S)"), LIST_ADVICE),
    (re.compile(r"(?:\d{1,2}|[a-z])\)[ \t]+(?=\S)|[a-z]\.[ \t]+(?=\S)"), _STEP_ADVICE),
)
_JOINED = (
    (re.compile(r"[A-Z][a-z]+ \d{1,2} ?[:.-] (?=\S)"), _STEP_ADVICE),
    (re.compile(r"\*\*[^*\n]{1,40}(?::\*\*|\*\*:)(?= *\S)"), _APART_ADVICE),
    (re.compile(r"[^\t\n]*[^\s](\t+)(?=\S)"), _ROW_ADVICE),
)
"""What begins a line by chance once, but not two lines of one paragraph."""


class FalseItem(NamedTuple):
    """A line of a paragraph that was meant as an item or a row: its number, its sign and what to do."""

    number: int
    kind: Kind
    sign: str
    advice: str


def false_item(lines: Sequence[str]) -> FalseItem | None:
    """The first such line."""
    ends = [number for number, line in enumerate(lines) if line.endswith(("  ", "\\"))]  # a break was asked for
    for number, line in enumerate(lines):
        bullet = _BULLET.match(line)
        if bullet:
            return FalseItem(number, Kind.MARK_UNREAD, bullet[0].strip() or "-", LIST_ADVICE)
    for pattern, advice in (*_TWICE, *_JOINED):
        found = [(number, sign) for number, line in enumerate(lines) if (sign := pattern.match(line))]
        if len(found) > 1 and found[0][0] not in ends:
            kind = Kind.LINES_JOINED if (pattern, advice) in _JOINED else Kind.MARK_UNREAD
            return FalseItem(found[0][0], kind, found[0][1][0].strip()[:60], advice)
    return None


def false_bullets(text: str) -> Iterator[tuple[str, str]]:
    """The first bullet of a text that is none, with what to do: one tells enough of a list."""
    bullet = _BULLET_LINE.search(text)
    if bullet:
        yield bullet[1].strip() or "-", LIST_ADVICE
