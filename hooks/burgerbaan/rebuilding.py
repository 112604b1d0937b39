"""A preview outlives a build that goes wrong: what it showed before is shown again, and the terminal says why."""

from __future__ import annotations

from collections.abc import Callable

from burgerbaan.failures import format_unforeseen
from burgerbaan.gate import Gate

_AS_BEFORE = "De voorvertoning toont wat er al stond. Verbeter het en sla nog een keer op."


def or_as_before(
    build: Callable[[], None], gate: Gate, is_going_on: Callable[[], bool], tell: Callable[[str], object]
) -> Callable[[], None]:
    """The same build that never fails, for after a failure MkDocs answers nobody.

    `is_going_on`: the files are being made aside, and who makes them opens the `gate`.
    """

    def build_again() -> None:
        try:
            build()
        except Exception as error:
            if not isinstance(error, SystemExit):  # that is how MkDocs ends what it has told of
                tell(format_unforeseen(error))
            tell(_AS_BEFORE)
            if not is_going_on():
                gate.open()

    return build_again
