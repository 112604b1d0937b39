"""Two builds never write in one place."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from burgerbaan import turn
from burgerbaan.turn import TakenError, Turn

HOLD = """
import sys
from pathlib import Path
from burgerbaan.turn import Turn

Turn(Path(sys.argv[1])).take()
print("taken", flush=True)
sys.stdin.read()
"""


def test_a_place_is_taken_until_it_is_given_back(tmp_path: Path) -> None:
    first, second = Turn(tmp_path / "site"), Turn(tmp_path / "site")
    first.take()
    with pytest.raises(TakenError):
        second.take()
    Turn(tmp_path / "elders").take()
    first.give_back()
    second.take()
    second.give_back()
    assert not (tmp_path / ".site.bezig").exists()


def test_a_process_that_is_killed_gives_it_back(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "taken\n"
        with pytest.raises(TakenError):
            Turn(tmp_path / "site").take()
        process.kill()
    Turn(tmp_path / "site").take()


def _just_before_the_first_lock(patch: pytest.MonkeyPatch, happens: Callable[[], None]) -> None:
    assert turn.flock
    lock, left = turn.flock, [happens]

    def lock_after(file: int, how: int) -> None:
        if left:
            left.pop()()
        lock(file, how)

    patch.setattr(turn, "flock", lock_after)


def _given_back(place: Path) -> None:
    place.unlink()


def _given_back_and_taken_by_a_third(place: Path) -> None:
    place.unlink()
    place.touch()


@pytest.mark.parametrize("happens", [_given_back, _given_back_and_taken_by_a_third])
def test_who_opens_a_file_that_is_given_back_just_then_still_has_the_place_to_itself(
    happens: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = Turn(tmp_path / "site")
    with monkeypatch.context() as patch:
        _just_before_the_first_lock(patch, partial(happens, tmp_path / ".site.bezig"))
        item.take()
    with pytest.raises(TakenError):
        Turn(tmp_path / "site").take()
    item.give_back()
    assert list(tmp_path.iterdir()) == []


def _next_file() -> int:
    """The number that the next file gets that is opened: the lowest that is free."""
    number = os.open(os.devnull, os.O_RDONLY)
    os.close(number)
    return number


def test_no_file_stays_open_after_a_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _next_file()
    first = Turn(tmp_path / "site")
    first.take()
    held = _next_file()
    with pytest.raises(TakenError):
        Turn(tmp_path / "site").take()
    assert _next_file() == held
    first.give_back()
    assert _next_file() == before
    _just_before_the_first_lock(monkeypatch, partial(_given_back, tmp_path / ".site.bezig"))
    first.take()
    first.give_back()
    assert _next_file() == before


def test_a_turn_can_be_given_back_twice_and_taken_again(tmp_path: Path) -> None:
    item = Turn(tmp_path / "site")
    item.give_back()
    for _ in range(2):
        item.take()
        with pytest.raises(TakenError):
            Turn(tmp_path / "site").take()
        item.give_back()
        item.give_back()


def test_a_file_that_cannot_go_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: Path, missing_ok: bool = False) -> None:
        raise PermissionError("hier mag je niet bij")

    first, second = Turn(tmp_path / "site"), Turn(tmp_path / "site")
    first.take()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        first.give_back()
    assert (tmp_path / ".site.bezig").exists()
    second.take()
    second.give_back()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_yet_can_be_taken(tmp_path: Path) -> None:
    item = Turn(tmp_path / "ver" / "weg" / "site")
    item.take()
    with pytest.raises(TakenError):
        Turn(tmp_path / "ver" / "weg" / "site").take()
    item.give_back()


def test_on_a_system_without_locks_the_program_still_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert runpy.run_path(turn.__file__)["flock"] is None


def test_where_nothing_can_be_locked_a_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "flock", None)
    for item in (Turn(tmp_path / "site"), Turn(tmp_path / "site")):
        item.take()
        item.give_back()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_knows_no_locks_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: int, how: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(turn, "flock", refuse)
    item = Turn(tmp_path / "site")
    item.take()
    item.give_back()
    assert list(tmp_path.iterdir()) == []
