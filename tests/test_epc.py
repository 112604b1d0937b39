"""Payment codes for bank apps: the text of EPC069-12, line by line, written and read back."""

from __future__ import annotations

import string
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from stdnum import iban as stdnum_iban
from stdnum import iso11649

from burgerbaan.epc import WrongPaymentError, read_payment, write_payment
from burgerbaan.model.payment import MOST_BYTES, Transfer, replacement
from burgerbaan.qr import Level, code_of, reading_of
from burgerbaan.validation import make_record
from burgerbaan.wording import format_sentence

# Public examples: EPC069-12 section 2.3 (V1 and V2) and the articles on EPC QR codes of two Wikipedias.
EXAMPLES = {
    "the guideline, V1": (
        "BCD\n001\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.3\nGDDS\nRF18539007547034",
        {"bedrag": Decimal("12.3"), "doelcode": "GDDS", "kenmerk": "RF18539007547034"},
    ),
    "the guideline, V2": (
        "BCD\n002\n1\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606\nEUR12.3\n\n\n"
        "Client:Marie Louise La Lune",
        {"bedrag": Decimal("12.3"), "omschrijving": "Client:Marie Louise La Lune"},
    ),
    "Red Cross": (
        "BCD\n001\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1\nCHAR\n\nUrgency fund\n"
        "Sample EPC QR code",
        {"bedrag": Decimal(1), "doelcode": "CHAR", "omschrijving": "Urgency fund", "bericht": "Sample EPC QR code"},
    ),
    "Wikimedia": (
        "BCD\n002\n2\nSCT\nBFSWDE33BER\nWikimedia Foerdergesellschaft\nDE33100205000001194700\nEUR123.45\n\n\n"
        "Spende fuer Wikipedia",
        {"bedrag": Decimal("123.45"), "omschrijving": "Spende fuer Wikipedia"},
    ),
}

VERSION, CHARACTERS, BIC, NAME, IBAN, AMOUNT = 1, 2, 4, 5, 6, 7


def _ascii(name: str) -> str:
    return "".join(char if char.isascii() else replacement(char) for char in name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_public_examples_come_out_line_by_line(name: str) -> None:
    """Without BIC, in version 002 and UTF-8, with plain letters and two decimals: all else is the same."""
    text, values = EXAMPLES[name]
    lines = text.split("\n")
    made = write_payment(Transfer.model_validate({"naam": _ascii(lines[NAME]), "iban": lines[IBAN], **values})).split(
        "\n"
    )
    assert len(made) == len(lines)
    assert made[VERSION] == "002"
    assert made[CHARACTERS] == "1"
    assert made[BIC] == ""
    assert made[NAME] == _ascii(lines[NAME])
    assert Decimal(made[AMOUNT][3:]) == Decimal(lines[AMOUNT][3:])
    ours = {VERSION, CHARACTERS, BIC, NAME, AMOUNT}
    assert [made[n] for n in range(len(made)) if n not in ours] == [
        lines[n] for n in range(len(lines)) if n not in ours
    ]


def test_a_gift_of_an_amount_that_people_choose_ends_at_the_last_line_that_is_filled() -> None:
    open_gift = Transfer.model_validate({"naam": "Stichting Voorbeeld", "iban": "NL91 ABNA 0417 1643 00"})
    assert write_payment(open_gift) == "BCD\n002\n1\nSCT\n\nStichting Voorbeeld\nNL91ABNA0417164300"
    named = open_gift.model_copy(update={"text": "Gift een plek"})
    assert write_payment(named) == ("BCD\n002\n1\nSCT\n\nStichting Voorbeeld\nNL91ABNA0417164300\n\n\n\nGift een plek")
    assert read_payment(write_payment(open_gift)) == open_gift


def test_an_amount_has_two_decimals() -> None:
    for amount, line in (
        ("25", "EUR25.00"),
        ("12.5", "EUR12.50"),
        ("0.01", "EUR0.01"),
        ("999999999.99", "EUR999999999.99"),
    ):
        transfer = Transfer.model_validate(
            {"naam": "Stichting Voorbeeld", "iban": "NL91ABNA0417164300", "bedrag": Decimal(amount)}
        )
        assert write_payment(transfer).split("\n")[AMOUNT] == line
        assert read_payment(write_payment(transfer)) == transfer


def test_a_code_is_never_longer_than_what_fits_in_it() -> None:
    longest = Transfer.model_validate(
        {
            "naam": "x" * 70,
            "iban": "NL91ABNA0417164300",
            "bedrag": Decimal(99),
            "omschrijving": "y" * 140,
            "doelcode": "CHAR",
            "bericht": "z" * 70,
        }
    )
    text = write_payment(longest)
    assert len(text.encode()) == MOST_BYTES
    assert read_payment(text) == longest
    with pytest.raises(WrongPaymentError, match="332 bytes"):
        write_payment(longest.model_copy(update={"amount": Decimal(100)}))
    with pytest.raises(WrongPaymentError, match="332 bytes"):
        read_payment(text.replace("EUR99", "EUR100"))


LETTERS = string.ascii_letters + string.digits + "/?:().,'+ -"


def _text(longest: int) -> st.SearchStrategy[str]:
    def is_right(text: str) -> bool:
        return text == " ".join(text.split()) and text != "" and not text.startswith("/") and not text.endswith("/")

    return st.text(LETTERS, min_size=1, max_size=longest).filter(is_right).filter(lambda text: "//" not in text)


@st.composite
def _ibans(draw: st.DrawFn) -> str:
    bban = draw(st.text(string.ascii_uppercase, min_size=4, max_size=4)) + draw(
        st.text(string.digits, min_size=10, max_size=10)
    )
    number = int("".join(str(int(char, 36)) for char in f"{bban}NL00"))
    return f"NL{98 - number % 97:02}{bban}"


@st.composite
def _transfers(draw: st.DrawFn) -> Transfer:
    values: dict[str, Any] = {"naam": draw(_text(70)), "iban": draw(_ibans())}
    values["bedrag"] = draw(st.none() | st.decimals("0.01", "999999999.99", places=2))
    if draw(st.booleans()):
        values["omschrijving"] = draw(st.none() | _text(140))
    else:
        plain = draw(st.text(string.ascii_uppercase + string.digits, min_size=1, max_size=21))
        values["kenmerk"] = f"RF{iso11649.mod_97_10.calc_check_digits(plain + 'RF')}{plain}"
    values["doelcode"] = draw(st.none() | st.text(string.ascii_uppercase, min_size=4, max_size=4))
    values["bericht"] = draw(st.none() | _text(70))
    return Transfer.model_validate(values)


@given(_transfers())
def test_what_is_written_is_read_back_the_same(transfer: Transfer) -> None:
    assert stdnum_iban.is_valid(transfer.iban)
    text = write_payment(transfer) if len(transfer.name) + len(transfer.text or "") < 150 else ""
    if text:
        assert read_payment(text) == transfer
        assert len(text.encode()) <= MOST_BYTES
        assert not text.endswith("\n")
        reading = reading_of(code_of(text, Level.MEDIUM))
        assert reading == (text, "M")


@given(_transfers(), st.integers(0, 11), st.text(min_size=1, max_size=30))
def test_a_text_that_somebody_changed_is_refused_or_says_so(transfer: Transfer, number: int, other: str) -> None:
    lines = write_payment(transfer).split("\n")
    if number < len(lines):
        lines[number] = other
    try:
        read = read_payment("\n".join(lines))
    except ValueError:
        return
    assert (read == transfer) == (write_payment(read) == write_payment(transfer))


def test_a_bank_app_finds_each_field_on_its_own_line() -> None:
    lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        "Stichting Voorbeeld",
        "NL91ABNA0417164300",
        "EUR25.5",
        "CHAR",
        "",
        "Gift",
        "Dank",
    ]
    read = read_payment("\n".join(lines))
    assert (read.name, read.iban, read.amount) == ("Stichting Voorbeeld", "NL91ABNA0417164300", Decimal("25.5"))
    assert (read.purpose, read.reference, read.text, read.message) == ("CHAR", None, "Gift", "Dank")


RIGHT = {"naam": "Stichting Voorbeeld", "iban": "NL91ABNA0417164300"}
REFUSED = (
    ("iban", "NL91ABNA0417164301", "'NL91ABNA0417164301' is geen geldig rekeningnummer (IBAN)."),
    ("iban", "NL91-ABNA-0417-1643-00", "'NL91-ABNA-0417-1643-00' is geen geldig rekeningnummer (IBAN)."),
    ("iban", "nl91abna0417164300", "'nl91abna0417164300' is geen geldig rekeningnummer (IBAN)."),
    ("iban", "NL91ABNA041716430٠", "'NL91ABNA041716430٠' is geen geldig rekeningnummer (IBAN)."),
    ("iban", "NL91ABNA0417164300\nEUR5", "is geen geldig rekeningnummer (IBAN)."),
    ("iban", "CH9300762011623852957", "is een rekening in een land (CH) waarbij banken ook een BIC vragen"),
    ("iban", "TR330006100519786457841326", "is een rekening in een land (TR) waarvandaan"),
    ("naam", "x" * 71, "'naam' is 71 tekens lang; 70 is het meeste."),
    ("naam", "Stichting\nNL02ABNA0123456789", "'naam' loopt over meer regels"),
    ("naam", "Stichting\rX", "'naam' loopt over meer regels"),
    ("naam", "Stichting\u2028X", "In 'naam' zit een teken dat je niet ziet (U+2028)."),
    ("naam", "Sti\u200bchting", "In 'naam' zit een teken dat je niet ziet (U+200B)."),
    ("naam", "Sti\u202echting", "In 'naam' zit een teken dat je niet ziet (U+202E)."),
    ("naam", "Sti\xadchting", "In 'naam' zit een teken dat je niet ziet (U+00AD)."),
    ("naam", "Stichting\xa0X", "In 'naam' zit een teken dat je niet ziet (U+00A0)."),
    ("naam", "Stichting Zoë", "Het teken 'ë' in 'naam' kan een bank niet lezen. Typ 'e'."),
    ("naam", "Brood & Soep", "Het teken '&' in 'naam' kan een bank niet lezen. Typ 'en'."),
    ("naam", "Straße", "Het teken 'ß' in 'naam' kan een bank niet lezen. Typ 'ss'."),
    ("naam", "Safe – Almere", "Het teken '–' in 'naam' kan een bank niet lezen. Typ '-'."),
    ("naam", "Hart ♥", "Het teken '♥' in 'naam' kan een bank niet lezen. Haal het weg."),
    ("naam", " Stichting", "'naam' begint of eindigt met een spatie"),
    ("naam", "Stichting  X", "'naam' begint of eindigt met een spatie, of heeft er twee achter elkaar"),
    ("naam", " ", "'naam'"),
    ("omschrijving", "/gift", "'omschrijving' begint of eindigt met een schuine streep"),
    ("omschrijving", "a//b", "of heeft er twee achter elkaar. Banken weigeren dat"),
    ("omschrijving", "x" * 141, "'omschrijving' is 141 tekens lang; 140 is het meeste."),
    ("kenmerk", "RF18 5390 0754 7034", "is geen geldig betalingskenmerk"),
    ("kenmerk", "RF19539007547034", "is geen geldig betalingskenmerk"),
    ("doelcode", "char", "'char' is geen doelcode"),
    ("bedrag", Decimal("12.345"), "'12.345' heeft meer dan twee cijfers na de punt."),
    ("bedrag", 0, "'0' is te laag voor 'bedrag'. Het moet minstens 0.01 zijn."),
    ("bedrag", -5, "'-5' is te laag voor 'bedrag'."),
    ("bedrag", 1_000_000_000, "'1000000000' is te hoog voor 'bedrag'. Het mag hoogstens 999999999.99 zijn."),
    ("bedrag", "1E+3", "'1E+3' is geen getal dat bij 'bedrag' past."),
    ("bedrag", "NaN", "'NaN' is geen getal dat bij 'bedrag' past."),
    ("bedrag", "12,50", "'12,50' is geen getal dat bij 'bedrag' past."),
    ("bedrag", Decimal("NaN"), "is geen getal dat bij 'bedrag' past."),
    ("bedrag", Decimal("Infinity"), "is geen getal dat bij 'bedrag' past."),
    ("bedrag", True, "is geen getal dat bij 'bedrag' past."),
    ("bic", "ABNANL2A", "'bic' is geen bekend veld."),
)


@pytest.mark.parametrize(
    ("key", "value", "sentence"), REFUSED, ids=[f"{key} {value!r:.40}" for key, value, _ in REFUSED]
)
def test_what_a_bank_could_misread_is_refused_with_a_sentence(key: str, value: Any, sentence: str) -> None:
    record, problems = make_record(Transfer, {**RIGHT, key: value}, "donatie.yml", "")
    assert record is None
    assert [sentence in format_sentence(item) for item in problems] == [True], [
        format_sentence(item) for item in problems
    ]


def test_both_kinds_of_reference_are_refused() -> None:
    both = {**RIGHT, "kenmerk": "RF18539007547034", "omschrijving": "Gift"}
    _, problems = make_record(Transfer, both, "donatie.yml", "")
    assert [format_sentence(item) for item in problems] == [
        "Hier staat een omschrijving en er is ook een kenmerk; een bank leest er maar één. Haal een van de twee weg. "
        "Voorbeeld: omschrijving: Gift een plek"
    ]


FINE = "BCD\n002\n1\nSCT\n\nStichting Voorbeeld\nNL91ABNA0417164300\nEUR25.00\n\n\nGift"

SPOILED = {
    "a newline at the end": f"{FINE}\n",
    "a blank line too few": FINE.replace("\n\n\nGift", "\n\nGift"),
    "a version of long ago": FINE.replace("002", "003"),
    "an instant transfer": FINE.replace("SCT", "INST"),
    "two characters for the character set": FINE.replace("\n1\n", "\n01\n"),
    "CRLF": FINE.replace("\n", "\r\n"),
    "a BIC": FINE.replace("SCT\n\n", "SCT\nABNANL2A\n"),
    "a comma": FINE.replace("25.00", "25,00"),
    "no amount but EUR": FINE.replace("EUR25.00", "EUR"),
    "an exponent": FINE.replace("25.00", "2E5"),
    "nothing to pay": FINE.replace("25.00", "0.00"),
    "more than a bank takes": FINE.replace("25.00", "1000000000.00"),
    "three decimals": FINE.replace("25.00", "25.001"),
    "dollars": FINE.replace("EUR", "USD"),
    "no name": FINE.replace("Stichting Voorbeeld", ""),
    "thirteen lines": f"{FINE}\nx\ny",
    "332 bytes": FINE.replace("Gift", "x" * (332 - len(FINE) + 4)),
    "nothing": "",
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_text_that_is_no_payment_as_we_make_them_is_refused(name: str) -> None:
    assert read_payment(FINE).text == "Gift"
    with pytest.raises((WrongPaymentError, ValidationError)):
        read_payment(SPOILED[name])
