"""Where everything stands that the site makes: folders from its root, each ending in a slash."""

from __future__ import annotations

from burgerbaan.corner import Corner

VACANCIES = "vacatures/"
HOSTS = "organisaties/"
EVENTS = "agenda/"
NEWS = "nieuws/"
SPONSORS = "sponsors/"
ROLES = "over/rollen/"

GOALS = "doneer/"
"""Short, because codes hold it."""

GIVE = "doneren/"
"""The written page of all goals; who types the name of a goal behind it is led on."""

FACTSHEETS = "factsheets/"
"""Each holds the code of a written page."""

LEAFLET = "meedoen/kaartje/"
"""Cards of the programme itself."""

ROUTE_SHEET = "routekaart/kaart/"
SEARCH = "zoeken/"
DATA = "data/"

EMBED = "embed/"
"""Made for other sites to frame."""

CALENDAR = "agenda.ics"

RECORDS = {
    "vacancies": VACANCIES,
    "hosts": HOSTS,
    "events": EVENTS,
    "news": NEWS,
    "goals": GOALS,
    "factsheets": FACTSHEETS,
    "roles": ROLES,
}
"""Folders with a page for each record of a collection; the people have theirs in a folder that a programme chooses."""

SHORTLIST = f"{VACANCIES}bewaard/"
BANK_FOLDERS = ("bewaard", "dagdeel", "pagina", "sector", "wijk")
"""What lies beside the pages of vacancies."""

VACANCY_SHEETS = ("poster", "kaartje")
TALK_SHEET = "gesprek"
GOAL_SHEETS = ("poster", "kaartje")

MADE = (
    ".well-known/", *RECORDS.values(), GIVE, SPONSORS, LEAFLET, ROUTE_SHEET, SEARCH, DATA, EMBED,
)  # fmt: skip
"""Folders that the site fills, beside that of the people."""

RESERVED = (
    SEARCH, "zonder-internet/", DATA, "assets/", "gegevens/", "templates/", EMBED,
    *(f"{VACANCIES}{name}/" for name in BANK_FOLDERS),
)  # fmt: skip
"""Folders that the generator or MkDocs keeps for itself."""


def corner_url(corner: Corner) -> str:
    """The page of a corner."""
    return f"{HOSTS}{corner.host}/" if corner.host else VACANCIES + corner.path
