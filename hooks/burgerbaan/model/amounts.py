"""Money out: what a volunteer may get without tax, by year."""

from __future__ import annotations

from decimal import Decimal

from burgerbaan.model.euro import Euro
from burgerbaan.model.fields import PastDay, SourceRef
from burgerbaan.model.record import Item, says


class Amounts(Item):
    """Untaxed maximum of the volunteer allowance in one year (Wet LB 1964, art. 2 lid 6)."""

    year: int = says("jaar", "Jaar", "Kalenderjaar.", 2026, ge=2020, le=2100)
    hour: Euro = says("uur", "Per uur", "Vanaf 21 jaar, in euro.", Decimal("5.75"), gt=0, le=100)
    hour_young: Euro = says("uur_jonger", "Per uur onder 21", "In euro.", Decimal("3.40"), gt=0, le=100)
    month: int = says("maand", "Per maand", "In euro.", 220, gt=0, le=10_000)
    total: int = says("heel_jaar", "Per jaar", "In euro.", 2200, gt=0, le=100_000)
    source: SourceRef = says("bron", "Bron", "Id uit bronnen.yml.", "belastingdienst-vrijwilligers")
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-22")
