"""Markdown of a record as markup: raw HTML stays text, unsafe links go."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from burgerbaan.links import is_safe_link
from burgerbaan.names import RECORD_LINKS

# Lines that begin with a letter and hold no sign that Markdown knows but '_': nearly all that editors write.
_WORD = r"""[\w.,;:?!'"()/%+€–—’‘“”…-]"""
_LINE = rf"[^\W\d_]{_WORD}*(?: +{_WORD}+)*"
_PLAIN = re.compile(rf"{_LINE}(?:\n{{1,2}}{_LINE})*\n?")


def prose_html(markdown: str, *, level: int = 2) -> str:
    """The text with headings from `level` down."""
    if is_plain(markdown):
        paragraphs = markdown.rstrip("\n").replace('"', "&quot;").split("\n\n")
        return "".join(f"<p>{text}</p>\n" for text in paragraphs)
    html: str = _parser().render(markdown)
    return re.sub(r"<(/?)h([1-6])>", lambda found: _heading(found, level), html)


def is_plain(markdown: str) -> bool:
    """Whether a text is only paragraphs, so that no parser is needed."""
    return "_" not in markdown and _PLAIN.fullmatch(markdown) is not None


def _heading(found: re.Match[str], level: int) -> str:
    return f"<{found[1]}h{min(int(found[2]) + level - 1, 6)}>"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.validateLink = _is_allowed  # type: ignore[method-assign, assignment]
    return parser


def _is_allowed(address: str) -> bool:
    scheme = address.partition(":")[0]
    return scheme in RECORD_LINKS or is_safe_link(address)
