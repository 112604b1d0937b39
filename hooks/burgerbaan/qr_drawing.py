"""How a code is drawn in a page, and how the drawing is read back from the page that came of it.

White plate of its own with the quiet zone inside (ISO/IEC 18004), so that it scans in dark mode too; one path with a
stroke through the middle of each run of dark modules, which is a third of the size of a path around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from burgerbaan.qr import QUIET_ZONE, Code, Level, code_of

_DARK = re.compile("1+")
_DRAWN = re.compile(
    r'<svg (?:xmlns="[^"]*" )?class="bb-qr" viewBox="0 0 (?P<size>\d{1,3}) (?P=size)"[^>]*>'
    r'<path fill="#fff" d="M0 0h(?P=size)v(?P=size)H0z"/><path stroke="#000" d="(?P<path>[^"]*)"/>'
)
_FIRST = re.compile(r"M([0-9]{1,3}) ([0-9]{1,3})\.5h([0-9]{1,3})")
_STEP = re.compile(r"(-?[0-9]{1,3}) ([0-9]{1,3})h([0-9]{1,3})")
MARK = b'class="bb-qr"'
"""Stands in every file with a code in it."""


# A poster and a card of one vacancy show the same code.
@lru_cache(maxsize=64)
def qr_svg(payload: str, label: str, level: Level = Level.STRONGEST, *, name: str = "qr", across: str = "") -> Markup:
    """An inline SVG; `label` says what it does, `across` stands over it for who might take it for real.

    `name` is its id, so that a page can show the same code again without drawing it again.
    """
    code = code_of(payload, level)
    size = code.size + 2 * QUIET_ZONE
    return Markup(
        f'<svg class="bb-qr" viewBox="0 0 {size} {size}" id="{escape(name)}" role="img" aria-label="{escape(label)}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{path_of(code)}"/>{_words_across(across, size)}</svg>'
    )


def _words_across(words: str, size: int) -> Markup:
    """Words from corner to corner, light enough over white and dark enough over black for a reader to look through."""
    if not words:
        return Markup("")
    middle, letters = size / 2, 1.7 * size / len(words)
    return Markup(
        '<text class="bb-qr__across" x="{0:g}" y="{1:g}" transform="rotate(-45 {0:g} {0:g})" font-size="{2:.1f}"'
        ' text-anchor="middle" fill="#d32f2f" fill-opacity=".6" font-weight="700">{3}</text>'
    ).format(middle, middle + letters / 3, letters, words)


@lru_cache(maxsize=64)
def path_of(code: Code) -> str:
    """Runs of dark modules, row by row, each a line from where the one before ended."""
    steps: list[str] = []
    x, y = -QUIET_ZONE, 0
    for row, modules in enumerate(code.rows, QUIET_ZONE):
        for run in _DARK.finditer(modules):
            start, end = run.span()
            steps.append(_written(start - x, row - y, end - start))
            x, y = end, row
    return "".join(steps).replace("m", "M", 1).replace("h", ".5h", 1)


# All codes are drawn with the same few hundred steps.
@lru_cache(maxsize=4096)
def _written(across: int, down: int, length: int) -> str:
    return f"m{across} {down}h{length}"


def codes_in(html: str) -> Iterator[tuple[int, Code | None]]:
    """Every code that is drawn in a page, with where it starts; None for one that was not drawn by `qr_svg`."""
    for place in re.finditer(re.escape(MARK.decode()), html):
        start = html.rfind("<", 0, place.start())
        if "<use " in html[start : place.end() + 120].partition("</svg>")[0]:
            continue
        drawn = _DRAWN.match(html, start)
        yield start, _code(int(drawn["size"]), drawn["path"]) if drawn else None


@lru_cache(maxsize=64)
def _code(size: int, path: str) -> Code | None:
    """The modules that a path paints; None when it is not such a path or leaves its plate."""
    first, *others = path.split("m")
    steps = [_step(first, _FIRST), *(_step(text, _STEP) for text in others)]
    rows = [0] * size
    x, y, last = 0, 0, size - QUIET_ZONE
    for step in steps:
        if step is None:
            return None
        start, row, length = step
        x, y = x + start, y + row
        if x < QUIET_ZONE or x + length > last or not QUIET_ZONE <= y < last:
            return None
        x += length
        rows[y] |= (1 << length) - 1 << last - x
    inside = size - 2 * QUIET_ZONE
    return Code(inside, tuple(f"{row:0{inside}b}" for row in rows[QUIET_ZONE:last]))


@lru_cache(maxsize=4096)
def _step(text: str, shape: re.Pattern[str]) -> tuple[int, int, int] | None:
    """How far to go, how far down, and how much to draw."""
    found = shape.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
