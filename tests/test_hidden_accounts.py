"""Account numbers that somebody broke up are seen as well; ordinary texts are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.hidden_accounts import _LIKELY, _alike, folded, hidden_accounts_in, may_hide_account, revealed

IBAN = "NL02ABNA0123456789"

WAYS = (
    "NL02 ABNA 0123 4567 89",
    "nl02abna0123456789",
    "NL 02-ABNA-0123.4567/89",
    "NL02\u00a0ABNA\u20090123\u200b4567\u00ad89",
    "NL02 ABNA **0123** _4567_ 89",
    "| NL02 | ABNA | 0123 | 4567 | 89 |",
    "<b>NL02</b> <i>ABNA</i> 0123&nbsp;4567&#8203;89",
    "NL02&#32;ABNA&#32;&#48;123&#x20;4567&#32;89",
    '"NL02\\x20ABNA\\u00200123\\x34567\\x389"',
    '"NL02ABNA\\U0000003012345678\\u0039"',
    '"NL02 ABNA 0123 \\\n   4567 89"',
    "ＮＬ０２ ＡＢＮＡ ０１２３ ４５６７ ８９",
    "Maak over naarNL02ABNA0123456789graag",
    "NL02\nABNA\n0123\n4567\n89",
)


@pytest.mark.parametrize("text", WAYS)
def test_a_number_is_seen_however_it_is_written(text: str) -> None:
    whole = revealed(f"Geef op: {text}.")
    assert may_hide_account(whole)
    assert [iban for iban, _ in hidden_accounts_in(whole)] == [IBAN]


def test_the_shortest_accounts_there_are_are_seen() -> None:
    text = "Geef op NO93 8601 1117 947."
    assert may_hide_account(text)
    assert [iban for iban, _ in hidden_accounts_in(text)] == ["NO9386011117947"]


def test_its_place_is_where_it_starts() -> None:
    text = "Geef op <b>NL02</b> ABNA 0123 4567 89 of op BE72 0000 0000 1616."
    assert list(hidden_accounts_in(text)) == [(IBAN, text.index("NL02")), ("BE72000000001616", text.index("BE72"))]


def test_a_text_of_tags_only_is_read_as_quickly_as_any() -> None:
    text = "<b>x</b> " * 25_000 + IBAN  # a quarter of a megabyte; each letter against each tag would take an hour
    assert list(hidden_accounts_in(text)) == [(IBAN, len(text) - len(IBAN))]


@given(st.lists(st.sampled_from(list(IBAN)), min_size=len(IBAN), max_size=len(IBAN)), st.text(" -.*_|", max_size=3))
def test_a_row_of_the_same_signs_is_no_number_unless_its_check_digits_fit(signs: list[str], between: str) -> None:
    text = between.join(signs)
    found = [iban for iban, _ in hidden_accounts_in(text)]
    assert all(len(iban) >= 15 for iban in found)
    assert not found or may_hide_account(text)


@given(st.text("aeAE09 .\u00e9\u00eb\u00ef\u00d6\u00df\u2013\u2019\u20ac" + "\u0301\u00b2\uff11\u0410\u0661\u00a0"))
def test_what_looks_like_something_else_is_folded_and_nothing_less(text: str) -> None:
    assert folded(text) == unicodedata.normalize("NFKC", text).translate(_alike())


@given(
    st.lists(st.sampled_from(["NL", "DE", "BE7", "X", "ABNA", "0", "12", "345678", "1234567", " ", "é"]), max_size=12)
)
def test_looking_at_the_ends_of_accounts_only_misses_none(parts: list[str]) -> None:
    text = "".join(parts)
    assert may_hide_account(text) == bool(_LIKELY.search("".join(filter(str.isascii, text)).replace(" ", "").encode()))


def test_no_latin_letter_is_left_out_by_mistake() -> None:
    letters = list(map(chr, range(0x250)))
    assert list(map(folded, letters)) == [unicodedata.normalize("NFKC", char).translate(_alike()) for char in letters]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 waren er 6 burgerbaners; in 2026 hopelijk 10.",
        "Bel 036 123 45 67 of 06 12345678 en vraag naar kamer 12.",
        "Op maandag 1 december 2026 van 10:00 tot 12:30, zaal NL12.",
        "| Jaar | 2023 | 2024 |\n| --- | --- | --- |\n| BE | 190 | 210 |",
        "Zie ISBN 978-90-12345-67-8 en dossier DE 2024/12345.",
    ],
)
def test_ordinary_texts_hold_none(text: str) -> None:
    assert list(hidden_accounts_in(text)) == []
