"""Days and times of work are said as they are read aloud: whole names, and a word between two times."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.pages.vacancy_facts import VacancyFacts, facts_of, week_of
from tests.small_site import copy_minimal, made_vacancy, valid_site

MORNING = {"van": "09:00", "tot": "12:00"}


def _facts(tmp_path: Path, *days: str) -> VacancyFacts:
    build = Build(valid_site(copy_minimal(tmp_path)))
    return facts_of(build._renderer, made_vacancy("koken", tijden=[{"dag": day, **MORNING} for day in days]))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["dinsdag"], "dinsdag"),
        (["vrijdag", "dinsdag", "donderdag"], "dinsdag, donderdag en vrijdag"),
        (["maandag", "dinsdag", "woensdag"], "maandag, dinsdag en woensdag"),
        (["maandag", "dinsdag", "woensdag", "donderdag"], "maandag tot en met donderdag"),
        (["maandag", "dinsdag", "donderdag", "vrijdag"], "maandag, dinsdag, donderdag en vrijdag"),
        ([], ""),
    ],
)
def test_days_are_told_by_whole_names(days: list[str], said: str, tmp_path: Path) -> None:
    assert _facts(tmp_path, *days).days == said


def test_times_have_a_word_between_them(tmp_path: Path) -> None:
    assert _facts(tmp_path, "dinsdag").when == ("dinsdag 09:00 tot 12:00",)
    shifts = [{"dag": "maandag", "van": "09:00", "tot": "12:00"}, {"dag": "maandag", "van": "13:00", "tot": "19:00"}]
    words = Build(valid_site(copy_minimal(tmp_path / "nog")))._renderer.words
    monday = week_of(made_vacancy("koken", tijden=shifts), words)[0]
    assert monday == {"name": "maandag", "parts": ["09:00 tot 12:00", "13:00 tot 19:00", "tot 19:00"]}
