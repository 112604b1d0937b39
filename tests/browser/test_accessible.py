"""Axe finds nothing on any type of page, by day and by night, on a desk and on a narrow phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import HEIGHTS, Scheme, Visit
from tests.browser.page_types import PAGE_TYPES, Site, address

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
# Width, scheme, and whether everything that folds is unfolded.
VARIANTS: list[tuple[int, Scheme, bool]] = [
    (1280, "light", False),
    (1280, "dark", False),
    (320, "light", False),
    (320, "dark", True),
]


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true })")


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule."""
    answer: dict[str, Any] = Axe().run(page, options=OPTIONS).response
    return [
        f"{rule['id']} | {' '.join(map(str, node['target']))} | {' '.join(node['failureSummary'].split())}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_axe_finds_nothing_on(page_type: str, visit: Visit, site: Site) -> None:
    path = address(site, page_type)
    page = visit(path)
    found: dict[str, list[str]] = {}
    for width, scheme, unfolded in VARIANTS:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        page.emulate_media(color_scheme=scheme)
        page.goto(path)
        if unfolded:
            unfold(page)
        for line in violations(page):
            found.setdefault(line, []).append(f"{width} {scheme}")
    assert not found, f"{path}\n" + "\n".join(f"[{', '.join(where)}] {line}" for line, where in found.items())


def test_axe_finds_nothing_in_the_open_menu(visit: Visit) -> None:
    page = visit("/", width=320)
    page.locator("summary", has_text="Menu").click()
    assert violations(page) == []
