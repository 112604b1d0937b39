"""Whoever follows an old address, printed or saved, comes to the page that it was of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from burgerbaan.site import MarkdownPage, Site
from tests.small_site import copy_minimal, files_of, valid_site


def _renamed(root: Path) -> Site:
    copy_minimal(root)
    for path, before in (("koken", "status: open"), ("organisatie", "sinds: 2026-01-01")):
        file = root / f"vacancies/buurthuis/{path}.yml"
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, f"{before}\nvroeger: [oud]"), "utf-8")
    site = valid_site(root)
    page = MarkdownPage("uitleg/index.md", "Uitleg", "Uitleg.", former_names=("meedoen/oud.md", "los.md"))
    return replace(site, pages={**site.pages, "uitleg/index.md": page})


@pytest.mark.parametrize(
    ("old", "way"),
    [
        ("vacatures/oud/", "../koken/"),
        ("organisaties/oud/", "../buurthuis/"),
        ("meedoen/oud/", "../../uitleg/"),
        ("los/", "../uitleg/"),
    ],
)
def test_an_old_address_sends_on_to_the_new_one(old: str, way: str, tmp_path: Path) -> None:
    html = files_of(_renamed(tmp_path))[f"{old}index.html"].decode()
    assert f'content="0; url={way}"' in html
    assert f'<a href="{way}">' in html
