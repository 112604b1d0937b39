"""Signs that other programs read and Markdown does not, each with what to write instead."""

from __future__ import annotations

import re

NOTE_EXAMPLE = '!!! note "Let op"'
LINK_ADVICE = "Zet het adres er met ronde haakjes direct achter: [Contact](contact/index.md)"
_OPEN_ADVICE = "Sluit het adres met een rond haakje: [Contact](contact/index.md)"
STARS_ADVICE = "Voor vette letters staan er twee sterretjes vast voor en twee vast achter de woorden: **let op**"
_ROBOT_ADVICE = "Dit bleef achter uit een chatbot. Haal het weg, of noem een bron: {{ bron dialoogavond-5 }}"
DOTTED_TIME = re.compile(
    r"(?<![\d.,€])(?<!€[ \u00a0])(?:[01]?\d|2[0-4])\.[0-5]\d"
    r"(?:(?: (?:tot|en) | ?[-–] ?)\d{1,2}(?:[.:]\d\d)?)? uur\b(?! (?:per|in de) )"
)
"""A time of the day as people write it; no amount, no version, no number of hours in a week."""
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
_SIGNS_ANYWHERE = (
    (re.compile(r"\]\((?![^\n]*\n?[^\n]*\))[^\n]*"), _OPEN_ADVICE),
    (re.compile(r"~~[^~\n]+~~"), "Doorstrepen kan niet; haal de tekst of de tekens weg."),
    (re.compile(r"\[\[[^\[\]\n]+\]\](?![(\[])"), LINK_ADVICE),
    (re.compile(r"(?<=\])[ \u00a0]+(\((?=https?:|mailto:|tel:|[^()\s]*\.md\b)[^()\n]*\))"), LINK_ADVICE),
    (re.compile(r"\([^()\n]+\)\[(?:https?:|mailto:|tel:|[^\[\]\s]*\.md\b)[^\[\]\n]*\]"), LINK_ADVICE),
    (re.compile(r"【[^【】\n]*】|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?"), _ROBOT_ADVICE),
)
_SIGNS = (
    *_SIGNS_ANYWHERE,
    (
        re.compile(r"\{%[^%\n]*%\}|\{#[^#\n]*#\}"),
        "Haal het weg; een blok heeft dubbele accolades: {{ contact meedoen }}",
    ),
    (
        re.compile(r"^:::+[^\n]*", re.M),
        f"Een kader maak je zo, met de tekst vier spaties naar rechts: {NOTE_EXAMPLE}",
    ),
    (
        re.compile(r"\[\^[^\[\]\n]+\]"),
        "Voetnoten zijn er niet; zet de tekst tussen haakjes, of noem een bron: {{ bron dialoogavond-5 }}",
    ),
)
SIGNS_IN_PAGE = (
    *_SIGNS,
    (
        re.compile(r"^ *(?:[-*+]|\d+\.) (\[[xX]\]) ", re.M),
        "Een hokje met een kruisje erin kan niet. Schrijf een leeg hokje: - [ ] Koffie zetten",
    ),
)
SIGNS_IN_RECORD = (
    *_SIGNS_ANYWHERE,
    (
        re.compile(r"\{\{[^{}\n]*\}\}"),
        "Een blok werkt alleen op een pagina (.md). Haal het weg, of noem de pagina: [Contact](contact/index.md)",
    ),
    (
        re.compile(r"</?[a-z][a-z0-9]*(?: [^<>\n]*)?/?>", re.I),
        "Dat is HTML. Schrijf **vet** met sterretjes, en begin een nieuwe alinea met een lege regel.",
    ),
)


def with_colons(times: str) -> str:
    """The same as the site itself writes times: 9.00 becomes 09:00."""
    return _CLOCK.sub(lambda found: f"{found[1]:0>2}:{found[2]}", times)
