"""A page on paper stands on its own: nothing is announced that is only on the screen, and few sheets are needed."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Visit

ANNOUNCED = re.compile(r':</p>\s*<(?:ul class="bb-actions"|p class="bb-(?:print-line|screen))')
"""A colon before what is not printed."""


def test_no_sentence_announces_what_is_not_on_paper(built_site: Path) -> None:
    pages = [path for path in built_site.rglob("index.html") if ANNOUNCED.search(path.read_text("utf-8"))]
    assert [str(path.relative_to(built_site)) for path in pages] == []


@pytest.mark.parametrize(("path", "most"), [("/organisaties/plek-aanbieden/", 3), ("/organisaties/goede-vacature/", 2)])
def test_what_a_host_prints_takes_few_sheets(path: str, most: int, visit: Visit) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))) as document:
        assert len(document) <= most


def test_on_paper_nothing_is_new(visit: Visit) -> None:
    page = visit("/vacatures/")
    assert page.locator(".bb-card [data-bb-new]:visible").count() > 0
    page.emulate_media(media="print")
    assert page.locator(".bb-card [data-bb-new]:visible").count() == 0
