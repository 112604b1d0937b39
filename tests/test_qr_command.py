"""`python -m burgerbaan qr`: codes for flyers, with the same checks and refusals as the site."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from burgerbaan.__main__ import main
from tests.giving_project import HOST, IBAN, OTHER_IBAN, sign_for, write_campaign, write_giving
from tests.small_site import change

PAYMENT = f"BCD\n002\n1\nSCT\n\nStichting Geefgraag\n{IBAN}\nEUR25.00\n\n\nGift plek"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BURGERBAAN_TODAY", "2026-11-22")
    return write_giving(tmp_path / "project")


def _said(capsys: pytest.CaptureFixture[str], *typed: str, code: int = 0) -> str:
    assert main(["qr", *typed]) == code
    said = capsys.readouterr()
    return said.out if code == 0 else said.err


def test_a_goal_gives_the_code_for_cameras_and_on_request_the_one_for_bank_apps(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--doel", "een-plek", "--map", str(project), "--payload")
    assert _said(capsys, *asked) == f"{HOST}doneer/een-plek/\n"
    assert _said(capsys, *asked, "--soort", "bank") == f"{PAYMENT}\n"


def _read(path: Path) -> tuple[list[str], float]:
    """Texts in a picture or a document, and its width in millimetres."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path.read_bytes()) as document:
            assert len(document) == 1
            picture, width = document[0].render(scale=4).to_pil(), document[0].get_width() / 72 * 25.4
    else:
        picture = Image.open(io.BytesIO(path.read_bytes()))
        width = picture.width / picture.info["dpi"][0] * 25.4
    return [item.text for item in zxingcpp.read_barcodes(picture.convert("L"))], width


@pytest.mark.parametrize("name", ["code.png", "CODE.PNG", "code.pdf"])
@pytest.mark.parametrize(("kind", "least"), [("camera", 25), ("bank", 35)])
def test_a_file_for_mail_or_print_reads_back_and_is_large_enough(
    name: str, kind: str, least: float, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = project / name
    asked = ("--doel", "een-plek", "--soort", kind, "--map", str(project), "-o", str(target))
    assert _said(capsys, *asked) == ""
    first = target.read_bytes()
    texts, width = _read(target.rename(target.with_suffix(target.suffix.lower())))
    assert texts == [PAYMENT if kind == "bank" else f"{HOST}doneer/een-plek/"]
    assert width >= least
    _said(capsys, *asked)
    assert target.read_bytes() == first, "the same code is the same file"


def test_an_example_says_so_across_the_code_and_still_scans(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "content/gegevens/donatie.yml").open("a", encoding="utf-8") as file:
        file.write("voorbeeld: true\n")
    sign_for(project)
    for suffix in (".png", ".pdf"):
        target = project / f"code{suffix}"
        _said(capsys, "--doel", "een-plek", "--soort", "bank", "--map", str(project), "-o", str(target))
        assert _read(target)[0] == [PAYMENT]
    colours = Image.open(project / "code.png").convert("RGB").getcolors(1 << 24)
    assert any(red > green + 60 for _, (red, green, _) in colours)
    svg = _said(capsys, "--doel", "een-plek", "--soort", "bank", "--map", str(project))
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="bb-qr"')
    assert ">VOORBEELD – betaal niet</text>" in svg


def test_a_code_of_what_is_typed_needs_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ("--map", str(tmp_path), "--naam", "Stichting Voorbeeld", "--iban", "NL91 ABNA 0417 1643 00", "--payload")
    start = f"BCD\n002\n1\nSCT\n\nStichting Voorbeeld\n{IBAN}"
    assert _said(capsys, *typed) == f"{start}\n"
    assert _said(capsys, *typed, "--bedrag", "12.50", "--omschrijving", "123") == f"{start}\nEUR12.50\n\n\n123\n"
    assert _said(capsys, *typed, "--kenmerk", "RF18539007547034") == f"{start}\n\n\nRF18539007547034\n"


REFUSED = {
    "nothing": ((), 2, "Kies: --doel met een doel van de site, of --naam en --iban."),
    "both": (("--doel", "vrij", "--naam", "X"), 2, "Kies: --doel met een doel van de site, of --naam en --iban."),
    "a goal that is not there": (("--doel", "vrijj"), 1, "Er is geen doel 'vrijj'. Kies uit: een-plek, vrij."),
    "no account": (("--naam", "Stichting Geefgraag"), 1, "Het veld 'iban' ontbreekt."),
    "a comma": (
        ("--naam", "S", "--iban", IBAN, "--bedrag", "12,50"),
        1,
        "'12,50' is geen getal dat bij 'bedrag' past.",
    ),
    "nothing at all": (("--naam", "S", "--iban", IBAN, "--bedrag", "0"), 1, "'0' is te laag voor 'bedrag'."),
    "two mistakes": (
        ("--naam", "Zoë", "--iban", "NL91"),
        1,
        "Het teken 'ë' in 'naam' kan een bank niet lezen. Typ 'e'. Gebruik alleen gewone letters, cijfers, spaties en "
        "/ - ? : ( ) . , ' +\n'NL91' is geen geldig rekeningnummer (IBAN).",
    ),
    "a line break": (("--naam", f"S\n{OTHER_IBAN}", "--iban", IBAN), 1, "'naam' loopt over meer regels"),
    "another account": (
        ("--naam", "Stichting Geefgraag", "--iban", OTHER_IBAN),
        1,
        "Dit is niet de rekening die ondertekend is in donatie.yml. Kijk naam en nummer na, of gebruik --doel.",
    ),
    "the right account in another field": (
        ("--naam", "Stichting Geefgraag", "--iban", OTHER_IBAN, "--omschrijving", IBAN),
        1,
        "Dit is niet de rekening die ondertekend is",
    ),
    "another name": (("--naam", "Stichting Anders", "--iban", IBAN), 1, "Dit is niet de rekening die ondertekend is"),
    "another kind of file": (("--doel", "vrij", "-o", "code.gif"), 1, "Kies .svg, .png of .pdf."),
    "no kind of file": (("--doel", "vrij", "-o", "code"), 1, "Kies .svg, .png of .pdf."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_with_a_sentence(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed, code, sentence = REFUSED[name]
    assert sentence in _said(capsys, *typed, "--map", str(project), code=code)
    assert not list(project.glob("code*"))


def test_a_folder_that_cannot_be_written_to_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["qr", "--doel", "vrij", "--map", str(project), "-o", str(project / "nergens/code.png")]) == 1
    assert "is er niet. Maak die map eerst" in capsys.readouterr().err
    assert main(["qr", "--doel", "vrij", "--map", str(project / "nergens")]) == 2


def test_goals_that_nobody_signed_for_have_no_code(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "content/gegevens/donatie.yml", IBAN, OTHER_IBAN)
    said = _said(capsys, "--doel", "vrij", "--map", str(project), "--payload", code=1)
    assert said == "Er is geen doel 'vrij'. Er zijn geen doelen die ondertekend zijn.\n"
    typed = ("--naam", "Stichting Geefgraag", "--iban", OTHER_IBAN, "--map", str(project))
    assert "kloppen niet of zijn niet ondertekend" in _said(capsys, *typed, code=1)


def test_a_campaign_that_is_over_gets_no_new_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_campaign(tmp_path, "2026-11-21")
    said = _said(capsys, "--doel", "een-plek", "--map", str(project), code=1)
    assert said == "De actie van 'een-plek' is voorbij. Maak er geen code meer voor.\n"
