"""Stories of people: a page for each, and a booklet of all to read or print."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.model.people import Profile
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.portrait import credit, portrait_html
from burgerbaan.pages.profiles import may_be_indexed, shuffled, way_to
from burgerbaan.render import Renderer


def storytellers(renderer: Renderer) -> list[Profile]:
    """Who told a story, in the order of the day."""
    return [item for item in shuffled(renderer) if item.story_markdown]


def story_pages(renderer: Renderer) -> Iterator[Page]:
    """The story of each who told one, under the rule of the person's own page."""
    site, words = renderer.site, renderer.words
    base = "../../../"
    section = f"{site.programme.people.path}/"
    for profile in site.profiles.values():
        if not profile.story_markdown:
            continue
        url = f"{section}{profile.slug}/"
        yield Page(
            url=f"{url}verhaal/",
            title=words("story.title", name=profile.name),
            description=words("story.description", name=profile.name, talents=", ".join(profile.talents[:3])),
            body_html=renderer.component(
                "story",
                profile=profile,
                portrait_html=portrait_html(renderer, profile, base),
                credit=credit(renderer, profile),
                story_html=renderer.prose(profile.story_markdown, base, level=2),
                base=base,
            ),
            section=section,
            crumbs=(*way_to(renderer), Crumb(profile.name, url)),
            is_indexed=may_be_indexed(profile),
            origin=profile.path,
        )


def story_book(renderer: Renderer, base: str) -> Markup:
    """All stories after one another, with a cover and contents; on paper each begins on a page of its own."""
    people = storytellers(renderer)
    if not people:
        return Markup("<p>{}</p>").format(renderer.words("story.none"))
    stories = [
        {
            "profile": profile,
            "portrait_html": portrait_html(renderer, profile, base),
            "credit": credit(renderer, profile),
            "story_html": renderer.prose(profile.story_markdown or "", base, level=3),
        }
        for profile in people
    ]
    updated = max(profile.updated for profile in renderer.site.profiles.values())
    return renderer.component("story-book", stories=stories, updated=updated, base=base)
