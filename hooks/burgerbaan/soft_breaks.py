"""Where a long Dutch word may break in a narrow place: a heading, or a cell of a table.

Browsers of phones often do not know how Dutch breaks words (Chromium for Android has no Dutch patterns); without a
place to break, 'vrijwilligersovereenkomst' pushes a column out of sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"
_NARROW = re.compile(r"<(h[1-4]|t[hd])\b[^>]*>")
_APART = re.compile(r"(<code\b.*?</code>|<[^>]*>)", re.S)
"""What is no text, or must be copied as it stands."""
_SHORTEST = {"h1": 16, "h2": 16, "h3": 20, "h4": 20, "th": 11, "td": 11}
"""Letters of a word that may not fit there on a phone; a shorter one is left whole, which reads best."""
_FEWEST = 4
"""Letters on each side: what is broken off can still be read."""


_JOINT = re.compile(r"(\w{6,}?(?:ings|ers))(?=\w{8})")
"""The end of the first part of a long Dutch compound, such as vergoedings-overeenkomst."""

_LONG = {tag: re.compile(rf"(?<![\w@./&-])[^\W\d_]{{{least},}}(?![\w@/;-]|\.\w)") for tag, least in _SHORTEST.items()}
"""Words that are no part of an address."""


def with_soft_breaks_html(html: str) -> str:
    """The same page, with invisible hyphens (U+00AD) in long words of headings and cells."""
    pieces, done = [], 0
    for opening in _NARROW.finditer(html):
        tag, start = opening[1], opening.end()
        end, long = html.find(f"</{tag}>", start), _LONG[tag]
        if end - start >= _SHORTEST[tag] and long.search(html, start, end):
            pieces += [html[done:start], _softened(html[start:end], long)]
            done = end
    return "".join((*pieces, html[done:]))


def long_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of some texts that may not fit in a narrow cell, each with the places where it may break."""
    found = {word for text in texts for word in _LONG["td"].findall(text)}
    return tuple(_broken(word) for word in sorted(found) if breaks_of(word))


def with_soft_breaks(text: str) -> str:
    """A text whose long compound words may break where their parts meet, for narrow columns."""
    return _JOINT.sub(rf"\1{SOFT_HYPHEN}", text)


def breaks_of(word: str) -> tuple[int, ...]:
    """Places in a word, as numbers of letters before them, where it may be broken."""
    return tuple(place for place in _patterns().positions(word) if _FEWEST <= place <= len(word) - _FEWEST)


def _softened(html: str, long: re.Pattern[str]) -> str:
    parts = _APART.split(html)
    parts[::2] = [long.sub(lambda word: _broken(word[0]), text) for text in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=4096)
def _broken(word: str) -> str:
    places = (0, *breaks_of(word), len(word))
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(places))


# Reading the patterns takes longer than all pages of a small site that has no long word.
@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="nl_NL")
