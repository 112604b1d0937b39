"""A small project with factsheets: one plain, and some that hold as much as their paper does, whatever it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from burgerbaan.kinds import Kind
from tests.small_site import copy_minimal, load

PLAIN: Mapping[str, Any] = {
    "titel": "Wat is een burgerbaan?",
    "voor_wie": "iedereen",
    "samenvatting": "Vrijwilligerswerk met een vergoeding. Jij kiest het werk.",
    "pagina": "contact/index.md",
    "contact": "meedoen",
    "delen": [
        {"kop": "Hoe werkt het?", "tekst": "Jij kiest het werk.", "punten": ["Je tekent twee overeenkomsten."]},
        {"kop": "Wie betaalt?", "tekst": "De stichting betaalt de vergoeding."},
    ],
    "cijfers": ["mensen"],
    "gecontroleerd": "2026-11-22",
}

_MANY = ("veel", *(f"veel-{number}" for number in range(2, 7)))
_FIGURES = """\
- {id: mensen, titel: Mensen die meedoen, waarde: 6 mensen, datum: "2025", bron: verslag-1, schatting: true}
""" + "".join(
    f"""\
- id: {name}
  titel: Burgerbanen die de pilot erbij wil, of die er in het geheel moeten komen voor het einde van dat jaar
  waarde: "10 burgerbanen erbij, of 10 in totaal"
  datum: "2025-10"
  bron: verslag-1
  toelichting: Het verslag is niet duidelijk. De tekst noemt tien extra burgerbanen. Een plaatje noemt groei naar tien.
"""
    for name in _MANY
)

_SENTENCE = "De burgerbaner mag van plek wisselen, zolang er genoeg uren zijn bij de organisaties samen. "
_EXTREME = {"mm": "m", "WW": "W", "ll": "l", "long": "vrijwilligersovereenkomst"}


def amounts(year: int, month: int) -> str:
    """One entry of `bedragen.yml`."""
    return (
        f"- {{jaar: {year}, uur: 5.75, uur_jonger: 3.40, maand: {month}, heel_jaar: {10 * month},"
        " bron: verslag-1, gecontroleerd: 2026-11-22}\n"
    )


def make_project(folder: Path, sheets: Mapping[str, Mapping[str, Any]], amounts_of_years: str = "") -> Path:
    """The minimal site with factsheets and figures, and with amounts when there are any."""
    facts = copy_minimal(folder) / "content" / "gegevens"
    for name in ("cijfers", "factsheets"):
        (facts / name).mkdir()
    (facts / "cijfers" / "eigen.yml").write_text(_FIGURES, "utf-8")
    if amounts_of_years:
        (facts / "bedragen.yml").write_text(amounts_of_years, "utf-8")
    for slug, sheet in sheets.items():
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in sheet.items())
        # A date is no text: it stands there without quotes.
        text = "\n".join(lines).replace('"2026-11-22"', "2026-11-22")
        (facts / "factsheets" / f"{slug}.yml").write_text(text + "\n", "utf-8")
    return folder


def _points(count: int) -> list[dict[str, Any]]:
    """Eight parts with together so many points."""
    shares = [count // 8 + (number < count % 8) for number in range(8)]
    return [
        {
            "kop": f"Deel {number}: wat vraagt het van jullie?",
            "punten": [f"{point}. {_SENTENCE.strip()}" for point in range(1, share + 1)],
        }
        for number, share in enumerate(shares, 1)
        if share
    ]


def _words(word: str, count: int) -> list[dict[str, Any]]:
    """Two parts of the same word again and again."""
    text = " ".join([word * max(1, 12 // len(word))] * count)[:2000].strip()
    return [{"kop": (word * 80)[:80], "tekst": text}, {"kop": "Kort", "tekst": text}]


_SHAPES: Mapping[str, Callable[[int], Mapping[str, Any]]] = {
    "punten": lambda count: {"delen": _points(count), "cijfers": ["mensen", "veel", "veel-2"]},
    "een-deel": lambda count: {"delen": [{"kop": "Alles", "tekst": (_SENTENCE * count)[:2000].strip()}], "cijfers": []},
    "lange-titel": lambda count: {"titel": "Q" * 80, "voor_wie": "W" * 40, "delen": _points(count)},
    "cijfers": lambda count: {"cijfers": [*_MANY], "bedragen": True, "delen": _points(count)},
    **{f"woorden-{name}": lambda count, word=word: {"delen": _words(word, count)} for name, word in _EXTREME.items()},
}


@cache
def fullest() -> Mapping[str, Mapping[str, Any]]:
    """Sheets of every shape with as much on them as is not refused."""
    return {name.lower(): {**PLAIN, **_most(shape)} for name, shape in _SHAPES.items()}


def _most(shape: Callable[[int], Mapping[str, Any]]) -> Mapping[str, Any]:
    low, high = 1, 200
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits({**PLAIN, **shape(middle)}) else (low, middle - 1)
    return shape(low)


def _fits(sheet: Mapping[str, Any]) -> bool:
    with TemporaryDirectory() as folder:
        problems = load(make_project(Path(folder), {"vol": sheet}, amounts(2026, 220))).problems
    return not any(item.kind in (Kind.FACTSHEET_FULL, Kind.LIST_TOO_LONG) for item in problems)
