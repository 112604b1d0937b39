"""Tips and what was done with them: those about the site, and those of each meeting, each with one address."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.addresses import EVENTS
from burgerbaan.model.fields import slug_from
from burgerbaan.model.happenings import Event, Tip
from burgerbaan.site import Site

PAGE = "over/tips.md"
"""The written page that lists them all."""


@dataclass(frozen=True, slots=True)
class ToldTip:
    """A tip, the meeting it came from (None: it is about the site), and where it stands in the file of either."""

    tip: Tip
    event: Event | None
    number: int

    @property
    def anchor(self) -> str:
        """Its name on a page: the one it was given, or one made of its words that stays while those stay."""
        if self.tip.name:
            return f"tip-{self.tip.name}"
        digest = hashlib.sha256(plain(self.tip.tip).encode()).hexdigest()[:5]
        return f"tip-{slug_from(self.tip.tip)[:30].strip('-')}-{digest}"


def plain(text: str) -> str:
    """A text without what people do not mean to say: capitals, spaces, a stop at the end."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def tips_of(event: Event) -> tuple[ToldTip, ...]:
    """The tips of one meeting."""
    return tuple(ToldTip(tip, event, number) for number, tip in enumerate(event.tips))


def written_tips(site: Site) -> Iterator[ToldTip]:
    """Every tip that somebody wrote down, those of meetings first; also one that stands in two files."""
    for event in site.events.values():
        yield from tips_of(event)
    yield from (ToldTip(tip, None, tip.number) for tip in site.tips)


def all_tips(site: Site) -> tuple[ToldTip, ...]:
    """Every tip once."""
    found: dict[str, ToldTip] = {}
    for told in written_tips(site):
        found.setdefault(plain(told.tip.tip), told)
    return tuple(found.values())


def tip_address(site: Site, told: ToldTip) -> str | None:
    """Where it can be read, from the root of the site; None when no page lists the tips about the site."""
    if told.event:
        return f"{EVENTS}{told.event.slug}/#{told.anchor}"
    return f"{PAGE.removesuffix('.md')}/#{told.anchor}" if site.has_page(PAGE) else None
