"""The menu on every page: where its entries lead, seen from any folder of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.output import NavItem, group_of
from tests.small_site import copy_minimal, valid_site, written_page

PAGE = NavItem("Pagina", "vacatures/")


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("", "../"),
        ("vacatures/", "../vacatures/"),
        ("agenda.ics", "../agenda.ics"),
        ("a/b:c/", "../a/b:c/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:meedoen@example.org", "mailto:meedoen@example.org"),
        ("TEL:+31360000011", "TEL:+31360000011"),
        ("//example.org/", "//example.org/"),
        ("/kaart/", "/kaart/"),
    ],
)
def test_an_entry_leads_where_the_editor_wrote(tmp_path: Path, url: str, href: str) -> None:
    build = Build(valid_site(copy_minimal(tmp_path)))
    build.set_nav((NavItem("Meer", "vacatures/", (NavItem("Ergens", url), PAGE)), NavItem("Ergens", url)))
    contact = written_page(build, "contact/index.md", "<h1>Contact</h1>")
    assert re.findall(r'<a [^>]*href="([^"]*)"[^>]*>Ergens</a>', contact) == [href, href], "in both menus"
    beside = written_page(build, "vacatures/index.md", "<h1>Vacatures</h1>")
    assert re.findall(r'<a [^>]*href="([^"]*)"[^>]*>Ergens</a>', beside) == [href] * 3, "and beside its neighbours"


def test_a_group_leads_to_its_first_page_and_only_else_out_of_the_site() -> None:
    mail, nothing = NavItem("Mail", "mailto:meedoen@example.org"), NavItem("Leeg", None)
    assert group_of("Meer", (nothing, mail, PAGE)) == NavItem("Meer", "vacatures/", (nothing, mail, PAGE))
    assert group_of("Meer", (nothing, mail)).url == mail.url
    assert group_of("Meer", (nothing,)).url is None
