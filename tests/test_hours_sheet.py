"""The hours sheet as it is built: who signs is data, and without a script it is a sheet to write on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from burgerbaan.build import Build
from burgerbaan.load import load_site
from burgerbaan.model.foundation import Foundation
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from tests.small_site import DAY, MINIMAL, valid_site

SITES = MINIMAL.parent


@pytest.fixture(scope="module")
def minimal() -> Site:
    return valid_site(MINIMAL)


def _page(site: Site) -> str:
    return Build(site).fill("index.md", "<p>{{ urenbriefje }}</p>")


def _signers(html: str) -> list[str]:
    return re.findall(r"<p>(\d\. <b>.*?</b>)", html)


def _foundation(name: str) -> Foundation:
    return Foundation.model_construct(name=name)


def test_the_foundation_of_the_data_signs(minimal: Site) -> None:
    html = _page(replace(minimal, foundation=_foundation("Stichting Geefgraag")))
    person = minimal.programme.people.one
    wanted = [f"1. <b>De {person}</b>", "2. <b>De organisatie</b>", "3. <b>Stichting Geefgraag</b>"]
    assert _signers(html) == wanted
    assert "en dan Stichting Geefgraag." in html


def test_a_name_is_text_and_never_markup(minimal: Site) -> None:
    html = _page(replace(minimal, foundation=_foundation('<i>"Geef" & graag</i>')))
    assert "&lt;i&gt;&#34;Geef&#34; &amp; graag&lt;/i&gt;</b>" in html
    assert "<i>" not in html


def test_where_no_foundation_pays_the_organiser_signs() -> None:
    site = load_site(Folders(SITES / "buurtbaan"), DAY).site
    assert site is not None
    assert site.foundation is None
    html = _page(site)
    assert _signers(html) == ["1. <b>De buurtbaner</b>", "2. <b>De organisatie</b>", "3. <b>De gemeente Amsterdam</b>"]
    assert "almere" not in html.lower()


def test_the_empty_sheet_has_room_for_every_working_day(minimal: Site) -> None:
    html = _page(minimal)
    assert html.count(f"<tr>{'<td></td>' * 7}</tr>") == 22
    head = re.findall(r'<th scope="col">(.*?)</th>', html)
    assert head[:7] == ["Dag", "Organisatie", "Begin", "Eind", "Pauze (min.)", "Uren", "Paraaf"]


def test_no_field_has_a_name_that_a_browser_could_send(minimal: Site) -> None:
    fields = re.findall(r"<(?:input|select|form)[^>]*>", _page(minimal))
    assert len(fields) == 8
    assert [field for field in fields if re.search(r"\s(name|action|method)=", field)] == []


def test_the_script_gets_its_words_and_the_place_of_the_facts(minimal: Site) -> None:
    found = re.search(r'data-bb-hours="([^"]*)"', _page(minimal))
    assert found
    settings = json.loads(unescape(found[1]))
    assert settings["folder"].endswith("assets/vacatures/")
    assert settings["words"]["total"] == "Alles samen"
