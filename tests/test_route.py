"""The routekaart: where everything stands on the map, what the page tells, and the sheet of paper."""

from __future__ import annotations

import os
import re
from contextlib import closing
from html import unescape
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.kinds import Kind
from burgerbaan.load import load_site
from burgerbaan.model.route import RouteMap
from burgerbaan.pages.route_map import route_map, talk_moments, talk_themes
from burgerbaan.paper import Step
from burgerbaan.pdf import find_browser, write_pdfs
from burgerbaan.render import Renderer
from burgerbaan.route_fit import STEPS, fit_route
from burgerbaan.route_layout import WIDTH, Drawing, by_stage, lay_out
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts
from tests.route_project import PAGE, TALKS_PAGE, made_route, make_project, route_values
from tests.small_site import DAY, files_of, load, valid_site

HERE = Path(__file__).parent
A3 = (1190.55, 841.89)
LONGEST = "W" * 80
WORDS = "vrijwilligersvergoedingsovereenkomst " * 2


def _own_route() -> RouteMap:
    site = load_site(Folders(HERE.parent), DAY).site
    assert site is not None
    assert site.route_map is not None
    return site.route_map


def _renderer(folder: Path) -> Renderer:
    site = valid_site(folder)
    return Renderer(site, Words(load_texts(), site.programme))


def _told(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


# ---- the map


def _boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every stop and of every stage's sign."""
    signs = [(0.0, band.y, drawing.width, band.halts[0].y - 7) for band in drawing.bands]
    stops = [
        (stop.x, stop.y, stop.x + stop.width, stop.y + stop.height) for band in drawing.bands for stop in band.halts
    ]
    return signs + stops


def _is_sound(drawing: Drawing) -> None:
    boxes = _boxes(drawing)
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= drawing.width
        assert 0 <= top < bottom <= drawing.height
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for band in drawing.bands:
        for stop in band.halts:
            for line in stop.lines:
                assert line.x + Step(drawing.title).width(line.text, is_bold=True) <= stop.x + stop.width
                assert stop.y < line.y - 11 < line.y <= stop.y + stop.height
            assert all(lower.y - upper.y > drawing.title for upper, lower in pairwise(stop.lines))
            assert stop.lines[-1].y + 13.5 <= stop.state[1] + 1 <= stop.y + stop.height
            assert stop.sign[0] + 12 < stop.lines[0].x, "no text lies over a sign"
        names = [(line, Step(18).width(line.text, is_bold=True)) for line in band.name]
        for line, width in names + [(line, Step(13.5).width(line.text)) for line in band.takes]:
            assert (line.x - width >= 46) if line.is_last else (line.x + width <= drawing.width)
            assert band.y < line.y - 12 < line.y < band.halts[0].y - 7
    for head, other in pairwise([*drawing.heads, None]):
        end = other.sign[0] - 12 if other else drawing.width
        assert all(line.x + Step(15.5).width(line.text, is_bold=True) <= end for line in head.lines)
        assert all(0 < line.y < drawing.bands[0].y for line in head.lines)
    lanes = [float(x) for path in drawing.tracks for x in re.findall(r"[C ]([\d.]+) [\d.]+", path)]
    columns = len(drawing.tracks)
    assert all(x % (WIDTH / columns) + 4 < 15 + 23 + 21 for x in lanes), "no text lies over a track"


def test_nothing_overlaps_and_all_stands_inside_the_map_of_this_site() -> None:
    drawing = lay_out(_own_route())
    assert (len(drawing.bands), len(drawing.tracks)) == (5, 4)
    _is_sound(drawing)


_LETTERS = st.text(st.sampled_from("aimWé .-💡漢"), min_size=1, max_size=80).filter(str.strip)
_NAMES = st.lists(st.text(st.sampled_from("aimW -"), min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=5)


@given(themes=_NAMES, stages=_NAMES, titles=st.lists(_LETTERS, min_size=1, max_size=5), takes=_LETTERS)
def test_whatever_editors_write_it_never_runs_out_of_its_place(
    themes: list[str], stages: list[str], titles: list[str], takes: str
) -> None:
    _is_sound(lay_out(made_route(themes=themes, stages=stages, titles=titles, duur=takes)))


@pytest.mark.parametrize("title", [LONGEST, WORDS, "ij " * 26])
def test_a_title_keeps_all_its_letters(title: str) -> None:
    drawing = lay_out(made_route(titles=[title], themes=["a", "b", "c", "d", "e"]))
    stop = drawing.bands[0].halts[0]
    assert "".join(line.text for line in stop.lines).replace(" ", "") == title.replace(" ", "")
    assert len(stop.lines) > 1


def test_letters_get_smaller_before_a_word_is_broken() -> None:
    themes = ["a", "b", "c", "d"]
    assert lay_out(made_route(themes=themes)).title == 15.5
    drawing = lay_out(made_route(themes=themes, titles=["Het sollicitatiegesprek"]))
    assert drawing.title < 15.5
    assert [line.text for line in drawing.bands[0].halts[0].lines] == ["Het", "sollicitatiegesprek"]


def test_a_letter_keeps_its_mark_and_a_soft_hyphen_is_not_seen() -> None:
    lines = Step(10).wrapped("e\u0301" * 30 + " vrij\u00adwilliger", 100)
    assert all(not line.startswith("\u0301") for line in lines)
    assert lines[-1] == "vrijwilliger"


def test_the_road_is_read_stage_by_stage_and_in_each_in_the_order_of_the_themes() -> None:
    values = route_values()
    values["haltes"].reverse()
    route = RouteMap.model_validate(values, context=("routekaart", ""))
    assert [stop.id for stops in by_stage(route).values() for stop in stops] == ["h00", "h01", "h10", "h11"]
    drawing = lay_out(route)
    order = [stop for band in drawing.bands for stop in band.halts]
    assert [stop.stop.id for stop in order] == ["h00", "h01", "h10", "h11"]
    assert order == sorted(order, key=lambda stop: (stop.y, stop.x))


# ---- the page


def test_each_stop_of_the_map_and_of_the_line_leads_to_its_text(built_site: Path) -> None:
    html = (built_site / "routekaart/index.html").read_text("utf-8")
    stops = [stop.id for stops in by_stage(_own_route()).values() for stop in stops]
    for name in ("bb-map__stop", "bb-line__stop"):
        assert re.findall(rf'<a class="{name}[^"]*" href="#halte-([a-z-]+)"', html) == stops
    assert re.findall(r'<section class="bb-stop [^"]*" id="halte-([a-z-]+)"', html) == stops
    assert len(stops) == 20


def test_a_page_without_a_paper_is_a_link_too(tmp_path: Path) -> None:
    values = route_values(pagina="contact/index.md")
    html = str(route_map(_renderer(make_project(tmp_path, values, [("routekaart/index.md", PAGE)])), "../"))
    assert html.count('<a href="../contact/">Contact</a>') == 4


def test_what_people_type_is_text_and_never_markup(tmp_path: Path) -> None:
    typed = '<b>Ik</b> & {{ x }} "q" _l_ `l`'
    values = route_values(themes=["<i>Plan", '"><script>'], stages=["<u>Begin"], titles=[typed], tip=typed)
    project = make_project(tmp_path, values, [("routekaart/index.md", PAGE)])
    html = str(route_map(_renderer(project), "../"))
    sheet = files_of(valid_site(project))["routekaart/kaart/index.html"].decode()
    for page in (html, sheet):
        assert "&lt;b&gt;Ik&lt;/b&gt; &amp; {{ x }}" in page
        assert not re.search(r"<(?:b>Ik|i>Plan|u>Begin|script>)", page)


def test_without_a_routekaart_the_blocks_are_empty_and_there_is_no_sheet(tmp_path: Path) -> None:
    project = make_project(tmp_path, {}, [("routekaart/index.md", PAGE), ("gesprekken/index.md", TALKS_PAGE)])
    (project / "content/gegevens/routekaart.yml").unlink()
    renderer = _renderer(project)
    assert [str(make(renderer, "")) for make in (route_map, talk_moments, talk_themes)] == ["", "", ""]
    assert "routekaart/kaart/index.html" not in files_of(renderer.site)


def test_a_map_without_a_page_of_its_own_has_no_sheet_and_no_dead_link(tmp_path: Path) -> None:
    renderer = _renderer(make_project(tmp_path, route_values()))
    assert "kaart/" not in str(route_map(renderer, "../"))
    assert "routekaart/kaart/index.html" not in files_of(renderer.site)


def test_a_written_page_cannot_take_the_address_of_the_sheet(tmp_path: Path) -> None:
    pages = [("routekaart/index.md", PAGE), ("routekaart/kaart.md", PAGE.replace("{{ routekaart }}", ""))]
    found = load(make_project(tmp_path, route_values(), pages)).problems
    assert [item.kind for item in found if not item.is_reminder] == [Kind.PAGE_CLASH]


# ---- the talks


def test_the_page_of_the_talks_and_the_routekaart_have_one_list_of_themes_and_months(built_site: Path) -> None:
    facts = yaml.safe_load((HERE.parent / "content/gegevens/routekaart.yml").read_text("utf-8"))
    talks = _told((built_site / "organisaties/gesprekken/index.html").read_text("utf-8"))
    route = _told((built_site / "routekaart/index.html").read_text("utf-8"))
    for theme in facts["themas"]:
        assert f"{theme['naam']}. {theme['gesprek']}" in talks
        assert f"{theme['naam']} : {theme['gesprek']}" in route
    for talk in facts["gesprekken"]:
        assert f"Na {talk['maanden']} maanden {talk['kijk_naar']}" in talks
    assert [talk["maanden"] for talk in facts["gesprekken"]] == [3, 9, 15, 22]
    assert "Er is een gesprek na 3, 9, 15 en 22 maanden." in route


def test_the_months_of_the_source_are_those_of_the_routekaart() -> None:
    site = load_site(Folders(HERE.parent), DAY).site
    assert site is not None
    told = [int(number) for number in re.findall(r"\d+", site.figures["buurtbaan-gesprekken"].value)]
    assert told == [talk.months for talk in _own_route().talks]


def test_the_page_of_the_talks_follows_the_data(tmp_path: Path) -> None:
    values = route_values(themes=["Mijn weg", "Wij"])
    values["themas"][0]["gesprek"] = "Waarheen?"
    values["gesprekken"] = [{"maanden": 1, "kijk_naar": "Alles."}]
    renderer = _renderer(make_project(tmp_path, values))
    assert _told(str(talk_themes(renderer, ""))) == "Mijn weg. Waarheen? Wij. Vraag 1?"
    assert _told(str(talk_moments(renderer, ""))).endswith("Na 1 maand Alles.")


# ---- the sheet


def test_the_sheet_is_one_a3_lying_down_with_every_stop(built_site: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "kaart.pdf"
    write_pdfs(find_browser(os.environ), [(built_site / "routekaart/kaart/index.html", pdf)])
    with closing(pdfium.PdfDocument(pdf)) as document:
        assert len(document) == 1
        page = document[0]
        assert page.get_size() == pytest.approx(A3, abs=0.6)
        text = " ".join(page.get_textpage().get_text_range().split())
    route = _own_route()
    wanted = [text for stop in route.stops for text in (stop.title, stop.question, stop.pitfall, stop.tip)]
    # A word that is cut at the end of a line has its hyphen there and nowhere else.
    assert [words for words in wanted if words not in text] == []
    assert "almeerseburgerbaan.nl/routekaart" in text
    assert [f"Na {talk.months} maanden:" in text for talk in route.talks] == [True] * 4


def test_the_smallest_letters_are_nine_points_and_those_of_this_site_are_larger() -> None:
    assert STEPS[-1].size >= 9 / 72 * 25.4
    site = load_site(Folders(HERE.parent), DAY).site
    assert site is not None
    fit = fit_route(_own_route(), Words(load_texts(), site.programme))
    assert fit.excess == 0
    assert STEPS[fit.step - 1].size >= 9.8 / 72 * 25.4


def test_who_helps_is_told_on_paper_when_there_is_room(tmp_path: Path) -> None:
    def sheet(folder: str, **texts: Any) -> str:
        values = route_values(themes=["a", "b", "c", "d"], stages=["1", "2", "3", "4", "5"], **texts)
        project = make_project(tmp_path / folder, values, [("routekaart/index.md", PAGE)])
        return _told(files_of(valid_site(project))["routekaart/kaart/index.html"].decode())

    assert "Wie helpt: Noor" in sheet("kort")
    full = sheet("vol", vraag="Wat wil je leren in de buurt? " * 5)
    assert "Wie helpt: Noor" not in full
    assert full.count("Valkuil: Haast.") == 20


def test_both_test_sites_build_theirs() -> None:
    for name, has_sheet in (("buurtbaan", True), ("minimal", False)):
        site = load_site(Folders(HERE / "sites" / name), DAY).site
        assert site is not None
        assert ("routekaart/kaart/index.html" in files_of(site)) is has_sheet
