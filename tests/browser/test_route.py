"""The routekaart in a real browser: where somebody is, the days of the talks, the map and its paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from burgerbaan.kinds import Kind
from burgerbaan.load import load_site
from burgerbaan.pages.route_map import route_map
from burgerbaan.render import Renderer
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts
from tests.browser.conftest import SCHEMES, Scheme, Visit, empty_page_with, press_yes
from tests.browser.test_accessible import nothing_is_wrong_with
from tests.route_project import PAGE, make_project, route_values
from tests.small_site import DAY, files_of, load, valid_site, write_assets

ROOT = Path(__file__).parent.parent.parent
CASES = yaml.safe_load((ROOT / "tests/cases/route.yml").read_text("utf-8"))
RULES = ROOT / "hooks/theme/assets/js/route-rules.js"


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    yield from empty_page_with(browser, RULES)


# ---- the rules


@pytest.mark.parametrize("case", CASES["dagen"], ids=lambda case: f"{case['start']} en {case['maanden']}")
def test_so_many_months_on_it_is_this_day(case: Mapping[str, Any], rules: Page) -> None:
    told = rules.evaluate(
        """([start, months]) => {
          const day = bb.route.addMonths(bb.route.dayOf(start), months);
          return [day, bb.route.inWords(day), bb.route.isWeekend(day)];
        }""",
        [case["start"], case["maanden"]],
    )
    assert told == [case["dag"], case["staat_er"], case["weekend"]]


@pytest.mark.parametrize("typed", CASES["geen_dag"])
def test_what_is_no_day_is_not_taken_for_one(typed: str, rules: Page) -> None:
    assert rules.evaluate("typed => bb.route.dayOf(typed)", typed) == CASES["geen_dag"][typed]


@pytest.mark.parametrize("case", CASES["volgende"], ids=str)
def test_the_next_stop_is(case: Mapping[str, Any], rules: Page) -> None:
    assert rules.evaluate("({ haltes, klaar, hier }) => bb.route.next(haltes, { klaar, hier })", case) == case["dan"]


@pytest.mark.parametrize("case", CASES["bewaard"], ids=lambda case: case["staat_er"] or "niets")
def test_of_what_was_kept_counts(case: Mapping[str, Any], rules: Page) -> None:
    assert rules.evaluate("text => bb.route.read(text, ['a', 'b', 'c'])", case["staat_er"]) == case["telt"]


def _calendar(rules: Page, start: str, summary: str, description: str) -> str:
    made: str = rules.evaluate(
        """([start, summary, description]) => bb.route.calendar(bb.route.dayOf(start),
          [3, 9].map(months => ({ months, summary, description })),
          { programme: 'A; B', host: 'example.org', now: new Date(Date.UTC(2026, 10, 22, 8, 5, 9)) })""",
        [start, summary, description],
    )
    return made


def test_a_file_for_the_agenda_is_written_as_the_standard_asks(rules: Page) -> None:
    text = "Eén; twee, drie\\vier\n" + "💡é" * 60
    raw = _calendar(rules, "2026-12-31", text, text)
    assert raw.count("\r\n") == raw.count("\n")
    assert max(len(line.encode()) for line in raw.split("\r\n")) <= 75
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [text] * 2
    assert [str(event["DESCRIPTION"]) for event in events] == [text] * 2
    assert [event.decoded("DTSTART") for event in events] == [date(2027, 3, 31), date(2027, 9, 30)]
    assert [event.decoded("DTEND") for event in events] == [date(2027, 4, 1), date(2027, 10, 1)]
    assert [str(event["UID"]) for event in events] == [
        "gesprek-3-20261231@example.org",
        "gesprek-9-20261231@example.org",
    ]
    assert {f"{event.decoded('DTSTAMP'):%Y%m%dT%H%M%SZ}" for event in events} == {"20261122T080509Z"}


# ---- where am I?


def _part(page: Page, number: int) -> Any:
    return page.locator("section.bb-stop").nth(number)


def _kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('bb-route') || '{}')")
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_who_marks_a_stop_sees_it_on_the_map_and_reads_what_comes_next(width: int, visit: Visit) -> None:
    page = visit("/routekaart/", width=width)
    expect(page.locator("#route-plek")).to_contain_text("Je bent nog niet begonnen op de kaart.")
    expect(page.get_by_role("button", name="Wis van dit apparaat")).to_be_hidden()
    _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    _part(page, 1).get_by_role("button", name="Hier ben ik nu").click()
    expect(page.locator("#route-plek")).to_have_text(
        "Je bent bij de halte 'Kijk eerst rond', in de fase 'Voor je begint'. Je hebt 1 van de 20 haltes gedaan."
    )
    expect(page.locator("#route-hierna")).to_have_text("De volgende halte is: Het eerste contact")
    page.reload()
    here = page.get_by_role("link", name=re.compile("^Kijk eerst rond.*je bent hier", re.S))
    expect(here).to_have_count(1)
    expect(here).to_be_visible()
    expect(here).to_contain_text("je bent hier")
    expect(page.get_by_role("link", name=re.compile("^Wat wil je en wat kun je.*gedaan", re.S))).to_have_count(1)
    expect(_part(page, 1).get_by_role("button", name="Hier ben ik nu")).to_have_attribute("aria-pressed", "true")
    page.locator("#route-hierna a").click()
    expect(_part(page, 2)).to_be_in_viewport()


def test_there_is_one_place_where_you_are_and_each_mark_can_go(visit: Visit) -> None:
    page = visit("/routekaart/", width=360)
    for number in (3, 5):
        _part(page, number).get_by_role("button", name="Hier ben ik nu").click()
    expect(page.locator("section.bb-is-here")).to_have_count(1)
    page.wait_for_timeout(700)  # sooner it would be a double click
    _part(page, 5).get_by_role("button", name="Hier ben ik nu").click()
    expect(page.locator("section.bb-is-here")).to_have_count(0)
    for _ in range(2):
        _part(page, 5).get_by_role("button", name="Dit heb ik gedaan").click()
        page.wait_for_timeout(700)
    assert _kept(page)["klaar"] == []
    expect(page.locator("#route-hierna")).to_be_empty()


def test_who_did_all_of_it_is_told_so(visit: Visit) -> None:
    page = visit("/routekaart/")
    for button in page.locator("[data-bb-done]").all():
        button.click()
    expect(page.locator("#route-plek")).to_have_text("Je hebt alle haltes gedaan. Goed gedaan!")
    expect(page.locator("#route-hierna")).to_be_empty()


def test_who_presses_twice_out_of_habit_has_pressed_once(visit: Visit) -> None:
    page = visit("/routekaart/")
    for name in ("Hier ben ik nu", "Dit heb ik gedaan"):
        _part(page, 4).get_by_role("button", name=name).dblclick()
    kept = _kept(page)
    assert kept["klaar"] == [kept["hier"]]
    page.wait_for_timeout(700)
    _part(page, 4).get_by_role("button", name="Dit heb ik gedaan").click()
    assert _kept(page)["klaar"] == []


def test_everything_can_be_wiped_and_that_asks_first(visit: Visit) -> None:
    page = visit("/routekaart/")
    _part(page, 4).get_by_role("button", name="Hier ben ik nu").click()
    page.get_by_label("Op welke dag begon je?").fill("2026-12-01")
    page.get_by_role("button", name="Laat de dagen zien").click()
    page.get_by_role("button", name="Wis van dit apparaat").click()
    assert _kept(page)["hier"]
    press_yes(page, "Weet je het zeker? Wis")
    expect(page.locator("#route-plek")).to_be_focused()
    expect(page.locator("#route-plek")).to_have_text("Alles is gewist van dit apparaat.")
    expect(page.locator(".bb-is-here")).to_have_count(0)
    expect(page.locator("#route-dagen")).to_be_hidden()
    expect(page.get_by_label("Op welke dag begon je?")).to_have_value("")
    assert page.evaluate("localStorage.getItem('bb-route')") is None


def test_two_tabs_show_the_same_and_lose_nothing(visit: Visit) -> None:
    one = visit("/routekaart/")
    other = one.context.new_page()
    other.goto("/routekaart/")
    _part(one, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    expect(_part(other, 0)).to_have_class(re.compile("bb-is-done"))
    _part(other, 1).get_by_role("button", name="Dit heb ik gedaan").click()
    expect(one.locator("#route-plek")).to_contain_text("Je hebt 2 van de 20 haltes gedaan.")
    one.get_by_role("button", name="Wis van dit apparaat").click()
    press_yes(one, "Weet je het zeker? Wis")
    expect(other.locator("section.bb-is-done")).to_have_count(0)


@pytest.mark.parametrize(
    "text",
    [
        "onzin",
        "[]",
        '{"klaar": 7, "hier": {}}',
        '{"klaar": ["halte-van-vroeger", "__proto__"], "hier": "weg", "start": "31-12-2026"}',
        "x" * 100_000,
    ],
    ids=lambda text: text[:20],
)
def test_rubbish_in_storage_is_as_nothing_and_the_next_mark_is_kept(text: str, visit: Visit) -> None:
    page = visit("/routekaart/")
    page.evaluate("text => localStorage.setItem('bb-route', text)", text)
    page.reload()
    expect(page.locator("#route-plek")).to_contain_text("Je bent nog niet begonnen op de kaart.")
    _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    assert _kept(page) == {"versie": 1, "klaar": ["wat-wil-je"], "hier": "", "start": ""}


def test_when_storage_is_refused_it_lasts_as_long_as_the_page_and_says_so(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/routekaart/")
        _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
        _part(page, 1).get_by_role("button", name="Dit heb ik gedaan").click()
        expect(page.locator("#route-plek")).to_have_text(
            "Je hebt 2 van de 20 haltes gedaan. Je browser bewaart dit niet. Het blijft staan tot je deze pagina sluit."
        )
        page.get_by_label("Op welke dag begon je?").fill("2026-12-01")
        page.get_by_role("button", name="Laat de dagen zien").click()
        expect(page.locator(".bb-dates__list li")).to_have_count(4)
        page.get_by_role("button", name="Wis van dit apparaat").click()
        press_yes(page, "Weet je het zeker? Wis")
        expect(page.locator("section.bb-is-done")).to_have_count(0)
        assert errors == []


# ---- the talks


def _choose(page: Page, start: str) -> None:
    page.get_by_label("Op welke dag begon je?").fill(start)
    page.get_by_role("button", name="Laat de dagen zien").click()


def test_a_start_gives_the_days_in_dutch_and_a_weekend_is_told(visit: Visit) -> None:
    page = visit("/routekaart/", width=360)
    _choose(page, "2026-11-30")
    days = page.locator(".bb-dates__list li")
    expect(days).to_have_count(4)
    expect(days.nth(0)).to_have_text(
        "Na 3 maanden: zondag 28 februari 2027. Dat is in het weekend. Spreek samen een andere dag af."
        " Hoe ging het inwerken? Klopt het werk met het plan?"
    )
    expect(days.nth(1)).to_have_text("Na 9 maanden: maandag 30 augustus 2027. Wat gaat goed? Wat wil je nog leren?")
    expect(page.locator("#route-melding")).to_contain_text("Dit zijn jouw dagen.")
    page.reload()
    expect(days).to_have_count(4)
    expect(page.get_by_label("Op welke dag begon je?")).to_have_value("2026-11-30")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Kies eerst een dag. Bijvoorbeeld: 1 maart 2027."),
        ("0026-12-01", "Kies een dag in de jaren 2000 tot en met 2099."),
        ("2126-12-01", "Kies een dag in de jaren 2000 tot en met 2099."),
        ("275760-09-13", "Kies een dag in de jaren 2000 tot en met 2099."),
    ],
)
def test_an_odd_day_is_refused_kindly_and_shows_no_days_of_another(typed: str, told: str, visit: Visit) -> None:
    page = visit("/routekaart/")
    _choose(page, "2026-12-01")
    _choose(page, typed)
    expect(page.locator("#route-melding")).to_have_text(told)
    expect(page.get_by_label("Op welke dag begon je?")).to_be_focused()
    expect(page.locator("#route-dagen")).to_be_hidden()
    assert _kept(page)["start"] == "2026-12-01", "nothing is lost"


def _download(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Zet ze in je agenda").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_file_for_the_agenda_holds_the_talks_and_twice_gives_no_doubles(visit: Visit) -> None:
    page = visit("/routekaart/", width=360)
    _choose(page, "2026-12-01")
    name, data = _download(page)
    assert name == "gesprekken-2026-12-01.ics"
    page.reload()
    agenda: dict[str, date] = {}
    for raw in (data, _download(page)[1]):
        for event in icalendar.Calendar.from_ical(raw).walk("VEVENT"):
            agenda[str(event["UID"])] = event.decoded("DTSTART")
            assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
            assert re.fullmatch(r"Almeerse Burgerbaan: gesprek na \d+ maanden", str(event["SUMMARY"]))
    assert list(agenda.values()) == [date(2027, 3, 1), date(2027, 9, 1), date(2028, 3, 1), date(2028, 10, 1)]
    facts = yaml.safe_load((ROOT / "content/gegevens/routekaart.yml").read_text("utf-8"))
    for event, talk in zip(icalendar.Calendar.from_ical(data).walk("VEVENT"), facts["gesprekken"], strict=True):
        lines = str(event["DESCRIPTION"]).split("\n")
        assert lines[1] == talk["kijk_naar"]
        assert lines[2:] == [f"{theme['naam']}: {theme['gesprek']}" for theme in facts["themas"]]


def test_another_start_gives_other_names_so_that_both_may_stand_in_one_agenda(visit: Visit) -> None:
    page = visit("/routekaart/")
    names = []
    for start in ("2026-12-01", "2026-12-02"):
        _choose(page, start)
        names += [str(event["UID"]) for event in icalendar.Calendar.from_ical(_download(page)[1]).walk("VEVENT")]
    assert len(set(names)) == 8


# ---- the map


def test_the_map_is_there_once_and_never_both_as_drawing_and_as_line(visit: Visit) -> None:
    for width, shown, hidden in ((1280, ".bb-map__drawing", ".bb-line"), (360, ".bb-line", ".bb-map__drawing")):
        page = visit("/routekaart/", width=width)
        expect(page.locator(shown)).to_be_visible()
        expect(page.locator(hidden)).to_be_hidden()
        expect(page.get_by_role("link", name="Kijk eerst rond")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_alone_reads_the_map_marks_a_stop_and_gets_the_days(width: int, visit: Visit) -> None:
    page = visit("/routekaart/", width=width)
    first = page.get_by_role("link", name="Wat wil je en wat kun je?")
    for _ in range(120):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    seen, places = [], []
    for _ in range(20):
        focused = page.evaluate(
            """() => {
              const { bbStop } = document.activeElement.dataset;
              const { top, left } = document.activeElement.getBoundingClientRect();
              const ring = document.activeElement.querySelector('.bb-map__box');
              const style = getComputedStyle(ring || document.activeElement);
              const edge = ring ? [style.strokeWidth, style.stroke] : [style.outlineWidth, style.outlineColor];
              return [bbStop, Math.round(top + scrollY), Math.round(left), parseFloat(edge[0]), edge[1]];
            }"""
        )
        seen.append(focused[0])
        places.append(focused[1:3])
        assert focused[3:] == [4 if width == 1280 else 3, "rgb(176, 74, 50)"]
        page.keyboard.press("Tab")
    facts = yaml.safe_load((ROOT / "content/gegevens/routekaart.yml").read_text("utf-8"))
    assert seen == [stop["id"] for stop in facts["haltes"]]
    assert places == sorted(places)
    first.focus()
    page.keyboard.press("Enter")
    expect(_part(page, 0)).to_be_in_viewport()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hasAttribute('data-bb-here')"):
            break
    page.keyboard.press("Space")
    expect(_part(page, 0)).to_have_class(re.compile("bb-is-here"))
    page.locator("#route-dag").focus()
    page.keyboard.type(
        "01122026" if page.evaluate("new Date(2026, 11, 31).toLocaleDateString().startsWith('31')") else "12012026"
    )
    page.keyboard.press("Enter")
    expect(page.locator(".bb-dates__list li")).to_have_count(4)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_a_map_that_is_used(width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit("/routekaart/", width=width, scheme=scheme)
    _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    _part(page, 1).get_by_role("button", name="Dit heb ik gedaan").click()
    _part(page, 1).get_by_role("button", name="Hier ben ik nu").click()
    _choose(page, "2026-12-05")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    nothing_is_wrong_with(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_sheet(width: int, visit: Visit) -> None:
    page = visit("/routekaart/kaart/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    nothing_is_wrong_with(page)


def test_state_is_told_by_more_than_colour(visit: Visit) -> None:
    page = visit("/routekaart/")
    _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    _part(page, 1).get_by_role("button", name="Hier ben ik nu").click()
    done, here = (page.locator("a.bb-map__stop").nth(number) for number in (0, 1))
    expect(done.locator(".bb-sign__check")).to_be_visible()
    expect(done.locator(".bb-map__state")).to_have_text("gedaan")
    expect(here.locator(".bb-map__here")).to_be_visible()
    expect(here.locator(".bb-map__state")).to_have_text("je bent hier")
    shapes = page.locator("a.bb-map__stop .bb-sign__shape").evaluate_all("all => all.map(one => one.getAttribute('d'))")
    assert len(set(shapes[:4])) == 4, "each theme has a shape of its own"


def test_without_script_there_is_the_map_and_all_of_its_text_and_nothing_that_does_not_work(visit: Visit) -> None:
    page = visit("/routekaart/", javascript=False)
    expect(page.locator("svg.bb-map__drawing")).to_be_visible()
    for name in ("Waar ben ik?", "Op welke dag is dat voor jou?"):
        expect(page.get_by_role("heading", name=name)).to_have_count(0)
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Er is een gesprek na 3, 9, 15 en 22 maanden.")).to_be_visible()
    page.get_by_role("link", name="Deuren openen").click()
    expect(page.locator("#halte-deuren-openen")).to_be_in_viewport()


def test_on_paper_the_page_has_the_map_and_the_text_and_no_buttons(visit: Visit) -> None:
    page = visit("/routekaart/", scheme="dark")
    _part(page, 0).get_by_role("button", name="Dit heb ik gedaan").click()
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert text.count("Deuren openen") == 2
    assert "Valkuil" in text
    for words in (
        "Hier ben ik nu",
        "Waar ben ik?",
        "Wis van dit apparaat",
        "Laat de dagen zien",
        "Terug naar de kaart",
    ):
        assert words not in text


# ---- as long as may be

EXTREMES = {
    "WW": ["W" * 80],
    "mm": ["mm " * 26],
    "long": ["vrijwilligersvergoedingsovereenkomstformulieren"],
    "plain": ["Wat wil je en wat kun je?"],
}

OUTSIDE = """() => {
  const found = [];
  const svg = document.querySelector('.bb-map__drawing').getBoundingClientRect();
  const inside = (box, frame) => box.left >= frame.left - 1 && box.right <= frame.right + 1
    && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
  document.querySelectorAll('.bb-map__drawing text').forEach(text => {
    const box = text.getBoundingClientRect();
    const frame = text.closest('a')?.querySelector('rect').getBoundingClientRect() || svg;
    if (text.textContent && !inside(box, frame)) found.push(text.textContent);
  });
  const texts = [...document.querySelectorAll('.bb-map__drawing text')].filter(text => text.textContent)
    .map(text => [text, text.getBoundingClientRect()]);
  texts.forEach(([text, one], place) => texts.slice(place + 1).forEach(([other, box]) => {
    const isBeside = one.right <= box.left || box.right <= one.left;
    const isApart = isBeside || one.bottom <= box.top + 3 || box.bottom <= one.top + 3;
    if (!isApart) found.push(`${text.textContent} lies over ${other.textContent}`);
  }));
  return found;
}"""


@pytest.mark.parametrize("themes", [1, 4, 5])
@pytest.mark.parametrize("name", EXTREMES)
def test_the_longest_texts_stay_in_their_places(name: str, themes: int, browser: Browser, tmp_path: Path) -> None:
    values = route_values(
        themes=[(EXTREMES[name][0] * 2)[:40].strip()] * themes, stages=["W" * 40, "Kort"], titles=EXTREMES[name],
        duur="W" * 80,
    )  # fmt: skip
    site = valid_site(make_project(tmp_path / "project", values))
    renderer = Renderer(site, Words(load_texts(), site.programme))
    folder = tmp_path / "site"
    write_assets(folder)
    page_html = (
        '<!doctype html><html class="bb-js"><meta charset="utf-8"><link rel="stylesheet" href="assets/css/site.css">'
        f'<body class="bb"><main class="bb-body">{route_map(renderer, "")}</main></body></html>'
    )
    (folder / "index.html").write_text(page_html, "utf-8")
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto((folder / "index.html").as_uri())
        page.locator("[data-bb-here]").first.click()
        page.locator("[data-bb-done]").first.click()
        assert page.locator(".bb-map__drawing").is_visible()
        assert page.evaluate(OUTSIDE) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.locator(".bb-line").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


PAPER = """() => {
  const found = [];
  const main = document.querySelector('main').getBoundingClientRect();
  const padding = 9 / 25.4 * 96 - 1.5;
  const frames = [...document.querySelectorAll('.bb-wall__stop, .bb-wall__name, .bb-wall__theme, .bb-wall__talks li')];
  const inside = (item, frame, edge) => {
    const words = document.createRange();
    words.selectNodeContents(item);
    for (const box of words.getClientRects()) {
      const isIn = box.left >= frame.left + edge - 1 && box.right <= frame.right - edge + 1
        && box.top >= frame.top + edge - 1 && box.bottom <= frame.bottom - edge + 1;
      if (box.width && !isIn) return found.push(item.textContent.trim().slice(0, 40));
    }
  };
  document.querySelectorAll('main h1, main h2, main h3, main p, main li').forEach(item => inside(item, main, padding));
  frames.forEach(frame => frame.querySelectorAll('h2, h3, p, span').forEach(item =>
    inside(item, frame.getBoundingClientRect(), 0)));
  const sizes = [...document.querySelectorAll('main h1, main h2, main h3, main p, main li')]
    .map(item => parseFloat(getComputedStyle(item).fontSize) / 96 * 72);
  return [found, Math.min(...sizes), document.documentElement.scrollWidth > 1590];
}"""


def _fullest(folder: Path, word: str, themes: int) -> Path:
    """A project whose map holds as much as is not refused."""
    low, high = 1, 400
    values: dict[str, Any] = {}

    def project(count: int) -> Path:
        nonlocal values
        text = (f"{word} " * count)[:1900].strip()
        values = route_values(themes=["Een thema"] * themes, stages=[word[:40], "Kort"], titles=[word[:80]], tip=text)
        return make_project(folder / f"{word[:4]}{themes}-{count}", values, [("routekaart/index.md", PAGE)])

    while low < high:
        middle = (low + high + 1) // 2
        if any(item.kind is Kind.ROUTE_FULL for item in load(project(middle)).problems):
            high = middle - 1
        else:
            low = middle
    return project(low) if not (folder / f"{word[:4]}{themes}-{low}").exists() else folder / f"{word[:4]}{themes}-{low}"


@pytest.mark.parametrize("themes", [1, 4, 5])
@pytest.mark.parametrize("word", ["W" * 80, "mm", "ll", "vrijwilligersovereenkomst"], ids=["W", "mm", "ll", "long"])
def test_the_fullest_sheet_holds_all_its_text_in_nine_points_or_more(
    word: str, themes: int, browser: Browser, tmp_path: Path
) -> None:
    site = valid_site(_fullest(tmp_path, word, themes))
    place = tmp_path / "site" / "routekaart" / "kaart" / "index.html"
    place.parent.mkdir(parents=True)
    place.write_bytes(files_of(site)["routekaart/kaart/index.html"])
    write_assets(tmp_path / "site")
    with browser.new_context(viewport={"width": 1590, "height": 1130}) as context:
        page = context.new_page()
        page.goto(place.as_uri())
        page.emulate_media(media="print")
        found, smallest, is_wide = page.evaluate(PAPER)
        assert found == []
        assert smallest >= 9
        assert not is_wide
        with closing(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) as document:
            assert len(document) == 1


def test_the_sheet_of_this_site_holds_all_its_text_on_paper_and_on_a_phone(visit: Visit) -> None:
    page = visit("/routekaart/kaart/")
    page.set_viewport_size({"width": 1590, "height": 1130})
    page.emulate_media(media="print", color_scheme="dark")
    found, smallest, is_wide = page.evaluate(PAPER)
    assert (found, is_wide) == ([], False)
    assert smallest >= 9
    page.emulate_media(media="screen", color_scheme="light")
    for width in (360, 860, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_the_page_says_in_which_order_the_stops_are_kept(visit: Visit) -> None:
    """What the script knows is what the data says."""
    page = visit("/routekaart/")
    settings = json.loads(page.locator("#kaart").get_attribute("data-bb-route") or "{}")
    site = load_site(Folders(ROOT), DAY).site
    assert site is not None
    assert site.route_map is not None
    assert [stop[0] for stop in settings["stops"]] == [stop.id for stop in site.route_map.stops]
    assert settings["host"] == "www.almeerseburgerbaan.nl"
