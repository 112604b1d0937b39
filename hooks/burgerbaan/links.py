"""The one place that decides which addresses may stand in a page."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\Z", re.I)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"'`\\{}|^]")


def is_web_address(address: str) -> bool:
    """Whether this is an https address with a plain host: no user, no port, no punycode, no odd characters."""
    if _UNSAFE.search(address) or not address.isascii():
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    plain_host = _HOST.match(host) is not None and "xn--" not in host
    return parts.scheme == "https" and port is None and "@" not in parts.netloc and plain_host


def is_safe_link(address: str) -> bool:
    """Whether a link may be published: https, mailto, tel, or an address inside this site (also `#part`).

    Judged as a browser reads it, so with character references such as `&colon;` replaced.
    """
    address = unescape(address)
    if _UNSAFE.search(address) or not address.isprintable():
        return False
    scheme, colon, rest = address.partition(":")
    if not colon or "/" in scheme or "#" in scheme or "?" in scheme:
        return not address.startswith("//")
    if scheme.lower() in ("mailto", "tel"):
        return bool(rest)
    return is_web_address(address)


def mail_link(address: str, subject: str = "", body: str = "") -> str:
    """A mailto address with subject and body filled in (RFC 6068)."""
    fields = [f"{name}={quote(text)}" for name, text in (("subject", subject), ("body", body)) if text]
    return f"mailto:{address}" + ("?" + "&".join(fields) if fields else "")


def dial(number: str) -> str:
    """The one normal form of a number, as a phone dials it: '036 123 45 67' becomes '+31361234567'.

    So does '+31 (0)36 123 45 67': a zero that is dialled only within a country goes when a country stands before it.
    """
    plain = re.sub(r"[^0-9+()]", "", number)
    plain = "+" + plain[2:] if plain.startswith("00") else plain
    digits = re.sub(r"[()]", "", plain.replace("(0)", "") if plain.startswith("+") else plain)
    if digits.startswith("+31"):
        return "+31" + digits[3:].lstrip("0")
    is_national = digits.startswith("0") and not digits.startswith(("0800", "0900"))
    return "+31" + digits[1:] if is_national else digits


def phone_link(number: str) -> str:
    """A tel address (RFC 3966)."""
    return f"tel:{dial(number)}"


def whatsapp_link(number: str, text: str = "") -> str:
    """A wa.me address with the message filled in."""
    return f"https://wa.me/{dial(number).lstrip('+')}" + (f"?text={quote(text)}" if text else "")


def travel_link(address: str) -> str:
    """Where a map plans the way to an address by bus and train; nothing is asked of it before somebody follows this."""
    return f"https://www.google.com/maps/dir/?api=1&travelmode=transit&destination={quote(address)}"
