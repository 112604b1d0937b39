"""What a shelf keeps comes back whole, and a change writes only the part that it stands in."""

from __future__ import annotations

from pathlib import Path

from burgerbaan.cache import Cache
from burgerbaan.shelf import PARTS, Shelf

VALUES = {f"vacature-{number}": [number] for number in range(400)}


def _keep(folder: Path, before: dict[str, list[int]], now: dict[str, list[int]]) -> int:
    writes = list(Shelf(Cache(folder, "1"), "proef").changes(before, now))
    for write in writes:
        write()
    return len(writes)


def _read(folder: Path) -> dict[str, list[int]]:
    return Shelf(Cache(folder, "1"), "proef").read()


def test_everything_comes_back(tmp_path: Path) -> None:
    assert _keep(tmp_path, {}, VALUES) == PARTS
    assert _read(tmp_path) == VALUES


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    _keep(tmp_path, {}, VALUES)
    before = _read(tmp_path)
    assert _keep(tmp_path, before, dict(before)) == 0


def test_one_change_writes_one_part(tmp_path: Path) -> None:
    _keep(tmp_path, {}, VALUES)
    before = _read(tmp_path)
    now = before | {"vacature-7": [70]}
    assert _keep(tmp_path, before, now) == 1
    assert _read(tmp_path) == now


def test_what_went_does_not_come_back(tmp_path: Path) -> None:
    _keep(tmp_path, {}, VALUES)
    before = _read(tmp_path)
    now = {name: value for name, value in before.items() if name != "vacature-7"}
    assert _keep(tmp_path, before, now) == 1
    assert _read(tmp_path) == now
    assert _keep(tmp_path, now, {}) == PARTS
    assert _read(tmp_path) == {}


def test_a_damaged_part_costs_only_itself_and_is_written_again(tmp_path: Path) -> None:
    _keep(tmp_path, {}, VALUES)
    (tmp_path / "proef-3").write_bytes(b"kapot")
    before = _read(tmp_path)
    assert 0 < len(VALUES) - len(before) < len(VALUES) / 8
    assert _keep(tmp_path, before, before | {name: value for name, value in VALUES.items() if name not in before}) == 1
    assert _read(tmp_path) == VALUES
