"""How to reach the programme, told in the language of a page that is not written in the site's own."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.calling_hours import calling_times
from burgerbaan.foreign_words import ForeignTexts, foreign_texts
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.programme import Theme
from burgerbaan.model.vacancy import Weekday
from burgerbaan.render import Renderer


def is_told_in(language: PageLanguage, theme: str) -> bool:
    """Whether there are words for it: only for who wants to take part."""
    return theme == Theme.JOIN and foreign_texts(language) is not None


def contact_in(renderer: Renderer, language: PageLanguage, theme: str) -> Markup:
    """The contact of a theme; what an editor wrote stays in the language of the site, but for days and times."""
    words, texts = renderer.words, foreign_texts(language)
    assert texts is not None
    channel = renderer.site.programme.channel(Theme(theme))
    return renderer.component(
        "contact-in-language",
        channel=channel,
        texts=texts,
        hours=_hours(language, texts, channel.phone_hours or ""),
        own=renderer.site.programme.languages[0],
        subject=words("contact.foreign_subject"),
        message=words("contact.foreign_message", language=str(language).capitalize()),
    )


def _hours(language: PageLanguage, texts: ForeignTexts, line: str) -> str:
    """When to call, in words of the language; '' where the line could not be read."""
    times = calling_times(line)
    if not times:
        return ""
    _, *clock = times[0]
    days = [
        texts["days"][name.name.lower()] for place, name in enumerate(Weekday) if place in {day for day, *_ in times}
    ]
    start, end = (f"{minutes // 60:02}:{minutes % 60:02}" for minutes in clock)
    told: str = texts["vacancy"]["time"]
    return told.format(day=("، " if language is PageLanguage.ARABIC else ", ").join(days), start=start, end=end)
