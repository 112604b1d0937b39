"""From a Site to pages: one module per section; each returns Page records and opens no file."""

from __future__ import annotations

from burgerbaan.output import File, Page
from burgerbaan.pages.bank import bank_pages
from burgerbaan.pages.donations import goal_pages
from burgerbaan.pages.embed import embed_files
from burgerbaan.pages.events import event_pages
from burgerbaan.pages.hosts import host_pages
from burgerbaan.pages.news import news_pages
from burgerbaan.pages.poster import poster_files
from burgerbaan.pages.profiles import profile_pages
from burgerbaan.pages.shortlist import shortlist_pages
from burgerbaan.pages.vacancies import vacancy_pages
from burgerbaan.render import Renderer


def record_pages(renderer: Renderer) -> tuple[Page, ...]:
    """Every page that is made from records, in a fixed order."""
    makers = (
        vacancy_pages,
        bank_pages,
        shortlist_pages,
        host_pages,
        profile_pages,
        event_pages,
        news_pages,
        goal_pages,
    )
    return tuple(page for make in makers for page in make(renderer))


def standalone_files(renderer: Renderer, *, has_pdf: bool) -> tuple[File, ...]:
    """Pages with a frame of their own: posters (with `has_pdf` a PDF will stand beside each), lists for other sites."""
    return (*poster_files(renderer, has_pdf=has_pdf), *embed_files(renderer))
