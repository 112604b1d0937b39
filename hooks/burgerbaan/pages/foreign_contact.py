"""How to reach the programme, told in the language of a page that is not written in the site's own."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.foreign_words import foreign_texts
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.programme import Theme
from burgerbaan.render import Renderer


def is_told_in(language: PageLanguage, theme: str) -> bool:
    """Whether there are words for it: only for who wants to take part."""
    return theme == Theme.JOIN and foreign_texts(language) is not None


def contact_in(renderer: Renderer, language: PageLanguage, theme: str) -> Markup:
    """The contact of a theme; what an editor wrote, such as when to call, stays in the language of the site."""
    words = renderer.words
    return renderer.component(
        "contact-in-language",
        channel=renderer.site.programme.channel(Theme(theme)),
        texts=foreign_texts(language),
        own=renderer.site.programme.languages[0],
        subject=words("contact.foreign_subject"),
        message=words("contact.foreign_message", language=str(language).capitalize()),
    )
