"""The ways through a choice in small steps: what leads where, how many questions are left, and what is wrong with it.

A choice must be a graph without a way back: every way comes to an end, so that the steps can be counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from burgerbaan.model.decision import Decision

MOST_STEPS = 7
"""Questions that somebody may have to answer before there is an end."""

Onward = Mapping[str, Sequence[str]]
"""For each question the names its answers lead to, in their order."""


class Back(NamedTuple):
    """An answer that leads back to a question on the way to it."""

    question: str
    answer: int


def onward_of(decision: Decision) -> Onward:
    """What each question leads to; of two questions with one name the first counts."""
    found: dict[str, Sequence[str]] = {}
    for question in decision.questions:
        found.setdefault(question.id, tuple(answer.target for answer in question.answers))
    return found


def names_in(decision: Decision) -> list[str]:
    """Names of all questions and ends, in the order of the file."""
    return [*(item.id for item in decision.questions), *(item.id for item in decision.endings)]


def reached(onward: Onward, start: str) -> set[str]:
    """Every name that somebody who begins at `start` can come to."""
    found, left = {start}, [start]
    while left:
        new = [name for name in onward.get(left.pop(), ()) if name not in found]
        found.update(new)
        left.extend(new)
    return found


def ways_back(onward: Onward) -> list[Back]:
    """Answers that close a circle, in the order of the file; less these, every way ends."""
    found: list[Back] = []
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        for number, target in enumerate(onward.get(name, ())):
            if target in (*way, name):
                found.append(Back(name, number))
            elif target not in done:
                walk(target, (*way, name))
        done.add(name)

    for name in onward:
        if name not in done:
            walk(name, ())
    return found


def questions_left(onward: Onward, name: str) -> int:
    """Questions on the longest way from here, this one included; 0 at an end. Needs a choice without circles."""
    if name not in onward:
        return 0
    return 1 + max(questions_left(onward, target) for target in onward[name])
