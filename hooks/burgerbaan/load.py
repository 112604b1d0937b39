"""From folders to a Site: read every file, check every record, and report all that is wrong in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from burgerbaan.consents import without_withheld
from burgerbaan.gallery import hang
from burgerbaan.harvest import Harvest, Kept
from burgerbaan.kinds import Kind
from burgerbaan.load_facts import load_collection
from burgerbaan.load_hosts import load_hosts
from burgerbaan.load_people import load_profiles, problems_to_tell
from burgerbaan.misplaced import beside_the_folders, meant_name
from burgerbaan.model.collections import FACTS
from burgerbaan.model.programme import People, Programme
from burgerbaan.pages_written import load_pages, sizes_of
from burgerbaan.problems import START, Problem, problem
from burgerbaan.read_ahead import read_ahead
from burgerbaan.rules import check_publish, check_site, gathered, lost_between, remind_publish, without_broken
from burgerbaan.rules.marks import Mark
from burgerbaan.rules.signature import UNSIGNED
from burgerbaan.signature import FILE as SIGNATURE
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders, files_in

NOTHING: Mapping[str, Kept] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gave: every problem, and a site of the records that are right (None without a programme).

    `digests` names the text of each file of records; `kept` holds right records, for a later time to start from;
    `lost` the names of records that are there but not in the site.
    """

    site: Site | None
    problems: tuple[Problem, ...]
    digests: Mapping[str, str]
    kept: Mapping[str, Kept]
    lost: Mapping[str, frozenset[str]]


def load_site(
    folders: Folders,
    today: date,
    *,
    is_publishing: bool = False,
    memory: Mapping[str, Kept] = NOTHING,
    workers: int = 1,
    moment: int | None = None,
) -> Loaded:
    """Read a whole project; the site holds only records that are right and refer to records that are right.

    `is_publishing`: this is for the public, so examples are mistakes. `memory`: records that an earlier time kept;
    one whose file still holds the same text is not read again. `workers`: processes that read. WorkerLostError when
    one of those is killed. `moment`: now, in nanoseconds since 1970, for who reads again and again: a file whose date
    and size are those of `memory` is then not even opened.
    """
    harvest = Harvest(folders, moment, memory=memory)
    paths = _all_paths(harvest)
    harvest.ahead = read_ahead(harvest, paths, workers)
    parts = _read_records(harvest, paths)
    site = without_withheld(_site_of(harvest, parts, today))
    site = _with_pages(harvest, site, paths)
    harvest.report(*check_site(site, folders))
    harvest.report(*(check_publish if is_publishing else remind_publish)(site, folders))
    whole = without_broken(_without_blamed(site, harvest)) if parts["programme"] else None
    problems = gathered(problems_to_tell(harvest.problems, site, folders), site)
    return Loaded(whole, _sorted(problems), harvest.digests, harvest.kept, lost_between(site, whole) if whole else {})


def _read_records(harvest: Harvest, paths: tuple[str, ...]) -> Mapping[str, Any]:
    """Everything that no page is, by its name in Site; None for what is not there."""
    parts: dict[str, Any] = {item.name: load_collection(harvest, item, paths) for item in FACTS}
    parts["hosts"], parts["vacancies"] = load_hosts(harvest, paths)
    parts |= load_profiles(harvest, paths)._asdict()
    parts["signature"] = _load_signature(harvest, paths)
    parts["knows_donation"] = f"{harvest.folders.facts}/donatie.yml" in paths
    _report_strays(harvest, paths)
    return parts


def _site_of(harvest: Harvest, parts: Mapping[str, Any], today: date) -> Site:
    found = {name: part for name, part in parts.items() if part is not None}
    return Site(
        today=today,
        broken={name: frozenset(names) for name, names in harvest.broken.items()},
        marked=harvest.with_mark(Mark.WORDS) | harvest.with_mark(Mark.SIGNS),
        with_money=harvest.with_mark(Mark.MONEY),
        discreet=harvest.with_mark(Mark.DISCREET),
        content=harvest.folders.content,
        **{"programme": _STAND_IN, **found},
    )


def _with_pages(harvest: Harvest, site: Site, paths: tuple[str, ...]) -> Site:
    """The site with its written pages, and with the photos that it may show."""
    pages, media, problems = load_pages(harvest.folders, site)
    harvest.report(*problems)
    site = replace(site, pages=pages, media=media, sizes=sizes_of(harvest.folders, media))
    site, problems = hang(site, harvest.folders, paths)
    harvest.report(*problems)
    return site


def _without_blamed(site: Site, harvest: Harvest) -> Site:
    """The site less drawings and maps that point at nothing inside themselves, which a preview cannot draw, and less
    goals when anything about money is not as it was signed."""
    blamed = {item.path for item in harvest.problems if not item.is_reminder}
    is_unsigned = any(item.kind in UNSIGNED for item in harvest.problems)
    route, timetable, donation = site.route_map, site.timetable, site.donation
    return replace(
        site,
        drawings={name: item for name, item in site.drawings.items() if item.path not in blamed},
        decisions={name: item for name, item in site.decisions.items() if item.path not in blamed},
        route_map=None if route and route.path in blamed else route,
        timetable=None if timetable and timetable.path in blamed else timetable,
        donation=None if is_unsigned or (donation and donation.path in blamed) else donation,
    )


# Without a programme there is no site, but all other mistakes must be told in the same run.
_STAND_IN = Programme.model_construct(people=People.model_construct(path="deelnemers"), channels=())


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


def _all_paths(harvest: Harvest) -> tuple[str, ...]:
    folders = harvest.folders
    found: list[str] = []
    for folder in (folders.facts, folders.vacancies, folders.profiles):
        paths, problems = files_in(folders.root, folder)
        found.extend(paths)
        harvest.report(*problems)
    return tuple(found)


def _load_signature(harvest: Harvest, paths: tuple[str, ...]) -> str | None:
    path = f"{harvest.folders.facts}/{SIGNATURE}"
    harvest.seen.add(path)
    return (harvest.read(path) or "") if path in paths else None


def _report_strays(harvest: Harvest, paths: tuple[str, ...]) -> None:
    harvest.report(*beside_the_folders(harvest.folders))
    photos = harvest.folders.profiles + "/fotos/"
    for path in paths:
        if path not in harvest.seen and not path.startswith(photos):
            harvest.report(problem(path, START, Kind.FILE_STRAY, advice=_advice(harvest.folders, path)))


def _advice(folders: Folders, path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    if meant := meant_name(name, ".yml"):
        return meant
    if name.endswith(".yml") and path.startswith(folders.vacancies + "/"):
        return f"Zet een vacature in de map van haar organisatie: {folders.vacancies}/<organisatie>/{name}"
    return "Gegevens eindigen op .yml en staan in een map die de site kent. Haal het weg of geef het de goede naam."
