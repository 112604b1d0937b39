"""How the name of somebody stands in a text: as people type it, and as HTML, JSON and addresses write its signs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html.entities import codepoint2name
from unicodedata import normalize
from urllib.parse import quote

_ALIKE = ("'’‘´`ʼ", '"“”„', "-‐‑–")
"""Signs of which people type one and mean another."""
_ESCAPED = r"%[0-9A-Fa-f]{2}", r"\\u[0-9A-Fa-f]{4}", r"\\[nrt]"
"""A sign of an address or of JSON that ends in a letter or digit and is none."""
_START = "(?:(?<![^\\W_])|" + "|".join(f"(?<={sign})" for sign in _ESCAPED) + ")"
_FREE = re.compile(_START)
_END = r"[sS]?(?![^\W_])"
"""'Noors fiets' is of Noor."""
_SPACE = r"\s|&nbsp;|&#160;|&#x[aA]0;|%20|%C2%A0|\+|\\u00a0|\\n|<br ?/?>"
_TAG = r"</?(?:a|b|em|i|mark|strong)\b[^<>]*>"
_BETWEEN = rf"(?:{_TAG})*(?:{_SPACE}|</t(?:span|ext)>)(?:{_SPACE}|{_TAG}|</?(?:tspan|text)\b[^<>]*>)*"
"""What may stand between two parts of a name: in a drawing, each part may have a place of its own."""
_PLAIN = re.compile(r"[A-Za-z0-9]+")


def name_pattern(name: str) -> str:
    """A pattern of a name that stands by itself, for a text in any of those ways; `name` is not empty."""
    return _START + _written(name)


@dataclass(frozen=True)
class NameFinder:
    """Finds a name where it stands by itself, in a text in any of those ways."""

    name: str

    @cached_property
    def plain_part(self) -> bytes:
        """What stands in every text that holds the name: its longest part of signs that are always written as such."""
        return max(_PLAIN.findall(normalize("NFC", self.name)), key=len, default="").encode()

    # A pattern that begins with a letter is found many times as fast as one that first looks back.
    def found_in(self, text: str) -> Iterator[int]:
        """Where it starts, each time."""
        return (found.start() for found in self._pattern.finditer(text) if _FREE.match(text, found.start()))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_written(self.name))


def _written(name: str) -> str:
    return _BETWEEN.join("".join(map(_sign, part)) for part in normalize("NFC", name).split()) + _END


@cache
def _sign(sign: str) -> str:
    if sign.isascii() and sign.isalnum():
        return sign
    alike = next((group for group in _ALIKE if sign in group), sign)
    ways = sorted({way for one in alike for way in _ways(one)}, key=lambda way: (-len(way), way))
    return f"(?:{'|'.join(map(re.escape, ways))})"


def _ways(sign: str) -> set[str]:
    code = ord(sign)
    found = {sign, normalize("NFD", sign), json.dumps(sign)[1:-1], quote(sign, safe=""), f"\\{sign}"}
    found |= {f"&#{code};", f"&#x{code:x};", f"&#x{code:X};", f"\\u{code:04x}", f"\\u{code:04X}"}
    return found | ({f"&{codepoint2name[code]};"} if code in codepoint2name else {"&apos;"} if sign == "'" else set())
