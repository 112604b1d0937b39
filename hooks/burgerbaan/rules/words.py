"""Words that people asked us not to use about them; a reminder with a better word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.model.people import Profile
from burgerbaan.model.record import Part
from burgerbaan.problems import Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

AVOIDED = {
    "kwetsba": "zeg wat iemand doet of wil",
    "cliënt": "zeg deelnemer, bewoner of de naam van de rol",
    "doelgroep": "zeg voor wie het is",
    "uitkeringsgerechtigd": "zeg iemand met een uitkering, en alleen als het ertoe doet",
    "arbeidsbeperk": "zeg wat iemand kan",
    "afstand tot de arbeidsmarkt": "zeg wat iemand zoekt",
}
_PRIVATE_WORDS = (
    r"\b(?:uitkering|bijstand|wajong|wao\b|wia\b|ziektewet|arbeidsongeschikt|participatiewet|re-?integratie"
    r"|diagnose|depressi|burn-?out|autis|adhd\b|psychi|psychose|verslaa|verslav|trauma|handicap|gehandicapt"
    r"|beperking|chronisch|ziek(?:te)?\b|kanker"
    r"|schuldhulp|schuldsaner|schulden\b|bewindvoer|faillie?t"
    r"|asiel|azc\b|statushouder|vluchteling|verblijfsvergunning|inburger"
    r"|dakloo?s|daklozen|gevangenis|detentie|reclassering|strafblad)\w*"
)
"""What tells of health, money, stay or a past with the law: special or sensitive data (AVG art. 9 and 10)."""
_PRIVATE, _SMALL_PRIVATE = re.compile(_PRIVATE_WORDS, re.I), re.compile(_PRIVATE_WORDS)
"""In any letters, and in small ones only, which is found five times as fast."""
_DOTS = str.maketrans("İı\u0345", "ii ")
"""Letters that a pattern for any letters takes for an i, and a sign that would become a letter."""
_AVOIDED = re.compile("|".join(f"({re.escape(word)})" for word in AVOIDED), re.I)
_ADVICE = tuple(AVOIDED.values())
"""In the order of the groups of the pattern: it takes for the same what no other way of comparing does."""
_NO_LETTER, _LETTERS = re.compile(r"\W"), re.compile(r"\w*")

_FREE = ("talenten", "energie", "opgaven", "activiteiten", "gastheren", "verhaal", "bracht", "leert", "volgende_stap",
         "beschikbaar", "foto")  # fmt: skip
"""The fields of a profile that people write in their own words."""


def check_words(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Avoided words in what people read about a place or a person."""
    del folders
    for record in (*site.vacancies.values(), *site.hosts.values(), *site.profiles.values()):
        if record.path not in site.marked:
            continue
        for location, text in texts_in(record):
            found = _AVOIDED.search(text)
            if found and found.lastindex:
                position, advice = places.find(record.path, location), _ADVICE[found.lastindex - 1]
                yield problem(record.path, position, Kind.AVOIDED_WORD, value=_whole(found), suggestion=advice)


def _whole(found: re.Match[str]) -> str:
    """What was found with the rest of the word around it."""
    text = found.string
    after = _LETTERS.match(text, found.end())
    return _NO_LETTER.split(text[: found.start()])[-1] + found[0] + (after[0] if after else "")


def check_private_words(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Words in a profile that tell more of a person than the site should; it may still be what somebody wants."""
    del folders
    for profile in site.profiles.values():
        for location, text in () if profile.path in site.discreet or is_discreet(profile) else texts_in(profile):
            found = _PRIVATE.search(text)
            if found and location[0] in _FREE:
                yield problem(profile.path, places.find(profile.path, location), Kind.PRIVATE_WORD, value=found[0])


def is_discreet(profile: Profile) -> bool:
    """Whether no such word stands anywhere in it."""
    return not may_hold_private_words("\n".join(text for _, text in texts_in(profile)))


def may_hold_private_words(text: str) -> bool:
    """Whether there may be one; false for most texts, and quickly."""
    return _SMALL_PRIVATE.search(text.translate(_DOTS).casefold()) is not None


def has_avoided_word(text: str) -> bool:
    """Whether an avoided word may stand in the text of a file."""
    has_odd = "ı" in text or "İ" in text or "ſ" in text  # which a pattern takes for an i and an s; the rest is quick
    folded = text.translate(_DOTS).casefold() if has_odd else text.lower()
    return any(word in folded for word in AVOIDED)


def texts_in(record: Part) -> Iterator[tuple[Location, str]]:
    """Every text of a record with the place where it stands."""
    return _texts(record.model_dump(by_alias=True), ())


def _texts(value: object, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*location, key))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*location, number))
