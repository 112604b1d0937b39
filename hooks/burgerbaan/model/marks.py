"""Fields that carry a mark of some kind, such as what they refer to or hold, wherever they stand in a model."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from burgerbaan.model.record import Part
from burgerbaan.problems import Location

Step = tuple[str, str, bool]
"""Attribute, Dutch key, and whether its value is a list."""


class Marked(NamedTuple):
    """One field: the way to it from the model, its mark, and the examples that editors are given."""

    steps: tuple[Step, ...]
    mark: Any
    examples: tuple[Any, ...] = ()


@cache
def marked_fields(model: type[Part], kind: Hashable) -> tuple[Marked, ...]:
    """Every field of a model and of the groups in it that has a mark of this kind."""
    hints = get_type_hints(model, include_extras=True)
    found: list[Marked] = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        for inner, is_list in _marks(hints[name], kind, is_list=False):
            examples = inner.examples if inner.steps else tuple(info.examples or ())
            found.append(Marked(((name, key, is_list), *inner.steps), inner.mark, examples))
    return tuple(found)


def has_mark(info: FieldInfo, kind: type) -> bool:
    """Whether what a field holds, or each thing in its list, has a mark of this kind."""
    marks = any(isinstance(item, kind) for item in info.metadata)
    return marks or any(True for _ in _marks(info.annotation, kind, is_list=False))


def values_at(value: Any, steps: tuple[Step, ...], location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Every value that the steps lead to, with its place in the file."""
    if value is None:
        return
    if not steps:
        yield location, value
        return
    (name, key, is_list), rest = steps[0], steps[1:]
    inner = getattr(value, name)
    if not is_list:
        yield from values_at(inner, rest, (*location, key))
        return
    for number, item in enumerate(inner):
        yield from values_at(item, rest, (*location, key, number))


def _marks(annotation: Any, kind: Any, *, is_list: bool) -> Iterator[tuple[Marked, bool]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        marks = [item for item in metadata if isinstance(item, kind)]
        if marks:
            yield Marked((), marks[0]), is_list
        else:
            yield from _marks(inner, kind, is_list=is_list)
    elif origin in (Union, UnionType):
        for item in get_args(annotation):
            yield from _marks(item, kind, is_list=is_list)
    elif origin is tuple:
        yield from _marks(get_args(annotation)[0], kind, is_list=True)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        for found in marked_fields(annotation, kind):
            yield found, is_list
