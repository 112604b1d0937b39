"""The agenda, the tips and the reading panel as a visitor meets them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import icalendar
import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from burgerbaan.model.reading_panel import PAPER
from tests.browser.conftest import NO_COPYING, SCHEMES, Visit, unfold, wear
from tests.browser.page_types import Site
from tests.browser.test_accessible import nothing_is_wrong_with

REPORT = "/agenda/dialoogavond-5/"
SERIES = "/agenda/voorbeeld-inloop/"
SHEET = "/over/testblad/"
PAGES = ("/agenda/", "/agenda/#soort-gesprek", REPORT, SERIES, "/over/tips/", "/over/leespanel/", SHEET)


def coming(site: Site) -> str:
    return site.first_below("/agenda/", lambda html: ".ics" in html)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(path: str, width: int, visit: Visit) -> None:
    page = visit(path, width=width)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in SCHEMES:
        wear(page, scheme)
        nothing_is_wrong_with(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_meeting_goes_into_a_calendar_with_one_key(javascript: bool, visit: Visit, site: Site) -> None:
    path = coming(site)
    page = visit(path, width=360, javascript=javascript)
    title = page.get_by_role("heading", level=1).inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Zet in mijn agenda").press("Enter")
    download = waiting.value
    assert download.suggested_filename == f"{path.split('/')[2]}.ics"
    calendar = icalendar.Calendar.from_ical(download.path().read_bytes())
    [event] = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]).startswith(title)
    assert str(event["URL"]).endswith(path)


def test_a_card_gives_the_same_file_and_its_title_the_page(visit: Visit) -> None:
    page = visit("/agenda/", width=360)
    card = page.locator(".bb-event-card").first
    title = card.get_by_role("heading").inner_text()
    with page.expect_download() as waiting:
        card.get_by_role("link", name=re.compile(f"Zet in mijn agenda ?: {re.escape(title)}")).click()
    assert waiting.value.suggested_filename.endswith(".ics")
    card.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


# The clock goes on when nobody builds


def _titles(page: Page) -> list[str]:
    return page.locator("main .bb-event-card[data-bb-until]:visible h3").all_inner_texts()


def _ends(page: Page) -> list[str]:
    """The last days of the meetings that came when the site was built."""
    return sorted(
        page.locator("[data-bb-until].bb-event-card").evaluate_all("all => all.map(one => one.dataset.bbUntil)")
    )


def _later(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
    page.reload()


@pytest.mark.parametrize("path", ["/", "/agenda/"])
def test_a_meeting_comes_through_its_last_day_and_not_the_day_after(path: str, visit: Visit) -> None:
    page = visit(path, width=360)
    all_of_them, ends = _titles(page), _ends(page)
    assert len(all_of_them) == len(ends) > 2
    first = page.locator(f".bb-event-card[data-bb-until='{ends[0]}'] h3").inner_text()
    _later(page, ends[0])
    assert _titles(page) == all_of_them
    _later(page, str(date.fromisoformat(ends[0]) + timedelta(days=1)))
    assert _titles(page) == [title for title in all_of_them if title != first]


def _next_times(part: Locator) -> list[str]:
    return [text.removeprefix("De volgende keer: ") for text in part.locator(".bb-next :visible").all_inner_texts()]


@pytest.mark.parametrize("path", ["/", "/agenda/", SERIES])
def test_a_series_tells_one_next_time_and_the_one_after_when_nobody_builds(path: str, visit: Visit) -> None:
    page = visit(path, width=360)
    part = page.locator("main .bb-event-card, main dd").filter(has_text="elke woensdag")
    told = (
        ("2026-12-09", ["woensdag 9 december 2026"]),
        ("2026-12-10", ["woensdag 16 december 2026"]),
        ("2026-12-17", ["woensdag 6 januari 2027"]),
        ("2027-01-07", []),
    )
    for day, times in told:
        _later(page, day)
        expect(part).to_be_visible()
        assert _next_times(part) == times
    assert "Niet op" not in part.inner_text()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Wat hier stond, is geweest. Kijk in de agenda wat er nog komt."),
        ("/agenda/", "Er staat nog niets gepland. Kijk later nog eens."),
    ],
)
def test_where_every_meeting_is_over_words_say_so(path: str, words: str, visit: Visit) -> None:
    page = visit(path, width=360)
    expect(page.get_by_text(words)).to_be_hidden()
    _later(page, "2029-01-01")
    assert _titles(page) == []
    expect(page.get_by_text(words)).to_be_visible()


def test_who_chose_a_kind_of_which_all_is_over_reads_so(visit: Visit) -> None:
    page = visit("/agenda/#soort-inloop", width=360)
    none = page.get_by_text("Inloop: er staat nu niets gepland.")
    expect(none).to_be_hidden()
    _later(page, "2027-07-01")
    assert len(_titles(page)) == 0
    expect(none).to_be_visible()
    _later(page, "2029-01-01")
    expect(none).to_be_visible()
    expect(page.get_by_text("Er staat nog niets gepland.")).to_be_hidden()


def test_the_page_of_a_meeting_that_is_over_says_so_and_offers_no_calendar(visit: Visit) -> None:
    page = visit("/agenda/", width=360)
    day = _ends(page)[0]
    page.locator(f".bb-event-card[data-bb-until='{day}'] h3 a").click()
    add, over = page.get_by_role("link", name="Zet in mijn agenda"), page.get_by_text("Deze bijeenkomst is geweest.")
    for later, is_over in ((day, False), (str(date.fromisoformat(day) + timedelta(days=1)), True)):
        _later(page, later)
        expect(add).to_be_visible(visible=not is_over)
        expect(over).to_be_visible(visible=is_over)


@pytest.mark.parametrize("path", ["/", "/agenda/"])
def test_without_script_the_meetings_are_those_of_the_build(path: str, visit: Visit) -> None:
    page = visit(path, width=360, javascript=False)
    expect(page.locator("main .bb-event-card[data-bb-until]:visible").nth(2)).to_be_visible()
    expect(page.locator("[data-bb-over]:visible")).to_have_count(0)


def _kinds_in_sight(page: Page) -> set[str]:
    return {
        name
        for card in page.locator(".bb-event-card:visible").all()
        for name in (card.get_attribute("class") or "").split()
        if name.startswith("bb-event-card--")
    }


@pytest.mark.parametrize("javascript", [True, False])
def test_a_visitor_chooses_one_kind_and_can_send_the_link_on(javascript: bool, visit: Visit) -> None:
    page = visit("/agenda/", width=360, javascript=javascript)
    everything, number = _kinds_in_sight(page), page.locator(".bb-event-card:visible").count()
    assert len(everything) > 3
    page.get_by_role("link", name="Gesprek", exact=True).press("Enter")
    expect(page.locator(".bb-event-card:not(.bb-event-card--gesprek):visible")).to_have_count(0)
    assert _kinds_in_sight(page) == {"bb-event-card--gesprek"}
    expect(page.get_by_text("Gesprek: er staat nu niets gepland.")).to_be_visible()
    other = visit(page.url.split("/", 3)[3].join(("/", "")), width=360, javascript=javascript)
    assert _kinds_in_sight(other) == {"bb-event-card--gesprek"}
    page.get_by_role("link", name="Alles", exact=True).press("Enter")
    expect(page.locator(".bb-event-card:visible")).to_have_count(number)
    assert _kinds_in_sight(page) == everything


def test_the_address_to_follow_can_be_copied(visit: Visit) -> None:
    page = visit("/agenda/", width=360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer het adres van de agenda").click()
    expect(page.get_by_role("button", name="Gekopieerd").locator("[aria-live=polite]")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".bb-follow__address").inner_text()
    href = page.get_by_role("link", name="Volg met mijn agenda").get_attribute("href") or ""
    assert href.replace("webcal://", "https://") == page.locator(".bb-follow__address").inner_text()


def test_who_may_not_copy_reads_so_at_the_button(visit: Visit) -> None:
    page = visit("/agenda/", width=360)
    page.evaluate(NO_COPYING)
    page.get_by_role("button", name="Kopieer het adres van de agenda").press("Enter")
    button = page.get_by_role("button", name="Lukt niet. Kopieer zelf het adres van de agenda")
    expect(button).to_be_focused()
    expect(button.locator("[aria-live=polite]")).to_have_text("Lukt niet. Kopieer zelf")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_from_a_count_to_its_tips_and_on_to_the_meeting(visit: Visit) -> None:
    page = visit("/over/tips/", width=360)
    link = page.locator(".bb-tip-counts a").first
    count = int(link.locator(".bb-label").inner_text())
    link.press("Enter")
    part = page.locator("section:has(> h2:target)")
    expect(part.locator(".bb-tip")).to_have_count(count)
    page.get_by_role("link", name="Vijfde dialoogavond", exact=True).first.click()
    expect(page.locator(".bb-tip:target")).to_be_in_viewport()


def _pages_of(page: Page) -> int:
    with pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True)) as document:
        return len(document)


FILL = """room => {
  const table = document.querySelector('.bb-sheet tbody');
  const row = table.rows[0];
  const text = 'Zoek uit hoe je vandaag iets op deze site doet';
  row.cells[0].textContent = text;
  while (table.rows.length > 1) table.rows[1].remove();
  const used = 8 + 3 * (8 + 3 * 9);
  for (let left = room - used; left >= 8; left -= 8) table.append(row.cloneNode(true));
  return [text.length, table.rows.length];
}"""


def test_the_sheet_is_one_paper_also_when_it_is_as_full_as_may_be(visit: Visit) -> None:
    page = visit(SHEET)
    assert _pages_of(page) == 1
    length, rows = page.evaluate(FILL, PAPER)
    assert (length, rows) == (46, 10)
    assert _pages_of(page) == 1
