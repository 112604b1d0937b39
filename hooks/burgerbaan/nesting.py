"""How far a written page goes to the right: Markdown goes into a list inside a list until Python has no room left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.source.strict_yaml import MAX_DEPTH
from burgerbaan.source.text import position_in

_MARK = r"(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+)"
_START = re.compile(rf"^([ \t]*)((?:{_MARK})+|(?=[!?]{{3}}))", re.M)
_RULE = re.compile(r"[-* \t]+$", re.M)
"""A line across the page: many signs and nothing else."""


def check_nesting(path: str, text: str) -> Iterator[Problem]:
    """A problem at the first line that stands too deep in lists, quotes and notes."""
    for found in _START.finditer(text):
        depth = len(found[1].expandtabs(4)) // 4 + len(re.findall(_MARK, found[2]))
        if depth > MAX_DEPTH and not _RULE.match(text, found.end(1)):
            yield problem(path, position_in(text, found.end(1)), Kind.TOO_DEEP, limit=MAX_DEPTH)
            return
