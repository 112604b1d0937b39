"""The agenda: what comes, what was, and a page with report for each meeting."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.addresses import EVENTS
from burgerbaan.dutch import format_weekday
from burgerbaan.event_facts import ahead, feed_address, file_of, format_when, is_to_add, is_upcoming, turn_of
from burgerbaan.model.happenings import Event, EventKind
from burgerbaan.moments import end_of, last_of
from burgerbaan.output import Crumb, Page
from burgerbaan.render import Renderer
from burgerbaan.structured import event_data, is_told
from burgerbaan.tips import tips_of

LONG_LIST = 8
"""From so many meetings on a visitor can choose a kind."""


def upcoming_events(renderer: Renderer) -> list[Event]:
    """What comes, soonest first; a series stands at its next time."""
    today = renderer.site.today
    found = [item for item in renderer.site.events.values() if is_upcoming(item, today)]
    return sorted(found, key=lambda item: (end_of(turn_of(item, today).day), item.start or "", item.slug))


def past_events(renderer: Renderer) -> list[Event]:
    """What was, latest first; a series stands at its last time."""
    today = renderer.site.today
    found = [item for item in renderer.site.events.values() if not is_upcoming(item, today)]
    return sorted(found, key=lambda item: (turn_of(item, today).day, item.slug), reverse=True)


def event_card(renderer: Renderer, event: Event, base: str) -> Markup:
    """One meeting in a list."""
    return renderer.component("event-card", event=event, **_facts(renderer, event), base=base)


def few_events(renderer: Renderer, count: int, kinds: tuple[EventKind, ...], base: str) -> Markup:
    """The first that come, of some kinds or of all."""
    chosen = [item for item in upcoming_events(renderer) if not kinds or item.kind in kinds]
    cards = [event_card(renderer, item, base) for item in chosen[:count]]
    return renderer.component("event-cards", cards=cards, is_of_kind=bool(kinds), base=base)


def event_list(renderer: Renderer, base: str) -> Markup:
    """The whole agenda."""
    upcoming, past = upcoming_events(renderer), past_events(renderer)
    kinds = [kind for kind in EventKind if any(item.kind is kind for item in (*upcoming, *past))]
    has_choice = len(kinds) > 1 and len(upcoming) + len(past) >= LONG_LIST
    return renderer.component(
        "event-list",
        upcoming=[event_card(renderer, item, base) for item in upcoming],
        past=[event_card(renderer, item, base) for item in past],
        kinds=kinds if has_choice else [],
        not_past=[kind for kind in kinds if all(item.kind is not kind for item in past)],
        not_upcoming=[kind for kind in kinds if all(item.kind is not kind for item in upcoming)],
        feed=feed_address(renderer.site),
        base=base,
    )


def _facts(renderer: Renderer, event: Event) -> dict[str, object]:
    """What a card and a page both tell."""
    today = renderer.site.today
    return {
        "when": format_when(renderer.words, event),
        "ahead": ahead(event, today),
        "moved": _moved(renderer, event),
        "is_upcoming": is_upcoming(event, today),
        "until": last_of(event.last_day),
        "file": file_of(event) if is_to_add(event, today) else None,
    }


def _moved(renderer: Renderer, event: Event) -> str:
    """That it was on another day or at another time; '' when it was not."""
    before = event.moved_from
    if before is None:
        return ""
    is_same_day = before == event.known_day
    return (
        renderer.words("event.moved_time")
        if is_same_day
        else renderer.words("event.moved_from", day=format_weekday(before))
    )


def event_pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each meeting."""
    site, words = renderer.site, renderer.words
    base = "../../"
    parent = site.pages.get(f"{EVENTS}index.md")
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else EVENTS, EVENTS))
    for event in site.events.values():
        report = renderer.prose(event.report_markdown or "", base, level=3)
        facts = _facts(renderer, event)
        tips = tips_of(event)
        body = renderer.component("event", event=event, **facts, tips=tips, report_html=report, base=base)
        yield Page(
            url=f"{EVENTS}{event.slug}/",
            title=event.title,
            description=event.summary,
            body_html=body,
            section=EVENTS,
            crumbs=crumbs,
            structured=(event_data(site, turn_of(event, site.today)),) if is_told(event) else (),
            search_text=" ".join((event.why or "", event.report_markdown or "")),
            is_indexed=not event.is_example,
            origin=event.path,
        )
