"""The cases of stacking hours, as the build and the browser get them, and what only the browser has to work out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from burgerbaan.model.amounts import Amounts
from burgerbaan.model.programme import HoursRule
from burgerbaan.plan import Chosen, Shift, Work, total

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


def asked(minutes: int, rule: HoursRule) -> tuple[str, int]:
    """How a week fits what the programme asks, and by how many minutes it does not."""
    if rule.minimum is None and rule.maximum is None:
        return "unknown", 0
    if minutes < (least := (rule.minimum or 0) * 60):
        return "few", least - minutes
    if rule.maximum is not None and minutes > (most := rule.maximum * 60):
        return "many", minutes - most
    return "fits", 0


def ceiling(minutes: int, amounts: Amounts) -> tuple[int, str]:
    """Euros that a volunteer from 21 years may get at most in a month without tax (Wet LB 1964, art. 2 lid 6), and
    by which of the three limits.

    All three hold at once, over all organisations together; a month is a twelfth of a year.
    """
    by_hour = Decimal(minutes) / 60 * amounts.hour * 52 / 12
    limits = {"hour": by_hour, "month": Decimal(amounts.month), "year": Decimal(amounts.total) / 12}
    limit = min(limits, key=lambda name: limits[name])
    return int(limits[limit].to_integral_value(ROUND_FLOOR)), limit


def without_each_host(plan: Sequence[Chosen]) -> Mapping[str, int]:
    """Minutes that are left when somebody stops at a host, for each host of the plan."""
    hosts = dict.fromkeys(chosen.work.host for chosen in plan)
    return {host: total(chosen for chosen in plan if chosen.work.host != host) for host in hosts}


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
