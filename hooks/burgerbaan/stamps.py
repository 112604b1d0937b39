"""Short names for all that a file is made from: equal names, equal bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property

from burgerbaan.lifecycle import day_of
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.photos import Shot
from burgerbaan.site import Site


def digest(*parts: object) -> str:
    """A short name for values whose `repr` tells all of them."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]


class Stamps:
    """Stamps of one build.

    A vacancy's page tells of that vacancy and of a few others; a list of those on it. All else that a page can show is
    the same for every page, and stands in one stamp, the world's: when that changes, everything is made again.
    """

    def __init__(self, site: Site, digests: Mapping[str, str], version: str = "") -> None:
        self._site = site
        self._digests = digests
        self._version = version
        own = {item.path for item in site.vacancies.values()}
        others = sorted((path, value) for path, value in digests.items() if path not in own)
        pages = sorted(
            (page.path, page.title, page.description, page.language or "", page.former_names)
            for page in site.pages.values()
        )
        people = (sorted(site.profiles), sorted((slug, shot.name) for slug, shot in site.portraits.items()))
        pictures = sorted((path, shot.name) for path, shot in site.pictures.items())
        self.world = digest(others, pages, sorted(site.media), people, pictures, version)
        self._vacancies: dict[str, str] = {}
        self._pieces: dict[str, str] = {}

    def framed(self, *frame: object) -> Stamps:
        """The same, for what stands in the site's frame."""
        found = copy(self)
        found.world = digest(self.world, *frame)
        found._pieces = {}
        vars(found).pop("everything", None)  # or who asked for it before gave it to what has another frame
        return found

    def vacancy(self, vacancy: Vacancy) -> str:
        """What is told of a vacancy today."""
        stamp = self._vacancies.get(vacancy.slug)
        if stamp is None:
            told = day_of(vacancy, self._site.today)
            found = self._digests.get(vacancy.path) or repr(vacancy)
            stamp = self._vacancies[vacancy.slug] = digest(vacancy.path, found, told)
        return stamp

    def of(self, *parts: object) -> str:
        """The stamp of something made from these parts and the world."""
        return digest(self.world, *parts)

    def of_vacancies(self, vacancies: Iterable[Vacancy], *parts: object) -> str:
        """The stamp of something made from these vacancies, these parts and the world."""
        return digest(self.world, [self.vacancy(item) for item in vacancies], *parts)

    def of_photo(self, shot: Shot) -> str:
        """The stamp of the files of a photo, which tell of nothing else."""
        return digest(shot, self._version)

    def of_pieces(self, vacancy: Vacancy) -> str:
        """The stamp of what is made from one vacancy and the world."""
        stamp = self._pieces.get(vacancy.slug)
        if stamp is None:
            stamp = self._pieces[vacancy.slug] = self.of_vacancies((vacancy,))
        return stamp

    @cached_property
    def everything(self) -> str:
        """The stamp of something that tells of all vacancies, on this day."""
        return self.of_vacancies(self._site.vacancies.values(), self.day)

    @cached_property
    def counts(self) -> str:
        """The stamp of how many vacancies are open in each corner."""
        found = self._site.open_by_corner
        return digest(sorted((repr(corner), len(items)) for corner, items in found.items()))

    @property
    def day(self) -> str:
        """The day of the build, for what depends on it in another way than vacancies do."""
        return self._site.today.isoformat()
