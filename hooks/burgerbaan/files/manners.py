"""The web's manners: sitemap, robots, security.txt, headers with a strict policy, and the search index."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import unescape
from xml.sax.saxutils import escape

from burgerbaan.files.structured import absolute
from burgerbaan.links import mail_link
from burgerbaan.model.programme import Theme
from burgerbaan.output import File, Page, text_file
from burgerbaan.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No inline script, no inline style, no other host."""


def manners_files(site: Site, pages: Sequence[Page]) -> Iterator[File]:
    """Files that need to know every page."""
    indexed = [page for page in pages if page.is_indexed]
    urls = "".join(f"<url><loc>{escape(absolute(site, page.url))}</loc></url>\n" for page in indexed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield text_file("sitemap.xml", f"{head}{urls}</urlset>\n")
    yield text_file("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {absolute(site, 'sitemap.xml')}\n")
    yield text_file(".well-known/security.txt", _security(site))
    yield text_file("_headers", _headers())
    yield text_file("zoeken/index.json", search_index(pages))


def _security(site: Site) -> str:
    """RFC 9116: a contact, and an end date less than a year ahead."""
    channel = site.programme.channel(Theme.SITE)
    contact = mail_link(channel.mail) if channel.mail else absolute(site, "contact/")
    expires = site.today + timedelta(days=330)
    canonical = absolute(site, ".well-known/security.txt")
    language = site.programme.languages[0]
    return (
        f"Contact: {contact}\nExpires: {expires.isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: {language}, en\nCanonical: {canonical}\n"
    )


def _headers() -> str:
    rules = {
        "Content-Security-Policy": POLICY,
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in rules.items())


def search_index(pages: Sequence[Page]) -> str:
    """Address, title, description and plain text of every page that may be found, as compact JSON."""
    found = [
        {"u": page.url, "t": page.title, "d": page.description, "x": plain_text(page.search_text)}
        for page in pages
        if page.search_text
    ]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def plain_text(html: str) -> str:
    """Words of a piece of HTML or Markdown, on one line."""
    without_drawings = re.sub(r"<(svg|script|style)\b.*?</\1>", " ", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", without_drawings)).split())
