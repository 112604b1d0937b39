"""Sponsors: the list of them, what one place costs, and a certificate for each to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from burgerbaan.addresses import SPONSORS
from burgerbaan.consents import logos_of, quote_of
from burgerbaan.dutch import format_moment
from burgerbaan.model.sponsor import Sponsor, SponsorKind, SponsorQuote
from burgerbaan.moments import is_over
from burgerbaan.output import File
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.paper import Step, title_step
from burgerbaan.render import Renderer

_NAMES = (Step(20, 1.1), Step(16, 1.1), Step(13, 1.15), Step(10.5, 1.15), Step(8.5, 1.2), Step(7, 1.2))
"""Sizes of a name on a certificate; `certificate.css` has a class for each."""
_ROOM, _HIGHEST = 158, 62
"""Millimetres between the edges, and what a name may take of the height."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sponsor as the list shows it today."""

    sponsor: Sponsor
    logo: str
    quote: SponsorQuote | None
    years: str


def sponsor_list(renderer: Renderer, base: str) -> Markup:
    """All sponsors: who gives now, people by name only, and who gave before; the first to give comes first."""
    site, logos = renderer.site, logos_of(renderer.site)
    items = [
        _Shown(item, logos.get(item.id, ""), quote_of(item, site.today), _years(renderer, item))
        for item in sorted(site.sponsors.values(), key=lambda item: item.since or "")
    ]
    former = [item for item in items if _is_former(renderer, item.sponsor)]
    now = [item for item in items if item not in former]
    return renderer.component("sponsors", now=_parted(now), former=_parted(former), base=base)


def _parted(items: Iterable[_Shown]) -> dict[str, list[_Shown]]:
    """Cards, and people apart: of them only a name is shown."""
    found: dict[str, list[_Shown]] = {"cards": [], "people": []}
    for item in items:
        found["people" if item.sponsor.kind is SponsorKind.PERSON else "cards"].append(item)
    return found


def _is_former(renderer: Renderer, sponsor: Sponsor) -> bool:
    return sponsor.until is not None and is_over(sponsor.until, renderer.site.today)


def _years(renderer: Renderer, sponsor: Sponsor) -> str:
    """From when until when somebody is a sponsor, as far as known."""
    words = renderer.words
    since = format_moment(sponsor.since) if sponsor.since else ""
    if sponsor.until:
        until = format_moment(sponsor.until)
        return words("sponsors.from_to", since=since, until=until) if since else words("sponsors.until", day=until)
    return words("sponsors.since", day=since) if since else ""


def place_cost(renderer: Renderer, base: str) -> Markup:
    """What one place costs by month and year, or that nobody knows yet."""
    donation = renderer.site.donation
    return renderer.component(
        "place-cost",
        cost=donation.place if donation else None,
        is_example=donation is not None and donation.is_example,
        base=base,
    )


def certificates(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """One sheet of thanks for each sponsor, of now and of before; with `has_pdf` a PDF will stand beside it."""
    logos = logos_of(renderer.site)
    for sponsor in renderer.site.sponsors.values():
        yield _certificate(renderer, sponsor, logos.get(sponsor.id, ""), has_pdf=has_pdf)


def _certificate(renderer: Renderer, sponsor: Sponsor, logo: str, *, has_pdf: bool) -> File:
    site, words = renderer.site, renderer.words
    sheet = Sheet(
        url=f"{SPONSORS}{sponsor.id}/certificaat/",
        title=words("certificate.title", name=sponsor.name),
        description=words("certificate.description", name=sponsor.name),
        hint=words("certificate.hint"),
        back=f"{SPONSORS}#{sponsor.id}",
        back_text=words("certificate.back"),
    )
    sheet_html = renderer.component(
        "certificate",
        sponsor=sponsor,
        step=title_step(sponsor.name, _ROOM, _NAMES, _HIGHEST),
        years=_years(renderer, sponsor),
        logo=logo,
        giver=site.payer,
        base="../../../",
    )
    return sheet_file(renderer, sheet, sheet_html, has_pdf=has_pdf)
