"""Drawings that people bring: shapes and text pass, whatever program drew them; nothing is fetched or told besides."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat

from burgerbaan.rules.drawings import foreign_comments, what_is_unsafe

ROOT = Path(__file__).parent.parent
OURS = sorted((*(ROOT / "content").rglob("*.svg"), *(ROOT / "hooks/theme").rglob("*.svg")))


def _drawn(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_the_drawings_of_this_site_pass(path: Path) -> None:
    text = path.read_text("utf-8")
    assert (what_is_unsafe(text), list(foreign_comments(text))) == ("", [])


def test_the_picture_that_is_shared_with_a_page_is_the_drawing_of_the_home_page() -> None:
    folder = ROOT / "hooks/theme/assets/beeld"
    drawing = (folder / "held.svg").read_text("utf-8")
    drawn = resvg_py.svg_to_bytes(svg_string=drawing, width=1200, skip_system_fonts=True)
    with Image.open(io.BytesIO(drawn)) as whole, Image.open(folder / "delen.png") as shared:
        part = whole.convert("RGB").crop((0, 160, 1200, 790))
        assert shared.size == part.size
        difference = ImageStat.Stat(ImageChops.difference(part, shared.convert("RGB")))
    assert max(difference.mean) < 2


@pytest.mark.parametrize(
    "value", ["url(#a)", "url( #a )", "url('#a')", "url(&quot;#a&quot;) none", "mask:url(#a);clip-path:URL('#b')"]
)
def test_what_stands_in_the_drawing_itself_may_be_referred_to(value: str) -> None:
    assert what_is_unsafe(_drawn(f'<rect style="{value}"/>')) == ""


@pytest.mark.parametrize(
    "value",
    [
        "mask:url(#a);background:url(https://tracker.example/x.png)",
        "background:url(https://tracker.example/x.png);mask:url(#a)",
        "mask:url( '//tracker.example/x' )",
        "mask:url(x.svg#a)",
        "mask:url()",
        "mask:url(/**/#a)",
        "mask:u\\72l(https://tracker.example/x)",
        "mask:image-set('https://tracker.example/x' 1x)",
        "mask:-webkit-image-set('https://tracker.example/x' 1x)",
        "mask:src('https://tracker.example/x')",
        "mask:image('https://tracker.example/x')",
    ],
)
def test_nothing_is_fetched_from_elsewhere_not_even_beside_what_is_not(value: str) -> None:
    assert what_is_unsafe(_drawn(f'<rect style="{value}"/>')) == "'style'"


def test_a_comment_in_a_style_is_refused_too() -> None:
    assert what_is_unsafe(_drawn('<rect style="fill:red /* Jan Jansen */"/>')) == "'style'"


def _with_comment(text: str) -> Iterator[str]:
    comment = f"<!--{text}-->"
    yield comment + _drawn("")
    yield _drawn(f"<g>{comment}</g>")
    yield _drawn("") + comment


@pytest.mark.parametrize(
    "program",
    [
        " Created with Inkscape (http://www.inkscape.org/) ",
        " Created with Inkscape (https://inkscape.org) ",
        " Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  ",
    ],
)
def test_the_name_of_a_program_that_everybody_draws_with_may_stay(program: str) -> None:
    for drawing in _with_comment(program):
        assert (what_is_unsafe(drawing), list(foreign_comments(drawing))) == ("", [])


@pytest.mark.parametrize("text", ["Jan Jansen", " Created with Inkscape (http://www.inkscape.org/) voor Jan", ""])
def test_any_other_comment_is_found_wherever_it_stands(text: str) -> None:
    for drawing in _with_comment(text):
        assert list(foreign_comments(drawing)) == [(drawing.index("<!--"), " ".join(text.split()))]


def test_what_looks_like_a_comment_and_is_text_is_none() -> None:
    assert list(foreign_comments(_drawn("<text><![CDATA[<!-- pijl -->]]></text>"))) == []
    assert list(foreign_comments("<svg")) == []
