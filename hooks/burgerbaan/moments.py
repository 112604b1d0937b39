"""Moments as exact as they are known, a day, a month or a year ('2025-10'): each lasts until its end."""

from __future__ import annotations

from datetime import date, timedelta


def day_after(moment: str) -> date:
    """The day after a day, a month or a year."""
    parts = [int(part) for part in moment.split("-")]
    if len(parts) == 3:
        return date.fromisoformat(moment) + timedelta(days=1)
    return next_month(date(parts[0], parts[1], 1)) if len(parts) == 2 else date(parts[0] + 1, 1, 1)


def last_of(moment: str) -> date:
    """The last day of a day, a month or a year."""
    return day_after(moment) - timedelta(days=1)


def next_month(day: date) -> date:
    """The first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def is_over(moment: str, today: date) -> bool:
    """Whether all of it lies before today."""
    return day_after(moment) <= today


def end_of(moment: str) -> str:
    """A text to sort by: after every day of a month or a year comes that month or year."""
    return (moment + "-99-99")[:10]
