"""A vacancy in other languages: every language has every phrase, and a page hands over facts and no sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from burgerbaan.build import Build
from burgerbaan.foreign_words import COUNTED, PHRASES, PLURALS, foreign_texts
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.programme import Theme
from burgerbaan.pages.own_language import FOLDER, told_facts
from burgerbaan.scripts import bundle
from burgerbaan.site import Site
from tests.small_site import copy_minimal, made_vacancy, valid_site, with_vacancies, written_page
from tests.test_house_rules import CORE, SCRIPTS

TAGS = sorted({path.stem for path in (CORE / "words").glob("*.yml")} - {"nl"})
WRITTEN = {language.tag: language for language in PageLanguage}
MOST = 4000
"""Bytes of the words of one language."""


def _texts(tag: str) -> Mapping[str, Mapping[str, Any]]:
    texts = foreign_texts(WRITTEN[tag])
    assert texts is not None
    return texts


def _every_text(tag: str) -> Iterator[tuple[str, str, str]]:
    """Key, plural and text of each phrase."""
    for phrases in _texts(tag).values():
        for key, text in phrases.items():
            for plural, one in text.items() if isinstance(text, Mapping) else [("", text)]:
                yield key, plural, one


# The words


def test_every_language_in_which_there_is_a_page_has_words() -> None:
    pages = (CORE.parent.parent / "content/in-jouw-taal").glob("*.md")
    found = {line for page in pages for line in re.findall(r"(?m)^taal: (.+)$", page.read_text("utf-8"))}
    assert sorted(PageLanguage(name).tag for name in found) == TAGS == sorted(PLURALS)


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_every_phrase_and_no_other(tag: str) -> None:
    found = {group: set(phrases) for group, phrases in _texts(tag).items()}
    assert found == {group: set(phrases) for group, phrases in PHRASES.items()}


@pytest.mark.parametrize("tag", TAGS)
def test_a_phrase_that_is_counted_has_every_plural_of_its_language(tag: str) -> None:
    counted = {key: tuple(text) for key, text in _texts(tag)["vacancy"].items() if isinstance(text, Mapping)}
    assert counted == dict.fromkeys(counted, PLURALS[tag])
    assert set(counted) == COUNTED


@pytest.mark.parametrize("tag", TAGS)
def test_a_phrase_has_a_place_for_each_value_and_for_no_other(tag: str) -> None:
    """A plural that is said of one number only, may say that number in a word."""
    asked = {key: set(values) for phrases in PHRASES.values() for key, values in phrases.items()}
    for key, plural, text in _every_text(tag):
        found = set(re.findall(r"\{(\w+)\}", text))
        assert found == asked[key] or (plural in ("one", "two") and tag == "ar" and not found), f"{tag} {key} {plural}"


@pytest.mark.parametrize("tag", TAGS)
def test_a_phrase_is_plain_text_that_ends_as_it_should(tag: str) -> None:
    for key, _, text in _every_text(tag):
        assert text == text.strip(), key
        assert not re.search(r"[<>&*]|  ", text), key
        assert text.endswith(":") == (key in ("visit", "hours", "who", "answers") and text in _colons(tag)), key


def _colons(tag: str) -> set[str]:
    texts = _texts(tag)
    return {texts["ways"]["visit"], *(texts["contact"][key] for key in ("hours", "who", "answers"))}


@pytest.mark.parametrize("tag", TAGS)
def test_who_opens_the_words_of_a_language_reads_whether_somebody_checked_them(tag: str) -> None:
    head = (CORE / "words" / f"{tag}.yml").read_text("utf-8").split("days:")[0]
    assert re.search(r"\b(Nog niet nagelezen|Nagelezen) door\b", head.replace("\n# ", " "))


def test_every_phrase_is_said_somewhere() -> None:
    script = bundle("own-language", SCRIPTS)
    template = (CORE / "components/contact-in-language/template.html.jinja").read_text("utf-8")
    said = set(re.findall(r"\btexts\.(?:\w+\.)?(\w+)", script + template))
    said |= set(re.findall(r'"(hours_one|hours_range|places_left)"', script))
    said |= set(re.findall(r"(\w+):\s*\"(?:tel|https|mailto):", script))
    keys = {key for group in ("vacancy", "ways", "contact") for key in PHRASES[group]}
    assert keys - said == {key for key in keys if re.fullmatch(r"dutch_\w+", key)}, "a level is put together"


# What a page hands over


def _project(folder: Path, *languages: str) -> Site:
    copy_minimal(folder)
    for name in languages:
        path = folder / "content/in-jouw-taal" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'---\ndescription: "Wat het is."\ntaal: {name}\n---\n# {name}?\n\nWork.\n', "utf-8")
    return valid_site(folder)


def _made(site: Site, name: str) -> dict[str, str]:
    build = Build(site)
    build.set_nav(())
    jobs = [job for job in build.jobs if job.name == name]
    return {file.path: file.data.decode() for job in jobs for file, _ in build.printed(job)}


def test_a_vacancy_leads_to_each_language_and_hands_over_its_facts(tmp_path: Path) -> None:
    site = _project(tmp_path, "engels", "arabisch")
    page = _made(site, "vacature koken")["vacatures/koken/index.html"]
    row = page[page.index("data-bb-told") :].split("</div>")[0]
    assert '<a href="../../in-jouw-taal/arabisch/" hreflang="ar" lang="ar" dir="rtl">العربية</a>' in row
    found = re.search(r'data-bb-told="([^"]*)"', row)
    assert found
    assert json.loads(unescape(found[1]))["title"] == site.vacancies["koken"].title


def test_a_language_without_words_leads_to_its_page_and_nowhere_else(tmp_path: Path) -> None:
    site = _project(tmp_path, "engels", "chinees")
    page = _made(site, "vacature koken")["vacatures/koken/index.html"]
    assert 'dir="ltr" data-bb-page>中文</a>' in page
    assert page.count("data-bb-page") == 1
    assert set(_made(site, "andere talen")) == {f"{FOLDER}en.js"}


def test_a_site_without_pages_in_other_languages_says_nothing_of_them(tmp_path: Path) -> None:
    site = _project(tmp_path)
    page = _made(site, "vacature koken")["vacatures/koken/index.html"]
    assert "data-bb-told" not in page
    assert "language-row" not in page
    assert _made(site, "andere talen") == {}


def test_the_words_of_a_language_are_light_and_name_its_page(tmp_path: Path) -> None:
    names = [WRITTEN[tag].value for tag in TAGS]
    made = _made(_project(tmp_path, *names), "andere talen")
    assert sorted(made) == [f"{FOLDER}{tag}.js" for tag in TAGS]
    assert [path for path, text in made.items() if len(text.encode()) > MOST] == []
    assert '"page":"arabisch?"' in made[f"{FOLDER}ar.js"]


def _facts(site: Site, **changes: object) -> Mapping[str, Any]:
    vacancy = made_vacancy("koken", **changes)
    return told_facts(vacancy, with_vacancies(site, vacancy))


def test_facts_are_numbers_days_choices_and_names(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    changes = {
        "uren": {"min": 4, "max": 8},
        "tijden": [
            {"dag": "donderdag", "van": "13:00", "tot": "17:00"},
            {"dag": "maandag", "van": "09:00", "tot": "12:30"},
        ],
        "taal": "A2",
        "diploma_nodig": True,
        "diploma": "Rijbewijs B",
        "plekken": 3,
        "sluit": "2026-12-12",
    }
    facts = _facts(site, **changes)
    assert facts["hours"] == [4, 8]
    assert facts["times"] == [[0, 540, 750], [3, 780, 1020]]
    assert (facts["dutch"], facts["diploma"], facts["places"]) == ("a2", "Rijbewijs B", 3)
    assert facts["closing"] == "2026-12-12"
    assert facts["reward"] is facts["few"] is True


def test_what_is_not_so_is_not_handed_over(tmp_path: Path) -> None:
    facts = _facts(valid_site(copy_minimal(tmp_path)), tijden=[], snuffelen=False, krijgt={"vergoeding": False})
    assert not {"times", "try_out", "reward", "few", "full", "closing", "diploma", "wage"} & set(facts)


def test_a_wage_is_no_allowance(tmp_path: Path) -> None:
    facts = _facts(valid_site(copy_minimal(tmp_path)), krijgt={"loon": "minimumloon"})
    assert facts["wage"] == "minimumloon"
    assert "few" not in facts


@pytest.mark.parametrize(
    ("line", "told"),
    [("maandag, 9 tot 12 uur", ((0, 540, 720),)), ("na het avondeten", "na het avondeten")],
)
def test_when_to_call_is_handed_over_as_numbers_where_it_can_be_read(line: str, told: object, tmp_path: Path) -> None:
    contact = {"rol": "Kok", "telefoon": "036 000 00 99", "bereikbaar": line}
    assert _facts(valid_site(copy_minimal(tmp_path)), contact=contact)["calls"] == told


@pytest.mark.parametrize("changes", [{"status": "vol"}, {"plekken": 0}])
def test_a_full_vacancy_says_so(changes: dict[str, object], tmp_path: Path) -> None:
    assert _facts(valid_site(copy_minimal(tmp_path)), **changes)["full"] is True


def test_of_a_vacancy_that_is_over_only_its_name_is_told(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    assert set(_facts(site, status="gesloten")) == {"title"}
    vacancy = made_vacancy("koken")
    late = with_vacancies(valid_site(tmp_path, date(2027, 12, 1)), vacancy)
    assert set(told_facts(vacancy, late)) == {"title"}


# Contact on a page in another language


def _contact(site: Site, name: str, theme: str = "meedoen") -> str:
    build = Build(site)
    build.set_nav(())
    page = written_page(build, f"in-jouw-taal/{name}.md", f"<h1>X</h1><p>{{{{ contact {theme} }}}}</p>")
    return page[page.index('<section class="bb-contact"') :].split("</section>")[0]


def test_contact_is_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    site = _project(tmp_path, "arabisch")
    block = _contact(site, "arabisch")
    texts = _texts("ar")
    assert texts["contact"]["title"] in block
    assert texts["ways"]["call"] in block
    channel = site.programme.channel(Theme.JOIN)
    assert f'<bdi lang="nl">{channel.role}</bdi>' in block, "what an editor wrote stays Dutch"


def test_a_message_says_in_dutch_which_language_somebody_speaks(tmp_path: Path) -> None:
    path = copy_minimal(tmp_path) / "content/gegevens/programma.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    telefoon:", "    whatsapp: 06 00 00 00 11\n    telefoon:", 1), "utf-8")
    (tmp_path / "content/in-jouw-taal").mkdir()
    page = '---\ndescription: "Wat."\ntaal: oekraïens\n---\n# X\n\nY.\n'
    (tmp_path / "content/in-jouw-taal/oekraiens.md").write_text(page, "utf-8")
    block = _contact(valid_site(tmp_path), "oekraiens")
    assert "https://wa.me/31600000011?text=Hallo%2C%20ik%20wil%20graag%20meedoen.%20Mijn%20taal%3A%20Oekra" in block
    assert _texts("uk")["ways"]["ready"] in unescape(block)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("maandag en dinsdag, 9 tot 16.30 uur", "Monday, Tuesday 09:00 to 16:30"),
        ("na het eten", '<bdi lang="nl">na het eten</bdi>'),
    ],
)
def test_when_to_call_is_told_in_the_language_of_the_page_where_it_can_be_read(
    line: str, told: str, tmp_path: Path
) -> None:
    path = copy_minimal(tmp_path) / "content/gegevens/programma.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"( +)(telefoon: .*)", rf"\1\2\n\1bereikbaar: {line}", text), "utf-8")
    (tmp_path / "content/in-jouw-taal").mkdir()
    page = '---\ndescription: "Wat."\ntaal: engels\n---\n# X\n\nY.\n'
    (tmp_path / "content/in-jouw-taal/engels.md").write_text(page, "utf-8")
    assert f"{_texts('en')['contact']['hours']} {told}</span>" in _contact(valid_site(tmp_path), "engels")


def test_contact_in_a_language_without_words_stays_dutch(tmp_path: Path) -> None:
    site = _project(tmp_path, "chinees")
    assert site.programme.channel(Theme.JOIN).title in _contact(site, "chinees")
