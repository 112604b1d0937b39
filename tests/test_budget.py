"""Nothing weighs more than `budget.yml` says: bytes, not time, so the same on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.budget import first_view, read_budget, weight

BUDGET = read_budget()


@pytest.mark.parametrize("address", BUDGET.views)
def test_the_first_view_of_a_page_stays_light(address: str, built_site: Path) -> None:
    files = list(first_view(built_site, address))
    assert {path.suffix for path in files} >= {".html", ".css", ".js", ".svg"}
    assert weight(files) <= BUDGET.views[address]


@pytest.mark.parametrize("name", BUDGET.groups)
def test_a_group_of_files_stays_light(name: str, built_site: Path) -> None:
    patterns, most = BUDGET.groups[name]
    found = [list(built_site.glob(pattern)) for pattern in patterns]
    assert all(found), "a group that is empty measures nothing"
    assert weight(path for files in found for path in files) <= most
