"""What Markdown takes for code in a page that people write: nothing in it is a heading, a link or a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor

# As the extension `fenced_code` has it, which would bring all of Pygments along: at most one word behind the fence.
_FENCE = re.compile(
    r"""(?P<fence>^(?:~{3,}|`{3,}))[ ]*
    ((\{(?P<attrs>[^\n]*)\})|(\.?[\w#.+-]*[ ]*)?(hl_lines=(?P<quote>"|').*?(?P=quote)[ ]*)?)\n
    .*?(?<=\n)(?P=fence)[ ]*$""",
    re.M | re.S | re.X,
)
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
    at = 0
    while found := _FENCE.search(text, at):
        if found["attrs"] and get_attrs_and_remainder(found["attrs"])[1]:  # braces that do not match
            at = found.end("attrs")
        else:
            yield found.span()
            at = found.end()


def _spans_in(text: str) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text):
        at = 0
        while "`" in piece[0] and (tick := _TICK.search(piece[0], at)):
            begin = tick.start(1)
            at, end = _spans.find_code_spans(begin, piece[0])  # type: ignore[misc]  # the stubs say None
            if end is not None:
                at = end + at - begin  # as many backticks as there are in front
                yield piece.start() + begin, piece.start() + at
