"""The sheet for the first talk: it asks what this vacancy leaves open, and says who signs what with whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgerbaan.model.programme import Reward
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.pages.first_talk import TalkTexts, talk_texts
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

SHEET = "vacatures/koken/gesprek/index.html"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return valid_site(copy_minimal(tmp_path_factory.mktemp("gesprek")))


def _texts(site: Site, vacancy: Vacancy) -> TalkTexts:
    return talk_texts(Renderer(site, Words(load_texts(), site.programme)), vacancy)


def test_a_place_with_an_allowance_has_two_papers_with_two_others(small: Site) -> None:
    found = _texts(small, made_vacancy("koken"))
    host = small.hosts["buurthuis"].name
    assert [(paper.name, paper.between) for paper in found.papers] == [
        ("Vrijwilligersovereenkomst", f"jij en {host}"),
        ("Vergoedingsovereenkomst", f"jij en {small.payer}"),
    ]
    assert "Ik kreeg van elk papier een kopie." in found.checks
    assert f"betaalt {small.payer}" in found.sentences[-1]
    assert "Ik heb gevraagd of er nu een plek met vergoeding vrij is." in found.bring


def test_a_place_without_an_allowance_has_one_and_speaks_of_no_payer(small: Site) -> None:
    found = _texts(small, made_vacancy("koken", krijgt={"vergoeding": False}))
    assert [paper.name for paper in found.papers] == ["Vrijwilligersovereenkomst"]
    assert "Ik kreeg een kopie." in found.checks
    assert small.payer not in " ".join(found.sentences)
    assert "vergoeding" not in " ".join(found.bring)


def test_a_job_with_a_wage_has_a_contract(small: Site) -> None:
    paid = replace(small, programme=small.programme.model_copy(update={"reward": Reward.WAGE}))
    found = _texts(paid, made_vacancy("koken", krijgt={"vergoeding": False, "loon": "minimumloon"}))
    assert [paper.name for paper in found.papers] == ["Arbeidsovereenkomst"]


def test_the_questions_follow_what_the_vacancy_says(small: Site) -> None:
    told = _texts(small, made_vacancy("koken", snuffelen=True, krijgt={"reiskosten": "Buskaartje terug"}))
    open_ended = _texts(small, made_vacancy("koken", snuffelen=False))
    assert "Ik mag eerst een keer komen kijken. Wanneer kan dat?" in told.questions
    assert "Mag ik een keer komen kijken voordat ik kies?" in open_ended.questions
    assert "Hoe krijg ik mijn reiskosten terug?" in told.questions
    assert "Krijg ik mijn reiskosten terug?" in open_ended.questions
    assert any("4 tot 8 uur per week" in question for question in told.questions)


def test_what_an_editor_types_is_text_on_the_sheet(small: Site) -> None:
    vacancy = made_vacancy("koken")
    tricky = vacancy.model_copy(
        update={
            "title": "<script>alert(1)</script> {payer} **vet**",
            "guide": vacancy.guide.model_copy(update={"role": "kok {hours} <b>"}),
        }
    )
    html = files_of(with_vacancies(small, tricky))[SHEET].decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {payer} **vet**" in html
    assert "kok {hours} &lt;b&gt;" in html


def test_there_is_a_sheet_as_long_as_the_vacancy_can_be_chosen(small: Site) -> None:
    closed = made_vacancy("koken").model_copy(update={"closing": date(2026, 11, 1)})
    assert SHEET in files_of(with_vacancies(small, made_vacancy("koken")))
    assert SHEET not in files_of(with_vacancies(small, closed))
