"""Sponsors: who makes burgerbanen possible, and what."""

from __future__ import annotations

from enum import StrEnum

from burgerbaan.model.fields import Choice, Line, Moment, Slug, SourceRef, Web
from burgerbaan.model.record import Item, says


class SponsorKind(StrEnum):
    """What sort of sponsor it is."""

    COMPANY = "bedrijf"
    FUND = "fonds"
    SOCIAL_RETURN = "sroi"
    PERSON = "persoon"
    ORGANISATION = "organisatie"


class Sponsor(Item):
    """One sponsor of `content/gegevens/sponsors.yml`; a logo needs written permission and comes later."""

    id: Slug = says("id", "Id", "Naam in adressen.", "bedrijf-x")
    name: Line = says("naam", "Naam", "Naam van de sponsor.", "Bedrijf X")
    kind: Choice[SponsorKind] = says("soort", "Soort", "bedrijf, fonds, sroi, organisatie of persoon.", "bedrijf")
    since: Moment = says("sinds", "Sinds", "Vanaf wanneer bekend.", "2025")
    makes_possible: Line = says("maakt_mogelijk", "Maakt mogelijk", "Wat het oplevert.", "De groei naar zes plekken.")
    website: Web | None = says("website", "Website", "Adres met https.", "https://example.org", None)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
