"""The hours sheet of a month: a form for who has a script, and the sheet that everybody prints and has signed."""

from __future__ import annotations

import json

from markupsafe import Markup

from burgerbaan.pages.bank_data import FOLDER, bank_version
from burgerbaan.render import Renderer


def hours_sheet(renderer: Renderer, base: str) -> Markup:
    """The part of the page that writes, counts and prints; nothing that is written leaves the device."""
    words = renderer.words
    settings = {"folder": f"{base}{FOLDER}", "version": bank_version(renderer), "words": words.group("hours_text")}
    return renderer.component(
        "hours-sheet",
        settings=json.dumps(settings, ensure_ascii=False, sort_keys=True),
        person=words("hours.sign_person_name"),
        third=renderer.site.payer,
        base=base,
    )
