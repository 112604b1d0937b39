"""What visitors choose by counts the vacancies that plain counting in the open data counts."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from burgerbaan.facets import Bank, bank_of, steps_between
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies
from tests.vacancy_choice import fits, picked

VARIED: tuple[dict[str, Any], ...] = (
    {},
    {"tijden": [{"dag": "maandag", "van": "17:00", "tot": "19:00"}], "diploma_nodig": True, "diploma": "Rijbewijs B"},
    {"tijden": [{"dag": "zaterdag", "van": "17:00", "tot": "19:00"}], "taal": "geen"},
    {"tijden": [{"dag": "zondag", "van": "10:00", "tot": "12:00"}], "taal": "B2", "snuffelen": False},
    {"tijden": [{"dag": "maandag", "van": "16:55", "tot": "19:00"}, {"dag": "vrijdag", "van": "20:00", "tot": "22:00"}],
     "taal": "B1", "begeleiding": {"wie": "De kok", "hoe": "af en toe"}},
    {"tijden": [], "rooster": "in overleg", "krijgt": {"vergoeding": False, "loon": "minimumloon"}},
    {"tijden": [{"dag": "woensdag", "van": "09:00", "tot": "12:30"}]},
    {"tijden": [{"dag": "maandag", "van": "11:30", "tot": "13:00"}]},
    {"tijden": [{"dag": "woensdag", "van": "12:00", "tot": "12:45"}]},
    {"tijden": [{"dag": "woensdag", "van": "08:30", "tot": "12:15"}]},
    {"tijden": [{"dag": "vrijdag", "van": "12:00", "tot": "18:00"}]},
    {"tijden": [{"dag": "maandag", "van": "08:30", "tot": "14:15"}]},
    {"tijden": [{"dag": "vrijdag", "van": "14:00", "tot": "18:15"}]},
    {"tijden": [{"dag": "zaterdag", "van": "09:00", "tot": "12:00"}]},
    {"tijden": [{"dag": "dinsdag", "van": "08:15", "tot": "12:00"}]},
    {"toegang": {"drempelvrij": False, "toilet": False, "rustige_plek": True}, "duidelijke_taken": True},
    {"toegang": {"drempelvrij": True, "toilet": False, "rustige_plek": False}, "taal": "A1"},
    {"leergebieden": ["koken", "mensen"]},
    {"leergebieden": ["mensen"]},
    {"uren": {"min": 5, "max": 7}},
    {"uren": {"min": 9, "max": 12}},
)  # fmt: skip
LEARN_AREAS = "- {id: koken, naam: Koken}\n- {id: mensen, naam: Omgaan met mensen}\n"
OFFERED = {
    "wijk": ["haven", "stad"],
    "sector": ["horeca", "groen"],
    "dagdeel": ["overdag", "ochtend", "middag", "langer", "schooltijd", "avond", "weekend", "in-overleg"],
    "dag": ["ma", "di", "wo", "do", "vr", "za", "zo"],
    "uren": ["-4", "4-8", "8-16"],
    "taal": ["geen", "a1", "a2", "b1", "b2"],
    "leren": ["koken", "mensen"],
    "begeleiding": ["light", "regular", "close"],
    **{key: ["ja"] for key in ("diploma", "snuffelen", "vergoeding", "vast", "taken")},
    **{key: ["ja"] for key in ("drempelvrij", "toilet", "rustig")},
}
"""In this order on the page, and by these names in addresses that people keep."""


@pytest.fixture(scope="module")
def bank_and_rows(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, list[dict[str, Any]]]:
    vacancies = [made_vacancy(f"werk-{number}", **changes) for number, changes in enumerate(VARIED)]
    folder = copy_minimal(tmp_path_factory.mktemp("keuze"))
    (folder / "content/gegevens/leergebieden.yml").write_text(LEARN_AREAS, "utf-8")
    site = with_vacancies(valid_site(folder), *vacancies)
    data = json.loads(files_of(site)["data/vacatures.json"])["vacatures"]
    return bank_of(site, Words(load_texts(), site.programme)), data


def test_everything_is_there_to_choose_by(bank_and_rows: tuple[Bank, list[dict[str, Any]]]) -> None:
    facets = bank_and_rows[0].facets
    assert list({facet.key: [value.id for value in facet.values] for facet in facets}.items()) == list(OFFERED.items())
    named = {facet.key: [value.name for value in facet.values] for facet in facets}
    assert (named["wijk"], named["leren"]) == (["Almere Haven", "Almere Stad"], ["Koken", "Omgaan met mensen"])


def test_there_is_no_choice_of_what_a_site_does_not_have(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    assert "leren" not in [facet.key for facet in bank_of(site, Words(load_texts(), site.programme)).facets]


def test_every_value_counts_the_vacancies_that_fit_it(
    bank_and_rows: tuple[Bank, list[dict[str, Any]]],
) -> None:
    bank, rows = bank_and_rows
    for facet in bank.facets:
        for value in facet.values:
            wanted = sum(fits(row, {facet.key: picked(facet.key, value.id)}) for row in rows)
            assert bank.count(facet, value) == wanted, f"{facet.key}={value.id}"


def test_a_day_and_a_part_of_it_are_met_by_the_same_work(bank_and_rows: tuple[Bank, list[dict[str, Any]]]) -> None:
    bank, rows = bank_and_rows
    values = {facet.key: facet.values for facet in bank.facets}
    for day, part in product(values["dag"], values["dagdeel"]):
        both = set(day.atoms) & set(part.atoms)
        found = sum(not both.isdisjoint(atoms) for atoms in bank.atoms["wanneer"])
        assert found == sum(fits(row, {"dag": [day.id], "dagdeel": [part.id]}) for row in rows), f"{day.id} {part.id}"


def _parts(*shift: str, tmp_path: Path) -> set[str]:
    day, start, end = shift
    site = with_vacancies(
        valid_site(copy_minimal(tmp_path)), made_vacancy("werk", tijden=[{"dag": day, "van": start, "tot": end}])
    )
    bank = bank_of(site, Words(load_texts(), site.programme))
    parts = next(facet for facet in bank.facets if facet.key == "dagdeel")
    return {value.id for value in parts.values if bank.count(parts, value)}


@pytest.mark.parametrize(
    ("shift", "parts"),
    [
        (("maandag", "09:00", "13:00"), {"overdag", "ochtend", "schooltijd"}),
        (("maandag", "08:00", "11:00"), {"overdag", "ochtend"}),
        (("woensdag", "09:30", "12:30"), {"overdag", "ochtend"}),
        (("zaterdag", "10:00", "16:00"), {"overdag", "langer", "weekend"}),
        (("dinsdag", "11:30", "13:30"), {"overdag", "langer", "schooltijd"}),
        (("vrijdag", "13:00", "17:00"), {"overdag", "middag"}),
        (("donderdag", "16:00", "21:00"), {"overdag", "langer"}),
        (("donderdag", "18:30", "20:30"), {"avond"}),
    ],
)
def test_work_stands_in_the_part_of_the_day_that_it_fits_in_whole(
    shift: tuple[str, str, str], parts: set[str], tmp_path: Path
) -> None:
    assert _parts(*shift, tmp_path=tmp_path) == parts


def test_a_name_tells_what_a_part_of_the_day_means(bank_and_rows: tuple[Bank, list[dict[str, Any]]]) -> None:
    parts = next(facet for facet in bank_and_rows[0].facets if facet.key == "dagdeel")
    names = {value.id: value.name for value in parts.values}
    assert names["ochtend"] == "Ochtend (klaar om 13:00)"
    assert names["middag"] == "Middag (tussen 12:00 en 18:00)"
    assert names["langer"] == "Ochtend en middag samen, of middag en avond"
    assert names["schooltijd"] == "Onder schooltijd (08:30 tot 14:15, woensdag tot 12:15)"


def test_every_hour_that_work_may_take_is_an_atom(bank_and_rows: tuple[Bank, list[dict[str, Any]]]) -> None:
    assert set(bank_and_rows[0].atoms["uren"]) == {(4, 5, 6, 7, 8), (5, 6, 7), (9, 10, 11, 12)}


def test_districts_lie_as_far_as_the_shortest_way_whoever_names_the_other(tmp_path: Path) -> None:
    districts = {"haven": ["stad"], "stad": [], "buiten": ["stad"], "poort": ["buiten"], "eiland": []}
    rows = (f"- {{id: {name}, naam: {name}, naast: {near}}}\n" for name, near in districts.items())
    (copy_minimal(tmp_path) / "content/gegevens/wijken.yml").write_text("".join(rows), "utf-8")
    steps = steps_between(valid_site(tmp_path))
    assert steps["haven"] == {"haven": 0, "stad": 1, "buiten": 2, "poort": 3}
    assert steps["stad"] == {"stad": 0, "haven": 1, "buiten": 1, "poort": 2}
    assert steps["eiland"] == {"eiland": 0}
