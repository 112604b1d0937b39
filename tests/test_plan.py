"""Stacking hours, as the build counts; the browser is held to the same cases in `browser/test_plan.py`."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.build import Build
from burgerbaan.dutch import format_minutes
from burgerbaan.plan import (
    TRAVEL,
    Chosen,
    Shift,
    Work,
    clashes,
    fitting,
    minutes_at,
    offered,
    shifts_by_day,
    total,
)
from tests.plan_cases import (
    AMOUNTS,
    MOST,
    amounts_of,
    asked,
    ceiling,
    plan_of,
    read_cases,
    rule_of,
    without_each_host,
    work_of,
)
from tests.small_site import change, copy_minimal, valid_site, written_page

FILE = read_cases()
STEPS = FILE["wijken"]


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: case["case"])
def test_the_build_counts_as_the_case_says(case: Mapping[str, Any]) -> None:
    plan = plan_of(case)
    counted = {
        "botsingen": [list(item) for item in clashes(plan, STEPS)],
        "samen": total(plan),
        "aanbod": {chosen.work.slug: list(offered(chosen)) for chosen in plan},
        "past": list(asked(total(plan), rule_of(case))),
        "grens": list(ceiling(total(plan), amounts_of(case))),
        "zonder": without_each_host(plan),
        "erbij": [work.slug for work in fitting(plan, map(work_of, FILE["werk"]), STEPS, MOST)],
    }
    wanted = {key: value for key, value in case.items() if key not in ("case", "kies", "regel", "maand")}
    assert wanted
    assert {key: counted[key] for key in wanted} == wanted


@pytest.mark.parametrize(("minutes", "hours"), FILE["geschreven"].items())
def test_minutes_are_written_as_hours_with_two_decimals_at_most(minutes: int, hours: str) -> None:
    assert format_minutes(minutes) == hours


def test_the_worked_example_writes_its_hours_so_too(tmp_path: Path) -> None:
    work = copy_minimal(tmp_path) / "vacancies"
    (tmp_path / "content/mijn-plan").mkdir()
    (tmp_path / "content/mijn-plan/index.md").write_text("---\ndescription: Jouw week.\n---\n# Mijn plan\n", "utf-8")
    change(work / "buurthuis/koken.yml", 'van: "15:00", tot: "19:00"', 'van: "09:00", tot: "13:10"')
    shutil.copytree(work / "buurthuis", work / "tuin")
    (work / "tuin/koken.yml").rename(work / "tuin/spitten.yml")
    change(work / "tuin/spitten.yml", "dag: dinsdag", "dag: woensdag")
    document = written_page(Build(valid_site(tmp_path)), "mijn-plan/index.md", "<p>{{ mijnplan }}</p>")
    assert "Samen 8,33 uur per week" in document


def test_a_clock_is_read_in_minutes_from_midnight() -> None:
    assert [minutes_at(clock) for clock in ("00:00", "09:30", "23:59")] == [0, 570, 1439]


def test_a_week_has_seven_days_each_in_order_of_time() -> None:
    early, late, sunday = Shift(0, 540, 600), Shift(0, 720, 780), Shift(6, 540, 600)
    plan = [
        Chosen(Work(name, name, "haven", (), 1, 4, (shift,)), (0,))
        for name, shift in (("laat", late), ("zondag", sunday), ("vroeg", early))
    ]
    week = dict(shifts_by_day(plan))
    assert list(week) == list(range(7))
    assert {day: found for day, found in week.items() if found} == {
        0: ((early, "vroeg"), (late, "laat")),
        6: ((sunday, "zondag"),),
    }


def _works() -> st.SearchStrategy[Work]:
    minutes = st.integers(0, 24 * 12).map(lambda five: five * 5)
    shift = (
        st.tuples(st.integers(0, 6), minutes, minutes).filter(lambda row: row[1] < row[2]).map(lambda row: Shift(*row))
    )
    return st.builds(
        Work,
        st.uuids().map(str),
        st.sampled_from("abc"),
        st.sampled_from(list(STEPS)),
        st.just(("zorg",)),
        st.just(1),
        st.just(40),
        st.lists(shift, max_size=4, unique=True).map(tuple),
    )


def _plans() -> st.SearchStrategy[list[Chosen]]:
    return st.lists(_works().map(lambda work: Chosen(work, tuple(range(len(work.shifts))))), max_size=5)


@given(_plans())
def test_a_plan_without_clashes_leaves_time_to_travel_between_any_two_hosts(plan: list[Chosen]) -> None:
    found = clashes(plan, STEPS)
    assert list(found) == sorted(found, key=lambda item: item.day)
    if found:
        return
    for _, placed in shifts_by_day(plan):
        hosts = {chosen.work.slug: chosen.work.host for chosen in plan}
        for (one, slug), (other, its) in itertools.pairwise(placed):
            assert other.start >= one.end + (0 if hosts[slug] == hosts[its] else TRAVEL[0])


@given(_plans())
def test_what_is_left_without_each_host_is_the_sum_less_that_host_unless_hours_overlap(plan: list[Chosen]) -> None:
    is_twice = any(not clash.short for clash in clashes(plan, STEPS))
    for host, left in without_each_host(plan).items():
        apart = left + total(chosen for chosen in plan if chosen.work.host == host)
        assert left <= total(plan) <= apart
        assert is_twice or total(plan) == apart


@given(_plans())
def test_the_sum_is_every_minute_in_which_there_is_work(plan: list[Chosen]) -> None:
    minutes = {(day, minute) for chosen in plan for day, start, end in chosen.times for minute in range(start, end)}
    assert total(plan) == len(minutes)


@given(_plans(), st.lists(_works(), max_size=6))
def test_what_is_offered_beside_a_plan_never_clashes_with_it(plan: list[Chosen], others: list[Work]) -> None:
    before = clashes(plan, STEPS)
    for work in fitting(plan, others, STEPS, MOST):
        chosen = Chosen(work, tuple(range(len(work.shifts))))
        own = clashes([chosen], STEPS)
        assert set(clashes([*plan, chosen], STEPS)) == {*before, *own}
        assert own == ()


@given(st.integers(0, 168 * 60))
def test_no_month_goes_over_any_of_the_three_limits(minutes: int) -> None:
    euros, _ = ceiling(minutes, AMOUNTS)
    assert euros <= AMOUNTS.month
    assert euros * 12 <= AMOUNTS.total
    assert euros * 12 <= minutes / 60 * float(AMOUNTS.hour) * 52 + 0.001
