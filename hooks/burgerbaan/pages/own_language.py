"""A vacancy for who reads little of the site's language: a row of others, and what the script tells in each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from burgerbaan.calling_hours import calling_times
from burgerbaan.foreign_words import ForeignTexts, foreign_texts
from burgerbaan.lifecycle import OVER, State
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.vacancy import Vacancy, Weekday
from burgerbaan.output import File, text_file
from burgerbaan.pages.data_blocks import Block, block_of, short_digest
from burgerbaan.plan import work_of
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.vacancy_facts import contact_of, is_paid_for

FOLDER = "assets/talen/"


def language_row(renderer: Renderer, vacancy: Vacancy, base: str) -> Markup:
    """Links to the pages in other languages, which a script turns into the facts of this vacancy; may be nothing."""
    if not renderer.site.pages_by_language:
        return Markup("")
    blocks = _blocks(renderer)
    facts = json.dumps(told_facts(vacancy, renderer.site), ensure_ascii=False, separators=(",", ":"))
    version = short_digest("".join(block.digest for block in blocks.values()))
    return renderer.component("language-row", facts=facts, told=blocks, version=version, base=base)


def language_files(renderer: Renderer) -> Iterator[File]:
    """The words of each language with a page, for who chooses it."""
    for block in _blocks(renderer).values():
        yield text_file(f"{FOLDER}{block.name}.js", block.script)


def told_facts(vacancy: Vacancy, site: Site) -> Mapping[str, Any]:
    """What can be told without a translator: numbers, days, choices and names. What is not so is not there."""
    facts: dict[str, Any] = {"title": vacancy.title}
    if site.state(vacancy) in OVER:
        return facts
    rewards, contact = vacancy.rewards, contact_of(vacancy, site)
    facts |= {
        "full": site.state(vacancy) is State.FULL,
        "hours": [vacancy.hours.minimum, vacancy.hours.maximum],
        "times": [list(shift) for shift in work_of(vacancy).shifts],
        "district": site.districts[vacancy.district].name,
        "wage": rewards.wage,
        "reward": rewards.allowance,
        "few": is_paid_for(vacancy, site),
        "dutch": vacancy.dutch.name.lower(),
        "diploma": vacancy.diploma if vacancy.diploma_needed else None,
        "try_out": vacancy.try_out,
        "places": vacancy.places,
        "closing": vacancy.closing.isoformat() if vacancy.closing else None,
        "calls": calling_times(contact.phone_hours or "") or contact.phone_hours,
        "visit": contact.visit,
    }
    return {name: value for name, value in facts.items() if value}


def _blocks(renderer: Renderer) -> Mapping[PageLanguage, Block]:
    blocks: Mapping[PageLanguage, Block] = renderer.once(("own languages",), lambda: dict(_make_blocks(renderer.site)))
    return blocks


def _make_blocks(site: Site) -> Iterator[tuple[PageLanguage, Block]]:
    for language, pages in site.pages_by_language.items():
        texts = foreign_texts(language)
        if texts is not None:
            yield language, block_of(language.tag, _told(texts, site, pages[0].title))


def _told(texts: ForeignTexts, site: Site, page: str) -> Mapping[str, Any]:
    """`page`: the title of the page in this language, to which the row leads without a script."""
    days = [texts["days"][day.name.lower()] for day in Weekday]
    words = {**texts["vacancy"], **texts["ways"], "calls": texts["contact"]["hours"]}
    return {"own": site.programme.languages[0], "page": page, "days": days, "texts": words}
