"""What the vacancy bank's script asks for: facets, cards, facts and the search index.

Nothing is loaded before a visitor reaches for the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from burgerbaan.addresses import VACANCIES
from burgerbaan.facets import Bank, bank_of, steps_between
from burgerbaan.lifecycle import last_day
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.pages.cards import PAGE_SIZE, vacancy_card
from burgerbaan.pages.data_blocks import Block, block_of
from burgerbaan.render import Renderer
from burgerbaan.search.index import TextWords
from burgerbaan.search.vacancies import read_vacancy, vacancy_index

FOLDER = "assets/vacatures/"
EPOCH = date(2020, 1, 1)
"""Days in the data are counted from here."""


def bank_files(renderer: Renderer) -> Iterator[File]:
    """Files under `assets/vacatures/` but for the cards; the list names the version that all others go with."""
    for block in _blocks(renderer)[1]:
        yield text_file(f"{FOLDER}{block.name}.js", block.script)


def bank_version(renderer: Renderer) -> str:
    """What the files of the bank go by: other data, other version."""
    return _blocks(renderer)[0]


def bank(renderer: Renderer) -> Bank:
    """What visitors choose by, worked out once."""
    found: Bank = renderer.once(("bank",), lambda: bank_of(renderer.site, renderer.words))
    return found


def _blocks(renderer: Renderer) -> tuple[str, tuple[Block, ...]]:
    """The version; the index, and the list, which names the digests of all blocks."""
    blocks: tuple[str, tuple[Block, ...]] = renderer.once(("bank blocks",), lambda: _make_blocks(renderer))
    return blocks


def _make_blocks(renderer: Renderer) -> tuple[str, tuple[Block, ...]]:
    read = [vacancy_words(renderer, item) for item in renderer.site.open_vacancies]
    index = vacancy_index(renderer.site, renderer.words, read)
    shards = (block_of(f"treffers-{number}", shard) for number, shard in enumerate(index.shards))
    found = (block_of("woorden", index.vocabulary), *shards)
    cards = {name: _card_digest(renderer, name, vacancies) for name, vacancies in card_blocks(renderer)}
    listed = {"blocks": {block.name: block.digest for block in found} | cards, **_list(renderer)}
    version = block_of("lijst", listed).digest
    return version, (*found, block_of("lijst", {"version": version, **listed}))


def vacancy_words(renderer: Renderer, vacancy: Vacancy) -> TextWords:
    """The words that a vacancy is found by."""
    make = partial(read_vacancy, renderer.site, renderer.words, vacancy)
    found: TextWords = renderer.piece("words", vacancy, make)
    return found


def card_blocks(renderer: Renderer) -> Iterator[tuple[str, Sequence[Vacancy]]]:
    """Name and vacancies of each block of cards, in the order of the list: one page of it in each."""
    vacancies = renderer.site.open_vacancies
    for start in range(0, len(vacancies), PAGE_SIZE):
        yield f"kaarten-{start // PAGE_SIZE}", vacancies[start : start + PAGE_SIZE]


def card_file(renderer: Renderer, name: str, vacancies: Sequence[Vacancy]) -> File:
    """The cards of a block, for the one page that the script runs on."""
    return text_file(f"{FOLDER}{name}.js", _card_block(renderer, name, vacancies).script)


def _card_block(renderer: Renderer, name: str, vacancies: Sequence[Vacancy]) -> Block:
    base = "../" * VACANCIES.count("/")
    return block_of(name, [str(vacancy_card(renderer, item, base)) for item in vacancies])


def _card_digest(renderer: Renderer, name: str, vacancies: Sequence[Vacancy]) -> str:
    return block_digest(renderer, name, vacancies, partial(_card_block, renderer, name, vacancies))


def block_digest(renderer: Renderer, name: str, vacancies: Sequence[Vacancy], make: Callable[[], Block]) -> str:
    """The digest of a block that tells of these vacancies; the block is made only when they have changed."""
    stamp = renderer.stamps.of_vacancies(vacancies)
    digest: str = renderer.fragments.get("digest", f"blok {name}", stamp, lambda: make().digest)
    return digest


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
