"""A message that is ready: a mail with the questions in it, or a text to pass on; it works without a script."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

from burgerbaan.model.message import Message
from burgerbaan.model.programme import Channel
from burgerbaan.pages.record_blocks import RECORD_BLOCKS
from burgerbaan.render import Renderer
from burgerbaan.words import Words, load_texts
from tests.made_events import minimal_site

TEXT = "Hallo & welkom.\n\nHet werk:\nDe <b>wijk</b>:"


def _shown(to: str | None = "meedoen", **contact: str) -> str:
    fields = {"titel": "Mail je vacature", "onderwerp": "Een vacature", "tekst": TEXT, **({"aan": to} if to else {})}
    message = Message.model_validate(fields, context=("vacature", "content/gegevens/berichten/vacature.yml"))
    channel = Channel.model_validate(
        {"soort": "meedoen", "titel": "Vragen?", "rol": "Coördinator", **(contact or {"telefoon": "036 000 00 11"})}
    )
    site = minimal_site()
    site = replace(
        site,
        programme=site.programme.model_copy(update={"channels": (channel,)}),
        messages={"vacature": message},
    )
    return RECORD_BLOCKS["bericht"](Renderer(site, Words(load_texts(), site.programme)), "../", "vacature")


def _links(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', html)]


def test_a_mail_holds_the_questions_each_on_its_own_line() -> None:
    (link,) = _links(_shown(mail="hallo@example.org"))
    assert link.startswith("mailto:hallo@example.org?")
    assert parse_qs(urlsplit(link).query) == {"subject": ["Een vacature"], "body": [TEXT + "\n"]}


def test_who_can_be_reached_by_whatsapp_gets_the_same_text_there() -> None:
    _, link = _links(_shown(mail="hallo@example.org", whatsapp="06 00 00 00 11"))
    assert urlsplit(link)[1:3] == ("wa.me", "/31600000011")
    assert parse_qs(urlsplit(link).query) == {"text": [TEXT]}


def test_who_has_neither_gets_a_text_that_can_be_copied() -> None:
    shown = _shown(telefoon="036 000 00 11")
    assert _links(shown) == []
    assert 'data-bb-copy="Hallo &amp; welkom.' in shown


def test_a_text_to_pass_on_is_shown_and_goes_to_nobody_yet() -> None:
    shown = _shown(to=None)
    assert "Hallo &amp; welkom.<br><br>Het werk:<br>De &lt;b&gt;wijk&lt;/b&gt;:</p>" in shown
    (link,) = _links(shown)
    assert urlsplit(link)[1:3] == ("wa.me", "/")
    assert parse_qs(urlsplit(link).query) == {"text": [TEXT]}
