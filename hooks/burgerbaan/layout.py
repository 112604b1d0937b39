"""The frame around every page: head, header, way back, side menu, footer.

The frame depends only on depth, section and width, so it is rendered once for each of those and each page is spliced
into it: ten thousand vacancies cost ten thousand joins, not ten thousand templates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from burgerbaan.absolute import absolute
from burgerbaan.lifecycle import CLOSING_DAYS
from burgerbaan.links import mail_link
from burgerbaan.model.programme import Theme
from burgerbaan.output import Crumb, NavItem, Page
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.soft_breaks import with_soft_breaks_html
from burgerbaan.structured import breadcrumbs

_MARK = "\ue000"
_ALIVE = ("data-bb-until=", "data-bb-vacancy=", "data-bb-bank=")
"""One of these stands in a page that tells of a vacancy or meeting, or may find one: its script must know the day."""
_SHARED = "assets/beeld/delen.png"
"""What goes along when somebody shares a page without a photo that may be shared: the drawing of the home page, of the
sort and size that messengers show large (1200 x 630, and no SVG)."""
_SLOTS = (
    "title", "description", "canonical", "robots", "image", "feeds", "scripts", "structured",
    "before", "hero", "language", "body", "side", "feedback",
)  # fmt: skip


class Layout:
    """Puts pages into the site's frame."""

    def __init__(self, renderer: Renderer, nav: tuple[NavItem, ...]) -> None:
        self._renderer = renderer
        self._nav = nav
        self._shared_html = _image_html(renderer.site, _SHARED)
        self._frames: dict[tuple[str, str, bool], tuple[str, ...]] = {}

    def document(self, page: Page, base: str | None = None) -> str:
        """The whole HTML document of a page; `base` replaces the way to the root where a page has no fixed place."""
        base = page.base if base is None else base
        key = (base, page.section, page.is_wide)
        pieces = self._frames.get(key)
        if pieces is None:
            pieces = self._frames[key] = self._frame(base, page)
        values = self._values(page, base)
        fixed, slots = pieces[0::2], pieces[1::2]
        return fixed[0] + "".join(values[slot] + part for slot, part in zip(slots, fixed[1:], strict=True))

    def _frame(self, base: str, page: Page) -> tuple[str, ...]:
        slots = {f"slot_{name}": Markup(f"{_MARK}{name}{_MARK}") for name in _SLOTS}
        html = self._renderer.component(
            "frame",
            base=base,
            nav=self._nav,
            section=page.section,
            is_wide=page.is_wide,
            is_beside=self._section(page) is not None,
            closing_words=self._closing_words(),
            contact=self._renderer.site.programme.channel(Theme.JOIN),
            **slots,
        )
        pieces = str(html).split(_MARK)
        assert set(pieces[1::2]) == set(_SLOTS), "the frame must hold every slot"
        return tuple(pieces)

    def _closing_words(self) -> Mapping[str, str | int]:
        """How many days a vacancy is still open, for the script that counts them again."""
        words = self._renderer.words
        many = words("vacancy.closes.many", number="{number}")
        one, today = words("vacancy.closes.one"), words("vacancy.closes_today")
        return {"0": today, "1": one, "many": many, "days": CLOSING_DAYS}

    def _values(self, page: Page, base: str) -> Mapping[str, str]:
        site = self._renderer.site
        name = site.programme.name
        return {
            "title": str(escape(page.title if page.title == name else f"{page.title} – {name}")),
            "description": str(escape(page.description)),
            "canonical": str(escape(site.programme.url.rstrip("/") + "/" + page.url)),
            "robots": "index, follow" if page.is_indexed else "noindex, noarchive",
            "image": _image_html(site, page.image) if page.image else self._shared_html,
            "feeds": str(self._renderer.component("feed-links", feeds=page.feeds, base=base)) if page.feeds else "",
            "scripts": self._script(base) if any(mark in page.body_html for mark in _ALIVE) else "",
            "structured": "".join(_structured_html(item) for item in (*_trail(site, page), *page.structured)),
            "before": str(self._renderer.component("before", page=page, base=base)) if page.crumbs else "",
            "hero": str(page.hero_html),
            "language": _language_html(page),
            "body": page.body_html if page.language else with_soft_breaks_html(page.body_html),
            "side": str(self._side(page, base)),
            "feedback": str(self._feedback(page)),
        }

    def _script(self, base: str) -> str:
        script: str = self._renderer.once(
            ("vacancy script", base), lambda: str(self._renderer.component("script", base=base, name="vacancy"))
        )
        return script

    def _section(self, page: Page) -> NavItem | None:
        """The section of which the other pages stand beside this one."""
        if page.is_wide:
            return None
        return next((item for item in self._nav if item.url == page.section and item.children), None)

    def _side(self, page: Page, base: str) -> Markup:
        """The other pages of the section, for pages that stand in the menu."""
        section = self._section(page)
        if section is None:
            return Markup("")
        return self._renderer.component("side", page=page, base=base, section=section)

    def _feedback(self, page: Page) -> Markup:
        words, site = self._renderer.words, self._renderer.site
        channel = site.programme.channel(Theme.SITE)
        if channel.mail is None:
            return Markup("")
        address = f"{site.programme.url.rstrip('/')}/{page.url}"
        body = words("feedback.body", address=address)
        link = mail_link(channel.mail, words("feedback.subject", title=page.title), body)
        return self._renderer.component("feedback", link=link)


def _trail(site: Site, page: Page) -> tuple[Mapping[str, Any], ...]:
    """The way back as search engines read it, of every page that has one."""
    return (breadcrumbs(site, (*page.crumbs, Crumb(page.title, page.url))),) if page.crumbs else ()


def _language_html(page: Page) -> str:
    """Attributes of what is written in another language, so that a browser reads and hyphenates it rightly."""
    return f' lang="{page.language.tag}" dir="{page.language.direction}"' if page.language else ""


def _image_html(site: Site, path: str) -> str:
    return f'\n<meta property="og:image" content="{escape(absolute(site, path))}">'


def _structured_html(value: Mapping[str, Any]) -> str:
    """JSON-LD that cannot end its own element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{text}</script>'
