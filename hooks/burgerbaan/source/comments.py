"""Where a `#` makes YAML read less than was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

_SUSPECT = re.compile(r" #[^\s#!]")
_COMMENT = re.compile(r"(?<![^ \n])#[^\n]*")
_QUOTED = "\0"
"""Stands for each character in quotes; no text may hold it."""


def cutting_comments(text: str, events: Iterable[Any]) -> Iterator[tuple[int, str]]:
    """`titel: Koken #1` reads as 'Koken': where each such sign stands and what follows it.

    A space after the sign, or a quote that closes before it, tells what was meant. `events` are those of libyaml, and
    are asked for only when there is such a sign: they alone know which quotes are quotes.
    """
    if not _SUSPECT.search(text):
        return
    bare = _without_closed(text, events)
    for found in _COMMENT.finditer(bare):
        start = found.start()
        before = bare[bare.rfind("\n", 0, start) + 1 : start].rstrip(" ]}")
        if before and not before.endswith(_QUOTED) and _SUSPECT.match(text, start - 1):
            yield start, text[start : start + 30].partition("\n")[0]


def _without_closed(text: str, events: Iterable[Any]) -> str:
    """The text up to where it cannot be read, each character in its place, but for those that no comment can cut."""
    parts: list[str] = []
    done, limit = 0, len(text)
    try:
        for event in events:
            if isinstance(event, yaml.ScalarEvent) and event.style:
                begin, end, stand_in = _closed(text, event)
                parts += text[done:begin], stand_in * (end - begin)
                done = end
    except yaml.MarkedYAMLError as error:
        limit = _where_reading_stops(error, limit)
    except yaml.YAMLError:
        limit = done
    return "".join((*parts, text[done:limit]))


def _closed(text: str, scalar: Any) -> tuple[int, int, str]:
    """From where to where no comment can cut it, and what stands in for each character there."""
    begin, end = scalar.start_mark.index, scalar.end_mark.index
    if scalar.style not in "|>":
        return begin, end, _QUOTED
    below = text.find("\n", begin, end)  # the line that opens it is not part of it
    return (below if below >= 0 else end), end, "\n"


def _where_reading_stops(error: yaml.MarkedYAMLError, end: int) -> int:
    """From here on nobody knows what stands in quotes."""
    mark = error.context_mark if "quoted scalar" in f"{error.context}" else error.problem_mark
    return end if mark is None else mark.index
