"""What the text of a file may hold that must be looked at more closely; nothing, for most files, and quickly."""

from __future__ import annotations

from enum import Flag, auto

from burgerbaan.rules.money import may_hold_money
from burgerbaan.rules.words import has_avoided_word


class Mark(Flag):
    """Why a file is looked at again, beside others."""

    NONE = 0
    WORDS = auto()
    """A link, or a word that we avoid."""
    MONEY = auto()
    """An account, or a page where people pay."""


def marks_in(text: str) -> Mark:
    """The marks of a text."""
    words = Mark.WORDS if "](" in text or has_avoided_word(text) else Mark.NONE
    return words | (Mark.MONEY if may_hold_money(text) else Mark.NONE)
