"""What Markdown takes for code in a page that people write: nothing in it is a heading, a link or a block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor

# As the extension `fenced_code` has it, which would bring all of Pygments along: at most one word behind the fence.
# In pieces, because in one it reads to the end of the page again for each fence that nobody closed.
_FENCE = re.compile(r"^(?:~{3,}|`{3,})", re.M)
_BARE = re.compile(r"^(~{3,}|`{3,})[ ]*$", re.M)
_HEAD = re.compile(r"[ ]*+(?:\{([^\n]*)\}|\.?[\w#.+-]*[ ]*+)\n")
_LINES = re.compile(r"[ ]*+(?:\.?[\w#.+-]*?[ ]*+)?hl_lines=([\"'])")
_QUOTE = re.compile(r"([\"'])[ ]*\n")
# Lines that Markdown reads in one go: to the next blank line, heading, item, quote or row.
_PIECE = re.compile(r"^(?:#[^\n]*|[^\n]+(?:\n(?![ \t]*(?:$|[#>*+|=:!?-]|\d+[.)]))[^\n]+)*)", re.M)
_TICK = re.compile(r"(?<!\\)(?:\\\\)*(`)")
_spans = BacktickInlineProcessor(BACKTICK_RE)


def blank_code(text: str) -> str:
    """The text with code replaced by spaces, so that offsets stay what they are."""
    if "`" not in text and "~~~" not in text:
        return text
    text = _blanked(text, _fences_in(text))
    return _blanked(text, _spans_in(text))


def _blanked(text: str, places: Iterator[tuple[int, int]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end in places:
        parts += (text[last:start], re.sub(r"[^\n]", " ", text[start:end]))
        last = end
    return "".join((*parts, text[last:]))


def _fences_in(text: str) -> Iterator[tuple[int, int]]:
    closers, quotes = _by_sign(_BARE, text), _by_sign(_QUOTE, text)
    at = 0
    while fence := _FENCE.search(text, at):
        at = fence.end()
        head = _HEAD.match(text, at)
        start = head.end() if head else _after_lines(text, at, quotes)
        end = _next(closers.get(fence[0], ()), start) if start else None
        if not end:
            continue
        if head and head[1] and get_attrs_and_remainder(head[1])[1]:  # braces that do not match
            at = head.end(1)
        else:
            yield fence.start(), end
            at = end


def _after_lines(text: str, at: int, quotes: Mapping[str, Sequence[tuple[int, int]]]) -> int | None:
    """Where the code begins after the numbers of lines to mark, which may stand on lines of their own."""
    lines = _LINES.match(text, at)
    return _next(quotes.get(lines[1], ()), lines.end()) if lines else None


def _by_sign(pattern: re.Pattern[str], text: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The places where a pattern stands, in order, by the sign that it begins with."""
    places: dict[str, list[tuple[int, int]]] = {}
    for found in pattern.finditer(text):
        places.setdefault(found[1], []).append(found.span())
    return places


def _next(places: Sequence[tuple[int, int]], at: int) -> int | None:
    """The end of the first place from somewhere on."""
    number = bisect_left(places, (at, 0))
    return places[number][1] if number < len(places) else None


def _spans_in(text: str) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text):
        at = 0
        while "`" in piece[0] and (tick := _TICK.search(piece[0], at)):
            begin = tick.start(1)
            at, end = _spans.find_code_spans(begin, piece[0])  # type: ignore[misc]  # the stubs say None
            if end is not None:
                at = end + at - begin  # as many backticks as there are in front
                yield piece.start() + begin, piece.start() + at
