"""What is wrong with the content, as data; the Dutch sentences stand in `sentences`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from burgerbaan.kinds import Kind

Location = tuple[str | int, ...]
"""The way to a value in a file: keys, and numbers of items from 0."""


class Position(NamedTuple):
    """Line and column of a character, both counted from 1."""

    line: int
    column: int


START = Position(1, 1)

REMINDERS = frozenset(tuple(Kind)[tuple(Kind).index(Kind.CHECKED_LONG_AGO) :])
"""What only reminds: it stands last among the kinds."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor must mend: where, what kind, and the words its sentence needs."""

    path: str
    line: int
    column: int
    kind: Kind
    words: tuple[tuple[str, str], ...] = ()

    @property
    def is_reminder(self) -> bool:
        return self.kind in REMINDERS


def problem(path: str, position: Position, kind: Kind, **words: object) -> Problem:
    """Make a Problem; `words` fill the placeholders of the kind's sentence."""
    texts = tuple(sorted((name, str(value)) for name, value in words.items()))
    return Problem(path, position.line, position.column, kind, texts)


_MAY_NAME = {"value": "…", "other": "…", "suggestion": "…", "fix": "…", "advice": "Kijk in deze map."}


def without_values(item: Problem) -> Problem:
    """The problem less what may hold somebody's name; the fields and choices that a model has are no names."""
    told = {**_MAY_NAME}
    if item.kind in (Kind.KEY_UNKNOWN_SUGGEST, Kind.CHOICE_SUGGEST):
        del told["suggestion"]
    return replace(item, words=tuple((name, told.get(name, word)) for name, word in item.words))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build."""
    return tuple(item for item in problems if not item.is_reminder)
