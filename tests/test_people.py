"""People: whoever did not choose to be findable is named only where search engines may not look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin

import pytest
import yaml

from burgerbaan.build import Build
from burgerbaan.model.people import Profile
from burgerbaan.model.programme import LearnArea
from burgerbaan.pages.profiles import is_former
from burgerbaan.site import MarkdownPage, Site
from burgerbaan.source.strict_yaml import parse
from tests.small_site import (
    DAY,
    MINIMAL,
    change,
    copy_minimal,
    load,
    made_files,
    made_vacancy,
    valid_site,
    with_vacancies,
)

ROOT = Path(__file__).parent.parent
CLOSED = '<meta name="robots" content="noindex, noarchive">'
OPEN = '<meta name="robots" content="index, follow">'
LISTS = ("deelnemerslijst", "talentenpool", "verhalen")
STORY = "Ik begon met uien.\n\nToen kwam de soep.\n"
WISH = {"werk": "Koken voor een feest", "uren": 4}


@cache
def minimal_site() -> Site:
    with TemporaryDirectory() as folder:
        return valid_site(copy_minimal(Path(folder)))


def made_person(name: str, **changes: object) -> Profile:
    """Noor of the minimal site under another name, with other fields as editors write them."""
    path = f"profiles/{name.lower()}.yml"
    values, problems = parse(path, (MINIMAL / "profiles/noor.yml").read_text("utf-8"))
    assert problems == ()
    assert isinstance(values, dict)
    return Profile.model_validate({**values, "naam": name, **changes}, context=(name.lower(), path))


def site_with(*people: Profile) -> Site:
    """The minimal site with these people only, and a page for each kind of list."""
    site = minimal_site()
    pages = {
        f"{name}.md": MarkdownPage(f"{name}.md", name, "Een pagina met mensen.") for name in (*LISTS, "deelnemers")
    }
    return replace(site, profiles={item.slug: item for item in people}, pages={**site.pages, **pages})


def whole(site: Site) -> dict[str, str]:
    """Everything that is made, each kind of list on a page of its own."""
    build = Build(site)
    for block in (*LISTS, "deelnemers 3"):
        path = f"{block.split()[0]}.md"
        build.hold(path, f"<p>{{{{ {block} }}}}</p>")
    return {path: data.decode("utf-8", "ignore") for path, data in made_files(build).items()}


def list_of(block: str, *people: Profile) -> str:
    """One block, as it stands on a page."""
    return Build(site_with(*people)).fill(f"{block.split(maxsplit=1)[0]}.md", f"<p>{{{{ {block} }}}}</p>")


def page_of(person: Profile, *, rest: str = "") -> str:
    return whole(site_with(person))[f"burgerbaners/{person.slug}/{rest}index.html"]


def in_order(html: str, pieces: Iterable[str]) -> bool:
    places = [html.index(piece) for piece in pieces]
    return places == sorted(places)


# Work for who can do the same


def _areas(*names: str) -> dict[str, LearnArea]:
    return {name: LearnArea.model_validate({"id": name, "naam": name.title()}, context=("0", "")) for name in names}


def _work_of(html: str) -> list[str]:
    _, _, section = html.partition('<h2 id="werk">')
    return re.findall(r'href="../../vacatures/([a-z]+)/"', section)


def test_a_page_offers_work_that_asks_for_the_same_what_has_most_of_it_first_and_then_what_is_near() -> None:
    person = made_person("Barend", wijk="haven", leergebieden=["koken", "mensen"])
    vacancies = (
        made_vacancy("anders", leergebieden=["groen"]),
        made_vacancy("ver", wijk="stad", leergebieden=["koken"]),
        made_vacancy("dichtbij", wijk="haven", leergebieden=["mensen"]),
        made_vacancy("allebei", wijk="stad", leergebieden=["mensen", "koken"]),
        made_vacancy("dicht", leergebieden=["koken"], status="gesloten"),
    )
    site = replace(with_vacancies(site_with(person), *vacancies), learn_areas=_areas("koken", "mensen", "groen"))
    html = whole(site)["burgerbaners/barend/index.html"]
    assert _work_of(html) == ["allebei", "dichtbij", "ver"]
    assert in_order(html, ["Kun jij dit ook?", "<li>Koken</li>", "<li>Mensen</li>", "vacatures/allebei/"])


def test_without_such_work_a_page_offers_none() -> None:
    person = made_person("Barend", leergebieden=["koken"])
    site = replace(site_with(person), learn_areas=_areas("koken"))
    assert "Kun jij dit ook?" not in whole(site)["burgerbaners/barend/index.html"]
    assert "Kun jij dit ook?" not in page_of(made_person("Zefanja"))


def test_a_page_is_made_again_when_work_on_it_changes_and_not_when_other_work_does() -> None:
    person = made_person("Barend", leergebieden=["koken"])
    site = replace(site_with(person), learn_areas=_areas("koken", "groen"))

    def stamp(**changes: object) -> str:
        other = made_vacancy("tuin", **{"leergebieden": ["groen"], **changes})
        found = with_vacancies(site, made_vacancy("koken", leergebieden=["koken"]), other)
        return next(job.stamp() for job in Build(found).jobs if job.name == "profiel barend")

    assert stamp() == stamp(titel="Iets anders")
    assert stamp() != stamp(leergebieden=["koken"])


# Who may be found


def test_who_is_not_findable_is_named_only_where_search_engines_may_not_look() -> None:
    hidden = made_person("Zefanja", vindbaar=False, verhaal=STORY, beschikbaar=WISH)
    seen = made_person("Barend", vindbaar=True, verhaal=STORY, beschikbaar=WISH)
    files = whole(site_with(hidden, seen))
    naming = {path for path, text in files.items() if "zefanja" in text.lower()}
    assert naming == {
        *(f"{name}/index.html" for name in LISTS),
        "burgerbaners/zefanja/index.html",
        "burgerbaners/zefanja/verhaal/index.html",
    }
    assert all(CLOSED in files[path] for path in naming)
    assert [path for path in naming if f"/{path.removesuffix('index.html')}<" in files["sitemap.xml"]] == []


def test_a_list_of_people_who_may_all_be_found_may_be_found() -> None:
    files = whole(site_with(made_person("Barend", vindbaar=True, verhaal=STORY, beschikbaar=WISH)))
    for name in LISTS:
        assert OPEN in files[f"{name}/index.html"]
        assert f"/{name}/<" in files["sitemap.xml"]


def test_an_example_stays_out_of_search_engines_even_when_findable() -> None:
    person = made_person("Barend", vindbaar=True, voorbeeld=True, verhaal=STORY)
    assert CLOSED in page_of(person)
    assert CLOSED in page_of(person, rest="verhaal/")


def test_a_few_people_are_people_who_may_be_found_and_else_the_way_to_all() -> None:
    hidden, seen = made_person("Zefanja"), made_person("Barend", vindbaar=True)
    both = list_of("deelnemers 3", hidden, seen)
    assert "Barend" in both
    assert "Zefanja" not in both
    alone = list_of("deelnemers 3", hidden)
    assert "Zefanja" not in alone
    assert 'href="../burgerbaners/">Bekijk alle burgerbaners</a>' in alone


def test_the_page_of_a_host_names_nobody_who_is_not_findable_and_tells_not_whether_there_are() -> None:
    hidden, seen = made_person("Zefanja"), made_person("Barend", vindbaar=True)
    only_seen = whole(site_with(seen))["organisaties/buurthuis/index.html"]
    assert "Barend" in only_seen
    assert whole(site_with(hidden, seen))["organisaties/buurthuis/index.html"] == only_seen


def test_no_indexed_page_of_this_site_leads_to_who_is_not_findable(built_site: Path) -> None:
    people = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "profiles").glob("*.yml")}
    hidden = [f"burgerbaners/{slug}/" for slug, item in people.items() if item.get("vindbaar") is not True]
    assert hidden, "somebody is not findable"
    wrong = []
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        if OPEN not in html:
            continue
        page = path.relative_to(built_site).as_posix()
        links = {urljoin(f"https://x/{page}", link) for link in re.findall(r'href="([^"]*)"', html)}
        wrong += [(page, link) for link in links if link.removeprefix("https://x/").startswith(tuple(hidden))]
    assert wrong == []
    sitemap = (built_site / "sitemap.xml").read_text("utf-8")
    assert [url for url in (*hidden, "burgerbaners/", "bedrijven/talentenpool/") if f"/{url}<" in sitemap] == []


# Profile


def test_talents_come_first_then_what_somebody_wants_then_what_somebody_does() -> None:
    html = page_of(made_person("Barend", energie=["Een volle tafel"], verhaal=STORY, bracht="Vrienden.", talen=["Twi"]))
    ids = ("talenten", "energie", "opgaven", "activiteiten", "waar", "verhaal", "bracht", "verder")
    assert in_order(html, [f'id="{name}"' for name in ids])


def test_every_field_of_a_profile_is_shown() -> None:
    html = page_of(
        made_person(
            "Barend", energie=["Volle tafel"], verhaal=STORY, bracht="Nieuwe vrienden.", leert=["Plannen"],
            volgende_stap="Een opleiding", beschikbaar={**WISH, "sectoren": ["horeca"]}, talen=["Twi"],
        )
    )  # fmt: skip
    sector = minimal_site().sectors["horeca"].name
    for text in (
        "Koken voor groepen", "Meer buren aan tafel", "Kookt op dinsdag", "Volle tafel", "Ik begon met uien.",
        "Nieuwe vrienden.", "Plannen", "Een opleiding", "Twi", "Koken voor een feest, 4 uur per week.", sector,
        "Bijgewerkt op 1 november 2026.", "Beeld:",
    ):  # fmt: skip
        assert text in html


def test_who_stopped_and_wants_to_be_asked_is_shown_as_available() -> None:
    person = made_person("Barend", tot="2026-06", beschikbaar=WISH)
    assert 'id="beschikbaar"' in page_of(person)
    assert "beschikbaar</span>" in list_of("deelnemerslijst", person)


# Stories


def test_a_profile_begins_a_story_and_leads_to_the_rest() -> None:
    person = made_person("Barend", verhaal="## Soep\n\n" + STORY)
    profile, story = page_of(person), page_of(person, rest="verhaal/")
    assert "Ik begon met uien." in profile
    assert "Toen kwam de soep." not in profile
    assert '<a href="verhaal/">Lees het verhaal van Barend</a>' in profile
    assert in_order(story, ["<h1>Het verhaal van Barend</h1>", "Ik begon met uien.", "Toen kwam de soep."])


def test_who_told_no_story_has_no_page_for_it() -> None:
    files = whole(site_with(made_person("Barend")))
    assert "burgerbaners/barend/verhaal/index.html" not in files
    assert "Er zijn nog geen verhalen." in files["verhalen/index.html"]


def test_the_booklet_holds_every_story_once_and_the_day_of_the_newest_profile() -> None:
    people = [
        made_person("Barend", verhaal=STORY, bijgewerkt="2026-10-01"),
        made_person("Zefanja", verhaal=STORY, bijgewerkt="2026-11-03"),
        made_person("Cato", bijgewerkt="2026-10-02"),
    ]
    html = list_of("verhalen", *people)
    assert html.count("Ik begon met uien.") == html.count('<article class="bb-book__story"') == 2
    assert "Bijgewerkt op 3 november 2026." in html
    for name in ("barend", "zefanja"):
        assert html.count(f'href="#verhaal-{name}"') == html.count(f'id="verhaal-{name}"') == 1


def test_the_address_of_a_story_is_taken(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path / "site")
    with (root / "profiles/noor.yml").open("a", encoding="utf-8") as file:
        file.write("verhaal: Ik begon met uien.\n")
    page = root / "content/burgerbaners/noor/verhaal.md"
    page.parent.mkdir()
    page.write_text((root / "content/burgerbaners/index.md").read_text("utf-8"), "utf-8")
    change(page, "# Mensen", "# Verhaal")
    assert [item.path for item in load(root).problems] == ["profiles/noor.yml"]


# Talent pool


def names_in(html: str) -> list[str]:
    return re.findall(r'class="bb-pool__name"[^>]*>([^<]+)<', html)


def test_the_pool_holds_those_of_now_and_those_of_before_who_want_to_be_asked() -> None:
    html = list_of(
        "talentenpool",
        made_person("Nu"),
        made_person("Eerder", tot="2026-06"),
        made_person("Weer", tot="2026-06", beschikbaar=WISH),
    )
    assert names_in(html) == ["Weer", "Nu"]


def test_in_the_pool_a_wish_of_the_person_says_which_kind_of_work_it_is() -> None:
    site = minimal_site()
    assert site.hosts["buurthuis"].sectors
    html = list_of("talentenpool", made_person("Barend", beschikbaar={**WISH, "sectoren": ["horeca"]}))
    assert re.findall(r'<h2 id="werk-([^"]+)"', html) == ["horeca"]
    plain = list_of("talentenpool", made_person("Barend"))
    assert re.findall(r'<h2 id="werk-([^"]+)"', plain) == list(site.hosts["buurthuis"].sectors)


def test_talents_of_one_entry_stand_by_the_alphabet() -> None:
    html = list_of("talentenpool", made_person("Barend", talenten=["Zingen", "auto wassen", "Lassen"]))
    assert in_order(html, ["auto wassen", "Lassen", "Zingen"])


def test_contact_goes_to_the_coordinator_with_a_text_that_is_ready() -> None:
    html = list_of("talentenpool", made_person("Barend", beschikbaar=WISH))
    links = re.findall(r'href="mailto:([^"]+)"', html)
    assert len(links) == 1
    address, _, fields = unquote(links[0]).partition("?")
    assert address == "meedoen@example.org"
    assert "Vraag over Barend" in fields
    assert "Onze organisatie:" in fields


# Choosing


def test_only_questions_that_part_people_are_asked() -> None:
    html = list_of("deelnemerslijst", made_person("Barend"), made_person("Zefanja", beschikbaar=WISH))
    assert re.findall(r'type="checkbox" name="([^"]+)"', html) == ["beschikbaar"]
    assert "checkbox" not in list_of("deelnemerslijst", made_person("Barend"))


def test_the_style_sheet_of_the_choice_is_the_one_that_the_page_asks_for() -> None:
    files = whole(site_with(made_person("Barend"), made_person("Zefanja", beschikbaar=WISH)))
    sheet = re.findall(
        r'rel="stylesheet" href="\.\./(assets/burgerbaners/[^"?]+)\?v=', files["deelnemerslijst/index.html"]
    )
    assert len(sheet) == 1
    assert files[sheet[0]].count("display: none") == 2


@pytest.mark.parametrize(
    ("until", "is_over"),
    [
        (None, False),
        ("2026-11-22", False),
        ("2026-11-21", True),
        ("2026-11", False),
        ("2026-10", True),
        ("2026", False),
    ],
)
def test_a_day_a_month_and_a_year_count_to_their_end(until: str | None, is_over: bool) -> None:
    assert is_former(made_person("Barend", tot=until), DAY) is is_over
