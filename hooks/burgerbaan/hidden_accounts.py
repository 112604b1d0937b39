"""Account numbers in a text however they are broken up: by bold type, table cells, odd spaces or odd digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from html import unescape
from urllib.parse import unquote

from stdnum import iban as stdnum_iban

from burgerbaan.model.payment import SEPA

_MARKUP = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_BETWEEN = re.compile(r"[\W_]+")
_OTHERS = "|".join(sorted(SEPA - {"NL"}))
_LIKELY = re.compile(rf"NL[0-9]{{2}}[A-Z]{{4}}[0-9]{{10}}|(?:{_OTHERS})[0-9]{{2}}[A-Z0-9]{{0,7}}[0-9]{{7}}".encode())
_END, _BEFORE = re.compile(b"[0-9]{7,}"), 11
"""How accounts end, which few other texts do, and how much of one can stand before that."""
_START = re.compile(rf"(?=((?:NL|{_OTHERS})[0-9]{{2}}[A-Z0-9]{{11,30}}))")

_LOOKALIKES = dict(zip("АВЕКМНОРСТХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXISJABEZHIKMNOPTYX", strict=True))
_FOREIGN = re.compile("[^\0-\x7f\xc0-\xff–—‘’“”€]")
"""What may look like something else; no letter, dash or quotation mark of Dutch does."""
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def revealed(text: str) -> str:
    """A text with what stands for other signs replaced: references of HTML, escapes of YAML and of addresses."""
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: chr(min(int(found[1] or found[2] or found[3], 16), 0x10FFFF)), text)
    text = unescape(text) if "&" in text else text
    return unquote(text) if "%" in text else text


def may_hide_account(text: str) -> bool:
    """Whether there may be one; false for most texts, and quickly."""
    plain = _plain(text).upper().encode("ascii", "ignore").translate(None, _NO_LETTERS)  # no account has other signs
    return any(_LIKELY.search(plain, max(0, end.start() - _BEFORE), end.end()) for end in _END.finditer(plain))


def hidden_accounts_in(text: str) -> Iterator[tuple[str, int]]:
    """Each account number with where it starts."""
    kept = [(char, place) for place, letter in _letters(text) for char in letter]
    whole = "".join(char for char, _ in kept)
    end = 0
    for found in _START.finditer(whole):
        iban = _iban(found[1]) if found.start() >= end else ""
        if iban:
            end = found.start() + len(iban)
            yield iban, kept[found.start()][1]


def _plain(text: str) -> str:
    text = _MARKUP.sub("", text) if "<" in text else text
    return text if text.isascii() else folded(text)


def folded(text: str) -> str:
    """A text with letters and digits of other scripts that look like ours, or mean the same, as ours."""
    return unicodedata.normalize("NFKC", text).translate(_alike()) if _FOREIGN.search(text) else text


@cache
def _alike() -> Mapping[int, str]:
    digits = {
        chr(code): str(unicodedata.decimal(chr(code)))
        for code in range(0x80, 0x1FBFA)
        if unicodedata.decimal(chr(code), None) is not None
    }
    return str.maketrans(_LOOKALIKES | {char.lower(): latin for char, latin in _LOOKALIKES.items()} | digits)


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """Letters and digits as they are compared, with their place in the text."""
    start = 0
    for markup in (*_MARKUP.finditer(text), None):
        for place in range(start, markup.start() if markup else len(text)):
            char = text[place]
            yield place, _BETWEEN.sub("", char if char.isascii() else folded(char)).upper()
        start = markup.end() if markup else start


@lru_cache(maxsize=1024)
def _iban(text: str) -> str:
    """The account number that a text begins with, '' when there is none."""
    lengths = range(len(text), 14, -1)
    return next((text[:length] for length in lengths if stdnum_iban.is_valid(text[:length], check_country=False)), "")
