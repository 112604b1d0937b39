"""What may be typed after `python -m burgerbaan`, and how it is explained, in Dutch."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from typing import NoReturn

from burgerbaan.model.payment import Transfer
from burgerbaan.model.record import fields_by_key
from burgerbaan.typed import COMMAND

OK, MISTAKES, USAGE = 0, 1, 2

TRANSFER_KEYS = tuple(fields_by_key(Transfer))
"""What a payment code is made of."""

_IN_DUTCH = (
    ("the following arguments are required: (.+)", "Er ontbreekt nog: {}."),
    (r"argument (.+?): invalid choice: (.+) \(choose from .+\)", "{1} kan niet als {0}."),
    ("argument (.+?): expected (?:one|at least one) argument", "Achter {} hoort nog iets te staan."),
    ("argument (.+?): ignored explicit argument (.+)", "Achter {} hoort niets te staan, ook niet {}."),
    ("ambiguous option: (.+?) could match (.+)", "{} kan meer dan één ding zijn: {}. Typ het voluit."),
    ("unrecognized arguments: (.+)", "Dit hoort er niet bij: {}."),
)
"""What argparse says, which has no other name for it than these words, and how we say it."""


class Parser(argparse.ArgumentParser):
    """argparse that speaks Dutch."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = "opdrachten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Dit begrijp ik niet. {self._translated(message)} Typ: {self.prog} --help\n")
        raise SystemExit(USAGE)

    def _translated(self, message: str) -> str:
        for pattern, sentence in _IN_DUTCH:
            if found := re.fullmatch(pattern, message, re.S):
                return " ".join((sentence.format(*found.groups()), *self._choices_for(*found.groups())))
        return f"({message})"

    def _choices_for(self, *names: str) -> Iterator[str]:
        """Between what one chooses there, if one does; an argument is named as argparse names it."""
        for action in self._actions:
            if action.choices and (action.metavar or "/".join(action.option_strings)) == names[0]:
                yield f"Kies uit: {', '.join(map(str, action.choices))}."

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:")


def make_parser() -> Parser:
    """The parser of every command; what was chosen stands in `command`."""
    parser = Parser(prog=COMMAND, description="Hulp bij de inhoud van de site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=Parser)
    check = commands.add_parser(
        "check", help="kijk alle bestanden na", description="Kijk alle bestanden na en noem elke fout met plek."
    )
    check.add_argument("map", nargs="?", default=".", help="de map van het project (nu: deze map)")
    check.add_argument("--json", action="store_true", help="toon de fouten als JSON, voor een programma")
    check.add_argument(
        "--format", choices=("tekst", "github"), default="tekst", help="github: als notitie bij de regel"
    )
    check.add_argument("--publiceren", action="store_true", help="reken ook voorbeelden als fout")
    schema = commands.add_parser(
        "schema", help="schrijf de JSON Schema's", description="Schrijf voor elk soort bestand een JSON Schema."
    )
    schema.add_argument("naam", nargs="?", help="toon alleen dit schema, bijvoorbeeld: vacature")
    schema.add_argument("-o", "--uitvoer", metavar="MAP", help="schrijf alle schema's in deze map")
    _add_forget(commands)
    _add_sign(commands)
    _add_qr(commands)
    return parser


def _add_forget(commands: argparse._SubParsersAction[Parser]) -> None:
    forgetting = commands.add_parser(
        "forget",
        help="vergeet een persoon",
        description="Haal alles van een persoon weg, en noem wat je zelf nog doet. Eerst zie je wat er gaat gebeuren.",
    )
    forgetting.add_argument("naam", nargs="+", help="de naam van het bestand of van de persoon, bijvoorbeeld: amira")
    forgetting.add_argument("--map", default=".", help="de map van het project (nu: deze map)")
    forgetting.add_argument("--toon", action="store_true", help="laat alleen zien wat er zou gebeuren")
    forgetting.add_argument("--ja", action="store_true", help="doe het zonder te vragen")


def _add_sign(commands: argparse._SubParsersAction[Parser]) -> None:
    signing = commands.add_parser(
        "sign",
        help="onderteken de gegevens over geld",
        description="Toon wat er verandert aan rekening en doelen, en onderteken het. Dit doet de penningmeester.",
    )
    signing.add_argument("--map", default=".", help="de map van het project (nu: deze map)")
    signing.add_argument("--toon", action="store_true", help="laat alleen zien wat er verandert")
    signing.add_argument("--ja", action="store_true", help="onderteken zonder te vragen")


def _add_qr(commands: argparse._SubParsersAction[Parser]) -> None:
    making = commands.add_parser(
        "qr",
        help="maak een QR-code voor een flyer",
        description="Maak een code van een doel op de site, of een betaalcode van een naam en een rekeningnummer.",
    )
    making.add_argument("--doel", metavar="ID", help="het doel uit donatie.yml, bijvoorbeeld: eenmalig")
    making.add_argument(
        "--soort", choices=("camera", "bank"), default="camera", help="wie de code van het doel leest (nu: camera)"
    )
    for key in TRANSFER_KEYS:
        info = next(item for item in Transfer.model_fields.values() if item.alias == key)
        making.add_argument(f"--{key}", metavar="TEKST", help=(info.description or "").rstrip("."))
    making.add_argument("--payload", action="store_true", help="toon alleen de tekst die in de code staat")
    making.add_argument("-o", "--uitvoer", metavar="BESTAND", help="schrijf naar dit bestand: .svg, .png of .pdf")
    making.add_argument("--map", default=".", help="de map van het project (nu: deze map)")
