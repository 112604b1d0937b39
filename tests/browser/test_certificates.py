"""The certificate of a sponsor holds all its text, at its fullest too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_posters import MEASURE
from tests.photo_project import real_project
from tests.real_build import build
from tests.sponsor_project import add_sponsors, person, sponsor

NAMES = {
    "kort": "X",
    "lang": "Stichting Samenwerkende Buurthuizen en Ontmoetingsplekken voor alle Binnensteden en Dorpen " * 2,
    "breed": "W" * 200,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = real_project(tmp_path_factory.mktemp("certificaten") / "project")
    gift = f"{'Werk voor veel mensen, ' * 8}samen."
    sponsors = [
        sponsor(slug, naam=name.strip(), maakt_mogelijk=gift, logo=sponsor("de-linde")["logo"], tot="2026-06-30")
        for slug, name in NAMES.items()
    ]
    add_sponsors(root, *sponsors, person("familie-b"))
    build(root)
    return root / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.mark.parametrize("slug", [*NAMES, "familie-b"])
def test_a_certificate_holds_all_its_text(slug: str, site: Path, page: Page) -> None:
    page.goto((site / "sponsors" / slug / "certificaat/index.html").as_uri())
    assert page.evaluate(MEASURE) == []
    page.emulate_media(media="print")
    assert page.evaluate(MEASURE) == []
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(media="screen")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
