"""Days and times of work are said as they are read aloud; about money a vacancy says what to ask before you start."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.site import MarkdownPage, Site
from burgerbaan.vacancy_facts import VacancyFacts, facts_of, week_of
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

MORNING = {"van": "09:00", "tot": "12:00"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return valid_site(copy_minimal(tmp_path_factory.mktemp("feiten")))


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
    assert [item.line for item in _facts(tmp_path, "dinsdag").when] == ["dinsdag 09:00 tot 12:00"]
    shifts = [{"dag": "maandag", "van": "09:00", "tot": "12:00"}, {"dag": "maandag", "van": "13:00", "tot": "19:00"}]
    words = Build(valid_site(copy_minimal(tmp_path / "nog")))._renderer.words
    monday = week_of(made_vacancy("koken", tijden=shifts), words)[0]
    assert monday == {"name": "maandag", "parts": ["09:00 tot 12:00", "13:00 tot 19:00", "tot 19:00"]}


EARLY, LATE = {"van": "08:00", "tot": "11:00"}, {"van": "13:00", "tot": "16:00"}


@pytest.mark.parametrize(
    ("shifts", "lines", "brief"),
    [
        ([], ["in overleg"], ""),
        (
            [{"dag": day, **EARLY} for day in ("maandag", "dinsdag", "woensdag", "donderdag")],
            ["maandag tot en met donderdag 08:00 tot 11:00"],
            "maandag tot en met donderdag 08:00 tot 11:00",
        ),
        (
            [{"dag": "vrijdag", **LATE}, {"dag": "dinsdag", **EARLY}],
            ["dinsdag 08:00 tot 11:00", "vrijdag 13:00 tot 16:00"],
            "dinsdag 08:00 tot 11:00 en vrijdag 13:00 tot 16:00",
        ),
        (
            [{"dag": "maandag", **EARLY}, {"dag": "dinsdag", **LATE}, {"dag": "vrijdag", **EARLY}],
            ["maandag en vrijdag 08:00 tot 11:00", "dinsdag 13:00 tot 16:00"],
            "maandag, dinsdag en vrijdag",
        ),
        (
            [{"dag": day, **time} for day, time in product(("maandag", "dinsdag"), (LATE, EARLY))],
            ["maandag en dinsdag 08:00 tot 11:00 en 13:00 tot 16:00"],
            "maandag en dinsdag 08:00 tot 11:00 en 13:00 tot 16:00",
        ),
    ],
)  # fmt: skip
def test_days_with_the_same_times_are_told_in_one_line(
    shifts: list[dict[str, str]], lines: list[str], brief: str, tmp_path: Path
) -> None:
    build = Build(valid_site(copy_minimal(tmp_path)))
    facts = facts_of(build._renderer, made_vacancy("koken", tijden=shifts))
    assert [item.line for item in facts.when] == lines
    assert facts.brief_when == (brief or "in overleg")


def test_a_time_holds_together_on_a_card_in_the_comparison_and_on_the_page_of_a_vacancy(small: Site) -> None:
    files = files_of(with_vacancies(small, made_vacancy("koken", tijden=[{"dag": "dinsdag", **MORNING}])))
    for path in ("vacatures/wijk/haven/index.html", "assets/vacatures/feiten-0.js", "vacatures/koken/index.html"):
        assert "dinsdag 09:00\u00a0tot\u00a012:00" in files[path].decode(), path


BENEFIT, FEW = "meedoen/geld-en-uitkering.md", "meedoen/hoe-kom-je-er.md"


def _page(site: Site, **changes: object) -> str:
    told = {path: MarkdownPage(path, "Titel", "Wat er staat.") for path in (BENEFIT, FEW)}
    site = with_vacancies(replace(site, pages={**site.pages, **told}), made_vacancy("koken", **changes))
    return files_of(site)["vacatures/koken/index.html"].decode()


def test_who_has_a_benefit_is_told_to_ask_first(small: Site) -> None:
    for changes in ({}, {"krijgt": {"vergoeding": False}}):
        page = _page(small, **changes)
        assert "Heb je een uitkering? Vraag eerst wat er mag." in page
        assert 'href="../../meedoen/geld-en-uitkering/"' in page


def test_an_allowance_is_no_promise(small: Site) -> None:
    page = _page(small)
    assert "Er zijn weinig plekken met een vergoeding." in page
    assert 'href="../../meedoen/hoe-kom-je-er/"' in page
    assert "weinig plekken" not in _page(small, krijgt={"vergoeding": False})


def test_a_closed_vacancy_asks_nobody_to_ask(small: Site) -> None:
    assert "Heb je een uitkering?" not in _page(small, status="gesloten")


@pytest.mark.parametrize(
    ("start", "said"), [("2026-11-22", "zondag 22 november 2026"), ("2026-11-21", "in overleg"), (None, "in overleg")]
)
def test_a_first_day_that_is_over_is_no_day_to_begin(start: str | None, said: str, small: Site) -> None:
    page = _page(small, **({"start": start} if start else {}))
    assert f"<dt>Begin</dt><dd>{said}</dd>" in page
