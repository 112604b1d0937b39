"""A drawn pattern for a person: calm shapes that follow from the name, so that they stay the same."""

from __future__ import annotations

import hashlib

from markupsafe import Markup

_GROUNDS = ("#cfe3d6", "#f0dfc3", "#bcd9e0", "#f3d3c6", "#e6e0c8")
_SHAPES = ("#2f7f74", "#c8553d", "#e0a33a", "#14514b", "#e9a28b")


def drawn_portrait(name: str) -> Markup:
    """An SVG of 16 by 9 (as wide as a neighbourhood picture) with overlapping hills and a sun."""
    seed = hashlib.sha256(name.encode()).digest()
    ground = _GROUNDS[seed[0] % len(_GROUNDS)]
    parts = [f'<rect width="960" height="540" fill="{ground}"/>', _sun(seed)]
    parts += [_hill(seed, number) for number in range(3)]
    shapes = Markup("".join(parts))
    return Markup(
        '<svg class="bb-portrait" viewBox="0 0 960 540" aria-hidden="true" focusable="false">{}</svg>'
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
