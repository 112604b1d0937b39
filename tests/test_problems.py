"""What an editor reads when something is wrong: each case changes the smallest site, and each line must be exact."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Required, TypedDict

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from PIL import Image

from burgerbaan.kinds import Kind
from burgerbaan.load import load_site
from burgerbaan.problems import REMINDERS, START, Problem, problem
from burgerbaan.rules.settings import KNOWN
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import MAX_BYTES, load_text
from burgerbaan.wording import format_problem, format_reminders

HERE = Path(__file__).parent
MINIMAL = HERE / "sites" / "minimal"
TODAY = date(2026, 11, 22)

READBACK = (
    Kind.CODE_UNREADABLE,
    Kind.CODE_OTHER,
    Kind.CODE_ABSENT,
    Kind.CODE_LEVEL,
    Kind.CODE_TEXT,
    Kind.CODE_LIST,
    Kind.CODE_SHEET,
    Kind.CODE_DRAWING,
)
IN_MENU = (Kind.LEAK_MAIL, Kind.LEAK_PHONE)
"""Are looked for in the settings too, which no file of the finished site shows a place of."""
UNREACHABLE = frozenset(
    {
        Kind.PROFILES_UNREAD,  # needs a variable that is set: `test_profiles_elsewhere.py`
        Kind.PHOTO_NAME,  # is told as part of "this counts as no"
        Kind.LOGO_NAME,
        *(
            kind for kind in Kind if kind.startswith("leak_") and kind not in IN_MENU
        ),  # stand in the finished site: `test_traces.py`
        *READBACK,  # stand in the finished site too: `test_codes.py`
        Kind.CREDITOR_REFERENCE,  # are of a code that somebody types: `test_epc.py`
        Kind.BOTH_REFERENCES,
        Kind.PURPOSE,
    }
)
"""Kinds that no change of the content can show."""


class Case(TypedDict, total=False):
    """One entry of `cases/problems.yml`: what changes in the smallest site, and what the editor then reads."""

    case: Required[str]
    change: Mapping[str, Sequence[tuple[str, str]]]  # path: pairs of what stands there once and what takes its place
    files: Mapping[str, str | None]  # path: its whole text, or null when it goes
    bytes: Mapping[str, str]  # path: its bytes as hexadecimal digits
    pictures: Mapping[str, str]  # path: format, width and height, and then 'cut' or 'heavy'
    link: Mapping[str, str]  # path: where the symlink points
    huge: str  # path of a file larger than may be read
    today: date
    publishing: bool
    problems: Required[Sequence[str]]


def read_cases() -> tuple[Case, ...]:
    return tuple(yaml.safe_load((HERE / "cases" / "problems.yml").read_text(encoding="utf-8")))


def case_name(case: Case) -> str:
    return case["case"]


def make_site(case: Case, root: Path) -> None:
    """Copy the smallest site to `root` and make the changes of the case."""
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("site", ".*", "mkdocs.yml"))
    for path, data in changed_files(case, root):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            place.unlink()
        else:
            place.write_bytes(data)
    for path, target in case.get("link", {}).items():
        (root / path).symlink_to(target)


def changed_files(case: Case, root: Path) -> Iterator[tuple[str, bytes | None]]:
    """Each file of a case with its new bytes, None when it goes."""
    for path, text in case.get("files", {}).items():
        yield path, None if text is None else text.encode()
    for path, pairs in case.get("change", {}).items():
        yield path, replaced((root / path).read_text(encoding="utf-8"), pairs).encode()
    for path, wish in case.get("pictures", {}).items():
        yield path, made_picture(*wish.split())
    for path, digits in case.get("bytes", {}).items():
        yield path, bytes.fromhex(digits)
    if "huge" in case:
        yield case["huge"], b"# lang\n" * (MAX_BYTES // 7 + 1)


def made_picture(kind: str, width: str, height: str, fate: str = "") -> bytes:
    target = BytesIO()
    Image.new("L", (int(width), int(height)), 120).save(target, kind)
    data = target.getvalue()
    return {"": data, "cut": data[: len(data) * 3 // 4], "heavy": data + bytes(21_000_000)}[fate]


def replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, f"'{old}' must stand in the file exactly once"
        text = text.replace(old, new)
    return text


def problems_of(case: Case, root: Path) -> tuple[Problem, ...]:
    make_site(case, root)
    return load_site(Folders(root), case.get("today", TODAY), is_publishing=case.get("publishing", False)).problems


@pytest.mark.parametrize("case", read_cases(), ids=case_name)
def test_the_editor_reads_exactly_this(case: Case, tmp_path: Path) -> None:
    lines = [format_problem(problem) for problem in problems_of(case, tmp_path / "site")]
    assert lines == case["problems"]


def test_a_file_that_cannot_be_opened_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "map.yml").mkdir()
    text, problems = load_text(tmp_path, "map.yml")
    assert text == ""
    assert [format_problem(problem) for problem in problems] == [
        "map.yml:1:1: Dit bestand kan niet gelezen worden (het is een map)."
        " Kijk of het er nog staat en of je het mag openen."
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("path", ["profiles/noor.yml", "profiles/erbij.yml", "vacancies/buurthuis/koken.yml"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(path: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    make_site({"case": "", "problems": []}, root)
    (root / path).unlink(missing_ok=True)
    os.mkfifo(root / path)
    told = [format_problem(item) for item in load_site(Folders(root), TODAY).problems]
    assert any("het is geen gewoon bestand" in line for line in told)
    assert load_text(root, path)[0] == ""


def test_every_kind_of_problem_stands_in_a_case(tmp_path: Path) -> None:
    shown = {
        problem.kind
        for number, case in enumerate(read_cases())
        for problem in problems_of(case, tmp_path / str(number))
    }
    assert set(Kind) - shown == UNREACHABLE


def test_there_are_plenty_of_cases_and_no_two_have_one_name() -> None:
    names = [case_name(case) for case in read_cases()]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


def test_a_hundred_reminders_do_not_fill_the_screen() -> None:
    many = [
        problem(f"vacancies/a/{number}.yml", START, Kind.CLOSING_SOON, day="op 1 december 2026")
        for number in range(103)
    ]
    one = problem("vacancies/b/x.yml", START, Kind.CHECKED_LONG_AGO, days=61)
    lines = list(format_reminders([*many, one]))
    assert lines[5] == "En nog 98 keer zoiets. Alles zien: .venv/bin/python -m burgerbaan check"
    assert len(lines) == 7
    assert lines[6].startswith("vacancies/b/x.yml:")


def test_every_setting_of_mkdocs_is_known() -> None:
    theirs = {name for name, _ in MkDocsConfig()._schema}
    assert theirs - {"config_file_path"} | {"INHERIT"} == KNOWN


def test_what_stops_a_build_stands_before_what_only_reminds() -> None:
    assert {kind for kind in Kind if kind.startswith("consent_")} < REMINDERS
    assert not [kind for kind in REMINDERS if kind.startswith(("leak_", "code_", "signature_", "example_"))]
    assert {Kind.TIP_TWICE, Kind.NAME_TWICE, Kind.PROFILES_UNREAD} < REMINDERS
