"""A yes to showing something of a sponsor: a name, a logo, a quote."""

from __future__ import annotations

from burgerbaan.model.fields import Day, Ending, Line
from burgerbaan.model.record import Part, says


class Permission(Part):
    """Who said yes and when; it never enters the site. Whether it counts today is asked of `consents`."""

    by: Line = says("door", "Door", "Wie toestemming gaf.", "De directeur")
    day: Day = says("op", "Op", "Op welke dag.", "2026-11-01")
    withdrawn: Ending = says("ingetrokken", "Ingetrokken", "Dag van het nee, als dat er is.", "2027-02-01", None)
