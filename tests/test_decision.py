"""Choices in small steps: pure rules first, then the choices of this site, then the page without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from burgerbaan.decision import MOST_STEPS, Back, Onward, onward_of, questions_left, reached, ways_back
from burgerbaan.load import load_site
from burgerbaan.model.decision import Decision
from burgerbaan.pages.decisions import anchors_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

ROOT = Path(__file__).parent.parent
PAGES = {"past-het": "meedoen/is-dit-iets-voor-mij", "dagbesteding": "meedoen/van-dagbesteding"}

FORK = {"a": ("b", "end"), "b": ("c", "end"), "c": ("end", "other")}


def test_what_can_be_reached_is_all_that_an_answer_leads_to() -> None:
    assert reached(FORK, "b") == {"b", "c", "end", "other"}
    assert reached(FORK, "end") == {"end"}


def test_the_longest_way_counts_and_an_end_has_no_questions_left() -> None:
    assert [questions_left(FORK, name) for name in ("a", "b", "c", "end")] == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("onward", "found"),
    [
        (FORK, []),
        ({"a": ("a", "end")}, [Back("a", 0)]),
        ({"a": ("b", "end"), "b": ("end", "a")}, [Back("b", 1)]),
        ({"a": ("b", "c"), "b": ("d", "d"), "c": ("d", "d"), "d": ("end", "end")}, []),
        ({"a": ("end", "end"), "b": ("c", "end"), "c": ("b", "end")}, [Back("c", 0)]),
    ],
    ids=["a fork", "to itself", "to the beginning", "two ways that meet", "where nobody comes"],
)
def test_an_answer_that_goes_round_in_a_circle_is_found(onward: dict[str, tuple[str, ...]], found: list[Back]) -> None:
    assert ways_back(onward) == found


# ---- the choices of this site


@pytest.fixture(scope="module")
def site() -> Site:
    loaded = load_site(Folders(ROOT), date(2026, 11, 22))
    assert loaded.site
    return loaded.site


@pytest.fixture(params=PAGES)
def decision(request: pytest.FixtureRequest, site: Site) -> Decision:
    return site.decisions[request.param]


def test_there_is_no_choice_that_is_on_no_page(site: Site) -> None:
    assert set(site.decisions) == set(PAGES)


def _ways(onward: Onward, start: str) -> Iterator[tuple[str, ...]]:
    """Every way from `start` to an end. Needs a choice without circles."""
    if start not in onward:
        yield (start,)
        return
    for target in dict.fromkeys(onward[start]):
        for rest in _ways(onward, target):
            yield (start, *rest)


def test_every_way_ends_in_one_contact_that_exists_and_in_one_to_three_pages(site: Site, decision: Decision) -> None:
    endings = {item.id: item for item in decision.endings}
    themes = {channel.theme for channel in site.programme.channels}
    walked = list(_ways(onward_of(decision), decision.start))
    assert len(walked) >= len(endings)
    assert {way[-1] for way in walked} == set(endings)
    for way in walked:
        assert len(way) - 1 <= MOST_STEPS
        assert endings[way[-1]].contact in themes
        assert 1 <= len(endings[way[-1]].pages) <= 3


def test_an_end_does_not_lead_to_the_page_it_stands_on(decision: Decision) -> None:
    own = f"{PAGES[decision.slug]}.md"
    assert [item.id for item in decision.endings if own in item.pages] == []


def test_who_hears_no_is_led_to_what_then(decision: Decision) -> None:
    assert any("meedoen/niet-aangenomen.md" in item.pages for item in decision.endings)


# ---- the page, as who has no script reads it


class _Reader(HTMLParser):
    """Links of each step, by its id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self._step = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        if tag == "section":
            self._step = values.get("id") or ""
            self.links.setdefault(self._step, [])
        if tag == "a" and self._step:
            self.links[self._step].append(values.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self._step = ""


def test_without_script_every_answer_is_a_link_to_the_next_step(built_site: Path, decision: Decision) -> None:
    html = (built_site / PAGES[decision.slug] / "index.html").read_text("utf-8")
    page, anchors = _Reader(html), anchors_of(decision)
    for question in decision.questions:
        assert page.links[anchors[question.id]] == [f"#{anchors[answer.target]}" for answer in question.answers]
    assert set(anchors.values()) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)


def test_every_end_shows_exactly_one_contact(built_site: Path, decision: Decision) -> None:
    page = _Reader((built_site / PAGES[decision.slug] / "index.html").read_text("utf-8"))
    anchors = anchors_of(decision)
    for ending in decision.endings:
        links = page.links[anchors[ending.id]]
        assert len([link for link in links if link.startswith("tel:")]) == 1, ending.id
        agenda = [link for link in links if link.endswith("/agenda/")]  # of the contact, for who may walk in
        assert len([link for link in links if link.startswith("../")]) == len(ending.pages) + len(agenda)


def test_the_page_gives_no_points_and_no_advice_and_says_what_is_kept(built_site: Path, decision: Decision) -> None:
    html = (built_site / PAGES[decision.slug] / "index.html").read_text("utf-8")
    assert "Geen toets, geen punten, geen advies." in html
    assert "niet bewaard, ook niet op dit apparaat" in html
    assert not re.search(r"\b(score|uitslag|geschikt)\b", html)
