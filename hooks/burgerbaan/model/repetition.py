"""How a meeting comes back: every week, every two weeks or every month, until a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Choice, Day, Many
from burgerbaan.model.record import Part, refuse, says
from burgerbaan.moments import last_of, next_month


class Rhythm(StrEnum):
    """After how long it comes back."""

    WEEK = "elke week"
    FORTNIGHT = "elke twee weken"
    MONTH = "elke maand"


LAST_OF_MONTH = -1


def week_of_month(day: date) -> int:
    """The how many-th such weekday of its month a day is; a fifth is the last, for not every month has five."""
    number = (day.day + 6) // 7
    return number if number < 5 else LAST_OF_MONTH


class Repetition(Part):
    """A series: its rhythm, its end, and the days on which it is left out."""

    rhythm: Choice[Rhythm] = says(
        "hoe", "Hoe", "elke week, elke twee weken of elke maand, zoals elke eerste dinsdag.", "elke week"
    )
    until: Day = says("tot_en_met", "Tot en met", "De laatste dag van de reeks.", "2027-06-24")
    skipped: Many[Day] = says("niet_op", "Niet op", "Dagen waarop het niet doorgaat.", ["2026-12-24"], ())

    def days_from(self, first: date) -> tuple[date, ...]:
        """Every day on which it is held."""
        skipped = set(self.skipped)
        return tuple(day for day in self._rhythm_days(first) if day not in skipped)

    def check_from(self, first: date) -> None:
        """Refuse what is no series, or leaves out a day on which there is nothing."""
        if self.until <= first:
            raise refuse(Kind.END_BEFORE_START, at="herhaling/tot_en_met", start=first, end=self.until)
        days = self._rhythm_days(first)
        if len(days) < 2:
            raise refuse(Kind.SERIES_ONCE, at="herhaling/tot_en_met", value=self.until, rhythm=self.rhythm, start=first)
        known = set(days)
        for number, day in enumerate(self.skipped):
            if day not in known:
                near = min(days, key=lambda item: abs(item - day))
                raise refuse(Kind.SERIES_NO_DAY, at=f"herhaling/niet_op/{number}", value=day, near=near)
        if len(self.skipped) == len(days):
            raise refuse(Kind.SERIES_EMPTY, at="herhaling/niet_op")

    def _rhythm_days(self, first: date) -> tuple[date, ...]:
        """Every day of the rhythm, those that are left out too."""
        days, day = [], first
        while day <= self.until:
            days.append(day)
            day = self._after(day, first)
        return tuple(days)

    def _after(self, day: date, first: date) -> date:
        if self.rhythm is not Rhythm.MONTH:
            return day + timedelta(weeks=1 if self.rhythm is Rhythm.WEEK else 2)
        begin, week = next_month(day), week_of_month(first)
        if week == LAST_OF_MONTH:
            end = last_of(f"{begin:%Y-%m}")
            return end - timedelta(days=(end.weekday() - first.weekday()) % 7)
        return begin + timedelta(days=(first.weekday() - begin.weekday()) % 7, weeks=week - 1)
