"""The kinds of field: how a value is typed, checked and described; used by every noun of the model.

A validator here raises `refuse(<Kind>, …)`: pydantic finds all mistakes of a record, `wording` says them.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, Strict
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.nl import bsn as stdnum_rsin

from burgerbaan.kinds import Kind
from burgerbaan.links import dial, is_web_address
from burgerbaan.model.record import Holds, Past, Refers, Secret, refuse

_INVISIBLE = ("Cc", "Cf", "Co", "Cs")
_JOINERS = "\n\u00ad\u200c\u200d\ufe0f"
"""Line breaks have a rule of their own; soft hyphens and the joiners inside emoji and some scripts may stay."""

_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and a sign of Unicode that look like a space."""


def _visible_line(value: str) -> str:
    if "\n" in value:
        raise refuse(Kind.LINE_BREAK)
    return _visible(value)


def _visible(value: str) -> str:
    if not value.replace("\n", "").isprintable():
        for char in value:
            if unicodedata.category(char) in _INVISIBLE and char not in _JOINERS:
                raise refuse(Kind.INVISIBLE, code=f"U+{ord(char):04X}")
    if not is_seen(value):
        raise refuse(Kind.EMPTY)
    return value.strip()


def is_seen(text: str) -> bool:
    """Whether there is something to see in a text: joiners, marks without a letter and fillers do not show."""
    return any(unicodedata.category(char)[0] in "LNPS" and char not in _FILLERS for char in text)


Line = Annotated[str, Field(max_length=200), AfterValidator(_visible_line)]
"""One line of plain text; escaped wherever it is shown."""

Label = Annotated[str, Field(max_length=40), AfterValidator(_visible_line)]
"""A few words, as in a box of a drawing."""

ShortLine = Annotated[str, Field(max_length=80), AfterValidator(_visible_line)]
"""A title."""

Prose = Annotated[str, Field(max_length=2_000), AfterValidator(_visible)]
"""Plain text that may run over several lines."""

Markdown = Annotated[str, Field(max_length=60_000), AfterValidator(_visible)]
"""Text with Markdown; raw HTML in it is shown as text."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def is_slug(value: str) -> bool:
    """Whether a text may be part of an address: a-z, 0-9 and single hyphens, at most 60 characters."""
    return len(value) <= 60 and _SLUG.match(value) is not None


def _identifier(value: str) -> str:
    if not is_slug(value):
        raise refuse(Kind.IDENTIFIER_FORM, suggestion=slug_from(value))
    return value


def slug_from(text: str) -> str:
    """The nearest valid slug to a text: 'Café De Brug!' becomes 'cafe-de-brug'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "naam"


Slug = Annotated[str, AfterValidator(_identifier)]
SourceRef = Annotated[Slug, Refers("sources")]
SponsorRef = Annotated[Slug, Refers("sponsors")]
DistrictRef = Annotated[Slug, Refers("districts")]
SectorRef = Annotated[Slug, Refers("sectors")]
LearnAreaRef = Annotated[Slug, Refers("learn_areas")]
HostRef = Annotated[Slug, Refers("hosts")]


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Outside these years a day is a slip of the keyboard: there must be room to count on from it."""


def _date(value: Any) -> date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        day = _day_of(value)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise refuse(Kind.DATE_FAR, first=FIRST_YEAR, last=LAST_YEAR)
        return day
    raise refuse(Kind.DATE_FORM)


def _day_of(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refuse(Kind.DATE_IMPOSSIBLE) from None


Day = Annotated[date, BeforeValidator(_date, json_schema_input_type=date)]
"""A calendar day, written JJJJ-MM-DD (ISO 8601), meant in Europe/Amsterdam."""

PastDay = Annotated[Day, Past()]
"""A day on which somebody did something, such as checking; today at the latest."""


def _begun(value: Any) -> Any:
    if value is None:
        raise refuse(Kind.EMPTY_OPTIONAL)
    return value


Ending = Annotated[Day | None, BeforeValidator(_begun, json_schema_input_type=date | None)]
"""The day on which a yes ends. Whoever begins to write it means no: a key without a day is a mistake, not "no end"."""


def _moment(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        raise refuse(Kind.YEAR_QUOTES)
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        raise refuse(Kind.DATE_FORM)
    if _day_of((value + "-01-01")[:10]).year > LAST_YEAR:
        raise refuse(Kind.DATE_FAR, first=1, last=LAST_YEAR)
    return value


Moment = Annotated[str, BeforeValidator(_moment, json_schema_input_type=str)]
"""A year, a month or a day, as exact as the source is: "2025", "2025-10" or "2025-10-31"."""

PastMoment = Annotated[Moment, Past()]
"""A moment that has begun, at the latest today."""


def _clock(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise refuse(Kind.TIME_FORM)
    return value


Clock = Annotated[str, BeforeValidator(_clock, json_schema_input_type=str)]
"""A time of day, HH:MM."""


def _web(value: str) -> str:
    if not is_web_address(value):
        raise refuse(Kind.WEB_ADDRESS)
    return value


Web = Annotated[str, Field(max_length=300), AfterValidator(_web)]
"""An https address."""


def _mail(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", value):
        raise refuse(Kind.MAIL_ADDRESS)
    return value


Mail = Annotated[str, Field(max_length=100), AfterValidator(_mail), Holds(Secret.MAIL)]


_DIALLED = re.compile(
    r"\+31(?:[0-9]{9}|[89]00[0-9]{4,7}|970[0-9]{8})|\+(?!31)[1-9][0-9]{7,13}|14[0-9]{3,4}|0[89]00[0-9]{4,7}"
)
"""Dutch numbers have nine digits after the country, but for those to call for free or for much, and of machines."""


def _phone(value: str) -> str:
    if re.search(r"[^0-9 ()+-]", value) or not _DIALLED.fullmatch(dial(value)):
        raise refuse(Kind.PHONE)
    return value


Phone = Annotated[str, AfterValidator(_phone), Holds(Secret.PHONE)]
"""A phone number as people write it; `links.dial` makes the number a phone dials."""


def _postcode(value: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{3} (?!SA|SD|SS)[A-Z]{2}", value):
        raise refuse(Kind.POSTCODE)
    return value


Postcode = Annotated[str, AfterValidator(_postcode)]


def _rsin(value: str) -> str:
    try:
        return str(stdnum_rsin.validate(value))
    except StdnumError:
        raise refuse(Kind.RSIN) from None


Rsin = Annotated[str, AfterValidator(_rsin), Holds(Secret.RSIN)]


def _kvk(value: str) -> str:
    if not re.fullmatch(r"[0-9]{8}", value):
        raise refuse(Kind.KVK)
    return value


Kvk = Annotated[str, AfterValidator(_kvk)]


def _file_name(value: str) -> str:
    parts = value.split("/")
    if any(part in ("", ".", "..") or not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", part) for part in parts):
        raise refuse(Kind.FILE_REFERENCE)
    return value


FileName = Annotated[str, Field(max_length=120), AfterValidator(_file_name)]
"""A file under `content/`, with forward slashes; never absolute, never `..`."""


T = TypeVar("T")


def _without_doubles(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(values) > 1 and len(set(values)) < len(values):
        double = next(number for number, value in enumerate(values) if value in values[:number])
        raise refuse(Kind.SAME_TWICE, at=str(double), first=values.index(values[double]) + 1)
    return values


Repeating = Annotated[tuple[T, ...], Strict(False)]
"""A list in which the same may stand twice: cells of a row, people whose names are not known yet."""

Many = Annotated[
    tuple[T, ...],
    Strict(False),
    AfterValidator(_without_doubles),
    Field(json_schema_extra={"uniqueItems": True}),
]
"""A list in the file, immutable in the program; the same thing twice is a slip."""

Choice = Annotated[T, Strict(False)]
"""One word out of an enumeration."""


PageRef = Annotated[Line, Refers("pages")]
"""A page under `content/`, such as `meedoen/index.md`."""

DocumentRef = Annotated[FileName, Refers("documents")]
"""A page or a file under `content/`."""

MediaRef = Annotated[FileName, Refers("media")]
"""A picture or document under `content/`."""
