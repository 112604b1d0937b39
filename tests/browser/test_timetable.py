"""The spoorboekje in a real browser: the map, one's own route, and forms of work side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from burgerbaan.network import Stop, lay_out
from burgerbaan.network_drawing import network_svg
from tests.browser.conftest import SCHEMES, Scheme, Visit, empty_page_with, press_yes
from tests.browser.page_types import Site
from tests.browser.test_accessible import nothing_is_wrong_with

ROOT = Path(__file__).parent.parent.parent
CASES = yaml.safe_load((ROOT / "tests/cases/spoorboekje.yml").read_text("utf-8"))
TIMETABLE = yaml.safe_load((ROOT / "content/gegevens/spoorboekje.yml").read_text("utf-8"))
RULES = ROOT / "hooks/theme/assets/js/own-route-rules.js"
STYLE = ROOT / "hooks/theme/assets/css/network.css"
NAMES = {station["id"]: station["naam"] for station in TIMETABLE["stations"]}
WIDE, NARROW = "svg.bb-net--kaart-breed", "svg.bb-net--kaart-smal"
LONGEST = ["vrijwilliger", "buurtbaan", "opleiding", "gewone-baan", "BLIJF"]


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    yield from empty_page_with(browser, RULES)


def _map(case: Mapping[str, Any]) -> dict[str, Any]:
    found = CASES["kaarten"][case["kaart"]]
    return {"stations": found["stations"], "links": found["verbindingen"], "stay": found.get("blijven")}


def _named(cases: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["case"])


@_named(CASES["verder"])
def test_where_a_route_may_go(case: Mapping[str, Any], rules: Page) -> None:
    assert (
        rules.evaluate("([map, route]) => bb.ownRoute.next(map, route)", [_map(case), case["route"]]) == case["verder"]
    )


@_named(CASES["geldig"])
def test_what_is_left_of_a_route_that_was_kept(case: Mapping[str, Any], rules: Page) -> None:
    found = rules.evaluate("([map, kept]) => bb.ownRoute.valid(map, kept)", [_map(case), case["bewaard"]])
    assert found == case["geldig"]


@_named(CASES["links"])
def test_which_links_hold_a_route(case: Mapping[str, Any], rules: Page) -> None:
    assert rules.evaluate("([map, link]) => bb.ownRoute.read(map, link)", [_map(case), case["link"]]) == case["gelezen"]
    if case["gelezen"]:
        assert rules.evaluate("route => bb.ownRoute.write(route)", case["gelezen"]) == case["link"].lstrip("#")


# ---- the map


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, WIDE, NARROW), (360, NARROW, WIDE)])
def test_each_station_is_one_link_in_the_order_of_reading(width: int, shown: str, hidden: str, visit: Visit) -> None:
    page = visit("/spoorboekje/", width=width)
    expect(page.locator(shown)).to_be_visible()
    expect(page.locator(hidden)).to_be_hidden()
    group = page.locator(shown)
    links = group.get_by_role("link")
    expect(links).to_have_count(len(NAMES))
    expect(
        group.get_by_role("link", name=f"{NAMES['opleiding']}. Almere en Amsterdam. Weg naar: Gewone baan.")
    ).to_be_visible()
    links.first.focus()
    places = []
    for number in range(len(NAMES)):
        if number:
            page.keyboard.press("Tab")
        place = page.evaluate(
            "() => { const box = document.activeElement.getBoundingClientRect();"
            " return [document.activeElement.dataset.bbStop, Math.round(box.top + scrollY), Math.round(box.left)] }"
        )
        places.append(place)
    assert {name for name, _, _ in places} == set(NAMES)
    assert [place[1:] for place in places] == sorted(place[1:] for place in places)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.split('#')[0]}#station-{places[-1][0]}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


FITS = """() => [...document.querySelectorAll('a.bb-net__stop')].flatMap(stop => {
  const box = stop.querySelector('rect').getBBox();
  return [...stop.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()])
    .filter(([, at]) => at.x < box.x || at.x + at.width > box.x + box.width
      || at.y < box.y || at.y + at.height > box.y + box.height)
    .map(([text]) => text);
})"""


def test_no_label_leaves_its_box(visit: Visit) -> None:
    for width in (1280, 360):
        assert visit("/spoorboekje/", width=width).evaluate(FITS) == []


def test_no_label_of_any_editor_leaves_its_box(browser: Browser) -> None:
    odd = [
        "W" * 200,
        "Arbeidsmarktoriëntatieprogramma " * 5,
        "مرحبا بكم جميعا",
        "👩‍👩‍👧 漢字漢字漢字",
        "ﷺﷺﷺ",
        "i" * 200,
    ]
    stops = [Stop(f"s{number}", name, name[:60]) for number, name in enumerate(odd)]
    links = [(one.id, other.id) for one in stops for other in stops]
    with browser.new_context() as context:
        page = context.new_page()
        for columns, width in ((4, 900.0), (1, 326.0)):
            svg = network_svg(
                lay_out(stops, links, columns, width), "kaart", "K", "D", {stop.id: "x" for stop in stops}
            )
            page.set_content(f'<body style="font-family: Helvetica, Arial, sans-serif">{svg}')
            page.add_style_tag(content=STYLE.read_text("utf-8"))
            assert page.evaluate(FITS) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 360])
def test_lines_and_letters_stand_out(width: int, scheme: Scheme, visit: Visit) -> None:
    """Axe does not look into drawings: 3 to 1 for every line against the ground."""
    page = visit("/spoorboekje/", width=width, scheme=scheme)
    colors = page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor,"
        " ...[...document.querySelectorAll('path.bb-net__line, rect.bb-net__box')]"
        ".map(part => getComputedStyle(part).stroke)]"
    )
    ground, *strokes = (_light(color) for color in colors)
    assert min((max(ground, one) + 0.05) / (min(ground, one) + 0.05) for one in strokes) >= 3


def _light(color: str) -> float:
    parts = [int(part) / 255 for part in color.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ---- one's own route


def _route(visit: Visit, kept: object, width: int = 360, fragment: str = "") -> Page:
    """The page on a device that kept this."""
    page = visit("/spoorboekje/", width=width)
    page.evaluate("text => localStorage.setItem('bb-spoor', text)", kept if isinstance(kept, str) else json.dumps(kept))
    page.goto(f"/spoorboekje/{fragment}")
    page.reload()
    return page


def _kept(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('bb-spoor') || '{}')")
    return kept


def _steps(page: Page) -> list[str]:
    return [text.split("\n")[-1] for text in page.locator("#route-stappen h3").all_inner_texts()]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_route_is_made_with_the_keyboard_alone_and_stays(width: int, visit: Visit) -> None:
    page = visit("/spoorboekje/", width=width)
    expect(page.locator("#route-knoppen")).to_be_hidden()
    page.get_by_role("button", name="Vrijwilliger", exact=True).press("Enter")
    expect(page.locator("#route-stappen h3")).to_be_focused()
    expect(page.locator("#route-melding")).to_have_text("Je begint bij: Vrijwilliger.")
    choices = page.locator("#route-keuze li")
    expect(choices.last).to_contain_text("Blijven waar je bent")
    baan = choices.filter(has=page.get_by_role("button", name=NAMES["burgerbaan"]))
    for text in (
        "Nodig: Een organisatie die geen winst wil maken",
        "Je leert: vertellen wat je wilt",
        "Waar: Almere",
    ):
        expect(baan).to_contain_text(text)
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent") != NAMES["burgerbaan"]:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#route-stappen h3").last).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Bellen <b>&</b> vragen")
    page.keyboard.press("Tab")
    page.keyboard.type("Noor")
    page.get_by_role("button", name="Blijven waar je bent", exact=True).press("Enter")
    expect(page.locator("#route-keuze")).to_have_text("Je route is klaar. Blijven is ook een goede keuze.")
    made = [NAMES["vrijwilliger"], NAMES["burgerbaan"], NAMES["blijven-waar-je-bent"]]
    assert _steps(page) == made
    expect(page.locator("#route")).to_contain_text("Een weg is geen belofte.")
    page.reload()
    assert _steps(page) == made
    expect(page.get_by_label("Wat moet ik daarvoor doen?").first).to_have_value("Bellen <b>&</b> vragen")
    expect(page.get_by_label("Wie helpt mij?").first).to_have_value("Noor")
    expect(page.locator(".bb-net__stop--mine:visible")).to_have_count(3)

    page.get_by_role("button", name="Ga een stap terug").press("Enter")
    assert _steps(page) == made[:2]
    expect(page.get_by_role("heading", name=f"Waar wil je heen na {NAMES['burgerbaan']}?")).to_be_focused()
    for _ in range(2):
        page.get_by_role("button", name="Ga een stap terug").press("Enter")
    expect(page.get_by_role("heading", name="Waar ben je nu?")).to_be_focused()
    expect(page.locator("#route-melding")).to_have_text("Je route is leeg.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_come_back_with_their_station(visit: Visit) -> None:
    words = {"burgerbaan": {"doe": "Bellen", "hulp": 7}, "vrijwilliger": "onzin"}
    page = _route(visit, {"route": ["vrijwilliger"], "woorden": words})
    page.get_by_role("button", name=NAMES["burgerbaan"], exact=True).click()
    expect(page.get_by_label("Wat moet ik daarvoor doen?")).to_have_value("Bellen")
    expect(page.get_by_label("Wie helpt mij?")).to_have_value("")


RUBBISH = ["", "{", "null", "7", '"x"', "[1,2]", '{"route":"x","woorden":[]}', '{"route":[["a"],{}],"woorden":"x"}']


@pytest.mark.parametrize("text", RUBBISH)
def test_rubbish_on_the_device_is_an_empty_route(text: str, visit: Visit) -> None:
    page = _route(visit, text)
    expect(page.get_by_role("heading", name="Waar ben je nu?")).to_be_visible()
    page.get_by_role("button", name="Vrijwilliger", exact=True).click()
    assert _kept(page)["route"] == ["vrijwilliger"]


def test_a_station_that_is_gone_is_told_and_no_word_is_lost(visit: Visit) -> None:
    kept = {
        "route": ["vrijwilliger", "maanreis", "gewone-baan"],
        "woorden": {"maanreis": {"doe": "Een raket <i>bouwen"}},
    }
    page = _route(visit, kept)
    expect(page.locator("#route-melding")).to_contain_text("is er niet meer")
    assert _steps(page) == ["Vrijwilliger"]
    expect(page.locator("#route-weg")).to_contain_text("Een raket <i>bouwen")
    assert _kept(page) == kept, "looking changes nothing"
    page.get_by_role("button", name=NAMES["burgerbaan"], exact=True).click()
    assert _kept(page)["woorden"] == kept["woorden"]


def test_everything_can_be_wiped_and_that_asks_first(visit: Visit) -> None:
    page = _route(visit, {"route": ["vrijwilliger", "burgerbaan"], "woorden": {"burgerbaan": {"doe": "Iets"}}})
    page.get_by_role("button", name="Wis van dit apparaat").click()
    assert _kept(page)["route"]
    press_yes(page, "Weet je het zeker? Wis alles")
    expect(page.get_by_role("heading", name="Waar ben je nu?")).to_be_focused()
    assert page.evaluate("localStorage.getItem('bb-spoor')") is None
    page.reload()
    expect(page.locator("#route-stappen li")).to_have_count(0)


def test_a_link_takes_the_route_along_and_asks_first(visit: Visit) -> None:
    page = _route(
        visit, {"route": ["dagbesteding", "burgerbaan", "BLIJF"], "woorden": {"burgerbaan": {"doe": "Geheim"}}}
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer een link").click()
    expect(page.locator("#route-deel")).to_contain_text("Je eigen woorden gaan niet mee.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/spoorboekje/#route=1.3.dagbesteding.burgerbaan.BLIJF")

    friend = _route(visit, {"route": ["vrijwilliger"], "woorden": {}}, 1280, link.partition("/spoorboekje/")[2])
    shared = friend.locator("#route-gedeeld")
    expect(shared).to_contain_text(f"Dagbesteding → {NAMES['burgerbaan']} → Blijven waar je bent")
    assert _kept(friend)["route"] == ["vrijwilliger"]
    friend.get_by_role("button", name="Nee, laat mijn route staan").click()
    expect(friend.locator("#route-melding")).to_have_text("Je route is niet veranderd.")
    assert _kept(friend)["route"] == ["vrijwilliger"]
    assert "#" not in friend.url
    friend.goto(link)
    friend.get_by_role("button", name="Ja, neem deze route over").press("Enter")
    assert _kept(friend)["route"] == ["dagbesteding", "burgerbaan", "BLIJF"]
    expect(friend.locator("#route-stappen h3").last).to_be_focused()


@pytest.mark.parametrize(
    "fragment",
    ["#route=2.1.vrijwilliger", "#route=1.2.vrijwilliger", "#route=1.2.vrijwilliger.maan", "#route=", "#route=%",
     "#route%3D1.2.vrijwilliger",
     "#route=1.2.gewone-baan.vrijwilliger", "#route=1.1.<script>", "#route=1.9000." + "vrijwilliger." * 9000],
)  # fmt: skip
def test_a_link_that_is_no_good_says_so_and_changes_nothing(fragment: str, visit: Visit) -> None:
    kept = {"route": ["vrijwilliger"], "woorden": {}}
    page = _route(visit, kept, fragment=fragment)
    expect(page.locator("#route-gedeeld")).to_contain_text("Deze link werkt niet of is oud.")
    assert _steps(page) == ["Vrijwilliger"]
    assert _kept(page) == kept


def test_two_tabs_show_one_route_and_keep_each_others_words(visit: Visit) -> None:
    page = _route(visit, {"route": ["vrijwilliger", "burgerbaan"], "woorden": {}})
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_label("Wie helpt mij?").fill("Noor")
    other.get_by_label("Wat moet ik daarvoor doen?").fill("Bellen")
    assert _kept(page)["woorden"] == {"burgerbaan": {"hulp": "Noor", "doe": "Bellen"}}
    other.get_by_role("button", name="Blijven waar je bent", exact=True).click()
    expect(page.locator("#route-stappen li")).to_have_count(3)
    expect(page.get_by_label("Wat moet ik daarvoor doen?").first).to_have_value("Bellen")
    other.get_by_role("button", name="Wis van dit apparaat").click()
    press_yes(other, "Weet je het zeker? Wis alles")
    expect(page.locator("#route-stappen li")).to_have_count(0)


def test_when_storage_is_refused_the_route_lasts_as_long_as_the_page(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/spoorboekje/")
        page.get_by_role("button", name="Vrijwilliger", exact=True).click()
        page.get_by_role("button", name=NAMES["burgerbaan"], exact=True).click()
        page.get_by_label("Wie helpt mij?").fill("Noor")
        page.get_by_role("button", name="Blijven waar je bent", exact=True).click()
        expect(page.get_by_label("Wie helpt mij?").first).to_have_value("Noor")
        expect(page.locator("#route-deel")).to_contain_text("Dit apparaat bewaart niets.")
        page.get_by_role("button", name="Wis van dit apparaat").click()
        press_yes(page, "Weet je het zeker? Wis alles")
        expect(page.locator("#route-stappen li")).to_have_count(0)
        assert errors == []


def _paper(page: Page) -> tuple[str, int]:
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split()), len(document)


def test_on_paper_there_is_only_the_route_and_own_words(visit: Visit) -> None:
    long = ("Ik bel en vraag of het kan. " * 30)[:600]
    words = {name: {"doe": long, "hulp": f"Hulp bij {name}"} for name in LONGEST}
    page = _route(visit, {"route": LONGEST, "woorden": words}, 1280)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print mijn spoorboekje").click()
    text, sheets = _paper(page)
    assert sheets <= 2
    for words_there in (
        "Mijn spoorboekje",
        "Een weg is geen belofte",
        "Stap 4",
        "Hulp bij gewone-baan",
        "Nodig: Je kiest op tijd",
    ):
        assert words_there in text
    assert text.count("Ik bel en vraag") == 4 * long.count("Ik bel en vraag")
    for elsewhere in ("Het spoorboekje", "Vormen van werk", "Mijn eigen spoorboekje", "Kopieer", "036"):
        assert elsewhere not in text
    page.get_by_role("button", name="Print deze pagina").click()
    text, _ = _paper(page)
    assert "Mijn eigen spoorboekje" in text
    assert "Hulp bij gewone-baan" not in text


def test_without_script_the_map_the_texts_and_the_paper_form_stay(visit: Visit) -> None:
    page = visit("/spoorboekje/", javascript=False, width=360)
    expect(page.locator(NARROW)).to_be_visible()
    expect(page.locator("#route")).to_be_hidden()
    expect(page.get_by_role("heading", name="Mijn eigen spoorboekje")).to_be_visible()
    expect(page.locator("#vorm-burgerbaan")).to_contain_text("Geld: vergoeding, hoogte nog niet bekend")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_a_route(width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit("/spoorboekje/#route=1.1.maan", width=width, scheme=scheme)
    expect(page.locator("#route-gedeeld")).to_be_visible()
    for name in ("vrijwilliger", "buurtbaan"):
        page.get_by_role("button", name=NAMES[name], exact=True).click()
    nothing_is_wrong_with(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- forms of work


@pytest.mark.parametrize("width", [1280, 360])
def test_two_or_three_forms_of_work_stand_side_by_side(width: int, visit: Visit) -> None:
    page = visit("/leren/werkvormen/", width=width)
    rows = page.locator(".bb-forms tbody tr:visible")
    total = rows.count()
    assert total == len(NAMES) - 1
    for name in ("Vrijwilliger", "Buurtbaan", "Gewone baan"):
        page.get_by_label(name, exact=True).press("Space")
    expect(rows).to_have_count(3)
    expect(page.get_by_role("status")).to_have_text("Je ziet 3 vormen. Meer dan drie kan niet.")
    expect(page.get_by_label("Zelfstandig", exact=True)).to_be_disabled()
    page.get_by_label("Buurtbaan", exact=True).press("Space")
    expect(page.get_by_label("Zelfstandig", exact=True)).to_be_enabled()
    nothing_is_wrong_with(page)
    page.get_by_role("button", name="Laat alles zien").press("Enter")
    expect(rows).to_have_count(total)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_all_forms_are_there(visit: Visit, site: Site) -> None:
    page = visit("/leren/werkvormen/", javascript=False, width=360)
    expect(page.locator(".bb-forms tbody tr:visible")).to_have_count(len(NAMES) - 1)
    expect(page.locator("form.bb-forms-choice")).to_be_hidden()
    assert "32 per week, waarvan 8 om te leren" in site.html("/leren/werkvormen/")
