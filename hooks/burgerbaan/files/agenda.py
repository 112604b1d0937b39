"""The agenda as iCalendar (RFC 5545): one feed of all meetings whose day is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from burgerbaan.absolute import ZONE, absolute
from burgerbaan.model.happenings import Event
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer


def agenda_files(renderer: Renderer) -> Iterator[File]:
    """`/agenda.ics`; times in UTC, so that no program needs our time zone rules."""
    site = renderer.site
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(site.programme.name)}//Agenda//NL",
        f"X-WR-CALNAME:{_text(site.programme.name)}",
    ]
    for event in site.events.values():
        if len(event.day) == 10:
            lines += _event(renderer, event)
    lines.append("END:VCALENDAR")
    yield text_file("agenda.ics", "".join(_fold(line) for line in lines))


def _event(renderer: Renderer, event: Event) -> list[str]:
    site = renderer.site
    host = site.programme.url.removeprefix("https://").split("/")[0]
    url = absolute(site, f"agenda/{event.slug}/")
    label = f" ({renderer.words('example.label')})" if event.is_example else ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.slug}@{host}",
        f"DTSTAMP:{_utc(date.fromisoformat(event.day), '00:00')}",
        *_times(event),
        f"SUMMARY:{_text(event.title + label)}",
        f"DESCRIPTION:{_text(event.summary)}",
        f"URL:{url}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
    ]
    if event.place:
        parts = (event.place.name, event.place.street, event.place.town)
        lines.append(f"LOCATION:{_text(', '.join(part for part in parts if part))}")
    return [*lines, "END:VEVENT"]


def _times(event: Event) -> list[str]:
    day = date.fromisoformat(event.day)
    if event.start is None:
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]
    end = [f"DTEND:{_utc(day, event.end)}"] if event.end else []
    return [f"DTSTART:{_utc(day, event.start)}", *end]


def _utc(day: date, clock: str) -> str:
    moment = datetime.combine(day, time.fromisoformat(clock), ZONE).astimezone(UTC)
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


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
