"""How intricate a drawing (SVG) is: who draws one with too much inside each other ends with the whole program.

Drawing goes into each element inside an element and into each that it refers to, and takes room for every step; a few
hundred steps are more room than a program has. References can also ask for one shape a billion times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from burgerbaan.problems import Position

DEEPEST = 64
"""Steps inside each other: what people draw has fewer than 20, and with 200 nothing goes wrong yet."""

_MOST = 150_000
"""Elements to draw, each as often as it is drawn: room for a thousand shapes that are each cut out by another."""
_LAYER = 100
"""What a mask counts for, and whatever else is drawn on a sheet of its own first."""
_LAYERS = frozenset(("mask", "clipPath", "pattern", "marker", "filter"))
_KEPT = _LAYERS | {"defs", "symbol", "linearGradient", "radialGradient"}
"""Draw nothing where they stand, only where something refers to them."""

_NAMED = re.compile(r"url\(\s*[\"']?#([^\"')]+?)[\"']?\s*\)", re.I)


class _Size(NamedTuple):
    """How many steps inside each other an element is, and how many elements are drawn for it."""

    steps: int
    drawn: int


class _Node(NamedTuple):
    """An element: the numbers of those inside it, and the names of those it refers to."""

    tag: str
    place: Position
    inside: list[int]
    names: tuple[str, ...]


class TooIntricate(NamedTuple):
    """Where an element stands that cannot be drawn, and whether that is because it goes too deep or draws too much."""

    place: Position
    is_deep: bool


class _TooIntricateError(Exception):
    """At this element there is too much; holds a TooIntricate."""


class _Drawing:
    """All elements of a drawing in the order in which they begin."""

    def __init__(self, svg: str) -> None:
        """ExpatError when it is no drawing."""
        self._nodes: list[_Node] = []
        self._named: dict[str, list[int]] = {}
        self._open: list[int] = []
        self._sizes: dict[int, _Size] = {}
        self._parser = expat.ParserCreate("utf-8", "}")  # whatever the drawing says: it gets the bytes made below
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = lambda tag: self._open.pop()
        self._parser.Parse(svg.encode("utf-8", "replace"), True)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        place = Position(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        number = len(self._nodes)
        self._nodes.append(_Node(tag.rpartition("}")[2], place, [], tuple(_references(attributes))))
        if "id" in attributes:
            self._named.setdefault(attributes["id"], []).append(number)
        if self._open:
            self._nodes[self._open[-1]].inside.append(number)
        self._open.append(number)

    def measure(self, number: int = 0, above: int = 0) -> _Size:
        """The size of an element with so many `above` it. Raises _TooIntricateError, also when it draws itself."""
        node = self._nodes[number]
        if above >= DEEPEST:
            raise _TooIntricateError(TooIntricate(node.place, is_deep=True))
        if number not in self._sizes:
            inside = [(self.measure(other, above + 1), self._nodes[other].tag not in _KEPT) for other in node.inside]
            others = (other for name in node.names for other in self._named.get(name, ()))
            sizes = [*inside, *((self.measure(other, above + 1), True) for other in others)]
            drawn = (_LAYER if node.tag in _LAYERS else 1) + sum(size.drawn for size, is_drawn in sizes if is_drawn)
            self._sizes[number] = _Size(1 + max((size.steps for size, _ in sizes), default=0), drawn)
        size = self._sizes[number]
        is_deep = above + size.steps > DEEPEST
        if is_deep or (size.drawn > _MOST and node.tag != "defs"):
            raise _TooIntricateError(TooIntricate(node.place, is_deep))
        return size


def where_too_intricate(svg: str) -> TooIntricate | None:
    """Where an element stands that goes too deep or draws too much; None when all can be drawn, or is no drawing."""
    try:
        _Drawing(svg).measure()
    except _TooIntricateError as error:
        found: TooIntricate = error.args[0]
        return found
    except expat.ExpatError:
        return None
    return None


def _references(attributes: dict[str, str]) -> Iterator[str]:
    """Names of other elements that an element asks for."""
    for key, value in attributes.items():
        if key.rpartition("}")[2] == "href" and value.strip().startswith("#"):
            yield value.strip()[1:]
        elif "#" in value:
            yield from _NAMED.findall(value)
