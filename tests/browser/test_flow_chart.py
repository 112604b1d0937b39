"""Flow charts and the table of roles as a visitor sees them: letters of a real browser fit, nothing is there twice."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

PATHS = ("/meedoen/hoe-kom-je-er/", "/meedoen/van-dagbesteding/", "/kennis/buurtbaan-amsterdam/procedure/")

STICKING_OUT = """svg => {
  const edges = [...svg.querySelectorAll('rect')].map(rect => rect.getBoundingClientRect());
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1
    && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const apart = (one, other) => one.left >= other.right || one.right <= other.left
    || one.top >= other.bottom || one.bottom <= other.top;
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return !edges.some(edge => inside(box, edge)) && !edges.every(edge => apart(box, edge));
  }).map(text => text.textContent);
}"""


def _shown(page: Page) -> Any:
    expect(page.locator(".bb-flow__svg:visible")).to_have_count(1)
    return page.locator(".bb-flow__svg:visible")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("width", "name"), [(320, "narrow"), (360, "narrow"), (1280, "wide")])
def test_each_screen_has_its_own_drawing_and_every_line_stays_in_its_box(
    path: str, width: int, name: str, visit: Visit
) -> None:
    page = visit(path, width=width)
    drawing = _shown(page)
    assert f"bb-flow__svg--{name}" in (drawing.get_attribute("class") or "")
    assert drawing.evaluate(STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_letters_on_a_phone_are_large_enough_to_read(visit: Visit) -> None:
    page = visit(PATHS[0], width=320)
    height = _shown(page).locator(".bb-flow__small").first.evaluate("text => text.getBoundingClientRect().height")
    assert height >= 13


def test_a_tap_on_a_step_leads_to_its_text_and_tab_never_stops_in_the_drawing(visit: Visit) -> None:
    page = visit(PATHS[0], width=360)
    _shown(page).locator("a").nth(2).click()
    expect(page.locator("#stap-hoe-kom-je-er-3")).to_be_in_viewport()
    page.goto(PATHS[0])
    for _ in range(60):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('svg')")


def test_a_screen_reader_hears_each_step_once(visit: Visit) -> None:
    page = visit(PATHS[0], width=1280)
    heard = page.locator("main").aria_snapshot()
    assert heard.count("Maak kennis met de organisatie") == 1


@pytest.mark.parametrize("width", [320, 360])
def test_who_does_what_is_a_card_for_each_role_on_a_phone_and_still_a_table(width: int, visit: Visit) -> None:
    page = visit("/over/projectorganisatie/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    table = page.locator(".bb-matrix")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    expect(table.get_by_role("rowheader", name="Burgerbaner")).to_be_visible()
    expect(table.get_by_role("columnheader", name="Afspreken")).to_have_count(1)


def test_from_the_table_to_the_page_of_the_own_role(visit: Visit) -> None:
    page = visit("/over/projectorganisatie/", width=360)
    page.get_by_role("rowheader").get_by_role("link", name="Sponsor of donateur").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw rol: Sponsor of donateur")
    page.get_by_role("link", name="Bekijk alle rollen").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welke rol heb jij?")
