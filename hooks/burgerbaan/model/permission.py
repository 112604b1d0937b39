"""A yes to showing something of a sponsor: a name, a logo, a quote."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from burgerbaan.model.fields import Day, Line
from burgerbaan.model.record import Part, refuse, says
from burgerbaan.problems import Kind


class Permission(Part):
    """Who said yes and when; it never enters the site. Whether it counts today is asked of `consents`."""

    by: Line = says("door", "Door", "Wie toestemming gaf.", "De directeur")
    day: Day = says("op", "Op", "Op welke dag.", "2026-11-01")
    withdrawn: Day | None = says("ingetrokken", "Ingetrokken", "Dag van het nee, als dat er is.", "2027-02-01", None)

    # Whoever begins to write a "no" means no.
    @model_validator(mode="before")
    @classmethod
    def _not_half_withdrawn(cls, value: Any) -> Any:
        if isinstance(value, dict) and value.get("ingetrokken", True) is None:
            raise refuse(Kind.EMPTY_OPTIONAL, at="ingetrokken")
        return value
