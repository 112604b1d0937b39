"""YAML that never changes meaning in silence."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.problems import Position
from burgerbaan.source.strict_yaml import locate, parse, positions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no", "no"),
        ("nee", "nee"),
        ("aan", "aan"),
        ("off", "off"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("12:30:00", "12:30:00"),
        ("2026-02-30", "2026-02-30"),
        ("2026-05-01", "2026-05-01"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("+31612345678", "+31612345678"),
        ("=", "="),
        ("<<", "<<"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("8", 8),
        ("-8", -8),
        ("5.75", Decimal("5.75")),
        ('"8"', "8"),
        ("'true'", "true"),
        ('""', ""),
    ],
)
def test_a_plain_word_keeps_its_meaning(typed: str, meant: object) -> None:
    value, problems = parse("v.yml", f"a: {typed}\n")
    assert (value, problems) == ({"a": meant}, ())
    assert type(value["a"]) is type(meant)  # type: ignore[index,call-overload]


def test_a_position_is_that_of_the_value_its_key_or_the_nearest_around_it() -> None:
    found = positions("titel: Koken\nuren:\n  min: 4\ntaken:\n  - Snijden\n")
    assert locate(found, ("uren", "min")) == Position(3, 8)
    assert locate(found, ("uren",), key=True) == Position(2, 1)
    assert locate(found, ("taken", 0)) == Position(5, 5)
    assert locate(found, ("uren", "max")) == Position(2, 1)
    assert locate(found, ("bestaat", "niet")) == Position(1, 1)


def test_a_column_counts_characters_and_not_bytes() -> None:
    _, problems = parse("v.yml", "é: {a: 1, a: 2}\n")
    assert [(item.line, item.column) for item in problems] == [(1, 11)]


def test_ten_thousand_brackets_are_refused_at_once() -> None:
    _, problems = parse("v.yml", "[" * 10_000)
    assert [item.kind for item in problems] == ["too_deep"]


@given(st.text(max_size=300))
def test_no_text_makes_a_traceback(text: str) -> None:
    value, problems = parse("v.yml", text)
    assert problems or value is None or isinstance(value, bool | int | Decimal | str | list | dict)
    positions(text)


@given(st.text(alphabet=":- \n\t{}[]&*!|>'\"%@`#,?ab1é\u00a0\u200b", max_size=120))
def test_no_mix_of_signs_makes_a_traceback(text: str) -> None:
    parse("v.yml", text)


_PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@given(_PLAIN)
def test_quoted_text_comes_back_as_it_was_typed(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    value, problems = parse("v.yml", f'a: "{quoted}"\n')
    if not problems:
        assert value == {"a": unicodedata.normalize("NFC", text)}
