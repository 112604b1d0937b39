"""Routekaarten to draw and to print: with texts as short or as long as a test asks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from burgerbaan.model.route import RouteMap
from tests.small_site import copy_minimal

PAGE = """\
---
description: De routekaart van deze kleine site, met alle haltes erop.
---
# De routekaart

{{ routekaart }}

{{ contact meedoen }}
"""
TALKS_PAGE = """\
---
description: De vaste gesprekken van deze kleine site, met de vragen erbij.
---
# De gesprekken

{{ gesprekken }}

{{ gespreksthemas }}

{{ contact meedoen }}
"""


def route_values(
    themes: Sequence[str] = ("Plan", "Mensen"),
    stages: Sequence[str] = ("Begin", "Onderweg"),
    titles: Sequence[str] = ("Wat wil ik?",),
    **texts: Any,
) -> dict[str, Any]:
    """The file `routekaart.yml` as values; titles are used in turn, `texts` replace those of every stop."""
    takes = texts.pop("duur", "een paar weken")
    stop = {"vraag": "Wat wil je?", "valkuil": "Haast.", "tip": "Wacht even.", "wie_helpt": "Noor"}
    pairs = [(stage, theme) for stage in range(len(stages)) for theme in range(len(themes))]
    return {
        "titel": "Routekaart",
        "versie": "1.0",
        "bijgewerkt": "2026-11-22",
        "toelichting": "Gemaakt met mensen die meedoen.",
        "themas": [
            {"id": f"t{place}", "naam": name, "tekst": f"Vraag {place}?"} for place, name in enumerate(themes)
        ],
        "fasen": [
            {"id": f"f{place}", "naam": name, "tekst": "Je kijkt rond.", "duur": takes}
            for place, name in enumerate(stages)
        ],
        "haltes": [
            {"id": f"h{stage}{theme}", "fase": f"f{stage}", "thema": f"t{theme}",
             "titel": titles[number % len(titles)], **stop, **texts}
            for number, (stage, theme) in enumerate(pairs)
        ],
        "gesprekken": [{"maanden": 3, "kijk_naar": "Hoe ging het inwerken?"}, {"maanden": 9}],
    }  # fmt: skip


def made_route(**wishes: Any) -> RouteMap:
    """A routekaart without a file."""
    return RouteMap.model_validate(route_values(**wishes), context=("routekaart", ""))


def make_project(folder: Path, values: Mapping[str, Any], pages: Sequence[tuple[str, str]] = ()) -> Path:
    """The minimal site with a routekaart, its page, and other pages."""
    project = copy_minimal(folder)
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    # A date is no text: it stands there without quotes.
    text = "\n".join(lines).replace('"2026-11-22"', "2026-11-22")
    (project / "content/gegevens/routekaart.yml").write_text(text + "\n", "utf-8")
    for name, text in pages:
        (project / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "content" / name).write_text(text, "utf-8")
    return project
