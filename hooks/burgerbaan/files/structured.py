"""Structured data for search engines (schema.org, JSON-LD): only what the page itself shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from burgerbaan.dutch import format_hours
from burgerbaan.model.happenings import Event
from burgerbaan.model.vacancy import Form, Host, Place, Vacancy
from burgerbaan.output import Crumb
from burgerbaan.site import Site

ZONE = ZoneInfo("Europe/Amsterdam")


def absolute(site: Site, path: str) -> str:
    """The full address of a path of this site."""
    return f"{site.programme.url.rstrip('/')}/{path}"


def moment_in_zone(day: date, clock: str = "00:00") -> str:
    """ISO 8601 with the offset that Amsterdam has at that moment."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE).isoformat()


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


def job_posting(site: Site, vacancy: Vacancy) -> Mapping[str, Any]:
    """JobPosting with Google's required properties; an allowance place is VOLUNTEER, a job is PART_TIME."""
    host = site.hosts[vacancy.host]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": " ".join((vacancy.summary, *vacancy.tasks)),
        "datePosted": moment_in_zone(vacancy.posted),
        "employmentType": "PART_TIME" if vacancy.form is Form.JOB else "VOLUNTEER",
        "hiringOrganization": {
            "@type": "Organization",
            "name": host.name,
            "url": absolute(site, f"organisaties/{host.slug}/"),
        },
        "jobLocation": {"@type": "Place", "address": _address(vacancy.place)},
        "identifier": {"@type": "PropertyValue", "name": site.programme.name, "value": vacancy.slug},
        "url": absolute(site, f"vacatures/{vacancy.slug}/"),
        "workHours": format_hours(vacancy.hours.minimum, vacancy.hours.maximum),
        "totalJobOpenings": max(vacancy.places, 1),
    }
    if vacancy.closing:
        data["validThrough"] = moment_in_zone(vacancy.closing, "23:59")
    return data


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
        data["address"] = _address(host.place)
    return data


def event_data(site: Site, event: Event) -> Mapping[str, Any]:
    """Event, for a meeting whose day is known."""
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
        name = event.place.name or event.place.town
        data["location"] = {"@type": "Place", "name": name, "address": _address(event.place)}
    return data


def _address(place: Place) -> Mapping[str, Any]:
    data = {"@type": "PostalAddress", "addressLocality": place.town, "addressCountry": "NL"}
    if place.street:
        data["streetAddress"] = place.street
    if place.postcode:
        data["postalCode"] = place.postcode
    return data
