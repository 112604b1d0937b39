"""Photos: looked at before a build, and drawn anew for the site, so that nothing but the picture comes along."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from burgerbaan.kept_by_hash import kept_by_hash
from burgerbaan.kinds import Kind
from burgerbaan.model.consent import Crop
from burgerbaan.output import File

ReadPhoto = Callable[[str], bytes]
"""Gives the bytes of a file of the project; OSError when it cannot."""

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
LEAST_WIDTH = 320
_MOST_STRETCHED = 10
"""How many times as long as wide; 1280 times that still fits in a WebP (16,383 pixels)."""
FOLDER = "assets/foto"
ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",), "AVIF": (".avif",)}
"""Formats that are read, by the name Pillow has for them, and how their files may end."""

_PORTRAIT_WIDTHS, _PICTURE_WIDTHS = (160, 320, 640), (320, 640, 1280)
_PORTRAIT_RATIO = 4 / 3
_PLACE = {Crop.TOP: 0.2, Crop.MIDDLE: 0.5, Crop.BOTTOM: 1.0}
"""Where a crop starts, as a part of what is cut off: a face is seldom at the very top."""

# One thread, for the bytes of AVIF differ with the number of processors.
_SAVED: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 6, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 76, "method": 6}),
    "jpg": ("JPEG", {"quality": 78, "optimize": True, "progressive": True}),
}
_RECIPE = repr((_SAVED, _PORTRAIT_WIDTHS, _PICTURE_WIDTHS, _PORTRAIT_RATIO, _PLACE))
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = (_TURNS[5], _TURNS[6], _TURNS[7], _TURNS[8])
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


class PhotoError(Exception):
    """A photo that cannot be used: the kind of problem, and the words of its sentence."""

    def __init__(self, kind: Kind, **words: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.words = words


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo as the site shows it: where the original lies, the name of its files, and their sizes in pixels."""

    path: str
    name: str
    sizes: tuple[tuple[int, int], ...]
    crop: Crop | None = None

    @property
    def width(self) -> int:
        return self.sizes[-1][0]

    @property
    def height(self) -> int:
        return self.sizes[-1][1]

    @property
    def fallback(self) -> str:
        """The file for browsers that know JPEG only, from the root of the site."""
        return self.file(self.width, "jpg")

    @property
    def sources(self) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
        """For each format, smallest files first: its type, and every file with its width."""
        return tuple(
            (f"image/{saved[0].lower()}", tuple((self.file(width, ending), width) for width, _ in self.sizes))
            for ending, saved in _SAVED.items()
        )

    def file(self, width: int, ending: str) -> str:
        """One file, from the root of the site."""
        return f"{FOLDER}/{self.name}-{width}.{ending}"


def look_at(path: str, data: bytes, crop: Crop | None = None) -> Shot:
    """A photo judged, less than a second for the largest; with a `crop` it becomes a portrait of 4 by 3.

    Raises PhotoError: too heavy or gigantic, another format than its name says, damaged, too small.
    """
    file = path.rpartition("/")[2]
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1e6:.0f}"
        raise PhotoError(Kind.PHOTO_HEAVY, value=file, size=size, limit=MOST_BYTES // 1_000_000)
    try:
        kind, width, height = _seen(data)
    except PhotoError as error:
        raise PhotoError(error.kind, **error.words, value=file) from None
    if not file.lower().endswith(ENDINGS[kind]):
        suggestion = file.rpartition(".")[0] + ENDINGS[kind][0]
        raise PhotoError(Kind.PHOTO_ENDING, value=file, format=kind, suggestion=suggestion)
    if max(width, height) > _MOST_STRETCHED * min(width, height):
        raise PhotoError(Kind.PHOTO_STRETCHED, value=file, limit=_MOST_STRETCHED)
    box = _box(width, height, crop)
    if crop and box[2] - box[0] < LEAST_WIDTH:
        raise PhotoError(Kind.PHOTO_SMALL, value=file, size=box[2] - box[0], limit=LEAST_WIDTH)
    name = hashlib.sha256(f"{_RECIPE} {crop} ".encode() + data).hexdigest()[:20]
    return Shot(path, name, _sizes(box, crop), crop)


def draw(data: bytes, shot: Shot) -> Iterator[File]:
    """Every file of a photo: upright, in sRGB, cropped, and without anything that is not the picture."""
    image = cropped(upright(data), shot.crop)
    for size in shot.sizes:
        # A new picture has no memory: no EXIF, GPS, XMP, colour profile or comment can come along.
        fresh = Image.new("RGB", size)
        fresh.paste(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))
        for ending, (kind, settings) in _SAVED.items():
            target = BytesIO()
            fresh.save(target, kind, **settings)
            yield File(shot.file(size[0], ending), target.getvalue())


def clean(data: bytes, shot: Shot) -> bytes:
    """A picture under its own name and in its own format, for whoever links to it; as wide as the widest file."""
    kind, _, _ = _seen(data)
    settings = next((settings for name, settings in _SAVED.values() if name == kind), {"optimize": True})
    fresh = Image.new("RGB", shot.sizes[-1])
    fresh.paste(upright(data).resize(shot.sizes[-1], Image.Resampling.LANCZOS, reducing_gap=3.0))
    target = BytesIO()
    fresh.save(target, kind, **settings)
    return target.getvalue()


def cropped(image: Image.Image, crop: Crop | None) -> Image.Image:
    """The part of a picture that is shown; all of it without a `crop`."""
    return image.crop(_box(*image.size, crop))


def upright(data: bytes, *, roughly: bool = False) -> Image.Image:
    """The picture in a file as people see it: turned the right way, in RGB, on white where it was clear.

    `roughly`: as small as is quick, to compare. Raises PhotoError when it cannot be read.
    """
    with _opened(data) as image:
        if roughly:
            image.draft("RGB", (LEAST_WIDTH, LEAST_WIDTH))
        try:
            image.load()
        except Exception:  # what Pillow's readers raise on damage has no name in common
            raise PhotoError(Kind.PHOTO_BROKEN) from None
        turned = image.transpose(turn) if (turn := _turn(image)) is not None else image.copy()
    if turned.mode.startswith("I"):  # sixteen bits of grey
        turned = turned.point(lambda value: value / 256).convert("L")
    return _on_white(turned) if turned.has_transparency_data else _in_srgb(turned)


# Colours come first: a picture laid on white no longer has its profile, and white is to be that of the page.
def _on_white(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    colours = _in_srgb(image.convert("L") if image.mode in ("L", "LA") else layer.convert("RGB"))
    colours.putalpha(layer.getchannel("A"))
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), colours).convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode == "P":  # a profile is of the colours in the palette
        image = image.convert("RGB")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            found = None
        if found is not None:
            return found
    return image.convert("RGB")


@kept_by_hash
def _seen(data: bytes) -> tuple[str, int, int]:
    """Format, width and height of a picture that can be read to its end, as people see it."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[8:64]:
        raise PhotoError(Kind.PHOTO_HEIC)
    with _opened(data) as image:
        width, height = image.size
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        turn = _turn(image)
    upright(data, roughly=True)
    return (kind, height, width) if turn in _ON_ITS_SIDE else (kind, width, height)


# Pillow's own exif_transpose also writes the rest of the EXIF anew, and trips over what is damaged there.
def _turn(image: Image.Image) -> Image.Transpose | None:
    """How a camera that was not held upright says its picture must be turned (EXIF 2.3, tag 274)."""
    try:
        said = image.getexif().get(0x0112)
    except Exception:  # damaged in one of many ways: then it says nothing
        return None
    return _TURNS.get(said) if isinstance(said, int) else None


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=[*ENDINGS, "MPO"])
    except Image.DecompressionBombError:
        raise _too_many(2 * (Image.MAX_IMAGE_PIXELS or 0)) from None
    except Exception:  # as above
        raise PhotoError(Kind.PHOTO_FORMAT) from None
    if image.width * image.height > MOST_PIXELS:  # before anything is unpacked
        raise _too_many(image.width * image.height)
    return image


def _too_many(pixels: int) -> PhotoError:
    return PhotoError(Kind.PHOTO_GIGANTIC, size=f"{pixels / 1e6:.0f}", limit=MOST_PIXELS // 1_000_000)


def _box(width: int, height: int, crop: Crop | None) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is kept."""
    if crop is None:
        return 0, 0, width, height
    wide, high = min(width, round(height * _PORTRAIT_RATIO)), min(height, round(width / _PORTRAIT_RATIO))
    left, top = (width - wide) // 2, int((height - high) * _PLACE[crop])
    return left, top, left + wide, top + high


def _sizes(box: tuple[int, int, int, int], crop: Crop | None) -> tuple[tuple[int, int], ...]:
    wide, high = box[2] - box[0], box[3] - box[1]
    widths = [width for width in (_PORTRAIT_WIDTHS if crop else _PICTURE_WIDTHS) if width <= wide] or [wide]
    ratio = 1 / _PORTRAIT_RATIO if crop else high / wide
    return tuple((width, max(1, round(width * ratio))) for width in widths)
