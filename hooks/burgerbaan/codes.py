"""Every code that the site publishes: the file it stands in, what it holds, and the text that must stand with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.dutch import format_euro
from burgerbaan.epc import write_payment
from burgerbaan.lifecycle import OVER
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.model.payment import in_fours
from burgerbaan.pages.cards import SECTION as VACANCIES
from burgerbaan.qr import Level
from burgerbaan.site import Site

DONATE = "doneer/"
"""Folder of the pages of goals: short, because codes hold it."""

FACTSHEETS = "factsheets/"
"""Folder of the factsheets, each of which holds the code of a written page."""

GOAL_SHEETS = ("poster", "kaartje")
_VACANCY_SHEETS = ("poster", "kaartje")


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
            yield from (_address(site, f"{url}{name}/index.html", url) for name in _VACANCY_SHEETS)
    donation = site.donation
    for goal in site.open_goals:
        url = goal_url(goal)
        yield from _downloads(site, goal)
        for file in (f"{url}index.html", *(f"{url}{name}/index.html" for name in GOAL_SHEETS)):
            yield _address(site, file, url)
            if donation and (payment := payment_text(donation, goal)):
                yield PublishedCode(file, CodeKind.PAYMENT, payment, f"/{url}", told_of_payment(donation, goal))

    for sheet in site.factsheets.values():
        yield _address(site, f"{factsheet_url(sheet)}index.html", site.pages[sheet.page].url)


def factsheet_url(sheet: Factsheet) -> str:
    """The folder of a factsheet."""
    return f"{FACTSHEETS}{sheet.slug}/"


def _downloads(site: Site, goal: Goal) -> Iterator[PublishedCode]:
    """The codes of a goal as files of their own."""
    page = f"/{goal_url(goal)}"
    payloads = {CodeKind.ADDRESS: absolute(site, goal_url(goal))}
    if site.donation and (payment := payment_text(site.donation, goal)):
        payloads[CodeKind.PAYMENT] = payment
    for kind, payload in payloads.items():
        for ending in DOWNLOADS:
            yield PublishedCode(f"{page[1:]}{FILE_NAMES[kind]}.{ending}", kind, payload, page, ())


def goal_url(goal: Goal) -> str:
    """The folder of a goal's page."""
    return f"{DONATE}{goal.id}/"


def payment_text(donation: Donation, goal: Goal) -> str:
    """What the code for bank apps holds; '' without an account."""
    transfer = donation.transfer(goal)
    return write_payment(transfer) if transfer else ""


def told_of_payment(donation: Donation, goal: Goal) -> tuple[str, ...]:
    """What stands as text beside such a code."""
    if donation.account is None:
        return ()
    amount = (format_euro(goal.amount),) if goal.amount is not None else ()
    reference = (goal.reference,) if goal.reference else ()
    return (donation.account.name, in_fours(donation.account.iban), *amount, *reference)


def _address(site: Site, file: str, url: str) -> PublishedCode:
    address = absolute(site, url)
    return PublishedCode(file, CodeKind.ADDRESS, address, f"/{url}", (printed_address(address).rstrip("/"),))
