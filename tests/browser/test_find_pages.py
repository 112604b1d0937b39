"""What people type in the search of the whole site, and the pages they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watch

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "search_pages.yml").read_text("utf-8")
)
TOP = 3

# As search.js does it, but every page that was found.
FIND = """async question => {
  const { bbIndex: folder, bbVersion: version, bbBlock: block } = document.getElementById('zoekresultaten').dataset;
  const words = await bb.load(folder, 'woorden', version);
  const load = name => bb.loadBlock(folder, name, words.blocks[name]);
  const searcher = new bb.Searcher(words, number => load(`treffers-${number}`));
  const found = await searcher.find(question);
  const row = async number => (await load(`paginas-${Math.floor(number / block)}`))[number % block][0];
  return Promise.all(found.order.map(row));
}"""


@dataclass(frozen=True)
class AllPages:
    """The search of the whole site in a browser."""

    page: Page

    def find(self, question: str) -> list[str]:
        """Addresses from the root, best first."""
        found: list[str] = self.page.evaluate(FIND, question)
        return found


@pytest.fixture(scope="module")
def all_pages(browser: Browser, site_url: str) -> Iterator[AllPages]:
    """One visitor for the whole file; the browser may not complain about anything."""
    watch = Watch(site_url)
    context = browser.new_context(base_url=site_url, locale="nl-NL")
    page = context.new_page()
    watch.over(page)
    page.goto("/zoeken/")
    yield AllPages(page)
    context.close()
    assert not watch.report()


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["zoek"])
def test_people_find_the_page_they_mean(case: dict[str, Any], all_pages: AllPages) -> None:
    found = all_pages.find(case["zoek"])
    report = f"'{case['zoek']}' ({case['waarom']}) found {len(found)}: {found[:6]}"
    assert found[:1] == [case.get("eerste", *found[:1])], report
    assert not [url for url in case.get("bovenaan", []) if url not in found[:TOP]], report
    assert not [url for url in case.get("lager", []) if url in found[:TOP]], report
    assert not [url for url in case.get("niet", []) if url in found], report
    assert len(found) <= case.get("hoogstens", len(found)), report
