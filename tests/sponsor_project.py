"""Projects with sponsors: a logo as a drawing, a logo as a picture, and people who are only a name."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from tests.small_site import copy_minimal

GOOD: Mapping[str, Any] = {"door": "De directeur", "op": date(2026, 11, 1)}
"""A yes that counts on the day of the tests."""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#a1b2c3" d="M0 0h9v9z"/></svg>'
PAGE = "---\ndescription: Wie burgerbanen mogelijk maakt.\n---\n# Sponsors\n\n## Wie\n\n{{ sponsorlijst }}\n"


def sponsor(name: str = "de-linde", **changes: Any) -> dict[str, Any]:
    """A company with a logo and a quote, as an editor types it; a change to None takes a field away."""
    found: dict[str, Any] = {
        "id": name,
        "naam": name.replace("-", " ").title(),
        "soort": "bedrijf",
        "sinds": "2025",
        "maakt_mogelijk": "Eén plek, twee jaar lang.",
        "logo": {"bestand": f"beeld/sponsors/{name}.svg", **GOOD},
        "citaat": {"tekst": "Iedereen kan iets.", **GOOD},
    }
    changed = deepcopy(found) | changes
    return {key: value for key, value in changed.items() if value is not None}


def person(name: str, permission: Any = GOOD, **changes: Any) -> dict[str, Any]:
    """Somebody who gives, and chose a name."""
    found = {"id": name, "naam": name.replace("-", " ").title(), "soort": "persoon", "toestemming": permission}
    return {key: value for key, value in (found | changes).items() if value is not None}


class _Plain(yaml.SafeDumper):
    """Writes everything out, as editors must."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_sponsors(root: Path, *sponsors: Mapping[str, Any]) -> None:
    """All sponsors of a project."""
    plain = [
        {key: dict(value) if isinstance(value, Mapping) else value for key, value in item.items()} for item in sponsors
    ]
    path = root / "content/gegevens/sponsors.yml"
    path.write_text(yaml.dump(plain, Dumper=_Plain, allow_unicode=True, sort_keys=False), "utf-8")


def add_sponsors(root: Path, *sponsors: Mapping[str, Any]) -> Path:
    """Sponsors for a project, with the page that lists them and two logos."""
    (root / "content/sponsors").mkdir()
    (root / "content/sponsors/index.md").write_text(PAGE, "utf-8")
    logos = root / "content/beeld/sponsors"
    logos.mkdir(parents=True)
    (logos / "de-linde.svg").write_text(SVG, "utf-8")
    (logos / "de-berk.png").write_bytes(drawn_logo())
    write_sponsors(root, *sponsors)
    return root


def project(folder: Path, *sponsors: Mapping[str, Any]) -> Path:
    """The minimal site with sponsors."""
    return add_sponsors(copy_minimal(folder), *sponsors)


def drawn_logo() -> bytes:
    """A logo on a clear ground, with a note that nobody should read."""
    image = Image.new("RGBA", (400, 160), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((20, 20, 200, 140), fill=(200, 40, 30, 255))
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()
