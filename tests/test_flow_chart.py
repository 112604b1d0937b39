"""Flow charts: where everything stands, that nothing overlaps or sticks out, and what a page makes of it."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from burgerbaan.flow_chart import NARROW, WIDE, Box, Chart, Row, Shape, lay_out
from burgerbaan.model.knowledge import Step, Steps
from burgerbaan.pages.flow_charts import chart_svg
from burgerbaan.paper import width_of
from burgerbaan.source.strict_yaml import parse

ROOT = Path(__file__).parent.parent
SHAPES = pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
PAGES = {
    "hoe-kom-je-er": "meedoen/hoe-kom-je-er",
    "dagbesteding": "meedoen/van-dagbesteding",
    "buurtbaan-procedure": "kennis/buurtbaan-amsterdam/procedure",
}


def _steps(*rows: tuple[str, str | None, str | None]) -> list[Step]:
    return [
        Step.model_validate({"titel": title, "tekst": "Uitleg.", "wie": who, "anders": otherwise})
        for title, who, otherwise in rows
    ]


FEW = _steps(
    ("Bedenk wat je wilt", "jij", "Weet je het nog niet? Ga eerst ergens kijken."),
    ("Maak kennis", "jij en de organisatie", None),
    ("Ga aan het werk", None, "Past het niet? Je mag wisselen."),
)
HARD = _steps(
    ("W" * 200, "m" * 200, "Onafgebroken" * 60),
    ("Een heel lange titel die over veel regels moet lopen omdat iemand alles wilde zeggen", "jij", "x " * 900),
    ("i", "i", "i"),
    ("Ga <b>nu</b> & 'snel'", "jij\u00ad", "Eén\nregel\nen\n\nnog een 😀"),
)


def _chart(steps: list[Step], shape: Shape) -> Chart:
    return lay_out(steps, shape, who="Wie:", otherwise="anders")


def _of(file: str) -> list[Step]:
    value, problems = parse(file, (ROOT / file).read_text("utf-8"))
    assert problems == ()
    return list(Steps.model_validate(value, context=("x", file)).steps)


ALL = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("content", "tests/sites/buurtbaan/content")
    for path in (ROOT / folder / "gegevens" / "stappen").glob("*.yml")
)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _right(row: Row) -> float:
    return row.x + width_of(row.text) * row.style.size * (1.13 if row.style.is_bold else 1)


def _is_sound(chart: Chart) -> None:
    """Nothing overlaps, nothing sticks out, and every arrow goes from one box to another."""
    assert not [pair for pair in combinations(chart.boxes, 2) if _overlap(*pair)]
    for box in chart.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= chart.width
        assert box.y + box.height <= chart.height
        for row in box.rows:
            assert _right(row) <= box.x + box.width + 0.001
            assert box.y + row.style.size <= row.y <= box.y + box.height - 5
        assert all(above.y < below.y for above, below in zip(box.rows, box.rows[1:], strict=False))
    for arrow in chart.arrows:
        assert any(_touches(box, arrow.start) for box in chart.boxes)
        assert any(_touches(box, arrow.end) for box in chart.boxes)
        assert not [box for box in chart.boxes if _crosses(arrow.start, arrow.end, box)]


def _touches(box: Box, point: tuple[int, int]) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def _crosses(start: tuple[int, int], end: tuple[int, int], box: Box) -> bool:
    """Whether a straight arrow runs through the inside of a box."""
    (x, y), (end_x, end_y) = start, end
    return (
        min(x, end_x) < box.x + box.width
        and max(x, end_x) > box.x
        and min(y, end_y) < box.y + box.height
        and max(y, end_y) > box.y
    )


@SHAPES
@pytest.mark.parametrize("file", ALL)
def test_everything_that_editors_wrote_fits(file: str, shape: Shape) -> None:
    _is_sound(_chart(_of(file), shape))


@SHAPES
def test_texts_that_are_far_too_long_fit_as_well(shape: Shape) -> None:
    _is_sound(_chart(HARD, shape))


@SHAPES
def test_one_step_alone_has_no_arrow(shape: Shape) -> None:
    chart = _chart(FEW[1:2], shape)
    assert (len(chart.boxes), chart.arrows) == (1, ())


@SHAPES
def test_steps_are_numbered_and_say_who_and_the_way_off_the_road(shape: Shape) -> None:
    chart = _chart(FEW, shape)
    assert [box.number for box in chart.boxes] == [1, 0, 2, 3, 0]
    assert [[row.text for row in box.rows] for box in chart.boxes if box.number] == [
        ["Bedenk wat je wilt", "Wie: jij"],
        ["Maak kennis", "Wie: jij en de organisatie"],
        ["Ga aan het werk"],
    ]
    assert [arrow.word.text for arrow in chart.arrows if arrow.word] == ["anders", "anders"]
    assert len([arrow for arrow in chart.arrows if not arrow.word]) == 2


def test_what_somebody_does_otherwise_stands_beside_a_step_or_on_a_phone_below_it() -> None:
    wide, narrow = (_chart(FEW, shape) for shape in (WIDE, NARROW))
    assert wide.boxes[1].x > wide.boxes[0].x + wide.boxes[0].width
    assert narrow.boxes[1].y > narrow.boxes[0].y + narrow.boxes[0].height


def test_a_text_with_signs_cannot_leave_the_drawing() -> None:
    svg = chart_svg(_chart(HARD, WIDE), "wide", "stap-x-")
    root = Xml.fromstring(str(svg))
    assert {element.tag for element in root.iter()} == {"svg", "a", "rect", "circle", "path", "text"}
    assert "Ga <b>nu</b> & 'snel'" in {element.text for element in root.iter("text")}


# ---- the page


@pytest.mark.parametrize("slug", PAGES)
def test_the_drawing_says_what_the_numbered_text_says(slug: str, built_site: Path) -> None:
    html = (built_site / PAGES[slug] / "index.html").read_text("utf-8")
    steps = _of(f"content/gegevens/stappen/{slug}.yml")
    drawings = [Xml.fromstring(found) for found in re.findall(r'<svg class="bb-flow__svg.*?</svg>', html, re.S)]
    assert len(drawings) == 2
    text = html.partition('<ol class="bb-steps">')[2]
    for drawing in drawings:
        drawn = re.sub(r"\s+", "", "".join(element.text or "" for element in drawing.iter("text")))
        for step in steps:
            for part in (step.title, step.who, step.otherwise):
                assert re.sub(r"\s+", "", part or "") in drawn
                assert (part or "").replace("'", "&#39;") in text


@pytest.mark.parametrize("slug", PAGES)
def test_nobody_hears_or_tabs_through_the_steps_twice(slug: str, built_site: Path) -> None:
    html = (built_site / PAGES[slug] / "index.html").read_text("utf-8")
    for drawing in re.findall(r'<svg class="bb-flow__svg.*?</svg>', html, re.S):
        assert 'aria-hidden="true"' in drawing.partition(">")[0]
        links = re.findall(r"<a [^>]*>", drawing)
        assert links
        assert all('tabindex="-1"' in link for link in links)
        for target in re.findall(r'href="#([^"]*)"', drawing):
            assert html.count(f'id="{target}"') == 1


def test_another_programme_draws_its_own_procedure() -> None:
    page = (ROOT / "tests/sites/buurtbaan/content/meedoen/procedure.md").read_text("utf-8")
    assert "{{ stroomschema procedure }}" in page
