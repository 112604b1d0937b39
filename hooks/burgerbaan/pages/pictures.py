"""Photos on pages: each browser picks the file that suits its screen; and the files themselves."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from html import unescape
from posixpath import join, normpath

from markupsafe import Markup

from burgerbaan.output import File
from burgerbaan.photos import PhotoError, ReadPhoto, Shot, clean, draw, look_at
from burgerbaan.render import Renderer

CARD, WIDE = "(min-width: 48em) 20rem, 92vw", "(min-width: 62em) 44rem, 92vw"
"""How wide a picture stands on the page, for the browser to choose by."""

_IMAGE = re.compile(r'<img alt="([^"]*)" src="([^"]*)"[^>]*>')


def no_photo(path: str) -> bytes:
    """For builds of content without photos: there is nothing to read."""
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)


def photo_html(renderer: Renderer, shot: Shot, alt: str, base: str, *, sizes: str = WIDE) -> Markup:
    """One photo in every format and size."""
    return renderer.component("photo", shot=shot, alt=alt, base=base, sizes=sizes)


def with_photos(renderer: Renderer, html: str, url: str, base: str) -> str:
    """A written page whose photos come in every format and size; drawings stay as they are."""

    def replaced(found: re.Match[str]) -> str:
        path = normpath(join(url, unescape(found[2])))
        shot = renderer.site.pictures.get(path)
        return str(photo_html(renderer, shot, unescape(found[1]), base)) if shot else found[0]

    return _IMAGE.sub(replaced, html)


def shots_of(renderer: Renderer) -> Iterator[Shot]:
    """Every photo that the site shows, once."""
    site = renderer.site
    yield from {shot.name: shot for shot in (*site.portraits.values(), *site.pictures.values())}.values()


def photo_files(read: ReadPhoto, shot: Shot) -> Iterator[File]:
    """The files of one photo; OSError when the original is no longer what was looked at."""
    yield from draw(_original(read, shot), shot)


def picture_files(read: ReadPhoto, path: str, shot: Shot) -> Iterator[File]:
    """A photo of `content/` under its own name, for whoever links to it; OSError as above."""
    yield File(path, clean(_original(read, shot), shot))


def _original(read: ReadPhoto, shot: Shot) -> bytes:
    data = read(shot.path)
    try:
        is_same = look_at(shot.path, data, shot.crop) == shot
    except PhotoError:
        is_same = False
    if not is_same:
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT), shot.path)
    return data
