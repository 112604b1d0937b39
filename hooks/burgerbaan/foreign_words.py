"""What a vacancy and a contact tell in other languages than that of the site, in `words/<language>.yml`.

A machine translates nothing here: people write these phrases, and what an editor wrote stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.vacancy import DutchLevel, Weekday
from burgerbaan.source.strict_yaml import parse

_FOLDER = Path(__file__).parent / "words"

ForeignTexts = Mapping[str, Mapping[str, Any]]
"""Phrases by group and key; one that is counted has a text for each plural."""


def _plain(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(keys, ())


PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "days": _plain(day.name.lower() for day in Weekday),
        "vacancy": {
            **_plain(["short", "text", "hours", "when", "when_free", "where", "wage", "dutch", "places", "closing"]),
            **_plain(
                [
                    "reward",
                    "reward_yes",
                    "reward_no",
                    "few",
                    "diploma",
                    "diploma_no",
                    "react",
                    "react_full",
                    "react_text",
                ]
            ),
            **_plain(["try_out", "try_out_yes", "try_out_no", "benefit", "full", "closed", "others"]),
            **_plain(["checked", "close", "refused"]),
            **_plain(f"dutch_{level.name.lower()}" for level in DutchLevel),
            "hours_one": ("number",),
            "hours_range": ("low", "high"),
            "time": ("day", "start", "end"),
            "diploma_yes": ("name",),
            "places_left": ("number",),
        },
        "ways": _plain(["call", "whatsapp", "mail", "visit", "ready"]),
        "contact": _plain(["title", "text", "hours", "who", "answers"]),
    }
)
"""Every phrase that a language must have, with the values that are filled in."""

COUNTED = frozenset({"hours_one", "hours_range", "places_left"})
"""Phrases with a text for each plural."""

PLURALS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("one", "other"),
        "ar": ("one", "two", "few", "many", "other"),
        "uk": ("one", "few", "many", "other"),
        "pl": ("one", "few", "many", "other"),
        "es": ("one", "other"),
        "tr": ("one", "other"),
    }
)
"""The plurals of each language (Unicode CLDR) for whole numbers that a vacancy can hold: never none, nor millions."""


def foreign_texts(language: PageLanguage) -> ForeignTexts | None:
    """The phrases of a language; None where nobody wrote them yet."""
    path = _FOLDER / f"{language.tag}.yml"
    return _parsed(path.read_text("utf-8")) if path.is_file() else None


@lru_cache(32)  # a preview asks again and again
def _parsed(text: str) -> ForeignTexts:
    value, problems = parse("words.yml", text)
    if problems:
        raise ValueError(problems)
    assert isinstance(value, dict)
    return value
