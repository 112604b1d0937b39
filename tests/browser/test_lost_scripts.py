"""A line that drops loses a script: nothing stays on the page that does nothing, and it says what to do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.page_types import Site, address
from tests.browser.test_accessible import nothing_is_wrong_with

# What somebody can press or fill in, less what every page has and what a form sends without a script.
DEAD = r"""() => [...document.querySelectorAll('main button, main input, main select, main textarea')]
  .filter(item => item.checkVisibility({ visibilityProperty: true }) && !item.matches('[readonly], [data-bb-print]'))
  .filter(item => !(item.form && item.form.getAttribute('action')))
  .map(item => item.id || item.innerText)"""


def lose(page: Page, script: str) -> None:
    page.route(f"**/js/{script}.js*", lambda route: route.abort("aborted"))


@pytest.mark.parametrize(
    ("page_type", "script"),
    [
        ("vacatures", "bank"),
        ("vacature-open", "vacancy"),
        ("bewaard", "shortlist"),
        ("mijn-plan", "plan"),
        ("urenbriefje", "hours-sheet"),
        ("persoonlijk-plan", "answers"),
        ("routekaart", "route"),
        ("spoorboekje", "own-route"),
        ("werkvormen", "forms"),
        ("samen", "cut-cards"),
        ("zoeken", "search"),
    ],
)
def test_a_script_that_does_not_come_leaves_no_dead_buttons_on(
    page_type: str, script: str, visit: Visit, site: Site
) -> None:
    page = visit("/contact/", width=360)
    lose(page, script)
    page.goto(address(site, page_type))
    expect(page.locator(".bb-notice--lost")).to_be_visible()
    assert page.evaluate(DEAD) == []
    page.emulate_media(media="print")
    expect(page.locator(".bb-notice--lost")).to_be_hidden()
    page.emulate_media(media="screen")
    page.unroute_all()
    page.get_by_role("link", name="Laad de pagina opnieuw").click()
    expect(page.locator(".bb-js")).to_have_count(1)
    expect(page.locator(".bb-notice--lost")).to_be_hidden()


def test_a_list_whose_search_does_not_come_can_still_be_narrowed(visit: Visit) -> None:
    page = visit("/contact/", width=1280)
    lose(page, "bank")
    page.goto("/vacatures/")
    nothing_is_wrong_with(page)
    page.locator(".bb-bank__links").get_by_role("link", name="Almere Haven").click()
    expect(page).to_have_url("/vacatures/wijk/haven/")


def test_a_script_that_a_browser_adds_takes_nothing_away(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    page.route("**/vertaler.js", lambda route: route.abort("aborted"))
    page.evaluate("""() => new Promise(lost => {
      const script = document.createElement('script');
      script.src = '/vertaler.js';
      script.onerror = lost;
      document.head.append(script);
    })""")
    expect(page.locator(".bb-notice--lost")).to_be_hidden()
    expect(page.locator("[data-bb-save]").first).to_be_visible()


@pytest.mark.parametrize("files", ["**/js/site.js*", "**/assets/vacatures/lijst.js*"])
def test_what_every_page_loads_and_what_is_asked_for_later_takes_nothing_away(files: str, visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.route(files, lambda route: route.abort("aborted"))
    page.goto("/vacatures/")
    page.locator("#zoekwoord").fill("koken")
    page.wait_for_timeout(500)
    expect(page.locator(".bb-notice--lost")).to_be_hidden()
    expect(page.locator("[data-bb-save]").first).to_be_visible()
