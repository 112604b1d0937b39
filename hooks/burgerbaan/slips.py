"""What somebody meant who wrote a website, a mail address or a phone number as if it was a page."""

from __future__ import annotations

import re

from burgerbaan.links import is_safe_link, is_web_address

_HOST = re.compile(
    r"(?:www\.[^/?#]+\.(?!md|html?)[^/?#.]+|[^/?#@]+\.(?:nl|com|org|net|eu|be|de|nu|info|frl))(?=[/?#]|\Z)", re.I
)
"""What begins a web address: only well-known endings, for `plan.docx` and `kaart.zip` are files."""
_MAIL = re.compile(r"[^\s/@?#]+@[^\s/@?#]+\.[^\s/@?#]+")
_PHONE = re.compile(r"(?!(?:19|20)\d\d(?:-|\Z))\+?\d[\d+ -]*")


def meant_outside(address: str) -> str | None:
    """The address that was meant and can be right; None when it looks like a page or file of this site."""
    if _MAIL.match(address):
        meant = f"mailto:{address}"
    elif _HOST.match(address):
        meant = f"https://{address}"
        return meant if is_web_address(meant) else None
    elif _PHONE.fullmatch(address.replace("%20", " ")):
        meant = f"tel:{re.sub(r'[ -]', '', address.replace('%20', ' '))}"
    else:
        return None
    return meant if is_safe_link(meant) else None
