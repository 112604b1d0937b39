"""The agenda as iCalendar (RFC 5545): a feed of all meetings whose day is known, and a file for each that comes.

`METHOD:PUBLISH` stands there without the organizer that RFC 5546 asks for: that is a mail address, and calendars would
show the meeting as an invitation to answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta

from burgerbaan.absolute import absolute
from burgerbaan.addresses import CALENDAR, EVENTS
from burgerbaan.event_facts import feed_address, file_of, is_for_calendars
from burgerbaan.model.happenings import Event
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer
from burgerbaan.zone import moment

ASK_AGAIN = "PT12H"


def agenda_files(renderer: Renderer) -> Iterator[File]:
    """`/agenda.ics`, and `/agenda/<slug>/<slug>.ics`; times in UTC, so that no program needs our time zone rules."""
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
            yield text_file(file_of(event), calendar(renderer, [event], []))


def calendar(renderer: Renderer, events: Iterable[Event], head: Iterable[str]) -> str:
    """One iCalendar object with every event whose day is known; `head` are more lines about the whole."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(renderer.site.programme.name)}//Agenda//NL"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", *head]
    for event in events:
        if event.known_day:
            lines += _event(renderer, event, event.known_day)
    return "".join(_fold(line) for line in (*lines, "END:VCALENDAR"))


def _event(renderer: Renderer, event: Event, day: date) -> list[str]:
    site, words = renderer.site, renderer.words
    host = site.programme.url.removeprefix("https://").split("/")[0]
    title = words("event.cancelled_title", title=event.title) if event.cancelled else event.title
    label = f" ({words('example.label')})" if event.is_example else ""
    if event.other_programme:
        label += f" ({words('event.other_programme', name=event.other_programme)})"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{(*event.former_names, event.slug)[0]}@{host}",
        f"SEQUENCE:{sequence(event)}",
        f"DTSTAMP:{site.updated:%Y%m%d}T000000Z",
        *_times(event, day),
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

    It goes up by itself when a meeting moves or is called off; each `wijziging` of the editor outweighs both.
    """
    return 4 * event.changes + 2 * (event.moved_from is not None) + event.cancelled


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
    end = [f"DTEND:{_utc(last, event.end)}"] if event.end else []
    return [f"DTSTART:{_utc(day, event.start)}", *end]


def _utc(day: date, clock: str) -> str:
    return f"{moment(day, clock).astimezone(UTC):%Y%m%dT%H%M%SZ}"


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
