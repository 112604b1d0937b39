"""Where people pay on the web, as far as we know it: a link to such a host must be one that was signed for.

Checked on 2026-11-25; shorteners stand here too, because they hide where a link leads.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PAYING = (
    "1procentclub.nl", "adyen.com", "adyen.link", "betaalverzoek.asnbank.nl", "betaalverzoek.ing.nl",
    "betaalverzoek.knab.nl", "betaalverzoek.rabobank.nl", "betaalverzoek.regiobank.nl", "betaalverzoek.sns.nl",
    "betaalverzoek.triodos.nl", "betterplace.org", "buckaroo.nl", "bunq.me", "buymeacoffee.com", "cash.app",
    "digicollect.nl", "doneeractie.nl", "donorbox.org", "geef.nl", "gofund.me", "gofundme.com", "ideal.nl",
    "justgiving.com", "kentaa.nl", "klarna.com", "ko-fi.com", "liberapay.com", "mollie.com", "mollie.nl",
    "multisafepay.com", "onepercentclub.com", "patreon.com", "pay.nl", "payconiq.be", "payconiq.com", "paypal.com",
    "paypal.me", "pifworld.com", "revolut.com", "revolut.me", "steunactie.nl", "stripe.com", "sumup.com", "sumup.link",
    "supportactie.nl", "tikkie.me", "venmo.com", "voorjebuurt.nl", "wero-wallet.eu", "weropay.eu", "whydonate.com",
    "whydonate.nl", "wise.com", "zettle.com",
)  # fmt: skip
_SHORTENING = (
    "bit.ly", "bitly.com", "cutt.ly", "goo.gl", "is.gd", "linktr.ee", "lnkd.in", "me-qr.com", "ow.ly", "qr.link",
    "qrco.de", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "translate.goog",
)  # fmt: skip

NAMED = re.compile(
    r"(?<![\w.-])(?:[a-z0-9-]+\.)*(?:" + "|".join(map(re.escape, (*_PAYING, *_SHORTENING))) + r")(?![\w-]|\.[a-z])",
    re.I,
)
"""Such a host as it stands in a text, with or without https."""

_HOSTS = frozenset((*_PAYING, *_SHORTENING))
_DOT, _REACH = re.compile(r"\.(?=[a-z])"), max(map(len, _HOSTS))
"""What each of them holds, and few other texts do; and how far from there one can start or end."""


def may_name_one(text: str) -> bool:
    """Whether a text may hold such a host; false for most texts, and quickly."""
    lowered = text.lower()
    dots = (found.start() for found in _DOT.finditer(lowered))
    around = " ".join(lowered[max(0, dot - _REACH) : dot + _REACH] for dot in dots)
    return any(name in around for name in _HOSTS) if around else False


@lru_cache(maxsize=4096)
def is_payment_host(host: str) -> bool:
    """Whether money is asked for there, or it hides where a link leads."""
    parts = host.lower().rstrip(".").split(".")
    return any(".".join(parts[start:]) in _HOSTS for start in range(len(parts)))


def is_shortener(host: str) -> bool:
    """Whether an address there says nothing about where it leads."""
    return any(host == name or host.endswith(f".{name}") for name in _SHORTENING)
