"""Words and their stems. The rules are data: the browser gets the same table and applies it to what somebody types.

The stems are keys, not words: what matters is that forms of one word meet ("koken", "kookt") and others do not.
Only what Python's `re` and JavaScript's `RegExp` read alike may stand in a rule.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

IRREGULAR = {
    "kinderen": "kind",
    "kinder": "kind",
    "kids": "kind",
    "eieren": "ei",
    "liederen": "lied",
    "bladeren": "blad",
    "steden": "stad",
    "leden": "lid",
    "schepen": "schip",
    "ouderen": "oudere",
    "oudere": "oudere",
    "ouders": "ouder",
    "ouder": "ouder",
    "computers": "computer",
    "computer": "computer",
    "cursussen": "cursus",
    "groente": "groente",
    "groenten": "groente",
    "groentes": "groente",
    "fotos": "foto",
    "videos": "video",
    "opas": "opa",
    "omas": "oma",
    "collegas": "collega",
    "diplomas": "diploma",
    "themas": "thema",
    "kok": "kook",
    "koks": "kook",
    "regelen": "regelen",
    "regelt": "regelen",
    "bakje": "bakje",
    "bakjes": "bakje",
    "adres": "adres",
    "adressen": "adres",
    "advies": "advies",
    "proces": "proces",
    "processen": "proces",
    "muzikale": "muziek",
    "gaat": "ga",
    "gaan": "ga",
    "doet": "doe",
    "doen": "doe",
    "ziet": "zie",
    "zien": "zie",
    "komt": "kom",
    "komen": "kom",
}
"""Whole words whose stem no rule gives."""

_WHOLE = (
    # the t is no verb's: a plant is not what somebody plans, a talent no language
    "buurt", "gast", "kast", "krant", "kunst", "kust", "markt", "mest", "oogst", "plant", "post", "talent",
    "tekst",
    # and this er is nobody who does it: no zoom in zomer, no tien in tiener
    "boter", "kamer", "letter", "tiener", "water", "winter", "zomer",
)  # fmt: skip
"""Nouns, alone or at the end of a compound, of which the rules would take too much."""

RULES: tuple[tuple[str, str], ...] = (
    (f"^(.*(?:{'|'.join(_WHOLE)}))(?:en|s|t?jes?)?$", "$1."),  # no other rule reaches past a dot
    ("^(.+(?:[^aeiou]|[ao]i)les)(?:sen)?$", "$1."),  # a lesson, but no modules: the l of "taalles" is no plural's
    ("dt$", "d"),
    # diminutives: balletje, boompje, kaartje
    ("([bcdfgklmnprst])\\1etjes?$", "$1"),
    ("mpjes?$", "m"),
    ("^(.{2,}[^aeiou])jes?$", "$1"),
    ("heden$", "heid"),
    # plurals on s: winkels, chauffeurs, vakanties, routes, films, 's avonds; but no fiets, mens or rits
    ("^(.*[aeiou].*[^aeiou][eo][lmnr])s$", "$1"),
    ("^(.{3,}(?:aar|eur|ier|i?e))s$", "$1"),
    ("^(.{2,}(?:[bfgmp]|nd))s$", "$1"),
    # third person on t
    ("^(.{2,}[^aeiou])t$", "$1"),
    # naaien; oefenen, tekening: their last syllable bears no stress
    ("(aai|ooi|oei)(?:en|t)$", "$1"),
    ("^(..+)en(?:en|ingen|ing)$", "$1en"),
    # an open syllable wrote its long vowel once: koken, maker, woning
    ("^(|.*[^aeiou])([aeou])([bcdfgklmnprstvz])(?:en|e|ing|ingen)$", "$1$2$2$3"),
    ("^(.{2,}[^aeiou])(?:ingen|ing|en|e)$", "$1"),
    ("^(.{2,}[^aeiou])t$", "$1"),
    # wandelen and sorteren have unstressed endings that the rule above lengthened
    ("^(.{2,})ee([lr])$", "$1e$2"),
    # who does it: schoonmaker, vrijwilliger
    ("^(.*[^aeiou])([aeou])([bcdfgklmnprstvz])er$", "$1$2$2$3"),
    ("^(.{2,}[^aeiou])er$", "$1"),
    ("^(.{3,}[lnr])aar$", "$1"),
    ("([bcdfgklmnprst])\\1$", "$1"),
    ("z$", "s"),
    ("v$", "f"),
)
"""Pattern and replacement, applied one after the other."""

_COMPILED = tuple((re.compile(pattern), replacement.replace("$", "\\")) for pattern, replacement in RULES)


_ACCENT, _APOSTROPHE, _WORD = re.compile("[\u0300-\u036f]"), re.compile("['’`]"), re.compile("[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without accents: 'Één café' becomes 'een cafe'."""
    lowered = text.lower()
    return lowered if lowered.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", lowered))


def words_in(text: str) -> list[str]:
    """The words of a text, folded; an apostrophe holds a word together ("foto's")."""
    return _WORD.findall(_APOSTROPHE.sub("", fold(text)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The key under which the forms of a folded word meet."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4:
        return word
    for pattern, replacement in _COMPILED:
        word = pattern.sub(replacement, word)
    return word
