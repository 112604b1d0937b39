"""Whoever types a command another way than it is reads in Dutch what is wrong and what to type."""

from __future__ import annotations

import pytest

from burgerbaan.__main__ import main
from burgerbaan.arguments import make_parser

ALL = "check, schema, forget, sign, qr"
HELP = "Typ: .venv/bin/python -m burgerbaan --help"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], f"Er ontbreekt nog: opdracht. Kies uit: {ALL}. {HELP}"),
        (["chek"], f"'chek' kan niet als opdracht. Kies uit: {ALL}. {HELP}"),
        (["check", "a", "b", "c"], f"Dit hoort er niet bij: b c. {HELP}"),
        (["check", "--jsn"], f"Dit hoort er niet bij: --jsn. {HELP}"),
        (["check", "--format", "xml"], "'xml' kan niet als --format. Kies uit: tekst, github. {check}"),
        (["check", "--json=ja"], "Achter --json hoort niets te staan, ook niet 'ja'. {check}"),
        (["check", "--format"], "Achter --format hoort nog iets te staan. Kies uit: tekst, github. {check}"),
        (["schema", "-o"], "Achter -o/--uitvoer hoort nog iets te staan. {schema}"),
        (["forget"], "Er ontbreekt nog: naam. {forget}"),
        (["qr", "--s", "bank", "--doel"], "Achter --doel hoort nog iets te staan. {qr}"),
        (["qr", "--b", "1"], "--b kan meer dan één ding zijn: --bedrag, --bericht. Typ het voluit. {qr}"),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_dutch(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    told = {name: f"Typ: .venv/bin/python -m burgerbaan {name} --help" for name in ALL.split(", ")}
    assert capsys.readouterr().err == f"Dit begrijp ik niet. {said.format(**told)}\n"


def test_what_nobody_translated_is_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        make_parser().error("something new")
    assert capsys.readouterr().err == f"Dit begrijp ik niet. (something new) {HELP}\n"
