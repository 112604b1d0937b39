"""Full addresses and exact moments, for programs that read the site from outside."""

from __future__ import annotations

from datetime import date

from burgerbaan.site import Site
from burgerbaan.zone import moment


def absolute(site: Site, path: str) -> str:
    """The full address of a path of this site."""
    return f"{site.programme.url.rstrip('/')}/{path}"


def printed_address(address: str) -> str:
    """An address as people read it on paper and type it over."""
    return address.removeprefix("https://").removeprefix("www.")


def moment_in_zone(day: date, clock: str = "00:00") -> str:
    """ISO 8601 with the offset that Amsterdam has at that moment."""
    return moment(day, clock).isoformat()
