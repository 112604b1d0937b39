"""Strict YAML: libyaml's events straight to plain values, refusing what changes meaning in silence.

Typed are only `true`, `false`, `null`, whole numbers and decimals without ornaments (the YAML 1.2 core schema less
its traps); `no`, `aan`, `012`, `1:30` and `2026-02-30` stay the text that was typed. Quoted scalars are always text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from burgerbaan.kinds import Kind
from burgerbaan.problems import Location, Position, Problem, problem
from burgerbaan.source.comments import cutting_comments
from burgerbaan.source.text import position_in

Value = None | bool | int | Decimal | str | list[Any] | dict[str, Any]
MAX_DEPTH = 20

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)  # pure Python where libyaml is missing: slower, same result
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,9}\Z")
_WORDS: dict[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}
_ODD_SPACE = re.compile(
    r" *+(?:- ++)*+-?(?:[\w-]++ *+:)? *+([\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])"
)
_FOLDING = (None, "", "'", ">")
_FOLDED = re.compile(r"(?<=[^\s])\n(?=[^\s])")
"""YAML makes one new line of an empty line where lines run on; whoever left that line empty began a paragraph."""
_CURLY_QUOTES = "“”„‟«»‘’‚‛"


@dataclass(slots=True)
class _Reader:
    path: str
    loader: Any
    problems: list[Problem] = field(default_factory=list)
    positions: dict[Location, Position] | None = None

    def report(self, mark: Any, kind: Kind, **words: object) -> None:
        self.problems.append(problem(self.path, Position(mark.line + 1, mark.column + 1), kind, **words))


class _UnreadableRestError(Exception):
    """The rest of this file cannot be read with sense."""


def parse(path: str, text: str) -> tuple[Value, tuple[Problem, ...]]:
    """Values of one YAML document and everything wrong with its notation; `path` only names the file."""
    value, problems, _ = _read(path, text, with_positions=False)
    return value, problems


def unreadable_in(path: str, text: str) -> tuple[Problem, ...]:
    """Where a file of somebody else, which may hold more than our own, is no YAML at all."""
    reader = _Reader(path, None)
    try:
        yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        if "tab character" in f"{error.problem}" or "\\t" in f"{error.problem}":  # libyaml, and pure Python
            reader.report(error.problem_mark, Kind.TAB)
        else:
            _report_syntax(reader, error, text)
    return tuple(reader.problems)


def positions(text: str) -> dict[Location, Position]:
    """Where each value stands (keys under `(..., key, '@key')`); asked only for files that have a problem."""
    return _read("", text, with_positions=True)[2]


def locate(found: dict[Location, Position], location: Location, *, key: bool = False) -> Position:
    """Position of a value or of its key; of the nearest enclosing key when it is absent."""
    if not key and location in found:
        return found[location]
    parts = location
    while parts:
        if (*parts, "@key") in found:
            return found[(*parts, "@key")]
        if parts in found:
            return found[parts]
        parts = parts[:-1]
    return found.get((), Position(1, 1))


def _read(path: str, text: str, *, with_positions: bool) -> tuple[Value, tuple[Problem, ...], dict[Location, Position]]:
    if "#" in text:
        problems = tuple(_cutting_comments(path, text))
        if problems:
            return None, problems, {}
    tab = text.find("\t")
    if tab >= 0:
        return None, (problem(path, position_in(text, tab), Kind.TAB),), {}
    loader = _Loader(text)
    reader = _Reader(path, loader, positions={} if with_positions else None)
    value: Value = None
    try:
        value = _read_document(reader)
    except _UnreadableRestError:
        pass
    except yaml.MarkedYAMLError as error:
        _report_syntax(reader, error, text)
    except yaml.YAMLError:
        reader.problems.append(problem(path, Position(1, 1), Kind.SYNTAX))
    finally:
        loader.dispose()
    return value, tuple(reader.problems), reader.positions or {}


def _cutting_comments(path: str, text: str) -> Iterator[Problem]:
    line, seen = 1, 0
    for start, value in cutting_comments(text, yaml.parse(text, Loader=_Loader)):
        line, seen = line + text.count("\n", seen, start), start
        column = start - text.rfind("\n", 0, start)
        yield problem(path, Position(line, column), Kind.COMMENT_CUTS, value=value)


def _report_syntax(reader: _Reader, error: yaml.MarkedYAMLError, text: str) -> None:
    """A mistake that libyaml met; where something was opened and never closed, the opening is the place to look."""
    message = f"{error.context} {error.problem}"
    mark = error.problem_mark or error.context_mark
    was_opened = any(part in message for part in ("quoted scalar", "flow sequence", "flow mapping", "simple key"))
    if was_opened and "escape" not in message and error.context_mark:
        mark = error.context_mark
    assert mark is not None, "libyaml marks every mistake"
    lines = text.split("\n")
    for number in (mark.line, mark.line - 1):  # a field with such a sign goes on with the next line
        odd = odd_space(lines[number]) if 0 <= number < len(lines) else None
        if odd is not None:
            code = f"U+{ord(lines[number][odd]):04X}"
            reader.problems.append(problem(reader.path, Position(number + 1, odd + 1), Kind.SYNTAX_SPACE, code=code))
            return
    first = next((number for number, line in enumerate(lines) if re.match(r" *[^\s#-]", line)), 0)
    if "document start" in message and lines[first].startswith(" "):  # all that comes after stands more to the left
        at = Position(first + 1, len(lines[first]) - len(lines[first].lstrip(" ")) + 1)
        reader.problems.append(problem(reader.path, at, Kind.SYNTAX_FIRST))
        return
    reader.report(mark, _syntax_kind(message, lines[mark.line] if mark.line < len(lines) else ""))


def odd_space(line: str) -> int | None:
    """Where a line has a sign that looks like a space, or like nothing, before its value; None where it has not."""
    found = _ODD_SPACE.match(line)
    return found.start(1) if found else None


def _syntax_kind(message: str, line: str) -> Kind:
    if "mapping values are not allowed" in message:
        return Kind.SYNTAX_COLON if len(re.findall(r":(?: |$)", line)) > 1 else Kind.SYNTAX_INDENT
    if "escape" in message:
        return Kind.SYNTAX_BACKSLASH
    if "block scalar" in message and "comment or line break" in message:
        return Kind.SYNTAX_SCALAR
    if "quoted scalar" in message:
        return Kind.SYNTAX_QUOTE
    is_misplaced = "expected ':'" in message or "block mapping" in message or "block collection" in message
    if is_misplaced and re.search(r":\s*([\"']).*\1\s*[^\s#]", line):
        return Kind.SYNTAX_AFTER_QUOTE
    return Kind.SYNTAX_INDENT if is_misplaced else Kind.SYNTAX


def _read_document(reader: _Reader) -> Value:
    loader = reader.loader
    loader.get_event()
    event = loader.get_event()
    if isinstance(event, yaml.StreamEndEvent):
        return None
    value = _read_node(reader, loader.get_event(), (), 0)
    loader.get_event()
    event = loader.get_event()
    if not isinstance(event, yaml.StreamEndEvent):
        reader.report(event.start_mark, Kind.SEVERAL_DOCUMENTS)
    return value


def _read_node(reader: _Reader, event: Any, location: Location, depth: int) -> Value:
    kind = type(event)
    if reader.positions is not None:
        reader.positions[location] = Position(event.start_mark.line + 1, event.start_mark.column + 1)
    if kind is yaml.AliasEvent or event.anchor is not None:
        reader.report(event.start_mark, Kind.ANCHOR, value=event.anchor)
        if kind is yaml.AliasEvent:
            return None
    if event.tag is not None:
        reader.report(event.start_mark, Kind.TAG, value=event.tag.replace("tag:yaml.org,2002:", "!!"))
    if kind is yaml.ScalarEvent:
        return _read_scalar(reader, event)
    if depth >= MAX_DEPTH:
        reader.report(event.start_mark, Kind.TOO_DEEP, limit=MAX_DEPTH)
        raise _UnreadableRestError
    if kind is yaml.MappingStartEvent:
        return _read_mapping(reader, location, depth + 1)
    return _read_sequence(reader, location, depth + 1)


def _read_scalar(reader: _Reader, event: Any) -> Value:
    value: str = event.value
    if event.style in _FOLDING and "\n" in value:
        value = _FOLDED.sub("\n\n", value)
    if event.style:
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if value.isascii():
        return plain_value(value)
    if value[0] in _CURLY_QUOTES and not re.match("[‘’][a-z]{1,2}\\b", value):
        reader.report(event.start_mark, Kind.CURLY_QUOTE, value=value[:30])
    return unicodedata.normalize("NFC", value)


def plain_value(text: str) -> Value:
    """What a text without quotes stands for: true, false, nothing, a number, or else itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text


def _read_mapping(reader: _Reader, location: Location, depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    get_event = reader.loader.get_event
    while True:
        event = get_event()
        if type(event) is yaml.MappingEndEvent:
            return result
        key = _read_key(reader, event, result)
        if reader.positions is not None:
            mark = event.start_mark
            reader.positions.setdefault((*location, key, "@key"), Position(mark.line + 1, mark.column + 1))
        value = _read_node(reader, get_event(), (*location, key), depth)
        result.setdefault(key, value)


def _read_key(reader: _Reader, event: Any, seen: dict[str, Any]) -> str:
    if type(event) is not yaml.ScalarEvent:
        reader.report(event.start_mark, Kind.KEY_NOT_TEXT)
        raise _UnreadableRestError
    key: str = event.value
    if event.anchor is not None:
        reader.report(event.start_mark, Kind.ANCHOR, value=event.anchor)
    if not event.style and (key in _WORDS or _WHOLE.match(key) or _DECIMAL.match(key)):
        reader.report(event.start_mark, Kind.KEY_NOT_TEXT)
    elif not key.isascii() and any(unicodedata.category(char) in ("Cf", "Zs") and char != " " for char in key):
        reader.report(event.start_mark, Kind.KEY_INVISIBLE, value=_visible(key))
    elif key in seen:
        reader.report(event.start_mark, Kind.KEY_DUPLICATE, value=key)
    return key


def _visible(text: str) -> str:
    hidden = ("Cf", "Zs")
    return "".join(
        f"[U+{ord(char):04X}]" if char != " " and unicodedata.category(char) in hidden else char for char in text
    )


def _read_sequence(reader: _Reader, location: Location, depth: int) -> list[Any]:
    result: list[Any] = []
    get_event = reader.loader.get_event
    while True:
        event = get_event()
        if type(event) is yaml.SequenceEndEvent:
            return result
        result.append(_read_node(reader, event, (*location, len(result)), depth))
