"""Payment codes for bank apps: the text of EPC069-12 version 3.1, written and read.

Version 002 (no BIC inside the European Economic Area), UTF-8 of which only ASCII is used, LF between lines, two
decimals, and nothing after the last line that is filled.
"""

from __future__ import annotations

import re
from decimal import Decimal

from burgerbaan.model.payment import MOST_BYTES, Transfer

_TAG, _VERSION, _UTF8, _WAY = "BCD", "002", "1", "SCT"
_LINES = 12
_NEEDED = 7
_AMOUNT = re.compile(r"EUR(\d{1,9}(?:\.\d{1,2})?)\Z", re.A)


class WrongPaymentError(ValueError):
    """A text that is no payment code as we make them; the message says which line and why."""


def write_payment(transfer: Transfer) -> str:
    """The text of the code for a transfer. Raises WrongPaymentError when it is longer than a code may be."""
    amount = f"EUR{transfer.amount:.2f}" if transfer.amount is not None else ""
    lines = [_TAG, _VERSION, _UTF8, _WAY, "", transfer.name, transfer.iban, amount, transfer.purpose or "",
             transfer.reference or "", transfer.text or "", transfer.message or ""]  # fmt: skip
    while not lines[-1]:
        lines.pop()
    text = "\n".join(lines)
    if (length := len(text.encode())) > MOST_BYTES:
        raise WrongPaymentError(f"{length} bytes")
    return text


def read_payment(text: str) -> Transfer:
    """What a bank app makes of a code: every line by its number, nothing taken for granted.

    Raises WrongPaymentError; of what it holds also pydantic's ValidationError (a ValueError too).
    """
    lines = text.split("\n")
    if len(text.encode()) > MOST_BYTES:
        raise WrongPaymentError(f"{len(text.encode())} bytes")
    if not _NEEDED <= len(lines) <= _LINES:
        raise WrongPaymentError(f"{len(lines)} lines")
    if not lines[-1]:
        raise WrongPaymentError("something stands after the last line that is filled")
    if lines[:4] != [_TAG, _VERSION, _UTF8, _WAY]:
        raise WrongPaymentError("line 1 to 4")
    filled = lines + [""] * (_LINES - len(lines))
    _, _, _, _, bic, name, iban, amount, *others = filled
    if bic:
        raise WrongPaymentError("line 5")
    values = {"naam": name, "iban": iban, "bedrag": _read_amount(amount)}
    keys = ("doelcode", "kenmerk", "omschrijving", "bericht")
    return Transfer.model_validate(values | {key: line or None for key, line in zip(keys, others, strict=True)})


def _read_amount(line: str) -> Decimal | None:
    if not line:
        return None
    found = _AMOUNT.match(line)
    if not found:
        raise WrongPaymentError("line 8")
    return Decimal(found[1])
