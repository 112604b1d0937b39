"""The vacancy list as a visitor uses it: search, choose, sort, go back, share; by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, Route, ViewportSize, expect

from tests.browser.conftest import Visit
from tests.browser.page_types import Site
from tests.vacancy_choice import fits

WIDTHS = [360, 1280]
PAGE_SIZE = 30


def cards(page: Page) -> Locator:
    return page.locator(".bb-bank .bb-card").filter(visible=True)


def slugs(page: Page) -> list[str]:
    found: list[str] = cards(page).evaluate_all("cards => cards.map(card => card.dataset.bbSlug)")
    return found


def heading(page: Page) -> Locator:
    return page.locator("#lijst")


def number_told(page: Page) -> int:
    found = re.match(r"\d+", heading(page).inner_text())
    assert found
    return int(found[0])


def open_filters(page: Page) -> None:
    """On a phone the choices are folded away; some groups are everywhere."""
    page.evaluate("document.querySelectorAll('#kiezen details').forEach(fold => { fold.open = true })")


def box(page: Page, key: str, value: str) -> Locator:
    return page.locator(f"#kiezen input[name='{key}'][value='{value}']")


def choose(page: Page, key: str, value: str) -> None:
    box(page, key, value).click()


def expected(site: Site, **chosen: Any) -> list[str]:
    """Open vacancies that fit, in the order of the list, as the plain records say."""
    return [row["id"] for row in site.open_vacancies if fits(row, chosen)]


def settled(page: Page, number: int) -> None:
    told = rf"^{number} vacatures? gevonden$" if number else "^Geen vacatures gevonden$"
    expect(heading(page)).to_have_text(re.compile(told))
    expect(page.locator(".bb-cards > .bb-card")).to_have_count(min(number, PAGE_SIZE))


def painted(page: Page) -> None:
    """Numbers beside the boxes come a frame after the list."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))")


# Without JavaScript


@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_every_open_vacancy_stands_on_a_real_page(width: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=width, javascript=False)
    found = slugs(page)
    expect(page.locator("#kiezen")).to_be_hidden()
    expect(page.get_by_text("Bewaar", exact=True).first).to_be_hidden()
    while (onward := page.locator(".bb-pages a[aria-current] >> xpath=../following-sibling::li[1]/a")).count():
        onward.click()
        page.wait_for_load_state()
        found += slugs(page)
    assert found == [row["id"] for row in site.open_vacancies]


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("Almere Haven", {"wijk": ["haven"]}),
        ("Groen en dieren", {"sector": ["groen"]}),
        ("Avond", {"dagdeel": ["avond"]}),
        ("Tijden in overleg", {"dagdeel": ["in-overleg"]}),
    ],
)
def test_without_javascript_links_narrow_the_list(name: str, chosen: dict[str, Any], visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360, javascript=False)
    page.locator(".bb-bank__links summary").click()
    link = page.locator(".bb-bank__links").get_by_role("link", name=name)
    told = int(link.locator(".bb-facet__count").inner_text())
    link.click()
    wanted = expected(site, **chosen)
    assert slugs(page) == wanted
    assert number_told(page) == len(wanted) == told


def test_a_search_on_the_page_of_a_district_keeps_the_district(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/wijk/haven/")
    page.get_by_role("searchbox").fill("koken")
    page.get_by_role("button", name="Zoek").click()
    expect(heading(page)).to_contain_text("gevonden")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["koken"], "wijk": ["haven"]}
    assert set(slugs(page)) <= set(expected(site, wijk=["haven"]))
    assert slugs(page)


# Data come when somebody reaches for the search


def test_nothing_is_loaded_before_a_visitor_reaches_for_the_search(visit: Visit) -> None:
    page = visit("/contact/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(_path(request)))
    page.goto("/vacatures/")
    page.wait_for_load_state("networkidle")
    assert [path for path in asked if "/assets/vacatures/" in path] == []
    with page.expect_response("**/woorden.js*"):
        page.get_by_role("searchbox").focus()
    assert {path.rsplit("/", 1)[-1] for path in asked if "/assets/vacatures/" in path} == {"lijst.js", "woorden.js"}


def test_a_first_choice_waits_for_no_network(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    with page.expect_response("**/kaarten-1.js*"):
        page.get_by_role("searchbox").focus()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(_path(request)))
    open_filters(page)
    choose(page, "wijk", "haven")
    wanted = expected(site, wijk=["haven"])
    settled(page, len(wanted))
    assert slugs(page)[:2] == wanted[:2]
    assert [path for path in asked if "/assets/vacatures/" in path] == []


def _path(request: Request) -> str:
    return urlsplit(request.url).path


# Choosing


@pytest.mark.parametrize("width", WIDTHS)
def test_values_of_one_facet_widen_and_facets_narrow(width: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=width)
    open_filters(page)
    choose(page, "wijk", "haven")
    settled(page, len(expected(site, wijk=["haven"])))
    choose(page, "wijk", "stad")
    wanted = expected(site, wijk=["haven", "stad"])
    settled(page, len(wanted))
    assert slugs(page) == wanted[:PAGE_SIZE]
    choose(page, "sector", "zorg")
    wanted = expected(site, wijk=["haven", "stad"], sector=["zorg"])
    settled(page, len(wanted))
    assert slugs(page) == wanted
    expect(page).to_have_url(re.compile(r"\?wijk=haven&wijk=stad&sector=zorg$"))


def test_choices_in_quick_succession_leave_the_cards_of_the_last_one_only(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    open_filters(page)
    for district in ("haven", "stad", "buiten"):
        page.evaluate(f"document.querySelector('#kiezen [name=wijk][value={district}]').click()")
    choose(page, "wijk", "haven")
    wanted = expected(site, wijk=["stad", "buiten"])
    settled(page, len(wanted))
    assert slugs(page) == wanted[:PAGE_SIZE]


def test_a_day_and_a_part_of_the_day_are_met_by_the_same_hours(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    open_filters(page)
    choose(page, "dagdeel", "avond")
    settled(page, len(expected(site, dagdeel=["avond"])))
    evenings = {
        shift["dag"][:2] for row in site.open_vacancies for shift in row.get("tijden", []) if shift["van"] >= "17"
    }
    for day in ("ma", "di", "wo", "do", "vr", "za", "zo"):
        if day in evenings:
            expect(box(page, "dag", day)).to_be_enabled()
        else:
            expect(box(page, "dag", day)).to_be_disabled()


def test_hours_my_dutch_and_what_matters_to_me(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    open_filters(page)
    page.get_by_label("tot", exact=True).fill("4")
    page.keyboard.press("Tab")
    wanted = expected(site, uren=[None, 4])
    settled(page, len(wanted))
    choose(page, "taal", "a1")
    settled(page, len(expected(site, uren=[None, 4], taal=["a1"])))
    choose(page, "drempelvrij", "ja")
    choose(page, "diploma", "ja")
    wanted = expected(site, uren=[None, 4], taal=["a1"], drempelvrij=["ja"], diploma=["ja"])
    settled(page, len(wanted))
    assert slugs(page) == wanted
    expect(page).to_have_url(re.compile(r"\?uren=-4&taal=a1&diploma=ja&drempelvrij=ja$"))


def test_a_value_that_would_find_nothing_is_shown_but_cannot_be_chosen(visit: Visit) -> None:
    page = visit("/vacatures/?q=koken")
    expect(heading(page)).to_contain_text("gevonden")
    open_filters(page)
    painted(page)
    for label in page.locator("#kiezen .bb-option:has(.bb-option__count)").all():
        count = int(label.locator(".bb-option__count").inner_text())
        field = label.locator("input")
        expect(label).to_be_visible()
        assert field.is_disabled() == (count == 0 and not field.is_checked())


# Chips


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_chosen_can_be_taken_away_one_by_one_or_all(width: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?wijk=haven&wijk=stad&q=koken", width=width)
    chosen = page.get_by_role("list", name="Gekozen")
    expect(chosen.get_by_role("button")).to_have_count(4)
    chosen.get_by_role("button", name="Haal weg: Almere Haven").press("Enter")
    expect(chosen.get_by_role("button")).to_have_count(3)
    expect(chosen.get_by_role("button", name="Haal weg: Almere Stad")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=koken&wijk=stad$"))
    chosen.get_by_role("button", name="Wis alles").press("Enter")
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")
    expect(heading(page)).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(chosen).to_be_hidden()
    expect(page).to_have_url(re.compile(r"/vacatures/$"))


# The address


def test_an_address_with_choices_opens_as_it_was_shared(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?sector=horeca&dagdeel=middag&uren=4-8&sorteer=uren")
    wanted = expected(site, sector=["horeca"], dagdeel=["middag"], uren=[4, 8])
    settled(page, len(wanted))
    assert set(slugs(page)) == set(wanted)
    open_filters(page)
    expect(box(page, "sector", "horeca")).to_be_checked()
    expect(page.get_by_label("Van", exact=True)).to_have_value("4")
    expect(page.locator("#sorteer")).to_have_value("uren")


def test_the_back_button_undoes_a_choice_and_the_forward_button_does_it_again(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    choose(page, "wijk", "haven")
    settled(page, len(expected(site, wijk=["haven"])))
    choose(page, "sector", "horeca")
    both = len(expected(site, wijk=["haven"], sector=["horeca"]))
    settled(page, both)
    expect(page).to_have_url(re.compile("sector=horeca"))  # the address follows what is painted, a frame later
    page.go_back()
    settled(page, len(expected(site, wijk=["haven"])))
    expect(box(page, "sector", "horeca")).not_to_be_checked()
    page.go_back()
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")
    page.go_forward()
    page.go_forward()
    settled(page, both)


@pytest.mark.parametrize(
    "query",
    [
        "?wijk=atlantis&sector=%3Cscript%3Ealert(1)%3C/script%3E",
        "?uren=99-0&taal=z9&sorteer=__proto__&bij=constructor",
        "?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "?q=" + "a" * 5000,
        "?wijk=haven" * 400,
        "?dag=ma&dag=ma&dag=ma&=&&&q",
        "?uren=8-4",
    ],
)
def test_an_odd_address_does_no_harm(query: str, visit: Visit) -> None:
    page = visit(f"/vacatures/{query}")
    expect(page.locator(".bb-bank img[src=x]")).to_have_count(0)
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^(\d+|Geen) "))


def test_a_word_typed_just_before_a_choice_or_a_step_back_stands_in_the_right_address(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?wijk=haven")
    settled(page, len(expected(site, wijk=["haven"])))
    open_filters(page)
    page.get_by_role("searchbox").press_sequentially("kok")
    choose(page, "sector", "horeca")
    expect(page).to_have_url(re.compile(r"\?q=kok&wijk=haven&sector=horeca$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?q=kok&wijk=haven$"))
    expect(page.get_by_role("searchbox")).to_have_value("kok")
    page.go_forward()
    page.get_by_role("searchbox").press_sequentially("en")
    page.go_back()
    page.wait_for_timeout(700)
    assert urlsplit(page.url).query == "q=kok&wijk=haven"


def test_the_same_choice_again_is_no_new_step(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?q=koken")
    expect(heading(page)).to_contain_text("gevonden")
    open_filters(page)
    steps = page.evaluate("history.length")
    for _ in range(3):
        page.get_by_role("searchbox").press("Enter")
    assert page.evaluate("history.length") == steps
    hours = page.get_by_label("tot", exact=True)
    hours.fill("9")
    hours.press("Enter")
    hours.press("ArrowDown")
    hours.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"uren=-7$"))
    assert page.evaluate("history.length") == steps + 2  # the number that was entered, and all turns of it after that


@pytest.mark.parametrize(
    ("low", "high", "left"),
    [("10", "4", ("4", "10")), ("50", "", ("40", "")), ("3.4", "0", ("3", "")), ("", "-2", ("", ""))],
)
def test_odd_hours_are_mended_where_the_visitor_sees_it(
    low: str, high: str, left: tuple[str, str], visit: Visit
) -> None:
    page = visit("/vacatures/")
    open_filters(page)
    page.get_by_label("Van", exact=True).fill(low)
    page.get_by_label("tot", exact=True).fill(high)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Van", exact=True)).to_have_value(left[0])
    expect(page.get_by_label("tot", exact=True)).to_have_value(left[1])


def test_a_choice_that_finds_nothing_any_more_keeps_the_focus_and_can_be_made_again(visit: Visit) -> None:
    page = visit("/vacatures/?wijk=haven&sector=vervoer&sector=techniek-en-reparatie&dag=zo")
    expect(heading(page)).to_have_text("Geen vacatures gevonden")
    box(page, "sector", "vervoer").press("Space")
    expect(box(page, "sector", "vervoer")).not_to_be_checked()
    expect(box(page, "sector", "vervoer")).to_be_focused()
    page.keyboard.press("Space")
    expect(box(page, "sector", "vervoer")).to_be_checked()


# Sorting


def test_sorting_by_closing_day_by_hours_and_by_distance(visit: Visit, site: Site) -> None:
    rows = site.open_vacancies
    far = {"hout": 0, "stad": 1, "haven": 1, "buiten": 1, "poort": 2}
    page = visit("/vacatures/")
    page.locator("#sorteer").select_option("sluit")
    in_order(page, sorted(rows, key=lambda row: row.get("sluit", "9999")))
    expect(page).to_have_url(re.compile(r"\?sorteer=sluit$"))
    page.locator("#sorteer").select_option("uren")
    in_order(page, sorted(rows, key=lambda row: row["uren"]["min"]))
    expect(page).to_have_url(re.compile(r"\?sorteer=uren$"))
    page.locator("#sorteer").select_option("dichtbij")
    page.locator("#bij").select_option("hout")
    in_order(page, sorted(rows, key=lambda row: far[row["wijk"]]))
    expect(page).to_have_url(re.compile(r"\?sorteer=dichtbij&bij=hout$"))


ORDER = """wanted => {
  const shown = [...document.querySelectorAll('.bb-bank .bb-card')].map(card => card.dataset.bbSlug);
  return shown.join() === wanted.join();
}"""


def in_order(page: Page, rows: list[dict[str, Any]]) -> None:
    """The list comes to stand in this order; of equals the newest comes first."""
    page.wait_for_function(ORDER, arg=[row["id"] for row in rows[:PAGE_SIZE]])


def test_enter_leads_to_the_answer_before_all_cards_are_there(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    page.get_by_role("searchbox").fill("koken")
    page.evaluate("""document.getElementById('lijst').addEventListener('focus', () => {
      window.cardsThen = document.querySelectorAll('.bb-cards > *').length;
    })""")
    page.get_by_role("searchbox").press("Enter")
    expect(heading(page)).to_be_focused()
    expect(cards(page)).to_have_count(min(number_told(page), PAGE_SIZE))
    assert page.evaluate("window.cardsThen") < number_told(page)


# More than one screenful


def test_more_cards_come_when_asked_for_and_the_focus_goes_with_them(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?vergoeding=ja")
    wanted = expected(site, vergoeding=["ja"])
    settled(page, len(wanted))
    assert slugs(page) == wanted[:PAGE_SIZE]
    page.locator("#meer").click()
    expect(cards(page)).to_have_count(len(wanted))
    assert slugs(page) == wanted
    expect(cards(page).nth(PAGE_SIZE).get_by_role("link")).to_be_focused()
    expect(page.locator("#meer")).to_be_hidden()


def test_a_wide_screen_gets_the_cards_that_it_holds_before_the_others(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=1280)
    open_filters(page)
    page.evaluate("""() => {
      window.firstCards = new Promise(resolve => {
        const list = document.querySelector('.bb-cards');
        const bottoms = () => [...list.children].map(card => card.getBoundingClientRect().bottom);
        new MutationObserver(() => resolve(bottoms())).observe(list, { childList: true });
      });
    }""")
    choose(page, "vergoeding", "ja")
    bottoms = page.evaluate("window.firstCards")
    assert len(bottoms) < PAGE_SIZE
    assert max(bottoms) >= page.evaluate("innerHeight"), "nothing is missing where somebody looks"
    settled(page, len(expected(site, vergoeding=["ja"])))


def test_who_scrolls_just_after_a_choice_finds_cards_there(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=1280)
    open_filters(page)
    page.evaluate("""() => {
      const later = window.setTimeout;
      window.setTimeout = (act, time) => (time === 400 ? 0 : later(act, time)); // nobody ever stops choosing
    }""")
    choose(page, "vergoeding", "ja")
    expect(heading(page)).to_have_text(re.compile("gevonden$"))
    page.wait_for_timeout(800)
    assert cards(page).count() < PAGE_SIZE, "the others wait until nobody chooses"
    page.mouse.wheel(0, 300)
    expect(cards(page)).to_have_count(PAGE_SIZE)


@pytest.mark.parametrize("size", [{"width": 800, "height": 1100}, {"width": 1280, "height": 1600}])
def test_a_screen_is_full_at_once_also_after_nothing_was_found(size: ViewportSize, visit: Visit) -> None:
    page = visit("/vacatures/?q=xqzwvukkel", width=1280)
    page.set_viewport_size(size)
    expect(heading(page)).to_have_text("Geen vacatures gevonden")
    page.evaluate("""() => {
      window.bottom = new Promise(resolve => {
        const list = document.querySelector('.bb-cards');
        const watch = () => resolve(list.getBoundingClientRect().bottom);
        new MutationObserver(watch).observe(list, { childList: true });
      });
    }""")
    page.get_by_role("searchbox").fill("je")
    assert page.evaluate("window.bottom") >= size["height"]


# Nothing found


@pytest.mark.parametrize("width", WIDTHS)
def test_when_nothing_fits_the_nearest_ways_out_are_told_with_their_number(width: int, visit: Visit) -> None:
    page = visit("/vacatures/?q=koken&dagdeel=avond&wijk=hout", width=width)
    settled(page, 0)
    ways = page.locator(".bb-ways-out button")
    expect(ways.first).to_be_visible()
    texts = ways.all_inner_texts()
    assert any("zonder 'Avond'" in text for text in texts)
    assert "alle vacatures" in texts[-1]
    told = int(re.findall(r"\((\d+)\)$", texts[0])[0])
    ways.first.click()
    settled(page, told)
    expect(heading(page)).to_be_focused()
    expect(page).not_to_have_url(re.compile("dagdeel=avond"))  # the address follows what is painted, a frame later
    page.go_back()
    settled(page, 0)


def test_words_that_nobody_wrote_give_kind_words_and_a_way_back(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?q=xqzwvukkel")
    settled(page, 0)
    page.get_by_role("button", name="alle vacatures").click()
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_that_no_vacancy_holds_can_be_asked_of_the_whole_site(width: int, visit: Visit) -> None:
    page = visit("/vacatures/?q=uitkering+%26+z%27n+bijstand%3F&wijk=hout", width=width)
    settled(page, 0)
    page.get_by_role("link", name="Zoek dit op de hele site").click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=uitkering"))
    expect(page.get_by_role("searchbox")).to_have_value("uitkering & z'n bijstand?")
    expect(page.locator("#zoekresultaten a").first).to_have_attribute("href", "../meedoen/geld-en-uitkering/")
    page.goto("/vacatures/?q=koken+uitkering")
    expect(page.get_by_role("link", name="Zoek dit op de hele site")).to_be_visible()
    page.goto("/vacatures/?wijk=hout&uren=38-40")
    settled(page, 0)
    expect(page.locator(".bb-ways-out button").first).to_be_visible()
    expect(page.get_by_role("link", name="Zoek dit op de hele site")).to_have_count(0)


@pytest.mark.parametrize("word", ["تنظيف", "прибирання", "清洁", "siivous"])
def test_a_word_of_another_language_finds_nothing_and_says_which_language_does(word: str, visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    page.locator("#zoekwoord").fill(word)
    settled(page, 0)
    expect(page.locator(".bb-bank__results > .bb-bank__help")).to_contain_text("in het Nederlands")
    page.locator("#zoekwoord").fill(f"{word} koken")
    expect(page.locator(".bb-bank__results > .bb-bank__help")).to_contain_text(f"Niet gevonden: {word}.")


# A district


def test_a_whole_name_of_a_district_in_the_words_finds_what_the_choice_of_it_finds(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?q=almere+buiten", width=360)
    settled(page, len(expected(site, wijk=["buiten"])))
    assert slugs(page) == expected(site, wijk=["buiten"])
    expect(page.locator(".bb-bank__results > .bb-bank__help")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_that_is_also_a_district_asks_which_is_meant(width: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?q=iets+buiten,+graag", width=width)
    meant = page.get_by_role("button", name="Bedoel je wijk Almere Buiten?")
    expect(meant).to_be_visible()
    meant.click()
    expect(page).to_have_url(re.compile(r"\?q=iets\+graag&wijk=buiten$"))
    settled(page, len(expected(site, wijk=["buiten"])))
    expect(heading(page)).to_be_focused()
    expect(meant).to_have_count(0)


@pytest.mark.parametrize("asked", ["q=poort", "q=buiten&wijk=haven", "q=buitenlucht", "q=almere+buiten"])
def test_nobody_is_asked_for_a_district_that_changes_nothing(asked: str, visit: Visit) -> None:
    page = visit(f"/vacatures/?{asked}")
    expect(heading(page)).to_contain_text("gevonden")
    expect(page.get_by_role("button", name="Bedoel je")).to_have_count(0)


# As you type


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_follows_what_you_type_and_says_how_many(width: int, visit: Visit) -> None:
    page = visit("/vacatures/", width=width)
    search = page.get_by_role("searchbox", name="Wat wil je doen?")
    search.press_sequentially("kok")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ vacature"))  # after the last key
    expect(heading(page)).to_contain_text("gevonden")
    few = number_told(page)
    assert (page.get_by_role("status").first.text_content() or "").startswith(f"{few} vacature")
    expect(cards(page).first).to_contain_text("Gevonden bij:")
    search.fill("")
    expect(heading(page)).to_contain_text("open vacatures")
    expect(page.locator(".bb-card__why")).to_have_count(0)
    search.fill("voor een plek bij de")
    expect(heading(page)).to_contain_text("vacatures")
    assert number_told(page) > few


def test_a_keystroke_is_no_step_back_but_the_address_remembers_it(visit: Visit) -> None:
    page = visit("/vacatures/")
    steps = page.evaluate("history.length")
    page.get_by_role("searchbox").press_sequentially("fiets")
    expect(page).to_have_url(re.compile(r"\?q=fiets$"))
    assert page.evaluate("history.length") == steps
    page.get_by_role("searchbox").press("Enter")
    expect(heading(page)).to_be_focused()


# By keyboard and on a phone


def test_the_keyboard_alone_chooses_and_takes_away(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    page.get_by_role("searchbox").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    box(page, "wijk", "haven").focus()
    page.keyboard.press("Space")
    settled(page, len(expected(site, wijk=["haven"])))
    expect(box(page, "wijk", "haven")).to_be_focused()
    page.keyboard.press("Space")
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")


def test_on_a_phone_the_choices_fold_and_one_button_shows_the_result(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    expect(box(page, "wijk", "poort")).to_be_hidden()
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    choose(page, "wijk", "poort")
    number = len(expected(site, wijk=["poort"]))
    settled(page, number)
    page.get_by_role("link", name=f"Toon {number} vacatures").click()
    expect(box(page, "wijk", "poort")).to_be_hidden()
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_be_in_viewport()
    expect(cards(page).first.get_by_role("link").first).to_be_in_viewport()
    expect(page.locator("#kiezen summary", has_text="Kies wijk")).to_have_text(re.compile(r"\(1\)"))


def test_on_a_phone_who_opens_the_choices_sees_them(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    for place in range(6):
        expect(page.locator("#kiezen .bb-option").nth(place)).to_be_in_viewport()


def test_hours_that_many_people_mean_take_one_tap(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    open_filters(page)
    few, some = (page.locator(f"[data-bb-take='{hours}']") for hours in ("-4", "4-8"))
    expect(few).to_have_text(f"hoogstens 4 uur {len(expected(site, uren=[None, 4]))} vacatures")
    choose(page, "wijk", "haven")
    expect(some).to_have_text(f"4 tot 8 uur {len(expected(site, wijk=['haven'], uren=[4, 8]))} vacatures")
    choose(page, "wijk", "haven")
    few.click()
    settled(page, len(expected(site, uren=[None, 4])))
    expect(few).to_have_attribute("aria-pressed", "true")
    some.click()
    settled(page, len(expected(site, uren=[4, 8])))
    expect(page.get_by_label("Van", exact=True)).to_have_value("4")
    expect(few).to_have_attribute("aria-pressed", "false")
    some.click()
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")
    expect(some).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("height", [568, 740])
def test_on_a_phone_the_number_stays_in_sight_while_somebody_chooses(height: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    page.set_viewport_size({"width": 360, "height": height})
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    choose(page, "wijk", "haven")
    number = len(expected(site, wijk=["haven"]))
    show = page.locator("[data-bb-show]")
    expect(show).to_have_text(re.compile(rf"^Toon {number} "))
    expect(show).to_be_in_viewport(ratio=1)
    expect(page.locator(".bb-cards")).not_to_be_in_viewport()
    settled(page, number)


def test_cards_out_of_sight_are_skipped_only_while_somebody_chooses(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    heights = "[...document.querySelectorAll('.bb-cards > *')].map(card => card.offsetHeight)"
    last = cards(page).last
    before = page.evaluate(heights)
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    page.evaluate("""() => {
      const list = document.querySelector('.bb-cards');
      const look = () => { list.dataset.seen += ` ${list.className}`; };
      new MutationObserver(look).observe(list, { attributeFilter: ['class'] });
    }""")
    choose(page, "wijk", "haven")
    expect(page.locator(".bb-cards")).to_have_attribute("data-seen", re.compile("bb-cards--skipped"))
    expect(last).to_have_css("content-visibility", "visible")
    choose(page, "wijk", "haven")
    expect(heading(page)).to_have_text(f"{len(expected(site))} open vacatures")
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    expect(cards(page)).to_have_count(len(before))
    expect(last).to_have_css("content-visibility", "visible")
    assert page.evaluate(heights) == before


def test_who_walks_through_the_choices_with_a_keyboard_always_sees_where_he_is(visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    page.locator("#kiezen summary", has_text="Kies wijk").focus()
    page.keyboard.press("Enter")
    covered = """() => {
      const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== document.activeElement;
    }"""
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.bb-choices *')")
        page.wait_for_function(f"!({covered})()")


def test_a_finger_that_comes_down_does_not_wait_for_cards_out_of_sight(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    before = slugs(page)
    haven = expected(site, wijk=["haven"])
    assert before[:1] != haven[:1]
    page.evaluate("""() => {
      const press = () => document.querySelector("#kiezen").dispatchEvent(new PointerEvent("pointerdown"));
      window.fingers = setInterval(press, 50);
    }""")
    choose(page, "wijk", "haven")
    expect(page.locator("[data-bb-show]")).to_have_text(re.compile(rf"^Toon {len(haven)} "))
    page.wait_for_timeout(800)
    assert slugs(page) == [], "cards of no other answer, and none of this one before somebody sees them"
    page.locator(".bb-cards").scroll_into_view_if_needed()
    expect(page.locator(".bb-cards > .bb-card").first).to_have_attribute("data-bb-slug", haven[0])
    page.evaluate("clearInterval(window.fingers)")
    settled(page, len(haven))


def test_a_number_never_stands_above_cards_of_another_answer(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    page.route(re.compile("kaarten-"), lambda route: route.abort("aborted"))
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    last = site.open_vacancies[-1]
    sector = last["sectoren"][0]
    choose(page, "wijk", last["wijk"])
    choose(page, "sector", sector)
    expect(page.locator("[data-bb-show]")).to_have_text(re.compile(r"^Toon \d vacature"))
    page.locator("[data-bb-show]").click()
    fitting = expected(site, wijk=[last["wijk"]], sector=[sector])
    expect(page.locator("[data-bb-broken]")).to_be_visible()
    assert set(slugs(page)) <= set(fitting)


@pytest.mark.parametrize("size", ["20px", "40px"])
def test_large_letters_leave_the_button_whole_and_room_to_choose(size: str, visit: Visit) -> None:
    page = visit("/vacatures/", width=360)
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    page.locator("#kiezen summary", has_text="Kies wijk").click()
    bar = page.locator(".bb-choices__end").bounding_box()
    words = page.locator("[data-bb-show]").evaluate("""button => {
      const range = document.createRange();
      range.selectNodeContents(button);
      return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
    }""")
    assert bar
    assert bar["height"] < 300
    assert words <= 3, "a line for each word at most"


def test_a_failed_load_is_told_and_the_list_stays(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/")
    page.route("**/assets/vacatures/**", lambda route: route.abort("aborted"))
    page.get_by_role("searchbox").press_sequentially("koken")
    expect(page.locator("[data-bb-broken]")).to_contain_text("Zoeken lukt nu niet")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    expect(page.locator(".bb-bank__links").get_by_role("link", name="Almere Haven")).to_be_visible()
    assert slugs(page) == [row["id"] for row in site.open_vacancies][:PAGE_SIZE]
    page.unroute("**/assets/vacatures/**")
    page.get_by_role("searchbox").fill("soep")
    expect(heading(page)).to_contain_text("gevonden")
    expect(page.locator("[data-bb-broken]")).to_be_hidden()


def test_a_choice_after_a_failed_load_comes_on_top_of_the_shared_one(visit: Visit, site: Site) -> None:
    page = visit("/contact/")
    page.route("**/assets/vacatures/lijst.js*", lambda route: route.abort("aborted"))
    page.goto("/vacatures/?wijk=haven")
    expect(page.locator("[data-bb-broken]")).to_contain_text("Zoeken lukt nu niet")
    page.unroute("**/assets/vacatures/lijst.js*")
    choose(page, "sector", "horeca")
    settled(page, len(expected(site, wijk=["haven"], sector=["horeca"])))
    expect(box(page, "wijk", "haven")).to_be_checked()


def test_data_of_another_day_than_the_list_are_refused(visit: Visit) -> None:
    """A site may be renewed while a page is open: better a word about it than the wrong cards."""
    page = visit("/contact/")
    strange = 'bb.take("kaarten-1","0000000000",["<li>van een andere dag</li>"]);'
    page.route("**/kaarten-1.js*", lambda route: route.fulfill(body=strange, content_type="text/javascript"))
    page.goto("/vacatures/?sorteer=uren")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    expect(page.get_by_text("van een andere dag")).to_have_count(0)


def slow(page: Page, what: str, seconds: float = 1.5, folder: str = "vacatures") -> None:
    """Let these files take their time."""

    def late(route: Route) -> None:
        page.wait_for_timeout(seconds * 1000)
        route.continue_()

    page.route(f"**/assets/{folder}/{what}", late)


SHIFTS = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (!entry.hadRecentInput) moved += entry.value;
})).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("late", ["lijst.js*", "woorden.js*", "treffers-*"])
def test_an_answer_that_comes_late_moves_nothing(late: str, width: int, visit: Visit) -> None:
    """A browser forgives what moves within half a second after a key; a visitor does not."""
    page = visit("/contact/", width=width)
    page.add_init_script(SHIFTS)
    slow(page, late, 0.9)
    page.goto("/vacatures/")
    page.wait_for_timeout(300)
    page.get_by_role("searchbox").press_sequentially("fiets")
    expect(page.locator("#lijst[data-bb-answer]")).to_have_count(1)
    page.wait_for_timeout(300)
    assert page.evaluate("moved") < 0.001


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "query",
    [
        "wijk=haven",
        "q=koken&dag=ma",
        "uren=-4",
        "fbclid=IwAR0x",
        "sorteer=sluit",
        "sorteer=dichtbij",
        "wijk=haven&sorteer=dichtbij&bij=stad",
        "utm_source=nieuwsbrief",
    ],
)
def test_the_list_of_a_shared_address_comes_where_the_whole_list_was(query: str, width: int, visit: Visit) -> None:
    """Also when it chooses nothing: many a place where people share a link adds something of its own to it."""
    page = visit("/contact/", width=width)
    page.add_init_script(SHIFTS)
    slow(page, "lijst.js*", 0.9)
    page.goto(f"/vacatures/?{query}")
    expect(page.locator("#lijst[data-bb-answer]")).to_have_count(1)
    page.wait_for_timeout(300)
    assert page.evaluate("moved") < 0.001


def test_who_listens_hears_of_choices_when_they_are_there(visit: Visit) -> None:
    page = visit("/contact/")
    slow(page, "lijst.js*", 1)
    page.goto("/vacatures/?wijk=haven", wait_until="commit")
    expect(heading(page)).to_have_text("Even zoeken…")
    chosen = page.get_by_role("heading", name="Gekozen")
    expect(chosen).to_have_count(0)
    expect(page.get_by_role("heading", name="Gekozen")).to_have_count(1)


def test_what_somebody_chooses_and_types_before_the_data_are_there_comes_on_top_of_the_shared_choice(
    visit: Visit, site: Site
) -> None:
    page = visit("/contact/", width=1280)
    slow(page, "lijst.js*", 2)
    page.goto("/vacatures/?wijk=haven", wait_until="commit")
    box(page, "sector", "horeca").check()
    page.get_by_role("searchbox").press_sequentially("koken")
    expect(page).to_have_url(re.compile(r"\?q=koken&wijk=haven&sector=horeca$"))
    for key, value in (("wijk", "haven"), ("sector", "horeca")):
        expect(box(page, key, value)).to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("koken")
    assert set(slugs(page)) <= set(expected(site, wijk=["haven"], sector=["horeca"]))


def test_what_somebody_chooses_before_the_script_is_there_comes_on_top_of_the_shared_choice_too(
    visit: Visit, site: Site
) -> None:
    page = visit("/contact/", width=1280)
    slow(page, "bank.js*", 2, folder="js")
    page.goto("/vacatures/?wijk=haven", wait_until="commit")
    box(page, "sector", "horeca").check()
    page.get_by_role("searchbox").fill("koken")
    assert not page.evaluate("Boolean(window.bb && bb.ChoiceForm)")
    expect(page).to_have_url(re.compile(r"\?q=koken&wijk=haven&sector=horeca$"))
    for key, value in (("wijk", "haven"), ("sector", "horeca")):
        expect(box(page, key, value)).to_be_checked()
    assert set(slugs(page)) <= set(expected(site, wijk=["haven"], sector=["horeca"]))


def test_who_waits_for_data_is_told_so_until_they_come(visit: Visit, site: Site) -> None:
    page = visit("/contact/")
    slow(page, "lijst.js*", 2)
    page.goto("/vacatures/?wijk=haven", wait_until="commit")
    expect(heading(page)).to_have_text("Even zoeken…")
    expect(page.get_by_role("status")).to_have_text("Even zoeken…")
    settled(page, len(expected(site, wijk=["haven"])))


def test_when_data_fail_the_title_tells_of_the_list_and_a_phone_shows_why_and_what_to_do(
    visit: Visit, site: Site
) -> None:
    page = visit("/contact/", width=360)

    def late_and_never(route: Route) -> None:
        page.wait_for_timeout(1000)
        route.abort("aborted")

    page.route("**/assets/vacatures/lijst.js*", late_and_never)
    page.goto("/vacatures/?wijk=haven", wait_until="commit")
    expect(heading(page)).to_have_text("Even zoeken…")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_in_viewport(ratio=1)
    expect(heading(page)).to_have_text(f"{len(site.open_vacancies)} open vacatures")


def test_trying_again_keeps_what_was_asked(visit: Visit, site: Site) -> None:
    page = visit("/contact/")
    page.route("**/assets/vacatures/woorden.js*", lambda route: route.abort("aborted"))
    page.goto("/vacatures/?wijk=haven")
    box(page, "sector", "horeca").check()
    page.get_by_role("searchbox").fill("koken")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    page.unroute("**/assets/vacatures/woorden.js*")
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(heading(page)).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=koken&wijk=haven&sector=horeca$"))
    expect(page.get_by_role("list", name="Gekozen").get_by_role("button")).to_have_text(
        ["woord: koken", "Almere Haven", "Koken en gastvrijheid", "Wis alles"]
    )
    assert set(slugs(page)) <= set(expected(site, wijk=["haven"], sector=["horeca"]))


def test_a_new_start_on_the_data_of_another_day_keeps_what_was_asked(visit: Visit) -> None:
    page = visit("/contact/")
    strange = 'bb.take("woorden","0000000000",{});'
    page.route("**/woorden.js*", lambda route: route.fulfill(body=strange, content_type="text/javascript"))
    page.goto("/vacatures/?wijk=haven")
    box(page, "sector", "horeca").check()
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page).to_have_url(re.compile(r"\?wijk=haven&sector=horeca$"))


def test_a_failed_answer_does_not_mix_up_the_cards_of_the_next(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=1280)
    page.route("**/assets/vacatures/kaarten-1.js*", lambda route: route.abort("aborted"))
    page.get_by_label("Volgorde:").select_option("uren")
    expect(page.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    choose(page, "wijk", "haven")
    page.unroute("**/assets/vacatures/kaarten-1.js*")
    page.get_by_label("Volgorde:").select_option("")
    settled(page, len(expected(site, wijk=["haven"])))
    assert slugs(page) == expected(site, wijk=["haven"])


def test_focus_stays_with_who_went_on_while_an_answer_was_late(visit: Visit) -> None:
    page = visit("/vacatures/?wijk=haven&wijk=stad", width=1280)
    chips = page.get_by_role("list", name="Gekozen")
    expect(chips.get_by_role("button")).to_have_count(3)
    page.get_by_label("Volgorde:").select_option("uren")
    slow(page, "kaarten-*", 1)
    chips.get_by_role("button", name="Wis alles").click()
    page.get_by_role("searchbox").press_sequentially("koken", delay=100)
    expect(heading(page)).to_contain_text("gevonden")
    page.wait_for_timeout(300)
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("koken")


@pytest.mark.parametrize("is_coming", [True, False])
def test_focus_goes_on_at_once_when_a_choice_is_taken_away_also_when_no_answer_comes(
    is_coming: bool, visit: Visit
) -> None:
    page = visit("/vacatures/?wijk=haven&wijk=stad&q=koken", width=1280)
    chips = page.get_by_role("list", name="Gekozen").get_by_role("button")
    expect(chips).to_have_count(4)
    page.evaluate(f"void (bb.Answers.prototype.of = () => new Promise((_, no) => {int(is_coming)} || no(Error())))")
    for text in ("woord: koken", "Almere Haven"):
        page.get_by_role("button", name=f"Haal weg: {text}").press("Enter")
        expect(chips.first).to_be_focused()
    chips.last.press("Enter")
    expect(heading(page)).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_double_tap_takes_one_choice_away(width: int, visit: Visit, site: Site) -> None:
    page = visit("/vacatures/?wijk=haven&wijk=stad", width=width)
    page.get_by_role("button", name="Haal weg: Almere Haven").dblclick()
    settled(page, len(expected(site, wijk=["stad"])))
    page.wait_for_timeout(700)  # then it is a press of its own
    page.get_by_role("button", name="Haal weg: Almere Stad").click()
    expect(heading(page)).to_contain_text("open vacatures")


def test_two_choices_are_taken_away_as_fast_as_somebody_likes(visit: Visit) -> None:
    page = visit("/vacatures/?wijk=haven&wijk=stad&wijk=buiten", width=1280)
    page.get_by_role("button", name="Haal weg: Almere Buiten").click()
    page.get_by_role("button", name="Haal weg: Almere Haven").click()
    expect(page).to_have_url(re.compile(r"\?wijk=stad$"))
    page.get_by_role("button", name="Haal weg: Almere Stad").press("Enter")
    expect(page).to_have_url(re.compile(r"/vacatures/$"))


def test_who_comes_back_finds_the_list_as_long_as_it_was_and_the_same_card_in_sight(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360)
    more = page.get_by_role("button", name="Toon er nog")
    page.get_by_role("searchbox").focus()
    page.get_by_label("Volgorde:").select_option("uren")
    in_order(page, sorted(site.open_vacancies, key=lambda row: row["uren"]["min"]))  # a button that moves can be missed
    more.click()
    last = page.locator(".bb-cards > .bb-card").nth(PAGE_SIZE + 5)
    slug = last.get_attribute("data-bb-slug")
    last.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(rf"/{slug}/$"))
    page.go_back()
    card = page.locator(f".bb-cards > [data-bb-slug='{slug}']")
    expect(card).to_be_in_viewport()


def test_without_javascript_there_is_no_search_box_that_does_nothing(visit: Visit) -> None:
    for path in ("/vacatures/", "/vacatures/wijk/haven/"):
        expect(visit(path, javascript=False).locator(".bb-choose")).to_be_hidden()


def test_without_javascript_the_list_says_what_does_not_work_and_what_does(visit: Visit) -> None:
    said = ".bb-bank noscript p"
    expect(visit("/vacatures/", javascript=False).locator(said)).to_be_visible()
    expect(visit("/vacatures/").locator(said)).to_have_count(0)
