"""Profiles may lie outside the project: the same site comes out, and a wrong folder is told in a sentence."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from burgerbaan.__main__ import main
from burgerbaan.load import load_site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import Settings, read_settings
from burgerbaan.whereabouts import WrongFoldersError, check_site_folder, read_folders
from burgerbaan.wording import format_problem
from tests.real_build import contents
from tests.small_site import DAY, change, copy_minimal

ROOT = Path(__file__).parent.parent
PHOTO = (
    "tonen: true\nfoto: {bestand: a.jpg, alt: Noor kookt., maker: De Lens, licentie: Alleen hier, toestemming: "
    '{gegeven: true, op: 2026-11-01, vastgelegd_door: Coördinator, tekst: "2026-1", voor: [site], tot: 2027-10-31, '
    "volwassen: true}}"
)
NAME = "BURGERBAAN_PROFILES"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The minimal site with a photo of Noor, as a project that MkDocs can build."""
    folder = tmp_path / "project"
    folder.mkdir()
    copy_minimal(folder)
    settings = (ROOT / "tests/sites/minimal/mkdocs.yml").read_text("utf-8").replace("../../..", str(ROOT))
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    change(folder / "profiles/noor.yml", "tonen: true", PHOTO)
    programme = folder / "content/gegevens/programma.yml"
    change(programme, "pad: burgerbaners}", 'pad: burgerbaners, toestemmingsteksten: ["2026-1"]}')
    (folder / "profiles/fotos").mkdir()
    Image.effect_noise((800, 600), 60).save(folder / "profiles/fotos/a.jpg")
    return folder


@pytest.fixture
def apart(project: Path) -> Path:
    """The same project, with its profiles beside it."""
    (project.parent / "prive").mkdir()
    shutil.move(project / "profiles", project.parent / "prive/profiles")
    return project


def _run(project: Path, *words: str, profiles: str = "") -> subprocess.CompletedProcess[str]:
    day = {"BURGERBAAN_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1", NAME: profiles}
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=project, env=os.environ | day, capture_output=True, text=True, check=False)


def _build(project: Path, profiles: str = "") -> dict[str, str]:
    result = _run(project, "mkdocs", "build", "--strict", profiles=profiles)
    assert result.returncode == 0, result.stderr
    return contents(project / "site")


def test_the_same_site_comes_out_wherever_the_profiles_lie(project: Path) -> None:
    before = _build(project)
    assert any("assets/foto/" in path for path in before)
    shutil.move(project / "profiles", project.parent / "elders")
    assert _build(project, "../elders") == before
    assert _build(project, str(project.parent / "elders")) == before
    (project / "prive").mkdir()
    shutil.move(project.parent / "elders", project / "prive/profiles")
    assert _build(project, "prive/profiles/") == before


def test_without_the_variable_nobody_is_there(apart: Path) -> None:
    assert not any(path.startswith("burgerbaners/noor") for path in _build(apart))


def test_a_mistake_elsewhere_is_told_with_its_place(apart: Path) -> None:
    change(apart.parent / "prive/profiles/noor.yml", "wijk: haven", "wijk: havn")
    result = _run(apart, "burgerbaan", "check", profiles="../prive/profiles")
    assert result.returncode == 1
    assert "../prive/profiles/noor.yml:2:7: 'havn' staat niet in" in result.stdout
    result = _run(apart, "mkdocs", "build", profiles="../prive/profiles")
    assert result.returncode == 1
    assert "../prive/profiles/noor.yml:2:7: 'havn' staat niet in" in result.stderr


def test_a_symlink_or_a_stray_file_elsewhere_is_refused_as_at_home(apart: Path) -> None:
    elsewhere = apart.parent / "prive/profiles"
    (elsewhere / "ali.yml").symlink_to(elsewhere / "noor.yml")
    (elsewhere / "lees.txt").write_text("Dag.")
    result = _run(apart, "burgerbaan", "check", "--json", profiles=str(elsewhere))
    found = {item["bestand"]: item["soort"] for item in json.loads(result.stdout)}
    assert found == {f"{elsewhere}/a….yml": "symlink", f"{elsewhere}/l….txt": "file_stray"}


def test_profiles_that_nobody_reads_are_told_once(apart: Path) -> None:
    shutil.copytree(ROOT / "tests/sites/minimal/profiles", apart / "profiles")
    sentence = (
        "profiles:1:1: Profielen in deze map die niemand leest: 1. BURGERBAAN_PROFILES wijst namelijk naar "
        "../prive/profiles/. Verplaats ze daarheen, of haal ze hier weg."
    )
    folders = read_folders({NAME: "../prive/profiles"}, apart, "content", "site")
    assert [format_problem(item) for item in load_site(folders, DAY).problems] == [sentence]
    result = _run(apart, "mkdocs", "build", "--strict", profiles="../prive/profiles")
    assert result.returncode == 0, result.stderr
    assert result.stderr.count(sentence) == 1


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("../nergens", "bestaat niet"),
        ("mkdocs.yml", "is een bestand en geen map"),
        (".", "is de map van het project zelf, of een map daaromheen"),
        ("..", "is de map van het project zelf, of een map daaromheen"),
        ("/", "is de map van het project zelf, of een map daaromheen"),
        ("content", "ligt in content/"),
        ("content/contact", "ligt in content/"),
        ("vacancies/buurthuis", "ligt in vacancies/"),
        ("site/mensen", "ligt in de map van de gebouwde site"),
        (".site.nieuw", "ligt in de map van de gebouwde site"),
        (".burgerbaan-cache", "ligt in .burgerbaan-cache/"),
        ("kring", "bestaat niet"),
        ("x" * 300, "bestaat niet"),
    ],
)
def test_a_wrong_folder_is_a_sentence_for_every_command(project: Path, value: str, reason: str) -> None:
    for folder in ("site/mensen", ".site.nieuw", ".burgerbaan-cache"):
        (project / folder).mkdir(parents=True)
    (project / "kring").symlink_to("kring")
    for words in (("mkdocs", "build"), ("burgerbaan", "check"), ("burgerbaan", "forget", "noor")):
        result = _run(project, *words, profiles=value)
        said = result.stdout + result.stderr
        assert result.returncode == (1 if words[0] == "mkdocs" else 2), said
        assert f"{NAME}: '{value}' {reason}" in said
        assert "Traceback" not in said


def test_a_symlink_cannot_hide_where_a_folder_really_is(project: Path) -> None:
    (project.parent / "omweg").symlink_to(project / "content")
    with pytest.raises(WrongFoldersError, match="ligt in content/"):
        read_folders({NAME: "../omweg"}, project, "content", "site")


@pytest.mark.parametrize("refused", [os.R_OK, os.X_OK], ids=["its names cannot be read", "its files cannot be opened"])
def test_a_folder_that_may_not_be_opened_is_told(refused: int, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.parent / "prive").mkdir()
    monkeypatch.setattr("os.access", lambda place, mode: not mode & refused)
    with pytest.raises(WrongFoldersError, match="die je niet mag openen"):
        read_folders({NAME: "../prive"}, project, "content", "site")


@pytest.mark.parametrize("name", ["site", ".site.nieuw", ".site.oud"])
def test_no_folder_that_a_build_replaces_holds_profiles(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(WrongFoldersError, match="ligt in de map van de gebouwde site"):
        read_folders({NAME: name}, tmp_path, "content", "site")


@pytest.mark.parametrize("content", ["../elders", "omweg"])
def test_pages_lie_inside_the_project(content: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for place in (root, tmp_path / "elders"):
        place.mkdir()
    (root / "omweg").symlink_to(tmp_path / "elders")
    with pytest.raises(WrongFoldersError, match="ligt buiten het project"):
        read_folders({}, root, content, "site")


def test_a_variable_without_a_word_in_it_is_as_none(tmp_path: Path) -> None:
    assert read_folders({NAME: " "}, tmp_path, "content", "site") == read_folders({}, tmp_path, "content", "site")


def test_settings_are_read_as_mkdocs_reads_them(tmp_path: Path) -> None:
    (tmp_path / "basis.yml").write_text("site_url: https://www.example.org/\nsite_dir: uit\nplugins: []\n")
    text = "INHERIT: basis.yml\nstrict: !ENV [CI, false]\nx: !!python/name:os.path\nsite_dir: !ENV [ERGENS, klaar]\n"
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_settings(tmp_path) == Settings(site="klaar", url="https://www.example.org/")


@pytest.mark.parametrize("text", ["INHERIT: mkdocs.yml\n", "site_dir: [", "- a\n", "site_dir: 7\n", "\x00"])
def test_settings_that_cannot_be_read_are_the_usual_ones(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_settings(tmp_path) == Settings()


def _folders(root: Path) -> Folders:
    for name in ("content", "vacancies", "profiles"):
        (root / name).mkdir(parents=True)
    return read_folders({}, root, "content", "site")


@pytest.mark.parametrize(
    "site", ["vacancies", "profiles", "profiles/web", "content", "content/web", ".", "../project", "notities"]
)
def test_a_site_never_takes_the_place_of_what_people_made(site: str, tmp_path: Path) -> None:
    folders = _folders(tmp_path / "project")
    (tmp_path / "project/notities").mkdir()
    (tmp_path / "project/notities/plan.txt").touch()
    (tmp_path / "project/index.html").touch()
    with pytest.raises(WrongFoldersError, match="site_dir"):
        check_site_folder(folders, site)


@pytest.mark.parametrize(("site", "shown"), [("vacancies/../notities", "notities"), ("../buiten", None)])
def test_a_folder_that_is_taken_is_told_as_it_is_seen_from_the_project(
    site: str, shown: str | None, tmp_path: Path
) -> None:
    folders = _folders(tmp_path / "project")
    for place in (tmp_path / "project/notities", tmp_path / "buiten"):
        place.mkdir()
        (place / "plan.txt").touch()
    with pytest.raises(WrongFoldersError) as refused:
        check_site_folder(folders, site)
    assert f"site_dir: in '{shown or tmp_path / 'buiten'}' staat al iets anders" in str(refused.value)


@pytest.mark.parametrize("site", ["site", "profiles-site", "../web", "oud", "leeg"])
def test_a_site_may_come_in_a_new_folder_an_empty_one_or_that_of_a_site(site: str, tmp_path: Path) -> None:
    folders = _folders(tmp_path / "project")
    for name in ("oud/index.html", "oud/over.html", "leeg/.git", "leeg/Thumbs.db"):
        (tmp_path / "project" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "project" / name).touch()
    check_site_folder(folders, site)


def test_a_check_says_at_once_that_pages_or_a_site_lie_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _folders(tmp_path)
    for text, said in (
        (
            "docs_dir: weg\n",
            "De map weg/ met pagina's is er niet. Zet haar terug, of pas 'docs_dir' aan in mkdocs.yml.",
        ),
        ('site_dir: "a\\0b"\n', "site_dir: ''a\\x00b'' kan geen map zijn."),
        ("docs_dir: content\nsite_dir: content\n", "site_dir: 'content' hoort bij content/, waar je eigen bestanden"),
    ):
        (tmp_path / "mkdocs.yml").write_text(text)
        assert main(["check", str(tmp_path)]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert said in shown.err
        assert len(shown.err.splitlines()) == 1


def test_a_full_path_inside_the_project_is_read_from_the_project(tmp_path: Path) -> None:
    root = tmp_path / "project"
    _folders(root)
    for place, wanted in ((root / "site-mensen", "site-mensen"), (tmp_path / "ver", str(tmp_path / "ver"))):
        place.mkdir()
        assert read_folders({NAME: str(place)}, root, "content", "site").profiles == wanted
