"""Nothing on a factsheet is cut off, on paper or on a phone: those of this site, and the fullest that may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import Site
from tests.factsheet_project import amounts, fullest, make_project
from tests.small_site import files_of, valid_site, write_assets

ROOT = Path(__file__).parent.parent.parent
SHEETS = ("geld", "voor-bedrijven", "voor-organisaties", "wat-is-het")

MEASURE = """() => {
  const found = [];
  const name = item => `${item.className || item.localName} "${item.textContent.trim().slice(0, 30)}"`;
  // Letters stand up to a pixel above a line that is hardly higher than they are.
  const isIn = (inner, outer) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5
    && inner.top >= outer.top - 1.5 && inner.bottom <= outer.bottom + 1.5;
  const inside = (item, frame) => {
    const words = document.createRange();
    words.selectNodeContents(item);
    for (const box of words.getClientRects()) {
      if (!isIn(box, frame)) return found.push(`runs out of its frame: ${name(item)}`);
    }
  };
  const main = document.querySelector('main');
  main.querySelectorAll('*').forEach(item => inside(item, main.getBoundingClientRect()));
  const frames = '.bb-factsheet__column, .bb-factsheet__figures li, .bb-factsheet__amounts, .bb-factsheet__contact, '
    + '.bb-factsheet__amounts dl > div, .bb-factsheet__more';
  main.querySelectorAll(frames).forEach(part => inside(part, part.getBoundingClientRect()));
  [...main.children].forEach(block => {
    const next = block.nextElementSibling;
    const gap = next && next.getBoundingClientRect().top - block.getBoundingClientRect().bottom;
    if (next && gap < 7) found.push(`${gap} px between ${name(block)} and ${name(next)}`);
  });
  return [...new Set(found)];
}"""

BOXES = """() => {
  const boxes = [...document.querySelectorAll('.bb-factsheet__contact, .bb-qr')];
  const [text, code] = boxes.map(box => box.getBoundingClientRect());
  return [text.right <= code.left || text.bottom <= code.top, code.width / 96 * 25.4];
}"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the fullest factsheets, and all they need to be looked at."""
    folder = tmp_path_factory.mktemp("vol")
    site = valid_site(make_project(folder / "project", fullest(), amounts(2026, 220)))
    for path, data in files_of(site).items():
        if path.startswith("factsheets/"):
            (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "site" / path).write_bytes(data)
    write_assets(folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", fullest())
def test_the_fullest_sheet_holds_all_its_text(name: str, paper: Path, page: Page) -> None:
    page.goto((paper / "factsheets" / name / "index.html").as_uri())
    assert page.evaluate(MEASURE) == []
    page.emulate_media(media="print")
    assert page.evaluate(MEASURE) == []
    assert page.evaluate(BOXES) == [True, pytest.approx(36, abs=0.1)]
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate(MEASURE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_of_the_site_holds_all_its_text_on_paper_and_on_a_phone(
    name: str, built_site: Path, page: Page
) -> None:
    page.goto((built_site / "factsheets" / name / "index.html").as_uri())
    for media, width in (("screen", 1280), ("print", 1280), ("screen", 860), ("screen", 360), ("screen", 320)):
        page.emulate_media(media=media)
        page.set_viewport_size({"width": width, "height": 780})
        assert page.evaluate(MEASURE) == [], (media, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (media, width)
        [beside, side] = page.evaluate(BOXES)
        assert beside, (media, width)
        assert side >= 35, (media, width)


def test_the_site_has_the_sheets_that_are_looked_at(site: Site) -> None:
    assert sorted(path.parent.name for path in site.folder.glob("factsheets/*/index.html")) == sorted(SHEETS)


@pytest.mark.parametrize("name", SHEETS)
def test_letters_are_no_smaller_than_people_read(name: str, built_site: Path, page: Page) -> None:
    page.goto((built_site / "factsheets" / name / "index.html").as_uri())
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """() => ['.bb-factsheet__part p, .bb-factsheet__part li', '.bb-factsheet__small'].map(which => Math.min(
          ...[...document.querySelectorAll(which)].map(item => parseFloat(getComputedStyle(item).fontSize))))"""
    )
    assert sizes[0] / 96 * 72 >= 10, "ten points for what is read"
    assert sizes[1] / 96 * 72 >= 8, "eight points for small print"


def test_on_paper_there_is_no_bar_and_no_colour(built_site: Path, page: Page) -> None:
    page.goto((built_site / "factsheets" / "geld" / "index.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".bb-paper__bar").is_hidden()
    inks = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('main, main *')]
          .flatMap(item => [getComputedStyle(item).color, getComputedStyle(item).backgroundColor]))]"""
    )
    assert set(inks) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
