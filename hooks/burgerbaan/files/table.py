"""The open vacancies as one table: columns from which both the CSV file and its Table Schema follow.

CSV: RFC 4180. Table Schema: https://specs.frictionlessdata.io/table-schema/
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from burgerbaan.absolute import absolute
from burgerbaan.addresses import VACANCIES
from burgerbaan.corner import parts_of
from burgerbaan.lifecycle import last_day
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.site import Site
from burgerbaan.vacancy_facts import days_of
from burgerbaan.words import Words

_COLUMNS = (
    "id", "titel", "samenvatting", "soort", "organisatie", "organisatie_naam", "wijk", "wijk_naam",
    "plek.naam", "plek.straat", "plek.postcode", "plek.plaats", "sectoren", "taken", "leren", "leergebieden",
    "krijgt.vergoeding", "krijgt.loon", "krijgt.reiskosten", "krijgt.scholing", "uren.min", "uren.max",
    "dagen", "dagdelen", "tijden", "rooster", "afspraak", "duidelijke_taken", "plekken",
    "geplaatst", "start", "sluit", "laatste_dag", "gecontroleerd", "taal", "diploma_nodig", "diploma", "snuffelen",
    "toegang.drempelvrij", "toegang.toilet", "toegang.rustige_plek", "begeleiding.hoe", "evc", "voorbeeld", "adres",
)  # fmt: skip
"""Fields of a vacancy as editors write them, the fields of a group after a point, and what is made from them below."""

_MADE: Mapping[str, Callable[[Site, Vacancy], object]] = {
    "id": lambda site, vacancy: vacancy.slug,
    "organisatie": lambda site, vacancy: vacancy.host,
    "organisatie_naam": lambda site, vacancy: site.hosts[vacancy.host].name,
    "wijk_naam": lambda site, vacancy: site.districts[vacancy.district].name,
    "dagen": lambda site, vacancy: days_of(vacancy),
    "dagdelen": lambda site, vacancy: parts_of(vacancy),
    "tijden": lambda site, vacancy: [f"{shift.day} {shift.start}-{shift.end}" for shift in vacancy.shifts],
    "laatste_dag": lambda site, vacancy: last_day(vacancy),
    "adres": lambda site, vacancy: absolute(site, f"{VACANCIES}{vacancy.slug}/"),
}
_STEPS = {column: column.split(".") for column in _COLUMNS}
_MADE_TYPES: Mapping[str, Mapping[str, Any]] = {
    "id": {"type": "string", "constraints": {"required": True, "unique": True}},
    "dagen": {"type": "string"},
    "laatste_dag": {"type": "date", "constraints": {"required": True}},
    "adres": {"type": "string", "format": "uri", "constraints": {"required": True, "unique": True}},
}
_TEXT: Mapping[str, Any] = {"type": "string", "constraints": {"required": True}}
_OF_WORDS = frozenset({"sectoren", "leergebieden", "dagen", "dagdelen"})
"""Lists of single words; the items of other lists may hold spaces themselves."""

YES, NO = "ja", "nee"


def vacancy_csv(rows: Iterable[str]) -> str:
    """The whole file: a BOM, so that a spreadsheet opens it as UTF-8, names of columns, and a row for each vacancy."""
    return "\ufeff" + _line(map(_name, _COLUMNS)) + "".join(rows)


def vacancy_row(site: Site, vacancy: Vacancy) -> str:
    """The row of a vacancy; no cell starts a formula."""
    record = vacancy.model_dump(mode="json", by_alias=True)
    return _line(_cell(column, _value(site, vacancy, record, column)) for column in _COLUMNS)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def table_schema(words: Words) -> Mapping[str, Any]:
    """What each column holds, in the words of the model that editors see too."""
    schema = Vacancy.model_json_schema(by_alias=True, mode="serialization")
    return {
        "fields": [_field(words, schema, column) for column in _COLUMNS],
        "primaryKey": "id",
        "missingValues": [""],
    }


def _name(column: str) -> str:
    return column.replace(".", "_")


def _value(site: Site, vacancy: Vacancy, record: Mapping[str, Any], column: str) -> object:
    if column in _MADE:
        return _MADE[column](site, vacancy)
    value: Any = record
    for step in _STEPS[column]:
        value = value[step]
    return value


def _cell(column: str, value: object) -> str:
    """Text that a spreadsheet does not run: https://owasp.org/www-community/attacks/CSV_Injection."""
    if isinstance(value, bool):
        return YES if value else NO
    if not isinstance(value, str) and isinstance(value, list | tuple):
        value = (" " if column in _OF_WORDS else " | ").join(map(str, value))
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _field(words: Words, schema: Mapping[str, Any], column: str) -> Mapping[str, Any]:
    declared, is_required = _declared(schema, column)
    if declared:
        title, text, kind = declared["title"], declared["description"], _kind(declared, is_required=is_required)
    else:
        title, text, kind = words(f"column.{column}"), words(f"column.{column}_text"), _MADE_TYPES.get(column, _TEXT)
    remarks = [text, *_remarks(words, column, declared)]
    return {"name": _name(column), "title": title, "description": " ".join(remarks), **kind}


def _remarks(words: Words, column: str, declared: Mapping[str, Any]) -> Iterator[str]:
    """How a value is written here, where that differs from what an editor types."""
    if declared.get("type") == "boolean":
        yield words("column.yes_no", yes=YES, no=NO)
    if column in _OF_WORDS:
        yield words("column.spaced")
    elif declared.get("type") == "array":
        yield words("column.barred")


def _declared(schema: Mapping[str, Any], column: str) -> tuple[Mapping[str, Any], bool]:
    """The JSON Schema of a field of the model, and whether it always has a value; empty for what is made here."""
    found: Mapping[str, Any] = schema
    titles = []
    for step in column.split("."):
        found = _target(schema, found)["properties"].get(step, {})
        titles.append(found.get("title", ""))
    choices = found.get("anyOf", [found])
    kinds = [item for item in choices if item.get("type") != "null"]
    if not found:
        return {}, False
    return {**_target(schema, kinds[0]), **found, "title": ": ".join(titles)}, len(kinds) == len(choices)


def _target(schema: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a part of a schema refers to, or the part itself."""
    target: Mapping[str, Any] = schema["$defs"][part["$ref"].rsplit("/", 1)[-1]] if "$ref" in part else part
    return target


_TYPES = {"boolean": "boolean", "integer": "integer", "string": "string", "array": "string"}


def _kind(declared: Mapping[str, Any], *, is_required: bool) -> Mapping[str, Any]:
    """Type and limits of a column; no longest length, for a text that looks like a formula gets one sign more."""
    kind = "date" if declared.get("format") == "date" else _TYPES[declared["type"]]
    limits = {key: declared[key] for key in ("enum", "minimum", "maximum") if key in declared}
    is_filled = is_required and (declared["type"] != "array" or declared.get("minItems", 0) > 0)
    limits |= {"required": True} if is_filled else {}
    written = {"trueValues": [YES], "falseValues": [NO]} if kind == "boolean" else {}
    return {"type": kind, **written, **({"constraints": limits} if limits else {})}
