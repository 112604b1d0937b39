"""What an editor reads once: not again in English, and not again without a line."""

from __future__ import annotations

import logging

import pytest

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Position, problem
from burgerbaan.told import Told, of_settings

PAGE = "content/extra.md"


def _said(text: str, level: int = logging.WARNING) -> logging.LogRecord:
    return logging.LogRecord("mkdocs.structure.pages", level, "", 0, text, None, None)


@pytest.fixture
def told() -> Told:
    found = Told()
    found.begin([problem(PAGE, Position(6, 38), Kind.PICTURE_ELSEWHERE, value="https://example.org/a.png")], "content")
    return found


def test_what_mkdocs_says_of_a_page_that_was_told_of_is_no_news(told: Told) -> None:
    assert not told.lets_pass(_said("Doc file 'extra.md' contains a link 'weg.md', but the target is not found."))


def test_pages_may_lie_in_a_folder_of_another_name() -> None:
    told = Told()
    told.begin([problem("inhoud/extra.md", START, Kind.PAGE_MISSING, value="weg.md")], "inhoud")
    assert not told.lets_pass(_said("Doc file 'extra.md' contains a link 'weg.md', but the target is not found."))


@pytest.mark.parametrize(
    "text",
    [
        "Doc file 'meedoen/extra.md' contains a link 'weg.md'",
        "edit_uri: 'x' is not a valid URL",
        "Doc file 'extra.md': x",
    ],
)
def test_what_mkdocs_says_of_anything_else_is_news(text: str, told: Told) -> None:
    assert told.lets_pass(_said(text))


def test_every_warning_counts_whether_it_passes_or_not(told: Told) -> None:
    for level in (logging.INFO, logging.WARNING, logging.ERROR):
        told.lets_pass(_said("Doc file 'extra.md' contains a link 'weg.md'", level))
    assert told.count == 2


def test_a_next_build_tells_anew(told: Told) -> None:
    told.begin([], "content")
    assert told.lets_pass(_said("Doc file 'extra.md' contains a link 'weg.md'"))


def test_of_the_finished_site_only_what_was_not_told_is_news(told: Told) -> None:
    again = problem(PAGE, START, Kind.PICTURE_ELSEWHERE, value="https://example.org/a.png")
    other = problem(PAGE, START, Kind.PICTURE_ELSEWHERE, value="https://example.org/b.png")
    leak = problem(PAGE, START, Kind.LEAK_MAIL)
    assert told.news_in([again, other, leak]) == [other, leak]


def test_a_setting_that_mkdocs_refuses_is_told_in_dutch() -> None:
    refused = _said("Config value 'plugins': The \"weg\" plugin\nis not installed", logging.ERROR)
    assert of_settings(refused)
    start = "mkdocs.yml: bij 'plugins' klopt iets niet. Zet terug wat er stond, of kijk het na met: "
    assert refused.getMessage() == f'{start}.venv/bin/python -m burgerbaan check (The "weg" plugin is not installed)'
    assert of_settings(_said("Iets anders."))
    assert not of_settings(_said("Config value 'hoks': Unrecognised configuration name: hoks")), "a rule tells of it"
