"""Words that mean the same, as the browser asks for them: by stem, and by phrase."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from burgerbaan.search.stems import stem, words_in


@dataclass(frozen=True, slots=True)
class Group:
    """Words, or phrases, that find one another, and words that these find as well but not the other way round."""

    words: Sequence[str]
    also: Sequence[str] = ()


def words_of(groups: Sequence[Group]) -> Iterator[str]:
    """Every word of the groups that stands alone, folded."""
    for group in groups:
        yield from (word for word in _folded((*group.words, *group.also)) if " " not in word)


def group_tables(groups: Sequence[Group], known: Collection[str]) -> Mapping[str, Any]:
    """Stems of each group, those that it also finds, and the groups of each phrase.

    A group that finds no known stem is of no use to the browser, but keeps its number.
    """
    words = [_stems(group.words) for group in groups]
    also = [_stems(group.also) for group in groups]
    useful = [bool({*one, *other} & set(known)) for one, other in zip(words, also, strict=True)]
    phrases: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for phrase in (word for word in _folded(group.words) if " " in word and useful[number]):
            phrases.setdefault(phrase, []).append(number)
    return {
        "groups": [stems if use else [] for stems, use in zip(words, useful, strict=True)],
        "also": {str(number): stems for number, stems in enumerate(also) if stems and useful[number]},
        "phrases": phrases,
    }


def _stems(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(stem(word) for word in _folded(words) if " " not in word))


def _folded(words: Sequence[str]) -> list[str]:
    """As somebody's question will be read: 'e-mail' is two words."""
    return [folded for word in words if (folded := " ".join(words_in(word)))]
