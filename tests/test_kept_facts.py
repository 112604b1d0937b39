"""What is told of a vacancy to who kept it: of one that is over what a plan needs, and nothing that its page hides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from burgerbaan.build import Build
from burgerbaan.lifecycle import ARCHIVE_DAYS
from burgerbaan.site import Site
from tests.small_site import DAY, copy_minimal, files_of, made_vacancy, valid_site, with_vacancies

OWN = {"rol": "Kok", "telefoon": "036 000 00 99", "mail": "eigen-kok@example.org"}
TOLD = {"title", "host", "district", "hours", "address", "reach", "until", "plan"}
"""All that stands in the facts of a vacancy that is over."""


def _site(folder: Path, today: date = DAY, **changes: object) -> Site:
    return with_vacancies(valid_site(copy_minimal(folder), today), made_vacancy("koken", **changes))


def _facts(files: Mapping[str, bytes]) -> dict[str, Any]:
    found = re.search(r"JSON\.parse\('(.*)'\)\);$", files["assets/vacatures/feiten-0.js"].decode().strip())
    assert found
    facts: dict[str, Any] = json.loads(found[1].replace("\\'", "'").replace("\\\\", "\\"))["koken"]
    return facts


def _texts(facts: Any) -> Iterator[str]:
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, Mapping):
        for value in facts.values():
            yield from _texts(value)
    elif isinstance(facts, list):
        for value in facts:
            yield from _texts(value)


def _read(files: Mapping[str, bytes], path: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", files[path].decode()))


def test_a_closed_vacancy_tells_a_plan_nothing_that_its_page_or_the_page_of_its_host_does_not(tmp_path: Path) -> None:
    files = files_of(_site(tmp_path, status="gesloten", contact=OWN))
    facts = _facts(files)
    assert set(facts) == TOLD
    assert facts["until"] == ""
    page, host = (_read(files, path) for path in ("vacatures/koken/index.html", "organisaties/buurthuis/index.html"))
    reach, plan = facts.pop("reach"), facts.pop("plan")
    assert [text for text in _texts(facts) if text not in page] == []
    assert plan["tijden"] == [[1, 900, 1140]]
    assert "15:00 tot 19:00" in page
    assert plan["soort"] == []
    assert reach["role"].lower() in host
    assert [text for _, text, _ in reach["ways"] if text not in host] == []
    whole = b"".join(files.values())
    assert b"036 000 00 99" not in whole
    assert b"eigen-kok" not in whole


def test_an_open_vacancy_tells_its_own_contact_and_until_when(tmp_path: Path) -> None:
    facts = _facts(files_of(_site(tmp_path, contact=OWN, sluit="2026-12-11")))
    assert facts["until"] == "2026-12-11"
    assert facts["reach"]["role"] == "Kok"
    assert "036 000 00 99" not in list(_texts(facts["reach_over"])), "who answers after the last day is another"


def test_facts_say_whether_a_vacancy_is_full_and_name_its_host_once(tmp_path: Path) -> None:
    for status, is_full in (("open", False), ("vol", True)):
        facts = _facts(files_of(_site(tmp_path / status, status=status)))
        assert facts["full"] is is_full
        assert "reach_over" not in facts


def test_long_words_come_with_the_places_where_they_break(tmp_path: Path) -> None:
    facts = _facts(files_of(_site(tmp_path, taken=["Je overlegt met vrijwilligersorganisaties."], leren=["Koken"])))
    assert facts["breaks"][1:] == ["vrij\u00adwil\u00adli\u00adgers\u00ador\u00adga\u00adni\u00adsa\u00adties"]
    assert facts["tasks"] == ["Je overlegt met vrijwilligersorganisaties."]


@pytest.mark.parametrize("after", [1, ARCHIVE_DAYS + 1])
def test_the_facts_stay_as_long_as_the_page_of_a_closed_vacancy(after: int, tmp_path: Path) -> None:
    closing = date(2026, 12, 11)
    files = files_of(_site(tmp_path, closing + timedelta(days=after), sluit=str(closing)))
    assert "vacatures/koken/index.html" in files
    assert set(_facts(files)) == TOLD


def test_facts_are_made_again_on_the_day_after_the_last_and_not_on_the_next(tmp_path: Path) -> None:
    stamps = []
    for day in (11, 12, 13):
        site = _site(tmp_path / str(day), date(2026, 12, day), sluit="2026-12-11")
        stamps.append(next(job.stamp() for job in Build(site).jobs if job.name == "feiten-0"))
    assert stamps[0] != stamps[1]
    assert stamps[1] == stamps[2]


def test_of_a_vacancy_that_is_not_yet_there_nothing_is_told(tmp_path: Path) -> None:
    for changes in ({"status": "concept"}, {"geplaatst": "2026-12-01"}):
        with pytest.raises(KeyError):
            _facts(files_of(_site(tmp_path / str(len(changes)) / next(iter(changes)), **changes)))
