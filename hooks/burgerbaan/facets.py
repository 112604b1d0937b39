"""What visitors choose vacancies by: one declaration from which the form, the counts and the browser's data follow.

A facet offers values; a value stands for atoms of a space (days × parts of the day, hours, levels of Dutch); a
vacancy holds some atoms of each space. A vacancy fits when it shares an atom with what is chosen in every space.
Values of one facet widen the choice, facets narrow it; facets of one space are met by the same atom, so that
"dinsdag" and "avond" find Tuesday evenings only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from burgerbaan.model.vacancy import DutchLevel, Guidance, Schedule, Vacancy, Weekday
from burgerbaan.site import Site
from burgerbaan.week_slots import (
    AFTERNOON_ENDS,
    MORNING_ENDS,
    NOON,
    SCHOOL_BEGINS,
    SCHOOL_ENDS,
    WEDNESDAY_ENDS,
    chosen_slots,
    slots_in,
    slots_of,
)
from burgerbaan.words import Words

MOST_HOURS = 40


class Choice(StrEnum):
    """How a visitor chooses in a facet."""

    MANY = "many"
    ONE = "one"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Value:
    """One choice: its name in the address, its text, the atoms it stands for."""

    id: str
    name: str
    atoms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose by; `group` names the part of the form it stands in. A range also has other values."""

    key: str
    space: str
    group: str
    title: str
    choice: Choice
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """The facets of a site, and the atoms of each open vacancy, newest first."""

    facets: tuple[Facet, ...]
    atoms: Mapping[str, tuple[tuple[int, ...], ...]]

    def count(self, facet: Facet, value: Value) -> int:
        """How many open vacancies fit one value when nothing else is chosen."""
        wanted = set(value.atoms)
        return sum(1 for atoms in self.atoms[facet.space] if not wanted.isdisjoint(atoms))


def bank_of(site: Site, words: Words) -> Bank:
    """Everything a visitor can choose by on the day of the build."""
    facets = tuple(facet for facet in _facets(site, words) if facet.values or facet.choice is Choice.RANGE)
    readers = _readers(site)
    spaces = dict.fromkeys(facet.space for facet in facets)
    return Bank(facets, {space: tuple(map(readers[space], site.open_vacancies)) for space in spaces})


_FLAGS: Mapping[str, tuple[str, Callable[[Vacancy], bool]]] = {
    "diploma": ("extra", lambda vacancy: not vacancy.diploma_needed),
    "snuffelen": ("extra", lambda vacancy: vacancy.try_out),
    "vergoeding": ("extra", lambda vacancy: vacancy.rewards.allowance),
    "vast": ("extra", lambda vacancy: vacancy.schedule is Schedule.FIXED),
    "taken": ("extra", lambda vacancy: vacancy.clear_tasks),
    "drempelvrij": ("access", lambda vacancy: vacancy.access.step_free),
    "toilet": ("access", lambda vacancy: vacancy.access.toilet),
    "rustig": ("access", lambda vacancy: vacancy.access.quiet_room),
}
"""Things that are so or not: the group of the form, and how to tell."""

_LEVELS = tuple(DutchLevel)
_GUIDANCE = tuple(Guidance)
_CLOCK = {
    "noon": NOON,
    "morning_ends": MORNING_ENDS,
    "afternoon_ends": AFTERNOON_ENDS,
    "school_begins": SCHOOL_BEGINS,
    "school_ends": SCHOOL_ENDS,
    "wednesday_ends": WEDNESDAY_ENDS,
}
"""Times that names of parts of the day tell."""


def _facets(site: Site, words: Words) -> Iterator[Facet]:
    def facet(key: str, space: str, choice: Choice, values: Iterable[Value]) -> Facet:
        return Facet(key, space, space, words(f"facet.{key}"), choice, tuple(values))

    yield facet("wijk", "wijk", Choice.MANY, _named(site.districts))
    yield facet("sector", "sector", Choice.MANY, _named(site.sectors))
    parts = [Value(name, words(f"part_choice.{name}", **_CLOCK), slots) for name, slots in chosen_slots()]
    yield facet("dagdeel", "wanneer", Choice.MANY, parts)
    days = [Value(str(day)[:2], str(day), slots_in((day,))) for day in Weekday]
    yield facet("dag", "wanneer", Choice.MANY, days)
    yield facet("uren", "uren", Choice.RANGE, _hours(words))
    levels = [
        Value(level.value.lower(), words(f"dutch_mine.{level.name.lower()}"), tuple(range(number + 1)))
        for number, level in enumerate(_LEVELS)
    ]
    yield facet("taal", "taal", Choice.ONE, levels)
    yield facet("leren", "leren", Choice.MANY, _named(site.learn_areas))
    guided = [Value(item.name.lower(), item.value, (number,)) for number, item in enumerate(_GUIDANCE)]
    yield facet("begeleiding", "begeleiding", Choice.MANY, guided)
    for key, (group, _) in _FLAGS.items():
        title = words(f"facet.{key}")
        yield Facet(key, key, group, title, Choice.MANY, (Value("ja", title, (1,)),))


def _hours(words: Words) -> Iterator[Value]:
    """Those that many people mean; any others are typed."""
    yield Value("-4", words("bank.hours_chip_high", high=4), tuple(range(4 + 1)))
    for low, high in ((4, 8), (8, 16)):
        yield Value(f"{low}-{high}", words("bank.hours_chip_both", low=low, high=high), tuple(range(low, high + 1)))


def _named(records: Mapping[str, object]) -> list[Value]:
    return [
        Value(name, str(getattr(item, "name", name)), (number,)) for number, (name, item) in enumerate(records.items())
    ]


def _readers(site: Site) -> Mapping[str, Callable[[Vacancy], tuple[int, ...]]]:
    """How the atoms of each space are read from a vacancy."""
    districts, sectors, areas = (
        {name: number for number, name in enumerate(records)}
        for records in (site.districts, site.sectors, site.learn_areas)
    )
    return {
        "wijk": lambda vacancy: (districts[vacancy.district],),
        "sector": lambda vacancy: tuple(sectors[name] for name in vacancy.sectors),
        "wanneer": slots_of,
        "uren": lambda vacancy: tuple(range(vacancy.hours.minimum, vacancy.hours.maximum + 1)),
        "taal": lambda vacancy: (_LEVELS.index(vacancy.dutch),),
        "leren": lambda vacancy: tuple(areas[name] for name in vacancy.learn_areas),
        "begeleiding": lambda vacancy: (_GUIDANCE.index(vacancy.guide.level),),
        **{key: partial(_flag, test) for key, (_, test) in _FLAGS.items()},
    }


def _flag(test: Callable[[Vacancy], bool], vacancy: Vacancy) -> tuple[int, ...]:
    return (1,) if test(vacancy) else (0,)


def steps_between(site: Site) -> Mapping[str, Mapping[str, int]]:
    """How many districts lie between each two that touch in some way; a pair that does not is left out."""
    near: dict[str, set[str]] = {name: set(district.near) for name, district in site.districts.items()}
    for name, others in list(near.items()):
        for other in others:
            near[other].add(name)
    return {name: _steps_from(name, near) for name in near}


def _steps_from(start: str, near: Mapping[str, set[str]]) -> Mapping[str, int]:
    found, edge = {start: 0}, [start]
    while edge:
        edge = sorted({other for name in edge for other in near[name]} - set(found))
        found |= dict.fromkeys(edge, max(found.values()) + 1)
    return found
