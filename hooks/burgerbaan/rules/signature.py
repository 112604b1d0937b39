"""Data about money are published only as somebody signed for them."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.signature import ADDRESS, FILE, changes, read_signature
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

UNSIGNED = (Kind.SIGNATURE_MISSING, Kind.SIGNATURE_EDITED, Kind.SIGNATURE_OLD)
"""With any of these nothing about money is shown."""


def check_signature(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for everything about money that was not signed, or not as it is now."""
    donation, file = site.donation, f"{folders.facts}/{FILE}"
    if donation is None:
        if site.signature is not None and not site.knows_donation:
            yield problem(file, START, Kind.SIGNATURE_ALONE, file=f"{folders.facts}/donatie.yml")
        return
    if not site.programme.path:  # without a programme there is no address
        return
    if site.signature is None:
        yield problem(donation.path, START, Kind.SIGNATURE_MISSING, file=file)
        return
    signed = read_signature(site.signature)
    if signed is None:
        yield problem(donation.path, START, Kind.SIGNATURE_EDITED, file=file)
        return
    programme = site.programme
    for change in changes(donation, programme.url, signed):
        path = programme.path if change.location == (ADDRESS,) else donation.path
        position = places.find(path, change.location)
        words = {"field": change.field, "before": change.before or "niets", "now": change.now or "niets"}
        yield problem(path, position, Kind.SIGNATURE_OLD, **words)
