"""The one place that asks what day it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from burgerbaan.zone import ZONE

_EXAMPLE = "2026-11-22"
_FIRST, _LAST = 1900, 9998
"""Years around which a calendar has days left: a site also tells of what was and what is to come."""


class WrongTodayError(Exception):
    """`BURGERBAAN_TODAY` is not a day, or one too far away."""


def read_today(environment: Mapping[str, str]) -> date:
    """`BURGERBAAN_TODAY` (JJJJ-MM-DD) when it is set, else the day it is in Amsterdam.

    Raises WrongTodayError, with a sentence for the editor, when it is set and no day, or one too far away.
    """
    text = environment.get("BURGERBAAN_TODAY", "").strip()
    if not text:
        return datetime.now(ZONE).date()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        message = f"BURGERBAAN_TODAY: '{text}' is geen dag. Schrijf jaar-maand-dag, bijvoorbeeld: {_EXAMPLE}"
        raise WrongTodayError(message) from None
    if not _FIRST <= day.year <= _LAST:
        message = f"BURGERBAAN_TODAY: '{text}' is een dag te ver weg."
        raise WrongTodayError(f"{message} Kies een jaar van {_FIRST} tot en met {_LAST}, bijvoorbeeld: {_EXAMPLE}")
    return day
