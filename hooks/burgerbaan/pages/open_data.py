"""The list of files that other programs may read, for a page that people write."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.addresses import DATA, VACANCIES
from burgerbaan.feeds import news_feed
from burgerbaan.render import Renderer

_FEEDS = (("feed.xml", "Atom"), ("feed.json", "JSON Feed"))
_DATA = (
    ("table", "vacatures.csv", "CSV"),
    ("vacatures", "vacatures.json", "JSON"),
    ("organisaties", "organisaties.json", "JSON"),
    ("agenda", "agenda.json", "JSON"),
    ("about", "datapackage.json", "Data Package"),
)


def open_data_list(renderer: Renderer, base: str) -> Markup:
    """Feeds and data files, each by what it holds and how it is written."""
    words = renderer.words
    told = ((words("feed.vacancies"), VACANCIES), *((feed.title, feed.url) for feed in news_feed(renderer)))
    feeds = [{"title": title, "url": f"{url}{name}", "form": form} for title, url in told for name, form in _FEEDS]
    data = [{"title": words(f"package.{key}"), "url": f"{DATA}{name}", "form": form} for key, name, form in _DATA]
    return renderer.component("open-data", feeds=feeds, data=data, base=base)
