"""A sheet to fill in on the page itself: for who has a telephone and no printer."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from burgerbaan.words import load_texts
from tests.browser.conftest import NO_COPYING, SCHEMES, Scheme, Visit, press_yes
from tests.browser.test_accessible import WIDTHS, nothing_is_wrong_with

PATH = "/meedoen/persoonlijk-plan/"
TEXTS = {key.removeprefix("answers_text."): text for key, text in load_texts().items() if "answers_text." in key}
REFUSED = load_texts()["answers.refused"]
WIPE = load_texts()["answers.wipe"]
QUESTION = "Wat wil ik graag doen?"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"
COPIES = "navigator.clipboard.writeText = async text => { window.copied = text }"


def _field(page: Page, question: str = QUESTION) -> Locator:
    return page.get_by_role("textbox", name=question)


def _kept(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = page.evaluate("JSON.parse(localStorage.getItem('bb-plan') || '{}')")
    return kept


def _status(page: Page) -> Locator:
    return page.locator("#blad-melding")


def _copied(page: Page) -> str:
    page.evaluate(COPIES)
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(_status(page)).to_have_text(TEXTS["copied"])
    return str(page.evaluate("window.copied"))


def _message(page: Page) -> str:
    """What goes along to WhatsApp; the press itself would leave the site."""
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    page.get_by_role("link", name="Deel met WhatsApp").click()
    return parse_qs(urlsplit(page.locator("#blad-app").get_attribute("href") or "").query)["text"][0]


def test_without_a_script_a_sheet_has_its_empty_lines(visit: Visit) -> None:
    page = visit(PATH, width=360, javascript=False)
    expect(page.locator(".bb-lines")).to_have_count(11)
    expect(page.locator(".bb-lines").first).to_be_visible()
    expect(page.locator("#blad")).to_be_hidden()
    expect(page.locator("main textarea")).to_have_count(0)


def test_each_question_has_a_field_with_its_name_and_its_hint(visit: Visit) -> None:
    page = visit(PATH, width=360)
    expect(page.locator("main textarea")).to_have_count(11)
    field = _field(page)
    expect(field).to_be_visible()
    expect(field).to_have_accessible_description(
        "Bijvoorbeeld: koken, in de tuin werken, met ouderen praten, iets organiseren."
    )
    expect(_field(page, "Aantal uren in een week waar ik mee wil beginnen:")).to_be_visible()
    expect(page.locator(".bb-lines").first).to_be_hidden()


def test_what_somebody_writes_and_ticks_is_there_the_next_time(visit: Visit) -> None:
    page = visit(PATH, width=360)
    _field(page).fill("Koken\nTuinieren")
    page.get_by_label("Ik wil graag vaste dagen en tijden.").check()
    page.reload()
    expect(_field(page)).to_have_value("Koken\nTuinieren")
    expect(page.get_by_label("Ik wil graag vaste dagen en tijden.")).to_be_checked()
    expect(page.locator("main input:checked")).to_have_count(1)


def test_each_page_keeps_its_own(visit: Visit) -> None:
    page = visit(PATH)
    _field(page, "Wie helpt mij?").fill("Mijn buur")
    page.goto("/leren/plannen/")
    expect(_field(page, "Wie helpt mij?")).to_have_value("")
    _field(page, "Wie helpt mij?").fill("Mijn coach")
    page.goto(PATH)
    expect(_field(page, "Wie helpt mij?")).to_have_value("Mijn buur")


def test_a_field_grows_with_what_is_written_also_on_an_old_phone(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.add_init_script("CSS.supports = () => false")
    page.goto(PATH)
    field = _field(page)
    field.evaluate("field => field.style.setProperty('field-sizing', 'fixed')")
    before = field.bounding_box()
    field.fill("\n".join("regel" for _ in range(9)))
    after = field.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 80
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


def test_the_text_holds_what_was_answered_and_nothing_else(visit: Visit) -> None:
    page = visit(PATH, width=360)
    _field(page).fill("Koken & <b>bakken</b> ")
    page.get_by_label("Weinig. Ik vraag het als ik iets niet weet.").check()
    text = (
        "Mijn persoonlijk plan\n\nWat wil ik graag doen?\nKoken & <b>bakken</b>\n\n"
        "Hoeveel begeleiding vind ik fijn?\n- Weinig. Ik vraag het als ik iets niet weet."
    )
    assert _copied(page) == text
    assert _message(page) == text
    expect(page.locator(".bb-answer b")).to_have_count(0)


def test_a_sheet_with_nothing_on_it_is_not_shared(visit: Visit) -> None:
    page = visit(PATH, width=360)
    for press in (
        page.get_by_role("link", name="Deel met WhatsApp"),
        page.get_by_role("button", name="Kopieer als tekst"),
    ):
        press.click()
        expect(_status(page)).to_have_text(TEXTS["nothing"])
    assert page.url.endswith(PATH)


def test_a_text_too_long_for_an_address_is_copied(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate(COPIES)
    for question in (QUESTION, "Waarom wil ik dat?", "Wat kan ik goed?"):
        _field(page, question).fill("Ik kook graag. " * 120)
    page.get_by_role("link", name="Deel met WhatsApp").click()
    expect(_status(page)).to_have_text(TEXTS["too_long"])
    assert len(str(page.evaluate("window.copied"))) > 5000


def test_a_device_that_cannot_copy_says_so(visit: Visit) -> None:
    page = visit(PATH, width=360)
    page.evaluate(NO_COPYING)
    _field(page).fill("Koken")
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(_status(page)).to_have_text(TEXTS["copy_refused"])


def test_wiping_asks_first_and_takes_only_this_sheet(visit: Visit) -> None:
    page = visit("/leren/coach/", width=360)
    _field(page, "Dit verwacht ik van mijn coach").fill("Tijd")
    page.goto(PATH)
    _field(page).fill("Koken")
    page.get_by_label("Ik wil graag vaste dagen en tijden.").check()
    page.get_by_role("button", name=WIPE).click()
    expect(_field(page)).to_have_value("Koken")
    press_yes(page, TEXTS["wipe_sure"])
    expect(_field(page)).to_have_value("")
    expect(page.locator("main input:checked")).to_have_count(0)
    expect(_status(page)).to_have_text(TEXTS["wiped"])
    assert list(_kept(page)["bladen"]) == ["/leren/coach/"]


def test_wiping_all_of_this_device_takes_the_sheets_along(visit: Visit) -> None:
    page = visit(PATH, width=360)
    _field(page).fill("Koken")
    page.goto("/mijn-plan/")
    page.locator("#plan-wil").fill("Iets met mensen")
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    press_yes(page, "Weet je het zeker? Wis alles")
    assert _kept(page) == {}
    page.goto(PATH)
    expect(_field(page)).to_have_value("")


def test_a_plan_and_a_sheet_leave_each_other_alone(visit: Visit) -> None:
    page = visit("/mijn-plan/", width=360)
    page.locator("#plan-wil").fill("Iets met mensen")
    page.goto(PATH)
    _field(page).fill("Koken")
    page.goto("/mijn-plan/")
    expect(page.locator("#plan-wil")).to_have_value("Iets met mensen")
    page.locator("#plan-kan").fill("Bakken")
    page.goto(PATH)
    expect(_field(page)).to_have_value("Koken")


def test_a_device_that_keeps_nothing_says_so_and_the_sheet_works(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.add_init_script(NO_STORAGE)
    page.goto(PATH)
    expect(page.locator("#blad-bewaar")).to_have_text(REFUSED)
    _field(page).fill("Koken")
    page.get_by_label("Ik wil graag vaste dagen en tijden.").check()
    assert "Koken" in _copied(page)
    page.get_by_role("button", name=WIPE).click()
    press_yes(page, TEXTS["wipe_sure"])
    expect(_field(page)).to_have_value("")


@pytest.mark.parametrize(
    "kept",
    [
        *("{}", "null", "[]", "kapot", '{"bladen": 3}', '{"bladen": {"/meedoen/persoonlijk-plan/": []}}'),
        '{"bladen": {"/meedoen/persoonlijk-plan/": {"woorden": {"Wat wil ik graag doen?": 3}, "vinkjes": 3}}}',
    ],
)
def test_whatever_stands_in_the_storage_the_sheet_opens(kept: str, visit: Visit) -> None:
    page = visit("/contact/", width=360)
    page.evaluate("text => localStorage.setItem('bb-plan', text)", kept)
    page.goto(PATH)
    _field(page).fill("Koken")
    page.reload()
    expect(_field(page)).to_have_value("Koken")


def test_an_answer_whose_question_is_gone_is_told_until_it_is_wiped(visit: Visit) -> None:
    page = visit("/contact/", width=360)
    kept = {"bladen": {PATH: {"woorden": {"Wat is jouw droom?": "Een <i>eigen</i> tuin"}}}}
    page.evaluate("text => localStorage.setItem('bb-plan', text)", json.dumps(kept))
    page.goto(PATH)
    gone = page.locator("#blad-weg")
    expect(gone).to_contain_text("Wat is jouw droom? Een <i>eigen</i> tuin")
    _field(page).fill("Koken")
    assert "Wat is jouw droom?\nEen <i>eigen</i> tuin" in _copied(page)
    page.get_by_role("button", name=WIPE).click()
    press_yes(page, TEXTS["wipe_sure"])
    expect(gone).to_be_empty()


def test_what_another_tab_writes_shows_here(visit: Visit) -> None:
    page = visit(PATH)
    other = page.context.new_page()
    other.goto(page.url)
    _field(other).fill("Koken")
    expect(_field(page)).to_have_value("Koken")
    _field(page, "Wat wil ik leren?").fill("Bakken")
    expect(_field(other, "Wat wil ik leren?")).to_have_value("Bakken")
    expect(_field(page)).to_have_value("Koken")


def test_what_is_empty_is_lines_on_paper_and_what_is_written_is_text(visit: Visit) -> None:
    page = visit(PATH)
    _field(page).fill("Koken\nTuinieren")
    _field(page, "Waarom wil ik dat?").fill("   ")
    page.emulate_media(media="print")
    answers = page.locator(".bb-answer")
    for number, is_written in ((1, True), (2, False), (3, False)):
        answer = answers.nth(number)
        expect(answer.locator("textarea")).to_be_hidden()
        expect(answer.locator(".bb-lines")).to_be_visible(visible=not is_written)
        expect(answer.locator(".bb-written")).to_be_visible(visible=is_written)
    expect(page.locator("#blad")).to_be_hidden()
    expect(page.locator("#blad-bewaar")).to_be_hidden()


def test_boxes_that_read_the_same_are_ticked_apart(visit: Visit) -> None:
    page = visit("/kennis/meetlat/", width=360)
    boxes = page.get_by_label("Een beetje")
    boxes.nth(1).check()
    page.reload()
    assert [box.is_checked() for box in boxes.all()] == [number == 1 for number in range(6)]
    assert _copied(page).endswith("Geven we vertrouwen, en vragen we het ook?\n- Een beetje")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [PATH, "/organisaties/plek-aanbieden/", "/kennis/meetlat/"])
def test_a_sheet_that_is_filled_in_is_accessible(path: str, width: int, scheme: Scheme, visit: Visit) -> None:
    page = visit(path, width=width, scheme=scheme)
    page.locator(".bb-answer textarea").first.fill("Koken en tuinieren")
    if page.locator(".bb-tick").count():
        page.locator(".bb-tick input").first.check()
    page.get_by_role("button", name="Kopieer als tekst").click()
    nothing_is_wrong_with(page)


# A mail that is ready, on the page of a sheet

OFFER = "/organisaties/plek-aanbieden/"
TALENTS = "Welke talenten zoek je?"


def _mail(page: Page) -> Locator:
    return page.get_by_role("link", name="Mail over je plek")


def _mailed(page: Page) -> str:
    """What the mail program gets; the press itself would leave the site."""
    page.evaluate("document.addEventListener('click', event => event.target.closest('a') && event.preventDefault())")
    _mail(page).click()
    return parse_qs(urlsplit(_mail(page).get_attribute("href") or "").query)["body"][0]


def _along(page: Page) -> Locator:
    return page.locator("[role=status]:has(+ [data-bb-along])")


def test_what_was_written_goes_along_in_the_mail_of_the_page(visit: Visit) -> None:
    page = visit(OFFER, width=360)
    ready = _mailed(page)
    expect(_along(page)).to_be_empty()
    _field(page, TALENTS).fill("Koken & praten\nTuinieren")
    page.get_by_label("wie begeleidt, en hoe vaak").check()
    expect(_along(page)).to_have_text(TEXTS["along"])
    whole = ready + f"\n\nEen plek aanbieden\n\n{TALENTS}\nKoken & praten\nTuinieren"
    assert _mailed(page) == whole, "what is ticked is for who writes"
    page.evaluate(COPIES)
    page.locator("[data-bb-along] [data-bb-copy]").click()
    assert page.evaluate("window.copied") == whole.replace("op:\n", "op:", 1)
    page.reload()
    assert _mailed(page) == whole, "also what was kept"
    _field(page, TALENTS).fill(" ")
    expect(_along(page)).to_be_empty()
    assert _mailed(page) == ready


def test_answers_too_long_for_the_address_of_a_mail_are_copied_and_the_mail_opens(visit: Visit) -> None:
    page = visit(OFFER, width=360)
    ready = _mailed(page)
    page.evaluate(COPIES)
    _field(page, TALENTS).fill("Wij koken graag. " * 110)
    assert _mailed(page) == ready
    expect(_along(page)).to_have_text(TEXTS["along_copied"])
    assert str(page.evaluate("window.copied")).count("Wij koken graag.") == 110
    page.evaluate(NO_COPYING)
    _mail(page).click()
    expect(_along(page)).to_have_text(TEXTS["copy_refused"])


def test_a_mail_about_something_else_takes_nothing_along(visit: Visit) -> None:
    page = visit("/kennis/resultaten/", width=360)
    page.locator(".bb-answer textarea").first.fill("Koken")
    page.evaluate("document.addEventListener('click', event => event.target.closest('a') && event.preventDefault())")
    link = page.get_by_role("link", name="Mail je resultaat")
    link.click()
    assert "Koken" not in (link.get_attribute("href") or "")
