"""A preview shows what is not right at the moment as it was when it last was right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from burgerbaan.last_good import LastGood, _coming_back, with_last_good
from burgerbaan.problems import errors_in
from burgerbaan.stamps import Stamps
from tests.giving_project import write_giving
from tests.small_site import change, copy_minimal, load

VACANCY = "vacancies/buurthuis/koken.yml"
HOST = "vacancies/buurthuis/organisatie.yml"
PERSON = "profiles/noor.yml"
DISTRICTS = "content/gegevens/wijken.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_minimal(tmp_path)


@pytest.fixture
def good(project: Path) -> LastGood:
    loaded = load(project)
    assert loaded.site is not None
    assert not errors_in(loaded.problems)
    return LastGood(loaded.site, loaded.digests)


def shown(project: Path, before: LastGood) -> LastGood:
    """What a preview shows after a change that is a mistake."""
    loaded = load(project)
    assert errors_in(loaded.problems), "this is no mistake"
    return with_last_good(loaded, before)


MISTAKES = {
    "a key with a typo": (VACANCY, "titel: ", "titell: "),
    "a name that nobody has": (VACANCY, "wijk: haven", "wijk: weg"),
    "no YAML": (VACANCY, "titel: ", "titel: [ "),
    "a host with a typo": (HOST, "naam: ", "naamm: "),
    "a list with a typo in one": (DISTRICTS, "id: haven", "idd: haven"),
    "a list that is none": (DISTRICTS, "- id: haven", "id: haven"),
    "a person with a typo": (PERSON, "naam: ", "naamm: "),
    "no programme": ("content/gegevens/programma.yml", "naam: ", "naamm: "),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_takes_nothing_away(name: str, project: Path, good: LastGood) -> None:
    change(project / MISTAKES[name][0], *MISTAKES[name][1:])
    found = shown(project, good)
    for records in ("vacancies", "hosts", "profiles", "districts"):
        assert getattr(found.site, records) == getattr(good.site, records)
        assert list(getattr(found.site, records)) == list(getattr(good.site, records))
    assert shown(project, found) == found, "again and again the same"


def test_what_is_right_is_shown_beside_it(project: Path, good: LastGood) -> None:
    new = project / "vacancies/buurthuis/bakken.yml"
    new.write_text((project / VACANCY).read_text("utf-8").replace("titel: ", "titel: Bakken en "), "utf-8")
    change(project / VACANCY, "titel: ", "titell: ")
    found = shown(project, good)
    assert list(found.site.vacancies) == ["koken", "bakken"]
    assert found.site.vacancies["bakken"].title.startswith("Bakken en ")


def test_what_is_gone_does_not_come_back(project: Path, good: LastGood) -> None:
    (project / VACANCY).unlink()
    change(project / PERSON, "naam: ", "naamm: ")
    found = shown(project, good)
    assert list(found.site.vacancies) == []
    assert list(found.site.profiles) == list(good.site.profiles)


def test_a_record_of_before_has_the_stamp_of_before(project: Path, good: LastGood) -> None:
    change(project / VACANCY, "titel: ", "titell: ")
    found = shown(project, good)
    old, new = (Stamps(item.site, item.digests) for item in (good, found))
    assert new.vacancy(found.site.vacancies["koken"]) == old.vacancy(good.site.vacancies["koken"])


def test_a_list_of_before_and_now_has_a_stamp_of_its_own(project: Path, good: LastGood) -> None:
    change(project / DISTRICTS, "id: haven", "idd: haven")
    found = shown(project, good)
    assert Stamps(found.site, found.digests).world != Stamps(good.site, good.digests).world
    assert found.digests[DISTRICTS] not in (good.digests[DISTRICTS], load(project).digests[DISTRICTS])


def test_what_is_gone_from_a_list_does_not_come_back_with_what_is_wrong_in_it(project: Path) -> None:
    path = project / DISTRICTS
    path.write_text(path.read_text("utf-8") + "- id: poort\n  naam: Almere Poort\n", "utf-8")
    loaded = load(project)
    assert loaded.site is not None
    change(path, "- id: poort\n  naam: Almere Poort\n", "")
    change(path, "naam: Almere Haven", "naamm: Almere Haven")
    assert list(shown(project, LastGood(loaded.site, loaded.digests)).site.districts) == ["haven", "stad"]


def test_where_money_goes_is_shown_as_it_is_signed_or_not_at_all(tmp_path: Path) -> None:
    write_giving(tmp_path)
    loaded = load(tmp_path)
    assert loaded.site is not None
    assert loaded.site.donation is not None
    change(tmp_path / loaded.site.donation.path, "iban: ", "ibann: ")
    assert shown(tmp_path, LastGood(loaded.site, loaded.digests)).site.donation is None


def test_the_first_time_only_what_is_right_is_shown(project: Path) -> None:
    change(project / VACANCY, "titel: ", "titell: ")
    loaded = load(project)
    assert loaded.site is not None
    assert list(loaded.site.vacancies) == []
    assert loaded.lost["vacancies"] == {"koken"}


def test_what_is_withheld_does_not_come_back_with_a_list_that_cannot_be_read(project: Path, good: LastGood) -> None:
    change(project / DISTRICTS, "- id: haven", "id: haven")
    loaded = load(project)
    assert loaded.site is not None
    withheld = replace(loaded.site, withheld_sponsors={"bakker": Mock()})
    lost = {**loaded.lost, "sponsors": frozenset({"bakker", "slager"})}
    sponsors = {"bakker": Mock(spec=[], path="s.yml"), "slager": Mock(spec=[], path="s.yml")}
    before = LastGood(replace(good.site, sponsors=sponsors), good.digests)
    assert list(_coming_back(replace(loaded, site=withheld, lost=lost), "sponsors", before.site.sponsors)) == ["slager"]


def test_of_a_list_that_cannot_be_read_only_what_stood_in_its_file_comes_back(project: Path, good: LastGood) -> None:
    change(project / DISTRICTS, "- id: haven", "id: haven")
    loaded = load(project)
    elsewhere = {"haven": good.site.districts["haven"], "oever": Mock(path="content/gegevens/elders.yml")}
    assert list(_coming_back(loaded, "districts", elsewhere)) == ["haven"]


def test_a_photo_does_not_come_back(project: Path, good: LastGood) -> None:
    change(project / PERSON, "naam: ", "naamm: ")
    before = LastGood(replace(good.site, portraits={"noor": Mock()}), good.digests)
    found = shown(project, before)
    assert list(found.site.profiles) == ["noor"]
    assert found.site.portraits == {}
