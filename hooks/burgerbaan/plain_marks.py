"""Signs of a written page that Markdown does not read: visitors would see them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from burgerbaan.false_lists import FalseItem, false_bullets, false_item
from burgerbaan.kinds import Kind
from burgerbaan.odd_signs import (
    DOTTED_TIME,
    LINK_ADVICE,
    NOTE_EXAMPLE,
    SIGNS_IN_PAGE,
    SIGNS_IN_RECORD,
    STARS_ADVICE,
    with_colons,
)
from burgerbaan.own_computer import OWN_COMPUTER, PAGE_ADVICE
from burgerbaan.problems import Problem, problem
from burgerbaan.source.text import position_in

_LINE = re.compile(r"^[^\n]*", re.M)
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w-]")
_NOTE_LINE = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w-]+(?: +[\w-]+)* +\"[^\"]*\" *\Z")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\S")
_LISTS = re.compile(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\S|[>|`~]| {4}")
"""What begins a block of a record that is no paragraph."""
_FIRST = re.compile(r" {0,3}(?:[-*+]|1\.) +[^-\s]")
"""An item that may begin a list; a sentence may happen to go on with '2026. Daarna'."""
_HEADING = re.compile(r" {0,3}#{1,6}[^#]|[=-]+ *\Z")
_STANDS_ALONE = re.compile(rf"{_HEADING.pattern}| {{0,3}}\[[^\]\n]+\]:| {{0,3}}(?:\* *){{3,}}\Z")
_QUOTE = re.compile(r"(?: *> ?)*")
"""All signs at once: a quote may stand in a quote in a quote."""
_RULE = re.compile(r"(?=[ |:]*-)[ |:-]*\Z")
_CELL_END = re.compile(r"(?<!\\)\|")
_STEP = re.compile(r" {0,3}(\d+)\.[ \t]+\S")
_STARS = re.compile(r"(?<![\\*])\*{2,}")

_PAIR = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_NAMED = re.compile(r"^[ >]*\[([^\]\n]+)\]:", re.M)


class _Line(NamedTuple):
    start: int
    text: str


def check_plain_marks(path: str, text: str, body: str) -> Iterator[Problem]:
    """A problem for each sign that stays a sign; `body` is the page with blanks for code and front matter."""
    for pattern, advice in SIGNS_IN_PAGE:
        for found in pattern.finditer(body):
            yield _unread(path, text, found.start(found.lastindex or 0), found[found.lastindex or 0], advice)
    for found in OWN_COMPUTER.finditer(body):
        yield problem(path, position_in(text, found.start()), Kind.OWN_COMPUTER, value=found[0], advice=PAGE_ADVICE)
    for found in DOTTED_TIME.finditer(body):
        told = {"value": found[0], "example": with_colons(found[0])}
        yield problem(path, position_in(text, found.start()), Kind.TIME_DOTTED, **told)
    names = {found[1].lower() for found in _NAMED.finditer(body)}
    for found in _PAIR.finditer(body):
        if (found[2] or found[1]).lower() not in names:
            yield _unread(path, text, found.start(), found[0], LINK_ADVICE)
    yield from _check_blocks(path, text, body)


def _check_blocks(path: str, text: str, body: str) -> Iterator[Problem]:
    edge: int | None = None
    for lines in _blocks(body):
        first, at = lines[0].text, lines[0].start
        indent, step = _indent(first), _STEP.match(first)
        if loose := _loose_stars(lines):
            yield _unread(path, text, loose, "**", STARS_ADVICE)
        if _ITEM.match(first) and edge is not None and 0 < indent - edge < 4:
            yield problem(path, position_in(text, at), Kind.ITEM_SHALLOW, count=indent - edge)
        elif indent < 4:
            if step and edge is None and int(step[1]) != 1:
                yield problem(path, position_in(text, at + indent), Kind.ITEM_RESTART, number=step[1])
            edge = indent if _ITEM.match(first) or _NOTE.match(first) else None
        if indent < 4 or edge is not None:
            yield from _check_block(path, text, lines)
        elif not text[at : at + 4].strip(" "):  # what stands there may also be blank because it is code between ticks
            yield problem(path, position_in(text, at), Kind.CODE_INDENT)


def _loose_stars(lines: Sequence[_Line], *, is_record: bool = False) -> int | None:
    """Where stars of a paragraph stand that make nothing bold: between spaces, or without others to match them.

    In records also those with a space on their inner side.
    """
    stars = [(line, sign) for line in lines if line.text.strip(" *") for sign in _STARS.finditer(line.text)]
    for number, (line, sign) in enumerate(stars):
        has_before = bool(line.text[: sign.start()][-1:].strip())
        has_after = bool(line.text[sign.end() :][:1].strip())
        if not (has_before or has_after) or (is_record and not (has_before if number % 2 else has_after)):
            return line.start + sign.start()
    return stars[-1][0].start + stars[-1][1].start() if len(stars) % 2 else None


def signs_in_record(text: str) -> Iterator[tuple[Kind, str, str]]:
    """Signs that stay signs in the Markdown of a record, which is of another kind, each with what to do."""
    for address in OWN_COMPUTER.finditer(text):
        yield Kind.OWN_COMPUTER, address[0], PAGE_ADVICE
    for pattern, advice in SIGNS_IN_RECORD:
        for found in pattern.finditer(text):
            yield Kind.MARK_UNREAD, found[found.lastindex or 0].strip()[:60], advice
    bullets = [*false_bullets(text)]
    yield from ((Kind.MARK_UNREAD, *bullet) for bullet in bullets)
    for lines in _blocks(text):
        first = lines[0].text
        if _loose_stars(lines, is_record=True) is not None:
            yield Kind.MARK_UNREAD, "**", STARS_ADVICE
        if first.startswith("|") and (rule := _missing_rule(lines)):
            yield Kind.MARK_UNREAD, first.strip()[:60], f"Een tabel heeft onder de eerste rij: {rule}"
        item = None if bullets or _STANDS_ALONE.match(first) or _LISTS.match(first) else _false_item(lines)
        if item:
            yield item.kind, item.sign, item.advice


def _unread(path: str, text: str, at: int, value: str, advice: str) -> Problem:
    return problem(path, position_in(text, at), Kind.MARK_UNREAD, value=value.strip()[:60], advice=advice)


def _blocks(body: str) -> Iterator[Sequence[_Line]]:
    """Lines without a blank one in between."""
    return _pieces(_Line(found.start(), found[0]) for found in _LINE.finditer(body))


def _pieces(lines: Iterable[_Line]) -> Iterator[Sequence[_Line]]:
    for has_text, piece in groupby(lines, key=lambda line: bool(line.text.strip())):
        if has_text:
            yield list(piece)


def _unquoted(line: _Line) -> _Line:
    sign = _QUOTE.match(line.text)
    length = sign.end() if sign else 0
    return _Line(line.start + length, line.text[length:])


def _check_block(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    if _NOTE.match(lines[0].text):
        if not _NOTE_LINE.match(lines[0].text):
            yield problem(
                path,
                position_in(text, lines[0].start),
                Kind.NOTE_FORM,
                value=lines[0].text.strip(),
                example=NOTE_EXAMPLE,
            )
        if len(lines) > 1 and _indent(lines[1].text) < 4:
            yield problem(path, position_in(text, lines[1].start), Kind.NOTE_EMPTY, value=lines[0].text.strip())
        lines = lines[1:]
    margin = min((_indent(line.text) for line in lines), default=0)
    lines = [_Line(start + margin, line[margin:]) for start, line in lines]  # less what moves all to the right
    for alone, run in groupby(lines, key=lambda line: bool(_STANDS_ALONE.match(line.text))):
        if not alone:
            yield from _check_run(path, text, list(run))


def _check_run(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    """Lines without a heading in between."""
    first = lines[0].text
    if first.startswith("|"):
        yield from _check_table(path, text, lines)
    elif first.startswith(">"):
        for inner in _pieces(_unquoted(line) for line in lines):
            yield from _check_block(path, text, inner)
    elif _ITEM.match(first):
        yield from _check_list(path, text, lines)
    elif not _is_bare_table(lines):
        yield from _check_paragraph(path, text, lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _check_list(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    edge, is_numbered = _indent(lines[0].text), _STEP.match(lines[0].text) is not None
    for line in lines[1:]:
        is_other = is_numbered and not _STEP.match(line.text)  # Markdown gives that the next number
        if _ITEM.match(line.text) and (_indent(line.text) > edge or is_other):
            yield problem(path, position_in(text, line.start), Kind.ITEM_SHALLOW, count=_indent(line.text) - edge)
            return  # one tells enough


def _check_table(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    columns = _cells(lines[0].text)
    if rule := _missing_rule(lines):
        yield problem(path, position_in(text, lines[0].start), Kind.TABLE_RULE, example=rule)
        return
    for line in lines[2:]:
        cells, at = _cells(line.text), position_in(text, line.start)
        if not _CELL_END.search(line.text):
            yield problem(path, at, Kind.TABLE_TAIL)
            return
        if cells > columns:
            yield problem(path, at, Kind.TABLE_ROW, cells=cells, columns=columns)


def _missing_rule(lines: Sequence[_Line]) -> str:
    """What must stand below the first row of a table, when it does not."""
    columns = _cells(lines[0].text)
    is_right = len(lines) > 1 and _RULE.match(lines[1].text) and _cells(lines[1].text) == columns
    return "" if is_right else "| --- " * columns + "|"


def _is_bare_table(lines: Sequence[_Line]) -> bool:
    """Whether rows are cells without bars around them, of which one may be a dash."""
    return len(lines) > 1 and "|" in lines[1].text and _RULE.match(lines[1].text) is not None


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    ends = len(_CELL_END.findall(inner))
    return ends if re.search(r"(?<!\\)\|\Z", inner) else ends + 1


def _false_item(lines: Sequence[_Line]) -> FalseItem | None:
    return false_item([line.text for line in lines])


def _check_paragraph(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    """At most one mistake in a paragraph: the rest of it follows from that."""
    if item := _false_item(lines):
        at = position_in(text, lines[item.number].start)
        yield problem(path, at, item.kind, value=item.sign, advice=item.advice)
        return
    for number, line in enumerate(lines):
        what = "lijst" if _FIRST.match(line.text) else "tabel" if line.text.startswith("|") else ""
        if number and what:
            yield problem(path, position_in(text, line.start), Kind.BLOCK_GLUED, what=what)
            return
