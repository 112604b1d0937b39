"""A vacancy as search engines read it (schema.org JobPosting); only what the page itself shows.

Required and recommended properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from burgerbaan.absolute import absolute, moment_in_zone
from burgerbaan.addresses import HOSTS, VACANCIES
from burgerbaan.lifecycle import last_day
from burgerbaan.model.host import Host
from burgerbaan.model.vacancy import Form, Place, Vacancy
from burgerbaan.site import Site


def job_posting(site: Site, vacancy: Vacancy, hours: str) -> Mapping[str, Any]:
    """JobPosting; an allowance place, chore or board seat is VOLUNTEER, a paid job PART_TIME.

    `hours` is what the page tells of them. It never names a salary: what an editor writes about a wage is words, and
    Google wants an amount.
    """
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": _description_html(vacancy),
        "datePosted": moment_in_zone(vacancy.posted),
        "validThrough": moment_in_zone(last_day(vacancy), "23:59"),
        "employmentType": "PART_TIME" if vacancy.form is Form.JOB else "VOLUNTEER",
        "hiringOrganization": _hiring(site, site.hosts[vacancy.host]),
        "jobLocation": place_data(vacancy.place),
        "identifier": {"@type": "PropertyValue", "name": site.programme.name, "value": vacancy.slug},
        "url": absolute(site, f"{VACANCIES}{vacancy.slug}/"),
        "workHours": hours,
        "totalJobOpenings": vacancy.places,
        "directApply": False,
    }


def _description_html(vacancy: Vacancy) -> str:
    """The whole of the work; Google reads it as HTML."""
    tasks = Markup("").join(Markup("<li>{}</li>").format(task) for task in vacancy.tasks)
    return str(Markup("<p>{}</p><ul>{}</ul>").format(vacancy.summary, tasks))


def _hiring(site: Site, host: Host) -> Mapping[str, Any]:
    data = {"@type": "Organization", "name": host.name, "url": absolute(site, f"{HOSTS}{host.slug}/")}
    return data | ({"sameAs": host.website} if host.website else {})


def place_data(place: Place) -> Mapping[str, Any]:
    """Place, with its PostalAddress."""
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.town,
        "addressCountry": "NL",
    }
    known = {key: value for key, value in address.items() if value}
    return {"@type": "Place", "address": known} | ({"name": place.name} if place.name else {})
