"""What the foundation must make public about itself."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import DocumentRef, Kvk, Line, Many, Moment, Prose, Repeating, Rsin
from burgerbaan.model.record import Part, Record, says
from burgerbaan.problems import Location


class BoardMember(Part):
    """One member of the board."""

    function: Line = says("functie", "Functie", "Functie in het bestuur.", "Voorzitter")
    name: Line = says("naam", "Naam", "Naam.", "A. Voorbeeld")


class Document(Part):
    """A published document."""

    title: Line = says("titel", "Titel", "Naam van het stuk.", "Stuk over 2025")
    day: Moment = says("datum", "Datum", "Datum van het stuk.", "2026-05-01")
    page: DocumentRef = says("pagina", "Pagina", "Pagina (.md) of pdf in content/.", "anbi/stuk-over-2025.pdf")


class Account(Document):
    """The account of one year, and for a large foundation the tax office's form of that year."""

    year: int = says("jaar", "Boekjaar", "Het jaar waarin dit boekjaar eindigt.", 2025, ge=2000, le=2199)
    form: Document | None = says(
        "formulier", "Formulier", "Het standaardformulier van de Belastingdienst, bij een grote ANBI.", None, None
    )


class Foundation(Record):
    """The file `content/gegevens/stichting.yml`: what an ANBI must publish (Uitvoeringsregeling AWR 1994, art. 1a)."""

    name: Line = says("naam", "Statutaire naam", "Naam in de statuten.", "Stichting Voorbeeld")
    public_name: Line | None = says("publieksnaam", "Publieksnaam", "Als die anders is.", "Voorbeeld", None)
    rsin: Rsin | None = says("rsin", "RSIN", "Negen cijfers.", "123456782", None)
    kvk: Kvk | None = says("kvk", "KvK-nummer", "Acht cijfers.", "12345678", None)
    address: Line | None = says("adres", "Adres", "Bezoekadres of postadres.", "Voorbeeldstraat 1, 1234 AB Stad", None)
    contact: Contact | None = says("contact", "Contact", "Hoe je de stichting bereikt; of vul adres in.", None, None)
    purpose: Prose | None = says("doel", "Doelstelling", "Wat de stichting wil.", "Geld ontvangen …", None)
    policy: Prose | None = says("beleidsplan", "Beleidsplan", "Hoofdpunten.", "Werven, beheren, uitgeven.", None)
    policy_document: Document | None = says(
        "beleidsplan_document", "Beleidsplan als stuk", "Het hele plan, als pagina of pdf.", None, None
    )
    board: Repeating[BoardMember] = says("bestuur", "Bestuur", "Functies en namen.", None, ())
    pay_policy: Prose | None = says("beloning", "Beloningsbeleid", "Wat bestuur en personeel krijgen.", "Geen.", None)
    activities: Prose | None = says("verslag", "Verslag van activiteiten", "Wat er gedaan is.", "In 2025 …", None)
    activities_document: Document | None = says(
        "verslag_document", "Verslag als stuk", "Het hele verslag, als pagina of pdf.", None, None
    )
    accounts: Many[Account] = says("jaarrekeningen", "Financiële verantwoording", "Per jaar.", None, ())
    first_year: int | None = says(
        "eerste_boekjaar",
        "Eerste boekjaar",
        "Alleen bij een nieuwe stichting: het jaar waarin het eerste boekjaar eindigt.",
        2026,
        None,
        ge=2000,
        le=2199,
    )
    is_large: bool = says(
        "groot", "Grote ANBI", "true als het formulier van de Belastingdienst verplicht is.", True, False
    )
    note: Prose | None = says("opmerking", "Opmerking", "Wat de lezer moet weten.", "Wordt aangevuld.", None)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true zolang gegevens ontbreken of verzonnen zijn.", True, False)

    def documents(self) -> Iterator[tuple[Location, Document]]:
        """Every document with the place where it stands in the file."""
        if self.policy_document:
            yield ("beleidsplan_document",), self.policy_document
        if self.activities_document:
            yield ("verslag_document",), self.activities_document
        for number, account in enumerate(self.accounts):
            yield ("jaarrekeningen", number), account
            if account.form:
                yield ("jaarrekeningen", number, "formulier"), account.form
