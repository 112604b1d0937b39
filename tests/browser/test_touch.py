"""A thumb on a phone hits what it means: what stands by itself is 44 pixels high, but for one of rounding."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit

# A link in a sentence is as high as its line, and the way back above a title is small on purpose.
_LOW = """() => [...document.querySelectorAll("a, button, select, summary, textarea, label:has(input)")]
  .filter(item => item.checkVisibility() && !item.closest(".bb-crumbs, .bb-side ul, .bb-skip"))
  .filter(item => getComputedStyle(item).display !== "inline" && item.offsetHeight < 43)
  .map(item => `${item.localName}.${item.className} "${item.innerText.slice(0, 30)}": ${item.offsetHeight}`)"""


@pytest.mark.parametrize(
    "path",
    ["/", "/meedoen/", "/vacatures/", "/vacatures/samen-wandelen/", "/mijn-plan/", "/doneer/een-plek/", "/agenda/"],
)
def test_what_a_thumb_presses_is_high_enough(path: str, visit: Visit) -> None:
    assert visit(path, width=360).evaluate(_LOW) == []


def test_a_thumb_picks_the_day_it_means(browser: Browser, site_url: str) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = phone.new_page()
    page.goto(f"{site_url}/vacatures/rijden-met-de-bus/")
    page.locator(".bb-actions .bb-save").tap()
    expect(page.locator(".bb-actions .bb-save")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site_url}/mijn-plan/")
    days = page.locator(".bb-option:has(input:visible)")
    expect(days.first).to_be_visible()
    assert min(days.evaluate_all("days => days.map(day => day.offsetHeight)")) >= 44
    phone.close()
