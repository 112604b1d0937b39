"""Every type of page on a screenshot, and what an eye would see at once checked by measuring.

The screenshots go to the folder in BURGERBAAN_PLAATJES, for whoever wants to look for themselves.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SCHEMES, Scheme, Visit, wear
from tests.browser.page_types import PAGE_TYPES, Site, address

WIDTHS = (360, 1280)
FEWEST_COLOURS = 12

LOAD_PICTURES = """async () => {
  const broken = [];
  for (const picture of document.images) {
    if (!picture.checkVisibility()) continue;
    picture.scrollIntoView();
    if (!picture.complete) {
      await new Promise(done => {
        picture.onload = picture.onerror = done;
        setTimeout(done, 3000);
      });
    }
    if (!picture.naturalWidth) broken.push(`picture did not load: ${picture.getAttribute('src')}`);
  }
  scrollTo(0, 0);
  return broken;
}"""

MEASURE = """() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  const describe = item => {
    const classes = item.classList.length ? '.' + [...item.classList].join('.') : '';
    const text = (item.getAttribute('aria-label') || item.textContent).trim().replace(/\\s+/g, ' ').slice(0, 40);
    return `${item.localName}${classes} "${text}"`;
  };
  const isSeen = item => item.checkVisibility({ visibilityProperty: true });
  const isForScreenReadersOnly = item => item.offsetWidth <= 1 || getComputedStyle(item).clipPath !== 'none';
  const scrollsInside = item => {
    for (let parent = item.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowX !== 'visible') return true;
    }
    return false;
  };

  for (const item of document.body.querySelectorAll('*')) {
    if (!isSeen(item)) continue;
    const box = item.getBoundingClientRect();
    if (box.width && (box.right > wide + 1 || box.left < -1) && !scrollsInside(item)) {
      found.push(`wider than the window (${Math.round(box.left)} to ${Math.round(box.right)}): ${describe(item)}`);
    }
    const style = getComputedStyle(item);
    const cuts = value => value === 'hidden' || value === 'clip';
    const isText = !(item instanceof SVGElement) && item.textContent.trim() && !isForScreenReadersOnly(item);
    if (isText && cuts(style.overflowX) && item.scrollWidth > item.clientWidth + 1) {
      found.push(`text cut off at the side: ${describe(item)}`);
    }
    if (isText && cuts(style.overflowY) && item.scrollHeight > item.clientHeight + 1) {
      found.push(`text cut off at the bottom: ${describe(item)}`);
    }
  }

  const pressable = 'a[href], button, summary, input, select, textarea';
  const header = document.querySelector('body > header');
  const items = header ? [...header.querySelectorAll(pressable)].filter(isSeen) : [];
  items.forEach((one, index) => items.slice(index + 1).forEach(other => {
    if (one.contains(other) || other.contains(one)) return;
    const a = one.getBoundingClientRect();
    const b = other.getBoundingClientRect();
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (width > 1 && height > 1) found.push(`overlap in the header: ${describe(one)} and ${describe(other)}`);
  }));

  // A link may stretch over its card: then what counts is where a finger hits it.
  const isBigEnough = item => {
    const box = item.getBoundingClientRect();
    if (box.width >= 24 && box.height >= 24) return true;
    item.scrollIntoView({ block: 'center' });
    const now = item.getBoundingClientRect();
    const x = now.left + now.width / 2;
    const y = now.top + now.height / 2;
    return [[-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5]]
      .every(([right, down]) => item.contains(document.elementFromPoint(x + right, y + down)));
  };
  const targets = new Set();
  for (const part of document.querySelectorAll('body > header, body > footer')) {
    part.querySelectorAll(pressable).forEach(item => targets.add(item));
  }
  document.querySelectorAll('main li :is(h2, h3, h4) a[href]').forEach(item => targets.add(item));
  document.querySelectorAll('main section li').forEach(item => {
    item.querySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[href*='wa.me/']").forEach(way => targets.add(way));
  });
  for (const item of targets) {
    if (!isSeen(item) || isBigEnough(item)) continue;
    const box = item.getBoundingClientRect();
    found.push(`tap target ${Math.round(box.width)} x ${Math.round(box.height)} px: ${describe(item)}`);
  }
  scrollTo(0, 0);
  return [...new Set(found)];
}"""


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for the screenshots."""
    chosen = os.environ.get("BURGERBAAN_PLAATJES")
    folder = Path(chosen) if chosen else tmp_path_factory.mktemp("plaatjes")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def take_picture(page: Page, path: Path) -> bytes:
    """A screenshot. On a busy computer Chromium now and then has no memory for one; it has the next time."""
    try:
        return page.screenshot(path=path, full_page=True)
    except PlaywrightError:
        return page.screenshot(path=path, full_page=True)


def colours_on(picture: bytes) -> int:
    """How many colours the screenshot has; one pixel in sixteen is enough to tell."""
    with Image.open(io.BytesIO(picture)) as image:
        small = image.convert("RGB").resize((image.width // 4, image.height // 4), Image.Resampling.NEAREST)
    return len(small.getcolors(small.width * small.height) or [])


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_everything_is_seen_whole_on(page_type: str, visit: Visit, site: Site, gallery: Path) -> None:
    path = address(site, page_type)
    found: list[str] = []
    for width in WIDTHS:
        page = visit(path, width=width)
        for scheme in SCHEMES:
            wear(page, scheme)
            wrong: list[str] = page.evaluate(LOAD_PICTURES) + page.evaluate(MEASURE)
            picture = take_picture(page, gallery / f"{page_type}-{width}-{scheme}.png")
            if (colours := colours_on(picture)) <= FEWEST_COLOURS:
                wrong.append(f"almost blank: {colours} colours")
            found += [f"[{width} {scheme}] {line}" for line in wrong]
    if found:
        pytest.fail("\n".join([path, *found]), pytrace=False)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_logo_stands_out_in_the_colours_of_the_reader(scheme: Scheme, visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    logo = Image.open(io.BytesIO(page.locator(".bb-brand img").screenshot())).convert("L")
    tones = logo.tobytes()
    seen = [tone for tone in tones if abs(tone - tones[0]) > 128]
    assert len(seen) > 0.2 * logo.width * logo.height


def tones(part: Locator) -> set[int]:
    """The tones that fill a part of the page, less those of its letters and edges."""
    picture = Image.open(io.BytesIO(part.screenshot())).convert("L")
    return {tone for number, tone in picture.getcolors(256) or [] if number > 0.1 * picture.width * picture.height}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_chosen_stands_out_in_the_colours_of_the_reader(scheme: Scheme, visit: Visit) -> None:
    page = visit("/routekaart/", width=360)
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    button = page.locator("[data-bb-here]").first
    before = tones(button)
    button.click()
    page.mouse.move(0, 0)
    assert tones(button) != before
    page.goto("/meedoen/is-dit-iets-voor-mij/")
    before = tones(page.locator("progress"))
    page.locator(".bb-decision__answer").filter(visible=True).first.click()
    expect(page.locator(".bb-decision")).to_contain_text("Stap 2")
    assert tones(page.locator("progress")) - before
