"""A site that has only just begun: no vacancy yet, or one that has no others like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, serving, visiting
from tests.real_build import build
from tests.small_site import copy_minimal

CONFIG = """\
INHERIT: {root}/mkdocs.yml
site_name: Minimaal
site_url: https://www.example.org/
docs_dir: content
theme: {{custom_dir: {root}/hooks/theme}}
hooks: [{root}/hooks/main.py]
nav: [vacatures/index.md]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The minimal site: one vacancy."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(root=Path(__file__).parents[2]), "utf-8")
    return copy_minimal(tmp_path)


@pytest.fixture
def begin(project: Path, browser: Browser) -> Iterator[Visit]:
    build(project)
    with serving(project / "site") as url, visiting(browser, url) as visit:
        yield visit


def test_a_vacancy_that_stands_alone_can_be_kept(begin: Visit) -> None:
    page = begin("/vacatures/koken/")
    button = page.locator("[data-bb-save]").first
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


@pytest.fixture
def no_vacancies(project: Path) -> None:
    (project / "vacancies/buurthuis/koken.yml").unlink()


@pytest.mark.usefixtures("no_vacancies")
def test_where_there_is_nothing_yet_a_visitor_is_told_so_and_what_can_be_done(begin: Visit) -> None:
    page = begin("/vacatures/", width=360)
    expect(page.get_by_role("heading", name="Geen open vacatures")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Kijk later nog eens, of vraag het ons.")
    expect(page.get_by_role("searchbox")).to_have_count(0)
