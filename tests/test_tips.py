"""Tips and what was done with them: each once, each with an address that stays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from burgerbaan.tips import ToldTip, all_tips, tip_address
from tests.made_events import filled, made_event, made_tip, minimal_site, with_events
from tests.small_site import files_of

TIP: dict[str, Any] = {"tip": "Maak een lijst.", "antwoord": "Die is er.", "status": "gedaan", "datum": "2026"}


def _event_with(*tips: dict[str, Any]) -> Any:
    return made_event(datum="2026-10-01", tips=[{**TIP, **tip} for tip in tips])


def test_tips_about_the_site_and_of_meetings_stand_in_one_list() -> None:
    site = with_events(_event_with({"tip": "Zet koffie."}), tips=(made_tip(tip="Maak de letters groter."),))
    html = filled(site, "tips")
    assert "Zet koffie." in html
    assert "Maak de letters groter." in html
    assert re.search(r'href="[./]*agenda/avond/#tip-zet-koffie-[0-9a-f]{5}">Praatavond</a>', html)


def test_a_tip_that_is_written_twice_is_read_once() -> None:
    site = with_events(_event_with({"tip": "Maak een lijst."}), tips=(made_tip(tip="maak  een LIJST"),))
    [told] = all_tips(site)
    assert told.event is not None
    assert filled(site, "tips").count('class="bb-tip"') == 1


def test_tips_are_counted_by_what_became_of_them_and_no_empty_part_is_shown() -> None:
    tips = [
        made_tip(number, tip=f"Tip {number}.", status=status)
        for number, status in enumerate(["gedaan", "bezig", "gedaan", "doen we niet"])
    ]
    html = filled(with_events(tips=tuple(tips)), "tips")
    heads = re.findall(r'<h2 id="(stand-[a-z-]+)">([^<]*)</h2>', html)
    assert heads == [
        ("stand-gedaan", "Gedaan (2)"),
        ("stand-bezig", "Bezig (1)"),
        ("stand-doen-we-niet", "Doen we niet (1)"),
    ]
    assert re.findall(r'<li><a href="#(stand-[a-z-]+)">', html) == [anchor for anchor, _ in heads]


def test_the_latest_tip_comes_first() -> None:
    days = ["2025", "2026-03", "2026-11-01", "2024-12-31"]
    tips = tuple(made_tip(number, tip=f"Tip {day}.", datum=day) for number, day in enumerate(days))
    html = filled(with_events(tips=tips), "tips")
    assert re.findall(r"<strong>Tip ([0-9-]+)\.", html) == ["2026-11-01", "2026-03", "2025", "2024-12-31"]


def test_without_tips_the_page_says_so() -> None:
    assert "Er zijn nog geen tips." in filled(minimal_site(), "tips")


def test_the_address_of_a_tip_stays_when_others_come_and_when_its_answer_changes() -> None:
    tip = made_tip(0)
    moved = made_tip(7, antwoord="Iets anders.", status="bezig", datum="2025")
    assert ToldTip(tip, None, 0).anchor == ToldTip(moved, None, 7).anchor
    named = made_tip(0, id="lijst"), made_tip(0, id="lijst", tip="Maak een langere lijst.")
    assert {ToldTip(item, None, 0).anchor for item in named} == {"tip-lijst"}


def test_tips_that_begin_alike_have_addresses_of_their_own() -> None:
    long = "Maak een lijst met alle organisaties die plek hebben voor iemand, en zet die "
    anchors = {ToldTip(made_tip(0, tip=f"{long}{end}"), None, 0).anchor for end in ("voorop.", "achterop.")}
    assert len(anchors) == 2
    assert all(re.fullmatch(r"tip-[a-z0-9-]+", anchor) for anchor in anchors)


def test_a_tip_has_the_same_name_on_both_pages() -> None:
    site = with_events(_event_with({}))
    anchor = all_tips(site)[0].anchor
    assert f'id="{anchor}"' in filled(site, "tips")
    page = files_of(site)["agenda/avond/index.html"].decode()
    assert f'id="{anchor}"' in page
    assert "Met jullie tips gedaan" in page
    assert 'href="../../over/tips/"' in page


def test_a_tip_without_a_page_leads_nowhere() -> None:
    told = ToldTip(made_tip(0, id="lijst"), None, 0)
    site = with_events()
    assert tip_address(site, told) == "over/tips/#tip-lijst"
    assert tip_address(replace(site, pages=minimal_site().pages), told) is None
    assert tip_address(site, ToldTip(made_tip(0, id="lijst"), made_event(), 0)) == "agenda/avond/#tip-lijst"


def test_a_report_tells_what_each_table_found_and_what_was_agreed() -> None:
    tables = [{"titel": "Tafel 1", "uitkomsten": ["Meer plekken."]}]
    event = made_event(datum="2026-10-01", verslag="Het was druk.", tafels=tables, acties=["Plan maken."], tips=[TIP])
    html = files_of(with_events(event))["agenda/avond/index.html"].decode()
    heads = re.findall(r'<h2 id="([a-z]+)">', html)
    assert heads[-4:] == ["verslag", "tafels", "acties", "tips"]
    assert "Uitkomsten per tafel" in html
    coming = files_of(with_events(made_event(tafels=tables)))["agenda/avond/index.html"].decode()
    assert ">De tafels<" in coming


def test_markup_in_a_tip_stays_text() -> None:
    evil = "<img src=x> & meer"
    html = filled(with_events(tips=(made_tip(0, tip=evil, antwoord=evil, van=evil),)), "tips")
    assert "<img src=x>" not in html
    assert html.count("&lt;img src=x&gt; &amp; meer") == 3
