"""The agenda as iCalendar (RFC 5545): a feed of all meetings whose day is known, and a file for each that comes.

A series is one entry with a rule. Its times are those on the clock of the place, so that summer time does not move
them; the rules of that clock stand in the file. In the feed it begins at its first time; in a file of its own at the
next, for a phone asks whether to add what is on the first day that stands there.

`METHOD:PUBLISH` stands there without the organizer that RFC 5546 asks for: that is a mail address, and calendars would
show the meeting as an invitation to answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta

from burgerbaan.absolute import absolute
from burgerbaan.addresses import CALENDAR, EVENTS
from burgerbaan.event_facts import feed_address, file_of, is_for_calendars
from burgerbaan.former import first_name
from burgerbaan.model.happenings import Event
from burgerbaan.model.repetition import Rhythm, week_of_month
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer
from burgerbaan.zone import ZONE, moment

ASK_AGAIN = "PT12H"

# Since 1996, and so for every series: https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
_CLOCK = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE.key}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def agenda_files(renderer: Renderer) -> Iterator[File]:
    """`/agenda.ics`, and `/agenda/<slug>/<slug>.ics`; times in UTC, but for series, which need our time zone rules."""
    site, words = renderer.site, renderer.words
    name = _text(words("follow.name"))
    head = [
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"URL:{absolute(site, EVENTS)}",
        f"SOURCE;VALUE=URI:{feed_address(site)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}",
        f"X-PUBLISHED-TTL:{ASK_AGAIN}",
    ]
    yield text_file(CALENDAR, calendar(renderer, site.events.values(), head))
    for event in site.events.values():
        if is_for_calendars(event, site.today):
            # A name or a refresh time would make some programs add a whole calendar.
            yield text_file(file_of(event), calendar(renderer, [event], [], site.today))


def calendar(renderer: Renderer, events: Iterable[Event], head: Iterable[str], since: date = date.min) -> str:
    """One iCalendar object with every event whose day is known; `head` are more lines about the whole.

    A series has no times before `since`.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(renderer.site.programme.name)}//Agenda//NL"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", *head]
    dated = [event for event in events if event.days]
    if any(event.repetition and event.start for event in dated):
        lines += _CLOCK
    for event in dated:
        lines += _event(renderer, event, _days_since(event, since))
    return "".join(_fold(line) for line in (*lines, "END:VCALENDAR"))


def _days_since(event: Event, since: date) -> tuple[date, ...]:
    return tuple(day for day in event.days if day >= since) if event.repetition else event.days


def _event(renderer: Renderer, event: Event, days: tuple[date, ...]) -> list[str]:
    site, words = renderer.site, renderer.words
    host = site.programme.url.removeprefix("https://").split("/")[0]
    title = words("event.cancelled_title", title=event.title) if event.cancelled else event.title
    label = f" ({words('example.label')})" if event.is_example else ""
    if event.other_programme:
        label += f" ({words('event.other_programme', name=event.other_programme)})"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{first_name(event)}@{host}",
        f"SEQUENCE:{sequence(event)}",
        f"DTSTAMP:{site.updated:%Y%m%d}T000000Z",
        *_times(event, days[0]),
        *_rule(event, days),
        f"SUMMARY:{_text(title + label)}",
        f"DESCRIPTION:{_text(_description(renderer, event))}",
        f"CATEGORIES:{_text(event.kind)}",
        f"URL:{absolute(site, f'{EVENTS}{event.slug}/')}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
    ]
    if event.place:
        place = event.place
        town = " ".join(part for part in (place.postcode, place.town) if part)
        lines.append(f"LOCATION:{_text(', '.join(part for part in (place.name, place.street, town) if part))}")
    return [*lines, "END:VEVENT"]


def sequence(event: Event) -> int:
    """Which version this is, for calendars that hold an older one.

    It goes up by itself when a meeting moves or is called off, or a day of a series; each `wijziging` of the editor
    outweighs both.
    """
    days_off = len(event.repetition.skipped) if event.repetition else 0
    return 400 * event.changes + 4 * days_off + 2 * (event.moved_from is not None) + event.cancelled


def _description(renderer: Renderer, event: Event) -> str:
    address = absolute(renderer.site, f"{EVENTS}{event.slug}/")
    parts = (event.reason, event.summary, event.how_in, event.reply, event.online, event.link, address)
    return "\n".join(part for part in parts if part)


def _times(event: Event, day: date) -> list[str]:
    """Begin and end; whole days when not enough is known to say at what time it ends on another day."""
    last = event.end_day or day
    if event.start is None or (event.end_day and event.end is None):
        after = last + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}", "TRANSP:TRANSPARENT"]
    written = _on_the_clock if event.repetition else _utc
    end = [f"DTEND{written(last, event.end)}"] if event.end else []
    return [f"DTSTART{written(day, event.start)}", *end]


def _rule(event: Event, days: tuple[date, ...]) -> list[str]:
    """How a series comes back, and the days in between on which it does not."""
    if event.repetition is None:
        return []
    last, clock = days[-1], event.start
    first = date.fromisoformat(event.day)  # also when it is left out or over: it says which weekday of the month
    rhythm = {
        Rhythm.WEEK: "WEEKLY",
        Rhythm.FORTNIGHT: "WEEKLY;INTERVAL=2",
        Rhythm.MONTH: f"MONTHLY;BYDAY={week_of_month(first)}{_DAYS[first.weekday()]}",
    }[event.repetition.rhythm]
    until = _utc(last, clock) if clock else f":{last:%Y%m%d}"
    between = sorted(day for day in event.repetition.skipped if days[0] < day < last)
    without = (_on_the_clock(day, clock) if clock else f";VALUE=DATE:{day:%Y%m%d}" for day in between)
    return [f"RRULE:FREQ={rhythm};UNTIL={until[1:]}", *(f"EXDATE{day}" for day in without)]


def _utc(day: date, clock: str) -> str:
    return f":{moment(day, clock).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _on_the_clock(day: date, clock: str) -> str:
    return f";TZID={ZONE.key}:{moment(day, clock):%Y%m%dT%H%M%S}"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 bytes, never cut inside a character."""
    pieces, current = [], b""
    for char in line:
        data = char.encode()
        if len(current) + len(data) > 74:
            pieces.append(current)
            current = b" "
        current += data
    pieces.append(current)
    return b"\r\n".join(pieces).decode() + "\r\n"
