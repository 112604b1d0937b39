"""What a build looks for in its own site: photos that may not be shown, and values that nobody made public."""

from __future__ import annotations

import hashlib
from pathlib import Path

from burgerbaan.model.record import Secret
from burgerbaan.traces.keep import make_watch
from burgerbaan.traces.public import MONEY
from burgerbaan.traces.watch import Watch
from tests.photo_project import GOOD, person, phone_photo, project
from tests.small_site import change, valid_site


def watch_of(root: Path) -> Watch:
    return make_watch(valid_site(root), lambda path: (root / path).read_bytes())


def test_a_photo_without_a_yes_is_known_by_its_bytes_and_by_what_it_is_like(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person({**GOOD, "gegeven": False}))
    (root / "profiles/fotos/foto-1.jpg").write_bytes(phone_photo())
    watch = watch_of(root)
    assert watch.photos == {hashlib.sha256(phone_photo()).hexdigest()}
    assert watch.likenesses


def test_a_photo_with_a_yes_is_not_looked_for(tmp_path: Path) -> None:
    watch = watch_of(project(tmp_path / "site", person()))
    assert (watch.photos, watch.likenesses) == (frozenset(), ())


def test_a_photo_that_went_while_it_was_looked_for_stops_nothing(tmp_path: Path) -> None:
    site = valid_site(project(tmp_path / "site", person({**GOOD, "gegeven": False})))

    def gone(path: str) -> bytes:
        raise FileNotFoundError(path)

    assert make_watch(site, gone).photos == frozenset()


def test_what_the_site_says_itself_is_allowed_and_of_examples_all_but_where_money_goes(tmp_path: Path) -> None:
    watch = watch_of(project(tmp_path / "site"))
    kinds = {secret for secret, _ in watch.allowed}
    assert {Secret.MAIL, Secret.PHONE} <= kinds
    assert kinds.isdisjoint(MONEY)
    assert {secret for secret, _ in watch.examples} == set(MONEY)


def test_an_address_is_public_when_the_site_gives_it_however_it_is_typed(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    change(root / "vacancies/buurthuis/organisatie.yml", "brug@example.org", "Roos@Example.org")
    assert (Secret.MAIL, "roos@example.org") in watch_of(root).allowed
