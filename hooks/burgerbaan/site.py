"""Everything that is published, checked and immutable: what pages and files are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from burgerbaan.corner import Corner, corners_of
from burgerbaan.lifecycle import AVAILABLE, HIDDEN, State, state_of
from burgerbaan.model.amounts import Amounts
from burgerbaan.model.decision import Decision
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.model.easy import EasyText
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.model.foundation import Foundation
from burgerbaan.model.happenings import Event, EventKind, News, Tip
from burgerbaan.model.host import Host
from burgerbaan.model.knowledge import (
    DataTable,
    Drawing,
    Figure,
    Questions,
    Rule,
    Source,
    Steps,
    Term,
    Timeline,
)
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.message import Message
from burgerbaan.model.people import Profile, Quotes
from burgerbaan.model.programme import District, LearnArea, Programme, Sector
from burgerbaan.model.reading_panel import PanelSheet, Round
from burgerbaan.model.roles import Role
from burgerbaan.model.route import RouteMap, Timetable
from burgerbaan.model.sponsor import Sponsor
from burgerbaan.model.synonyms import Synonyms
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.photos import Shot
from burgerbaan.unread import Unread

EVERYTHING = "*"
"""Stands among broken names for all records of a file that cannot be read."""


def page_url(path: str) -> str:
    """Address of a page of `content/`: 'meedoen/index.md' becomes 'meedoen/', 'index.md' becomes ''."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = (folder,) if name == "index" else (folder, name)
    return "".join(f"{part}/" for part in parts if part)


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A page that people write: its path in `content/`, its title and what it says it holds."""

    path: str
    title: str
    description: str
    language: PageLanguage | None = None
    """None for that of the site."""
    former_names: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Address from the root of the site, '' for the home page, ending in a slash."""
        return page_url(self.path)


@dataclass(frozen=True)
class Site:
    """All valid records by slug or id, in the order of their files; `today` decides what is open.

    `broken` holds the names of records that exist but are not right, so that what refers to them is not blamed;
    `withheld` people and `withheld_sponsors` are not on the site; neither is who says no in a profile that is not
    right: `unread` by path. `doubtful_photos` are files that a profile names without saying rightly that they may be
    shown, `waiting_photos` those of a profile that is not right yet and says no nowhere. `portraits` by profile and
    `pictures` by path in
    `content/` are what it shows of photos; `hidden_photos` are the originals that it must not show.
    `knows_donation`: there is a file with data about money, right or not; `signature` is the text of the file in which
    somebody signed for them, None without such a file.
    `sizes` are the bytes of every PDF in `content/`.
    `marked` the files whose text holds a link, an avoided word or Markdown that nobody reads: only those are read word
    by word; `with_money`
    those whose text may name an account; `discreet` those of people about whom nothing is told that is nobody's
    business.
    `content` is the folder of written pages, as messages name it.
    """

    today: date
    programme: Programme
    districts: Mapping[str, District]
    sectors: Mapping[str, Sector]
    learn_areas: Mapping[str, LearnArea] = field(default_factory=dict)
    synonyms: tuple[Synonyms, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    questions: Mapping[str, Questions] = field(default_factory=dict)
    quotes: Mapping[str, Quotes] = field(default_factory=dict)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    steps: Mapping[str, Steps] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    easy_texts: Mapping[str, EasyText] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    timelines: Mapping[str, Timeline] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    thumb_rules: Mapping[str, Rule] = field(default_factory=dict)
    amounts: tuple[Amounts, ...] = ()
    factsheets: Mapping[str, Factsheet] = field(default_factory=dict)
    sponsors: Mapping[str, Sponsor] = field(default_factory=dict)
    donation: Donation | None = None
    knows_donation: bool = False
    signature: str | None = None
    foundation: Foundation | None = None
    route_map: RouteMap | None = None
    timetable: Timetable | None = None
    events: Mapping[str, Event] = field(default_factory=dict)
    news: Mapping[str, News] = field(default_factory=dict)
    tips: tuple[Tip, ...] = ()
    panel_sheet: PanelSheet | None = None
    panel_rounds: Mapping[str, Round] = field(default_factory=dict)
    hosts: Mapping[str, Host] = field(default_factory=dict)
    vacancies: Mapping[str, Vacancy] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    withheld: Mapping[str, Profile] = field(default_factory=dict)
    unread: Mapping[str, Unread] = field(default_factory=dict)
    doubtful_photos: frozenset[str] = frozenset()
    waiting_photos: frozenset[str] = frozenset()
    withheld_sponsors: Mapping[str, Sponsor] = field(default_factory=dict)
    portraits: Mapping[str, Shot] = field(default_factory=dict)
    pictures: Mapping[str, Shot] = field(default_factory=dict)
    hidden_photos: tuple[str, ...] = ()
    pages: Mapping[str, MarkdownPage] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    with_money: frozenset[str] = frozenset()
    discreet: frozenset[str] = frozenset()
    content: str = "content"

    def state(self, vacancy: Vacancy) -> State:
        """Where a vacancy is in its life today."""
        is_ours = self.vacancies.get(vacancy.slug) is vacancy
        return self._states[vacancy.slug] if is_ours else state_of(vacancy, self.today)

    @cached_property
    def _states(self) -> Mapping[str, State]:
        return {slug: state_of(item, self.today) for slug, item in self.vacancies.items()}

    @property
    def payer(self) -> str:
        """Who pays the allowance: the foundation, or the organiser where there is none."""
        return self.foundation.name if self.foundation else self.programme.organiser

    @cached_property
    def documents(self) -> frozenset[str]:
        """Everything under `content/` that a link may lead to."""
        return frozenset(self.pages) | self.media

    @cached_property
    def published_vacancies(self) -> tuple[Vacancy, ...]:
        """All that have a page: open, full, closed and archived."""
        states = self._states
        return tuple(item for slug, item in self.vacancies.items() if states[slug] not in HIDDEN)

    @cached_property
    def open_vacancies(self) -> tuple[Vacancy, ...]:
        """Those a visitor can choose now, newest first."""
        states = self._states
        found = [item for slug, item in self.vacancies.items() if states[slug] in AVAILABLE]
        return tuple(sorted(found, key=lambda item: (-item.posted.toordinal(), item.slug)))

    @cached_property
    def published_news(self) -> tuple[News, ...]:
        """What has been news by today, newest first; the rest nobody may know of yet."""
        found = [item for item in self.news.values() if item.day <= self.today]
        return tuple(sorted(found, key=lambda item: (-item.day.toordinal(), item.slug)))

    @cached_property
    def open_by_corner(self) -> Mapping[Corner, tuple[Vacancy, ...]]:
        """Open vacancies of every corner that has any, newest first."""
        found: defaultdict[Corner, list[Vacancy]] = defaultdict(list)
        for vacancy in self.open_vacancies:
            for corner in corners_of(vacancy):
                found[corner].append(vacancy)
        return {corner: tuple(items) for corner, items in found.items()}

    @cached_property
    def open_goals(self) -> tuple[Goal, ...]:
        """What people can give for today: all but campaigns that are over."""
        goals = self.donation.goals if self.donation else ()
        return tuple(goal for goal in goals if goal.campaign is None or goal.campaign.until >= self.today)

    @property
    def goals(self) -> Mapping[str, Goal]:
        """Everything that people can or could give for."""
        return {goal.id: goal for goal in self.donation.goals} if self.donation else {}

    @cached_property
    def own_roles(self) -> tuple[Role, ...]:
        """Roles of this programme, to which the first belongs; those of a neighbour are told on its own pages."""
        home = next(iter(self.roles.values()), None)
        return tuple(role for role in self.roles.values() if home and role.origin == home.origin)

    def open_in(self, corner: Corner) -> tuple[Vacancy, ...]:
        """Open vacancies of one corner, newest first."""
        return self.open_by_corner.get(corner, ())

    def people_at(self, host: str) -> tuple[Profile, ...]:
        """Profiles of those who work or worked at a host."""
        return self._people_by_host.get(host, ())

    @cached_property
    def _people_by_host(self) -> Mapping[str, tuple[Profile, ...]]:
        found: dict[str, dict[str, Profile]] = {}
        for profile in self.profiles.values():
            for stay in profile.stays:
                found.setdefault(stay.host, {})[profile.slug] = profile
        return {host: tuple(people.values()) for host, people in found.items()}

    @cached_property
    def main_corners(self) -> tuple[Corner, ...]:
        """Corners with a feed and an embed of their own, filled or not: everything, each district, sector and host."""
        return (
            Corner(),
            *(Corner(district=name) for name in self.districts),
            *(Corner(sector=name) for name in self.sectors),
            *(Corner(host=name) for name in self.hosts),
        )

    @cached_property
    def updated(self) -> date:
        """The latest day on which somebody checked or posted something that is published."""
        days = [self.programme.checked, *(item.checked for item in self.hosts.values() if item.checked)]
        days += [max(item.posted, item.checked) for item in self.published_vacancies]
        return max(days)

    def knows(self, collection: str, name: str) -> bool:
        """Whether a record of this name exists, be it right or not: what refers to it is not to blame."""
        broken = self.broken.get(collection, frozenset())
        is_there = name in getattr(self, collection) or self.withholds(collection, name)
        return is_there or name in broken or EVERYTHING in broken

    def withholds(self, collection: str, name: str) -> bool:
        """Whether a record is there but may not be shown; what refers to it goes without."""
        if collection == "profiles":
            return any(item.slug == name for item in self.unread.values())
        return collection == "sponsors" and name in self.withheld_sponsors

    @cached_property
    def pages_by_language(self) -> Mapping[PageLanguage, tuple[MarkdownPage, ...]]:
        """Pages in other languages than that of the site, the nearest to its root first."""
        found = sorted(
            (page for page in self.pages.values() if page.language), key=lambda page: (page.url.count("/"), page.path)
        )
        return {
            language: tuple(page for page in found if page.language is language)
            for language in PageLanguage
            if any(page.language is language for page in found)
        }

    @cached_property
    def has_open_door(self) -> bool:
        """Whether the agenda tells on which days somebody may walk in; which, it says itself, however old a page is."""
        return any(event.kind is EventKind.OPEN_DOOR for event in self.events.values())

    def has_page(self, path: str) -> bool:
        """Whether people wrote this page of `content/`."""
        return path in self.pages
