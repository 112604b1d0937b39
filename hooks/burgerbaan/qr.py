"""QR codes: the matrix from `qrcode`, drawn as one path; every code is read back before it is used."""

from __future__ import annotations

from functools import lru_cache

import qrcode
import zxingcpp
from markupsafe import Markup
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q

QUIET_ZONE = 4
"""Light modules around the code (ISO/IEC 18004)."""


_STRONGEST_FIRST = (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M)


class UnreadableCodeError(Exception):
    """A code that our own reader does not read back as it was meant."""


@lru_cache(maxsize=4096)
def matrix(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Modules of a code for a web address, without quiet zone; the highest level that does not make it larger.

    Each mask of the standard gives a code that readers must accept; weighing all eight costs ten times the rest,
    so the first one that is read back is taken. Raises UnreadableCodeError when none is.
    """
    version = _version(payload, ERROR_CORRECT_M)
    level = next(item for item in _STRONGEST_FIRST if _version(payload, item) == version)
    for mask in range(8):
        code = qrcode.QRCode(version, level, border=0, mask_pattern=mask)
        code.add_data(payload)
        code.make(fit=False)
        modules = tuple(tuple(bool(cell) for cell in row) for row in code.get_matrix())
        if read(modules) == payload:
            return modules
    raise UnreadableCodeError(payload)


def _version(payload: str, level: int) -> int:
    code = qrcode.QRCode(error_correction=level, border=0)
    code.add_data(payload)
    return int(code.best_fit())


def read(modules: tuple[tuple[bool, ...], ...], scale: int = 4) -> str:
    """What a reader makes of a code; '' when it reads nothing."""
    edge = (False,) * QUIET_ZONE
    rows = [(*edge, *row, *edge) for row in modules]
    size = len(modules) + 2 * QUIET_ZONE
    blank = [(False,) * size] * QUIET_ZONE
    pixels = bytes(0 if dark else 255 for row in (*blank, *rows, *blank) for dark in row)
    image = Image.frombytes("L", (size, size), pixels).resize((size * scale, size * scale), Image.Resampling.NEAREST)
    found = zxingcpp.read_barcodes(image)
    return str(found[0].text) if found else ""


def qr_svg(payload: str, label: str) -> Markup:
    """An inline SVG with a white plate of its own, so that it scans in dark mode too; `label` names it.

    Its id lets a page show the same code again without drawing it again.
    """
    modules = matrix(payload)
    size = len(modules) + 2 * QUIET_ZONE
    return Markup(
        '<svg class="bb-qr" viewBox="0 0 {0} {0}" id="qr" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>'
    ).format(size, label, _path(modules))


def _path(modules: tuple[tuple[bool, ...], ...]) -> str:
    """Runs of dark modules, row by row, each one module high."""
    parts: list[str] = []
    for y, row in enumerate(modules):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                parts.append(f"M{start + QUIET_ZONE} {y + QUIET_ZONE}h{x - start}v1h-{x - start}z")
            x += 1
    return "".join(parts)
