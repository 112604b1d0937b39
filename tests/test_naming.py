"""Where somebody's name stands, however people and programs write it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from burgerbaan.forget.mentions import speaks_of
from burgerbaan.forget.plan import Person
from burgerbaan.kinds import Kind
from burgerbaan.traces.watch import Watch

CASES = yaml.safe_load((Path(__file__).parent / "cases/naming.yml").read_text("utf-8"))


def _texts(*keys: str) -> list[tuple[str, str]]:
    return [(case["naam"], text) for case in CASES for key in keys for text in case[key]]


def _leaks(name: str, text: str) -> list[Kind]:
    return [found.kind for found in Watch(names=frozenset({name})).found_in("index.html", text.encode())]


@pytest.mark.parametrize(("name", "text"), _texts("staat_in", "staat_in_een_bestand"))
def test_nobody_is_in_the_site_who_should_not_be(name: str, text: str) -> None:
    assert set(_leaks(name, text)) == {Kind.LEAK_NAME}
    assert set(_leaks(name, f"<p>Dag.</p>\n{text}\n")) == {Kind.LEAK_NAME}


@pytest.mark.parametrize(("name", "text"), _texts("staat_in"))
def test_who_is_to_be_forgotten_is_found_by_the_same_rule(name: str, text: str) -> None:
    assert speaks_of(text, Person("iemand", name))
    assert speaks_of(text, Person("iemand", name, is_common=True))


@pytest.mark.parametrize(("name", "text"), _texts("staat_niet_in"))
def test_another_name_is_left_alone(name: str, text: str) -> None:
    assert _leaks(name, text) == []
    assert not speaks_of(text, Person("iemand", name))


def test_a_name_is_found_where_it_starts_also_behind_signs_that_are_no_text() -> None:
    [found] = Watch(names=frozenset({"Omar"})).found_in("data.bin", b"\xff\xfe\n\xc3\xa9 \xff Omar")
    assert (found.line, found.column) == (2, 5)
