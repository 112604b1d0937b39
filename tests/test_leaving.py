"""A build ends at once when all went well, and tells everything that it had to tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.corpus import DAY, write_corpus

SCRIPT = """
import atexit, logging, sys
from burgerbaan.leaving import leave_at_once
is_done = False
leave_at_once("mkdocs", lambda: is_done)
class Slow:
    def __del__(self):
        print("teruggegeven")
atexit.register(print, "opgeruimd")
held = Slow()
logging.basicConfig(stream=sys.stderr, format="%(message)s")
logging.error("gezegd")
print("klaar", end="")
{ending}
"""


def _run(folder: Path, name: str, ending: str) -> subprocess.CompletedProcess[str]:
    script = folder / name
    script.parent.mkdir(exist_ok=True)
    script.write_text(SCRIPT.format(ending=ending), "utf-8")
    return subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["mkdocs.py", "mkdocs/__main__.py"])
def test_a_build_that_went_well_tells_all_and_gives_nothing_back(name: str, tmp_path: Path) -> None:
    found = _run(tmp_path, name, "is_done = True")
    assert (found.returncode, found.stdout, found.stderr) == (0, "klaaropgeruimd\n", "gezegd\n")


@pytest.mark.parametrize(
    ("ending", "code"),
    [("", 0), ("sys.exit(3)", 3), ("raise ValueError('mis')", 1), ("is_done = True; raise ValueError('mis')", 1)],
)
def test_any_other_end_is_that_of_python(ending: str, code: int, tmp_path: Path) -> None:
    found = _run(tmp_path, "mkdocs.py", ending)
    assert found.returncode == code
    assert "teruggegeven" in found.stdout
    assert ("ValueError: mis" in found.stderr) == (code == 1)


def test_a_program_that_only_calls_a_build_ends_in_its_own_way(tmp_path: Path) -> None:
    found = _run(tmp_path, "pytest.py", "is_done = True; sys.exit(4)")
    assert found.returncode == 4
    assert "teruggegeven" in found.stdout


def test_what_mkdocs_does_after_a_build_ends_as_it_does(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_corpus(project, 2)
    found = subprocess.run(
        [sys.executable, "-m", "mkdocs", "gh-deploy", "--quiet"],
        cwd=project,
        env=os.environ
        | {"NO_MKDOCS_2_WARNING": "1", "BURGERBAAN_TODAY": DAY.isoformat(), "GIT_CEILING_DIRECTORIES": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (project / "site" / "index.html").is_file()
    assert found.returncode == 1, "this is no repository of git"
