"""What somebody may get without tax: one sentence with the limits of this year, or of the last that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from burgerbaan.model.amounts import Amounts
from tests.made_events import filled, minimal_site


def _limit_on(day: str, *years: int) -> str:
    site = minimal_site()
    source = next(iter(site.sources))
    amounts = tuple(
        Amounts.model_validate(
            {
                "jaar": year,
                "uur": Decimal("5.75"),
                "uur_jonger": Decimal("3.40"),
                "maand": 200,
                "heel_jaar": year,
                "bron": source,
            }
            | {"gecontroleerd": "2026-01-01"},
            context=(str(year), "content/gegevens/bedragen.yml"),
        )
        for year in years
    )
    return filled(replace(site, amounts=amounts, today=date.fromisoformat(day)), "grens")


@pytest.mark.parametrize(
    ("day", "year", "total"),
    [("2026-06-01", 2026, "2.026"), ("2027-01-01", 2026, "2.026"), ("2025-12-31", 2025, "2.025")],
)
def test_the_limit_is_that_of_the_last_year_that_has_begun(day: str, year: int, total: str) -> None:
    text = _limit_on(day, 2025, 2026)
    assert f"mag je in {year} hoogstens" in text
    assert f"{total} per jaar krijgen. Dat is de grens, niet wat jij krijgt." in text
    assert text.count("bb-source") >= 1


def test_without_amounts_there_is_no_limit() -> None:
    assert "hoogstens" not in _limit_on("2026-06-01", 2027)
