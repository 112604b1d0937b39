"""The agenda: what comes, what was, and a page with report for each meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from burgerbaan.dutch import format_moment, format_weekday
from burgerbaan.files.structured import event_data
from burgerbaan.model.happenings import Event
from burgerbaan.output import Crumb, Page
from burgerbaan.render import Renderer

SECTION = "agenda/"


def is_upcoming(event: Event, today: date) -> bool:
    """Whether it is still to come; a month or year counts as its last day."""
    return (event.day + "-99-99")[:10] >= today.isoformat()


def upcoming_events(renderer: Renderer) -> list[Event]:
    """What comes, soonest first."""
    found = [item for item in renderer.site.events.values() if is_upcoming(item, renderer.site.today)]
    return sorted(found, key=lambda item: (item.day, item.start or "", item.slug))


def past_events(renderer: Renderer) -> list[Event]:
    """What was, latest first."""
    found = [item for item in renderer.site.events.values() if not is_upcoming(item, renderer.site.today)]
    return sorted(found, key=lambda item: (item.day, item.slug), reverse=True)


def event_card(renderer: Renderer, event: Event, base: str) -> Markup:
    """One meeting in a list."""
    return renderer.component("event-card", event=event, when=format_when(renderer, event), base=base)


def event_list(renderer: Renderer, base: str) -> Markup:
    """The whole agenda."""
    upcoming = [event_card(renderer, item, base) for item in upcoming_events(renderer)]
    past = [event_card(renderer, item, base) for item in past_events(renderer)]
    return renderer.component("event-list", upcoming=upcoming, past=past, base=base)


def format_when(renderer: Renderer, event: Event) -> str:
    """Day and time, as exact as they are known."""
    words = renderer.words
    if len(event.day) < 10:
        return event.day_note or format_moment(event.day)
    day = format_weekday(date.fromisoformat(event.day))
    if event.start and event.end:
        return words("event.time_span", day=day, start=event.start, end=event.end)
    return words("event.time", day=day, start=event.start) if event.start else day


def event_pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each meeting."""
    site, words = renderer.site, renderer.words
    base = "../../"
    parent = site.pages.get("agenda/index.md")
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else SECTION, SECTION))
    for event in site.events.values():
        url = f"{SECTION}{event.slug}/"
        report = renderer.prose(event.report_markdown or "", base, level=3)
        body = renderer.component(
            "event",
            event=event,
            when=format_when(renderer, event),
            is_upcoming=is_upcoming(event, site.today),
            report_html=report,
            base=base,
        )
        is_known = len(event.day) == 10 and event.place is not None
        yield Page(
            url=url,
            title=event.title,
            description=event.summary,
            body_html=body,
            section=SECTION,
            crumbs=crumbs,
            structured=(event_data(site, event),) if is_known else (),
            search_text=" ".join((event.why or "", event.report_markdown or "")),
            is_indexed=not event.is_example,
            origin=event.path,
        )
