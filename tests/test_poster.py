"""Paper that leads to a vacancy: printed by a real browser, read back as a reader or a phone would."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from burgerbaan.paper import Step, address_pieces, title_step
from tests.paper_project import ADDRESS, FULL, FULL_HOST, FULL_TITLE, PLAIN, SLUGS, build, make_project

A4 = (595.276, 841.89)
SHEETS = {"poster": 1, "kaartje": 4}
PER_INCH = 200


def _fingerprints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("papier"))


@pytest.fixture(scope="module")
def printed(project: Path) -> Path:
    """The small site with a PDF beside each poster."""
    target = project.parent / "met-pdf"
    result = build(project, target, BURGERBAAN_PDF="1", TZ="Pacific/Auckland")
    assert result.returncode == 0, result.stderr
    return target


def _pdf(site: Path, slug: str, name: str) -> Path:
    return site / "vacatures" / slug / name / f"{name}.pdf"


@contextmanager
def _page(pdf: Path) -> Iterator[pdfium.PdfPage]:
    """The one page of a document."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        assert len(document) == 1
        with closing(document[0]) as page:
            yield page


def _picture(pdf: Path) -> Image.Image:
    with _page(pdf) as page, closing(page.render(scale=PER_INCH / 72)) as bitmap:
        return bitmap.to_pil().convert("L")


def _text(pdf: Path) -> str:
    with _page(pdf) as page, closing(page.get_textpage()) as text:
        return " ".join(text.get_text_range().split())


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_one_a4_and_says_nothing_of_the_computer_that_made_it(name: str, slug: str, printed: Path) -> None:
    pdf = _pdf(printed, slug, name)
    with _page(pdf) as page:
        assert page.get_size() == pytest.approx(A4, abs=0.5)
    assert b"file:" not in pdf.read_bytes()
    assert list(pdf.parent.glob("*.nieuw")) == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("name", SHEETS)
def test_every_code_on_paper_leads_to_the_vacancy_also_from_a_black_and_white_printer(
    name: str, slug: str, printed: Path
) -> None:
    picture = _picture(_pdf(printed, slug, name))
    for seen in (picture, picture.point(lambda grey: 255 * (grey > 127)), picture.resize((827, 1170))):
        assert [code.text for code in zxingcpp.read_barcodes(seen)] == [f"{ADDRESS}{slug}/"] * SHEETS[name]


@pytest.mark.parametrize("name", SHEETS)
def test_a_code_is_large_enough_to_scan(name: str, printed: Path) -> None:
    for code in zxingcpp.read_barcodes(_picture(_pdf(printed, FULL, name))):
        width = code.position.top_right.x - code.position.top_left.x
        assert width / PER_INCH * 25.4 >= 25


def test_a_poster_says_everything_even_when_that_is_much(printed: Path) -> None:
    text = _text(_pdf(printed, FULL, "poster"))
    days = [
        f"{day} 08:30 tot 12:0{number} en 13:00 tot 16:3{number}"
        for number, day in enumerate(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"))
    ]
    for told in (FULL_TITLE, FULL_HOST, *days, "Bel 036 000 00 12", "Reageren kan tot en met 30 december 2026."):
        assert told in text


def test_a_card_says_the_short_facts_four_times(printed: Path) -> None:
    text = _text(_pdf(printed, PLAIN, "kaartje"))
    told = ("Minimaal", "Koken in het buurthuis", "Je kookt voor twintig buren.", "Buurthuis De Brug", "Almere Haven")
    for words in (*told, "4 tot 8 uur per week", "dinsdag", "036 000 00 12", f"example.org/vacatures/{PLAIN}/"):
        assert text.count(words) == 4, words


def test_two_builds_give_the_same_bytes_pdfs_too(project: Path, printed: Path) -> None:
    again = build(project, project.parent / "nog-eens", BURGERBAAN_PDF="1", TZ="America/New_York")
    assert again.returncode == 0, again.stderr
    assert _fingerprints(project.parent / "nog-eens") == _fingerprints(printed)


def test_without_the_wish_there_is_no_pdf_and_no_link_to_one(project: Path, printed: Path, tmp_path: Path) -> None:
    result = build(project, tmp_path / "site", BURGERBAAN_PDF="", PATH="")
    assert result.returncode == 0, result.stderr
    assert list((tmp_path / "site").rglob("*.pdf")) == []
    for name in SHEETS:
        page = Path("vacatures") / PLAIN / name / "index.html"
        assert ".pdf" not in (tmp_path / "site" / page).read_text("utf-8")
        link = re.search(r'<a [^>]*href="([^"]+\.pdf)"[^>]*>([^<]+)<', (printed / page).read_text("utf-8"))
        assert link
        assert (link[1], link[2]) == (f"{name}.pdf", "Download als PDF")


BROWSERS = {
    "no browser": ("", "er is geen browser die ze kan maken. Installeer Chromium"),
    "browser that gives up": ("exit 1", "/poster/. Probeer het nog een keer, of bouw zonder BURGERBAAN_PDF."),
    "browser that stops halfway": (
        'for a; do case "$a" in --print-to-pdf=*) printf %%PDF-1.4 > "${a#*=}";; esac; done',
        "/poster/. Probeer het nog een keer, of bouw zonder BURGERBAAN_PDF.",
    ),
}


@pytest.mark.parametrize(("script", "sentence"), BROWSERS.values(), ids=BROWSERS)
def test_no_pdf_is_a_sentence_and_the_previous_site_stays(
    script: str, sentence: str, project: Path, printed: Path, tmp_path: Path
) -> None:
    if script:
        (tmp_path / "chromium").write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tmp_path / "chromium").chmod(0o755)
    before = _fingerprints(printed)
    result = build(project, printed, BURGERBAAN_PDF="1", PATH=str(tmp_path))
    assert result.returncode == 1
    assert sentence in result.stderr
    assert "De site is niet gebouwd; de vorige staat er nog." in result.stderr
    assert "Traceback" not in result.stderr
    assert _fingerprints(printed) == before
    assert not printed.with_name(f"{printed.name}.nieuw").exists()


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        ("buurt.nl/vacatures/koken-in-het-huis/", ["buurt|.nl/", "vacatures/", "koken|-in|-het|-huis/"]),
        ("https://buurt.nl/", ["https://", "buurt|.nl/"]),
        ("hallo@de-brug.nl", ["hallo|@de|-brug|.nl"]),
    ],
)
def test_an_address_breaks_after_a_slash_and_never_inside_a_word(address: str, pieces: list[str]) -> None:
    assert ["|".join(piece) for piece in address_pieces(address)] == pieces


def test_pieces_stay_whole_unless_one_is_too_long_for_a_line() -> None:
    step = Step(1, 1)
    lines = [step.height_of_pieces((("aaaa",), ("bb", "cc")), room) for room in (10, 3, 1.5)]
    assert lines == [1, 2, 4]


def test_the_title_is_as_large_as_its_longest_word_allows() -> None:
    steps = tuple(map(Step, (20, 10, 5)))
    titles = ("Koken", "Activiteitenbegeleider", "Activiteitenbegeleider" * 4)
    assert [title_step(title, 180, steps, 60) for title in titles] == [1, 2, 3]
