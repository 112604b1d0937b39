"""On a slow line somebody types and chooses before the script is there: it goes on with what it finds."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.page_types import Site


class Late:
    """A page whose own script is still on its way."""

    def __init__(self, visit: Visit, path: str, script: str) -> None:
        self.page: Page = visit("/contact/", width=1280)
        self._held: list[Route] = []
        self.page.route(f"**/js/{script}.js*", self._hold)
        self.page.goto(path, wait_until="commit")

    def _hold(self, route: Route) -> None:
        self._held.append(route)

    def arrive(self) -> None:
        """The script comes."""
        while not self._held:
            self.page.wait_for_timeout(20)
        self._held[0].continue_()
        self.page.wait_for_load_state("load")


def test_a_district_that_was_ticked_narrows_the_list(visit: Visit, site: Site) -> None:
    late = Late(visit, "/vacatures/", "bank")
    number = late.page.locator(".bb-option", has_text="Almere Haven").locator(".bb-option__count").inner_text()
    late.page.get_by_role("checkbox", name="Almere Haven").check()
    late.arrive()
    expect(late.page.locator("#lijst")).to_contain_text(f"{number} ")
    expect(late.page.get_by_role("button", name="Haal weg: Almere Haven")).to_have_count(1)
    expect(late.page).to_have_url(re.compile(r"\?wijk=haven$"))


def test_words_that_were_typed_are_looked_for(visit: Visit) -> None:
    late = Late(visit, "/vacatures/", "bank")
    late.page.locator("#zoekwoord").fill("koken")
    late.arrive()
    expect(late.page).to_have_url(re.compile(r"\?q=koken$"))
    expect(late.page.locator(".bb-card__why").first).to_contain_text("koken")
    expect(late.page.locator("#zoekwoord")).to_have_value("koken")


def test_a_page_in_which_nothing_was_chosen_loads_nothing(visit: Visit) -> None:
    late = Late(visit, "/vacatures/", "bank")
    asked: list[str] = []
    late.page.on("request", lambda request: asked.append(request.url))
    late.arrive()
    late.page.wait_for_timeout(300)
    assert [url for url in asked if "/assets/vacatures/" in url] == []
    assert late.page.url.endswith("/vacatures/")


def test_people_that_were_chosen_stay_chosen(visit: Visit) -> None:
    late = Late(visit, "/burgerbaners/", "people")
    box = late.page.locator("[data-bb-people] input[type=checkbox]").first
    box.check()
    late.arrive()
    expect(box).to_be_checked()
    expect(late.page.locator("[data-bb-chosen-number]")).to_have_text("(1)")
    expect(late.page).to_have_url(re.compile(r"\?"))


def test_a_name_on_the_hours_sheet_stays(visit: Visit) -> None:
    late = Late(visit, "/meedoen/urenbriefje/", "hours-sheet")
    late.page.locator("#uren-naam").fill("Noor")
    late.arrive()
    expect(late.page.locator("#uren-naam")).to_have_value("Noor")
