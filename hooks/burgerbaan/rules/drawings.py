"""Drawings (SVG) can hold script, fetch from elsewhere, and tell who made them with what: only shapes and text may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal
from xml.etree import ElementTree as Xml

from burgerbaan.intricacy import DEEPEST, where_too_intricate
from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import load_text, position_in

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
_FETCHES = re.compile(r"url\((?!\s*[\"']?#)|(?:image|image-set|src|cross-fade)\(|\\|/\*|javascript:")
"""With what a style can ask for something outside the drawing, what can hide that, and a comment in it."""
_OF_PROGRAM = re.compile(
    r"\s*Created with Inkscape \(https?://(?:www\.)?inkscape\.org/?\)\s*"
    r"|\s*Generator: Adobe Illustrator [\d.]+, SVG Export Plug-In \. SVG Version: [\d.]+ Build \d+\)\s*"
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
        return
    for place, said in foreign_comments(text):
        yield problem(path, position_in(text, place), Kind.DRAWING_COMMENT, value=said[:40])
    if found := where_too_intricate(text):
        why = f"staan meer dan {DEEPEST} lagen in elkaar" if found.is_deep else _MUCH
        yield problem(path, found.place, Kind.DRAWING_INTRICATE, why=why)


def what_is_unsafe(svg: str) -> str:
    """What a drawing holds that may not be published; '' when it is only shapes and text, and perhaps comments."""
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg or "<?xml-stylesheet" in svg:
        return "een verwijzing naar iets buiten de tekening"
    try:
        return next(filter(None, map(_wrong_with, _parts(svg, "start", "pi"))), "")
    except Xml.ParseError:
        return "iets wat geen SVG is"


def foreign_comments(svg: str) -> Iterator[tuple[int, str]]:
    """Where comments stand that a drawing program does not write of itself, and what they say: who knows about whom."""
    place = 0
    try:
        for part in _parts(svg, "comment"):
            said = part.text or ""
            place = max(svg.find(f"<!--{said}", place), place)
            if not _OF_PROGRAM.fullmatch(said):
                yield place, " ".join(said.split())
            place += 1
    except Xml.ParseError:
        return


def _parts(svg: str, *kinds: Literal["start", "pi", "comment"]) -> list[Xml.Element]:
    """The parts of a drawing of these kinds, also those around it. ParseError when it is no drawing."""
    reader: Any = Xml.XMLPullParser(kinds)
    reader.feed(svg)
    reader.close()
    return [part for _, part in reader.read_events()]


def _wrong_with(part: Xml.Element) -> str:
    if not isinstance(part.tag, str):
        return f"'<?{(part.text or '').partition(' ')[0]}'"
    if part.tag.removeprefix(_SVG) not in _ELEMENTS:
        return f"'{part.tag.rpartition('}')[2]}'"
    for key, value in part.attrib.items():
        name = key.rpartition("}")[2]
        if _is_wrong_attribute(name.lower(), value.strip().lower()) or (key.startswith("{") and name != "href"):
            return f"'{name}'"
    return ""


def _is_wrong_attribute(key: str, value: str) -> bool:
    if key == "href":
        return not value.startswith("#")
    return key.startswith("on") or _FETCHES.search(value) is not None
