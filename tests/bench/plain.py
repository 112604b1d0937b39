"""Plain MkDocs with Material: the same vacancies as Markdown pages, in the menu or not, search on; and an empty site.

python -m tests.bench.plain corpus/ project/
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from yaml import CSafeLoader, load

_CONFIG = (
    "site_name: Proef\nsite_url: https://www.example.org/\ntheme:\n  name: material\n  language: nl\n  font: false\n"
    "plugins:\n  - search\nmarkdown_extensions:\n  - tables\n"
)
_NO_MENU = "nav:\n  - Start: index.md\nvalidation:\n  omitted_files: ignore\n"


def write_empty(folder: Path) -> None:
    """Material with one page: the floor of whatever is built with it."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIG + _NO_MENU, "utf-8")
    (folder / "docs" / "index.md").write_text("# Start\n\nEen bladzijde.\n", "utf-8")


def write_plain(corpus: Path, folder: Path, *, in_menu: bool = False) -> None:
    """A Markdown page for each vacancy and a list of them all; `in_menu` is what MkDocs does by itself."""
    write_empty(folder)
    if in_menu:
        (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    pages = folder / "docs" / "vacatures"
    pages.mkdir()
    lines = ["# Vacatures\n"]
    for path in sorted((corpus / "vacancies").glob("*/*.yml")):
        if path.stem == "organisatie":
            continue
        vacancy = load(path.read_text("utf-8"), Loader=CSafeLoader)
        (pages / f"{path.stem}.md").write_text("\n".join(_page(vacancy)), "utf-8")
        lines.append(f"- [{vacancy['titel']}](vacatures/{path.stem}.md): {vacancy['samenvatting']}")
    (folder / "docs" / "index.md").write_text("\n".join(lines) + "\n", "utf-8")


def _page(vacancy: Mapping[str, Any]) -> Iterator[str]:
    hours, place, guide = vacancy["uren"], vacancy["plek"], vacancy["begeleiding"]
    yield f"---\ndescription: {vacancy['samenvatting']}\n---\n# {vacancy['titel']}\n\n{vacancy['samenvatting']}\n"
    yield from _section("Wat ga je doen?", vacancy["taken"])
    yield f"\n{vacancy['tekst']}"
    yield from _section("Past dit bij jou?", vacancy["past_bij"])
    yield from _section("Wat leer je?", vacancy["leren"])
    yield from _section("Wat krijg je?", [vacancy["krijgt"]["reiskosten"], *vacancy["krijgt"]["extra"]])
    yield "\n## Dagen en tijden\n\n| Dag | Van | Tot |\n| --- | --- | --- |"
    yield from (f"| {shift['dag']} | {shift['van']} | {shift['tot']} |" for shift in vacancy["tijden"])
    yield f"\n{hours['min']} tot {hours['max']} uur per week, {vacancy['rooster']}. Sluit op {vacancy['sluit']}."
    yield f"\n## Begeleiding\n\n{guide['wie']}, {guide['hoe']}. {vacancy['vertrouwenspersoon']}.\n\n## Waar is het?\n"
    yield f"{place['naam']}, {place['straat']}, {place['postcode']} {place['plaats']}. {place['route']}\n"


def _section(title: str, items: list[str]) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield from (f"- {item}" for item in items)


if __name__ == "__main__":
    write_plain(Path(sys.argv[1]), Path(sys.argv[2]))
