"""Choices in small steps in a real browser: one question at a time, always a way back, nothing kept, nothing sent."""

from __future__ import annotations

import re
from contextlib import closing
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SCHEMES, Scheme, Visit, wear
from tests.browser.test_accessible import nothing_is_wrong_with

PATH = "/meedoen/is-dit-iets-voor-mij/"
OTHER = "/meedoen/van-dagbesteding/"
LONGEST = ("Ja, dat spreekt mij aan", "Nee", "Ja", "Ja, ik heb antwoord", "Nee, nog niet", "Ja, ongeveer wel")


def _shown(page: Page) -> str:
    expect(page.locator(".bb-decision__step:visible")).to_have_count(1)
    return page.locator(".bb-decision__step:visible h3").inner_text()


def _status(page: Page) -> str:
    return page.locator(".bb-decision__status").inner_text()


def _choose(page: Page, answer: str) -> None:
    """Press Enter on an answer, as who has no mouse."""
    before = _shown(page)
    page.locator(".bb-decision__step:visible").get_by_role("link", name=answer, exact=True).press("Enter")
    expect(page.locator(".bb-decision__step:visible h3")).not_to_contain_text(before)


def test_from_the_first_question_to_an_end_with_the_keyboard(visit: Visit) -> None:
    page = visit(PATH, width=360)
    said = []
    for answer in LONGEST:
        said.append(_status(page))
        _choose(page, answer)
        expect(page.locator(".bb-decision__step:visible h3")).to_be_focused()
    assert said == [f"Stap {number} van 6" for number in range(1, 7)]
    assert _status(page) == "Dit kun je nu doen"
    assert _shown(page) == "Zoek een plek die bij je past"
    end = page.locator(".bb-decision__end:visible")
    expect(end.locator("a[href^='tel:']")).to_have_count(1)
    assert 1 <= end.locator(".bb-decision__page").count() <= 3


def test_tab_walks_the_answers_and_then_the_way_back(visit: Visit) -> None:
    page = visit(PATH, width=360)
    _choose(page, LONGEST[0])
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.innerText.trim()"))
    assert reached == ["Nee", "Ja", "Een stap terug"]
    page.keyboard.press("Enter")
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 1 van 6")


def test_a_shorter_way_counts_down(visit: Visit) -> None:
    page = visit(PATH, width=360)
    for answer in ("Ja, dat spreekt mij aan", "Nee", "Nee"):
        _choose(page, answer)
    assert _status(page) == "Stap 4 van 5"


def test_the_back_button_of_the_browser_goes_one_step_back(visit: Visit) -> None:
    page = visit(PATH, width=360)
    first = _shown(page)
    _choose(page, LONGEST[0])
    second = _shown(page)
    _choose(page, LONGEST[1])
    page.go_back()
    expect(page.locator(".bb-decision__step:visible h3")).to_contain_text(second)
    assert _status(page) == "Stap 2 van 6"
    page.go_back()
    expect(page.locator(".bb-decision__step:visible h3")).to_contain_text(first)
    expect(page.locator(".bb-decision__back")).to_be_hidden()
    page.go_forward()
    expect(page.locator(".bb-decision__step:visible h3")).to_contain_text(second)


def test_our_own_way_back_and_that_of_the_browser_never_leave_the_page(visit: Visit) -> None:
    page = visit(f"{PATH}#vraag-past-het-gevraagd", width=360)
    before = _status(page)
    page.get_by_role("link", name="Een stap terug").click()
    expect(page.locator(".bb-decision__status")).not_to_have_text(before)
    page.go_back()
    expect(page.locator(".bb-decision__status")).to_have_text(before)
    for _ in range(3):
        page.get_by_role("link", name="Een stap terug").click()
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 1 van 6")
    assert urlsplit(page.url).path == PATH


def test_who_comes_in_halfway_can_go_back_to_the_beginning(visit: Visit) -> None:
    page = visit(f"{PATH}#vraag-past-het-organisatie", width=360)
    assert _status(page) == "Stap 4 van 5"
    for number in (3, 2, 1):
        page.get_by_role("link", name="Een stap terug").click()
        expect(page.locator(".bb-decision__status")).to_have_text(re.compile(f"^Stap {number} van"))
    expect(page.locator(".bb-decision__back")).to_be_hidden()


def test_an_end_leads_to_the_beginning_again(visit: Visit) -> None:
    page = visit(f"{OTHER}#einde-dagbesteding-blijven", width=360)
    page.get_by_role("link", name="Begin opnieuw").locator("visible=true").click()
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 1 van 5")


@pytest.mark.parametrize("fragment", ["#vraag-past-het-onzin", "#%E0%A4%A", "#inhoud", "#", '#"><script>'])
def test_an_address_that_says_nothing_shows_the_first_question(fragment: str, visit: Visit) -> None:
    page = visit(f"{PATH}{fragment}", width=360)
    assert _status(page) == "Stap 1 van 6"
    assert _shown(page).startswith("Wil je vrijwilligerswerk doen")


def test_a_jump_elsewhere_in_the_page_keeps_the_question(visit: Visit) -> None:
    page = visit(PATH, width=360)
    _choose(page, LONGEST[0])
    page.evaluate("location.hash = 'inhoud'")
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 2 van 6")
    page.get_by_role("link", name="Een stap terug").click()
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 1 van 6")


def test_nothing_is_kept_and_nothing_is_sent(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for answer in LONGEST:
        _choose(page, answer)
    assert [url for url in asked if not url.endswith("favicon.svg")] == []  # the browser asks for that by itself
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.state]") == [
        0,
        0,
        "",
        None,
    ]
    page.goto(OTHER)
    page.goto(PATH)
    assert _status(page) == "Stap 1 van 6"


def test_when_storage_is_refused_it_works_as_well(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(PATH)
        _choose(page, LONGEST[0])
        assert _status(page) == "Stap 2 van 6"
        assert errors == []


@pytest.mark.parametrize("path", [PATH, OTHER])
def test_without_script_everything_is_there_and_answers_jump(path: str, visit: Visit) -> None:
    page = visit(path, width=360, javascript=False)
    steps = page.locator(".bb-decision__step")
    assert steps.count() == page.locator(".bb-decision__step:visible").count() > 10
    expect(page.locator(".bb-decision__progress")).to_be_hidden()
    expect(page.locator(".bb-decision__back")).to_be_hidden()
    answer = page.locator(".bb-decision__answer").filter(has_text="ga naar vraag 2").first
    target = answer.get_attribute("href")
    answer.click()
    expect(page.locator(f"{target}:target h3")).to_be_in_viewport()
    expect(page.locator(f"{target} h3")).to_contain_text("Vraag 2.")


def test_when_the_script_does_not_come_an_answer_still_shows_the_next_step(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        page = context.new_page()
        page.route("**/decision.js", lambda route: route.abort())
        page.goto(PATH)
        page.locator(".bb-decision__answer:visible").first.click()
        expect(page.locator(".bb-decision__step:visible h3")).to_have_text(
            "Ga je nu naar dagbesteding?", use_inner_text=True
        )


@pytest.mark.parametrize("path", [PATH, OTHER])
@pytest.mark.parametrize("width", [320, 360])
def test_no_step_is_wider_than_the_phone(path: str, width: int, visit: Visit) -> None:
    page = visit(path, width=width)
    for step in page.locator(".bb-decision__step").evaluate_all("steps => steps.map(step => step.id)"):
        page.evaluate("id => { location.hash = id }", step)
        expect(page.locator(f"#{step}")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), step
        sizes = page.locator(f"#{step} a:visible").evaluate_all(
            "links => links.map(a => a.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 24, step


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", ["", "#vraag-past-het-uitkering", "#einde-past-het-zoeken"])
def test_axe_finds_nothing_in_a_step(place: str, width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit(f"{PATH}{place}", width=width, scheme=scheme)
    _shown(page)
    nothing_is_wrong_with(page)


def test_axe_finds_nothing_without_the_script(visit: Visit) -> None:
    page = visit(OTHER, width=360)
    page.evaluate("document.documentElement.classList.remove('bb-js')")
    page.locator(".bb-decision__step").evaluate_all("steps => steps.forEach(step => { step.hidden = false })")
    for scheme in SCHEMES:
        wear(page, scheme)
        nothing_is_wrong_with(page)


def test_on_paper_it_is_numbered_text_with_every_step(visit: Visit) -> None:
    page = visit(f"{PATH}#einde-past-het-loon")
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
        assert len(document) <= 4
    for words in (
        "Vraag 1. Wil je",
        "Vraag 6. Weet je",
        "ga naar vraag 5",
        "Zoek een plek die bij je past",
        "Past het idee",
    ):
        assert words in text
    assert "Een stap terug" not in text
    assert "Stap 1 van" not in text


@pytest.mark.parametrize("width", [360, 1280])
def test_a_double_click_on_an_answer_is_one_step(width: int, visit: Visit) -> None:
    """The answer to the next question comes under the finger."""
    page = visit(PATH, width=width)
    page.locator(".bb-decision__step:visible .bb-decision__answer").first.dblclick()
    expect(page.locator(".bb-decision__status")).to_have_text("Stap 2 van 6")
    page.wait_for_timeout(700)
    assert _status(page) == "Stap 2 van 6"
    page.locator(".bb-decision__step:visible .bb-decision__answer").first.click()
    expect(page.locator(".bb-decision__status")).not_to_have_text("Stap 2 van 6")
