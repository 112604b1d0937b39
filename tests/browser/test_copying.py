"""Copying, in one place for all scripts that offer it: what a browser says that can, that may not and that cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import empty_page_with

SCRIPTS = Path(__file__).parent.parent.parent / "hooks/theme/assets/js"
ONE = SCRIPTS / "copying.js"
EVERY_PAGE = SCRIPTS / "site.js"
"""Comes to pages that have nothing else, and is missed by nothing when it does not."""

CAN = "{ writeText: async text => { window.copied = text } }"
MAY_NOT = "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
MAY_NOT_AT_ONCE = "{ writeText: () => { throw new DOMException('no', 'NotAllowedError') } }"
CANNOT = "undefined"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from empty_page_with(browser, ONE)


@pytest.mark.parametrize(
    ("clipboard", "is_copied"), [(CAN, True), (MAY_NOT, False), (MAY_NOT_AT_ONCE, False), (CANNOT, False)]
)
def test_who_copies_is_told_whether_it_was_copied(clipboard: str, is_copied: bool, page: Page) -> None:
    page.evaluate("window.copied = null")
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard}, configurable: true }})")
    assert page.evaluate("bb.copy('Koken <b>& lachen</b>\\n😀')") is is_copied
    assert page.evaluate("window.copied") == ("Koken <b>& lachen</b>\n😀" if is_copied else None)


def test_it_copies_at_the_very_press(page: Page) -> None:
    """Some browsers refuse as soon as anything was waited for."""
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {CAN}, configurable: true }})")
    assert page.evaluate("() => { window.copied = null; bb.copy('Koken'); return window.copied }") == "Koken"


def test_no_script_copies_in_a_way_of_its_own() -> None:
    ways = {path.name for path in SCRIPTS.glob("*.js") if ".writeText" in path.read_text("utf-8")}
    assert ways == {ONE.name, EVERY_PAGE.name}
