"""What is taken for code in a written page is what Markdown makes code of."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from burgerbaan.markdown_code import _fences_in, blank_code

CODE = re.compile(r"<code[^>]*>(.*?)</code>", re.S)
LINES = ("```", "~~~", "````", "``` yaml", "``` a b c", "```{.py}", "```{ x", "# Kop", "woord", "a `b` c", "", "  ```")
ODD = (
    "``` hl_lines='1",
    '```py hl_lines="1',
    "woord'  ",
    'x"',
    "~~~~",
    "``` .py ",
    "```  ",
    "``` {.py}",
    "```{.py} ",
    "~~~~ a",
)


@pytest.mark.parametrize(
    "text",
    [
        "een `woord` en `woord`",
        "``woord ` woord``",
        r"\`woord` woord",
        r"\`woord\`",
        r"\\`woord`",
        "`woord",
        "```woord``",
        "```\nwoord\n```",
        "~~~ yaml\nwoord\n~~~",
        "``` a b c\n# woord\n```",
        "``` a b c\nwoord\n```",
        "een `woord\nwoord` woord",
        "een `woord\n\nwoord` woord",
        "- een `woord\n- woord` woord",
        "# een `woord\nwoord` woord",
        "````\n```\nwoord\n```\n````",
        '```{.py title="woord"}\nwoord\n```',
        "``` py hl_lines='1'\nwoord\n```",
    ],
)
def test_a_word_is_code_here_when_it_is_in_the_page(text: str) -> None:
    html = Markdown(extensions=["fenced_code", "tables"]).convert(text)
    in_page = sum(found.count("woord") for found in CODE.findall(html))
    blank = blank_code(text)
    assert len(blank) == len(text)
    assert blank.count("\n") == text.count("\n")
    hidden = text.count("woord") - blank.count("woord") - ("title" in text)
    assert hidden == in_page


@given(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))
def test_fences_are_where_markdown_sees_them(text: str) -> None:
    md = Markdown(extensions=["fenced_code"])
    reader = next(item for item in md.preprocessors if isinstance(item, FencedBlockPreprocessor))
    reader.run(text.split("\n"))
    assert len(list(_fences_in(text))) == md.htmlStash.html_counter


def _as_in_the_extension(text: str) -> list[tuple[int, int]]:
    places, at = [], 0
    while found := FencedBlockPreprocessor.FENCED_BLOCK_RE.search(text, at):
        if found["attrs"] and get_attrs_and_remainder(found["attrs"])[1]:
            at = found.end("attrs")
        else:
            places.append(found.span())
            at = found.end()
    return places


@given(st.lists(st.sampled_from((*LINES, *ODD)), max_size=8).map("\n".join))
def test_fences_begin_and_end_where_they_do_in_the_extension(text: str) -> None:
    assert list(_fences_in(text)) == _as_in_the_extension(text)


@pytest.mark.parametrize(
    "line", ["```yaml\n", "````\n```\n~~~\n", "``` hl_lines='1\n", "``` " + " " * 200_000 + "x y\n"]
)
def test_fences_that_nobody_closed_cost_no_more_than_reading_the_page(line: str) -> None:
    text = line * (200_000 // len(line)) + "# Kop\n"
    began = process_time()
    list(_fences_in(text))
    assert process_time() - began < 5
