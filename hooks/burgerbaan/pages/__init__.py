"""From a Site to pages: one module per section; each returns Page records and opens no file."""

from __future__ import annotations

from burgerbaan.output import File, Page
from burgerbaan.pages.donations import goal_pages
from burgerbaan.pages.events import event_pages
from burgerbaan.pages.hosts import host_pages
from burgerbaan.pages.news import news_pages
from burgerbaan.pages.profiles import profile_pages
from burgerbaan.pages.search import search_pages
from burgerbaan.pages.vacancies import facet_pages, poster_files, vacancy_pages
from burgerbaan.render import Renderer


def record_pages(renderer: Renderer) -> tuple[Page, ...]:
    """Every page that is made from records, in a fixed order."""
    makers = (vacancy_pages, facet_pages, host_pages, profile_pages, event_pages, news_pages, goal_pages, search_pages)
    return tuple(page for make in makers for page in make(renderer))


def standalone_files(renderer: Renderer) -> tuple[File, ...]:
    """Pages that have a frame of their own: the posters."""
    return tuple(poster_files(renderer))
