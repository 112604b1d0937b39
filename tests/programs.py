"""Programs that the tests need beside Python: found, or installed where we may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


def find_program(names: Sequence[str], package: str) -> str | None:
    """Path of the first of these programs; Debian's package is installed when there is none and we are root."""
    found = _on_path(names)
    if found or not shutil.which("apt-get") or os.geteuid() != 0:
        return found
    with _one_at_a_time():
        if _on_path(names) is None:
            run("apt-get", "update")
            run("apt-get", "install", "-y", "--no-install-recommends", package)
    return _on_path(names)


def run(*command: str) -> bool:
    """Run a command and tell what it said when it failed."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        print(f"$ {' '.join(command)}\n{result.stdout}{result.stderr}", file=sys.stderr)
    return result.returncode == 0


def _on_path(names: Sequence[str]) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Tests run in several processes, and two of apt hinder each other."""
    import fcntl  # noqa: PLC0415 - not there on Windows, where there is no apt either

    with Path(tempfile.gettempdir(), "burgerbaan-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
