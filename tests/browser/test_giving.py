"""Giving: what a donor sees, copies and scans, on screens and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from burgerbaan.code_size import PAPERS
from burgerbaan.codes import published_codes
from burgerbaan.kinds import Kind
from burgerbaan.qr import QUIET_ZONE, Level, code_of
from burgerbaan.readback import Readback
from tests.browser.test_posters import BROKEN_PIECES, MEASURE
from tests.giving_project import DONATION, HOST, IBAN, LINK, write_giving
from tests.paper_project import build, make_project
from tests.small_site import valid_site

PAYMENT = f"BCD\n002\n1\nSCT\n\nStichting Geefgraag\n{IBAN}\nEUR25.00\n\n\nGift plek"
ADDRESS = f"{HOST}doneer/een-plek/"
SHEETS = ("poster", "kaartje")

FULL = f"""\
rekening: {{naam: {"Stichting voor Burgers " * 3}X, iban: {IBAN}}}
bankapps:
  lezen: [{", ".join(f"Bank met een lange naam {letter}" for letter in "ABCDEFGH")}]
  gecontroleerd: 2026-11-01
doelen:
  - id: vol
    titel: {"Vrijwilligersvergoedingen " * 3}W
    samenvatting: {"Samenwerkingsovereenkomst " * 7}Wm
    tekst: Tekst.
    bedrag: 999999999.99
    kenmerk: {"Gift voor " * 3}plek
    dank: {"Dankbetuigingen van allemaal " * 6}Wm
"""


def _project(folder: Path, donation: str) -> Path:
    """A project that is built as editors build it, with these data about money."""
    project = make_project(folder)
    made = write_giving(folder / "geld", donation)
    for name in ("gegevens/donatie.yml", "gegevens/donatie.ondertekend", "doneren/index.md"):
        target = project / "content" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((made / "content" / name).read_bytes())
    return project


def _built(folder: Path, donation: str) -> Path:
    result = build(_project(folder, donation), folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def giving(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory.mktemp("geven"), DONATION)


@pytest.fixture(scope="module")
def fullest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory.mktemp("vol"), FULL)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def _read(picture: bytes | Image.Image) -> list[str]:
    image = picture if isinstance(picture, Image.Image) else Image.open(io.BytesIO(picture))
    return sorted(item.text for item in zxingcpp.read_barcodes(image.convert("L")))


def _at(folder: Path, path: str) -> str:
    return (folder / path / "index.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_both_codes_scan_from_the_screen(width: int, scheme: str, giving: Path, browser: Browser) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(_at(giving, "doneer/een-plek"))
        assert _read(page.screenshot(full_page=True)) == sorted([PAYMENT, ADDRESS])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_codes_of_this_site_scan_with_the_word_example_across_them(
    width: int, scheme: str, built_site: Path, browser: Browser
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for path in ("doneer/eenmalig", "doneer/eenmalig/poster"):
            page.goto(_at(built_site, path))
            read = _read(page.screenshot(full_page=True))
            assert [text.split("\n")[0] for text in read] == [
                "BCD",
                "https://www.almeerseburgerbaan.nl/doneer/eenmalig/",
            ], path
            expect(page.locator(".bb-qr__across").first).to_have_text("VOORBEELD – betaal niet")


def test_a_module_is_at_least_four_dots_wide_on_the_screen(giving: Path, page: Page) -> None:
    page.goto(_at(giving, "doneer/een-plek"))
    for code in page.locator(".bb-qr").all():
        box, modules = code.bounding_box(), int((code.get_attribute("viewBox") or "0 0 0").split()[2])
        assert box
        assert box["width"] / modules >= 4


def test_what_is_copied_is_what_a_bank_app_wants(giving: Path, browser: Browser) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(_at(giving, "doneer/een-plek"))
        for label, text in (("Naam van de rekening", "Stichting Geefgraag"), ("Rekeningnummer", IBAN)):
            button = page.get_by_role("button", name=f"Kopieer {label}")
            button.click()
            expect(button).to_have_count(0)
            expect(page.get_by_role("button", name=f"Gekopieerd {label}")).to_be_visible()
            assert page.evaluate("navigator.clipboard.readText()") == text


def test_without_script_everything_is_there_but_the_buttons_to_copy(giving: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(_at(giving, "doneer/een-plek"))
        expect(page.get_by_text("NL91 ABNA 0417 1643 00")).to_be_visible()
        expect(page.get_by_role("button", name="Kopieer")).to_have_count(0)
        link = page.get_by_role("link", name="Geef met iDEAL | Wero")
        assert link.get_attribute("href") == LINK
        expect(page.get_by_text("betalen.example.net", exact=True)).to_be_visible()
        expect(page.get_by_text("Werkt met ING en bunq. Werkt niet met Rabobank.")).to_be_visible()


def test_the_longer_address_leads_to_the_page_that_codes_hold(giving: Path, page: Page) -> None:
    page.goto(_at(giving, "doneren/een-plek"))
    page.wait_for_url("**/doneer/een-plek/")
    assert (giving / "doneer/een-plek/index.html").is_file()


# ---- paper


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("which", ["giving", "fullest"])
def test_a_sheet_holds_all_its_text(which: str, name: str, request: pytest.FixtureRequest, page: Page) -> None:
    goal = {"giving": "een-plek", "fullest": "vol"}[which]
    page.goto(_at(request.getfixturevalue(which), f"doneer/{goal}/{name}"))
    assert page.evaluate(MEASURE) == []
    page.emulate_media(media="print")
    assert page.evaluate(MEASURE) == []
    assert page.evaluate(BROKEN_PIECES) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_small_screen_shows_each_code_once(name: str, giving: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(_at(giving, f"doneer/een-plek/{name}"))
    assert len([code for code in page.locator(".bb-qr").all() if code.is_visible()]) == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("which", ["giving", "fullest"])
def test_codes_on_paper_scan_and_are_as_large_as_promised(
    which: str, name: str, request: pytest.FixtureRequest, page: Page
) -> None:
    goal = {"giving": "een-plek", "fullest": "vol"}[which]
    page.goto(_at(request.getfixturevalue(which), f"doneer/{goal}/{name}"))
    inch = 200
    with closing(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) as document:
        assert len(document) == 1
        picture = document[0].render(scale=inch / 72).to_pil().convert("L")
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == {"poster": 2, "kaartje": 8}[name]
    for item in found:
        kind = "epc" if item.text.startswith("BCD") else "url"
        modules = code_of(item.text, Level.MEDIUM if kind == "epc" else Level.STRONGEST).size
        corners = item.position
        side = abs(corners.top_right.x - corners.top_left.x) / inch * 25.4 * (modules + 2 * QUIET_ZONE) / modules
        wanted = next(size for key, size in PAPERS[name].sides.items() if key.value == kind)
        assert side == pytest.approx(wanted, abs=1.5)
        assert side / (modules + 2 * QUIET_ZONE) >= PAPERS[name].distance / 500 - 0.05


def test_a_pdf_is_compared_with_what_its_page_should_hold(giving: Path, tmp_path: Path, page: Page) -> None:
    readback = Readback(published_codes(valid_site(write_giving(tmp_path / "geld"))))
    printed = {}
    for goal in ("een-plek", "vrij"):
        page.goto(_at(giving, f"doneer/{goal}/poster"))
        printed[goal] = page.pdf(prefer_css_page_size=True)
    file = "doneer/een-plek/poster/poster.pdf"
    assert list(readback.found_in(file, printed["een-plek"])) == []
    kinds = [item.kind for item in readback.found_in(file, printed["vrij"])]
    assert kinds == [Kind.CODE_OTHER, Kind.CODE_ABSENT, Kind.CODE_ABSENT, *[Kind.CODE_TEXT] * 3]


def test_a_build_with_pdfs_puts_one_beside_each_sheet_and_reads_it_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    result = build(_project(tmp_path, DONATION), target, BURGERBAAN_PDF="1")
    assert result.returncode == 0, result.stderr
    for goal in ("een-plek", "vrij"):
        for name in SHEETS:
            pdf = target / f"doneer/{goal}/{name}/{name}.pdf"
            assert pdf.read_bytes().startswith(b"%PDF-")
            assert f'href="{name}.pdf" download="{goal}-{name}.pdf"' in (pdf.parent / "index.html").read_text("utf-8")
