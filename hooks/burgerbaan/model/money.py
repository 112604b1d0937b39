"""Money in and out: sponsors, goals, the foundation's public duties, and amounts by year."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import (
    Choice,
    Day,
    DocumentRef,
    Euro,
    Iban,
    Kvk,
    Line,
    Many,
    Moment,
    Prose,
    Rsin,
    ShortLine,
    Slug,
    SourceRef,
    Web,
)
from burgerbaan.model.record import Item, Part, Record, says


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


class Goal(Part):
    """Something people can give for; it has a page of its own."""

    id: Slug = says("id", "Id", "Naam in het adres.", "een-plek")
    title: Line = says("titel", "Titel", "Waarvoor je geeft.", "Eén plek voor een maand")
    summary: Line = says("samenvatting", "Samenvatting", "In één zin.", "Jij maakt een plek mogelijk.")
    text: Prose = says("tekst", "Tekst", "Uitleg.", "Met jouw gift …")
    amount: Euro | None = says("bedrag", "Bedrag", "In euro; weglaten is: je kiest zelf.", Decimal("25.00"), None, gt=0)
    thanks: Line = says("dank", "Dank", "Dankwoord.", "Dank je wel.")


class Account(Part):
    """The bank account, exactly as the bank knows it."""

    name: ShortLine = says("naam", "Naam", "Naam zoals de bank die kent.", "Stichting Voorbeeld")
    iban: Iban = says("iban", "IBAN", "Rekeningnummer.", "NL91ABNA0417164300")


class Donation(Record):
    """The file `content/gegevens/donatie.yml`."""

    account: Account | None = says("rekening", "Rekening", "Weglaten zolang die niet bekend is.", None, None)
    goals: Many[Goal] = says("doelen", "Doelen", "Waarvoor mensen kunnen geven.", None, min_length=1)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true zolang het niet echt is.", True, False)


class BoardMember(Part):
    """One member of the board."""

    function: Line = says("functie", "Functie", "Functie in het bestuur.", "Voorzitter")
    name: Line = says("naam", "Naam", "Naam.", "A. Voorbeeld")


class Document(Part):
    """A published document."""

    title: Line = says("titel", "Titel", "Naam van het stuk.", "Jaarrekening 2025")
    day: Moment = says("datum", "Datum", "Datum van het stuk.", "2026-05-01")
    page: DocumentRef = says("pagina", "Pagina", "Pagina of pdf in content/.", "anbi/jaarrekening-2025.md")


class Foundation(Record):
    """The file `content/gegevens/stichting.yml`: what an ANBI must publish (Uitvoeringsregeling AWR 1994, art. 1a)."""

    name: Line = says("naam", "Statutaire naam", "Naam in de statuten.", "Stichting Voorbeeld")
    public_name: Line | None = says("publieksnaam", "Publieksnaam", "Als die anders is.", "Voorbeeld", None)
    rsin: Rsin | None = says("rsin", "RSIN", "Negen cijfers.", "123456782", None)
    kvk: Kvk | None = says("kvk", "KvK-nummer", "Acht cijfers.", "12345678", None)
    contact: Contact | None = says("contact", "Contact", "Adres, telefoon of mail.", None, None)
    purpose: Prose | None = says("doel", "Doelstelling", "Wat de stichting wil.", "Geld ontvangen …", None)
    policy: Prose | None = says("beleidsplan", "Beleidsplan", "Hoofdpunten.", "Werven, beheren, uitgeven.", None)
    board: Many[BoardMember] = says("bestuur", "Bestuur", "Functies en namen.", None, ())
    pay_policy: Prose | None = says("beloning", "Beloningsbeleid", "Wat bestuur en personeel krijgen.", "Geen.", None)
    activities: Prose | None = says("verslag", "Verslag van activiteiten", "Wat er gedaan is.", "In 2025 …", None)
    accounts: Many[Document] = says("jaarrekeningen", "Financiële verantwoording", "Per jaar.", None, ())
    note: Prose | None = says("opmerking", "Opmerking", "Wat de lezer moet weten.", "Wordt aangevuld.", None)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true zolang gegevens ontbreken of verzonnen zijn.", True, False)


class Amounts(Item):
    """Untaxed maximum of the volunteer allowance in one year (Wet LB 1964, art. 2 lid 6)."""

    year: int = says("jaar", "Jaar", "Kalenderjaar.", 2026, ge=2020, le=2100)
    hour: Euro = says("uur", "Per uur", "Vanaf 21 jaar, in euro.", Decimal("5.75"), gt=0)
    hour_young: Euro = says("uur_jonger", "Per uur onder 21", "In euro.", Decimal("3.40"), gt=0)
    month: int = says("maand", "Per maand", "In euro.", 220, gt=0)
    total: int = says("heel_jaar", "Per jaar", "In euro.", 2200, gt=0)
    source: SourceRef = says("bron", "Bron", "Id uit bronnen.yml.", "belastingdienst-vrijwilligers")
    checked: Day = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-22")
