"""The hours sheet in a real browser: its rules, and the whole way from an empty month to a signed sheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, expect

from burgerbaan.words import load_texts
from tests.browser.conftest import SCHEMES, Scheme, Visit
from tests.browser.page_types import Site
from tests.browser.test_accessible import WIDTHS, nothing_is_wrong_with

ROOT = Path(__file__).parent.parent.parent
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "urenbriefje.yml").read_text("utf-8"))
RULES = ROOT / "hooks" / "theme" / "assets" / "js" / "hours-rules.js"
PATH = "/meedoen/urenbriefje/"
TEXTS = {key.removeprefix("hours_text."): text for key, text in load_texts().items() if key.startswith("hours_text.")}
COLUMNS = ("dag", "bij", "van", "tot", "pauze")

COUNT = """([rows, month, today, texts]) => {
  const clean = bb.hours.inOrder(rows.map(bb.hours.cleanRow));
  const checks = bb.hours.check(clean, month, today);
  const samen = bb.hours.total(clean);
  return {
    minuten: checks.map(one => one.minutes),
    let_op: checks.map(one => one.notes),
    per_organisatie: Object.fromEntries(bb.hours.sums(clean)),
    samen,
    tekst: bb.hours.hoursText(samen, texts),
  };
}"""
PLANNED = """([month, week, rows]) =>
  bb.hours.planned(month, week.map(([bij, day, start, end]) => ({ bij, day, start, end })), rows.map(bb.hours.cleanRow))
    .map(row => `${row.dag.slice(5)} ${row.van}-${row.tot} ${row.bij}`)"""


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    """The rules alone, on a device that lives in another time zone."""
    with browser.new_context(timezone_id="America/Los_Angeles") as context:
        page = context.new_page()
        page.add_script_tag(content=RULES.read_text("utf-8"))
        yield page


def _rows(case: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS, map(str, row), strict=True)) for row in case.get("rijen", ())]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["case"])
def test_hours_are_counted_as_the_case_says(case: Mapping[str, Any], rules: Page) -> None:
    today, month = str(case.get("vandaag", "2026-12-01")), case.get("maand", "2026-11")
    counted = rules.evaluate(COUNT, [_rows(case), month, today, TEXTS])
    wanted = {key: value for key, value in case.items() if key not in ("case", "rijen", "vandaag", "maand")}
    assert wanted
    assert {key: counted[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", CASES["plannen"], ids=lambda case: case["case"])
def test_a_week_plan_becomes_the_days_of_a_month(case: Mapping[str, Any], rules: Page) -> None:
    assert rules.evaluate(PLANNED, [case["maand"], case["week"], _rows(case)]) == case["dagen"]


@pytest.mark.parametrize("case", CASES["eerste_maand"], ids=str)
def test_the_month_that_people_still_write_down_opens_first(case: Mapping[str, Any], rules: Page) -> None:
    months = {month: {"rijen": [1]} for month in case["ingevuld"]}
    found = rules.evaluate("([months, today]) => bb.hours.firstMonth(months, today)", [months, str(case["vandaag"])])
    assert found == case["maand"]


@pytest.mark.parametrize("case", CASES["weken"], ids=lambda case: str(case["dag"]))
def test_a_week_ends_where_its_month_ends(case: Mapping[str, Any], rules: Page) -> None:
    found = rules.evaluate("day => bb.hours.weekOf(day)", str(case["dag"]))
    assert found == [str(case["van"]), str(case["tot"])]


@pytest.mark.parametrize("case", CASES["cellen"], ids=lambda case: case["staat"] or "leeg")
def test_no_cell_is_a_formula(case: Mapping[str, Any], rules: Page) -> None:
    assert rules.evaluate("text => bb.hours.csv([[text]])", case["staat"]) == f"\ufeff{case['wordt']}\r\n"


@pytest.mark.parametrize("case", CASES["bewaard"], ids=lambda case: str(case["staat"])[:40])
def test_whatever_was_kept_is_read_as_far_as_it_can_be(case: Mapping[str, Any], rules: Page) -> None:
    text = json.dumps(case["staat"])
    assert rules.evaluate("text => bb.hours.readable(JSON.parse(text))", text) == case["leest"]


# ---- the page

NOW = "2026-11-22T12:00:00Z"


def _open(page: Page, kept: Mapping[str, Any] | None = None, *, now: str = NOW) -> Page:
    """The page on a device where it is this day, and that kept these months."""
    page.clock.set_fixed_time(now)
    if kept is not None:
        page.evaluate("text => localStorage.setItem('bb-uren', text)", json.dumps({"versie": 1, "maanden": kept}))
    page.reload()
    expect(page.locator("#uren-zet")).to_be_visible()
    return page


def _kept(page: Page, month: str = "2026-11") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = page.evaluate(
        "month => (JSON.parse(localStorage.getItem('bb-uren') || '{}').maanden || {})[month]?.rijen || []", month
    )
    return rows


def _row(number: int, **changes: Any) -> dict[str, Any]:
    row = {"id": f"r{number}", "dag": f"2026-11-{number % 20 + 1:02}", "bij": "Buurthuis De Linde", "van": "09:00",
           "tot": "12:00", "pauze": 0}  # fmt: skip
    return {**row, **changes}


def _two_hosts(number: int) -> dict[str, Any]:
    hosts = ("Buurthuis De Linde", "Bibliotheek")
    rows = [_row(one, bij=hosts[one % 2], tot="12:30" if one % 2 else "12:00") for one in range(number)]
    return {"2026-11": {"naam": "Amira Voorbeeld", "rijen": rows}}


def _write(page: Page, day: str, host: str, start: str, end: str, pause: str = "0") -> None:
    page.locator("#uren-dag").select_option(day)
    page.get_by_role("combobox", name="Organisatie").fill(host)
    page.locator("#uren-van").fill(start)
    page.locator("#uren-tot").fill(end)
    page.locator("#uren-pauze").fill(pause)
    page.locator("#uren-tot").press("Enter")


def _paper(page: Page) -> tuple[list[str], str]:
    """The text of every sheet as printed, and all of it."""
    data = page.pdf(prefer_css_page_size=True)
    with closing(pypdfium2.PdfDocument(data)) as document:
        sheets = [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    return sheets, " ".join(sheets)


def _type_time(page: Page, hours: str, minutes: str) -> None:
    """A time, as somebody types it in the two parts of the field."""
    page.keyboard.type(hours)
    page.keyboard.type(minutes)


def test_with_the_keyboard_alone_from_an_empty_month_to_a_sheet(visit: Visit) -> None:
    """On a narrow phone: month, name, two hosts, a mistake and its correction, and what comes out on paper."""
    page = _open(visit(PATH, width=360))
    requests: list[Request] = []
    page.on("request", requests.append)
    press = page.keyboard.press

    page.locator("#uren-maand").focus()
    expect(page.locator("#uren-maand")).to_have_value("2026-11")
    press("Tab")
    page.keyboard.type("Amira Voorbeeld")
    press("Tab")
    expect(page.locator("#uren-dag")).to_have_value("2026-11-22")
    page.locator("#uren-dag").select_option("2026-11-03")
    press("Tab")
    page.keyboard.type("Buurthuis De Linde")
    press("Enter")
    expect(page.locator("#uren-uitkomst")).to_have_text("Vul in hoe laat je begon.")
    expect(page.locator("#uren-van")).to_be_focused()
    page.locator("#uren-van").fill("09:00")
    page.locator("#uren-tot").fill("12:30")
    expect(page.locator("#uren-uitkomst")).to_have_text("Dat is 3 uur 30 (3,5).")
    page.locator("#uren-tot").press("Enter")
    expect(page.locator("#uren-melding")).to_have_text(
        "Erbij gezet: dinsdag 3 november, 09:00–12:30, Buurthuis De Linde."
    )
    expect(page.locator("#uren-dag")).to_be_focused()

    _write(page, "2026-11-05", "Bibliotheek", "17:00", "13:00", "15")
    expect(page.locator("#uren-lijst")).to_contain_text("Het eind is eerder dan het begin.")
    expect(page.locator("#uren-twijfel")).to_have_text("1 regel telt nog niet mee. Kijk de tijden na.")
    edit = page.get_by_role("button", name="Wijzig: donderdag 5 november, 17:00–13:00, Bibliotheek")
    edit.press("Enter")
    expect(page.locator("#uren-dag")).to_be_focused()
    page.locator("#uren-van").fill("13:00")
    page.locator("#uren-tot").fill("17:15")
    page.locator("#uren-zet").press("Enter")
    expect(page.get_by_role("button", name=re.compile("Wijzig: donderdag 5 november, 13:00–17:15"))).to_be_focused()
    expect(page.locator("#uren-twijfel")).to_be_empty()
    expect(page.locator("#uren-som")).to_have_text(
        re.compile(r"Buurthuis De Linde\s*3 uur 30 \(3,5\)\s*Bibliotheek\s*4 uur\s*Alles samen\s*7 uur 30 \(7,5\)")
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert requests == [], "nothing is asked of anybody while somebody writes"

    sheets, text = _paper(page)
    assert len(sheets) == 1
    for words in ("Naam: Amira Voorbeeld", "Maand: november 2026", "Paraaf", "Alles samen 7 uur 30 (7,5)",
                  "1. De burgerbaner", "2. Buurthuis De Linde", "2. Bibliotheek", "3. Stichting Safe Almere"):  # fmt: skip
        assert words in text
    assert text.count("Handtekening Handtekening") >= 1
    for words in ("Wijzig", "Haal weg", "Zet erbij", "Zo gaat het goed", "WhatsApp", "2. De organisatie"):
        assert words not in text

    page.reload()
    expect(page.locator("#uren-naam")).to_have_value("Amira Voorbeeld")
    expect(page.locator("#uren-lijst li")).to_have_count(2)


def test_times_typed_key_by_key_count(visit: Visit) -> None:
    page = _open(visit(PATH, width=360))
    page.locator("#uren-bij").fill("Buurthuis")
    page.locator("#uren-van").focus()
    page.keyboard.type("0900" if page.evaluate("new Date(0).toLocaleTimeString().length") < 9 else "0900AM")
    page.locator("#uren-tot").focus()
    page.keyboard.type("1000" if page.evaluate("new Date(0).toLocaleTimeString().length") < 9 else "1000AM")
    expect(page.locator("#uren-uitkomst")).to_have_text("Dat is 1 uur.")
