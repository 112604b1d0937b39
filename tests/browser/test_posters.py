"""Nothing on paper is cut off or broken where it should not: the small project at its fullest, and the real site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from burgerbaan.addresses import LEAFLET
from tests.paper_project import FULL, MONSTER, PLAIN, SLUGS, build, make_project

SHEETS = ("poster", "kaartje")

MEASURE = """() => {
  const found = [];
  const name = item => `${item.className || item.localName} "${item.textContent.trim().slice(0, 30)}"`;
  const isIn = (inner, outer) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5
    && inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5;
  const sheet = document.querySelector('main').getBoundingClientRect();
  const inside = (item, frame) => {
    const words = document.createRange();
    words.selectNodeContents(item);
    for (const box of words.getClientRects()) {
      if (!isIn(box, frame)) return found.push(`runs out of its frame: ${name(item)}`);
    }
  };
  document.querySelectorAll('main *').forEach(item => item.checkVisibility() && inside(item, sheet));
  for (const part of document.querySelectorAll('.bb-poster__body, .bb-poster__strip, .bb-leaflet')) {
    inside(part, part.getBoundingClientRect());
  }
  const groups = document.querySelectorAll('.bb-poster__body > *, .bb-leaflet > *');
  groups.forEach(group => {
    const next = group.nextElementSibling;
    if (!next || !group.checkVisibility() || !next.checkVisibility()) return;
    const gap = next.getBoundingClientRect().top - group.getBoundingClientRect().bottom;
    if (gap < 7) found.push(`${gap} px between ${name(group)} and ${name(next)}`);
  });
  return [...new Set(found)];
}"""

BROKEN_PIECES = """() => [...document.querySelectorAll('.bb-piece')]
  .filter(piece => piece.checkVisibility() && !piece.querySelector('.bb-piece'))
  .filter(piece => {
    const style = getComputedStyle(piece);
    const across = style.writingMode === 'vertical-rl' ? piece.offsetWidth : piece.offsetHeight;
    return across > 1.5 * parseFloat(style.lineHeight);
  })
  .map(piece => piece.textContent)"""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with the fullest sheets, built without PDF."""
    project = make_project(tmp_path_factory.mktemp("papier"))
    target = project.parent / "site"
    result = build(project, target)
    assert result.returncode == 0, result.stderr
    return target


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("name", SHEETS)
def test_the_fullest_sheet_holds_all_its_text(name: str, slug: str, paper: Path, page: Page) -> None:
    page.goto((paper / "vacatures" / slug / name / "index.html").as_uri())
    assert page.evaluate(MEASURE) == []
    page.emulate_media(media="print")
    assert page.evaluate(MEASURE) == []
    if slug != MONSTER:
        assert page.evaluate(BROKEN_PIECES) == []


@pytest.mark.parametrize(("slug", "sheets"), [(PLAIN, 1), (FULL, 1), (MONSTER, 2)])
def test_a_first_talk_is_one_a4_and_what_is_too_much_goes_on_a_second(
    slug: str, sheets: int, paper: Path, page: Page
) -> None:
    page.goto((paper / "vacatures" / slug / "gesprek" / "index.html").as_uri())
    assert page.evaluate(MEASURE) == []
    with closing(PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))) as document:
        assert len(document) <= sheets
        text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "Ik kreeg van elk papier een kopie." in text


def test_every_sheet_of_the_site_holds_all_its_text_and_breaks_no_word(built_site: Path, page: Page) -> None:
    sheets = sorted(path for name in SHEETS for path in built_site.glob(f"vacatures/*/{name}/index.html"))
    sheets.append(built_site / LEAFLET / "index.html")
    assert len(sheets) > 80
    found = {}
    for sheet in sheets:
        page.goto(sheet.as_uri())
        found[sheet.parent.relative_to(built_site).as_posix()] = page.evaluate(MEASURE) + page.evaluate(BROKEN_PIECES)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", SHEETS)
def test_on_paper_there_is_no_bar_and_no_colour(name: str, paper: Path, page: Page) -> None:
    page.goto((paper / "vacatures" / PLAIN / name / "index.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".bb-paper__bar").is_hidden()
    inks = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('main, main *')]
          .filter(item => item.checkVisibility())
          .flatMap(item => [getComputedStyle(item).color, getComputedStyle(item).backgroundColor]))]"""
    )
    assert set(inks) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize("name", SHEETS)
def test_a_small_screen_shows_one_of_everything(name: str, width: int, paper: Path, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((paper / "vacatures" / PLAIN / name / "index.html").as_uri())
    shown = [code for code in page.locator(".bb-qr").all() if code.is_visible()]
    assert len(shown) == 1
    assert page.locator(".bb-poster__strips").count() == 0 or page.locator(".bb-poster__strips").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(BROKEN_PIECES) == []
