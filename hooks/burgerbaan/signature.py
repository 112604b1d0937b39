"""The signature under everything that decides where money goes: what was signed, in words that a person can check.

The text lies in a file of its own, whose owner is another person than that of the data (CODEOWNERS): who changes an
account number needs both. The fingerprint is the SHA-256 (FIPS 180-4) of the lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from burgerbaan.model.donation import Donation
from burgerbaan.model.marks import marked_fields, values_at
from burgerbaan.model.record import Signed
from burgerbaan.problems import Location

FILE = "donatie.ondertekend"

_HEAD = (
    "# Dit bestand maakt het programma. Verander het niet zelf.",
    "# Wie het goedkeurt, kijkt of hieronder de naam en het nummer van de bank staan.",
)
_FINGERPRINT, _DAY = "vingerafdruk", "ondertekend"

_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]+)?")

ADDRESS = "url"
"""The field of `programma.yml` with the address of the site."""

Lines = Mapping[str, str]
"""What is signed: the name of each field and its value as text."""


class Change(NamedTuple):
    """One field that is not as it was signed; '' where it was not or is no more. `location` where it stands now."""

    field: str
    before: str
    now: str
    location: Location


def signed_lines(donation: Donation, address: str) -> Lines:
    """Every field that is signed for, in the order of the model; `address` of the site, which codes lead to."""
    return MappingProxyType({field: _text(value) for field, value, _ in _signed(donation, address)})


def changes(donation: Donation, address: str, before: Lines) -> Iterator[Change]:
    """What is not as it was signed: first what is there now, then what is gone."""
    now = set()
    for field, value, location in _signed(donation, address):
        now.add(field)
        if not _is_as_signed(value, before.get(field)):
            yield Change(field, before.get(field, ""), _text(value), location)
    for field in before:
        if field not in now:
            yield Change(field, before[field], "", ())


def write_signature(donation: Donation, address: str, today: date) -> str:
    """The text of the file."""
    lines = [f"{field}: {value}" for field, value in signed_lines(donation, address).items()]
    top = [f"{_DAY}: {today.isoformat()}", f"{_FINGERPRINT}: {_fingerprint(lines)}"]
    return "\n".join((*_HEAD, *top, "", *lines)) + "\n"


def read_signature(text: str) -> Lines | None:
    """What was signed; None when the text is not as it was written."""
    parts = [line for line in text.split("\n") if line and not line.startswith("#")]
    pairs = [line.partition(": ") for line in parts]
    if [pair[0] for pair in pairs[:2]] != [_DAY, _FINGERPRINT]:
        return None
    fields = {field: value for field, _, value in pairs[2:]}
    is_whole = len(fields) == len(pairs) - 2 and pairs[1][2] == _fingerprint(parts[2:])
    return MappingProxyType(fields) if is_whole else None


def _fingerprint(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _signed(donation: Donation, address: str) -> Iterator[tuple[str, Any, Location]]:
    yield ADDRESS, address, (ADDRESS,)
    for field in marked_fields(Donation, Signed):
        for location, value in values_at(donation, field.steps):
            yield _name(donation, location), value, location


def _name(donation: Donation, location: Location) -> str:
    """A goal is named by its id, so that another order changes nothing."""
    if location[0] == "doelen" and isinstance(location[1], int):
        location = (location[0], donation.goals[location[1]].id, *location[2:])
    return "/".join(str(step + 1) if isinstance(step, int) else step for step in location)


def _is_as_signed(value: Any, before: str | None) -> bool:
    """An amount is the same with and without its cents written out."""
    if isinstance(value, Decimal) and before is not None and _AMOUNT.fullmatch(before):
        return value == Decimal(before)
    return _text(value) == before


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
