"""A page read aloud by a voice of the device: what is said, in which voice, and how it is silenced."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

SPEECH = """voices => {
  const heard = window.heard = [];
  const speech = new EventTarget();
  let now = null;
  let ending = false;
  Object.assign(speech, {
    voices,
    getVoices: () => speech.voices,
    speak(utterance) {
      if (!utterance.text || ending) return; // as WebKit does
      now = utterance;
      heard.push([utterance.voice.name, utterance.text]);
    },
    cancel() { const last = now; now = null; if (last && last.onerror) last.onerror({error: 'canceled'}); },
    finish() { const last = now; now = null; ending = true; last.onend(); ending = false; },
    fail() { const last = now; now = null; last.onerror({error: 'synthesis-failed'}); },
  });
  Object.defineProperty(window, 'speechSynthesis', {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
DUTCH = {"name": "Ellen", "lang": "nl_BE", "localService": True}
NETHERLANDS = {"name": "Xander", "lang": "nl_NL", "localService": True}
ARABIC = {"name": "Majed", "lang": "ar-001", "localService": True}
FAR_AWAY = {"name": "Google Nederlands", "lang": "nl-NL", "localService": False}


def _open(path: str, visit: Visit, *voices: dict[str, Any]) -> Page:
    page = visit(path, width=360)
    page.add_init_script(f"({SPEECH})({json.dumps(voices)})")
    page.reload()
    return page


def _reading(path: str, visit: Visit, *voices: dict[str, Any]) -> Page:
    page = _open(path, visit, *voices)
    page.get_by_role("button", name="Lees voor").click()
    expect(page.get_by_role("button", name="Stop")).to_be_in_viewport()
    return page


def _heard(page: Page) -> list[list[str]]:
    heard: list[list[str]] = page.evaluate("() => window.heard")
    return heard


def _finish(page: Page) -> None:
    page.evaluate("() => { speechSynthesis.finish(); return new Promise(done => setTimeout(done)); }")


def _finish_all(page: Page) -> None:
    while page.get_by_role("button", name="Stop").is_visible():
        _finish(page)


@pytest.mark.parametrize("voices", [[], [FAR_AWAY], [ARABIC]])
def test_without_a_dutch_voice_of_its_own_a_device_offers_nothing(voices: list[dict[str, Any]], visit: Visit) -> None:
    expect(_open("/over/", visit, *voices).locator("[data-bb-listen]")).to_be_hidden()


def test_a_page_is_read_sentence_by_sentence_from_its_title_to_its_end(visit: Visit) -> None:
    page = _reading("/over/", visit, DUTCH, NETHERLANDS)
    _finish_all(page)
    heard = _heard(page)
    assert heard[:3] == [
        ["Xander", "Wat is een burgerbaan?"],
        ["Xander", "Een burgerbaan is vrijwilligerswerk met een vergoeding."],
        ["Xander", "Je werkt in Almere, bij een organisatie die geen winst wil maken."],
    ]
    texts = [text for _, text in heard]
    assert "Eenvoudig Nederlands is goed." in texts
    assert "Bel 036 000 00 11 maandag tot en met donderdag, 9 tot 16 uur" in texts
    assert not any("bron:" in text or "\u00ad" in text for text in texts)
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()


def test_who_stops_reads_on_at_the_same_sentence(visit: Visit) -> None:
    page = _reading("/over/", visit, NETHERLANDS)
    _finish(page)
    page.keyboard.press("Escape")
    expect(page.locator(".bb-read")).to_have_count(0)
    page.get_by_role("button", name="Lees verder").click()
    assert [text for _, text in _heard(page)] == [
        "Wat is een burgerbaan?",
        "Een burgerbaan is vrijwilligerswerk met een vergoeding.",
        "Een burgerbaan is vrijwilligerswerk met een vergoeding.",
    ]


def test_who_stops_reads_on_at_the_same_sentence_of_a_list_that_was_made_anew(visit: Visit) -> None:
    page = _reading("/over/", visit, NETHERLANDS)
    _finish(page)
    page.keyboard.press("Escape")
    page.evaluate("""() => {
      const body = document.querySelector('.bb-body');
      body.replaceChildren(...body.cloneNode(true).childNodes);
    }""")
    page.get_by_role("button", name="Lees verder").click()
    assert _heard(page)[-1][1] == "Een burgerbaan is vrijwilligerswerk met een vergoeding."
    expect(page.locator(".bb-read")).to_be_in_viewport()


def test_what_is_read_is_marked_and_in_sight(visit: Visit) -> None:
    page = _reading("/meedoen/geld-en-uitkering/", visit, NETHERLANDS)
    for _ in range(25):
        _finish(page)
    expect(page.locator(".bb-read")).to_be_in_viewport()


def test_who_scrolls_away_is_not_pulled_back(visit: Visit) -> None:
    page = _reading("/meedoen/geld-en-uitkering/", visit, NETHERLANDS)
    page.evaluate("() => scrollTo(0, 3000)")
    before = page.evaluate("scrollY")
    for _ in range(3):
        _finish(page)
    assert page.evaluate("scrollY") == before


def test_what_is_folded_is_not_read(visit: Visit) -> None:
    page = _reading("/meedoen/veelgevraagd/", visit, NETHERLANDS)
    _finish_all(page)
    texts = [text for _, text in _heard(page)]
    assert "Ben ik verzekerd?" in texts
    assert "Vraag het voordat je begint." not in texts


def test_an_arabic_page_is_read_by_an_arabic_voice_and_its_dutch_by_none(visit: Visit) -> None:
    page = _reading("/in-jouw-taal/arabisch/", visit, ARABIC)
    _finish_all(page)
    assert {name for name, _ in _heard(page)} == {"Majed"}
    assert any(text.startswith("Burgerbaan هو") for _, text in _heard(page)), "a word is said with its sentence"
    assert not any("Mag ik een keer komen kijken?" in text for _, text in _heard(page))


def test_voices_may_come_late(visit: Visit) -> None:
    page = _open("/over/", visit)
    before = page.locator("h1").bounding_box()
    page.evaluate(
        "voice => { speechSynthesis.voices = [voice]; speechSynthesis.dispatchEvent(new Event('voiceschanged')) }",
        NETHERLANDS,
    )
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    assert page.locator("h1").bounding_box() == before, "nothing moves"


def test_a_voice_that_fails_says_so_and_can_be_tried_again(visit: Visit) -> None:
    page = _reading("/over/", visit, NETHERLANDS)
    page.evaluate("() => speechSynthesis.fail()")
    page.get_by_role("button", name="Voorlezen lukt nu niet").click()
    assert len(_heard(page)) == 2


def test_sentences_are_cut_where_a_voice_breathes(visit: Visit) -> None:
    page = _reading("/over/", visit, NETHERLANDS)
    long = " ".join(["woord"] * 60)
    found = page.evaluate(
        "texts => texts.map(bb.sentencesOf)",
        [
            "Je krijgt € 2.200 per jaar. Kijk op www.almere.nl!  'Mag dat?' Ja",
            "هل يمكن؟ نعم.",
            " … ",
            long,
            "你好。可以吗？“可以。”谢谢",
        ],
    )
    assert found[:3] == [
        ["Je krijgt € 2.200 per jaar.", "Kijk op www.almere.nl!", "'Mag dat?'", "Ja"],
        ["هل يمكن؟", "نعم."],
        [],
    ]
    assert max(map(len, found[3])) <= 200
    assert found[4] == ["你好。", "可以吗？", "“可以。”", "谢谢"]
    assert " ".join(found[3]) == long


def test_what_did_not_come_is_asked_for_again(visit: Visit) -> None:
    page = _open("/over/", visit, NETHERLANDS)
    page.route("**/read-aloud.js", lambda route: route.abort("aborted"), times=1)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Lees voor").click()
    expect(page.locator("html.bb-js")).to_have_count(1)
    page.wait_for_timeout(700)
    page.get_by_role("button", name="Voorlezen lukt nu niet").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()


def test_a_page_that_was_translated_into_a_language_without_a_voice_says_so(visit: Visit) -> None:
    page = _open("/over/", visit, NETHERLANDS)
    page.evaluate("document.documentElement.lang = 'tr'")
    page.get_by_role("button", name="Lees voor").click()
    expect(page.get_by_role("button", name="Voorlezen lukt nu niet")).to_be_visible()
    page.evaluate("document.documentElement.lang = 'nl'")
    page.get_by_role("button", name="Voorlezen lukt nu niet").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
