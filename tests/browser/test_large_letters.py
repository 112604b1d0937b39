"""A narrow phone, also with large letters: everything stays within reach and apart, and leaves room to read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, keep_some, open_full_plan, unfold
from tests.browser.page_types import PAGE_TYPES, Site, address

SIZES = (1.3, 1.6, 2.0)
"""Times the letters of the page itself: two columns that still fit at the largest size may not do so before it."""

# The site hides what sticks out, so nobody can scroll to it. What scrolls in a box of its own is within reach.
BEYOND = r"""() => {
  const width = document.documentElement.clientWidth;
  const isBeyond = box => box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1);
  const isReached = item => {
    for (let box = item; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.clipPath === 'inset(50%)') return true;  // for who listens
      if (/auto|scroll/.test(style.overflowX) && !isBeyond(box.getBoundingClientRect())) return true;
    }
    return false;
  };
  const found = new Set();
  const look = (item, boxes) => {
    const far = [...boxes].filter(isBeyond);
    if (!far.length || !item.checkVisibility({ visibilityProperty: true }) || isReached(item)) return;
    const words = (item.innerText || item.textContent || item.id).trim().split('\n')[0].slice(0, 40);
    found.add(`${item.localName}.${item.classList[0] || ''} "${words}": ${far.map(box => Math.round(box.right))}`);
  };
  document.querySelectorAll('a, button, input, select, textarea, summary, label').forEach(item => {
    if (!item.matches('.bb-skip')) look(item, [item.getBoundingClientRect()]);
  });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const owner = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || owner.closest('script, style, noscript, option')) continue;
    range.selectNodeContents(texts.currentNode);
    look(owner, range.getClientRects());
  }
  return [...found];
}"""

# The part of a low screen that stays covered however far somebody scrolls.
STUCK = """() => [...document.querySelectorAll('body *')].filter(item => {
  const { position, top, bottom } = getComputedStyle(item);
  return item.checkVisibility() && (position === 'fixed' ||
    position === 'sticky' && [top, bottom].some(edge => parseFloat(edge) > -innerHeight));
}).map(item => item.offsetHeight / innerHeight)"""


def enlarge(page: Page, size: float) -> None:
    page.evaluate(
        """size => {
      const root = document.documentElement;
      root.style.fontSize = '';
      root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * size}px`;
    }""",
        size,
    )


def nothing_is_out_of_reach(page: Page) -> None:
    unfold(page)
    found: dict[str, list[str]] = {}
    for size in SIZES:
        enlarge(page, size)
        for line in page.evaluate(BEYOND):
            found.setdefault(line, []).append(f"{size}")
    if found:
        report = "\n".join(f"[{', '.join(sizes)}] {line}" for line, sizes in found.items())
        pytest.fail(f"{page.url}\n{report}", pytrace=False)


# The letters of the name, and what stands on their lines beside them: drawings in tools, and whole buttons.
CROWDED = """() => {
  const letters = document.createRange();
  letters.selectNodeContents(document.querySelector('.bb-brand'));
  const others = document.querySelectorAll('.bb-header__tools .bb-icon, .bb-header__quick .bb-button');
  const boxes = [...others].map(item => item.getBoundingClientRect()).filter(box => box.width);
  return [...letters.getClientRects()].some(line =>
    boxes.some(box => box.left < line.right + 2 && box.top < line.bottom && line.top < box.bottom));
}"""


# In a row of boxes the space between a word and a box is lost.
JOINED = r"""() => {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const box = text.parentElement;
    if (!text.data.trim() || !/flex|grid/.test(getComputedStyle(box).display)) continue;
    range.selectNodeContents(text);
    const mine = range.getBoundingClientRect();
    for (const other of box.children) {
      const its = other.getBoundingClientRect();
      const isBeside = its.width > 1 && its.top < mine.bottom && mine.top < its.bottom;
      if (isBeside && Math.max(mine.left - its.right, its.left - mine.right) < 2) found.add(box.innerText);
    }
  }
  return [...found];
}"""


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_no_word_sticks_to_the_next_on(page_type: str, visit: Visit, site: Site) -> None:
    page = visit(address(site, page_type), width=360)
    unfold(page)
    assert page.evaluate(JOINED) == []


@pytest.mark.parametrize("size", [1, 1.25, *SIZES])
def test_the_name_of_the_site_stands_free_of_its_buttons(size: float, visit: Visit) -> None:
    page = visit("/", width=1280)
    enlarge(page, size)
    crowded = []
    for width in (320, 348, 359, 360, 390, 399, 401, 430, 640, 700, 990, 1000):
        page.set_viewport_size({"width": width, "height": 700})
        crowded += [width] if page.evaluate(CROWDED) else []
    assert crowded == []


def test_the_name_and_the_buttons_of_the_site_stand_on_one_line_of_a_phone(visit: Visit) -> None:
    page = visit("/", width=360)
    name, tools = (page.locator(place).bounding_box() for place in (".bb-brand", ".bb-header__tools"))
    assert name
    assert tools
    assert tools["y"] < name["y"] + name["height"]


def test_the_menu_is_within_reach_on_the_narrowest_phone_with_the_largest_letters(visit: Visit) -> None:
    page = visit("/", width=320)
    enlarge(page, max(SIZES))
    button = page.locator("summary", has_text="Menu").bounding_box()
    assert button
    assert button["x"] + button["width"] <= 320


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_large_letters_put_nothing_out_of_reach_on(page_type: str, visit: Visit, site: Site) -> None:
    nothing_is_out_of_reach(visit(address(site, page_type), width=360))


def test_large_letters_put_nothing_out_of_reach_in_the_open_menu(visit: Visit) -> None:
    page = visit("/", width=360)
    page.locator("summary", has_text="Menu").click()
    nothing_is_out_of_reach(page)


def test_large_letters_put_nothing_out_of_reach_in_a_list_with_choices(visit: Visit) -> None:
    page = visit("/vacatures/?q=koken&wijk=haven&wijk=stad&sorteer=dichtbij", width=360)
    page.get_by_role("list", name="Gekozen").wait_for()
    nothing_is_out_of_reach(page)


def test_large_letters_put_nothing_out_of_reach_in_what_was_kept_and_planned(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    keep_some(page)
    page.goto("/vacatures/bewaard/")
    page.get_by_role("table").wait_for()
    nothing_is_out_of_reach(page)
    open_full_plan(page)
    nothing_is_out_of_reach(page)


def test_large_letters_put_nothing_out_of_reach_in_an_hours_sheet(visit: Visit) -> None:
    page = visit("/meedoen/urenbriefje/", width=360)
    page.locator("#uren-bij").fill("Voorbeeldspeelplaats De Hinkelbaan")
    page.locator("#uren-van").fill("09:00")
    page.locator("#uren-tot").fill("12:00")
    page.locator("#uren-zet").click()
    page.get_by_role("button", name=re.compile("^Wijzig")).wait_for()
    page.locator("#uren-toon").click()
    expect(page.locator(".bb-sheet").filter(visible=True)).to_have_count(1)
    nothing_is_out_of_reach(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "path", ["/", "/vacatures/", "/vacatures/?q=koken&wijk=haven", "/burgerbaners/", "/mijn-plan/"]
)
def test_no_bar_that_stays_covers_more_than_a_third_of_a_low_screen(path: str, size: float, visit: Visit) -> None:
    page = visit(path, width=360)
    page.set_viewport_size({"width": 360, "height": 640})
    if "wijk" in path:
        page.get_by_role("list", name="Gekozen").wait_for()
    unfold(page)
    enlarge(page, size)
    assert max(page.evaluate(STUCK), default=0) <= 1 / 3


@pytest.mark.parametrize("size", [1.0, 1.3, 1.5, 2.0])
def test_the_words_of_an_entrance_are_not_pressed_into_a_strip(size: float, visit: Visit) -> None:
    page = visit("/", width=360)
    enlarge(page, size)
    widths = page.locator(".bb-entrance > div").evaluate_all("texts => texts.map(text => text.offsetWidth)")
    assert widths
    assert min(widths) > 120
