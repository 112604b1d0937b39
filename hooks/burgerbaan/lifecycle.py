"""The life of a vacancy: a pure function of what the editor wrote and the day it is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from burgerbaan.model.vacancy import Status, Vacancy

CLOSING_DAYS = 7
"""A vacancy that closes within this many days is 'closing soon'."""

RECHECK_DAYS = 60
"""After this many days the editor is asked to check again."""

NEW_DAYS = 14
"""A vacancy is 'new' this many days."""


class State(StrEnum):
    """What a visitor is told; the values are keys in the word list."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPEN = "open"
    CLOSING = "closing"
    FULL = "full"
    CLOSED = "closed"


def state_of(vacancy: Vacancy, today: date) -> State:
    """State on a day; the closing date itself is still open."""
    if vacancy.status is Status.DRAFT:
        return State.DRAFT
    if vacancy.status is Status.CLOSED or (vacancy.closing and vacancy.closing < today):
        return State.CLOSED
    if vacancy.posted > today:
        return State.PLANNED
    if vacancy.status is Status.FULL or vacancy.places == 0:
        return State.FULL
    if vacancy.closing and (vacancy.closing - today).days <= CLOSING_DAYS:
        return State.CLOSING
    return State.OPEN


def is_new(vacancy: Vacancy, today: date) -> bool:
    """Whether it was posted in the last fortnight."""
    return 0 <= (today - vacancy.posted).days < NEW_DAYS
