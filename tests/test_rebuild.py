"""A build that uses an earlier one again gives the same bytes as a build that knows nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.bench.corpus import DAY, write_corpus
from tests.real_build import (
    build,
    contents,
    differences,
    read,
    said_by,
    set_fields,
    start,
    vacancy_files,
    write,
)
from tests.small_site import change as replace_in

Change = Callable[[Path, Random], None]

SEEDS = range(2)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that any number of processes may make, built once, with everything kept.

    Each test goes on where the last one ended.
    """
    folder = tmp_path_factory.mktemp("rebuild")
    write_corpus(folder, 30)
    (folder / "spread.py").write_text("from burgerbaan import press\npress.FEW = 1\n", "utf-8")
    replace_in(folder / "mkdocs.yml", "main.py\n", "main.py\n  - spread.py\n")
    build(folder, BURGERBAAN_WORKERS="2")
    return folder


def _wrong_after_building(project: Path, clean: Path, workers: int, days: int = 0, target: str = "site") -> list[str]:
    """Build as an editor does, and at the same time without anything kept: what is not the same."""
    day = (DAY + timedelta(days=days)).isoformat()
    again = start(project, project / target, BURGERBAAN_TODAY=day, BURGERBAAN_WORKERS=str(workers))
    anew = start(project, clean, BURGERBAAN_TODAY=day, BURGERBAAN_WORKERS="1", BURGERBAAN_CACHE="0")
    said_by(again)
    said_by(anew)
    return differences(contents(project / target), contents(clean))


def _vacancy(project: Path, chance: Random) -> Path:
    return chance.choice(vacancy_files(project))


def _host(project: Path, chance: Random) -> Path:
    return chance.choice(sorted(project.glob("vacancies/*/organisatie.yml")))


def add_a_vacancy(project: Path, chance: Random) -> None:
    source = _vacancy(project, chance)
    place = source.with_name(f"heel-nieuw-{chance.randrange(10**6)}.yml")
    write(place, read(source) | {"titel": "Iemand die iets nieuws begint"})


def change_a_title(project: Path, chance: Random) -> None:
    set_fields(_vacancy(project, chance), titel=f"Iemand die café {chance.randrange(1000)} opent")


def change_a_text(project: Path, chance: Random) -> None:
    set_fields(_vacancy(project, chance), tekst=f"Er is veel te doen: {chance.randrange(1000)} dingen.")


def change_a_district(project: Path, chance: Random) -> None:
    places = [item["id"] for item in read(project / "content/gegevens/wijken.yml")]
    set_fields(_vacancy(project, chance), wijk=chance.choice(places))


def change_what_work_it_is(project: Path, chance: Random) -> None:
    sectors = [item["id"] for item in read(project / "content/gegevens/sectoren.yml")]
    set_fields(_vacancy(project, chance), sectoren=chance.sample(sectors, 2))


def change_the_dates(project: Path, chance: Random) -> None:
    checked = (DAY - timedelta(days=chance.randrange(3))).isoformat()
    closes = (DAY + timedelta(days=8 + chance.randrange(90))).isoformat()
    set_fields(_vacancy(project, chance), geplaatst=checked, gecontroleerd=checked, sluit=closes)


def close_a_vacancy(project: Path, chance: Random) -> None:
    set_fields(_vacancy(project, chance), status="gesloten")


def rename_a_vacancy(project: Path, chance: Random) -> None:
    source = _vacancy(project, chance)
    source.rename(source.with_name(f"heet-nu-anders-{chance.randrange(10**6)}.yml"))


def move_a_vacancy_to_another_host(project: Path, chance: Random) -> None:
    source = _vacancy(project, chance)
    others = sorted(place for place in (project / "vacancies").iterdir() if place != source.parent)
    source.rename(chance.choice(others) / source.name)


def let_two_vacancies_change_places(project: Path, chance: Random) -> None:
    one, other = chance.sample(vacancy_files(project), 2)
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)


def delete_a_vacancy(project: Path, chance: Random) -> None:
    _vacancy(project, chance).unlink()


def change_a_host(project: Path, chance: Random) -> None:
    set_fields(_host(project, chance), naam=f"Het nieuwe huis {chance.randrange(1000)}")


def add_a_host(project: Path, chance: Random) -> None:
    place = project / "vacancies" / f"nieuw-huis-{chance.randrange(10**6)}"
    place.mkdir()
    shutil.copy(_host(project, chance), place / "organisatie.yml")


def change_a_profile(project: Path, chance: Random) -> None:
    set_fields(project / "profiles/bewoner-0.yml", naam=f"Lieve {chance.choice('ABC')}")


def rename_a_sector(project: Path, chance: Random) -> None:
    sectors = read(project / "content/gegevens/sectoren.yml")
    sectors[0]["naam"] = f"Zorg en {chance.choice(('meer', 'aandacht'))}"
    write(project / "content/gegevens/sectoren.yml", sectors)


def change_the_programme(project: Path, chance: Random) -> None:
    set_fields(project / "content/gegevens/programma.yml", naam=f"Proefbaan {chance.randrange(1000)}")


def change_the_title_of_a_written_page(project: Path, chance: Random) -> None:
    page = project / "content/contact/index.md"
    page.write_text(re.sub("^# .*$", f"# Contact {chance.randrange(1000)}", page.read_text("utf-8"), flags=re.M))


def add_a_written_page(project: Path, chance: Random) -> None:
    place = project / f"content/over-{chance.randrange(10**6)}"
    place.mkdir()
    shutil.copy(project / "content/contact/index.md", place / "index.md")


def change_the_menu(project: Path, chance: Random) -> None:
    config = project / "mkdocs.yml"
    config.write_text(re.sub("- [^:]*: contact", f"- Bel {chance.randrange(1000)}: contact", config.read_text("utf-8")))


def change_the_name_and_the_address_in_mkdocs_yml(project: Path, chance: Random) -> None:
    replace_in(project / "mkdocs.yml", "site_name: Proef", "site_name: Proef en meer")
    replace_in(project / "mkdocs.yml", "https://www.example.org/", "https://www.example.org/onder/")
    set_fields(project / "content/gegevens/programma.yml", url="https://www.example.org/onder/")


def change_nothing(project: Path, chance: Random) -> None:
    """Another day may still be another site."""


def edit_the_site_by_hand(project: Path, chance: Random) -> None:
    pages = sorted(project.glob("site/vacatures/*/index.html"))
    pages[0].write_text("weg", "utf-8")
    data = pages[1].read_bytes()
    pages[1].write_bytes(data[:-2] + b"!\n")  # of the same length
    pages[2].unlink()
    pages[3].unlink()
    pages[3].mkdir()
    pages[4].unlink()
    pages[4].symlink_to(pages[5])
    shutil.rmtree(pages[6].parent)
    pages[6].parent.write_text("een bestand", "utf-8")
    (project / "site/data/eigen.txt").write_text("van iemand", "utf-8")
    (project / "site/index.html").unlink()
    (project / "site/_headers").write_text("niets", "utf-8")


def remove_the_site_but_not_the_cache(project: Path, chance: Random) -> None:
    shutil.rmtree(project / "site")


def remove_the_cache_but_not_the_site(project: Path, chance: Random) -> None:
    shutil.rmtree(project / ".burgerbaan-cache")


EDITS: tuple[Change, ...] = (
    add_a_vacancy,
    change_a_title,
    change_a_district,
    change_what_work_it_is,
    change_the_dates,
    rename_a_vacancy,
    move_a_vacancy_to_another_host,
    let_two_vacancies_change_places,
    delete_a_vacancy,
    change_a_host,
    change_a_profile,
    rename_a_sector,
    change_the_title_of_a_written_page,
    change_the_menu,
)

SELDOM: tuple[Change, ...] = (
    change_a_text,
    close_a_vacancy,
    add_a_host,
    change_the_programme,
    add_a_written_page,
    change_nothing,
)

ONCE: tuple[Change, ...] = (
    change_the_name_and_the_address_in_mkdocs_yml,
    edit_the_site_by_hand,
    remove_the_site_but_not_the_cache,
    remove_the_cache_but_not_the_site,
)


@pytest.mark.parametrize("change", EDITS + ONCE, ids=lambda change: change.__name__)
def test_the_site_is_what_a_clean_build_gives_after(change: Change, project: Path, tmp_path: Path) -> None:
    change(project, Random(change.__name__))
    workers = 1 + (EDITS + ONCE).index(change) % 3
    assert _wrong_after_building(project, tmp_path / "clean", workers) == []


@pytest.mark.parametrize("days", [1, 9, 60, 0])
def test_the_site_is_what_a_clean_build_gives_on_another_day(days: int, project: Path, tmp_path: Path) -> None:
    assert _wrong_after_building(project, tmp_path / "clean", workers=2, days=days) == []


def test_another_folder_gets_the_whole_site(project: Path, tmp_path: Path) -> None:
    assert _wrong_after_building(project, tmp_path / "clean", workers=3, target="elders") == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_site_is_what_a_clean_build_gives_after_a_busy_day(seed: int, project: Path, tmp_path: Path) -> None:
    chance = Random(seed)
    for change in chance.sample(EDITS + SELDOM, 6):
        change(project, chance)
    days = chance.randrange(40)
    assert _wrong_after_building(project, tmp_path / "clean", workers=1 + seed % 3, days=days) == []


def _moments(folder: Path) -> dict[str, tuple[int, int]]:
    found = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {path.relative_to(folder).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in found.items()}


def _counts(said: str) -> tuple[int, int]:
    found = re.search(r"; (\d+) bestanden, waarvan (\d+) al klaar, in ", said)
    assert found, said
    return int(found[1]), int(found[2])


def test_what_did_not_change_is_left_as_it_was_and_the_summary_counts_it(project: Path) -> None:
    site = project / "site"
    build(project)
    total, kept = _counts(build(project, BURGERBAAN_WORKERS="2"))
    moments, before = _moments(site), contents(site)
    assert total == len(moments)
    assert 0.8 * total < kept <= total

    set_fields(vacancy_files(project)[7], samenvatting="Je doet vandaag iets heel anders.")
    total, fewer = _counts(build(project, BURGERBAAN_WORKERS="2"))
    after = _moments(site)
    changed = set(differences(contents(site), before))
    assert changed
    assert [path for path in moments if path not in changed and after[path] != moments[path]] == []
    assert total - len(changed) >= fewer > total / 2
    assert fewer < kept
