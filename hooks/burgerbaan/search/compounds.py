"""Dutch writes compounds as one word: take them apart with the words that the texts themselves hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from burgerbaan.search.stems import IRREGULAR, stem

PARTICLES = frozenset({
    "aan", "achter", "af", "bij", "binnen", "buiten", "door", "heen", "in", "langs", "mee", "na", "om", "onder", "op",
    "over", "rond", "samen", "terug", "toe", "uit", "voor", "weg",
})  # fmt: skip
"""First parts that say little by themselves: 'voorlezen' is found by 'lezen', not by 'voor'."""

_ENDINGS = frozenset({"eren", "eert", "elen", "enen", "heid", "naar", "let", "tel", "stal", "van", "zelf", "uur"})
"""Words that also are the end of others: 'kinderen' holds no 'eren'."""

_LINKS = ("", "s", "en", "n", "e")
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_LONGEST_COMPOUND = 35

Span = tuple[int, int]
"""Two places in a word: begin and end."""


class Splitter:
    """Takes words apart into words of one vocabulary."""

    def __init__(self, words: Collection[str], silent: Collection[str] = ()) -> None:
        """`silent` are words that may be a part but that nobody finds anything by, such as 'werk' in 'huiswerk'."""
        known = {word for word in words if len(word) >= _SHORTEST_PART}
        self._silent = {word for word in silent if len(word) > _SHORTEST_PART}
        self._words = known | self._silent
        self._stems = {stem(word) for word in known if len(word) > _SHORTEST_PART}
        short = {root.rstrip(".") for root in self._stems} | {form for form in IRREGULAR if stem(form) in self._stems}
        self._heads = self._words | {form for form in short if len(form) > _SHORTEST_PART}

    def parts_of(self, word: str) -> tuple[Span, ...]:
        """Where the telling parts of a compound stand; () for a word that is no compound."""
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return ()
        spans = self._split(word) or ()
        silent = PARTICLES | self._silent
        return tuple(span for span in spans if word[slice(*span)] not in silent) if len(spans) > 1 else ()

    def _split(self, word: str) -> tuple[Span, ...] | None:
        """The fewest parts; of equals the one with the longest first part."""

        @cache
        def rest_of(place: int) -> tuple[Span, ...] | None:
            if self._is_tail(word, place):
                return ((place, len(word)),)
            tails = (((place, end), rest_of(after)) for end, after in self._heads_at(word, place))
            splits = [(span, *tail) for span, tail in tails if tail is not None]
            return min(splits, key=len, default=None)

        return rest_of(0)

    def _heads_at(self, word: str, start: int) -> Iterator[Span]:
        """Where known parts end that begin at a place, longest first, and where the next one may begin."""
        for end in range(len(word) - _SHORTEST_PART, start + 1, -1):
            part = word[start:end]
            if part in PARTICLES:
                if start == 0:
                    yield end, end
            elif part in self._heads and part not in _ENDINGS:
                yield from ((end, end + len(link)) for link in _LINKS if word.startswith(link, end))

    def _is_tail(self, word: str, start: int) -> bool:
        """Whether what is left is a word in any of its forms."""
        part = word[start:]
        if start == 0 or len(part) < _SHORTEST_PART or part in PARTICLES:
            return False
        root = stem(part)
        if part in _ENDINGS or root in _ENDINGS:
            return False
        return part in self._words or (len(part) > _SHORTEST_PART and root in self._stems)
