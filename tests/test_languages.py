"""Pages in another language: read as that language, found by its Dutch name, and one press away on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.model.languages import PageLanguage
from burgerbaan.site import Site
from burgerbaan.soft_breaks import SOFT_HYPHEN
from burgerbaan.stamps import Stamps
from tests.small_site import change, copy_minimal, load, valid_site, written_page

ENGELS = "in-jouw-taal/engels.md"
_PAGE = '---\ndescription: "Engels: wat het is."\ntaal: {}\n---\n# What is it?\n\nWork.\n'


def _project(folder: Path, **languages: str) -> Path:
    copy_minimal(folder)
    for name, language in languages.items():
        path = folder / "content" / "in-jouw-taal" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_PAGE.format(language), "utf-8")
    return folder


def _document(site: Site, html: str, path: str = ENGELS) -> str:
    build = Build(site)
    build.set_nav(())
    return written_page(build, path, html)


def test_every_language_has_a_name_of_its_own() -> None:
    assert len({language.tag for language in PageLanguage}) == len(PageLanguage)
    assert len({language.own_name for language in PageLanguage}) == len(PageLanguage)


def test_what_stands_in_such_a_page_says_its_language_and_direction(tmp_path: Path) -> None:
    site = valid_site(_project(tmp_path, engels="engels", arabisch="arabisch"))
    assert '<div class="bb-body md-typeset" lang="en" dir="ltr">' in _document(site, "<h1>What is it?</h1>")
    arabic = _document(site, "<h1>ما هو</h1>", "in-jouw-taal/arabisch.md")
    assert '<div class="bb-body md-typeset" lang="ar" dir="rtl">' in arabic
    assert '<html lang="nl">' in arabic, "menu and footer are Dutch"


def test_a_dutch_page_says_nothing_of_languages_but_where_others_are(tmp_path: Path) -> None:
    site = valid_site(_project(tmp_path, engels="engels"))
    page = _document(site, "<h1>Contact</h1>", "contact/index.md")
    assert '<div class="bb-body md-typeset">' in page
    assert page.count('<a href="../in-jouw-taal/engels/" hreflang="en" lang="en" dir="ltr">English</a>') == 2


def test_a_site_without_such_pages_offers_no_language(tmp_path: Path) -> None:
    assert "bb-languages" not in _document(valid_site(_project(tmp_path)), "<h1>Contact</h1>", "contact/index.md")


def test_what_a_page_stresses_is_dutch_and_is_never_translated(tmp_path: Path) -> None:
    page = _document(valid_site(_project(tmp_path, engels="engels")), "<p>Say: <em>Mag ik komen kijken?</em></p>")
    assert '<em lang="nl" dir="ltr" translate="no">Mag ik komen kijken?</em>' in page


def test_a_block_keeps_the_language_of_the_site(tmp_path: Path) -> None:
    site = valid_site(_project(tmp_path, arabisch="arabisch"))
    page = _document(site, "<p>{{ contact organisaties }}</p>", "in-jouw-taal/arabisch.md")
    assert '<div lang="nl" dir="ltr"><section' in page


def test_words_of_another_language_are_not_broken_as_dutch_ones(tmp_path: Path) -> None:
    page = _document(valid_site(_project(tmp_path, engels="engels")), "<h2>Voorbeeldspeelplaatsen</h2>")
    assert SOFT_HYPHEN not in page


def test_such_a_page_is_found_by_its_name_in_both_languages_and_not_by_its_words(tmp_path: Path) -> None:
    build = Build(valid_site(_project(tmp_path, engels="engels")))
    build.hold(ENGELS, "<h1>What is it?</h1><p>gardening</p>")
    job = next(job for job in build.jobs if job.name == f"pagina {ENGELS}")
    ((_, entry),) = build.printed(job)
    assert entry is not None
    assert entry.words is not None
    assert "gardening" not in str(entry.words)
    assert "engels" in str(entry.words)
    assert "english" in str(entry.words)


def test_the_list_of_languages_names_each_page_in_both_languages(tmp_path: Path) -> None:
    site = valid_site(_project(tmp_path, turks="turks", engels="engels"))
    page = _document(site, "<p>{{ talen }}</p>", "contact/index.md")
    assert page.index("<span>Engels</span>") < page.index("<span>Turks</span>"), "English first"
    assert '<strong lang="tr" dir="ltr">Türkçe</strong>' in page


def test_the_shortest_address_of_a_language_is_where_its_link_leads(tmp_path: Path) -> None:
    _project(tmp_path, engels="engels")
    deeper = tmp_path / "content/in-jouw-taal/engels/geld.md"
    deeper.parent.mkdir()
    deeper.write_text(_PAGE.format("engels"), "utf-8")
    first, second = valid_site(tmp_path).pages_by_language[PageLanguage.ENGLISH]
    assert (first.url, second.url) == ("in-jouw-taal/engels/", "in-jouw-taal/engels/geld/")


def test_another_language_of_a_page_changes_every_page(tmp_path: Path) -> None:
    _project(tmp_path, engels="engels")
    before = Stamps(valid_site(tmp_path), {}).world
    change(tmp_path / "content" / ENGELS, "taal: engels", "taal: duits")
    assert Stamps(valid_site(tmp_path), {}).world != before, "each page leads to it"


@pytest.mark.parametrize("language", ["engelsch", "en", "[engels]", "true", "klingon"])
def test_a_language_that_is_not_known_is_told_with_those_that_are(tmp_path: Path, language: str) -> None:
    problems = load(_project(tmp_path, engels=language)).problems
    assert [(item.path, item.line) for item in problems] == [(f"content/{ENGELS}", 3)]
