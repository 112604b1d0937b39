"""A drawing that would end the program that draws it is refused, and only such a drawing."""

from __future__ import annotations

import pytest

from burgerbaan.intricacy import where_too_intricate
from burgerbaan.problems import Position

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


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
    assert isinstance(where_too_intricate(f'{OPEN}<g id="a"><use href="#a"/></g></svg>'), Position)
