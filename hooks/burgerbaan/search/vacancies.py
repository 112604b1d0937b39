"""What a visitor can find a vacancy by, and how much each place in it weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from burgerbaan.corner import parts_of
from burgerbaan.model.vacancy import Access, Form, Shift, Vacancy
from burgerbaan.search.index import DOES, NAME, REST, SHOWN, TITLE, SearchIndex, Text, TextWords, index_of, read_text
from burgerbaan.search.synonyms import Group
from burgerbaan.site import Site
from burgerbaan.words import Words


def read_vacancy(site: Site, words: Words, vacancy: Vacancy) -> TextWords:
    """The words of a vacancy."""
    return read_text(pieces_of(site, words, vacancy), [site.districts[vacancy.district].name])


def vacancy_index(site: Site, words: Words, texts: Sequence[TextWords]) -> SearchIndex:
    """Index of the words of the open vacancies, numbered newest first as in the list."""
    unsaid = stopwords(words) | frozenset(words("search.stopwords_vacancies").split())
    return index_of(texts, synonym_groups(site), unsaid)


def synonym_groups(site: Site) -> list[Group]:
    """The groups that editors keep in `synoniemen.yml`."""
    return [Group(group.words, group.also) for group in site.synonyms]


def stopwords(words: Words) -> frozenset[str]:
    """Words that say nothing in any search box."""
    return frozenset(words("search.stopwords").split())


def pieces_of(site: Site, words: Words, vacancy: Vacancy) -> Text:
    """Texts by level. Sectors and areas to learn in weigh little: many vacancies have them that have little of them."""
    return {
        TITLE: [vacancy.title],
        SHOWN: [
            vacancy.summary,
            site.hosts[vacancy.host].name,
            *([] if vacancy.form is Form.VOLUNTEER else [str(vacancy.form)]),
            *map(str, range(vacancy.hours.minimum, vacancy.hours.maximum + 1)),
        ],
        DOES: [
            *vacancy.tasks,
            *vacancy.learn,
            *vacancy.qualities,
            *(str(shift.day) for shift in vacancy.shifts),
            *(words(f"day_part.{part}") for part in parts_of(vacancy)),
            *(moment for shift in vacancy.shifts for moment in _moments(shift, words)),
        ],
        REST: [
            vacancy.text_markdown or "",
            vacancy.rewards.training or "",
            *vacancy.rewards.extra,
            vacancy.guide.role,
            vacancy.growth or "",
            vacancy.diploma or "",
            *(site.sectors[name].name for name in vacancy.sectors),
            *(site.learn_areas[name].name for name in vacancy.learn_areas),
            *_access(vacancy.access, words),
        ],
        NAME: [
            site.districts[vacancy.district].name,
            vacancy.place.name or "",
            vacancy.place.street or "",
            *_postcode(vacancy.place.postcode),
        ],
    }


def _access(access: Access, words: Words) -> Iterator[str]:
    """What a place has for who needs it, in words that people type. Where you cannot get in, no wheelchair is found."""
    has = {"step_free": access.step_free, "toilet": access.toilet, "quiet": access.quiet_room}
    yield from (words(f"search.access.{name}") for name, is_so in has.items() if is_so)


def _postcode(postcode: str | None) -> Iterator[str]:
    """The four digits, and all of it as it is found when somebody types it in two parts."""
    if postcode:
        yield from (postcode[:4], postcode.replace(" ", ""))


def _moments(shift: Shift, words: Words) -> Iterator[str]:
    """Parts of the day that a shift takes up, by themselves and as in 'zaterdagochtend'; half an hour is no part."""
    taken = {
        "morning": shift.start < "11:30",
        "afternoon": shift.start < "17:00" and shift.end > "12:30",
        "evening": shift.end > "18:00",
    }
    for moment in (words(f"search.moment.{key}") for key, is_taken in taken.items() if is_taken):
        yield from (moment, f"{shift.day}{moment}")
