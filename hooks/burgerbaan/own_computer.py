"""Addresses that lead somewhere on the computer of an editor only: of the preview, or of a file on its disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

_PREVIEW = r"https?://(?:127\.\d+\.\d+\.\d+|localhost|0\.0\.0\.0|\[::1?\])(?::\d+)?(?:/[^\s()<>\[\]\"']*)?"
OWN_COMPUTER = re.compile(rf"(?<!\]\()(?<!\]\(<){_PREVIEW}(?<![.,;:!?])")
"""Such an address in a text that is no link."""
PAGE_ADVICE = "Verwijs naar een bestand, bijvoorbeeld: [Contact](contact/index.md)"
_LINKED = re.compile(rf"{_PREVIEW}\Z|file:|[a-z]:\\", re.I)


def is_own_computer(address: str) -> bool:
    """Whether a link leads nowhere for anybody else."""
    return _LINKED.match(address) is not None


def what_to_write(address: str, page: str, pages: Collection[str]) -> str:
    """What to write instead, in a file that names pages as `page` of `content/` does ('' for a record)."""
    path = unquote(urlsplit(address).path).strip("/").removesuffix("index.html").rstrip("/")
    target = next((name for name in (f"{path}.md", f"{path}/index.md".lstrip("/")) if name in pages), "")
    if address.startswith("http") and target:
        return f"Verwijs naar het bestand van die pagina: {posixpath.relpath(target, posixpath.dirname(page) or '.')}"
    return (
        PAGE_ADVICE
        if address.startswith("http")
        else "Zet het bestand in content/ en gebruik de naam die het daar heeft."
    )
