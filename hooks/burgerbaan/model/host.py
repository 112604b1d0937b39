"""An organisation that offers places."""

from __future__ import annotations

from enum import StrEnum

from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import (
    Choice,
    DistrictRef,
    Line,
    Many,
    Markdown,
    PastDay,
    Prose,
    SectorRef,
    ShortLine,
    Slug,
    SourceRef,
    Web,
)
from burgerbaan.model.record import Record, says
from burgerbaan.model.vacancy import Access, Place


class Size(StrEnum):
    """Whether paid professionals work there."""

    LARGE = "groot"
    SMALL = "klein"


class Host(Record):
    """The file `vacancies/<organisatie>/organisatie.yml`."""

    name: ShortLine = says("naam", "Naam", "Naam van de organisatie.", "Buurthuis De Brug")
    summary: Line = says("samenvatting", "Samenvatting", "Wat de organisatie doet.", "Een huis voor de buurt.")
    size: Choice[Size] | None = says(
        "grootte", "Grootte", "groot: met betaalde collega's; klein: zonder.", "klein", None
    )
    districts: Many[DistrictRef] = says("wijken", "Wijken", "Waar zij werkt.", ["haven"], min_length=1)
    sectors: Many[SectorRef] = says("sectoren", "Sectoren", "Soorten werk.", ["horeca"], ())
    place: Place | None = says("plek", "Plek", "Adres.", None, None)
    website: Web | None = says("website", "Website", "Adres van de site, met https.", "https://example.org", None)
    contact: Contact | None = says("contact", "Contact", "Wie je bereikt.", None, None)
    access: Access | None = says("toegang", "Toegang", "Hoe toegankelijk de plek is.", None, None)
    since: PastDay | None = says("sinds", "Sinds", "Sinds wanneer zij meedoet.", "2026-01-01", None)
    checked: PastDay | None = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-15", None)
    source: SourceRef | None = says("bron", "Bron", "Waar dit vandaan komt.", "dialoogavond-5", None)
    text_markdown: Markdown | None = says("tekst", "Tekst", "Meer over de organisatie.", "Wij zijn …", None)
    note: Prose | None = says("opmerking", "Opmerking", "Wat de lezer moet weten.", "Stand van 2022.", None)
    former_names: Many[Slug] = says(
        "vroeger", "Eerdere namen", "Namen die deze map eerder had; oude links blijven werken.", ["de-brug"], ()
    )
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)
