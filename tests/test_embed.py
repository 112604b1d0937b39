"""Lists for other sites to frame: what they hold, the line of HTML to copy, and who may frame what."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from burgerbaan.build import Build
from burgerbaan.model.vacancy import Weekday
from burgerbaan.pages.embed import MOST_ITEMS
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

HOST = "https://www.almeerseburgerbaan.nl/"
SNIPPETS = "organisaties/vacatures-op-jouw-site/index.html"


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of each `textarea`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._is_inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "textarea":
            self._is_inside = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "textarea"

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.texts[-1] += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [values for name, values in self.found if name == tag]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def embeds_in(site: Path) -> dict[str, str]:
    """The HTML of every embed by what follows `/embed/` in its address."""
    folder = site / "embed"
    return {
        path.parent.relative_to(folder).as_posix() + "/": path.read_text("utf-8")
        for path in sorted(folder.rglob("index.html"))
    }


def home_of(name: str) -> str:
    """The page of the same corner."""
    if name == "alles/":
        return "vacatures/"
    return name.replace("organisatie/", "organisaties/", 1) if name.startswith("organisatie/") else f"vacatures/{name}"


def belongs(item: Mapping[str, Any], name: str) -> bool:
    kind, _, value = name.strip("/").partition("/")
    return (
        value
        in {"alles": [""], "wijk": [item["wijk"]], "organisatie": [item["organisatie"]], "sector": item["sectoren"]}[
            kind
        ]
    )


@pytest.fixture(scope="module")
def vacancies(built_site: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((built_site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    return found


def test_the_whole_list_each_district_each_sector_and_each_host_can_be_shown_elsewhere(built_site: Path) -> None:
    names = set(embeds_in(built_site))
    for kind, folder in (("wijk", "vacatures/wijk"), ("sector", "vacatures/sector")):
        ids = {path.parent.name for path in (built_site / folder).glob("*/index.html")}
        assert {name.split("/")[1] for name in names if name.startswith(kind)} == ids
    hosts = json.loads((built_site / "data/organisaties.json").read_text("utf-8"))["organisaties"]
    assert {name.split("/")[1] for name in names if name.startswith("organisatie/")} == {item["id"] for item in hosts}
    assert "alles/" in names


def test_an_embed_shows_the_newest_open_vacancies_of_its_corner(
    built_site: Path, vacancies: list[dict[str, Any]]
) -> None:
    names = {
        item["id"]: item["naam"]
        for item in json.loads((built_site / "data/organisaties.json").read_text("utf-8"))["organisaties"]
    }
    for name, html in embeds_in(built_site).items():
        inside = [item for item in vacancies if belongs(item, name)]
        shown = re.findall(r'<h2><a href="[./]*vacatures/([^"/]+)/"', html)
        assert shown == [item["id"] for item in inside[:MOST_ITEMS]], name
        cards = html.split('<li class="bb-embed__item">')[1:]
        for item, card in zip(inside, cards, strict=False):
            text = text_of(card)
            assert item["titel"] in text
            assert names[item["organisatie"]] in text
            assert f"{item['uren']['max']} uur per week" in text
            assert "vergoeding" in text
            days = sorted((shift["dag"] for shift in item.get("tijden", ())), key=[*Weekday].index)
            assert days[0] in text and days[-1] in text if days else "in overleg" in text
            assert ("voorbeeld" in text) is item["voorbeeld"]


def test_an_embed_runs_nothing_and_every_link_leaves_the_frame(built_site: Path) -> None:
    for name, html in embeds_in(built_site).items():
        tags = Tags(html)
        assert tags.of("script") == []
        assert tags.of("form") == tags.of("iframe") == []
        for link in tags.of("a"):
            assert (link["target"], link["rel"]) == ("_blank", "noopener"), name
            target = urljoin(f"{HOST}embed/{name}", link["href"]).removeprefix(HOST)
            assert (built_site / target / "index.html").is_file()


def test_an_embed_is_kept_out_of_search_engines_and_points_at_the_page_it_shows(built_site: Path) -> None:
    sitemap = (built_site / "sitemap.xml").read_text("utf-8")
    assert "/embed/" not in sitemap
    for name, html in embeds_in(built_site).items():
        tags = Tags(html)
        assert {"name": "robots", "content": "noindex"} in tags.of("meta")
        [canonical] = [item["href"] for item in tags.of("link") if item["rel"] == "canonical"]
        assert canonical == HOST + home_of(name)
        assert (built_site / home_of(name) / "index.html").is_file()


def test_an_embed_is_light(built_site: Path) -> None:
    style = (built_site / "assets/css/embed.css").read_bytes()
    for html in embeds_in(built_site).values():
        loads = [item["href"] for item in Tags(html).of("link") if item["rel"] in ("stylesheet", "icon")]
        assert len(loads) == 2
        assert len(gzip.compress(html.encode() + style)) < 6_000


def test_twenty_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    site = with_vacancies(valid_site(copy_minimal(tmp_path)), *(made_vacancy(f"werk-{number}") for number in range(25)))
    html = files_of(site)["embed/wijk/haven/index.html"].decode()
    assert html.count('class="bb-embed__item"') == 20
    assert "25 open vacatures" in html
    assert "Alle vacatures bekijken" in html


def test_an_embed_without_vacancies_says_so(tmp_path: Path) -> None:
    html = files_of(valid_site(copy_minimal(tmp_path)))["embed/wijk/stad/index.html"].decode()
    assert "Hier zijn nu geen open vacatures." in html
    assert "<ul" not in html


def test_every_line_to_copy_is_a_frame_that_shows_what_it_is_called(built_site: Path) -> None:
    page = Tags((built_site / SNIPPETS).read_text("utf-8"))
    labels = {item["for"] for item in page.of("label")}
    boxes = page.of("textarea")
    assert len(page.texts) == len(embeds_in(built_site))
    for box, snippet in zip(boxes, page.texts, strict=True):
        assert box["id"] in labels
        assert "readonly" in box
        [(tag, values)] = Tags(snippet).found
        assert tag == "iframe"
        assert (values["width"], values["height"], values["loading"]) == ("100%", "600", "lazy")
        html = (built_site / values["src"].removeprefix(HOST) / "index.html").read_text("utf-8")
        assert values["title"] in text_of(html[html.index("<h1>") : html.index("</h1>")])
    assert page.texts[0].startswith(f'<iframe src="{HOST}embed/alles/"')


def test_the_list_to_copy_stays_out_of_the_search_index(built_site: Path) -> None:
    assert " iframe " not in (built_site / "assets/zoeken/woorden.js").read_text("utf-8")


def test_a_name_with_quotes_and_brackets_is_escaped_as_often_as_it_is_read(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    name = 'De "Brug" & </textarea><script>1</script>'
    host = site.hosts["buurthuis"].model_copy(update={"name": name})
    html = Build(replace(site, hosts={"buurthuis": host})).fill("contact/index.md", "<p>{{ insluiten }}</p>")
    tags = Tags(html)
    assert tags.of("script") == []
    [(_, values)] = Tags(tags.texts[-1]).found
    assert values["title"] == f"Vacatures bij {name}"


Blocks = list[tuple[str, list[tuple[str, str]]]]


def read_headers(site: Path) -> Blocks:
    """The blocks of `_headers`: a pattern and its headers."""
    blocks: Blocks = []
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            blocks[-1][1].append((name, value))
        else:
            blocks.append((line, []))
    return blocks


def matching(blocks: Blocks, path: str) -> list[list[tuple[str, str]]]:
    return [
        pairs
        for pattern, pairs in blocks
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1]))
    ]


def joined(blocks: Blocks, path: str) -> dict[str, str]:
    """Cloudflare Pages: values of one name are joined."""
    found: dict[str, list[str]] = {}
    for pairs in matching(blocks, path):
        for name, value in pairs:
            found.setdefault(name, []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def last_wins(blocks: Blocks, path: str) -> dict[str, str]:
    """Netlify: the later block counts."""
    return {name: value for pairs in matching(blocks, path) for name, value in pairs}


def policies(headers: Mapping[str, str]) -> list[dict[str, str]]:
    """Each policy as its directives; all of them hold at once (CSP level 3, section 8.1)."""
    texts = headers["Content-Security-Policy"].split(",")
    return [dict(part.strip().partition(" ")[::2] for part in text.split(";")) for text in texts]


Host = Callable[[Blocks, str], dict[str, str]]


@pytest.fixture(scope="module")
def addresses(built_site: Path) -> list[str]:
    """Every address of a page, also as hosts shorten it."""
    found = []
    for path in sorted(built_site.rglob("*.html")):
        address = "/" + path.relative_to(built_site).as_posix()
        short = address.removesuffix("index.html") if path.name == "index.html" else address.removesuffix(".html")
        found += [address, short]
    return found


@pytest.mark.parametrize("host", [joined, last_wins])
def test_only_embeds_may_be_framed_whichever_way_a_host_reads_the_rules(
    host: Host, built_site: Path, addresses: list[str]
) -> None:
    blocks = read_headers(built_site)
    for address in addresses:
        headers = host(blocks, address)
        rules = policies(headers)
        frames = [rule["frame-ancestors"] for rule in rules if "frame-ancestors" in rule]
        is_embed = address.startswith("/embed/")
        assert frames == (["*"] if is_embed else ["'none'"]), address
        assert headers.get("X-Frame-Options") == (None if is_embed else "DENY")
        assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_embed else "same-origin")


@pytest.mark.parametrize("host", [joined, last_wins])
def test_the_strict_policy_holds_everywhere(host: Host, built_site: Path, addresses: list[str]) -> None:
    blocks = read_headers(built_site)
    files = ["/assets/js/site.js", "/data/vacatures.json", "/agenda.ics", "/robots.txt", "/er/is/niets/"]
    for address in [*addresses, *files]:
        headers = host(blocks, address)
        for rule in policies(headers):
            assert rule["default-src"] == "'none'"
            assert rule["script-src"] == rule["style-src"] == "'self'"
        for name in ("Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
            assert "," not in headers[name].replace("camera=(), geolocation=(), microphone=(), ", "")


def test_scripts_of_other_sites_may_read_open_data_and_nothing_else(built_site: Path) -> None:
    blocks = read_headers(built_site)
    assert joined(blocks, "/data/vacatures.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in joined(blocks, "/vacatures/")


def test_the_rules_stay_within_what_hosts_read(built_site: Path) -> None:
    """Cloudflare Pages: 100 rules of 2,000 characters a line."""
    blocks = read_headers(built_site)
    assert len(blocks) <= 100
    assert max(len(line) for line in (built_site / "_headers").read_text("utf-8").splitlines()) <= 2_000
    assert len({pattern for pattern, _ in blocks}) == len(blocks)
