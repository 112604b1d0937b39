"""Roles belong to a programme; the site shows those of the first, so a slip there must not lose a role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from burgerbaan.dutch import format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.roles import Role
from burgerbaan.problems import Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_roles(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A role that is the only one of its programme beside programmes with several, or that deals with itself: most
    likely a slip.
    """
    del folders
    number_of = Counter(role.origin for role in site.roles.values())
    shared = sorted(name for name, number in number_of.items() if number > 1)
    for number, role in enumerate(site.roles.values()):
        if shared and number_of[role.origin] == 1:
            position = places.find(role.path, (number, "programma"))
            yield problem(role.path, position, Kind.ROLE_ALONE, value=role.origin, choices=format_list(shared))
        for location, name in _others(role):
            if name == role.id:
                yield problem(role.path, places.find(role.path, (number, *location)), Kind.ROLE_ITSELF, value=name)


def _others(role: Role) -> Iterator[tuple[Location, str]]:
    """The roles that a role names, and where."""
    for number, dealing in enumerate(role.talks):
        yield ("spreekt", number, "rol"), dealing.role
    for number, paper in enumerate(role.papers):
        yield from ((("papieren", number, "met", place), name) for place, name in enumerate(paper.others))
