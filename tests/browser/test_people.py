"""Choosing people as a visitor does it: with and without a script, by keyboard, on a phone; and reading stories."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

ROOT = Path(__file__).parent.parent.parent
WIDTHS = [360, 1280]
OVERVIEW = "/burgerbaners/"


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


PEOPLE = {path.stem: read(path) for path in sorted((ROOT / "profiles").glob("*.yml"))}


def sectors(person: dict[str, Any]) -> set[str]:
    hosts = [read(ROOT / "vacancies" / stay["organisatie"] / "organisatie.yml") for stay in person["gastheren"]]
    return {name for host in hosts for name in host.get("sectoren", ())} | set(
        person.get("beschikbaar", {}).get("sectoren", ())
    )


ANSWERS = {
    slug: {
        "wijk": {person["wijk"]},
        "sector": sectors(person),
        "beschikbaar": {"ja"} if "beschikbaar" in person else set(),
        "tijd": {"eerder" if "tot" in person else "nu"},
    }
    for slug, person in PEOPLE.items()
}
"""What the files say of each, worked out apart from the site."""


def expected(**chosen: list[str]) -> set[str]:
    """Values of one question widen the choice, questions narrow it."""
    return {
        PEOPLE[slug]["naam"] for slug, own in ANSWERS.items() if all(own[key] & set(ids) for key, ids in chosen.items())
    }


CHOICES: list[dict[str, list[str]]] = [
    {"wijk": ["haven"]},
    {"wijk": ["haven", "stad"]},
    {"sector": ["horeca"]},
    {"sector": ["groen", "vervoer"], "tijd": ["eerder"]},
    {"beschikbaar": ["ja"], "tijd": ["nu"]},
    {"wijk": ["stad", "buiten"], "sector": ["kunst-en-cultuur"], "beschikbaar": ["ja"]},
]


def names(page: Page) -> list[str]:
    return page.locator(".bb-profile-card").filter(visible=True).get_by_role("heading").all_inner_texts()


def expect_people(page: Page, wanted: set[str]) -> None:
    """Waits for the frame in which a choice is painted: cards may still be those of the choice before."""
    for _ in range(100):
        if set(names(page)) == wanted:
            return
        page.wait_for_timeout(50)
    assert set(names(page)) == wanted


def box(page: Page, key: str, value: str) -> Locator:
    return page.locator(f".bb-people input[name='{key}'][value='{value}']")


def choose(page: Page, chosen: dict[str, list[str]]) -> None:
    for key, ids in chosen.items():
        for name in ids:
            box(page, key, name).check()


def status(page: Page) -> Locator:
    return page.locator(".bb-people [role=status]")


def fold(page: Page) -> Locator:
    return page.locator(".bb-people summary")


@pytest.mark.parametrize("chosen", CHOICES)
def test_without_javascript_a_choice_shows_who_fits(chosen: dict[str, list[str]], visit: Visit) -> None:
    page = visit(OVERVIEW, javascript=False)
    expect_people(page, expected())
    choose(page, chosen)
    expect_people(page, expected(**chosen))
    page.get_by_role("button", name="Wis je keuze").click()
    expect_people(page, expected())


@pytest.mark.parametrize("chosen", CHOICES)
def test_with_javascript_the_same_and_it_is_told_and_shared(chosen: dict[str, list[str]], visit: Visit) -> None:
    page = visit(OVERVIEW)
    expect(status(page)).to_have_text(f"{len(PEOPLE)} burgerbaners")
    choose(page, chosen)
    wanted = expected(**chosen)
    expect_people(page, wanted)
    expect(status(page)).to_have_text(re.compile(rf"^{len(wanted)} burgerbaners? pass?(t|en) bij je keuze$"))
    shared = visit(page.url.removeprefix(page.evaluate("location.origin")))
    expect_people(shared, wanted)
    for key, ids in chosen.items():
        for name in ids:
            expect(box(shared, key, name)).to_be_checked()


def test_without_javascript_there_is_no_field_that_does_nothing(visit: Visit) -> None:
    page = visit(OVERVIEW, javascript=False)
    expect(page.get_by_label("Welk talent zoek je?")).to_be_hidden()
    expect(status(page)).to_be_hidden()
    expect(page.locator(".bb-people noscript p")).to_be_visible()


def test_without_javascript_a_phone_folds_the_questions_out_and_in(visit: Visit) -> None:
    page = visit(OVERVIEW, width=360, javascript=False)
    expect(box(page, "wijk", "haven")).to_be_hidden()
    fold(page).click()
    box(page, "wijk", "haven").check()
    expect_people(page, expected(wijk=["haven"]))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("koken", "Samira"), ("kookt", "Samira"), ("NAAIEN", "Ewa"), ("naaje", None), ("dier", "Yonas")],
)
def test_a_talent_is_found_by_the_words_that_people_type(typed: str, wanted: str | None, visit: Visit) -> None:
    page = visit(OVERVIEW)
    page.get_by_label("Welk talent zoek je?").fill(typed)
    expect(page).to_have_url(re.compile(rf"\?q={typed}$"))
    expect(status(page)).not_to_have_text(f"{len(PEOPLE)} burgerbaners")
    if wanted:
        assert wanted in names(page)
        assert len(names(page)) < len(PEOPLE)


def test_letters_are_no_step_back_and_a_choice_is(visit: Visit) -> None:
    page = visit(OVERVIEW)
    steps = page.evaluate("history.length")
    page.get_by_label("Welk talent zoek je?").press_sequentially("kok")
    expect(page).to_have_url(re.compile(r"\?q=kok$"))
    assert page.evaluate("history.length") == steps
    found = names(page)
    box(page, "tijd", "nu").check()
    expect(page).to_have_url(re.compile(r"\?q=kok&tijd=nu$"))
    page.go_back()
    expect(box(page, "tijd", "nu")).not_to_be_checked()
    expect_people(page, set(found))
    assert names(page) == found


@pytest.mark.parametrize("width", WIDTHS)
def test_when_nobody_fits_there_are_kind_words_and_a_way_back(width: int, visit: Visit) -> None:
    page = visit(f"{OVERVIEW}?q=xqzwvukkel", width=width)
    expect(status(page)).to_have_text("Niemand past bij je keuze")
    page.get_by_role("button", name="Toon alle burgerbaners").click()
    expect(status(page)).to_have_text(f"{len(PEOPLE)} burgerbaners")
    expect(page.locator("#mensen")).to_be_focused()
    expect(page).to_have_url(re.compile(rf"{OVERVIEW}$"))
    expect_people(page, expected())


def test_an_address_with_what_nobody_knows_shows_everybody(visit: Visit) -> None:
    page = visit(f"{OVERVIEW}?wijk=atlantis&kleur=groen")
    expect_people(page, expected())


def test_the_keyboard_alone_chooses_takes_away_and_wipes(visit: Visit) -> None:
    page = visit(OVERVIEW)
    page.get_by_label("Welk talent zoek je?").focus()
    page.keyboard.press("Tab")
    first = page.locator(".bb-pick input").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    key, value = first.get_attribute("name") or "", first.get_attribute("value") or ""
    expect_people(page, expected(**{key: [value]}))
    page.keyboard.press("Space")
    expect_people(page, expected())
    page.keyboard.press("Space")
    page.get_by_role("button", name="Wis je keuze").press("Enter")
    expect(first).not_to_be_checked()
    expect_people(page, expected())


def test_every_question_has_a_name_of_its_own(visit: Visit) -> None:
    page = visit(OVERVIEW)
    for name in ("Soort werk", "Wijk", "Wil iemand meer doen?", "Nu of eerder"):
        expect(page.get_by_role("group", name=name)).to_be_visible()
    expect(page.get_by_role("checkbox", name="Almere Haven")).to_be_visible()


def test_on_a_phone_the_questions_fold_and_one_button_shows_who_fits(visit: Visit) -> None:
    page = visit(OVERVIEW, width=360)
    expect(box(page, "wijk", "haven")).to_be_hidden()
    fold(page).click()
    box(page, "wijk", "haven").check()
    number = len(expected(wijk=["haven"]))
    page.get_by_role("link", name=re.compile(rf"^Toon {number} burgerbaner")).click()
    expect(box(page, "wijk", "haven")).to_be_hidden()
    expect(page.locator("#mensen")).to_be_focused()
    expect(page.locator("#mensen")).to_be_in_viewport()
    expect(fold(page)).to_contain_text("(1)")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_shown_of_people_has_one_size_and_place(width: int, visit: Visit) -> None:
    page = visit(OVERVIEW, width=width)
    sizes = page.locator(".bb-profile-card").evaluate_all(
        """cards => cards.map(card => {
          const box = card.getBoundingClientRect();
          const shown = card.querySelector('.bb-portrait').getBoundingClientRect();
          const inner = card.querySelector('.bb-portrait img, .bb-portrait svg').getBoundingClientRect();
          const sizes = [shown.width, shown.height, shown.left - box.left, shown.top - box.top, inner.height];
          return sizes.map(Math.round).join();
        })"""
    )
    assert len(sizes) == len(PEOPLE)
    assert len(set(sizes)) == 1


def test_from_a_profile_to_the_story_and_on_to_all_stories(visit: Visit) -> None:
    page = visit(f"{OVERVIEW}ewa/")
    page.get_by_role("link", name="Lees het verhaal van Ewa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het verhaal van Ewa")
    page.get_by_role("link", name="Lees alle verhalen").click()
    expect(page.locator(".bb-book__story")).to_have_count(sum("verhaal" in person for person in PEOPLE.values()))
    page.get_by_role("navigation", name="Wie vertelt?").get_by_role("link", name="Ewa").click()
    expect(page.locator("#verhaal-ewa")).to_be_in_viewport()


def test_on_paper_each_story_begins_on_a_page_of_its_own(visit: Visit) -> None:
    page = visit(f"{OVERVIEW}verhalen/")
    paper = page.pdf(format="A4")
    stories = sum("verhaal" in person for person in PEOPLE.values())
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1 + stories
    page.emulate_media(media="print")
    expect(page.locator(".bb-header")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Wie vertelt?")).to_be_visible()


def test_mail_about_somebody_goes_to_the_coordinator(visit: Visit) -> None:
    page = visit("/bedrijven/talentenpool/")
    links = page.locator(".bb-pool__entry a[href^='mailto:']")
    addresses = links.evaluate_all("links => links.map(link => link.href.split('?')[0])")
    assert set(addresses) == {"mailto:organisaties@example.org"}
