"""Variables that switch something on: only 1 and 0 count, so that a slip never publishes what should not be."""

from __future__ import annotations

from collections.abc import Mapping


class WrongSwitchError(Exception):
    """A variable holds something else; the message is a sentence for the editor."""


def is_on(environment: Mapping[str, str], name: str) -> bool:
    """Whether a variable is 1. Raises WrongSwitchError when it is neither that nor 0 nor empty."""
    text = environment.get(name, "")
    if text not in ("", "0", "1"):
        raise WrongSwitchError(f"{name}: '{text}' is geen keuze. Schrijf {name}=1, of laat het weg.")
    return text == "1"
