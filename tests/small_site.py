"""A tiny real project to change in tests: the minimal site, copied into a folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import material

from burgerbaan.assets import read_assets
from burgerbaan.build import Build
from burgerbaan.load import Loaded, load_site
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import parse

MINIMAL = Path(__file__).parent / "sites" / "minimal"
THEME = Path(__file__).parent.parent / "hooks" / "theme"
DAY = date(2026, 11, 22)


def copy_minimal(folder: Path) -> Path:
    """The minimal site in a folder of its own."""
    for name in ("content", "vacancies", "profiles"):
        shutil.copytree(MINIMAL / name, folder / name)
    return folder


def write_assets(site: Path) -> None:
    """What pages load beside them, in the folder of a site that was not built."""
    shutil.copytree(THEME / "assets", site / "assets", dirs_exist_ok=True)
    for file in read_assets(THEME, Path(material.__file__).parent / "templates").files([]):
        (site / file.path).write_bytes(file.data)


def load(folder: Path, today: date = DAY) -> Loaded:
    """What loading a project gives."""
    return load_site(Folders(folder), today)


def valid_site(folder: Path, today: date = DAY) -> Site:
    """The site of a project that has no mistake."""
    loaded = load(folder, today)
    assert loaded.site is not None
    return loaded.site


def change(path: Path, old: str, new: str) -> None:
    """Replace text that must be there, once."""
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, f"'{old}' does not stand in {path}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def made_vacancy(slug: str, host: str = "buurthuis", **changes: object) -> Vacancy:
    """The minimal site's vacancy under another name, with other fields as editors write them."""
    values, problems = parse("koken.yml", (MINIMAL / "vacancies/buurthuis/koken.yml").read_text("utf-8"))
    assert problems == ()
    assert isinstance(values, dict)
    return Vacancy.model_validate({**values, **changes}, context=(slug, f"vacancies/{host}/{slug}.yml"))


def with_vacancies(site: Site, *vacancies: Vacancy) -> Site:
    """A site with these vacancies only."""
    return replace(site, vacancies={item.slug: item for item in vacancies})


def files_of(site: Site) -> dict[str, bytes]:
    """Everything that is made of records, by its path."""
    return made_files(Build(site))


def written_page(build: Build, path: str, html: str) -> str:
    """The document of a written page of a site, from what Markdown gives."""
    build.hold(path, html)
    job = next(job for job in build.jobs if job.name == f"pagina {path}")
    ((file, _),) = build.printed(job)
    return file.data.decode()


def made_files(build: Build) -> dict[str, bytes]:
    """Everything that a build makes of records, and the files that list it, by path."""
    made = [pair for job in build.jobs for pair in build.printed(job)]
    pages = [page for _, page in made if page]
    closing = build.closing("/", pages, [file.path for file, _ in made])
    return {file.path: file.data for file in (*(file for file, _ in made), *closing)}
