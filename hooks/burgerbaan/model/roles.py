"""Who does what: roles with their tasks, whom they deal with and what they sign."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from burgerbaan.model.fields import Choice, Line, Many, PageRef, Prose, ShortLine, Slug, Web
from burgerbaan.model.programme import Theme
from burgerbaan.model.record import Item, Part, Refers, says

RoleRef = Annotated[Slug, Refers("roles")]


class Phase(StrEnum):
    """When a task is done."""

    LOOK = "zoeken"
    AGREE = "afspreken"
    WORK = "werken"
    MONEY = "geld"
    ONWARD = "verder"


class RoleTask(Part):
    """One task; an editor may also write only its text."""

    text: Line = says("taak", "Taak", "Wat deze rol doet.", "tekent de uren")
    phase: Choice[Phase] | None = says("fase", "Fase", "Wanneer; leeg is altijd.", "werken", None)


def _task(value: Any) -> Any:
    return value if isinstance(value, dict | list) else {"taak": value}


Task = Annotated[RoleTask, BeforeValidator(_task, json_schema_input_type=str | RoleTask)]


class Dealing(Part):
    """Another role that this one deals with; it counts for both."""

    role: RoleRef = says("rol", "Rol", "Id van de andere rol.", "stichting")
    about: ShortLine = says("over", "Over", "Waar het over gaat.", "het werk en de begeleiding")


class Paper(Part):
    """Something that is signed; it counts for all who sign."""

    name: ShortLine = says("naam", "Papier", "Hoe het heet.", "vrijwilligersovereenkomst")
    others: Many[RoleRef] = says("met", "Met", "Id's van wie ook tekent.", ["stichting"], min_length=1)
    page: PageRef | None = says("pagina", "Pagina", "Pagina in content/.", "meedoen/overeenkomsten.md", None)


class Role(Item):
    """One role with its tasks."""

    id: Slug = says("id", "Id", "Naam in adressen.", "gastheer")
    name: Line = says("naam", "Naam", "De rol.", "Organisatie")
    origin: Slug = says("programma", "Hoort bij", "Bij welk programma.", "eigen")
    text: Prose = says("tekst", "Tekst", "Wat deze rol is.", "Biedt het werk en de begeleiding.")
    tasks: Many[Task] = says("taken", "Taken", "Wat deze rol doet.", ["Tekent de uren"], min_length=1)
    decides: Many[Line] = says("beslist", "Beslist", "Waarover deze rol beslist.", ["welk werk het wordt"], ())
    talks: Many[Dealing] = says("spreekt", "Spreekt", "Met welke rollen deze te maken heeft.", None, ())
    papers: Many[Paper] = says("papieren", "Papieren", "Wat deze rol tekent.", None, ())
    pages: Many[PageRef] = says(
        "paginas", "Pagina's", "Voor wie deze rol heeft.", ["meedoen/index.md"], (), max_length=8
    )
    contact: Choice[Theme] = says("contact", "Contact", "Bij wie je terecht kunt.", "organisaties")
    website: Web | None = says("website", "Website", "Eigen site van deze rol.", "https://example.org/", None)
