"""A drawing that would end the program that draws it is refused, and only such a drawing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from burgerbaan.intricacy import where_too_intricate

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
DRAW = """
import sys, resvg_py
resvg_py.svg_to_bytes(svg_string=sys.stdin.read(), width=1000, height=1000, skip_system_fonts=True)
"""


@pytest.mark.parametrize("encoding", ["UTF-16", "shift_jis", "ansi", "utf-8", "iso-8859-1"])
def test_a_drawing_is_measured_whatever_encoding_it_claims(encoding: str) -> None:
    says = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    deep = "<g opacity='.5'>" * 300 + "<path d='M0 0h1'/>" + "</g>" * 300
    assert where_too_intricate(f"{says}{OPEN}{deep}</svg>") is not None
    assert where_too_intricate(f"{says}{OPEN}<title>Ë</title></svg>") is None


def test_what_is_no_drawing_is_not_too_intricate() -> None:
    assert where_too_intricate("<svg") is None
    assert where_too_intricate(f"{OPEN}<g></svg>") is None


def test_a_drawing_that_draws_itself_is_refused_where_it_does() -> None:
    found = where_too_intricate(f'{OPEN}\n<g id="a"><use href="#a"/></g></svg>')
    assert found is not None
    assert (found.place.line, found.is_deep) == (2, True)


def _cut(count: int) -> str:
    """A drawing in which each shape is cut out by another, as drawing programs save one."""
    cuts = "".join(f'<clipPath id="c{n}"><path d="M0 0h1v1z"/></clipPath>' for n in range(count))
    shapes = "".join(f'<g clip-path="url(#c{n})"><path d="M{n % 9} 0h1v1z"/></g>' for n in range(count))
    return f"{OPEN}{shapes}<defs>{cuts}</defs></svg>"


FLAT = {
    "each cut out by its own shape": _cut(1000),
    "cut shapes outside defs": _cut(1000).replace("<defs>", "").replace("</defs>", ""),
    "all cut out by one shape": f'{OPEN}<clipPath id="c"><path d="M0 0h1v1z"/></clipPath>'
    + '<path clip-path="url(#c)" d="M0 0h1v1z"/>' * 1000
    + "</svg>",
}


@pytest.mark.parametrize("name", FLAT)
def test_a_flat_drawing_with_many_cut_out_shapes_is_not_refused_and_soon_drawn(name: str) -> None:
    assert where_too_intricate(FLAT[name]) is None
    subprocess.run([sys.executable, "-c", DRAW], input=FLAT[name].encode(), timeout=60, check=True)


def test_what_is_drawn_too_often_is_not_called_too_deep() -> None:
    shapes = '<path clip-path="url(#c)" d="M0 0h1v1z"/>' * 3000
    found = where_too_intricate(f'{OPEN}<clipPath id="c"><path d="M0 0h1v1z"/></clipPath>{shapes}</svg>')
    assert found is not None
    assert not found.is_deep


def test_what_is_only_kept_for_later_is_still_measured_for_its_depth() -> None:
    found = where_too_intricate(f"{OPEN}<defs><clipPath>{'<g>' * 100}{'</g>' * 100}</clipPath></defs></svg>")
    assert found is not None
    assert found.is_deep
