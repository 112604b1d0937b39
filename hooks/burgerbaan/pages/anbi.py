"""What an ANBI must publish, in the order of the regulation; what is missing is said, not hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from burgerbaan.dutch import format_moment, format_size
from burgerbaan.links import mail_link, phone_link, whatsapp_link
from burgerbaan.model.contact import Contact
from burgerbaan.model.foundation import Account, Document, Foundation
from burgerbaan.render import Renderer
from burgerbaan.site import page_url
from burgerbaan.words import Words

Line = tuple[str, str]
"""A text and where it leads; '' when nowhere."""

_UNASKED = ("public_name", "kvk")
"""What the law does not ask for, or only when it differs: nobody needs to read that it is missing."""


def anbi_items(renderer: Renderer, foundation: Foundation) -> list[dict[str, Any]]:
    """Name, lines and documents of each item; neither of them when it has not been supplied."""
    board = [f"{item.function}: {item.name}" for item in foundation.board]
    items: dict[str, tuple[Iterable[Line], Iterable[Document | None]]] = {
        "name": (_lines(foundation.name), ()),
        "public_name": (_lines(foundation.public_name), ()),
        "rsin": (_lines(foundation.rsin), ()),
        "kvk": (_lines(foundation.kvk), ()),
        "contact": (_ways(foundation.address, foundation.contact, renderer.words), ()),
        "purpose": (_lines(foundation.purpose), ()),
        "policy": (_lines(foundation.policy), [foundation.policy_document]),
        "board": (_lines(*board), ()),
        "pay_policy": (_lines(foundation.pay_policy), ()),
        "activities": (_lines(foundation.activities), [foundation.activities_document]),
        "accounts": ((), _by_year(foundation.accounts)),
    }
    found = [
        {
            "key": key,
            "name": renderer.words(f"anbi.{key}"),
            "lines": list(lines),
            "documents": [_shown(renderer, item) for item in documents if item],
        }
        for key, (lines, documents) in items.items()
    ]
    return [item for item in found if item["lines"] or item["key"] not in _UNASKED]


def _lines(*texts: str | None) -> Iterator[Line]:
    for text in texts:
        yield from ((line, "") for line in (text or "").splitlines() if line.strip())


def _ways(address: str | None, contact: Contact | None, words: Words) -> Iterator[Line]:
    """Where the foundation is, and how to reach whom."""
    yield from _lines(address)
    if contact is None:
        return
    yield from _lines(f"{contact.name}, {contact.role}" if contact.name else contact.role)
    if contact.phone:
        hours = f" ({contact.phone_hours})" if contact.phone_hours else ""
        yield f"{words('contact.call')} {contact.phone}{hours}", phone_link(contact.phone)
    if contact.whatsapp:
        yield f"{words('contact.whatsapp')} {contact.whatsapp}", whatsapp_link(contact.whatsapp)
    if contact.mail:
        yield f"{words('contact.mail')} {contact.mail}", mail_link(contact.mail)
    if contact.visit:
        yield f"{words('contact.visit')} {contact.visit}", ""


def _by_year(accounts: Iterable[Account]) -> Iterator[Document | None]:
    """Accounts, the newest first, each with its form."""
    for item in sorted(accounts, key=lambda item: -item.year):
        yield from (item, item.form)


def _shown(renderer: Renderer, document: Document) -> dict[str, str]:
    is_page = document.page.endswith(".md")
    size = renderer.site.sizes.get(document.page, 0)
    return {
        "title": document.title,
        "address": page_url(document.page) if is_page else document.page,
        "what": "" if is_page else renderer.words("anbi.pdf", size=format_size(size)),
        "day": renderer.words("anbi.dated", day=format_moment(document.day)),
    }
