"""What every noun of the model is made of: groups of declared fields, records with a name, references."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from burgerbaan.kinds import Kind


def _for_editors(schema: dict[str, Any]) -> None:
    """Class names and docstrings are for programmers: leave them out of what an editor's program shows."""
    schema.pop("title", None)
    schema.pop("description", None)


class Part(BaseModel):
    """A group of fields inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, json_schema_extra=_for_editors)

    example_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that are not needed by themselves, but without which an example would not be right."""


class Record(Part):
    """One file or one list item that has a name of its own: its slug, and the file it came from."""

    _slug: str = PrivateAttr(default="")
    _path: str = PrivateAttr(default="")

    # Asked for at every turn, and the same for ever.
    @cached_property
    def slug(self) -> str:
        """The name in URLs and references: the file's name, the folder's name, or the field `id`."""
        return self._slug

    @cached_property
    def path(self) -> str:
        """File from the project root, with forward slashes."""
        return self._path

    def model_post_init(self, context: Any) -> None:
        if context is not None:
            self._slug, self._path = context


class Item(Record):
    """One entry of a file that is a list; its slug is its field `id`, where it has one."""

    @cached_property
    def slug(self) -> str:
        found = self.__dict__.get("id")
        return self._slug if found is None else str(found)

    @property
    def number(self) -> int:
        """Place in the file's list, from 0."""
        return int(self._slug or 0)


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field whose value is the name of another record: an attribute of Site."""

    target: str


class Secret(StrEnum):
    """What in other places than its own field may not be public."""

    MAIL = "mail"
    PHONE = "phone"
    IBAN = "iban"
    RSIN = "rsin"
    PAYMENT_HOST = "betaaladres"


@dataclass(frozen=True, slots=True)
class Holds:
    """Marks a field that makes such a value public; one that stands in no such field is a leak."""

    secret: Secret


@dataclass(frozen=True, slots=True)
class Past:
    """Marks a day that has been: one after today is a slip of the keyboard, and would vouch for years to come."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Marks a field that decides where money goes; it is published only as somebody signed for it."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Marks a field that protects somebody: with a mistake in it the record stays, and the field gets this `value`.

    So a typing error in a "no" is a "no" as well, and keeps no photo on the site by stopping the build.
    """

    value: Any


def says(key: str, title: str, text: str, example: Any, default: Any = ..., **limits: Any) -> Any:
    """Declare a field: Dutch key, title and help text for editors, an example; required unless a default is given.

    The example of a group of fields is None: it is put together from theirs.
    """
    examples = None if example is None else [example]
    return Field(default, alias=key, title=title, description=text, examples=examples, **limits)


def fields_by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a group by the keys that an editor types."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def refuse(kind: Kind, **words: Any) -> PydanticCustomError:
    """The error a field type raises; `words` fill the placeholders of the Dutch sentence.

    A rule over several fields says with `at="key/0"` which of them the editor should look at.
    """
    return PydanticCustomError("burgerbaan", kind.value, {"kind": kind.value, **words})
