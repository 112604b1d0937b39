"""Which file holds which records: the one list that loading, schemas and the handbook derive from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from burgerbaan.model.amounts import Amounts
from burgerbaan.model.decision import Decision
from burgerbaan.model.donation import Donation
from burgerbaan.model.easy import EasyText
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.model.foundation import Foundation
from burgerbaan.model.happenings import Event, News, Tip
from burgerbaan.model.host import Host
from burgerbaan.model.knowledge import (
    DataTable,
    Drawing,
    Figure,
    Questions,
    Rule,
    Source,
    Steps,
    Term,
    Timeline,
)
from burgerbaan.model.message import Message
from burgerbaan.model.people import Profile, Quotes
from burgerbaan.model.programme import District, LearnArea, Programme, Sector
from burgerbaan.model.reading_panel import PanelSheet, Round
from burgerbaan.model.record import Part
from burgerbaan.model.roles import Role
from burgerbaan.model.route import RouteMap, Timetable
from burgerbaan.model.sponsor import Sponsor
from burgerbaan.model.synonyms import Synonyms
from burgerbaan.model.vacancy import Vacancy


class Shape(Enum):
    """How records lie in files."""

    ONE = auto()
    """The file is one record."""
    LIST = auto()
    """The file is a list of records."""
    FOLDER = auto()
    """Each file in the folder is one record; its name is the slug."""
    FOLDER_OF_LISTS = auto()
    """Each file in the folder is a list of records."""


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of record in `content/gegevens/`: the attribute of Site, its file or folder, its model."""

    name: str
    place: str
    shape: Shape
    model: type[Part]
    is_required: bool = False


FACTS: tuple[Collection, ...] = (
    Collection("programme", "programma.yml", Shape.ONE, Programme, is_required=True),
    Collection("districts", "wijken.yml", Shape.LIST, District, is_required=True),
    Collection("sectors", "sectoren.yml", Shape.LIST, Sector, is_required=True),
    Collection("learn_areas", "leergebieden.yml", Shape.LIST, LearnArea),
    Collection("synonyms", "synoniemen.yml", Shape.LIST, Synonyms),
    Collection("sources", "bronnen.yml", Shape.LIST, Source),
    Collection("figures", "cijfers", Shape.FOLDER_OF_LISTS, Figure),
    Collection("tables", "tabellen", Shape.FOLDER, DataTable),
    Collection("questions", "vragen", Shape.FOLDER, Questions),
    Collection("quotes", "citaten", Shape.FOLDER, Quotes),
    Collection("drawings", "schemas", Shape.FOLDER, Drawing),
    Collection("steps", "stappen", Shape.FOLDER, Steps),
    Collection("decisions", "keuzehulp", Shape.FOLDER, Decision),
    Collection("easy_texts", "makkelijk", Shape.FOLDER, EasyText),
    Collection("messages", "berichten", Shape.FOLDER, Message),
    Collection("timelines", "tijdlijnen", Shape.FOLDER, Timeline),
    Collection("terms", "begrippen.yml", Shape.LIST, Term),
    Collection("roles", "rollen.yml", Shape.LIST, Role),
    Collection("thumb_rules", "vuistregels.yml", Shape.LIST, Rule),
    Collection("amounts", "bedragen.yml", Shape.LIST, Amounts),
    Collection("factsheets", "factsheets", Shape.FOLDER, Factsheet),
    Collection("sponsors", "sponsors.yml", Shape.LIST, Sponsor),
    Collection("donation", "donatie.yml", Shape.ONE, Donation),
    Collection("foundation", "stichting.yml", Shape.ONE, Foundation),
    Collection("route_map", "routekaart.yml", Shape.ONE, RouteMap),
    Collection("timetable", "spoorboekje.yml", Shape.ONE, Timetable),
    Collection("events", "agenda", Shape.FOLDER, Event),
    Collection("news", "nieuws", Shape.FOLDER, News),
    Collection("tips", "tips.yml", Shape.LIST, Tip),
    Collection("panel_sheet", "testblad.yml", Shape.ONE, PanelSheet),
    Collection("panel_rounds", "leespanel", Shape.FOLDER, Round),
)

RECORDS: dict[str, type[Part]] = {
    "organisatie": Host,
    "vacature": Vacancy,
    "profiel": Profile,
}
"""Records outside `content/gegevens/`, by the name of their schema."""
