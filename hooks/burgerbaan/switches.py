"""Variables that switch something on or off: only 1 and 0 count, so that a slip never publishes what should not be."""

from __future__ import annotations

from collections.abc import Mapping


class WrongSwitchError(Exception):
    """A variable holds something else; the message is a sentence for the editor."""


def is_on(environment: Mapping[str, str], name: str, *, usually: bool = False) -> bool:
    """Whether a variable is 1, or what is usual when it is empty. Raises WrongSwitchError when it is not 0 either."""
    text = environment.get(name, "")
    if text not in ("", "0", "1"):
        other = "0" if usually else "1"
        raise WrongSwitchError(f"{name}: '{text}' is geen keuze. Schrijf {name}={other}, of laat het weg.")
    return text == "1" if text else usually
