"""Meetings that come back: on which days, and what pages, calendars and search engines say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import yaml
from dateutil.rrule import rrulestr

from burgerbaan.changes import next_changes
from burgerbaan.event_facts import ahead, format_when, is_upcoming, turn_of
from burgerbaan.model.happenings import Event
from burgerbaan.site import Site
from burgerbaan.structured import event_data
from burgerbaan.words import Words, load_texts
from tests.made_events import filled, made_event, minimal_site, with_events
from tests.small_site import files_of

CASES = Path(__file__).parent / "cases" / "reeksen.yml"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def read_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return cases


every_case = pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["case"])


def series(
    first: str = "2026-12-03",
    until: str = "2026-12-31",
    skipped: tuple[str, ...] = (),
    how: str = "elke week",
    **more: Any,
) -> Event:
    """A coffee morning on Thursdays in December."""
    repetition = {"hoe": how, "tot_en_met": until, "niet_op": list(skipped)}
    values = {"titel": "Koffie", "van": "10:00", "tot": "12:00", "datum": first, "herhaling": repetition}
    return made_event("koffie", **{**values, **more})


def case_series(case: Mapping[str, Any], **more: Any) -> Event:
    skipped = tuple(map(str, case.get("niet_op", ())))
    return series(str(case["datum"]), str(case["tot_en_met"]), skipped, case["hoe"], **more)


@every_case
def test_it_is_on_these_days(case: Mapping[str, Any]) -> None:
    event = case_series(case)
    assert list(event.days) == case["dagen"]
    assert format_when(Words(load_texts(), minimal_site().programme), event) == case["wanneer"]


@every_case
def test_on_each_day_a_visitor_reads_what_is_next(case: Mapping[str, Any]) -> None:
    event = case_series(case)
    for day, told in case.get("op", {}).items():
        assert is_upcoming(event, day) is (told is not None)
        wanted = told or {"straks": [], "niet": []}
        assert ahead(event, day)._asdict() == {"days": tuple(wanted["straks"]), "skipped": tuple(wanted["niet"])}


# ---- for a calendar


def entry(event: Event) -> icalendar.Event:
    """The one entry for a series, as a program that is not ours reads it; both files tell the same."""
    site = replace(with_events(event), today=date(2026, 11, 22))
    files = files_of(site)
    found = [
        icalendar.Calendar.from_ical(files[path]).walk("VEVENT") for path in ("agenda.ics", "agenda/koffie/koffie.ics")
    ]
    assert found[0] == found[1]
    [item] = found[0]
    assert isinstance(item, icalendar.Event)
    return item


def expanded(item: icalendar.Event) -> list[Any]:
    """Each time of an entry, by the rules of RFC 5545: those of the rule, without those that are left out."""
    start = item.decoded("DTSTART")
    rule = item["RRULE"].to_ical().decode()
    lists = item.get("EXDATE", [])
    without = [value.dt for part in (lists if isinstance(lists, list) else [lists]) for value in part.dts]
    if isinstance(start, datetime):
        return [found for found in rrulestr(rule, dtstart=start) if found not in without]
    days = rrulestr(rule, dtstart=datetime.combine(start, time()))
    return [found.date() for found in days if found.date() not in without]


@every_case
def test_a_calendar_has_it_on_the_same_days_at_the_same_hour(case: Mapping[str, Any]) -> None:
    item = entry(case_series(case))
    times = expanded(item)
    assert [found.astimezone(AMSTERDAM).date() for found in times] == case["dagen"]
    assert {found.astimezone(AMSTERDAM).time() for found in times} == {time(10)}
    assert item.decoded("DTEND") - item.decoded("DTSTART") == timedelta(hours=2)
    assert item.decoded("DTSTART") == times[0], "the first time is one of the series, as RFC 5545 asks"


@every_case
def test_a_series_without_times_takes_the_same_whole_days(case: Mapping[str, Any]) -> None:
    item = entry(case_series(case, van=None, tot=None))
    assert expanded(item) == case["dagen"]
    assert type(item["RRULE"]["UNTIL"][0]) is date, "UNTIL is of the same type as the begin"


@every_case
def test_who_adds_a_series_gets_the_times_that_are_to_come(case: Mapping[str, Any]) -> None:
    event = case_series(case)
    for today in event.days:
        files = files_of(replace(with_events(event), today=today))
        in_feed, alone = (
            icalendar.Calendar.from_ical(files[path]).walk("VEVENT")[0]
            for path in ("agenda.ics", "agenda/koffie/koffie.ics")
        )
        assert [found.astimezone(AMSTERDAM).date() for found in expanded(alone)] == [
            day for day in event.days if day >= today
        ]
        assert alone.decoded("DTSTART").astimezone(AMSTERDAM).date() == today
        assert alone.decoded("DTEND") - alone.decoded("DTSTART") == timedelta(hours=2)
        assert [found.astimezone(AMSTERDAM).date() for found in expanded(in_feed)] == case["dagen"]
        assert alone["UID"] == in_feed["UID"]


def test_a_meeting_of_more_days_that_goes_on_keeps_its_first_day() -> None:
    fair = made_event("koffie", datum="2026-12-03", einddatum="2026-12-05", tot=None)
    files = files_of(replace(with_events(fair), today=date(2026, 12, 4)))
    assert b"DTSTART;VALUE=DATE:20261203" in files["agenda/koffie/koffie.ics"]


def test_the_end_of_a_rule_is_in_utc_and_the_clock_is_in_the_file() -> None:
    files = files_of(with_events(series("2027-03-21", "2027-04-04")))
    text = files["agenda/koffie/koffie.ics"].decode()
    assert "DTSTART;TZID=Europe/Amsterdam:20270321T100000\r\n" in text
    assert "RRULE:FREQ=WEEKLY;UNTIL=20270404T080000Z\r\n" in text
    assert text.count("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n") == 1


def test_the_clock_in_the_file_is_that_of_the_place() -> None:
    files = files_of(with_events(series()))
    [zone] = icalendar.Calendar.from_ical(files["agenda.ics"]).walk("VTIMEZONE")
    clock = zone.to_tz(lookup_tzid=False)
    hours = (datetime(2027, 1, 1, 12) + timedelta(hours=number) for number in range(0, 24 * 366, 6))
    assert {hour for hour in hours if clock.utcoffset(hour) != AMSTERDAM.utcoffset(hour)} == set()


def test_a_calendar_without_series_needs_no_clock() -> None:
    assert b"VTIMEZONE" not in files_of(with_events(made_event()))["agenda.ics"]
    assert b"VTIMEZONE" not in files_of(with_events(series(van=None, tot=None)))["agenda.ics"]


def test_what_is_left_out_later_outweighs_what_a_calendar_has() -> None:
    before, after = entry(series()), entry(series(skipped=("2026-12-24",)))
    again = entry(series(wijziging=1))
    assert before["UID"] == after["UID"] == again["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"] < again["SEQUENCE"]


# ---- for a visitor


def on_day(day: str, *events: Event) -> Site:
    return with_events(*events, today=date.fromisoformat(day))


def page_of(site: Site) -> str:
    return files_of(site)["agenda/koffie/index.html"].decode()


def test_a_series_is_one_card_at_its_next_time() -> None:
    events = (series(), made_event("eerder", datum="2026-12-08"), made_event("later", datum="2026-12-12"))
    html = filled(on_day("2026-12-04", *events), "agendalijst")
    assert re.findall(r'<h3 class="bb-card__title"><a href="[./]*agenda/([a-z]+)/"', html) == [
        "eerder",
        "koffie",
        "later",
    ]
    before = filled(on_day("2026-12-03", *events), "agendalijst")
    assert re.findall(r'<h3 class="bb-card__title"><a href="[./]*agenda/([a-z]+)/"', before)[0] == "koffie"


def test_a_series_that_is_over_stands_at_its_last_time() -> None:
    events = (series(), made_event("eerder", datum="2026-12-08"), made_event("later", datum="2027-01-02"))
    html = filled(on_day("2027-02-01", *events), "agendalijst")
    past = html[html.index('id="geweest"') :]
    assert re.findall(r'href="[./]*agenda/([a-z]+)/"', past) == ["later", "koffie", "eerder"]
    assert "De volgende keer" not in html


@pytest.mark.parametrize("place", ["card", "page"])
def test_a_page_that_nobody_builds_tells_the_next_time_until_the_last(place: str) -> None:
    site = on_day("2026-12-04", series(skipped=("2026-12-17",)))
    html = page_of(site) if place == "page" else filled(site, "agendalijst")
    told = re.findall(r'<(?:strong|span) data-bb-until="([0-9-]+)">([^<]+)<', html)
    assert [(until, text.strip()) for until, text in told] == [
        ("2026-12-10", "De volgende keer: donderdag 10 december 2026"),
        ("2026-12-24", "De volgende keer: donderdag 24 december 2026"),
        ("2026-12-31", "De volgende keer: donderdag 31 december 2026"),
        ("2026-12-17", "Niet op 17 december 2026."),
    ]
    assert set(re.findall(r'<(?:li|div)[^>]* data-bb-until="([0-9-]+)"', html)) <= {"2026-12-31"}


def test_a_series_that_is_off_tells_no_next_time() -> None:
    html = page_of(on_day("2026-12-04", series(afgelast=True, reden="De zaal is dicht.")))
    assert "De volgende keer" not in html
    assert "De zaal is dicht." in html


@pytest.mark.parametrize(
    ("today", "turns"),
    [
        ("2026-12-01", "2026-12-04"),
        ("2026-12-10", "2026-12-11"),
        ("2026-12-11", "2026-12-18"),  # a day that is left out
        ("2026-12-18", "2026-12-25"),
    ],
)
def test_the_site_is_other_on_the_day_after_each_time(today: str, turns: str) -> None:
    site = replace(on_day(today, series(skipped=("2026-12-17",))), vacancies={}, profiles={}, sponsors={})
    assert [(item.day.isoformat(), item.what) for item in next_changes(site)] == [(turns, "event")]


def test_search_engines_are_told_the_next_time() -> None:
    site = on_day("2027-03-25", series("2027-03-18", "2027-04-15", ("2027-03-25",)))
    data = event_data(site, turn_of(series("2027-03-18", "2027-04-15", ("2027-03-25",)), site.today))
    assert data["startDate"] == "2027-04-01T10:00:00+02:00"
    assert data["endDate"] == "2027-04-01T12:00:00+02:00"
    assert data["eventStatus"].endswith("/EventScheduled")
    assert '"startDate":"2027-04-01T10:00:00+02:00"' in page_of(site).replace('": "', '":"')


def test_open_data_have_it_as_the_editor_wrote_it() -> None:
    text = files_of(with_events(series(skipped=("2026-12-24",))))["data/agenda.json"].decode()
    assert '"herhaling": {"hoe": "elke week", "tot_en_met": "2026-12-31", "niet_op": ["2026-12-24"]}' in text
