"""Factsheets: one dated A4 each, printed by a real browser and read back as a reader or a phone would."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp

from burgerbaan.codes import published_codes
from burgerbaan.kinds import Kind
from burgerbaan.pdf import find_browser, write_pdfs
from burgerbaan.readback import Readback
from burgerbaan.wording import format_problem
from tests.factsheet_project import PLAIN, amounts, make_project
from tests.small_site import DAY, files_of, load, valid_site

A4 = (595.276, 841.89)
PER_INCH = 200
HOST = "https://www.almeerseburgerbaan.nl/"
SHEETS = {
    "wat-is-het": "over/",
    "geld": "bedrijven/geldstroom/",
    "voor-bedrijven": "bedrijven/",
    "voor-organisaties": "organisaties/",
}


@pytest.fixture(scope="module")
def printed(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDF of every factsheet of this site."""
    folder = tmp_path_factory.mktemp("factsheets")
    pages = {path.parent.name: path for path in sorted((built_site / "factsheets").glob("*/index.html"))}
    pdfs = {name: folder / f"{name}.pdf" for name in pages}
    write_pdfs(find_browser(os.environ), [(pages[name], pdfs[name]) for name in pages])
    return pdfs


@contextmanager
def _page(pdf: Path) -> Iterator[pdfium.PdfPage]:
    """The one page of a document."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        assert len(document) == 1
        with closing(document[0]) as page:
            yield page


def _text(pdf: Path) -> str:
    with _page(pdf) as page, closing(page.get_textpage()) as text:
        return " ".join(text.get_text_range().split())


def _shown(html: bytes) -> str:
    """What a reader sees of a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.decode())).split())


def _sheet(folder: Path, today: date = DAY) -> str:
    return _shown(files_of(valid_site(folder, today))["factsheets/kort/index.html"])


def test_there_is_one_for_everybody_one_of_money_one_for_companies_and_one_for_hosts(printed: dict[str, Path]) -> None:
    assert set(printed) == set(SHEETS)


@pytest.mark.parametrize("name", SHEETS)
def test_a_factsheet_is_one_a4_with_its_date_its_address_and_its_sources(name: str, printed: dict[str, Path]) -> None:
    with _page(printed[name]) as page:
        assert page.get_size() == pytest.approx(A4, abs=0.5)
    text = _text(printed[name])
    assert "Stand: 22 november 2026. De cijfers zijn van 2025." in text
    assert f"almeerseburgerbaan.nl/{SHEETS[name]}" in text
    assert "Bron 1: Verslag van de vijfde dialoogavond" in text
    assert "Wat is nog niet bekend?" in text


@pytest.mark.parametrize("name", SHEETS)
def test_the_code_leads_to_the_page_and_is_large_enough(name: str, printed: dict[str, Path]) -> None:
    with _page(printed[name]) as page, closing(page.render(scale=PER_INCH / 72)) as bitmap:
        picture = bitmap.to_pil().convert("L")
    for seen in (picture, picture.point(lambda grey: 255 * (grey > 127)), picture.resize((827, 1170))):
        [code] = zxingcpp.read_barcodes(seen)
        assert code.text == HOST + SHEETS[name]
    [code] = zxingcpp.read_barcodes(picture)
    width = code.position.top_right.x - code.position.top_left.x
    assert width / PER_INCH * 25.4 >= 25


def test_the_list_links_to_all_of_them_in_the_order_of_the_editor(built_site: Path) -> None:
    html = (built_site / "bedrijven/factsheet/index.html").read_text("utf-8")
    cards = html.partition('class="bb-cards"')[2].partition("</ul>")[0]
    assert re.findall(r'href="\.\./\.\./factsheets/([a-z-]+)/"', cards) == list(SHEETS)
    assert cards.count("Stand: 22 november 2026.") == len(SHEETS)


def test_a_figure_is_told_with_its_date_and_its_source(tmp_path: Path) -> None:
    text = _sheet(make_project(tmp_path, {"kort": PLAIN}))
    assert "Stand: 22 november 2026. De cijfers zijn van 2025." in text
    assert "6 mensen Mensen die meedoen schatting, 2025, bron 1." in text
    assert "Bron 1: Verslag van de eerste avond. Stadscoöperatie Almere, 2026." in text


def test_without_figures_only_the_day_of_checking_is_told(tmp_path: Path) -> None:
    text = _sheet(make_project(tmp_path, {"kort": {**PLAIN, "cijfers": []}}))
    assert "Stand: 22 november 2026." in text
    assert "De cijfers" not in text


TWO_YEARS = amounts(2026, 220) + amounts(2027, 230)


@pytest.mark.parametrize(("year", "told", "other"), [(2026, "€ 220", "€ 230"), (2027, "€ 230", "€ 220")])
def test_the_amounts_are_those_of_the_year_of_the_build(year: int, told: str, other: str, tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"kort": {**PLAIN, "bedragen": True}}, TWO_YEARS)
    text = _sheet(folder, date(year, 1, 1))
    assert f"hoogste vergoeding zonder belasting in {year}" in text
    assert told in text
    assert other not in text
    assert "Nagekeken op 22 november 2026 (bron 1)." in text


def test_amounts_of_another_year_are_never_shown_as_those_of_this_year(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"kort": {**PLAIN, "bedragen": True}}, TWO_YEARS)
    text = _sheet(folder, date(2028, 1, 1))
    assert "De bedragen van 2028 zijn hier nog niet ingevuld. Vraag ernaar." in text
    assert "€" not in text
    reminders = [item for item in load(folder, date(2028, 1, 1)).problems if item.kind is Kind.AMOUNTS_YEAR_MISSING]
    assert [format_problem(item) for item in reminders] == [
        "content/gegevens/bedragen.yml:1:1: De bedragen van 2028 ontbreken."
        " Voeg ze toe met bron en datum, zodra ze bekend zijn."
    ]


def test_no_amounts_unless_the_editor_asks(tmp_path: Path) -> None:
    assert "€" not in _sheet(make_project(tmp_path, {"kort": PLAIN}, TWO_YEARS))


def test_a_sheet_that_is_too_full_is_refused_with_what_to_do(tmp_path: Path) -> None:
    long = {"kop": "Wie doet wat?", "punten": ["W" * 199 + letter for letter in "ABCDEFGHKN"]}
    folder = make_project(tmp_path, {"vol": {**PLAIN, "delen": [*PLAIN["delen"], long]}})
    assert [format_problem(item) for item in load(folder).problems] == [
        "content/gegevens/factsheets/vol.yml:6:187: Deze factsheet past niet op één A4, ook niet met de kleinste"
        " letters: er staat ongeveer 87 procent te veel. Maak het langste deel ('Wie doet wat?') korter, of haal een"
        " deel of een cijfer weg. Voorbeeld: punten: [Jij kiest het werk, Je tekent twee keer]"
    ]


def test_a_figure_that_does_not_exist_keeps_its_sheet_back_and_no_other(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"fout": {**PLAIN, "cijfers": ["mensne"]}, "goed": PLAIN})
    loaded = load(folder)
    assert [format_problem(item) for item in loaded.problems] == [
        "content/gegevens/factsheets/fout.yml:7:11: 'mensne' staat niet in content/gegevens/cijfers."
        " Bedoel je 'mensen'?"
    ]
    assert loaded.site is not None
    assert set(loaded.site.factsheets) == {"goed"}


def test_what_people_type_is_text_and_never_markup(tmp_path: Path) -> None:
    typed = "<b>Jij</b> & {{ contact }} [kiest](https://example.org)"
    sheet = {**PLAIN, "titel": typed, "delen": [{"kop": typed, "tekst": typed, "punten": [typed]}]}
    html = files_of(valid_site(make_project(tmp_path, {"kort": sheet})))["factsheets/kort/index.html"].decode()
    assert html.count("&lt;b&gt;Jij&lt;/b&gt; &amp; {{ contact }} [kiest](https://example.org)") >= 4
    assert "<b>" not in html


def test_the_code_is_read_back_with_the_address_beside_it(tmp_path: Path) -> None:
    site = valid_site(make_project(tmp_path, {"kort": PLAIN}))
    file = "factsheets/kort/index.html"
    [code] = [code for code in published_codes(site) if code.file == file]
    assert (code.payload, code.page) == ("https://www.example.org/contact/", "/contact/")
    assert code.beside == ("example.org/contact",)
    readback, html = Readback(published_codes(site)), files_of(site)[file]
    assert list(readback.found_in(file, html)) == []
    other = html.replace(b"example.org/", b"example.com/").replace(b">contact/<", b"><")
    assert [item.kind for item in readback.found_in(file, other)] == [Kind.CODE_TEXT]
