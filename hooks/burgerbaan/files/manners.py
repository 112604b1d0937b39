"""The web's manners: sitemap, robots and security.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from xml.sax.saxutils import escape

from burgerbaan.absolute import absolute
from burgerbaan.links import mail_link, phone_link, whatsapp_link
from burgerbaan.model.programme import Theme
from burgerbaan.output import File, Page, text_file
from burgerbaan.site import Site


def manners_files(site: Site, pages: Sequence[Page]) -> Iterator[File]:
    """Files that need to know every page."""
    indexed = [page for page in pages if page.is_indexed]
    urls = "".join(f"<url><loc>{escape(absolute(site, page.url))}</loc></url>\n" for page in indexed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield text_file("sitemap.xml", f"{head}{urls}</urlset>\n")
    yield text_file("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {absolute(site, 'sitemap.xml')}\n")
    yield text_file(".well-known/security.txt", _security(site))


def _security(site: Site) -> str:
    """RFC 9116: a contact, and an end date less than a year ahead that moves once a month."""
    expires = site.today.replace(day=1) + timedelta(days=330)
    canonical = absolute(site, ".well-known/security.txt")
    language = site.programme.languages[0]
    return (
        f"Contact: {_contact(site)}\nExpires: {expires.isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: {language}, en\nCanonical: {canonical}\n"
    )


def _contact(site: Site) -> str:
    """An address that is there, as the home page always is."""
    channel = site.programme.channel(Theme.SITE)
    if channel.mail:
        return mail_link(channel.mail)
    if site.has_page("contact/index.md"):
        return absolute(site, "contact/")
    if channel.phone:
        return phone_link(channel.phone)
    return whatsapp_link(channel.whatsapp) if channel.whatsapp else absolute(site, "")
