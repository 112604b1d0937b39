"""The Dutch search as the browser does it: what people type, and the vacancies they mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, Route, expect

from burgerbaan.load import load_site
from burgerbaan.search.index import DOES, NAME, REST, SHOWN, TITLE, Text, index_of, read_text
from burgerbaan.search.stems import stem, words_in
from burgerbaan.search.synonyms import Group
from burgerbaan.search.vacancies import pieces_of
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts
from tests.browser.conftest import Visit, Watch, keep_waiting
from tests.browser.page_types import Site

ROOT = Path(__file__).parent.parent.parent
GOLDEN: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "cases" / "search.yml").read_text("utf-8"))
TODAY = date(2026, 11, 22)
TOP = 3

# A browser that stands where it was before the page grows, and goes down with what it had in sight unless it is moved.
GOES_DOWN = """{
  const move = scrollTo;
  let isHeld = null;
  window.scrollTo = (options) => {
    if (isHeld === null) move(options);
    isHeld = isHeld !== false && Math.abs(options.top - scrollY) < 0.5;
    setTimeout(() => isHeld && scrollBy(0, 600), 100);
    move(options);
  };
}"""

# As bank.js does it; the cards say which vacancy has which number.
LOAD = """async () => {
  const { bbBank: folder, bbVersion: version, bbSize: size } = document.querySelector('[data-bb-bank]').dataset;
  const load = name => bb.load(folder, name, version);
  const [list, words] = await Promise.all([load('lijst'), load('woorden')]);
  window.searcher = new bb.Searcher(words, number => load(`treffers-${number}`));
  window.vocabulary = words;
  const cards = document.createElement('template');
  for (let block = 0; block * Number(size) < list.count; block++) {
    cards.innerHTML += (await load(`kaarten-${block}`)).join('');
  }
  return [...cards.content.children].map(card => card.dataset.bbSlug);
}"""
FIND = """async question => {
  const found = await searcher.find(question);
  return found && { order: found.order, unknown: found.unknown, why: found.order.map(found.why) };
}"""
ASK = """async ([vocabulary, shards, question]) => {
  const found = await new bb.Searcher(vocabulary, async number => shards[number]).find(question);
  return found.order;
}"""


@dataclass(frozen=True)
class Answer:
    """What the search says: vacancies best first, and the words by which each was found."""

    slugs: list[str]
    why: list[list[str]]
    unknown: list[str]

    @property
    def top(self) -> str:
        found = [f"{slug} ({', '.join(why)})" for slug, why in zip(self.slugs, self.why, strict=True)]
        return f"{len(found)} found: {'; '.join(found[:5]) or 'nothing'}"


@dataclass(frozen=True)
class Bank:
    """The vacancy list in a browser, with its data loaded."""

    page: Page

    @cached_property
    def slugs(self) -> list[str]:
        found: list[str] = self.page.evaluate(LOAD)
        return found

    def find(self, question: str) -> Answer | None:
        """None when the question asks for nothing, and so for everything."""
        slugs = self.slugs
        found = self.page.evaluate(FIND, question)
        if found is None:
            return None
        return Answer([slugs[number] for number in found["order"]], found["why"], found["unknown"])

    def ask(self, texts: list[Text], question: str, groups: list[Group] | None = None) -> list[int]:
        """The numbers of the texts that answer a question, best first."""
        index = index_of([read_text(text) for text in texts], groups or [], frozenset({"de", "het", "ik"}))
        order: list[int] = self.page.evaluate(ASK, [json.loads(json.dumps(index.vocabulary)), index.shards, question])
        return order


@pytest.fixture(scope="module")
def bank(browser: Browser, site_url: str) -> Iterator[Bank]:
    """One visitor for the whole file; the browser may not complain about anything."""
    watch = Watch(site_url)
    context = browser.new_context(base_url=site_url, locale="nl-NL")
    page = context.new_page()
    watch.over(page)
    page.goto("/vacatures/")
    yield Bank(page)
    context.close()
    assert not watch.report()


# What people type


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["zoek"])
def test_people_find_what_they_mean(case: dict[str, Any], bank: Bank) -> None:
    found = bank.find(case["zoek"])
    if case.get("alles"):
        assert found is None, f"'{case['zoek']}' asks for nothing ({case['waarom']}), but {found and found.top}"
        return
    assert found is not None, f"'{case['zoek']}' asks for something ({case['waarom']})"
    missing = [slug for slug in case["bovenaan"] if slug not in found.slugs[:TOP]]
    wrong = [slug for slug in case.get("niet", []) if slug in found.slugs]
    report = f"'{case['zoek']}' ({case['waarom']}): {found.top}"
    assert not missing, f"{report}\nnot among the first {TOP}: {missing}"
    assert not wrong, f"{report}\nshould not be found: {wrong}"
    assert not case.get("leeg") or not found.slugs, report


def test_the_golden_questions_are_about_open_vacancies_and_differ(bank: Bank) -> None:
    named = {slug for case in GOLDEN for slug in (*case.get("bovenaan", []), *case.get("niet", []))}
    assert not named - set(bank.slugs)
    questions = [case["zoek"] for case in GOLDEN]
    assert len(set(questions)) == len(questions) >= 100
    tops = [len(case.get("bovenaan", [])) for case in GOLDEN if not case.get("alles") and not case.get("leeg")]
    assert all(1 <= number <= TOP for number in tops)


def test_a_vacancy_says_which_of_its_words_were_found(bank: Bank) -> None:
    site = load_site(Folders(ROOT), TODAY).site
    assert site is not None
    words = Words(load_texts(), site.programme)
    texts = {
        item.slug: " ".join(piece for pieces in pieces_of(site, words, item).values() for piece in pieces).lower()
        for item in site.open_vacancies
    }
    for case in GOLDEN:
        found = bank.find(case["zoek"])
        for slug, why in zip(found.slugs if found else [], found.why if found else [], strict=True):
            assert why
            for word in why:
                assert word.lower() in texts[slug], f"'{case['zoek']}' found {slug} by '{word}', which it does not hold"


# In the list itself


def cards(page: Page) -> Locator:
    return page.locator(".bb-cards .bb-card")


def test_somebody_types_and_sees_what_is_found(visit: Visit) -> None:
    page = visit("/vacatures/")
    box = page.get_by_role("searchbox")
    for question, slug, why in [
        ("bejaarden", "schilderen-met-gasten", "oudere"),
        ("kooken", "koken-voor-buren", "koken"),
        ("Café Zoë", "koffie-en-taart", "café"),
        ("fietsreparatie", "fietsen-opknappen", "fietsen, opknappen"),
        ("ik wil graag met kinderen werken", "spelen-na-school", "kinderen"),
    ]:
        box.fill(question)
        expect(cards(page).first).to_have_attribute("data-bb-slug", slug)
        expect(cards(page).first.locator(".bb-card__why")).to_contain_text(why)
        expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile("^[0-9]+ "))


def test_every_key_on_the_way_to_a_word_is_answered(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    box = page.get_by_role("searchbox")
    box.focus()
    for typed in ("t", "tu", "tui", "tuin"):
        page.keyboard.type(typed[-1])
        expect(page).to_have_url(re.compile(rf"\?q={typed}$"))
        expect(cards(page).first).to_be_visible()
    box.fill("vrijwilligerswerk")
    expect(page).to_have_url(re.compile("vrijwilligerswerk$"))
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{len(site.open_vacancies)} "))


def test_a_word_that_nobody_wrote_is_named(visit: Visit) -> None:
    page = visit("/vacatures/?q=xqzwvukkel+koken")
    expect(page.locator(".bb-bank__results > .bb-bank__help")).to_contain_text("xqzwvukkel")
    expect(cards(page).first).to_have_attribute("data-bb-slug", "koken-voor-buren")


def test_what_only_looks_like_a_word_is_told_as_such(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    box, told = page.get_by_role("searchbox"), page.get_by_role("heading", level=2).first
    note = page.locator(".bb-bank__results > .bb-bank__help")
    for question, heading, words in [
        ("kocken", "lijken erop", "Niet precies gevonden: kocken. Dit lijkt erop."),
        ("kocken in haven", "lijken erop", "Niet precies gevonden: kocken."),
        (
            "kocken xqzwvukkel",
            "lijken erop",
            "Niet precies gevonden: kocken. Dit lijkt erop. Niet gevonden: xqzwvukkel.",
        ),
        ("koken xqzwvukkel", "gevonden", "Niet gevonden: xqzwvukkel."),
        ("handig fietsen bingo", "lijken erop", "Niet alle woorden zijn gevonden. Dit lijkt erop."),
    ]:
        box.fill(question)
        expect(note).to_contain_text(words)
        expect(told).to_have_text(re.compile(rf"^\d+ vacatures {heading}$"))
    for question in ("koken", "poetsen", "fietsreparatie", "kring loop"):
        box.fill(question)
        expect(told).to_have_text(re.compile(r"^\d+ vacatures gevonden$"))
        expect(note).to_be_hidden()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("uitkering", r"^\d+ pagina's gevonden\.$"),
        ("uitkering xqzwvukkel", r"^Niet precies gevonden\. \d+ pagina's lijken erop\.$"),
        ("penningmester", r"^Niet precies gevonden\. \d+ pagina.s lij?k"),
    ],
)
def test_the_search_of_all_pages_tells_what_only_looks_like_a_word(question: str, told: str, visit: Visit) -> None:
    page = visit(f"/zoeken/?{urlencode({'q': question})}")
    expect(page.locator("#zoekmelding")).to_have_text(re.compile(told))


def test_the_search_works_from_a_folder_on_disk(browser: Browser, built_site: Path) -> None:
    home = built_site.as_uri()
    watch = Watch(home)
    page = browser.new_page()
    watch.over(page)
    page.goto(f"{home}/vacatures/index.html")
    page.get_by_role("searchbox").fill("poetsen")
    expect(cards(page).first.locator(".bb-card__why")).to_contain_text("poetst")
    links: list[str] = cards(page).locator("h3 a").evaluate_all("links => links.map(link => link.href)")
    assert links
    assert all((built_site / link.removeprefix(f"{home}/") / "index.html").is_file() for link in links)
    page.goto(f"{home}/zoeken/index.html")
    page.get_by_role("searchbox").fill("koken")
    expect(page.locator("#zoekresultaten a").first).to_be_visible()
    page.close()
    assert not watch.report()


def test_the_data_of_all_pages_load_only_where_somebody_searches_them(visit: Visit) -> None:
    page = visit("/vacatures/?q=koken")
    expect(cards(page).first).to_be_visible()
    loaded = (
        "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('/zoeken/'))"
    )
    assert page.evaluate(loaded) == []
    page.goto("/zoeken/")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert [name.rsplit("/", 1)[1].split(".")[0] for name in page.evaluate(loaded)] == ["woorden"]


def test_a_question_in_the_search_of_all_pages_shows_the_page_that_is_meant(visit: Visit) -> None:
    page = visit("/zoeken/")
    page.get_by_role("searchbox").fill("hoe kom je er")
    expect(page.locator("#zoekresultaten a").first).to_have_attribute("href", "../meedoen/hoe-kom-je-er/")


# One kind of Dutch


ODD = [
    f"{start}{middle}{end}"
    for start in ("", "ge", "schr", "be", "q")
    for middle in ("aa", "oe", "iet", "am", "org", "unst", "ij", "eel", "zz", "1e", "ouw", "af")
    for end in ("", "en", "jes", "tje", "ingen", "er", "aars")
]


def test_browser_and_build_agree_on_every_stem(bank: Bank) -> None:
    assert bank.slugs
    words = [*bank.page.evaluate("vocabulary.words.split(' ')"), *ODD, "constructor", "__proto__", "tostring"]
    assert len(ODD) > 300
    theirs = bank.page.evaluate("words => words.map(word => searcher.index.stem(word))", words)
    assert {w: t for w, t in zip(words, theirs, strict=True) if t != stem(w)} == {}
    assert bank.page.evaluate("searcher.index.stems") == [
        stem(word) for word in bank.page.evaluate("searcher.index.words")
    ]


@given(st.text(max_size=60))
def test_browser_and_build_read_the_same_words_in_any_text(bank: Bank, text: str) -> None:
    assert bank.page.evaluate("text => bb.wordsIn(text)", text) == words_in(text)


QUESTIONS = (
    st.text(max_size=100)
    | st.text("abdeknoprst ", max_size=100)
    | st.lists(
        st.sampled_from(["koken", "kind", "<b>", "(.*)+$", "\\", "constructor", "0", "tuin", "é"]), max_size=40
    ).map(" ".join)
)


@given(QUESTIONS)
def test_any_question_gets_an_answer(bank: Bank, question: str) -> None:
    found = bank.find(question)
    if found is None:
        return
    assert len(set(found.slugs)) == len(found.slugs)
    assert set(found.slugs) <= set(bank.slugs)
    assert all(found.why)
    known = set(words_in(question))
    assert all(word in known or word in question for word in found.unknown)


# Who comes first


def test_where_a_word_stands_decides(bank: Bank) -> None:
    texts: list[Text] = [{level: ["soep"]} for level in (REST, SHOWN, TITLE, DOES)]
    assert bank.ask(texts, "soep") == [2, 1, 3, 0]


def test_how_near_a_word_comes_decides(bank: Bank) -> None:
    texts: list[Text] = [{TITLE: [word]} for word in ("kookles", "bakken", "kookt", "koken", "les")]
    assert bank.ask(texts, "koken", [Group(["koken", "bakken"])]) == [3, 2, 0, 1]


def test_of_equals_the_newest_comes_first(bank: Bank) -> None:
    assert bank.ask([{TITLE: ["soep koken"]}, {TITLE: ["soep eten"]}], "soep") == [0, 1]


def test_who_holds_all_words_shuts_out_who_holds_some(bank: Bank) -> None:
    texts: list[Text] = [{TITLE: ["soep"]}, {TITLE: ["kind"]}, {REST: ["soep kind"]}]
    assert bank.ask(texts, "soep kind") == [2]
    assert bank.ask(texts[:2], "kind soep") == [0, 1], "nobody holds both"


def test_who_holds_most_words_comes_first_when_nobody_holds_all(bank: Bank) -> None:
    assert bank.ask([{TITLE: ["soep"]}, {REST: ["kind tuin"]}], "soep kind tuin") == [1, 0]


def test_a_name_is_found_by_itself_and_not_by_what_means_the_same(bank: Bank) -> None:
    groups = [Group(["hout", "timmeren"])]
    texts: list[Text] = [{NAME: ["Almere Hout"]}, {REST: ["hout"]}, {NAME: ["Houtstraat"]}]
    assert bank.ask(texts, "timmeren", groups) == [1]
    assert bank.ask(texts, "hout", groups) == [0, 1]
    assert bank.ask(texts, "houtstr", groups) == [2]


def test_what_a_group_finds_as_well_does_not_find_the_group(bank: Bank) -> None:
    groups = [Group(["buiten", "natuur"], ["tuin"])]
    texts: list[Text] = [{TITLE: ["tuin"]}, {TITLE: ["buiten"]}]
    assert bank.ask(texts, "natuur", groups) == [1, 0]
    assert bank.ask(texts, "tuin", groups) == [0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("schoolplein", [0]), ("schoolpleinen", [0]), ("pleinschool", [0]), ("sgoolplijn", [0]), ("schoolplien", [0])],
)
def test_a_compound_is_found_however_it_is_put(typed: str, found: list[int], bank: Bank) -> None:
    assert bank.ask([{TITLE: ["plein bij de school", "schoolplein"]}, {TITLE: ["plein"]}], typed) == found


def test_only_the_nearest_typing_errors_count(bank: Bank) -> None:
    texts: list[Text] = [{TITLE: ["koekjes"]}, {TITLE: ["koken"]}, {TITLE: ["kookten"]}]
    assert bank.ask(texts, "kocken") == [1, 2]
    assert bank.ask([{TITLE: ["hand"]}, {TITLE: ["hout"]}], "hond") == []


def test_a_search_in_all_pages_shows_the_rest_when_asked_for(visit: Visit) -> None:
    page = visit("/zoeken/?q=werk")
    told = page.get_by_role("status")
    expect(told).to_have_text(re.compile(r"^\d+ pagina's gevonden"))
    number = int(re.findall(r"\d+", told.inner_text())[0])
    results = page.locator("#zoekresultaten > li")
    expect(results).to_have_count(30)
    page.get_by_role("button", name="Toon er nog 30").click()
    expect(results).to_have_count(60)
    expect(results.nth(30).get_by_role("link")).to_be_focused()
    while (more := page.get_by_role("button", name="Toon er nog")).is_visible():
        shown = results.count()
        more.click()
        expect(results.nth(shown).get_by_role("link")).to_be_focused()
    expect(results).to_have_count(number)


@pytest.mark.parametrize("javascript", [True, False])
def test_who_finds_no_page_is_told_how_to_reach_somebody(javascript: bool, visit: Visit) -> None:
    page = visit("/zoeken/?q=xqzwvukkel", width=360, javascript=javascript)
    expect(page.get_by_role("searchbox")).to_be_visible(visible=javascript)
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_be_visible(visible=javascript)
    if javascript:
        expect(page.locator("#zoekmelding")).to_contain_text("Niets gevonden")
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=re.compile(r"^[0-9 ]+$"))).to_have_attribute("href", re.compile(r"^tel:"))
    expect(main.get_by_role("link", name="Alle manieren om ons te bereiken")).to_have_attribute("href", "../contact/")


def test_a_search_in_all_pages_that_takes_long_says_so(visit: Visit) -> None:
    page = visit("/contact/")

    def late(route: Route) -> None:
        page.wait_for_timeout(1500)
        route.continue_()

    page.route("**/assets/zoeken/woorden.js*", late)
    page.goto("/zoeken/?q=koken", wait_until="commit")
    expect(page.get_by_role("status")).to_have_text("Even zoeken…")
    expect(page.get_by_role("status")).to_contain_text("gevonden")


def test_words_and_titles_of_different_days_are_never_mixed(visit: Visit) -> None:
    page = visit("/contact/")
    strange = 'bb.take("paginas-0","0000000000",[["weg/","Een andere dag",""]]);'
    page.route("**/zoeken/paginas-*.js*", lambda route: route.fulfill(body=strange, content_type="text/javascript"))
    page.goto("/zoeken/?q=koken")
    expect(page.get_by_role("status")).to_contain_text("Zoeken lukt nu niet")
    expect(page.get_by_text("Een andere dag")).to_have_count(0)


def test_more_of_a_search_can_be_asked_for_again_after_it_failed(visit: Visit) -> None:
    page = visit("/zoeken/?q=werk")
    results = page.locator("#zoekresultaten > li")
    more = page.get_by_role("button", name="Toon er nog 30")
    expect(results).to_have_count(30)
    page.route("**/zoeken/paginas-*.js*", lambda route: route.abort("aborted"))
    page.route("**/zoeken/treffers-*.js*", lambda route: route.abort("aborted"))
    more.click()
    page.unroute("**/zoeken/paginas-*.js*")
    page.unroute("**/zoeken/treffers-*.js*")
    page.wait_for_timeout(300)
    more.click()
    expect(results.nth(30).get_by_role("link")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("gevonden")


def test_who_comes_back_from_a_result_finds_it_where_it_stood(visit: Visit) -> None:
    page = visit("/zoeken/?q=werk", width=360)
    page.get_by_role("button", name="Toon er nog 30").click()
    link = page.locator("#zoekresultaten > li").nth(44).get_by_role("link")
    expect(link).to_be_visible()
    link.scroll_into_view_if_needed()
    where = link.bounding_box()
    assert where
    link.click()
    expect(page.locator("#zoekresultaten")).to_have_count(0)
    page.go_back()
    expect(page.locator("#zoekresultaten > li")).to_have_count(60)
    expect(link).to_be_in_viewport()
    page.wait_for_timeout(200)
    after = link.bounding_box()
    assert after
    assert abs(after["y"] - where["y"]) < 5


def test_who_comes_back_stays_there_in_a_browser_that_goes_down_with_what_was_in_sight(visit: Visit) -> None:
    page = visit("/zoeken/?q=koken", width=360)
    page.add_init_script(GOES_DOWN)
    link = page.locator("#zoekresultaten > li").nth(2).get_by_role("link")
    expect(link).to_be_visible()
    page.evaluate("scrollTo(0, 440)")
    link.click()
    expect(page.locator("#zoekresultaten")).to_have_count(0)
    page.go_back()
    expect(page.locator("#zoekmelding")).to_contain_text("gevonden")
    page.wait_for_timeout(300)
    assert abs(page.evaluate("scrollY") - 440) < 5


def test_not_every_key_of_a_search_in_all_pages_is_read_aloud(visit: Visit) -> None:
    page = visit("/zoeken/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Typ")
    page.evaluate("""() => {
      window.heard = [];
      const aloud = document.querySelector('[role=status]');
      new MutationObserver(() => heard.push(aloud.textContent)).observe(aloud, { childList: true });
    }""")
    page.keyboard.type("koken", delay=60)
    shown = page.locator("#zoekmelding")
    expect(shown).to_contain_text("gevonden")
    expect(page.get_by_role("status")).to_contain_text("gevonden")
    page.wait_for_timeout(200)
    assert page.evaluate("heard") == [shown.inner_text()]


def test_what_was_typed_before_the_script_came_is_searched(visit: Visit) -> None:
    page = visit("/contact/")
    scripts = keep_waiting(page, "**/assets/js/search.js*")
    page.goto("/zoeken/", wait_until="commit")
    page.get_by_role("searchbox").fill("koken")
    page.wait_for_timeout(100)
    scripts[0].continue_()
    expect(page.locator("#zoekresultaten a").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("koken")
    expect(page).to_have_url(re.compile(r"\?q=koken$"))


def test_a_word_in_other_letters_finds_no_page_and_says_which_language_does(visit: Visit) -> None:
    page = visit("/zoeken/?q=прибирання", width=360)
    expect(page.locator("#zoekmelding")).to_have_text(re.compile("^Niets gevonden.* in het Nederlands"))


def test_a_word_in_other_letters_finds_nobody(visit: Visit) -> None:
    page = visit("/burgerbaners/", width=1280)
    page.locator("[data-bb-people] input[name=q]").fill("تنظيف")
    expect(page.locator("[data-bb-people] [role=status]").first).to_have_text("Niemand past bij je keuze")


@pytest.mark.parametrize("text", ["café", "cafe\u0301", "foto’s", "fotoʼs", "smørrebrød", "2x ½ €5 – ja!"])
def test_no_sign_of_our_own_letters_is_taken_for_another_language(text: str, bank: Bank) -> None:
    assert bank.page.evaluate("text => bb.wordsInOtherLetters(text)", text) == []
