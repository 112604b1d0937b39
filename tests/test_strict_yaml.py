"""YAML that never changes meaning in silence."""

from __future__ import annotations

import time
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.kinds import Kind
from burgerbaan.problems import Position
from burgerbaan.source.strict_yaml import locate, odd_space, parse, positions


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


@pytest.mark.parametrize("start", ["", "|", "|-", ">", ">-"])
def test_an_empty_line_begins_a_paragraph_however_a_text_is_written(start: str) -> None:
    value, problems = parse("v.yml", f"a: {start}\n  Eerst dit.\n\n  Dan dat.\n")
    assert problems == ()
    assert value["a"].rstrip("\n") == "Eerst dit.\n\nDan dat."  # type: ignore[index,call-overload]


@pytest.mark.parametrize("start", [">", ">-"])
def test_lines_that_run_on_are_one_line_and_lists_in_them_stay_lists(start: str) -> None:
    value, _ = parse("v.yml", f"a: {start}\n  Eerst dit.\n  Dan dat.\n\n   - soep\n   - thee\n")
    assert value["a"].rstrip("\n") == "Eerst dit. Dan dat.\n\n - soep\n - thee"  # type: ignore[index,call-overload]


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


@pytest.mark.parametrize(
    ("text", "place", "lost"),
    [
        ("a: Koken #1 in de buurt\n", (1, 10), "#1 in de buurt"),
        ("a: Foto's #1 van Noor\n", (1, 11), "#1 van Noor"),
        ("'a': Koken #1\n", (1, 12), "#1"),
        ('a: Zeg "ja" #1\n', (1, 13), "#1"),
        ("a: Leer C# en #1\n", (1, 15), "#1"),
        ("a: #1\n", (1, 4), "#1"),
        ("a:\n  - b\n  - #1\n", (3, 5), "#1"),
        ("a: [b, #1 doen\n  c]\n", (1, 8), "#1 doen"),
        ('a: ["b", #1 doen\n  "c"]\n', (1, 10), "#1 doen"),
        ("a: [Koken #1, Snijden]\n", (1, 11), "#1, Snijden]"),
        ("a: |\n  Zin #1\nb: Koken #1\n", (3, 10), "#1"),
        ("a: 'één\n  #1'\nb: Koken #1\n", (3, 10), "#1"),
        ("a: Eén regel\n  en nog een #1 erbij\n", (2, 14), "#1 erbij"),
        ("é: Koken #1 #2\n", (1, 10), "#1 #2"),
    ],
)
def test_a_sign_that_cuts_a_text_short_is_told(text: str, place: tuple[int, int], lost: str) -> None:
    value, problems = parse("v.yml", text)
    assert value is None
    assert [(item.kind, item.line, item.column, *item.words) for item in problems] == [
        (Kind.COMMENT_CUTS, *place, ("value", lost))
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: Koken # een notitie #1\n", "Koken"),
        ("a: Koken ## een notitie\n", "Koken"),
        ("#b: uit\na: Koken\n#c: uit\n", "Koken"),
        ("a: # een notitie over 'b #1'\n  Koken\n", "Koken"),
        ('a: "Koken #1"\n', "Koken #1"),
        ("a: 'Foto''s #1'\n", "Foto's #1"),
        ('a: "Koken" #notitie\n', "Koken"),
        ('a: ["Koken"] #notitie\n', ["Koken"]),
        ("a: C#1 en D#2\n", "C#1 en D#2"),
        ("a: Koken\u00a0#1\n", "Koken\u00a0#1"),
        ("a: |\n  Foto's #1\n\n  #2 en #3\n", "Foto's #1\n\n#2 en #3\n"),
        ("a: >-\n  Koken #1\n  #2\n", "Koken #1 #2"),
    ],
)
def test_a_note_or_a_sign_in_a_text_that_is_closed_cuts_nothing(text: str, meant: object) -> None:
    assert parse("v.yml", text) == ({"a": meant}, ())


def test_a_quote_that_never_closes_is_told_and_not_the_sign_after_it() -> None:
    _, problems = parse("v.yml", 'a: "Koken #1 in de buurt\n')
    assert [item.kind for item in problems] == [Kind.SYNTAX_QUOTE]


@pytest.mark.parametrize("line", ["a" * 200_000, " #" * 100_000, "a #" * 70_000, "'#1 " * 50_000, "a #1\n" * 40_000])
def test_a_long_text_with_signs_is_read_at_once(line: str) -> None:
    started = time.process_time()
    parse("v.yml", f"# lang\na: {line}\nb: c #1\n")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("part", ["-", "- ", "a", "a ", " ", "- a: "])
def test_a_sign_like_a_space_is_looked_for_at_once(part: str) -> None:
    started = time.process_time()
    assert odd_space(part * 100_000) is None
    assert time.process_time() - started < 2


@pytest.mark.parametrize("line", ["\u00a0a", "-\u00a0a", "- -\u00a0a", "a:\u00a0b", "  - a-b :  \u00a0c", "- \u00a0a"])
def test_a_sign_like_a_space_before_a_value_is_found(line: str) -> None:
    assert odd_space(line) == line.index("\u00a0")


_PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@given(_PLAIN)
def test_quoted_text_comes_back_as_it_was_typed(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    value, problems = parse("v.yml", f'a: "{quoted}"\n')
    if not problems:
        assert value == {"a": unicodedata.normalize("NFC", text)}
