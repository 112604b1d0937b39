"""`data/next-change.json`: until that day the same content gives the same bytes, and on that day it does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerbaan.build import Build
from burgerbaan.changes import next_changes
from burgerbaan.lifecycle import HIDDEN, State
from burgerbaan.model.happenings import Event, News
from burgerbaan.model.people import Profile
from burgerbaan.model.vacancy import Status, Vacancy
from burgerbaan.site import MarkdownPage, Site
from burgerbaan.words import load_texts
from tests.giving_project import write_campaign
from tests.photo_project import GOOD, person, project
from tests.small_site import DAY, copy_minimal, made_files, made_vacancy, valid_site, with_vacancies

FILE = "data/next-change.json"
BLOCKS = "".join(
    f"<p>{{{{ {block} }}}}</p>"
    for block in (
        "vacaturebank", "vacatures 3", "organisatielijst", "deelnemerslijst", "deelnemers 1", "talentenpool",
        "verhalen", "agendalijst", "agenda 1", "nieuwslijst", "nieuws 1", "insluiten", "opendata", "contact meedoen",
    )
)  # fmt: skip
"""A written page with every block that shows records."""


FEW = settings(max_examples=settings.default.max_examples // 8)
"""Each example is several whole sites."""


@cache
def minimal_site() -> Site:
    with TemporaryDirectory() as folder:
        return valid_site(copy_minimal(Path(folder)))


def whole_site(site: Site) -> dict[str, bytes]:
    """Every page and file of a site but those that MkDocs copies."""
    page = MarkdownPage("alles.md", "Alles", "Alle lijsten op een bladzijde.")
    build = Build(replace(site, pages={**site.pages, page.path: page}))
    build.hold(page.path, BLOCKS)
    return made_files(build)


days = st.dates(DAY - timedelta(days=40), DAY + timedelta(days=40))


@st.composite
def made_vacancies(draw: st.DrawFn) -> tuple[Vacancy, ...]:
    """A few vacancies, each somewhere in its life."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        posted = draw(days)
        changes: dict[str, object] = {
            "status": draw(st.sampled_from([Status.OPEN, *Status])).value,
            "plekken": draw(st.sampled_from([2, 1, 0])),
            "geplaatst": str(posted),
            "gecontroleerd": str(posted + timedelta(days=draw(st.integers(-80, 20)))),
            "voorbeeld": draw(st.booleans()),
        }
        if draw(st.booleans()):
            changes["sluit"] = str(posted + timedelta(days=draw(st.integers(0, 60))))
        found.append(made_vacancy(f"werk-{number}", **changes))
    return tuple(found)


@st.composite
def made_sites(draw: st.DrawFn) -> Site:
    """The smallest site with things that pass: vacancies, a meeting, a message, and two people."""
    site = with_vacancies(minimal_site(), *draw(made_vacancies()))
    people = {} if draw(st.booleans()) else {name: _person(name, draw) for name in ("amira", "noor")}
    event, news = _event(draw(days)), _news(draw(days))
    return replace(
        site, events={event.slug: event}, news={news.slug: news}, profiles=people, today=draw(st.just(DAY) | days)
    )


def _person(name: str, draw: st.DrawFn) -> Profile:
    base = minimal_site().profiles["noor"].model_dump(mode="json", by_alias=True, exclude_none=True)
    until = draw(st.none() | days.map(str) | st.sampled_from(["2026-10", "2026-11", "2026", "2027-01"]))
    values = base | {"naam": name.title(), "sinds": "2025"} | ({} if until is None else {"tot": until})
    return Profile.model_validate(values, context=(name, f"profiles/{name}.yml"))


def _event(day: date) -> Event:
    values: dict[str, Any] = {
        "titel": "Dialoogavond", "soort": "dialoogavond", "samenvatting": "Praat mee.", "datum": str(day),
        "plek": {"plaats": "Almere"},
    }  # fmt: skip
    return Event.model_validate(values, context=("avond", "content/gegevens/agenda/avond.yml"))


def _news(day: date) -> News:
    values = {
        "titel": "Zes plekken erbij",
        "datum": str(day),
        "samenvatting": "Er is meer plek.",
        "tekst": "Kom kijken.",
    }
    return News.model_validate(values, context=("plekken", "content/gegevens/nieuws/plekken.yml"))


def between(site: Site, end: date) -> Iterator[date]:
    """A few days from today to the day before `end`: the ends, and the middle."""
    span = (end - site.today).days
    yield from (
        site.today + timedelta(days=number) for number in sorted({1, span // 2, span - 1} - {0}) if number < span
    )


@FEW
@given(made_sites())
def test_until_the_next_change_every_day_gives_the_same_bytes(site: Site) -> None:
    turn = next_changes(site)[0].day
    assert turn > site.today
    today = whole_site(site)
    for day in between(site, turn):
        other = whole_site(replace(site, today=day))
        assert [path for path in today.keys() | other.keys() if today.get(path) != other.get(path)] == []


@FEW
@given(made_sites())
def test_on_the_next_change_something_else_than_this_file_differs(site: Site) -> None:
    changes = next_changes(site)
    before = whole_site(replace(site, today=changes[0].day - timedelta(days=1)))
    after = whole_site(replace(site, today=changes[0].day))
    assert before[FILE] != after[FILE]
    if any(item.what != "order" for item in changes):  # another order may by chance be the same
        assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} != {FILE}


def test_the_reasons_are_told_in_dutch() -> None:
    texts = load_texts()
    states = [state for state in State if state not in HIDDEN]
    for what in (
        *states,
        "not_new",
        "begun",
        "event",
        "people",
        "news",
        "order",
        "security",
        "campaign",
        "sponsor",
        "certificate",
    ):
        assert texts[f"change.{what}"]


@FEW
@given(made_sites())
def test_the_file_says_when_and_why(site: Site) -> None:
    data = json.loads(whole_site(site)[FILE])
    changes = next_changes(site)
    assert data["volgende"] == changes[0].day.isoformat()
    assert data["waarom"]
    assert {item["bestand"] for item in data["waarom"]} <= {item.path for item in changes} | {""}


def test_what_nobody_knows_yet_is_not_told_by_its_name() -> None:
    tomorrow = DAY + timedelta(days=1)
    planned = made_vacancy("geheim", geplaatst=str(tomorrow), gecontroleerd=str(DAY))
    site = replace(with_vacancies(minimal_site(), planned), news={"plekken": _news(tomorrow)}, profiles={})
    data = json.loads(whole_site(site)[FILE])
    assert data["volgende"] == str(tomorrow)
    assert data["waarom"] == [
        {"bestand": "", "wat": "Een vacature gaat open"},
        {"bestand": "", "wat": "Er is nieuws"},
    ]


@pytest.mark.parametrize(
    ("moment", "turn"), [("2026-11-22", "2026-11-23"), ("2026-11", "2026-12-01"), ("2026", "2027-01-01")]
)
def test_a_meeting_passes_when_its_day_month_or_year_is_over(moment: str, turn: str) -> None:
    event = _event(DAY).model_copy(update={"day": moment})
    site = replace(with_vacancies(minimal_site()), events={"avond": event}, profiles={})
    found = next_changes(replace(site, today=date.fromisoformat(turn) - timedelta(days=1)))
    assert [item.what for item in found if item.what == "event"] == ["event"]
    assert found[0].day == date.fromisoformat(turn)


@pytest.mark.parametrize(
    ("fields", "turn", "what"),
    [
        ({"geplaatst": "2026-11-10"}, "2026-11-24", "not_new"),
        ({"start": "2026-11-23"}, "2026-11-24", "begun"),
        ({"sluit": "2026-12-02"}, "2026-11-25", "closing"),
        ({"sluit": "2026-11-25"}, "2026-11-23", "closing"),  # a day less is left
        ({"sluit": "2026-11-25", "status": "vol"}, "2026-11-26", "closed"),  # of one that is full no days are told
    ],
)
def test_of_a_vacancy_the_first_day_is_told_on_which_it_differs_and_what_does(
    fields: dict[str, object], turn: str, what: str
) -> None:
    vacancy = made_vacancy("koken", **{"geplaatst": "2026-10-01"} | fields)
    found = next_changes(replace(with_vacancies(minimal_site(), vacancy), profiles={}, events={}, news={}))
    assert [(str(item.day), item.path, item.what) for item in found] == [(turn, vacancy.path, what)]


SAID = {"tekst": "Ik hoor er weer bij.", "rol": "burgerbaner", "weergave": "letterlijk"}


@pytest.mark.parametrize(
    ("consent", "changes", "turn"),
    [
        ({"op": date(2026, 12, 10)}, {}, date(2026, 12, 10)),
        ({"tot": date(2026, 12, 10)}, {}, date(2026, 12, 11)),
        ({}, {"tonen_tot": date(2026, 12, 10)}, date(2026, 12, 11)),
        ({}, {"tot": "2026-12"}, date(2027, 1, 1)),
    ],
)
@pytest.mark.parametrize("is_quote", [False, True])
def test_what_people_agreed_to_turns_on_these_days_and_nobody_is_named(
    consent: dict[str, Any], changes: dict[str, Any], turn: date, is_quote: bool, tmp_path: Path
) -> None:
    said = {**GOOD, **consent}
    root = project(tmp_path / "site", person(GOOD if is_quote and consent else said, **changes))
    if is_quote:
        path = root / "content/gegevens/citaten/gezegd.yml"
        path.parent.mkdir()
        path.write_text(yaml.safe_dump({"titel": "Gezegd", "citaten": [{**SAID, "toestemming": said}]}), "utf-8")
    told = {day: next_changes(valid_site(root, turn + timedelta(days=day))) for day in (-2, -1, 0)}
    assert [day for day, found in told.items() if "people" in {item.what for item in found}] == [-1]
    assert {item.path for item in told[-1] if item.what == "people"} == {""}


def test_a_campaign_ends_the_day_after_its_last(tmp_path: Path) -> None:
    root = write_campaign(tmp_path, "2026-12-10")
    told = {day: next_changes(valid_site(root, date(2026, 12, day))) for day in (9, 10, 11)}
    assert [day for day, found in told.items() if "campaign" in {item.what for item in found}] == [10]


def test_news_comes_on_its_day_and_not_again() -> None:
    site = replace(with_vacancies(minimal_site()), news={"plekken": _news(DAY)}, profiles={})
    told = {days: next_changes(replace(site, today=DAY + timedelta(days=days))) for days in (-1, 0, 1)}
    assert [days for days, found in told.items() if "news" in {item.what for item in found}] == [-1]
    assert all(item.day > DAY + timedelta(days=days) for days, found in told.items() for item in found)


@pytest.mark.parametrize(("names", "is_told"), [((), False), (("noor",), False), (("amira", "noor"), True)])
def test_people_change_places_each_day_when_there_are_more_than_one(names: tuple[str, ...], is_told: bool) -> None:
    [noor] = minimal_site().profiles.values()
    people = {name: noor.model_copy(update={"photo": None, "until": None, "shown_until": None}) for name in names}
    found = next_changes(replace(with_vacancies(minimal_site()), profiles=people, events={}, news={}))
    assert [item.day for item in found if item.what == "order"] == [DAY + timedelta(days=1)] * is_told
