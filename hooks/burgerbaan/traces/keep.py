"""Making the watch of one site: who and what is kept from the public, and which contacts are public."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain

from burgerbaan.model.people import Profile
from burgerbaan.model.sponsor import Sponsor, SponsorKind
from burgerbaan.photos import ReadPhoto
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.traces.likeness import Likeness, likenesses
from burgerbaan.traces.public import allowed_secrets, example_accounts
from burgerbaan.traces.watch import Watch
from burgerbaan.unread import Unread


def make_watch(site: Site, read: ReadPhoto) -> Watch:
    """What must not be in the site; `read` gives the bytes of a file of the project, or OSError."""
    photos = dict(_hidden(site, read))
    return Watch(
        names=frozenset(_names(site)),
        photos=frozenset(photos),
        likenesses=tuple(sorted(set(chain.from_iterable(photos.values())))),
        allowed=allowed_secrets(records_of(site)),
        examples=example_accounts(),
    )


def _hidden(site: Site, read: ReadPhoto) -> Iterator[tuple[str, tuple[Likeness, ...]]]:
    """The hash of each photo that may not be shown and what it is like; no two photos are in memory at once."""
    for path in site.hidden_photos:
        if found := _known_by(_bytes(read, path)):
            yield found


def _known_by(data: bytes) -> tuple[str, tuple[Likeness, ...]] | None:
    return (hashlib.sha256(data).hexdigest(), likenesses(data)) if data else None


def _bytes(read: ReadPhoto, path: str) -> bytes:
    try:
        return read(path)
    except OSError:
        return b""


def _names(site: Site) -> Iterator[str]:
    """Names and addresses of people who are not on the site, less names that somebody else has there."""
    everybody: tuple[Profile | Unread, ...] = (*site.withheld.values(), *site.unread.values())
    people = site.programme.people.path
    for item in everybody:
        yield f"{people}/{item.slug}/"
        yield item.path
    givers = (item for item in site.withheld_sponsors.values() if item.kind is SponsorKind.PERSON)
    hidden = {item.name for item in everybody if item.name and not item.is_common_name} | {item.name for item in givers}
    yield from hidden.difference(map(_name, site.profiles.values()), map(_name, site.sponsors.values()))


def _name(item: Profile | Sponsor) -> str:
    return item.name
