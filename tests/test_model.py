"""One declaration per field: what is derived from it must agree with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from burgerbaan.files.schemas import schemas
from burgerbaan.model.collections import FACTS, RECORDS
from burgerbaan.model.examples import example_for, example_of, format_example
from burgerbaan.model.marks import marked_fields
from burgerbaan.model.record import Part, Refers
from burgerbaan.source.strict_yaml import parse
from burgerbaan.validation import make_record
from burgerbaan.wording import format_problem

ROOT = Path(__file__).parent.parent


def _all_below(model: type[Part]) -> Iterator[type[Part]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _all_below(inner)


ALL = sorted(
    {model for model in _all_below(Part) if model.model_fields}, key=lambda model: (model.__name__, model.__module__)
)
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
        item.mark.target
        for model in (*RECORDS.values(), *(item.model for item in FACTS))
        for item in marked_fields(model, Refers)
    }
    assert targets == {
        "districts",
        "sectors",
        "learn_areas",
        "sources",
        "hosts",
        "pages",
        "media",
        "documents",
        "sponsors",
        "figures",
        "roles",
    }


def _plain(value: object) -> object:
    """A value of YAML as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _schema_name(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    if parts[0] == "content":
        return parts[2].removesuffix(".yml")
    if parts[0] == "profiles":
        return "profiel"
    return "organisatie" if path.name == "organisatie.yml" else "vacature"


@pytest.mark.parametrize("folder", ["content/gegevens", "vacancies", "profiles"])
def test_an_editors_program_accepts_every_file_that_the_build_accepts(folder: str) -> None:
    validators = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas().items()}
    wrong = []
    for path in sorted((ROOT / folder).rglob("*.yml")):
        value, _ = parse(path.name, path.read_text("utf-8"))
        wrong += [
            f"{path.name}: {error.message}" for error in validators[_schema_name(path)].iter_errors(_plain(value))
        ]
    assert wrong == []


@pytest.mark.parametrize(
    "change",
    [
        {"urren": 3},
        {"titel": 3},
        {"plekken": "2"},
        {"snuffelen": "ja"},
        {"taken": "een"},
        {"uren": {"min": 4}},
        {"taal": "Z9"},
    ],
    ids=str,
)
def test_an_editors_program_refuses_what_the_build_refuses(change: dict[str, object]) -> None:
    value = example_of(RECORDS["vacature"]) | change
    assert list(jsonschema.Draft202012Validator(schemas()["vacature"]).iter_errors(_plain(value)))
    text = json.dumps(_plain(value))
    read, _ = parse("v.yml", text)
    assert make_record(RECORDS["vacature"], read, "v.yml", text)[1]


def test_no_package_that_happens_to_be_installed_has_a_say_in_what_is_valid(tmp_path: Path) -> None:
    told = tmp_path / "meddling-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: meddling\nVersion: 1\n", "utf-8")
    (told / "entry_points.txt").write_text("[pydantic]\nmeddling = meddling:plugin\n", "utf-8")
    (tmp_path / "meddling.py").write_text('raise SystemExit("asked")\n', "utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYDANTIC")}
    environment["PYTHONPATH"] = os.pathsep.join([str(tmp_path), str(ROOT / "hooks")])
    for module, answer in (("pydantic; pydantic.create_model('Anything')", "asked"), ("burgerbaan.model.vacancy", "")):
        command = [sys.executable, "-c", f"import {module}"]
        made = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert made.stderr.strip() == answer
