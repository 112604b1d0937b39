"""A disk that refuses is told by every command, in a sentence and with what to do: never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from burgerbaan import __main__
from burgerbaan.__main__ import main
from burgerbaan.commands.sign import sign
from burgerbaan.forget import command
from burgerbaan.source.folders import Folders, files_in
from burgerbaan.wording import format_problem
from tests.giving_project import write_giving
from tests.real_build import AS_ANYBODY
from tests.small_site import DAY, copy_minimal

CLOSED = (
    "{}:1:1: Dit bestand kan niet gelezen worden (je mag deze map niet openen). "
    "Kijk of het er nog staat en of je het mag openen."
)
SIGNATURE = "content/gegevens/donatie.ondertekend"


def _check(project: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*AS_ANYBODY, sys.executable, "-m", "burgerbaan", "check", str(project)],
        env={**os.environ, "BURGERBAAN_TODAY": "2026-11-22"},
        capture_output=True,
        text=True,
        check=False,
        **settings,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize("mode", [0o000, 0o100, 0o400], ids=oct)
@pytest.mark.parametrize("folder", ["content", "content/gegevens", "vacancies", "vacancies/buurthuis", "profiles"])
def test_a_folder_that_may_not_be_opened_is_told(folder: str, mode: int, tmp_path: Path) -> None:
    place = copy_minimal(tmp_path) / folder
    place.chmod(mode)
    try:
        result = _check(tmp_path)
    finally:
        place.chmod(0o755)
    assert (result.returncode, "Traceback" in result.stderr) == (1, False), result.stderr
    assert CLOSED.format(folder) in result.stdout.splitlines()
    assert "Dit bestand ontbreekt" not in result.stdout, "nobody knows what is in a folder that is closed"


def test_a_folder_that_breaks_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: object) -> None:
        raise OSError(5, "Input/output error", str(place))

    (tmp_path / "vacancies").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    paths, problems = files_in(tmp_path, "vacancies")
    assert paths == ()
    assert [format_problem(item) for item in problems] == [
        CLOSED.format("vacancies").replace("je mag deze map niet openen", "de schijf weigert")
    ]


@pytest.mark.parametrize("refusing", ["pathlib.Path.write_text", "os.replace"])
def test_a_signature_that_cannot_be_written_is_told_and_leaves_nothing(
    refusing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_giving(tmp_path)
    (project / SIGNATURE).unlink()
    before = sorted(project.rglob("*"))
    said: list[str] = []

    def refuse(*given: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(refusing, refuse)
    assert sign(Folders(project), DAY, said.append, lambda question: "ja") == 1
    assert said[-1] == (
        f"'{SIGNATURE}' kan niet geschreven worden: je mag hier niet bij. "
        "Kies een andere map of vraag toestemming. Er is niets ondertekend."
    )
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("words", [("check",), ("qr", "--doel=x"), ("sign",), ("forget", "noor")])
def test_no_command_ends_in_a_traceback_when_the_disk_refuses(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(root: Path) -> None:
        raise OSError(5, "Input/output error", f"{root}/mkdocs.yml")

    for module in (__main__, command):
        monkeypatch.setattr(module, "read_settings", refuse)
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert capsys.readouterr().err == f"{tmp_path}/mkdocs.yml: de schijf weigert (Input/output error).\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_output_that_fits_nowhere_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "burgerbaan", "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (result.returncode, result.stderr) == (2, "Dit lukt niet: de schijf is vol. Maak ruimte.\n")


def test_who_stops_reading_is_told_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "burgerbaan", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == ""
    assert process.returncode == 1, "a check that was cut off may not pass for a good one"
