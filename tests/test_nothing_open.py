"""What a visitor reads when there is no vacancy left to choose: no rows of noughts, and no way that leads round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from burgerbaan.build import Build
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies, written_page

BANK = "<p>{{ vacaturebank }}</p>"
CLOSED = made_vacancy("koken", status="gesloten")


def _text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<main") :]).split())


def test_a_closed_vacancy_promises_no_other_work_when_there_is_none(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    alone = files_of(with_vacancies(site, CLOSED))["vacatures/koken/index.html"].decode()
    assert "Hieronder staan andere plekken" not in alone
    assert "Je kunt niet meer reageren. Kijk of er andere plekken zijn: Alle vacatures ." in _text(alone)
    beside = files_of(with_vacancies(site, CLOSED, made_vacancy("bakken")))["vacatures/koken/index.html"].decode()
    assert "Je kunt niet meer reageren. Hieronder staan andere plekken." in _text(beside)


@pytest.mark.parametrize("path", ["vacatures/index.md", "vacatures/wijk/haven/index.html"])
def test_a_list_without_work_offers_nothing_to_choose_from(path: str, tmp_path: Path) -> None:
    site = with_vacancies(valid_site(copy_minimal(tmp_path)), CLOSED)
    is_written = path.endswith(".md")
    html = written_page(Build(site), path, BANK) if is_written else files_of(site)[path].decode()
    assert "Geen open vacatures" in html
    assert "Er zijn nu geen open vacatures." in html
    assert "bb-option" not in html
    assert "bb-facet__count" not in html
    assert "hele lijst" not in html


def test_a_corner_without_work_leads_to_the_whole_list(tmp_path: Path) -> None:
    html = files_of(valid_site(copy_minimal(tmp_path)))["vacatures/wijk/stad/index.html"].decode()
    assert "Geen open vacatures" in html
    assert "Kijk in de hele lijst" in html
    assert "0 open vacatures" not in html
