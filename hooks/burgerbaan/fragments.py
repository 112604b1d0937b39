"""Pieces of files that are made of one record, kept from build to build as long as that record is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Pieces = Mapping[tuple[str, str], tuple[str, Any]]
"""By kind and name: the stamp of what a piece was made from, and the piece."""


class Fragments:
    """Pieces of an earlier build where their stamp is the same, and of this one; `now` holds what was asked for."""

    def __init__(self, before: Pieces) -> None:
        self._before = before
        self.now: dict[tuple[str, str], tuple[str, Any]] = {}
        self.is_new = False

    def get(self, kind: str, name: str, stamp: str, make: Callable[[], Any]) -> Any:
        """A piece, made at most once."""
        key = kind, name
        found = self.now.get(key) or self._before.get(key)
        if found is None or found[0] != stamp:
            self.is_new = True
            found = stamp, make()
        self.now[key] = found
        return found[1]
