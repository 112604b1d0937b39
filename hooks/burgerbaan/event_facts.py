"""What a meeting is today: to come or past, when exactly, and where its file for a calendar is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from burgerbaan.absolute import absolute
from burgerbaan.addresses import CALENDAR, EVENTS
from burgerbaan.dutch import WEEKDAYS, format_day, format_moment, format_weekday
from burgerbaan.model.happenings import Event
from burgerbaan.model.repetition import LAST_OF_MONTH, Repetition, Rhythm, week_of_month
from burgerbaan.moments import is_over
from burgerbaan.site import Site
from burgerbaan.words import Words

SHOWN_TURNS = 3
"""So many times of a series stand ready on a page, so that it still tells the next one when nobody builds."""


class Ahead(NamedTuple):
    """The next times of a series, and the days between now and then on which it is left out."""

    days: tuple[date, ...] = ()
    skipped: tuple[date, ...] = ()


def is_upcoming(event: Event, today: date) -> bool:
    """Whether it is still to come or not yet over; a month or year counts as its last day."""
    return not is_over(event.last_day, today)


def is_for_calendars(event: Event, today: date) -> bool:
    """Whether it has a file of its own: a calendar needs a day, and wants no past."""
    return event.known_day is not None and is_upcoming(event, today)


def is_to_add(event: Event, today: date) -> bool:
    """Whether we offer to put it in somebody's calendar."""
    return is_for_calendars(event, today) and not event.cancelled


def file_of(event: Event) -> str:
    """Path of its file for calendars."""
    return f"{EVENTS}{event.slug}/{event.slug}.ics"


def feed_address(site: Site) -> str:
    """Full address of the whole agenda for calendars."""
    return absolute(site, CALENDAR)


def turn_of(event: Event, today: date) -> Event:
    """The time of a series that is next, or the last one when all are over; any other meeting as it is."""
    if event.repetition is None:
        return event
    return event.once(next((day for day in event.days if day >= today), event.days[-1]))


def ahead(event: Event, today: date) -> Ahead:
    """What is told of the days of a series; nothing of one that is off, or of a meeting by itself."""
    if event.repetition is None or event.cancelled:
        return Ahead()
    days = tuple(day for day in event.days if day >= today)[:SHOWN_TURNS]
    skipped = sorted(day for day in event.repetition.skipped if days and today <= day < days[-1])
    return Ahead(days, tuple(skipped))


def format_when(words: Words, event: Event) -> str:
    """Day and time, as exact as they are known."""
    first = event.known_day
    if first is None:
        return event.day_note or format_moment(event.day)
    if event.repetition:
        when = _at_times(words, event, _rhythm(words, event.repetition, first))
        return words("event.series", when=when, last=format_day(event.days[-1]))
    day = format_weekday(first)
    if event.end_day:
        return _over_days(words, event, day, format_weekday(event.end_day))
    return _at_times(words, event, day)


def _rhythm(words: Words, repetition: Repetition, first: date) -> str:
    weekday = WEEKDAYS[first.weekday()]
    if repetition.rhythm is Rhythm.MONTH:
        week = week_of_month(first)
        number = words(f"event.number_{'last' if week == LAST_OF_MONTH else week}")
        return words("event.every_month", number=number, weekday=weekday)
    is_weekly = repetition.rhythm is Rhythm.WEEK
    return words("event.every_week" if is_weekly else "event.every_fortnight", weekday=weekday)


def _at_times(words: Words, event: Event, day: str) -> str:
    if event.start and event.end:
        return words("event.time_span", day=day, start=event.start, end=event.end)
    return words("event.time", day=day, start=event.start) if event.start else day


def _over_days(words: Words, event: Event, first: str, last: str) -> str:
    begin = words("event.time", day=first, start=event.start) if event.start else first
    if event.start and event.end:
        return words("event.days_until", first=begin, last=words("event.time", day=last, start=event.end))
    return words("event.days", first=begin, last=last)
