"""Templates escape everything that is not markup, whatever kind of value it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from burgerbaan.render import Renderer, _environment
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, valid_site


class Link(str):
    """A text that says itself how it stands in a page."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"<a>{len(self)}</a>"


class Name(str):
    """Any other kind of text."""

    __slots__ = ()


VALUES = st.one_of(
    st.text(),
    st.text(alphabet="&<>\"'a"),
    st.text().map(Markup),
    st.text(alphabet="&<>\"'a").map(Name),
    st.text().map(Link),
    st.integers(),
    st.dates(),
    st.lists(st.text(alphabet="<&'")),
    st.none(),
)


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    site = valid_site(copy_minimal(tmp_path_factory.mktemp("sjabloon")))
    return Renderer(site, Words(load_texts(), site.programme))


@given(VALUES)
def test_a_value_stands_in_a_page_as_markupsafe_would_write_it(renderer: Renderer, value: object) -> None:
    assert renderer.component("pieces", pieces=[[value]]).strip() == f'<span class="bb-piece">{escape(value)}</span>'


def test_what_a_template_makes_is_markup_and_is_not_escaped_again(renderer: Renderer) -> None:
    once = renderer.component("pieces", pieces=[["a & b", date(2026, 1, 1)]])
    assert isinstance(once, Markup)
    assert "a &amp; b" in renderer.component("pieces", pieces=[[once]])


def test_a_name_that_a_template_does_not_get_is_a_mistake(renderer: Renderer) -> None:
    with pytest.raises(UndefinedError):
        renderer.component("pieces")


def test_what_every_dict_can_do_goes_before_a_key_of_one_dict() -> None:
    template = _environment().from_string("{{ box.values()|list }} {{ box.size }} {{ box.sort is defined }}")
    assert template.render(box={"values": 1, "size": 3}) == "[1, 3] 3 False"
