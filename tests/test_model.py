"""One declaration per field: what is derived from it must agree with it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import pytest

from burgerbaan.files.schemas import schemas
from burgerbaan.model.collections import FACTS, RECORDS
from burgerbaan.model.examples import example_for, example_of
from burgerbaan.model.record import Part
from burgerbaan.rules.references import references_of
from burgerbaan.source.strict_yaml import parse
from burgerbaan.validation import format_example, make_record
from burgerbaan.wording import format_problem


def _all_below(model: type[Part]) -> Iterator[type[Part]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _all_below(inner)


ALL = sorted({model for model in _all_below(Part) if model.model_fields}, key=lambda model: model.__name__)
FIELDS = [(model, name) for model in ALL for name in model.model_fields]


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{model.__name__}.{name}" for model, name in FIELDS])
def test_every_field_has_title_help_and_an_example_that_is_right(model: type[Part], name: str) -> None:
    info = model.model_fields[name]
    assert info.alias
    assert info.title
    assert (info.description or "").endswith("."), "help is a sentence"
    record = example_of(model) | {info.alias: example_for(info)}
    text = "".join(f"{key}: {format_example(value)}\n" for key, value in record.items())
    read, problems = parse("v.yml", text)
    assert problems == ()
    _, problems = make_record(model, read, "v.yml", text)
    assert [format_problem(item) for item in problems] == []


def test_english_stays_in_the_code_and_dutch_in_the_files() -> None:
    for model in ALL:
        for name, info in model.model_fields.items():
            assert name.isascii()
            assert name.islower()
            if model.__name__ != "FrontMatter":
                assert (info.alias or "").replace("_", "").isalpha(), (model, name)


FORBIDDEN = (
    "beperking",
    "diagnose",
    "uitkering",
    "client",
    "bsn",
    "leeftijd",
    "geboorte",
    "handicap",
    "ziekte",
    "indicatie",
)


def test_no_field_asks_for_a_limitation_a_diagnosis_or_a_benefit() -> None:
    keys = [info.alias or "" for model in ALL for info in model.model_fields.values()]
    assert [key for key in keys if any(word in key for word in FORBIDDEN)] == []


def test_every_schema_is_a_valid_schema_that_refuses_unknown_keys() -> None:
    for name, schema in schemas().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        body = schema.get("items", schema)
        assert body["additionalProperties"] is False, name


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_holds_the_keys_of_its_model_and_no_english(name: str) -> None:
    schema = schemas()[name]
    text = json.dumps(schema, ensure_ascii=False)
    for english in ("The file", "One of", "Whether a", "How to", "A vacancy"):
        assert f'"{english}' not in text


def test_references_are_found_wherever_they_are_declared() -> None:
    targets = {
        target for model in (*RECORDS.values(), *(item.model for item in FACTS)) for _, target in references_of(model)
    }
    assert targets == {"districts", "sectors", "sources", "hosts", "pages", "media"}
