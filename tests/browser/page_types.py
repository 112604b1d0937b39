"""One address for every type of page, found in the built site and never guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

VACANCIES = Path(__file__).parent.parent.parent / "vacancies"


@dataclass(frozen=True)
class Site:
    """The built folder, asked for what stands in it today."""

    folder: Path

    @cached_property
    def open_vacancies(self) -> list[dict[str, Any]]:
        data = json.loads((self.folder / "data" / "vacatures.json").read_text(encoding="utf-8"))
        vacancies: list[dict[str, Any]] = [row for row in data["vacatures"] if row["status"] == "open"]
        assert vacancies, "There is no open vacancy to visit."
        return vacancies

    @property
    def open_vacancy(self) -> dict[str, Any]:
        return self.open_vacancies[0]

    def has(self, path: str) -> bool:
        file = self.folder / path.lstrip("/")
        return (file / "index.html" if path.endswith("/") else file).is_file()

    def html(self, path: str) -> str:
        return (self.folder / path.lstrip("/") / "index.html").read_text(encoding="utf-8")

    def vacancy_with(self, status: str) -> str:
        """A vacancy whose file has this status and whose page was built."""
        for file in sorted(VACANCIES.glob("*/*.yml")):
            path = f"/vacatures/{file.stem}/"
            if file.stem != "organisatie" and self.has(path):
                row = yaml.safe_load(file.read_text(encoding="utf-8"))
                if row.get("status") == status:
                    return path
        raise AssertionError(f"No built vacancy has status {status}.")

    def first_below(self, path: str, test: Callable[[str], bool] = bool) -> str:
        """The first page right below `path` whose HTML passes `test`."""
        for page in sorted((self.folder / path.strip("/")).glob("*/index.html")):
            if test(page.read_text(encoding="utf-8")):
                return f"{path}{page.parent.name}/"
        raise AssertionError(f"No page below {path} is of this type.")


def _open(site: Site) -> str:
    return f"/vacatures/{site.open_vacancy['id']}/"


def _host(site: Site) -> str:
    return f"/organisaties/{site.open_vacancy['organisatie']}/"


def _story(site: Site) -> str:
    return site.first_below("/burgerbaners/", lambda html: 'href="verhaal/"' in html) + "verhaal/"


def _poster(site: Site) -> str:
    return f"{_open(site)}poster/"


def _cards(site: Site) -> str:
    return f"{_open(site)}kaartje/"


def _talk(site: Site) -> str:
    return f"{_open(site)}gesprek/"


def _goal(site: Site) -> str:
    return site.first_below("/doneer/", lambda html: 'class="bb-codes"' in html)


def _certificate(site: Site) -> str:
    """The certificate that holds most: one with a logo."""
    pages = sorted(site.folder.glob("sponsors/*/certificaat/index.html"))
    found = next(page for page in pages if "<img" in page.read_text(encoding="utf-8"))
    return f"/{found.parent.relative_to(site.folder).as_posix()}/"


# Fixed addresses are promises of the site; what depends on dates and files is looked up.
PAGE_TYPES: dict[str, str | Callable[[Site], str]] = {
    "home": "/",
    "over": "/over/",
    "relatiemodel": "/over/relatiemodel/",
    "vuistregels": "/over/vuistregels/",
    "tips": "/over/tips/",
    "testblad": "/over/testblad/",
    "projectorganisatie": "/over/projectorganisatie/",
    "rollen": "/over/rollen/",
    "rol": lambda site: site.first_below("/over/rollen/", lambda html: 'id="papieren"' in html),
    "meedoen": "/meedoen/",
    "hoe-kom-je-er": "/meedoen/hoe-kom-je-er/",
    "is-dit-iets-voor-mij": "/meedoen/is-dit-iets-voor-mij/",
    "makkelijk": "/meedoen/makkelijk/",
    "samen": "/meedoen/samen/",
    "van-dagbesteding": "/meedoen/van-dagbesteding/",
    "veelgevraagd": "/meedoen/veelgevraagd/",
    "geld-en-uitkering": "/meedoen/geld-en-uitkering/",
    "persoonlijk-plan": "/meedoen/persoonlijk-plan/",
    "urenbriefje": "/meedoen/urenbriefje/",
    "mijn-plan": "/mijn-plan/",
    "vacatures": "/vacatures/",
    "vacature-open": _open,
    "vacature-vol": lambda site: site.vacancy_with("vol"),
    "vacature-gesloten": lambda site: site.vacancy_with("gesloten"),
    "bewaard": "/vacatures/bewaard/",
    "dagdeel": "/vacatures/dagdeel/avond/",
    "tweede-bladzijde": "/vacatures/pagina/2/",
    "wijk": lambda site: site.first_below("/vacatures/wijk/"),
    "sector": lambda site: site.first_below("/vacatures/sector/"),
    "wijk-en-sector": lambda site: site.first_below(site.first_below("/vacatures/wijk/")),
    "poster": _poster,
    "kaartje": _cards,
    "kaartje-programma": "/meedoen/kaartje/",
    "gesprek": _talk,
    "factsheet": "/factsheets/geld/",
    "factsheets": "/bedrijven/factsheet/",
    "burgerbaners": "/burgerbaners/",
    "profiel": lambda site: site.first_below("/burgerbaners/", lambda html: 'id="talenten"' in html),
    "verhaal": _story,
    "verhalen": "/burgerbaners/verhalen/",
    "talentenpool": "/bedrijven/talentenpool/",
    "organisaties": "/organisaties/",
    "organisatie": _host,
    "inwerkplan": "/organisaties/inwerkplan/",
    "bedrijven": "/bedrijven/",
    "geldstroom": "/bedrijven/geldstroom/",
    "doneren": "/doneren/",
    "doel": _goal,
    "poster-doel": lambda site: f"{_goal(site)}poster/",
    "kaartje-doel": lambda site: f"{_goal(site)}kaartje/",
    "klopt-deze-code": "/doneer/controle/",
    "anbi": "/anbi/",
    "sponsors": "/sponsors/",
    "certificaat": _certificate,
    "word-sponsor": "/bedrijven/word-sponsor/",
    "agenda": "/agenda/",
    "bijeenkomst": lambda site: site.first_below("/agenda/", lambda html: ".ics" in html),
    "verslag": lambda site: site.first_below("/agenda/", lambda html: 'id="verslag"' in html),
    "nieuws": "/nieuws/",
    "nieuwsbericht": lambda site: site.first_below("/nieuws/"),
    "kennis": "/kennis/",
    "cijfers": "/kennis/buurtbaan-amsterdam/cijfers/",
    "muren-en-doorbraken": "/leren/muren-en-doorbraken/",
    "werkvormen": "/leren/werkvormen/",
    "routekaart": "/routekaart/",
    "routekaart-op-papier": "/routekaart/kaart/",
    "spoorboekje": "/spoorboekje/",
    "begrippen": "/begrippen/",
    "bronnen": "/bronnen/",
    "in-jouw-taal": "/in-jouw-taal/",
    "in-het-arabisch": "/in-jouw-taal/arabisch/",
    "contact": "/contact/",
    "zoeken": "/zoeken/",
    "embed": "/embed/alles/",
    "vacatures-op-jouw-site": "/organisaties/vacatures-op-jouw-site/",
    "404": "/404.html",
    "zonder-internet": "/zonder-internet/",
}


def address(site: Site, page_type: str) -> str:
    """The path of the page that stands for this type."""
    found = PAGE_TYPES[page_type]
    path = found if isinstance(found, str) else found(site)
    assert site.has(path), f"The site has no page {path} for type {page_type}."
    return path
