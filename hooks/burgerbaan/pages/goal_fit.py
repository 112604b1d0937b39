"""Which sizes let the texts of a goal fill a poster or a card and no more, beside codes that keep their size.

Measures in millimetres, as in `poster-sizes.css`, which has a class for each step; step 1 is the largest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from burgerbaan.code_size import PAPERS
from burgerbaan.codes import CodeKind
from burgerbaan.paper import Pieces, Step, title_step


@dataclass(frozen=True, slots=True)
class GoalTexts:
    """What stands on the sheet, from the top; `names` above the codes, `lines` about the account."""

    title: str
    summary: str
    names: Mapping[CodeKind, str]
    address: Pieces
    apps: str
    lines: tuple[str, ...]
    thanks: str


@dataclass(frozen=True, slots=True)
class GoalFit:
    """The steps of title and text at which all of it fits."""

    title: int
    text: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A kind of paper: its steps, the room inside its edges, what its head and the edges of a box take.

    `easy` is the last step of text that is easy to read: a smaller one comes only after smaller titles.
    """

    name: str
    titles: tuple[Step, ...]
    texts: tuple[Step, ...]
    easy: int
    width: float
    free: float
    head: float
    box: float
    gap: float
    highest_title: float

    def fit(self, texts: GoalTexts) -> GoalFit:
        """The largest steps at which texts fit; the fields are so short that the smallest always do."""
        first = title_step(texts.title, self.width, self.titles, self.highest_title)
        titles, sizes = range(first, len(self.titles) + 1), range(1, len(self.texts) + 1)
        for allowed in (sizes[: self.easy], sizes):
            for title, text in product(titles, allowed):
                if self._height(texts, self.titles[title - 1], self.texts[text - 1]) <= self.free:
                    return GoalFit(title, text)
        return GoalFit(len(self.titles), len(self.texts))

    def _height(self, texts: GoalTexts, title: Step, step: Step) -> float:
        account = sum(
            step.height(line, self.width - 2 * self.box, is_bold=True) + 0.2 * step.size for line in texts.lines
        )
        parts = (
            self.head,
            title.height(texts.title, self.width, is_bold=True),
            0.6 * step.size + Step(step.size * 1.15).height(texts.summary, self.width) if texts.summary else 0,
            max(self._column(texts, kind, step) for kind in texts.names),
            account + 2 * self.box if texts.lines else 0,
            step.height(texts.thanks, self.width, is_bold=True) if texts.thanks else 0,
        )
        return sum(parts) + self.gap * sum(1 for part in parts[1:] if part)

    def _column(self, texts: GoalTexts, kind: CodeKind, step: Step) -> float:
        side, small = PAPERS[self.name].sides[kind], Step(step.size * 0.85)
        under = (
            small.height_of_pieces(texts.address, side) if kind is CodeKind.ADDRESS else small.height(texts.apps, side)
        )
        return step.height(texts.names[kind], side, is_bold=True) + side + under


def fit_goal(name: str, texts: GoalTexts) -> GoalFit:
    """How texts stand on the poster or the card."""
    return _SHEETS[name].fit(texts)


_SHEETS = {
    "poster": _Sheet(
        name="poster",
        titles=tuple(Step(size, 1.08) for size in (24, 20, 17, 14, 11.5, 9.5, 8)),
        texts=tuple(map(Step, (7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 3.8, 3.4))),
        easy=6,
        width=190,
        free=276,
        head=11,
        box=5,
        gap=4,
        highest_title=58,
    ),
    "kaartje": _Sheet(
        name="kaartje",
        titles=tuple(Step(size, 1.1) for size in (10, 8.5, 7.2, 6, 5)),
        texts=tuple(map(Step, (5, 4.6, 4.2, 3.8, 3.4, 3))),
        easy=5,
        width=93,
        free=136,
        head=8,
        box=3.5,
        gap=2,
        highest_title=24,
    ),
}
