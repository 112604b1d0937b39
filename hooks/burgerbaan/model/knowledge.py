"""What the programme knows: figures and tables with their source, questions, terms, rules, steps, drawings."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import (
    Choice,
    Label,
    Line,
    Many,
    Markdown,
    Moment,
    PastDay,
    PastMoment,
    Prose,
    Repeating,
    ShortLine,
    Slug,
    SourceRef,
    Web,
)
from burgerbaan.model.record import Item, Part, Record, refuse, says


class Source(Item):
    """Where a fact comes from."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "dialoogavond-5")
    title: Line = says("titel", "Titel", "Titel van de bron.", "Verslag van de vijfde dialoogavond")
    short: ShortLine = says("kort", "Kort", "Zoals het in een zin staat.", "vijfde dialoogavond, 2025")
    author: Line = says("maker", "Maker", "Wie het maakte.", "Coöperatie De Stad")
    day: PastMoment = says("datum", "Datum", "Van wanneer.", "2025")
    url: Web | None = says("url", "Adres", "Waar het staat.", "https://www.belastingdienst.nl/", None)
    checked: PastDay | None = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-22", None)
    text: Prose | None = says("tekst", "Tekst", "Wat erin staat.", "Verslag met drie tafels.", None)


class Figure(Item):
    """One number, with source and date."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "deelnemers-dialoogavond-5")
    title: Line = says("titel", "Titel", "Wat het getal telt.", "Deelnemers aan de vijfde dialoogavond")
    value: Line = says("waarde", "Waarde", "Het getal, als tekst.", "48")
    day: PastMoment = says("datum", "Datum", "Van wanneer het getal is.", "2025")
    source: SourceRef = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5")
    note: Prose | None = says("toelichting", "Toelichting", "Wat je erbij moet weten.", "Schatting.", None)
    is_estimate: bool = says("schatting", "Schatting", "true als het geschat is.", True, False)


class DataTable(Record):
    """The file `content/gegevens/tabellen/<id>.yml`."""

    title: Line = says("titel", "Titel", "Bijschrift.", "Instroom per jaar")
    columns: Many[Line] = says("kolommen", "Kolommen", "De koppen.", ["Jaar", "Geplaatst"], min_length=1, max_length=8)
    rows: Many[Repeating[Line | int | Decimal | None]] = says(
        "rijen", "Rijen", "Per rij de cellen.", [["2021", 7]], min_length=1
    )
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "evaluatie-2023", None)
    day: PastMoment | None = says("datum", "Datum", "Van wanneer.", "2023", None)
    has_chart: bool = says("grafiek", "Grafiek", "true: teken staven.", True, False)
    goal_row: int | None = says(
        "doelrij", "Rij met een doel", "Nummer van de rij die een doel is en geen resultaat, vanaf 1.", 1, None, ge=1
    )
    protect_below: int = says("bescherm_onder", "Bescherm onder", "Kleinere aantallen worden verborgen.", 5, 0, ge=0)
    note: Prose | None = says("toelichting", "Toelichting", "Wat je erbij moet weten.", "De bron telt anders.", None)

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                words = {"number": number, "cells": len(row), "columns": len(self.columns)}
                raise refuse(Kind.ROW_WIDTH, at=f"rijen/{number - 1}", **words)
        if self.goal_row and self.goal_row > len(self.rows):
            limit = f"hoogstens {len(self.rows)}"
            raise refuse(Kind.TOO_HIGH, at="doelrij", value=self.goal_row, limit=limit)
        return self

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        for number, row in enumerate(self.rows if self.has_chart else (), 1):
            for column, cell in enumerate(row[1:], 1):
                if isinstance(cell, int | Decimal) and cell < 0:
                    at = f"rijen/{number - 1}/{column}"
                    raise refuse(Kind.CHART_BELOW_ZERO, at=at, number=number, value=cell)
        return self


class Question(Part):
    """One question and its answer."""

    question: Line = says("vraag", "Vraag", "Zoals iemand hem stelt.", "Wie betaalt de vergoeding?")
    answer_markdown: Markdown = says("antwoord", "Antwoord", "Kort antwoord.", "De stichting.")
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    checked: PastDay | None = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-22", None)


class Questions(Record):
    """The file `content/gegevens/vragen/<id>.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Vragen van organisaties")
    questions: Many[Question] = says("vragen", "Vragen", "De vragen.", None, min_length=1)


class Term(Item):
    """One word of the glossary."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "stapelen")
    term: Line = says("term", "Woord", "Het woord.", "stapelen")
    text: Prose = says("uitleg", "Uitleg", "In gewone woorden.", "Uren bij meer organisaties optellen.")
    also: Many[Line] = says("ook", "Ook geschreven als", "Andere schrijfwijzen.", ["stapeling"], ())
    origin: Slug = says("programma", "Hoort bij", "Bij welk programma.", "eigen", "algemeen")


class Audience(StrEnum):
    """For whom a rule of thumb is."""

    PEOPLE = "deelnemers"
    HOSTS = "organisaties"
    POLICY = "beleid"


class Rule(Item):
    """One rule of thumb."""

    id: Slug = says("id", "Id", "Naam in adressen.", "geen-assistent")
    title: Line = says("titel", "Titel", "De regel.", "Geen assistent")
    text: Prose = says("tekst", "Tekst", "Uitleg.", "Het werk is eigen werk.")
    audience: Many[Choice[Audience]] = says("voor", "Voor", "Voor wie.", ["organisaties"], ())
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "werkgevers-2022", None)


class Step(Part):
    """One step: who does what."""

    title: Line = says("titel", "Titel", "Wat je doet.", "Zoek werk dat bij je past")
    who: Line | None = says("wie", "Wie", "Wie het doet.", "jij", None)
    text: Prose = says("tekst", "Tekst", "Uitleg.", "Kijk in de vacatures.")
    tip: Prose | None = says("tip", "Tip", "Goede raad.", "Neem iemand mee.", None)
    needs: Many[Line] = says("nodig", "Nodig", "Wat je nodig hebt.", ["je telefoon"], ())
    takes: Line | None = says("duur", "Duur", "Hoe lang.", "één week", None)
    otherwise: Prose | None = says("anders", "En als het niet lukt?", "Wat dan.", "Vraag de coördinator.", None)


class Steps(Record):
    """The file `content/gegevens/stappen/<id>.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Zo kom je aan een burgerbaan")
    steps: Many[Step] = says("stappen", "Stappen", "De stappen.", None, min_length=1)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    note: Prose | None = says(
        "toelichting", "Toelichting", "Wat je erbij moet weten.", "De volgorde is afgeleid.", None
    )


class Sign(StrEnum):
    """What can be drawn in a box; its value names a pictogram."""

    WALL = "muur"
    DOOR = "deur"


class Box(Part):
    """One box of a drawing."""

    id: Slug = says("id", "Id", "Naam voor de pijlen.", "burgerbaner")
    name: Label = says("naam", "Naam", "Wat er staat.", "Burgerbaner")
    text: ShortLine | None = says("tekst", "Tekst", "Eén regel eronder.", "kiest het werk", None)
    column: int = says("kolom", "Kolom", "1, 2 of 3.", 1, ge=1, le=3)
    row: int = says("rij", "Rij", "Vanaf 1.", 1, ge=1, le=6)
    sign: Choice[Sign] | None = says("teken", "Teken", "Een tekening in het blok.", "muur", None)
    heading: Line | None = says("kop", "Kop", "Kop op dezelfde pagina, met meer uitleg.", "Wat is een muur?", None)


class Arrow(Part):
    """One arrow of a drawing."""

    origin: Slug = says("van", "Van", "Id van een blok.", "burgerbaner")
    target: Slug = says("naar", "Naar", "Id van een blok.", "organisatie")
    text: ShortLine = says("tekst", "Tekst", "Wat er gaat.", "vrijwilligersovereenkomst")
    is_mutual: bool = says("wederzijds", "Wederzijds", "true: naar twee kanten.", True, False)


class Drawing(Record):
    """The file `content/gegevens/schemas/<id>.yml`."""

    title: Line = says("titel", "Titel", "Bijschrift.", "Wie spreekt wat af met wie")
    description: Prose = says("beschrijving", "Beschrijving", "Wat de tekening laat zien.", "De burgerbaner …")
    boxes: Many[Box] = says("blokken", "Blokken", "De blokken.", None, min_length=1, max_length=12)
    arrows: Many[Arrow] = says("pijlen", "Pijlen", "De pijlen.", None, min_length=1)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)


class Instant(Part):
    """One moment of a timeline."""

    day: Moment = says("datum", "Datum", "Wanneer.", "2025")
    title: Line = says("titel", "Titel", "Wat er gebeurde.", "Zes burgerbaners")
    text: Prose | None = says("tekst", "Tekst", "Uitleg.", "Drie sponsors.", None)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)


class Timeline(Record):
    """The file `content/gegevens/tijdlijnen/<id>.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Hoe het begon")
    instants: Many[Instant] = says("momenten", "Momenten", "De momenten.", None, min_length=1)
