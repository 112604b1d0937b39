"""Events with their reports, and news."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import (
    Choice,
    Clock,
    Day,
    Line,
    Many,
    Markdown,
    Moment,
    PastDay,
    PastMoment,
    Prose,
    ShortLine,
    Slug,
    SourceRef,
    Web,
)
from burgerbaan.model.picture import Picture
from burgerbaan.model.record import Item, Part, Record, refuse, says
from burgerbaan.model.repetition import Repetition
from burgerbaan.model.vacancy import Access, Place
from burgerbaan.zone import is_skipped


class EventKind(StrEnum):
    """What sort of meeting it is."""

    DIALOGUE = "dialoogavond"
    PEER = "intervisie"
    HOSTS = "gastherenbijeenkomst"
    EMPLOYERS = "werkgeversbijeenkomst"
    WORKSHOP = "workshop"
    OPEN_DOOR = "inloop"
    TALK = "gesprek"
    FESTIVAL = "festival"


class TipStatus(StrEnum):
    """What became of a tip."""

    NEW = "ontvangen"
    BUSY = "bezig"
    DONE = "gedaan"
    NOT = "doen we niet"


class Tip(Item):
    """A tip and what was done with it."""

    tip: Prose = says("tip", "Tip", "De tip.", "Maak een lijst met plekken.")
    answer: Prose = says("antwoord", "Antwoord", "Wat ermee gebeurt.", "De vacatures staan op de site.")
    status: Choice[TipStatus] = says("status", "Status", "ontvangen, bezig, gedaan of doen we niet.", "gedaan")
    day: PastMoment = says("datum", "Datum", "Van wanneer dit is.", "2026-11")
    answered: PastDay | None = says(
        "bijgewerkt", "Bijgewerkt", "Dag waarop je het antwoord voor het laatst nakeek.", "2027-01-15", None
    )
    name: Slug | None = says(
        "id", "Id", "Naam in het adres van de tip, om naar te verwijzen.", "lijst-met-plekken", None
    )
    from_role: Line | None = says("van", "Van", "Van wie, als rol.", "deelnemer aan de avond", None)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)


class Table(Part):
    """One table of a meeting, with what came out of it."""

    title: Line = says("titel", "Titel", "Onderwerp.", "Ervaringen")
    results: Many[Prose] = says("uitkomsten", "Uitkomsten", "Wat eruit kwam.", ["…"], min_length=1)


class Event(Record):
    """The file `content/gegevens/agenda/<slug>.yml`."""

    title: Line = says("titel", "Titel", "Naam van de bijeenkomst.", "Zesde dialoogavond")
    kind: Choice[EventKind] = says("soort", "Soort", "Soort bijeenkomst.", "dialoogavond")
    summary: Line = says("samenvatting", "Samenvatting", "In één zin.", "Praat mee over de burgerbaan.")
    other_programme: ShortLine | None = says(
        "ander_programma", "Ander programma", "Van wie, als het niet van ons is.", "Buurtfeest De Hoek", None
    )
    day: Moment = says("datum", "Datum", "Dag, of maand of jaar als de dag niet bekend is.", "2026-12-03")
    day_note: Line | None = says("wanneer", "Wanneer", "Als de dag niet bekend is.", "begin oktober 2025", None)
    start: Clock | None = says("van", "Van", "Begintijd.", "19:30", None)
    end: Clock | None = says("tot", "Tot", "Eindtijd. Is dat na middernacht? Vul ook einddatum in.", "21:30", None)
    end_day: Day | None = says(
        "einddatum", "Laatste dag", "Als het meer dagen duurt, of tot na middernacht.", "2026-12-04", None
    )
    repetition: Repetition | None = says("herhaling", "Herhaling", "Als zij terugkomt, zoals elke week.", None, None)
    place: Place | None = says("plek", "Plek", "Waar het is.", None, None)
    access: Access | None = says("toegang", "Toegang", "Toegankelijkheid.", None, None)
    why: Prose | None = says("waarom", "Waarom", "Waarom je zou komen.", "Jouw ervaring telt.", None)
    how_in: Line | None = says("binnenkomen", "Binnenkomen", "Hoe je binnenkomt.", "Zijdeur, bel aan.", None)
    reply: Line | None = says("aanmelden", "Aanmelden", "Hoe je laat weten dat je komt.", "Bel of app.", None)
    online: Line | None = says("op_afstand", "Op afstand", "Hoe je van thuis meedoet.", "Stuur je vraag vooraf.", None)
    link: Web | None = says(
        "link_op_afstand",
        "Link op afstand",
        "Adres van het gesprek online, als dat er is.",
        "https://example.org/",
        None,
    )
    is_free: bool | None = says("gratis", "Gratis", "true als meedoen niets kost.", True, None)
    attendance: int | None = says("aanwezig", "Aanwezig", "Hoeveel mensen er waren.", 48, None, ge=1)
    cancelled: bool = says("afgelast", "Afgelast", "true als het niet doorgaat.", True, False)
    moved_from: Day | None = says(
        "verplaatst_van", "Verplaatst van", "De dag waarop het eerst was.", "2026-11-26", None
    )
    reason: Line | None = says(
        "reden", "Reden", "Waarom het niet doorgaat of op een andere dag is.", "De zaal is dicht.", None
    )
    changes: int = says(
        "wijziging",
        "Wijziging",
        "Verandert de dag, de tijd of de plek, of gaat het toch door? Zet er één bij op.",
        1,
        0,
        ge=0,
        le=9999,
    )
    former_names: Many[Slug] = says(
        "vroeger", "Eerdere namen", "Namen die dit bestand eerder had, de oudste vooraan.", ["avond-zes"], ()
    )
    report_markdown: Markdown | None = says("verslag", "Verslag", "Wat er gebeurde.", "Er waren drie tafels.", None)
    tables: Many[Table] = says("tafels", "Tafels", "Uitkomsten per tafel.", None, ())
    tips: Many[Tip] = says("tips", "Tips", "Tips en wat ermee gedaan is.", None, ())
    actions: Many[Line] = says("acties", "Acties", "Afgesproken stappen.", ["Marketingplan maken"], ())
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)

    @property
    def known_day(self) -> date | None:
        """The day it begins, when it is known to the day."""
        return date.fromisoformat(self.day) if len(self.day) == 10 else None

    @property
    def last_day(self) -> str:
        """The day, month or year on which it ends; a series with its last time."""
        if self.repetition:
            return self.days[-1].isoformat()
        return self.end_day.isoformat() if self.end_day else self.day

    @property
    def days(self) -> tuple[date, ...]:
        """The day it begins, of a series every day; none while that is not known."""
        first = self.known_day
        if first is None:
            return ()
        return self.repetition.days_from(first) if self.repetition else (first,)

    def once(self, day: date) -> Event:
        """One time of a series, as a meeting by itself."""
        return self.model_copy(update={"day": day.isoformat(), "repetition": None})

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end_day and self.known_day is None:
            raise refuse(Kind.DATE_FORM, at="datum", value=self.day)
        if self.end_day and self.end_day.isoformat() <= self.day:
            raise refuse(Kind.END_BEFORE_START, at="einddatum", start=self.day, end=self.end_day)
        if self.start and self.end and self.start >= self.end and self.end_day is None:
            raise refuse(Kind.END_PAST_MIDNIGHT, at="tot", start=self.start, end=self.end)
        return self

    @model_validator(mode="after")
    def _in_series(self) -> Self:
        first = self.known_day
        if self.repetition is None:
            return self
        if first is None:
            raise refuse(Kind.DATE_FORM, at="datum", value=self.day)
        if self.end_day:
            raise refuse(Kind.SERIES_END_DAY, at="einddatum", value=self.end_day)
        if self.moved_from:
            raise refuse(Kind.SERIES_MOVED, at="verplaatst_van", value=self.moved_from)
        self.repetition.check_from(first)
        return self

    @model_validator(mode="after")
    def _on_the_clock(self) -> Self:
        first = self.known_day
        for key, day, clock in (("van", first, self.start), ("tot", self.end_day or first, self.end)):
            if day and clock and is_skipped(day, clock):
                raise refuse(Kind.TIME_SKIPPED, at=key, value=clock)
        return self


class NewsKind(StrEnum):
    """News, or a result however small."""

    NEWS = "nieuws"
    RESULT = "resultaat"


class News(Record):
    """The file `content/gegevens/nieuws/<slug>.yml`."""

    title: ShortLine = says("titel", "Titel", "De kop.", "Zes plekken erbij")
    day: Day = says("datum", "Datum", "Dag van het bericht.", "2026-11-20")
    kind: Choice[NewsKind] = says("soort", "Soort", "nieuws of resultaat.", "nieuws", NewsKind.NEWS)
    summary: Line = says("samenvatting", "Samenvatting", "Het nieuws in één zin.", "Drie sponsors doen mee.")
    text_markdown: Markdown = says("tekst", "Tekst", "Het bericht.", "Vanaf vandaag …")
    picture: Picture | None = says("beeld", "Beeld", "Plaatje bij het bericht.", None, None)
    takeaway: Prose | None = says("overnemen", "Overnemen", "Wat anderen ervan kunnen overnemen.", "Vraag …", None)
    former_names: Many[Slug] = says(
        "vroeger", "Eerdere namen", "Namen die dit bestand eerder had, de oudste vooraan.", ["plekken-erbij"], ()
    )
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)
