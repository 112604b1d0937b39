"""The cases of stacking hours, as the build and the browser get them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from burgerbaan.model.amounts import Amounts
from burgerbaan.model.programme import HoursRule
from burgerbaan.plan import Chosen, Shift, Work

MOST = 5
AMOUNTS = Amounts.model_construct(year=2026, hour=Decimal("5.75"), hour_young=Decimal("3.40"), month=220, total=2200)


@cache
def read_cases() -> Mapping[str, Any]:
    """The whole file."""
    text = (Path(__file__).parent / "cases" / "plan.yml").read_text("utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


def work_of(slug: str) -> Work:
    """What a host offers, by its name in the file."""
    row = read_cases()["werk"][slug]
    shifts = tuple(Shift(day, _minutes(start), _minutes(end)) for day, start, end in row.get("tijden", ()))
    return Work(slug, row["organisatie"], row["wijk"], tuple(row["soort"]), *row["uren"], shifts)


def plan_of(case: Mapping[str, Any]) -> list[Chosen]:
    """What somebody chose."""
    return [
        Chosen(work_of(slug), tuple(choice)) if isinstance(choice, list) else Chosen(work_of(slug), hours=choice)
        for slug, choice in case["kies"].items()
    ]


def rule_of(case: Mapping[str, Any]) -> HoursRule:
    """What the programme asks."""
    least, most = case.get("regel", (None, None))
    return HoursRule.model_construct(minimum=least, maximum=most)


def amounts_of(case: Mapping[str, Any]) -> Amounts:
    """What the law allows: as it is, or with another limit a month."""
    return AMOUNTS.model_copy(update={"month": case.get("maand", AMOUNTS.month)})


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
