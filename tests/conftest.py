"""What more than one test file needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time, so that a red run means a change; BURGERBAAN_ZOEK=1 looks for new ones.
settings.register_profile("vast", derandomize=True, deadline=None)
settings.register_profile("zoek", max_examples=1000, deadline=None)
settings.load_profile("zoek" if os.environ.get("BURGERBAAN_ZOEK") else "vast")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's site, built once a session as on one fixed day."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | {"BURGERBAAN_TODAY": "2026-11-22", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, f"The site does not build:\n{build.stdout}{build.stderr}"
    return folder
