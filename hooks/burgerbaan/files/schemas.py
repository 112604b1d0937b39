"""JSON Schema of everything an editor types, derived from the model: for editors' programs and for open data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from burgerbaan.addresses import DATA
from burgerbaan.model.collections import FACTS, RECORDS, Shape
from burgerbaan.model.happenings import Event
from burgerbaan.model.host import Host
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer

DRAFT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schemas() -> Mapping[str, Mapping[str, Any]]:
    """Schema by name: one for each file or folder of `gegevens`, and for host, vacancy and profile."""
    found = {name: schema_of(model) for name, model in RECORDS.items()}
    for item in FACTS:
        schema = schema_of(item.model)
        name = item.place.removesuffix(".yml")
        found[name] = _list_of(schema) if item.shape in (Shape.LIST, Shape.FOLDER_OF_LISTS) else schema
    return found


def schema_of(model: type[BaseModel]) -> Mapping[str, Any]:
    """JSON Schema of a model, keys as editors type them; unknown keys are refused as in the build."""
    return {"$schema": DRAFT, **_in_dutch(model.model_json_schema(by_alias=True, mode="validation"))}


def _in_dutch(schema: dict[str, Any]) -> Mapping[str, Any]:
    """The schema less the names and docstrings of enumerations, which are for programmers."""
    for part in schema.get("$defs", {}).values():
        if "enum" in part:
            part.pop("title", None)
            part.pop("description", None)
    return schema


def _list_of(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    definitions = schema.get("$defs", {})
    item = {key: value for key, value in schema.items() if key not in ("$schema", "$defs")}
    return {"$schema": DRAFT, "$defs": definitions, "type": "array", "items": item}


def schema_files(renderer: Renderer) -> Iterator[File]:
    """`/data/schema/*.json`: what the open data hold; below `redactie/`: what each file of an editor may hold."""
    del renderer
    for name, schema in schemas().items():
        yield text_file(f"{DATA}schema/redactie/{name}.json", _dump(schema))
    for name, model in (("vacatures", Vacancy), ("organisaties", Host), ("agenda", Event)):
        yield text_file(f"{DATA}schema/{name}.json", _dump(_envelope(name, model)))


@cache
def _envelope(name: str, model: type[BaseModel]) -> Mapping[str, Any]:
    """Schema of an open data file: records with their id and address, inside what names licence and date."""
    schema = dict(_in_dutch(model.model_json_schema(by_alias=True, mode="serialization")))
    definitions = schema.pop("$defs", {})
    extra = {"id": {"type": "string"}, "adres": {"type": "string", "format": "uri"}, "organisatie": {"type": "string"}}
    schema["properties"] = {**extra, **schema["properties"]}
    schema["required"] = ["id", "adres"]
    properties: dict[str, Any] = {key: {"type": "string"} for key in ("programma", "datum", "licentie", "schema")}
    properties |= {"aantal": {"type": "integer"}, name: {"type": "array", "items": schema}}
    return {
        "$schema": DRAFT,
        "$defs": definitions,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
