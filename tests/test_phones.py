"""Phone numbers: however people write one, every phone dials the same, and the watch knows it again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from burgerbaan.links import dial, phone_link, whatsapp_link
from burgerbaan.load import load_site
from burgerbaan.model.contact import Contact
from burgerbaan.model.fields import Phone
from burgerbaan.source.folders import Folders
from burgerbaan.traces.text import comparable
from tests.conftest import ROOT

_PHONE: TypeAdapter[Any] = TypeAdapter(Phone)

ALMERE = (
    "036 123 45 67",
    "(036) 123 45 67",
    "(0)36 123 45 67",
    "036-1234567",
    "+31 36 123 45 67",
    "+31 (0)36 123 45 67",
    "+31(0)36-1234567",
    "+31 036 123 45 67",
    "0031 36 123 45 67",
    "0031 (0)36 123 45 67",
)


@pytest.mark.parametrize("number", ALMERE)
def test_a_phone_dials_the_same_however_a_number_is_written(number: str) -> None:
    assert phone_link(number) == "tel:+31361234567"
    assert whatsapp_link(number) == "https://wa.me/31361234567"
    assert comparable(number) == "0361234567"
    assert _PHONE.validate_python(number) == number


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("14 036", "14036"),
        ("0800 1234", "08001234"),
        ("0900-1234567", "09001234567"),
        ("+31 800 1234", "+318001234"),
        ("+49 (0)30 123456", "+4930123456"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_a_short_number_and_one_from_abroad_keep_their_own_form(number: str, dialled: str) -> None:
    assert dial(number) == dialled
    assert _PHONE.validate_python(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "123 45 67", "036 123 45", "036 123 45 678", "+31 36 123 45", "+31 (0)36 123 45 678",
        "+0 36 123 45 67", "036 123 45 67 of 68", "",
    ],
)  # fmt: skip
def test_too_few_or_too_many_digits_are_no_number(number: str) -> None:
    with pytest.raises(ValidationError):
        _PHONE.validate_python(number)


@given(st.integers(100_000_000, 999_999_999), st.sampled_from(["0{}", "+31{}", "0031{}", "+31 (0){}", "+310{}"]))
def test_what_was_made_to_dial_dials_the_same_again(number: int, spelling: str) -> None:
    dialled = dial(spelling.format(number))
    if str(number)[:3] not in ("800", "900"):  # free and paid numbers exist in their own country only
        assert dialled == f"+31{number}"
    assert dial(dialled) == dialled


def _numbers(contact: Contact) -> set[str]:
    return {dial(number) for number in (contact.phone, contact.whatsapp) if number}


def test_nobody_of_the_example_is_reached_at_the_number_of_somebody_else() -> None:
    site = load_site(Folders(ROOT), date(2026, 11, 22)).site
    assert site
    taken = [_numbers(channel) for channel in site.programme.channels]
    taken += [_numbers(host.contact) for host in site.hosts.values() if host.contact]
    every = [number for numbers in taken for number in numbers]
    assert sorted(every) == sorted(set(every))
