"""Choosing people on the overview. A style sheet does it, so that it works without a script; a script adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from burgerbaan.model.people import Profile
from burgerbaan.output import File, text_file
from burgerbaan.pages.data_blocks import short_digest
from burgerbaan.pages.profiles import is_former, profile_card, sectors_of, shuffled
from burgerbaan.render import Renderer


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its name in the address, and its text."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PeopleFacet:
    """One question that people are chosen by; more answers widen the choice, more questions narrow it."""

    key: str
    title: str
    options: tuple[Option, ...]


def people_list(renderer: Renderer, base: str) -> Markup:
    """Everybody, those of now first, with what to choose by."""
    today = renderer.site.today
    people = sorted(shuffled(renderer), key=lambda item: is_former(item, today))
    cards = [profile_card(renderer, item, base, _marks(renderer, item)) for item in people]
    sheet = f"{_sheet_path(renderer)}?v={short_digest(_sheet(renderer))}"
    return renderer.component("profile-list", facets=_facets(renderer), cards=cards, sheet=sheet, base=base)


def choice_files(renderer: Renderer) -> Iterator[File]:
    """The style sheet that hides who does not fit."""
    yield text_file(_sheet_path(renderer), _sheet(renderer))


def _sheet_path(renderer: Renderer) -> str:
    return f"assets/{renderer.site.programme.people.path}/kies.css"


def _facets(renderer: Renderer) -> list[PeopleFacet]:
    """The questions that part people: of one answer only there is nothing to choose."""
    site, words = renderer.site, renderer.words
    times = (Option("nu", words("people.now")), Option("eerder", words("people.former")))
    sectors = tuple(Option(item.id, item.name) for item in site.sectors.values())
    districts = tuple(Option(item.id, item.name) for item in site.districts.values())
    asked = (
        PeopleFacet("sector", words("people.sector"), sectors),
        PeopleFacet("wijk", words("people.area"), districts),
        PeopleFacet("beschikbaar", words("people.available"), (Option("ja", words("people.available_only")),)),
        PeopleFacet("tijd", words("people.time"), times),
    )
    answers = [_answers(renderer, profile) for profile in site.profiles.values()]
    facets = []
    for facet in asked:
        given = {name for answer in answers for name in answer[facet.key]}
        if any(set(answer[facet.key]) != given for answer in answers):
            options = tuple(option for option in facet.options if option.id in given)
            facets.append(PeopleFacet(facet.key, facet.title, options))
    return facets


def _answers(renderer: Renderer, profile: Profile) -> Mapping[str, tuple[str, ...]]:
    return {
        "sector": sectors_of(renderer.site, profile),
        "wijk": (profile.district,),
        "beschikbaar": ("ja",) if profile.available else (),
        "tijd": ("eerder" if is_former(profile, renderer.site.today) else "nu",),
    }


def _marks(renderer: Renderer, profile: Profile) -> Mapping[str, str]:
    """What the style sheet and the script read of somebody."""
    answers = {key: " ".join(ids) for key, ids in _answers(renderer, profile).items()}
    wish = (profile.available.work,) if profile.available else ()
    return answers | {"words": " ".join((*profile.talents, *profile.energy, *profile.activities, *wish))}


def _sheet(renderer: Renderer) -> str:
    """For each facet and each set of answers: not shown when something is chosen and none of it is in the set.

    A browser that does not know `:has()` passes over these rules and shows everybody.
    """
    rules = []
    for facet in _facets(renderer):
        for ids in sorted({_answers(renderer, profile)[facet.key] for profile in renderer.site.profiles.values()}):
            own = ", ".join(f'[name="{facet.key}"][value="{name}"]:checked' for name in ids)
            fits = f":not(:has({own}))" if own else ""
            card = f'.bb-profile-card[data-bb-{facet.key}="{" ".join(ids)}"]'
            rules.append(f'.bb-people:has([name="{facet.key}"]:checked){fits} {card} {{\n  display: none;\n}}\n')
    return "\n".join(rules)
