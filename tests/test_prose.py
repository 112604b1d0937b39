"""Plain text takes a short way; whatever it holds, it gives what the Markdown parser gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from burgerbaan.prose import _parser, is_plain, prose_html

LETTERS = "aZé1 \n\t.,;:?!'\"()/%+€–—’-*_#>`~|=[]<>&\\^{}$@\u00a0\u2028\x0c"
LINES = (
    "Je kookt",
    "- een",
    "1. een",
    "---",
    "===",
    "a  ",
    "  a",
    "    a",
    "a | b",
    "&amp;",
    "http://a.nl",
    "",
    "a\\",
    "b.",
)


@given(st.text(LETTERS, max_size=40))
@example('Een zin.\n\nNog een: "hallo" (dag).')
@example("a\n-\n")
@example("a\n=")
@example("a \n b")
@example("a  \nb")
@example("a\n\n\nb")
@example("e\u0301\n")
def test_any_text_gives_what_the_parser_gives(text: str) -> None:
    assert prose_html(text, level=1) == _parser().render(text)


@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_lines_that_mean_something_give_what_the_parser_gives(text: str) -> None:
    assert prose_html(text, level=1) == _parser().render(text)


@pytest.mark.parametrize(
    "text",
    [
        "Je kookt samen met Jan.",
        'Eerst dit (of dat), dan "zo": 10% meer!\nOok op regel twee – altijd.\n\nEn hier: café, \'s avonds, e-mail.\n',
        "Wij zijn er van 9.00-12.00 uur; daarna niet.",
    ],
)
def test_what_editors_mostly_write_takes_the_short_way(text: str) -> None:
    assert is_plain(text)


def test_a_text_that_almost_fits_is_judged_at_once() -> None:
    assert not is_plain(("woord " * 20 + "\n") * 2000 + "*")
