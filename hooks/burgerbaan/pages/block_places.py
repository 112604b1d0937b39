"""Where the blocks stand in a page that Markdown made: as markup of their own, or where only words can stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import partial
from html import unescape
from typing import NamedTuple

from burgerbaan.blocks import BLOCK
from burgerbaan.heading_anchors import ANCHOR, with_free_anchors

# Markdown escapes what it writes into a tag, so a tag ends at its first '>'.
_PLACE = re.compile(
    r"<code[^>]*>.*?</code>|(?P<link><a\b[^>]*>)(?P<inner>.*?)</a>|(?P<tag><[a-z][^<>]*\{\{[^<>]*>)"
    rf"|(?P<alone><p>\s*{BLOCK.pattern}\s*</p>)|{BLOCK.pattern}",
    re.S,
)

_HELD = re.compile("\x02(\\d+)\x03")
"""The place of what a block became; no text of an editor holds these signs."""


class Placed(NamedTuple):
    """A block as a page has it: its name, its argument and its own text."""

    name: str
    argument: str
    text: str


class Makers(NamedTuple):
    """What takes the place of a block: alone in its paragraph, in a line of text, in a link, and in a tag."""

    alone: Callable[[Placed], str]
    inline: Callable[[Placed], str]
    in_link: Callable[[Placed], str]
    in_tag: Callable[[Placed], str]


def replace_blocks(html: str, makers: Makers) -> str:
    """The page with all of its blocks replaced, but those in code.

    A link takes no link within it and an attribute no markup at all, whatever a block would bring elsewhere.
    """
    made: list[str] = []

    def held(make: Callable[[Placed], str], block: Placed) -> str:
        made.append(make(block))
        return f"\x02{len(made) - 1}\x03"

    holding = makers._replace(alone=partial(held, makers.alone), inline=partial(held, makers.inline))
    written = _filled(html, holding, is_in_link=False)
    anchors = {anchor for part in made for anchor in ANCHOR.findall(part)}
    return _HELD.sub(lambda found: made[int(found[1])], with_free_anchors(written, anchors))


def _filled(html: str, makers: Makers, *, is_in_link: bool) -> str:
    return _PLACE.sub(partial(_replaced, makers, is_in_link), html)


def _replaced(makers: Makers, is_in_link: bool, found: re.Match[str]) -> str:
    if found["link"]:
        inner = _filled(found["inner"], makers, is_in_link=True)
        return f"{_in_tag(makers, found['link'])}{inner}</a>"
    if found["tag"]:
        return _in_tag(makers, found["tag"])
    block = _placed(found)
    if block is None:
        return found[0]
    if is_in_link:
        return makers.in_link(block)
    return makers.alone(block) if found["alone"] else makers.inline(block)


def _in_tag(makers: Makers, tag: str) -> str:
    return BLOCK.sub(lambda found: makers.in_tag(Placed(found[1], unescape(found[2] or ""), found[0])), tag)


def _placed(found: re.Match[str]) -> Placed | None:
    is_markup = not (found["link"] or found["tag"] or found[0].startswith("<code"))
    block = BLOCK.search(found[0]) if is_markup else None
    return Placed(block[1], unescape(block[2] or ""), found[0]) if block else None


def without_blocks(html: str, names: Container[str]) -> str:
    """The page less its blocks of these names."""
    return _PLACE.sub(lambda found: "" if (block := _placed(found)) and block.name in names else found[0], html)


def names_of_blocks(html: str) -> frozenset[str]:
    """The names of all blocks that become markup."""
    return frozenset(block.name for found in _PLACE.finditer(html) if (block := _placed(found)))
