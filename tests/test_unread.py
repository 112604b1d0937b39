"""Who says no in a profile that is not right is kept from the public as if all of it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burgerbaan.last_good import LastGood, with_last_good
from burgerbaan.problems import errors_in
from burgerbaan.site import Site
from burgerbaan.traces.keep import make_watch
from burgerbaan.unread import Unread, files_in, name_in, unread
from tests import sponsor_project
from tests.photo_project import GOOD, person, project, write
from tests.small_site import change, load

TYPO = ("wijk:", "wijkk:")


def _site(root: Path) -> Site:
    loaded = load(root)
    assert loaded.site is not None
    assert not errors_in(loaded.problems)
    return loaded.site


def _names(site: Site) -> frozenset[str]:
    return make_watch(site, lambda _: b"").names


def _with_typo(root: Path, name: str = "mens-0") -> Path:
    change(root / f"profiles/{name}.yml", *TYPO)
    return root


@pytest.mark.parametrize("is_right", [True, False])
def test_the_name_of_who_says_no_is_kept_from_every_page(is_right: bool, tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(naam="Fatou Diallo", tonen=False))
    site = _site(root if is_right else _with_typo(root))
    assert {"Fatou Diallo", "burgerbaners/mens-0/", "profiles/mens-0.yml"} <= _names(site)


def test_a_name_that_somebody_else_has_on_the_site_may_be_there(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(tonen=False), person(naam="Roos", tonen=False, naam_van_meer=True))
    site = _site(_with_typo(_with_typo(root), "mens-1"))
    assert _names(site) & {"Noor", "Roos"} == set()


@pytest.mark.parametrize("is_right", [True, False])
@pytest.mark.parametrize("file", ["foto-1.jpg", "Foto-1.JPG"])
def test_a_photo_that_somebody_takes_back_is_shown_of_nobody(file: str, is_right: bool, tmp_path: Path) -> None:
    taken_back = person({**GOOD, "ingetrokken": "2026-11-20"})
    taken_back["foto"]["bestand"] = file
    root = project(tmp_path / "site", taken_back)
    write(root, "noor", person())
    assert _site(root if is_right else _with_typo(root)).portraits == {}


def test_a_photo_whose_consent_cannot_be_read_is_shown_of_nobody(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person({**GOOD, "gegeven": "ja"}))
    write(root, "noor", person())
    site = _site(root)
    assert site.portraits == {}
    assert site.profiles.keys() == {"noor", "mens-0"}


def test_in_a_preview_who_says_no_does_not_come_back(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    good = load(root)
    assert good.site is not None
    assert good.site.profiles.keys() == {"noor", "mens-0"}
    change(root / "profiles/mens-0.yml", "tonen: true", "tonen: false")
    change(_with_typo(root) / "content/gegevens/wijken.yml", "id: haven", "idd: haven")
    shown = with_last_good(load(root), LastGood(good.site, good.digests))
    assert shown.site.profiles.keys() == {"noor"}


def test_a_sponsor_who_takes_a_yes_back_is_named_nowhere_and_a_business_is_no_secret(tmp_path: Path) -> None:
    no = {**sponsor_project.GOOD, "ingetrokken": date(2026, 11, 21)}
    business = sponsor_project.sponsor("zaak", naam="De Zaak", logo=None, toestemming=no)
    giver = sponsor_project.person("henk-grootegift", no)
    root = sponsor_project.project(tmp_path / "site", business, giver)
    assert _names(_site(root)) & {"Henk Grootegift", "De Zaak"} == {"Henk Grootegift"}


@pytest.mark.parametrize(
    "text",
    [
        "tonen: false",
        "tonen: nee # bel eerst",
        "Tonen: False",
        "'tonen' : no",
        "foto: {bestand: a.jpg, toestemming: {gegeven: false, op: 2026-11-01}}",
        'foto: {"toestemming": {"ingetrokken": 2026-11-01}}',
        "tonen: true\nfoto:\n  toestemming:\n    ingetrokken:",
        "tonen: true\nfoto:\n  toestemming:\n    ingetrokken op: 2026-11-01",
        "tonen: &x false\nnaam: [",
        "tonen: true\ntonen: false",
        "volwassen:\n  false",
        "{tonen: true, volwassen: false",
        "TONEN: nee\nnaam: [",
        "- tonen: nee",
        "foto:\n- ' Gegeven ': false",
        "foto:\n- toestemming:\n  - ' Ingetrokken op': 2026-11-01",
    ],
)
def test_a_no_is_heard_however_it_is_typed(text: str) -> None:
    assert unread("roos", "profiles/roos.yml", f"naam: Roos\n{text}\n") is not None


@pytest.mark.parametrize(
    "text",
    [
        "tonen: true",
        "tonen: true  # ja",
        "verhaal: Ik ben bij mijn zus ingetrokken.",
        "verhaal: |\n  Ik ben bij mijn zus ingetrokken, en kook.\n  Nu wil ik me tonen aan de buurt.",
        "# ingetrokken: 2026-11-01",
        "foto: {toestemming: {gegeven: true, volwassen: true}}",
    ],
)
def test_what_is_told_is_no_no(text: str) -> None:
    assert unread("roos", "profiles/roos.yml", f"naam: Roos\n{text}\n") is None


def test_a_name_is_found_in_a_text_that_is_right_or_broken() -> None:
    assert name_in("naam: Roos  van\n  Dijk\n") == "Roos van Dijk"
    assert name_in('naam: "Roos van Dijk" # zo\ntitel: [\n') == "Roos van Dijk"
    assert name_in("titel: [\n") == ""
    assert name_in("tonen: nee\n") == ""
    assert name_in("naam: 12\n") == "12"
    assert name_in("naam: [Roos]\n") == "[Roos]"
    assert unread("roos", "p.yml", "tonen: nee\nnaam_van_meer: true\n[") == Unread("roos", "p.yml", "", True)


def test_a_file_is_found_in_a_text_in_any_capitals() -> None:
    assert files_in("bestand: FOTO-1.jpg", ["foto-1.jpg", "foto-2.jpg"]) == {"foto-1.jpg"}
    assert files_in("bestand: foto-1.jpg", ["FOTO-1.jpg"]) == {"FOTO-1.jpg"}
