"""Who takes away a page reads that its address leads nowhere now, and how to send on whoever kept it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.release import Release
from burgerbaan.wording import format_gone
from tests.small_site import DAY, change, copy_minimal, valid_site

HOST = "vacancies/buurthuis"
PAGE = "content/meedoen/hulp.md"
NEWS = "content/gegevens/nieuws/hulp.yml"
PROGRAMME = "content/gegevens/programma.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_minimal(tmp_path / "project")
    (root / "content/meedoen").mkdir()
    (root / PAGE).write_text("---\ndescription: Hulp.\n---\n\n# Hulp\n\n{{ contact meedoen }}\n", "utf-8")
    (root / NEWS).parent.mkdir()
    (root / NEWS).write_text("titel: Er is hulp\ndatum: 2026-11-01\ntekst: Kom.\nsamenvatting: Hulp.\n", "utf-8")
    (root / "content/nieuws").mkdir()
    (root / "content/nieuws/index.md").write_text("---\ndescription: Nieuws.\n---\n\n# Nieuws\n", "utf-8")
    _told(root)
    return root


def _told(root: Path, today: date = DAY) -> list[str]:
    """What a build tells of pages that the one before had."""
    release, build = Release(), Build(valid_site(root, today))
    folder = release.stage(root / "site")
    for path in build.titles:
        build.hold(path, "<p>Tekst.</p>")
    release.start(build, 1)
    published = release.finish(build, "/", lambda done, whole: None)
    assert folder.is_dir()
    release.close(is_whole=True)
    return list(format_gone(published.gone))


def test_nothing_is_told_of_a_first_site_or_while_all_pages_are_there(project: Path) -> None:
    assert _told(project) == []
    assert _told(copy_minimal(project / "ander")) == []


def test_a_vacancy_that_is_taken_away_is_told_of_once_and_its_sheets_are_not(project: Path) -> None:
    (project / HOST / "koken.yml").unlink()
    assert _told(project) == [
        "/vacatures/koken/ is er niet meer; wie dat adres bewaarde, vindt niets. Is de vacature dicht? Zet het bestand"
        " terug, met: status: gesloten. Kwam er iets voor in de plaats? Zet daar: vroeger: [koken]. Anders doe je"
        " niets."
    ]
    assert _told(project) == []


@pytest.mark.parametrize(
    ("path", "url", "former", "then"),
    [
        (PAGE, "/meedoen/hulp/", "meedoen/hulp.md", "meedoen/steun.md"),
        (NEWS, "/nieuws/hulp/", "hulp", "steun"),
    ],
)
def test_what_has_another_name_is_told_of_until_its_old_name_sends_on(
    path: str, url: str, former: str, then: str, project: Path
) -> None:
    file = project / path
    file = file.rename(file.with_stem("steun"))
    (told,) = _told(project)
    assert told.startswith(f"{url} is er niet meer;")
    assert f"Zet daar: vroeger: [{former}]." in told
    file = file.rename(file.with_stem("bijstand"))
    change(file, "Hulp.\n", f"Hulp.\nvroeger: [{then}]\n")
    assert _told(project) == []


def test_an_organisation_with_another_name_is_told_of_by_the_name_of_its_folder(project: Path) -> None:
    (project / HOST).rename(project / "vacancies/wijkhuis")
    change(project / "vacancies/wijkhuis/organisatie.yml", "naam: ", "vroeger: [elders]\nnaam: ")
    told = _told(project)
    assert [line.split(" ")[0] for line in told] == ["/organisaties/buurthuis/"]
    assert "vroeger: [buurthuis]." in told[0]


def test_a_vacancy_whose_day_has_yet_to_come_is_not_told_of(project: Path) -> None:
    change(project / HOST / "koken.yml", "status: open", "status: concept")
    assert _told(project) == []


def test_whoever_takes_part_is_never_told_of(project: Path) -> None:
    page = project / "site/burgerbaners/noor/index.html"
    assert page.is_file()
    page.write_text("As an older program made it.", "utf-8")
    (project / "profiles/noor.yml").unlink()
    assert _told(project) == []


def test_nor_when_the_folder_of_people_gets_another_name(project: Path) -> None:
    change(project / PROGRAMME, "pad: burgerbaners", "pad: mensen")
    (project / "content/burgerbaners").rename(project / "content/mensen")
    assert [line.split(" ")[0] for line in _told(project)] == ["/burgerbaners/"]


def test_an_address_that_names_somebody_who_is_not_on_the_site_is_not_told(project: Path) -> None:
    page = project / PAGE
    page.rename(page.with_name("noor-jansen.md"))
    _told(project)
    change(project / "profiles/noor.yml", "tonen: true", "tonen: false")
    page.with_name("noor-jansen.md").unlink()
    assert _told(project) == []


def test_nothing_is_told_of_the_site_of_another_programme(project: Path) -> None:
    (project / PAGE).unlink()
    change(project / PROGRAMME, "url: https://", "url: https://ander.")
    assert _told(project) == []


def test_the_first_few_are_told_and_of_the_rest_how_many(project: Path) -> None:
    text = (project / PAGE).read_text("utf-8")
    pages = [project / f"content/meedoen/hulp-{number}.md" for number in range(7)]
    for page in pages:
        page.write_text(text, "utf-8")
    _told(project)
    for page in pages:
        page.unlink()
    told = _told(project)
    assert len(told) == 6
    assert told[-1] == "En nog 2 pagina's die er niet meer zijn."
