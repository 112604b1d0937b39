"""Scripts and style sheets as a browser gets them: all that a page uses, and little else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import material
import pytest

from burgerbaan.assets import Assets, read_assets
from burgerbaan.build import Build, Known
from burgerbaan.scripts import BUNDLES, WORKER
from burgerbaan.stylesheet import SHEETS, joined, names_in, small, without_pictures
from tests.small_site import copy_minimal, files_of, valid_site, with_vacancies, written_page

THEME = Path(__file__).parent.parent / "hooks" / "theme"
MATERIAL = Path(material.__file__).parent / "templates"
ASSETS = read_assets(THEME, MATERIAL)

FOOTNOTE = '<div class="footnote"><ol><li>Bron</li></ol></div>'
TASK = '<ul class="task-list"><li class="task-list-item">Koken</li></ul>'


def _style(*written: str) -> str:
    files = {file.path: file.data.decode() for file in ASSETS.files(written)}
    return files["assets/css/site.css"]


def _classes(site: Path) -> set[str]:
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    lists = [found for page in pages for found in re.findall(r'\sclass="([^"]*)"', page)]
    return {name for found in lists for name in found.split()}


def test_every_script_is_part_of_a_file_and_stands_in_it_once() -> None:
    parts = {part for bundle in BUNDLES.values() for part in bundle}
    assert parts | {WORKER} == set(ASSETS.scripts)
    assert all(len(bundle) == len(set(bundle)) for bundle in BUNDLES.values())


def test_a_script_that_is_called_after_one_thing_goes_to_nothing_else() -> None:
    own = {part: name for part in {*sum(BUNDLES.values(), ())} for name in BUNDLES if part.startswith(f"{name}-")}
    lent = {
        (part, name) for name, bundle in BUNDLES.items() for part in bundle if not name.startswith(own.get(part, ""))
    }
    assert lent == set()


def test_every_style_is_part_of_one_sheet() -> None:
    parts = [part for sheet in SHEETS.values() for part in sheet]
    assert sorted(parts) == sorted(ASSETS.styles)


def test_no_text_of_a_script_stands_within_another_for_spaces_in_it_would_go() -> None:
    """What makes scripts small takes the inner text for code."""
    assert {name for name, text in ASSETS.scripts.items() if re.search(r"`[^`]*\$\{[^}`]*`", text)} == set()


def test_what_a_computer_leaves_in_a_folder_is_no_style_and_no_script(tmp_path: Path) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    for name in ("css/.DS_Store", "css/._page.css", "css/page.css~", "js/._bank.js", "js/bank.js.swp"):
        (tmp_path / "theme/assets" / name).write_bytes(b"\x00\xff")
    assert read_assets(tmp_path / "theme", MATERIAL) == ASSETS


def test_every_script_of_the_site_is_one_that_a_page_loads(built_site: Path) -> None:
    pages = "".join(page.read_text("utf-8") for page in built_site.rglob("*.html"))
    loaded = set(re.findall(r'src="[^"]*assets/js/([\w-]+)\.js"', pages))
    assert loaded == {path.stem for path in (built_site / "assets/js").iterdir()} == set(BUNDLES)


def test_every_style_sheet_of_the_site_is_one_that_a_page_loads(built_site: Path) -> None:
    pages = "".join(page.read_text("utf-8") for page in built_site.rglob("*.html"))
    loaded = set(re.findall(r'href="[^"]*assets/css/([\w-]+)\.css"', pages))
    assert loaded == {path.stem for path in (built_site / "assets/css").iterdir()} == set(SHEETS)


def test_no_page_loads_a_script_twice(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        loaded = re.findall(r'<script src="([^"]+)"', page.read_text("utf-8"))
        assert len(loaded) == len(set(loaded)), page


def test_no_rule_is_gone_that_a_page_of_the_site_asks_for(built_site: Path) -> None:
    whole = without_pictures(ASSETS.material) + joined("site", ASSETS.styles)
    needed = small(whole, names_in(whole) - _classes(built_site))
    assert names_in(needed) <= names_in((built_site / "assets/css/site.css").read_text("utf-8"))


@pytest.mark.parametrize(("html", "rule"), [(FOOTNOTE, ".footnote"), (TASK, ".task-list-item")])
def test_what_a_written_page_uses_of_material_is_there_and_else_it_is_not(html: str, rule: str) -> None:
    assert rule in _style("<p>Hallo</p>", html)
    assert rule not in _style("<p>Hallo</p>")


def test_material_keeps_its_typography_whatever_is_written() -> None:
    style = _style()
    for rule in (".md-typeset h2", ".md-typeset table:not([class])", ".md-typeset blockquote", ".md-typeset kbd"):
        assert rule in style


def test_a_phone_of_five_years_old_reads_the_widths_of_screens() -> None:
    for file in ASSETS.files([]):
        assert not re.search(rb"@media[^{]*[<>]=", file.data), file.path
    assert "@media (min-width:" in _style()


def test_nothing_of_a_script_is_meant_for_people_and_what_it_says_stays() -> None:
    given = dict.fromkeys(ASSETS.scripts, "// wat\nlet  a = `twee  regels\n  tekst`; /* hoe */ let b = /[/] 'x/;\n")
    files = {file.path: file.data.decode() for file in Assets(dict.fromkeys(ASSETS.styles, ""), given, "").files([])}
    assert files["assets/js/forms.js"] == "let a=`twee  regels\n  tekst`;let b=/[/] 'x/;\n"


def _made(build: Build) -> tuple[str, str]:
    job = next(job for job in build.jobs if job.name == "opmaak en scripts")
    files = {file.path: file.data.decode() for file, _ in build.printed(job)}
    return job.stamp(), files["assets/css/site.css"]


def test_a_footnote_that_somebody_writes_tomorrow_gets_its_rules_and_the_same_pages_the_same_stamp(
    tmp_path: Path,
) -> None:
    site = valid_site(copy_minimal(tmp_path))
    made = []
    for html in ("<p>Hallo</p>", "<p>Hallo</p>", FOOTNOTE):
        build = Build(site, Known(assets=ASSETS))
        build.hold("index.md", html)
        made.append(_made(build))
    assert made[0] == made[1]
    assert made[0][0] != made[2][0]
    assert ".footnote" not in made[0][1]
    assert ".footnote" in made[2][1]


def test_a_vacancy_that_stands_alone_has_the_script_that_knows_the_day_and_an_empty_list_needs_none(
    tmp_path: Path,
) -> None:
    site = valid_site(copy_minimal(tmp_path))
    alone = files_of(site)["vacatures/koken/index.html"].decode()
    empty = written_page(Build(with_vacancies(site)), "vacatures/index.md", "<p>{{ vacaturebank }}</p>")
    assert "data-bb-until" not in alone
    assert 'assets/js/vacancy.js"' in alone
    assert "data-bb-bank" not in empty
    assert 'assets/js/vacancy.js"' not in empty
