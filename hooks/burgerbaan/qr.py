"""QR codes: the matrix from `qrcode`, drawn as one path; every code is read back before it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

import qrcode
import zxingcpp
from markupsafe import Markup
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.util import QRData

QUIET_ZONE = 4
"""Light modules around the code (ISO/IEC 18004)."""

_STRONGEST_FIRST = (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M)
_MASKS = 8
_BYTES: Literal[4] = 4
"""Mode of a code (ISO/IEC 18004): any bytes."""

_PIXELS = bytes.maketrans(b"01", b"\xff\x00")
_DARK = re.compile("1+")


class UnreadableCodeError(Exception):
    """A code that our own reader does not read back as it was meant."""


@dataclass(frozen=True, slots=True)
class Code:
    """A square of modules, `size` on each side, without quiet zone; `rows` from the top, '1' is dark."""

    size: int
    rows: tuple[str, ...]


@dataclass(slots=True)
class _Canvas:
    """Codes of one version, level and mask.

    A code is a linear function of its bits: error correction, placing and masking only add them up (exclusive or). So
    a code whose bits are a sum of those of codes drawn before is the same sum of their modules, and `qrcode` need
    not draw it: some hundreds of drawings give all addresses of a site, at a tenth of the time.
    """

    version: int
    level: int
    mask: int
    _known: dict[int, tuple[int, int]] = field(default_factory=dict)

    def modules(self, payload: bytes) -> int:
        """All modules of a code, row by row, as the bits of one number."""
        bits, code = self._bits(payload), 0
        while bits:
            known = self._known.get(bits.bit_length())
            if known is None:
                drawn = self._draw(payload)
                self._known[bits.bit_length()] = bits, code ^ drawn
                return drawn
            bits ^= known[0]
            code ^= known[1]
        return code

    def _bits(self, payload: bytes) -> int:
        """What a code is a linear function of: its bytes from the first on, and which length it has."""
        most = _size(self.version) ** 2 // 8
        return 1 << (8 * most + len(payload)) | int.from_bytes(payload) << 8 * (most - len(payload))

    def _draw(self, payload: bytes) -> int:
        code = qrcode.QRCode(self.version, self.level, border=0, mask_pattern=self.mask)
        code.add_data(QRData(payload, mode=_BYTES), optimize=0)
        code.make(fit=False)
        return int("".join("1" if dark else "0" for row in code.modules for dark in row), 2)


_canvas = cache(_Canvas)


@lru_cache(maxsize=4096)
def code_of(payload: str) -> Code:
    """The code for a text; the highest level that does not make it larger.

    Each mask of the standard gives a code that readers must accept; weighing all eight costs ten times the rest,
    so the first one that is read back is taken. Raises UnreadableCodeError when none is.
    """
    data = payload.encode()
    version, level = _format(len(data))
    size = _size(version)
    for mask in range(_MASKS):
        flat = f"{_canvas(version, level, mask).modules(data):0{size * size}b}"
        code = Code(size, tuple(flat[start : start + size] for start in range(0, size * size, size)))
        if read(code) == payload:
            return code
    raise UnreadableCodeError(payload)


def _size(version: int) -> int:
    return 4 * version + 17


@cache
def _format(length: int) -> tuple[int, int]:
    """Version and level for a number of bytes."""
    version = _version(length, ERROR_CORRECT_M)
    return version, next(level for level in _STRONGEST_FIRST if _version(length, level) == version)


def _version(length: int, level: int) -> int:
    code = qrcode.QRCode(error_correction=level, border=0)
    code.add_data(QRData(bytes(length), mode=_BYTES), optimize=0)
    return int(code.best_fit())


def read(code: Code, scale: int = 2) -> str:
    """What a reader makes of a code; '' when it reads nothing."""
    size = code.size + 2 * QUIET_ZONE
    side, edge = "0" * QUIET_ZONE, "0" * QUIET_ZONE * size
    flat = edge + "".join(f"{side}{row}{side}" for row in code.rows) + edge
    image = Image.frombytes("L", (size, size), flat.encode().translate(_PIXELS))
    image = image.resize((size * scale, size * scale), Image.Resampling.NEAREST)
    found = zxingcpp.read_barcodes(
        image, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), try_rotate=False, try_downscale=False
    )
    return str(found[0].text) if found else ""


def qr_svg(payload: str, label: str) -> Markup:
    """An inline SVG with a white plate of its own, so that it scans in dark mode too; `label` names it.

    Its id lets a page show the same code again without drawing it again.
    """
    code = code_of(payload)
    return Markup(
        '<svg class="bb-qr" viewBox="0 0 {0} {0}" id="qr" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{2}"/></svg>'
    ).format(code.size + 2 * QUIET_ZONE, label, _path(code))


@lru_cache(maxsize=64)
def _path(code: Code) -> str:
    """Runs of dark modules, row by row, each one module high."""
    return "".join(_run(y, *run.span()) for y, row in enumerate(code.rows, QUIET_ZONE) for run in _DARK.finditer(row))


@cache
def _run(y: int, start: int, end: int) -> str:
    return f"M{start + QUIET_ZONE} {y}h{end - start}v1h-{end - start}z"
