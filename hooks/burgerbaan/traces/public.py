"""Which mail addresses, numbers and accounts are public: those that a record says, and those that editors are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from burgerbaan.model.collections import FACTS, RECORDS
from burgerbaan.model.marks import marked_fields, values_at
from burgerbaan.model.record import Holds, Record, Secret
from burgerbaan.traces.text import comparable

MONEY = (Secret.IBAN, Secret.PAYMENT_HOST)
"""Where money goes: of these an example is no more public than any other."""

Known = tuple[Secret | None, str]
"""A secret as it is compared."""


def allowed_secrets(records: Iterable[Record]) -> frozenset[Known]:
    """What may stand anywhere in the site of these records."""
    return frozenset((*_public(records), *(item for item in _examples() if item[0] not in MONEY)))


def example_accounts() -> frozenset[Known]:
    """Where money goes in examples."""
    return frozenset(item for item in _examples() if item[0] in MONEY)


def _public(records: Iterable[Record]) -> Iterator[Known]:
    for record in records:
        for field in marked_fields(type(record), Holds):
            for _, value in values_at(record, field.steps):
                yield from _compared(field.mark.secret, value)


def _examples() -> Iterator[Known]:
    """Values that editors are shown as an example; they belong to nobody."""
    for model in (*RECORDS.values(), *(item.model for item in FACTS)):
        for field in marked_fields(model, Holds):
            for example in field.examples:
                for value in example if isinstance(example, list) else [example]:
                    yield from _compared(field.mark.secret, value)


def _compared(secret: Secret, value: str) -> Iterator[Known]:
    if secret is Secret.RSIN:
        yield None, value
    elif secret is Secret.PHONE:
        yield secret, comparable(value)
    elif secret is Secret.MAIL:
        yield secret, value.lower()
    else:
        yield secret, value
