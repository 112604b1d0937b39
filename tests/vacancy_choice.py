"""Which vacancies fit a choice, said once more and plainly: straight from the open data, without atoms or bits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

LEVELS = ["geen", "a1", "a2", "b1", "b2"]
GUIDANCE = {"light": "af en toe", "regular": "elke week", "close": "altijd iemand bij je"}

Row = Mapping[str, Any]
Chosen = Mapping[str, Any]


def fits(row: Row, chosen: Chosen) -> bool:
    """Whether an open vacancy fits everything that is chosen."""
    return _fits_time(row, chosen) and all(_TESTS[key](row, values) for key, values in chosen.items() if key in _TESTS)


def picked(key: str, value: str) -> list[Any]:
    """What one value of a facet chooses."""
    return [int(end) if end else None for end in value.split("-")] if key == "uren" else [value]


def _fits_time(row: Row, chosen: Chosen) -> bool:
    days, parts = chosen.get("dag", []), chosen.get("dagdeel", [])
    if not days and not parts:
        return True
    shifts = row.get("tijden", [])
    if not shifts:
        return not days and "in-overleg" in parts
    return any(_is_on(shift, days) and _is_in(shift, parts) for shift in shifts)


def _is_on(shift: Mapping[str, str], days: list[str]) -> bool:
    return not days or shift["dag"][:2] in days


def _is_in(shift: Mapping[str, str], parts: list[str]) -> bool:
    start, end = shift["van"], shift["tot"]
    is_day = start < "17:00"
    is_morning, is_afternoon = end <= "13:00" and start < "12:00", is_day and start >= "12:00" and end <= "18:00"
    school_ends = {"woensdag": "12:15", "zaterdag": "", "zondag": ""}.get(shift["dag"], "14:15")
    true_parts = {
        "overdag": is_day,
        "ochtend": is_morning,
        "middag": is_afternoon,
        "langer": is_day and not is_morning and not is_afternoon,
        "schooltijd": start >= "08:30" and end <= school_ends,
        "avond": not is_day,
        "weekend": shift["dag"] in ("zaterdag", "zondag"),
    }
    return not parts or any(true_parts.get(part) for part in parts)


def _fits_hours(row: Row, ends: list[int | None]) -> bool:
    low, high = ends
    return bool(row["uren"]["max"] >= (low or 1) and row["uren"]["min"] <= (high or 40))


_TESTS: Mapping[str, Callable[[Row, Any], bool]] = {
    "wijk": lambda row, values: row["wijk"] in values,
    "sector": lambda row, values: bool(set(row["sectoren"]) & set(values)),
    "uren": _fits_hours,
    "taal": lambda row, values: LEVELS.index(row["taal"].lower()) <= max(LEVELS.index(value) for value in values),
    "leren": lambda row, values: bool(set(row["leergebieden"]) & set(values)),
    "begeleiding": lambda row, values: row["begeleiding"]["hoe"] in [GUIDANCE[value] for value in values],
    "diploma": lambda row, _: not row["diploma_nodig"],
    "snuffelen": lambda row, _: row["snuffelen"],
    "vergoeding": lambda row, _: row["krijgt"]["vergoeding"],
    "vast": lambda row, _: row["rooster"] == "vast",
    "taken": lambda row, _: row["duidelijke_taken"],
    "drempelvrij": lambda row, _: row["toegang"]["drempelvrij"],
    "toilet": lambda row, _: row["toegang"]["toilet"],
    "rustig": lambda row, _: row["toegang"]["rustige_plek"],
}
