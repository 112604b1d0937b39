"""When somebody can be called is told in any language where the line of an editor can be read; else as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from burgerbaan.calling_hours import calling_times

ROOT = Path(__file__).parent.parent
OWN_WAY = {"elke werkdag na 17:00 uur"}
"""Lines of this site that say it otherwise."""


def _days(line: str) -> list[int]:
    return [day for day, _, _ in calling_times(line)]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("maandag tot en met donderdag, 9 tot 16 uur", [0, 1, 2, 3]),
        ("maandag, woensdag en vrijdag, 9.00 tot 14.00 uur", [0, 2, 4]),
        ("zaterdag en maandag t/m woensdag van 9:00 tot 12:00", [0, 1, 2, 5]),
        ("ma–do 9–16 uur", [0, 1, 2, 3]),
        ("di 9 - 12", [1]),
        ("elke werkdag, 8.30 tot 15.30 uur", [0, 1, 2, 3, 4]),
        ("elke dag tussen 12.00 en 13.00 uur", [0, 1, 2, 3, 4, 5, 6]),
        ("Maandag, 9 tot 12 uur.", [0]),
    ],
)
def test_days_are_read_as_people_write_them(line: str, days: list[int]) -> None:
    assert _days(line) == days


@pytest.mark.parametrize(
    "line",
    ["", "in overleg", "elke werkdag na 17.00 uur", "maandag 9 tot 12 uur en 13 tot 17 uur", "maandag 16 tot 9 uur",
     "maandag, 9 tot 25 uur", "maandag en feestdagen, 9 tot 12 uur", "niet op maandag, 9 tot 12 uur",
     "vrijdag tot en met maandag, 9 tot 12 uur", "9 tot 12 uur"],
)  # fmt: skip
def test_what_is_said_otherwise_is_not_guessed(line: str) -> None:
    assert calling_times(line) == ()


def test_times_are_minutes_of_the_day() -> None:
    assert calling_times("vrijdag, 8.30 tot 24 uur") == ((4, 510, 1440),)


def test_the_lines_of_this_site_are_read() -> None:
    files = [*(ROOT / "vacancies").rglob("*.yml"), ROOT / "content/gegevens/programma.yml"]
    lines = {line for path in files for line in re.findall(r"bereikbaar: *(.+)", path.read_text("utf-8"))}
    assert len(lines) > 10
    assert {line for line in lines if not calling_times(line)} == OWN_WAY


def test_times_in_the_texts_of_this_site_look_as_those_that_the_site_makes() -> None:
    texts = [
        *(ROOT / "vacancies").rglob("*.yml"),
        *(ROOT / "content").rglob("*.md"),
        ROOT / "hooks/burgerbaan/words/nl.yml",
    ]
    dotted = re.compile(r"(?<![\d.,])\d{1,2}\.[0-5]\d (?:tot|en|uur)\b")
    assert [found for path in texts for found in dotted.findall(path.read_text("utf-8"))] == []
