"""What the vacancy bank's script asks for: facets, cards, facts and the search index.

All are scripts that hand over data, not JSON: a browser may load those from a folder on disk as well, where it
refuses to fetch. Nothing is loaded before a visitor reaches for the search.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from burgerbaan.facets import Bank, bank_of, steps_between
from burgerbaan.lifecycle import last_day
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.pages.cards import PAGE_SIZE, SECTION, vacancy_card
from burgerbaan.render import Renderer
from burgerbaan.search.index import Read
from burgerbaan.search.vacancies import read_vacancy, vacancy_index

FOLDER = "assets/vacatures/"
EPOCH = date(2020, 1, 1)
"""Days in the data are counted from here."""


def bank_files(renderer: Renderer) -> Iterator[File]:
    """Files under `assets/vacatures/`; the list names the version that all others go with."""
    for name, text in _scripts(renderer)[1].items():
        yield text_file(f"{FOLDER}{name}.js", text)


def bank_version(renderer: Renderer) -> str:
    """What the files of the bank go by: other data, other version."""
    return _scripts(renderer)[0]


def bank(renderer: Renderer) -> Bank:
    """What visitors choose by, worked out once."""
    found: Bank = renderer.once(("bank",), lambda: bank_of(renderer.site, renderer.words))
    return found


def _scripts(renderer: Renderer) -> tuple[str, Mapping[str, str]]:
    """The version, and the text of each file by its name."""
    scripts: tuple[str, Mapping[str, str]] = renderer.once(("bank scripts",), lambda: _make_scripts(renderer))
    return scripts


def _make_scripts(renderer: Renderer) -> tuple[str, Mapping[str, str]]:
    read = [vacancy_words(renderer, item) for item in renderer.site.open_vacancies]
    index = vacancy_index(renderer.site, renderer.words, read)
    parts: dict[str, Any] = {"woorden": index.vocabulary}
    parts |= {f"treffers-{number}": shard for number, shard in enumerate(index.shards)}
    parts |= {f"kaarten-{number}": cards for number, cards in enumerate(_cards(renderer))}
    texts = {name: script(name, value) for name, value in parts.items()}
    listed = {"blocks": {name: block_digest(value) for name, value in parts.items()}, **_list(renderer)}
    version = digest("".join(texts.values()) + script("lijst", listed))
    return version, {**texts, "lijst": script("lijst", {"version": version, **listed})}


def vacancy_words(renderer: Renderer, vacancy: Vacancy) -> Read:
    """The words that a vacancy is found by."""
    make = partial(read_vacancy, renderer.site, renderer.words, vacancy)
    found: Read = renderer.piece("words", vacancy, make)
    return found


def script(name: str, value: Any) -> str:
    """A script that hands a value over to `loader.js`, with the digest that tells it from yesterday's.

    The value is a string of JSON: a phone reads that in less than half the time of the same text as a script.
    """
    text = _compact(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"bb.take({json.dumps(name)},{json.dumps(block_digest(value))},JSON.parse('{text}'));\n"


def block_digest(value: Any) -> str:
    """What a block must be called for the list that it goes with."""
    return digest(_compact(value))


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """A short name for a text: another text, another name."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _cards(renderer: Renderer) -> Iterator[list[str]]:
    """Cards in the order of the list, in blocks of one page; for the one page that the script runs on."""
    vacancies = renderer.site.open_vacancies
    base = "../" * SECTION.count("/")
    for start in range(0, len(vacancies), PAGE_SIZE):
        yield [str(vacancy_card(renderer, item, base)) for item in vacancies[start : start + PAGE_SIZE]]


def _list(renderer: Renderer) -> Mapping[str, Any]:
    """Everything to choose and sort by, a column each; the vacancy's number is its place in the list."""
    site, found = renderer.site, bank(renderer)
    vacancies = site.open_vacancies
    steps = steps_between(site)
    names = list(site.districts)
    return {
        "count": len(vacancies),
        "facets": _facets(found),
        "spaces": {space: [_short(atoms, space) for atoms in rows] for space, rows in found.atoms.items()},
        "until": [_days(last_day(item)) for item in vacancies],
        "closing": [_days(item.closing) if item.closing else 0 for item in vacancies],
        "least": [item.hours.minimum for item in vacancies],
        "districts": names,
        "district": [names.index(item.district) for item in vacancies],
        "steps": [[steps[one].get(other, len(names)) for other in names] for one in names],
    }


def _facets(found: Bank) -> list[Mapping[str, Any]]:
    return [
        {
            "key": facet.key,
            "space": facet.space,
            "choice": facet.choice,
            "values": [{"id": value.id, "name": value.name, "atoms": value.atoms} for value in facet.values],
        }
        for facet in found.facets
    ]


def _short(atoms: Sequence[int], space: str) -> int | Sequence[int]:
    """One number where there is one; hours as their first and last."""
    if space == "uren":
        return (atoms[0], atoms[-1])
    return atoms[0] if len(atoms) == 1 else atoms


def _days(day: date) -> int:
    return (day - EPOCH).days
