"""Axe finds nothing on any type of page, by day and by night, on a desk and on a narrow phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.conftest import SCHEMES, Scheme, Visit, keep_some, open_full_plan, unfold, wear
from tests.browser.page_types import PAGE_TYPES, Site, address

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What night can change on a page that was examined by day."""

WIDTHS = (1280, 320)


def start(page: Page, options: Mapping[str, object] = OPTIONS) -> None:
    """Set Axe to work and do not wait, so that two pages are examined at the same time."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    page.evaluate(
        "options => { window.axeAnswer = new Promise(done => setTimeout(() => done(axe.run(options)))) }", options
    )


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule: the rule, the element, and what is the matter."""
    answer: dict[str, Any] = page.evaluate("window.axeAnswer")
    return [
        f"{rule['id']} | {' '.join(map(str, node['target']))} | {' '.join(node['failureSummary'].split())}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


def nothing_is_wrong_with(page: Page) -> None:
    start(page)
    if report := "\n".join(violations(page)):
        pytest.fail(report, pytrace=False)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_axe_finds_nothing_on(page_type: str, visit: Visit, site: Site) -> None:
    path = address(site, page_type)
    pages = {width: visit(path, width=width) for width in WIDTHS}
    found: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        for width, page in pages.items():
            wear(page, scheme)
            if (width, scheme) == (320, "dark"):
                unfold(page)
            start(page, COLOURS if (width, scheme) == (1280, "dark") else OPTIONS)
        for width, page in pages.items():
            for line in violations(page):
                found.setdefault(line, []).append(f"{width} {scheme}")
    report = "\n".join(f"[{', '.join(where)}] {line}" for line, where in found.items())
    if report:
        pytest.fail(f"{path}\n{report}", pytrace=False)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_menu(scheme: Scheme, visit: Visit) -> None:
    page = visit("/vacatures/", width=320, scheme=scheme)
    page.locator("summary", has_text="Menu").click()
    nothing_is_wrong_with(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("query", ["?q=koken&wijk=haven&wijk=stad", "?q=koken&dagdeel=avond&wijk=hout"])
def test_axe_finds_nothing_in_a_list_with_choices(query: str, width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit(f"/vacatures/{query}", width=width, scheme=scheme)
    page.get_by_role("list", name="Gekozen").wait_for()
    unfold(page)
    nothing_is_wrong_with(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_what_was_kept(width: int, scheme: Scheme, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=width, scheme=scheme)
    keep_some(page, 5)
    page.goto("/vacatures/bewaard/")
    page.get_by_role("table").wait_for()
    nothing_is_wrong_with(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_a_plan(width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit("/vacatures/", width=width, scheme=scheme)
    keep_some(page)
    open_full_plan(page)
    nothing_is_wrong_with(page)
    page.get_by_role("heading", name="Een voorbeeld").click()
    page.get_by_role("heading", name="Liever met een pen?").click()
    page.get_by_role("link", name="Bekijk dit voorbeeld als plan").click()
    page.locator("#plan-gekregen").wait_for()
    nothing_is_wrong_with(page)
