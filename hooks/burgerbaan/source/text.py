"""Read one text file, or say why it cannot be read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Position, Problem, problem

MAX_BYTES = 256 * 1024

_REASONS = {
    FileNotFoundError: "het is er niet meer",
    PermissionError: "je mag het niet lezen",
    IsADirectoryError: "het is een map",
}

# C0 and C1 controls and the line separators that editors do not show; tab and newlines have rules of their own.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def load_text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a UTF-8 file (BOM dropped, newlines as \\n), with what is wrong with it; '' when unreadable."""
    place = root / path
    try:
        if place.is_symlink():
            return "", (problem(path, START, Kind.SYMLINK),)
        found = os.stat(place)
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):  # reading a pipe waits for ever
            return "", (problem(path, START, Kind.FILE_UNREADABLE, reason="het is geen gewoon bestand"),)
        if found.st_size > MAX_BYTES:
            return "", (problem(path, START, Kind.FILE_TOO_LARGE, limit=MAX_BYTES // 1024),)
        data = place.read_bytes()
    except OSError as error:
        return "", (problem(path, START, Kind.FILE_UNREADABLE, reason=_REASONS.get(type(error), "de schijf weigert")),)
    return decode(path, data)


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Bytes to text; the position of the first wrong byte when they are not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return "", (problem(path, position_in(before, len(before)), Kind.NOT_UTF8),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        code = f"U+{ord(control[0]):04X}"
        return "", (problem(path, position_in(text, control.start()), Kind.CONTROL_CHARACTER, code=code),)
    return text, ()


def position_in(text: str, offset: int) -> Position:
    """Line and column of an offset in a text."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(text.count("\n", 0, offset) + 1, offset - line_start + 1)
