"""Names of records: where each kind is written down, and what to say of a name that does not exist."""

from __future__ import annotations

from collections.abc import Collection as Names
from difflib import get_close_matches

from burgerbaan.model.collections import FACTS
from burgerbaan.problems import Kind, Position, Problem, problem
from burgerbaan.wording import format_list

WHERE = {
    **{item.name: f"content/gegevens/{item.place}" for item in FACTS},
    "hosts": "de mappen van vacancies/",
    "vacancies": "vacancies/",
    "profiles": "profiles/",
    "pages": "content/",
}
"""Where an editor finds the records of an attribute of Site."""

RECORD_LINKS = {"vacature": "vacancies", "organisatie": "hosts", "begrip": "terms", "bron": "sources"}
"""Link schemes for records: `[stapelen](begrip:stapelen)`."""


def unknown_name(path: str, position: Position, value: str, where: str, names: Names[str]) -> Problem:
    """A reference to nothing: the nearest name when there is one, else what there is to choose from."""
    near = get_close_matches(value, list(names), 1, 0.6)
    if near:
        return problem(path, position, Kind.REFERENCE_SUGGEST, value=value, where=where, suggestion=near[0])
    choices = f", of kies uit: {format_list(sorted(names))}" if names else ""
    return problem(path, position, Kind.REFERENCE, value=value, where=where, choices=choices)
