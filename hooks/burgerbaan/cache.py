"""Values kept between builds, only to be faster: one that cannot be trusted is as if it was never kept."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = ".burgerbaan-cache"
_CODE = Path(__file__).parent
LIBRARIES = (
    "jinja2",
    "lightningcss",
    "markdown",
    "markdown-it-py",
    "markupsafe",
    "pillow",
    "pydantic",
    "pydantic-core",
    "pypdfium2",
    "pyphen",
    "python-stdnum",
    "pyyaml",
    "qrcode",
    "resvg-py",
    "rjsmin",
    "zxing-cpp",
)
"""Whose answers stand in what is kept."""
_CHECK_BYTES = 32


class Cache:
    """A folder of values for one version of the program; without a folder it keeps nothing."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self._folder = folder
        self._version = version.encode()

    def get(self, name: str) -> Any:
        """What was kept; None when nothing was, by another version, or when the file was damaged."""
        if self._folder is None:
            return None
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        check, value = data[:_CHECK_BYTES], data[_CHECK_BYTES:]
        return pickle.loads(value) if check == self._check(value) else None

    def put(self, name: str, value: Any) -> None:
        """Keep a value; a disk that refuses only makes the next build slower."""
        if self._folder is None:
            return
        data = pickle.dumps(value, protocol=5)
        fresh = self._folder / f"{name}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(self._check(data) + data)
            fresh.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                fresh.unlink()

    def _check(self, value: bytes) -> bytes:
        return hashlib.sha256(self._version + value).digest()


# Once for a process: what it makes is made by what it began with, whatever is put in the folder meanwhile.
@cache
def program_version() -> str:
    """Another program, template, word or library: another version."""
    found = hashlib.sha256(repr((sys.version, [version(name) for name in LIBRARIES])).encode())
    for path in sorted(_files(_CODE)):
        with open(path, "rb") as file:
            found.update(f"{path}\n".encode() + file.read())
    return found.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _files(Path(entry.path))
            elif entry.is_file():
                yield entry.path
