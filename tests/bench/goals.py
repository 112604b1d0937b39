"""What our build must reach, each as a ratio to something measured in the same rounds; never a number of seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Measure = Literal["cold wall", "cold peak", "warm wall", "check wall"]


@dataclass(frozen=True, slots=True)
class Goal:
    """At most `most` times the cold build of `other` at `count` vacancies, by one measure of ours."""

    measure: Measure
    other: str
    count: int
    most: float

    def verdict(self, ratio: float) -> str:
        """A line for under the table."""
        mark = "met" if ratio <= self.most else "NOT MET"
        return f"{mark:8} {self.measure} at {self.count} <= {self.most:.3g} x {self.other}: {ratio:.3f}"


GOALS = (
    Goal("cold wall", "hugo-markdown", 10_000, 0.8),
    Goal("cold wall", "hugo-markdown", 1_000, 1.3),
    Goal("cold wall", "plain", 10_000, 1 / 15),
    Goal("cold wall", "plain-menu", 10_000, 1 / 15),
    Goal("cold wall", "empty", 100, 1.5),
    Goal("cold wall", "floor", 10_000, 5),
    Goal("cold peak", "hugo-markdown", 10_000, 0.4),
    Goal("warm wall", "hugo-markdown", 10_000, 0.3),
    Goal("check wall", "ours", 10_000, 0.4),
)

MOST_ADDED = 0.2
"""What QR codes and validation may add to the rest of a build."""


def verdicts(measure: Measure, count: int, ratios: Sequence[tuple[str, float]]) -> Iterator[str]:
    """What the goals say of ratios by contender; a floor in Python is not the floor of the goal."""
    found = dict(ratios)
    for goal in GOALS:
        if goal.measure == measure and goal.count == count and goal.other in found:
            yield goal.verdict(found[goal.other])
