"""Drawings (SVG) can hold script, fetch from elsewhere, and tell who made them with what: only shapes and text may."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from burgerbaan.intricacy import DEEPEST, where_too_intricate
from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import load_text

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "symbol",
        "use",
    ]
)
_MUCH = "worden meer vormen getekend dan een programma aankan, want dezelfde vormen komen steeds terug"


def check_drawings(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each drawing that holds more than shapes and text."""
    del places
    for name in sorted(site.media):
        if name.endswith(".svg"):
            path = f"{folders.content}/{name}"
            text, problems = load_text(folders.root, path)
            yield from problems
            if not problems:
                yield from _judge(path, text)


def _judge(path: str, text: str) -> Iterator[Problem]:
    what = what_is_unsafe(text)
    if what:
        yield problem(path, START, Kind.DRAWING_UNSAFE, what=what)
    elif found := where_too_intricate(text):
        why = f"staan meer dan {DEEPEST} lagen in elkaar" if found.is_deep else _MUCH
        yield problem(path, found.place, Kind.DRAWING_INTRICATE, why=why)


def what_is_unsafe(svg: str) -> str:
    """What a drawing holds that may not be published; '' when it is only shapes and text."""
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg or "<?xml-stylesheet" in svg:
        return "een verwijzing naar iets buiten de tekening"
    try:
        root = Xml.fromstring(svg)
    except Xml.ParseError:
        return "iets wat geen SVG is"
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag.removeprefix(_SVG) not in _ELEMENTS:
            return f"'{str(element.tag).rpartition('}')[2]}'"
        for key, value in element.attrib.items():
            wrong = _wrong_attribute(key.rpartition("}")[2].lower(), value.strip().lower())
            if wrong or (key.startswith("{") and not key.endswith("}href")):
                return f"'{key.rpartition('}')[2]}'"
    return ""


def _wrong_attribute(key: str, value: str) -> bool:
    if key == "href":
        return not value.startswith("#")
    return key.startswith("on") or ("url(" in value and "url(#" not in value) or "javascript:" in value
