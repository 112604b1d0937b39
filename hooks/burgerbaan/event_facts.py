"""What a meeting is today: to come or past, when exactly, and where its file for a calendar is."""

from __future__ import annotations

from datetime import date

from burgerbaan.absolute import absolute
from burgerbaan.addresses import CALENDAR, EVENTS
from burgerbaan.dutch import format_moment, format_weekday
from burgerbaan.model.happenings import Event
from burgerbaan.moments import is_over
from burgerbaan.site import Site
from burgerbaan.words import Words


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


def format_when(words: Words, event: Event) -> str:
    """Day and time, as exact as they are known."""
    first = event.known_day
    if first is None:
        return event.day_note or format_moment(event.day)
    day = format_weekday(first)
    if event.end_day:
        return _over_days(words, event, day, format_weekday(event.end_day))
    if event.start and event.end:
        return words("event.time_span", day=day, start=event.start, end=event.end)
    return words("event.time", day=day, start=event.start) if event.start else day


def _over_days(words: Words, event: Event, first: str, last: str) -> str:
    begin = words("event.time", day=first, start=event.start) if event.start else first
    if event.start and event.end:
        return words("event.days_until", first=begin, last=words("event.time", day=last, start=event.end))
    return words("event.days", first=begin, last=last)
