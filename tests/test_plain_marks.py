"""Signs that Markdown leaves as they stand: what is Markdown is never refused, and long pages cost no more."""

from __future__ import annotations

import time

import pytest
from markdown import Markdown

from burgerbaan.markdown_code import blank_code
from burgerbaan.markdown_read import EXTENSIONS
from burgerbaan.markdown_rules import WrittenPages
from burgerbaan.plain_marks import check_plain_marks, signs_in_record
from burgerbaan.rules.signs import may_hold_signs

RIGHT = (
    "- soep\n    - tomaat\n- brood",
    " - soep\n\n - brood",
    "1. soep\n2. brood\n\n    En:\n\n    - thee",
    "## Kop\n- soep\n- brood",
    "tekst\n## Kop\n- soep",
    "Kop\n---\n- soep",
    "[a]: https://example.org/\n- soep",
    "> soep\n>\n> - brood",
    "> - soep\n> - brood",
    "In de zomer van\n2026. Daarna niet.",
    "Het is\n-5 graden.",
    '!!! note "Let op"\n    - soep\n    - brood',
    "| a | b |\n| --- | --- |\n| 1 | `2|3` |\n| x \\| y |",
    "zin\n* * *\nzin",
    "[[1]](contact/index.md) en [[2]][twee]\n\n[twee]: contact/index.md",
    "a | b\n--- | ---\n- | 2",
    "1. soep\n\n    Met brood.\n\n2. thee",
    "1. soep\n    - brood\n2. thee",
    "– Dit is een zin.\nEn dit ook.",
    "**Wanneer:** dinsdag  \n**Waar:** bij ons",
    "**a** en ***b*** en `**`, en 2 * 3",
    "- [ ] soep",
    "`~~a~~` en `[[b]]`\n\n```\n- soep\n  - tomaat\n| x\n```",
)


@pytest.mark.parametrize("body", RIGHT)
def test_what_markdown_reads_is_never_refused(body: str) -> None:
    assert list(check_plain_marks("a.md", body, blank_code(body))) == []


@pytest.mark.parametrize(
    "body",
    [
        "Zin:\n- soep",
        "> Zin:\n> - soep",
        '!!! note "x"\n    Zin:\n    - soep',
        "• soep",
        "1) soep\n2) thee",
        "– soep\n– thee",
    ],
)
def test_what_is_refused_is_no_list_indeed(body: str) -> None:
    assert len(list(check_plain_marks("a.md", body, body))) == 1
    assert "<li>" not in Markdown(extensions=[*EXTENSIONS, WrittenPages("")]).convert(body)


@pytest.mark.parametrize(
    "text",
    [f"{bullet} soep" for bullet in "•·▪◦‣●○"]
    + [f"{dash}\u00a0soep" for dash in "-*+"]
    + [f"{dash} soep\n{dash} thee" for dash in "–—✅"]
    + [
        "** soep **",
        "**soep",
        "**soep: **thee",
        "<b>soep</b>",
        "{{ soep }}",
        "| soep | thee |",
        "(soep)[https://a.nl/]",
    ]
    + ["soep【1†thee】", "http://127.0.0.1:8000/soep/", "http://localhost/", "**Soep:** ja\n**Thee:** nee"]
    + ["~~soep~~", "[[soep]]", "[soep] (tel:1)", "[soep]\u00a0(tel:1)"],
)
def test_a_file_with_a_sign_that_stays_is_looked_at_more_closely(text: str) -> None:
    assert list(signs_in_record(text))
    indented = text.replace("\n", "\n  ")
    assert may_hold_signs(f"tekst: |\n  {indented}\n")


@pytest.mark.parametrize(
    "part", ["> ", ">     ", "- ", "| ", "[^", "{%", "{#", "[a][", "] (", "~~", "•\n", "a\n# k\n", "> !!! a\n", "**"]
)
def test_a_long_page_takes_no_time_and_no_depth(part: str) -> None:
    _is_read_at_once(part * (200_000 // len(part)))


@pytest.mark.parametrize(("start", "part"), [("| a |\n", "-"), ("[a] (", ".md"), ("zin\n", "* ")])
def test_a_long_line_of_one_sign_takes_no_time(start: str, part: str) -> None:
    _is_read_at_once(f"{start}{part * (200_000 // len(part))}x")


def _is_read_at_once(body: str) -> None:
    start = time.process_time()
    assert sum(1 for _ in check_plain_marks("a.md", body, body)) >= 0
    assert time.process_time() - start < 5
