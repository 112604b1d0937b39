"""What is shown in place of a page: for an address that does not exist, and where there is no internet."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.assets import Assets
from burgerbaan.layout import Layout
from burgerbaan.model.programme import Theme
from burgerbaan.output import File, Page, text_file
from burgerbaan.render import Renderer
from burgerbaan.scripts import offline_worker

_WORKER = "zonder-internet.js"
"""Right below the root: a worker speaks for its own folder, and what is in there."""
_PARTS = (
    "assets/css/site.css",
    "assets/js/scheme.js",
    "assets/js/site.js",
    "assets/js/vacancy.js",
    "assets/js/language-row.js",
    "assets/beeld/logo.svg",
)
"""What the page without internet and a vacancy look like, and what closes a vacancy on its day."""


def stand_ins(renderer: Renderer, layout: Layout, root: str, assets: Assets | None) -> Iterator[File]:
    """Both pages and, with `assets`, the worker that keeps a page for where there is no internet.

    A browser shows them at any depth, so `root` is the absolute path of the site.
    """
    words = renderer.words
    lost = Page(
        url="404.html",
        title=words("not_found.title"),
        description=words("not_found.description"),
        body_html=renderer.component("not-found", base=root),
        is_indexed=False,
    )
    yield text_file(lost.url, layout.document(lost, base=root))
    offline = Page(
        url="zonder-internet/",
        title=words("offline.title"),
        description=words("offline.description"),
        body_html=renderer.component("offline", base=root, contact=renderer.site.programme.channel(Theme.JOIN)),
        is_indexed=False,
    )
    yield text_file(offline.file, layout.document(offline, base=root))
    if assets:
        told = {
            "kept": words("offline.kept", day="{day}"),
            "again": words("offline.again"),
            "there": words("offline.there"),
        }
        yield text_file(_WORKER, offline_worker(assets.scripts, {"page": offline.url, "parts": _PARTS, **told}))
