"""How a code is drawn in a page, and how the drawing is read back from the page that came of it.

White plate of its own with the quiet zone inside (ISO/IEC 18004), so that it scans in dark mode too; one path with a
stroke through the middle of each run of dark modules, which is a third of the size of a path around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from burgerbaan.qr import QUIET_ZONE, Code, Level, code_of

_DARK = re.compile("1+")
_DRAWN = re.compile(
    r'<svg (?:xmlns="[^"]*" )?class="bb-qr" viewBox="0 0 (?P<size>\d{1,3}) (?P=size)"[^>]*>'
    r'<path fill="#fff" d="M0 0h(?P=size)v(?P=size)H0z"/><path stroke="#000" d="(?P<path>[^"]*)"/>'
)
_PATH = re.compile(r"M\d+ \d+\.5h\d+(?:m-?\d+ \d+h\d+)*")
_STEP = re.compile(r"[Mm](-?\d+) (\d+)(?:\.5)?h(\d+)")
MARK = b'class="bb-qr"'
"""Stands in every file with a code in it."""


def qr_svg(payload: str, label: str, level: Level = Level.STRONGEST, *, name: str = "qr", across: str = "") -> Markup:
    """An inline SVG; `label` says what it does, `across` stands over it for who might take it for real.

    `name` is its id, so that a page can show the same code again without drawing it again.
    """
    code = code_of(payload, level)
    size = code.size + 2 * QUIET_ZONE
    return Markup(
        '<svg class="bb-qr" viewBox="0 0 {0} {0}" id="{1}" role="img" aria-label="{2}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path stroke="#000" d="{3}"/>{4}</svg>'
    ).format(size, name, label, path_of(code), _words_across(across, size))


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
    x = y = 0
    for row, modules in enumerate(code.rows, QUIET_ZONE):
        for run in _DARK.finditer(modules):
            start, length = run.start() + QUIET_ZONE, run.end() - run.start()
            steps.append(f"m{start - x} {row - y}h{length}" if steps else f"M{start} {row}.5h{length}")
            x, y = start + length, row
    return "".join(steps)


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
    if not _PATH.fullmatch(path):
        return None
    rows = [0] * size
    x = y = 0
    for start, row, length in ((int(a), int(b), int(c)) for a, b, c in _STEP.findall(path)):
        x, y = x + start, y + row
        if x < QUIET_ZONE or x + length > size - QUIET_ZONE or not QUIET_ZONE <= y < size - QUIET_ZONE:
            return None
        x += length
        rows[y] |= (1 << length) - 1 << size - QUIET_ZONE - x
    inside = size - 2 * QUIET_ZONE
    return Code(inside, tuple(f"{row:0{inside}b}" for row in rows[QUIET_ZONE : size - QUIET_ZONE]))
