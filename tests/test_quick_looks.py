"""A quick look that says "nothing here" is right: the slow look finds nothing there either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.kinds import Kind
from burgerbaan.payment_hosts import _HOSTS, may_name_one
from burgerbaan.problems import errors_in
from burgerbaan.rules.words import _AVOIDED, _PRIVATE, AVOIDED, has_avoided_word, may_hold_private_words
from burgerbaan.traces.lines import KnownLines
from burgerbaan.traces.text import _RUN, _RUNS
from tests.small_site import copy_minimal, load

HOST = st.sampled_from(sorted(_HOSTS))
WORD = st.sampled_from(
    [
        "Uitkering",
        "WAO",
        "wia",
        "ZIEK",
        "verziek",
        "re-integratie",
        "reïntegratie",
        "ADHD",
        "dakloos",
        "burn-out",
        "zİek",
        "kanker",
        "pſychi",
        "dıagnose",
        "wao\u0345",
        "koken",
    ]
)
AVOIDED_WORD = st.sampled_from(
    [*AVOIDED, "clıënt", "CLİËNT", "kwetſba", "arbeidſbeperK", "afſtand tot de arbeidsmarkt"]
)
BETWEEN = st.sampled_from(["", " ", "\n", "-", ". ", "."])


@given(st.lists(st.one_of(HOST, HOST.map(str.upper), HOST.map(lambda name: name[:-1]), BETWEEN, st.text(max_size=40))))
def test_a_text_with_a_payment_host_is_never_passed_over(parts: list[str]) -> None:
    text = "".join(parts)
    assert may_name_one(text) == any(name in text.lower() for name in _HOSTS)


@given(st.lists(st.one_of(WORD, WORD.map(str.title), BETWEEN, st.text(max_size=9))))
def test_a_text_with_a_private_word_is_never_passed_over(parts: list[str]) -> None:
    text = "".join(parts)
    assert not _PRIVATE.search(text) or may_hold_private_words(text)


@given(st.lists(st.one_of(AVOIDED_WORD, AVOIDED_WORD.map(str.title), BETWEEN, st.text(max_size=9))))
def test_a_text_with_an_avoided_word_is_never_passed_over(parts: list[str]) -> None:
    text = "".join(parts)
    assert not _AVOIDED.search(text) or has_avoided_word(text)


@given(st.text(alphabet="0159 .()/-aB\n", max_size=60))
def test_runs_of_digits_are_those_of_the_text_itself(text: str) -> None:
    data = text.encode()
    wanted = [found.span() for found in re.finditer(rb"[0-9][0-9 .()/-]{7,}[0-9]", data)]
    assert [found.span() for found in _RUN.finditer(data.translate(_RUNS))] == wanted


def test_a_long_line_is_looked_at_once_while_it_is_fresh() -> None:
    lines, long = KnownLines(), b"x" * 2000
    assert lines.unknown_in(b"a\n" + long) == [b"a", long]
    lines.remember([b"a", long])
    assert lines.unknown_in(b"b\n" + long) == [b"b"]
    lines.remember([bytes([letter]) * 2000 for letter in range(65, 85)])
    assert lines.unknown_in(b"a\n" + long) == [long], "there is no room for all long lines"


@pytest.mark.parametrize("sheet", ["poster", "kaartje", "gesprek"])
def test_a_page_below_a_vacancy_never_takes_the_place_of_its_sheet(sheet: str, tmp_path: Path) -> None:
    """Sheets are only looked for below vacancies where something else stands."""
    root = copy_minimal(tmp_path)
    page = root / f"content/vacatures/koken/{sheet}.md"
    page.parent.mkdir()
    page.write_text("---\ndescription: Iets anders.\n---\n# Iets anders\n", "utf-8")
    assert [item.kind for item in errors_in(load(root).problems)] == [Kind.PAGE_CLASH]
    page.rename(page.with_name("anders.md"))
    assert not errors_in(load(root).problems)
