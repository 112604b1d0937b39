"""Whether two pictures show the same, whatever their size, format or crop: hashes of how light turns to dark.

Source: the difference hash of N. Krawetz ("Kind of Like That", 2013), here in both directions: 128 bits.
"""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image

from burgerbaan.kept_by_hash import kept_by_hash
from burgerbaan.model.consent import Crop
from burgerbaan.photos import PhotoError, cropped, upright

Likeness = int

_SIDE = 8
_MOST_DIFFERENT = 12
"""Bits in which two versions of one photo may differ; two photos differ in about sixty."""
_LEAST_TOLD = 16
"""A picture that is nearly flat has too few bits to be told from another such picture."""

_TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)


def likeness(image: Image.Image) -> Likeness:
    """128 bits that stay nearly the same when a picture is made smaller or saved again."""
    grey = image.convert("L")
    found = 0
    for width, height in ((_SIDE + 1, _SIDE), (_SIDE, _SIDE + 1)):
        small = grey.resize((width, height), Image.Resampling.BOX)
        values = small.tobytes()
        step = 1 if width > height else width
        for row in range(_SIDE):
            for column in range(_SIDE):
                place = row * width + column
                found = found * 2 + (values[place] > values[place + step])
    return found


@kept_by_hash
def likenesses(data: bytes) -> tuple[Likeness, ...]:
    """Those of a photo in whole and as each crop that the site could show, upright and on each side, for a program may
    have lost how the camera was held; none when it cannot be read."""
    try:
        image = upright(data, roughly=True)
    except PhotoError:
        return ()
    parts = (image, *(cropped(image, crop) for crop in Crop))
    found = {likeness(side) for part in parts for side in (part, *map(part.transpose, _TURNS))}
    return tuple(sorted(item for item in found if _LEAST_TOLD <= item.bit_count() <= 2 * _SIDE**2 - _LEAST_TOLD))


def are_alike(ones: Iterable[Likeness], others: Iterable[Likeness]) -> bool:
    """Whether one of some pictures shows the same as one of others."""
    known = tuple(others)
    return any((one ^ other).bit_count() <= _MOST_DIFFERENT for one in ones for other in known)


def is_like_any(image: Image.Image, others: Iterable[Likeness]) -> bool:
    """Whether a picture shows the same as one of others."""
    return are_alike((likeness(image),), others)
