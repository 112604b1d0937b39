"""When the site has to be built again: the first day on which the same content gives other pages."""

from __future__ import annotations

import json
from collections.abc import Iterator

from burgerbaan.addresses import DATA
from burgerbaan.changes import next_changes
from burgerbaan.lifecycle import HIDDEN
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer
from burgerbaan.site import Site


def next_change_files(renderer: Renderer) -> Iterator[File]:
    """`/data/next-change.json`, for the schedule of whoever builds the site."""
    hidden = _hidden_paths(renderer.site)
    changes = next_changes(renderer.site)
    reasons = {("" if item.path in hidden else item.path, renderer.words(f"change.{item.what}")) for item in changes}
    value = {
        "volgende": changes[0].day.isoformat(),
        "waarom": [{"bestand": path, "wat": text} for path, text in sorted(reasons)],
    }
    yield text_file(f"{DATA}next-change.json", json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _hidden_paths(site: Site) -> frozenset[str]:
    """Files that nobody knows of yet: this file is public, and a name can tell the news before its day."""
    vacancies = (item.path for item in site.vacancies.values() if site.state(item) in HIDDEN)
    news = (item.path for item in site.news.values() if item.day > site.today)
    return frozenset((*vacancies, *news))
