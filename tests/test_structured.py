"""Structured data on every built page: what search engines require, and nothing that the page does not show."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from burgerbaan.dutch import format_day
from burgerbaan.posting import job_posting
from tests.small_site import copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

HOURS = "4 tot 8 uur"
HOST = "https://www.almeerseburgerbaan.nl/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)

# Of Google's pages on structured data for jobs, events and breadcrumbs (developers.google.com/search/docs), and what
# schema.org says an organisation is known by. A point leads inside.
REQUIRED = {
    "JobPosting": (
        "title", "description", "datePosted", "validThrough", "employmentType", "identifier.name", "identifier.value",
        "hiringOrganization.name", "jobLocation.address.addressLocality", "jobLocation.address.addressCountry",
    ),
    "Event": (
        "name", "startDate", "location.name", "location.address.addressLocality", "location.address.addressCountry",
    ),
    "Organization": ("name", "url"),
    "BreadcrumbList": ("itemListElement",),
}  # fmt: skip


def structured_in(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in SCRIPT.findall(html)]


def of_type(html: str, kind: str) -> list[dict[str, Any]]:
    return [item for item in structured_in(html) if item["@type"] == kind]


def visible(html: str) -> str:
    """What a visitor reads, on one line."""
    body = re.sub(r"<(script|style|svg|head)\b.*?</\1>", " ", html, flags=re.S)
    return plain(re.sub(r"</?(?:wbr|span|strong|a)\b[^>]*>", "", body))


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def value_at(data: Any, way: str) -> Any:
    for step in way.split("."):
        data = data.get(step) if isinstance(data, dict) else None
    return data


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    """Every page by its address."""
    found = {path.relative_to(built_site).as_posix(): path.read_text("utf-8") for path in built_site.rglob("*.html")}
    return {name.removesuffix("index.html"): html for name, html in sorted(found.items())}


@pytest.fixture(scope="module")
def open_ones(built_site: Path) -> dict[str, dict[str, Any]]:
    """The open vacancies by the address of their page."""
    data = json.loads((built_site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    return {f"vacatures/{item['id']}/": item for item in data}


def test_every_page_says_only_kinds_that_are_known_and_whole(pages: dict[str, str]) -> None:
    seen: Counter[str] = Counter()
    for name, html in pages.items():
        for data in structured_in(html):
            assert data["@context"] == "https://schema.org"
            seen[data["@type"]] += 1
            missing = [way for way in REQUIRED[data["@type"]] if not value_at(data, way)]
            assert missing == [], name
    assert set(seen) == set(REQUIRED)
    assert seen["JobPosting"] >= 40


def test_a_posting_stands_once_on_each_open_vacancy_and_nowhere_else(
    pages: dict[str, str], open_ones: dict[str, dict[str, Any]]
) -> None:
    counts = {name: len(of_type(html, "JobPosting")) for name, html in pages.items()}
    assert {name: count for name, count in counts.items() if count} == dict.fromkeys(open_ones, 1)


def test_all_that_a_posting_says_is_read_on_the_page(pages: dict[str, str], open_ones: dict[str, Any]) -> None:
    for name in open_ones:
        [data] = of_type(pages[name], "JobPosting")
        text = visible(pages[name])
        address = data["jobLocation"]["address"]
        told = [
            data["title"],
            *(plain(part) for part in re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", data["description"])),
            data["hiringOrganization"]["name"],
            data["identifier"]["name"],
            *(address[key] for key in ("streetAddress", "postalCode", "addressLocality") if key in address),
            data["workHours"],
            format_day(datetime.fromisoformat(data["datePosted"]).date()),
            format_day(datetime.fromisoformat(data["validThrough"]).date()),
        ]
        assert [part for part in told if part not in text] == [], name
        assert f"{data['totalJobOpenings']} plek" in text
        assert data["url"] == HOST + name


def test_a_posting_says_when_it_ends_on_the_clock_of_the_place(
    open_ones: dict[str, Any], pages: dict[str, str]
) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    for name, item in open_ones.items():
        [data] = of_type(pages[name], "JobPosting")
        posted, until = (datetime.fromisoformat(data[key]) for key in ("datePosted", "validThrough"))
        assert posted.date() == date.fromisoformat(item["geplaatst"])
        assert until.time() == time(23, 59)
        for moment in (posted, until):
            assert moment.utcoffset() == moment.replace(tzinfo=zone).utcoffset()


def test_nobody_applies_here_and_no_salary_is_made_up(pages: dict[str, str], open_ones: dict[str, Any]) -> None:
    for name in open_ones:
        [data] = of_type(pages[name], "JobPosting")
        assert data["directApply"] is False
        assert "baseSalary" not in data
        assert data["employmentType"] == "VOLUNTEER"


@pytest.mark.parametrize(
    ("form", "kind"),
    [("vrijwilligerswerk", "VOLUNTEER"), ("klus", "VOLUNTEER"), ("bestuur", "VOLUNTEER"), ("baan", "PART_TIME")],
)
def test_only_a_paid_job_is_part_time_work(form: str, kind: str, tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    posting = job_posting(
        site, made_vacancy("koken", soort=form, krijgt={"vergoeding": False, "loon": "minimumloon"}), HOURS
    )
    assert posting["employmentType"] == kind
    assert "baseSalary" not in posting


def test_what_an_editor_types_stays_text(tmp_path: Path) -> None:
    title = "R&D </script><script>alert(1)</script>"
    site = with_vacancies(
        valid_site(copy_minimal(tmp_path)),
        made_vacancy("koken", titel=title, samenvatting="Koken & <i>meer</i>.", taken=["<b>Snijden</b> & meer"]),
    )
    html = files_of(site)["vacatures/koken/index.html"].decode()
    [data] = of_type(html, "JobPosting")
    assert data["title"] == title
    assert data["description"] == (
        "<p>Koken &amp; &lt;i&gt;meer&lt;/i&gt;.</p><ul><li>&lt;b&gt;Snijden&lt;/b&gt; &amp; meer</li></ul>"
    )


def test_of_a_host_and_a_place_a_posting_says_what_is_known_and_nothing_empty(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    posting = job_posting(site, made_vacancy("koken"), HOURS)
    assert posting == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Koken in het buurthuis",
        "description": "<p>Je kookt voor twintig buren.</p><ul><li>Groente snijden</li><li>De tafels dekken</li></ul>",
        "datePosted": "2026-11-01T00:00:00+01:00",
        "validThrough": "2027-02-13T23:59:00+01:00",
        "employmentType": "VOLUNTEER",
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Buurthuis De Brug",
            "url": "https://www.example.org/organisaties/buurthuis/",
            "sameAs": "https://example.org/",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Voorbeeldstraat 1",
                "postalCode": "1354 AA",
                "addressLocality": "Almere",
                "addressCountry": "NL",
            },
        },
        "identifier": {"@type": "PropertyValue", "name": "Minimaal", "value": "koken"},
        "url": "https://www.example.org/vacatures/koken/",
        "workHours": "4 tot 8 uur",
        "totalJobOpenings": 2,
        "directApply": False,
    }
    host = site.hosts["buurthuis"].model_copy(update={"website": None})
    posting = job_posting(
        replace(site, hosts={"buurthuis": host}),
        made_vacancy("koken", plek={"naam": "De Kas", "plaats": "Almere"}),
        HOURS,
    )
    assert "sameAs" not in posting["hiringOrganization"]
    assert posting["jobLocation"] == {
        "@type": "Place",
        "name": "De Kas",
        "address": {"@type": "PostalAddress", "addressLocality": "Almere", "addressCountry": "NL"},
    }


def test_summer_and_winter_have_their_own_offset(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    posting = job_posting(
        site, made_vacancy("koken", geplaatst="2026-07-01", sluit="2026-12-01", gecontroleerd="2026-11-01"), HOURS
    )
    assert posting["datePosted"] == "2026-07-01T00:00:00+02:00"
    assert posting["validThrough"] == "2026-12-01T23:59:00+01:00"


def test_a_posting_ends_when_nobody_vouches_for_it_any_more_also_when_it_may_stay_open_longer(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    posting = job_posting(site, made_vacancy("koken", sluit="2027-06-30", gecontroleerd="2026-11-15"), HOURS)
    assert posting["validThrough"] == "2027-02-13T23:59:00+01:00"


def _has_no_frame(name: str) -> bool:
    is_forward = name == "doneer/" or (name.startswith("doneren/") and name != "doneren/")
    return (
        is_forward
        or name.startswith(("embed/", "factsheets/"))
        or name.endswith(("/poster/", "/kaartje/", "/certificaat/", "/gesprek/"))
        or name == "routekaart/kaart/"
    )


def test_every_page_but_home_tells_the_way_back(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        trails = of_type(html, "BreadcrumbList")
        if name in ("", "404.html", "zonder-internet/") or _has_no_frame(name):
            assert trails == [], name
            continue
        [trail] = trails
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), name
        assert len(steps) >= 2
        assert steps[0]["item"] == HOST
        assert steps[-1]["item"] == HOST + name
        assert all(step["item"].removeprefix(HOST) in pages and step["name"] for step in steps), name


def test_every_host_page_tells_who_it_is_about(pages: dict[str, str], built_site: Path) -> None:
    hosts = json.loads((built_site / "data/organisaties.json").read_text("utf-8"))["organisaties"]
    named = {f"organisaties/{item['id']}/": item["naam"] for item in hosts}
    found = {name: [item["name"] for item in of_type(html, "Organization")] for name, html in pages.items()}
    assert {name: names for name, names in found.items() if names} == {
        "": ["Almeerse Burgerbaan"],
        **{name: [title] for name, title in named.items()},
    }


def test_every_meeting_with_a_known_day_and_place_is_told(pages: dict[str, str], built_site: Path) -> None:
    events = json.loads((built_site / "data/agenda.json").read_text("utf-8"))["agenda"]
    known = {f"agenda/{item['id']}/": item for item in events if len(item["datum"]) == 10 and "plek" in item}
    found = {name: of_type(html, "Event") for name, html in pages.items()}
    assert {name for name, items in found.items() if items} == set(known)
    for name, item in known.items():
        [data] = found[name]
        assert data["startDate"].startswith(item["datum"])
        assert plain(data["name"]) in visible(pages[name])
        assert data["location"]["name"] in visible(pages[name])
