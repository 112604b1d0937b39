"""What the open data are: a Data Package for programs that read data sets.

Version 1, which the tools of today read: https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from burgerbaan.absolute import absolute
from burgerbaan.addresses import DATA
from burgerbaan.files.table import table_schema
from burgerbaan.model.fields import slug_from
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer

LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}

_DOCUMENTS = ("vacatures", "organisaties", "agenda")


def package_files(renderer: Renderer) -> Iterator[File]:
    """`/data/datapackage.json`; nothing in it depends on a day."""
    site, words = renderer.site, renderer.words
    package = {
        "profile": "data-package",
        "name": slug_from(site.programme.name),
        "id": absolute(site, f"{DATA}datapackage.json"),
        "title": words("package.title"),
        "description": words("package.text"),
        "homepage": absolute(site, ""),
        "licenses": [{**LICENCE, "title": words("feed.licence")}],
        "contributors": [{"title": site.programme.organiser, "role": "publisher"}],
        "resources": [_table(renderer), *(_document(renderer, name) for name in _DOCUMENTS)],
    }
    yield text_file(f"{DATA}datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def _table(renderer: Renderer) -> Mapping[str, Any]:
    words = renderer.words
    return {
        "profile": "tabular-data-resource",
        "name": "vacatures-tabel",
        "path": "vacatures.csv",
        "title": words("package.table"),
        "description": words("package.table_text"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": table_schema(words),
    }


def _document(renderer: Renderer, name: str) -> Mapping[str, Any]:
    return {
        "profile": "data-resource",
        "name": name,
        "path": f"{name}.json",
        "title": renderer.words(f"package.{name}"),
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "jsonSchema": absolute(renderer.site, f"{DATA}schema/{name}.json"),
    }
