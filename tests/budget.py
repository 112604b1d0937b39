"""What may weigh how much: `budget.yml`, as the tests and the benchmark read it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_LOADED = re.compile(r'<(?:link|script|img)\b[^>]*?(?:href|src)="([^":?]+\.(?:css|js|svg|png|jpg))"')


@dataclass(frozen=True)
class Budget:
    """The most bytes of a first view by its address, and of groups of files by their name."""

    views: dict[str, int]
    groups: dict[str, tuple[list[str], int]]


def read_budget() -> Budget:
    lines: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("budget.yml").read_text("utf-8"))
    assert all(line["waarom"].strip() for group in lines.values() for line in group)
    return Budget(
        {line["bladzijde"]: line["hoogstens"] for line in lines["eerste_bezoek"]},
        {line["naam"]: (line["welke"], line["hoogstens"]) for line in lines["bestanden"]},
    )


def first_view(site: Path, address: str) -> Iterator[Path]:
    """A page and what a browser loads for it."""
    page = site / address.lstrip("/") / "index.html"
    yield page
    yield from {(page.parent / link).resolve() for link in _LOADED.findall(page.read_text("utf-8"))}


def weight(files: Iterable[Path]) -> int:
    """Bytes over the wire: compressed, so the same on every machine."""
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in files)
