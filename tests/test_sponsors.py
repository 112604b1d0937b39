"""Sponsors: nothing of them without a yes, a certificate for each, a goal that is no result, an honest price."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from burgerbaan.build import Build
from burgerbaan.changes import next_changes
from burgerbaan.consents import is_logo_without_yes, logos_of
from burgerbaan.drawing import chart_svg
from burgerbaan.kinds import Kind
from burgerbaan.model.donation import Donation
from burgerbaan.model.knowledge import DataTable
from burgerbaan.pages.sponsors import place_cost
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.words import Words, load_texts
from tests.photo_project import real_project
from tests.real_build import build, contents
from tests.small_site import DAY, files_of, load, valid_site
from tests.sponsor_project import GOOD, SVG, add_sponsors, drawn_logo, person, project, sponsor, write_sponsors

PNG_LOGO = {"bestand": "beeld/sponsors/de-berk.png", **GOOD}
LIST = "<p>{{ sponsorlijst }}</p>"
WITHDRAWN = {**GOOD, "ingetrokken": date(2026, 11, 20)}


def shown(site: Site) -> str:
    """The list of sponsors as a page has it."""
    return Build(site).fill("sponsors/index.md", LIST)


def renderer_of(site: Site) -> Renderer:
    return Renderer(site, Words(load_texts(), site.programme))


# ---- a yes


WRONG: tuple[Any, ...] = (
    None, False, True, "ja", 0, 2026, "", [], {}, {"door": "De directeur"}, {"op": date(2026, 11, 1)},
    {**GOOD, "door": ""}, {**GOOD, "op": "2026-11-31"}, {**GOOD, "op": "gisteren"}, {**GOOD, "op": date(2026, 11, 23)},
    WITHDRAWN, {**GOOD, "ingetrokken": date(2027, 5, 1)}, {**GOOD, "ingetrokken": "gisteren"},
    {**GOOD, "ingetrokken": None}, {**GOOD, "ingetroken": date(2026, 11, 20)}, {**GOOD, "mag": True},
)  # fmt: skip
"""Whatever is typed where a yes should stand."""


def _with(value: Any, **more: str) -> Any:
    return {**value, **more} if isinstance(value, dict) else value


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_a_yes_with_anything_wrong_is_a_no_and_does_not_stop_the_build(value: Any, tmp_path: Path) -> None:
    logo, quote = _with(value, bestand="beeld/sponsors/de-linde.svg"), _with(value, tekst="Iedereen kan iets.")
    root = project(tmp_path, sponsor(logo=logo, citaat=quote), person("familie-b", value))
    loaded = load(root)
    assert [item for item in loaded.problems if not item.is_reminder] == []
    assert loaded.site is not None
    assert loaded.site.sponsors.keys() == {"de-linde"}
    assert logos_of(loaded.site) == {}
    everything = shown(loaded.site) + "".join(map(repr, files_of(loaded.site).items()))
    for secret in ("Iedereen kan iets", "Familie B", "familie-b", "de-linde.svg"):
        assert secret not in everything, secret


def test_a_quote_with_a_yes_is_shown_from_its_day(tmp_path: Path) -> None:
    later = {**GOOD, "op": date(2026, 12, 1), "tekst": "Iedereen kan iets."}
    root = project(tmp_path, sponsor(citaat=later))
    assert "Iedereen kan iets." not in shown(valid_site(root, date(2026, 11, 30)))
    assert "Iedereen kan iets." in shown(valid_site(root, date(2026, 12, 1)))


def test_a_yes_counts_from_its_day(tmp_path: Path) -> None:
    later = {**GOOD, "op": date(2026, 12, 1)}
    root = project(tmp_path, sponsor(logo=_with(later, bestand="beeld/sponsors/de-linde.svg")))
    assert logos_of(valid_site(root, date(2026, 11, 30))) == {}
    assert logos_of(valid_site(root, date(2026, 12, 1))) == {"de-linde": "beeld/sponsors/de-linde.svg"}


def test_a_logo_of_two_sponsors_needs_a_yes_of_both(tmp_path: Path) -> None:
    other = sponsor("bedrijf-z", logo={"bestand": "beeld/sponsors/de-linde.svg", **WITHDRAWN})
    assert logos_of(valid_site(project(tmp_path, sponsor(), other))) == {}


def test_a_logo_of_a_sponsor_that_is_not_named_is_shown_of_nobody(tmp_path: Path) -> None:
    logo = {"bestand": "beeld/sponsors/de-linde.svg", **GOOD}
    other = sponsor("bedrijf-z", logo=logo, toestemming=dict(WITHDRAWN))
    site = valid_site(project(tmp_path, sponsor(), other))
    assert site.sponsors.keys() == {"de-linde"}
    assert logos_of(site) == {}


def test_of_the_files_of_a_site_only_a_logo_needs_a_yes(tmp_path: Path) -> None:
    site = valid_site(project(tmp_path, sponsor()))
    files = ("beeld/sponsors/de-linde.svg", "beeld/sponsors/los.svg", "beeld/los.svg")
    assert [path for path in files if is_logo_without_yes(site, path)] == ["beeld/sponsors/los.svg"]


def test_an_organisation_that_says_no_is_not_named(tmp_path: Path) -> None:
    site = valid_site(project(tmp_path, sponsor(toestemming=dict(WITHDRAWN)), sponsor("bedrijf-z", logo=None)))
    assert site.sponsors.keys() == {"bedrijf-z"}
    assert "De Linde" not in shown(site)
    assert logos_of(site) == {}


def test_of_a_person_only_the_chosen_name_is_shown(tmp_path: Path) -> None:
    html = shown(valid_site(project(tmp_path, person("familie-b"))))
    [item] = re.findall(r'<li id="familie-b">(.*?)</li>', html, re.S)
    assert " ".join(re.sub(r"<[^>]+>", "", item).split()) == "Familie B Certificaat om te printen voor Familie B"


# ---- the files of a site


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that an editor builds, with a drawn and a painted logo, and one that nobody said yes to."""
    root = real_project(tmp_path_factory.mktemp("echt") / "project")
    add_sponsors(root, sponsor(), sponsor("de-berk", logo=dict(PNG_LOGO)), person("familie-b"))
    (root / "content/beeld/sponsors/los.svg").write_text(SVG.replace("a1b2c3", "d4e5f6"), "utf-8")
    (root / "content/beeld/sponsors/los.png").write_bytes(drawn_logo())
    (root / "content/gegevens/bedragen.yml").write_text(
        "- {jaar: 2026, uur: 5.75, uur_jonger: 3.40, maand: 220, heel_jaar: 2200, bron: verslag-1,"
        " gecontroleerd: 2026-11-22}\n"
    )
    return root


def test_no_byte_of_a_logo_is_left_after_a_no(real: Path) -> None:
    site = real / "site"
    build(real)
    logos = {path.name for path in (site / "beeld/sponsors").iterdir()}
    assert logos == {"de-linde.svg", "de-berk.png"}
    assert (site / "beeld/sponsors/de-berk.png").read_bytes() != drawn_logo()
    photos = set(contents(site / "assets/foto"))
    no = {"ingetrokken": date(2026, 11, 22)}
    first, second = sponsor(), sponsor("de-berk", logo={**PNG_LOGO, **no})
    write_sponsors(real, first | {"logo": {**first["logo"], **no}}, second, person("familie-b", {**GOOD, **no}))
    build(real)
    assert not (site / "beeld/sponsors").exists()
    assert set(contents(site / "assets/foto")) < photos
    for path in (path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        for secret in (b"a1b2c3", b"d4e5f6", b"de-linde.svg", b"de-berk.png", b"Familie B", b"familie-b"):
            assert secret not in data, (path, secret)
    assert (site / "sponsors/de-linde/certificaat/index.html").is_file()


def test_from_the_first_of_december_a_build_asks_for_the_amounts_of_next_year(real: Path) -> None:
    asked = "De bedragen van 2027 ontbreken"
    target = real.parent / "december"
    assert asked not in build(real, target, BURGERBAAN_TODAY="2026-11-30")
    assert asked in build(real, target, BURGERBAAN_TODAY="2026-12-01")
    assert asked in build(real, target, BURGERBAAN_TODAY="2027-01-01")


# ---- the list


def test_sponsors_of_now_stand_before_people_and_before_those_who_stopped(tmp_path: Path) -> None:
    sponsors = (
        sponsor("bedrijf-a", logo=None, tot="2026-10"),
        sponsor("bedrijf-b", logo=None, sinds="2026-05"),
        person("familie-oud", tot="2025"),
        person("familie-b"),
        sponsor("bedrijf-c", logo=None, sinds="2026"),
    )
    html = shown(valid_site(project(tmp_path, *sponsors)))
    assert re.findall(r'<li[^>]* id="([^"]+)"', html) == [
        "bedrijf-c",
        "bedrijf-b",
        "familie-b",
        "bedrijf-a",
        "familie-oud",
    ]
    assert "van 2025 tot en met oktober 2026" in html
    assert re.findall(r"<(h\d)", html) == ["h3", "h3", "h3", "h3", "h4"]


def test_the_last_day_of_a_sponsor_is_a_day_of_a_sponsor(tmp_path: Path) -> None:
    root = project(tmp_path, sponsor(logo=None, tot="2026-11"))
    assert "Eerdere sponsors" not in shown(valid_site(root, date(2026, 11, 30)))
    assert "Eerdere sponsors" in shown(valid_site(root, date(2026, 12, 1)))


def test_what_editors_type_is_text(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    record = sponsor(naam=evil, maakt_mogelijk=evil, toelichting=evil, citaat={**GOOD, "tekst": evil, "door": evil})
    site = valid_site(project(tmp_path, record))
    certificate = files_of(site)["sponsors/de-linde/certificaat/index.html"].decode()
    assert evil not in shown(site) + certificate
    assert "&lt;script&gt;" in certificate


def test_without_sponsors_the_list_says_so(tmp_path: Path) -> None:
    site = replace(valid_site(project(tmp_path, sponsor())), sponsors={})
    assert "Er zijn nog geen sponsors." in shown(site)


# ---- the certificate


def test_each_sponsor_has_a_certificate_that_search_engines_leave_alone(tmp_path: Path) -> None:
    site = valid_site(project(tmp_path, sponsor(voorbeeld=True), person("familie-b"), sponsor("oud", tot="2025")))
    files = files_of(site)
    for name in ("de-linde", "familie-b", "oud"):
        html = files[f"sponsors/{name}/certificaat/index.html"].decode()
        assert '<meta name="robots" content="noindex">' in html
        assert f'href="../../../sponsors/#{name}"' in html
        assert f"sponsors/{name}/" not in files["sitemap.xml"].decode()
        assert "22 november 2026" in html
        assert ("bb-label--example" in html) == (name == "de-linde")
        assert ("beeld/sponsors/de-linde.svg" in html) == (name == "de-linde")


def test_a_certificate_is_one_sheet_of_paper(real: Path) -> None:
    name = "Stichting Samenwerkende Buurthuizen en Ontmoetingsplekken " * 3
    write_sponsors(real, sponsor(naam=name.strip(), maakt_mogelijk=f"{'Werk voor veel mensen, ' * 8}samen."))
    target = real.parent / "papier"
    build(real, target, BURGERBAAN_PDF="1")
    folder = target / "sponsors/de-linde/certificaat"
    assert 'href="certificaat.pdf"' in (folder / "index.html").read_text("utf-8")
    with pdfium.PdfDocument(folder / "certificaat.pdf") as document:
        assert len(document) == 1
        page = document[0]
        assert page.get_size() == pytest.approx((595.276, 841.89), abs=1)
        text = page.get_textpage()
        words = re.sub(r"\s+", " ", text.get_text_range())
        for part in ("Stichting", "Werk voor veel mensen", "Dank je wel", "22 november 2026", "Handtekening"):
            assert part in words
        left, bottom, right, top = zip(*_boxes(text), strict=True)
        assert min(left) > 28 < min(bottom)  # a printer keeps a centimetre white
        assert max(right) < 595 - 28
        assert max(top) < 842 - 28


def _boxes(text: pdfium.PdfTextPage) -> Iterator[tuple[float, float, float, float]]:
    for number in range(text.count_rects()):
        yield text.get_rect(number)


# ---- the chart, the price, the calendar


def _growth(**more: Any) -> DataTable:
    rows = [["Start", 0], ["Eerste jaar", 3], ["Begin 2025", 6], ["Eind 2025", 10]]
    values = {"titel": "Groei", "kolommen": ["Moment", "Mensen"], "rijen": rows, "grafiek": True, **more}
    return DataTable.model_validate(values, context=("groei", "content/gegevens/tabellen/groei.yml"))


def test_a_goal_is_drawn_and_told_as_a_goal(tmp_path: Path) -> None:
    drawn = str(chart_svg(_growth(doelrij=4), "Staafdiagram", "weinig", "doel"))
    assert drawn.count("bb-chart__bar--goal") == 1
    assert drawn.count("bb-chart__bar--0") == 2
    assert re.findall(r">([^<]*doel[^<]*)<", drawn) == ["10 (doel)"]
    assert "goal" not in chart_svg(_growth(), "Staafdiagram", "weinig", "doel")
    site = replace(valid_site(project(tmp_path, sponsor())), tables={"groei": _growth(doelrij=4)})
    html = Build(site).fill("sponsors/index.md", "<p>{{ tabel groei }}</p>")
    assert re.search(r'<th scope="row">Eind 2025 <span class="bb-label[^"]*">doel</span></th><td>10</td>', html)
    assert 'role="img" aria-label="Staafdiagram van: Groei.' in html
    assert "geen resultaat" in html


def test_the_price_of_a_place_is_told_with_its_source_or_not_at_all(tmp_path: Path) -> None:
    site = valid_site(project(tmp_path, sponsor()))
    assert "Het bedrag volgt." in place_cost(renderer_of(site), "./")
    cost = {"maand": Decimal("200.00"), "jaar": Decimal("2400.00"), "bron": "verslag-1", "gecontroleerd": "2026-11-20"}
    goal = {"id": "plek", "titel": "Plek", "samenvatting": "Plek.", "tekst": "Plek.", "dank": "Dank."}
    donation = Donation.model_validate({"plek": cost, "doelen": [goal]}, context=("donatie", "donatie.yml"))
    html = str(place_cost(renderer_of(replace(site, donation=donation)), "./"))
    assert "€\u00a0200</dd>" in html
    assert "€\u00a02.400</dd>" in html
    assert "Nagekeken op 20 november 2026." in html
    assert "eerste avond, 2026" in html
    assert "volgt" not in html


def test_what_turns_on_a_day_is_foretold(tmp_path: Path) -> None:
    later = {**GOOD, "op": DAY + timedelta(days=1)}
    site = valid_site(project(tmp_path, sponsor(tot="2026-11-22"), person("familie-b", later)))
    found = {(item.what, item.day) for item in next_changes(site)}
    assert ("sponsor", DAY + timedelta(days=1)) in found
    assert ("certificate", DAY + timedelta(days=1)) in found


TURN = date(2026, 12, 10)
LATER = {**GOOD, "op": TURN}


@pytest.mark.parametrize(
    ("who", "days"),
    [
        (sponsor(tot="2026-12-09"), [-1]),
        (sponsor(logo={"bestand": "beeld/sponsors/de-linde.svg", **LATER}), [-1]),
        (sponsor(citaat={"tekst": "Iedereen kan iets.", **LATER}), [-1]),
        (person("familie-b", LATER), [-2, -1]),  # before it nothing else turns
        (person("familie-b", {**LATER, "ingetrokken": TURN}), []),
        (sponsor(), []),
    ],
)
def test_what_a_sponsor_said_turns_on_its_day_and_on_no_other(
    who: dict[str, Any], days: list[int], tmp_path: Path
) -> None:
    root = project(tmp_path, who)
    told = {day: next_changes(valid_site(root, TURN + timedelta(days=day))) for day in (-2, -1, 0)}
    assert [day for day, found in told.items() if "sponsor" in {item.what for item in found}] == days
    turns = {(item.day, item.path) for found in told.values() for item in found if item.what == "sponsor"}
    assert turns <= {(TURN, "content/gegevens/sponsors.yml")}


def test_a_gift_together_with_somebody_unnamed_goes_without_the_name(tmp_path: Path) -> None:
    root = project(tmp_path, person("familie-b", dict(WITHDRAWN)))
    site = valid_site(root)
    assert site.knows("sponsors", "familie-b")
    assert Kind.PERMISSION_WITHDRAWN in {item.kind for item in load(root).problems}
