"""The life of a vacancy: a pure function of what the editor wrote and the day it is.

concept → planned → open → closing soon → full → closed → archive: with the same file, time moves a vacancy only
forward. Days are calendar days in Europe/Amsterdam; a last day still counts.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from burgerbaan.model.vacancy import Status, Vacancy

CLOSING_DAYS = 7
"""A vacancy that closes within this many days is 'closing soon'."""

RECHECK_DAYS = 60
"""After this many days the editor is asked to check again."""

STALE_DAYS = 90
"""After this many days without a check a vacancy is no longer shown as open."""

ARCHIVE_DAYS = 365
"""A vacancy that ended this many days ago is archived: its page lives on as a signpost."""

NEW_DAYS = 14
"""A vacancy is 'new' this many days."""


class State(StrEnum):
    """What a visitor is told; the values are keys in the word list. In the order of a life."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPEN = "open"
    CLOSING = "closing"
    FULL = "full"
    CLOSED = "closed"
    ARCHIVED = "archived"


HIDDEN = frozenset({State.DRAFT, State.PLANNED})
"""Without a page."""

AVAILABLE = frozenset({State.OPEN, State.CLOSING})
"""A visitor can choose it."""

TOLD = AVAILABLE | {State.FULL}
"""With a page and not over: an editor checks it now and then."""

OVER = frozenset({State.CLOSED, State.ARCHIVED})
"""Nobody can react any more."""


class Ending(StrEnum):
    """Why a vacancy is over; the values are keys in the word list."""

    BY_EDITOR = "by_editor"
    BY_DATE = "by_date"
    UNCHECKED = "unchecked"


def last_day(vacancy: Vacancy) -> date:
    """The last day on which it can be open: its closing day, or earlier the end of what the last check vouches for."""
    vouched = vacancy.checked + timedelta(days=STALE_DAYS)
    return min(vacancy.closing, vouched) if vacancy.closing else vouched


def state_of(vacancy: Vacancy, today: date) -> State:
    """State on a day; the last day itself is still open."""
    if vacancy.status is Status.DRAFT:
        return State.DRAFT
    is_closed = vacancy.status is Status.CLOSED
    if today < vacancy.posted and not is_closed:
        return State.PLANNED
    past = (today - last_day(vacancy)).days
    if is_closed or past > 0:
        return State.ARCHIVED if past > ARCHIVE_DAYS else State.CLOSED
    if vacancy.status is Status.FULL or vacancy.places == 0:
        return State.FULL
    if vacancy.closing and (vacancy.closing - today).days <= CLOSING_DAYS:
        return State.CLOSING
    return State.OPEN


def ending_of(vacancy: Vacancy) -> Ending:
    """Why it is over, once it is."""
    if vacancy.status is Status.CLOSED:
        return Ending.BY_EDITOR
    return Ending.BY_DATE if vacancy.closing == last_day(vacancy) else Ending.UNCHECKED


def is_new(vacancy: Vacancy, today: date) -> bool:
    """Whether it was posted in the last fortnight."""
    return 0 <= (today - vacancy.posted).days < NEW_DAYS


def is_to_begin(vacancy: Vacancy, today: date) -> bool:
    """Whether its first day of work is known and not over: after that day, who comes later asks when to begin."""
    return vacancy.start is not None and today <= vacancy.start


def turning_days(vacancy: Vacancy, after: date) -> list[date]:
    """Days after a day on which what is told of a vacancy may change, in order."""
    days = {vacancy.posted, vacancy.posted + timedelta(days=NEW_DAYS)}
    end = last_day(vacancy)
    days |= {end + timedelta(days=1), end + timedelta(days=ARCHIVE_DAYS + 1)}
    if vacancy.closing:
        days |= {vacancy.closing - timedelta(days=left) for left in range(CLOSING_DAYS + 1)}
    if vacancy.start:
        days.add(vacancy.start + timedelta(days=1))
    return sorted(day for day in days if day > after)


class VacancyDay(NamedTuple):
    """All that the day makes of a vacancy; the days are those that are left, once they are counted."""

    state: State = State.DRAFT
    is_new: bool = False
    days: int = 0
    is_to_begin: bool = False


def day_of(vacancy: Vacancy, day: date) -> VacancyDay:
    """What is told of a vacancy on a day; of what is hidden nothing."""
    state = state_of(vacancy, day)
    if state in HIDDEN:
        return VacancyDay()
    left = (vacancy.closing - day).days if vacancy.closing and state is State.CLOSING else 0
    return VacancyDay(state, state in AVAILABLE and is_new(vacancy, day), left, is_to_begin(vacancy, day))
