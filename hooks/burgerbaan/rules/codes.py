"""Codes on paper must be coarse enough to scan."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.absolute import absolute
from burgerbaan.code_size import PAPERS
from burgerbaan.codes import CodeKind, goal_url, payment_text
from burgerbaan.kinds import Kind
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.problems import Problem, problem
from burgerbaan.qr import code_of
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_codes(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each goal whose codes would be too fine on its poster or cards."""
    del folders
    donation = site.donation if site.programme.path else None  # without a programme there is no address
    for number, goal in enumerate(donation.goals if donation else ()):
        assert donation is not None
        for reader, field in _too_fine(site, donation, goal):
            position = places.find(donation.path, ("doelen", number, field))
            yield problem(donation.path, position, Kind.CODE_FINE, field=field, reader=reader)


def _too_fine(site: Site, donation: Donation, goal: Goal) -> Iterator[tuple[str, str]]:
    payloads = (
        (CodeKind.ADDRESS, "camera", "id", absolute(site, goal_url(goal))),
        (CodeKind.PAYMENT, "bank-app", "kenmerk" if goal.reference else "id", payment_text(donation, goal)),
    )
    for kind, name, field, payload in payloads:
        if payload and any(paper.is_too_fine(kind, code_of(payload, kind.level)) for paper in PAPERS.values()):
            yield name, field
