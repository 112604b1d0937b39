"""A vacancy for who reads little Dutch: its facts, its buttons, and nothing that a machine translated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from burgerbaan.foreign_words import foreign_texts
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.vacancy import Weekday
from tests.browser.conftest import SCHEMES, Scheme, Visit, empty_page_with, keep_waiting
from tests.browser.page_types import Site, address
from tests.browser.test_accessible import nothing_is_wrong_with
from tests.browser.test_large_letters import BEYOND
from tests.browser.test_reading_aloud import ARABIC, NETHERLANDS, SPEECH
from tests.browser.test_vacancy import at, last_day

SCRIPTS = Path(__file__).parent.parent.parent / "hooks/theme/assets/js"
CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/own_language.yml").read_text("utf-8"))
WIDTHS = [360, 1280]
TAGS = {"en": "ltr", "ar": "rtl", "uk": "ltr", "pl": "ltr", "es": "ltr", "tr": "ltr"}
PATH = "/vacatures/koken-voor-buren/"
REFUSE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"


def words(tag: str) -> Mapping[str, Any]:
    texts = foreign_texts(next(language for language in PageLanguage if language.tag == tag))
    assert texts is not None
    return texts


def link(page: Page, tag: str) -> Locator:
    return page.locator(f"[data-bb-told] a[lang={tag}]")


def choose(page: Page, tag: str) -> Locator:
    """Press a language, and wait for what it tells."""
    link(page, tag).click()
    block = page.locator(f".bb-own[lang={tag}]")
    expect(block).to_be_visible()
    return block


# What is told


@pytest.fixture
def rules(browser: Browser) -> Iterator[Page]:
    for page in empty_page_with(browser, SCRIPTS / "page-parts.js"):
        page.add_script_tag(content=(SCRIPTS / "own-facts.js").read_text("utf-8"))
        yield page


TELL = """([tag, words, facts]) => bb.toldIn(tag, words, facts).map(([label, ...lines]) => {
  const texts = lines.map(line => line.map(part => part.textContent || part).join(''));
  return `${label}: ${texts.join(' | ')}`;
})"""


def _told(tag: str) -> Mapping[str, Any]:
    texts = words(tag)
    return {"own": "nl", "days": [texts["days"][day.name.lower()] for day in Weekday], "texts": texts["vacancy"]}


@pytest.mark.parametrize("tag", ["ar", "uk"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["geval"])
def test_the_facts_are_told_as_the_case_says(case: Mapping[str, Any], tag: str, rules: Page) -> None:
    assert rules.evaluate(TELL, [tag, _told(tag), case["feiten"]]) == case["regels"][tag]


@pytest.mark.parametrize("tag", TAGS)
def test_an_old_browser_tells_it_without_the_plurals_and_days_of_the_language(tag: str, rules: Page) -> None:
    rules.evaluate("delete Intl.PluralRules; delete Intl.ListFormat; Intl.DateTimeFormat.supportedLocalesOf = () => []")
    facts = next(case for case in CASES if "closing" in case["feiten"])["feiten"]
    lines = rules.evaluate(TELL, [tag, _told(tag), facts])
    assert "4" in lines[0]
    assert "10" in lines[0]
    assert lines[-1].endswith(": 12-12-2026")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("tag", TAGS)
def test_a_press_tells_the_facts_and_how_to_react_in(tag: str, width: int, visit: Visit) -> None:
    page = visit(PATH, width=width)
    before = page.locator("h1").inner_text()
    block = choose(page, tag)
    texts = words(tag)
    expect(block).to_be_focused()
    expect(block).to_have_attribute("dir", TAGS[tag])
    expect(block).to_have_attribute("translate", "no")
    expect(page.get_by_role("region", name=texts["vacancy"]["short"])).to_have_count(1)
    expect(link(page, tag)).to_have_attribute("aria-current", "true")
    expect(block.locator("bdi[lang=nl]", has_text="Koken voor twintig buren")).to_have_count(1)
    expect(block.locator("dt")).to_have_count(8)
    hrefs: list[str] = block.locator(".bb-way").evaluate_all("links => links.map(link => link.href)")
    assert [urlsplit(href).scheme for href in hrefs] == ["tel", "https", "mailto"]
    ways = page.locator("[aria-labelledby=reageren] .bb-way")
    assert set(hrefs) < set(ways.evaluate_all("links => links.map(link => link.href)"))
    for name in ("call", "whatsapp", "mail"):
        expect(block.locator(".bb-way", has_text=texts["ways"][name])).to_have_count(1)
    assert page.evaluate(BEYOND) == []
    assert page.url.endswith(PATH)
    assert page.locator("h1").inner_text() == before


def test_another_language_takes_the_place_of_the_first(visit: Visit) -> None:
    page = visit(PATH, width=360)
    choose(page, "uk")
    choose(page, "pl")
    expect(page.locator(".bb-own")).to_have_count(1)
    expect(page.locator("[data-bb-told] [aria-current]")).to_have_count(1)


LEFT_OF_TIMES = """block => [...block.querySelectorAll('dd bdi')].map(part => {
    part.parentElement.style.whiteSpace = 'nowrap';
    return part;
  }).filter(part => part.textContent.includes(':'))
  .slice(0, 2).map(part => part.getBoundingClientRect().left)"""


@pytest.mark.parametrize(("tag", "is_turned"), [("ar", True), ("uk", False)])
def test_a_time_reads_as_such_and_the_begin_comes_first(tag: str, is_turned: bool, visit: Visit) -> None:
    block = choose(visit(PATH, width=1280), tag)
    start, end = block.evaluate(LEFT_OF_TIMES)
    assert (start > end) is is_turned


def test_nothing_is_fetched_before_somebody_chooses_and_little_after(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(PATH)
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "talen" in path or "own-language" in path]
    asked.clear()
    choose(page, "ar")
    assert asked == ["/assets/js/own-language.js", "/assets/talen/ar.js"]


# The choice is remembered


@pytest.mark.parametrize("width", WIDTHS)
def test_the_next_vacancy_opens_in_the_same_language_and_leaves_the_reader_where_he_is(
    width: int, visit: Visit, site: Site
) -> None:
    page = visit(PATH, width=width)
    choose(page, "tr")
    page.goto(f"/vacatures/{site.open_vacancies[1]['id']}/")
    expect(page.locator(".bb-own[lang=tr]")).to_contain_text(site.open_vacancies[1]["titel"])
    expect(page.locator("body")).to_be_focused()


SHIFTS = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value; }))
  .observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_that_is_in_sight_when_it_opens_by_itself(width: int, visit: Visit) -> None:
    page = visit(PATH, width=width)
    choose(page, "uk")
    page.add_init_script(SHIFTS)
    waiting = keep_waiting(page, "**/talen/uk.js*")
    page.reload(wait_until="commit")
    expect(page.locator("[data-bb-told] [aria-busy]")).to_have_count(1)
    page.wait_for_timeout(100)  # a frame with the place kept
    for route in waiting:
        route.continue_()
    expect(page.locator(".bb-own[lang=uk]")).to_be_visible()
    page.wait_for_timeout(100)
    assert page.evaluate("moved") < 0.02


def test_who_closes_it_reads_dutch_from_then_on(visit: Visit) -> None:
    page = visit(PATH, width=360)
    choose(page, "es").get_by_role("button", name="Cerrar").click()
    expect(page.locator(".bb-own")).to_have_count(0)
    expect(link(page, "es")).to_be_focused()
    expect(page.locator("[data-bb-told] [aria-current]")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('bb-taal')") is None
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".bb-own")).to_have_count(0)


def test_what_somebody_else_kept_there_is_no_language(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate("localStorage.setItem('bb-taal', '\"]<x>')")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".bb-own")).to_have_count(0)


def test_a_device_that_remembers_nothing_says_so(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.add_init_script(REFUSE)
    page.reload()
    expect(choose(page, "pl")).to_contain_text(words("pl")["vacancy"]["refused"])
    page.get_by_role("button", name="Zamknij").click()
    expect(page.locator(".bb-own")).to_have_count(0)


def test_a_device_that_remembers_says_nothing_of_it(visit: Visit) -> None:
    expect(choose(visit(PATH, width=360), "pl")).not_to_contain_text(words("pl")["vacancy"]["refused"])


COME_BACK = """kept => {
  if (kept) localStorage.setItem('bb-taal', kept); else localStorage.removeItem('bb-taal');
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}"""


def test_who_comes_back_finds_the_language_that_was_chosen_elsewhere(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate(COME_BACK, "uk")
    expect(page.locator(".bb-own[lang=uk]")).to_be_visible()
    page.evaluate(COME_BACK, "en")
    expect(page.locator(".bb-own[lang=en]")).to_be_visible()
    expect(page.locator(".bb-own")).to_have_count(1)
    page.evaluate(COME_BACK, None)
    expect(page.locator(".bb-own")).to_have_count(0)


# When to call


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("uk", "понеділок, вівторок, середа і четвер, з 09:00 до 16:00"),
        ("ar", "الاثنين والثلاثاء والأربعاء والخميس من 09:00 إلى 16:00"),
    ],
)
def test_beside_the_number_stands_when_to_call_in_the_language(tag: str, said: str, visit: Visit, site: Site) -> None:
    block = choose(visit(PATH, width=360), tag)
    note = block.get_by_role("listitem").filter(has=block.page.locator("a[href^='tel:']"))
    expect(note).to_contain_text(f"{words(tag)['contact']['hours']} {said}")


def test_hours_that_an_editor_wrote_in_a_way_of_his_own_stay_dutch(visit: Visit) -> None:
    page = visit(PATH, width=360)
    told = (
        "row => { row.dataset.bbTold = JSON.stringify({ ...JSON.parse(row.dataset.bbTold), calls: 'na vijf uur' }); }"
    )
    page.locator("[data-bb-told]").evaluate(told)
    block = choose(page, "tr")
    expect(block.locator(".bb-way__note bdi[lang=nl]")).to_have_text("na vijf uur")


# Nothing that invites when there is nothing to react to


def _invites(block: Locator) -> int:
    return block.locator("a[href^='tel:'], a[href^='mailto:'], a[href*='wa.me'], .bb-contact").count()


@pytest.mark.parametrize(("page_type", "said"), [("vacature-vol", "full"), ("vacature-gesloten", "closed")])
@pytest.mark.parametrize("tag", TAGS)
def test_it_says_that_there_is_no_place_and_invites_to_no_more_than_a_question(
    tag: str, page_type: str, said: str, visit: Visit, site: Site
) -> None:
    block = choose(visit(address(site, page_type), width=360), tag)
    texts = words(tag)["vacancy"]
    expect(block.locator(".bb-closed")).to_contain_text(texts[said])
    expect(block.get_by_role("link", name=texts["others"])).to_have_attribute("href", "../../vacatures/")
    asks = block.get_by_role("heading", name=texts["react_full"])
    if said == "full":
        expect(asks).to_be_visible()
        expect(block.locator("a[href^='tel:']")).to_have_count(1)
        mail = block.locator("a[href^='mailto:']").get_attribute("href") or ""
        assert "Zet mij op de lijst" in unquote(mail)
    else:
        expect(asks).to_have_count(0)
        assert _invites(block) == 0
    for name in ("few", "benefit", "react", "places"):
        expect(block.get_by_text(texts[name], exact=True)).to_have_count(0)
    expect(block.locator("dl")).to_have_count(1 if said == "full" else 0)


def test_the_clock_of_the_visitor_closes_it_too(visit: Visit, site: Site) -> None:
    row = site.open_vacancies[0]
    page = visit("/contact/", width=360)
    at(page, last_day(row) + timedelta(days=1), "00:30")
    page.goto(f"/vacatures/{row['id']}/")
    block = choose(page, "en")
    expect(block).to_contain_text(words("en")["vacancy"]["closed"])
    assert _invites(block) == 0


def test_a_page_that_stays_open_overnight_stops_inviting(visit: Visit, site: Site) -> None:
    row = site.open_vacancies[0]
    page = visit(f"/vacatures/{row['id']}/", width=360)
    block = choose(page, "uk")
    assert _invites(block) > 0
    at(page, last_day(row) + timedelta(days=1), "00:30")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(block).to_contain_text(words("uk")["vacancy"]["closed"])
    assert _invites(block) == 0


# Without what it needs, each language leads to its page


def test_without_javascript_a_language_leads_to_its_page(visit: Visit) -> None:
    page = visit(PATH, width=360, javascript=False)
    page.locator("main a[lang=ar]").click()
    expect(page).to_have_url("/in-jouw-taal/arabisch/")


@pytest.mark.parametrize("files", ["**/js/own-language.js*", "**/talen/uk.js*", "**/js/language-row.js*"])
def test_what_does_not_come_leaves_a_link_to_the_page(files: str, visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.route(files, lambda route: route.abort("aborted"))
    page.goto(PATH)
    expect(page.locator(".bb-notice--lost")).to_be_hidden()
    expect(page.locator("[data-bb-save]").first).to_be_visible()
    link(page, "uk").click()
    expect(page).to_have_url("/in-jouw-taal/oekraiens/")


def test_a_remembered_language_that_does_not_come_leaves_the_page_as_it_is(visit: Visit) -> None:
    page = visit(PATH, width=360)
    choose(page, "uk")
    page.route("**/talen/uk.js*", lambda route: route.abort("aborted"))
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page).to_have_url(PATH)
    expect(page.locator(".bb-own")).to_have_count(0)
    expect(link(page, "uk")).not_to_have_attribute("aria-busy", "true")


# Who listens, and who sees little


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("tag", ["ar", "uk"])
def test_axe_finds_nothing_in_it(tag: str, width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit(PATH, width=width, scheme=scheme)
    choose(page, tag)
    nothing_is_wrong_with(page)


@pytest.mark.parametrize("page_type", ["vacature-vol", "vacature-gesloten"])
def test_axe_finds_nothing_where_there_is_no_place(page_type: str, visit: Visit, site: Site) -> None:
    page = visit(address(site, page_type), width=360)
    choose(page, "ar")
    nothing_is_wrong_with(page)


@pytest.mark.parametrize(("voices", "is_heard"), [([NETHERLANDS], False), ([NETHERLANDS, ARABIC], True)])
def test_a_voice_reads_its_own_language_and_goes_on_with_the_page(
    voices: list[dict[str, Any]], is_heard: bool, visit: Visit
) -> None:
    page = visit(PATH, width=360)
    page.add_init_script(f"({SPEECH})({json.dumps(voices)})")
    page.reload()
    choose(page, "ar")
    page.get_by_role("button", name="Lees voor").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    while page.get_by_role("button", name="Stop").is_visible():
        page.evaluate("() => { speechSynthesis.finish(); return new Promise(done => setTimeout(done)); }")
    heard: list[list[str]] = page.evaluate("() => window.heard")
    first = words("ar")["vacancy"]["text"].split(". ")[0]
    assert (["Majed", f"{first}."] in heard) is is_heard
    assert {name for name, text in heard if "Je kookt" in text} == {"Xander"}
    assert {name for name, text in heard if any("\u0600" <= letter <= "\u06ff" for letter in text)} <= {"Majed"}


def test_a_browser_that_translates_the_page_leaves_it_alone(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate("document.documentElement.lang = 'ar'")
    expect(page.locator("body[dir=rtl]")).to_have_count(1)
    block = choose(page, "uk")
    expect(block).to_have_attribute("dir", "ltr")
    expect(block).to_have_attribute("translate", "no")
    assert page.evaluate(BEYOND) == []
