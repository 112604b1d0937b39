"""Paper on which people can give: a poster and cards for each goal, with both codes."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.codes import CodeKind, goal_url
from burgerbaan.dutch import format_and, format_euro
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.model.payment import in_fours
from burgerbaan.output import File
from burgerbaan.pages.donations import code_drawings
from burgerbaan.pages.goal_fit import GoalTexts, fit_goal
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.paper import address_pieces
from burgerbaan.render import Renderer

_COMPONENTS = {"poster": "goal-poster", "kaartje": "goal-cards"}
NO_BREAK = "\u00a0"
_AGAIN = {
    kind: Markup('<svg class="bb-qr" aria-hidden="true" focusable="false"><use href="#qr-{}"/></svg>').format(
        kind.value
    )
    for kind in CodeKind
}
"""The same codes once more on a sheet."""


def goal_sheets(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """A poster and cards for each goal; with `has_pdf` a PDF will stand beside each."""
    donation = renderer.site.donation
    for goal in renderer.site.open_goals:
        assert donation is not None
        for name in _COMPONENTS:
            yield _sheet(renderer, donation, goal, name, has_pdf=has_pdf)


def _sheet(renderer: Renderer, donation: Donation, goal: Goal, name: str, *, has_pdf: bool) -> File:
    words, url = renderer.words, goal_url(goal)
    texts = goal_texts(renderer, donation, goal, name)
    sheet = Sheet(
        url=f"{url}{name}/",
        title=words(f"goal.{name}_title", title=goal.title),
        description=goal.summary,
        hint=words(f"goal.{name}_hint"),
        back=url,
        back_text=words("goal.back"),
    )
    codes = code_drawings(renderer, donation, goal)
    sheet_html = renderer.component(
        _COMPONENTS[name],
        texts=texts,
        fit=fit_goal(name, texts),
        is_example=donation.is_example,
        codes=codes,
        again={kind: _AGAIN[kind] for kind in codes},
    )
    return sheet_file(renderer, sheet, sheet_html, has_pdf=has_pdf)


def goal_texts(renderer: Renderer, donation: Donation, goal: Goal, name: str) -> GoalTexts:
    """Everything that stands on a poster or a card."""
    words, account = renderer.words, donation.account
    names: dict[CodeKind, str] = {}
    lines = []
    if account:
        names[CodeKind.PAYMENT] = words("goal.bank")
        lines = [
            f"{words('goal.iban')}: {in_fours(account.iban).replace(' ', NO_BREAK)}",
            f"{words('goal.name')}: {account.name}",
            *([f"{words('goal.amount')}: {format_euro(goal.amount)}"] if goal.amount else []),
            *([f"{words('goal.reference')}: {goal.reference}"] if goal.reference else []),
            words("goal.check_short"),
        ]
    names[CodeKind.ADDRESS] = words("goal.camera")
    is_poster = name == "poster"
    apps = donation.apps
    return GoalTexts(
        title=goal.title,
        summary=goal.summary if is_poster else "",
        names=names,
        address=address_pieces(printed_address(absolute(renderer.site, goal_url(goal))).rstrip("/")),
        apps=words("goal.bank_apps", apps=format_and(apps.reading)) if apps else "",
        lines=tuple(lines),
        thanks=goal.thanks if is_poster else "",
    )
