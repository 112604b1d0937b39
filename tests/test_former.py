"""Whoever follows an old address, printed or saved, comes to the page that it was of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import feedparser
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
    news = root / "content/gegevens/nieuws"
    news.mkdir()
    for name, day in (("feest", "2026-11-01"), ("straks", "2027-11-01")):
        told = f"titel: Een {name}\ndatum: {day}\nsamenvatting: Een {name}.\ntekst: Kom.\n"
        (news / f"{name}.yml").write_text(f"{told}vroeger: [{name}-oud, ouder-{name}]\n", "utf-8")
    (root / "content/nieuws").mkdir()
    (root / "content/nieuws/index.md").write_text("---\ndescription: Nieuws.\n---\n# Nieuws\n", "utf-8")
    site = valid_site(root)
    page = MarkdownPage("uitleg/index.md", "Uitleg", "Uitleg.", former_names=("meedoen/oud.md", "los.md"))
    return replace(site, pages={**site.pages, "uitleg/index.md": page})


@pytest.mark.parametrize(
    ("old", "way"),
    [
        ("vacatures/oud/", "../koken/"),
        ("organisaties/oud/", "../buurthuis/"),
        ("nieuws/feest-oud/", "../feest/"),
        ("nieuws/ouder-feest/", "../feest/"),
        ("meedoen/oud/", "../../uitleg/"),
        ("los/", "../uitleg/"),
    ],
)
def test_an_old_address_sends_on_to_the_new_one(old: str, way: str, tmp_path: Path) -> None:
    html = files_of(_renamed(tmp_path))[f"{old}index.html"].decode()
    assert f'content="0; url={way}"' in html
    assert f'<a href="{way}">' in html


@pytest.mark.parametrize(
    ("before", "told"), [("", None), ("vroeger: [oud, ouder]", [["oud", "koken"], ["ouder", "koken"]])]
)
def test_who_kept_a_vacancy_is_told_its_name_of_now(before: str, told: object, tmp_path: Path) -> None:
    file = copy_minimal(tmp_path) / "vacancies/buurthuis/koken.yml"
    file.write_text(f"{file.read_text('utf-8')}\n{before}\n", "utf-8")
    script = files_of(valid_site(tmp_path))["assets/vacatures/feiten.js"].decode()
    text = script.partition("JSON.parse('")[2].rpartition("')")[0]
    assert json.loads(text).get("former") == told


@pytest.mark.parametrize("path", ["vacatures/koken/index.html", "vacatures/wijk/haven/index.html"])
def test_the_buttons_that_keep_a_vacancy_tell_its_names_of_before(path: str, tmp_path: Path) -> None:
    html = files_of(_renamed(tmp_path))[path].decode()
    assert html.count('data-bb-save="koken" data-bb-former="oud"') == html.count("data-bb-former") == 1


def test_news_of_a_later_day_is_not_told_by_its_old_address(tmp_path: Path) -> None:
    files = files_of(_renamed(tmp_path))
    assert not [path for path, data in files.items() if "straks" in path or b"straks" in data]


def test_who_reads_a_feed_does_not_get_the_same_again_under_another_name(tmp_path: Path) -> None:
    files = files_of(_renamed(tmp_path))
    for folder, first, now in (("nieuws", "feest-oud", "feest"), ("vacatures", "oud", "koken")):
        home = f"https://www.example.org/{folder}"
        [item] = json.loads(files[f"{folder}/feed.json"])["items"]
        assert (item["id"], item["url"]) == (f"{home}/{first}/", f"{home}/{now}/")
        [entry] = feedparser.parse(files[f"{folder}/feed.xml"]).entries
        assert (entry.id, entry.link) == (f"{home}/{first}/", f"{home}/{now}/")
