"""Data about money are published only as somebody signed for them."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.problems import START, Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.signature import FILE, changes, read_signature
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_signature(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for everything about money that was not signed, or not as it is now."""
    donation, file = site.donation, f"{folders.facts}/{FILE}"
    if donation is None:
        return
    if site.signature is None:
        yield problem(donation.path, START, Kind.SIGNATURE_MISSING, file=file)
        return
    signed = read_signature(site.signature)
    if signed is None:
        yield problem(donation.path, START, Kind.SIGNATURE_EDITED, file=file)
        return
    for change in changes(donation, signed):
        position = places.find(donation.path, change.location)
        words = {"field": change.field, "before": change.before or "niets", "now": change.now or "niets"}
        yield problem(donation.path, position, Kind.SIGNATURE_OLD, **words)
