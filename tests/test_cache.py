"""What is kept comes back as it was, or not at all."""

from __future__ import annotations

import pickle
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from burgerbaan import cache
from burgerbaan.cache import LIBRARIES, Cache, program_version

VALUE = {"lijst": [1, 2, 3], "naam": "café"}

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "half": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "the check only": lambda data: data[:32],
    "more than there was": lambda data: data + b"x",
    "empty": lambda data: b"",
    "a value without check": lambda data: pickle.dumps(VALUE),
}


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    Cache(tmp_path / "cache", "1").put("naam", VALUE)
    assert Cache(tmp_path / "cache", "1").get("naam") == VALUE
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["naam"]


def test_another_version_knows_nothing_of_it(tmp_path: Path) -> None:
    Cache(tmp_path, "1").put("naam", VALUE)
    assert Cache(tmp_path, "2").get("naam") is None


@pytest.mark.parametrize("name", DAMAGE)
def test_what_was_damaged_does_not_come_back(name: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    cache.put("naam", VALUE)
    (tmp_path / "naam").write_bytes(DAMAGE[name]((tmp_path / "naam").read_bytes()))
    assert cache.get("naam") is None


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("van iemand", "utf-8")
    cache = Cache(tmp_path / "cache", "1")
    cache.put("naam", VALUE)
    assert cache.get("naam") is None
    assert (tmp_path / "cache").read_text("utf-8") == "van iemand"


def test_a_folder_in_the_place_of_a_value_leaves_no_rubbish(tmp_path: Path) -> None:
    (tmp_path / "naam").mkdir()
    cache = Cache(tmp_path, "1")
    cache.put("naam", VALUE)
    assert cache.get("naam") is None
    assert [path.name for path in tmp_path.iterdir()] == ["naam"]


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None, "1")
    cache.put("naam", VALUE)
    assert cache.get("naam") is None


def test_another_version_of_any_library_whose_answers_are_kept_throws_them_away() -> None:
    edge = {"mkdocs", "mkdocs-material", "click", "watchdog"}
    days = {"tzdata"}  # a day of today, which every stamp holds
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = {re.split(r"[=<>]", line)[0] for line in project["dependencies"]}
    assert pinned - edge - days <= set(LIBRARIES)


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a small program, in a process that has asked nothing yet."""
    monkeypatch.setattr(cache, "_CODE", tmp_path)
    program_version.cache_clear()
    yield tmp_path
    program_version.cache_clear()


@pytest.mark.parametrize("name", ["build.py", "words/nl.yml", "components/kaart/template.html.jinja"])
def test_another_text_of_any_file_is_another_program(name: str, code: Path) -> None:
    place = code / name
    place.parent.mkdir(parents=True, exist_ok=True)
    found = set()
    for text in ("een", "twee", "drie"):
        place.write_text(text, "utf-8")
        found.add(program_version())
        program_version.cache_clear()
    assert len(found) == 3


def test_a_preview_stays_the_program_it_began_as_when_a_newer_one_is_put_in_its_place(code: Path) -> None:
    (code / "build.py").write_text("een", "utf-8")
    began = program_version()
    (code / "build.py").write_text("twee", "utf-8")
    assert program_version() == began
