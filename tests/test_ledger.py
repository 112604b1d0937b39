"""What a release made is used again by the next in the same place, and only when nothing new is looked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from burgerbaan.cache import Cache
from burgerbaan.ledger import Ledger
from burgerbaan.model.record import Secret
from burgerbaan.printing import Entry
from burgerbaan.traces.watch import Watch

MADE = {f"vacature-{number}": Entry(str(number), ()) for number in range(40)}
WATCH = Watch(names=frozenset({"Roos"}), allowed=frozenset({(Secret.MAIL, "a@example.org")}))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "1")


def test_what_the_last_release_made_comes_back_in_its_own_place_only(cache: Cache, tmp_path: Path) -> None:
    assert Ledger(cache, tmp_path / "site").read(WATCH) == {}
    Ledger(cache, tmp_path / "site").write(WATCH, MADE)
    assert Ledger(cache, tmp_path / "site").read(WATCH) == MADE
    assert Ledger(cache, tmp_path / "elders").read(WATCH) == {}


@pytest.mark.parametrize(
    "stricter",
    [replace(WATCH, names=frozenset({"Roos", "Noor"})), replace(WATCH, allowed=frozenset())],
    ids=["somebody leaves", "an address is public no longer"],
)
def test_nothing_comes_back_when_something_new_is_looked_for(stricter: Watch, cache: Cache, tmp_path: Path) -> None:
    Ledger(cache, tmp_path / "site").write(WATCH, MADE)
    later = Ledger(cache, tmp_path / "site")
    assert later.read(stricter) == {}
    later.write(stricter, MADE)
    assert Ledger(cache, tmp_path / "site").read(stricter) == MADE


def test_what_is_made_no_longer_does_not_come_back(cache: Cache, tmp_path: Path) -> None:
    Ledger(cache, tmp_path / "site").write(WATCH, MADE)
    later = Ledger(cache, tmp_path / "site")
    kept = {name: entry for name, entry in later.read(WATCH).items() if name != "vacature-7"}
    later.write(WATCH, kept)
    assert Ledger(cache, tmp_path / "site").read(WATCH) == kept
