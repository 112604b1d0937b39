"""Roles: what holds for both sides, who does what when, and a page for who has a role."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burgerbaan.build import Build
from burgerbaan.load import load_site
from burgerbaan.model.roles import Phase, Role
from burgerbaan.output import Page
from burgerbaan.pages.roles import role_list, role_pages, role_table
from burgerbaan.render import Renderer
from burgerbaan.roles import Deal, Signed, deals_of, papers_of, phases_in, tasks_in
from burgerbaan.site import Site
from burgerbaan.soft_breaks import with_soft_breaks
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, load, valid_site

ROOT = Path(__file__).parent.parent
BUURTBAAN = ROOT / "tests" / "sites" / "buurtbaan"


def _role(name: str, **more: Any) -> Role:
    fields = {
        "id": name,
        "naam": name.capitalize(),
        "programma": "eigen",
        "tekst": f"Dit is {name}.",
        "taken": ["helpt"],
    }
    return Role.model_validate({**fields, "contact": "meedoen", **more}, context=("0", "content/gegevens/rollen.yml"))


PERSON = _role(
    "mens",
    taken=[{"taak": "kiest het werk", "fase": "zoeken"}, {"taak": "tekent", "fase": "afspreken"}, "mag wisselen"],
    spreekt=[{"rol": "gastheer", "over": "het werk"}, {"rol": "stichting", "over": "de uren"}],
    papieren=[{"naam": "overeenkomst", "met": ["gastheer"]}, {"naam": "uren", "met": ["gastheer", "stichting"]}],
)
HOST = _role("gastheer", spreekt=[{"rol": "mens", "over": "de begeleiding"}, {"rol": "stichting", "over": "de uren"}])
FOUNDATION = _role("stichting")
ALL = (PERSON, HOST, FOUNDATION)


def test_whom_you_deal_with_is_written_once_and_true_for_both() -> None:
    assert deals_of(PERSON, ALL) == [Deal("gastheer", ("het werk", "de begeleiding")), Deal("stichting", ("de uren",))]
    assert deals_of(FOUNDATION, ALL) == [Deal("mens", ("de uren",)), Deal("gastheer", ("de uren",))]


def test_nobody_deals_with_the_own_role() -> None:
    alone = _role("mens", spreekt=[{"rol": "mens", "over": "alles"}])
    assert deals_of(alone, (alone,)) == []


def test_everybody_who_signs_a_paper_sees_it() -> None:
    assert papers_of(FOUNDATION, ALL) == [Signed("uren", ("mens", "gastheer"), "")]
    assert [paper.name for paper in papers_of(HOST, ALL)] == ["overeenkomst", "uren"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("tekent de vergoedingsovereenkomst", "tekent de vergoedings|overeenkomst"),
        ("vrijwilligersovereenkomst", "vrijwilligers|overeenkomst"),
        ("Dagbestedingsorganisatie", "Dagbestedings|organisatie"),
        ("praat met de burgerbaner over werkvloeren", "praat met de burgerbaner over werkvloeren"),
    ],
)
def test_a_long_compound_may_break_where_its_parts_meet(text: str, broken: str) -> None:
    assert with_soft_breaks(text) == broken.replace("|", "\u00ad")


def test_a_task_without_a_phase_is_always() -> None:
    assert phases_in(ALL) == [Phase.LOOK, Phase.AGREE, None]
    assert tasks_in(PERSON, None) == ["mag wisselen"]
    assert tasks_in(HOST, Phase.LOOK) == []


# ---- pages and the table


@pytest.fixture(scope="module")
def site() -> Site:
    loaded = load_site(Folders(ROOT), date(2026, 11, 22))
    assert loaded.site
    return loaded.site


def _renderer(site: Site) -> Renderer:
    return Renderer(site, Words(load_texts(), site.programme))


@pytest.fixture(scope="module")
def made(site: Site) -> dict[str, Page]:
    return {page.url: page for page in role_pages(_renderer(site))}


def test_only_roles_of_the_own_programme_have_a_page(site: Site, made: dict[str, Page]) -> None:
    own = {f"over/rollen/{role.id}/" for role in site.roles.values() if role.origin == "almere"}
    assert set(made) == own | {"over/rollen/"}
    assert len(own) < len(site.roles)


def test_every_page_of_a_role_has_exactly_one_contact_and_leads_to_all_roles(made: dict[str, Page]) -> None:
    for url, page in made.items():
        assert page.body_html.count('class="bb-contact"') == 1, url
        if url != "over/rollen/":
            assert 'href="../../../over/rollen/"' in page.body_html


def test_a_page_says_what_you_do_with_whom_and_what_you_sign(made: dict[str, Page]) -> None:
    html = made["over/rollen/almere-stichting-safe-almere/"].body_html
    for text in ("betaalt de vergoeding", "de vergoeding en de uren", "de vergoedingsovereenkomst", "ANBI-gegevens"):
        assert text in html
    assert [int(level) for level in re.findall(r"<h([1-6])", html)][:3] == [1, 2, 3]


def test_a_role_that_says_little_has_a_short_page(tmp_path: Path) -> None:
    site = replace(valid_site(copy_minimal(tmp_path)), roles={"stichting": FOUNDATION})
    page = list(role_pages(_renderer(site)))[1]
    assert re.findall(r'<h[23] id="([^"]*)"', page.body_html)[0] == "taken"
    for part in ("met-wie", "papieren", "paginas", "<h3>"):
        assert part not in page.body_html


def test_without_roles_there_are_no_pages_for_them(tmp_path: Path) -> None:
    assert list(role_pages(_renderer(valid_site(copy_minimal(tmp_path))))) == []


def test_a_name_with_signs_stays_text(tmp_path: Path) -> None:
    odd = _role("mens", naam='<script>"&', taken=["<b>vet</b>"], tekst="{{ rollen }} [x](y)")
    site = replace(valid_site(copy_minimal(tmp_path)), roles={"mens": odd})
    html = "".join(page.body_html for page in role_pages(_renderer(site)))
    assert "<script>" not in html
    assert "&lt;b&gt;vet&lt;/b&gt;" in html


def test_the_table_has_a_row_for_each_role_and_loses_no_task(site: Site) -> None:
    html = str(role_table(_renderer(site), "../")).replace("\u00ad", "")
    assert html.count('<th scope="row">') == len(site.own_roles)
    for role in site.own_roles:
        for task in role.tasks:
            assert task.text in html


def test_what_a_role_decides_stands_on_its_page_in_the_table_and_in_the_list(tmp_path: Path) -> None:
    chooser = _role("mens", taken=[{"taak": "kiest", "fase": "zoeken"}], beslist=["welk werk het wordt", "of <b>"])
    site = replace(valid_site(copy_minimal(tmp_path)), roles={"mens": chooser, "stichting": FOUNDATION})
    renderer = _renderer(site)
    html = str(role_table(renderer, "../"))
    assert html.count('<th scope="col">Beslist</th>') == 1
    assert html.count('<td data-bb-phase="Beslist">') == 1
    assert "Beslist: welk werk het wordt en of &lt;b&gt;." in str(role_list(renderer, "../"))
    pages = {page.url: str(page.body_html) for page in role_pages(renderer)}
    assert 'id="beslissen"' in pages["over/rollen/mens/"]
    assert 'id="beslissen"' not in pages["over/rollen/stichting/"]


def test_a_role_with_a_site_of_its_own_leads_there(tmp_path: Path) -> None:
    city = _role("gemeente", website="https://example.org/")
    site = replace(valid_site(copy_minimal(tmp_path)), roles={"gemeente": city, "stichting": FOUNDATION})
    link = '<a href="https://example.org/" rel="noopener">https://example.org/</a>'
    assert str(role_list(_renderer(site), "../")).count(link) == 1
    assert [link in str(page.body_html) for page in role_pages(_renderer(site))] == [False, True, False]


def test_without_phases_the_table_is_a_list(tmp_path: Path) -> None:
    site = replace(valid_site(copy_minimal(tmp_path)), roles={"stichting": FOUNDATION})
    html = str(role_table(_renderer(site), "../"))
    assert "<table" not in html
    assert 'id="rol-stichting"' in html


def test_the_list_of_roles_leads_to_each_page(built_site: Path, site: Site) -> None:
    html = (built_site / "organisaties/wat-doet-een-gastheer/index.html").read_text("utf-8")
    for role in site.own_roles:
        assert f'href="../../over/rollen/{role.id}/"' in html
        assert (built_site / "over/rollen" / role.id / "index.html").is_file()


def test_a_written_page_cannot_take_the_address_of_a_role(tmp_path: Path) -> None:
    folder = copy_minimal(tmp_path)
    roles = "- {id: mens, naam: Mens, programma: eigen, tekst: Doet mee., taken: [kiest], contact: meedoen}\n"
    (folder / "content/gegevens/rollen.yml").write_text(roles, "utf-8")
    assert [item for item in load(folder).problems if not item.is_reminder] == []
    page = folder / "content/over/rollen/mens.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ndescription: Een pagina die hier niet kan staan.\n---\n# Mens\n", "utf-8")
    assert [item.kind for item in load(folder).problems if not item.is_reminder] == ["page_clash"]


def test_another_programme_has_pages_for_its_own_roles() -> None:
    loaded = load_site(Folders(BUURTBAAN), date(2026, 11, 22))
    assert loaded.site
    build = Build(loaded.site)
    made = [file.path for job in build.jobs if job.name == "rollen" for file, _ in build.printed(job)]
    assert "over/rollen/buurtbaner/index.html" in made
    assert not [path for path in made if "almere" in path]
