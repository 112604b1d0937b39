"""A browser that translates a page puts elements of its own around every text; everything goes on working in it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, keep_some
from tests.browser.page_types import Site

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


def test_numbers_beside_the_choices_follow_what_is_chosen(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=1280)
    translate(page)
    before = count_of(page, "Almere Haven")
    page.locator("#zoekwoord").fill("koken")
    expect(page.locator("#lijst")).to_contain_text("passen bij je keuze")
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
