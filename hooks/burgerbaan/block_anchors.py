"""Which anchors a page has from its blocks, beside those of its headings."""

from __future__ import annotations

import re

_ANY = ".+"
_STEPS = "stap-.+"
_FORMS = "vorm-.+"

# Wide on purpose: a link to an anchor that is there must never be refused.
_ANCHORS = {
    "agendalijst": "straks|geweest|volg|soort-.+",
    "begrippen": _ANY,
    "bronnen": _ANY,
    "contact": "contact-.+",
    "contactvinder": "vraag-.+",
    "deelnemerslijst": "mensen|talent.*",
    "gesprekken": "gesprek.+",
    "gespreksthemas": "gesprek.+",
    "insluiten": "embed-.+",
    "invulblad": "blad.*",
    "keuzehulp": "(vraag|einde)-.+",
    "mijnplan": "(?:plan|kreeg-).*",
    "mijnplan-pen": "plan-straks",
    "nieuwslijst": "jaar-.+|volg",
    "leespanel": "ronde-.+",
    "organisatielijst": _ANY,
    "rollen": "rol-.+",
    "routekaart": _ANY,
    "schema": _ANY,
    "spoorboekje": _ANY,
    "sponsorlijst": _ANY,
    "stappen": _STEPS,
    "stroomschema": _STEPS,
    "talentenpool": "soorten-werk|werk-.+",
    "tips": "(stand|tip)-.+",
    "urenbriefje": "uren.*",
    "vacaturebank": "(deel|facet|hint|uren)-.+|bij|gekozen|kiezen|lijst|meer|melding|sorteer|zoekwoord",
    "verhalen": "inhoud-verhalen|verhaal-.+",
    "vuistregels": "regels?-.+",
    "werkvormen": _FORMS,
}
_WITHOUT = ("schema", "stappen")
"""Of these only what stands around them has anchors."""

_SHARED = (
    ("agendalijst", "nieuwslijst"),
    ("begrippen", "bronnen"),
    ("routekaart", "spoorboekje"),
    ("spoorboekje", "werkvormen"),
    ("urenbriefje", "vacaturebank"),
)
"""Blocks that bring some of the same anchors."""

_FRAME = re.compile("inhoud|top")
"""What every page has: its content, and, for a browser, its top."""


def may_bring(block: str, anchor: str) -> bool:
    """Whether a block of this name may give its page this anchor."""
    return re.fullmatch(_ANCHORS.get(block, ""), anchor) is not None


def is_once_on_a_page(block: str) -> bool:
    """Whether a second block that shows the same would bring every anchor again."""
    return block in _ANCHORS and block not in _WITHOUT


def may_share(one: str, other: str) -> bool:
    """Whether two kinds of block may bring the same anchor."""
    return (one, other) in _SHARED or (other, one) in _SHARED


def is_of_every_page(anchor: str) -> bool:
    """Whether an anchor needs no heading and no block; with `=` it is a message to a script."""
    return "=" in anchor or _FRAME.fullmatch(anchor) is not None
