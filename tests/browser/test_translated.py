"""A browser that translates a page puts elements of its own around every text; everything goes on working in it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NO_COPYING, Visit, keep_some, unfold
from tests.browser.page_types import PAGE_TYPES, Site, address
from tests.browser.test_large_letters import BEYOND

# As Google Translate does: two elements around each text, also around what comes later, and around none where an
# element says no. A text that was translated ends on a sign.
TRANSLATE = r"""language => {
  const skipped = 'script, style, textarea, svg, [translate=no], .notranslate';
  const done = new WeakSet();
  window.asked = [];  // every text that was sent away to be translated
  const wrap = text => {
    if (!text.data.trim() || done.has(text) || !text.parentElement || text.parentElement.closest(skipped)) return;
    window.asked.push(text.data);
    const inner = document.createElement('font');
    const outer = document.createElement('font');
    const translated = document.createTextNode(`${text.data}¤`);
    done.add(translated);
    inner.append(translated);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) return wrap(node);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(wrap);
  };
  document.documentElement.lang = language;
  walk(document.body);
  new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
    if (type === 'characterData') walk(target);
    addedNodes.forEach(walk);
  })).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def translate(page: Page, language: str = "tr") -> None:
    page.evaluate(TRANSLATE, language)


def count_of(page: Page, name: str) -> str:
    return page.locator(".bb-option", has_text=name).locator(".bb-option__count").inner_text().rstrip("¤")


def test_numbers_beside_the_choices_follow_what_is_chosen(visit: Visit) -> None:
    page = visit("/vacatures/", width=1280)
    translate(page)
    before = count_of(page, "Almere Haven")
    page.locator("#zoekwoord").fill("koken")
    expect(page.locator("#lijst")).to_contain_text("gevonden")
    expect(page.locator(".bb-option", has_text="Almere Haven").locator(".bb-option__count")).not_to_contain_text(before)
    page.get_by_role("checkbox", name="Almere Haven").check()
    expect(page.locator("#lijst")).to_contain_text(f"{count_of(page, 'Almere Haven')} ")


def test_who_keeps_one_vacancy_keeps_the_translation_of_all_other_buttons(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    translate(page)
    page.evaluate("window.asked = []")
    keep_some(page, 1)
    expect(page.locator("[data-bb-save]").first).to_contain_text("Bewaard¤")
    assert page.evaluate("window.asked.filter(text => text.startsWith('Bewa'))") == ["Bewaard"]


def test_a_list_counts_what_is_over_also_in_another_language(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    page.goto("/vacatures/wijk/haven/")
    heading = page.locator("#lijst")
    number = int(re.sub(r"\D", "", heading.inner_text()))
    translate(page)
    page.clock.set_fixed_time("2027-02-01T12:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    left = page.locator(".bb-cards > li:not([hidden])").count()
    assert left < number
    expect(heading).to_contain_text(f"{left} ")


NAMES = {
    "doel": [".bb-pay__iban", ".bb-pay dd > span:first-child"],
    "vacature-open": [
        ".bb-brand span",
        ".bb-vacancy__host a",
        ".bb-address",
        ".bb-way .bb-nowrap",
        ".bb-way .bb-break",
    ],
    "vacatures": [".bb-card__meta", "#bij option"],
    "organisatie": ["h1"],
    "profiel": ["h1"],
    "burgerbaners": [".bb-card__title"],
    "agenda": [".bb-follow__address"],
}
"""Selectors of what must be said, typed, sought or rung as it stands."""


@pytest.mark.parametrize("page_type", NAMES)
def test_names_and_numbers_stay_as_they_are_on(page_type: str, visit: Visit, site: Site) -> None:
    page = visit(address(site, page_type), width=360)
    before = [page.locator(selector).all_text_contents() for selector in NAMES[page_type]]
    assert all(before)
    translate(page)
    assert [page.locator(selector).all_text_contents() for selector in NAMES[page_type]] == before
    assert page.locator("main h2 >> text=¤").count()


def test_an_address_that_cannot_be_copied_is_shown_as_it_is(visit: Visit, site: Site) -> None:
    page = visit(address(site, "vacature-open"), width=360)
    page.evaluate(NO_COPYING)
    page.evaluate("delete Navigator.prototype.share")
    translate(page)
    button = page.locator("[data-bb-share]")
    button.click()
    shared = button.get_attribute("data-bb-share")
    assert shared
    expect(page.locator("[role=status]", has_text=shared)).to_contain_text("¤")
    assert shared not in page.evaluate("window.asked.join()")


def test_an_hours_sheet_shows_names_as_somebody_wrote_them(visit: Visit) -> None:
    page = visit("/meedoen/urenbriefje/", width=360)
    translate(page)
    page.locator("#uren-naam").fill("Noor")
    page.locator("#uren-bij").fill("De Hinkelbaan")
    page.locator("#uren-van").fill("09:00")
    page.locator("#uren-tot").fill("12:00")
    page.locator("#uren-zet").click()
    page.locator("#uren-toon").click()
    sheet = page.locator(".bb-sheet--filled")
    for names in (page.locator("#uren-lijst"), page.locator("#uren-som"), sheet):
        expect(names).to_contain_text("De Hinkelbaan")
        expect(names).not_to_contain_text("De Hinkelbaan¤")
        expect(names).not_to_contain_text("¤¤")
    expect(sheet.locator("[data-bb-sheet=name]")).to_have_text("Noor")


# Languages that are read from the right


@pytest.mark.parametrize("page_type", [name for name in PAGE_TYPES if name != "embed"])
def test_a_page_in_a_language_that_is_read_from_the_right_is_laid_out_so(
    page_type: str, visit: Visit, site: Site
) -> None:
    page = visit(address(site, page_type), width=360)
    translate(page, "ar")
    expect(page.locator("body[dir=rtl]")).to_have_count(1)
    unfold(page)
    assert page.evaluate(BEYOND) == []
    page.evaluate("document.documentElement.lang = 'tr'")
    expect(page.locator("body[dir=ltr]")).to_have_count(1)


def test_the_button_that_reads_aloud_stays_at_the_far_side(visit: Visit) -> None:
    page = visit("/over/", width=1280)
    page.evaluate("document.documentElement.lang = 'ar'")
    expect(page.locator("body[dir=rtl]")).to_have_count(1)
    page.locator("[data-bb-listen]").evaluate("button => { button.hidden = false }")
    left_of = "part => Math.round(part.getBoundingClientRect().left)"
    assert page.locator("[data-bb-listen]").evaluate(left_of) == page.locator(".bb-top").evaluate(left_of)


def test_a_dutch_list_in_a_page_that_is_read_from_the_right_stays_in_its_box(visit: Visit) -> None:
    page = visit("/in-jouw-taal/arabisch/", width=360)
    margins = "item => [getComputedStyle(item).marginLeft, getComputedStyle(item).marginRight]"
    assert page.locator(".bb-ways li").first.evaluate(margins) == ["0px", "0px"]
    left, right = page.locator(".bb-body > ul > li").first.evaluate(margins)
    assert (left, right != "0px") == ("0px", True)


WORDS_IN_DRAWINGS = """() => [...document.querySelectorAll('main svg')].map(drawing => {
  const { left } = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text')].map(text => Math.round(text.getBoundingClientRect().left - left));
})"""


@pytest.mark.parametrize("page_type", ["hoe-kom-je-er", "spoorboekje", "routekaart", "geldstroom"])
def test_words_stay_in_their_places_in_a_drawing_on(page_type: str, visit: Visit, site: Site) -> None:
    page = visit(address(site, page_type), width=1280)
    before = page.evaluate(WORDS_IN_DRAWINGS)
    assert any(before)
    page.evaluate("document.documentElement.lang = 'fa'")
    expect(page.locator("body[dir=rtl]")).to_have_count(1)
    assert page.evaluate(WORDS_IN_DRAWINGS) == before


def test_a_telephone_number_is_read_in_its_own_order(visit: Visit, site: Site) -> None:
    page = visit(address(site, "vacature-open"), width=360)
    page.evaluate("document.documentElement.lang = 'ar'")
    expect(page.locator("body[dir=rtl]")).to_have_count(1)
    left_of = """number => [0, number.textContent.length - 1].map(place => {
      const letter = document.createRange();
      letter.setStart(number.firstChild, place);
      letter.setEnd(number.firstChild, place + 1);
      return letter.getBoundingClientRect().left;
    })"""
    first, last = page.locator(".bb-way .bb-nowrap").first.evaluate(left_of)
    assert first < last


# Places to break


@pytest.mark.parametrize(("locale", "is_kept"), [("nl-NL", True), ("tr-TR", False)])
def test_only_who_reads_dutch_gets_places_to_break(locale: str, is_kept: bool, browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, locale=locale) as context:
        page = context.new_page()
        page.goto("/meedoen/geld-en-uitkering/")
        words = page.locator("main").evaluate("main => main.textContent")
        assert ("\u00ad" in words) is is_kept
        assert "studiefinanciering" in words.lower().replace("\u00ad", "")
        page.evaluate('localStorage.setItem(\'bb-plan\', \'{"versie": 1, "vacatures": ["soep-koken"]}\')')
        page.goto("/vacatures/bewaard/")
        expect(page.get_by_role("table")).to_contain_text("Voorbeeldkeuken")
        kept = page.get_by_role("table").evaluate("table => table.textContent")
        assert ("\u00ad" in kept) is is_kept
