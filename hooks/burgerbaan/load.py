"""From folders to a Site: read every file, check every record, and report all that is wrong in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from burgerbaan.consents import without_withheld
from burgerbaan.crew import share
from burgerbaan.gallery import hang
from burgerbaan.harvest import (
    Harvest,
    Kept,
    Reading,
    Source,
    is_good_name,
    load_folder,
    load_list,
    load_record,
    read_record,
    report_absent,
)
from burgerbaan.kinds import Kind
from burgerbaan.load_people import load_profiles, told
from burgerbaan.model.collections import FACTS, Collection, Shape
from burgerbaan.model.fields import is_slug
from burgerbaan.model.host import Host
from burgerbaan.model.people import Profile
from burgerbaan.model.programme import People, Programme
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.pages_written import load_pages, sizes_of
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.rules import check_publish, check_site, lost_between, remind_publish, without_broken
from burgerbaan.rules.marks import Mark
from burgerbaan.rules.signature import UNSIGNED
from burgerbaan.signature import FILE as SIGNATURE
from burgerbaan.site import EVERYTHING, Site
from burgerbaan.source.folders import Folders, files_in

NOTHING: Mapping[str, Kept] = MappingProxyType({})

FEW = 400
"""Below so many records a second process costs more than it brings."""

_AT_ONCE = 50
"""Files that a process reads at a time."""


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
    harvest.ahead = _read_ahead(harvest, paths, workers)
    parts: dict[str, Any] = {item.name: _load_collection(harvest, item, paths) for item in FACTS}
    parts["hosts"], parts["vacancies"] = _load_hosts(harvest, paths)
    parts["profiles"] = load_profiles(harvest, paths)
    parts["signature"] = _load_signature(harvest, paths)
    parts["knows_donation"] = f"{folders.facts}/donatie.yml" in paths
    _report_strays(harvest, paths)
    has_programme = parts["programme"] is not None
    parts["programme"] = parts["programme"] or _STAND_IN
    broken = {name: frozenset(names) for name, names in harvest.broken.items()}
    found = {name: part for name, part in parts.items() if part is not None}
    found |= {"marked": harvest.with_mark(Mark.WORDS), "with_money": harvest.with_mark(Mark.MONEY)}
    found |= {"discreet": harvest.with_mark(Mark.DISCREET)}
    site = without_withheld(Site(today=today, broken=broken, **found))
    pages, media, page_problems = load_pages(folders, site)
    harvest.report(*page_problems)
    site = replace(site, pages=pages, media=media, sizes=sizes_of(folders, media))
    site, photo_problems = hang(site, folders, paths)
    harvest.report(*photo_problems)
    harvest.report(*check_site(site, folders))
    harvest.report(*(check_publish if is_publishing else remind_publish)(site, folders))
    whole = without_broken(_without_blamed(site, harvest)) if has_programme else None
    problems = told(harvest.problems, site, folders)
    return Loaded(whole, _sorted(problems), harvest.digests, harvest.kept, lost_between(site, whole) if whole else {})


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


def _read_ahead(harvest: Harvest, paths: tuple[str, ...], workers: int) -> Mapping[str, Reading]:
    """Files of vacancies, hosts and profiles, when there are so many that several processes bring something."""
    if workers == 1 or len(paths) < FEW:
        return {}
    sources = [source for path in paths if (source := _source(harvest.folders, path))]
    read = share(sources, partial(read_record, harvest), workers, _AT_ONCE)
    return {source.path: reading for source, reading in zip(sources, read, strict=True)}


def _source(folders: Folders, path: str) -> Source | None:
    slug = path.rsplit("/", 1)[-1].removesuffix(".yml")
    if not path.endswith(".yml") or not is_slug(slug):
        return None
    if path.startswith(f"{folders.profiles}/"):
        return Source(Profile, path, slug)
    if path.startswith(f"{folders.vacancies}/"):
        return Source(Host, path, path.split("/")[-2]) if slug == "organisatie" else Source(Vacancy, path, slug)
    return None


def _load_collection(harvest: Harvest, item: Collection, paths: tuple[str, ...]) -> Any:
    place = f"{harvest.folders.facts}/{item.place}"
    if item.shape is Shape.ONE:
        return _load_one(harvest, item, place, paths)
    if item.shape is Shape.LIST:
        records = load_list(harvest, item, place, paths)
        return _by_id(harvest, item, records)
    files = re.compile(rf"{re.escape(place)}/[^/]+\.yml")
    inside = [path for path in paths if path.startswith(place) and files.fullmatch(path)]
    harvest.seen.update(inside)
    if item.shape is Shape.FOLDER_OF_LISTS:
        records = [record for path in inside for record in load_list(harvest, item, path, paths)]
        return _by_id(harvest, item, records)
    return load_folder(harvest, item.name, item.model, inside)


def _load_one(harvest: Harvest, item: Collection, path: str, paths: tuple[str, ...]) -> Any:
    harvest.seen.add(path)
    if path not in paths:
        report_absent(harvest, item, path)
        return None
    record = load_record(harvest, item.model, path, item.place.removesuffix(".yml"))
    if record is None:
        harvest.mark_broken(item.name, EVERYTHING)
    return record


def _by_id(harvest: Harvest, item: Collection, records: list[tuple[Any, str, Position]]) -> Any:
    if "id" not in item.model.model_fields:
        return tuple(record for record, _, _ in records)
    found: dict[str, Any] = {}
    places: dict[str, str] = {}
    for record, path, position in records:
        if record.id in found:
            words = {"value": record.id, "other": places[record.id]}
            harvest.report(problem(path, position, Kind.IDENTIFIER_DUPLICATE, **words))
        else:
            found[record.id] = record
            places[record.id] = path
    return MappingProxyType(found)


def _load_hosts(harvest: Harvest, paths: tuple[str, ...]) -> tuple[Mapping[str, Host], Mapping[str, Vacancy]]:
    prefix = harvest.folders.vacancies + "/"
    hosts: dict[str, Host] = {}
    vacancies: dict[str, Vacancy] = {}
    folders: dict[str, list[str]] = {}
    for path in paths:
        parts = path.removeprefix(prefix).split("/")
        if path.startswith(prefix) and len(parts) == 2 and path.endswith(".yml"):
            folders.setdefault(parts[0], []).append(path)
            harvest.seen.add(path)
    for folder, inside in folders.items():
        if is_good_name(harvest, f"{prefix}{folder}/organisatie.yml", folder):
            _load_host(harvest, folder, inside, hosts, vacancies)
    return MappingProxyType(hosts), MappingProxyType(vacancies)


def _load_host(
    harvest: Harvest, folder: str, paths: list[str], hosts: dict[str, Host], vacancies: dict[str, Vacancy]
) -> None:
    host_path = f"{harvest.folders.vacancies}/{folder}/organisatie.yml"
    if host_path not in paths:
        harvest.report(problem(host_path, START, Kind.HOST_MISSING, value=folder))
    for path in paths:
        slug = path.rsplit("/", 1)[-1].removesuffix(".yml")
        if path == host_path:
            host = load_record(harvest, Host, path, folder)
            if host is None:
                harvest.mark_broken("hosts", folder)
            else:
                hosts[folder] = host
        elif is_good_name(harvest, path, slug):
            vacancy = load_record(harvest, Vacancy, path, slug)
            if vacancy is None:
                harvest.mark_broken("vacancies", slug)
            if vacancy is not None and slug in vacancies:
                words = {"value": f"vacatures/{slug}", "other": vacancies[slug].path}
                harvest.report(problem(path, START, Kind.PAGE_CLASH, **words))
            elif vacancy is not None:
                vacancies[slug] = vacancy


def _load_signature(harvest: Harvest, paths: tuple[str, ...]) -> str | None:
    path = f"{harvest.folders.facts}/{SIGNATURE}"
    harvest.seen.add(path)
    return (harvest.read(path) or "") if path in paths else None


def _report_strays(harvest: Harvest, paths: tuple[str, ...]) -> None:
    photos = harvest.folders.profiles + "/fotos/"
    for path in paths:
        if path not in harvest.seen and not path.startswith(photos):
            harvest.report(problem(path, START, Kind.FILE_STRAY, advice=_advice(harvest.folders, path)))


def _advice(folders: Folders, path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    if name.endswith(".yaml"):
        return f"Noem het {name.removesuffix('.yaml')}.yml"
    if name.endswith(".yml") and path.startswith(folders.vacancies + "/"):
        return f"Zet een vacature in de map van haar organisatie: {folders.vacancies}/<organisatie>/{name}"
    return "Gegevens eindigen op .yml en staan in een map die de site kent. Haal het weg of geef het de goede naam."
