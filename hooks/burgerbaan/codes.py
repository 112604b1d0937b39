"""Every code that the site publishes: the file it stands in, what it holds, and the text that must stand with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import FACTSHEETS, GOAL_SHEETS, GOALS, LEAFLET, VACANCIES, VACANCY_SHEETS
from burgerbaan.dutch import format_euro
from burgerbaan.epc import write_payment
from burgerbaan.lifecycle import OVER
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.model.payment import in_fours
from burgerbaan.qr import Level
from burgerbaan.site import MarkdownPage, Site

_JOIN = "meedoen/index.md"
"""The written page that the cards of the programme lead to."""


class CodeKind(StrEnum):
    """Who reads a code: any camera, or the scanner of a bank app."""

    ADDRESS = "url"
    PAYMENT = "epc"

    @property
    def level(self) -> Level:
        """How it is drawn."""
        return Level.MEDIUM if self is CodeKind.PAYMENT else Level.STRONGEST


FILE_NAMES = {CodeKind.ADDRESS: "camera", CodeKind.PAYMENT: "bank-app"}
DOWNLOADS = ("png", "pdf")
"""For mail and for print."""


@dataclass(frozen=True, slots=True)
class PublishedCode:
    """One code: its file, what it holds, the page it leads to, and what must be readable `beside` it."""

    file: str
    kind: CodeKind
    payload: str
    page: str
    beside: tuple[str, ...]


def published_codes(site: Site) -> Iterator[PublishedCode]:
    """All of them, in the order of the site."""
    for vacancy in site.published_vacancies:
        if site.state(vacancy) not in OVER:
            url = f"{VACANCIES}{vacancy.slug}/"
            yield from (_address(site, f"{url}{name}/index.html", url) for name in VACANCY_SHEETS)
    for goal in site.open_goals:
        yield from _codes_of_goal(site, goal)
    for sheet in site.factsheets.values():
        yield _address(site, f"{factsheet_url(sheet)}index.html", site.pages[sheet.page].url)
    if page := leaflet_page(site):
        yield _address(site, f"{LEAFLET}index.html", page.url)


def leaflet_page(site: Site) -> MarkdownPage | None:
    """Where the cards of the programme lead; None when it has none."""
    return site.pages.get(_JOIN) if site.programme.leaflet else None


def factsheet_url(sheet: Factsheet) -> str:
    """The folder of a factsheet."""
    return f"{FACTSHEETS}{sheet.slug}/"


def _codes_of_goal(site: Site, goal: Goal) -> Iterator[PublishedCode]:
    """On its page and its paper, with the text beside them, and as files of their own."""
    url, donation = goal_url(goal), site.donation
    address = _address(site, f"{url}index.html", url)
    codes = [address]
    if donation and (payment := payment_text(donation, goal)):
        codes.append(replace(address, kind=CodeKind.PAYMENT, payload=payment, beside=_told_of_payment(donation, goal)))
    for name in ("", *(f"{sheet}/" for sheet in GOAL_SHEETS)):
        yield from (replace(code, file=f"{url}{name}index.html") for code in codes)
    for code in codes:
        names = (f"{url}{FILE_NAMES[code.kind]}.{ending}" for ending in DOWNLOADS)
        yield from (replace(code, file=name, beside=()) for name in names)


def goal_url(goal: Goal) -> str:
    """The folder of a goal's page."""
    return f"{GOALS}{goal.id}/"


def payment_text(donation: Donation, goal: Goal) -> str:
    """What the code for bank apps holds; '' without an account."""
    transfer = donation.transfer(goal)
    return write_payment(transfer) if transfer else ""


def _told_of_payment(donation: Donation, goal: Goal) -> tuple[str, ...]:
    """What stands as text beside such a code."""
    if donation.account is None:
        return ()
    amount = (format_euro(goal.amount),) if goal.amount is not None else ()
    reference = (goal.reference,) if goal.reference else ()
    return (donation.account.name, in_fours(donation.account.iban), *amount, *reference)


def _address(site: Site, file: str, url: str) -> PublishedCode:
    address = absolute(site, url)
    return PublishedCode(file, CodeKind.ADDRESS, address, f"/{url}", (printed_address(address).rstrip("/"),))
