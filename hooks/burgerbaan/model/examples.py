"""Examples of what an editor may type: a field's own, or put together from the fields of its group."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from burgerbaan.model.record import Part


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
