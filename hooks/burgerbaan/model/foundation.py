"""What the foundation must make public about itself."""

from __future__ import annotations

from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import DocumentRef, Kvk, Line, Many, Moment, Prose, Rsin
from burgerbaan.model.record import Part, Record, says


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
