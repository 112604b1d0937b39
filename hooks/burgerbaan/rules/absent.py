"""A file that is gone is one problem, and not one for each place that refers to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as Names
from collections.abc import Iterable, Iterator

from burgerbaan.blocks import BLOCKS
from burgerbaan.kinds import Kind
from burgerbaan.model.collections import FACTS, Collection, Shape
from burgerbaan.model.examples import first_line
from burgerbaan.names import where_are
from burgerbaan.problems import START, Problem, problem
from burgerbaan.site import Site

_FEW = 3
"""So many are quicker read one by one."""

_BY_NAME = {item.name: item for item in FACTS}
_AS_LIST = (Shape.LIST, Shape.FOLDER_OF_LISTS)


def gathered(problems: Iterable[Problem], site: Site) -> Iterator[Problem]:
    """The problems, less references to what holds nothing at all; one that counts them comes in their place.

    Where that place has a problem of its own, as a file has that every site needs, that one says enough.
    """
    where = {where_are(site, item.name): item.name for item in FACTS if not getattr(site, item.name)}
    lost: dict[str, list[Problem]] = defaultdict(list)
    told: set[str] = set()
    for item in problems:
        words = dict(item.words)
        if item.kind is Kind.REFERENCE and words["where"] in where:
            lost[where[words["where"]]].append(item)
        elif item.kind is Kind.BLOCK_ARGUMENT and (name := BLOCKS[words["block"]].records) in where.values():
            lost[name].append(item)
        else:
            told.add(item.path)
            yield item
    for name, items in lost.items():
        yield from _in_one(_BY_NAME[name], sorted(items), where_are(site, name), told)


def _in_one(collection: Collection, items: list[Problem], path: str, told: Names[str]) -> Iterator[Problem]:
    if len(items) <= _FEW:
        yield from items
    elif path not in told:
        first = f"{items[0].path}:{items[0].line}"
        example = first_line(collection.model, as_list=collection.shape in _AS_LIST)
        yield problem(path, START, Kind.FILE_MISSED, count=len(items), first=first, example=example)
