"""Stacking hours: what clashes in a week, how many hours it is, and what else fits in it.

The browser follows the same rules (`plan-rules.js`) and knows some more; `tests/cases/plan.yml` holds both to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from burgerbaan.model.vacancy import Vacancy, Weekday

TRAVEL = (15, 30, 45)
"""Minutes to get to another place: in the same district, in the next, and further."""

_DAY = 24 * 60
_DAYS = {day: number for number, day in enumerate(Weekday)}


def minutes_at(clock: str) -> int:
    """Minutes from midnight: '09:30' is 570."""
    return int(clock[:2]) * 60 + int(clock[3:])


Steps = Mapping[str, Mapping[str, int]]
"""How many districts lie between two; a pair that is not joined is left out."""


class Shift(NamedTuple):
    """Work on a day of the week (0 is Monday), in minutes from midnight."""

    day: int
    start: int
    end: int


class Work(NamedTuple):
    """What a plan needs to know of a vacancy; `least` and `most` hours a week that its host offers."""

    slug: str
    host: str
    district: str
    sectors: tuple[str, ...]
    least: int
    most: int
    shifts: tuple[Shift, ...] = ()


class Chosen(NamedTuple):
    """A vacancy in a plan: which of its shifts, or how many hours a week where it has none."""

    work: Work
    shifts: tuple[int, ...] = ()
    hours: int = 0

    @property
    def minutes(self) -> int:
        """Of work in a week."""
        return total([self])

    @property
    def times(self) -> tuple[Shift, ...]:
        """The shifts that were chosen, as far as the host still has them."""
        return tuple(self.work.shifts[number] for number in self.shifts if number < len(self.work.shifts))


class Fit(StrEnum):
    """How a number of hours stands to what is asked."""

    FEW = "few"
    FITS = "fits"
    MANY = "many"


class Clash(NamedTuple):
    """Two shifts of one day that cannot both be done; `short` minutes of travel are lacking, 0 when they overlap."""

    day: int
    first: str
    second: str
    short: int


class Verdict(NamedTuple):
    """How hours fit, and by how many minutes they do not."""

    fit: Fit
    minutes: int = 0


def work_of(vacancy: Vacancy) -> Work:
    """What a plan needs to know of a vacancy."""
    shifts = sorted(Shift(_DAYS[item.day], minutes_at(item.start), minutes_at(item.end)) for item in vacancy.shifts)
    hours = vacancy.hours
    return Work(
        vacancy.slug, vacancy.host, vacancy.district, vacancy.sectors, hours.minimum, hours.maximum, tuple(shifts)
    )


def travel(one: Work, other: Work, steps: Steps) -> int:
    """Minutes from one place to another; none to another room of the same host."""
    if one.host == other.host and one.district == other.district:
        return 0
    far = len(TRAVEL) - 1
    return TRAVEL[min(steps.get(one.district, {}).get(other.district, far), far)]


def clashes(plan: Sequence[Chosen], steps: Steps) -> tuple[Clash, ...]:
    """Every two shifts that lie too close together, by day and time."""
    placed = sorted((shift, number) for number, chosen in enumerate(plan) for shift in chosen.times)
    return tuple(
        Clash(one.day, plan[first].work.slug, plan[second].work.slug, short if other.start >= one.end else 0)
        for (one, first), (other, second) in combinations(placed, 2)
        if one.day == other.day
        and (short := _lacking(one, other, travel(plan[first].work, plan[second].work, steps))) > 0
    )


def are_apart(one: Work, other: Work, steps: Steps) -> bool:
    """Whether every shift of both can be done."""
    minutes = travel(one, other, steps)
    return not any(
        mine.day == its.day and _lacking(mine, its, minutes) > 0 for mine in one.shifts for its in other.shifts
    )


def _lacking(one: Shift, other: Shift, minutes: int) -> int:
    """Minutes that are lacking to get from one shift of a day to the next; 0 or less when there is time."""
    first, then = (one, other) if one <= other else (other, one)
    return first.end + minutes - then.start


def total(plan: Iterable[Chosen]) -> int:
    """Minutes of work in a week; nobody works twice in one hour, so what overlaps counts once."""
    chosen = tuple(plan)
    loose = sum(item.hours * 60 for item in chosen if not item.work.shifts)
    minutes = until = 0
    for day, start, end in sorted(shift for item in chosen for shift in item.times):
        first, last = day * _DAY + start, day * _DAY + end
        minutes += max(0, last - max(first, until))
        until = max(until, last)
    return loose + minutes


def offered(chosen: Chosen) -> Verdict:
    """How a choice fits what its host offers."""
    minutes, least, most = chosen.minutes, chosen.work.least * 60, chosen.work.most * 60
    if minutes < least:
        return Verdict(Fit.FEW, least - minutes)
    return Verdict(Fit.MANY, minutes - most) if minutes > most else Verdict(Fit.FITS)


def fitting(plan: Sequence[Chosen], others: Iterable[Work], steps: Steps, most: int) -> tuple[Work, ...]:
    """Other work whose every shift can be done beside a plan: nearest first, of those the same kind of work first."""
    districts = {chosen.work.district for chosen in plan}
    liked = {sector for chosen in plan for sector in chosen.work.sectors}
    taken = {chosen.work.slug for chosen in plan}

    def far(work: Work) -> int:
        return min((steps.get(district, {}).get(work.district, 99) for district in districts), default=0)

    free = (work for work in others if work.shifts and work.slug not in taken)
    beside = (work for work in free if not _clashes_with(plan, work, steps))
    return tuple(sorted(beside, key=lambda work: (far(work), liked.isdisjoint(work.sectors), work.slug)))[:most]


def _clashes_with(plan: Sequence[Chosen], work: Work, steps: Steps) -> bool:
    whole = Chosen(work, tuple(range(len(work.shifts))))
    return any(work.slug in (clash.first, clash.second) for clash in clashes((*plan, whole), steps))


def shifts_by_day(plan: Sequence[Chosen]) -> Iterator[tuple[int, tuple[tuple[Shift, str], ...]]]:
    """Each day of the week with what is done on it, in order of time."""
    placed = sorted((shift, chosen.work.slug) for chosen in plan for shift in chosen.times)
    for day in range(7):
        yield day, tuple((shift, slug) for shift, slug in placed if shift.day == day)
