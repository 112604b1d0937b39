"""Each kind of record needs the page that lists it: others link to it."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_sections(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each page that links need and nobody wrote; the home page is always needed."""
    del places
    if not site.programme.path:  # without a programme nobody knows what its pages are called
        return
    needed = (
        (True, "index.md", "bezoekers", "Welkom"),
        (bool(site.vacancies), "vacatures/index.md", "vacatures", "Vacatures"),
        (bool(site.hosts), "organisaties/index.md", "organisaties", "Organisaties"),
        (bool(site.profiles), f"{site.programme.people.path}/index.md", "profielen", "Mensen"),
        (bool(site.events), "agenda/index.md", "bijeenkomsten", "Agenda"),
        (bool(site.news), "nieuws/index.md", "nieuwsberichten", "Nieuws"),
        (site.donation is not None, "doneren/index.md", "doelen om voor te geven", "Doneren"),
        (site.foundation is not None, "anbi/index.md", "gegevens van de stichting", "ANBI"),
        (bool(site.sponsors), "sponsors/index.md", "sponsors", "Sponsors"),
        (bool(site.terms), "begrippen/index.md", "begrippen", "Begrippen"),
        (bool(site.sources), "bronnen/index.md", "bronnen", "Bronnen"),
        (bool(site.roles), "contact/index.md", "rollen", "Contact"),
    )
    for is_needed, page, what, title in needed:
        if is_needed and not site.has_page(page):
            words = {"value": page, "what": what, "title": title}
            yield problem(f"{folders.content}/{page}", START, Kind.SECTION_PAGE_MISSING, **words)
