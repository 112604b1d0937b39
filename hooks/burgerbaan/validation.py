"""From plain values to records: pydantic finds every mistake, this module says where it stands and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from burgerbaan.dutch import format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.examples import example_for, first_line, format_example, group_in
from burgerbaan.model.marks import has_mark
from burgerbaan.model.record import Otherwise, Part, Refers, fields_by_key
from burgerbaan.problems import Location, Position, Problem, problem, without_values
from burgerbaan.source.strict_yaml import Value, locate, odd_space, positions
from burgerbaan.wording import format_sentence

M = TypeVar("M", bound=Part)

_BOUNDS = (("ge", "minstens"), ("gt", "meer dan"), ("le", "hoogstens"), ("lt", "minder dan"))

_SIMPLE = {
    "missing": Kind.MISSING,
    "string_too_long": Kind.TOO_LONG,
    "int_type": Kind.NUMBER_EXPECTED,
    "is_instance_of": Kind.NUMBER_EXPECTED,
    "decimal_type": Kind.NUMBER_EXPECTED,
    "finite_number": Kind.NUMBER_EXPECTED,
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
        details = error.errors(include_url=False)
    found = positions(text)
    fields: dict[Location, Any] = {}
    mine: list[ErrorDetails] = []
    overruled: list[Problem] = []
    for item in details:
        field = _protecting(model, (*item["loc"], *_inner_place(item)))
        if field is None:
            mine.append(item)
        elif field[0] not in fields:  # one mistake is enough for a no
            fields[field[0]] = field[1]
            overruled.append(_overruled(_problem(model, item, path, found, within)))
    if fields and not mine:
        again, problems = make_record(model, _with(value, fields), path, text, slug=slug, within=within)
        return again, (*overruled, *problems)
    problems = tuple(_unique(_problem(model, item, path, found, within) for item in _relevant(mine)))
    return None, (*overruled, *_without_echoes(problems))


def _protecting(model: type[Part], location: tuple[str | int, ...]) -> tuple[Location, Any] | None:
    """The innermost field marked `Otherwise` that a mistake lies in, and what it becomes."""
    for end in range(len(location), 0, -1):
        group, key = _model_at(model, location[: end - 1]), location[end - 1]
        info = next((item for item in group.model_fields.values() if item.alias == key), None) if group else None
        mark = next((item for item in info.metadata if isinstance(item, Otherwise)), None) if info else None
        if mark:
            return location[:end], mark.value
    return None


def _with(value: Value, fields: Mapping[Location, Any]) -> Value:
    """A copy of a value in which some fields are others."""
    changed = deepcopy(value)
    for location, other in sorted(fields.items(), key=lambda item: -len(item[0])):  # what is inside first
        inner: Any = changed
        for step in location[:-1]:
            inner = inner[step]
        inner[location[-1]] = other
    return changed


def _overruled(item: Problem) -> Problem:
    unnamed = format_sentence(without_values(item))
    at = Position(item.line, item.column)
    return problem(item.path, at, Kind.OVERRULED, text=format_sentence(item), unnamed=unnamed)


def _without_echoes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out 'X is missing' where 'did you mean X' says the same."""
    meant = {dict(item.words).get("suggestion") for item in problems if item.kind is Kind.KEY_UNKNOWN_SUGGEST}
    return tuple(
        item for item in problems if not (item.kind is Kind.MISSING and dict(item.words).get("field") in meant)
    )


def _relevant(details: Sequence[ErrorDetails]) -> Iterable[ErrorDetails]:
    """Leave out what only follows from another mistake in the same place."""
    above = {item["loc"][:end] for item in details for end in range(len(item["loc"]))}
    for item in details:
        if not (item["type"] == "too_short" and item["loc"] in above):
            yield item


_ABOUT_KEYS = (Kind.MISSING, Kind.KEY_UNKNOWN, Kind.KEY_UNKNOWN_SUGGEST, Kind.KEY_COMMA)


def _unique(problems: Iterable[Problem]) -> Iterable[Problem]:
    """One problem for each place: a field that may be several types gives one mistake for each of them."""
    seen: set[tuple[int, int]] = set()
    for item in problems:
        place = (item.line, item.column)
        if item.kind in _ABOUT_KEYS:
            yield item
        elif place not in seen:
            seen.add(place)
            yield item


def _problem(
    model: type[Part], detail: ErrorDetails, path: str, found: dict[Location, Position], within: Location
) -> Problem:
    location = (*detail["loc"], *_inner_place(detail))
    kind, words = _kind_and_words(model, detail, location, path)
    at_key = kind in (Kind.KEY_UNKNOWN, Kind.KEY_UNKNOWN_SUGGEST, Kind.KEY_COMMA)
    place = (*within, *(location[:-1] if kind is Kind.MISSING else location))
    return problem(path, locate(found, place, key=at_key), kind, **words)


def _inner_place(detail: ErrorDetails) -> Location:
    """Where inside a group a rule over several fields wants the editor to look."""
    steps = str(detail.get("ctx", {}).get("at", "")).split("/")
    return tuple(int(step) if step.isdigit() else step for step in steps if step)


def _kind_and_words(
    model: type[Part], detail: ErrorDetails, location: Location, path: str
) -> tuple[Kind, dict[str, Any]]:
    value, context = detail["input"], detail.get("ctx", {})
    name, info = _field_at(model, location)
    last = location[-1] if location else ""
    is_item = isinstance(last, int)
    words: dict[str, Any] = {
        "field": f"{name} (punt {last + 1})" if isinstance(last, int) and name else name or path.rsplit("/", 1)[-1],
        "fix": f'- "{_shown(value)}"' if is_item else f'{name}: "{_shown(value)}"',
        "value": _shown(value),
        "example": _example(name, info) if name else first_line(model),
        "help": _as_sentence(info.description or "") if info else "",
        "limit": context.get("max_length", context.get("min_length", "")),
        "length": len(value) if isinstance(value, str | list) else "",
    }
    if detail["type"] == "burgerbaan":
        words |= {key: item for key, item in context.items() if key not in ("kind", "at")}
        kind = Kind(context["kind"])
        is_name_of_another = kind is Kind.IDENTIFIER_FORM and info is not None and has_mark(info, Refers)
        return Kind.REFERENCE_FORM if is_name_of_another else kind, words
    if detail["type"] == "extra_forbidden":
        return _unknown_key(model, location, value, words)
    if value is None and detail["type"] != "missing":
        is_required = info is None or info.is_required() or is_item
        return Kind.EMPTY if is_required else Kind.EMPTY_OPTIONAL, words
    if detail["type"] in ("enum", "literal_error"):
        return _unknown_choice(value, str(context["expected"]), words)
    if detail["type"] == "string_type":
        return _not_text(value, words)
    words["limit"] = words["limit"] or next((f"{say} {context[key]}" for key, say in _BOUNDS if key in context), "")
    return _misshapen(value, _SIMPLE.get(detail["type"], Kind.GROUP_EXPECTED), words)


def _misshapen(value: Any, kind: Kind, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    """A list or group with a sign that looks like a space reads as text."""
    odd = odd_space(value) if kind in (Kind.LIST_EXPECTED, Kind.GROUP_EXPECTED) and isinstance(value, str) else None
    return (kind, words) if odd is None else (Kind.SYNTAX_SPACE, words | {"code": f"U+{ord(value[odd]):04X}"})


def _not_text(value: Any, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    if isinstance(value, bool | int | Decimal):
        return Kind.NUMBER_AS_TEXT, words
    shape = "een lijst" if isinstance(value, list) else "een groep velden"
    return Kind.TEXT_EXPECTED, words | {"shape": shape}


def _unknown_key(
    model: type[Part], location: Location, value: Any, words: dict[str, Any]
) -> tuple[Kind, dict[str, Any]]:
    key = str(location[-1])
    group = _model_at(model, location[:-1])
    fields = fields_by_key(group) if group else {}
    words |= {"value": key, "choices": format_list(list(fields), 60)}
    inside = [(name, info) for name, info in fields.items() if key.lower() in _keys_in(info)]
    if len(inside) == 1:
        name, info = inside[0]
        example = format_example({key.lower(): example_for(_keys_in(info)[key.lower()])})
        return Kind.KEY_UNKNOWN_SUGGEST, words | {"suggestion": name, "example": f"{name}: {example}"}
    near = get_close_matches(key.lower(), fields, 1, 0.6)
    if (
        value is None
        and re.search(r"\w", key)
        and not re.fullmatch(r"[\w-]+", key)
        and not (near and key.startswith(near[0]))
    ):
        return Kind.KEY_COMMA, words
    if not near:
        return Kind.KEY_UNKNOWN, words
    return Kind.KEY_UNKNOWN_SUGGEST, words | {"suggestion": near[0], "example": _example(near[0], fields[near[0]])}


def _keys_in(info: FieldInfo) -> Mapping[str, FieldInfo]:
    """The fields of the group that a field holds, by their keys; none of a list of groups."""
    group = group_in(info.annotation)
    is_one = group is not None and isinstance(example_for(info), dict)
    return fields_by_key(group) if group and is_one else {}


def _unknown_choice(value: Any, expected: str, words: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    choices = re.findall(r"'([^']*)'", expected)
    lowered = {choice.lower(): choice for choice in choices}
    near = [lowered[found] for found in get_close_matches(str(value).lower(), lowered, 1, 0.6)]
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
            model = group_in(info.annotation) if info else None
    return model


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return "…"
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"


def _as_sentence(help_text: str) -> str:
    return help_text[:1].upper() + help_text[1:]


def _example(name: str, info: FieldInfo | None) -> str:
    return f"{name}: {format_example(example_for(info))}" if info else f"{name}: …"
