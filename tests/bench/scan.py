"""How robustly our QR codes scan: the share that is read of codes seen badly, ours beside segno's for the same payload.

    python -m tests.bench.scan --samples 60

Asks the extra `scan` (OpenCV and segno). Every sample is drawn in grey as a camera would see it: turned a little and
shifted by part of a pixel, then made worse as its row says. Chance is seeded by row, payload and number of the sample,
so both codes are seen in the same way, and each run gives the same table. A sample counts as read when the text is
the payload exactly. With 60 samples a percentage may be 13 off by chance; of pairs that are seen in the same way, the
last line counts those of which one code is read and the other is not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from io import BytesIO
from math import ceil, cos, pi, radians, sin
from random import Random
from statistics import NormalDist, mean
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from burgerbaan.qr import QUIET_ZONE, Code, Level, code_of, reading_of, texts_in

_PAYEE = "BCD\n002\n1\nSCT\n\nStichting Voorbeeld\nNL91ABNA0417164300\n"
PAYLOADS = {
    "payment": (f"{_PAYEE}\n\n\nDonatie via de website", Level.MEDIUM),
    "payment with amount": (
        f"{_PAYEE}EUR25.00\nCHAR\n\nDonatie via de website, kenmerk 2026-00417, een eigen plek",
        Level.MEDIUM,
    ),
    "address": ("https://www.example.org/doneer/een-eigen-plek/", Level.STRONGEST),
}

FINE = 8
"""Dots to a module of the sheet that is looked at."""

OVER = 4
"""Points in a row, and in a column, that a pixel is the mean of."""

ROOM = 1.5
"""Width of a picture, by that of the code with its quiet zone: it fits in any pose."""

AWAY = 2
"""Distance of the camera, by the same."""

LABEL, CELL = 38, 7
PACKAGES = ("qrcode", "segno", "zxing-cpp", "opencv-python-headless", "pillow")

Row = tuple[float, float, float]
Reader = Callable[[Image.Image], str]


@dataclass(frozen=True, slots=True)
class View:
    """How a code is seen. Lengths are in modules, greys and noise of 255, angles in degrees."""

    pixels: float = 4
    """To a module."""
    blur: float = 0
    """Standard deviation."""
    turn: float = 2
    """At most, to either side."""
    tilt: float = 0
    """Of the sheet, away from the camera, to any side."""
    noise: float = 0
    """Standard deviation."""
    dark: int = 0
    light: int = 255
    jpeg: int | None = None
    """Quality."""
    inverted: bool = False
    quiet: int = QUIET_ZONE
    on_dark: bool = False
    """What is around the quiet zone: dark, or light as the sheet."""
    blots: float = 0
    """Share of the code, dark or light by chance."""


TESTS = {
    "4 px per module": View(),
    "3 px": View(pixels=3),
    "2 px": View(pixels=2),
    "1.5 px": View(pixels=1.5),
    "1.2 px": View(pixels=1.2),
    "blur sd 0.4 module": View(blur=0.4),
    "blur sd 0.5 module": View(blur=0.5),
    "rotation, any angle": View(turn=180),
    "perspective mild, 20 degrees": View(tilt=20),
    "perspective strong, 55 degrees": View(tilt=55),
    "noise sd 45, 3 px": View(pixels=3, noise=45),
    "contrast 100 on 200, noise 8": View(dark=100, light=200, noise=8),
    "contrast 170 on 200, noise 5": View(dark=170, light=200, noise=5),
    "JPEG 10, 3 px": View(pixels=3, jpeg=10),
    "inverted": View(inverted=True),
    "quiet zone 1, black around": View(quiet=1, on_dark=True),
    "quiet zone 0, black around": View(quiet=0, on_dark=True),
    "blots over 4 %": View(blots=0.04),
    "blots over 7 %": View(blots=0.07),
    "blots over 10 %": View(blots=0.10),
    "phone photo": View(pixels=3, blur=0.4, tilt=20, noise=10, jpeg=50),
    "far poster": View(pixels=1.8, blur=0.3, noise=10, jpeg=60),
}


def picture_of(code: Code, view: View, chance: Random) -> Image.Image:
    """A code as a camera sees it."""
    sheet = _sheet(code, view)
    if view.blots:
        _blot(sheet, code.size * FINE, view, chance)
    seen = _seen(sheet, view, chance)
    if view.noise:
        seen = _noisy(seen, view.noise, chance)
    if view.inverted:
        seen = ImageOps.invert(seen)
    return seen if view.jpeg is None else _squeezed(seen, view.jpeg)


def _sheet(code: Code, view: View) -> Image.Image:
    """The code and its quiet zone, sharp."""
    dots = bytes(view.dark if module == "1" else view.light for row in code.rows for module in row)
    drawn = ImageOps.expand(Image.frombytes("L", (code.size, code.size), dots), view.quiet, view.light)
    return drawn.resize((drawn.width * FINE, drawn.height * FINE), Image.Resampling.NEAREST)


def _blot(sheet: Image.Image, size: int, view: View, chance: Random) -> None:
    """Discs, their radius one to three modules, until enough is covered."""
    covered, edge = Image.new("L", (size, size)), view.quiet * FINE
    while covered.histogram()[255] < view.blots * size * size:
        x, y, radius = chance.uniform(0, size), chance.uniform(0, size), chance.uniform(1, 3) * FINE
        spot = Image.new("L", (size, size))
        ImageDraw.Draw(spot).ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        covered = ImageChops.lighter(covered, spot)
        sheet.paste(chance.choice((view.dark, view.light)), (edge, edge), spot)


def _seen(sheet: Image.Image, view: View, chance: Random) -> Image.Image:
    """The sheet in a pose by chance, blurred and caught in pixels."""
    scale = view.pixels * OVER
    width = ceil(ROOM * sheet.width / FINE * view.pixels)
    middle = width / 2 + chance.uniform(-0.5, 0.5), width / 2 + chance.uniform(-0.5, 0.5)
    turn, towards = radians(chance.uniform(-view.turn, view.turn)), chance.uniform(0, 2 * pi)
    numbers = _projection(sheet.width, scale, (middle[0] * OVER, middle[1] * OVER), (turn, towards, radians(view.tilt)))
    seen = sheet.transform(
        (width * OVER, width * OVER),
        Image.Transform.PERSPECTIVE,
        numbers,
        Image.Resampling.BILINEAR,
        fillcolor=view.dark if view.on_dark else view.light,
    )
    if view.blur:
        seen = seen.filter(ImageFilter.GaussianBlur(view.blur * scale))
    return seen.reduce(OVER)


def _projection(
    width: int, scale: float, middle: tuple[float, float], pose: tuple[float, float, float]
) -> tuple[float, ...]:
    """Pillow's eight numbers: where on a sheet, `width` dots wide, the camera finds what it sees at a point.

    The sheet is turned, then tilted round a line through its middle that has a direction of its own. A ray through the
    point meets the plane of the sheet; `scale` is how many points a module has where the sheet is not tilted away.
    """
    turn, towards, tilt = pose
    side = width / FINE
    along, down = _tilted(turn, towards, tilt), _tilted(turn + pi / 2, towards, tilt)
    normal = sin(towards) * sin(tilt), -cos(towards) * sin(tilt), cos(tilt)

    def ray(axis: Row) -> Row:
        """How far a ray goes along an axis, as a linear function of the point."""
        x, y, z = axis
        return x, y, z * scale * AWAY * side - x * middle[0] - y * middle[1]

    depth = ray(normal)

    def place(axis: Row) -> Iterator[float]:
        for far, deep in zip(ray(axis), depth, strict=True):
            met = AWAY * side * (normal[2] * far - axis[2] * deep)
            yield (met + side / 2 * deep) * FINE / depth[2]

    return *place(along), *place(down), depth[0] / depth[2], depth[1] / depth[2]


def _tilted(angle: float, towards: float, tilt: float) -> Row:
    """A direction on the sheet, after tilting (Rodrigues)."""
    kept = cos(angle - towards) * (1 - cos(tilt))
    return (
        cos(angle) * cos(tilt) + cos(towards) * kept,
        sin(angle) * cos(tilt) + sin(towards) * kept,
        sin(angle - towards) * sin(tilt),
    )


def _noisy(seen: Image.Image, deviation: float, chance: Random) -> Image.Image:
    """With normal noise on each pixel: random bytes are the ranks of it."""
    normal = NormalDist(128, deviation)
    ranks = bytes(min(255, max(0, round(normal.inv_cdf((rank + 0.5) / 256)))) for rank in range(256))
    noise = chance.randbytes(seen.width * seen.height).translate(ranks)
    return ImageChops.add(seen, Image.frombytes("L", seen.size, noise), offset=-128)


def _squeezed(seen: Image.Image, quality: int) -> Image.Image:
    file = BytesIO()
    seen.save(file, "JPEG", quality=quality)
    return Image.open(file)


class Column(NamedTuple):
    """Of the table."""

    payload: str
    encoder: str
    reader: str


def zxing(picture: Image.Image) -> str:
    """What zxing-cpp reads, '' when nothing."""
    return next(texts_in(picture), "")


def opencv() -> Reader:
    """OpenCV's own reader."""
    cv2, numpy = _extra("cv2"), _extra("numpy")
    detector = cv2.QRCodeDetector()

    def read(picture: Image.Image) -> str:
        try:
            return str(detector.detectAndDecode(numpy.asarray(picture))[0])
        except (cv2.error, UnicodeDecodeError):
            return ""

    return read


def segno_code(payload: str, level: Level) -> Code:
    """The same payload by segno, which may also raise the level where that costs nothing."""
    drawn = _extra("segno").make(payload, error="m", boost_error=level is Level.STRONGEST, micro=False)
    rows = tuple("".join("1" if module else "0" for module in row) for row in drawn.matrix)
    return Code(len(rows), rows)


def _extra(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError:
        sys.exit(f"{name} is not here: pip install -e '.[test,scan]'")


def reads(
    name: str, codes: Mapping[str, Mapping[str, Code]], readers: Mapping[str, Reader], samples: int
) -> dict[Column, list[bool]]:
    """Which samples of one test are read."""
    found: dict[Column, list[bool]] = {}
    for payload, drawn in codes.items():
        text = PAYLOADS[payload][0]
        for encoder, code in drawn.items():
            for number in range(samples):
                picture = picture_of(code, TESTS[name], Random(f"{name}, {payload}, {number}"))
                for reader, read in readers.items():
                    found.setdefault(Column(payload, encoder, reader), []).append(read(picture) == text)
    return found


def table(
    codes: Mapping[str, Mapping[str, Code]], readers: Mapping[str, Reader], samples: int, tests: list[str]
) -> Iterator[str]:
    """A line for each test, as it is done, and what all of them say together."""
    yield from _header(codes, readers)
    all_reads: dict[Column, list[bool]] = {}
    for name in tests:
        found = reads(name, codes, readers, samples)
        yield _line(name, {column: f"{100 * mean(read):.0f}" for column, read in found.items()})
        for column, read in found.items():
            all_reads.setdefault(column, []).extend(read)
    yield _line("all", {column: f"{100 * mean(read):.1f}" for column, read in all_reads.items()})
    yield _line("only this one of the pair", {column: str(_alone(column, all_reads)) for column in all_reads})


def _header(codes: Mapping[str, Mapping[str, Code]], readers: Mapping[str, Reader]) -> Iterator[str]:
    """Payloads with their bytes, encoders with version and level, readers."""
    wide = CELL * len(readers)
    names = (f"{payload}, {len(PAYLOADS[payload][0])} B" for payload in codes)
    yield " " * LABEL + "".join(f"{name:>{2 * wide}}" for name in names)
    drawn = [(encoder, code) for pair in codes.values() for encoder, code in pair.items()]
    yield " " * LABEL + "".join(f"{f'{encoder} {_designation(code)}':>{wide}}" for encoder, code in drawn)
    yield " " * LABEL + "".join(f"{reader:>{CELL}}" for _ in drawn for reader in readers)


def _designation(code: Code) -> str:
    return f"{(code.size - 17) // 4}-{reading_of(code).level}"


def _line(name: str, cells: Mapping[Column, str]) -> str:
    return f"{name:{LABEL}}" + "".join(f"{cell:>{CELL}}" for cell in cells.values())


def _alone(column: Column, found: Mapping[Column, list[bool]]) -> int:
    """How many samples are read of this code, and not of the other that was seen in the same way."""
    other = next(key for key in found if key != column and key._replace(encoder=column.encoder) == column)
    return sum(mine and not its for mine, its in zip(found[column], found[other], strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, default=60)
    parser.add_argument("--only", nargs="+", choices=TESTS, default=list(TESTS), metavar="TEST")
    options = parser.parse_args()
    codes = {
        payload: {"ours": code_of(text, level), "segno": segno_code(text, level)}
        for payload, (text, level) in PAYLOADS.items()
    }
    print(", ".join(f"{package} {version(package)}" for package in PACKAGES))
    print(f"percent of {options.samples} samples that is read")
    for line in table(codes, {"zxing": zxing, "opencv": opencv()}, options.samples, options.only):
        print(line, flush=True)


if __name__ == "__main__":
    main()
