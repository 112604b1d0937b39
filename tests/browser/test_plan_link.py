"""A plan as part of an address is read whole or not at all, and holds what was shared."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import empty_page_with

SCRIPT = Path(__file__).parents[2] / "hooks/theme/assets/js/plan-link.js"
READ = "(links) => Promise.all(links.map((link) => bb.readPlanLink(link)))"
WRITE = "(plans) => Promise.all(plans.map((plan) => bb.writePlanLink(plan)))"


@pytest.fixture
def links(browser: Browser) -> Iterator[Page]:
    yield from empty_page_with(browser, SCRIPT)


def _packed(text: bytes, level: int = 9) -> str:
    return "plan=1." + base64.urlsafe_b64encode(zlib.compress(text, level)).decode().rstrip("=")


def test_a_link_holds_what_was_shared_in_letters_that_no_message_breaks(links: Page) -> None:
    plans = [
        {
            "v": {f"werk-{number}": [[number % 7, 60 * number, 60 * number + 90]]},
            "w": {"wil": "".join(chr(256 + number * place * 37 % 900) for place in range(120))},
        }
        for number in range(24)
    ]
    written = links.evaluate(WRITE, plans)
    assert [link for link in written if not re.fullmatch(r"plan=1\.[A-Za-z0-9_-]+", link)] == []
    packed = [base64.urlsafe_b64decode(link.removeprefix("plan=1.") + "===") for link in written]
    assert [json.loads(zlib.decompress(data)) for data in packed] == plans
    made = [_packed(json.dumps(plan).encode()) for plan in plans]
    assert all(max(link.count(sign) for link in all_links) > 1 for all_links in (made, written) for sign in "-_")
    assert links.evaluate(READ, made) == plans
    assert links.evaluate(READ, [f"#{link}" for link in made]) == plans


def test_only_a_whole_link_of_a_bearable_size_is_read(links: Page) -> None:
    text = b'{"v":{"koken":3}}'
    good, wide, long = _packed(text), _packed(text.ljust(40_000)), _packed(text.ljust(8_983), 0)
    assert len(long) == 11_999
    plan = json.loads(text)
    assert links.evaluate(READ, [good, wide, long]) == [plan, plan, plan]
    refused = (
        good.replace("plan=1.", "plan=2."),
        good.removeprefix("plan=1."),
        good[:-4],
        f"{good[:-6]}{'B' if good[-6] == 'A' else 'A'}{good[-5:]}",
        _packed(text.ljust(40_001)),
        _packed(text.ljust(8_984), 0),
        _packed(b'{"v":{"k\xff":3}}'),
        _packed(b"no plan"),
    )
    assert links.evaluate(READ, refused) == [None] * len(refused)
    links.evaluate("bb.isOldForPlanLinks = true")
    assert links.evaluate(READ, [good]) == [None]


def test_a_browser_that_is_too_old_for_links_writes_none(links: Page) -> None:
    assert links.evaluate("bb.isOldForPlanLinks") is False
    links.evaluate("delete window.CompressionStream")
    assert links.evaluate(WRITE, [{"v": {"koken": 3}}]) == [""]
