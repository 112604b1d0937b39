"""Cards to hand round: alone on one sheet of paper, to cut out; the page prints as a whole as before."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

NO_WINDOW = "window.print = () => { window.printed = true }"


def _sheets(page: Page) -> list[str]:
    with closing(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))) as document:
        return [sheet.get_textpage().get_text_bounded() for sheet in document]


@pytest.mark.parametrize(
    ("path", "first", "times", "other"),
    [
        ("/meedoen/samen/", "Kaart 1. Gezien worden", 2, "Klussenlijst"),
        ("/kennis/vrijwilligers/", "Hallo, ik woon hier ook.", 6, "Wat kwam eruit?"),
    ],
)
def test_one_sheet_holds_only_the_cards_as_often_as_they_fit(
    path: str, first: str, times: int, other: str, visit: Visit
) -> None:
    page = visit(path, width=360)
    page.evaluate(NO_WINDOW)
    page.get_by_role("button", name="Print alleen de kaartjes").click()
    assert page.evaluate("window.printed") is True
    [sheet] = _sheets(page)
    assert sheet.count(first) == times
    assert other not in sheet
    assert "036 000 00 12" not in sheet


def test_after_that_the_page_is_whole_again(visit: Visit) -> None:
    page = visit("/meedoen/samen/", width=360)
    page.evaluate(NO_WINDOW)
    page.get_by_role("button", name="Print alleen de kaartjes").click()
    _sheets(page)
    expect(page.locator(".bb-cut")).to_have_count(0)
    text = "".join(_sheets(page))
    assert text.count("Kaart 1. Gezien worden") == 1
    assert "Klussenlijst" in text


def test_without_javascript_there_is_no_button_and_the_cards_are_on_the_page(visit: Visit) -> None:
    page = visit("/meedoen/samen/", javascript=False)
    expect(page.get_by_role("button", name="Print alleen de kaartjes")).to_be_hidden()
    expect(page.get_by_text("Kaart 1. Gezien worden")).to_be_visible()
