"""An amount of money as it is written in a file: exact, and never less than a cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from burgerbaan.kinds import Kind
from burgerbaan.model.record import refuse

_CENTS = -2


def _money(value: Any) -> Any:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _in_cents(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < _CENTS:
        raise refuse(Kind.AMOUNT_CENTS)
    return value


Euro = Annotated[Decimal, BeforeValidator(_money, json_schema_input_type=Decimal), AfterValidator(_in_cents)]
"""An amount in euro: whole, or with a point and cents."""
