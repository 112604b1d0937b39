"""Somebody who asks to be forgotten is gone from the project, and an editor reads all that is left to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from burgerbaan.__main__ import main
from burgerbaan.forget.elsewhere import places_elsewhere
from burgerbaan.forget.mentions import mentions_in
from burgerbaan.forget.plan import History, Person, Plan
from burgerbaan.turn import Turn
from tests.small_site import change, copy_minimal, load

ROOT = Path(__file__).parent.parent
PAGE = "content/contact/index.md"
HOST = "vacancies/buurthuis/organisatie.yml"
NOOR, PHOTO = "profiles/noor.yml", "profiles/fotos/foto-1.jpg"

Run = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BURGERBAAN_PROFILES", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The minimal site with a photo of Noor, that was built."""
    folder = tmp_path / "project"
    folder.mkdir()
    copy_minimal(folder)
    _write(folder / PHOTO, "de foto van Noor")
    change(folder / NOOR, "tonen: true", "tonen: true\nfoto: {bestand: foto-1.jpg, alt: x, maker: y, licentie: z}")
    _write(folder / "site/burgerbaners/noor/index.html", "<h1>Noor</h1>")
    _write(folder / "site/burgerbaners/index.html", '<a href="noor/">Noor</a>')
    _write(folder / ".site.oud/index.html", "oud")
    _write(folder / ".burgerbaan-cache/records-1", "profiles/noor.yml")
    return folder


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in the project: its exit code and everything it says."""

    def command(*words: str) -> tuple[int, str]:
        code = main(["forget", "--map", str(project), *words])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return command


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def _traces(project: Path) -> list[str]:
    """Files that still bear the name, or hold it."""
    return [
        path.relative_to(project).as_posix()
        for path in sorted(project.rglob("*"))
        if ".git" not in path.parts and path.is_file() and "noor" in (path.name + path.read_text("utf-8")).casefold()
    ]


def _git(project: Path, *words: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *names, *words], cwd=project, check=True, capture_output=True)


def _snapshot(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}


def test_nothing_of_somebody_stays_and_the_project_is_right(project: Path, run: Run) -> None:
    code, said = run("noor", "--ja")
    assert code == 0
    assert _traces(project) == []
    assert not (project / PHOTO).exists()
    assert load(project).problems == ()
    for path in (NOOR, PHOTO, ".burgerbaan-cache", "site/", ".site.oud/"):
        assert f"  {path}" in said
        assert f"Weg: {path}" in said


@pytest.mark.parametrize("name", ["noor", "Noor", "NOOR", " noor ", "noor.yml"])
def test_a_person_is_known_by_file_name_and_by_shown_name(name: str, run: Run) -> None:
    code, said = run(name, "--toon")
    assert code == 0
    assert "Vergeten: Noor (noor)" in said


def test_showing_changes_nothing(project: Path, run: Run) -> None:
    before = _snapshot(project)
    code, said = run("noor", "--toon")
    assert code == 0
    assert "Dit gaat weg:" in said
    assert "Weg:" not in said
    assert _snapshot(project) == before


def test_without_a_terminal_nothing_goes_until_somebody_says_yes(project: Path) -> None:
    before = _snapshot(project)
    command = [sys.executable, "-m", "burgerbaan", "forget", "noor"]
    result = subprocess.run(command, cwd=project, input="ja\n", capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "Er is niets weggehaald. Wil je dit echt? Doe de opdracht opnieuw met --ja erachter." in result.stdout
    assert _snapshot(project) == before


@pytest.mark.parametrize(
    ("answer", "is_gone"), [("ja", True), (" JA ", True), ("j", False), ("", False), ("nee", False)]
)
def test_on_a_terminal_only_ja_is_a_yes(
    answer: str, is_gone: bool, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    code, said = run("noor")
    assert (code, (project / NOOR).exists()) == ((0, False) if is_gone else (1, True))
    assert ("Er is niets weggehaald." in said) is not is_gone


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_who_stops_at_the_question_has_said_no(
    stop: type[BaseException], project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(question: str) -> str:
        raise stop

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", leave)
    code, said = run("noor")
    assert code == 1
    assert "Er is niets weggehaald." in said
    assert (project / NOOR).exists()


@pytest.mark.parametrize(
    "text",
    [
        "naam: Noor\nfoto: {bestand: foto-1.jpg\n\twijk: [",
        "naam: 'Noor'\n  foto:\n bestand: Foto-1.JPG\n",
        "{naam: &a Noor\n# foto-1.jpg",
    ],
)
def test_a_broken_profile_is_forgotten_with_its_photos(text: str, project: Path, run: Run) -> None:
    _write(project / NOOR, text)
    code, _ = run("noor", "--ja")
    assert code == 0
    assert not (project / NOOR).exists()
    assert not (project / PHOTO).exists()


def test_a_broken_profile_is_found_by_the_name_that_it_shows(project: Path, run: Run) -> None:
    _write(project / "profiles/p-12.yml", "naam: Ali Kaya  # nieuw\n\tx")
    code, said = run("ali", "kaya", "--toon")
    assert code == 0
    assert "Vergeten: Ali Kaya (p-12)" in said


def test_bytes_that_are_no_text_hide_nobody(project: Path, run: Run) -> None:
    (project / NOOR).write_bytes(b"naam: Noor \xff\nfoto: {bestand: foto-1.jpg}\n")
    assert run("noor", "--ja")[0] == 0
    assert not (project / PHOTO).exists()


def test_a_name_cannot_command_the_terminal(project: Path, run: Run) -> None:
    _write(project / NOOR, "naam: Noor \x1b[2J\n")
    assert "\x1b" not in run("noor", "--toon")[1]


def test_a_name_in_another_script_is_looked_for_as_it_is(project: Path, run: Run) -> None:
    change(project / PAGE, "# ", "# 林 ")
    code, said = run("林", "--toon")
    assert code == 0
    assert said.count("content/") == 1


def test_what_an_editors_program_left_beside_a_profile_goes_too(project: Path, run: Run) -> None:
    names = ("noor.yml~", ".noor.yml.swp", "noor.yml.bak", "noor.yaml")
    for name in names:
        _write(project / "profiles" / name, "naam: Noor")
    _write(project / "profiles/noor-2.yml", "naam: Nora")
    assert run("noor", "--ja")[0] == 0
    assert [path.name for path in (project / "profiles").iterdir() if path.is_file()] == ["noor-2.yml"]


def test_a_photo_that_others_use_too_stays_and_is_told(project: Path, run: Run) -> None:
    _write(project / "profiles/ali.yml", "naam: Ali\nfoto: {bestand: foto-1.jpg}\n")
    code, said = run("noor", "--ja")
    assert code == 1
    assert (project / PHOTO).exists()
    assert f"{PHOTO} blijft: profiles/ali.yml gebruikt deze foto ook." in said


def test_every_place_that_speaks_of_somebody_is_named(project: Path, run: Run) -> None:
    change(project / PAGE, "# ", "# Dag Noor, ")
    page = (project / PAGE).read_text("utf-8")
    _write(project / PAGE, f"{page}\nLees [meer](../burgerbaners/noor/index.md).\nNoortje en noordelijk niet.\n")
    change(project / HOST, "naam: ", "naam: Bij Noors ")
    _write(project / "profiles/ali.yml", "naam: Ali\nverhaal: Ik kook met NOOR\n")
    lines = page.split("\n")
    title = next(number for number, line in enumerate(lines, 1) if line.startswith("# "))
    code, said = run("noor", "--ja")
    assert code == 1
    assert f"  {PAGE}:{title}:7: {lines[title - 1]}" in said
    assert f"  {PAGE}:{len(lines) + 1}:29: Lees [meer](../burgerbaners/noor/index.md)." in said
    assert f"  {HOST}:1:11: naam: Bij Noors" in said
    assert "  profiles/ali.yml:2:22: verhaal: Ik kook met NOOR" in said
    assert "Noortje" not in said
    assert "Nog niet klaar" in said


def test_copies_of_a_photo_and_files_with_the_name_are_named(project: Path, run: Run) -> None:
    _write(project / "content/beeld/keuken.jpg", "de foto van Noor")
    _write(project / "content/beeld/noor-kookt.svg", "<svg/>")
    code, said = run("noor", "--toon")
    assert code == 0
    assert "  content/beeld/keuken.jpg:1:1: (dit is dezelfde foto)" in said
    assert "  content/beeld/noor-kookt.svg:1:1: (de naam van dit bestand)" in said


def test_two_people_with_one_name_are_not_confused(project: Path, run: Run) -> None:
    _write(project / "profiles/noor-2.yml", "naam: Noor\nverhaal: Ik ben noor-2.\n")
    code, said = run("Noor", "--ja")
    assert code == 2
    assert said == (
        "Meer mensen heten 'Noor': noor, noor-2. Kies er een en typ die bestandsnaam, "
        "bijvoorbeeld: .venv/bin/python -m burgerbaan forget noor\n"
    )
    code, said = run("noor", "--ja")
    assert code == 1
    assert "Let op: profiles/noor-2.yml heeft dezelfde naam." in said
    assert not (project / NOOR).exists()
    assert (project / "profiles/noor-2.yml").exists()


def test_a_name_that_is_a_word_counts_only_as_it_is_written() -> None:
    text = "wil je koffie?\nDag Wil!\n[zie](../burgerbaners/wil/index.md)\nprofiles/wil.yml\n"
    found = mentions_in("a.md", text, Person("wil", "Wil", is_common=True))
    assert [(item.line, item.column) for item in found] == [(2, 5), (3, 23), (4, 10)]


def test_a_name_over_two_lines_and_with_an_accent_is_found() -> None:
    found = mentions_in("a.md", "Met Rene\u0301 de\n  Vries kook ik", Person("rene", "René de Vries"))
    assert [(item.line, item.column) for item in found] == [(1, 5)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../x", "'../x' kan geen naam zijn."),
        ("profiles/noor", "'profiles/noor' kan geen naam zijn."),
        ("/etc/passwd", "'/etc/passwd' kan geen naam zijn."),
        ("..\\x", "'..\\x' kan geen naam zijn."),
        ("*", "'*' kan geen naam zijn."),
        ("noo?", "'noo?' kan geen naam zijn."),
        ("..", "'..' kan geen naam zijn."),
        (".git", "'.git' kan geen naam zijn."),
        ("!!!", "'!!!' kan geen naam zijn."),
        ("", "Er staat geen naam."),
        ("   ", "Er staat geen naam."),
        ("fotos", "'profiles/fotos' is een map en geen profiel."),
        ("map", "'profiles/map.yml' is een map en geen profiel."),
        ("niemand", "Er is niemand met de naam 'niemand' in profiles/, en ook geen spoor. Kies uit: noor."),
        ("nor", "Er is niemand met de naam 'nor' in profiles/, en ook geen spoor. Bedoel je 'noor'?"),
    ],
)
def test_a_wrong_name_is_a_sentence_and_takes_nothing_away(name: str, sentence: str, project: Path, run: Run) -> None:
    (project / "profiles/map.yml").mkdir()
    before = _snapshot(project)
    code, said = run(name, "--ja")
    assert code == 2
    assert said.startswith(sentence)
    assert _snapshot(project) == before


def test_a_folder_beside_a_profile_does_not_keep_somebody(project: Path, run: Run) -> None:
    (project / "profiles/noor").mkdir()
    code, _ = run("noor", "--ja")
    assert code in (0, 1)
    assert not (project / "profiles/noor.yml").exists()


def test_a_folder_that_is_not_there_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "noor", "--map", "/nergens"]) == 2
    assert capsys.readouterr().err == "De map '/nergens' bestaat niet. Geef de map van het project.\n"


def test_leftovers_go_when_the_profile_went_before(project: Path, run: Run) -> None:
    (project / NOOR).unlink()
    (project / PHOTO).unlink()
    code, said = run("noor", "--ja")
    assert code == 0
    assert "Weg: site/" in said
    assert "Weg: .burgerbaan-cache" in said
    assert ".site.oud/" not in said, "there is nothing of Noor in it"
    assert _traces(project) == []
    assert run("noor", "--ja")[0] == 2


def test_the_site_goes_from_where_the_settings_put_it(project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text("site_dir: uit/web\nsite_url: https://www.example.org/\n")
    _write(project / "uit/web/index.html", "Noor")
    code, _ = run("noor", "--ja")
    assert code == 0
    assert not (project / "uit/web").exists()
    assert (project / "uit").is_dir()


@pytest.mark.parametrize("site", [".", "..", "content", "content/site", "hooks", "{outside}"])
def test_a_site_in_a_wrong_place_never_takes_the_project_along(site: str, project: Path, run: Run) -> None:
    outside = project.parent / "elders"
    _write(outside / "index.html", "Noor")
    (project / "mkdocs.yml").write_text(f"site_dir: {site.format(outside=outside)}\n")
    _write(project / "hooks/main.py", "code")
    _write(project / "content/site/a.md", "# Dag\n")
    code, said = run("noor", "--ja")
    assert code == 1
    assert "blijft, want het ligt niet op een eigen plek in het project" in said
    assert (project / "hooks/main.py").exists()
    assert (project / PAGE).exists()
    assert (outside / "index.html").exists()


def test_a_repository_in_the_built_site_stays_and_is_told(project: Path, run: Run) -> None:
    _write(project / "site/.git/HEAD", "ref")
    _write(project / "site/.well-known/x", "ref")
    code, said = run("noor", "--ja")
    assert code == 1
    assert "In site/ blijft .git." in said
    assert [path.name for path in (project / "site").iterdir()] == [".git"]


def test_a_symlink_is_never_followed(project: Path, run: Run) -> None:
    outside = project.parent / "buiten"
    for name in ("noor.yml", "foto-1.jpg", "site/index.html", "cache/records", "map/a.html"):
        _write(outside / name, "naam: Noor\nfoto: {bestand: foto-1.jpg}\n")
    before = _snapshot(outside)
    (project / NOOR).unlink()
    (project / NOOR).symlink_to(outside / "noor.yml")
    (project / PHOTO).unlink()
    (project / PHOTO).symlink_to(outside / "foto-1.jpg")
    (project / "site/binnen").symlink_to(outside / "map")
    (project / ".site.oud/index.html").unlink()
    (project / ".site.oud").rmdir()
    (project / ".site.oud").symlink_to(outside / "site")
    (project / ".burgerbaan-cache/records-1").unlink()
    (project / ".burgerbaan-cache").rmdir()
    (project / ".burgerbaan-cache").symlink_to(outside / "cache")
    code, said = run("noor", "--ja")
    assert code == 1
    assert _snapshot(outside) == before
    assert f"{NOOR} is een verwijzing. Het bestand zelf blijft: {outside}/noor.yml. Haal dat zelf weg." in said
    assert not os.path.lexists(project / NOOR)
    assert not (project / "site").exists()


def test_profiles_behind_a_symlink_stay(project: Path, run: Run) -> None:
    (project / "profiles").rename(project.parent / "buiten")
    (project / "profiles").symlink_to(project.parent / "buiten")
    code, said = run("noor", "--ja")
    assert code == 1
    assert f"{NOOR} ligt buiten het project: {project.parent}/buiten/noor.yml. Haal dat zelf weg." in said
    assert (project.parent / "buiten/noor.yml").exists()


def test_profiles_elsewhere_are_forgotten_there_and_here(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.parent / "prive").mkdir()
    (project / "profiles").rename(project.parent / "prive/profiles")
    _write(project / NOOR, "naam: Noor\n")
    monkeypatch.setenv("BURGERBAAN_PROFILES", "../prive/profiles")
    code, said = run("noor", "--ja")
    assert code == 0
    for path in (NOOR, f"../prive/{NOOR}", f"../prive/{PHOTO}"):
        assert f"Weg: {path}" in said
    assert _traces(project.parent) == []


def test_a_file_that_cannot_go_is_told_and_the_rest_goes(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(place: Path, missing_ok: bool = False) -> None:
        if place.name in ("noor.yml", "records-1"):
            raise PermissionError(13, "Permission denied", str(place))
        unlink(place, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    code, said = run("noor", "--ja")
    assert code == 1
    assert f"{project / NOOR} kan niet weg: je mag hier niet bij." in said
    assert f"{project}/.burgerbaan-cache/records-1 kan niet weg" in said
    assert not (project / PHOTO).exists()
    assert not (project / "site").exists()


def test_nothing_goes_while_somebody_builds(project: Path, run: Run) -> None:
    turn = Turn(project / "site")
    turn.take()
    try:
        code, said = run("noor", "--ja")
    finally:
        turn.give_back()
    assert code == 1
    assert "Er wordt nu gebouwd in deze map." in said
    assert (project / NOOR).exists()


def test_git_is_told_by_the_paths_that_it_knows(project: Path, run: Run) -> None:
    _git(project, "init", "-q")
    _git(project, "add", "-A")
    _git(project, "commit", "-qm", "een")
    change(project / NOOR, "foto-1.jpg", "foto 2.jpg")
    _git(project, "mv", PHOTO, "profiles/fotos/foto 2.jpg")
    _git(project, "commit", "-aqm", "twee")
    code, said = run("noor", "--ja")
    assert code == 0
    wanted = "--path 'profiles/fotos/foto 2.jpg' --path profiles/fotos/foto-1.jpg --path profiles/noor.yml"
    assert f"git filter-repo --invert-paths {wanted}\n" in said
    assert "git push --force --all\n" in said
    assert "git push --force --tags\n" in said
    code, said = run("noor", "--ja")
    assert code == 0, "git still knows, and tells again"
    assert f"git filter-repo --invert-paths {wanted}\n" in said


def test_git_in_a_folder_above_has_longer_paths(project: Path, run: Run) -> None:
    _git(project.parent, "init", "-q")
    _git(project.parent, "add", "-A")
    _git(project.parent, "commit", "-qm", "een")
    _, said = run("noor", "--toon")
    assert f"--path project/{PHOTO} --path project/{NOOR}\n" in said


def test_without_the_program_git_the_paths_are_guessed(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    monkeypatch.setenv("PATH", "")
    _, said = run("noor", "--toon")
    assert f"git filter-repo --invert-paths --path {PHOTO} --path {NOOR}\n" in said
    assert "Let op: git gaf geen antwoord." in said


STUB = """#!/bin/sh
case " $* " in *" {refused} "*) exit 128;; esac
exec {git} "$@"
"""


@pytest.mark.parametrize(
    ("refused", "is_found", "is_told"),
    [("-p", False, True), ("--name-only", False, True), ("ls-files", True, True), ("nothing", True, False)],
    ids=["old texts", "old names", "what is staged", "no question"],
)
def test_who_git_gives_no_answer_is_told_to_look(
    project: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    refused: str,
    is_found: bool,
    is_told: bool,
) -> None:
    _write(project / "profiles/fotos/foto-9.jpg", "een oude foto van Noor")
    text = (project / NOOR).read_text("utf-8")
    change(project / NOOR, "foto-1.jpg", "foto-9.jpg")
    _git(project, "init", "-q")
    _git(project, "add", "-A")
    _git(project, "commit", "-qm", "een")
    (project / NOOR).write_text(text, "utf-8")
    (project / "profiles/fotos/foto-9.jpg").unlink()
    _git(project, "commit", "-aqm", "twee")
    stub = project.parent / "bin/git"
    _write(stub, STUB.format(refused=refused, git=shutil.which("git")))
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(stub.parent), prepend=os.pathsep)
    _, said = run("noor", "--toon")
    assert f"--path {NOOR}\n" in said
    assert ("--path profiles/fotos/foto-9.jpg " in said) is is_found
    assert ("Let op: git gaf geen antwoord." in said) is is_told
    look = f"git -C {project} log --all -p -- {PHOTO} {NOOR}\n"
    assert (look in said) is is_told
    assert "Git kent de bestanden van deze persoon niet." not in said


def test_who_git_gives_no_answer_does_not_hear_that_git_knows_nothing(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".git").mkdir()
    (project / NOOR).unlink()
    (project / PHOTO).unlink()
    monkeypatch.setenv("PATH", "")
    _, said = run("noor", "--toon")
    assert "Let op: git gaf geen antwoord." in said
    assert "Git kent de bestanden van deze persoon niet." not in said


def test_a_project_without_git_hears_nothing_of_git(run: Run) -> None:
    assert "git " not in run("noor", "--toon")[1]


def test_the_addresses_of_all_pages_are_full(run: Run) -> None:
    _, said = run("noor", "--toon")
    assert "     https://www.example.org/burgerbaners/noor/\n" in said
    assert "     https://www.example.org/burgerbaners/\n" in said


def test_the_list_of_what_cannot_be_reached_is_honest() -> None:
    history = History("/p", ("profiles/noor.yml",))
    plan = Plan(Person("noor", "Noor"), histories=(history,), addresses=("https://www.example.org/burgerbaners/noor/",))
    text = "\n".join(line for place in places_elsewhere(plan) for line in (place.title, *place.steps, *place.commands))
    for word in (
        "pull requests",
        "Forks en klonen",
        "artifacts",
        "deploy previews",
        "online",
        "Back-ups",
        "info@archive.org",
        "https://search.google.com/search-console/remove-outdated-content",
        "Bing",
        "Papier en sociale media",
        "artikel 17 lid 2",
        "binnen een maand (artikel 12 lid 3)",
    ):
        assert word in text


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["forget", "--help"])
    said = capsys.readouterr().out
    assert "gebruik: .venv/bin/python -m burgerbaan forget" in said
    assert "doe het zonder te vragen" in said


def test_what_only_a_person_can_read_is_to_be_opened_by_hand(project: Path, run: Run) -> None:
    saved = ROOT / "tests/cases/pdf"
    (project / "profiles/toestemmingen").mkdir()
    (project / "profiles/toestemmingen/lijst.docx").write_bytes(b"PK\x03\x04\x14\0")
    (project / "profiles/toestemmingen/lijst.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1")
    (project / "content/slot.PDF").write_bytes((saved / "locked.pdf").read_bytes())
    (project / "content/open.pdf").write_bytes((saved / "for-the-web.pdf").read_bytes())
    _, said = run("noor")
    closed = [line.split(" kan")[0].strip() for line in said.splitlines() if "kan deze opdracht niet lezen" in line]
    assert closed == ["content/slot.PDF", "profiles/toestemmingen/lijst.docx", "profiles/toestemmingen/lijst.xls"]
    assert "open.pdf" not in said
    assert "niemand met de naam" in run("piet")[1], "a closed file is no trace of anybody"
