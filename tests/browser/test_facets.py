"""The client's facet counts and addresses, held against plain counting over many random choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.browser.page_types import Site
from tests.vacancy_choice import fits, picked

KEYS = [
    "wijk", "sector", "dagdeel", "dag", "uren", "taal", "leren", "begeleiding", "diploma", "snuffelen", "vergoeding",
    "vast", "taken", "drempelvrij", "toilet", "rustig",
]  # fmt: skip

LOAD = """async () => {
  const folder = document.querySelector('[data-bb-bank]').dataset.bbBank;
  window.list = await bb.load(folder, 'lijst', 'toets');
  window.facets = new bb.Facets(list);
  return list.facets.map(({key, choice, values}) => ({key, choice, values: values.map(value => value.id)}));
}"""
COUNT = """chosen => {
  const everything = facets.where(() => true);
  return [facets.numbersIn(facets.fitting(everything, chosen)), facets.counts(everything, chosen)];
}"""
ROUND = """state => {
  const address = bb.formatState(state, list);
  return [address, bb.parseState(address, list)];
}"""
SETTLE = """search => {
  const once = bb.formatState(bb.parseState(search, list), list);
  return [once, bb.formatState(bb.parseState(once, list), list)];
}"""


@pytest.fixture(scope="module")
def bank(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    page.goto("/vacatures/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def declared(bank: Page) -> dict[str, dict[str, Any]]:
    found: list[dict[str, Any]] = bank.evaluate(LOAD)
    return {facet["key"]: facet for facet in found}


def hours() -> st.SearchStrategy[list[int | None]]:
    end = st.none() | st.integers(1, 40)
    ordered = st.tuples(end, end).filter(lambda ends: any(ends) and not (ends[0] and ends[1] and ends[0] > ends[1]))
    return ordered.map(list)


def choices(declared: dict[str, dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Any choice that the form could make, in the order of the form."""

    def values(facet: dict[str, Any]) -> st.SearchStrategy[list[Any]]:
        if facet["choice"] == "range":
            return hours()
        most = 1 if facet["choice"] == "one" else len(facet["values"])
        picked = st.lists(st.sampled_from(facet["values"]), min_size=1, max_size=most, unique=True)
        return picked.map(lambda found: [value for value in facet["values"] if value in found])

    return st.fixed_dictionaries({}, optional={key: values(facet) for key, facet in declared.items()})


def test_the_form_offers_every_facet_that_visitors_asked_for(declared: dict[str, dict[str, Any]]) -> None:
    assert list(declared) == KEYS


FIXTURES = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FIXTURES
@given(data=st.data())
def test_counts_are_what_plain_counting_gives(
    data: st.DataObject, bank: Page, declared: dict[str, dict[str, Any]], site: Site
) -> None:
    chosen = data.draw(choices(declared))
    numbers, counts = bank.evaluate(COUNT, chosen)
    rows = site.open_vacancies
    assert numbers == [number for number, row in enumerate(rows) if fits(row, chosen)]
    for key, facet in declared.items():
        for value in facet["values"]:
            plain = sum(fits(row, {**chosen, key: picked(key, value)}) for row in rows)
            assert counts[key][value] == plain, (key, value)


@FIXTURES
@given(data=st.data())
def test_an_address_gives_back_the_choice_it_was_made_of(
    data: st.DataObject, bank: Page, declared: dict[str, dict[str, Any]]
) -> None:
    sort = data.draw(st.sampled_from(["", "sluit", "uren", "dichtbij"]))
    state = {
        "q": data.draw(st.text(st.characters(codec="utf-8"), max_size=30)),
        "chosen": data.draw(choices(declared)),
        "sort": sort,
        "near": data.draw(st.sampled_from(declared["wijk"]["values"])) if sort == "dichtbij" else "",
    }
    address, back = bank.evaluate(ROUND, state)
    assert back == state, address


@FIXTURES
@given(
    text=st.text(max_size=60)
    | st.sampled_from(["?wijk=haven&wijk=x", "?uren=9-2", "?uren=-", "?bij=haven", "#", "?=&"])
)
def test_any_address_settles_after_one_reading(text: str, bank: Page, declared: dict[str, dict[str, Any]]) -> None:
    once, twice = bank.evaluate(SETTLE, text)
    assert once == twice


# Facets of any shape, not only ours


ANY = """({count, spaces, facets: declared, chosen}) => {
  const made = new bb.Facets({count, spaces, facets: declared});
  return [made.numbersIn(made.fitting(made.where(() => true), chosen)), made.counts(made.where(() => true), chosen)];
}"""


@st.composite
def small_banks(draw: st.DrawFn) -> dict[str, Any]:
    """Up to 70 vacancies (three words of bits), two spaces, two facets in the first and one in the second."""
    count = draw(st.integers(1, 70))
    atoms = st.lists(st.integers(0, 5), max_size=3, unique=True)
    spaces = {name: draw(st.lists(atoms, min_size=count, max_size=count)) for name in ("a", "b")}
    facets = []
    for key, space in (("een", "a"), ("twee", "a"), ("drie", "b")):
        values = [{"id": str(n), "atoms": draw(atoms)} for n in range(draw(st.integers(1, 4)))]
        facets.append({"key": key, "space": space, "choice": "many", "values": values})
    chosen = {}
    for facet in facets:
        picked = draw(st.lists(st.sampled_from([value["id"] for value in facet["values"]]), unique=True))
        if picked:
            chosen[facet["key"]] = picked
    return {"count": count, "spaces": spaces, "facets": facets, "chosen": chosen}


def plainly(bank: dict[str, Any], chosen: dict[str, list[str]]) -> list[int]:
    """Vacancies that in each space hold one atom which every facet of the space allows."""

    def allowed(space: str) -> list[set[int]]:
        sets = []
        for facet in bank["facets"]:
            if facet["space"] == space and chosen.get(facet["key"]):
                picked = [value for value in facet["values"] if value["id"] in chosen[facet["key"]]]
                sets.append({atom for value in picked for atom in value["atoms"]})
        return sets

    def holds(number: int, space: str) -> bool:
        sets = allowed(space)
        return not sets or any(all(atom in one for one in sets) for atom in bank["spaces"][space][number])

    return [number for number in range(bank["count"]) if all(holds(number, space) for space in bank["spaces"])]


@FIXTURES
@given(made=small_banks())
def test_any_facets_are_counted_right(made: dict[str, Any], bank: Page) -> None:
    numbers, counts = bank.evaluate(ANY, made)
    assert numbers == plainly(made, made["chosen"])
    for facet in made["facets"]:
        for value in facet["values"]:
            alone = plainly(made, {**made["chosen"], facet["key"]: [value["id"]]})
            assert counts[facet["key"]][value["id"]] == len(alone)
