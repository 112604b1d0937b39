"""Lists of open vacancies for other sites to show in a frame, and the line of HTML that does so."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.addresses import EMBED, corner_url
from burgerbaan.corner import Corner
from burgerbaan.feeds import corner_title
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer
from burgerbaan.vacancy_facts import facts_of

MOST_ITEMS = 20
"""A frame on another site is a shop window; the shop is one link away."""


def embed_file(renderer: Renderer, corner: Corner) -> File:
    """`/embed/alles/`, or that of a district, sector or host: no script, no menu, links that leave the frame."""
    return text_file(f"{embed_url(corner)}index.html", _document(renderer, corner))


def embed_url(corner: Corner) -> str:
    """Where the list of a corner stands for other sites."""
    return EMBED + (corner.path or "alles/")


def _document(renderer: Renderer, corner: Corner) -> str:
    site, words = renderer.site, renderer.words
    vacancies = site.open_in(corner)
    title, url = corner_title(renderer, corner), corner_url(corner)
    html = renderer.component(
        "embed",
        title=title,
        description=words("vacancies.describe", name=title),
        count=len(vacancies),
        items=[_item(renderer, item) for item in vacancies[:MOST_ITEMS]],
        url=url,
        address=absolute(site, url),
        base="../" * embed_url(corner).count("/"),
    )
    return str(html)


def _item(renderer: Renderer, vacancy: Vacancy) -> dict[str, object]:
    site = renderer.site
    return {
        "vacancy": vacancy,
        "host": site.hosts[vacancy.host],
        "district": site.districts[vacancy.district],
        "facts": facts_of(renderer, vacancy),
    }


def embed_choices(renderer: Renderer, base: str) -> Markup:
    """Everything there is to show elsewhere: the whole list and districts at once, the long lists folded."""
    site, words = renderer.site, renderer.words
    first = [item for item in site.main_corners if not item.sector and not item.host]
    sectors = [item for item in site.main_corners if item.sector]
    hosts = [item for item in site.main_corners if item.host]
    folded = [
        {"title": title, "choices": _choices(renderer, corners)}
        for title, corners in ((words("embed.by_sector"), sectors), (words("embed.by_host"), hosts))
        if corners
    ]
    return renderer.component("embed-choices", choices=_choices(renderer, first), folded=folded, base=base)


def _choices(renderer: Renderer, corners: Iterable[Corner]) -> list[dict[str, str]]:
    return [
        {
            "id": embed_url(corner).rstrip("/").replace("/", "-"),
            "title": corner_title(renderer, corner),
            "url": embed_url(corner),
            "snippet": _snippet(renderer, corner),
        }
        for corner in corners
    ]


def _snippet(renderer: Renderer, corner: Corner) -> str:
    """HTML to copy: on our own page it is text, so it is escaped once more there."""
    frame = Markup('<iframe src="{}" title="{}" width="100%" height="600" loading="lazy"></iframe>')
    return str(frame.format(absolute(renderer.site, embed_url(corner)), corner_title(renderer, corner)))
