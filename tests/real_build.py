"""Builds as an editor starts them: a project in a folder of its own, and `mkdocs build` in a process of its own."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from yaml import CSafeDumper, dump, safe_load

from burgerbaan.build import Build
from burgerbaan.press import FEW
from tests.bench.corpus import DAY, write_corpus
from tests.small_site import valid_site

PATIENCE = 120.0
"""Seconds after which a build hangs, whatever else the machine is doing."""

AS_ANYBODY = () if os.getuid() else ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
"""A command under which root may read and write no more than others."""

_SECTORS = 150
"""Empty lists are jobs too, and quickly made: with these a small project keeps more than one process busy."""


def write_big_project(folder: Path, vacancies: int = 40) -> Path:
    """A project that is made by more than one process."""
    write_corpus(folder, vacancies)
    sectors = [{"id": f"vak-{number}", "naam": f"Vak {number}"} for number in range(_SECTORS)]
    write(folder / "content/gegevens/sectoren.yml", read(folder / "content/gegevens/sectoren.yml") + sectors)
    assert len(Build(valid_site(folder)).jobs) >= FEW, "too few jobs for a second process"
    return folder


def start(
    project: Path, target: Path | None = None, under: tuple[str, ...] = (), **environment: str
) -> subprocess.Popen[str]:
    """A build that has begun, as an editor begins one on the day of the corpus; `under` another command."""
    return subprocess.Popen(
        [*under, sys.executable, "-m", "mkdocs", "build", "-d", str(target or project / "site")],
        cwd=project,
        env=os.environ | {"BURGERBAAN_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def said_by(process: subprocess.Popen[str]) -> str:
    """What a build that goes well says."""
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    return said


def build(project: Path, target: Path | None = None, **environment: str) -> str:
    """One build that goes well, and what it says."""
    return said_by(start(project, target, **environment))


def contents(folder: Path) -> dict[str, str]:
    """Every file and folder below a folder by its path, with a digest of the bytes."""
    return {path.relative_to(folder).as_posix(): _digest(path) for path in folder.rglob("*")}


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"to {path.readlink()}"
    return "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()


def differences(found: dict[str, str], wanted: dict[str, str]) -> list[str]:
    """Paths that are not the same in both."""
    return sorted(path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))


def vacancy_files(project: Path) -> list[Path]:
    """The file of every vacancy."""
    return sorted(path for path in project.glob("vacancies/*/*.yml") if path.name != "organisatie.yml")


def read(path: Path) -> Any:
    """What stands in a file of records."""
    return safe_load(path.read_text("utf-8"))


def write(path: Path, value: Any) -> None:
    """Write a file of records as the corpus does."""
    path.write_text(dump(value, Dumper=CSafeDumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def set_fields(path: Path, **fields: Any) -> None:
    """Give a record other fields."""
    write(path, read(path) | fields)
