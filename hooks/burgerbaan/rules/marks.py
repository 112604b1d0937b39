"""What the text of a file may hold that must be looked at more closely; nothing, for most files, and quickly."""

from __future__ import annotations

from enum import Flag, auto

from burgerbaan.model.people import Profile
from burgerbaan.rules.money import may_hold_money
from burgerbaan.rules.words import has_avoided_word, is_discreet

_SIGNS = ("](", "]:", "] (", "[[", "<!--", "**", "~~", "•", "▪", "◦", "‣", "●", "○", "·", "-\u00a0", "*\u00a0")
"""Some of which may be Markdown that nobody reads."""


class Mark(Flag):
    """Why a file is looked at again, beside others."""

    NONE = 0
    WORDS = auto()
    """A link, a note or another sign of Markdown, or a word that we avoid."""
    MONEY = auto()
    """An account, or a page where people pay."""
    DISCREET = auto()
    """A profile without a word that tells too much: it need not be looked at again."""


def marks_of(record: object) -> Mark:
    """The marks of a record."""
    return Mark.DISCREET if isinstance(record, Profile) and is_discreet(record) else Mark.NONE


def marks_in(text: str) -> Mark:
    """The marks of a text."""
    has_sign = any(sign in text for sign in _SIGNS)
    words = Mark.WORDS if has_sign or has_avoided_word(text) else Mark.NONE
    return words | (Mark.MONEY if may_hold_money(text) else Mark.NONE)
