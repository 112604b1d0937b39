"""Which sizes let the texts of a vacancy fill one sheet and no more.

Measures in millimetres, as in `poster-sizes.css`, which has a class for each step; step 1 is the largest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from burgerbaan.pages.poster_texts import Fact, PaperTexts
from burgerbaan.paper import Step, title_step


@dataclass(frozen=True, slots=True)
class Fit:
    """The texts that fit, and the steps of title, text and strips at which they do."""

    texts: PaperTexts
    title: int
    text: int
    strips: int = 0

    @property
    def strip_count(self) -> int:
        """How many strips hang below."""
        return _STRIPS[self.strips - 1][0]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A kind of paper: its steps, the room inside its edges, and how high texts become on it.

    `easy` is the last step of text that is easy to read: a smaller one comes only after smaller titles.
    """

    titles: tuple[Step, ...]
    texts: tuple[Step, ...]
    easy: int
    width: float
    free: float
    highest_title: float
    height: Callable[[PaperTexts, Step, Step], float]

    def fit(self, texts: PaperTexts, shorter: PaperTexts) -> Fit:
        """The largest steps at which texts fit; the shorter ones when nothing else helps."""
        first = title_step(texts.title, self.width, self.titles, self.highest_title)
        titles, sizes = range(first, len(self.titles) + 1), range(1, len(self.texts) + 1)
        for those, allowed in ((texts, sizes[: self.easy]), (texts, sizes), (shorter, sizes)):
            for title in titles:
                # The smaller the letters, the lower the text: halving finds the first that fits in three tries.
                place = bisect_left(allowed, True, key=partial(self._holds, those, title))
                if place < len(allowed):
                    return Fit(those, title, allowed[place])
        return Fit(shorter, titles[-1], sizes[-1])

    def _holds(self, texts: PaperTexts, title: int, text: int) -> bool:
        return self.height(texts, self.titles[title - 1], self.texts[text - 1]) <= self.free


def fit_poster(texts: PaperTexts) -> Fit:
    """How texts stand on a poster; days without times when nothing else helps."""
    shorter = replace(texts, facts=tuple(fact.shortened for fact in texts.facts))
    return replace(_POSTER.fit(texts, shorter), strips=_strips(texts))


def fit_card(texts: PaperTexts) -> Fit:
    """How texts stand on a card; without summary when nothing else helps."""
    return _CARD.fit(texts, replace(texts, summary=""))


def _poster_height(texts: PaperTexts, title: Step, step: Step) -> float:
    parts = (
        11,
        title.height(texts.title, _POSTER_WIDTH, is_bold=True),
        0.6 * step.size + Step(step.size * 1.15).height(texts.summary, _POSTER_WIDTH),
        max(_facts_height(texts.facts, step, 108), _POSTER_CODE + step.size * step.leading),
        _react_height(texts, step, _POSTER_WIDTH - 14),
    )
    return sum(parts) + 14


def _react_height(texts: PaperTexts, step: Step, room: float) -> float:
    first, *others = texts.ways
    large = Step(step.size * 1.6, 1.2)
    lines = [
        large.height_of_pieces(first.flow, room - 2 * large.size, is_bold=True),
        *(step.height_of_pieces(way.flow, room - 2 * step.size) for way in others),
        step.height_of_pieces(texts.address_pieces, room),
        step.height(texts.closing, room, is_bold=True) if texts.closing else 0,
    ]
    return 10 + sum(lines) + 0.3 * step.size * len(lines)


def _facts_height(facts: Iterable[Fact], step: Step, room: float) -> float:
    free = room - 1.8 * step.size
    return sum(0.45 * step.size + sum(step.height(line, free) for line in fact.lines) for fact in facts)


def _strips(texts: PaperTexts) -> int:
    """The first step at which every strip is wide enough for its text; else the last."""
    for number, (count, size) in enumerate(_STRIPS, 1):
        step = Step(size, 1.25)
        height = (
            step.height(texts.title, _STRIP_LENGTH, is_bold=True)
            + step.height_of_pieces(texts.ways[0].pieces, _STRIP_LENGTH, is_bold=True)
            + step.height_of_pieces(texts.address_pieces, _STRIP_LENGTH)
        )
        if height <= 210 / count - 3.6:
            return number
    return len(_STRIPS)


def _card_height(texts: PaperTexts, title: Step, step: Step) -> float:
    beside = step.height_of_pieces(texts.ways[0].flow, 47 - 2 * step.size, is_bold=True)
    parts = [
        step.size * step.leading * 1.3 + 1,
        title.height(texts.title, _CARD_WIDTH, is_bold=True),
        step.height(texts.summary, _CARD_WIDTH) if texts.summary else 0,
        _facts_height(texts.facts, step, _CARD_WIDTH),
        max(_CARD_CODE, step.size * 2 + beside),
        step.height_of_pieces(texts.address_pieces, _CARD_WIDTH),
    ]
    return sum(parts) + 3 * sum(1 for part in parts[1:] if part)


_POSTER_WIDTH, _POSTER_CODE = 182.0, 68.0
_CARD_WIDTH, _CARD_CODE = 88.0, 38.0

_STRIPS = ((8, 4.2), (8, 3.9), (8, 3.6), (8, 3.3), (6, 3.6), (6, 3.3), (5, 3.2), (4, 3.0), (3, 3.0))
"""How many, and the size of their letters."""

_STRIP_LENGTH = 52.0

_POSTER = _Sheet(
    titles=tuple(Step(size, 1.08) for size in (24, 20, 17, 14, 11.5, 9.5, 8)),
    texts=tuple(map(Step, (7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 3.8, 3.4))),
    easy=8,
    width=_POSTER_WIDTH,
    free=297 - 66 - 19,
    highest_title=58,
    height=_poster_height,
)

_CARD = _Sheet(
    titles=tuple(Step(size, 1.1) for size in (10, 8.5, 7.2, 6, 5)),
    texts=tuple(map(Step, (5, 4.6, 4.2, 3.8, 3.4, 3))),
    easy=4,
    width=_CARD_WIDTH,
    free=148.5 - 16,
    highest_title=29,
    height=_card_height,
)
