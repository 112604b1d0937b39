"""`python -m burgerbaan …`: what editors and their computers ask without building the site."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from burgerbaan.commands.sign import Ask, sign
from burgerbaan.crew import WorkerLostError, WrongWorkersError, read_workers
from burgerbaan.files.schemas import schemas
from burgerbaan.forget.command import QUESTION, forget
from burgerbaan.forget.plan import WrongNameError
from burgerbaan.load import load_site
from burgerbaan.problems import Problem, errors_in
from burgerbaan.source.settings import read_settings
from burgerbaan.today import WrongTodayError, read_today
from burgerbaan.whereabouts import WrongFoldersError, read_folders
from burgerbaan.wording import format_problem, format_sentence, format_summary

OK, MISTAKES, USAGE = 0, 1, 2

_NO_FOLDER = "De map '{}' bestaat niet. Geef de map van het project."
_LOST = (
    "Het nakijken is halverwege gestopt, misschien omdat het geheugen vol was. Probeer het nog een keer. "
    "Gaat het weer mis? Typ: BURGERBAAN_WORKERS=1 python -m burgerbaan check"
)


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Dutch."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title = "opdrachten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        print(f"Dit begrijp ik niet ({message}). Typ: python -m burgerbaan --help", file=sys.stderr)
        raise SystemExit(USAGE)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 with mistakes in the content, 2 when the command itself is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may lack letters that a sentence quotes
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command = {"check": _check, "forget": _forget, "schema": _schema, "sign": _sign}[options.command]
    return command(options)


def _parser() -> _Parser:
    parser = _Parser(prog="python -m burgerbaan", description="Hulp bij de inhoud van de site.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=_Parser)
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
    return parser


def _add_forget(commands: argparse._SubParsersAction[_Parser]) -> None:
    forgetting = commands.add_parser(
        "forget",
        help="vergeet een persoon",
        description="Haal alles van een persoon weg, en noem wat je zelf nog doet. Eerst zie je wat er gaat gebeuren.",
    )
    forgetting.add_argument("naam", nargs="+", help="de naam van het bestand of van de persoon, bijvoorbeeld: amira")
    forgetting.add_argument("--map", default=".", help="de map van het project (nu: deze map)")
    forgetting.add_argument("--toon", action="store_true", help="laat alleen zien wat er zou gebeuren")
    forgetting.add_argument("--ja", action="store_true", help="doe het zonder te vragen")


def _add_sign(commands: argparse._SubParsersAction[_Parser]) -> None:
    signing = commands.add_parser(
        "sign",
        help="onderteken de gegevens over geld",
        description="Toon wat er verandert aan rekening en doelen, en onderteken het. Dit doet de penningmeester.",
    )
    signing.add_argument("--map", default=".", help="de map van het project (nu: deze map)")
    signing.add_argument("--toon", action="store_true", help="laat alleen zien wat er verandert")
    signing.add_argument("--ja", action="store_true", help="onderteken zonder te vragen")


def _check(options: argparse.Namespace) -> int:
    root = Path(options.map)
    if not root.is_dir():
        print(_NO_FOLDER.format(options.map), file=sys.stderr)
        return USAGE
    root = root.resolve()
    try:
        today, workers = read_today(os.environ), read_workers(os.environ)
        folders = read_folders(os.environ, root, "content", read_settings(root).site)
    except (WrongFoldersError, WrongTodayError, WrongWorkersError) as error:
        print(error, file=sys.stderr)
        return USAGE
    try:
        problems = load_site(folders, today, is_publishing=options.publiceren, workers=workers).problems
    except WorkerLostError:
        print(_LOST, file=sys.stderr)
        return USAGE
    if options.json:
        print(json.dumps([_as_data(item) for item in problems], ensure_ascii=False, indent=1))
    else:
        write = _github_line if options.format == "github" else format_problem
        for item in problems:
            print(write(item))
        print(format_summary(problems, checking=True), file=sys.stderr)
    return MISTAKES if errors_in(problems) else OK


def _forget(options: argparse.Namespace) -> int:
    root = Path(options.map)
    if not root.is_dir():
        print(_NO_FOLDER.format(options.map), file=sys.stderr)
        return USAGE
    ask = _asking(options)
    answer = partial(ask, QUESTION) if ask else None
    try:
        return forget(
            " ".join(options.naam),
            root.resolve(),
            os.environ,
            print,
            answer,
            only_show=options.toon,
        )
    except (WrongFoldersError, WrongNameError) as error:
        print(error, file=sys.stderr)
        return USAGE


def _sign(options: argparse.Namespace) -> int:
    root = Path(options.map)
    if not root.is_dir():
        print(_NO_FOLDER.format(options.map), file=sys.stderr)
        return USAGE
    root = root.resolve()
    try:
        today = read_today(os.environ)
        settings = read_settings(root)
        folders = read_folders(os.environ, root, settings.content, settings.site)
    except (WrongFoldersError, WrongTodayError) as error:
        print(error, file=sys.stderr)
        return USAGE
    return sign(folders, today, print, _asking(options), only_show=options.toon)


def _asking(options: argparse.Namespace) -> Ask | None:
    """Who answers questions; None when nobody can."""
    if options.ja:
        return lambda question: "ja"
    return _answer if sys.stdin is not None and sys.stdin.isatty() else None


def _answer(question: str) -> str:
    try:
        return input(question)
    except (EOFError, KeyboardInterrupt):
        print()
        return ""


def _as_data(item: Problem) -> dict[str, object]:
    return {
        "bestand": item.path,
        "regel": item.line,
        "kolom": item.column,
        "soort": str(item.kind),
        "niveau": "herinnering" if item.is_reminder else "fout",
        "tekst": format_sentence(item),
    }


def _github_line(item: Problem) -> str:
    """A workflow command of GitHub Actions: shown beside the line in a change."""
    level = "notice" if item.is_reminder else "error"
    text = format_sentence(item).replace("%", "%25").replace("\n", "%0A")
    path = item.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={path},line={item.line},col={item.column}::{text}"


def _schema(options: argparse.Namespace) -> int:
    found = schemas()
    if options.naam and options.naam not in found:
        print(f"Er is geen schema '{options.naam}'. Kies uit: {', '.join(sorted(found))}.", file=sys.stderr)
        return USAGE
    if options.uitvoer:
        folder = Path(options.uitvoer)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, schema in found.items():
                (folder / f"{name}.json").write_text(_dump(schema), "utf-8")
        except OSError:
            print(f"In '{folder}' kan niet geschreven worden. Kies een andere map.", file=sys.stderr)
            return USAGE
        print(f"{len(found)} schema's geschreven in {folder}.", file=sys.stderr)
        return OK
    print(_dump(found[options.naam] if options.naam else found), end="")
    return OK


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
