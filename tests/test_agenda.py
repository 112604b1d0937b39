"""The agenda: files that a calendar reads, what search engines are told, and what is still to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from burgerbaan.changes import next_changes
from burgerbaan.event_facts import format_when, is_upcoming
from burgerbaan.model.happenings import Event, EventKind
from burgerbaan.site import Site
from burgerbaan.structured import event_data, is_told
from burgerbaan.words import Words, load_texts
from burgerbaan.zone import is_skipped
from tests.conftest import ROOT
from tests.made_events import filled, made_event, minimal_site, with_events
from tests.small_site import DAY, files_of

CSS = ROOT / "hooks/theme/assets/css/agenda.css"


def calendar_in(site: Site, path: str = "agenda.ics") -> icalendar.Calendar:
    """A file as a program that is not ours reads it; every line is as RFC 5545 wants it."""
    data = files_of(site)[path]
    assert data.endswith(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def entry(event: Event, **changes: Any) -> Any:
    """The one meeting in the feed of a site."""
    [found] = calendar_in(with_events(event, **changes)).walk("VEVENT")
    return found


# ---- one meeting, for a calendar


def test_a_meeting_says_when_where_and_what() -> None:
    found = entry(made_event(binnenkomen="Zijdeur.", aanmelden="Bel of app."))
    assert found["SUMMARY"] == "Praatavond"
    assert found["LOCATION"] == "Buurthuis, Weg 1, 1354 AA Almere"
    assert found["DESCRIPTION"].splitlines() == [
        "Praat mee.",
        "Zijdeur.",
        "Bel of app.",
        "https://www.example.org/agenda/avond/",
    ]
    assert found["URL"] == "https://www.example.org/agenda/avond/"
    assert found["STATUS"] == "CONFIRMED"
    assert found["UID"] == "avond@www.example.org"
    assert found.decoded("DTSTART") == datetime(2026, 12, 3, 18, 30, tzinfo=UTC)
    assert found.decoded("DTEND") == datetime(2026, 12, 3, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        ("2027-03-27", "19:30", "2027-03-27T18:30"),  # the last winter evening
        ("2027-03-28", "19:30", "2027-03-28T17:30"),  # the first of summer
        ("2027-03-28", "03:00", "2027-03-28T01:00"),  # the first time after the hour that is not there
        ("2027-10-30", "19:30", "2027-10-30T17:30"),
        ("2027-10-31", "02:30", "2027-10-31T00:30"),  # comes twice: the first of the two
        ("2027-10-31", "19:30", "2027-10-31T18:30"),
    ],
)
def test_the_clock_is_that_of_the_place_on_both_sides_of_summer_time(day: str, clock: str, moment: str) -> None:
    event = made_event(datum=day, van=clock, tot=None)
    assert entry(event).decoded("DTSTART") == datetime.fromisoformat(f"{moment}:00+00:00")
    assert datetime.fromisoformat(event_data(minimal_site(), event)["startDate"]).astimezone(UTC) == entry(
        event
    ).decoded("DTSTART")


def test_only_the_hour_that_summer_time_takes_is_no_time_at_all() -> None:
    hours = {f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 1, 30, 59)}
    skipped = {clock for clock in hours if is_skipped(date(2027, 3, 28), clock)}
    assert skipped == {"02:00", "02:01", "02:30", "02:59"}
    assert not any(is_skipped(date(2027, 10, 31), clock) for clock in hours)
    with pytest.raises(ValidationError):
        made_event(datum="2027-03-28", van="01:00", tot="02:30")


def test_a_night_ends_on_the_next_day() -> None:
    found = entry(made_event(datum="2026-12-31", van="21:00", einddatum="2027-01-01", tot="01:00"))
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(hours=4)


@pytest.mark.parametrize("changes", [{"van": None, "tot": None}, {"einddatum": "2026-12-05", "tot": None}])
def test_a_meeting_without_times_takes_whole_days(changes: dict[str, Any]) -> None:
    found = entry(made_event(**changes))
    days = 3 if "einddatum" in changes else 1
    assert found.decoded("DTSTART") == date(2026, 12, 3)
    assert found.decoded("DTEND") == date(2026, 12, 3) + timedelta(days=days)
    assert found["TRANSP"] == "TRANSPARENT"


def test_a_month_is_no_day_for_a_calendar() -> None:
    files = files_of(with_events(made_event(datum="2026-12", van=None, tot=None)))
    assert "agenda/avond/avond.ics" not in files
    assert b"BEGIN:VEVENT" not in files["agenda.ics"]


hostile = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Co", "Cs", "Cn")), min_size=1, max_size=190)
    .map(str.strip)
    .filter(bool)
)
written = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "a\\nb; c, d\\",
        "\\",
        "\\\\n",
        'END:VCALENDAR"',
        "é" * 190,
        "👩🏽‍🍳" * 40,
        "x;y=z:w",
        "\u2028regel\u2029",
    ]
)


# Each example is a whole site: a few dozen, of which the worst were written by hand.
@settings(max_examples=30)
@given(hostile | written, hostile | written)
def test_whatever_an_editor_types_comes_out_as_it_was(title: str, summary: str) -> None:
    event = made_event(titel=title, samenvatting=summary, plek={"naam": title, "plaats": "Almere"})
    for path in ("agenda.ics", "agenda/avond/avond.ics"):
        [found] = calendar_in(with_events(event), path).walk("VEVENT")
        assert str(found["SUMMARY"]) == event.title
        assert str(found["DESCRIPTION"]).startswith(event.summary)
        assert str(found["LOCATION"]) == f"{event.title}, Almere"


# ---- what changes afterwards


def imported(kept: dict[str, Any], calendar: icalendar.Calendar) -> dict[str, Any]:
    """What a calendar holds after it takes in a file: by UID, and never an older version over a newer one."""
    for item in calendar.walk("VEVENT"):
        old = kept.get(item["UID"])
        if old is None or item["SEQUENCE"] >= old["SEQUENCE"]:
            kept[item["UID"]] = item
    return kept


def test_who_takes_it_in_twice_has_it_once() -> None:
    site = with_events(made_event(), made_event("workshop", datum="2026-12-10"))
    kept = imported({}, calendar_in(site))
    kept = imported(kept, calendar_in(site, "agenda/avond/avond.ics"))
    assert sorted(kept) == ["avond@www.example.org", "workshop@www.example.org"]


def test_a_file_that_got_another_name_is_the_same_meeting() -> None:
    before, after = made_event("avond"), made_event("praatavond", vroeger=["avond", "avond-zes"])
    kept = imported(imported({}, calendar_in(with_events(before))), calendar_in(with_events(after)))
    assert list(kept) == ["avond@www.example.org"]
    files = files_of(with_events(after))
    for name in ("avond", "avond-zes"):
        assert b'content="0; url=../praatavond/"' in files[f"agenda/{name}/index.html"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"wijziging": 1}),
        ({"wijziging": 1}, {"wijziging": 2}),
        ({}, {"afgelast": True}),
        ({}, {"verplaatst_van": "2026-11-30"}),
        ({"afgelast": True}, {"verplaatst_van": "2026-11-30"}),
        ({"verplaatst_van": "2026-11-30"}, {"verplaatst_van": "2026-11-30", "afgelast": True}),
        ({"verplaatst_van": "2026-11-30", "afgelast": True}, {"wijziging": 1}),
    ],
)
def test_every_change_outweighs_what_a_calendar_has(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert entry(made_event(**before))["SEQUENCE"] < entry(made_event(**after))["SEQUENCE"]


def test_a_meeting_that_is_off_says_so_also_where_nobody_looks_at_the_status() -> None:
    event = made_event(afgelast=True, reden="De zaal is dicht.")
    found = entry(event)
    assert found["STATUS"] == "CANCELLED"
    assert found["SUMMARY"] == "Gaat niet door: Praatavond"
    assert found["DESCRIPTION"].startswith("De zaal is dicht.")


def test_an_example_is_marked_in_a_calendar() -> None:
    assert entry(made_event(voorbeeld=True))["SUMMARY"] == "Praatavond (voorbeeld)"


def test_the_feed_has_a_name_and_is_asked_for_again_and_one_meeting_is_no_calendar_of_its_own() -> None:
    site = with_events(made_event())
    feed, single = calendar_in(site), calendar_in(site, "agenda/avond/avond.ics")
    assert feed["X-WR-CALNAME"] == feed["NAME"] == "Agenda van Minimaal"
    assert feed["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert str(feed["X-PUBLISHED-TTL"]) == "PT12H"
    assert str(feed["SOURCE"]) == "https://www.example.org/agenda.ics"
    assert feed["METHOD"] == single["METHOD"] == "PUBLISH"
    assert not {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL"} & set(single)


def test_the_stamp_is_of_the_content_and_not_of_the_clock() -> None:
    site = with_events(made_event())
    later = replace(site, today=DAY + timedelta(days=5))
    assert files_of(site)["agenda.ics"] == files_of(later)["agenda.ics"]
    assert entry(made_event()).decoded("DTSTAMP").date() == site.updated


# ---- for search engines


def test_a_plain_meeting_is_told_as_it_is() -> None:
    data = event_data(minimal_site(), made_event(gratis=True))
    assert data["startDate"] == "2026-12-03T19:30:00+01:00"
    assert data["endDate"] == "2026-12-03T21:30:00+01:00"
    assert data["eventStatus"].endswith("/EventScheduled")
    assert data["eventAttendanceMode"].endswith("/OfflineEventAttendanceMode")
    assert data["isAccessibleForFree"] is True
    assert data["location"]["name"] == "Buurthuis"
    assert data["location"]["address"]["postalCode"] == "1354 AA"
    assert "previousStartDate" not in data


def test_what_nobody_said_is_not_told() -> None:
    data = event_data(minimal_site(), made_event(van=None, tot=None, plek={"plaats": "Almere"}))
    assert data["startDate"] == "2026-12-03"
    assert not {"endDate", "isAccessibleForFree", "offers", "image"} & set(data)


def test_from_home_counts_only_with_an_address_to_join() -> None:
    asks = event_data(minimal_site(), made_event(op_afstand="Stuur je vraag vooraf."))
    both = event_data(minimal_site(), made_event(link_op_afstand="https://bellen.example.org/avond"))
    online = event_data(minimal_site(), made_event(plek=None, link_op_afstand="https://bellen.example.org/avond"))
    assert asks["eventAttendanceMode"].endswith("/OfflineEventAttendanceMode")
    assert both["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert [place["@type"] for place in both["location"]] == ["Place", "VirtualLocation"]
    assert online["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://bellen.example.org/avond"}
    assert not is_told(made_event(plek=None))


@pytest.mark.parametrize(
    ("changes", "status", "start", "before"),
    [
        ({"afgelast": True}, "EventCancelled", "2026-12-03T19:30:00+01:00", None),
        ({"verplaatst_van": "2026-11-26"}, "EventRescheduled", "2026-12-03T19:30:00+01:00", "2026-11-26"),
        ({"verplaatst_van": "2026-11-26", "datum": "2027"}, "EventPostponed", "2026-11-26", None),
    ],
)
def test_off_moved_and_put_off_are_three_things(
    changes: dict[str, Any], status: str, start: str, before: str | None
) -> None:
    event = made_event(**changes)
    data = event_data(minimal_site(), event)
    assert is_told(event)
    assert data["eventStatus"] == f"https://schema.org/{status}"
    assert data["startDate"] == start
    assert data.get("previousStartDate") == before


# ---- to come and past


@pytest.mark.parametrize(
    ("changes", "last"),
    [
        ({"datum": "2026-11-22"}, "2026-11-22"),
        ({"datum": "2026-11-20", "einddatum": "2026-11-24"}, "2026-11-24"),
        ({"datum": "2026-11"}, "2026-11-30"),
        ({"datum": "2026"}, "2026-12-31"),
    ],
)
def test_a_meeting_is_to_come_until_its_last_day_is_over(changes: dict[str, Any], last: str) -> None:
    event, day = made_event(**changes), date.fromisoformat(last)
    assert is_upcoming(event, day)
    assert not is_upcoming(event, day + timedelta(days=1))
    changes = next_changes(replace(with_events(event, today=day), vacancies={}, profiles={}, sponsors={}))
    assert "event" in {item.what for item in changes if item.day == day + timedelta(days=1)}
    page = files_of(with_events(event, today=day))[f"agenda/{event.slug}/index.html"].decode()
    assert set(re.findall(r'data-bb-until="([^"]*)"', page)) == {last}, "an open page hides it in time as well"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "donderdag 3 december 2026, van 19:30 tot 21:30 uur"),
        ({"tot": None}, "donderdag 3 december 2026, 19:30 uur"),
        ({"van": None, "tot": None}, "donderdag 3 december 2026"),
        (
            {"van": None, "tot": None, "einddatum": "2026-12-05"},
            "van donderdag 3 december 2026 tot en met zaterdag 5 december 2026",
        ),
        (
            {"tot": "01:00", "einddatum": "2026-12-04"},
            "van donderdag 3 december 2026, 19:30 uur tot vrijdag 4 december 2026, 01:00 uur",
        ),
        ({"datum": "2026-12", "wanneer": "begin december"}, "begin december"),
    ],
)
def test_the_time_is_told_as_exactly_as_it_is_known(changes: dict[str, Any], text: str) -> None:
    words = Words(load_texts(), minimal_site().programme)
    assert format_when(words, made_event(**changes)) == text


def test_what_is_soonest_comes_first_and_a_whole_month_after_its_days() -> None:
    names = {"later": "2027-01-05", "maand": "2026-12", "dag": "2026-12-30", "jaar": "2026"}
    html = filled(with_events(*(made_event(name, datum=day, titel=name) for name, day in names.items())), "agendalijst")
    upcoming = html[html.index('id="straks"') : html.index('id="volg"')]
    assert re.findall(r'href="[./]*agenda/([a-z]+)/"', upcoming) == ["dag", "maand", "jaar", "later"]


def test_a_meeting_that_is_off_stays_in_sight_with_the_reason_and_without_a_button() -> None:
    site = with_events(made_event(afgelast=True, reden="De zaal is dicht."))
    for html in (filled(site, "agendalijst"), files_of(site)["agenda/avond/index.html"].decode()):
        assert "Deze bijeenkomst gaat niet door." in html
        assert "De zaal is dicht." in html
        assert "Zet in mijn agenda" not in html
    assert "agenda/avond/avond.ics" in files_of(site)  # who has the address, reads there that it is off


def test_who_has_the_old_flyer_reads_that_it_moved() -> None:
    site = with_events(made_event(verplaatst_van="2026-11-26", reden="De zaal was bezet."))
    html = files_of(site)["agenda/avond/index.html"].decode()
    assert "Eerst was het donderdag 26 november 2026." in html
    assert "De zaal was bezet." in html
    same_day = files_of(with_events(made_event(verplaatst_van="2026-12-03")))["agenda/avond/index.html"].decode()
    assert "Let op: de tijd is veranderd." in same_day


def test_what_is_past_is_not_offered_to_a_calendar() -> None:
    files = files_of(with_events(made_event(datum="2026-11-01")))
    assert "Zet in mijn agenda" not in files["agenda/avond/index.html"].decode()
    assert "agenda/avond/avond.ics" not in files
    assert b"UID:avond@" in files["agenda.ics"]


def test_who_reads_of_a_meeting_that_is_over_is_not_asked_to_come() -> None:
    said = {"aanmelden": "Bel voor 1 december.", "binnenkomen": "Ga door de voordeur.", "waarom": "We eten samen."}
    ahead, over = (
        files_of(with_events(made_event(datum=day, **said)))["agenda/avond/index.html"].decode()
        for day in ("2026-12-03", "2026-11-01")
    )
    assert all(text in ahead for text in (*said.values(), "Waarom zou je komen?"))
    assert "Deze bijeenkomst is geweest." in over
    assert "Bel voor" not in over
    assert "Ga door de voordeur." not in over
    assert "Waarom deze bijeenkomst?" in over
    off = files_of(with_events(made_event(datum="2026-11-01", afgelast=True)))["agenda/avond/index.html"].decode()
    assert "is geweest" not in off


def test_a_short_list_has_no_choice_of_kinds_and_a_long_one_has() -> None:
    few = [made_event(f"avond-{number}") for number in range(6)]
    more = [*few, made_event("workshop", soort="workshop"), made_event("oud", soort="festival", datum="2020-01-01")]
    assert "bb-agenda__choice" not in filled(with_events(*few), "agendalijst")
    html = filled(with_events(*more), "agendalijst")
    targets = re.findall(r'<a class="bb-agenda__choice[^"]*" href="#([a-z-]+)"', html)
    assert targets == ["straks", "soort-dialoogavond", "soort-workshop", "soort-festival"]
    assert all(f'id="{target}"' in html for target in targets)
    assert "Festival: er staat nu niets gepland." in html


def test_a_page_shows_meetings_of_its_own_kind_and_says_when_there_is_none() -> None:
    site = with_events(
        made_event("praten"),
        made_event("oefenen", soort="workshop", titel="Oefenen", datum="2026-12-10"),
        made_event("delen", soort="intervisie", titel="Delen", datum="2026-12-17"),
    )
    assert _titles(filled(site, "agenda 3 workshop intervisie")) == ["Oefenen", "Delen"]
    assert _titles(filled(site, "agenda 1 intervisie workshop")) == ["Oefenen"]
    assert _titles(filled(site, "agenda 3")) == ["Praatavond", "Oefenen", "Delen"]
    html = filled(site, "agenda 3 inloop")
    assert "Er staat nu geen bijeenkomst van deze soort gepland." in html
    assert "Er staat nog niets gepland." not in html


def test_a_meeting_of_another_programme_says_so_and_is_not_called_ours() -> None:
    event = made_event(datum="2025-03-04", ander_programma="BuurtBaan <Stad>")
    site = with_events(event)
    label = '<span class="bb-label">van BuurtBaan &lt;Stad&gt;, niet van ons</span>'
    assert label in filled(site, "agendalijst")
    assert label in files_of(site)["agenda/avond/index.html"].decode()
    assert "organizer" not in event_data(site, event)
    assert "SUMMARY:Praatavond (van BuurtBaan <Stad>\\, niet van ons)" in files_of(site)["agenda.ics"].decode()
    assert "organizer" in event_data(site, made_event())


def _titles(html: str) -> list[str]:
    return re.findall(r'<h3 class="bb-card__title"><a [^>]*>([^<]+)</a>', html)


def test_the_sheet_knows_every_kind_of_meeting() -> None:
    css = CSS.read_text("utf-8")
    for kind in EventKind:
        assert f"#soort-{kind}:target ~ section .bb-event-card:not(.bb-event-card--{kind})" in css
        assert f"#soort-{kind}:target ~ section .bb-agenda__none--{kind}" in css
        assert f"#soort-{kind}:target ~ nav .bb-agenda__choice--{kind}" in css


def test_the_agenda_tells_how_to_follow_it() -> None:
    html = filled(with_events(made_event()), "agendalijst")
    assert 'href="webcal://www.example.org/agenda.ics"' in html
    assert ">https://www.example.org/agenda.ics</code>" in html
    assert 'data-bb-copy="https://www.example.org/agenda.ics"' in html


def test_markup_in_a_meeting_stays_text() -> None:
    evil = "<b onclick=x>R&D</b>"
    site = with_events(made_event(titel=evil, afgelast=True, reden=evil, binnenkomen=evil))
    for html in (filled(site, "agendalijst"), files_of(site)["agenda/avond/index.html"].decode()):
        assert "<b onclick" not in html
        assert "&lt;b onclick=x&gt;R&amp;D&lt;/b&gt;" in html


@pytest.mark.parametrize(("kind", "is_link"), [("inloop", True), ("workshop", False)])
def test_who_may_walk_in_is_led_to_the_days(kind: str, is_link: bool) -> None:
    site = with_events(made_event(soort=kind))
    channels = tuple(item.model_copy(update={"visit": "Kom binnen."}) for item in site.programme.channels)
    programme = site.programme.model_copy(update={"channels": channels})
    html = filled(replace(site, programme=programme), "contact meedoen")
    assert ('<a class="bb-way" href="../agenda/">' in html) is is_link
    assert html.count("Kom binnen.") == 1
