"""What roles have to do with each other: written down at one of them, true for both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from burgerbaan.addresses import ROLES
from burgerbaan.model.roles import Phase, Role


class Deal(NamedTuple):
    """Another role, and what the two talk about."""

    role: str
    about: tuple[str, ...]


class Signed(NamedTuple):
    """A paper, with whom it is signed, and where it is explained ('' for nowhere)."""

    name: str
    others: tuple[str, ...]
    page: str


def role_url(role: Role) -> str:
    """Address of the page of a role."""
    return f"{ROLES}{role.id}/"


def deals_of(role: Role, roles: Iterable[Role]) -> list[Deal]:
    """Whom a role deals with: those it names, then those that name it."""
    found: dict[str, list[str]] = {}
    for talk in role.talks:
        found.setdefault(talk.role, []).append(talk.about)
    for other in roles:
        for talk in other.talks:
            if talk.role == role.id and other.id != role.id and talk.about not in found.get(other.id, ()):
                found.setdefault(other.id, []).append(talk.about)
    found.pop(role.id, None)
    return [Deal(name, tuple(about)) for name, about in found.items()]


def papers_of(role: Role, roles: Iterable[Role]) -> list[Signed]:
    """What a role signs: what is written at it, then what others sign with it."""
    found = [Signed(paper.name, paper.others, paper.page or "") for paper in role.papers]
    known = {paper.name for paper in found}
    for other in roles:
        for paper in other.papers:
            if role.id in paper.others and other.id != role.id and paper.name not in known:
                rest = tuple(name for name in paper.others if name != role.id)
                found.append(Signed(paper.name, (other.id, *rest), paper.page or ""))
    return found


def phases_in(roles: Iterable[Role]) -> list[Phase | None]:
    """The phases in which any of these roles has a task, in their order; None for always, last."""
    used = {task.phase for role in roles for task in role.tasks}
    return [*(phase for phase in Phase if phase in used), *([None] if None in used else [])]


def tasks_in(role: Role, phase: Phase | None) -> Sequence[str]:
    """Tasks of a role in a phase."""
    return [task.text for task in role.tasks if task.phase == phase]
