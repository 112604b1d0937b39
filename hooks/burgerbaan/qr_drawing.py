"""How a code is drawn in a page, and how the drawing is read back from the page that came of it.

White plate of its own with the quiet zone inside (ISO/IEC 18004), so that it scans in dark mode too; one path with a
stroke through the middle of each run of dark modules, which is a third of the size of a path around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from markupsafe import Markup, escape

from burgerbaan.qr import QUIET_ZONE, Code, Level, code_of

_RUN = re.compile("[0\\n]*1+")
"""Light modules and the dark ones after them, over the ends of rows."""
_DRAWN = re.compile(
    r'<svg (?:xmlns="[^"]*" )?class="bb-qr" viewBox="0 0 (?P<size>\d{1,3}) (?P=size)"[^>]*>'
    r'<path fill="#fff" d="M0 0h(?P=size)v(?P=size)H0z"/><path stroke="#000" d="(?P<path>[^"]*)"/>'
)
_STEP = re.compile(r"(-?[0-9]{1,3}) ([0-9]{1,3})h([0-9]{1,3})")
_WIDEST = 4 * 40 + 17 + 2 * QUIET_ZONE
"""The largest version of the standard with its quiet zone."""
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
        '<text class="bb-qr__across" aria-hidden="true" x="{0:g}" y="{1:g}" transform="rotate(-45 {0:g} {0:g})"'
        ' font-size="{2:.1f}" text-anchor="middle" fill="#d32f2f" fill-opacity=".6" font-weight="700">{3}</text>'
    ).format(middle, middle + letters / 3, letters, words)


@lru_cache(maxsize=64)
def path_of(code: Code) -> str:
    """Runs of dark modules, row by row, each a line from where the one before ended."""
    side = "0" * QUIET_ZONE
    rows = f"{side}\n{side}".join(code.rows)
    edge = "0" * (code.size + 2 * QUIET_ZONE) + "\n"
    steps = map(_steps(code.size + 2 * QUIET_ZONE).__getitem__, _RUN.findall(edge * QUIET_ZONE + side + rows))
    return "".join(steps).replace("m", "M", 1).replace("h", ".5h", 1)


class _Steps(dict[str, str]):
    """How each run of modules is drawn, in codes of one width; all codes are made of the same few hundred."""

    def __init__(self, width: int) -> None:
        self._width = width

    def __missing__(self, run: str) -> str:
        light, down = run.rstrip("1"), run.count("\n")
        across = len(light) - down - down * self._width
        written = self[run] = f"m{across} {down}h{len(run) - len(light)}" if "1" in run else ""
        return written


_steps = cache(_Steps)


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
    """The modules that a path paints; None when it is not exactly what `path_of` draws for them."""
    if not path or not 2 * QUIET_ZONE < size <= _WIDEST or path.count("m") > size * size:
        return None
    modules = "".join(map(_runs(size).__getitem__, path.replace(".5", "", 1)[1:].split("m"))).ljust(size * size, "0")
    first, inside = QUIET_ZONE * size + QUIET_ZONE, size - 2 * QUIET_ZONE
    starts = range(first, first + inside * size, size)
    code = Code(inside, tuple(modules[start : start + inside] for start in starts))
    if path_of(code) == path:
        return code
    _runs(size).clear()  # steps of no code, of which a page may hold any number
    _steps(size).clear()
    return None


class _Runs(dict[str, str]):
    """The modules of each step of a drawing of one width, row after row; none for what is no step."""

    def __init__(self, width: int) -> None:
        self._width = width

    def __missing__(self, step: str) -> str:
        found = _STEP.fullmatch(step)
        across, down, length = map(int, found.groups()) if found else (0, 0, 0)
        if max(abs(across), length) > self._width or down > QUIET_ZONE:  # no code has such steps
            across = down = length = 0
        modules = self[step] = "0" * (across + down * self._width) + "1" * length
        return modules


_runs = cache(_Runs)
