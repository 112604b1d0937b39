"""The map of the spoorboekje for any stations and ways, and what the pages make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.label import label_lines, label_width
from burgerbaan.layers import place_stops
from burgerbaan.model.route import Timetable
from burgerbaan.network import NAME_SIZE, NOTE_SIZE, Line, Network, Point, Stop, lay_out
from burgerbaan.network_drawing import network_svg
from burgerbaan.pages.timetable import forms_of_work, timetable
from burgerbaan.render import Renderer
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, valid_site

SHEETS = ((4, 900.0), (1, 326.0))
ROW = {"loon": "geen", "uren": "geen", "contract": "geen", "wie_beslist": "jij", "leren": "veel", "waar": "Stad"}

names = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(str.strip),
    st.sampled_from(["W" * 200, "Vrijwilliger", "Arbeidsmarktoriëntatieprogramma's " * 4, "مرحبا بكم", "👩‍👩‍👧 漢字"]),
)


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Stop], list[tuple[str, str]]]:
    """Any network up to 20 stops: with rounds, ways to itself, double ways and stops without a way."""
    texts = draw(st.lists(names, min_size=1, max_size=20))
    stops = [Stop(f"s{number}", text, text[::-1][:60]) for number, text in enumerate(texts)]
    ids = st.sampled_from([stop.id for stop in stops])
    return stops, draw(st.lists(st.tuples(ids, ids), max_size=40))


def _spans(line: Line) -> Iterator[tuple[Point, Point]]:
    for one, other in pairwise(line.corners):
        yield Point(min(one.x, other.x), min(one.y, other.y)), Point(max(one.x, other.x), max(one.y, other.y))


def _overlap(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight pieces lie on one another over some length."""
    across = min(one[1].x, other[1].x) - max(one[0].x, other[0].x)
    down = min(one[1].y, other[1].y) - max(one[0].y, other[0].y)
    return (across > 0.01 and -0.01 < down <= 0.01) or (down > 0.01 and -0.01 < across <= 0.01)


def _check(network: Network, links: list[tuple[str, str]]) -> None:
    boxes = network.boxes
    for box in boxes:
        assert box.x >= 0
        assert box.x + box.width <= network.width
        assert box.y >= 0
        assert box.y + box.height <= network.height
        assert all(label_width(line, NAME_SIZE, is_bold=True) <= box.width for line in box.name)
        assert all(label_width(line, NOTE_SIZE) <= box.width for line in box.note)
    for one, other in combinations(boxes, 2):
        assert one.x + one.width < other.x or other.x + other.width < one.x or (
            one.y + one.height < other.y or other.y + other.height < one.y
        )  # fmt: skip
    by_id = {box.stop.id: box for box in boxes}
    assert {(line.origin, line.target) for line in network.lines} == {link for link in links if link[0] != link[1]}
    for line in network.lines:
        start, end = by_id[line.origin], by_id[line.target]
        assert start.x < line.corners[0].x < start.x + start.width
        assert line.corners[0].y == start.y + start.height
        assert end.x < line.corners[-1].x < end.x + end.width
        assert line.corners[-1].y == end.y > line.corners[-2].y, "comes in from above"
        for low, high in _spans(line):
            assert 0 < low.x <= high.x < network.width
            assert 0 < low.y <= high.y < network.height
            assert low.x == high.x or low.y == high.y
            for box in boxes:
                is_beside = high.x <= box.x or low.x >= box.x + box.width
                assert is_beside or high.y <= box.y or low.y >= box.y + box.height, "runs through a box"
    for one_line, other_line in combinations(network.lines, 2):
        if one_line.origin != other_line.origin:
            assert not any(_overlap(one, other) for one in _spans(one_line) for other in _spans(other_line))


@given(maps())
def test_any_map_has_no_overlap_and_stays_on_its_sheet(made: tuple[list[Stop], list[tuple[str, str]]]) -> None:
    stops, links = made
    for columns, width in SHEETS:
        network = lay_out(stops, links, columns, width)
        _check(network, links)
        assert network == lay_out(stops, links, columns, width)
        assert sorted(box.stop.id for box in network.boxes) == sorted(stop.id for stop in stops)
        assert max(sum(box.y == other.y for other in network.boxes) for box in network.boxes) <= columns


@given(maps())
def test_boxes_stand_in_the_order_of_reading(made: tuple[list[Stop], list[tuple[str, str]]]) -> None:
    for columns, width in SHEETS:
        boxes = lay_out(*made, columns, width).boxes
        assert [(box.y, box.x) for box in boxes] == sorted((box.y, box.x) for box in boxes)


@pytest.mark.parametrize("count", [2, 20])
def test_a_map_where_everything_leads_everywhere(count: int) -> None:
    stops = [Stop(f"s{number}", f"Station {number}", "Stad") for number in range(count)]
    links = [(one.id, other.id) for one in stops for other in stops]
    for columns, width in SHEETS:
        network = lay_out(stops, links, columns, width)
        _check(network, links)
        assert network.width <= width + 1


def test_a_line_does_not_come_in_where_the_one_above_leaves() -> None:
    stops = [Stop(f"s{number}", "Station", "Stad") for number in range(5)]
    links = [("s2", "s3"), ("s4", "s1"), ("s0", "s1"), ("s2", "s0"), ("s2", "s1")]
    _check(lay_out(stops, links, 4, 900), links)


def test_a_way_leads_down_unless_it_goes_round() -> None:
    cells = place_stops(["a", "b", "c", "d"], [("c", "a"), ("a", "b"), ("b", "c"), ("b", "d")], 4)
    rows = {name: cell.row for name, cell in cells.items()}
    assert rows == {"a": 0, "b": 1, "c": 2, "d": 2}


def test_a_stop_without_ways_stands_below_the_others() -> None:
    cells = place_stops(["los", "a", "b"], [("a", "b")], 4)
    assert list(cells) == ["a", "b", "los"]
    assert cells["los"].row == 2


@given(names, st.floats(60, 300))
def test_a_label_loses_no_letter_and_is_never_too_wide(text: str, room: float) -> None:
    lines = label_lines(text, room, 16, is_bold=True)
    assert all(label_width(line, 16, is_bold=True) <= room or len(line) < 8 for line in lines)
    bare = re.sub(r"[\s\u00ad-]", "", text)
    assert re.sub(r"[\s-]", "", "".join(lines)) == bare


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Maak kennis", 400, ("Maak kennis",)),
        ("Maak kennis", 70, ("Maak", "kennis")),
        ("a", 1, ("a",)),
        ("een  twee\n drie", 400, ("een twee drie",)),
    ],
)
def test_a_label_is_broken_where_it_must(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert label_lines(text, room, 14) == lines


def test_bold_letters_need_more_room() -> None:
    text = "Leg contact met de organisatie"
    assert len(label_lines(text, 310, 16, is_bold=True)) > len(label_lines(text, 310, 16))


def test_a_long_word_breaks_with_a_hyphen() -> None:
    assert label_lines("Arbeidsmarktoriëntatie", 100, 16) == ("Arbeidsm-", "arktoriënt-", "atie")


def test_a_word_with_hyphens_breaks_there_first() -> None:
    assert label_lines("Een non-profitorganisatie", 160, 17, is_bold=True) == ("Een non-", "profitorganisa-", "tie")
    assert label_lines("non-profitorganisatie", 300, 17, is_bold=True) == ("non-profitorganisatie",)


def test_a_drawing_is_markup_in_which_a_name_stays_a_name() -> None:
    stops = [Stop("a", '<script>"&', "Stad"), Stop("b", "{{ x }}", "Stad")]
    svg = network_svg(lay_out(stops, [("a", "b")], 4, 900), "kaart", "Kaart", "Uitleg", {"a": '"<A>"', "b": "B"})
    root = Xml.fromstring(svg)
    assert [link.get("href") for link in root.iter("a")] == ["#station-a", "#station-b"]
    assert next(root.iter("a")).get("aria-label") == '"<A>"'
    assert "style=" not in svg
    assert root.get("aria-labelledby") == "kaart-titel kaart-tekst"


# ---- the pages


def _timetable(stations: list[dict[str, Any]], ways: list[dict[str, Any]]) -> Timetable:
    values = {"titel": "Spoorboekje", "toelichting": "Kies.", "stations": stations, "verbindingen": ways}
    return Timetable.model_validate(values, context=("spoorboekje", "content/gegevens/spoorboekje.yml"))


@pytest.fixture
def renderer(tmp_path: Path) -> Renderer:
    site = valid_site(copy_minimal(tmp_path))
    stations = [{"id": name, "naam": f"<b>{name}", "tekst": "Werk.", **ROW} for name in ("hulp", "baan")]
    stations.append({"id": "thuis", "naam": "Blijven", "tekst": "Goed zo.", "blijven": True, **ROW})
    ways = [{"van": "hulp", "naar": "baan", "voorwaarde": "Zin.", "duur": "kort"}]
    site = replace(site, timetable=_timetable(stations, ways))
    return Renderer(site, Words(load_texts(), site.programme))


def test_the_page_has_the_map_twice_for_two_widths_and_every_station_as_text(renderer: Renderer) -> None:
    html = str(timetable(renderer, "../"))
    assert html.count('<svg class="bb-net') == 2
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for link in re.findall(r'href="#(station-[^"]+)"', html):
        assert link in ids
    assert "<b>" not in html
    assert "&lt;b&gt;hulp. Stad. Weg naar: &lt;b&gt;baan." in html


def test_how_long_a_way_takes_is_told_only_where_somebody_knows(renderer: Renderer) -> None:
    assert "<strong>Duur:</strong> kort" in str(timetable(renderer, "../"))
    made = renderer.site.timetable
    assert made
    ways = tuple(way.model_copy(update={"takes": None}) for way in made.connections)
    renderer.site = replace(renderer.site, timetable=made.model_copy(update={"connections": ways}))
    assert "<strong>Duur:</strong>" not in str(timetable(renderer, "../"))


def test_who_stays_cannot_be_compared(renderer: Renderer) -> None:
    html = str(forms_of_work(renderer, "../"))
    assert 'id="vorm-hulp"' in html
    assert "thuis" not in html
    assert "#station-" not in html, "there is no page with the stations"


def test_without_a_spoorboekje_there_is_nothing(renderer: Renderer) -> None:
    renderer.site = replace(renderer.site, timetable=None)
    assert timetable(renderer, "../") == forms_of_work(renderer, "../") == ""
