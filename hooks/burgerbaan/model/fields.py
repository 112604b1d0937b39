"""The kinds of field: how a value is typed, checked and described; used by every noun of the model.

A validator here raises `PydanticCustomError(<Kind>, …)`: pydantic finds all mistakes of a record, `wording` says them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, Strict, ValidationInfo
from pydantic_core import PydanticCustomError
from stdnum import iban as stdnum_iban
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.nl import bsn as stdnum_rsin

from burgerbaan.links import is_web_address
from burgerbaan.problems import Kind


def _for_editors(schema: dict[str, Any]) -> None:
    """Class names and docstrings are for programmers: leave them out of what an editor's program shows."""
    schema.pop("title", None)
    schema.pop("description", None)


class Part(BaseModel):
    """A group of fields inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, json_schema_extra=_for_editors)


class Record(Part):
    """One file or one list item that has a name of its own: its slug, and the file it came from."""

    _slug: str = PrivateAttr(default="")
    _path: str = PrivateAttr(default="")

    @property
    def slug(self) -> str:
        """The name in URLs and references: the file's name, the folder's name, or the field `id`."""
        return self._slug

    @property
    def path(self) -> str:
        """File from the project root, with forward slashes."""
        return self._path

    def model_post_init(self, context: Any) -> None:
        if context is not None:
            self._slug, self._path = context


class Item(Record):
    """One entry of a file that is a list; its slug is its field `id`, where it has one."""

    @property
    def slug(self) -> str:
        return str(getattr(self, "id", self._slug))

    @property
    def number(self) -> int:
        """Place in the file's list, from 0."""
        return int(self._slug or 0)


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field whose value is the name of another record: an attribute of Site."""

    target: str


def says(key: str, title: str, text: str, example: Any, default: Any = ..., **limits: Any) -> Any:
    """Declare a field: Dutch key, title and help text for editors, an example; required unless a default is given."""
    return Field(default, alias=key, title=title, description=text, examples=[example], **limits)


def refuse(kind: Kind, **words: Any) -> PydanticCustomError:
    """The error a field type raises; `words` fill the placeholders of the Dutch sentence."""
    return PydanticCustomError("burgerbaan", kind.value, {"kind": kind.value, **words})


_INVISIBLE = ("Cf", "Co", "Cs")


def _visible_line(value: str) -> str:
    if "\n" in value:
        raise refuse(Kind.LINE_BREAK)
    return _visible(value)


def _visible(value: str) -> str:
    if not value.isascii():
        for char in value:
            if unicodedata.category(char) in _INVISIBLE:
                raise refuse(Kind.INVISIBLE, code=f"U+{ord(char):04X}")
    stripped = value.strip()
    if not stripped:
        raise refuse(Kind.EMPTY)
    return stripped


Line = Annotated[str, Field(max_length=200), AfterValidator(_visible_line)]
"""One line of plain text; escaped wherever it is shown."""

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
DistrictRef = Annotated[Slug, Refers("districts")]
SectorRef = Annotated[Slug, Refers("sectors")]
HostRef = Annotated[Slug, Refers("hosts")]


def _date(value: Any) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse(Kind.DATE_IMPOSSIBLE) from None
    raise refuse(Kind.DATE_FORM)


Day = Annotated[date, BeforeValidator(_date, json_schema_input_type=date)]
"""A calendar day, written JJJJ-MM-DD (ISO 8601), meant in Europe/Amsterdam."""


def _moment(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        raise refuse(Kind.DATE_FORM)
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise refuse(Kind.DATE_IMPOSSIBLE) from None
    return value


Moment = Annotated[str, BeforeValidator(_moment, json_schema_input_type=str)]
"""A year, a month or a day, as exact as the source is: "2025", "2025-10" or "2025-10-31"."""


def _clock(value: str) -> str:
    if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", value):
        raise refuse(Kind.TIME_FORM)
    return value


Clock = Annotated[str, AfterValidator(_clock)]
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


Mail = Annotated[str, Field(max_length=100), AfterValidator(_mail)]


def _phone(value: str) -> str:
    digits = re.sub(r"[ ()-]", "", value)
    if not re.fullmatch(r"(?:\+[1-9]\d{7,13}|0\d{9}|14\d{3,4}|0[89]00\d{4,7})", digits):
        raise refuse(Kind.PHONE)
    return value


Phone = Annotated[str, AfterValidator(_phone)]
"""A phone number as people write it; `dutch.dial` makes the number a phone dials."""


def _postcode(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}", value):
        raise refuse(Kind.POSTCODE)
    return value


Postcode = Annotated[str, AfterValidator(_postcode)]


def _iban(value: str) -> str:
    try:
        return str(stdnum_iban.validate(value))
    except StdnumError:
        raise refuse(Kind.IBAN) from None


Iban = Annotated[str, AfterValidator(_iban)]


def _rsin(value: str) -> str:
    try:
        return str(stdnum_rsin.validate(value))
    except StdnumError:
        raise refuse(Kind.RSIN) from None


Rsin = Annotated[str, AfterValidator(_rsin)]


def _kvk(value: str) -> str:
    if not re.fullmatch(r"\d{8}", value):
        raise refuse(Kind.KVK)
    return value


Kvk = Annotated[str, AfterValidator(_kvk)]


def _file_name(value: str, info: ValidationInfo) -> str:
    parts = value.split("/")
    if any(part in ("", ".", "..") or not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", part) for part in parts):
        raise refuse(Kind.FILE_REFERENCE)
    return value


FileName = Annotated[str, Field(max_length=120), AfterValidator(_file_name)]
"""A file under `content/`, with forward slashes; never absolute, never `..`."""

T = TypeVar("T")
Many = Annotated[tuple[T, ...], Strict(False)]
"""A list in the file, immutable in the program."""

Choice = Annotated[T, Strict(False)]
"""One word out of an enumeration."""


PageRef = Annotated[Line, Refers("pages")]
"""A page under `content/`, such as `meedoen/index.md`."""

MediaRef = Annotated[FileName, Refers("media")]
"""A picture or document under `content/`."""


class Picture(Part):
    """A picture that belongs to the content, with what is needed to show it honestly."""

    file: MediaRef = says("bestand", "Bestand", "Plaatje in de map content/.", "beeld/wijken/haven.svg")
    alt: Line = says("alt", "Beschrijving", "Wat je ziet, voor wie het plaatje niet ziet.", "Bootjes aan de kade.")
    maker: Line = says("maker", "Maker", "Wie het maakte.", "Getekend voor deze site")
    licence: Line = says("licentie", "Licentie", "Wat ermee mag.", "Vrij te gebruiken met naamsvermelding")


class Contact(Part):
    """How to reach somebody about one kind of question."""

    role: Line = says("rol", "Rol", "Wie je krijgt, als rol.", "Coördinator")
    name: Line | None = says("naam", "Naam", "Alleen als die persoon dat goed vindt.", "Noor", None)
    phone: Phone | None = says("telefoon", "Telefoon", "Nummer met netnummer.", "036 123 45 67", None)
    phone_hours: Line | None = says("bereikbaar", "Bereikbaar", "Wanneer je kunt bellen.", "ma–do 9–16 uur", None)
    whatsapp: Phone | None = says("whatsapp", "WhatsApp", "Mobiel nummer met WhatsApp.", "06 12 34 56 78", None)
    mail: Mail | None = says("mail", "E-mail", "E-mailadres van de rol.", "meedoen@example.org", None)
    answers_within: Line | None = says(
        "antwoord_binnen", "Antwoord binnen", "Hoe snel je antwoord krijgt.", "2 werkdagen", None
    )
    visit: Line | None = says("langskomen", "Langskomen", "Waar en wanneer je kunt binnenlopen.", "di 10–12 uur", None)

    def model_post_init(self, context: Any) -> None:
        if not (self.phone or self.whatsapp or self.mail or self.visit):
            raise refuse(Kind.CONTACT_UNREACHABLE)
