"""Signs of a written page that Markdown does not read: visitors would see them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.source.text import position_in

_LINE = re.compile(r"^[^\n]*", re.M)
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w-]")
_NOTE_LINE = re.compile(r"(?:!!!|\?\?\?\+?) ?[\w-]+(?: +[\w-]+)* +\"[^\"]*\" *\Z")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\S")
_FIRST = re.compile(r" {0,3}(?:[-*+]|1\.) +[^-\s]")
"""An item that may begin a list; a sentence may happen to go on with '2026. Daarna'."""
_HEADING = re.compile(r" {0,3}#{1,6}[^#]|[=-]+ *\Z")
_STANDS_ALONE = re.compile(rf"{_HEADING.pattern}| {{0,3}}\[[^\]\n]+\]:| {{0,3}}(?:\* *){{3,}}\Z")
_QUOTE = re.compile(r"(?: *> ?)*")
"""All signs at once: a quote may stand in a quote in a quote."""
_RULE = re.compile(r"(?=[ |:]*-)[ |:-]*\Z")
_CELL_END = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"(?:[•·▪◦‣●○][ \t\u00a0]*|[-*+]\u00a0)(?=\S)")
_BULLET_LINE = re.compile(rf"^ {{0,3}}({_BULLET.pattern})", re.M)
_GLUED_DASH = re.compile(r"-[^\W\d_]")

_NOTE_EXAMPLE = '!!! note "Let op"'
_LIST_ADVICE = "Begin elk punt met een streepje en een gewone spatie: - Koffie zetten"
_LINK_ADVICE = "Zet het adres er met ronde haakjes direct achter: [Contact](contact/index.md)"
_OPEN_ADVICE = "Sluit het adres met een rond haakje: [Contact](contact/index.md)"
_SIGNS_ANYWHERE = (
    (re.compile(r"\]\((?![^\n]*\n?[^\n]*\))[^\n]*"), _OPEN_ADVICE),
    (re.compile(r"~~[^~\n]+~~"), "Doorstrepen kan niet; haal de tekst of de tekens weg."),
    (re.compile(r"\[\[[^\[\]\n]+\]\](?![(\[])"), _LINK_ADVICE),
    (re.compile(r"(?<=\])[ \u00a0]+(\((?=https?:|mailto:|tel:|[^()\s]*\.md\b)[^()\n]*\))"), _LINK_ADVICE),
)
_SIGNS = (
    *_SIGNS_ANYWHERE,
    (
        re.compile(r"\{%[^%\n]*%\}|\{#[^#\n]*#\}"),
        "Haal het weg; een blok heeft dubbele accolades: {{ contact meedoen }}",
    ),
    (
        re.compile(r"^:::+[^\n]*", re.M),
        f"Een kader maak je zo, met de tekst vier spaties naar rechts: {_NOTE_EXAMPLE}",
    ),
    (
        re.compile(r"\[\^[^\[\]\n]+\]"),
        "Voetnoten zijn er niet; zet de tekst tussen haakjes, of noem een bron: {{ bron dialoogavond-5 }}",
    ),
)
_PAIR = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_NAMED = re.compile(r"^[ >]*\[([^\]\n]+)\]:", re.M)


class _Line(NamedTuple):
    start: int
    text: str


def check_plain_marks(path: str, text: str, body: str) -> Iterator[Problem]:
    """A problem for each sign that stays a sign; `body` is the page with blanks for code and front matter."""
    for pattern, advice in _SIGNS:
        for found in pattern.finditer(body):
            yield _unread(path, text, found.start(found.lastindex or 0), found[0], advice)
    names = {found[1].lower() for found in _NAMED.finditer(body)}
    for found in _PAIR.finditer(body):
        if (found[2] or found[1]).lower() not in names:
            yield _unread(path, text, found.start(), found[0], _LINK_ADVICE)
    edge: int | None = None
    for lines in _blocks(body):
        first = lines[0].text
        indent = _indent(first)
        if _ITEM.match(first) and edge is not None and 0 < indent - edge < 4:
            yield problem(path, position_in(text, lines[0].start), Kind.ITEM_SHALLOW, count=indent - edge)
        elif indent < 4:
            edge = indent if _ITEM.match(first) or _NOTE.match(first) else None
        if indent < 4 or edge is not None:  # else it is code
            yield from _check_block(path, text, lines)


def signs_in_record(text: str) -> Iterator[tuple[str, str]]:
    """Signs that stay signs in the Markdown of a record, which is of another kind, each with what to do."""
    for pattern, advice in _SIGNS_ANYWHERE:
        yield from ((found[found.lastindex or 0].strip()[:60], advice) for found in pattern.finditer(text))
    bullet = _BULLET_LINE.search(text)
    if bullet:  # one tells enough of a list
        yield bullet[1].strip() or "-", _LIST_ADVICE


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
                example=_NOTE_EXAMPLE,
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
    edge = _indent(lines[0].text)
    for line in lines[1:]:
        if _ITEM.match(line.text) and _indent(line.text) > edge:
            yield problem(path, position_in(text, line.start), Kind.ITEM_SHALLOW, count=_indent(line.text) - edge)
            return  # one tells enough


def _check_table(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    columns = _cells(lines[0].text)
    if len(lines) < 2 or not _RULE.match(lines[1].text):
        example = "| --- " * columns + "|"
        yield problem(path, position_in(text, lines[0].start), Kind.TABLE_RULE, example=example)
        return
    for line in lines[2:]:
        cells, at = _cells(line.text), position_in(text, line.start)
        if not _CELL_END.search(line.text):
            yield problem(path, at, Kind.TABLE_TAIL)
            return
        if cells > columns:
            yield problem(path, at, Kind.TABLE_ROW, cells=cells, columns=columns)


def _is_bare_table(lines: Sequence[_Line]) -> bool:
    """Whether rows are cells without bars around them, of which one may be a dash."""
    return len(lines) > 1 and "|" in lines[1].text and _RULE.match(lines[1].text) is not None


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    ends = len(_CELL_END.findall(inner))
    return ends if re.search(r"(?<!\\)\|\Z", inner) else ends + 1


def _check_paragraph(path: str, text: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    """At most one mistake in a paragraph: the rest of it follows from that."""
    dashes = [line for line in lines if _GLUED_DASH.match(line.text)]
    for number, line in enumerate(lines):
        bullet = _BULLET.match(line.text)
        if bullet or (line in dashes and len(dashes) > 1):
            sign = bullet[0].strip() if bullet else "-"
            yield _unread(path, text, line.start, sign or "-", _LIST_ADVICE)
            return
        what = "lijst" if _FIRST.match(line.text) else "tabel" if line.text.startswith("|") else ""
        if number and what:
            yield problem(path, position_in(text, line.start), Kind.BLOCK_GLUED, what=what)
            return
