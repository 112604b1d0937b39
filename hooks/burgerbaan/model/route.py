"""The routekaart (the road, its pitfalls and who helps) and the spoorboekje (steps between forms of work)."""

from __future__ import annotations

from burgerbaan.model.fields import Label, Line, Many, PageRef, PastDay, Prose, ShortLine, Slug, SourceRef
from burgerbaan.model.record import Part, Record, says


class Theme(Part):
    """One of the four themes; the periodic talks use the same list."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "eigen-plan")
    name: Label = says("naam", "Naam", "Het thema.", "Je eigen plan")
    text: Prose = says("tekst", "Tekst", "Waar het over gaat.", "Wat wil je, wat kun je?")
    talk: Prose | None = says("gesprek", "Gesprek", "De vraag in de vaste gesprekken.", "Wat heb je nodig?", None)

    @property
    def talk_question(self) -> str:
        """What a talk asks about this theme."""
        return self.talk or self.text


class Stage(Part):
    """One stage of the road."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "voor-je-begint")
    name: Label = says("naam", "Naam", "De fase.", "Voor je begint")
    text: Prose = says("tekst", "Tekst", "Waar het over gaat.", "Je kijkt rond.")
    takes: ShortLine | None = says("duur", "Duur", "Hoe lang.", "een paar weken", None)


class Stop(Part):
    """Where a stage and a theme meet."""

    id: Slug = says("id", "Id", "Naam in adressen.", "voor-je-begint-eigen-plan")
    stage: Slug = says("fase", "Fase", "Id van een fase.", "voor-je-begint")
    theme: Slug = says("thema", "Thema", "Id van een thema.", "eigen-plan")
    title: ShortLine = says("titel", "Titel", "De halte.", "Wat wil ik?")
    question: Prose = says("vraag", "Vraag", "De vraag die je jezelf stelt.", "Waar krijg ik energie van?")
    pitfall: Prose = says("valkuil", "Valkuil", "Wat vaak misgaat.", "Meteen ja zeggen.")
    tip: Prose = says("tip", "Tip", "Wat helpt.", "Schrijf drie dingen op.")
    helper: Line = says("wie_helpt", "Wie helpt", "Bij wie je terecht kunt.", "De coördinator")
    paper: Line | None = says("papier", "Papier", "Wat je erbij gebruikt.", "Persoonlijk plan", None)
    page: PageRef | None = says("pagina", "Pagina", "Pagina in content/.", "meedoen/persoonlijk-plan.md", None)


class Talk(Part):
    """A talk that comes back: how long after the start, and what it looks at most."""

    months: int = says("maanden", "Maanden", "Zoveel maanden na de start.", 3, ge=1, le=60)
    focus: Line | None = says("kijk_naar", "Kijk naar", "Waar je vooral naar kijkt.", "Hoe ging het inwerken?", None)


class RouteMap(Record):
    """The file `content/gegevens/routekaart.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Routekaart")
    version: Line = says("versie", "Versie", "Nummer van de versie.", "1.0")
    updated: PastDay = says("bijgewerkt", "Bijgewerkt", "Datum.", "2026-11-22")
    note: Prose = says("toelichting", "Toelichting", "Hoe hij gemaakt is.", "Gemaakt met …")
    themes: Many[Theme] = says("themas", "Thema's", "De thema's.", None, min_length=1, max_length=5)
    stages: Many[Stage] = says("fasen", "Fasen", "De fasen.", None, min_length=1, max_length=12)
    stops: Many[Stop] = says("haltes", "Haltes", "Eén per fase en thema.", None, min_length=1)
    talks: Many[Talk] = says("gesprekken", "Gesprekken", "De vaste gesprekken, op volgorde.", None, (), max_length=12)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "evaluatie-2023", None)


class Station(Part):
    """One form of work or taking part."""

    id: Slug = says("id", "Id", "Naam waarmee je verwijst.", "vrijwilliger")
    name: Line = says("naam", "Naam", "Het station.", "Vrijwilliger")
    text: Prose = says("tekst", "Tekst", "Wat het is.", "Je helpt zonder vergoeding.")
    pay: Line = says("loon", "Geld", "Wat je krijgt.", "geen")
    hours: Line = says("uren", "Uren", "Hoeveel uren.", "je kiest zelf")
    contract: Line = says("contract", "Contract", "Wat je tekent.", "vrijwilligersovereenkomst")
    decides: Line = says("wie_beslist", "Wie beslist", "Wie erover gaat.", "jij en de organisatie")
    learning: Line = says("leren", "Leren", "Wat je kunt leren.", "op de werkvloer")
    where: Line = says("waar", "Waar", "In welke stad.", "Voorbeeldstad")
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    is_staying: bool = says("blijven", "Blijven", "true: hier blijf je doen wat je al doet.", True, False)


class Connection(Part):
    """A step from one station to another."""

    origin: Slug = says("van", "Van", "Id van een station.", "vrijwilliger")
    target: Slug = says("naar", "Naar", "Id van een station.", "burgerbaan")
    condition: Prose = says("voorwaarde", "Voorwaarde", "Wat ervoor nodig is.", "Twee overeenkomsten.")
    learning: Line | None = says("leren", "Leren", "Wat je leert.", "plannen", None)
    takes: Line | None = says("duur", "Duur", "Hoe lang het duurt, als dat bekend is.", "hoogstens twee jaar", None)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)


class Timetable(Record):
    """The file `content/gegevens/spoorboekje.yml`."""

    title: Line = says("titel", "Titel", "Kop.", "Spoorboekje")
    note: Prose = says("toelichting", "Toelichting", "Hoe je het leest.", "Kies waar je bent.")
    stations: Many[Station] = says("stations", "Stations", "De stations.", None, min_length=1)
    connections: Many[Connection] = says("verbindingen", "Verbindingen", "De stappen.", None, min_length=1)

    @property
    def staying(self) -> Station | None:
        """The station of who stays; the route that a visitor makes may end there from anywhere."""
        return next((station for station in self.stations if station.is_staying), None)

    @property
    def forms(self) -> tuple[Station, ...]:
        """The stations that can be compared: to stay is no form of work."""
        return tuple(station for station in self.stations if not station.is_staying)
