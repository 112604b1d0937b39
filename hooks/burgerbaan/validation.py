"""From plain values to records: pydantic finds every mistake, this module says where it stands and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from burgerbaan.model.record import Part
from burgerbaan.problems import Kind, Position, Problem, problem
from burgerbaan.source.strict_yaml import Location, Value, locate, positions
from burgerbaan.wording import format_list

M = TypeVar("M", bound=Part)

_SIMPLE = {
    "missing": Kind.MISSING,
    "string_too_long": Kind.TOO_LONG,
    "string_too_short": Kind.TOO_SHORT,
    "int_type": Kind.NUMBER_EXPECTED,
    "is_instance_of": Kind.NUMBER_EXPECTED,
    "decimal_type": Kind.NUMBER_EXPECTED,
    "bool_type": Kind.YES_NO_EXPECTED,
    "tuple_type": Kind.LIST_EXPECTED,
    "list_type": Kind.LIST_EXPECTED,
    "model_type": Kind.GROUP_EXPECTED,
    "model_attributes_type": Kind.GROUP_EXPECTED,
    "greater_than_equal": Kind.TOO_LOW,
    "greater_than": Kind.TOO_LOW,
    "less_than_equal": Kind.TOO_HIGH,
    "less_than": Kind.TOO_HIGH,
    "too_short": Kind.LIST_TOO_SHORT,
    "too_long": Kind.LIST_TOO_LONG,
}


def make_record(
    model: type[M], value: Value, path: str, text: str, *, slug: str = "", within: Location = ()
) -> tuple[M | None, tuple[Problem, ...]]:
    """Validate a value read from `text` (its part `within`); None with all its problems when it is not right."""
    try:
        return model.model_validate(value, context=(slug, path)), ()
    except ValidationError as error:
        found = positions(text)
        details = error.errors(include_url=False)
        return None, tuple(_unique(_problem(model, item, path, found, within) for item in _relevant(details)))


def _relevant(details: Sequence[ErrorDetails]) -> Iterable[ErrorDetails]:
    """Leave out what only follows from another mistake in the same place."""
    places = [item["loc"] for item in details]
    for item in details:
        place = item["loc"]
        has_deeper = any(other[: len(place)] == place and len(other) > len(place) for other in places)
        if not (item["type"] == "too_short" and has_deeper):
            yield item


def _unique(problems: Iterable[Problem]) -> Iterable[Problem]:
    seen: set[tuple[int, int]] = set()
    for item in problems:
        place = (item.line, item.column)
        if item.kind is Kind.MISSING or place not in seen:
            yield item
        seen.add(place)


def _problem(
    model: type[Part], detail: ErrorDetails, path: str, found: dict[Location, Position], within: Location
) -> Problem:
    location = tuple(part for part in detail["loc"])
    kind, words = _kind_and_words(model, detail, location)
    at_key = kind in (Kind.KEY_UNKNOWN, Kind.KEY_UNKNOWN_SUGGEST)
    place = (*within, *(location[:-1] if kind is Kind.MISSING else location))
    return problem(path, locate(found, place, key=at_key), kind, **words)


def _kind_and_words(model: type[Part], detail: ErrorDetails, location: Location) -> tuple[Kind, dict[str, Any]]:
    value, context = detail["input"], detail.get("ctx", {})
    name, info = _field_at(model, location)
    words: dict[str, Any] = {
        "field": name or "dit onderdeel",
        "value": _shown(value),
        "example": _example(name, info),
        "help": (info.description or "") if info else "",
        "limit": context.get("max_length", context.get("min_length", "")),
        "length": len(value) if isinstance(value, str | list) else "",
    }
    if detail["type"] == "burgerbaan":
        words |= {key: item for key, item in context.items() if key != "kind"}
        return Kind(context["kind"]), words
    if detail["type"] == "extra_forbidden":
        return _unknown_key(model, location, words)
    if detail["type"] in ("enum", "literal_error"):
        return _unknown_choice(value, str(context["expected"]), words)
    if value is None and detail["type"] != "missing":
        return Kind.EMPTY, words
    if detail["type"] == "string_type":
        return _not_text(value, words)
    words["limit"] = words["limit"] or next((context[key] for key in ("ge", "gt", "le", "lt") if key in context), "")
    return _SIMPLE.get(detail["type"], Kind.GROUP_EXPECTED), words


def _not_text(value: Any, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    if isinstance(value, bool | int | Decimal):
        return Kind.NUMBER_AS_TEXT, words
    shape = "een lijst" if isinstance(value, list) else "een groep velden"
    return Kind.TEXT_EXPECTED, words | {"shape": shape}


def _unknown_key(model: type[Part], location: Location, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    key = str(location[-1])
    group = _model_at(model, location[:-1])
    fields = {info.alias or name: info for name, info in group.model_fields.items()} if group else {}
    near = get_close_matches(key.lower(), fields, 1, 0.6)
    words |= {"value": key, "choices": format_list(list(fields), 60)}
    if not near:
        return Kind.KEY_UNKNOWN, words
    return Kind.KEY_UNKNOWN_SUGGEST, words | {"suggestion": near[0], "example": _example(near[0], fields[near[0]])}


def _unknown_choice(value: Any, expected: str, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    choices = re.findall(r"'([^']*)'", expected)
    near = get_close_matches(str(value).lower(), choices, 1, 0.6)
    words["choices"] = format_list(choices, 20)
    return (Kind.CHOICE_SUGGEST, words | {"suggestion": near[0]}) if near else (Kind.CHOICE, words)


def _field_at(model: type[Part], location: Location) -> tuple[str, FieldInfo | None]:
    """The named field nearest to a location, as the editor spells it."""
    for end in range(len(location), 0, -1):
        key = location[end - 1]
        group = _model_at(model, location[: end - 1])
        if isinstance(key, str) and group:
            info = next((item for item in group.model_fields.values() if item.alias == key), None)
            if info:
                return key, info
    return "", None


def _model_at(model: type[Part] | None, location: Location) -> type[Part] | None:
    """The model that a location lies in, or None."""
    for key in location:
        if model is None:
            return None
        if isinstance(key, str):
            info = next((item for item in model.model_fields.values() if item.alias == key), None)
            model = _model_in(info.annotation) if info else None
    return model


def _model_in(annotation: Any) -> type[Part] | None:
    """The group of fields inside an annotation such as `tuple[Shift, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Part) else None
    if get_origin(annotation) in (Union, UnionType, tuple) or get_args(annotation):
        return next((found for item in get_args(annotation) if (found := _model_in(item))), None)
    return None


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "…"
    return str(value)[:80]


def _example(name: str, info: FieldInfo | None) -> str:
    if info is None or not info.examples:
        return f"{name}: …" if name else "…"
    return f"{name}: {format_example(info.examples[0])}"


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
    needs_quotes = re.search(r": |^[\d@&*!%|>'\"#{\[-]|[#]", text) and not re.fullmatch(
        r"\d{4}-\d\d-\d\d|[\d ]+ [\dA-Z ]+", text
    )
    return f'"{text}"' if needs_quotes else text
