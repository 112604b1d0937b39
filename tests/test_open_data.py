"""Open data: each file is what its published schema says, in the eyes of programs that are not ours."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from frictionless import Package, Resource, Schema

from burgerbaan.model.vacancy import Vacancy
from tests.small_site import DAY, copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

HOST = "https://www.almeerseburgerbaan.nl/"
NAMES = ("vacatures", "organisaties", "agenda")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", NAMES)
def test_open_data_are_what_their_schema_says(name: str, built_site: Path) -> None:
    data = read_json(built_site / f"data/{name}.json")
    schema = read_json(built_site / f"data/schema/{name}.json")
    assert data["schema"] == f"{HOST}data/schema/{name}.json"
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["aantal"] == len(data[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_published_schema_is_in_dutch(name: str, built_site: Path) -> None:
    text = (built_site / f"data/schema/{name}.json").read_text("utf-8")
    assert [word for word in ("What ", "The ", "How ", "Who ") if f'"{word}' in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_record_has_a_name_of_its_own_and_a_page(name: str, built_site: Path) -> None:
    records = read_json(built_site / f"data/{name}.json")[name]
    assert len({item["id"] for item in records}) == len(records)
    for item in records:
        assert (built_site / item["adres"].removeprefix(HOST) / "index.html").is_file()


def test_the_spreadsheet_holds_the_same_vacancies_and_no_formula(built_site: Path) -> None:
    raw = (built_site / "data/vacatures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows, data = rows_of(raw), read_json(built_site / "data/vacatures.json")["vacatures"]
    assert [row["id"] for row in rows] == [item["id"] for item in data]
    assert all(not value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    for row, item in zip(rows, data, strict=True):
        assert row["plek_straat"] == item["plek"].get("straat", "")
        assert row["snuffelen"] == ("ja" if item["snuffelen"] else "nee")
        assert row["leergebieden"].split() == item["leergebieden"]
        assert row["taken"].split(" | ") == item["taken"]


def test_a_data_package_reader_finds_nothing_wrong(built_site: Path) -> None:
    package = Package(str(built_site / "data/datapackage.json"))
    report = package.validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    rows = package.get_resource("vacatures-tabel").read_rows()
    data = read_json(built_site / "data/vacatures.json")["vacatures"]
    assert [row["id"] for row in rows] == [item["id"] for item in data]
    assert [row["uren_min"] for row in rows] == [item["uren"]["min"] for item in data]
    assert [row["voorbeeld"] for row in rows] == [item["voorbeeld"] for item in data]
    assert [row["geplaatst"] for row in rows] == [date.fromisoformat(item["geplaatst"]) for item in data]


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("soort", "hobby", "constraint-error"),
        ("uren_min", "41", "constraint-error"),
        ("uren_min", "vier", "type-error"),
        ("snuffelen", "true", "type-error"),
        ("geplaatst", "1 november", "type-error"),
        ("titel", "", "constraint-error"),
        ("adres", "geen adres", "type-error"),
    ],
)
def test_the_reader_would_have_seen_a_wrong_cell(column: str, value: str, kind: str, built_site: Path) -> None:
    rows = rows_of((built_site / "data/vacatures.csv").read_bytes())[:2]
    rows[1][column] = value
    descriptor = read_json(built_site / "data/datapackage.json")["resources"][0]["schema"]
    report = Resource(data=rows, schema=Schema.from_descriptor(descriptor)).validate()
    assert [error[0] for error in report.flatten(["type"])] == [kind]


def test_the_package_tells_what_it_is_and_where_each_schema_is(built_site: Path) -> None:
    package = read_json(built_site / "data/datapackage.json")
    assert package["homepage"] == HOST
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    for resource in package["resources"]:
        assert (built_site / "data" / resource["path"]).is_file()
        if resource["format"] == "json":
            assert (built_site / resource["jsonSchema"].removeprefix(HOST)).is_file()
    [table] = [item for item in package["resources"] if item["profile"] == "tabular-data-resource"]
    assert table["schema"]["primaryKey"] == "id"
    assert [field["name"] for field in table["schema"]["fields"]] == list(
        rows_of((built_site / "data/vacatures.csv").read_bytes())[0]
    )


def test_columns_are_told_in_the_words_of_the_model(built_site: Path) -> None:
    fields = {
        item["name"]: item
        for item in read_json(built_site / "data/datapackage.json")["resources"][0]["schema"]["fields"]
    }
    info = Vacancy.model_fields["summary"]
    assert fields["samenvatting"]["title"] == info.title
    assert fields["samenvatting"]["description"] == info.description
    assert fields["uren_min"]["constraints"] == {"minimum": 1, "maximum": 40, "required": True}
    assert fields["taal"]["constraints"]["enum"] == ["geen", "A1", "A2", "B1", "B2"]
    assert all(item["title"] and item["description"].endswith(".") for item in fields.values())


def test_the_package_is_the_same_on_any_day(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    later = replace(site, today=date(2027, 5, 1))
    assert files_of(site)["data/datapackage.json"] == files_of(later)["data/datapackage.json"]


@pytest.mark.parametrize(
    "title", ["=1+1", "+31 bellen", "-2 graden", "@thuis", "'s avonds", 'Koffie, "thee" en\u00a0meer']
)
def test_a_cell_is_text_that_no_spreadsheet_runs(title: str, tmp_path: Path) -> None:
    site = with_vacancies(valid_site(copy_minimal(tmp_path)), made_vacancy("koken", titel=title))
    [row] = rows_of(files_of(site)["data/vacatures.csv"])
    assert row["titel"] in (title, f"'{title}")
    assert row["titel"][0] not in "=+-@"


def test_an_empty_site_has_an_empty_table_that_is_right(tmp_path: Path) -> None:
    site = with_vacancies(valid_site(copy_minimal(tmp_path / "content-of-it"), DAY))
    for path, data in files_of(site).items():
        if path.startswith("data/"):
            (tmp_path / "built" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "built" / path).write_bytes(data)
    report = Package(str(tmp_path / "built/data/datapackage.json")).validate()
    assert report.flatten(["name", "type", "note"]) == []
