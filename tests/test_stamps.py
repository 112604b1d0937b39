"""A stamp tells of all that a file is made from: what an earlier build made with the same stamp, is the same."""

from __future__ import annotations

from pathlib import Path

from burgerbaan.build import Build
from burgerbaan.pages.cards import PAGE_SIZE
from tests.small_site import copy_minimal, made_vacancy, valid_site, with_vacancies


def _stamps(build: Build) -> dict[str, str]:
    return {job.name: job.stamp() for job in build.jobs}


def test_a_list_is_made_again_when_search_engines_may_keep_it_for_a_vacancy_on_another_page(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    examples = [made_vacancy(f"koken-{number:02}", voorbeeld=True) for number in range(PAGE_SIZE + 2)]
    one_real = [*examples[:-1], made_vacancy(examples[-1].slug)]
    two_real = [*examples[:-2], *(made_vacancy(item.slug) for item in examples[-2:])]
    none, one, two = (
        _stamps(Build(with_vacancies(site, *items), ""))["lijst vacatures/wijk/haven/"]
        for items in (examples, one_real, two_real)
    )
    assert none != one
    assert one == two, "it may be kept already"
