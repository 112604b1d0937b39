"""How large codes are on paper, and how fine their modules may be for a phone that sees them from a distance.

A phone sees about 1.3 times the distance over 1,920 dots, and wants three dots to a module: so a module is at least a
five-hundredth of the distance. Sizes in millimetres, with the quiet zone, as in `giving-paper.css`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from burgerbaan.codes import CodeKind
from burgerbaan.qr import QUIET_ZONE, Code


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: the distance it is read from, and the side of each kind of code on it."""

    distance: int
    sides: Mapping[CodeKind, int]

    def is_too_fine(self, kind: CodeKind, code: Code) -> bool:
        """Whether a phone could not read a code at that distance."""
        return self.sides[kind] / (code.size + 2 * QUIET_ZONE) < self.distance / 500


PAPERS: Mapping[str, Paper] = {
    "poster": Paper(800, {CodeKind.ADDRESS: 80, CodeKind.PAYMENT: 100}),
    "kaartje": Paper(300, {CodeKind.ADDRESS: 38, CodeKind.PAYMENT: 50}),
}
"""By the name of the sheet; a poster is read from an arm's length and a step back."""
