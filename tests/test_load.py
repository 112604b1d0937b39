"""Several processes read what one process reads: the same records and the same mistakes."""

from __future__ import annotations

import os
import shutil
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from burgerbaan import harvest, read_ahead
from burgerbaan.__main__ import main
from burgerbaan.crew import WorkerLostError
from burgerbaan.load import Loaded, load_site
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.problems import Problem
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import load_text
from burgerbaan.today import WrongTodayError, read_today
from burgerbaan.wording import format_problem
from tests.small_site import copy_minimal

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
HOST = "voorbeeldboerderij-het-hooi"

BAD = {
    f"vacancies/{HOST}/leeg.yml": "",
    f"vacancies/{HOST}/tab.yml": "titel:\tKoken\n\tx: 1\n",
    f"vacancies/{HOST}/Hoofd Letter.yml": "titel: Koken\n",
    f"vacancies/{HOST}/dubbel.yml": "titel: Koken\ntitel: Koken\n",
    f"vacancies/{HOST}/geen-lijst.yml": "- a\n- b\n",
    f"vacancies/{HOST}/dieper/organisatie.yml": "naam: Te diep\n",
    "vacancies/los.yml": "titel: Zonder organisatie\n",
    "vacancies/nieuw/organisatie.yml": "naam: 7\nsamenvatting: x\n",
    "profiles/anna.yml": "naam: Anna\nwijk: nergens\n",
    "profiles/fotos/anna.yml": "a: 1\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This repository's content with mistakes in it, read by several processes however small it is."""
    for name in ("content", "vacancies", "profiles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path, text in BAD.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / f"vacancies/{HOST}/latin.yml").write_bytes("titel: caf\xe9\n".encode("latin-1"))
    monkeypatch.setattr(read_ahead, "FEW", 1)
    monkeypatch.setattr(read_ahead, "_AT_ONCE", 3)
    return tmp_path


def test_the_same_records_and_mistakes_come_out(project: Path) -> None:
    alone = load_site(Folders(project), TODAY)
    together = load_site(Folders(project), TODAY, workers=3)
    assert together.problems == alone.problems
    assert len({item.path for item in alone.problems if not item.is_reminder}) >= len(BAD) - 2
    assert repr(together.site) == repr(alone.site)
    assert together.digests == alone.digests
    assert together.kept == alone.kept


def test_what_is_remembered_is_not_read_again(project: Path) -> None:
    first = load_site(Folders(project), TODAY, workers=3)
    again = load_site(Folders(project), TODAY, workers=3, memory=first.kept)
    assert (again.problems, again.digests) == (first.problems, first.digests)
    assert all(again.kept[path] is kept for path, kept in first.kept.items())


def test_a_reader_that_is_killed_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, parse = os.getpid(), harvest.parse

    def parse_or_die(path: str, text: str) -> object:
        if os.getpid() != mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return parse(path, text)

    monkeypatch.setattr(harvest, "parse", parse_or_die)
    with pytest.raises(WorkerLostError):
        load_site(Folders(project), TODAY, workers=3)
    monkeypatch.setenv("BURGERBAAN_WORKERS", "3")
    assert main(["check", str(project)]) == 2
    assert "halverwege gestopt" in capsys.readouterr().err


LATER = time.time_ns() + 3_600 * 10**9


def _never(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    assert not path.startswith(("vacancies/", "profiles/")), f"{path} is opened"
    return load_text(root, path)


def test_a_preview_does_not_open_what_looks_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in BAD:
        (project / path).unlink()
    (project / f"vacancies/{HOST}/latin.yml").unlink()
    first = load_site(Folders(project), TODAY, moment=LATER)
    monkeypatch.setattr(harvest, "load_text", _never)
    again = load_site(Folders(project), TODAY, moment=LATER, memory=first.kept)
    assert repr(again) == repr(first)


def test_a_file_that_was_just_written_is_read_again(project: Path) -> None:
    first = load_site(Folders(project), TODAY, moment=time.time_ns())
    assert {kept.look for kept in first.kept.values()} == {None}


def test_an_edit_of_the_same_size_and_date_is_seen(project: Path) -> None:
    first = load_site(Folders(project), TODAY, moment=LATER)
    path = next(path for path, kept in first.kept.items() if isinstance(kept.record, Vacancy))
    file = project / path
    date, text = file.stat().st_mtime_ns, file.read_text("utf-8")
    title = _title(first, path)
    file.write_text(text.replace(title, title.swapcase()), "utf-8")
    os.utime(file, ns=(date, date))
    again = load_site(Folders(project), TODAY, moment=LATER, memory=first.kept)
    assert _title(again, path) == title.swapcase()


def _title(loaded: Loaded, path: str) -> str:
    record = loaded.kept[path].record
    assert isinstance(record, Vacancy)
    return record.title


def _told(root: Path) -> list[str]:
    return [format_problem(item) for item in load_site(Folders(root), TODAY).problems]


@pytest.mark.parametrize("name", ["vacancies", "profiles"])
def test_a_file_in_the_place_of_a_folder_is_told_of(name: str, tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    shutil.rmtree(root / name)
    assert not any(line.startswith(f"{name}:") for line in _told(root)), "nothing may stand there"
    (root / name).write_text("titel: Koken", "utf-8")
    assert (
        f"{name}:1:1: Dit bestand hoort hier niet en komt niet op de site. "
        f"Hier moet een map staan. Haal het bestand weg en maak een map met deze naam: {name}/"
    ) in _told(root)


@pytest.mark.parametrize("name", ["vacancies", "profiles", "content/gegevens"])
def test_a_folder_that_leads_elsewhere_is_not_followed(name: str, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    root = copy_minimal(tmp_path / "project")
    (root / name).rename(tmp_path / "elders")
    (root / name).symlink_to(tmp_path / "elders")
    assert [line for line in _told(root) if "wordt niet gevolgd" in line] == [
        f"{name}:1:1: Dit is een verwijzing naar een ander bestand (symlink) en wordt niet gevolgd."
        " Zet het bestand zelf hier neer."
    ]
    assert load_site(Folders(root), TODAY).site is None or name != "content/gegevens"


def test_a_folder_named_as_a_file_of_facts_is_not_told_of_as_missing(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    (root / "content/gegevens/wijken.yml").unlink()
    (root / "content/gegevens/wijken.yml").mkdir()
    [line] = [line for line in _told(root) if line.startswith("content/gegevens/wijken.yml:")]
    assert "het is een map met de naam van een bestand" in line


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_the_calendar_is_refused(day: str) -> None:
    with pytest.raises(WrongTodayError, match=r"te ver weg\. Kies een jaar van 1900 tot en met 9998") as refused:
        read_today({"BURGERBAAN_TODAY": day})
    assert "geen dag" not in str(refused.value)
    assert read_today({"BURGERBAAN_TODAY": "9998-12-31"}) == date(9998, 12, 31)
