"""A preview clears what its builds leave behind when nobody waits for that, and at last when somebody never stops."""

from __future__ import annotations

import gc
import threading

import pytest

from burgerbaan import rubbish
from burgerbaan.rubbish import Rubbish

WAIT = 20.0


class Cleared:
    """How often memory was looked through, and kept out of that."""

    def __init__(self) -> None:
        self.looked, self.kept = 0, 0
        self.is_done = threading.Event()

    def look(self) -> None:
        """In the place of looking for rubbish."""
        self.looked += 1
        self.is_done.set()

    def keep(self) -> None:
        """In the place of keeping what is there."""
        assert self.looked, "rubbish goes first, or it would stay too"
        self.kept += 1


@pytest.fixture
def cleared(monkeypatch: pytest.MonkeyPatch) -> Cleared:
    found = Cleared()
    monkeypatch.setattr(gc, "collect", found.look)
    monkeypatch.setattr(gc, "freeze", found.keep)
    monkeypatch.setattr(rubbish, "_CALM_SECONDS", 0.05)
    return found


def test_who_saves_again_and_again_has_rubbish_cleared_now_and_then(cleared: Cleared) -> None:
    found = Rubbish()
    for _ in range(5):
        found.begin()
    assert cleared.looked == 0
    for _ in range(7):
        found.begin()
    assert cleared.looked == 2


def test_what_was_read_at_first_is_looked_through_once(cleared: Cleared) -> None:
    found = Rubbish()
    for _ in range(24):
        found.begin()
    assert (cleared.looked, cleared.kept) == (4, 1)


def test_in_a_calm_moment_it_is_cleared(cleared: Cleared) -> None:
    Rubbish().clear_later()
    assert cleared.is_done.wait(WAIT)


def test_a_build_that_begins_does_not_wait_for_it(cleared: Cleared) -> None:
    found = Rubbish()
    found.clear_later()
    found.begin()
    assert not cleared.is_done.wait(0.3)
