"""Mijn plan: stacking hours in the browser, what its script needs, and a worked example for who has no script."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from burgerbaan.absolute import printed_address
from burgerbaan.corner import Corner
from burgerbaan.dutch import format_euro, format_minutes
from burgerbaan.facets import steps_between
from burgerbaan.factsheet_texts import amounts_of
from burgerbaan.lifecycle import last_day
from burgerbaan.model.amounts import Amounts
from burgerbaan.model.programme import Reward, Theme
from burgerbaan.model.vacancy import Vacancy, Weekday
from burgerbaan.output import File, text_file
from burgerbaan.pages.bank_data import FOLDER, bank_version
from burgerbaan.pages.data_blocks import block_of
from burgerbaan.plan import Chosen, Fit, Work, fitting, offered, shifts_by_day, total, work_of
from burgerbaan.plan_link import write_link
from burgerbaan.render import Renderer
from burgerbaan.words import Words

_LOOKED_AT = 200
"""Vacancies that an example is looked for among."""


def plan_facts(vacancy: Vacancy) -> Mapping[str, Any]:
    """The same for the script."""
    work = work_of(vacancy)
    return {
        "organisatie": work.host,
        "wijk": work.district,
        "soort": list(work.sectors),
        "uren": [work.least, work.most],
        "tijden": [list(shift) for shift in work.shifts],
    }


def my_plan(renderer: Renderer, base: str) -> Markup:
    """The part of the page that the browser fills, and the example."""
    site, words = renderer.site, renderer.words
    rule = site.programme.hours
    settings = {
        "folder": f"{base}{FOLDER}",
        "version": bank_version(renderer),
        "base": base,
        "steps": steps_between(site),
        "districts": {slug: district.name for slug, district in site.districts.items()},
        "rule": [rule.minimum, rule.maximum],
        "amounts": _amounts(amounts_of(site)),
        "days": [str(day) for day in Weekday],
        "words": words.group("plan_text"),
        "ask": _asking(words),
    }
    return renderer.component(
        "my-plan",
        settings=json.dumps(settings, ensure_ascii=False, sort_keys=True),
        questions=words.group("plan_question"),
        example=_example(renderer),
        coordinator=site.programme.channel(Theme.JOIN),
        has_question=site.programme.reward is Reward.ALLOWANCE,
        ceiling=_ceiling(amounts_of(site)),
        address=printed_address(site.programme.url).rstrip("/"),
        base=base,
    )


def _asking(words: Words) -> Mapping[str, str]:
    """What is written to a host, as on the page of a vacancy; of a place that is full under `_full`."""
    told = words.group("vacancy")
    return {
        f"{name}{state}": told[f"{key}{state}"]
        for name, key in (("subject", "mail_subject"), ("text", "message"))
        for state in ("", "_full")
    }


def _amounts(found: Amounts | None) -> Mapping[str, int] | None:
    """This year's limits in cents; None when they are not known."""
    if found is None:
        return None
    return {"hour": int(found.hour * 100), "month": found.month * 100, "year": found.total * 100, "of": found.year}


def _ceiling(found: Amounts | None) -> Mapping[str, str] | None:
    """The same in words, for paper."""
    if found is None:
        return None
    return {"year": str(found.year), "month": format_euro(found.month), "total": format_euro(found.total)}


def week_files(renderer: Renderer, district: str) -> Iterator[File]:
    """When there is work in a district, for who looks for something that fits."""
    rows = {item.slug: _row(renderer, item) for item in renderer.site.open_in(Corner(district)) if item.shifts}
    yield text_file(f"{FOLDER}weken-{district}.js", block_of(f"weken-{district}", rows).script)


def _row(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, Any]:
    row: Mapping[str, Any] = renderer.piece("week", vacancy, partial(_make_row, renderer, vacancy))
    return row


def _make_row(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, Any]:
    host = renderer.site.hosts[vacancy.host].name
    until = last_day(vacancy).isoformat()
    return {"title": vacancy.title, "host": host, "until": until, "plan": plan_facts(vacancy)}


def _example(renderer: Renderer) -> Mapping[str, Any] | None:
    """Two vacancies of two hosts that fit in one week; None when there are none."""
    site, steps = renderer.site, steps_between(renderer.site)
    open_ones = {item.slug: item for item in site.open_vacancies[:_LOOKED_AT] if item.shifts}
    all_works = (work_of(item) for item in open_ones.values())
    works = [work for work in all_works if offered(_whole(work)).fit is Fit.FITS]  # an example warns of nothing
    for first in works:
        plan = [_whole(first)]
        others = [work for work in works if work.host != first.host]
        for second in fitting(plan, others, steps, 1):
            return _shown(renderer, [*plan, _whole(second)], open_ones)
    return None


def _whole(work: Work) -> Chosen:
    return Chosen(work, tuple(range(len(work.shifts))))


def _shown(renderer: Renderer, plan: Sequence[Chosen], vacancies: Mapping[str, Vacancy]) -> Mapping[str, Any]:
    days = list(Weekday)
    rows = [
        {"day": days[day], "from": _clock(shift.start), "to": _clock(shift.end), "vacancy": vacancies[slug],
         "host": renderer.site.hosts[vacancies[slug].host]}
        for day, placed in shifts_by_day(plan)
        for shift, slug in placed
    ]  # fmt: skip
    return {"rows": rows, "hours": format_minutes(total(plan)), "link": write_link(plan)}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
