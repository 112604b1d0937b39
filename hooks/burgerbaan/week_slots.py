"""When there is work, as visitors choose it: slots are days × parts of the day, and one for times that are agreed on.

Who picks a part of the day is free then and perhaps busy after it. So work stands in the part that it fits in whole,
and work that goes on stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import product

from burgerbaan.corner import DayPart, is_evening
from burgerbaan.model.vacancy import Shift, Vacancy, Weekday


class Stretch(IntEnum):
    """Where a shift lies in its day; one within school hours lies there as well."""

    MORNING = 0
    AFTERNOON = 1
    LONGER = 2
    EVENING = 3
    SCHOOL = 4


_DAYS = tuple(Weekday)
_DAYTIME = (Stretch.MORNING, Stretch.AFTERNOON, Stretch.LONGER)
_AGREED = len(Stretch) * len(_DAYS)
"""The slot of work without fixed times."""

NOON = "12:00"
MORNING_ENDS = "13:00"
AFTERNOON_ENDS = "18:00"
SCHOOL_BEGINS = "08:30"
SCHOOL_ENDS = "14:15"
WEDNESDAY_ENDS = "12:15"
"""Many schools are closed on Wednesday afternoon; who picks up a child there is sure of the shorter day."""

_SCHOOL_DAYS: Mapping[Weekday, str] = {
    Weekday.MONDAY: SCHOOL_ENDS,
    Weekday.TUESDAY: SCHOOL_ENDS,
    Weekday.WEDNESDAY: WEDNESDAY_ENDS,
    Weekday.THURSDAY: SCHOOL_ENDS,
    Weekday.FRIDAY: SCHOOL_ENDS,
}


def slots_of(vacancy: Vacancy) -> tuple[int, ...]:
    """The slots in which a vacancy has work."""
    found = {slot for shift in vacancy.shifts for slot in slots_in((shift.day,), _stretches_of(shift))}
    return tuple(sorted(found)) or (_AGREED,)


def slots_in(days: Iterable[Weekday], stretches: Iterable[Stretch] = Stretch) -> tuple[int, ...]:
    """All slots of these days, or the slots of some stretches of them."""
    return tuple(len(Stretch) * _DAYS.index(day) + stretch for day, stretch in product(days, stretches))


def chosen_slots() -> Iterator[tuple[str, tuple[int, ...]]]:
    """What can be chosen, by its name in addresses, and the slots that it stands for."""
    yield DayPart.DAYTIME, slots_in(_DAYS, _DAYTIME)
    yield "ochtend", slots_in(_DAYS, (Stretch.MORNING,))
    yield "middag", slots_in(_DAYS, (Stretch.AFTERNOON,))
    yield "langer", slots_in(_DAYS, (Stretch.LONGER,))
    yield "schooltijd", slots_in(_DAYS, (Stretch.SCHOOL,))
    yield DayPart.EVENING, slots_in(_DAYS, (Stretch.EVENING,))
    yield DayPart.WEEKEND, slots_in((Weekday.SATURDAY, Weekday.SUNDAY))
    yield DayPart.AGREED, (_AGREED,)


def _stretches_of(shift: Shift) -> Iterator[Stretch]:
    if is_evening(shift):
        yield Stretch.EVENING
    elif shift.start >= NOON:
        yield Stretch.AFTERNOON if shift.end <= AFTERNOON_ENDS else Stretch.LONGER
    else:
        yield Stretch.MORNING if shift.end <= MORNING_ENDS else Stretch.LONGER
    if shift.start >= SCHOOL_BEGINS and shift.end <= _SCHOOL_DAYS.get(shift.day, ""):
        yield Stretch.SCHOOL
