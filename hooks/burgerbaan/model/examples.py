"""Examples of what an editor may type: a field's own, or put together from the fields of its group."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from burgerbaan.model.record import Part

_PLAIN = re.compile(
    r"(?:[^\W\d_]|…|\d{4}-\d\d-\d\d\Z|\d[\d ]* [\dA-Z ]+\Z)[^,:#\[\]{}\"\n]*(?::(?! )[^,#\[\]{}\"\n]+)*\Z"
)
_LIKE_A_NUMBER = re.compile(r"\d{4}(?:-\d\d)?\Z")


def example_of(model: type[Part]) -> dict[str, Any]:
    """The smallest record that is right: every field that is needed, with its example."""
    needed = (
        (info.alias or name, info)
        for name, info in model.model_fields.items()
        if info.is_required() or name in model.example_fields
    )
    return {key: example_for(info) for key, info in needed}


def example_for(info: FieldInfo) -> Any:
    """The example of one field, as a value of YAML."""
    if info.examples:
        return info.examples[0]
    group = group_in(info.annotation)
    assert group is not None, "a field has an example, or is a group that has them"
    value = example_of(group)
    return [value] if _is_list(info.annotation) else value


def first_line(model: type[Part], *, as_list: bool = False) -> str:
    """The first line an editor would type in a file of this model."""
    info = next(iter(model.model_fields.values()))
    line = f"{info.alias}: {format_example(example_for(info))}"
    return f"- {line}" if as_list else line


def group_in(annotation: Any) -> type[Part] | None:
    """The group of fields inside an annotation such as `tuple[Shift, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for item in get_args(annotation) if (found := group_in(item))), None)


def _is_list(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin is tuple:
        return True
    return origin in (Union, UnionType, Annotated) and any(_is_list(item) for item in get_args(annotation))


def format_example(value: Any) -> str:
    """A value as an editor would type it on one line of YAML."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {format_example(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(format_example(item) for item in value) + "]"
    if isinstance(value, int | Decimal | date | StrEnum):
        return str(value)
    text = str(value)
    return text if _PLAIN.match(text) and not _LIKE_A_NUMBER.match(text) else f'"{text}"'
