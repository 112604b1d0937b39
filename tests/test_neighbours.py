"""What fits beside a vacancy on its page is what fits beside it in Mijn plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.facets import steps_between
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.pages.neighbours import beside
from burgerbaan.plan import Chosen, clashes, work_of
from burgerbaan.site import Site
from tests.small_site import copy_minimal, made_vacancy, valid_site, with_vacancies


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found = valid_site(copy_minimal(tmp_path))
    other = found.hosts["buurthuis"].model_copy(update={"slug": "elders"})
    return replace(found, hosts={**found.hosts, "elders": other})


def _work(slug: str, start: str, end: str, host: str = "buurthuis") -> Vacancy:
    return made_vacancy(slug, host, tijden=[{"dag": "maandag", "van": start, "tot": end}])


@pytest.mark.parametrize(
    ("host", "start", "fits"),
    [
        ("buurthuis", "11:00", False),
        ("buurthuis", "12:00", True),
        ("elders", "12:10", False),
        ("elders", "12:15", True),
    ],
)
def test_work_on_the_same_day_fits_when_there_is_time_to_get_there(
    host: str, start: str, fits: bool, site: Site
) -> None:
    first, second = _work("een", "09:00", "12:00"), _work("twee", start, "14:00", host)
    found = with_vacancies(site, first, second)
    steps = steps_between(found)
    plan = [Chosen(work_of(item), (0,)) for item in (first, second)]
    assert (clashes(plan, steps) == ()) is fits
    assert [item.slug for item in beside(Build(found)._renderer, first, [])] == ["twee"] * fits
