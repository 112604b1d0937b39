"""Where money goes is said in one file only: another account or payment page anywhere else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerbaan.hidden_accounts import folded, hidden_accounts_in, may_hide_account, revealed
from burgerbaan.kinds import Kind
from burgerbaan.payment_hosts import NAMED, may_name_one
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.signature import FILE as SIGNATURE
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import load_text

_DRESS = re.compile("[*`\\u00ad\\u200b-\\u200f\\u2060\\ufeff]")
"""What stands in a name without being seen there."""


def may_hold_money(text: str) -> bool:
    """Whether a text may name an account or a payment page; false for most texts, and quickly."""
    plain = revealed(text)
    return may_hide_account(plain) or may_name_one(_DRESS.sub("", plain if plain.isascii() else folded(plain)))


def check_money(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each account number and payment page in what people wrote that was not signed for."""
    del places
    donation = site.donation
    file = f"{folders.facts}/donatie.yml"
    accounts = {donation.account.iban} if donation and donation.account else set()
    hosts = set(donation.page.hosts) if donation and donation.page else set()
    pages = {page.path for page in site.pages.values()} | {path for path in site.media if path.endswith(".svg")}
    passed = {f"{folders.facts}/{SIGNATURE}", *([] if donation else [file])}
    for path in sorted({*site.with_money, *(f"{folders.content}/{path}" for path in pages)} - passed):
        text, problems = load_text(folders.root, path)
        if problems or not may_hold_money(text):
            continue
        text = revealed(text)
        for iban, start in hidden_accounts_in(text):
            if iban not in accounts:
                yield problem(path, _position(text, start), Kind.ACCOUNT_ELSEWHERE, file=file)
        plain = _DRESS.sub("", text if text.isascii() else folded(text))
        for found in NAMED.finditer(plain):
            if found[0].lower() not in hosts:
                yield problem(path, _position(plain, found.start()), Kind.PAYMENT_ELSEWHERE, value=found[0], file=file)


def _position(text: str, start: int) -> Position:
    return Position(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
