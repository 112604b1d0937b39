"""The finished site as a whole: what every page, feed and file must keep to."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import icalendar
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from burgerbaan.qr import QUIET_ZONE

HOST = "https://www.almeerseburgerbaan.nl/"


@dataclass
class _Page(HTMLParser):
    """What this file asks of a page."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    structured: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    _data: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._data = ""
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values.get("href", ""))
        if tag in ("img", "script", "link") and (values.get("src") or values.get("href")):
            self.loads.append(values.get("src") or values["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "meta" and "name" in values:
            self.metas[values["name"]] = values.get("content", "")
        is_inline = tag == "script" and "src" not in values and values.get("type") != "application/ld+json"
        if (
            is_inline
            or tag in ("style", "iframe")
            or "style" in values
            or any(name.startswith("on") for name in values)
        ):
            self.forbidden.append(f"{tag} {values}")

    def handle_data(self, data: str) -> None:
        self._data += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data.strip():
            self.structured.append(self._data)


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, _Page]:
    """Every page by its address."""
    found = {path.relative_to(built_site).as_posix(): _read(path) for path in sorted(built_site.rglob("*.html"))}
    return {name.removesuffix("index.html"): page for name, page in found.items()}


def _target(page: str, link: str) -> tuple[str, str]:
    parts = urlsplit(urljoin(HOST + page, link))
    return unquote(parts.path).lstrip("/"), parts.fragment


def test_every_internal_link_and_anchor_resolves(built_site: Path, pages: dict[str, _Page]) -> None:
    dead = []
    for name, page in pages.items():
        for link in page.links + page.loads:
            if not urljoin(HOST + name, link).startswith(HOST):
                continue
            path, anchor = _target(name, link)
            anchor = "" if anchor.startswith("plan=1.") else anchor  # is read by the page's own script
            place = built_site / path / ("index.html" if path.endswith("/") or not path else "")
            if not place.is_file():
                dead.append(f"{name or 'home'}: {link}")
            elif anchor and place.suffix == ".html" and anchor not in pages[path.removesuffix("index.html")].ids:
                dead.append(f"{name or 'home'}: {link} (no such anchor)")
    assert sorted(set(dead)) == []


def test_no_id_stands_twice_in_a_page(pages: dict[str, _Page]) -> None:
    twice = {name: [item for item, count in Counter(page.ids).items() if count > 1] for name, page in pages.items()}
    assert {name: items for name, items in twice.items() if items} == {}


def test_headings_start_with_one_h1_and_skip_no_level(pages: dict[str, _Page]) -> None:
    wrong = {}
    for name, page in pages.items():
        steps = zip(page.headings, page.headings[1:], strict=False)
        skips = [f"h{a} then h{b}" for a, b in steps if b > a + 1]
        if page.headings.count(1) != 1 or skips:
            wrong[name] = skips or page.headings[:5]
    assert wrong == {}


def test_no_page_runs_or_loads_what_the_policy_forbids(pages: dict[str, _Page]) -> None:
    assert {name: page.forbidden for name, page in pages.items() if page.forbidden} == {}
    elsewhere = {
        name: [link for link in page.loads if re.match(r"(?:https?:)?//", link)] for name, page in pages.items()
    }
    assert {
        name: [link for link in links if not link.startswith(HOST)] for name, links in elsewhere.items() if links
    } == {name: [] for name, links in elsewhere.items() if links}


def test_every_page_has_a_description_of_its_own(pages: dict[str, _Page]) -> None:
    short = [name for name, page in pages.items() if not 20 <= len(page.metas.get("description", "")) <= 300]
    assert short == []


def test_every_written_page_ends_in_exactly_one_contact() -> None:
    content = Path(__file__).parent.parent / "content"
    counts = {
        path.name: len(re.findall(r"^\{\{ contact ", path.read_text("utf-8"), re.M)) for path in content.rglob("*.md")
    }
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_a_word_that_people_asked_us_to_avoid_stands_nowhere(built_site: Path) -> None:
    found = [path for path in built_site.rglob("*.html") if "kwetsba" in path.read_text("utf-8").lower()]
    assert found == []


def test_examples_are_marked_and_kept_out_of_search_engines(built_site: Path, pages: dict[str, _Page]) -> None:
    sitemap = (built_site / "sitemap.xml").read_text("utf-8")
    for item in json.loads((built_site / "data/vacatures.json").read_text("utf-8"))["vacatures"]:
        assert item["voorbeeld"] is True
        name = f"vacatures/{item['id']}/"
        assert pages[name].metas["robots"] == "noindex, noarchive"
        assert f">{HOST}{name}<" not in sitemap
        assert "bb-label--example" in (built_site / name / "index.html").read_text("utf-8")


def test_a_closed_vacancy_keeps_its_page_but_stands_in_no_list(built_site: Path, pages: dict[str, _Page]) -> None:
    open_ones = {
        item["id"] for item in json.loads((built_site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    }
    facets = {"wijk", "sector"}
    all_ones = {path.parent.name for path in (built_site / "vacatures").glob("*/index.html")} - facets
    hidden = all_ones - open_ones
    assert hidden, "the content holds closed and full vacancies"
    found_by_search = list((built_site / "assets/zoeken").glob("paginas-*.js"))
    assert any(f'"vacatures/{slug}/"' in path.read_text("utf-8") for path in found_by_search for slug in open_ones)
    for slug in hidden:
        kinds = [json.loads(text)["@type"] for text in pages[f"vacatures/{slug}/"].structured]
        assert "JobPosting" not in kinds
        assert f"/vacatures/{slug}/<" not in (built_site / "vacatures/feed.xml").read_text("utf-8")
        assert not [path for path in found_by_search if f'"vacatures/{slug}/"' in path.read_text("utf-8")]


def test_the_agenda_is_read_by_a_calendar(built_site: Path) -> None:
    calendar = icalendar.Calendar.from_ical((built_site / "agenda.ics").read_bytes())
    events = calendar.walk("VEVENT")
    identifiers = [str(event["UID"]) for event in events]
    assert len(set(identifiers)) == len(identifiers) > 5
    for line in (built_site / "agenda.ics").read_bytes().split(b"\r\n"):
        assert len(line) <= 75


def _codes_in(html: str) -> list[str]:
    """What a reader makes of every code drawn in a page, from the path itself."""
    found = []
    for size, path in re.findall(r'<svg class="bb-qr" viewBox="0 0 (\d+).*?stroke="#000" d="([^"]+)"', html):
        image = Image.new("L", (int(size), int(size)), 255)
        x = y = 0
        for move, to_x, to_y, width in re.findall(r"([Mm])(-?\d+) (\d+)(?:\.5)?h(\d+)", path):
            x, y = (int(to_x), int(to_y)) if move == "M" else (x + int(to_x), y + int(to_y))
            image.paste(0, (x, y, x + int(width), y + 1))
            x += int(width)
        large = image.resize((int(size) * 4, int(size) * 4), Image.Resampling.NEAREST)
        assert int(size) > 2 * QUIET_ZONE + 20
        found += [item.text for item in zxingcpp.read_barcodes(large)]
    return found


def test_every_published_code_reads_back_as_listed(built_site: Path) -> None:
    listed: dict[str, list[str]] = {}
    for item in json.loads((built_site / "data/qr.json").read_text("utf-8")):
        listed.setdefault(item["file"], []).append(item["payload"])
        assert (built_site / item["page"].strip("/") / "index.html").is_file()
        if item["kind"] == "url":
            assert item["payload"] == HOST + item["page"].removeprefix("/")
        else:
            assert item["payload"].startswith("BCD\n002\n1\nSCT\n\n")
    drawn = {}
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        if "bb-qr" in html:
            codes = drawn[path.relative_to(built_site).as_posix()] = _codes_in(html)
            # A sheet with several equal codes draws one and shows it again.
            assert html.count('class="bb-qr"') == len(codes) + html.count('<use href="#qr')
    for path in built_site.glob("doneer/*/*.p[nd][gf]"):
        data = path.read_bytes()
        picture = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil() if path.suffix == ".pdf" else Image.open(path)
        found = zxingcpp.read_barcodes(picture.convert("L"))
        drawn[path.relative_to(built_site).as_posix()] = [item.text for item in found]
    assert {file: sorted(codes) for file, codes in drawn.items()} == {
        file: sorted(codes) for file, codes in listed.items()
    }


def test_the_sitemap_lists_pages_that_exist_and_may_be_found(built_site: Path, pages: dict[str, _Page]) -> None:
    addresses = re.findall(r"<loc>([^<]+)</loc>", (built_site / "sitemap.xml").read_text("utf-8"))
    assert len(addresses) == len(set(addresses)) > 80
    for address in addresses:
        assert pages[address.removeprefix(HOST)].metas["robots"] == "index, follow"


def test_security_txt_and_headers_say_what_they_must(built_site: Path) -> None:
    text = (built_site / ".well-known/security.txt").read_text("utf-8")
    assert re.search(r"^Contact: mailto:\S+$", text, re.M)
    assert re.search(r"^Expires: 2027-\d\d-\d\dT00:00:00Z$", text, re.M)
    headers = (built_site / "_headers").read_text("utf-8")
    assert "default-src 'none'" in headers
    assert "unsafe" not in headers


def test_every_kind_of_page_of_the_contract_exists(built_site: Path) -> None:
    places = (
        "", "over", "meedoen", "organisaties", "bedrijven", "vacatures", "mijn-plan", "burgerbaners", "routekaart",
        "spoorboekje", "doneren", "anbi", "sponsors", "agenda", "nieuws", "begrippen", "bronnen", "contact",
        "privacy", "toegankelijkheid", "klachten", "colofon", "zoeken",
    )  # fmt: skip
    missing = [place for place in places if not (built_site / place / "index.html").is_file()]
    files = ("agenda.ics", "vacatures/feed.xml", "vacatures/feed.json", "data/vacatures.json", "data/vacatures.csv",
             "data/organisaties.json", "data/agenda.json", "data/qr.json", "sitemap.xml", "robots.txt",
             ".well-known/security.txt", "_headers", "404.html",
             "zonder-internet/index.html", "zonder-internet.js")  # fmt: skip
    missing += [name for name in files if not (built_site / name).is_file()]
    assert missing == []


def test_the_content_is_as_rich_as_promised(built_site: Path) -> None:
    vacancies = json.loads((built_site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    hosts = json.loads((built_site / "data/organisaties.json").read_text("utf-8"))["organisaties"]
    assert len(vacancies) >= 40
    assert len(hosts) >= 12
    assert {item["wijk"] for item in vacancies} == {"haven", "stad", "buiten", "poort", "hout"}
    assert len(list((built_site / "burgerbaners").glob("*/index.html"))) >= 8
