"""The short facts of a vacancy, as a visitor reads them: the same on card, page and poster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from burgerbaan.corner import EVENING
from burgerbaan.dutch import format_and
from burgerbaan.lifecycle import AVAILABLE, NEW_DAYS, OVER, State, is_new, is_to_begin
from burgerbaan.model.contact import Contact
from burgerbaan.model.programme import Reward, Theme
from burgerbaan.model.vacancy import Shift, Vacancy, Weekday
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.words import Words

_WEEK = tuple(Weekday)
_MANY = 4
"""So many days that follow each other are told by the first and the last."""
_FEW = 2
"""So many times that differ still fit on a card."""
_DAY_PARTS = {"morning": ("00:00", "12:00"), "afternoon": ("12:00", EVENING), "evening": (EVENING, "24:00")}


class When(NamedTuple):
    """Days on which the times are the same, and those times; '' when there are none."""

    days: str
    times: str

    @property
    def line(self) -> str:
        """Both, as they are read."""
        return f"{self.days} {self.times}".strip()


@dataclass(frozen=True, slots=True)
class VacancyFacts:
    """Texts in the programme's own words."""

    state: State
    hours: str
    days: str
    when: tuple[When, ...]
    brief_when: str
    reward_name: str
    reward: str
    reward_long: str
    is_paid_for: bool
    diploma: str
    dutch: str
    places: str
    schedule: str
    agreement: str
    is_to_begin: bool
    is_new: bool
    new_until: date
    closes: str


def facts_of(renderer: Renderer, vacancy: Vacancy) -> VacancyFacts:
    """All short facts of one vacancy on the day of the build."""
    facts: VacancyFacts = renderer.once(("facts", vacancy.slug), lambda: _facts(vacancy, renderer.site, renderer.words))
    return facts


def _facts(vacancy: Vacancy, site: Site, words: Words) -> VacancyFacts:
    state = site.state(vacancy)
    hours = vacancy.hours
    same = hours.minimum == hours.maximum
    reward, reward_long = _reward(vacancy, words)
    is_gone = state is State.FULL or state in OVER
    when = _when(vacancy, words)
    return VacancyFacts(
        state=state,
        hours=words("vacancy.hours_one" if same else "vacancy.hours_range", low=hours.minimum, high=hours.maximum),
        days=_days(days_of(vacancy), words),
        when=when,
        brief_when=_brief(vacancy, when, words),
        reward_name=words("vacancy.wage_name" if vacancy.rewards.wage else "vacancy.reward"),
        reward=reward,
        reward_long=reward_long,
        is_paid_for=is_paid_for(vacancy, site),
        diploma=vacancy.diploma if vacancy.diploma_needed and vacancy.diploma else words("vacancy.diploma_no"),
        dutch=words(f"dutch_level.{vacancy.dutch.name.lower()}"),
        places=words(f"state.{state}") if is_gone else words.count("vacancy.places_left", vacancy.places),
        schedule=words(f"schedule.{vacancy.schedule.name.lower()}"),
        agreement=words(f"agreement.{vacancy.agreement.name.lower()}"),
        is_to_begin=is_to_begin(vacancy, site.today),
        is_new=is_new(vacancy, site.today) and state in AVAILABLE,
        new_until=vacancy.posted + timedelta(days=NEW_DAYS - 1),
        closes=_closes(vacancy, site, words) if state is State.CLOSING else "",
    )


def days_of(vacancy: Vacancy) -> tuple[Weekday, ...]:
    """The days with work, Monday first."""
    mine = [shift.day for shift in vacancy.shifts]
    return tuple(day for day in Weekday if day in mine)


def contact_of(vacancy: Vacancy, site: Site) -> Contact:
    """Who answers: the vacancy's own contact, the host's, or the programme's."""
    return vacancy.contact or host_contact(vacancy, site)


def host_contact(vacancy: Vacancy, site: Site) -> Contact:
    """Who answers on the page of its host."""
    return site.hosts[vacancy.host].contact or site.programme.channel(Theme.JOIN)


def paper_head(renderer: Renderer) -> str:
    """Whose a printed page is, and the number to call."""
    programme = renderer.site.programme
    found: str = renderer.once(
        ("paper head",), lambda: ", ".join(filter(None, (programme.name, programme.channel(Theme.JOIN).phone)))
    )
    return found


def is_paid_for(vacancy: Vacancy, site: Site) -> bool:
    """Whether somebody else than the host pays for the work."""
    return site.programme.reward is Reward.ALLOWANCE and vacancy.rewards.allowance and not vacancy.rewards.wage


def week_of(vacancy: Vacancy, words: Words) -> tuple[dict[str, Any], ...]:
    """Rows of the week: per weekday, for each part of the day, the times of work."""
    days = ((day, [shift for shift in vacancy.shifts if shift.day is day]) for day in Weekday)
    return tuple(
        {"name": str(day), "parts": [_times(shifts, part, words) if shifts else "" for part in _DAY_PARTS.values()]}
        for day, shifts in days
    )


def day_parts(words: Words) -> tuple[str, ...]:
    """What the parts of a day are called."""
    return tuple(words(f"daypart.{name}") for name in _DAY_PARTS)


def _times(shifts: Sequence[Shift], part: tuple[str, str], words: Words) -> str:
    """Shifts of a day in one part of it: whole where they start, only their end where they go on."""
    low, high = part
    going_on = [words("daypart.until", time=shift.end) for shift in shifts if shift.start < low < shift.end]
    return ", ".join((*going_on, *(_from_to(shift, words) for shift in shifts if low <= shift.start < high)))


def _reward(vacancy: Vacancy, words: Words) -> tuple[str, str]:
    if vacancy.rewards.wage:
        return words("vacancy.wage", wage=vacancy.rewards.wage), vacancy.rewards.wage
    if vacancy.rewards.allowance:
        return words("vacancy.reward_yes"), words("vacancy.reward_yes_long")
    return words("vacancy.reward_no"), words("vacancy.reward_no")


def _when(vacancy: Vacancy, words: Words) -> tuple[When, ...]:
    """A line for all days with the same times."""
    if not vacancy.shifts:
        return (When(words("vacancy.when_free"), ""),)
    alike: dict[str, list[Weekday]] = {}
    for day in days_of(vacancy):
        alike.setdefault(_day_times(vacancy.shifts, day, words), []).append(day)
    return tuple(When(_days(days, words), times) for times, days in alike.items())


def _brief(vacancy: Vacancy, when: Sequence[When], words: Words) -> str:
    """Days with their times where those are few; else the days."""
    is_short = len(when) == 1 or (len(when) == _FEW and len(vacancy.shifts) == _FEW)
    return format_and([item.line for item in when]) if is_short else _days(days_of(vacancy), words)


def _day_times(shifts: tuple[Shift, ...], day: Weekday, words: Words) -> str:
    mine = sorted((shift for shift in shifts if shift.day is day), key=lambda shift: shift.start)
    return format_and([_from_to(shift, words) for shift in mine])


# With a word between them, for a dash is not read aloud.
def _from_to(shift: Shift, words: Words) -> str:
    return words("vacancy.from_to", start=shift.start, end=shift.end)


def _days(days: Sequence[Weekday], words: Words) -> str:
    """Whole names: of two letters some are words of their own, and read aloud as such."""
    places = [_WEEK.index(day) for day in days]
    if len(days) >= _MANY and places[-1] - places[0] == len(days) - 1:
        return words("vacancy.days_range", first=days[0], last=days[-1])
    return format_and(days)


def _closes(vacancy: Vacancy, site: Site, words: Words) -> str:
    assert vacancy.closing is not None
    days = (vacancy.closing - site.today).days
    return words.count("vacancy.closes", days) if days else words("vacancy.closes_today")
