"""What a picture's file holds beside the picture: only the parts that are needed to show it may be there.

Sources: JPEG (ITU T.81, JFIF), PNG (W3C), WebP (RFC 9649), AVIF (ISO 23008-12, boxes by ISO 14496-12).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

_PNG_PARTS = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"bKGD", b"pHYs"))
_WEBP_PARTS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_AVIF_BOXES = frozenset((b"ftyp", b"meta", b"mdat", b"free"))
_AVIF_SECRETS = (b"Exif", b"mime", b"uri ", b"prof", b"rICC")


def has_metadata(data: bytes) -> bool:
    """Whether a JPEG, PNG, WebP, AVIF or GIF holds anything beside its picture, or cannot be followed to its end."""
    for is_mine, parts in _FORMATS:
        if is_mine(data):
            try:
                return any(parts(data))
            except (struct.error, IndexError):
                return True
    return False


def is_picture(data: bytes) -> bool:
    """Whether these are the bytes of a picture in one of those formats."""
    return any(is_mine(data) for is_mine, _ in _FORMATS)


def _jpeg(data: bytes) -> Iterator[bool]:
    """Segments up to the picture's own data: only JFIF may come before the tables; nothing may follow the end."""
    place = 2
    while True:
        marker, length = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        is_jfif = marker == 0xE0 and data[place + 4 : place + 9] == b"JFIF\0" and length == 16
        yield data[place] != 0xFF or marker == 0xFE or (0xE0 <= marker <= 0xEF and not is_jfif)
        if marker == 0xDA:
            break
        place += 2 + length
    yield not data.endswith(b"\xff\xd9")
    yield b"\xff\xd9" in data[:-2]


def _png(data: bytes) -> Iterator[bool]:
    place = 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        yield kind not in _PNG_PARTS
        place += 12 + length
        if kind == b"IEND":
            break
    yield place != len(data)


def _webp(data: bytes) -> Iterator[bool]:
    yield struct.unpack("<I", data[4:8])[0] + 8 != len(data)
    place = 12
    while place < len(data):
        kind, length = struct.unpack("<4sI", data[place : place + 8])
        yield kind not in _WEBP_PARTS
        place += 8 + length + length % 2


def _avif(data: bytes) -> Iterator[bool]:
    place = 0
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        yield kind not in _AVIF_BOXES or length < 8
        if kind == b"meta":
            yield any(secret in data[place : place + length] for secret in _AVIF_SECRETS)
        place += length
    yield place != len(data)


def _gif(data: bytes) -> Iterator[bool]:
    yield b"!\xfe" in data or b"XMP DataXMP" in data


_FORMATS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Iterator[bool]]], ...] = (
    (lambda data: data[:2] == b"\xff\xd8", _jpeg),
    (lambda data: data[:8] == b"\x89PNG\r\n\x1a\n", _png),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    (lambda data: data[4:12] in (b"ftypavif", b"ftypavis", b"ftypmif1"), _avif),
    (lambda data: data[:4] == b"GIF8", _gif),
)
