"""What a bank must be able to read: names, texts, amounts and hosts of a payment, and a transfer made of them.

Sources: EPC069-12 version 3.1 (payment codes), EPC217-08 (the characters that every bank of SEPA takes), ISO 11649
(creditor references), EPC409-09 (the countries of SEPA whose banks may ask for a BIC as well).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from stdnum import iban as stdnum_iban
from stdnum import iso11649
from stdnum.exceptions import ValidationError as StdnumError

from burgerbaan.kinds import Kind
from burgerbaan.links import is_web_address
from burgerbaan.model.euro import Euro
from burgerbaan.model.record import Holds, Part, Secret, refuse, says
from burgerbaan.payment_hosts import is_shortener

MOST_BYTES = 331
"""Of a whole payment code: what fits in version 13 at level M."""

LEAST, MOST = Decimal("0.01"), Decimal("999999999.99")

_LETTER = re.compile(r"[A-Za-z0-9/?:().,'+ -]")
_INSTEAD = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L",
    "ı": "i", "þ": "th", "ð": "d", "&": "en", "@": "at", "_": "-", "€": "EUR", "‘": "'", "’": "'", "“": "'", "”": "'",
    '"': "'", "–": "-", "—": "-", "…": "...", "´": "'", "`": "'", ";": ",", "!": ".", "*": ".", "=": "-",
}  # fmt: skip

_WITH_BIC = frozenset(("AD", "AL", "CH", "GB", "GG", "GI", "IM", "JE", "MC", "MD", "ME", "MK", "RS", "SM", "VA"))
_WITHOUT_BIC = frozenset(
    ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
     "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK")
)  # fmt: skip
"""Countries of the European Economic Area."""
SEPA = _WITH_BIC | _WITHOUT_BIC


def replacement(char: str) -> str:
    """What to type for a letter that banks do not take; '' when there is nothing like it."""
    if char in _INSTEAD:
        return _INSTEAD[char]
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return plain if plain and "⁄" not in unicodedata.normalize("NFKD", char) and all(map(_LETTER.match, plain)) else ""


def _bank_text(value: str) -> str:
    if "\n" in value or "\r" in value:
        raise refuse(Kind.LINE_BREAK)
    for char in value:
        if unicodedata.category(char)[0] == "C" or (char != " " and unicodedata.category(char)[0] == "Z"):
            raise refuse(Kind.INVISIBLE, code=f"U+{ord(char):04X}")
    if not value.strip():
        raise refuse(Kind.EMPTY)
    for char in value:
        if not _LETTER.match(char):
            advice = f"Typ '{better}'" if (better := replacement(char)) else "Haal het weg"
            raise refuse(Kind.BANK_LETTER, char=char, advice=advice)
    if value != " ".join(value.split()):
        raise refuse(Kind.BANK_SPACES)
    if value.startswith("/") or value.endswith("/") or "//" in value:
        raise refuse(Kind.BANK_SLASH)
    return value


BankName = Annotated[str, Field(max_length=70), AfterValidator(_bank_text)]
"""The name of who holds an account, exactly as the bank has it."""

PaymentText = Annotated[str, Field(max_length=140), AfterValidator(_bank_text)]
"""What stands with a payment (unstructured remittance)."""

ShortPaymentText = Annotated[str, Field(max_length=35), AfterValidator(_bank_text)]
"""A few words that stand with a payment; short, so that the code stays small and easy to scan."""


def _iban(value: str) -> str:
    plain = value.replace(" ", "")
    is_written_well = value in (plain, in_fours(plain)) and re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", plain)
    if not is_written_well or not stdnum_iban.is_valid(plain):
        raise refuse(Kind.IBAN)
    if plain[:2] not in _WITHOUT_BIC:
        raise refuse(Kind.IBAN_BIC if plain[:2] in _WITH_BIC else Kind.IBAN_COUNTRY, country=plain[:2])
    return plain


def in_fours(iban: str) -> str:
    """An account number as people read it: 'NL91 ABNA 0417 1643 00'."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


Iban = Annotated[str, AfterValidator(_iban), Holds(Secret.IBAN)]
"""An account number, in one piece or in fours."""


def _reference(value: str) -> str:
    try:
        valid = str(iso11649.validate(value))
    except StdnumError:
        valid = ""
    if valid != value:
        raise refuse(Kind.CREDITOR_REFERENCE)
    return value


CreditorReference = Annotated[str, AfterValidator(_reference)]
"""A reference with check digits (ISO 11649)."""


def _payable(value: Decimal) -> Decimal:
    if value < LEAST:
        raise refuse(Kind.TOO_LOW, limit=f"minstens {LEAST}")
    if value > MOST:
        raise refuse(Kind.TOO_HIGH, limit=f"hoogstens {MOST}")
    return value


PaymentAmount = Annotated[Euro, AfterValidator(_payable)]
"""An amount in euro of one payment."""


def _host(value: str) -> str:
    if value != value.lower() or "/" in value or not is_web_address(f"https://{value}/"):
        raise refuse(Kind.HOST)
    if is_shortener(value):
        raise refuse(Kind.HOST_SHORTENER)
    return value


PaymentHost = Annotated[str, Field(max_length=253), AfterValidator(_host), Holds(Secret.PAYMENT_HOST)]
"""The host of a page where people pay, such as 'paymentlink.mollie.com'; also what stands in its address."""

_PLAIN_LINK = re.compile(r"https://[a-z0-9.-]+/[A-Za-z0-9/._~-]*(?:\?[A-Za-z0-9=&._~-]*)?\Z")


def _link(value: str) -> str:
    if not is_web_address(value) or not _PLAIN_LINK.match(value):
        raise refuse(Kind.PAYMENT_LINK)
    return value


PaymentLink = Annotated[str, Field(max_length=300), AfterValidator(_link)]
"""The address of a page where people pay, without anything that could lead on to another."""


Message = Annotated[str, Field(max_length=70), AfterValidator(_bank_text)]
"""What the payer is shown (beneficiary to originator information)."""


def _purpose(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{4}", value):
        raise refuse(Kind.PURPOSE)
    return value


Purpose = Annotated[str, AfterValidator(_purpose)]
"""What a payment is for (ISO 20022 external purpose code)."""


class Transfer(Part):
    """One transfer that a payment code asks a bank app for."""

    name: BankName = says("naam", "Naam", "Naam zoals de bank die kent.", "Stichting Voorbeeld")
    iban: Iban = says("iban", "IBAN", "Rekeningnummer.", "NL91ABNA0417164300")
    amount: PaymentAmount | None = says("bedrag", "Bedrag", "In euro, met een punt.", Decimal("25.00"), None)
    reference: CreditorReference | None = says(
        "kenmerk", "Betalingskenmerk", "Een kenmerk met controlegetal dat begint met RF.", "RF18539007547034", None
    )
    text: PaymentText | None = says("omschrijving", "Omschrijving", "Wat erbij staat.", "Gift een plek", None)

    purpose: Purpose | None = says("doelcode", "Doelcode", "Vier hoofdletters van ISO 20022.", "CHAR", None)
    message: Message | None = says("bericht", "Bericht", "Wat de gever in de app te lezen krijgt.", "Dank je wel", None)

    @model_validator(mode="after")
    def _one_reference(self) -> Transfer:
        if self.reference and self.text:
            raise refuse(Kind.BOTH_REFERENCES, at="omschrijving")
        return self
