"""The reading panel: one list of tasks for the paper and for the results, and nothing about who it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from burgerbaan.model.reading_panel import PanelSheet, Round
from tests.conftest import ROOT
from tests.made_events import filled, made_tip, minimal_site, with_events

SHEET: dict[str, Any] = {
    "uitleg": "Er is geen goed of fout.",
    "opdrachten": [
        {"id": "wat", "opdracht": "Zoek uit wat het is."},
        {"id": "oud", "opdracht": "Zoek de oude knop.", "vervallen": True},
    ],
    "vragen": [{"vraag": "Welke woorden snap ik niet?", "regels": 3}],
    "inleveren": "Geef het aan de coördinator.",
}
ROUND: dict[str, Any] = {
    "datum": "2026-10-01",
    "deelnemers": 5,
    "uitkomsten": [{"opdracht": "wat", "gelukt": 4, "van": 5}, {"opdracht": "oud", "gelukt": 0, "van": 2}],
}


def made_sheet(**changes: Any) -> PanelSheet:
    return PanelSheet.model_validate({**SHEET, **changes}, context=("testblad", "content/gegevens/testblad.yml"))


def made_round(slug: str = "een", **changes: Any) -> Round:
    return Round.model_validate({**ROUND, **changes}, context=(slug, f"content/gegevens/leespanel/{slug}.yml"))


def told(*rounds: Round, **changes: Any) -> str:
    site = with_events(panel_sheet=made_sheet(), panel_rounds={item.slug: item for item in rounds}, **changes)
    return filled(site, "leespanel")


def test_without_a_round_the_page_is_honest() -> None:
    assert "Het leespanel is nog niet begonnen." in told()
    assert "<table" not in told()


def test_this_programme_has_no_rounds_that_nobody_held(built_site: Path) -> None:
    html = (built_site / "over/leespanel/index.html").read_text("utf-8")
    assert "Het leespanel is nog niet begonnen." in html
    assert not (ROOT / "content/gegevens/leespanel").exists()


def test_a_round_tells_for_each_task_how_many_managed() -> None:
    html = told(made_round(apparaten=[{"apparaat": "telefoon", "aantal": 4}], woorden=["SROI"]))
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th><td>([^<]*)</td></tr>', html)
    assert rows == [("Zoek uit wat het is.", "4 van de 5"), ("Zoek de oude knop.", "0 van de 2")]
    assert "Er testten 5 mensen. Waarmee: telefoon (4)." in html
    assert "<li>SROI</li>" in html
    assert "Nog niets." in html


def test_the_latest_round_comes_first_and_an_example_is_marked() -> None:
    html = told(made_round("een"), made_round("twee", datum="2026-11-04", deelnemers=5, voorbeeld=True))
    assert re.findall(r"<h3[^>]*>Test op ([^<]*)</h3>", html) == ["4 november 2026", "1 oktober 2026"]
    assert html.count("bb-label--example") == 1


def test_what_changed_leads_to_its_tip() -> None:
    changes = [{"wat": "De knop heet anders.", "tip": "knop"}, {"wat": "Nog iets."}]
    html = told(made_round(veranderd=changes), tips=(made_tip(0, id="knop"),))
    assert re.search(r'<a href="[./]*over/tips/#tip-knop">Lees de tip', html)
    assert html.count("Lees de tip") == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"uitkomsten": [{"opdracht": "wat", "gelukt": 3, "van": 2}]},
        {"uitkomsten": [{"opdracht": "wat", "gelukt": 3, "van": 6}]},
        {"apparaten": [{"apparaat": "telefoon", "aantal": 6}]},
        {"deelnemers": 0},
        {"naam": "Amira"},
    ],
)
def test_no_more_people_than_there_were_and_no_names(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        made_round(**changes)


def test_the_sheet_holds_the_tasks_of_today_with_room_to_write() -> None:
    html = filled(with_events(panel_sheet=made_sheet()), "testblad")
    assert re.findall(r'<tr><th scope="row">([^<]*)</th><td></td><td></td></tr>', html) == ["Zoek uit wat het is."]
    assert html.count("bb-lines__line") == 1 + 3
    assert filled(minimal_site(), "testblad").count("<table") == 0


def test_a_sheet_that_does_not_fit_on_one_paper_is_refused() -> None:
    tasks = [{"id": f"taak-{number}", "opdracht": "Zoek iets op deze site."} for number in range(24)]
    made_sheet(opdrachten=tasks[:18])
    with pytest.raises(ValidationError):
        made_sheet(opdrachten=tasks)
    made_sheet(opdrachten=[*tasks[:18], *({**task, "vervallen": True} for task in tasks[18:])])


def test_markup_in_a_round_stays_text() -> None:
    evil = "<u onload=x>"
    html = told(made_round(apparaten=[{"apparaat": evil, "aantal": 1}], woorden=[evil], veranderd=[{"wat": evil}]))
    assert evil not in html
