"""Meetings, tips and panel rounds to test with, as editors write them, and the smallest site with them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from burgerbaan.build import Build
from burgerbaan.model.happenings import Event, Tip
from burgerbaan.site import MarkdownPage, Site
from tests.small_site import copy_minimal, valid_site, written_page

EVENING: dict[str, Any] = {
    "titel": "Praatavond",
    "soort": "dialoogavond",
    "samenvatting": "Praat mee.",
    "datum": "2026-12-03",
    "van": "19:30",
    "tot": "21:30",
    "plek": {"naam": "Buurthuis", "straat": "Weg 1", "postcode": "1354 AA", "plaats": "Almere"},
}


@cache
def minimal_site() -> Site:
    with TemporaryDirectory() as folder:
        return valid_site(copy_minimal(Path(folder)))


def made_event(slug: str = "avond", **changes: Any) -> Event:
    """A meeting in December; a field that becomes None is left out."""
    values = {key: value for key, value in {**EVENING, **changes}.items() if value is not None}
    return Event.model_validate(values, context=(slug, f"content/gegevens/agenda/{slug}.yml"))


def made_tip(number: int = 0, **changes: Any) -> Tip:
    """A tip of `tips.yml`."""
    values = {"tip": "Maak een lijst.", "antwoord": "Die is er.", "status": "gedaan", "datum": "2026", **changes}
    return Tip.model_validate(values, context=(str(number), "content/gegevens/tips.yml"))


def with_events(*events: Event, **changes: Any) -> Site:
    """The smallest site with these meetings, and the page of tips."""
    page = MarkdownPage("over/tips.md", "Tips", "Tips.")
    site = minimal_site()
    return replace(
        site, **{"events": {item.slug: item for item in events}, "pages": {**site.pages, page.path: page}, **changes}
    )


def filled(site: Site, block: str) -> str:
    """A written page of the site that holds one block, as HTML."""
    page = MarkdownPage("proef.md", "Proef", "Een proef.")
    build = Build(replace(site, pages={**site.pages, page.path: page}))
    return written_page(build, page.path, f"<p>{{{{ {block} }}}}</p>")
