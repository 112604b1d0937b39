"""Files of records that several processes read before anything asks for them, when there are many."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from burgerbaan.crew import share
from burgerbaan.harvest import Harvest, Reading, Source, read_record
from burgerbaan.model.fields import is_slug
from burgerbaan.model.host import Host
from burgerbaan.model.people import Profile
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.source.folders import Folders

FEW = 400
"""Below so many records a second process costs more than it brings."""

_AT_ONCE = 50
"""Files that a process reads at a time."""


def read_ahead(harvest: Harvest, paths: tuple[str, ...], workers: int) -> Mapping[str, Reading]:
    """Files of vacancies, hosts and profiles, when there are so many that several processes bring something.

    WorkerLostError when one of those is killed.
    """
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
