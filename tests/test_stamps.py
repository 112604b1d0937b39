"""A stamp tells of all that a file is made from: what an earlier build made with the same stamp, is the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import pytest

from burgerbaan.build import Build, Known
from burgerbaan.jobs import Job
from burgerbaan.last_good import LastGood, with_last_good
from burgerbaan.load import Loaded, load_site
from burgerbaan.model.donation import Donation
from burgerbaan.model.host import Host
from burgerbaan.model.knowledge import Source
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.people import Profile
from burgerbaan.model.programme import District, Programme, Sector
from burgerbaan.model.record import Part
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File
from burgerbaan.pages.cards import PAGE_SIZE
from burgerbaan.photos import Shot, look_at
from burgerbaan.problems import errors_in
from burgerbaan.render import NOTHING
from burgerbaan.search.pages import Listed
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.stamps import Stamps
from tests.bench.corpus import vacancy_of
from tests.giving_project import DONATION, IBAN, OTHER_IBAN, sign_for, write_giving
from tests.made_events import EVENING
from tests.photo_project import saved, scene
from tests.real_build import read, set_fields, vacancy_files, write
from tests.small_site import DAY, copy_minimal, load, made_vacancy, valid_site, with_vacancies

T = TypeVar("T")
Edit = Callable[[Path, Random], None]
Made = list[tuple[File, Listed | None]]

SEEDS = (4, *range(200 if os.environ.get("BURGERBAAN_ZOEK") else 2))
"""With 4, a vacancy of a list of examples soon becomes a real one."""

STEPS = 6
"""Builds of one site, each after an edit."""

FACTS = Path("content/gegevens")


# ---- lists of vacancies


def _stamps(build: Build) -> dict[str, str]:
    return {job.name: job.stamp() for job in build.jobs}


def test_a_list_is_made_again_when_search_engines_may_keep_it_for_a_vacancy_on_another_page(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    examples = [made_vacancy(f"koken-{number:02}", voorbeeld=True) for number in range(PAGE_SIZE + 2)]
    one_real = [*examples[:-1], made_vacancy(examples[-1].slug)]
    two_real = [*examples[:-2], *(made_vacancy(item.slug) for item in examples[-2:])]
    none, one, two = (
        _stamps(Build(with_vacancies(site, *items)))["lijst vacatures/wijk/haven/"]
        for items in (examples, one_real, two_real)
    )
    assert none != one
    assert one == two, "it may be kept already"


# ---- a small site that is edited at random


def _write_site(folder: Path) -> Path:
    """A site that asks for money, with a list of two pages of which nothing is real."""
    write_giving(folder)
    write(folder / FACTS / "leergebieden.yml", [{"id": "koken", "naam": "Koken"}])
    (folder / "vacancies/werkplaats").mkdir()
    write(folder / "vacancies/werkplaats/organisatie.yml", read(_hosts(folder)[0]) | {"naam": "De Werkplaats"})
    for number in range(PAGE_SIZE + 1):
        slug, fields = vacancy_of(number)
        place = {"wijk": ("haven", "stad")[number % 5 == 0], "sectoren": ["horeca"], "leergebieden": ["koken"]}
        host = ("buurthuis", "werkplaats")[number % 4 == 0]
        write(folder / f"vacancies/{host}/{slug}.yml", fields | place | {"voorbeeld": True})
    return folder


def _hosts(project: Path) -> list[Path]:
    return sorted(project.glob("vacancies/*/organisatie.yml"))


def _change_a_field(path: Path, model: type[Part], chance: Random) -> None:
    """Give a record the value that editors see as an example, or leave out what it need not have."""
    value = read(path)
    record = chance.choice(value) if isinstance(value, list) else value
    fields = [field for field in model.model_fields.values() if field.examples and field.alias != "id"]
    field = chance.choice(fields)
    if field.alias in record and not field.is_required():
        del record[field.alias]
    elif isinstance(record.get(field.alias), bool):
        record[field.alias] = not record[field.alias]
    else:
        record[str(field.alias)] = field.examples[0] if field.examples else None
    write(path, value)


def change_a_vacancy(project: Path, chance: Random) -> None:
    _change_a_field(chance.choice(vacancy_files(project)), Vacancy, chance)


def change_the_work_of_a_vacancy(project: Path, chance: Random) -> None:
    """Groups of fields, of which there are no examples."""
    groups: tuple[Mapping[str, Any], ...] = (
        {"uren": {"min": 4, "max": 4}},
        {"tijden": [{"dag": "zondag", "van": "10:00", "tot": "20:00"}]},
        {"tijden": []},
        {"krijgt": {"loon": "minimumloon", "vergoeding": False}},
        {"contact": {"rol": "De kok", "telefoon": "036 000 00 13"}},
        {"toegang": {"drempelvrij": False, "toilet": False, "rustige_plek": True}},
        {"status": "gesloten"},
        {"status": "vol"},
        {"sluit": (DAY + timedelta(days=chance.randrange(9))).isoformat()},
    )
    set_fields(chance.choice(vacancy_files(project)), **chance.choice(groups))


def mark_or_unmark_an_example(project: Path, chance: Random) -> None:
    path = chance.choice(vacancy_files(project))
    set_fields(path, voorbeeld=not read(path).get("voorbeeld", False))


def rename_a_vacancy(project: Path, chance: Random) -> None:
    path = chance.choice(vacancy_files(project))
    path.rename(path.with_name(f"heet-anders-{chance.randrange(3)}.yml"))


def move_a_vacancy(project: Path, chance: Random) -> None:
    path = chance.choice(vacancy_files(project))
    path.rename(chance.choice(_hosts(project)).parent / path.name)


def delete_a_vacancy(project: Path, chance: Random) -> None:
    chance.choice(vacancy_files(project)).unlink()


def add_a_vacancy(project: Path, chance: Random) -> None:
    path = chance.choice(vacancy_files(project))
    write(path.with_name(f"nieuw-{chance.randrange(3)}.yml"), read(path) | {"titel": "Iets nieuws doen"})


def change_a_host(project: Path, chance: Random) -> None:
    _change_a_field(chance.choice(_hosts(project)), Host, chance)


def change_a_person(project: Path, chance: Random) -> None:
    _change_a_field(project / "profiles/noor.yml", Profile, chance)


def add_a_person(project: Path, chance: Random) -> None:
    noor = read(project / "profiles/noor.yml")
    host = chance.choice(_hosts(project)).parent.name
    stays = [{"organisatie": host, "uren": 6, "werk": "Kok"}]
    fields = {"naam": "Sam", "gastheren": stays, "vindbaar": True, "tot": f"2026-{chance.randrange(10, 13)}"}
    write(project / f"profiles/sam-{chance.randrange(3)}.yml", noor | fields)


def change_other_data(project: Path, chance: Random) -> None:
    places: tuple[tuple[str, type[Part]], ...] = (
        ("programma.yml", Programme),
        ("wijken.yml", District),
        ("sectoren.yml", Sector),
        ("donatie.yml", Donation),
        ("bronnen.yml", Source),
    )
    name, model = chance.choice(places)
    _change_a_field(project / FACTS / name, model, chance)


def add_other_data(project: Path, chance: Random) -> None:
    (project / FACTS / "agenda").mkdir(exist_ok=True)
    write(project / FACTS / "agenda/avond.yml", EVENING | {"datum": f"2026-12-{chance.randrange(10, 13)}"})
    write(project / FACTS / "synoniemen.yml", [{"woorden": ["koken", chance.choice(("bakken", "braden"))]}])


def change_an_account(project: Path, chance: Random) -> None:
    """Sometimes with, sometimes without somebody who signs for it."""
    path = project / FACTS / "donatie.yml"
    path.write_text(DONATION.replace(IBAN, chance.choice((IBAN, OTHER_IBAN))), "utf-8")
    if chance.randrange(2):
        sign_for(project)


def change_a_written_page(project: Path, chance: Random) -> None:
    path = chance.choice(sorted(project.glob("content/**/*.md")))
    text = path.read_text("utf-8")
    edited = (
        text.replace("# ", "# Meer: ", 1),
        text.replace("description: ", "description: Meer. ", 1),
        f"{text}\n## Kop\n",
    )
    path.write_text(chance.choice(edited), "utf-8")


def add_a_file_for_visitors(project: Path, chance: Random) -> None:
    (project / "content/anbi").mkdir(exist_ok=True)
    (project / "content/anbi/verslag.pdf").write_bytes(b"%PDF-1.4" + bytes(chance.randrange(10_000)))


def add_or_remove_a_written_page(project: Path, chance: Random) -> None:
    for path in (project / "content/nieuw.md", chance.choice(sorted(project.glob("content/*/index.md")))):
        if path.exists():
            path.unlink()
        else:
            path.write_text("---\ndescription: Iets nieuws.\n---\n# Nieuw\n", "utf-8")


OF_VACANCIES: tuple[Edit, ...] = (
    change_a_vacancy,
    change_the_work_of_a_vacancy,
    mark_or_unmark_an_example,
    rename_a_vacancy,
    move_a_vacancy,
    delete_a_vacancy,
    add_a_vacancy,
)
OF_ALL_ELSE: tuple[Edit, ...] = (
    change_a_host,
    change_a_person,
    add_a_person,
    change_other_data,
    add_other_data,
    change_an_account,
    change_a_written_page,
    add_or_remove_a_written_page,
    add_a_file_for_visitors,
)


def _made(build: Build, job: Job) -> Made:
    """The files of a job, and what lists of pages tell of them."""
    return list(build.printed(job))


def _shown(loaded: Loaded, before: LastGood | None) -> LastGood:
    """What a preview shows."""
    if before and (errors_in(loaded.problems) or loaded.site is None):
        return with_last_good(loaded, before)
    assert loaded.site
    return LastGood(loaded.site, loaded.digests)


def _days_of_work(project: Path, chance: Random) -> Iterator[tuple[str, date]]:
    """Edits at random as they are done, by their name, and the day of each."""
    day = DAY
    for _ in range(STEPS):
        edit = chance.choice(chance.choice((OF_VACANCIES, OF_VACANCIES, OF_ALL_ELSE)))
        edit(project, chance)
        day += timedelta(days=chance.choice((0, 0, 0, 1, 5)))
        yield edit.__name__, day


@pytest.mark.parametrize("seed", SEEDS)
def test_what_an_earlier_build_made_with_the_same_stamp_is_what_this_one_makes(seed: int, tmp_path: Path) -> None:
    project, done = _write_site(tmp_path), list[str]()
    loaded, shown, pieces = load(project), None, NOTHING
    before: dict[tuple[str, str], Callable[[], Made]] = {}
    for name, day in chain([("nothing", DAY)], _days_of_work(project, Random(seed))):
        done.append(f"{name} on {day}")
        loaded = load_site(Folders(project), day, memory=loaded.kept)
        shown = _shown(loaded, shown)
        build = Build(shown.site, Known(shown.digests, "", pieces))
        for job in build.jobs:
            key, make = (job.name, job.stamp()), cache(partial(_made, build, job))
            assert not key[1] or key not in before or before[key]() == make(), (job.name, done)
            before[key] = make
        pieces = build.pieces


# ---- one stamp


@pytest.fixture
def small(tmp_path: Path) -> Site:
    site = with_vacancies(valid_site(copy_minimal(tmp_path)), made_vacancy("koken"), made_vacancy("klussen"))
    shots = {path: look_at(f"{path}.jpg", saved(scene(seed))) for seed, path in enumerate(("b", "a"))}
    return replace(site, portraits=shots, pictures=shots, media=frozenset({"b.svg", "a.svg"}))


def _turned(mapping: Mapping[str, T]) -> Mapping[str, T]:
    return dict(reversed(mapping.items()))


def test_a_stamp_does_not_depend_on_the_order_in_which_files_were_found(small: Site) -> None:
    digests = {"content/b.md": "1", "content/a.md": "2"}
    [noor] = small.profiles.values()
    small = replace(small, profiles={"b": noor, "a": noor})
    maps = ("pages", "portraits", "pictures", "profiles")
    turned = replace(small, **{name: _turned(getattr(small, name)) for name in maps})
    assert Stamps(small, digests).world == Stamps(turned, _turned(digests)).world


def test_how_many_are_open_in_each_corner_does_not_depend_on_which_came_first(small: Site) -> None:
    def counts(first: str, second: str) -> str:
        koken = made_vacancy("koken", geplaatst=first)
        return _counts(small, koken, made_vacancy("wieden", geplaatst=second, wijk="stad"))

    assert counts("2026-11-01", "2026-11-02") == counts("2026-11-02", "2026-11-01")
    assert counts("2026-11-01", "2026-11-02") != _counts(small)


def test_as_many_open_in_another_corner_is_another_count(small: Site) -> None:
    assert _counts(small, made_vacancy("koken")) != _counts(small, made_vacancy("koken", wijk="stad"))


def _counts(site: Site, *vacancies: Vacancy) -> str:
    return Stamps(with_vacancies(site, *vacancies), {}).counts


def test_all_that_every_page_can_show_is_in_the_stamp_of_the_world(small: Site) -> None:
    page = next(iter(small.pages.values()))
    shots = _photos_changed_places(small)
    others = (
        replace(small, pages={**small.pages, page.path: replace(page, path="elders.md")}),
        replace(small, pages={**small.pages, page.path: replace(page, former_names=("vroeger.md",))}),
        replace(small, pages={**small.pages, page.path: replace(page, title="Anders")}),
        replace(small, pages={**small.pages, page.path: replace(page, description="Anders")}),
        replace(small, pages={**small.pages, page.path: replace(page, language=PageLanguage.ENGLISH)}),
        replace(small, profiles={}),
        replace(small, portraits={}),
        replace(small, portraits=shots),
        replace(small, pictures={}),
        replace(small, pictures=shots),
        replace(small, media=frozenset()),
    )
    worlds = [Stamps(site, {}).world for site in (small, *others)]
    worlds += [Stamps(small, {"content/a.md": "1"}).world, Stamps(small, {}, "2").world]
    assert len({*worlds}) == len(worlds)


def _photos_changed_places(site: Site) -> Mapping[str, Shot]:
    """So that nothing but the place of a photo tells whose it is."""
    return dict(zip(site.portraits, reversed(site.portraits.values()), strict=True))


def test_a_vacancy_is_no_part_of_the_world_but_of_what_tells_of_it(small: Site) -> None:
    paths = {slug: item.path for slug, item in small.vacancies.items()}
    one, other = (Stamps(small, {paths["koken"]: digest, paths["klussen"]: "1"}) for digest in ("1", "2"))
    koken, klussen = small.vacancies["koken"], small.vacancies["klussen"]
    assert one.world == other.world
    assert one.vacancy(koken) != other.vacancy(koken)
    assert one.of_pieces(koken) != other.of_pieces(koken)
    assert one.of_pieces(klussen) == other.of_pieces(klussen) != one.of_pieces(koken)
    assert one.everything != other.everything
    assert one.of("x") == other.of("x") != one.of("y")
    assert one.of_vacancies((koken, klussen)) != one.of_vacancies((klussen, koken))


def test_what_tells_of_no_vacancy_is_made_anew_in_another_world(small: Site) -> None:
    assert Stamps(small, {}).of("x") != Stamps(replace(small, profiles={}), {}).of("x")


def test_what_tells_of_everything_is_made_anew_for_a_vacancy_that_nobody_sees_yet(small: Site) -> None:
    """It decides on which day the site has to be built again."""
    soon, later = (made_vacancy("straks", geplaatst=day) for day in ("2026-12-10", "2026-12-20"))
    one, other = (Stamps(with_vacancies(small, item), {}) for item in (soon, later))
    assert one.everything != other.everything


def test_a_vacancy_without_a_file_is_known_by_all_that_it_says(small: Site) -> None:
    koken = small.vacancies["koken"]
    other = koken.model_copy(update={"places": 3})
    assert Stamps(small, {}).vacancy(koken) != Stamps(small, {}).vacancy(other)


def test_what_stands_in_another_frame_has_other_stamps_also_of_what_was_asked_before(small: Site) -> None:
    stamps, koken = Stamps(small, {}), small.vacancies["koken"]
    bare, everything = stamps.of_pieces(koken), stamps.everything
    one, other = stamps.framed("menu"), stamps.framed("ander menu")
    assert len({stamps.world, one.world, other.world, stamps.framed("menu", True).world}) == 4
    assert len({bare, one.of_pieces(koken), other.of_pieces(koken)}) == 3
    assert len({everything, one.everything, other.everything}) == 3
    assert stamps.of_pieces(koken) == bare


def test_another_program_draws_photos_anew_and_another_world_does_not(small: Site) -> None:
    shot, other = small.portraits["a"], small.portraits["b"]
    stamp = Stamps(small, {}, "1").of_photo(shot)
    assert stamp == Stamps(replace(small, media=frozenset()), {"a": "1"}, "1").of_photo(shot)
    assert len({stamp, Stamps(small, {}, "2").of_photo(shot), Stamps(small, {}, "1").of_photo(other)}) == 3


def test_what_tells_of_everything_is_made_anew_each_day(small: Site) -> None:
    tomorrow = replace(small, today=small.today + timedelta(days=1))
    assert Stamps(small, {}).day != Stamps(tomorrow, {}).day
    assert Stamps(small, {}).everything != Stamps(tomorrow, {}).everything
