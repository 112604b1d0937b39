"""Pieces of files that are made of one record, kept from build to build as long as that record is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one record by their kind, and the stamp of what they are made from."""

    stamp: str
    by_kind: Mapping[str, Any] = field(default_factory=dict)


class Fragments:
    """Pieces of an earlier build where their stamp is the same, and of this one; `now` holds those in use."""

    def __init__(self, before: Mapping[str, Pieces]) -> None:
        self._before = before
        self.now: dict[str, Pieces] = {}

    def get(self, kind: str, name: str, stamp: str, make: Callable[[], Any]) -> Any:
        """A piece, made at most once."""
        found = self.of(name, stamp)
        if kind not in found.by_kind:
            found = self.now[name] = Pieces(stamp, {**found.by_kind, kind: make()})
        return found.by_kind[kind]

    def of(self, name: str, stamp: str) -> Pieces:
        """What is known of a record, which may be nothing."""
        found = self.now.get(name) or self._before.get(name)
        if found is None or found.stamp != stamp:
            found = Pieces(stamp)
        self.now[name] = found
        return found
