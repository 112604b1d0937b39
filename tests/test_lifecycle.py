"""The life of a vacancy: a table of days with what a visitor is told, and what holds for any days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.lifecycle import (
    AVAILABLE,
    HIDDEN,
    OVER,
    Ending,
    State,
    day_of,
    ending_of,
    is_new,
    last_day,
    state_of,
    turning_days,
)
from burgerbaan.model.vacancy import Status, Vacancy
from tests.small_site import made_vacancy

CASES = Path(__file__).parent / "cases" / "lifecycle.yml"
FIELDS = ("status", "plekken", "geplaatst", "gecontroleerd", "sluit")
ORDER = list(State)


def read_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return cases


def case_vacancy(case: Mapping[str, Any]) -> Vacancy:
    values = {key: case[key] for key in FIELDS if key in case}
    return made_vacancy(
        "koken", **{key: str(value) if isinstance(value, date) else value for key, value in values.items()}
    )


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["case"])
def test_on_each_day_a_visitor_is_told_this(case: Mapping[str, Any]) -> None:
    vacancy = case_vacancy(case)
    assert {day: state_of(vacancy, day).value for day in case["dagen"]} == case["dagen"]


def test_the_table_shows_every_state() -> None:
    assert {state for case in read_cases() for state in case["dagen"].values()} == {state.value for state in State}


@pytest.mark.parametrize(
    ("status", "closing", "ending"),
    [
        ("open", None, Ending.UNCHECKED),
        ("open", "2027-01-29", Ending.BY_DATE),
        ("open", "2027-01-30", Ending.BY_DATE),
        ("vol", "2027-01-31", Ending.UNCHECKED),
        ("gesloten", "2027-01-29", Ending.BY_EDITOR),
        ("gesloten", None, Ending.BY_EDITOR),
    ],
)
def test_why_a_vacancy_is_over_is_what_came_first(status: str, closing: str | None, ending: Ending) -> None:
    """Ninety days after the last check is 30 January."""
    values = {"status": status, "geplaatst": "2026-11-01", "gecontroleerd": "2026-11-01"}
    assert ending_of(made_vacancy("koken", **values, **({"sluit": closing} if closing else {}))) is ending


days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
gaps = st.integers(0, 200).map(lambda count: timedelta(days=count))


@st.composite
def vacancies(draw: st.DrawFn) -> Vacancy:
    """Any vacancy an editor may write, as far as its life goes."""
    posted, closes, starts = draw(days), draw(st.none() | gaps), draw(st.none() | gaps)
    changes: dict[str, object] = {
        "status": draw(st.sampled_from(list(Status))).value,
        "plekken": draw(st.integers(0, 3)),
        "geplaatst": str(posted),
        "gecontroleerd": str(posted + draw(st.integers(-120, 200).map(lambda count: timedelta(days=count)))),
    }
    ends = {"sluit": closes, "start": starts}
    return made_vacancy("koken", **changes, **{key: str(posted + gap) for key, gap in ends.items() if gap is not None})


def told(vacancy: Vacancy, day: date) -> tuple[State, bool, int, bool]:
    """Everything a page says that a day can change: the state, 'new', the days that are left, and the first day."""
    state = state_of(vacancy, day)
    left = (vacancy.closing - day).days if vacancy.closing and state is State.CLOSING else 0
    has_first_day = vacancy.start is not None and vacancy.start >= day
    return state, state in AVAILABLE and is_new(vacancy, day), left, has_first_day


@given(vacancies(), days)
def test_all_that_a_page_says_is_told_at_once_and_of_what_is_hidden_nothing(vacancy: Vacancy, day: date) -> None:
    for each in (day, *turning_days(vacancy, date.min)):
        is_hidden = state_of(vacancy, each) in HIDDEN
        assert day_of(vacancy, each) == ((State.DRAFT, False, 0, False) if is_hidden else told(vacancy, each))


@given(vacancies(), days, gaps)
def test_time_moves_a_vacancy_only_forward(vacancy: Vacancy, day: date, later: timedelta) -> None:
    assert ORDER.index(state_of(vacancy, day)) <= ORDER.index(state_of(vacancy, day + later))


@given(vacancies())
def test_the_last_day_itself_still_counts(vacancy: Vacancy) -> None:
    end = last_day(vacancy)
    if vacancy.status in (Status.OPEN, Status.FULL) and vacancy.posted <= end:
        assert state_of(vacancy, end) not in OVER
    assert state_of(vacancy, end + timedelta(days=1)) not in AVAILABLE
    assert vacancy.closing is None or end <= vacancy.closing


@given(vacancies(), days)
def test_nothing_is_new_before_it_is_there_or_after_a_fortnight(vacancy: Vacancy, day: date) -> None:
    age = (day - vacancy.posted).days
    assert is_new(vacancy, day) is (0 <= age <= 13)


@given(vacancies(), days, gaps)
def test_every_day_on_which_something_turns_is_listed(vacancy: Vacancy, start: date, span: timedelta) -> None:
    turning = turning_days(vacancy, start)
    assert turning == sorted(set(turning))
    assert all(day > start for day in turning)
    for number in range(span.days):
        before, day = start + timedelta(days=number), start + timedelta(days=number + 1)
        if told(vacancy, before) != told(vacancy, day):
            assert day in turning


def test_a_vacancy_turns_on_these_days_only() -> None:
    values = {"geplaatst": "2026-11-01", "gecontroleerd": "2026-11-15"}
    posted, start = date(2026, 11, 1), date(2026, 10, 1)
    closing = [date(2026, 12, day) for day in range(13, 22)]
    with_end = made_vacancy("koken", **values, sluit="2026-12-20")
    assert turning_days(with_end, start) == [posted, date(2026, 11, 15), *closing, date(2027, 12, 21)]
    assert turning_days(with_end, date(2026, 12, 21)) == [date(2027, 12, 21)]
    without = made_vacancy("koken", **values)
    assert turning_days(without, start) == [posted, date(2026, 11, 15), date(2027, 2, 14), date(2028, 2, 14)]


@given(vacancies(), days)
def test_a_vacancy_is_hidden_or_to_be_chosen_or_full_or_over(vacancy: Vacancy, day: date) -> None:
    state = state_of(vacancy, day)
    assert [state in HIDDEN, state in AVAILABLE, state is State.FULL, state in OVER].count(True) == 1
