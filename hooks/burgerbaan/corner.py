"""Corners of the vacancy bank: the parts that have a page, a feed and an embed of their own."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from burgerbaan.model.vacancy import Shift, Vacancy, Weekday

EVENING = "17:00"
"""Work that starts at this time or later is evening work."""

_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)


class DayPart(StrEnum):
    """When there is work, roughly; the values are names in addresses and keys in the word list."""

    DAYTIME = "overdag"
    EVENING = "avond"
    WEEKEND = "weekend"
    AGREED = "in-overleg"


def is_evening(shift: Shift) -> bool:
    """Whether a shift starts in the evening."""
    return shift.start >= EVENING


def parts_of(vacancy: Vacancy) -> tuple[DayPart, ...]:
    """The parts in which a vacancy has work; without fixed times they are agreed on."""
    shifts = vacancy.shifts
    if not shifts:
        return (DayPart.AGREED,)
    found = {DayPart.EVENING if is_evening(shift) else DayPart.DAYTIME for shift in shifts}
    found.update(DayPart.WEEKEND for shift in shifts if shift.day in _WEEKEND)
    return tuple(part for part in DayPart if part in found)


class Corner(NamedTuple):
    """One district, one kind of work, both, one part of the day, one host, or (empty) everything."""

    district: str = ""
    sector: str = ""
    part: str = ""
    host: str = ""

    @property
    def path(self) -> str:
        """What its addresses have in common: 'wijk/haven/', '' for everything."""
        if self.host:
            return f"organisatie/{self.host}/"
        if self.part:
            return f"dagdeel/{self.part}/"
        if self.district:
            return f"wijk/{self.district}/" + (f"{self.sector}/" if self.sector else "")
        return f"sector/{self.sector}/" if self.sector else ""

    @property
    def is_simple(self) -> bool:
        """Whether somebody looks for it in one word: a district, a kind of work or a part of the day."""
        return sum(map(bool, self)) == 1 and not self.host


def corners_of(vacancy: Vacancy) -> Iterator[Corner]:
    """Every corner that a vacancy stands in."""
    yield Corner()
    yield Corner(vacancy.district)
    for sector in vacancy.sectors:
        yield Corner("", sector)
        yield Corner(vacancy.district, sector)
    for part in parts_of(vacancy):
        yield Corner("", "", part)
    yield Corner("", "", "", vacancy.host)
