"""What was kept is told of once its facts are there: on a slow line, and when one of two answers fails."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit, keep_waiting
from tests.browser.page_types import Site
from tests.browser.test_bank import SHIFTS

PLACES = {"/mijn-plan/": "#plan-melding", "/vacatures/bewaard/": "#bewaard-melding"}


def _kept(page: Page, *slugs: str) -> None:
    kept = json.dumps({"versie": 1, "vacatures": slugs})
    page.evaluate("text => localStorage.setItem('bb-plan', text)", kept)


def _hold(page: Page) -> list[Route]:
    """Requests for the list of facts, each until the test lets it go."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/feiten.js*", hold)
    return held


def _open_and_hold(path: str, visit: Visit, site: Site) -> tuple[Page, list[Route]]:
    """A page that waits for the facts of what was kept, and the request that is held back."""
    page = visit("/contact/", width=360)
    _kept(page, site.open_vacancy["id"])
    held = _hold(page)
    page.goto(path, wait_until="commit")
    while not held:
        page.wait_for_timeout(20)
    return page, held


@pytest.mark.parametrize("path", PLACES)
def test_who_waits_long_for_facts_is_told_so(path: str, visit: Visit, site: Site) -> None:
    page, held = _open_and_hold(path, visit, site)
    expect(page.locator(PLACES[path])).to_have_text("Even wachten. De gegevens komen eraan.")
    held[0].continue_()
    expect(page.locator(PLACES[path])).to_contain_text("1 vacature")
    page.wait_for_timeout(600)
    expect(page.locator(PLACES[path])).to_contain_text("1 vacature")


SCRIPTS = {"/mijn-plan/": "plan", "/vacatures/bewaard/": "shortlist"}


@pytest.mark.parametrize("path", PLACES)
def test_who_waits_long_for_a_script_is_told_so(path: str, visit: Visit) -> None:
    page = visit("/contact/", width=360)
    held = keep_waiting(page, f"**/js/{SCRIPTS[path]}.js*")
    page.goto(path, wait_until="commit")
    expect(page.locator(PLACES[path])).to_have_text("Even wachten. De gegevens komen eraan.")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(PLACES[path])).to_contain_text("niets")


def test_who_waits_for_an_answer_sees_what_was_asked(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    held = keep_waiting(page, "**/lijst.js*")
    page.goto("/vacatures/?q=koken", wait_until="commit")
    expect(page.locator("#zoekwoord")).to_have_value("koken")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator("#lijst")).to_contain_text("gevonden")
    expect(page.locator("#zoekwoord")).to_have_value("koken")


@pytest.mark.parametrize("path", PLACES)
def test_a_load_that_fails_after_a_newer_one_began_says_nothing(path: str, visit: Visit, site: Site) -> None:
    page, held = _open_and_hold(path, visit, site)
    expect(page.locator(PLACES[path])).to_contain_text("Even wachten")
    page.evaluate("bb.forgetKept()")
    expect(page.locator(PLACES[path])).to_contain_text("niets")
    held[0].abort("aborted")
    page.wait_for_timeout(300)
    expect(page.locator(PLACES[path])).to_contain_text("niets")


@pytest.mark.parametrize("path", PLACES)
def test_a_load_that_fails_says_so(path: str, visit: Visit, site: Site) -> None:
    page = visit("/contact/", width=360)
    _kept(page, site.open_vacancy["id"])
    page.route("**/feiten.js*", lambda route: route.abort("aborted"))
    page.goto(path)
    expect(page.locator(PLACES[path])).to_contain_text("De gegevens laden niet.")


@pytest.mark.parametrize("path", ["/agenda/", "/routekaart/"])
def test_a_page_stands_in_its_place_before_what_stands_beside_it_came(path: str, visit: Visit) -> None:
    """It comes last: on a slow line a browser has painted the page by then."""
    page = visit(path, width=1280)
    main = page.locator("#inhoud")
    before = main.bounding_box()
    page.evaluate("document.querySelector('.bb-side').remove()")
    after = main.bounding_box()
    assert before
    assert after
    assert {key: after[key] for key in ("x", "y", "width")} == {key: before[key] for key in ("x", "y", "width")}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("number", [0, 2])
@pytest.mark.parametrize("path", PLACES)
def test_what_was_kept_comes_without_moving_what_stands_below(
    path: str, number: int, width: int, visit: Visit, site: Site
) -> None:
    page = visit("/contact/", width=width)
    page.add_init_script(SHIFTS)
    _kept(page, *[item["id"] for item in site.open_vacancies[:number]])
    page.goto(path)
    expect(page.locator("html")).not_to_have_class(re.compile("bb-waits"))
    page.wait_for_timeout(300)
    assert page.evaluate("moved") < 0.001


@pytest.mark.parametrize("path", PLACES)
def test_what_stands_below_comes_when_nobody_tells_of_what_was_kept(path: str, visit: Visit, site: Site) -> None:
    page = _open_and_hold(path, visit, site)[0]
    below = page.locator("#inhoud .bb-contact").first
    expect(below).to_be_hidden()
    expect(below).to_be_visible()
