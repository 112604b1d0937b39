"""Axe finds nothing on any type of page, by day and by night, on a desk and on a narrow phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Scheme, Visit, unfold, wear
from tests.browser.page_types import PAGE_TYPES, Site, address

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
# Width, scheme, and whether everything that folds is unfolded.
VARIANTS: list[tuple[int, Scheme, bool]] = [
    (1280, "light", False),
    (1280, "dark", False),
    (320, "light", False),
    (320, "dark", True),
]


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule: the rule, the element, and what is the matter."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    answer: dict[str, Any] = page.evaluate("options => axe.run(options)", OPTIONS)
    return [
        f"{rule['id']} | {' '.join(map(str, node['target']))} | {' '.join(node['failureSummary'].split())}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_axe_finds_nothing_on(page_type: str, visit: Visit, site: Site) -> None:
    path = address(site, page_type)
    found: dict[str, list[str]] = {}
    pages = {width: visit(path, width=width) for width in (1280, 320)}
    for width, scheme, unfolded in VARIANTS:
        page = pages[width]
        wear(page, scheme)
        if unfolded:
            unfold(page)
        for line in violations(page):
            found.setdefault(line, []).append(f"{width} {scheme}")
    report = "\n".join(f"[{', '.join(where)}] {line}" for line, where in found.items())
    assert not report, f"{path}\n{report}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu(scheme: Scheme, visit: Visit) -> None:
    page = visit("/vacatures/", width=320, scheme=scheme)
    page.locator("summary", has_text="Menu").click()
    report = "\n".join(violations(page))
    assert not report, report
