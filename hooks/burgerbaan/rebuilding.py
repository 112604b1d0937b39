"""A preview outlives a build that goes wrong: what it showed before is shown again, and the terminal says why."""

from __future__ import annotations

from collections.abc import Callable

from burgerbaan.failures import format_unforeseen
from burgerbaan.preview import Preview

_AS_BEFORE = "De voorvertoning toont wat er al stond. Verbeter het en sla nog een keer op."


def or_as_before(build: Callable[[], None], preview: Preview, tell: Callable[[str], object]) -> Callable[[], None]:
    """The same build that never fails, for after a failure MkDocs answers nobody."""

    def build_again() -> None:
        preview.pause()
        try:
            build()
        except Exception as error:
            if not isinstance(error, SystemExit):  # that is how MkDocs ends what it has told of
                tell(format_unforeseen(error))
            tell(_AS_BEFORE)
        preview.resume()

    return build_again
