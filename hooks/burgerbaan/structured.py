"""Structured data for search engines (schema.org, JSON-LD): only what the page itself shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from burgerbaan.absolute import absolute, moment_in_zone
from burgerbaan.addresses import EVENTS, HOSTS
from burgerbaan.model.happenings import Event
from burgerbaan.model.host import Host
from burgerbaan.output import Crumb
from burgerbaan.posting import place_data
from burgerbaan.site import Site


def breadcrumbs(site: Site, crumbs: tuple[Crumb, ...]) -> Mapping[str, Any]:
    """BreadcrumbList, the page itself last."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": crumb.title, "item": absolute(site, crumb.url)}
            for number, crumb in enumerate(crumbs, 1)
        ],
    }


def organisation(site: Site, host: Host) -> Mapping[str, Any]:
    """Organization."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": host.name,
        "description": host.summary,
        "url": host.website or absolute(site, f"{HOSTS}{host.slug}/"),
    }
    if host.place:
        data["address"] = place_data(host.place)["address"]
    return data


def is_told(event: Event) -> bool:
    """Whether search engines can use it: they ask for a day, and where it is or how to join from home."""
    return (event.known_day or event.moved_from) is not None and (event.place or event.link) is not None


def event_data(site: Site, event: Event) -> Mapping[str, Any]:
    """Event, for a meeting that `is_told`; one that moved to a day nobody knows yet keeps the day it had.

    Required, and what to say of a meeting that is off, moved or joined from home:
    https://developers.google.com/search/docs/appearance/structured-data/event
    """
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        **_event_times(event),
        "eventStatus": f"https://schema.org/{_event_status(event)}",
        "eventAttendanceMode": f"https://schema.org/{_attendance_mode(event)}EventAttendanceMode",
        "url": absolute(site, f"{EVENTS}{event.slug}/"),
    }
    if event.other_programme is None:
        data["organizer"] = {"@type": "Organization", "name": site.programme.organiser}
    places: list[Mapping[str, Any]] = []
    if event.place:
        places.append({"name": event.place.town, **place_data(event.place)})
    if event.link:
        places.append({"@type": "VirtualLocation", "url": event.link})
    data["location"] = places[0] if len(places) == 1 else places
    return data | ({} if event.is_free is None else {"isAccessibleForFree": event.is_free})


def _event_times(event: Event) -> dict[str, str]:
    first, moved = event.known_day, event.moved_from
    if first is None:
        return {"startDate": moved.isoformat()} if moved else {}
    times = {"startDate": moment_in_zone(first, event.start) if event.start else event.day}
    if event.end:
        times["endDate"] = moment_in_zone(event.end_day or first, event.end)
    elif event.end_day:
        times["endDate"] = event.end_day.isoformat()
    return times | ({"previousStartDate": moved.isoformat()} if moved and not event.cancelled else {})


def _event_status(event: Event) -> str:
    if event.cancelled:
        return "EventCancelled"
    if event.moved_from is None:
        return "EventScheduled"
    return "EventRescheduled" if event.known_day else "EventPostponed"


def _attendance_mode(event: Event) -> str:
    """From home only counts with an address to join: a question sent before is not attending."""
    if event.link is None:
        return "Offline"
    return "Mixed" if event.place else "Online"
