"""What a preview shows of a record that is not right at the moment: what it was when it last was right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from burgerbaan.load import Loaded
from burgerbaan.model.record import Item, Record
from burgerbaan.problems import errors_in
from burgerbaan.rules import without_broken
from burgerbaan.site import EVERYTHING, Site
from burgerbaan.stamps import digest

_NEVER = ("donation",)
"""Where money goes is shown as it is signed, or not at all."""


class LastGood(NamedTuple):
    """A site of right records, and the digests of the texts that they were read from."""

    site: Site
    digests: Mapping[str, str]


def with_last_good(loaded: Loaded, before: LastGood) -> LastGood:
    """What was read now; records that are there but not right are as they were `before`.

    Without their photos: whether those may still be shown stands in what cannot be read.
    """
    if loaded.site is None:
        return before
    changes: dict[str, Any] = {}
    digests = dict(loaded.digests)
    for name in loaded.lost:
        was, now = getattr(before.site, name), getattr(loaded.site, name)
        if name in _NEVER or not was:
            continue
        back = _coming_back(loaded, name, was)
        changes[name] = _in_order(was, now, back) if isinstance(was, Mapping) else back
        for path, is_list in {(record.path, isinstance(record, Item)) for record in _records(back)}:
            if is_list:  # of which other items may be those of now
                digests[path] = digest(loaded.digests.get(path), repr(back))
            elif old := before.digests.get(path):
                digests[path] = old
    return LastGood(without_broken(replace(loaded.site, **changes)), digests)


def _coming_back(loaded: Loaded, name: str, was: Any) -> Any:
    """What is lost of a collection, less what is withheld; of a list that cannot be read all that its file held."""
    assert loaded.site is not None
    if not isinstance(was, Mapping):
        return was
    lost, wrong = loaded.lost[name], {item.path for item in errors_in(loaded.problems)}
    found = {key: item for key, item in was.items() if key in lost or (EVERYTHING in lost and item.path in wrong)}
    return {key: item for key, item in found.items() if not loaded.site.withholds(name, key)}


def _in_order(was: Mapping[str, Any], now: Mapping[str, Any], back: Mapping[str, Any]) -> Mapping[str, Any]:
    """All of now and what comes back, in the order in which they were; what is new comes last."""
    found = {**back, **now}
    return {**{name: found[name] for name in was if name in found}, **found}


def _records(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    else:
        yield from value.values() if isinstance(value, Mapping) else value
