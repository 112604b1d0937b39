"""Two builds never write in one place."""

from __future__ import annotations

import subprocess
import sys
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
