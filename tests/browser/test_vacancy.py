"""One vacancy: contact in one tap, what the clock changes, what a visitor keeps and compares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from burgerbaan.dutch import format_day
from tests.browser.conftest import NO_COPYING, Visit, press_yes
from tests.browser.page_types import Site

WIDTHS = [360, 1280]
STALE_DAYS = 90


def last_day(row: dict[str, Any]) -> date:
    """The last day on which a vacancy is open, as its record says."""
    vouched = date.fromisoformat(row["gecontroleerd"]) + timedelta(days=STALE_DAYS)
    return min(vouched, date.fromisoformat(row["sluit"])) if "sluit" in row else vouched


def structured(page: Page) -> list[str]:
    texts = page.locator("script[type='application/ld+json']").all_text_contents()
    return [json.loads(text)["@type"] for text in texts]


def at(page: Page, day: date, clock: str = "12:00") -> None:
    """Let the visitor's own clock stand at a moment in winter or summer time of Amsterdam."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T{clock}:00+01:00"))


# Contact in one tap


def test_contact_takes_one_tap_and_the_message_names_the_vacancy(visit: Visit, site: Site) -> None:
    row = next(row for row in site.open_vacancies if row["id"] == "koken-voor-buren")
    page = visit(f"/vacatures/{row['id']}/", width=360)
    block = page.get_by_role("region", name="Reageer")
    hrefs: list[str] = block.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    schemes = {urlsplit(href).scheme for href in hrefs}
    assert schemes == {"tel", "https", "mailto"}
    whatsapp = next(href for href in hrefs if href.startswith("https://wa.me/"))
    assert row["titel"] in parse_qs(urlsplit(whatsapp).query)["text"][0]
    mail, callback = (href for href in hrefs if href.startswith("mailto:"))
    assert row["titel"] in unquote(parse_qs(urlsplit(mail).query)["subject"][0])
    assert "Bel mij terug" in unquote(parse_qs(urlsplit(callback).query)["subject"][0])
    assert row["titel"] in unquote(parse_qs(urlsplit(callback).query)["body"][0])
    expect(block).to_contain_text("Je spreekt met:")
    expect(block).to_contain_text("Antwoord binnen")
    expect(block).to_contain_text(re.compile(r"maandag .* uur"))
    block.get_by_text("Tips voor je eerste contact").click()
    expect(block.get_by_role("listitem").filter(has_text="Vraag of de plek nog vrij is")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_short_facts_stand_in_one_fixed_order(width: int, visit: Visit, site: Site) -> None:
    order = ["Uren", "Wanneer", "Waar", "Vergoeding", "Nederlands", "Diploma", "Eerst kijken", "Plekken"]
    for row in site.open_vacancies[:4]:
        page = visit(f"/vacatures/{row['id']}/", width=width)
        assert page.locator(".bb-short dt").all_inner_texts() == order


def test_other_vacancies_are_near_and_what_fits_beside_does_not_clash(visit: Visit, site: Site) -> None:
    rows = {row["id"]: row for row in site.open_vacancies}
    page = visit("/vacatures/koken-voor-buren/")
    mine = rows["koken-voor-buren"]
    also = page.locator("section:has(#ernaast) .bb-card")
    expect(also).to_have_count(3)
    for card in also.all():
        other = rows[str(card.get_attribute("data-bb-slug"))]
        days = {shift["dag"] for shift in mine["tijden"]} & {shift["dag"] for shift in other["tijden"]}
        for day in days:
            for one in (shift for shift in mine["tijden"] if shift["dag"] == day):
                for two in (shift for shift in other["tijden"] if shift["dag"] == day):
                    assert one["tot"] <= two["van"] or two["tot"] <= one["van"]
    alike = page.locator("section:has(#ook) .bb-card")
    expect(alike).to_have_count(3)
    for card in alike.all():
        assert set(rows[str(card.get_attribute("data-bb-slug"))]["sectoren"]) & set(mine["sectoren"])


# The clock goes on when nobody builds


def test_on_its_last_day_a_vacancy_is_open_and_the_day_after_it_is_closed(visit: Visit, site: Site) -> None:
    row = next(
        row for row in site.open_vacancies if "sluit" in row and last_day(row) == date.fromisoformat(row["sluit"])
    )
    end = last_day(row)
    page = visit("/contact/")
    at(page, end, "23:30")
    page.goto(f"/vacatures/{row['id']}/")
    expect(page.get_by_role("region", name="Reageer")).to_be_visible()
    assert "JobPosting" in structured(page)
    expect(page.locator("h1 + .bb-card__labels [data-bb-closes]")).to_have_text("sluit vandaag")
    at(page, end + timedelta(days=1), "00:30")
    page.reload()
    expect(page.get_by_role("region", name="Reageer")).to_have_count(0)
    banner = page.get_by_role("note")
    expect(banner).to_contain_text("Deze vacature is gesloten")
    expect(page.locator("[data-bb-closed] + [data-bb-others] .bb-card")).to_have_count(3)
    expect(banner).to_contain_text(f"De laatste dag om te reageren was {format_day(end)}.")
    expect(page.locator("[data-bb-others] + h2")).to_have_text("Dit was de vacature")
    assert "JobPosting" not in structured(page)
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex, noarchive"
    expect(page.get_by_role("button", name="Bewaar", exact=True)).to_have_count(0)


def test_who_keeps_a_vacancy_sees_where_it_went(visit: Visit, site: Site) -> None:
    row = site.open_vacancies[0]
    page = visit(f"/vacatures/{row['id']}/", width=360)
    told = page.locator("[role=status]").get_by_text("Dit staat nu op dit apparaat")
    expect(told).to_be_hidden()
    page.locator("[data-bb-save]").first.click()
    expect(told).to_be_in_viewport()
    page.wait_for_timeout(700)
    page.locator("[data-bb-save]").first.click()
    expect(told).to_be_hidden()
    page.wait_for_timeout(700)
    page.locator("[data-bb-save]").first.click()
    expect(told.get_by_role("link", name="Mijn bewaarde vacatures (1)")).to_be_visible()
    told.get_by_role("link", name="Open Mijn plan").click()
    expect(page.get_by_role("heading", name=row["titel"]).first).to_be_visible()


# As in some versions of Safari, whose Canadians write a day with the month first.
MONTH_FIRST = """() => {
    const Format = Intl.DateTimeFormat;
    Intl.DateTimeFormat = function (locale, options) {
        return new Format(locale === "en-CA" ? "en-US" : locale, options);
    };
}"""


@pytest.mark.parametrize("path", ["/meedoen/urenbriefje/", "/vacatures/"])
def test_it_is_the_same_day_in_a_browser_that_writes_days_in_another_order(path: str, visit: Visit) -> None:
    page = visit("/contact/")
    at(page, date(2026, 12, 3))
    page.context.add_init_script(f"({MONTH_FIRST})()")
    page.goto(path)
    assert page.evaluate("bb.today()") == "2026-12-03"


def test_a_list_that_nobody_rebuilt_leaves_out_what_has_closed(visit: Visit, site: Site) -> None:
    day = sorted(last_day(row) for row in site.open_vacancies)[5] + timedelta(days=1)
    still = [row["id"] for row in site.open_vacancies if last_day(row) >= day]
    page = visit("/contact/")
    at(page, day)
    page.goto("/vacatures/?vergoeding=ja")
    paid = [row["id"] for row in site.open_vacancies if row["id"] in still and row["krijgt"]["vergoeding"]]
    expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{len(paid)} vacatures? "))
    page.goto("/vacatures/wijk/haven/")
    here = [row["id"] for row in site.open_vacancies if row["id"] in still and row["wijk"] == "haven"]
    shown = page.locator(".bb-bank .bb-card").filter(visible=True)
    assert shown.evaluate_all("all => all.map(card => card.dataset.bbSlug)") == here
    expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{len(here)} open"))
    page.goto("/vacatures/")
    expect(page.locator("#lijst")).to_have_text(f"{len(still)} open vacatures")
    at(page, day + timedelta(days=400))
    page.goto("/vacatures/")
    expect(page.locator("#lijst")).to_have_text("0 open vacatures")
    expect(page.locator(".bb-bank .bb-card").filter(visible=True)).to_have_count(0)


def test_a_tab_that_slept_through_midnight_counts_again(visit: Visit, site: Site) -> None:
    here = [row for row in site.open_vacancies if row["wijk"] == "haven"]
    days = sorted({last_day(row) for row in here})
    page = visit("/contact/")
    at(page, days[0])
    page.goto("/vacatures/wijk/haven/")
    expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{len(here)} open"))
    for end in (days[0], days[1], days[-1]):
        at(page, end + timedelta(days=1), "00:30")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        left = sum(last_day(row) > end for row in here)
        expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{left} open"))
    at(page, days[0])
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{len(here)} open"))


def test_a_tab_that_wakes_up_leaves_the_number_of_a_search_alone(visit: Visit, site: Site) -> None:
    day = sorted(last_day(row) for row in site.open_vacancies)[0]
    page = visit("/contact/")
    at(page, day)
    page.goto("/vacatures/?vergoeding=ja")
    expect(page.locator("#lijst")).to_have_text(re.compile("gevonden"))
    at(page, day + timedelta(days=1), "00:30")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    paid = [row for row in site.open_vacancies if last_day(row) > day and row["krijgt"]["vergoeding"]]
    expect(page.locator("#lijst")).to_have_text(re.compile(rf"^{len(paid)} vacatures? "))


def test_the_clock_tells_why_and_a_full_vacancy_closes_too(visit: Visit, site: Site) -> None:
    unchecked = next(row for row in site.open_vacancies if "sluit" not in row)
    page = visit("/contact/")
    at(page, last_day(unchecked) + timedelta(days=1))
    page.goto(f"/vacatures/{unchecked['id']}/")
    expect(page.get_by_role("note")).to_contain_text(
        f"Sinds {format_day(date.fromisoformat(unchecked['gecontroleerd']))}"
    )
    expect(page.locator("#ook")).to_have_text("Andere plekken die open zijn")
    expect(page.locator("[data-bb-places]")).to_have_text("gesloten")
    at(page, date(2027, 12, 1))
    page.goto(site.vacancy_with("vol"))
    expect(page.get_by_role("note").filter(visible=True)).to_have_count(1)
    expect(page.get_by_role("note").filter(visible=True)).to_contain_text("Deze vacature is gesloten")


def test_a_vacancy_becomes_closing_soon_by_the_clock_alone(visit: Visit, site: Site) -> None:
    row = next(row for row in site.open_vacancies if last_day(row).isoformat() == row.get("sluit") > "2026-12-10")
    page = visit("/contact/")
    for days, words in ((8, ""), (7, "sluit over 7 dagen"), (1, "sluit morgen"), (0, "sluit vandaag")):
        at(page, last_day(row) - timedelta(days=days))
        page.goto(f"/vacatures/{row['id']}/")
        expect(page.locator("h1 + .bb-card__labels [data-bb-closes]")).to_have_text(words)


def test_what_was_new_is_new_no_longer_after_a_fortnight(visit: Visit, site: Site) -> None:
    newest = date.fromisoformat(site.open_vacancies[0]["geplaatst"])
    page = visit("/contact/")
    at(page, newest + timedelta(days=13))
    page.goto(f"/vacatures/{site.open_vacancies[0]['id']}/")
    expect(page.locator("h1 + .bb-card__labels [data-bb-new]")).to_have_count(1)
    at(page, newest + timedelta(days=14))
    page.reload()
    expect(page.locator("h1 + .bb-card__labels [data-bb-new]")).to_have_count(0)


def test_a_closed_vacancy_says_why_and_offers_three_others(visit: Visit, site: Site) -> None:
    page = visit(site.vacancy_with("gesloten"))
    expect(page.get_by_role("note")).to_contain_text("Deze vacature is gesloten")
    expect(page.locator("[data-bb-others] .bb-card")).to_have_count(3)
    expect(page.get_by_role("region", name="Reageer")).to_have_count(0)
    expect(page.get_by_role("heading", name="Dit was de vacature")).to_be_visible()
    assert "JobPosting" not in structured(page)


def test_who_finds_a_full_vacancy_asks_for_the_waiting_list(visit: Visit, site: Site) -> None:
    page = visit(site.vacancy_with("vol"))
    block = page.get_by_role("region", name="Vraag of er later plek is")
    hrefs = block.get_by_role("link").evaluate_all("links => links.map(link => decodeURIComponent(link.href))")
    assert any("subject=Zet mij op de lijst: " in href for href in hrefs)
    expect(page.get_by_text("Kies boven 'Bewaar'")).to_have_count(0)
    expect(page.get_by_role("heading", name="Over deze plek")).to_be_visible()


# Keep and compare


def keep(page: Page, slug: str) -> None:
    page.locator(f"[data-bb-save='{slug}']").first.click()


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_kept_stands_side_by_side_and_goes_when_told(width: int, visit: Visit, site: Site) -> None:
    first, second = site.open_vacancies[0], site.open_vacancies[1]
    page = visit("/vacatures/", width=width)
    keep(page, first["id"])
    expect(page.locator(f"[data-bb-save='{first['id']}']")).to_have_attribute("aria-pressed", "true")
    page.goto(f"/vacatures/{second['id']}/")
    keep(page, second["id"])
    page.goto("/vacatures/")
    page.get_by_role("link", name="Mijn bewaarde vacatures (2)").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text([first["titel"], second["titel"]])
    expect(table.get_by_role("rowheader").first).to_have_text("Organisatie")
    expect(table.get_by_role("row", name="Uren")).to_contain_text("uur per week")
    page.get_by_role("button", name=f"Haal weg: {first['titel']}").click()
    expect(table.get_by_role("columnheader")).to_have_text([second["titel"]])
    page.get_by_role("button", name="Wis deze lijst").click()
    press_yes(page, "Weet je het zeker?")
    expect(page.get_by_role("status")).to_contain_text("Je hebt nog niets bewaard")
    expect(table).to_be_hidden()
    expect(page.get_by_role("link", name="Zet ze samen in mijn week")).to_be_hidden()


def test_at_most_four_stand_side_by_side_and_the_visitor_says_which(visit: Visit, site: Site) -> None:
    rows = site.open_vacancies[:6]
    page = visit("/contact/")
    _store(page, {"versie": 1, "vacatures": [row["id"] for row in rows]})
    page.goto("/vacatures/bewaard/")
    heads = page.get_by_role("columnheader")
    expect(heads).to_have_text([row["titel"] for row in rows[:4]])
    expect(page.locator(f"#kies-{rows[5]['id']}")).to_be_disabled()
    page.locator(f"#kies-{rows[0]['id']}").click()
    expect(heads).to_have_count(3)
    page.locator(f"#kies-{rows[5]['id']}").click()
    expect(heads).to_have_text([rows[1]["titel"], rows[2]["titel"], rows[3]["titel"], rows[5]["titel"]])


def test_one_vacancy_is_not_told_as_if_there_were_more(visit: Visit, site: Site) -> None:
    closed = site.vacancy_with("gesloten").strip("/").rsplit("/", 1)[-1]
    first, second = (row["id"] for row in site.open_vacancies[:2])
    page = visit("/contact/")
    _store(page, {"versie": 1, "vacatures": [closed, first]})
    page.goto("/vacatures/bewaard/")
    for kept, plan, head in (
        ([closed, first], "Zet deze in mijn week", "Zo is deze plek"),
        ([first, second], "Zet ze samen in mijn week", "Naast elkaar"),
    ):
        _store(page, {"versie": 1, "vacatures": kept})
        page.reload()
        expect(page.get_by_role("link", name=plan)).to_be_visible()
        expect(page.get_by_role("heading", name=head)).to_be_visible()


_BROKEN = """() => [...document.querySelectorAll('.bb-compare td')].flatMap(cell => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const lineOf = (text, place) => {
    const letter = document.createRange();
    letter.setStart(text, place);
    letter.setEnd(text, place + 1);
    return [...letter.getClientRects()].pop()?.top; // before it may stand the hyphen of the line above
  };
  const found = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    for (const { index, 0: piece } of text.data.matchAll(/(?:[^\\s\\u00ad@-]|\\u00a0)+/g)) {
      if (new Set([...piece].map((_, place) => lineOf(text, index + place))).size > 1) found.push(piece);
    }
  }
  return found;
})"""
"""Pieces of words, and times, that stand on two lines."""


def test_on_a_narrow_phone_no_word_breaks_where_dutch_does_not_and_no_time_at_all(visit: Visit) -> None:
    page = visit("/contact/", width=320)
    _store(page, {"versie": 1, "vacatures": ["soep-koken", "filmpjes-maken"]})
    page.goto("/vacatures/bewaard/")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert page.evaluate(_BROKEN) == []


@pytest.mark.parametrize("number", [3, 4])
def test_on_a_phone_a_third_one_is_seen_to_be_there(number: int, visit: Visit, site: Site) -> None:
    page = visit("/contact/", width=360)
    _store(page, {"versie": 1, "vacatures": [row["id"] for row in site.open_vacancies[:number]]})
    page.goto("/vacatures/bewaard/")
    third = page.get_by_role("columnheader").nth(2).bounding_box()
    place = page.locator(".bb-compare").bounding_box()
    assert third
    assert place
    assert 15 < place["x"] + place["width"] - third["x"] < third["width"] / 2


def test_a_kept_vacancy_that_closed_is_told_so_and_keeps_its_link(visit: Visit, site: Site) -> None:
    closed = site.vacancy_with("gesloten").strip("/").rsplit("/", 1)[-1]
    page = visit("/contact/")
    _store(page, {"versie": 1, "vacatures": [closed, site.open_vacancy["id"]]})
    page.goto("/vacatures/bewaard/")
    expect(page.get_by_role("list", name="Bewaard").get_by_role("listitem").first).to_contain_text("(niet meer open)")
    expect(page.get_by_role("columnheader")).to_have_text([site.open_vacancy["titel"]])


@pytest.mark.parametrize(
    "text",
    ["onzin", "[]", "null", '{"versie":9,"vacatures":["a"]}', '{"versie":1,"vacatures":[1,null,"../x","<b>"]}',
     '{"versie":1,"vacatures":"koken"}', '{"versie":1,"vacatures":["__proto__","constructor"]}'],
)  # fmt: skip
def test_somebody_elses_text_in_the_storage_does_no_harm(text: str, visit: Visit) -> None:
    page = visit("/contact/")
    page.evaluate("text => localStorage.setItem('bb-plan', text)", text)
    page.goto("/vacatures/bewaard/")
    expect(page.get_by_role("status")).to_contain_text("bewaard")
    expect(page.get_by_role("columnheader")).to_have_count(0)
    page.goto("/vacatures/")
    keep(page, page.locator("[data-bb-save]").first.get_attribute("data-bb-save") or "")
    page.reload()
    expect(page.locator("[data-bb-save]").first).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("link", name=re.compile(r"Mijn bewaarde vacatures \(\d+\)"))).to_be_visible()


@pytest.fixture
def private_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A window whose storage is refused, as in some private modes."""
    context = browser.new_context(base_url=site_url, locale="nl-NL")
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    yield context.new_page()
    context.close()


def test_when_storage_is_refused_keeping_lasts_as_long_as_the_page(private_page: Page) -> None:
    errors: list[str] = []
    private_page.on("pageerror", lambda error: errors.append(str(error)))
    private_page.goto("/vacatures/")
    button = private_page.locator("[data-bb-save]").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(private_page.get_by_text("Dit apparaat onthoudt het niet")).to_be_visible()
    expect(private_page.locator("[data-bb-saved-count]").first).to_have_text("Mijn bewaarde vacatures")
    assert errors == []


def test_when_storage_is_refused_a_vacancy_says_so_and_nothing_else(private_page: Page, site: Site) -> None:
    private_page.goto(f"/vacatures/{site.open_vacancies[0]['id']}/")
    private_page.locator("[data-bb-save]").first.click()
    expect(private_page.get_by_text("Dit apparaat onthoudt het niet")).to_contain_text("Deel de vacature met jezelf")
    expect(private_page.get_by_text("Dit staat nu op dit apparaat")).to_be_hidden()


def test_who_keeps_a_card_sees_where_it_went(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    first, second = (row["id"] for row in site.open_vacancies[:2])
    keep(page, first)
    note = page.locator(".bb-save__note")
    expect(note).to_have_text("Staat nu in Mijn bewaarde vacatures")
    keep(page, second)
    expect(page.locator(f"[data-bb-save='{second}'] + .bb-save__note")).to_be_visible()
    expect(note).to_have_count(1)
    page.wait_for_timeout(700)
    keep(page, second)
    expect(note).to_have_count(0)
    page.wait_for_timeout(700)
    keep(page, second)
    note.get_by_role("link").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def test_on_a_device_that_is_full_keeping_lasts_as_long_as_the_page(visit: Visit, site: Site) -> None:
    """What stands in the storage can be read, but nothing is written over it."""
    before, first, second = (row["id"] for row in site.open_vacancies[:3])
    page = visit("/contact/")
    _store(page, {"versie": 1, "vacatures": [before]})
    page.add_init_script(FULL)
    page.goto("/vacatures/")
    notes = page.get_by_text("Dit apparaat onthoudt het niet")
    button = page.locator(f"[data-bb-save='{first}']")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(notes).to_have_count(1)
    expect(button.locator("..")).to_contain_text("Dit apparaat onthoudt het niet")
    expect(page.locator(f"[data-bb-save='{before}']")).to_have_attribute("aria-pressed", "true")
    keep(page, second)
    expect(page.get_by_role("link", name="Mijn bewaarde vacatures (1)").first).to_be_visible()
    expect(notes).to_have_count(2)
    page.wait_for_timeout(700)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(notes).to_have_count(1)
    keep(page, before)
    expect(page.locator(f"[data-bb-save='{before}']")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(f"[data-bb-save='{before}'] + .bb-save__note")).to_be_visible()


def test_what_another_tab_wiped_altogether_is_wiped_here(visit: Visit, site: Site) -> None:
    slug = site.open_vacancy["id"]
    page = visit("/vacatures/")
    keep(page, slug)
    other = page.context.new_page()
    other.goto("/contact/")
    other.evaluate("localStorage.clear()")
    expect(page.locator(f"[data-bb-save='{slug}']")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("link", name="Mijn bewaarde vacatures", exact=True)).to_be_visible()


def test_two_tabs_tell_each_other(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    other = page.context.new_page()
    other.goto("/vacatures/")
    keep(page, site.open_vacancy["id"])
    expect(other.locator(f"[data-bb-save='{site.open_vacancy['id']}']")).to_have_attribute("aria-pressed", "true")
    expect(other.get_by_role("link", name="Mijn bewaarde vacatures (1)")).to_be_visible()


def _store(page: Page, value: object) -> None:
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps(value))


# Share


def test_sharing_copies_the_address_where_the_device_has_no_better_way(visit: Visit, site: Site) -> None:
    page = visit("/contact/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/vacatures/{site.open_vacancy['id']}/")
    page.evaluate("navigator.share = undefined")
    page.get_by_role("button", name="Deel deze pagina").click()
    expect(page.get_by_role("status").filter(has_text="De link is gekopieerd")).to_be_visible()
    expect(page.get_by_role("button", name="Deel deze pagina")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/vacatures/{site.open_vacancy['id']}/")
    whatsapp = page.get_by_role("link", name="Deel met WhatsApp").get_attribute("href") or ""
    assert site.open_vacancy["titel"] in parse_qs(urlsplit(whatsapp).query)["text"][0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sharing", ["undefined", "() => Promise.reject(new DOMException('no', 'NotAllowedError'))"])
def test_where_nothing_can_be_shared_or_copied_the_address_is_shown(
    width: int, sharing: str, visit: Visit, site: Site
) -> None:
    page = visit(f"/vacatures/{site.open_vacancy['id']}/", width=width)
    page.evaluate(f"void (navigator.share = {sharing})")
    page.evaluate(NO_COPYING)
    for _ in range(2):
        page.get_by_role("button", name="Deel deze pagina").click()
        told = page.get_by_role("status").filter(has_text="Kopiëren lukt niet. Dit is het adres: ")
        expect(told).to_contain_text(f"/vacatures/{site.open_vacancy['id']}/")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_who_shares_with_nobody_after_all_is_told_nothing(visit: Visit, site: Site) -> None:
    page = visit(f"/vacatures/{site.open_vacancy['id']}/", width=360)
    page.evaluate("void (navigator.share = () => Promise.reject(new DOMException('no', 'AbortError')))")
    page.get_by_role("button", name="Deel deze pagina").click()
    page.wait_for_timeout(200)
    expect(page.get_by_role("button", name="Deel deze pagina")).to_be_visible()
    expect(page.get_by_text("Kopiëren lukt niet.")).to_have_count(0)


def test_the_sheet_for_a_first_talk_is_no_larger_on_paper_than_its_page(visit: Visit, site: Site) -> None:
    """What goes beyond, if only a shadow, is a second page in some browsers."""
    page = visit(f"/vacatures/{site.open_vacancy['id']}/gesprek/")
    page.emulate_media(media="print")
    style = page.locator(".bb-talk").evaluate(
        "sheet => [getComputedStyle(sheet).boxShadow, getComputedStyle(sheet).margin]"
    )
    assert style == ["none", "0px"]


def test_paper_says_whose_it_is_and_whom_to_call(visit: Visit, site: Site) -> None:
    row = site.open_vacancies[0]
    page = visit(f"/vacatures/{row['id']}/", width=1280)
    head = page.locator(".bb-paper-head")
    expect(head).to_be_hidden()
    page.emulate_media(media="print")
    expect(head).to_be_visible()
    expect(head).to_contain_text("Almeerse Burgerbaan, 036 000 00 11")
    expect(head).to_contain_text(f"almeerseburgerbaan.nl/vacatures/{row['id']}/")
    expect(page.get_by_role("link", name="Bel mij terug")).to_be_hidden()


def test_what_was_kept_tells_whom_to_call_and_where_it_is(visit: Visit, site: Site) -> None:
    row = site.open_vacancies[0]
    page = visit(f"/vacatures/{row['id']}/", width=1280)
    numbers = page.locator(".bb-vacancy .bb-ways .bb-nowrap").all_inner_texts()
    page.locator("[data-bb-save]").first.click()
    page.goto("/vacatures/bewaard/")
    ways = page.get_by_role("row", name=re.compile("^Bel of mail"))
    for number in numbers:
        expect(ways.get_by_role("link", name=number)).to_have_attribute("href", re.compile("^(tel|https):"))
    expect(page.get_by_role("row", name=re.compile("^Adres"))).to_contain_text(row["plek"]["plaats"])
