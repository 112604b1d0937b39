"""Where a text speaks of somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from burgerbaan.forget.plan import Mention, Person
from burgerbaan.traces.naming import name_pattern

_LONGEST = 160
_WORD = re.compile(r"[\w-]")


def mentions_in(path: str, text: str, person: Person, others: Collection[str] = ()) -> Iterator[Mention]:
    """Each line that holds the name or leads to the page of somebody, once.

    `others` are file names of other people: 'noor-2' is not Noor.
    """
    pattern = _pattern(person)
    text = unicodedata.normalize("NFC", text)
    last = 0
    for found in pattern.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if line == last or _whole_word(text, found.start(), found.end()).casefold() in others:
            continue
        last = line
        start = text.rfind("\n", 0, found.start()) + 1
        yield Mention(path, line, found.start() - start + 1, _shown(text, start, found.start()))


def speaks_of(text: str, person: Person, others: Collection[str] = ()) -> bool:
    """Whether a text mentions somebody at all."""
    return next(mentions_in("", text, person, others), None) is not None


def is_named_after(path: str, person: Person, others: Collection[str] = ()) -> bool:
    """Whether a file or a folder above it bears the name of somebody."""
    slug = person.slug.casefold()
    for part in path.casefold().split("/"):
        stem = part.split(".")[0]
        if re.search(rf"(?<![^\W_]){re.escape(slug)}(?![^\W_])", stem) and (stem == slug or stem not in others):
            return True
    return False


def is_named_in(file: str, text: str) -> bool:
    """Whether the name of a file stands in a text as a whole; broken YAML has names too."""
    return re.search(rf"(?<![\w.-]){re.escape(file)}(?![\w-]|\.\w)", text, re.I) is not None


# A name that is also a word ('Roos', 'Wil') counts only as it is written, and its file name only in a link.
def _pattern(person: Person) -> re.Pattern[str]:
    slug = re.escape(person.slug)
    parts = [rf"(?<=/){slug}(?=[/.#?)\"'\s]|$)", rf"(?<![\w-]){slug}(?=\.(?:ya?ml|md|jpe?g|png|webp|avif)\b)"]
    if not person.is_common:
        parts.append(rf"(?<!\w){slug}(?!\w)")
    if person.name:
        parts.append(name_pattern(person.name))
    return re.compile("|".join(parts), re.M if person.is_common else re.M | re.I)


def _whole_word(text: str, start: int, end: int) -> str:
    while start > 0 and _WORD.match(text[start - 1]):
        start -= 1
    while end < len(text) and _WORD.match(text[end]):
        end += 1
    return text[start:end]


def _shown(text: str, start: int, place: int) -> str:
    """The line around a place, short enough to read."""
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)]
    if len(line) <= _LONGEST:
        return line.strip()
    first = max(place - start - _LONGEST // 2, 0)
    return ("…" if first else "") + line[first : first + _LONGEST].strip() + "…"
