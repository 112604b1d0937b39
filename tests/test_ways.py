"""On paper stands every way to reach somebody, the easiest first, and none twice."""

from __future__ import annotations

from typing import Any

import pytest

from burgerbaan.model.contact import Contact
from burgerbaan.ways import ways_to
from burgerbaan.words import Words, load_texts
from tests.small_site import MINIMAL, valid_site

PHONE, CHAT, MAIL, VISIT = "036 123 45 67", "06 12 34 56 78", "meedoen@example.org", "di 10–12 uur"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_texts(), valid_site(MINIMAL).programme)


def _read(words: Words, **fields: Any) -> list[tuple[str, str]]:
    contact = Contact.model_validate({"rol": "Coördinator", **fields})
    return [(way.icon, "".join(sign for piece in way.flow for sign in piece)) for way in ways_to(contact, words)]


def test_every_way_stands_on_paper_the_easiest_first(words: Words) -> None:
    assert _read(words, langskomen=VISIT, mail=MAIL, whatsapp=CHAT, telefoon=PHONE) == [
        ("phone", f"Bel {PHONE}"),
        ("speech", f"WhatsApp {CHAT}"),
        ("mail", f"Mail {MAIL}"),
        ("pin", f"Loop binnen: {VISIT}"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "icon"),
    [("telefoon", PHONE, "phone"), ("whatsapp", CHAT, "speech"), ("mail", MAIL, "mail"), ("langskomen", VISIT, "pin")],
)
def test_a_way_that_is_not_there_is_not_told(words: Words, field: str, value: str, icon: str) -> None:
    assert [found for found, _ in _read(words, **{field: value})] == [icon]


@pytest.mark.parametrize("written", [CHAT, "0612345678", "+31 6 12345678"])
def test_one_number_to_call_and_to_chat_stands_there_once(words: Words, written: str) -> None:
    assert _read(words, telefoon=CHAT, whatsapp=written) == [("phone", f"Bel of app {CHAT}")]
