"""Sponsors: who makes burgerbanen possible, and what."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Choice, Line, Moment, PastMoment, Slug, SourceRef, Web
from burgerbaan.model.permission import Permission
from burgerbaan.model.record import Item, Otherwise, refuse, says

LOGOS = "beeld/sponsors/"
"""Folder in `content/` of which nothing is published but a logo with a yes."""


class SponsorKind(StrEnum):
    """What sort of sponsor it is."""

    COMPANY = "bedrijf"
    FUND = "fonds"
    SOCIAL_RETURN = "sroi"
    PERSON = "persoon"
    ORGANISATION = "organisatie"


def _logo_name(value: str) -> str:
    if not re.fullmatch(rf"{LOGOS}[a-z0-9][a-z0-9-]*\.(?:svg|png)", value):
        raise refuse(Kind.LOGO_NAME)
    return value


LogoName = Annotated[str, Field(max_length=120), AfterValidator(_logo_name)]
"""A drawing or picture in the folder of logos. No reference: the file may go before the field does."""


class Logo(Permission):
    """A logo, shown as long as the yes for it counts."""

    file: LogoName = says("bestand", "Bestand", "SVG of PNG in content/beeld/sponsors/.", f"{LOGOS}bedrijf-x.svg")


class SponsorQuote(Permission):
    """What a sponsor said, and may be shown."""

    by: Line = says("door", "Door", "Wie het zei; dit staat erbij.", "De directeur van Bedrijf X")
    text: Line = says("tekst", "Tekst", "Wat de sponsor zei.", "Wij doen mee, want iedereen kan iets.")


class Sponsor(Item):
    """One sponsor of `content/gegevens/sponsors.yml`."""

    example_fields = ("makes_possible",)

    id: Slug = says("id", "Id", "Naam in adressen.", "bedrijf-x")
    name: Line = says("naam", "Naam", "Naam van de sponsor; bij een persoon de naam die diegene koos.", "Bedrijf X")
    kind: Choice[SponsorKind] = says("soort", "Soort", "bedrijf, fonds, sroi, organisatie of persoon.", "bedrijf")
    permission: Annotated[Permission | None, Otherwise(None)] = says(
        "toestemming", "Toestemming", "Nodig bij een persoon: een ja voor de naam.", None, None
    )
    since: PastMoment | None = says("sinds", "Sinds", "Vanaf wanneer, als dat bekend is.", "2025", None)
    until: Moment | None = says("tot", "Tot en met", "Alleen als iemand gestopt is.", "2026-06", None)
    makes_possible: Line | None = says(
        "maakt_mogelijk", "Maakt mogelijk", "Wat het oplevert.", "De groei naar zes plekken.", None
    )
    note: Line | None = says("toelichting", "Toelichting", "Wat je erbij moet weten.", "Het jaar is geschat.", None)
    website: Web | None = says("website", "Website", "Adres met https.", "https://example.org", None)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    logo: Annotated[Logo | None, Otherwise(None)] = says("logo", "Logo", "Alleen met toestemming.", None, None)
    quote: Annotated[SponsorQuote | None, Otherwise(None)] = says(
        "citaat", "Citaat", "Wat de sponsor zelf zei, met toestemming.", None, None
    )
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)

    # Nobody has to keep what is not shown.
    @model_validator(mode="after")
    def _person_is_a_name(self) -> Self:
        told = {
            "logo": self.logo,
            "citaat": self.quote,
            "website": self.website,
            "sinds": self.since,
            "maakt_mogelijk": self.makes_possible,
            "toelichting": self.note,
            "bron": self.source,
        }
        if self.kind is SponsorKind.PERSON:
            key = next((key for key, value in told.items() if value is not None), None)
            if key:
                raise refuse(Kind.PERSON_PLAIN, at=key, field=key)
        elif self.makes_possible is None:
            raise refuse(Kind.MISSING, at="maakt_mogelijk")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.until < self.since[: len(self.until)]:
            raise refuse(Kind.END_BEFORE_START, at="tot", start=self.since, end=self.until)
        return self
