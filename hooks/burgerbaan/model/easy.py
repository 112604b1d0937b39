"""Easy to read: a pictogram with a few short sentences, for who reads little or slowly."""

from __future__ import annotations

from enum import StrEnum

from burgerbaan.model.fields import Choice, Many, ShortLine
from burgerbaan.model.record import Part, Record, says


class Pictogram(StrEnum):
    """What one look tells, named as an editor does."""

    BUILDING = "gebouw"
    CALENDAR = "kalender"
    CLOCK = "klok"
    DOOR = "deur"
    EYE = "kijken"
    HAND = "hand"
    HEART = "hart"
    LETTER = "brief"
    MONEY = "geld"
    NO = "nee"
    PAPER = "papier"
    PEOPLE = "mensen"
    PERSON = "mens"
    PHONE = "telefoon"
    PLACE = "plek"
    SEARCH = "zoeken"
    STAR = "ster"
    SWITCH = "wisselen"
    TALK = "praten"
    YES = "ja"

    @property
    def icon(self) -> str:
        """Its name in `icons.py`."""
        return _ICONS[self]


_ICONS = {
    Pictogram.BUILDING: "building",
    Pictogram.CALENDAR: "calendar",
    Pictogram.CLOCK: "clock",
    Pictogram.DOOR: "deur",
    Pictogram.EYE: "eye",
    Pictogram.HAND: "hand",
    Pictogram.HEART: "heart",
    Pictogram.LETTER: "mail",
    Pictogram.MONEY: "coin",
    Pictogram.NO: "cross",
    Pictogram.PAPER: "diploma",
    Pictogram.PEOPLE: "people",
    Pictogram.PERSON: "person",
    Pictogram.PHONE: "phone",
    Pictogram.PLACE: "pin",
    Pictogram.SEARCH: "search",
    Pictogram.STAR: "star",
    Pictogram.SWITCH: "arrow",
    Pictogram.TALK: "speech",
    Pictogram.YES: "check",
}


class EasyLine(Part):
    """What belongs to one pictogram: one thing at a time."""

    pictogram: Choice[Pictogram] = says("teken", "Teken", "Wat je in één blik ziet.", "telefoon")
    sentences: Many[ShortLine] = says(
        "zinnen",
        "Zinnen",
        "Eén tot drie zinnen van een paar woorden.",
        ["Bel de organisatie.", "Is dat moeilijk? Vraag hulp."],
        min_length=1,
        max_length=3,
    )


class EasyText(Record):
    """The file `content/gegevens/makkelijk/<id>.yml`."""

    lines: Many[EasyLine] = says("regels", "Regels", "Wat je leest, met een teken ernaast.", None, min_length=1)
