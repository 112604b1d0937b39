"""Consent to a photo, and the photo: what must be written down before somebody is shown.

Sources: AVG art. 4(11) and 7 (a provable, specific, free yes that is as easy to take back), Auteurswet art. 20-21.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Choice, Day, Ending, Line, Many
from burgerbaan.model.record import Otherwise, Part, refuse, says


class Scope(StrEnum):
    """What somebody agreed to."""

    SITE = "site"
    PRINT = "print"
    SOCIAL = "social"


class Crop(StrEnum):
    """Which part of a photo that is too high or too wide is kept."""

    TOP = "boven"
    MIDDLE = "midden"
    BOTTOM = "onder"


class Consent(Part):
    """The yes of one person; it never enters the site. Whether it counts today is asked of `consents`."""

    given: bool = says("gegeven", "Gegeven", "true: deze persoon zei zelf ja.", True)
    day: Day = says("op", "Op", "Op welke dag.", "2026-11-01")
    recorded_by: Line = says("vastgelegd_door", "Vastgelegd door", "Wie het opschreef, als rol.", "De coördinator")
    text: Line = says("tekst", "Tekst", "Welke toestemmingstekst, zoals in programma.yml.", "2026-1")
    scope: Many[Choice[Scope]] = says("voor", "Voor", "site, print en social.", ["site", "print"], min_length=1)
    until: Day = says("tot", "Tot", "Laatste dag dat de foto er mag staan.", "2027-10-31")
    is_adult: bool = says("volwassen", "Volwassen", "true: 18 jaar of ouder.", True)
    withdrawn: Ending = says("ingetrokken", "Ingetrokken", "Dag van het nee, als dat er is.", "2027-02-01", None)


def _photo_name(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        raise refuse(Kind.PHOTO_NAME)
    return value


PhotoName = Annotated[str, Field(max_length=120), AfterValidator(_photo_name)]
"""A file in `profiles/fotos/`: one name, without folders."""


class Photo(Part):
    """A portrait that is shown as long as its consent counts."""

    file: PhotoName = says("bestand", "Bestand", "Foto in profiles/fotos/.", "foto-12.jpg")
    alt: Line = says("alt", "Beschrijving", "Wat je ziet, voor wie de foto niet ziet.", "Amira roert in een pan.")
    maker: Line = says("maker", "Maker", "Wie de foto maakte.", "Fotoclub De Lens")
    licence: Line = says("licentie", "Licentie", "Wat ermee mag.", "Alleen voor deze site")
    crop: Choice[Crop] = says("uitsnede", "Uitsnede", "boven, midden of onder.", "boven", Crop.TOP)
    consent: Annotated[Consent | None, Otherwise(None)] = says(
        "toestemming", "Toestemming", "Zonder dit blijft de foto weg.", None, None
    )
