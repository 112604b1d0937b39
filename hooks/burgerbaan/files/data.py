"""Open data: vacancies, hosts and agenda as JSON and CSV, with the keys that editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from burgerbaan.absolute import absolute
from burgerbaan.addresses import DATA, EVENTS, HOSTS, VACANCIES
from burgerbaan.codes import published_codes
from burgerbaan.files.table import vacancy_csv, vacancy_row
from burgerbaan.model.host import Host
from burgerbaan.model.record import Record
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer


def data_files(renderer: Renderer) -> Iterator[File]:
    """Files under `/data/`."""
    site = renderer.site
    vacancies = [vacancy_json(renderer, item) for item in site.open_vacancies]
    hosts = [_host(renderer, item) for item in site.hosts.values()]
    events = [_record(item, absolute(site, f"{EVENTS}{item.slug}/")) for item in site.events.values()]
    yield _json(renderer, "vacatures", vacancies)
    yield text_file(f"{DATA}vacatures.csv", vacancy_csv(vacancy_line(renderer, item) for item in site.open_vacancies))
    yield _json(renderer, "organisaties", hosts)
    yield _json(renderer, "agenda", events)
    codes = ",\n ".join(json.dumps(code, ensure_ascii=False) for code in _codes(renderer))
    yield text_file(f"{DATA}qr.json", f"[\n {codes}\n]\n")


def vacancy_json(renderer: Renderer, vacancy: Vacancy) -> str:
    """A vacancy as it stands in `vacatures.json`."""
    address = absolute(renderer.site, f"{VACANCIES}{vacancy.slug}/")
    text: str = renderer.piece("json", vacancy, lambda: _record(vacancy, address, organisatie=vacancy.host))
    return text


def vacancy_line(renderer: Renderer, vacancy: Vacancy) -> str:
    """A vacancy as it stands in `vacatures.csv`."""
    text: str = renderer.piece("csv", vacancy, lambda: vacancy_row(renderer.site, vacancy))
    return text


def _host(renderer: Renderer, host: Host) -> str:
    address, stamp = absolute(renderer.site, f"{HOSTS}{host.slug}/"), renderer.stamps.world
    text: str = renderer.fragments.get("json", f"organisatie {host.slug}", stamp, lambda: _record(host, address))
    return text


def _record(item: Record, url: str, **more: str) -> str:
    """A record as it stands in a list of the envelope, on a line of its own."""
    values = item.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps({"id": item.slug, "adres": url, **more, **values}, ensure_ascii=False)


def _json(renderer: Renderer, name: str, items: Sequence[str]) -> File:
    site = renderer.site
    envelope = {
        "programma": site.programme.name,
        "datum": site.updated.isoformat(),
        "licentie": renderer.words("feed.licence"),
        "schema": absolute(site, f"{DATA}schema/{name}.json"),
        "aantal": len(items),
        name: [],
    }
    text = _dump(envelope)
    if items:
        inside = ",\n  ".join(items)
        text = text.removesuffix("[]\n}\n") + f"[\n  {inside}\n ]\n}}\n"
    return text_file(f"{DATA}{name}.json", text)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _codes(renderer: Renderer) -> list[dict[str, str]]:
    """Every QR code of the site: the file it stands in, what kind it is, what it holds, the page it leads to."""
    return [
        {"file": code.file, "kind": code.kind, "payload": code.payload, "page": code.page}
        for code in published_codes(renderer.site)
    ]
