"""The `_headers` file: a strict policy for every page, and which pages another site may frame.

Hosts that read this file do not agree on what two matching blocks with one header mean: Cloudflare Pages joins the
values (https://developers.cloudflare.com/pages/configuration/headers/), Netlify lets the later block win
(https://github.com/netlify/cli/blob/main/src/utils/headers.ts). So nothing here leans on either:

- Joined policies all hold at once, so a `frame-ancestors 'none'` for all could never be undone for the embeds: the
  block for every address leaves that directive out.
- A winning policy stands alone, so each narrower block repeats the whole policy, with the directive.
- Headers that take one value only (who may frame, who may load) stand in narrower blocks alone, one to an address.

An address that does not exist matches the first block only: its page may be framed, and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from burgerbaan.addresses import DATA, EMBED
from burgerbaan.photos import FOLDER as PHOTOS

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""No inline script, no inline style, no other host."""

_EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_CLOSED = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OPEN = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors *",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_MORE = {DATA: {"Access-Control-Allow-Origin": "*"}}
"""Scripts of other sites may read the open data."""


def top_of(path: str) -> str:
    """The part of a path that rules are made for: its first folder with a slash, or the file itself."""
    folder, slash, _ = path.partition("/")
    return folder + slash


def headers(root: str, tops: Iterable[str]) -> str:
    """The whole file; `root` is where the site stands on its host, `tops` every folder and file right below it."""
    blocks = {"/*": _EVERYWHERE, root: _CLOSED}
    blocks[f"{root}{PHOTOS}/*"] = {"X-Robots-Tag": "noindex, noarchive"}
    for top in sorted(tops):
        for pattern in _patterns(top):
            blocks[root + pattern] = (_OPEN if top == EMBED else _CLOSED) | _MORE.get(top, {})
    return "".join(_block(pattern, values) for pattern, values in blocks.items())


def _patterns(top: str) -> Iterator[str]:
    """A page `x.html` is also served as `x`."""
    if top.endswith("/"):
        yield f"{top}*"
        return
    yield top
    if top.endswith(".html"):
        yield top.removesuffix(".html")


def _block(pattern: str, values: Mapping[str, str]) -> str:
    return f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items())
