"""The card of the programme itself: a few words to put in somebody's hand."""

from __future__ import annotations

from burgerbaan.model.easy import Pictogram
from burgerbaan.model.fields import Choice, Many, ShortLine
from burgerbaan.model.record import Part, says


class LeafletPoint(Part):
    """One thing that the card tells, with its pictogram."""

    pictogram: Choice[Pictogram] = says("teken", "Teken", "Wat je in één blik ziet.", "hand")
    text: ShortLine = says("tekst", "Tekst", "Een paar woorden.", "Jij kiest het werk.")


class Leaflet(Part):
    """What the card says; the code, the number and the address come by themselves."""

    title: ShortLine = says("titel", "Titel", "In grote letters.", "Jij kunt iets. Doe mee")
    summary: ShortLine = says("zin", "Zin", "Wat het is, in één zin.", "Vrijwilligerswerk met een vergoeding.")
    points: Many[LeafletPoint] = says("punten", "Punten", "Wat mensen vooraf willen weten.", None, max_length=4)
