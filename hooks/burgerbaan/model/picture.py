"""A picture of the content."""

from __future__ import annotations

from burgerbaan.model.fields import Line, MediaRef
from burgerbaan.model.record import Part, says


class Picture(Part):
    """A picture that belongs to the content, with what is needed to show it honestly."""

    file: MediaRef = says("bestand", "Bestand", "Plaatje in de map content/.", "beeld/wijken/haven.svg")
    alt: Line = says("alt", "Beschrijving", "Wat je ziet, voor wie het plaatje niet ziet.", "Bootjes aan de kade.")
    maker: Line = says("maker", "Maker", "Wie het maakte.", "Getekend voor deze site")
    licence: Line = says("licentie", "Licentie", "Wat ermee mag.", "Vrij te gebruiken met naamsvermelding")
