"""What a preview shows of a record that is not right at the moment: what it was when it last was right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from burgerbaan.load import Loaded
from burgerbaan.model.record import Item, Record
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
    """What was read now; records that are there but not right are as they were `before`."""
    if loaded.site is None:
        return before
    changes: dict[str, Any] = {}
    digests = dict(loaded.digests)
    for name, names in loaded.lost.items():
        was, now = getattr(before.site, name), getattr(loaded.site, name)
        if name in _NEVER or not was:
            continue
        back = (
            was
            if EVERYTHING in names or not isinstance(was, Mapping)
            else {key: was[key] for key in was.keys() & names}
        )
        changes[name] = _in_order(was, now, back) if isinstance(was, Mapping) else back
        for record in _records(back):
            if old := before.digests.get(record.path):
                digests[record.path] = digest(digests.get(record.path), old) if isinstance(record, Item) else old
    portraits = {
        slug: before.site.portraits[slug] for slug in changes.get("profiles", ()) if slug in before.site.portraits
    }
    site = replace(loaded.site, **changes, portraits={**portraits, **loaded.site.portraits})
    return LastGood(without_broken(site), digests)


def _in_order(was: Mapping[str, Any], now: Mapping[str, Any], back: Mapping[str, Any]) -> Mapping[str, Any]:
    """All of now and what comes back, in the order in which they were; what is new comes last."""
    found = {**back, **now}
    return {**{name: found[name] for name in was if name in found}, **found}


def _records(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    else:
        yield from value.values() if isinstance(value, Mapping) else value
