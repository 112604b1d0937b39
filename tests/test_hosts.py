"""The list of hosts: somebody who looks in a district finds all that work there, and each of them once as a card."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from burgerbaan.build import Build
from burgerbaan.pages.hosts import host_list
from tests.small_site import copy_minimal, valid_site


def _list(folder: Path, **districts: list[str]) -> str:
    site = valid_site(copy_minimal(folder))
    host, district = site.hosts["buurthuis"], next(iter(site.districts.values()))
    names = dict.fromkeys(name for item in districts.values() for name in item)
    made = replace(
        site,
        districts={name: district.model_copy(update={"id": name, "name": f"Wijk {name}"}) for name in names},
        hosts={
            slug: host.model_copy(update={"slug": slug, "name": f"Huis {slug}", "districts": named})
            for slug, named in districts.items()
        },
    )
    return host_list(Build(made)._renderer, "../")


def _below(html: str, district: str) -> str:
    (found,) = re.findall(rf'<h3 id="{district}".*?(?=<h3 id="|\Z)', html, re.DOTALL)
    return str(found)


def _cards(html: str) -> list[str]:
    return re.findall(r"bb-card__title.*?organisaties/(\w+)/", html)


def test_a_host_in_more_districts_is_a_card_in_its_first_and_a_line_that_leads_there_in_the_others(
    tmp_path: Path,
) -> None:
    html = _list(tmp_path, bus=["oost", "west"], tuin=["west"])
    assert _cards(_below(html, "oost")) == ["bus"]
    assert _cards(_below(html, "west")) == ["tuin"]
    line = _below(html, "west").split("Werkt hier ook:")[1]
    assert '<a href="../organisaties/bus/" translate="no">Huis bus</a>' in line
    assert '<a href="#oost" translate="no">Wijk oost</a>' in line
    assert "Werkt hier ook:" not in _below(html, "oost")


def test_a_district_where_only_hosts_of_elsewhere_work_is_told(tmp_path: Path) -> None:
    html = _list(tmp_path, bus=["oost", "noord"])
    assert _cards(html) == ["bus"]
    assert "Huis bus" in _below(html, "noord")
    assert "bb-cards" not in _below(html, "noord")
