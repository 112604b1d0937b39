"""Structured data for search engines (schema.org, JSON-LD): only what the page itself shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from burgerbaan.absolute import absolute, moment_in_zone
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
        "url": host.website or absolute(site, f"organisaties/{host.slug}/"),
    }
    if host.place:
        data["address"] = place_data(host.place)["address"]
    return data


def event_data(site: Site, event: Event) -> Mapping[str, Any]:
    """Event, for a meeting whose day is known.

    Required: https://developers.google.com/search/docs/appearance/structured-data/event
    """
    day = date.fromisoformat(event.day)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "startDate": moment_in_zone(day, event.start) if event.start else event.day,
        "eventStatus": f"https://schema.org/{'EventCancelled' if event.cancelled else 'EventScheduled'}",
        "url": absolute(site, f"agenda/{event.slug}/"),
        "organizer": {"@type": "Organization", "name": site.programme.organiser},
    }
    if event.end:
        data["endDate"] = moment_in_zone(day, event.end)
    if event.place:
        data["location"] = {"name": event.place.town, **place_data(event.place)}
    return data
