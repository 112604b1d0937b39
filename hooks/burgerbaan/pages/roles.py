"""Roles: a list, a table of who does what when, and a page for who has a role."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.addresses import ROLES
from burgerbaan.model.roles import Phase, Role
from burgerbaan.output import Crumb, Page
from burgerbaan.render import Renderer
from burgerbaan.roles import deals_of, papers_of, phases_in, role_url, tasks_in
from burgerbaan.soft_breaks import with_soft_breaks

_SECTION = "over/"


def role_list(renderer: Renderer, base: str) -> Markup:
    """Every role of this programme with its tasks."""
    return renderer.component("roles", roles=renderer.site.own_roles, base=base)


def role_table(renderer: Renderer, base: str) -> Markup:
    """Who does what and when; only the list when nobody wrote down when."""
    roles = renderer.site.own_roles
    phases = phases_in(roles)
    if phases in ([], [None]):
        return role_list(renderer, base)
    has_decisions = any(role.decides for role in roles)
    columns = [_phase_name(renderer, phase) for phase in phases]
    columns += [renderer.words("role.decides_column")] if has_decisions else []
    rows = [
        {
            "role": role,
            "name": with_soft_breaks(role.name),
            "cells": [
                *([with_soft_breaks(task) for task in tasks_in(role, phase)] for phase in phases),
                *([[with_soft_breaks(choice) for choice in role.decides]] if has_decisions else []),
            ],
        }
        for role in roles
    ]
    return renderer.component("role-table", columns=columns, rows=rows, base=base)


def role_pages(renderer: Renderer) -> Iterator[Page]:
    """All roles to choose from, and a page for each."""
    site, words = renderer.site, renderer.words
    if not site.own_roles:
        return
    parent = site.pages.get(f"{_SECTION}index.md")
    above = (Crumb(words("frame.home"), ""), *([Crumb(parent.title, _SECTION)] if parent else []))
    title = words("role.which")
    yield Page(
        url=ROLES,
        title=title,
        description=words("role.which_description"),
        body_html=renderer.component("role-index", title=title, base="../../"),
        section=_SECTION,
        crumbs=above,
        search_text=" ".join(role.name for role in site.own_roles),
    )
    for role in site.own_roles:
        yield _role_page(renderer, role, (*above, Crumb(title, ROLES)))


def _role_page(renderer: Renderer, role: Role, crumbs: tuple[Crumb, ...]) -> Page:
    site, words = renderer.site, renderer.words
    own = {item.id for item in site.own_roles}
    phases = phases_in([role])
    body = renderer.component(
        "role-page",
        role=role,
        phases=[(_phase_name(renderer, phase), tasks_in(role, phase)) for phase in phases],
        is_timed=phases != [None],
        deals=[(site.roles[deal.role], deal.about) for deal in deals_of(role, site.own_roles)],
        papers=[(paper, [site.roles[name].name for name in paper.others]) for paper in papers_of(role, site.own_roles)],
        own=own,
        base="../../../",
    )
    return Page(
        url=role_url(role),
        title=words("role.title", role=role.name),
        description=words("role.description", role=role.name),
        body_html=body,
        section=_SECTION,
        crumbs=crumbs,
        search_text=" ".join((role.text, *(task.text for task in role.tasks))),
        origin=role.path,
    )


def _phase_name(renderer: Renderer, phase: Phase | None) -> str:
    return renderer.words(f"phase.{phase or 'altijd'}")
