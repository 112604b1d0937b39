"""Real builds of real sites: strict, repeatable, and never half."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from yaml import safe_load

ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests" / "sites"


def _run(*arguments: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    day = {"BURGERBAAN_TODAY": "2026-11-22", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | day | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _mkdocs(config: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return _run("-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(target), **environment)


def _fingerprints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The minimal site as a project of its own, with the code where it expects it."""
    place = tmp_path / "project" / "tests" / "sites" / "minimal"
    shutil.copytree(SITES / "minimal", place, ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project" / "mkdocs.yml")
    shutil.copytree(ROOT / "hooks", tmp_path / "project" / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    return place


def test_two_builds_of_the_same_input_are_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    again = _mkdocs(ROOT / "mkdocs.yml", tmp_path / "again", PYTHONHASHSEED="7")
    assert again.returncode == 0, again.stderr
    assert _fingerprints(tmp_path / "again") == _fingerprints(built_site)


def test_the_way_out_stays_open_the_fork_properdocs_makes_the_same_site(built_site: Path, tmp_path: Path) -> None:
    """MkDocs 1.6 is the last of its line; its fork must run our hook unchanged."""
    result = _run("-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    assert result.returncode == 0, result.stderr
    assert _fingerprints(tmp_path / "site") == _fingerprints(built_site)


def test_a_strict_build_says_nothing_worrying(tmp_path: Path) -> None:
    result = _mkdocs(SITES / "minimal" / "mkdocs.yml", tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stdout + result.stderr


@pytest.mark.parametrize("name", ["minimal", "buurtbaan"])
def test_another_programme_builds_from_the_same_code(name: str, tmp_path: Path) -> None:
    result = _mkdocs(SITES / name / "mkdocs.yml", tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site" / "vacatures" / "index.html").is_file()


def test_the_second_programme_knows_nothing_of_the_first(tmp_path: Path) -> None:
    assert _mkdocs(SITES / "buurtbaan" / "mkdocs.yml", tmp_path / "site").returncode == 0
    texts = [
        path for path in (tmp_path / "site").rglob("*") if path.suffix in (".html", ".json", ".xml", ".ics", ".txt")
    ]
    named = [path.name for path in texts if "almere" in path.read_text("utf-8").lower()]
    assert named == []
    vacancy = next((tmp_path / "site" / "vacatures").glob("*/index.html")).read_text("utf-8")
    assert "Loon" in vacancy
    assert "stapelen" not in vacancy


def test_a_mistake_leaves_the_previous_site_as_it_was(project: Path) -> None:
    config, target = project / "mkdocs.yml", project / "site"
    assert _mkdocs(config, target).returncode == 0
    before = _fingerprints(target)
    broken = project / "vacancies" / "buurthuis" / "koken.yml"
    broken.write_text(broken.read_text("utf-8").replace("uren:", "urren:"), "utf-8")
    result = _mkdocs(config, target)
    assert result.returncode == 1
    assert "Bedoel je 'uren'?" in result.stderr
    assert "De site is niet gebouwd; de vorige staat er nog." in result.stderr
    assert "Traceback" not in result.stderr
    assert _fingerprints(target) == before


def test_a_dead_link_in_a_page_leaves_the_previous_site_as_it_was(project: Path) -> None:
    config, target = project / "mkdocs.yml", project / "site"
    assert _mkdocs(config, target).returncode == 0
    before = _fingerprints(target)
    page = project / "content" / "contact" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[weg](bestaat-niet.md)\n", "utf-8")
    result = _run("-m", "mkdocs", "build", "-f", str(config), "-d", str(target))
    assert result.returncode == 1
    assert (
        "content/contact/index.md:10:7: De pagina 'contact/bestaat-niet.md' bestaat niet in content/." in result.stderr
    )
    assert "De site is niet gebouwd; de vorige staat er nog." in result.stderr
    assert _fingerprints(target) == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".site.")] == []


@pytest.mark.parametrize("place", ["profiles", "vacancies", "vacancies/buurthuis", "vacancies/nieuw", "eigen", "hooks"])
def test_a_site_never_takes_the_place_of_other_files(place: str, project: Path) -> None:
    (project / "eigen").mkdir()
    (project / "eigen" / "vakantie.txt").write_text("Foto's staan op de stick.", "utf-8")
    (project / "hooks").mkdir()
    (project / "hooks" / "main.py").write_text("", "utf-8")
    before = _fingerprints(project)
    result = _mkdocs(project / "mkdocs.yml", project / place)
    assert result.returncode == 1
    assert f"site_dir: '{place}' hoort bij " in result.stderr or f"site_dir: in '{place}' staat al" in result.stderr
    assert "Traceback" not in result.stderr
    assert _fingerprints(project) == before


def test_an_empty_folder_and_files_of_a_system_are_no_other_files(project: Path) -> None:
    (project / "leeg" / ".git").mkdir(parents=True)
    (project / "leeg" / "desktop.ini").write_text("Windows", "utf-8")
    (project / "content" / "Thumbs.db").write_text("Windows", "utf-8")
    result = _mkdocs(project / "mkdocs.yml", project / "leeg")
    assert result.returncode == 0, result.stderr
    assert (project / "leeg" / ".git").is_dir()
    assert not (project / "leeg" / "Thumbs.db").exists()
    assert not (project / "leeg" / "desktop.ini").exists()


def test_a_vacancy_that_goes_takes_its_page_along(project: Path) -> None:
    config, target = project / "mkdocs.yml", project / "site"
    assert _mkdocs(config, target).returncode == 0
    assert (target / "vacatures" / "koken" / "index.html").is_file()
    (project / "vacancies" / "buurthuis" / "koken.yml").unlink()
    assert _mkdocs(config, target).returncode == 0
    assert not (target / "vacatures" / "koken").exists()


@pytest.mark.parametrize("written", ["https://www.example.org/burgerbaan", ""])
def test_every_address_begins_where_the_programme_says_that_the_site_stands(
    written: str, project: Path, tmp_path: Path
) -> None:
    config, programme = project / "mkdocs.yml", project / "content/gegevens/programma.yml"
    config.write_text(config.read_text("utf-8").replace("https://www.example.org/", written), "utf-8")
    text = programme.read_text("utf-8").replace("https://www.example.org/", "https://www.example.org/burgerbaan/")
    programme.write_text(text, "utf-8")
    result = _mkdocs(config, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert 'href="/burgerbaan/vacatures/"' in (tmp_path / "site/404.html").read_text("utf-8")
    assert 'href="/burgerbaan/vacatures/"' in (tmp_path / "site/zonder-internet/index.html").read_text("utf-8")
    assert "\n/burgerbaan/data/*\n" in (tmp_path / "site/_headers").read_text("utf-8")


def test_examples_never_reach_the_public(tmp_path: Path) -> None:
    result = _mkdocs(ROOT / "mkdocs.yml", tmp_path / "site", BURGERBAAN_PUBLISH="1")
    assert result.returncode == 1
    assert "Dit is een voorbeeld" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [("PUBLISH", "ja", "1"), ("PDF", "true", "1"), ("CACHE", "nee", "0"), ("CACHE", "uit", "0")],
)
def test_a_switch_that_is_no_choice_is_told_and_not_taken_for_one(
    name: str, value: str, advice: str, tmp_path: Path
) -> None:
    variable = f"BURGERBAAN_{name}"
    result = _mkdocs(SITES / "minimal" / "mkdocs.yml", tmp_path / "site", **{variable: value})
    assert result.returncode == 1
    assert f"{variable}: '{value}' is geen keuze. Schrijf {variable}={advice}, of laat het weg." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site").exists()


def test_a_strict_build_knows_what_the_site_makes_itself(project: Path, tmp_path: Path) -> None:
    page = project / "content" / "contact" / "index.md"
    page.write_text(
        page.read_text("utf-8") + "\n[Gegevens](../data/vacatures.json) [Haven](../vacatures/wijk/haven/)\n"
    )
    result = _mkdocs(project / "mkdocs.yml", tmp_path / "site")
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "site/contact/index.html").read_text("utf-8")
    for address in ("../data/vacatures.json", "../vacatures/wijk/haven/"):
        assert f'<a href="{address}">' in html
        assert (tmp_path / "site/contact" / address).exists()


TOO_DEEP = """
def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "contact/index.md":
        raise RecursionError
"""


def test_a_page_that_goes_too_deep_for_mkdocs_is_named(project: Path, tmp_path: Path) -> None:
    (project / "diep.py").write_text(TOO_DEEP, "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("main.py\n", "main.py\n  - diep.py\n"), "utf-8")
    result = _mkdocs(config, tmp_path / "site")
    assert result.returncode == 1
    assert "content/contact/index.md:1:1: Op deze pagina zit te veel in elkaar." in result.stderr
    assert "Traceback" not in result.stderr


def test_a_wrong_today_is_a_sentence(tmp_path: Path) -> None:
    result = _mkdocs(ROOT / "mkdocs.yml", tmp_path / "site", BURGERBAAN_TODAY="morgen")
    assert result.returncode == 1
    assert "'morgen' is geen dag. Schrijf jaar-maand-dag" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [("-m", "mkdocs", "build", "-d", "{site}"), ("-m", "burgerbaan", "check")])
def test_a_wrong_number_of_processes_is_a_sentence(command: tuple[str, ...], tmp_path: Path) -> None:
    words = [word.format(site=tmp_path / "site") for word in command]
    result = _run(*words, BURGERBAAN_WORKERS="veel")
    assert result.returncode != 0
    assert "BURGERBAAN_WORKERS=veel: dit is geen aantal" in result.stderr
    assert "Traceback" not in result.stderr


def test_facts_are_not_published_as_files(built_site: Path) -> None:
    assert not (built_site / "gegevens").exists()
    assert [
        path.name for path in built_site.rglob("*") if path.suffix in (".yml", ".yaml", ".py", ".jinja", ".map")
    ] == []


def test_check_finds_no_mistake_and_says_so_with_its_exit_code() -> None:
    result = _run("-m", "burgerbaan", "check")
    assert (result.returncode, result.stderr.strip()) == (0, "Geen fouten gevonden.")


def test_check_tells_mistakes_as_text_as_json_and_to_github(project: Path) -> None:
    broken = project / "vacancies" / "buurthuis" / "koken.yml"
    broken.write_text(broken.read_text("utf-8").replace("uren:", "urren:"), "utf-8")
    text = _run("-m", "burgerbaan", "check", str(project))
    assert text.returncode == 1
    assert "koken.yml" in text.stdout
    assert "1 fout in 1 bestand." in text.stderr
    [item] = json.loads(_run("-m", "burgerbaan", "check", str(project), "--json").stdout)
    assert (item["bestand"], item["niveau"], item["soort"]) == (
        "vacancies/buurthuis/koken.yml",
        "fout",
        "key_unknown_suggest",
    )
    github = _run("-m", "burgerbaan", "check", str(project), "--format", "github").stdout
    assert github.startswith("::error file=vacancies/buurthuis/koken.yml,line=")


def test_who_proposes_a_change_with_a_browser_is_told_what_is_wrong_at_the_line() -> None:
    """What GitHub does with a proposal: the commands of the README, and a check that writes notes at lines."""
    text = (ROOT / ".github/workflows/controle.yml").read_text("utf-8")
    [job] = safe_load(text)["jobs"].values()
    install, check, build = (step["run"] for step in job["steps"] if "run" in step)
    assert install in (ROOT / "README.md").read_text("utf-8")
    assert _run(*check.split()[1:]).returncode == 0
    assert build.split()[1:3] == [".venv/bin/mkdocs", "build"]


@pytest.fixture
def moved(project: Path) -> Path:
    """The same project with its pages and facts in a folder of another name."""
    (project / "content").rename(project / "inhoud")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("docs_dir: content", "docs_dir: inhoud"), "utf-8")
    return project


def test_a_check_looks_in_the_folder_where_the_build_finds_its_pages(moved: Path, tmp_path: Path) -> None:
    assert _mkdocs(moved / "mkdocs.yml", tmp_path / "site").returncode == 0
    result = _run("-m", "burgerbaan", "check", str(moved))
    assert (result.returncode, result.stdout) == (0, "")


WRONG = """
[a](bron:verslag-9)
[b](#kop)
[c](weg.md)
[d](../weg.txt)
[e](../gegevens/wijken.yml)
![f](https://example.org/f.png)
![g](weg.png)

{{ knop weg.md | Weg }}
"""
ADVICE = (
    "staat niet in inhoud/gegevens/bronnen.yml",
    "staat niet in de koppen van inhoud/contact/index.md",
    "De pagina 'contact/weg.md' bestaat niet in inhoud/.",
    "dit bestand staat niet in inhoud/.",
    "bestanden in inhoud/gegevens/ komen niet op de site",
    "Zet het bestand in inhoud/beeld/",
    "Het plaatje 'weg.png' bestaat niet in inhoud/.",
    "Schrijf een pagina van inhoud/",
    "In inhoud/ staan pagina's (.md)",
    "'markt' staat niet in inhoud/gegevens/wijken.yml",
    "De pagina 'weg.md' bestaat niet in inhoud/. Schrijf de naam vanaf inhoud/",
)


def test_advice_names_the_folder_that_the_project_has(moved: Path) -> None:
    vacancy, page = moved / "vacancies/buurthuis/koken.yml", moved / "inhoud/contact/index.md"
    text = vacancy.read_text("utf-8").replace("wijk: haven", "wijk: markt")
    vacancy.write_text(f"{text}tekst: Kijk [hier](weg.md).\n", "utf-8")
    page.write_text(page.read_text("utf-8") + WRONG, "utf-8")
    (moved / "inhoud/los.xyz").touch()
    said = _run("-m", "burgerbaan", "check", str(moved)).stdout
    assert [advice for advice in ADVICE if advice not in said] == [], said
    assert "content/" not in said


@pytest.mark.parametrize("arguments", [["onzin"], ["check", "/bestaat/niet"], ["schema", "onzin"], []])
def test_a_wrong_command_is_answered_in_dutch_with_exit_code_two(arguments: list[str]) -> None:
    result = _run("-m", "burgerbaan", *arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_schema_writes_a_file_for_each_kind(tmp_path: Path) -> None:
    assert _run("-m", "burgerbaan", "schema", "-o", str(tmp_path)).returncode == 0
    names = {path.stem for path in tmp_path.glob("*.json")}
    assert {"vacature", "organisatie", "profiel", "wijken", "donatie", "stichting"} <= names
