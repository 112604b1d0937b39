"""A table is seen whole on a phone: nobody has to find out that there is more beside it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit

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
