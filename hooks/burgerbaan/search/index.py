"""The search index: every word of a set of texts, its stem, its parts, and the texts that hold it.

Small enough for a phone: the word list is one file, the places are cut in shards that are fetched when asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import sub
from typing import Any

from burgerbaan.search.compounds import Span, Splitter
from burgerbaan.search.stems import IRREGULAR, RULES, stem, words_in
from burgerbaan.search.synonyms import Group, group_tables, words_of

NAME, REST, DOES, SHOWN, TITLE, WHOLE = range(6)
"""A word counts by the best place it stands in: the title, what a card shows, what you do, the rest.

WHOLE is a title of that word alone: the list of vacancies, and not how to write one.

NAME is the lowest: the name of a street or a district. A word that stands nowhere else is found by that word itself
and not by one that means the same: who looks for carpentry does not mean the district that is called Wood.
"""

LEVELS = 6

SHARD_NUMBERS = 20_000
"""Places in one shard: about 40 kB, 15 kB over the wire."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_TOKEN = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")

Text = Mapping[int, Iterable[str]]
"""The pieces of one text by level."""


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of one text: each with its best level, and how those with accents or apostrophes are written."""

    levels: Mapping[str, int]
    written: tuple[tuple[str, str], ...]


def read_text(text: Text, names: Iterable[str] = ()) -> TextWords:
    """Every word of a text; those of `names` of more words that it holds also stand there as one: 'oudehaven'."""
    levels: dict[str, int] = {}
    joined: dict[str, str] = {}
    spoken = {" ".join(parts): name for name in names if len(parts := words_in(name)) > 1}
    for level in sorted(text):
        words = words_in("\n".join(text[level]))
        line = f" {' '.join(words)} " if spoken else ""
        held = {said.replace(" ", ""): name for said, name in spoken.items() if f" {said} " in line}
        levels |= dict.fromkeys((*words, *held), level)
        joined |= held
    return TextWords(levels, (*joined.items(), *_written(text)))


def _written(text: Text) -> Iterator[tuple[str, str]]:
    for piece in (piece for level in text for piece in text[level]):
        if piece.isascii() and "'" not in piece:
            continue
        for token in _TOKEN.findall(piece.lower()):
            folded = words_in(token)
            if len(folded) == 1 and folded[0] != token:
                yield folded[0], token


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What the browser needs: `vocabulary` first, then the shards that hold the words it looks for."""

    vocabulary: Mapping[str, Any]
    shards: tuple[tuple[tuple[int, ...], ...], ...]


def index_of(
    texts: Sequence[TextWords], groups: Sequence[Group], stopwords: frozenset[str], *, are_titles_whole: bool = False
) -> SearchIndex:
    """Index texts; `groups` hold words that mean the same, `stopwords` are those that say nothing.

    With whole titles a question of stopwords alone finds titles such as 'Over ons'; without, it asks for everything.
    """
    places = _places(texts)
    for word in stopwords & places.keys():
        places[word] = [place for place in places[word] if are_titles_whole and place % LEVELS >= TITLE]
        if not places[word]:
            del places[word]
    words = sorted(places)
    splitter = Splitter({*words, *words_of(groups)}, stopwords)
    parts = [splitter.parts_of(word) for word in words]
    pieces = {word[slice(*span)] for word, spans in zip(words, parts, strict=True) for span in spans}
    shards = tuple(_shards([_deltas(places[word]) for word in words]))
    vocabulary = {
        "texts": len(texts),
        "words": " ".join(words),
        "stems": " ".join(_shortened(word) for word in words),
        "written": _as_written(texts, words),
        "parts": " ".join(map(_places_in_word, parts)),
        "starts": list(_starts(shards)),
        **group_tables(groups, {stem(word) for word in (*words, *pieces)}),
        "stopwords": " ".join(sorted(stopwords)),
        "irregular": IRREGULAR,
        "rules": RULES,
    }
    return SearchIndex(vocabulary, shards)


def _places(texts: Sequence[TextWords]) -> dict[str, list[int]]:
    """Per word each text that holds it, with its best level there in one number."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        place = number * LEVELS
        for word, level in text.levels.items():
            found[word].append(place + level)
    return dict(found)


def _as_written(texts: Sequence[TextWords], words: Sequence[str]) -> dict[str, str]:
    """Words with accents or apostrophes, and names, as they were first written, to tell the visitor what was found."""
    found: dict[str, str] = {}
    for text in texts:
        for word, token in text.written:
            found.setdefault(word, token)
    return {str(number): found[word] for number, word in enumerate(words) if word in found}


def _deltas(places: Sequence[int]) -> tuple[int, ...]:
    """Each place as the distance to the one before."""
    return tuple(map(sub, places, (0, *places)))


def _shards(lists: Sequence[tuple[int, ...]]) -> Iterator[tuple[tuple[int, ...], ...]]:
    shard: list[tuple[int, ...]] = []
    size = 0
    for item in lists:
        if shard and size + len(item) > SHARD_NUMBERS:
            yield tuple(shard)
            shard, size = [], 0
        shard.append(item)
        size += len(item)
    yield tuple(shard)


def _starts(shards: Sequence[Sequence[Any]]) -> Iterator[int]:
    """The number of the first word of each shard."""
    number = 0
    for shard in shards:
        yield number
        number += len(shard)


def _places_in_word(spans: Sequence[Span]) -> str:
    """Begin and end of each part as digits up to 35: '04' and '49' for a word of four and five letters."""
    return "".join(_DIGITS[place] for span in spans for place in span)


def _shortened(word: str) -> str:
    """A stem as what it shares with its word: '=' all, '4' the first four letters, '2ok' two letters and 'ok'."""
    root = stem(word)
    if root == word:
        return "="
    shared = 0
    while shared < min(len(root), len(word)) and root[shared] == word[shared]:
        shared += 1
    return f"{shared}{root[shared:]}"
