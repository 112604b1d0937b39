"""Texts that only keep a place free: 'volgt nog', 'n.t.b.', an example that was never replaced."""

from __future__ import annotations

import re

SHORT = 8
"""Words. In a longer text 'nader te bepalen' can be what the statutes say, and 'nog niet bekend' a result."""

_ANYWHERE = re.compile(
    r"\bn\.?\s?t\.?\s?b\b|\btbd\b|\bto-?do\b|\blorem ipsum\b|\bx{3,}\b|\bnog in te vullen\b|\bhier (?:zelf )?invullen\b"
    r"|\bvolg(?:t|en) (?:nog|later|binnenkort)\b|(?:\.{3}|…)\s*\Z",
    re.I,
)
_IN_SHORT = re.compile(
    r"\bvolg(?:t|en)\W*\Z|\b(?:nader|nog) te bepalen\b|\bnog (?:niet |on)bekend\b|\b(?:niet bekend|onbekend)\W*\Z"
    r"|\baan te vullen\W*\Z|\bwordt (?:nog |later )?aangevuld\b",
    re.I,
)
_ALONE = re.compile(
    r"(?:(?:nog|zelf|dit) )*invullen|in te vullen|n\.?v\.?t|niet van toepassing|p\.?m|leeg|test|to do|naam|[\W_]*"
    r"|(?:voorbeeld)?tekst|(?:stichting |[a-z]\. ?)*voorbeeld(?:straat|weg|plein)?(?: \d.*)?",
    re.I,
)
_MAIL = re.compile(r"@(?:example|voorbeeld)\.[a-z]+\Z", re.I)
_NUMBERS = frozenset(
    {
        "123456782",  # RSIN, as the handbook shows it
        "111222333",
        "12345678",
        "0361234567",
        "0612345678",
        "0123456789",
    }
)


def is_placeholder(text: str) -> bool:
    """Whether a text only says that something else should come here."""
    plain = re.sub(r"\s+", " ", text).strip()
    digits = re.sub(r"[ ().+-]", "", plain)
    if digits.isdigit():
        return digits in _NUMBERS or (len(digits) > 5 and len(set(digits)) == 1)
    if _ANYWHERE.search(plain) or _MAIL.search(plain) or _ALONE.fullmatch(plain.strip(" .,:;!?()[]<>'\"")):
        return True
    return len(plain.split(" ")) <= SHORT and _IN_SHORT.search(plain) is not None
