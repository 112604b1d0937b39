"""The bench suite runs, and what it compares is comparable. Nothing here is about seconds."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from burgerbaan.today import read_today
from tests.bench import preview
from tests.bench.contenders import OURS, TODAY, Contender, check_of
from tests.bench.corpus import DAY, vacancy_of, write_corpus
from tests.bench.measure import cold, main, prepare
from tests.bench.process import run
from tests.bench.share import CODES, REST, VALIDATION, measure
from tests.bench.table import Output

COUNT = 120
"""So many that some are full, and some are over."""
HUGO = ("hugo-markdown", "hugo-adapter")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Contender, Output]]:
    """One build from cold by each contender that holds the same pages, and by both floors."""
    contenders = prepare(tmp_path_factory.mktemp("bench"), COUNT, [*HUGO, "floor", "floor-files"])
    samples, outputs = cold(contenders, runs=1)
    assert all(found.wall > 0 and found.cpu > 0 and found.peak > 0 for runs in samples.values() for found in runs)
    return {item.name.removesuffix(" (Python)"): (item, outputs[item.name]) for item in contenders}


def test_a_corpus_is_the_same_each_time(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        write_corpus(folder, COUNT)
    assert _contents(one) == _contents(other)


def test_a_corpus_has_no_mistakes(tmp_path: Path) -> None:
    write_corpus(tmp_path, COUNT)
    run(check_of(tmp_path))


@pytest.mark.parametrize("name", HUGO)
def test_hugo_has_the_same_vacancies(built: dict[str, tuple[Contender, Output]], name: str) -> None:
    ours, theirs = _titles(built[OURS][0].out), _titles(built[name][0].out)
    assert len(ours) == COUNT
    assert ours == theirs


@pytest.mark.parametrize("name", HUGO)
@pytest.mark.parametrize("paper", ["poster", "kaartje", "gesprek"])
def test_hugo_has_the_same_paper(built: dict[str, tuple[Contender, Output]], name: str, paper: str) -> None:
    ours, theirs = ({path.parent.parent.name for path in _paper(built[key][0].out, paper)} for key in (OURS, name))
    assert ours
    assert ours == theirs


@pytest.mark.parametrize("name", HUGO)
@pytest.mark.parametrize("paper", ["poster", "kaartje", "gesprek"])
def test_paper_reads_the_same_in_hugo(built: dict[str, tuple[Contender, Output]], name: str, paper: str) -> None:
    slug = next(slug for slug, vacancy in map(vacancy_of, range(COUNT)) if vacancy["status"] == "open")
    ours, theirs = (_words(built[key][0].out / "vacatures" / slug / paper / "index.html") for key in (OURS, name))
    assert len(theirs & ours) / len(ours | theirs) > 0.8


@pytest.mark.parametrize("name", HUGO)
def test_a_vacancy_reads_the_same_in_hugo(built: dict[str, tuple[Contender, Output]], name: str) -> None:
    slug = next(slug for slug, vacancy in map(vacancy_of, range(COUNT)) if vacancy["status"] == "open")
    ours, theirs = (_words(built[key][0].out / "vacatures" / slug / "index.html") for key in (OURS, name))
    assert len(theirs & ours) / len(ours | theirs) > 0.8


@pytest.mark.parametrize("name", HUGO)
def test_what_is_told_to_who_keeps_a_vacancy_is_the_same_in_hugo(
    built: dict[str, tuple[Contender, Output]], name: str
) -> None:
    ours = _facts(built[OURS][0].out)
    told = json.loads((built[name][0].out / "assets/vacatures/feiten.json").read_text("utf-8"))
    theirs = {facts.pop("slug"): facts for facts in told}
    for facts in ours.values():
        facts.pop("breaks", None)  # where long words may break tells nothing more
    assert {slug: set(facts) for slug, facts in ours.items()} == {slug: set(facts) for slug, facts in theirs.items()}
    for key in ("title", "hours", "until", "full", "places"):
        mine, other = ({slug: facts.get(key) for slug, facts in those.items()} for those in (ours, theirs))
        assert mine == other, key
    assert {facts.get("full") for facts in ours.values()} == {True, False, None}


def test_the_floors_write_as_much_as_we_do(built: dict[str, tuple[Contender, Output]]) -> None:
    ours = built[OURS][1]
    assert built["floor-files"][1].files == ours.files
    assert built["floor-files"][1].size == pytest.approx(ours.size, rel=0.01)
    assert built["floor"][1].files == COUNT


def test_mkdocs_by_itself_has_every_vacancy_in_the_menu_of_every_page(tmp_path: Path) -> None:
    contenders = prepare(tmp_path, 5, ["plain", "plain-menu"])[1:]
    cold(contenders, runs=1)
    slug = vacancy_of(0)[0]
    pages = [(item.out / "vacatures" / slug / "index.html").read_text("utf-8") for item in contenders]
    links = [page.count('href="../') for page in pages]
    assert links[1] - links[0] >= 4


@pytest.mark.parametrize(
    "arguments", [["cold", "20", "--with", "ours,plain,plain-menu,empty"], ["warm", "20"], ["check", "20"]]
)
def test_every_mode_prints_a_table(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure", *arguments, "--runs", "1"])
    main()
    said = capsys.readouterr().out
    assert "wall s" in said
    assert re.search(r" / .*, wall: \d", said)


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _titles(out: Path) -> dict[str, str]:
    """The heading of each vacancy's page by its slug; lists and pages about the bank are no vacancies."""
    slugs = {vacancy_of(number)[0] for number in range(COUNT)}
    pages = [path for path in (out / "vacatures").glob("*/index.html") if path.parent.name in slugs]
    return {path.parent.name: _heading(path.read_text("utf-8")) for path in pages}


def _heading(html: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", html)
    assert found
    return unescape(found[1])


def _facts(out: Path) -> dict[str, dict[str, Any]]:
    """Out of the scripts that hold them, by slug."""
    found: dict[str, dict[str, Any]] = {}
    for path in out.glob("assets/vacatures/feiten-*.js"):
        match = re.search(r"JSON\.parse\('(.*)'\)\);$", path.read_text("utf-8").strip())
        assert match
        found |= json.loads(match[1].replace("\\'", "'").replace("\\\\", "\\"))
    return found


def _paper(out: Path, name: str) -> list[Path]:
    return list((out / "vacatures").glob(f"*/{name}/index.html"))


def _words(path: Path) -> set[str]:
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", path.read_text("utf-8"), flags=re.DOTALL)
    return set(unescape(text).split())


def test_what_codes_and_validation_add_is_measured(tmp_path: Path) -> None:
    times = measure(COUNT, tmp_path)
    assert all(times["cold"][part] > 0 for part in (CODES, VALIDATION, REST))
    assert times["warm"][REST] > 0


def test_every_build_is_made_on_the_day_of_the_corpus() -> None:
    assert read_today(TODAY) == DAY


def test_how_soon_a_preview_shows_what_was_saved_is_measured(tmp_path: Path) -> None:
    found = preview.measure(20, tmp_path, saves=2)
    assert len(found.saves) == 2
    assert min(found.start, found.told, *found.saves) > 0
    assert "saved" in preview.report(20, found)


@pytest.mark.parametrize(("saves", "verdict"), [([0.2, 0.9, 3.0], " met "), ([0.2, 1.1, 3.0], " NOT MET ")])
def test_the_goal_of_a_preview_is_about_the_usual_time(saves: list[float], verdict: str) -> None:
    assert verdict in preview.report(1_000, preview.Seconds(start=1.0, saves=saves, told=1.0))
