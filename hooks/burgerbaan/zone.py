"""The clock on the wall: days and times of Europe/Amsterdam as exact moments, also when summer time begins and ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def moment(day: date, clock: str = "00:00") -> datetime:
    """The moment of a time of day. A time that comes twice, when summer time ends, is the first of the two."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE)


def is_skipped(day: date, clock: str) -> bool:
    """Whether no clock ever shows this time: the hour that goes when summer time begins."""
    found = moment(day, clock)
    return found.astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) != found.replace(tzinfo=None)
