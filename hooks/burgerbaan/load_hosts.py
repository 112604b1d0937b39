"""Hosts and their vacancies: a folder for each host, a file for each vacancy in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from burgerbaan.harvest import Harvest, is_good_name, load_record
from burgerbaan.kinds import Kind
from burgerbaan.model.host import Host
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.problems import START, problem


def load_hosts(harvest: Harvest, paths: tuple[str, ...]) -> tuple[Mapping[str, Host], Mapping[str, Vacancy]]:
    """Hosts by their folder and vacancies by the name of their file; `paths` are all files of the project."""
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
        host_path = f"{prefix}{folder}/organisatie.yml"
        if not is_good_name(harvest, host_path, folder):
            continue
        if host_path not in inside:
            harvest.report(problem(host_path, START, Kind.HOST_MISSING, value=folder))
        for path in inside:
            if path == host_path:
                _load_host(harvest, path, folder, hosts)
            else:
                _load_vacancy(harvest, path, vacancies)
    return MappingProxyType(hosts), MappingProxyType(vacancies)


def _load_host(harvest: Harvest, path: str, slug: str, hosts: dict[str, Host]) -> None:
    host = load_record(harvest, Host, path, slug)
    if host is None:
        harvest.mark_broken("hosts", slug)
    else:
        hosts[slug] = host


def _load_vacancy(harvest: Harvest, path: str, vacancies: dict[str, Vacancy]) -> None:
    slug = path.rsplit("/", 1)[-1].removesuffix(".yml")
    if not is_good_name(harvest, path, slug):
        return
    vacancy = load_record(harvest, Vacancy, path, slug)
    if vacancy is None:
        harvest.mark_broken("vacancies", slug)
    elif slug in vacancies:
        words = {"value": f"vacatures/{slug}", "other": vacancies[slug].path}
        harvest.report(problem(path, START, Kind.PAGE_CLASH, **words))
    else:
        vacancies[slug] = vacancy
