"""What is shown of a person where others have a photo: in the same place and size for everybody."""

from __future__ import annotations

import hashlib

from markupsafe import Markup

from burgerbaan.model.consent import Scope
from burgerbaan.model.people import Portrayal, Profile
from burgerbaan.model.picture import Picture
from burgerbaan.pages.pictures import CARD, WIDE, photo_html
from burgerbaan.render import Renderer

_GROUNDS = ("#cfe3d6", "#f0dfc3", "#bcd9e0", "#f3d3c6", "#e6e0c8")
_SHAPES = ("#2f7f74", "#c8553d", "#e0a33a", "#14514b", "#e9a28b")


def portrait_html(renderer: Renderer, profile: Profile, base: str, *, sizes: str = CARD) -> Markup:
    """The photo if there is a yes for it, else the picture of the neighbourhood or a pattern: nobody is 'without'."""
    site = renderer.site
    shot, photo = site.portraits.get(profile.slug), profile.photo
    shown: dict[str, object] = {"photo_html": "", "picture": None, "is_for_screen": False, "drawn_html": ""}
    if shot and photo and photo.consent:
        on_paper = Scope.PRINT in photo.consent.scope
        shown |= {"photo_html": photo_html(renderer, shot, photo.alt, base, sizes=sizes)}
        shown |= {} if on_paper else {"is_for_screen": True, "drawn_html": drawn_portrait(profile.name)}
    elif profile.portrayal is Portrayal.DISTRICT and (picture := site.districts[profile.district].picture):
        found = site.pictures.get(picture.file)
        shown |= {"picture": picture, "photo_html": photo_html(renderer, found, "", base, sizes=sizes) if found else ""}
    else:
        shown |= {"drawn_html": drawn_portrait(profile.name)}
    return renderer.component("portrait", base=base, **shown)


def shared_image(renderer: Renderer, profile: Profile) -> str:
    """The file that goes along when somebody shares the page of a person: only with a yes for social media."""
    shot, photo = renderer.site.portraits.get(profile.slug), profile.photo
    is_wanted = shot and photo and photo.consent and Scope.SOCIAL in photo.consent.scope
    return shot.fallback if shot and is_wanted else ""


def credit(renderer: Renderer, profile: Profile) -> str:
    """Who made what is shown of somebody, and what may be done with it; a line for everybody alike."""
    site, words = renderer.site, renderer.words
    if profile.slug in site.portraits and profile.photo:
        return words("picture.by", maker=profile.photo.maker, licence=profile.photo.licence)
    picture = site.districts[profile.district].picture
    if profile.portrayal is Portrayal.DISTRICT and picture:
        return words("picture.by", maker=picture.maker, licence=picture.licence)
    return words("picture.drawn")


def picture_html(renderer: Renderer, picture: Picture, base: str) -> Markup:
    """A picture of the content with its maker."""
    shot = renderer.site.pictures.get(picture.file)
    photo = photo_html(renderer, shot, picture.alt, base, sizes=WIDE) if shot else ""
    return renderer.component("picture", picture=picture, photo_html=photo, base=base)


def drawn_portrait(name: str) -> Markup:
    """An SVG of 16 by 9 (as wide as a neighbourhood picture) with overlapping hills and a sun."""
    seed = hashlib.sha256(name.encode()).digest()
    ground = _GROUNDS[seed[0] % len(_GROUNDS)]
    parts = [f'<rect width="960" height="540" fill="{ground}"/>', _sun(seed)]
    parts += [_hill(seed, number) for number in range(3)]
    shapes = Markup("".join(parts))
    return Markup(
        '<svg class="bb-portrait__drawn" viewBox="0 0 960 540" preserveAspectRatio="xMidYMid slice" '
        'aria-hidden="true" focusable="false">{}</svg>'
    ).format(shapes)


def _sun(seed: bytes) -> str:
    x, y, size = 180 + seed[1] * 600 // 255, 110 + seed[2] * 110 // 255, 60 + seed[3] * 50 // 255
    return f'<circle cx="{x}" cy="{y}" r="{size}" fill="{_SHAPES[seed[4] % len(_SHAPES)]}"/>'


def _hill(seed: bytes, number: int) -> str:
    values = seed[5 + number * 5 : 10 + number * 5]
    top = 250 + number * 80 + values[0] * 50 // 255
    x = 120 + values[1] * 720 // 255
    colour = _SHAPES[(seed[4] + 1 + number) % len(_SHAPES)]
    return f'<path d="M0 540V{top + 60}Q{x} {top - 90} 960 {top + 40 + values[2] * 60 // 255}V540z" fill="{colour}"/>'
