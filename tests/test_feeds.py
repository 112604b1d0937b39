"""Feeds: read by a parser that is not ours, and held against the standards line by line."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from burgerbaan.files.feeds import MOST_ENTRIES
from tests.small_site import DAY, copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

ATOM = "{http://www.w3.org/2005/Atom}"
HOST = "https://www.almeerseburgerbaan.nl/"
NEWS = "nieuws/"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def all_feeds_in(site: Path) -> dict[str, Path]:
    found = (path for path in sorted(site.rglob("feed.xml")))
    return {path.parent.relative_to(site).as_posix() + "/": path for path in found}


def feeds_in(site: Path) -> dict[str, Path]:
    """Every Atom feed of vacancies by the address of the page it belongs to."""
    return {home: path for home, path in all_feeds_in(site).items() if home != NEWS}


def open_vacancies(site: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    return found


def belongs(vacancy: dict[str, object], home: str) -> bool:
    """Whether a vacancy stands in the corner with this page."""
    parts = home.strip("/").split("/")
    if parts[0] == "organisaties":
        return vacancy["organisatie"] == parts[1]
    if len(parts) == 1:
        return True
    names = vacancy["sectoren"] if parts[1] == "sector" else [vacancy["wijk"]]
    return parts[2] in names  # type: ignore[operator]


def test_everything_each_district_each_sector_and_each_host_has_a_feed(built_site: Path) -> None:
    pages = {
        "vacatures/",
        *(f"vacatures/{path.parent.parent.name}/{path.parent.name}/"
          for kind in ("wijk", "sector") for path in (built_site / "vacatures" / kind).glob("*/index.html")),
        *(f"organisaties/{item['id']}/"
          for item in json.loads((built_site / "data/organisaties.json").read_text("utf-8"))["organisaties"]),
    }  # fmt: skip
    assert set(feeds_in(built_site)) == pages
    assert len(pages) > 25


def test_a_feed_holds_the_open_vacancies_of_its_corner_newest_first(built_site: Path) -> None:
    for home, path in feeds_in(built_site).items():
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, home
        inside = [item for item in open_vacancies(built_site) if belongs(item, home)]
        assert [entry.id for entry in feed.entries] == [item["adres"] for item in inside]
        days = [str(item["geplaatst"]) for item in inside]
        assert days == sorted(days, reverse=True)
        assert all(entry.title.endswith("(voorbeeld)") for entry in feed.entries)


def test_both_forms_of_a_feed_say_the_same(built_site: Path) -> None:
    for home, path in all_feeds_in(built_site).items():
        feed = feedparser.parse(path.read_bytes())
        data = json.loads(path.with_name("feed.json").read_text("utf-8"))
        assert data["title"] == feed.feed.title
        assert data["home_page_url"] == feed.feed.link == HOST + home
        pairs = [(item["id"], item["title"], item["content_text"]) for item in data["items"]]
        assert pairs == [(entry.id, entry.title, entry.summary) for entry in feed.entries]


def test_every_atom_feed_is_what_rfc_4287_asks(built_site: Path) -> None:
    for home, path in all_feeds_in(built_site).items():
        root = ElementTree.fromstring(path.read_bytes())
        assert root.tag == f"{ATOM}feed"
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1, (home, name)
            assert element.find(f"{ATOM}author/{ATOM}name") is not None
            assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        dates = [*root.iter(f"{ATOM}updated"), *root.iter(f"{ATOM}published")]
        assert all(RFC_3339.fullmatch(item.text or "") for item in dates)
        [own] = root.findall(f"{ATOM}link[@rel='self']")
        assert own.get("href") == f"{HOST}{home}feed.xml"
        identifiers = [item.text for item in root.iter(f"{ATOM}id")]
        assert len(set(identifiers)) == len(identifiers)


def test_every_json_feed_is_what_version_1_1_asks(built_site: Path) -> None:
    for home, path in all_feeds_in(built_site).items():
        data = json.loads(path.with_name("feed.json").read_text("utf-8"))
        assert data["version"] == "https://jsonfeed.org/version/1.1"
        assert data["feed_url"] == f"{HOST}{home}feed.json"
        assert data["language"] == "nl"
        for item in data["items"]:
            assert {"id", "url", "title", "content_text", "date_published", "authors"} <= set(item)
            assert RFC_3339.fullmatch(item["date_published"])


def test_a_page_of_a_corner_announces_its_feed_and_links_to_it(built_site: Path) -> None:
    for home in all_feeds_in(built_site):
        html = (built_site / home / "index.html").read_text("utf-8")
        base = "../" * home.count("/")
        for name, kind in (("feed.xml", "atom"), ("feed.json", "feed")):
            assert re.search(
                rf'<link rel="alternate" type="application/{kind}\+\w+" title="[^"]+" href="{base}{home}{name}">', html
            )
        if home != "vacatures/":
            assert f'<a href="{base}{home}feed.xml"' in html


def test_the_feed_of_the_news_holds_each_message_newest_first(built_site: Path) -> None:
    feed = feedparser.parse((built_site / NEWS / "feed.xml").read_bytes())
    assert feed.feed.title == "Nieuws van Almeerse Burgerbaan"
    links = re.findall(
        r'<h3 class="bb-card__title"><a href="\.\./nieuws/([^"]+)"',
        (built_site / NEWS / "index.html").read_text("utf-8"),
    )
    assert [entry.link for entry in feed.entries] == [f"{HOST}{NEWS}{link}" for link in links]
    assert len(links) > 3


def test_without_a_page_of_news_there_is_no_feed_of_it(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    assert "nieuws/index.md" not in site.pages
    assert "nieuws/feed.xml" not in files_of(site)


def test_a_feed_holds_a_hundred_vacancies_at_most_the_newest(tmp_path: Path) -> None:
    first = date(2026, 8, 1)
    many = [
        made_vacancy(f"werk-{number:03}", geplaatst=str(first + timedelta(days=number % 100))) for number in range(130)
    ]
    files = files_of(with_vacancies(valid_site(copy_minimal(tmp_path)), *many))
    entries = feedparser.parse(files["vacatures/feed.xml"]).entries
    assert len(entries) == MOST_ENTRIES == 100
    days = [entry.published for entry in entries]
    assert days == sorted(days, reverse=True)


def test_a_feed_of_nothing_is_whole_and_dated_by_the_data(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path), DAY + timedelta(days=1))
    feed = feedparser.parse(files_of(site)["vacatures/wijk/stad/feed.xml"])
    assert not feed.bozo
    assert feed.entries == []
    assert datetime.fromisoformat(feed.feed.updated).date() == DAY


@pytest.mark.parametrize(
    "title", ["Koffie & <b>thee</b>", "]]> </feed>", "a\ufffeb\uffffc", "Naïef 日本 🙂", "\"quote'"]
)
def test_whatever_a_title_holds_a_parser_reads_it_back(title: str, tmp_path: Path) -> None:
    site = with_vacancies(valid_site(copy_minimal(tmp_path)), made_vacancy("koken", titel=title))
    files = files_of(site)
    [entry] = ElementTree.fromstring(files["vacatures/feed.xml"]).findall(f"{ATOM}entry")
    readable = re.sub("[\ufffe\uffff]", "", title)
    assert entry.findtext(f"{ATOM}title") == readable
    assert json.loads(files["vacatures/feed.json"])["items"][0]["title"] == title
