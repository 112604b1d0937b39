"""A place where somebody can work: everything a visitor needs to choose, and nothing about who they are.

There is no field for a limitation, a diagnosis or a benefit, on purpose: people match themselves.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import (
    Choice,
    Clock,
    Day,
    DistrictRef,
    LearnAreaRef,
    Line,
    Many,
    Markdown,
    PastDay,
    Postcode,
    SectorRef,
    ShortLine,
    Slug,
)
from burgerbaan.model.record import Part, Record, refuse, says


class Status(StrEnum):
    """What the editor says of a vacancy; dates do the rest."""

    DRAFT = "concept"
    OPEN = "open"
    FULL = "vol"
    CLOSED = "gesloten"


class Weekday(StrEnum):
    """The days, Monday first."""

    MONDAY = "maandag"
    TUESDAY = "dinsdag"
    WEDNESDAY = "woensdag"
    THURSDAY = "donderdag"
    FRIDAY = "vrijdag"
    SATURDAY = "zaterdag"
    SUNDAY = "zondag"


class Schedule(StrEnum):
    """Who decides on the times."""

    FIXED = "vast"
    FLEXIBLE = "flexibel"
    TOGETHER = "in overleg"


class DutchLevel(StrEnum):
    """Dutch that the work asks for (Common European Framework)."""

    NONE = "geen"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Guidance(StrEnum):
    """How much somebody is guided."""

    LIGHT = "af en toe"
    REGULAR = "elke week"
    CLOSE = "altijd iemand bij je"


class Agreement(StrEnum):
    """What you agree on with the host."""

    GOALS = "doelen"
    TIMES = "vaste tijden"
    FREE = "vrij in te delen"


class Form(StrEnum):
    """What kind of place it is."""

    VOLUNTEER = "vrijwilligerswerk"
    JOB = "baan"
    CHORE = "klus"
    BOARD = "bestuur"


class Hours(Part):
    """Hours a week."""

    minimum: int = says("min", "Minste uren", "Minste uren per week.", 4, ge=1, le=40)
    maximum: int = says("max", "Meeste uren", "Meeste uren per week.", 8, ge=1, le=40)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum > self.maximum:
            raise refuse(Kind.MIN_ABOVE_MAX, low=self.minimum, high=self.maximum)
        return self


class Shift(Part):
    """A part of a day on which there is work."""

    day: Choice[Weekday] = says("dag", "Dag", "Dag van de week.", "maandag")
    start: Clock = says("van", "Van", "Begintijd.", "09:00")
    end: Clock = says("tot", "Tot", "Eindtijd.", "12:30")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start >= self.end:
            raise refuse(Kind.END_BEFORE_START, at="tot", start=self.start, end=self.end)
        return self


class Place(Part):
    """Where it is; no map service needed."""

    name: Line | None = says("naam", "Naam", "Naam van het gebouw of de plek.", "Buurthuis De Brug", None)
    street: Line | None = says("straat", "Straat", "Straat en nummer.", "Voorbeeldstraat 1", None)
    postcode: Postcode | None = says("postcode", "Postcode", "Vier cijfers, spatie, twee letters.", "1354 AA", None)
    town: Line = says("plaats", "Plaats", "Woonplaats.", "Voorbeeldstad")
    travel: Line | None = says("route", "Route", "Hoe je er komt met bus of fiets.", "Bij de bushalte.", None)


class Rewards(Part):
    """What you get."""

    allowance: bool = says("vergoeding", "Vergoeding", "Telt mee voor de vergoeding van het programma.", True, True)
    wage: Line | None = says("loon", "Loon", "Alleen bij een baan.", "minimumloon", None)
    travel: Line | None = says("reiskosten", "Reiskosten", "Wat je krijgt voor de reis.", "Buskaartje terug", None)
    training: Line | None = says("scholing", "Scholing", "Wat je kunt volgen.", "Cursus gastvrijheid", None)
    extra: Many[Line] = says("extra", "Ook", "Wat je verder krijgt.", ["Samen lunchen"], ())


class Access(Part):
    """How the place receives everybody."""

    step_free: bool = says("drempelvrij", "Zonder drempels", "Je kunt er in met een rolstoel.", True)
    toilet: bool = says("toilet", "Ruim toilet", "Er is een toilet voor een rolstoel.", True)
    quiet_room: bool = says("rustige_plek", "Rustige plek", "Je kunt je terugtrekken.", True)
    note: Line | None = says("toelichting", "Toelichting", "Wat je verder moet weten.", "De lift is smal.", None)


class Guide(Part):
    """Who guides you on the floor."""

    role: Line = says("wie", "Wie", "Wie je begeleidt, als rol.", "De kok van het buurthuis")
    level: Choice[Guidance] = says("hoe", "Hoe", "Hoeveel begeleiding er is.", "elke week")
    note: Line | None = says("toelichting", "Toelichting", "Wat die persoon doet.", "Jullie eten samen.", None)


class Vacancy(Record):
    """The file `vacancies/<organisatie>/<vacature>.yml`; the folder says who the host is."""

    title: ShortLine = says("titel", "Titel", "Wat je gaat doen, in gewone woorden.", "Koken in het buurthuis")
    summary: Line = says("samenvatting", "Samenvatting", "Het werk in één zin.", "Je kookt voor twintig buren.")
    form: Choice[Form] = says("soort", "Soort", "Soort plek.", "vrijwilligerswerk", Form.VOLUNTEER)
    status: Choice[Status] = says("status", "Status", "concept, open, vol of gesloten.", "open")
    district: DistrictRef = says("wijk", "Wijk", "Id uit wijken.yml.", "haven")
    place: Place = says("plek", "Plek", "Waar het is.", None)
    sectors: Many[SectorRef] = says(
        "sectoren", "Sectoren", "Ids uit sectoren.yml.", ["horeca"], min_length=1, max_length=4
    )
    tasks: Many[Line] = says("taken", "Taken", "Wat je doet.", ["Groente snijden"], min_length=1, max_length=12)
    learn: Many[Line] = says("leren", "Leren", "Wat je er leert.", ["Koken voor een groep"], min_length=1)
    learn_areas: Many[LearnAreaRef] = says(
        "leergebieden",
        "Leergebieden",
        "Ids uit leergebieden.yml; daarop kun je zoeken.",
        ["nederlands"],
        (),
        max_length=6,
    )
    qualities: Many[Line] = says("past_bij", "Past bij", "Wie hier op zijn plek is.", ["Je houdt van koken"], ())
    rewards: Rewards = says("krijgt", "Je krijgt", "Wat je ervoor krijgt.", None)
    hours: Hours = says("uren", "Uren", "Uren per week.", None)
    shifts: Many[Shift] = says("tijden", "Tijden", "Dagen en tijden.", None, ())
    schedule: Choice[Schedule] = says("rooster", "Rooster", "vast, flexibel of in overleg.", "flexibel")
    agreement: Choice[Agreement] = says(
        "afspraak", "Afspraak", "Waarover je afspraken maakt.", "doelen", Agreement.TIMES
    )
    clear_tasks: bool = says("duidelijke_taken", "Duidelijke taken", "De taken liggen vast.", True, False)
    places: int = says("plekken", "Plekken", "Hoeveel plekken er vrij zijn.", 2, ge=0, le=99)
    posted: Day = says("geplaatst", "Geplaatst", "Wanneer de vacature verscheen.", "2026-11-01")
    start: Day | None = says("start", "Start", "Eerste werkdag; weglaten is: in overleg.", "2027-01-11", None)
    closing: Day | None = says("sluit", "Sluit", "Laatste dag om te reageren.", "2027-01-31", None)
    checked: PastDay = says(
        "gecontroleerd", "Gecontroleerd", "Wanneer het is nagevraagd bij de organisatie.", "2026-11-15"
    )
    dutch: Choice[DutchLevel] = says("taal", "Nederlands", "Nodig niveau: geen, A1, A2, B1, B2.", "A2")
    diploma_needed: bool = says("diploma_nodig", "Diploma nodig", "Schrijf true of false.", False)
    diploma: Line | None = says("diploma", "Welk diploma", "Alleen als het nodig is.", "Rijbewijs B", None)
    try_out: bool = says("snuffelen", "Eerst kijken", "Of je eerst een keer mag meelopen.", True)
    access: Access = says("toegang", "Toegang", "Hoe toegankelijk de plek is.", None)
    guide: Guide = says("begeleiding", "Begeleiding", "Wie je begeleidt.", None)
    trusted: Line = says("vertrouwenspersoon", "Vertrouwenspersoon", "Met wie je vertrouwelijk praat.", "De beheerder")
    contact: Contact | None = says("contact", "Contact", "Weglaten: het contact van de organisatie.", None, None)
    growth: Line | None = says("doorgroei", "Doorgroei", "Hoe je verder kunt.", "Later kun je zelf koken.", None)
    afterwards: Line | None = says("daarna", "Daarna", "Kans op werk daarna.", "Soms een baan in de keuken.", None)
    experience_counts: bool = says("evc", "Ervaring telt", "Of je je ervaring kunt laten erkennen.", False, False)
    text_markdown: Markdown | None = says("tekst", "Tekst", "Verhaal over de plek.", "Elke dinsdag …", None)
    former_names: Many[Slug] = says(
        "vroeger",
        "Eerdere namen",
        "Namen die dit bestand eerder had; oude codes blijven werken.",
        ["koken"],
        (),
    )
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)

    @cached_property
    def host(self) -> str:
        """Slug of the host: the folder the file lies in."""
        return self.path.rsplit("/", 2)[-2]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.diploma_needed and not self.diploma:
            raise refuse(Kind.DIPLOMA_UNNAMED, at="diploma_nodig")
        if self.closing and self.closing < self.posted:
            raise refuse(Kind.END_BEFORE_START, at="sluit", start=self.posted, end=self.closing)
        return self
