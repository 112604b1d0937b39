"""Open data: vacancies, hosts and agenda as JSON and CSV, with the keys that editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from burgerbaan.absolute import absolute
from burgerbaan.files.table import vacancy_csv
from burgerbaan.lifecycle import OVER
from burgerbaan.model.record import Record
from burgerbaan.output import File, text_file
from burgerbaan.pages.cards import SECTION
from burgerbaan.render import Renderer


def data_files(renderer: Renderer) -> Iterator[File]:
    """Files under `/data/`."""
    site = renderer.site
    vacancies = [
        _record(item, absolute(site, f"{SECTION}{item.slug}/"), organisatie=item.host) for item in site.open_vacancies
    ]
    hosts = [_record(item, absolute(site, f"organisaties/{item.slug}/")) for item in site.hosts.values()]
    events = [_record(item, absolute(site, f"agenda/{item.slug}/")) for item in site.events.values()]
    yield _json(renderer, "vacatures", vacancies)
    yield text_file("data/vacatures.csv", vacancy_csv(site, site.open_vacancies))
    yield _json(renderer, "organisaties", hosts)
    yield _json(renderer, "agenda", events)
    yield text_file("data/qr.json", _dump(_codes(renderer)))


def _record(item: Record, url: str, **more: str) -> dict[str, Any]:
    values = item.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {"id": item.slug, "adres": url, **more, **values}


def _json(renderer: Renderer, name: str, items: Sequence[Mapping[str, Any]]) -> File:
    site = renderer.site
    envelope = {
        "programma": site.programme.name,
        "datum": site.updated.isoformat(),
        "licentie": renderer.words("feed.licence"),
        "schema": absolute(site, f"data/schema/{name}.json"),
        "aantal": len(items),
        name: items,
    }
    return text_file(f"data/{name}.json", _dump(envelope))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _codes(renderer: Renderer) -> list[dict[str, str]]:
    """Every QR code of the site: the file it stands in, what kind it is, what it holds, the page it leads to."""
    site = renderer.site
    posters = [
        (f"{SECTION}{item.slug}/{name}/index.html", f"{SECTION}{item.slug}/")
        for item in site.published_vacancies
        if site.state(item) not in OVER
        for name in ("poster", "kaartje")
    ]
    goals = [f"doneren/{goal.id}/" for goal in site.donation.goals] if site.donation else []
    pairs = posters + [(f"{url}index.html", url) for url in goals]
    return [{"file": file, "kind": "url", "payload": absolute(site, url), "page": f"/{url}"} for file, url in pairs]
