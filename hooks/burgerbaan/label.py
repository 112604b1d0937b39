"""Words inside a drawing: lines that fit in a box, in the typeface of whoever looks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from burgerbaan.paper import BOLD, width_of

_JOINER = "\u200d"
_FOREIGN = 0x250
"""From here on letters are of a typeface whose widths nobody knows beforehand."""


def label_lines(text: str, room: float, size: float, *, is_bold: bool = False) -> tuple[str, ...]:
    """A text as lines no wider than `room`, at letters of `size`; a word that is too long is broken."""
    full = room / size / (BOLD if is_bold else 1)
    lines, line = [], ""
    for glue, piece in _pieces(text.replace("\u00ad", ""), full):
        longer = f"{line}{glue}{piece}" if line else piece
        if line and width_of(longer) > full:
            lines.append(line)
            longer = piece
        line = longer
    return (*lines, line)


def needs_room(line: str) -> bool:
    """Whether a drawing must say how wide a line may be, as its letters can be wider than ours."""
    return any(ord(char) >= _FOREIGN and not "\u2010" <= char <= "\u2026" for char in line)


def label_width(line: str, size: float, *, is_bold: bool = False) -> float:
    """How wide a line is at most."""
    return width_of(line) * size * (BOLD if is_bold else 1)


def _pieces(text: str, full: float) -> Iterator[tuple[str, str]]:
    """What stays whole on a line, after what stands between it and the piece before."""
    for word in text.split():
        # A word that is too long breaks after its own hyphens; where it has none, anywhere.
        parts = re.split(r"(?<=[^-]-)(?=[^-])", word) if width_of(word) > full else [word]
        for number, part in enumerate(parts):
            glue, piece = "" if number else " ", ""
            for cluster in _clusters(part):
                if piece and width_of(part) > full and width_of(f"{piece}{cluster}-") > full:
                    yield glue, f"{piece}-"
                    glue, piece = "", ""
                piece += cluster
            yield glue, piece


def _clusters(word: str) -> Iterator[str]:
    """Letters with the marks that stand on them; what is joined stays together."""
    cluster = ""
    for char in word:
        is_mark = unicodedata.category(char) in ("Mn", "Me", "Cf") or cluster.endswith(_JOINER)
        if cluster and not is_mark:
            yield cluster
            cluster = ""
        cluster += char
    yield cluster
