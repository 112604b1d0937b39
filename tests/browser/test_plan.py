"""Mijn plan in a real browser: the same rules as the build, and the whole path of a visitor."""

from __future__ import annotations

import base64
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from html import unescape
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import icalendar
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Route, expect

from burgerbaan.pages.shortlist import bucket_of
from burgerbaan.plan import Chosen, Work
from tests.browser.conftest import Visit, empty_page_with, keep_waiting, press_yes
from tests.browser.page_types import Site
from tests.browser.test_accessible import nothing_is_wrong_with
from tests.plan_cases import MOST, amounts_of, plan_of, read_cases, rule_of, work_of

FILE = read_cases()
RULES = Path(__file__).parent.parent.parent / "hooks/theme/assets/js/plan-rules.js"

COUNT = """([plan, others, steps, rule, amounts, most]) => {
  const rules = bb.plan;
  const minutes = rules.total(plan);
  return {
    botsingen: rules.clashes(plan, steps).map(({ day, first, second, short }) => [day, first, second, short]),
    samen: minutes,
    aanbod: Object.fromEntries(plan.map(chosen => [chosen.work.slug, Object.values(rules.offered(chosen))])),
    past: Object.values(rules.asked(minutes, rule)),
    grens: Object.values(rules.ceiling(minutes, amounts)),
    zonder: Object.fromEntries(rules.withoutEachHost(plan)),
    erbij: rules.fitting(plan, others, steps, most).map(work => work.slug),
  };
}"""


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    yield from empty_page_with(browser, RULES)


def _work(work: Work) -> dict[str, Any]:
    return {**work._asdict(), "shifts": [list(shift) for shift in work.shifts]}


def _chosen(chosen: Chosen) -> dict[str, Any]:
    return {"work": _work(chosen.work), "shifts": list(chosen.shifts), "hours": chosen.hours}


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: case["case"])
def test_the_browser_counts_as_the_case_says(case: Mapping[str, Any], rules: Page) -> None:
    rule, law = rule_of(case), amounts_of(case)
    amounts = {"hour": int(law.hour * 100), "month": law.month * 100, "year": law.total * 100}
    counted = rules.evaluate(
        COUNT,
        [
            [_chosen(chosen) for chosen in plan_of(case)],
            [_work(work_of(slug)) for slug in FILE["werk"]],
            FILE["wijken"],
            [rule.minimum, rule.maximum],
            amounts,
            MOST,
        ],
    )
    wanted = {key: value for key, value in case.items() if key not in ("case", "kies", "regel", "maand")}
    assert {key: counted[key] for key in wanted} == wanted


def test_the_browser_writes_minutes_as_hours_as_the_build_does(browser: Browser) -> None:
    for page in empty_page_with(browser, RULES.with_name("plan-times.js")):
        assert {count: page.evaluate("count => bb.inHours(count)", count) for count in FILE["geschreven"]} == FILE[
            "geschreven"
        ]


# ---- the page


def _open(site: Site, count: int, *, timed: bool = True) -> list[dict[str, Any]]:
    """Open vacancies of different hosts, with fixed times or without."""
    found: dict[str, dict[str, Any]] = {}
    for row in site.open_vacancies:
        if bool(row.get("tijden")) is timed:
            found.setdefault(row["organisatie"], row)
    assert len(found) >= count
    return list(found.values())[:count]


def _plan(visit: Visit, slugs: list[str], width: int = 360, **more: Any) -> Page:
    """The page on a device that kept these vacancies."""
    page = visit("/mijn-plan/", width=width)
    page.evaluate(
        "text => localStorage.setItem('bb-plan', text)", json.dumps({"versie": 1, "vacatures": slugs, **more})
    )
    page.reload()
    expect(page.locator("#plan-melding")).to_contain_text("vacature" if slugs else "niets")
    expect(page.locator(".bb-plan__work")).to_have_count(len(slugs))
    return page


def _choose_all(page: Page) -> None:
    """Every time that each host offers."""
    page.evaluate("document.querySelectorAll('.bb-plan__shifts input:not(:checked)').forEach(box => box.click())")


def _kept(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('bb-plan') || '{}')")
    return kept


def _hours(page: Page) -> str:
    return page.locator("#plan-uitkomst strong").inner_text()


def test_from_two_vacancies_to_a_plan_on_another_device(visit: Visit, site: Site) -> None:
    """Find, clash, solve, share, open elsewhere: with the keyboard where somebody would use it."""
    one, other = _open(site, 2)
    page = visit(f"/vacatures/{one['id']}/", width=360)
    page.locator("[data-bb-save]").first.press("Enter")
    page.goto(f"/vacatures/{other['id']}/")
    page.locator("[data-bb-save]").first.press("Enter")
    page.goto("/mijn-plan/")
    expect(page.locator("#plan-melding")).to_have_text("Er staan 2 vacatures in je plan.")

    box = page.locator(f"#plan-{one['id']}-0")
    assert _hours(page) == "Nog geen uren gekozen"
    box.focus()
    box.press("Space")
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert _hours(page).endswith("uur per week")
    page.get_by_label("Wat wil ik?").fill("Koken & lachen <b>samen</b> 😀")
    chosen = _kept(page)

    page.reload()
    expect(page.locator(f"#plan-{one['id']}-0")).to_be_checked()
    expect(page.get_by_label("Wat wil ik?")).to_have_value("Koken & lachen <b>samen</b> 😀")
    fragment = page.evaluate("(async () => bb.writePlanLink({ v: JSON.parse(localStorage['bb-plan']).plan, w: {} }))()")
    assert fragment.startswith("plan=1.")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer een link").click()
    expect(page.locator("#plan-deel-melding")).to_have_text("De link is gekopieerd. Plak hem in een bericht.")
    link = page.evaluate("navigator.clipboard.readText()")
    message = unquote(page.locator("#plan-app").get_attribute("href") or "")
    assert message.endswith(link)
    assert one["titel"] in message
    days, total = page.locator("#plan-dagen").inner_text(), _hours(page)

    friend = visit("/mijn-plan/", width=1280)
    friend.goto(link)
    expect(friend.locator("#plan-gedeeld")).to_contain_text("Dit plan komt uit een link. Er staan 2 vacatures in.")
    assert friend.locator("#kreeg-dagen").inner_text().split() == days.split()
    assert _kept(friend) == {}, "nothing changes before somebody says so"
    friend.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    expect(friend.locator("#plan-melding")).to_have_text("Er staan 2 vacatures in je plan.")
    expect(friend.locator("#plan-melding")).to_be_focused()
    expect(friend.get_by_label("Wat wil ik?")).to_have_value("Koken & lachen <b>samen</b> 😀")
    assert friend.locator("#plan-dagen").inner_text().split() == days.split()
    assert _hours(friend) == total
    assert set(_kept(friend)["vacatures"]) == set(chosen["vacatures"])
    assert "#" not in friend.url


def _clashing(site: Site) -> list[str]:
    """Two vacancies of two hosts with a time that overlaps."""
    rows = [row for row in site.open_vacancies if row.get("tijden")]
    return next(
        [one["id"], other["id"]]
        for one, other in combinations(rows, 2)
        if one["organisatie"] != other["organisatie"]
        and any(
            a["dag"] == b["dag"] and a["van"] < b["tot"] and b["van"] < a["tot"]
            for a in one["tijden"]
            for b in other["tijden"]
        )
    )


def test_who_only_kept_vacancies_chose_no_hours_yet_and_reads_where_to_choose(visit: Visit, site: Site) -> None:
    slugs = [*(row["id"] for row in _open(site, 2)), _open(site, 1, timed=False)[0]["id"]]
    page = _plan(visit, slugs)
    total = page.locator("#plan-uitkomst")
    expect(total).to_contain_text("Nog geen uren gekozen")
    expect(total).to_contain_text("Bij 3 vacatures is nog niets gekozen. Die tellen hier niet mee.")
    expect(total).not_to_contain_text("€")
    expect(page.locator("#plan-deel-week")).to_be_hidden()
    expect(page.locator(".bb-plan__shifts input:checked")).to_have_count(0)
    expect(page.get_by_role("spinbutton")).to_have_value("")
    expect(page.get_by_text("Je koos hier nog niets. Het telt nog niet mee.")).to_have_count(3)
    expect(page.locator(".bb-plan__note")).to_have_count(0)
    message = unquote(page.locator("#plan-app").get_attribute("href") or "")
    assert all(title in message for title in page.locator(".bb-plan__work h3").all_inner_texts())
    total.get_by_role("link", name="Kies nu").click()
    expect(page.locator(f"#bij-{slugs[0]}")).to_be_in_viewport()
    page.locator(f"#plan-{slugs[0]}-0").check()
    expect(total).to_contain_text("Bij 2 vacatures is nog niets gekozen.")
    expect(total).to_contain_text("uur per week")
    expect(total).not_to_contain_text("Wat als je ergens stopt?")
    page.locator(f"#plan-{slugs[1]}-0").check()
    expect(total).to_contain_text("Wat als je ergens stopt?")
    page.get_by_role("spinbutton").fill("3")
    expect(total).not_to_contain_text("nog niets gekozen")
    page.reload()
    expect(page.locator(f"#plan-{slugs[0]}-0")).to_be_checked()


def test_an_hour_that_clashes_counts_once(visit: Visit, site: Site) -> None:
    pair = _clashing(site)
    page = _plan(visit, pair)
    once = "Zijn twee tijden tegelijk? Dan tellen wij die uren één keer."
    rows = {row["id"]: row for row in site.open_vacancies}
    busy: set[tuple[str, int]] = set()
    for slug in pair:
        for shift in rows[slug]["tijden"]:
            start, end = (int(shift[key][:2]) * 60 + int(shift[key][3:]) for key in ("van", "tot"))
            busy |= {(shift["dag"], minute) for minute in range(start, end)}
    _choose_all(page)
    expect(page.locator("#plan-uitkomst")).to_contain_text(once)
    assert _hours(page) == f"{len(busy) / 60:g} uur per week".replace(".", ",")
    for box in page.locator(f"[id^='plan-{pair[0]}-']").all():
        box.uncheck()
    expect(page.locator("#plan-uitkomst")).not_to_contain_text(once)


def test_times_that_overlap_are_said_and_marked(visit: Visit, site: Site) -> None:
    pair = _clashing(site)
    page = _plan(visit, pair)
    _choose_all(page)
    expect(page.locator("#plan-botsingen li").first).to_contain_text("zijn op dezelfde tijd. Kies een van de twee.")
    expect(page.locator(".bb-plan__clash").first).to_contain_text("botst")
    for box in page.locator(f"[id^='plan-{pair[0]}-']").all():
        box.uncheck()
    expect(page.locator("#plan-botsingen li")).to_have_count(0)


def test_work_without_times_takes_a_number_of_hours(visit: Visit, site: Site) -> None:
    row = _open(site, 1, timed=False)[0]
    page = _plan(visit, [row["id"]])
    field = page.locator(f"#plan-{row['id']}-uren")
    expect(field).to_have_value("")
    for typed, kept in (("3", "3"), ("", ""), ("999", "60"), ("-4", ""), ("5", "5"), ("0", "")):
        field.fill(typed)
        field.press("Tab")
        told = f"{kept} uur per week" if kept else "Nog geen uren gekozen"
        expect(page.locator("#plan-uitkomst strong")).to_have_text(told)
        expect(page.locator(f"#plan-{row['id']}-uren")).to_have_value(kept)


def _press(page: Page, target: Locator) -> None:
    """As a finger or a mouse does: down, and up some time later, at one place."""
    target.scroll_into_view_if_needed()
    where = target.bounding_box()
    assert where
    page.mouse.move(where["x"] + 8, where["y"] + where["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(100)
    page.mouse.up()


def _type_hours(page: Page, slug: str, hours: int) -> None:
    field = page.locator(f"#plan-{slug}-uren")
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(str(hours))


@pytest.mark.parametrize("hours", [1, 60, 999])
def test_who_changed_hours_may_press_a_link_at_once(hours: int, visit: Visit, site: Site) -> None:
    loose = _open(site, 1, timed=False)[0]["id"]
    page = _plan(visit, [loose, _open(site, 1)[0]["id"]])
    _type_hours(page, loose, hours)
    _press(page, page.locator(".bb-plan__work").first.get_by_role("link", name="Blad voor je eerste gesprek"))
    page.wait_for_url(f"**/vacatures/{loose}/gesprek/")
    assert _kept(page)["plan"][loose]["uren"] == hours


@pytest.mark.parametrize("place", [0, 1])
def test_who_changed_hours_may_take_work_away_at_once(place: int, visit: Visit, site: Site) -> None:
    loose = _open(site, 1, timed=False)[0]["id"]
    page = _plan(visit, [loose, _open(site, 1)[0]["id"]])
    _type_hours(page, loose, 1)
    _press(page, page.get_by_role("button", name="Haal uit mijn plan").nth(place))
    expect(page.locator(".bb-plan__work")).to_have_count(1)


def test_who_changed_hours_goes_on_with_tab(visit: Visit, site: Site) -> None:
    row = _open(site, 1, timed=False)[0]
    page = _plan(visit, [row["id"]])
    _type_hours(page, row["id"], 60)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Blad voor je eerste gesprek")).to_be_focused()
    expect(page.locator("#plan-uitkomst strong")).to_have_text("60 uur per week")
    expect(page.locator(".bb-plan__note")).to_contain_text("meer dan de organisatie biedt")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("999")
    page.keyboard.press("Tab")
    expect(page.locator(f"#plan-{row['id']}-uren")).to_have_value("60")


def test_what_fits_beside_it_is_found_and_put_in(visit: Visit, site: Site) -> None:
    page = _plan(visit, [_open(site, 1)[0]["id"]])
    _choose_all(page)
    page.get_by_role("button", name="Zoek wat past").click()
    first = page.locator("#plan-gevonden li").first
    expect(first).to_be_visible()
    name = first.locator("a").inner_text()
    first.get_by_role("button").click()
    expect(page.locator(".bb-plan__work")).to_have_count(2)
    expect(page.locator(".bb-plan__work h3").nth(1)).to_have_text(name)
    _choose_all(page)
    expect(page.locator("#plan-botsingen li")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_who_put_a_suggestion_in_the_plan_goes_on_where_that_one_stood(width: int, visit: Visit, site: Site) -> None:
    page = _plan(visit, [_open(site, 1)[0]["id"]], width)
    _choose_all(page)
    status, lines = page.locator("#plan-past"), page.locator("#plan-gevonden li")
    page.get_by_role("button", name="Zoek wat past").click()
    expect(lines).to_have_count(5)
    expect(status).to_have_text("Je ziet 5 vacatures die erbij passen.")
    first = lines.first.locator("a").inner_text()
    where = page.locator("#plan-gevonden").bounding_box()
    lines.first.get_by_role("button").click()
    expect(page.locator(".bb-plan__work")).to_have_count(2)
    expect(status).to_contain_text(f"{first} staat in je plan. Kies daar nog wanneer je wilt werken. Je ziet ")
    expect(lines.first.get_by_role("button")).to_be_focused()
    expect(lines.filter(has_text=first)).to_have_count(0)
    page.wait_for_timeout(300)
    after = page.locator("#plan-gevonden").bounding_box()
    assert where
    assert after
    assert abs(after["y"] - where["y"]) < 2
    for number in range(3, 20):
        _choose_all(page)
        if not lines.count():
            break
        page.wait_for_timeout(700)
        lines.last.get_by_role("button").click(click_count=2 if number == 3 else 1)
        expect(page.locator(".bb-plan__work")).to_have_count(number)
    expect(status).to_contain_text("Er past nu niets bij.")


def test_a_code_from_phone_to_phone_holds_the_link(visit: Visit, site: Site) -> None:
    page = _plan(visit, [row["id"] for row in _open(site, 2)])
    page.get_by_role("button", name="Laat een code zien").click()
    code = page.locator("#plan-code .bb-qr")
    expect(code).to_be_visible()
    [read] = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L"))
    assert read.text.startswith(page.url + "#plan=1.")
    page.wait_for_timeout(700)
    page.get_by_role("button", name="Laat een code zien").click()
    expect(page.locator("#plan-code")).to_be_hidden()


@pytest.mark.parametrize("length", [1, 17, 18, 106, 134, 192, 230, 321, 458, 646, 858])
def test_a_code_that_is_made_here_reads_as_any_other(length: int, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(content=(RULES.parent / "qr-code.js").read_text("utf-8"))
        text = ("Ik wil koken, 3 uur. " * 50)[:length]
        rows = page.evaluate("text => bb.qrModules(text)", text)
        assert page.evaluate("text => bb.qrModules(text)", "x" * 859) is None
    size = len(rows) + 8
    picture = Image.new("L", (size, size), 255)
    picture.putdata([0 if 4 <= x < size - 4 and 4 <= y < size - 4 and rows[y - 4][x - 4] else 255
                     for y in range(size) for x in range(size)])  # fmt: skip
    [read] = zxingcpp.read_barcodes(picture.resize((size * 4, size * 4), Image.Resampling.NEAREST))
    assert (read.text, read.ec_level) == (text, "L")


BROKEN = {
    "cut": "plan=1.eNqrVipTsqpWys5P",
    "changed": "plan=1.eNqrVipTsqpWys5PzEu1iramNjTWMbTQMTaIja0FAGnQB1Z",
    "of another time": "plan=2.eNqrVipTsqpWys5P",
    "nothing in it": "plan=1.",
    "no letters": "plan=1.%%%###",
    "huge": "plan=1." + "A" * 20000,
    "a bomb": "bomb",
    "no plan in it": "list",
    "names that are no names": "names",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_link_that_is_no_good_says_so_and_changes_nothing(name: str, visit: Visit, site: Site) -> None:
    made = {
        "bomb": b'{"v":{"' + b"a" * 5_000_000 + b'":3}}',
        "list": b"[1,2,3]",
        "names": b'{"v":{"../../x":3,"<script>":[[0,1,2]],"__proto__":4}}',
    }
    fragment = BROKEN[name]
    if fragment in made:
        packed = base64.urlsafe_b64encode(zlib.compress(made[fragment], 9)).decode().rstrip("=")
        fragment = f"plan=1.{packed}"
    slug = _open(site, 1)[0]["id"]
    page = _plan(visit, [slug])
    before = _kept(page)
    page.goto(f"/mijn-plan/#{fragment}")
    page.reload()
    expect(page.locator("#plan-gedeeld")).to_have_text(
        "De link is niet compleet. Vraag of iemand hem nog een keer stuurt."
    )
    expect(page.locator(".bb-plan__work")).to_have_count(1)
    assert _kept(page) == before


def test_the_build_and_the_browser_write_links_that_both_read(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    page.get_by_role("link", name="Bekijk dit voorbeeld als plan").click()
    page.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    expect(page.locator("#plan-melding")).to_have_text("Er staan 2 vacatures in je plan.")
    told = site.html("/mijn-plan/")
    hours = re.search(r"Samen ([0-9,]+) uur per week", told)
    assert hours
    assert _hours(page) == f"{hours[1]} uur per week"
    expect(page.locator("#plan-botsingen li")).to_have_count(0)
    expect(page.locator(".bb-plan__note")).to_have_count(0)  # an example warns of nothing


def _link(plan: Mapping[str, Any], words: Mapping[str, str] | None = None) -> str:
    text = json.dumps({"v": plan, "w": words or {}}).encode()
    return "plan=1." + base64.urlsafe_b64encode(zlib.compress(text, 9)).decode().rstrip("=")


def _shift(row: Mapping[str, Any]) -> list[int]:
    """The first time that a host offers, as a link holds it."""
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    [shift, *_] = row["tijden"]
    return [days.index(shift["dag"]), *(int(shift[key][:2]) * 60 + int(shift[key][3:]) for key in ("van", "tot"))]


def test_plans_of_others_are_read_and_printed_and_the_own_plan_stays(visit: Visit, site: Site) -> None:
    """As somebody does who helps several people with one computer."""
    own, one, other = _open(site, 3)
    page = _plan(visit, [own["id"]], 1280, woorden={"wil": "Zelf iets"})
    page.locator(f"#plan-{own['id']}-0").check()
    before = _kept(page)
    for row, words in ((one, "Koken <b>& lachen</b>"), (other, "Rekenen")):
        page.goto(f"/mijn-plan/#{_link({row['id']: [_shift(row)], 'weg': 3}, {'wil': words, 'raar': 'Onzin'})}")
        read = page.locator("#plan-gekregen")
        expect(read).to_contain_text(words)
        expect(read.get_by_role("link", name=row["titel"])).to_have_count(1)
        for told in ("uur per week", "weg staat niet meer open.", "Wie bel of mail ik?"):
            expect(read).to_contain_text(told)
        expect(read).not_to_contain_text("Onzin")
        expect(page.locator("#plan-eigen")).to_be_hidden()
        with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
            text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
        assert row["titel"] in text
        assert words in text
        assert "Zelf iets" not in text
        assert "Zet dit plan" not in text
        assert _kept(page) == before
    page.go_back()
    expect(page.locator("#plan-gekregen")).to_contain_text("Koken <b>& lachen</b>")
    page.get_by_role("button", name="Naar mijn eigen plan").click()
    expect(page.locator("#plan-gekregen")).to_be_hidden()
    expect(page.locator(f"#plan-{own['id']}-0")).to_be_checked()
    expect(page.locator("#plan-melding")).to_be_focused()
    assert "#" not in page.url
    assert _kept(page) == before


def test_a_plan_that_would_replace_the_own_plan_asks_first(visit: Visit, site: Site) -> None:
    own, other = _open(site, 2)
    page = _plan(visit, [own["id"]])
    page.goto(f"/mijn-plan/#{_link({other['id']: [_shift(other)]})}")
    page.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    assert _kept(page)["vacatures"] == [own["id"]]
    press_yes(page, "Weet je het zeker? Dit vervangt je eigen plan")
    expect(page.locator(f"#plan-{other['id']}-0")).to_be_checked()
    assert _kept(page)["vacatures"] == [other["id"]]


def test_what_is_gone_is_told_kindly_and_the_rest_stays(visit: Visit, site: Site) -> None:
    slug = _open(site, 1)[0]["id"]
    more = {"plan": {slug: {"tijden": [[6, 1, 2]]}, "weg": {"uren": "veel"}, "gek": 7}, "woorden": "onzin"}
    page = visit("/mijn-plan/", width=360)
    page.evaluate(
        "text => localStorage.setItem('bb-plan', text)", json.dumps({"versie": 1, "vacatures": [slug, "weg"], **more})
    )
    page.reload()
    expect(page.locator(".bb-plan__work")).to_have_count(2)
    expect(page.locator(".bb-plan__work").nth(1)).to_contain_text("weg staat niet meer open")
    expect(page.locator(".bb-plan__note").first).to_have_text("Een tijd die je koos, is er niet meer. Kies opnieuw.")
    page.get_by_role("button", name="Haal uit mijn plan: weg").click()
    expect(page.locator(".bb-plan__work")).to_have_count(1)


def test_who_takes_work_away_or_wipes_all_goes_on_where_the_new_number_stands(visit: Visit, site: Site) -> None:
    page = _plan(visit, [row["id"] for row in _open(site, 2)])
    status = page.locator("#plan-melding")
    status.evaluate("status => status.addEventListener('focus', () => { window.read = status.textContent })")
    page.get_by_role("button", name="Haal uit mijn plan").first.press("Enter")
    expect(status).to_be_focused()
    assert page.evaluate("read") == "Er staat 1 vacature in je plan."
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    press_yes(page, "Weet je het zeker? Wis alles")
    expect(status).to_be_focused()
    assert page.evaluate("read").startswith("Er staat nog niets in je plan.")


def test_everything_can_be_wiped_and_that_asks_first(visit: Visit, site: Site) -> None:
    page = _plan(visit, [_open(site, 1)[0]["id"]], woorden={"wil": "Iets"})
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    assert _kept(page)["vacatures"]
    press_yes(page, "Weet je het zeker? Wis alles")
    expect(page.locator("#plan-melding")).to_contain_text("Er staat nog niets in je plan.")
    expect(page.get_by_label("Wat wil ik?")).to_have_value("")
    assert _kept(page).get("vacatures", []) == []
    assert "woorden" not in _kept(page)


def test_when_storage_is_refused_the_plan_lasts_as_long_as_the_page(
    browser: Browser, site_url: str, site: Site
) -> None:
    with browser.new_context(base_url=site_url, viewport={"width": 360, "height": 780}) as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto("/mijn-plan/")
        page.get_by_role("link", name="Bekijk dit voorbeeld als plan").click()
        page.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
        expect(page.locator(".bb-plan__work")).to_have_count(2)
        page.locator(".bb-plan__shifts input").first.uncheck()
        expect(page.locator(".bb-plan__shifts input").first).not_to_be_checked()
        assert errors == []


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
NOTHING = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"


def test_a_device_that_keeps_nothing_does_not_promise_to_keep_own_words(visit: Visit) -> None:
    page = visit("/mijn-plan/", width=360)
    expect(page.locator("#plan-bewaar")).to_contain_text("Het blijft op dit apparaat")
    page.add_init_script(NOTHING)
    page.reload()
    expect(page.locator("#plan-bewaar")).to_contain_text("Dit apparaat onthoudt het niet.")
    expect(page.locator("#plan-bewaar")).not_to_contain_text("Het blijft op dit apparaat")


def test_on_a_device_that_is_full_the_plan_changes_and_says_that_it_does_not_last(visit: Visit, site: Site) -> None:
    one, other = (row["id"] for row in _open(site, 2))
    page = _plan(visit, [one, other])
    page.add_init_script(FULL)
    page.reload()
    expect(page.locator("#plan-bewaar")).to_contain_text("Het blijft op dit apparaat")
    page.get_by_label("Wat wil ik?").fill("Koken")
    expect(page.locator("#plan-bewaar")).to_contain_text("Dit apparaat onthoudt het niet.")
    page.get_by_role("button", name="Haal uit mijn plan").first.click()
    expect(page.locator(".bb-plan__work")).to_have_count(1)
    expect(page.locator("#plan-melding")).to_have_text("Er staat 1 vacature in je plan.")


def test_two_hundred_vacancies_still_make_a_page(visit: Visit, site: Site) -> None:
    slugs = [row["id"] for row in site.open_vacancies]
    page = _plan(visit, [*slugs, *(f"verzonnen-{number}" for number in range(200 - len(slugs)))])
    expect(page.locator("#plan-melding")).to_have_text("Er staan 200 vacatures in je plan.")


def test_on_paper_it_is_one_or_two_sheets_with_whom_to_call(visit: Visit, site: Site) -> None:
    rows = _open(site, 3)
    page = _plan(visit, [row["id"] for row in rows], 1280, woorden={"wil": "Koken", "kan": "Rekenen"})
    _choose_all(page)
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
        assert len(document) <= 2
    for words in ("Mijn week", "uur per week", "Wie bel of mail ik?", "Koken", "Rekenen"):
        assert words in text
    [coordinator] = re.findall(r"tel:[+0-9]+.*?>([0-9 ]+)<", site.html("/mijn-plan/").split('class="bb-contact"')[1])[
        :1
    ]
    streets = [row["plek"]["straat"] for row in rows]
    for words in ("Almeerse Burgerbaan, almeerseburgerbaan.nl", "Naam:", "Datum:", coordinator, *streets):
        assert words in text
    for words in ("Een voorbeeld", "Liever met een pen?", "Lees over geld", "Wij krijgen niets te zien"):
        assert words not in text


def test_who_is_in_the_plan_can_be_called_and_mailed_with_one_press(visit: Visit, site: Site) -> None:
    slugs = [row["id"] for row in _open(site, 3)]
    page = _plan(visit, slugs)
    people = page.locator("#plan-contacten > ul > li")
    expect(people).to_have_count(3)
    for slug, one in zip(slugs, people.all(), strict=True):
        own_page = site.html(f"/vacatures/{slug}/")
        ways = one.locator(".bb-ways > li")
        assert re.findall(r"tel:[+0-9]+|mailto:[^?\"]+", own_page)
        for link in one.get_by_role("link").all():
            href, words = link.get_attribute("href") or "", link.inner_text()
            assert f'"{href.split("?", 1)[0]}' in own_page
            _, said = words.split(" ", 1)
            where = href.split("?", 1)[0]
            assert said == where.removeprefix("mailto:") or re.sub(r"\D", "", said)[1:] == re.sub(r"\D", "", where)[2:]
        lines = [box["y"] for way in ways.all() if (box := way.bounding_box())]
        assert len(lines) == len(set(lines)) > 0, "each on a line of its own"
        assert "\n," not in one.inner_text()


def test_the_fullest_own_words_still_fit_on_two_sheets(visit: Visit, site: Site) -> None:
    words = dict.fromkeys(("wil", "kan", "energie", "nodig", "helpt"), "Ik wil graag samen koken met mijn buren. " * 14)
    page = _plan(visit, [row["id"] for row in _open(site, 3)], 1280, woorden=words)
    _choose_all(page)
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
        assert len(document) <= 2
    assert text.count("Ik wil graag samen koken") == sum(text[:600].count("Ik wil graag") for text in words.values())


def test_on_paper_own_words_are_whole_in_every_browser(visit: Visit) -> None:
    """Many a browser prints only the first lines of a field."""
    long = "Ik wil graag samen koken.\n" * 14 + "En dan eten."
    page = _plan(visit, [], woorden={"kan": long})
    page.get_by_label("Wat wil ik?").fill("Tuinieren")
    for words in ("Tuinieren", "En dan eten."):
        expect(page.locator("p").filter(has_text=words)).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("p").filter(has_text="Tuinieren")).to_be_visible()
    written = page.locator("p").filter(has_text="En dan eten.")
    assert written.inner_text().strip() == long
    assert written.evaluate("written => written.scrollHeight <= written.clientHeight")
    expect(page.locator("textarea").filter(visible=True)).to_have_count(0)


def test_who_writes_before_the_script_is_there_loses_nothing(visit: Visit) -> None:
    page = _plan(visit, [], woorden={"kan": "Rekenen"})
    scripts = keep_waiting(page, "**/assets/js/plan.js*")
    page.goto("/mijn-plan/", wait_until="commit")
    page.get_by_label("Wat wil ik?").fill("Koken")
    page.wait_for_timeout(100)
    scripts[0].continue_()
    expect(page.locator("#plan-melding")).to_contain_text("niets")
    expect(page.get_by_label("Wat wil ik?")).to_have_value("Koken")
    expect(page.get_by_label("Wat kan ik?")).to_have_value("Rekenen")
    assert _kept(page)["woorden"]["wil"] == "Koken"
    assert _kept(page)["woorden"]["kan"] == "Rekenen"


def test_a_second_tab_that_is_open_follows_and_loses_nothing(visit: Visit, site: Site) -> None:
    one, other = (row["id"] for row in _open(site, 2))
    page = _plan(visit, [one], woorden={"wil": "Koken"})
    second = page.context.new_page()
    second.goto(f"/vacatures/{other}/")
    second.locator("[data-bb-save]").first.click()
    expect(page.locator(".bb-plan__work")).to_have_count(2)
    second.goto("/mijn-plan/")
    second.get_by_label("Wat kan ik?").fill("Rekenen")
    expect(page.get_by_label("Wat kan ik?")).to_have_value("Rekenen")
    page.get_by_label("Wat wil ik?").fill("Koken en lachen")
    expect(second.get_by_label("Wat wil ik?")).to_have_value("Koken en lachen")
    second.locator(f"#plan-{one}-0").check()
    expect(page.locator(f"#plan-{one}-0")).to_be_checked()
    assert _kept(page)["woorden"] == {**_kept(page)["woorden"], "wil": "Koken en lachen", "kan": "Rekenen"}
    assert _kept(page)["vacatures"] == [one, other]


def _reach(page: Page, what: Locator, most: int = 250) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if what.evaluate("item => item === document.activeElement"):
            return
    pytest.fail(f"not reached with {most} times Tab: {what}")


def test_the_whole_path_goes_with_the_keyboard_alone(visit: Visit, site: Site) -> None:
    """Two vacancies of two hosts, a clash, other times, own words, paper, and a link that opens the same elsewhere."""
    pair = _clashing(site)
    page = visit(f"/vacatures/{pair[0]}/", width=360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for slug in pair:
        page.goto(f"/vacatures/{slug}/")
        _reach(page, page.locator(".bb-actions [data-bb-save]"))
        page.keyboard.press("Enter")
    _reach(page, page.get_by_role("link", name="Open Mijn plan").first)
    page.keyboard.press("Enter")
    expect(page.locator(".bb-plan__work")).to_have_count(2)
    for box in page.locator(".bb-plan__shifts input").all():
        _reach(page, box)
        page.keyboard.press("Space")
        expect(box).to_be_focused()
    expect(page.locator("#plan-botsingen li").first).to_be_visible()
    for box in reversed(page.locator(f"[id^='plan-{pair[1]}-']").all()):
        if not box.evaluate("box => box === document.activeElement"):
            page.keyboard.press("Shift+Tab")
        expect(box).to_be_focused()
        page.keyboard.press("Space")
    expect(page.locator("#plan-botsingen li")).to_have_count(0)
    _reach(page, page.locator("#plan-zoek"))
    page.keyboard.press("Enter")
    expect(page.locator("#plan-gevonden li").first).to_be_visible()
    _reach(page, page.get_by_label("Wat wil ik?"))
    page.keyboard.type("Koken")
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        assert len(document) <= 2
        assert "Koken" in " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    _reach(page, page.locator("#plan-kopieer"))
    page.keyboard.press("Enter")
    expect(page.locator("#plan-deel-melding")).to_have_text("De link is gekopieerd. Plak hem in een bericht.")

    friend = visit("/mijn-plan/", width=360)
    friend.goto(page.evaluate("navigator.clipboard.readText()"))
    _reach(friend, friend.get_by_role("button", name="Zet dit plan op mijn apparaat"))
    friend.keyboard.press("Enter")
    expect(friend.locator("#plan-dagen")).to_have_text(page.locator("#plan-dagen").inner_text(), use_inner_text=True)
    assert _hours(friend) == _hours(page)
    assert set(_kept(friend)["vacatures"]) == set(pair)


# As in Safari: what comes after the press itself, if only a moment, copies nothing.
COPY_AT_ONCE = """() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    navigator.clipboard.writeText = (text) => window.event ? write(text) : refuse();
}"""


def test_a_link_is_copied_where_a_browser_copies_only_at_the_press_itself(visit: Visit, site: Site) -> None:
    page = _plan(visit, [row["id"] for row in _open(site, 2)])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(COPY_AT_ONCE)
    page.get_by_label("Wat wil ik?").fill("Koken")
    expect(page.locator("#plan-app")).to_have_attribute("href", re.compile("plan"))
    page.wait_for_timeout(200)
    page.locator("#plan-kopieer").click()
    expect(page.locator("#plan-deel-melding")).to_have_text("De link is gekopieerd. Plak hem in een bericht.")
    friend = visit("/mijn-plan/")
    friend.goto(page.evaluate("navigator.clipboard.readText()"))
    friend.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    expect(friend.get_by_label("Wat wil ik?")).to_have_value("Koken")


def test_each_place_in_the_plan_leads_to_its_sheet_for_the_first_talk(visit: Visit, site: Site) -> None:
    slug = _open(site, 1)[0]["id"]
    page = _plan(visit, [slug])
    page.get_by_role("link", name="Blad voor je eerste gesprek").click()
    expect(page.locator("h1")).to_have_text(next(row["titel"] for row in site.open_vacancies if row["id"] == slug))
    assert page.url.endswith(f"/vacatures/{slug}/gesprek/")


def test_below_an_own_plan_the_example_and_the_pen_are_folded_and_open_with_a_press(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    expect(page.locator("#plan-melding")).to_contain_text("niets")
    lines, example = page.locator(".bb-lines").first, page.get_by_role("link", name="Bekijk dit voorbeeld als plan")
    expect(lines).to_be_visible()
    expect(example).to_be_visible()
    page = _plan(visit, [_open(site, 1)[0]["id"]])
    lines, example = page.locator(".bb-lines").first, page.get_by_role("link", name="Bekijk dit voorbeeld als plan")
    expect(lines).to_be_hidden()
    expect(example).to_be_hidden()
    expect(page.locator(".bb-body > .bb-contact")).to_be_visible()
    for title, part in (("Een voorbeeld", example), ("Liever met een pen?", lines)):
        page.get_by_role("heading", name=title).click()
        expect(part).to_be_visible()
    page.get_by_label("Wat wil ik?").fill("Koken")
    page.locator(".bb-plan__shifts input").first.check()
    expect(lines).to_be_visible()
    page.get_by_role("heading", name="Een voorbeeld").click()
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    press_yes(page, "Weet je het zeker? Wis alles")
    expect(lines).to_be_visible()
    expect(example).to_be_visible()


def test_below_a_plan_out_of_a_link_the_example_and_the_pen_are_folded_until_it_is_left(visit: Visit) -> None:
    page = visit("/mijn-plan/", width=360)
    lines, example = page.locator(".bb-lines").first, page.get_by_role("link", name="Bekijk dit voorbeeld als plan")
    example.click()
    expect(page.locator("#plan-gedeeld")).to_contain_text("Dit plan komt uit een link.")
    expect(lines).to_be_hidden()
    expect(example).to_be_hidden()
    expect(page.get_by_label("Wat wil ik?")).to_be_hidden()
    page.get_by_role("button", name="Naar mijn eigen plan").click()
    expect(page.get_by_label("Wat wil ik?")).to_be_visible()
    expect(lines).to_be_visible()
    expect(example).to_be_visible()


def test_without_script_there_is_an_empty_week_to_print(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", javascript=False)
    expect(page.get_by_role("heading", name="Mijn week", exact=True)).to_have_count(1)
    expect(page.get_by_role("heading", name="Mijn week", exact=True)).to_be_visible()
    assert "<noscript><p>Hieronder staat een leeg schema." in site.html("/mijn-plan/")
    expect(page.locator("#plan")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_who_opens_a_shared_plan_sees_and_hears_the_question(width: int, visit: Visit) -> None:
    page = visit("/mijn-plan/", width=width)
    page.get_by_role("link", name="Bekijk dit voorbeeld als plan").click()
    question = page.locator("#plan-gedeeld p").first
    expect(question).to_contain_text("Dit plan komt uit een link.")
    expect(question).to_be_focused()
    expect(question).to_be_in_viewport()
    expect(page.get_by_role("button", name="Print dit plan")).to_be_in_viewport()


def test_a_device_that_is_too_old_for_a_link_is_told_that_and_not_that_the_link_is_broken(visit: Visit) -> None:
    page = visit("/mijn-plan/", width=360)
    link = page.get_by_role("link", name="Bekijk dit voorbeeld als plan").get_attribute("href")
    page.add_init_script("delete window.DecompressionStream")
    page.goto(f"/mijn-plan/{link}")
    page.reload()
    told = "Dit apparaat is te oud voor deze link. Open hem op een ander apparaat."
    expect(page.locator("#plan-gedeeld")).to_have_text(told)


# ---- with a screen reader

HEAR = """place => {
  window.heard = [];
  const note = () => heard.push(place.textContent);
  new MutationObserver(note).observe(place, { childList: true, subtree: true, characterData: true });
}"""


def _listen(page: Page, selector: str) -> Locator:
    """From now on `window.heard` holds whatever was written in a place that is read aloud."""
    place = page.locator(selector)
    expect(place).to_have_attribute("role", "status")
    place.evaluate(HEAR)
    return place


def _heard(page: Page) -> list[str]:
    page.wait_for_timeout(1000)
    return page.evaluate("heard.splice(0)")  # type: ignore[no-any-return]


def test_who_chooses_other_times_hears_the_new_total_and_not_the_number_of_vacancies(visit: Visit, site: Site) -> None:
    slug = _open(site, 1)[0]["id"]
    page = _plan(visit, [slug])
    _choose_all(page)
    page.reload()
    aloud = _listen(page, "#plan-hoor")
    assert _heard(page) == [], "what the page opens with is read with the page"
    page.locator(f"#plan-{slug}-0").uncheck()
    expect(aloud).to_contain_text(f"{_hours(page)}.")
    _heard(page)
    _listen(page, "#plan-melding")
    page.locator(f"#plan-{slug}-0").check()
    assert _heard(page) == [f"{_hours(page)}."]


def test_who_types_hours_hears_after_a_pause_what_is_wrong_with_them(visit: Visit, site: Site) -> None:
    row = _open(site, 1, timed=False)[0]
    page = _plan(visit, [row["id"]])
    _listen(page, "#plan-hoor")
    _type_hours(page, row["id"], 59)
    much = f"Dit is {59 - row['uren']['max']} uur meer dan de organisatie biedt."
    [words] = _heard(page)
    assert words.startswith(f"59 uur per week. {much}")
    page.keyboard.press("ArrowUp")
    [words] = _heard(page)
    assert words.startswith("60 uur per week. Dit is ")
    page.keyboard.press("ArrowUp")
    assert _heard(page) == [], "no more can be chosen, so nothing changed"


def test_who_chooses_a_time_that_clashes_hears_that_and_once(visit: Visit, site: Site) -> None:
    pair = _clashing(site)
    page = _plan(visit, pair)
    aloud = _listen(page, "#plan-hoor")
    boxes, clashes = page.locator(f"[id^='plan-{pair[0]}-']"), page.locator("#plan-botsingen li")
    for box in page.locator(f"[id^='plan-{pair[1]}-']").all():
        box.check()
    expect(aloud).to_contain_text(f"{_hours(page)}.")
    expect(clashes).to_have_count(0)
    for box in boxes.all():
        box.check()
    expect(clashes).not_to_have_count(0)
    for warning in clashes.all_text_contents():
        expect(aloud).to_contain_text(warning)
    _heard(page)
    other = page.locator(f"[id^='plan-{pair[1]}-']").last
    still = set(clashes.all_text_contents())
    other.uncheck()
    [words] = _heard(page)
    assert words.startswith(f"{_hours(page)}.")
    assert [warning for warning in still if warning in words] == []


def test_who_opens_a_plan_or_wipes_it_hears_no_total_and_who_takes_work_away_does(visit: Visit, site: Site) -> None:
    page = _plan(visit, _clashing(site))
    _choose_all(page)
    page.reload()
    aloud = _listen(page, "#plan-hoor")
    assert _heard(page) == []
    page.get_by_role("button", name="Haal uit mijn plan").first.click()
    expect(aloud).to_contain_text(f"{_hours(page)}.")
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    press_yes(page, "Weet je het zeker? Wis alles")
    expect(aloud).to_have_text("")


def test_a_note_about_hours_belongs_to_their_field_and_is_not_said_twice_to_who_types(visit: Visit, site: Site) -> None:
    row = _open(site, 1, timed=False)[0]
    page = _plan(visit, [row["id"]])
    field = page.locator(f"#plan-{row['id']}-uren")
    nothing = "Je koos hier nog niets. Het telt nog niet mee."
    expect(field).to_have_accessible_description(nothing)
    much = re.compile("^Dit is [0-9]+ uur meer dan")
    for hours, note, is_wrong in ((60, much, "true"), (row["uren"]["min"], "", "false"), (0, nothing, "false")):
        _type_hours(page, row["id"], hours)
        expect(field).to_have_accessible_description("")
        page.keyboard.press("Tab")
        expect(field).to_have_accessible_description(note)
        expect(field).to_have_attribute("aria-invalid", is_wrong)
    page.reload()
    expect(field).to_have_accessible_description(nothing)


def test_a_note_about_times_belongs_to_the_question_which_ones(visit: Visit, site: Site) -> None:
    slug = _open(site, 1)[0]["id"]
    page = _plan(visit, [slug])
    group = page.locator(".bb-plan__shifts")
    expect(group).to_have_accessible_description("Je koos hier nog niets. Het telt nog niet mee.")
    group.locator("input").first.check()
    expect(group).not_to_have_accessible_description(re.compile("Je koos hier nog niets"))


def test_what_is_read_aloud_by_itself_is_read_too_by_who_comes_there_later(visit: Visit, site: Site) -> None:
    """Orca with Firefox says only 'status bar' at a status that holds its text itself."""
    page = _plan(visit, [_open(site, 1)[0]["id"]])
    page.get_by_role("button", name="Zoek wat past").click()
    page.get_by_role("button", name="Kopieer een link").click()
    for place in ("#plan-melding", "#plan-past", "#plan-deel-melding"):
        expect(page.locator(f"{place}[role=status] > p")).not_to_be_empty()


def test_every_question_and_sheet_says_which_vacancy_it_is_about(visit: Visit, site: Site) -> None:
    one, other = _open(site, 2)
    loose = _open(site, 1, timed=False)[0]
    page = _plan(visit, [one["id"], other["id"], loose["id"]])
    for row in (one, other):
        expect(page.get_by_role("group", name=f"Wanneer wil je werken? {row['titel']}", exact=True)).to_have_count(1)
        sheet = page.get_by_role("link", name=f"Blad voor je eerste gesprek {row['titel']}", exact=True)
        expect(sheet).to_have_count(1)
    field = page.locator(f"#plan-{loose['id']}-uren")
    expect(field).to_have_accessible_name(re.compile(f"uur\\. {re.escape(loose['titel'])}$"))


def test_days_and_times_are_read_as_whole_words(visit: Visit, site: Site) -> None:
    """Half a word in capitals by css alone is read in two pieces, and a dash between two times not at all."""
    page = _plan(visit, _clashing(site))
    _choose_all(page)
    page.get_by_role("button", name="Zoek wat past").click()
    expect(page.locator("#plan-gevonden li")).not_to_have_count(0)
    days = page.locator("#plan-dagen h3").all_text_contents()
    assert days[:2] == ["Maandag", "Dinsdag"]
    warning = page.locator("#plan-botsingen li").first
    assert (warning.text_content() or "").startswith(tuple(f"{day}:" for day in days))
    letter = "line => getComputedStyle(line, '::first-letter').textTransform"
    assert [line.evaluate(letter) for line in (warning, page.locator("#plan-dagen h3").first)] == ["none", "none"]
    times = re.compile(r"\d\d:\d\d tot \d\d:\d\d")
    for place in (".bb-plan__shifts label", "#plan-dagen strong", "#plan-gevonden .bb-caption", ".bb-plan__times"):
        expect(page.locator(place).first).to_have_text(times)
    assert "–" not in "".join(page.locator("#plan").all_text_contents())
    assert times.search(unquote(page.locator("#plan-app").get_attribute("href") or ""))


# ---- a place that closed

CLOSING = ("hekken-en-gereedschap", "2026-12-11")
"""A vacancy with its last day, on friday from 09:00 to 13:00."""

CLOSED = "avondgesprekken"
"""Closed by its editor: on wednesday from 19:00 to 21:00."""


def _on(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
    page.reload()


def _card(page: Page, slug: str) -> Locator:
    return page.locator(f"#bij-{slug}")


def test_a_place_that_closes_stays_in_the_plan_and_counts_for_who_works_there(visit: Visit, site: Site) -> None:
    """Often a place closes because somebody got it."""
    slug, last = CLOSING
    row = next(row for row in site.open_vacancies if row["id"] == slug)
    page = visit("/mijn-plan/")
    page.clock.set_fixed_time(f"{last}T12:00:00+01:00")
    page = _plan(visit, [slug, "achter-de-kassa"])
    _on(page, last)
    _choose_all(page)
    assert _hours(page) == "14 uur per week"
    _on(page, "2026-12-12")
    card = _card(page, slug)
    expect(card.get_by_role("link", name=row["titel"])).to_have_attribute("href", re.compile(f"vacatures/{slug}/$"))
    for told in ("Deze plek is gesloten.", "Gekozen: vrijdag 09:00 tot 13:00.", "Voorbeeldtuin De Zonnehoek"):
        expect(card).to_contain_text(told)
    expect(card.get_by_role("group")).to_be_hidden()
    assert _hours(page) == "11 uur per week"
    expect(page.locator("#plan-uitkomst")).not_to_contain_text("nog niets gekozen")
    expect(page.locator("#plan-dagen")).not_to_contain_text(row["titel"])
    person = page.locator("#plan-contacten > ul > li").first
    expect(person).to_contain_text(f"({row['titel']}, gesloten)")
    expect(person.get_by_role("link", name="Bel 036")).to_be_visible()
    assert f"{row['titel']}, Voorbeeldtuin De Zonnehoek: Deze plek is gesloten. De uren tellen niet mee." in _message(
        page
    )

    aloud = _listen(page, "#plan-hoor")
    card.get_by_label("Ik werk hier al").check()
    expect(card).to_contain_text("Jouw uren hier tellen mee.")
    assert _hours(page) == "14 uur per week"
    expect(aloud).to_contain_text("14 uur per week")
    expect(page.locator("#plan-dagen")).to_contain_text(row["titel"])
    expect(person).not_to_contain_text("gesloten")
    assert "vrijdag 09:00 tot 13:00" in _message(page)
    _on(page, "2026-12-13")
    expect(page.locator(f"#plan-{slug}-0")).to_be_checked()
    assert _hours(page) == "14 uur per week"
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert f"09:00 tot 13:00 {row['titel']}" in text
    page.get_by_label("Ik werk hier al").uncheck()
    assert _hours(page) == "11 uur per week"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_place_that_was_closed_at_the_last_build_is_told_the_same_way(width: int, visit: Visit) -> None:
    page = _plan(visit, [CLOSED], width, plan={CLOSED: {"tijden": [[2, 1140, 1260]]}})
    card = _card(page, CLOSED)
    expect(card.get_by_role("link", name="Praten op woensdagavond")).to_have_count(1)
    expect(card).to_contain_text("Gekozen: woensdag 19:00 tot 21:00.")
    expect(page.get_by_role("link", name="Blad voor je eerste gesprek")).to_have_count(0)
    assert _hours(page) == "Nog geen uren gekozen"
    closed = ": Deze plek is gesloten. De uren tellen niet mee. Gekozen: woensdag 19:00 tot 21:00.\n"
    expect(page.locator("#plan-app")).to_have_attribute("href", re.compile(re.escape(quote(closed))))
    links = page.locator("#plan-contacten").get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()]
    assert not [link for link in links.all() if "?" in (link.get_attribute("href") or "")], "nobody reacts any more"
    nothing_is_wrong_with(page)
    card.get_by_label("Ik werk hier al").check()
    assert _hours(page) == "2 uur per week"
    assert _kept(page)["plan"][CLOSED] == {"tijden": [[2, 1140, 1260]], "werkt": True}
    card.get_by_role("checkbox", name="woensdag 19:00").uncheck()
    assert _kept(page)["plan"][CLOSED] == {"tijden": [], "werkt": True}
    nothing_is_wrong_with(page)


def test_from_a_closed_place_the_way_goes_on_to_what_fits(visit: Visit) -> None:
    page = _plan(visit, [CLOSED])
    _card(page, CLOSED).get_by_role("link", name="Kijk wat er nog bij past").click()
    expect(page.get_by_role("heading", name="Wat past er nog bij?")).to_be_in_viewport()
    page.get_by_role("button", name="Zoek wat past").click()
    expect(page.locator("#plan-gevonden li").first).to_be_visible()


@pytest.mark.parametrize("works_here", [True, False])
def test_a_received_plan_says_of_a_closed_place_whether_its_hours_count(
    works_here: bool, visit: Visit, site: Site
) -> None:
    one = _open(site, 1)[0]
    page = _plan(visit, [CLOSED, one["id"]], plan={CLOSED: {"tijden": [[2, 1140, 1260]], "werkt": works_here}})
    page.locator(f"#plan-{one['id']}-0").check()
    link = _message(page).split("\n")[-1]
    friend = visit("/mijn-plan/")
    friend.goto(link)
    work = friend.locator("#kreeg-lijst li").first
    expect(work.get_by_role("link", name="Praten op woensdagavond")).to_have_count(1)
    closed = "Deze plek is gesloten. De uren tellen niet mee. Gekozen: woensdag 19:00 tot 21:00."
    expect(work.get_by_text(closed)).to_have_count(0 if works_here else 1)
    assert friend.locator("#kreeg-uitkomst strong").inner_text() == _hours(page)
    friend.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    expect(friend.get_by_label("Ik werk hier al")).to_be_checked(checked=works_here)
    assert _hours(friend) == _hours(page)


def test_what_closed_by_the_clock_of_the_visitor_is_asked_of_who_answers_for_the_host(visit: Visit, site: Site) -> None:
    """As on its own page, which then takes away the contact of the vacancy."""
    host = site.html("/organisaties/voorbeelddienst-de-blauwe-bus/")
    slug, last = "rijden-met-de-bus", "2027-02-16"
    page = visit("/mijn-plan/")
    page.clock.set_fixed_time(f"{last}T12:00:00+01:00")
    page = _plan(visit, [slug])
    person = page.locator("#plan-contacten > ul > li")
    for day, own, of_host in ((last, 1, 0), ("2027-02-17", 0, 1)):
        _on(page, day)
        expect(_card(page, slug).get_by_text("Deze plek is gesloten.")).to_have_count(of_host)
        expect(person.get_by_role("link", name="Mail chauffeurs@example.org")).to_have_count(own)
        expect(person.get_by_role("link", name="Mail blauwebus@example.org")).to_have_count(of_host)
        expect(person.get_by_text("Planner, voor nieuwe chauffeurs")).to_have_count(own)
    for link in person.get_by_role("link").all():
        assert f'href="{link.get_attribute("href")}' in host


def test_what_was_kept_and_closed_is_called_by_its_title_and_not_compared(visit: Visit, site: Site) -> None:
    page = _plan(visit, [CLOSED, _open(site, 1)[0]["id"]])
    page.goto("/vacatures/bewaard/")
    expect(page.locator(".bb-kept li").first).to_contain_text("Praten op woensdagavond (niet meer open)")
    expect(page.locator(".bb-compare thead th")).to_have_count(1)


# ---- a place that is full

TAKEN = "voorlezen"
"""With no place left: on wednesday from 14:00 to 16:00."""

TAKEN_TIME = [2, 840, 960]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_place_that_is_full_says_so_and_counts_for_who_works_there(width: int, visit: Visit) -> None:
    page = _plan(visit, [TAKEN, "achter-de-kassa"], width, plan={TAKEN: {"tijden": [TAKEN_TIME]}})
    _choose_all(page)
    card = _card(page, TAKEN)
    for told in ("Deze plek is nu vol.", "Gekozen: woensdag 14:00 tot 16:00."):
        expect(card).to_contain_text(told)
    expect(card.get_by_role("group")).to_be_hidden()
    expect(page.locator("#plan-dagen")).not_to_contain_text("Voorlezen")
    assert _hours(page) == "11 uur per week"
    full = "Deze plek is nu vol. De uren tellen niet mee. Gekozen: woensdag 14:00 tot 16:00."
    assert f"\nVoorlezen aan kinderen, Voorbeeldleeszaal Het Leesplankje: {full}\nSamen: 11 uur per week" in _message(
        page
    )
    nothing_is_wrong_with(page)
    card.get_by_role("link", name="Vraag of er later plek is").click()
    expect(page.get_by_role("heading", name="Wie bel of mail ik?")).to_be_in_viewport()
    page.go_back()

    aloud = _listen(page, "#plan-hoor")
    card.get_by_label("Ik werk hier al").check()
    expect(card).to_contain_text("Jouw uren hier tellen mee.")
    expect(aloud).to_contain_text("13 uur per week")
    expect(page.locator("#plan-dagen")).to_contain_text("Voorlezen")
    assert "\nwoensdag 14:00 tot 16:00: Voorlezen" in _message(page)
    assert "vol" not in _message(page).split("#plan=")[0].lower()
    nothing_is_wrong_with(page)


def test_a_host_that_is_full_is_asked_for_the_list_but_not_by_who_works_there(visit: Visit) -> None:
    page = _plan(visit, [TAKEN], plan={TAKEN: {"tijden": [TAKEN_TIME]}})
    person = page.locator("#plan-contacten > ul > li")
    expect(person).to_contain_text("(Voorlezen aan kinderen, nu vol: vraag of er later plek is)")
    mail = person.get_by_role("link", name="Mail leesplankje@example.org")
    said = _said(mail.get_attribute("href"))[1]
    assert said["subject"] == ["Zet mij op de lijst: Voorlezen aan kinderen"]
    assert "Zet je mij op de lijst?" in said["body"][0]
    with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert "nu vol: vraag of er later plek is" in text
    _card(page, TAKEN).get_by_label("Ik werk hier al").check()
    expect(person).to_contain_text("(Voorlezen aan kinderen)")
    expect(mail).to_have_attribute("href", "mailto:leesplankje@example.org")


@pytest.mark.parametrize("works_here", [True, False])
def test_a_received_plan_says_of_a_full_place_whether_its_hours_count(works_here: bool, visit: Visit) -> None:
    page = _plan(visit, [TAKEN, "achter-de-kassa"], plan={TAKEN: {"tijden": [TAKEN_TIME], "werkt": works_here}})
    page.locator("#plan-achter-de-kassa-0").check()
    friend = visit("/mijn-plan/")
    friend.goto(_message(page).split("\n")[-1])
    full = "Deze plek is nu vol. De uren tellen niet mee. Gekozen: woensdag 14:00 tot 16:00."
    expect(friend.locator("#kreeg-lijst").get_by_text(full)).to_have_count(0 if works_here else 1)
    expect(friend.locator("#kreeg-contacten").get_by_text("nu vol")).to_have_count(0 if works_here else 1)
    assert friend.locator("#kreeg-uitkomst strong").inner_text() == _hours(page)


@pytest.mark.parametrize(("slug", "time"), [(CLOSED, [2, 1140, 1260]), (TAKEN, TAKEN_TIME)])
def test_the_hours_of_who_works_where_nobody_else_can_begin_come_on_the_sheet_of_hours_too(
    slug: str, time: list[int], visit: Visit
) -> None:
    for works_here, told in ((True, "dagen erbij uit je plan"), (False, "geen tijden die jij koos")):
        page = _plan(visit, [slug], plan={slug: {"tijden": [time], "werkt": works_here}})
        page.goto("/meedoen/urenbriefje/")
        page.get_by_role("button", name="Vul in vanuit mijn plan").click()
        expect(page.locator("#uren-melding")).to_contain_text(told)


def test_a_full_place_is_still_compared_with_others(visit: Visit, site: Site) -> None:
    page = _plan(visit, [TAKEN, _open(site, 1)[0]["id"]])
    page.goto("/vacatures/bewaard/")
    expect(page.locator(".bb-compare thead th")).to_have_count(2)
    expect(page.locator(".bb-kept li").first).not_to_contain_text("niet meer open")


# ---- what is said to whom


def _said(href: str | None) -> tuple[str, dict[str, list[str]]]:
    """Where an address leads, and what it says there."""
    parts = urlsplit(href or "")
    return f"{parts.scheme}:{parts.netloc}{parts.path}", parse_qs(parts.query)


def test_a_host_gets_the_same_message_as_from_the_page_of_the_vacancy(visit: Visit, site: Site) -> None:
    slugs = [*(row["id"] for row in (*_open(site, 4), *_open(site, 1, timed=False))), TAKEN]
    page = _plan(visit, slugs)
    for slug, person in zip(slugs, page.locator("#plan-contacten > ul > li").all(), strict=True):
        told = re.findall(r'class="bb-way" href="((?:mailto:|https://wa\.me/)[^"]*)', site.html(f"/vacatures/{slug}/"))
        wanted = [_said(unescape(href)) for href in told]
        mine = [_said(link.get_attribute("href")) for link in person.get_by_role("link").all()]
        written = [said for said in mine if said[1]]
        assert written
        assert [said for said in written if said not in wanted] == []


def _message(page: Page) -> str:
    """What is shared of the plan, once it tells the hours that the page tells: it is made a moment later."""
    hours = re.escape(quote(_hours(page)))
    expect(page.locator("#plan-app")).to_have_attribute("href", re.compile(f"{hours}.*plan%3D"))
    return unquote(page.locator("#plan-app").get_attribute("href") or "")


def test_the_message_of_a_plan_tells_hours_of_which_the_times_are_not_fixed(visit: Visit, site: Site) -> None:
    loose, timed = _open(site, 1, timed=False)[0], _open(site, 1)[0]
    page = _plan(visit, [loose["id"], timed["id"]], plan={loose["id"]: {"uren": loose["uren"]["min"]}})
    message = _message(page)
    assert f"{loose['titel']}, " in message
    assert f": {loose['uren']['min']} uur per week\n" in message
    assert ": nog geen uren gekozen\n" in message
    assert f"\nSamen: {loose['uren']['min']} uur per week\n" in message


def test_a_plan_goes_to_the_coordinator_with_one_press(visit: Visit, site: Site) -> None:
    row = _open(site, 1)[0]
    page = _plan(visit, [row["id"]])
    _choose_all(page)
    link = _message(page).split("\n")[-1]
    contact = site.html("/mijn-plan/").split('class="bb-contact"')[1]
    for name, key in (("App", "text"), ("Mail", "body")):
        send = page.get_by_role("link", name=f"{name} dit naar de coördinator")
        where, said = _said(send.get_attribute("href"))
        assert f'href="{where.replace("https:", "https://")}' in contact
        text = said[key][0].split("\n")
        assert text[0] == "Hallo, dit is mijn plan. Wil je ernaar kijken?"
        assert any(row["titel"] in line for line in text)
        assert text[-1] == link
        assert said.get("subject", ["Mijn plan"]) == ["Mijn plan"]


# ---- a vacancy that got another name


def _once_called(page: Page, former: Mapping[str, str]) -> None:
    """Vacancies of which the file had another name before."""

    def tell(route: Route) -> None:
        answer = route.fetch()
        pairs = json.dumps([*former.items()])
        route.fulfill(response=answer, body=answer.text().replace('"]}', f'"],"former":{pairs}}}'))

    page.route("**/assets/vacatures/feiten.js*", tell)


def _renamed_plan(visit: Visit, former: Mapping[str, str], kept: list[str], plan: Mapping[str, Any]) -> Page:
    page = visit("/mijn-plan/", width=360)
    stored = {"versie": 1, "vacatures": kept, "plan": plan, "woorden": {"wil": "Leren"}}
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps(stored))
    _once_called(page, former)
    page.reload()
    return page


def test_what_was_kept_of_a_vacancy_that_got_another_name_goes_on_under_the_new_one(visit: Visit, site: Site) -> None:
    one, loose = _open(site, 1)[0], _open(site, 1, timed=False)[0]
    times = {"tijden": [_shift(one)]}
    plan = {"oud": times, "los-oud": {"uren": loose["uren"]["min"]}, "constructor": {"uren": 1}, TAKEN: {"werkt": True}}
    former = {"oud": one["id"], "los-oud": loose["id"]}
    page = _renamed_plan(visit, former, ["oud", "constructor", TAKEN, "los-oud"], plan)
    expect(_card(page, one["id"])).to_contain_text(one["titel"])
    expect(page.locator(".bb-plan__work")).to_have_count(4)
    assert _kept(page) == {
        "versie": 1,
        "vacatures": [one["id"], "constructor", TAKEN, loose["id"]],
        "plan": {one["id"]: times, loose["id"]: plan["los-oud"], "constructor": {"uren": 1}, TAKEN: {"werkt": True}},
        "woorden": {"wil": "Leren"},
    }
    page.get_by_role("button", name=f"Haal uit mijn plan: {one['titel']}").click()
    expect(page.locator(".bb-plan__work")).to_have_count(3)
    page.goto("/vacatures/bewaard/")
    expect(page.get_by_role("link", name=loose["titel"]).first).to_be_visible()
    expect(page.locator(".bb-kept li")).to_have_count(3)


@pytest.mark.parametrize("address", ["/vacatures/", "/vacatures/{}/"])
@pytest.mark.parametrize("kept", [["oud"], ["ouder", "oud"]])
def test_a_button_shows_what_was_kept_under_a_name_of_before(
    kept: list[str], address: str, visit: Visit, site: Site
) -> None:
    page = visit("/vacatures/", width=360)
    slug = page.locator("[data-bb-save]").first.get_attribute("data-bb-save")
    stored = {"versie": 1, "vacatures": ["constructor", *kept], "plan": {"oud": {"uren": 2}}}
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps(stored))

    def rename(route: Route) -> None:
        answer = route.fetch()
        button = f'data-bb-save="{slug}"'
        route.fulfill(response=answer, body=answer.text().replace(button, f'{button} data-bb-former="ouder oud"'))

    page.route(lambda url: url.endswith(address.format(slug)), rename)
    page.goto(address.format(slug))
    button = page.locator(f"[data-bb-save='{slug}']").first
    expect(button).to_have_attribute("aria-pressed", "true")
    assert _kept(page) == {"versie": 1, "vacatures": ["constructor", slug], "plan": {slug: {"uren": 2}}}
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert _kept(page)["vacatures"] == ["constructor"]


def test_of_a_vacancy_that_was_kept_under_both_names_the_last_words_count_and_no_hour_twice(
    visit: Visit, site: Site
) -> None:
    loose = _open(site, 1, timed=False)[0]
    slug, hours = loose["id"], loose["uren"]["min"]
    plan = {slug: {"uren": hours}, "oud": {"uren": hours + 1, "werkt": True}}
    page = _renamed_plan(visit, {"oud": slug}, [slug, "oud"], plan)
    expect(_card(page, slug)).to_have_count(1)
    assert _hours(page) == f"{hours} uur per week"
    assert _kept(page)["vacatures"] == [slug]
    assert _kept(page)["plan"] == {slug: {"uren": hours, "werkt": True}}


def test_a_plan_of_somebody_else_follows_what_got_another_name(visit: Visit, site: Site) -> None:
    one, loose = _open(site, 1)[0], _open(site, 1, timed=False)[0]
    hours = loose["uren"]["min"]
    page = visit("/mijn-plan/", width=360)
    _once_called(page, {"oud": one["id"], "los-oud": loose["id"]})
    page.goto(f"/mijn-plan/#{_link({'oud': [_shift(one)], loose['id']: hours, 'los-oud': hours + 1})}")
    expect(page.locator("#plan-gedeeld")).to_contain_text("2 vacatures")
    expect(page.locator("#kreeg-lijst li")).to_have_count(2)
    expect(page.locator("#kreeg-lijst").get_by_role("link", name=one["titel"])).to_be_visible()
    page.get_by_role("button", name="Zet dit plan op mijn apparaat").click()
    expect(page.locator(f"#plan-{one['id']}-0")).to_be_checked()
    assert _kept(page)["plan"] == {one["id"]: {"tijden": [_shift(one)]}, loose["id"]: {"uren": hours}}
    assert sorted(_kept(page)["vacatures"]) == sorted([one["id"], loose["id"]])


# ---- facts that do not come


def _in_two_files(page: Page, slugs: list[str]) -> tuple[str, str]:
    """As of many vacancies the facts come in two files now, and the second does not come: a slug out of each."""

    def tell(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('"]', '","none"]'))

    page.route("**/assets/vacatures/feiten.js*", tell)
    page.route("**/assets/vacatures/feiten-1.js*", lambda route: route.abort("aborted"))
    first, second = (next(slug for slug in slugs if bucket_of(slug, 2) == number) for number in (0, 1))
    return first, second


def _keep(page: Page, slugs: list[str], **more: Any) -> None:
    text = json.dumps({"versie": 1, "vacatures": slugs, **more})
    page.evaluate("text => localStorage.setItem('bb-plan', text)", text)
    page.reload()


def test_a_plan_of_which_one_file_does_not_come_shows_the_rest_and_loses_nothing(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    rows = {row["id"]: row for row in _open(site, 8)}
    here, missing = _in_two_files(page, list(rows))
    _keep(page, [here, missing], plan={missing: {"tijden": [_shift(rows[missing])]}})
    expect(page.locator("#plan-melding")).to_have_text(
        "Er staan 2 vacatures in je plan. Van sommig werk laden de gegevens niet. "
        "Kijk of je internet werkt en open de pagina opnieuw."
    )
    name = missing.replace("-", " ")
    told_of_it = f"{name} is nu niet te zien. De gegevens laden niet."
    work = page.locator(".bb-plan__work").nth(1)
    expect(work).to_contain_text(told_of_it)
    expect(work.get_by_role("link", name=name)).to_have_attribute("href", re.compile(f"/vacatures/{missing}/$"))
    page.locator(f"#plan-{here}-0").check()
    expect(page.locator("#plan-uitkomst")).to_contain_text("Werk waarvan de gegevens niet laden, telt hier niet mee.")
    told = _message(page).split("\n")
    assert told_of_it in told
    nothing_is_wrong_with(page)

    page.goto(told[-1])
    expect(page.locator("#kreeg-lijst")).to_contain_text(told_of_it)
    expect(page.locator("#kreeg-uitkomst")).to_contain_text("telt hier niet mee")
    friend = visit("/mijn-plan/")
    friend.goto(told[-1])
    expect(friend.locator("#kreeg-lijst")).to_contain_text(rows[missing]["titel"])
    assert rows[missing]["titel"] in friend.locator("#kreeg-dagen").inner_text(), "its times came along"


def test_a_list_of_which_one_file_does_not_come_compares_the_rest(visit: Visit, site: Site) -> None:
    page = visit("/vacatures/bewaard/", width=360)
    here, missing = _in_two_files(page, [row["id"] for row in _open(site, 8)])
    _keep(page, [here, missing])
    expect(page.locator(".bb-kept li").nth(1)).to_contain_text(f"{missing.replace('-', ' ')} (de gegevens laden niet)")
    expect(page.locator(".bb-compare thead th")).to_have_count(1)


def test_facts_that_come_later_stand_where_they_were_missing(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    rows = {row["id"]: row for row in _open(site, 8)}
    here, missing = _in_two_files(page, list(rows))
    _keep(page, [here, missing])
    work = page.locator(".bb-plan__work").nth(1)
    expect(work).to_contain_text("De gegevens laden niet.")
    page.unroute("**/assets/vacatures/feiten-1.js*")
    page.route(
        "**/assets/vacatures/feiten-1.js*", lambda route: route.fulfill(body=_second_file(missing, rows[missing]))
    )
    page.evaluate("document.dispatchEvent(new CustomEvent('bb-kept'))")
    expect(work).to_contain_text(rows[missing]["titel"])
    expect(page.locator("#plan-melding")).to_have_text("Er staan 2 vacatures in je plan.")


def _second_file(slug: str, row: Mapping[str, Any]) -> str:
    plan = {
        "organisatie": row["organisatie"],
        "wijk": row["wijk"],
        "soort": [],
        "uren": [1, 9],
        "tijden": [_shift(row)],
    }
    facts = {"title": row["titel"], "host": "Buurthuis", "district": "Haven", "hours": "", "address": [], "plan": plan}
    told = {slug: {**facts, "reach": {"role": "", "ways": []}, "until": "2999-01-01"}}
    return f'bb.take("feiten-1", "none", {json.dumps(told)})'


def test_a_plan_of_which_nothing_comes_says_that_once(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    page.route("**/assets/vacatures/feiten-*.js*", lambda route: route.abort("aborted"))
    _keep(page, [row["id"] for row in _open(site, 2)])
    expect(page.locator("#plan-melding")).to_have_text(
        "De gegevens laden niet. Kijk of je internet werkt en open de pagina opnieuw."
    )
    expect(page.locator(".bb-plan__work")).to_have_count(0)


# ---- nothing in it yet


def test_an_empty_plan_first_shows_an_example_and_how_it_works(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    expect(page.locator("#plan-melding")).to_contain_text("niets")
    steps = (
        page.locator("#plan-eigen").get_by_role("link", name="Zoek een vacature"),
        page.get_by_role("link", name="Bekijk dit voorbeeld als plan"),
        page.get_by_role("heading", name="Hoe werkt stapelen?"),
        page.get_by_label("Wat wil ik?"),
        page.get_by_role("button", name="Print deze pagina"),
    )
    tops = [box["y"] for step in steps if (box := step.bounding_box())]
    assert len(tops) == len(steps)
    assert tops == sorted(tops)
    expect(page.get_by_role("button", name="Print mijn plan")).to_be_hidden()
    expect(page.get_by_role("link", name="Deel met WhatsApp")).to_be_hidden()
    expect(page.get_by_role("button", name="Wis alles van dit apparaat")).to_be_hidden()
    field = page.get_by_label("Wat wil ik?")
    field.focus()
    page.keyboard.type("Koken")
    expect(field).to_be_focused()
    expect(page.get_by_role("button", name="Print mijn plan")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Print mijn plan")).to_be_visible()
    example, words = (step.bounding_box() for step in (steps[1], field))
    assert example
    assert words
    assert words["y"] < example["y"], "what somebody wrote comes before the example"
    expect(field).to_have_value("Koken")


def test_a_plan_that_gets_its_first_place_comes_above_the_example(visit: Visit, site: Site) -> None:
    page = visit("/mijn-plan/", width=360)
    expect(page.locator("#plan-straks textarea")).to_have_count(5)
    slug = _open(site, 1)[0]["id"]
    second = page.context.new_page()
    second.goto(f"/vacatures/{slug}/")
    second.locator("[data-bb-save]").first.click()
    expect(page.locator(".bb-plan__work")).to_have_count(1)
    expect(page.locator("#plan-straks textarea")).to_have_count(0)
    expect(page.locator("#plan-eigen textarea")).to_have_count(5)
    expect(page.get_by_role("button", name="Print mijn plan")).to_be_visible()


def test_who_is_brought_to_words_sees_no_alarm_and_who_is_at_a_button_sees_where(visit: Visit) -> None:
    page = visit("/mijn-plan/", width=360)
    page.get_by_role("link", name="Bekijk dit voorbeeld als plan").press("Enter")
    words = page.locator("#plan-gedeeld p").first
    expect(words).to_be_focused()
    expect(words).to_have_css("outline-style", "none")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Print dit plan")
    expect(button).to_be_focused()
    expect(button).to_have_css("outline-width", "3px")
    back = page.get_by_role("button", name="Naar mijn eigen plan")
    back.focus()
    back.press("Enter")
    expect(page.locator("#plan-melding")).to_be_focused()
    expect(page.locator("#plan-melding")).to_have_css("outline-width", "1px")


# ---- on paper and in a calendar


def test_on_paper_free_days_stand_in_line_with_the_others(visit: Visit, site: Site) -> None:
    page = _plan(visit, [_open(site, 1)[0]["id"]], 1280)
    _choose_all(page)
    page.emulate_media(media="print")
    places = "days => [...new Set(days.map(day => Math.round(day.lastElementChild.getBoundingClientRect().x)))]"
    assert len(page.locator("#plan-dagen > li").evaluate_all(places)) == 1


def test_on_paper_each_way_to_reach_a_host_has_a_line_of_its_own(visit: Visit, site: Site) -> None:
    page = _plan(visit, [*(row["id"] for row in _open(site, 3)), CLOSED, TAKEN], 1280)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})  # as wide as a sheet
    for person in page.locator("#plan-contacten > ul > li").all():
        lines = [box for line in person.locator("p, .bb-ways > li").all() if (box := line.bounding_box())]
        assert len(lines) >= 4
        assert all(one["y"] + one["height"] <= next_["y"] + 1 for one, next_ in pairwise(lines))
        assert person.evaluate("person => person.scrollWidth <= person.clientWidth")


def test_who_has_a_benefit_prints_a_question_with_the_plan(visit: Visit, site: Site) -> None:
    rows = [_open(site, 1)[0], _open(site, 1, timed=False)[0]]
    hours = {rows[1]["id"]: {"uren": 3}}
    words = dict.fromkeys(("wil", "kan", "energie", "nodig", "helpt"), "Ik wil graag samen koken met mijn buren. " * 2)
    page = _plan(visit, [row["id"] for row in rows], 1280, plan=hours, woorden=words)
    _choose_all(page)

    def printed() -> tuple[int, str]:
        with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
            return len(document), " ".join(
                " ".join(sheet.get_textpage().get_text_range() for sheet in document).split()
            )

    def handed_over() -> str:
        with closing(pypdfium2.PdfDocument(page.pdf(format="A4"))) as document:
            return str(document[len(document) - 1].get_textpage().get_text_range())

    assert "Mag dit?" not in printed()[1]
    expect(page.get_by_text("Mag dit?")).to_be_hidden()
    page.get_by_label("Print ook een blad voor mijn contactpersoon bij de uitkering").check()
    expect(page.get_by_text("Mag dit?")).to_be_hidden()
    sheets, text = printed()
    assert sheets <= 3
    assert "Mijn naam:" in handed_over()
    assert "samen koken" not in handed_over(), "what somebody wrote for himself is on another sheet"
    total = _hours(page)
    hosts = page.locator("#plan-contacten strong").all_text_contents()
    asked_of = (f"{hosts[1]}: 3 uur per week", f"Samen: {total}", "Mag dit?", "Hoeveel mag ik houden?", "Handtekening:")
    for told in (*asked_of, "Dit blad is een vraag.", "€ 220 per maand en € 2.200 per jaar"):
        assert told in text.replace("\u00a0", " ")


def test_the_week_goes_into_a_calendar_and_comes_again_every_week(visit: Visit, site: Site) -> None:
    loose = _open(site, 1, timed=False)[0]["id"]
    slugs = ["hekken-en-gereedschap", "achter-de-kassa", loose]
    page = _plan(visit, slugs, plan={loose: {"uren": 3}})
    _on(page, "2026-11-27")
    button = page.get_by_role("button", name="Zet mijn week in mijn agenda")
    expect(button).to_be_hidden()
    _choose_all(page)
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "mijn-week.ics"
    expect(page.locator("#plan-deel-melding")).to_contain_text("Het bestand is klaar.")
    data = Path(download.value.path()).read_bytes()
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    begins = [(event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) for event in events]
    assert begins == [
        ("2026-12-04T09:00:00+01:00", "2026-12-04T13:00:00+01:00"),  # a friday: this one has begun
        ("2026-12-04T12:00:00+01:00", "2026-12-04T17:00:00+01:00"),
        ("2026-11-28T10:00:00+01:00", "2026-11-28T16:00:00+01:00"),
    ]
    first = events[0]
    assert first["RRULE"] == {"FREQ": ["WEEKLY"]}
    assert first["SUMMARY"] == "Hekken en gereedschap maken, Voorbeeldtuin De Zonnehoek"
    assert "Voorbeeldpad 2" in first["LOCATION"]
    assert first["URL"].endswith("/vacatures/hekken-en-gereedschap/")
    assert len({event["UID"] for event in events}) == 3
    assert {event["STATUS"] for event in events} == {"TENTATIVE"}
    told = first["DESCRIPTION"].split("\n")
    assert told[0].startswith("Werk je hier nog niet? Spreek deze tijd dan eerst af.")
    assert told[1:4] == ["Tuincoördinator", "Bel 036 000 00 18", "Mail zonnehoek@example.org"]


def test_a_calendar_takes_what_a_plan_makes_by_the_rules_and_is_sure_of_who_works_there(visit: Visit) -> None:
    """RFC 5545: sections 3.1 (lines), 3.6.1 (an event), 3.8.1.11 (its status), 3.3.11 (text)."""
    works = {TAKEN: {"tijden": [TAKEN_TIME], "werkt": True}, CLOSED: {"tijden": [[2, 1140, 1260]], "werkt": True}}
    page = _plan(visit, [TAKEN, CLOSED, "achter-de-kassa"], plan=works)
    page.locator("#plan-achter-de-kassa-1").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet mijn week in mijn agenda").click()
    data = Path(download.value.path()).read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"]
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        for key in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "LOCATION", "URL"):
            assert len(list(filter(None, [event.get(key)]))) == 1, key
            assert not isinstance(event[key], list), f"{key} stands there once"
        assert "(" not in event["SUMMARY"], "a phone shows only its first words"
    status = {str(event["URL"]).split("/")[-2]: str(event["STATUS"]) for event in calendar.walk("VEVENT")}
    assert status == {TAKEN: "CONFIRMED", CLOSED: "CONFIRMED", "achter-de-kassa": "TENTATIVE"}


def test_what_comes_with_a_press_and_does_not_come_says_so(visit: Visit, site: Site) -> None:
    page = _plan(visit, [_open(site, 1)[0]["id"]])
    _choose_all(page)
    page.route("**/plan-later.js*", lambda route: route.abort("aborted"))
    for name in ("Zet mijn week in mijn agenda", "Laat een code zien"):
        page.get_by_role("button", name=name).click()
        expect(page.locator("#plan-deel-melding")).to_contain_text("De gegevens laden niet.")
        page.get_by_role("button", name="Kopieer een link").click()
        expect(page.locator("#plan-deel-melding")).not_to_contain_text("De gegevens laden niet.")
    expect(page.locator("#plan-code")).to_be_hidden()


def test_the_sheet_of_hours_is_filled_with_what_comes_and_says_what_does_not(visit: Visit, site: Site) -> None:
    page = visit("/meedoen/urenbriefje/", width=360)
    rows = {row["id"]: row for row in _open(site, 8)}
    here, missing = _in_two_files(page, list(rows))
    _keep(page, [here, missing], plan={slug: {"tijden": [_shift(rows[slug])]} for slug in (here, missing)})
    fill = page.get_by_role("button", name="Vul in vanuit mijn plan")
    told = page.locator("#uren-melding")
    fill.click()
    name = missing.replace("-", " ")
    expect(told).to_have_text(re.compile(rf"^\d dagen erbij .* Deze gegevens laden niet: {name}\. Kijk .*hierboven\.$"))
    expect(page.locator("#uren-organisaties option")).to_have_count(1)
    nothing_is_wrong_with(page)
    page.wait_for_timeout(700)
    fill.click()
    expect(told).to_have_text(re.compile(rf"^Er kwam niets bij\. .* Deze gegevens laden niet: {name}\."))
