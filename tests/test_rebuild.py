"""A build that uses an earlier one again gives the same bytes as a build that knows nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.corpus import write_corpus

COUNT = 150
"""Vacancies: enough for more than one process (`press.FEW` jobs)."""


def _build(project: Path, target: Path, **environment: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(target)],
        cwd=project,
        env=os.environ | {"BURGERBAAN_TODAY": "2026-11-22", "NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stderr


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _clean(project: Path, target: Path, **environment: str) -> dict[str, bytes]:
    shutil.rmtree(target, ignore_errors=True)
    _build(project, target, BURGERBAAN_CACHE="0", BURGERBAAN_WORKERS="1", **environment)
    return _bytes(target)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once, with everything kept."""
    folder = tmp_path_factory.mktemp("rebuild")
    write_corpus(folder, COUNT)
    _build(folder, folder / "site", BURGERBAAN_WORKERS="2")
    return folder


def _vacancies(project: Path) -> list[Path]:
    return sorted(path for path in project.glob("vacancies/*/*.yml") if path.name != "organisatie.yml")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _add(project: Path) -> None:
    source = _vacancies(project)[0]
    shutil.copy(source, source.with_name("een-heel-nieuwe.yml"))
    _replace(source.with_name("een-heel-nieuwe.yml"), "titel: ", "titel: Nieuw ")


def _edit(project: Path) -> None:
    _replace(_vacancies(project)[1], "samenvatting: Je", "samenvatting: Je café en")


def _rename(project: Path) -> None:
    source = _vacancies(project)[2]
    source.rename(source.with_name("heet-nu-anders.yml"))


def _move(project: Path) -> None:
    source = _vacancies(project)[3]
    hosts = sorted(item for item in (project / "vacancies").iterdir() if item != source.parent)
    source.rename(hosts[-1] / source.name)


def _delete(project: Path) -> None:
    _vacancies(project)[4].unlink()


def _host(project: Path) -> None:
    _replace(sorted(project.glob("vacancies/*/organisatie.yml"))[0], "naam: ", "naam: Het nieuwe ")


def _sector(project: Path) -> None:
    _replace(project / "content/gegevens/sectoren.yml", "naam: Zorg", "naam: Zorg en meer")


def _profile(project: Path) -> None:
    _replace(project / "profiles/bewoner-0.yml", "naam: ", "naam: Lieve ")


def _menu(project: Path) -> None:
    _replace(project / "mkdocs.yml", "- Contact:", "- Bel ons:")


def _damage(project: Path) -> None:
    """Somebody has been in the finished site."""
    pages = sorted((project / "site/vacatures").glob("*/poster/index.html"))
    pages[0].write_text("weg", "utf-8")
    pages[1].unlink()


def _nothing(project: Path) -> None:
    """Another day only."""


STEPS: tuple[tuple[Callable[[Path], None], str], ...] = (
    (_add, "2026-11-22"),
    (_edit, "2026-11-22"),
    (_rename, "2026-11-22"),
    (_move, "2026-11-22"),
    (_delete, "2026-11-22"),
    (_damage, "2026-11-22"),
    (_nothing, "2026-12-02"),
    (_host, "2026-12-02"),
    (_sector, "2026-12-02"),
    (_profile, "2026-12-02"),
    (_menu, "2026-12-02"),
    (_nothing, "2026-11-22"),
)


def test_after_every_change_the_site_is_what_a_clean_build_would_give(project: Path, tmp_path: Path) -> None:
    for number, (change, day) in enumerate(STEPS):
        change(project)
        _build(project, project / "site", BURGERBAAN_TODAY=day, BURGERBAAN_WORKERS=str(1 + number % 3))
        clean = _clean(project, tmp_path / "clean", BURGERBAAN_TODAY=day)
        found = _bytes(project / "site")
        different = sorted(path for path in clean.keys() | found.keys() if clean.get(path) != found.get(path))
        assert different == [], f"after {change.__name__} on {day}"


def test_a_file_that_did_not_change_is_left_as_it_was(project: Path) -> None:
    _build(project, project / "site")
    kept = project / "site/vacatures" / _vacancies(project)[20].stem / "poster/index.html"
    before = kept.stat()
    _replace(_vacancies(project)[30], "samenvatting: ", "samenvatting: Zo, ")
    said = _build(project, project / "site")
    after = kept.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "al klaar" in said


@pytest.mark.parametrize("damage", [b"", b"onzin", b"\x80\x05" * 500])
def test_a_damaged_cache_is_as_if_it_was_not_there(project: Path, tmp_path: Path, damage: bytes) -> None:
    for path in (project / ".burgerbaan-cache").iterdir():
        path.write_bytes(damage)
    _build(project, project / "site")
    assert _bytes(project / "site") == _clean(project, tmp_path / "clean")


def test_a_folder_in_the_place_of_the_cache_is_no_hindrance(project: Path, tmp_path: Path) -> None:
    for path in (project / ".burgerbaan-cache").iterdir():
        path.unlink()
        path.mkdir()
    _build(project, project / "site")
    assert _bytes(project / "site") == _clean(project, tmp_path / "clean")
