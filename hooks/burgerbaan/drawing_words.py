"""A drawing in words: who leads to whom, what each box says, and under which heading of the page there is more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown.extensions.toc import slugify

from burgerbaan.model.knowledge import Box, Drawing
from burgerbaan.site import Site

_HEADING = re.compile(r"^#{2,6} +(.+?) *#*$", re.M)


def drawing_lines(drawing: Drawing) -> Iterator[Mapping[str, Any]]:
    """A line for each arrow; what a box says stands where it is named first."""
    boxes = {box.id: box for box in drawing.boxes}
    told: set[str] = set()
    for arrow in drawing.arrows:
        ends = [_end(boxes[name], told) for name in (arrow.origin, arrow.target)]
        yield {"origin": ends[0], "target": ends[1], "text": arrow.text, "is_mutual": arrow.is_mutual}


def _end(box: Box, told: set[str]) -> Mapping[str, Any]:
    text = None if box.id in told else box.text
    told.add(box.id)
    anchor = heading_anchor(box.heading) if box.heading else ""
    return {"name": box.name, "text": text, "anchor": anchor, "sign": box.sign.value if box.sign else ""}


def without_heading(site: Site, name: str, markdown: str) -> Iterator[Box]:
    """Boxes of a drawing that point at a heading which the page does not have."""
    anchors = {heading_anchor(found[1]) for found in _HEADING.finditer(markdown)}
    if name in site.drawings:
        for box in site.drawings[name].boxes:
            if box.heading and heading_anchor(box.heading) not in anchors:
                yield box


def heading_anchor(heading: str) -> str:
    """The name that a heading gets in an address, as MkDocs makes it."""
    return slugify(heading, "-")
