"""A message that is ready: to fill in and send to the programme, or to pass on to somebody."""

from __future__ import annotations

from burgerbaan.model.fields import Choice, Prose, ShortLine
from burgerbaan.model.programme import Theme
from burgerbaan.model.record import Record, says


class Message(Record):
    """The file `content/gegevens/berichten/<id>.yml`."""

    title: ShortLine = says("titel", "Titel", "Op de knop, of boven de tekst.", "Mail je vacature")
    to: Choice[Theme] | None = says(
        "aan", "Aan", "Wie het krijgt. Laat het weg bij een tekst om door te sturen.", "organisaties", None
    )
    subject: ShortLine | None = says(
        "onderwerp", "Onderwerp", "Het onderwerp van de mail. Zonder: de titel.", "Een vacature voor de site", None
    )
    takes_sheet: bool = says(
        "met_blad", "Met het blad", "true: wat iemand op het invulblad van die pagina schreef, gaat mee.", True, False
    )
    text: Prose = says("tekst", "Tekst", "Wat er al staat. Regels blijven regels.", "Het werk:\n\nDe wijk:")
