"""Values as Dutch text: days, months, euros, lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_BETWEEN = re.compile(r"(?<=\d) (tot|-|–) (?=\d)")


def format_day(day: date) -> str:
    """3 maart 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_weekday(day: date) -> str:
    """woensdag 3 maart 2027."""
    return f"{WEEKDAYS[day.weekday()]} {format_day(day)}"


def format_moment(moment: str) -> str:
    """A year, a month or a day, as exact as it is known: '2025-10' becomes 'oktober 2025'."""
    parts = moment.split("-")
    if len(parts) == 1:
        return moment
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return format_day(date.fromisoformat(moment))


def format_euro(amount: Decimal | int) -> str:
    """€ 1.234,50, and € 220 for whole euros; the space does not break."""
    value = Decimal(amount)
    text = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    return "€\u00a0" + text.replace(",", " ").replace(".", ",").replace(" ", ".")


def format_number(value: Decimal | int) -> str:
    """1.234 and 1,5."""
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def format_size(count: int) -> str:
    """Bytes as people count them: 118 kB, and 1,4 MB from a million on; never less than 1 kB."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{format_number(Decimal(round(count / 100_000)) / 10)} MB"


def format_minutes(count: int) -> str:
    """Minutes in hours, to two decimals: 8,33 and 7,5; `plan-times.js` writes them so too."""
    return format_number(Decimal((count * 100 + 30) // 60) / 100)


def alphabetical(text: str) -> str:
    """What a list of words is sorted by: 'één' stands with the e, ''s avonds' with the s; '' for only signs."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"\A[\W_]+", "", letters)


def format_and(items: Sequence[object]) -> str:
    """a, b en c."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def hold_times(text: str) -> str:
    """The same text, in which '9.00 tot 12.00' does not break over two lines."""
    return _BETWEEN.sub("\u00a0\\1\u00a0", text)


def format_list(words: Sequence[str], limit: int = 12) -> str:
    """Words as they stand in a sentence; long lists are cut."""
    shown = list(words[:limit])
    return ", ".join(shown) + (f" en nog {len(words) - limit}" if len(words) > limit else "")
