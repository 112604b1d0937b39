"""A choice in small steps: one question at a time, each answer leads to the next one or to an end."""

from __future__ import annotations

from burgerbaan.model.fields import Choice, Many, PageRef, Prose, ShortLine, Slug, SourceRef
from burgerbaan.model.programme import Theme
from burgerbaan.model.record import Part, Record, says

_ANSWERS = [{"tekst": "Ja", "naar": "tijd"}, {"tekst": "Nee", "naar": "lezen"}]


class Answer(Part):
    """One answer, and where it leads."""

    text: ShortLine = says("tekst", "Antwoord", "Wat iemand kiest.", "Ja, dat wil ik")
    target: Slug = says("naar", "Naar", "Id van de volgende vraag, of van een einde.", "tijd")


class Choosing(Part):
    """One small question with its answers."""

    id: Slug = says("id", "Id", "Naam waar antwoorden naar verwijzen.", "idee")
    question: ShortLine = says("vraag", "Vraag", "Eén kleine vraag.", "Wil je iets doen voor je buurt?")
    explanation: Prose | None = says("uitleg", "Uitleg", "Wat je erbij moet weten.", "Alles telt.", None)
    answers: Many[Answer] = says("antwoorden", "Antwoorden", "Twee tot vier.", _ANSWERS, min_length=2, max_length=4)


class Ending(Part):
    """Where the questions end: what somebody can do now, and one contact."""

    id: Slug = says("id", "Id", "Naam waar antwoorden naar verwijzen.", "proberen")
    title: ShortLine = says("titel", "Titel", "Wat je nu kunt doen.", "Zoek een plek")
    text: Prose = says("tekst", "Tekst", "Uitleg, zonder advies.", "Kijk rustig rond.")
    pages: Many[PageRef] = says(
        "paginas", "Pagina's", "Een tot drie pagina's.", ["meedoen/index.md"], min_length=1, max_length=3
    )
    contact: Choice[Theme] = says("contact", "Contact", "Bij wie je terechtkunt.", "meedoen")


class Decision(Record):
    """The file `content/gegevens/keuzehulp/<id>.yml`."""

    title: ShortLine = says("titel", "Titel", "Kop boven de vragen.", "Zoek het stap voor stap uit")
    start: Slug = says("begin", "Begin", "Id van de eerste vraag.", "idee")
    questions: Many[Choosing] = says("vragen", "Vragen", "De vragen.", None, min_length=1, max_length=12)
    endings: Many[Ending] = says("eindes", "Eindes", "Waar het ophoudt.", None, min_length=1, max_length=8)
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)
    note: Prose | None = says("toelichting", "Toelichting", "Wat je erbij moet weten.", "De vragen zijn van ons.", None)
