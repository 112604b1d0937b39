"""QR codes: the matrix from `qrcode`, and what a reader makes of it; every code is read back before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import qrcode
import zxingcpp
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError
from qrcode.util import QRData

QUIET_ZONE = 4
"""Light modules around the code (ISO/IEC 18004)."""

_MASKS = 8
_SQUARES = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.MicroQRCode,
        zxingcpp.BarcodeFormat.RMQRCode,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.PDF417,
    ]
)
"""Everything that a phone takes for a code with a text in it."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_BYTES: Literal[4] = 4
"""Mode of a code (ISO/IEC 18004): any bytes."""

_DOTS = bytes.maketrans(b"01", b"\xff\x00")
"""Light and dark modules as dots of a picture in greys."""


class Level(Enum):
    """How much of a code may be dirty or torn, by the levels that may be chosen, the strongest first."""

    STRONGEST = (ERROR_CORRECT_H, ERROR_CORRECT_Q, ERROR_CORRECT_M)
    """As much as costs nothing: the highest that does not make the code larger."""
    MEDIUM = (ERROR_CORRECT_M,)
    """What EPC069-12 prescribes for payments."""

    @property
    def letter(self) -> str:
        """How a reader names the lowest of them."""
        return {ERROR_CORRECT_M: "M", ERROR_CORRECT_Q: "Q", ERROR_CORRECT_H: "H"}[self.value[-1]]


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
def code_of(payload: str, level: Level = Level.STRONGEST) -> Code:
    """The code for a text, as small as it can be.

    Each mask of the standard gives a code that readers must accept; weighing all eight costs ten times the rest,
    so the first one that is read back is taken. Raises UnreadableCodeError when none is, or when the text is too long.
    """
    data = payload.encode()
    version, number = _format(len(data), level)
    size = _size(version)
    for mask in range(_MASKS):
        flat = f"{_canvas(version, number, mask).modules(data):0{size * size}b}"
        code = Code(size, tuple(flat[start : start + size] for start in range(0, size * size, size)))
        if reading_of(code).text == payload:
            return code
    raise UnreadableCodeError(payload)


def _size(version: int) -> int:
    return 4 * version + 17


@cache
def _format(length: int, level: Level) -> tuple[int, int]:
    """Version and level for a number of bytes."""
    version = _version(length, level.value[-1])
    return version, next(number for number in level.value if _version(length, number) == version)


def _version(length: int, level: int) -> int:
    code = qrcode.QRCode(error_correction=level, border=0)
    code.add_data(QRData(bytes(length), mode=_BYTES), optimize=0)
    try:
        return int(code.best_fit())
    except (DataOverflowError, ValueError):
        raise UnreadableCodeError(f"{length} bytes") from None


class Reading(NamedTuple):
    """What a reader makes of a code: its text, '' when it reads nothing; the level ('L', 'M', 'Q', 'H')."""

    text: str = ""
    level: str = ""


# The same code stands on more sheets; what a reader makes of it is the same each time.
@lru_cache(maxsize=1024)
def reading_of(code: Code) -> Reading:
    """What a reader makes of a code that is printed as small as can be, one dot to a module."""
    size = code.size + 2 * QUIET_ZONE
    side, edge = "0" * QUIET_ZONE, "0" * QUIET_ZONE * size
    flat = edge + "".join(f"{side}{row}{side}" for row in code.rows) + edge
    picture = memoryview(flat.encode().translate(_DOTS)).cast("B", (size, size))
    found = zxingcpp.read_barcodes(picture, _QR, try_rotate=False, try_downscale=False)
    return Reading(str(found[0].text), str(found[0].ec_level)) if found else Reading()


def texts_in(picture: Image.Image) -> Iterator[str]:
    """The text of every code that a reader finds in a picture, however it lies there."""
    for found in zxingcpp.read_barcodes(picture, _SQUARES):
        yield str(found.text)
