"""What forgetting somebody says to an editor, line by line; it is never written to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from burgerbaan.forget.elsewhere import Place, places_elsewhere
from burgerbaan.forget.plan import Plan

_MOST = 60


def format_plan(plan: Plan) -> Iterator[str]:
    """Everything that would happen, and everything that somebody must look at."""
    person = plan.person
    yield f"Vergeten: {person.name or person.slug} ({person.slug})"
    for other in person.namesakes:
        yield f"Let op: {other} heeft dezelfde naam. Kijk bij elke plek hieronder om wie het gaat."
    yield ""
    yield "Dit gaat weg:" if plan.removals else "Er is hier geen bestand om weg te halen."
    yield from (f"  {item.shown} ({item.why})" for item in plan.removals)
    if plan.removals:
        yield "Kijk je nu naar een voorbeeld (mkdocs serve)? Stop dat eerst."
    yield from _listed("Dit blijft. Doe dit zelf:", plan.left)
    if plan.mentions:
        places = (f"{item.path}:{item.line}:{item.column}: {item.text}" for item in plan.mentions)
        yield from _listed("Hier staat deze persoon ook. Pas dit zelf aan:", places)


def format_elsewhere(plan: Plan) -> Iterator[str]:
    """What cannot be reached from here, with commands to copy."""
    yield from ("", "Hier kan deze opdracht niet bij. Loop dit zelf langs:")
    for number, place in enumerate(places_elsewhere(plan), 1):
        yield from ("", f"{number}. {place.title}", *_steps(place))


def _steps(place: Place) -> Iterator[str]:
    yield from (f"   {step}" for step in place.steps)
    yield from (f"     {command}" for command in place.commands[:_MOST])
    if len(place.commands) > _MOST:
        yield f"     En nog {len(place.commands) - _MOST}."


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = tuple(lines)
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))


def printable(line: str) -> str:
    """A line that cannot command the terminal it is shown on."""
    return "".join(char if char.isprintable() else "·" for char in line)
