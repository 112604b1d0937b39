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
from playwright.sync_api import Browser, Page, expect

from burgerbaan.words import load_texts
from tests.browser.conftest import SCHEMES, Scheme, Visit, press_yes
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


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until this part has the focus; the parts of a time are stops of their own."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The keyboard does not come to {selector}.")


def _type(page: Page, selector: str, text: str) -> None:
    _tab_to(page, selector)
    page.keyboard.type(text)


MORNING = "A"
"""What a browser that counts to twelve wants to know; one that counts to twenty-four lets it pass."""


@pytest.mark.parametrize("pause", ["-30", "7.5", "800"])
def test_a_pause_that_cannot_be_is_asked_again_and_never_changed_in_silence(pause: str, visit: Visit) -> None:
    page = _open(visit(PATH, width=360))
    _write(page, "2026-11-03", "Buurthuis De Linde", "09:00", "12:00", pause)
    expect(page.locator("#uren-uitkomst")).to_have_text("Schrijf je pauze in hele minuten, van 0 tot en met 720.")
    expect(page.locator("#uren-pauze")).to_be_focused()
    page.locator("#uren-pauze").fill("30")
    page.locator("#uren-pauze").press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Wijzig"))).to_have_count(1)


def test_with_the_keyboard_alone_from_an_empty_month_to_a_sheet(visit: Visit) -> None:
    """On a narrow phone: month, name, two hosts, a mistake and its correction, and what comes out on paper."""
    page = _open(visit(PATH, width=360))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    _tab_to(page, "#uren-maand")
    expect(page.locator("#uren-maand")).to_have_value("2026-11")
    _type(page, "#uren-naam", "Amira Voorbeeld")
    _type(page, "#uren-dag", "dinsdag 3")
    _type(page, "#uren-bij", "Buurthuis De Linde")
    page.keyboard.press("Enter")
    expect(page.locator("#uren-uitkomst")).to_have_text("Vul in hoe laat je begon.")
    expect(page.locator("#uren-van")).to_be_focused()
    page.keyboard.type(f"0900{MORNING}")
    _type(page, "#uren-tot", f"1130{MORNING}")
    expect(page.locator("#uren-uitkomst")).to_have_text("Dat is 2 uur 30 (2,5).")
    page.keyboard.press("Enter")
    expect(page.locator("#uren-melding")).to_have_text(
        "Erbij gezet: dinsdag 3 november, 09:00 tot 11:30, Buurthuis De Linde."
    )
    expect(page.locator("#uren-dag")).to_be_focused()

    page.keyboard.type("donderdag 5")
    _type(page, "#uren-bij", "Bibliotheek")
    _type(page, "#uren-van", f"1100{MORNING}")
    _type(page, "#uren-tot", f"0715{MORNING}")
    _type(page, "#uren-pauze", "15")
    _tab_to(page, "#uren-zet")
    page.keyboard.press("Enter")
    expect(page.locator("#uren-lijst")).to_contain_text("Het eind is eerder dan het begin.")
    expect(page.locator("#uren-twijfel")).to_have_text("1 regel telt nog niet mee. Kijk de tijden na.")

    _tab_to(page, "[aria-label^='Wijzig: donderdag 5 november']")
    page.keyboard.press("Enter")
    expect(page.locator("#uren-dag")).to_be_focused()
    expect(page.locator("#uren-pauze")).to_have_value("15")
    _type(page, "#uren-van", f"0700{MORNING}")
    _type(page, "#uren-tot", f"1115{MORNING}")
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("button", name="Wijzig: donderdag 5 november, 07:00 tot 11:15, Bibliotheek")
    ).to_be_focused()
    expect(page.locator("#uren-twijfel")).to_be_empty()
    expect(page.locator("#uren-som dd")).to_have_text(["2 uur 30 (2,5)", "4 uur", "6 uur 30 (6,5)"])
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert requests == [], "nothing is asked of anybody while somebody writes"

    sheets, text = _paper(page)
    assert len(sheets) == 1
    for words in ("Naam: Amira Voorbeeld", "Maand: november 2026", "Paraaf", "Alles samen 6 uur 30 (6,5)"):
        assert words in text
    for words in ("Wijzig", "Haal weg", "Zet erbij", "Zo gaat het goed", "WhatsApp"):
        assert words not in text
    page.reload()
    expect(page.locator("#uren-naam")).to_have_value("Amira Voorbeeld")
    expect(page.locator("#uren-lijst li")).to_have_count(2)


def test_what_was_said_of_the_row_before_does_not_stand_beside_a_mistake(visit: Visit) -> None:
    page = _open(visit(PATH, width=360))
    _write(page, "2026-11-02", "Buurthuis", "09:00", "10:00")
    expect(page.locator("#uren-melding")).to_contain_text("Erbij gezet")
    _write(page, "2026-11-03", "Bibliotheek", "", "10:00")
    expect(page.locator("#uren-uitkomst")).to_have_text("Vul in hoe laat je begon.")
    expect(page.locator("#uren-melding")).to_be_empty()


# ---- paper


def test_everybody_whose_hours_it_are_signs(visit: Visit) -> None:
    page = _open(visit(PATH), _two_hosts(6))
    [text], _ = _paper(page)
    for words in ("1. De burgerbaner Ik heb", "2. Buurthuis De Linde Deze", "2. Bibliotheek Deze", "3. Stichting Safe"):
        assert words in text
    assert "De organisatie" not in text
    for words in ("Buurthuis De Linde 9 uur", "Bibliotheek 10 uur 30 (10,5)", "Alles samen 19 uur 30 (19,5)"):
        assert words in text


@pytest.mark.parametrize(("number", "sheets"), [(1, 1), (24, 1), (40, 2), (200, 6)])
def test_many_rows_take_more_sheets_and_every_sheet_says_whose_it_is(number: int, sheets: int, visit: Visit) -> None:
    page = _open(visit(PATH), _two_hosts(number))
    expect(page.locator("#uren-lijst li")).to_have_count(number)
    found, text = _paper(page)
    assert len(found) == sheets
    assert text.count("nov") - text.count("november") == number
    with_rows = [sheet for sheet in found if " nov " in sheet]
    assert len(with_rows) >= sheets - 1
    for sheet in with_rows:
        assert "Naam: Amira Voorbeeld" in sheet
        assert "Paraaf" in sheet
    assert "Alles samen" in found[-1], "sums and signatures stay together"
    assert "3. Stichting Safe Almere" in found[-1]


def test_a_row_that_does_not_count_asks_for_a_pen(visit: Visit) -> None:
    page = _open(visit(PATH), {"2026-11": {"naam": "", "rijen": [_row(1, van="12:00", tot="09:00")]}})
    [text], _ = _paper(page)
    assert "12:00 09:00 ?" in text
    assert "Alles samen 0 uur" in text


def test_without_script_there_is_one_empty_sheet(visit: Visit) -> None:
    page = visit(PATH, javascript=False, width=360)
    expect(page.locator(".bb-hours__form")).to_be_hidden()
    expect(page.locator(".bb-sheet")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Paraaf")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    [text], _ = _paper(page)
    for words in (
        "Naam:",
        "Maand:",
        "Alles samen",
        "1. De burgerbaner",
        "2. De organisatie",
        "3. Stichting Safe Almere",
    ):
        assert words in text
    assert "Zo gaat het goed" not in text


def test_who_prefers_a_pen_prints_an_empty_sheet_beside_a_full_one(visit: Visit) -> None:
    page = _open(visit(PATH), _two_hosts(3))
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print een leeg blad").click()
    [text], _ = _paper(page)
    assert "2. De organisatie" in text
    assert "Bibliotheek" not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    [text], _ = _paper(page)
    assert "2. Bibliotheek" in text


def test_the_empty_sheet_is_printed_also_where_a_phone_draws_it_after_it_says_that_it_did(visit: Visit) -> None:
    page = _open(visit(PATH, width=360), _two_hosts(3))
    page.evaluate("window.print = () => ['beforeprint', 'afterprint'].forEach(name => dispatchEvent(new Event(name)))")
    page.get_by_role("button", name="Print een leeg blad").click()
    page.emulate_media(media="print")
    expect(page.locator(".bb-sheet--blank")).to_be_visible()
    expect(page.locator(".bb-sheet--filled")).to_be_hidden()


def test_the_sheet_shows_before_it_is_printed(visit: Visit) -> None:
    page = _open(visit(PATH, width=360), _two_hosts(3))
    button = page.get_by_role("button", name="Bekijk het blad")
    expect(page.get_by_role("region", name="Mijn uren")).to_have_count(0)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("region", name="Mijn uren").get_by_role("row")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


# ---- what is kept


def test_a_month_is_wiped_alone_and_that_asks_first(visit: Visit) -> None:
    october = {"naam": "Amira", "rijen": [_row(1, dag="2026-10-05")]}
    page = _open(visit(PATH), {**_two_hosts(2), "2026-10": october})
    page.get_by_role("button", name="Wis dit urenbriefje van dit apparaat").click()
    assert len(_kept(page)) == 2
    press_yes(page, "Weet je het zeker? Wis dit briefje")
    expect(page.locator("#uren-melding")).to_have_text("Het urenbriefje van november 2026 is gewist van dit apparaat.")
    expect(page.locator("#uren-melding")).to_be_focused()
    assert (_kept(page), len(_kept(page, "2026-10"))) == ([], 1)
    page.locator("#uren-maand").select_option("2026-10")
    expect(page.locator("#uren-lijst li")).to_have_count(1)
    page.get_by_role("button", name="Wis dit urenbriefje van dit apparaat").click()
    press_yes(page, "Weet je het zeker? Wis dit briefje")
    expect(page.locator("#uren-naam")).to_have_value("")
    assert page.evaluate("localStorage.getItem('bb-uren')") is None


def test_two_tabs_write_on_one_sheet(visit: Visit) -> None:
    first = _open(visit(PATH, width=360), {"2026-11": {"naam": "Amira", "rijen": []}})
    second = first.context.new_page()
    second.clock.set_fixed_time(NOW)
    second.goto(PATH)
    _write(first, "2026-11-02", "Buurthuis", "09:00", "10:00")
    expect(second.locator("#uren-lijst li")).to_have_count(1)
    _write(second, "2026-11-03", "Bibliotheek", "09:00", "10:00")
    expect(first.locator("#uren-lijst li")).to_have_count(2)
    stays = first.get_by_role("button", name="Haal weg: dinsdag 3 november, 09:00 tot 10:00, Bibliotheek")
    stays.focus()
    second.get_by_role("button", name="Haal weg: maandag 2 november, 09:00 tot 10:00, Buurthuis").click()
    expect(first.locator("#uren-lijst li")).to_have_count(1)
    expect(stays).to_be_focused()


def test_a_tab_that_slept_does_not_undo_what_another_wrote(visit: Visit) -> None:
    """No message of the other tab came through; what it wrote stays."""
    page = _open(visit(PATH))
    page.evaluate("text => localStorage.setItem('bb-uren', text)", json.dumps({"maanden": _two_hosts(3)}))
    _write(page, "2026-11-25", "Buurthuis", "09:00", "10:00")
    assert len(_kept(page)) == 4


def test_who_comes_back_to_a_sheet_that_was_kept_finds_the_name_that_was_written_elsewhere(visit: Visit) -> None:
    page = _open(visit("/meedoen/urenbriefje/"))
    kept = {"versie": 1, "maanden": {"2026-11": {"naam": "Amira", "rijen": [_row(0)]}}}
    page.evaluate("kept => localStorage.setItem('bb-uren', JSON.stringify(kept))", kept)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_label("Naam", exact=True)).to_have_value("Amira")
    assert "Buurthuis De Linde" in _paper(page)[1]


def test_a_row_that_another_tab_threw_away_while_it_was_changed_is_not_lost(visit: Visit) -> None:
    page = _open(visit(PATH), _two_hosts(1))
    page.get_by_role("button", name=re.compile("^Wijzig")).click()
    page.evaluate("localStorage.removeItem('bb-uren')")
    page.locator("#uren-tot").fill("13:00")
    page.locator("#uren-zet").click()
    assert [row["tot"] for row in _kept(page)] == ["13:00"]


RUBBISH = ["", "onzin", "null", "[]", "7", '{"maanden": 3}',
           '{"maanden": {"2026-11": {"rijen": {"a": 1}, "naam": {}}}}',
           '{"maanden": {"2026-11": {"rijen": [null, "x", {"dag": "morgen"}]}}}']  # fmt: skip


@pytest.mark.parametrize("text", RUBBISH)
def test_rubbish_on_the_device_is_no_trouble(text: str, visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate("text => localStorage.setItem('bb-uren', text)", text)
    _open(page)
    expect(page.locator("#uren-leeg")).to_be_visible()
    _write(page, "2026-11-03", "Buurthuis", "09:00", "10:00")
    assert len(_kept(page)) == 1


def test_a_row_that_is_half_right_can_be_put_right(visit: Visit) -> None:
    half = {"dag": "2026-10-31", "bij": "<b>Bieb</b>", "van": "9 uur", "tot": "12:00"}
    page = _open(visit(PATH, width=360), {"2026-11": {"naam": "", "rijen": [half]}})
    expect(page.locator("#uren-lijst li")).to_contain_text("<b>Bieb</b>: telt nog niet mee")
    expect(page.locator("#uren-lijst li")).to_contain_text("Deze dag hoort bij een andere maand.")
    page.get_by_role("button", name=re.compile("^Wijzig")).click()
    expect(page.locator("#uren-dag")).to_have_value("2026-10-31")
    page.locator("#uren-van").fill("09:00")
    page.locator("#uren-zet").click()
    expect(page.locator("#uren-lijst li")).to_contain_text("<b>Bieb</b>: 3 uur")


REFUSING = {
    "everything": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})",
    "writing": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("how", REFUSING)
def test_a_device_that_refuses_keeps_the_hours_as_long_as_the_page(how: str, visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.add_init_script(REFUSING[how])
    _open(page)
    _write(page, "2026-11-02", "Buurthuis", "09:00", "10:00")
    _write(page, "2026-11-03", "Bibliotheek", "09:00", "11:30")
    expect(page.locator("#uren-bewaar")).to_contain_text("Dit apparaat onthoudt niets.")
    expect(page.locator("#uren-lijst li")).to_have_count(2)
    page.get_by_role("button", name=re.compile("^Haal weg: maandag")).click()
    expect(page.locator("#uren-lijst li")).to_have_count(1)
    [text], _ = _paper(page)
    assert "Alles samen 2 uur 30 (2,5)" in text


def test_the_month_before_is_still_there_when_a_month_begins(visit: Visit) -> None:
    page = _open(visit(PATH), _two_hosts(2), now="2026-12-02T12:00:00Z")
    expect(page.locator("#uren-maand")).to_have_value("2026-11")
    expect(page.locator("#uren-lijst li")).to_have_count(2)
    page.locator("#uren-maand").select_option("2026-12")
    expect(page.locator("#uren-lijst li")).to_have_count(0)
    expect(page.locator("#uren-naam")).to_have_value("Amira Voorbeeld")
    expect(page.locator("#uren-dag")).to_have_value("2026-12-02")


# ---- out of Mijn plan


def test_the_week_out_of_mijn_plan_fills_the_month(visit: Visit, site: Site) -> None:
    row = next(row for row in site.open_vacancies if row.get("tijden"))
    loose = next(other for other in site.open_vacancies if not other.get("tijden"))
    shift = row["tijden"][0]
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    start, end = (int(shift[key][:2]) * 60 + int(shift[key][3:]) for key in ("van", "tot"))
    plan = {row["id"]: {"tijden": [[days.index(shift["dag"]), start, end]]}}
    page = visit(PATH, width=360)
    kept = {"versie": 1, "vacatures": [row["id"], loose["id"], "bestaat-niet"], "plan": plan}
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps(kept))
    _open(page)
    page.locator("#uren-bij").focus()
    host = page.locator("#uren-organisaties option").first
    expect(host).to_be_attached()
    names = [option.get_attribute("value") for option in page.locator("#uren-organisaties option").all()]
    assert len(names) == 2

    page.get_by_role("button", name="Vul in vanuit mijn plan").click()
    expect(page.locator("#uren-melding")).to_have_text(
        re.compile(r"^[45] dagen erbij uit je plan\. .* Bij sommig werk in je plan staan geen tijden die jij koos\.")
    )
    rows = _kept(page)
    assert {(one["van"], one["tot"]) for one in rows} == {(shift["van"], shift["tot"])}
    assert {one["bij"] for one in rows} <= set(names)
    for one in page.locator("#uren-lijst strong").all():
        expect(one).to_contain_text(shift["dag"])
    page.wait_for_timeout(700)
    page.get_by_role("button", name="Vul in vanuit mijn plan").click()
    expect(page.locator("#uren-melding")).to_contain_text("Er kwam niets bij.")
    assert _kept(page) == rows


def test_a_plan_in_which_no_time_was_chosen_fills_in_nothing(visit: Visit, site: Site) -> None:
    row = next(row for row in site.open_vacancies if row.get("tijden"))
    page = visit(PATH, width=360)
    kept = json.dumps({"versie": 1, "vacatures": [row["id"]]})
    page.evaluate("text => localStorage.setItem('bb-plan', text)", kept)
    _open(page)
    page.get_by_role("button", name="Vul in vanuit mijn plan").click()
    told = "Bij sommig werk in je plan staan geen tijden die jij koos. Zet die dagen er zelf bij."
    expect(page.locator("#uren-melding")).to_have_text(told)


def test_a_plan_with_nothing_in_it_says_so(visit: Visit) -> None:
    page = _open(visit(PATH, width=360))
    page.get_by_role("button", name="Vul in vanuit mijn plan").click()
    expect(page.locator("#uren-melding")).to_have_text("Er staat nog niets in Mijn plan. Typ je uren hierboven.")


# ---- taking it along


def test_the_hours_go_along_as_text_and_as_a_table(visit: Visit) -> None:
    rows = [_row(1, bij="=HYPERLINK(1)", pauze=15), _row(2, bij='De "Linde"; ja')]
    page = _open(visit(PATH), {"2026-11": {"naam": "@Amira", "rijen": rows}})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("#uren-gedaan")).to_have_text("De tekst is gekopieerd. Plak hem in een bericht.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        "Urenbriefje november 2026\n@Amira\n\nma 2 nov, 09:00 tot 12:00, pauze 15 minuten: =HYPERLINK(1)"
    )
    assert text.endswith("Alles samen: 5 uur 45 (5,75)")

    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als tabel (CSV)").click()
    assert download.value.suggested_filename == "urenbriefje-2026-11.csv"
    table = Path(download.value.path()).read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(table), delimiter=";")) == [
        ["datum", "naam", "organisatie", "begin", "eind", "pauze", "uren"],
        ["2026-11-02", "'@Amira", "'=HYPERLINK(1)", "09:00", "12:00", "15", "2,75"],
        ["2026-11-03", "'@Amira", 'De "Linde"; ja', "09:00", "12:00", "0", "3"],
    ]


def test_a_phone_that_asks_first_can_still_save_the_table(visit: Visit) -> None:
    page = _open(visit(PATH), {"2026-11": {"naam": "Amira", "rijen": [_row(1)]}})
    page.clock.install()
    page.evaluate("void (URL.revokeObjectURL = () => { document.body.dataset.testGone = 'yes' })")
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als tabel (CSV)").click()
    page.clock.fast_forward(30_000)
    expect(page.locator("body")).not_to_have_attribute("data-test-gone", "yes")
    page.clock.fast_forward(60_000)
    expect(page.locator("body")).to_have_attribute("data-test-gone", "yes")


# ---- for everybody


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_a_filled_sheet(width: int, scheme: Scheme, visit: Visit) -> None:
    kept = _two_hosts(5)
    kept["2026-11"]["rijen"] += [
        _row(8, van="12:00", tot="09:00"),
        _row(9, dag="2026-11-29"),
        _row(10, dag="2026-11-29"),
    ]
    page = _open(visit(PATH, width=width, scheme=scheme), kept)
    page.get_by_role("button", name="Bekijk het blad").click()
    page.get_by_role("button", name=re.compile("^Wijzig: zondag 29")).first.click()
    page.locator("#uren-van").fill("")
    page.locator("#uren-zet").click()
    nothing_is_wrong_with(page)


def test_no_field_asks_for_a_number_that_is_nobodys_business(visit: Visit) -> None:
    page = _open(visit(PATH))
    labels = page.locator(".bb-hours__field label").all_inner_texts()
    assert labels == ["Maand", "Naam", "Dag", "Organisatie", "Begin", "Eind", "Pauze in minuten"]
    expect(page.locator(".bb-hours__form")).to_contain_text("Schrijf geen BSN en geen bankrekening op dit blad.")
