"""The programme itself: what it is called, for whom, and whom to ask."""

from __future__ import annotations

from enum import StrEnum

from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import Choice, DistrictRef, Line, Mail, Many, PageRef, PastDay, Phone, Prose, Slug, Web
from burgerbaan.model.leaflet import Leaflet
from burgerbaan.model.picture import Picture
from burgerbaan.model.record import Item, Part, Record, says


class Reward(StrEnum):
    """What somebody gets for the work."""

    ALLOWANCE = "vergoeding"
    WAGE = "loon"


class Theme(StrEnum):
    """The audiences that have an entrance of their own."""

    JOIN = "meedoen"
    HOSTS = "organisaties"
    COMPANIES = "bedrijven"
    DONATE = "doneren"
    SITE = "site"
    PRESS = "pers"
    COMPLAINTS = "klachten"


class Language(StrEnum):
    """Languages that the interface has words for, as in `words/<language>.yml`."""

    DUTCH = "nl"


class People(Part):
    """What the people and their work are called in this programme."""

    one: Line = says("enkelvoud", "Eén deelnemer", "Zo heet iemand die meedoet.", "burgerbaner")
    many: Line = says("meervoud", "Deelnemers", "Zo heten zij samen.", "burgerbaners")
    job: Line = says("baan", "Het werk", "Zo heet het werk.", "burgerbaan")
    path: Slug = says("pad", "Pad", "De naam in het adres van de pagina's.", "burgerbaners")
    consent_texts: Many[Line] = says(
        "toestemmingsteksten", "Toestemmingsteksten", "Versies die nog gelden.", ["2026-1"], ()
    )


class Channel(Contact):
    """Contact for one kind of question."""

    theme: Choice[Theme] = says("soort", "Soort vraag", "Waarover de vraag gaat.", "meedoen")
    title: Line = says("titel", "Kop", "De kop boven het contactblok.", "Vragen over meedoen?")
    intro: Line | None = says("zin", "Zin", "Eén zin die uitnodigt.", "Bel of app gerust.", None)


class Entrance(Part):
    """One entrance on the home page."""

    title: Line = says("titel", "Titel", "Wie deze ingang neemt.", "Ik zoek een plek")
    text: Line = says("tekst", "Tekst", "Wat je er vindt.", "Zoek werk dat bij je past.")
    page: PageRef = says("pagina", "Pagina", "Pagina in content/.", "meedoen/index.md")
    picture: Slug = says("tekening", "Tekening", "Naam van de tekening.", "meedoen")


class FooterLink(Part):
    """One link at the bottom of every page."""

    title: Line = says("titel", "Titel", "Wat er staat.", "Privacy")
    page: PageRef = says("pagina", "Pagina", "Pagina in content/.", "privacy/index.md")


class HoursRule(Part):
    """How many hours a week the programme asks in all; left out when it has not said so."""

    minimum: int | None = says("min", "Minimum", "Minste uren per week.", 8, None, ge=0, le=60)
    maximum: int | None = says("max", "Maximum", "Meeste uren per week.", 24, None, ge=0, le=60)
    note: Line | None = says("toelichting", "Toelichting", "Wat erover bekend is.", "Nog niet vastgesteld.", None)


class Editors(Part):
    """Who keeps this site, as roles, so that it survives a change of people."""

    editor: Line = says("redactie", "Redactie", "Wie de site bijhoudt.", "Redactie van de coöperatie")
    backup: Line = says("achterwacht", "Achterwacht", "Wie het overneemt.", "Tweede redacteur")
    answers_within: Line = says("antwoord_binnen", "Antwoord binnen", "Hoe snel tips antwoord krijgen.", "2 weken")


class Others(Part):
    """Numbers and addresses of others that pages may name, such as a helpline; any other is taken for a slip."""

    example_fields = ("phones",)

    phones: Many[Phone] = says("telefoon", "Telefoon", "Nummers van anderen.", ["088 000 00 00"], ())
    mails: Many[Mail] = says("mail", "E-mail", "Adressen van anderen.", ["hulp@example.org"], ())


class Programme(Record):
    """The file `content/gegevens/programma.yml`."""

    name: Line = says("naam", "Naam", "Naam van het programma.", "Stadse Burgerbaan")
    area: Line = says("gebied", "Gebied", "Hoe een deel van de stad heet.", "wijk", "wijk")
    city: Line = says("stad", "Stad", "De stad of streek.", "Voorbeeldstad")
    reward: Choice[Reward] = says("soort", "Soort", "Wat iemand krijgt: vergoeding of loon.", "vergoeding")
    tagline: Line = says("slagzin", "Slagzin", "Eén zin onder de naam.", "Doe wat je kunt. Kies waar.")
    description: Prose = says("beschrijving", "Beschrijving", "Twee zinnen voor zoekmachines.", "Vrijwilligerswerk …")
    url: Web = says("url", "Adres", "Het adres van de site.", "https://www.example.org/")
    languages: Many[Choice[Language]] = says("talen", "Talen", "Talen van de site.", ["nl"], min_length=1)
    people: People = says("deelnemers", "Deelnemers", "Hoe de deelnemers heten.", None)
    organiser: Line = says("organisatie", "Organisatie", "Wie het programma organiseert.", "Coöperatie De Stad")
    hours: HoursRule = says("uren", "Uren", "De regel voor uren per week.", None)
    channels: Many[Channel] = says("contacten", "Contacten", "Eén per soort vraag.", None, min_length=1)
    entrances: Many[Entrance] = says("ingangen", "Ingangen", "De ingangen op de startpagina.", None)
    menu_buttons: Many[Entrance] = says("knoppen", "Knoppen", "De twee knoppen in de kop.", None)
    footer: Many[FooterLink] = says("voet", "Voet", "Links onderaan elke pagina.", None, ())
    editors: Editors = says("redactie", "Redactie", "Wie de site bijhoudt.", None)
    picture: Picture | None = says("beeld", "Beeld", "Groot beeld op de startpagina.", None, None)
    leaflet: Leaflet | None = says("kaartje", "Kaartje", "Wat op de kaartjes van het programma staat.", None, None)
    hero_title: Line = says("kop", "Kop", "De kop op de startpagina.", "Doe mee met wat jij kunt")
    others: Others | None = says("openbaar", "Openbaar", "Wat van anderen op een pagina mag staan.", None, None)
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer dit is nagekeken.", "2026-11-22")
    is_example: bool = says("voorbeeld", "Voorbeeld", "true zolang contactgegevens verzonnen zijn.", True, False)

    def channel(self, theme: Theme) -> Channel:
        """Contact for a kind of question; the first channel when there is none of its own."""
        return next((item for item in self.channels if item.theme == theme), self.channels[0])


class District(Item):
    """One district (wijk, stadsdeel)."""

    id: Slug = says("id", "Id", "Naam in adressen.", "haven")
    name: Line = says("naam", "Naam", "De wijk.", "Haven")
    text: Prose | None = says("tekst", "Tekst", "Iets over de wijk.", "Het oudste deel van de stad.", None)
    picture: Picture | None = says("beeld", "Beeld", "Buurtbeeld.", None, None)
    near: Many[DistrictRef] = says("naast", "Naast", "Wijken ernaast.", ["stad"], ())


class LearnArea(Item):
    """One thing that many people want to learn, to choose vacancies by."""

    id: Slug = says("id", "Id", "Naam in adressen.", "nederlands")
    name: Line = says("naam", "Naam", "Wat je leert, in gewone woorden.", "Nederlands spreken")


class Sector(Item):
    """One kind of work."""

    id: Slug = says("id", "Id", "Naam in adressen.", "zorg")
    name: Line = says("naam", "Naam", "De sector.", "Zorg en welzijn")
    text: Prose | None = says("tekst", "Tekst", "Wat je er doet.", "Je helpt mensen die zorg krijgen.", None)
