"""What visitors come to do, done in a real browser: by mouse, by keyboard, on a phone, without JavaScript."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, unfold
from tests.browser.page_types import PAGE_TYPES, Site, address

WIDTHS = [360, 1280]
MOST_TABS = 250

FOCUSED = "document.activeElement.href || document.activeElement.innerText || ''"
FOCUS_RING = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const style = getComputedStyle(focused);
  const name = focused.getAttribute('aria-label') || focused.innerText || focused.id;
  return {
    element: `${focused.localName} "${name.trim().slice(0, 60)}"`,
    visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
    pressable: focused.matches('a, button, summary, input'),
  };
}"""
LUMINANCE = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}"""


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def menu_button(page: Page) -> Locator:
    return page.locator("summary", has_text="Menu")


def is_at(page: Page, path: str) -> None:
    expect(page).to_have_url(re.compile(rf"^http://[^/]+{re.escape(path)}$"))


def link_to(page: Page, path: str) -> Locator:
    """The first link a visitor can see that leads to this path."""
    return page.locator(f"a[href$='{path}']").filter(visible=True).first


def addresses_in(part: Locator) -> list[str]:
    hrefs: list[str] = part.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    return hrefs


def vacancies_in(part: Locator, site: Site) -> set[str]:
    """The open vacancies that this part of a page links to."""
    known = {row["id"] for row in site.open_vacancies}
    paths = (urlsplit(href).path.strip("/").split("/") for href in addresses_in(part))
    return {path[1] for path in paths if len(path) == 2 and path[0] == "vacatures" and path[1] in known}


def tab_to(page: Page, path: str) -> None:
    """Press Tab until the focus is on a link to this path."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if urlsplit(str(page.evaluate(FOCUSED))).path.endswith(path):
            return
    raise AssertionError(f"Tab never reached a link to {path} on {page.url}.")


# From home to contact


@pytest.mark.parametrize("width", WIDTHS)
def test_the_mouse_leads_from_home_to_contact(width: int, visit: Visit, site: Site) -> None:
    vacancy = site.open_vacancy
    page = visit("/", width=width)
    page.get_by_role("link", name="Vacatures", exact=True).first.click()
    is_at(page, "/vacatures/")
    main(page).get_by_role("link", name=vacancy["titel"], exact=True).click()
    is_at(page, f"/vacatures/{vacancy['id']}/")
    expect(heading(page)).to_have_text(vacancy["titel"])
    host = f"/organisaties/{vacancy['organisatie']}/"
    link_to(page, host).click()
    is_at(page, host)
    assert vacancy["id"] in vacancies_in(main(page), site)
    page.get_by_role("contentinfo").get_by_role("link", name="Contact", exact=True).click()
    is_at(page, "/contact/")
    assert any(href.startswith("tel:") for href in addresses_in(main(page)))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_leads_from_home_to_contact(width: int, visit: Visit, site: Site) -> None:
    vacancy = site.open_vacancy
    page = visit("/", width=width)
    for path in (
        "/vacatures/",
        f"/vacatures/{vacancy['id']}/",
        f"/organisaties/{vacancy['organisatie']}/",
        "/contact/",
    ):
        tab_to(page, path)
        page.keyboard.press("Enter")
        is_at(page, path)
        page.wait_for_load_state()


# Menu, skip link, focus


def test_the_menu_on_a_phone_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit("/", width=360)
    menu = page.get_by_role("navigation", name="Hele menu")
    expect(menu).to_be_hidden()
    menu_button(page).focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(menu_button(page)).to_be_focused()


def test_the_menu_closes_when_somebody_taps_beside_it(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    menu = page.get_by_role("navigation", name="Hele menu")
    menu_button(page).click()
    expect(menu).to_be_visible()
    page.mouse.click(180, 5)
    expect(menu).to_be_hidden()


def test_the_menu_closes_when_tab_leads_out_of_it_and_escape_does_not_lead_back(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    menu = page.get_by_role("navigation", name="Hele menu")
    menu_button(page).click()
    menu.click(position={"x": 3, "y": 3})
    menu.get_by_role("link").last.focus()
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu).to_be_hidden()
    menu_button(page).click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, document.body.scrollHeight)")
    before = page.evaluate("scrollY")
    assert before > 0
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(menu_button(page)).not_to_be_focused()
    assert page.evaluate("scrollY") == before


@pytest.mark.parametrize("path", ["/", "/vacatures/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_skip_link_is_first_and_leads_to_the_content(path: str, width: int, visit: Visit) -> None:
    page = visit(path, width=width)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(main(page)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("page_type", ["home", "vacatures", "vacature-open", "veelgevraagd", "zoeken", "poster"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_focus_is_visible_everywhere(page_type: str, width: int, visit: Visit, site: Site) -> None:
    page = visit(address(site, page_type), width=width)
    page.evaluate("document.activeElement.blur()")
    seen, hidden = 0, []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        ring: dict[str, Any] | None = page.evaluate(FOCUS_RING)
        if ring is None:
            break
        seen += ring["pressable"]
        if not ring["visible"]:
            hidden.append(ring["element"])
    assert seen >= 2
    assert not hidden, f"No visible focus on {page.url}: {hidden}"


# Light or dark


def test_the_light_or_dark_button_switches_and_survives_a_reload(visit: Visit) -> None:
    page = visit("/")
    button = page.get_by_role("button", name="Licht of donker")
    assert page.evaluate(LUMINANCE) > 0.8
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    assert page.evaluate(LUMINANCE) < 0.2
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    assert page.evaluate(LUMINANCE) < 0.2
    page.goto("/contact/")
    assert page.evaluate(LUMINANCE) < 0.2
    page.get_by_role("button", name="Licht of donker").click()
    assert page.evaluate(LUMINANCE) > 0.8


def test_who_lives_in_the_dark_gets_dark_and_may_choose_light(visit: Visit) -> None:
    page = visit("/", scheme="dark")
    assert page.evaluate(LUMINANCE) < 0.2
    page.get_by_role("button", name="Licht of donker").press("Enter")
    assert page.evaluate(LUMINANCE) > 0.8
    page.reload()
    assert page.evaluate(LUMINANCE) > 0.8


COME_BACK = "dispatchEvent(new PageTransitionEvent('{kind}', {{ persisted: true }}))"


def test_who_comes_back_to_a_page_that_was_kept_finds_it_as_it_is_now(visit: Visit) -> None:
    page = visit("/", scheme="light", width=360)
    page.locator(".bb-menu summary").click()
    expect(page.locator(".bb-menu nav")).to_be_visible()
    page.evaluate(COME_BACK.format(kind="pagehide"))
    expect(page.locator(".bb-menu nav")).to_be_hidden()
    page.evaluate("localStorage.setItem('bb-scheme', 'dark')")
    page.evaluate(COME_BACK.format(kind="pageshow"))
    assert page.evaluate(LUMINANCE) < 0.2
    expect(page.get_by_role("button", name="Licht of donker")).to_have_attribute("aria-pressed", "true")
    page.evaluate("localStorage.removeItem('bb-scheme')")
    page.evaluate(COME_BACK.format(kind="pageshow"))
    assert page.evaluate(LUMINANCE) > 0.8


@pytest.mark.parametrize(
    ("path", "key", "kept", "told"),
    [
        ("/vacatures/", "bb-plan", {"vacatures": ["een", "twee"]}, "Mijn bewaarde vacatures (2)"),
        ("/vacatures/bewaard/", "bb-plan", {"vacatures": ["een", "twee"]}, "2 vacatures"),
        ("/mijn-plan/", "bb-plan", {"vacatures": ["een", "twee"]}, "Er staan 2 vacatures in je plan."),
        ("/routekaart/", "bb-route", {"klaar": ["wat-wil-je"]}, "1 van de"),
        ("/spoorboekje/", "bb-spoor", {"route": ["vrijwilliger"]}, "Wis van dit apparaat"),
    ],
)
def test_who_comes_back_to_a_page_that_was_kept_finds_what_was_kept_elsewhere(
    path: str, key: str, kept: dict[str, object], told: str, visit: Visit
) -> None:
    page = visit(path)
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, json.dumps({"versie": 1, **kept})])
    expect(main(page).get_by_text(told).locator("visible=true")).to_have_count(0)
    page.evaluate(COME_BACK.format(kind="pageshow"))
    expect(main(page).get_by_text(told).locator("visible=true").first).to_be_visible()


# Search


def results(page: Page) -> Locator:
    return main(page).locator("ol:not(nav ol) a[href]")


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("koken", "kok|kook|keuken|eten"),
        ("fietesn", "fiets"),
        ("vacatrue", "vacature"),
        ("vrijwiligerswerk", "vrijwilligerswerk"),
        ("vrijwilligersovereenkomst", "overeenkomst"),
        ("KÓKEN ", "kok|kook|keuken|eten"),
    ],
)
def test_search_finds(words: str, expected: str, visit: Visit, site: Site) -> None:
    page = visit("/zoeken/")
    search(page, words)
    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^(Niet precies gevonden\. )?[0-9]+ pagina('s)? (gevonden|lijk)")
    )
    expect(results(page).first).to_be_visible()
    hrefs: list[str] = results(page).evaluate_all("links => links.map(link => link.href)")
    paths = [urlsplit(href).path for href in hrefs]
    lost = [path for path in paths if not site.has(path)]
    assert not lost, f"Search leads to pages that are not there: {lost}"
    assert re.search(expected, site.html(paths[0]), re.IGNORECASE)
    results(page).first.click()
    is_at(page, paths[0])


def test_a_result_in_another_language_is_read_in_that_language(visit: Visit) -> None:
    page = visit("/zoeken/?q=english")
    result = page.locator("#zoekresultaten > li").filter(has=page.locator("a[href$='/in-jouw-taal/engels/']"))
    expect(result).to_have_attribute("lang", "en")
    search(page, "koken")
    expect(results(page).first).to_be_visible()
    expect(page.locator("#zoekresultaten [lang]")).to_have_count(0)


def test_search_says_so_when_there_is_nothing(visit: Visit) -> None:
    page = visit("/zoeken/")
    search(page, "xqzwvukkel")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden")
    expect(results(page)).to_have_count(0)


def test_who_presses_enter_hears_the_answer_again(visit: Visit) -> None:
    page = visit("/zoeken/?q=xqzwvukkel")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden")
    page.evaluate("""() => {
      const status = document.querySelector('[role=status]');
      const look = () => { document.body.dataset.said = `${document.body.dataset.said || ''} ${status.textContent}|`; };
      new MutationObserver(look).observe(status, { childList: true });
    }""")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("body")).to_have_attribute("data-said", re.compile(r"^ \| Niets gevonden"))


@pytest.mark.parametrize("words", ["", "   ", "?!"])
def test_search_for_nothing_gives_a_hint(words: str, visit: Visit) -> None:
    page = visit("/zoeken/?q=koken")
    expect(results(page).first).to_be_visible()
    search(page, words)
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(results(page)).to_have_count(0)


def test_a_search_in_the_address_is_done_at_once(visit: Visit) -> None:
    page = visit("/zoeken/?q=koken")
    expect(page.get_by_role("searchbox")).to_have_value("koken")
    expect(results(page).first).to_be_visible()
    search(page, "fiets")
    expect(page).to_have_url(re.compile(r"\?q=fiets$"))


def test_a_search_in_the_address_cannot_write_html(visit: Visit) -> None:
    page = visit("/zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(main(page).locator("img")).to_have_count(0)


# Without JavaScript


@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_the_way_to_a_vacancy_works(width: int, visit: Visit, site: Site) -> None:
    page = visit("/", width=width, javascript=False)
    expect(heading(page)).to_be_visible()
    page.get_by_role("link", name="Vacatures", exact=True).first.click()
    is_at(page, "/vacatures/")
    main(page).get_by_role("link", name=site.open_vacancy["titel"], exact=True).click()
    expect(heading(page)).to_have_text(site.open_vacancy["titel"])
    expect(main(page).locator("a[href^='tel:'], a[href^='mailto:']").first).to_be_visible()


def test_without_javascript_the_menu_works(visit: Visit) -> None:
    page = visit("/", width=360, javascript=False)
    menu = page.get_by_role("navigation", name="Hele menu")
    expect(menu).to_be_hidden()
    menu_button(page).click()
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Meedoen").click()
    is_at(page, "/meedoen/")


def test_without_javascript_the_answers_open(visit: Visit) -> None:
    page = visit("/meedoen/veelgevraagd/", width=360, javascript=False)
    question = main(page).get_by_role("group").filter(visible=True).first
    answer = question.locator("p").first
    expect(answer).to_be_hidden()
    question.locator("summary").click()
    expect(answer).to_be_visible()


def test_without_javascript_a_district_can_be_chosen(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/", width=360, javascript=False)
    main(page).locator(".bb-bank__links summary").click()
    path = address(site, "wijk")
    link_to(page, path).click()
    is_at(page, path)


def test_without_javascript_search_says_what_does_work(visit: Visit) -> None:
    page = visit("/zoeken/", javascript=False)
    assert "Zoeken werkt alleen met JavaScript" in main(page).inner_text()
    expect(main(page).get_by_role("link", name="Zoekhulp").first).to_be_visible()


def test_without_javascript_no_button_that_needs_it_is_shown(visit: Visit) -> None:
    page = visit("/", javascript=False)
    expect(page.get_by_role("button", name="Licht of donker")).to_be_hidden()


def test_words_on_paper_take_its_width_also_where_a_browser_measures_its_window(visit: Visit) -> None:
    page = visit("/spoorboekje/")
    page.emulate_media(media="print")
    width = main(page).evaluate("main => main.getBoundingClientRect().width")
    assert width > 1200


@pytest.mark.parametrize("page_type", ["mijn-plan", "poster"])
def test_the_print_button_prints_and_is_hidden_without_javascript(page_type: str, visit: Visit, site: Site) -> None:
    path = address(site, page_type)
    page = visit(path)
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True
    expect(visit(path, javascript=False).get_by_role("button", name="Print")).to_be_hidden()


# Vacancies


@pytest.mark.parametrize("width", WIDTHS)
def test_every_district_page_shows_that_district_only(width: int, visit: Visit, site: Site) -> None:
    page = visit(address(site, "wijk"), width=width)
    for district in sorted({row["wijk"] for row in site.open_vacancies}):
        unfold(page)
        link_to(page, f"/wijk/{district}/").click()
        is_at(page, f"/vacatures/wijk/{district}/")
        there = {row["id"] for row in site.open_vacancies if row["wijk"] == district}
        assert vacancies_in(main(page), site) == there
        expect(main(page).get_by_role("heading", name=re.compile(rf"^{len(there)} "))).to_be_visible()


def test_a_closed_vacancy_says_so_and_offers_no_way_to_react(visit: Visit, site: Site) -> None:
    page = visit(address(site, "vacature-gesloten"))
    expect(main(page).get_by_text("gesloten").first).to_be_in_viewport()
    expect(main(page).get_by_role("heading", name="Reageer")).to_have_count(0)
    hrefs = addresses_in(main(page))
    about_this_page = re.compile(r"mailto:[^?]+\?subject=Over%20de%20pagina")
    ways = [href for href in hrefs if re.match(r"tel:|https://wa\.me/|mailto:", href)]
    assert not [href for href in ways if not about_this_page.match(href)]
    assert not [href for href in hrefs if href.endswith("/poster/")]
    assert vacancies_in(main(page), site), "A closed vacancy shows other places."


def test_a_full_vacancy_says_so(visit: Visit, site: Site) -> None:
    page = visit(address(site, "vacature-vol"))
    expect(main(page).get_by_text(re.compile(r"\bvol\b")).first).to_be_visible()


def test_every_way_to_react_names_the_vacancy(visit: Visit, site: Site) -> None:
    page = visit("/", javascript=False)
    for row in site.open_vacancies:
        page.goto(f"/vacatures/{row['id']}/", wait_until="domcontentloaded")
        hrefs = addresses_in(main(page).get_by_role("region", name="Reageer"))
        assert hrefs, f"Nobody can react to {row['id']}."
        for href in hrefs:
            parts = urlsplit(href)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.scheme == "tel":
                assert re.fullmatch(r"\+31[0-9]{9}", unquote(parts.path)), f"{row['id']}: {href}"
            elif parts.scheme == "mailto":
                assert row["titel"] in query["subject"], f"{row['id']}: {href}"
                assert row["titel"] in query["body"], f"{row['id']}: {href}"
            elif parts.netloc == "wa.me":
                assert row["titel"] in query["text"], f"{row['id']}: {href}"


# Narrow and still


def test_nobody_scrolls_sideways_on_a_narrow_phone(visit: Visit, site: Site) -> None:
    page = visit("/", width=320)
    too_wide: list[str] = []
    for page_type in PAGE_TYPES:
        page.goto(address(site, page_type))
        unfold(page)
        width = int(page.evaluate("document.scrollingElement.scrollWidth"))
        if width > 320:
            too_wide.append(f"{page.url} is {width} px wide")
    assert not too_wide


def test_nothing_scrolls_smoothly_for_who_wants_no_motion(visit: Visit, site: Site) -> None:
    for page_type in ("home", "vacature-open", "veelgevraagd"):
        page = visit(address(site, page_type), motion="reduce")
        smooth: list[str] = page.evaluate(
            "[...document.querySelectorAll('*')]"
            ".filter(item => getComputedStyle(item).scrollBehavior === 'smooth').map(item => item.localName)"
        )
        assert not smooth, f"{page.url}: {smooth}"


# A page that is not there


def test_an_unknown_address_gives_the_sites_own_404_page(visit: Visit) -> None:
    page = visit("/bestaat/echt/niet/")
    expect(heading(page)).to_have_text("Deze pagina is er niet")
    main(page).get_by_role("link", name="Alle vacatures").click()
    is_at(page, "/vacatures/")


WIDTH = "name => name.getBoundingClientRect().width"


def test_a_source_is_short_on_a_phone_and_has_its_name_to_hear_and_on_paper(visit: Visit) -> None:
    link, name = "main p a[href$='bronnen/#dialoogavond-5']", ".bb-source__name"
    assert visit("/doneren/", width=1280).locator(link).locator(name).first.evaluate(WIDTH) > 100
    page = visit("/doneren/", width=360)
    source = page.locator(link).first
    assert source.locator(name).evaluate(WIDTH) <= 1
    expect(source).to_have_accessible_name(re.compile("^bron ?: verslag vijfde "))
    page.emulate_media(media="print")
    assert source.locator(name).evaluate(WIDTH) > 100
    page.emulate_media(media="screen")
    source.click()
    expect(page.locator("li:target")).to_be_in_viewport()
