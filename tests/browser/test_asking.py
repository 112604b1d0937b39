"""What cannot be undone asks first, and a double click is not an answer."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, keep_some, press_yes
from tests.browser.page_types import Site

YES = "Weet je het zeker?"


class Place(NamedTuple):
    """A page that wipes: under which key it keeps what, and its button."""

    path: str
    key: str
    kept: str
    button: str


ROW = {"id": "r1", "dag": "2026-11-02", "bij": "Buurthuis", "van": "09:00", "tot": "12:00", "pauze": 0}
PLACES = [
    Place("/mijn-plan/", "bb-plan", json.dumps({"versie": 1, "vacatures": ["weg"]}), "Wis alles van dit apparaat"),
    Place("/vacatures/bewaard/", "bb-plan", json.dumps({"versie": 1, "vacatures": ["weg"]}), "Wis deze lijst"),
    Place(
        "/meedoen/urenbriefje/",
        "bb-uren",
        json.dumps({"versie": 1, "maanden": {"2026-11": {"naam": "Amira", "rijen": [ROW]}}}),
        "Wis dit urenbriefje van dit apparaat",
    ),
    Place("/spoorboekje/", "bb-spoor", json.dumps({"route": ["vrijwilliger"]}), "Wis van dit apparaat"),
    Place("/routekaart/", "bb-route", json.dumps({"klaar": ["wat-wil-je"]}), "Wis van dit apparaat"),
]
everywhere = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path)


def _open(visit: Visit, place: Place) -> Page:
    page = visit(place.path, width=360)
    page.clock.install(time="2026-11-22T12:00:00Z")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [place.key, place.kept])
    page.reload()
    expect(page.get_by_role("button", name=place.button)).to_be_visible()
    return page


def _kept(page: Page, place: Place) -> str | None:
    kept: str | None = page.evaluate("key => localStorage.getItem(key)", place.key)
    return kept


@everywhere
def test_a_double_click_asks_and_wipes_nothing(place: Place, visit: Visit) -> None:
    page = _open(visit, place)
    page.get_by_role("button", name=place.button).dblclick()
    expect(page.get_by_role("button", name=YES)).to_be_focused()
    assert _kept(page, place) == place.kept
    press_yes(page, YES)
    expect(page.get_by_role("button", name=YES)).to_have_count(0)
    assert _kept(page, place) != place.kept


@everywhere
def test_the_question_is_read_aloud_and_that_it_goes_is_not(place: Place, visit: Visit) -> None:
    page = _open(visit, place)
    button = page.get_by_role("button", name=place.button)
    expect(page.locator("[aria-live=polite]").filter(has_text=place.button)).to_have_count(1)
    button.press("Enter")
    expect(page.locator("[aria-live=polite]").filter(has_text=YES)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("[aria-live=off]").filter(has_text=place.button)).to_have_count(1)


@everywhere
def test_taps_that_follow_at_once_are_no_yes_on_a_device_that_counts_none(place: Place, visit: Visit) -> None:
    page = _open(visit, place)
    page.get_by_role("button", name=place.button).evaluate("button => { for (let n = 0; n < 4; n++) button.click() }")
    expect(page.get_by_role("button", name=YES)).to_be_visible()
    assert _kept(page, place) == place.kept


@everywhere
def test_the_question_goes_when_focus_does_and_by_itself(place: Place, visit: Visit) -> None:
    page = _open(visit, place)
    page.get_by_role("button", name=place.button).press("Enter")
    expect(page.get_by_role("button", name=YES)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=place.button)).to_be_visible()
    page.get_by_role("button", name=place.button).click()
    expect(page.get_by_role("button", name=YES)).to_be_visible()
    page.clock.fast_forward(8_000)
    expect(page.get_by_role("button", name=YES)).to_be_visible()
    page.clock.fast_forward(4_000)
    page.wait_for_timeout(700)
    page.get_by_role("button", name=place.button).click()
    expect(page.get_by_role("button", name=YES)).to_be_visible()
    assert _kept(page, place) == place.kept, "who comes back later is asked again"


# As in Safari: a press gives a button no focus, and takes it from what has it.
NO_FOCUS_BY_PRESS = """addEventListener("mousedown", (event) => {
    document.activeElement.blur();
    event.preventDefault();
})"""


@everywhere
def test_a_second_press_is_a_yes_where_a_press_takes_focus_away(place: Place, visit: Visit) -> None:
    page = _open(visit, place)
    page.evaluate(NO_FOCUS_BY_PRESS)
    button = page.get_by_role("button", name=place.button)
    button.click()
    expect(page.get_by_role("button", name=YES)).to_be_focused()
    page.keyboard.press("Tab")
    expect(button).to_be_visible()
    button.click()
    expect(page.get_by_role("button", name=YES)).to_be_focused()
    page.locator("h1").click()
    expect(button).to_be_visible()
    button.dblclick()
    expect(page.get_by_role("button", name=YES)).to_be_focused()
    assert _kept(page, place) == place.kept
    press_yes(page, YES)
    expect(page.get_by_role("button", name=YES)).to_have_count(0)
    assert _kept(page, place) != place.kept


@pytest.mark.parametrize("width", [360, 1280])
def test_a_double_click_on_keep_keeps(width: int, visit: Visit) -> None:
    page = visit("/vacatures/", width=width)
    button = page.locator("[data-bb-save]").first
    button.dblclick()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(700)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.wait_for_timeout(700)
    button.evaluate("button => { button.click(); button.click() }")
    expect(button).to_have_attribute("aria-pressed", "true")
    other = page.locator("[data-bb-save]").nth(1)
    other.evaluate("button => button.click()")
    expect(other).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("path", "name"),
    [("/meedoen/urenbriefje/", "Bekijk het blad"), ("/mijn-plan/", "Laat een code zien")],
)
def test_a_double_click_opens_what_a_click_opens(path: str, name: str, visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    keep_some(page, 1)
    page.goto(path)
    button = page.get_by_role("button", name=name)
    button.dblclick()
    page.wait_for_timeout(200)
    expect(button).to_have_attribute("aria-expanded", "true")
    page.wait_for_timeout(700)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_double_click_on_dark_is_dark(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    button = page.locator("[data-bb-scheme-button]:visible")
    button.dblclick()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_double_click_on_fill_in_says_what_came(visit: Visit, site: Site) -> None:
    row = next(row for row in site.open_vacancies if row.get("tijden"))
    page = visit("/meedoen/urenbriefje/", width=360)
    [shift, *_] = row["tijden"]
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    start, end = (int(shift[key][:2]) * 60 + int(shift[key][3:]) for key in ("van", "tot"))
    plan = {row["id"]: {"tijden": [[days.index(shift["dag"]), start, end]]}}
    kept = json.dumps({"versie": 1, "vacatures": [row["id"]], "plan": plan})
    page.evaluate("text => localStorage.setItem('bb-plan', text)", kept)
    page.reload()
    page.get_by_role("button", name="Vul in vanuit mijn plan").dblclick()
    expect(page.locator("#uren-melding")).to_contain_text("erbij uit je plan.")
    page.wait_for_timeout(700)
    expect(page.locator("#uren-melding")).to_contain_text("erbij uit je plan.")


@pytest.mark.parametrize("path", ["/mijn-plan/", "/vacatures/bewaard/"])
def test_a_double_click_on_remove_takes_one_away(path: str, visit: Visit, site: Site) -> None:
    """The next one comes under the finger."""
    page = visit(path, width=360)
    slugs = ["weg", "ook-weg", site.open_vacancy["id"]]
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps({"versie": 1, "vacatures": slugs}))
    page.reload()
    first = page.get_by_role("button", name="weg", exact=False).filter(has_text="Haal").first
    first.scroll_into_view_if_needed()
    where = first.bounding_box()
    assert where
    page.mouse.dblclick(where["x"] + 20, where["y"] + 20)
    expect(page.get_by_role("status").filter(has_text="2 vacatures")).to_be_visible()
    left = page.evaluate("JSON.parse(localStorage.getItem('bb-plan')).vacatures")
    assert left == slugs[1:]
