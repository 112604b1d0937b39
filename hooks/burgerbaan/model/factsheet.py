"""Factsheets: what one A4 tells, put together from texts and from figures that stand elsewhere."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Choice, Label, Line, Many, PageRef, PastDay, Prose, ShortLine, Slug, SourceRef
from burgerbaan.model.programme import Theme
from burgerbaan.model.record import Part, Record, Refers, refuse, says

FigureRef = Annotated[Slug, Refers("figures")]


class FactsheetPart(Part):
    """One block of text below a heading."""

    example_fields = ("text",)

    title: ShortLine = says("kop", "Kop", "Waar dit deel over gaat.", "Wie doet wat?")
    text: Prose | None = says("tekst", "Tekst", "Gewone tekst; of gebruik punten.", "Jij kiest het werk.", None)
    points: Many[Line] = says(
        "punten", "Punten", "Korte regels onder elkaar.", ["Jij kiest het werk."], (), max_length=10
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points):
            raise refuse(Kind.MISSING, at="tekst")
        return self


class Factsheet(Record):
    """The file `content/gegevens/factsheets/<id>.yml`: one A4, dated, with figures from `cijfers/`."""

    title: ShortLine = says("titel", "Titel", "Groot boven aan het blad.", "Wat is een burgerbaan?")
    audience: Label = says("voor_wie", "Voor wie", "Wie dit blad leest; er staat 'voor' vóór.", "bedrijven")
    summary: Line = says(
        "samenvatting", "Samenvatting", "Het antwoord in één of twee zinnen.", "Werk met een vergoeding."
    )
    page: PageRef = says("pagina", "Pagina", "Waar meer staat; de QR-code gaat daarheen.", "over/index.md")
    contact: Choice[Theme] = says("contact", "Contact", "Bij wie je terecht kunt.", "meedoen")
    parts: Many[FactsheetPart] = says("delen", "Delen", "De blokken tekst.", None, min_length=1, max_length=8)
    figures: Many[FigureRef] = says(
        "cijfers", "Cijfers", "Id's uit de map cijfers.", ["burgerbaners-begin-2025"], (), max_length=6
    )
    shows_amounts: bool = says(
        "bedragen", "Bedragen", "true: toon de grens van dit jaar voor vrijwilligers.", True, False
    )
    sources: Many[SourceRef] = says(
        "bronnen", "Bronnen", "Waar de tekst vandaan komt; die van de cijfers komen er vanzelf bij.",
        ["dialoogavond-5"], (), max_length=6,
    )  # fmt: skip
    order: int = says("volgorde", "Volgorde", "Plek in de lijst: 1 staat vooraan.", 1, 50, ge=1, le=99)
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer alles op dit blad is nagekeken.", "2026-11-22")
