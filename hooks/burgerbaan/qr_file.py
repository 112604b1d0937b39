"""A code as a file of its own: SVG, PNG for mail, or PDF for print; read back before it is given away."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import ceil
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from burgerbaan.codes import CodeKind
from burgerbaan.qr import QUIET_ZONE, Code, UnreadableCodeError, code_of, reading_of, texts_in
from burgerbaan.qr_drawing import codes_in, qr_svg

FORMATS = (".svg", ".png", ".pdf")

_PER_INCH = 600
_MILLIMETRES = 25.4
_FINEST = 12
"""Dots to a module: half a millimetre, which a phone reads from a hand away."""
_LEAST = {CodeKind.ADDRESS: 25, CodeKind.PAYMENT: 35}
"""The smallest side on a flyer, in millimetres with the quiet zone."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a code holds, who reads it, what it is called; `across` stands over one that is no real one."""

    payload: str
    kind: CodeKind
    label: str
    across: str = ""


def code_file(printed: Printed, suffix: str) -> bytes:
    """The bytes of the file. Raises UnreadableCodeError when a reader makes something else of it."""
    data = {".svg": _svg, ".png": _png, ".pdf": _pdf}[suffix](printed)
    if printed.payload not in _texts(data, suffix):
        raise UnreadableCodeError(printed.payload)
    return data


def _svg(printed: Printed) -> bytes:
    svg = qr_svg(printed.payload, printed.label, printed.kind.level, across=printed.across)
    return (str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n").encode()


def _png(printed: Printed) -> bytes:
    target = io.BytesIO()
    _picture(printed).save(target, "PNG", dpi=(_PER_INCH, _PER_INCH), optimize=True)
    return target.getvalue()


def _pdf(printed: Printed) -> bytes:
    target = io.BytesIO()
    about: dict[str, Any] = {
        "title": printed.label,
        "creationDate": None,
        "modDate": None,
    }  # the same code, the same file
    if printed.across:  # has colours, so it is stored as a photo
        about["quality"] = 95
    _picture(printed).save(target, "PDF", resolution=_PER_INCH, **about)
    return target.getvalue()


def _picture(printed: Printed) -> Image.Image:
    code = code_of(printed.payload, printed.kind.level)
    side = code.size + 2 * QUIET_ZONE
    dots = max(_FINEST, ceil(_LEAST[printed.kind] / _MILLIMETRES * _PER_INCH / side))
    picture = _modules(code).resize((side * dots, side * dots), Image.Resampling.NEAREST)
    return _with_words(picture.convert("RGB"), printed.across) if printed.across else picture


def _modules(code: Code) -> Image.Image:
    side = code.size + 2 * QUIET_ZONE
    picture = Image.new("1", (side, side), 1)
    for y, row in enumerate(code.rows, QUIET_ZONE):
        for x, module in enumerate(row, QUIET_ZONE):
            picture.putpixel((x, y), module == "0")
    return picture


def _with_words(picture: Image.Image, words: str) -> Image.Image:
    size = picture.width
    font = ImageFont.load_default(1.7 * size / len(words))
    layer = Image.new("L", picture.size, 0)
    ImageDraw.Draw(layer).text((size / 2, size / 2), words, fill=150, font=font, anchor="mm")
    return Image.composite(Image.new("RGB", picture.size, "#d32f2f"), picture, layer.rotate(45))


def _texts(data: bytes, suffix: str) -> set[str]:
    if suffix == ".svg":
        return {reading_of(code).text for _, code in codes_in(data.decode()) if code}
    if suffix == ".png":
        return set(texts_in(Image.open(io.BytesIO(data)).convert("L")))
    with pypdfium2.PdfDocument(data) as document:
        return set(texts_in(document[0].render(scale=300 / 72).to_pil().convert("L")))
