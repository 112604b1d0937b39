"""People who do it, now or before: talents first; no field for limitation, benefit or client status, on purpose."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.consent import Consent, Photo
from burgerbaan.model.fields import (
    Choice,
    DistrictRef,
    Ending,
    HostRef,
    Label,
    LearnAreaRef,
    Line,
    Many,
    Markdown,
    Moment,
    PastDay,
    Prose,
    SectorRef,
    SourceRef,
)
from burgerbaan.model.record import Otherwise, Part, Record, refuse, says

_LONG_AGO = "1900-01-01"


class Portrayal(StrEnum):
    """What is shown where others might have a photo."""

    DRAWN = "tekening"
    DISTRICT = "wijk"


class Stay(Part):
    """Hours at one host."""

    host: HostRef = says("organisatie", "Organisatie", "Map in vacancies/.", "buurthuis-de-brug")
    hours: int | None = says("uren", "Uren", "Uren per week.", 6, None, ge=1, le=40)
    work: Line = says("werk", "Werk", "Wat je er doet.", "Gastvrouw")


class Available(Part):
    """What somebody would like to do next; contact goes through the coordinator."""

    work: Line = says("werk", "Werk", "Waarvoor beschikbaar.", "Koken voor groepen")
    hours: int | None = says("uren", "Uren", "Uren per week.", 8, None, ge=1, le=40)
    sectors: Many[SectorRef] = says("sectoren", "Sectoren", "Ids uit sectoren.yml.", ["horeca"], ())


class Profile(Record):
    """The file `profiles/<naam>.yml`."""

    name: Label = says("naam", "Naam", "Voornaam of gekozen naam.", "Amira")
    is_shown: Annotated[bool, Otherwise(False)] = says(
        "tonen", "Tonen", "true: deze persoon wil op de site. Al het andere is nee.", True
    )
    shown_until: Annotated[Ending, Otherwise(_LONG_AGO)] = says(
        "tonen_tot", "Tonen tot", "Laatste dag op de site; weglaten is: tot iemand nee zegt.", "2028-11-01", None
    )
    is_common_name: bool = says(
        "naam_van_meer", "Naam van meer", "true als die naam ook een ander of een woord is.", True, False
    )
    district: DistrictRef = says("wijk", "Wijk", "Id uit wijken.yml.", "haven")
    since: Moment = says("sinds", "Sinds", "Vanaf wanneer.", "2025-03")
    until: Moment | None = says("tot", "Tot", "Alleen als iemand gestopt is.", "2026-06", None)
    photo: Annotated[Photo | None, Otherwise(None)] = says("foto", "Foto", "Alleen met toestemming.", None, None)
    portrayal: Choice[Portrayal] = says("beeld", "Beeld", "tekening of wijk.", "tekening", Portrayal.DISTRICT)
    talents: Many[Line] = says("talenten", "Talenten", "Waar iemand goed in is.", ["Koken"], min_length=1)
    areas: Many[LearnAreaRef] = says(
        "leergebieden", "Leergebieden", "Wat iemand kan; ids uit leergebieden.yml, zoals bij vacatures.", ["koken"], (),
        max_length=6,
    )  # fmt: skip
    energy: Many[Line] = says("energie", "Energie", "Wat energie geeft.", ["Samen eten"], ())
    assignments: Many[Line] = says(
        "opgaven", "Opgaven", "Waar iemand aan werkt.", ["Meer buren aan tafel"], min_length=1
    )
    activities: Many[Line] = says(
        "activiteiten", "Activiteiten", "Wat iemand doet.", ["Kookt op dinsdag"], min_length=1
    )
    stays: Many[Stay] = says("gastheren", "Organisaties", "Waar en hoeveel uren.", None, min_length=1)
    story_markdown: Markdown | None = says("verhaal", "Verhaal", "In eigen woorden.", "Ik begon …", None)
    brought: Prose | None = says("bracht", "Wat het bracht", "Wat het opleverde.", "Ik ken de buurt nu.", None)
    learning: Many[Line] = says("leert", "Leert", "Wat iemand leert.", ["Nederlands"], ())
    next_step: Line | None = says("volgende_stap", "Volgende stap", "Wat erna komt.", "Een opleiding tot kok", None)
    available: Available | None = says("beschikbaar", "Beschikbaar voor", "Als iemand gevonden wil worden.", None, None)
    languages: Many[Line] = says("talen", "Talen", "Talen die iemand spreekt.", ["Arabisch", "Nederlands"], ())
    updated: PastDay = says("bijgewerkt", "Bijgewerkt", "Wanneer dit is nagekeken.", "2026-11-01")
    findable: bool = says("vindbaar", "Vindbaar", "true: mag in zoekmachines.", False, False)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until and self.until < self.since[: len(self.until)]:
            raise refuse(Kind.END_BEFORE_START, at="tot", start=self.since, end=self.until)
        return self


class Rendering(StrEnum):
    """How near a quote is to what was said."""

    LITERAL = "letterlijk"
    SUMMARY = "samengevat"


class Quote(Part):
    """What somebody said, by role, never by name."""

    text: Prose = says("tekst", "Tekst", "Wat iemand zei.", "De vergoeding geeft lucht.")
    role: Line = says("rol", "Rol", "Wie het zei.", "burgerbaner")
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    consent: Annotated[Consent | None, Otherwise(None)] = says(
        "toestemming", "Toestemming", "Nodig bij een letterlijke uitspraak zonder bron.", None, None
    )
    rendering: Choice[Rendering] = says(
        "weergave", "Weergave", "letterlijk of samengevat.", "samengevat", Rendering.SUMMARY
    )


class Quotes(Record):
    """The file `content/gegevens/citaten/<id>.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Wat burgerbaners zeggen")
    quotes: Many[Quote] = says("citaten", "Citaten", "De citaten.", None, min_length=1)
