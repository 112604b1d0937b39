"""What the text of a file may hold that must be looked at more closely; nothing, for most files, and quickly."""

from __future__ import annotations

from enum import Flag, auto

from burgerbaan.model.people import Profile
from burgerbaan.model.record import Part
from burgerbaan.rules.money import may_hold_money
from burgerbaan.rules.signs import may_hold_signs, signs_of
from burgerbaan.rules.words import has_avoided_word, is_discreet


class Mark(Flag):
    """Why a file is looked at again, beside others."""

    NONE = 0
    WORDS = auto()
    """A link, or a word that we avoid."""
    SIGNS = auto()
    """Markdown where nobody reads it; perhaps, as long as only the text of a file is known."""
    MONEY = auto()
    """An account, or a page where people pay."""
    DISCREET = auto()
    """A profile without a word that tells too much: it need not be looked at again."""


def marks_in(text: str) -> Mark:
    """The marks of a text."""
    words = Mark.WORDS if "](" in text or "]:" in text or has_avoided_word(text) else Mark.NONE
    signs = Mark.SIGNS if may_hold_signs(text) else Mark.NONE
    return words | signs | (Mark.MONEY if may_hold_money(text) else Mark.NONE)


# Once for each file, when it is read: bold words in a story are no mistake, and need not be looked at at every save.
def marks_with(marks: Mark, record: object) -> Mark:
    """The marks of a file, of which the text had these, now that its record is known."""
    if Mark.SIGNS in marks and isinstance(record, Part) and not any(signs_of(record)):
        marks &= ~Mark.SIGNS
    return marks | (Mark.DISCREET if isinstance(record, Profile) and is_discreet(record) else Mark.NONE)
