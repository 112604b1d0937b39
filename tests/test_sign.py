"""Data about money are published only as somebody signed for them: the command, the file, and a real build."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.__main__ import main
from burgerbaan.commands.sign import sign
from burgerbaan.kinds import Kind
from burgerbaan.model.donation import Donation
from burgerbaan.model.marks import marked_fields
from burgerbaan.model.record import Signed
from burgerbaan.signature import changes, read_signature, signed_lines, write_signature
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.wording import format_problem
from tests.giving_project import DONATION, IBAN, OTHER_IBAN, sign_for, write_giving
from tests.paper_project import build, make_project
from tests.small_site import DAY, change, load, valid_site

ADDRESS = "https://www.example.org/"
FILE = "content/gegevens/donatie.ondertekend"
DATA = "content/gegevens/donatie.yml"


def _donation(site: Site) -> Donation:
    assert site.donation
    return site.donation


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_giving(tmp_path)


def test_the_file_says_in_plain_words_what_was_signed(project: Path) -> None:
    lines = (project / FILE).read_text("utf-8").splitlines()
    assert lines[2] == "ondertekend: 2026-11-22"
    assert lines[3].startswith("vingerafdruk: ")
    assert lines[5:] == [
        "url: https://www.example.org/",
        "rekening/naam: Stichting Geefgraag",
        f"rekening/iban: {IBAN}",
        "betaalpagina/hosts/1: betalen.example.net",
        "doelen/een-plek/titel: Eén plek voor een maand",
        "doelen/vrij/titel: Wat je wilt",
        "doelen/een-plek/periode: maand",
        "doelen/vrij/periode: eenmalig",
        "doelen/een-plek/bedrag: 25",
        "doelen/een-plek/kenmerk: Gift plek",
        "doelen/een-plek/betaallink: https://betalen.example.net/geef/1/",
        "voorbeeld: nee",
    ]


def test_every_field_that_decides_where_money_goes_is_signed_for() -> None:
    signed = {".".join(key for _, key, _ in field.steps) for field in marked_fields(Donation, Signed)}
    assert signed == {
        "rekening.naam",
        "rekening.iban",
        "betaalpagina.hosts",
        "periodiek.formulier",
        "doelen.titel",
        "doelen.periode",
        "doelen.bedrag",
        "doelen.kenmerk",
        "doelen.betaallink",
        "voorbeeld",
    }


def test_the_order_of_goals_and_their_explanation_may_change_without_signing(project: Path) -> None:
    donation = _donation(valid_site(project))
    other = donation.model_copy(update={"goals": tuple(reversed(donation.goals))})
    assert list(changes(other, ADDRESS, signed_lines(donation, ADDRESS))) == []
    change(project / DATA, "Elk bedrag helpt.", "Elk klein bedrag helpt.")
    assert _donation(valid_site(project)).goals[1].text == "Elk klein bedrag helpt."


@pytest.mark.parametrize("amount", ["25.0", "25.00"])
def test_the_same_amount_written_otherwise_is_as_it_was_signed(project: Path, amount: str) -> None:
    change(project / DATA, "bedrag: 25", f"bedrag: {amount}")
    assert not load(project).problems
    sign_for(project)
    change(project / DATA, f"bedrag: {amount}", "bedrag: 25")
    assert not load(project).problems, "nor does it matter which of the two was signed for"
    change(project / DATA, "bedrag: 25", "bedrag: 25.01")
    assert [item.kind for item in load(project).problems] == [Kind.SIGNATURE_OLD]


def test_a_name_that_reads_as_a_number_is_signed_for_letter_by_letter(project: Path) -> None:
    donation = _donation(valid_site(project))
    signed = {**signed_lines(donation, ADDRESS), "doelen/vrij/titel": "1.0"}
    goals = (donation.goals[0], donation.goals[1].model_copy(update={"title": "1.00"}))
    other = donation.model_copy(update={"goals": goals})
    assert [item.field for item in changes(other, ADDRESS, signed)] == ["doelen/vrij/titel"]


def test_what_is_gone_is_told_in_the_order_in_which_it_was_signed(project: Path) -> None:
    donation = _donation(valid_site(project))
    gone = [f"doelen/weg-{number}/titel" for number in range(20)]
    signed = {**dict.fromkeys(gone, "Weg"), **signed_lines(donation, ADDRESS)}
    assert [item.field for item in changes(donation, ADDRESS, signed)] == gone


@given(place=st.integers(0, 2000), char=st.characters(codec="ascii", categories=("L", "N")))
def test_a_signature_in_which_one_character_is_another_is_no_signature(place: int, char: str) -> None:
    text = SIGNED
    place %= len(text)
    other = text[:place] + char + text[place + 1 :]
    if other == text:
        return
    head = text.index("ondertekend:")
    day = head <= place < text.index("\n", head)
    read = read_signature(other)
    assert read is None or day or place < head, "only the day and the words above it are not signed for"
    if place < head and read is not None:
        assert read == read_signature(text)


SIGNED = write_signature(
    Donation.model_validate(
        {
            "rekening": {"naam": "Stichting Geefgraag", "iban": IBAN},
            "doelen": [{"id": "vrij", "titel": "Vrij", "samenvatting": "Geef.", "tekst": "Geef.", "dank": "Dank."}],
        }
    ),
    ADDRESS,
    DAY,
)


def test_the_address_of_the_site_is_signed_for_too_because_codes_lead_there(project: Path) -> None:
    change(project / "content/gegevens/programma.yml", ADDRESS, "https://www.example.com/")
    loaded = load(project)
    assert [format_problem(item) for item in loaded.problems] == [
        "content/gegevens/programma.yml:6:6: Dit is na het ondertekenen veranderd: url was 'https://www.example.org/' "
        "en is nu 'https://www.example.com/'. Klopt het? Laat de penningmeester het nakijken en typ: "
        ".venv/bin/python -m burgerbaan sign. Anders: zet het terug."
    ]
    assert loaded.site
    assert loaded.site.donation is None


def test_signing_shows_what_changes_and_asks_first(project: Path) -> None:
    change(project / DATA, IBAN, OTHER_IBAN)
    change(project / DATA, "    bedrag: 25\n", "")
    before = (project / FILE).read_bytes()
    said: list[str] = []
    asked: list[str] = []

    def refuse(question: str) -> str:
        asked.append(question)
        return "nee"

    assert sign(Folders(project), DAY, said.append, refuse) == 1
    assert said == [
        f"  verandert  rekening/iban: {IBAN}",
        f"          in rekening/iban: {OTHER_IBAN}",
        "  weg        doelen/een-plek/bedrag: 25",
        "",
        "url: https://www.example.org/",
        "rekening/naam: Stichting Geefgraag",
        "rekening/iban: NL02 ABNA 0123 4567 89",
        "Controleer adres, naam en rekeningnummer letter voor letter. Hier gaat al het geld heen.",
        "Er is niets ondertekend.",
    ]
    assert asked == ["Heb je dit zelf nagekeken, met een afschrift van de bank erbij? Typ dan ja: "]
    assert (project / FILE).read_bytes() == before
    assert sign_for(project)[-1].startswith(f"Ondertekend in {FILE}.")
    assert _donation(valid_site(project)).account
    assert sign(Folders(project), DAY, said.append, None) == 0
    assert said[-6:-4] == ["Er verandert niets: alles is al ondertekend zoals het nu is.", ""]
    assert said[-2] == "rekening/iban: NL02 ABNA 0123 4567 89", "also when somebody else signed before"


def test_texts_may_name_what_was_signed_for_and_nothing_else(project: Path) -> None:
    path, host = project / DATA, "paymentlink.mollie.com"
    path.write_text(path.read_text("utf-8").replace("betalen.example.net", host), "utf-8")
    sign_for(project)
    change(path, "Elk bedrag helpt.", f"Elk bedrag helpt, op {IBAN} of via PaymentLink.Mollie.com.")
    assert load(project).problems == ()
    change(path, f"op {IBAN} of via PaymentLink.Mollie.com", f"op {OTHER_IBAN} of via tikkie.me")
    assert [(item.path, item.kind) for item in load(project).problems] == [
        (DATA, Kind.ACCOUNT_ELSEWHERE),
        (DATA, Kind.PAYMENT_ELSEWHERE),
    ]


def test_nobody_is_taken_to_agree_who_cannot_be_asked(project: Path) -> None:
    (project / FILE).unlink()
    assert sign(Folders(project), DAY, [].append, None) == 1
    assert not (project / FILE).exists()


def test_data_with_a_mistake_are_not_signed_for(project: Path) -> None:
    change(project / DATA, IBAN, "NL91ABNA0417164301")
    said: list[str] = []
    assert sign(Folders(project), DAY, said.append, lambda question: "ja") == 1
    assert said[0].startswith(f"{DATA}:1:45: 'NL91ABNA0417164301' is geen geldig rekeningnummer")
    assert said[-1] == "Er is niets ondertekend. Haal eerst de fouten weg."
    for text in ("", "rekening: [\n"):
        (project / DATA).write_text(text, "utf-8")
        assert sign(Folders(project), DAY, said.append, lambda question: "ja") == 1
    (project / DATA).unlink()
    assert sign(Folders(project), DAY, said.append, lambda question: "ja") == 1
    assert said[-1] == f"{DATA} is er niet. Er is dus niets om te ondertekenen."


def test_a_signature_that_somebody_edited_is_shown_again_as_a_whole(project: Path) -> None:
    change(project / FILE, IBAN, OTHER_IBAN)
    said = sign_for(project)
    assert said[0] == "De oude ondertekening is met de hand veranderd of niet te lezen. Daarom staat hieronder alles."
    assert said[1:3] == [
        "  nieuw      url: https://www.example.org/",
        "  nieuw      rekening/naam: Stichting Geefgraag",
    ]


def test_the_command_signs_a_project(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / FILE).unlink()
    monkeypatch.setenv("BURGERBAAN_TODAY", "2027-01-05")
    assert main(["sign", "--map", str(project), "--toon"]) == 1
    assert not (project / FILE).exists()
    assert main(["sign", "--map", str(project), "--ja"]) == 0
    assert "ondertekend: 2027-01-05\n" in (project / FILE).read_text("utf-8")
    assert main(["sign", "--map", str(project / "nergens")]) == 2
    assert "penningmeester" in _help("sign")
    capsys.readouterr()


def _help(command: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "burgerbaan", command, "--help"],
        cwd=Path(__file__).parent.parent / "hooks",
        capture_output=True,
        text=True,
        check=True,
    )
    return " ".join(result.stdout.split())


def test_a_commit_that_swaps_the_account_does_not_build_and_leaves_the_last_site(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / DATA).write_text(DONATION, "utf-8")
    (project / "content/doneren").mkdir()
    (project / "content/doneren/index.md").write_text(
        "---\ndescription: Geef aan de stichting.\n---\n# Doneren\n\n{{ doelen }}\n", "utf-8"
    )
    sign(Folders(project), date(2026, 11, 22), [].append, lambda question: "ja")
    target = tmp_path / "site"
    assert build(project, target).returncode == 0
    page = target / "doneer/een-plek/index.html"
    good = page.read_bytes()
    assert b"NL91 ABNA 0417 1643 00" in good

    change(project / DATA, IBAN, OTHER_IBAN)
    swapped = build(project, target)
    assert swapped.returncode != 0
    assert f"{DATA}:1:45: Dit is na het ondertekenen veranderd: rekening/iban was '{IBAN}'" in swapped.stderr
    assert page.read_bytes() == good

    change(project / DATA, OTHER_IBAN, IBAN)
    change(project / "content/doneren/index.md", "# Doneren", f"# Doneren\n\nGeef op {OTHER_IBAN}.")
    elsewhere = build(project, target)
    assert elsewhere.returncode != 0
    assert "content/doneren/index.md:6:9: Hier staat een rekeningnummer dat niet in" in elsewhere.stderr
    assert page.read_bytes() == good

    # Who changes the program too is caught when the finished pages are read.
    change(project / "content/doneren/index.md", f"\n\nGeef op {OTHER_IBAN}.", "")
    drawing = project.parent.parent.parent / "hooks/burgerbaan/components/payment/template.html.jinja"
    change(drawing, "{{ account.iban|in_fours }}", "NL02 ABNA 0123 4567 89")
    forged = build(project, target)
    assert forged.returncode != 0
    assert "doneer/een-plek/index.html:" in forged.stderr
    assert "Hier staat een rekeningnummer dat niet in content/gegevens/donatie.yml staat" in forged.stderr
    assert page.read_bytes() == good
