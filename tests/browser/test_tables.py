"""A table is seen whole on a phone and on paper: nobody has to find out that there is more beside it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit
from tests.browser.page_types import Site, address

_CUT = """() => [...document.querySelectorAll(".bb-table")]
  .filter(table => table.scrollWidth > table.clientWidth)
  .map(table => `${table.getAttribute("aria-label")}: ${table.scrollWidth - table.clientWidth} too wide`)"""


@pytest.mark.parametrize(
    "path",
    [
        "/vacatures/dieren-verzorgen/",
        "/vacatures/rijden-met-de-bus/",
        "/mijn-plan/",
        "/meedoen/overeenkomsten/",
        "/organisaties/wat-doet-een-gastheer/",
        "/over/relatiemodel/",
        "/kennis/buurtbaan-amsterdam/",
        "/kennis/checklist/",
        "/kennis/documenten/",
        "/meedoen/en-daarna/",
        "/in-jouw-taal/arabisch/",
        "/in-jouw-taal/oekraiens/",
    ],
)
def test_a_table_with_long_words_is_seen_whole_on_a_phone(path: str, visit: Visit) -> None:
    page = visit(path, width=360)
    assert page.locator(".bb-table").count()
    assert page.evaluate(_CUT) == []


_A4 = 688
"""The width that the margins leave on A4, in pixels of a browser."""

_OFF_PAPER = """width => [...document.querySelectorAll("table")]
  .filter(table => table.getBoundingClientRect().right > width + 0.5)
  .map(table => `${location.pathname}: ${Math.round(table.getBoundingClientRect().right)} pixels`)"""


def test_no_table_of_any_page_is_wider_than_the_paper(visit: Visit, site: Site) -> None:
    files = sorted(site.folder.rglob("index.html"))
    paths = [f"/{file.parent.relative_to(site.folder).as_posix()}/" for file in files if b"<table" in file.read_bytes()]
    busy = address(site, "vacature-open")
    others = [path for path in paths if not path.startswith("/vacatures/") or path.count("/") > 3]
    page = visit(busy)
    page.set_viewport_size({"width": _A4, "height": 1000})
    page.emulate_media(media="print")
    wide: list[str] = []
    for path in [busy, *others]:
        page.goto(path)
        wide += page.evaluate(_OFF_PAPER, _A4)
    assert wide == []


def test_the_title_of_a_wide_table_is_read_whole_with_large_letters(visit: Visit) -> None:
    page = visit("/meedoen/geld-en-uitkering/", width=360)
    page.evaluate("document.documentElement.style.fontSize = '187.5%'")
    titled = page.locator(".bb-table:has(caption)").first
    assert titled.evaluate("table => table.querySelector('caption').offsetWidth - table.clientWidth") <= 0
