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

from burgerbaan.arguments import MISTAKES, OK, TRANSFER_KEYS, USAGE, make_parser
from burgerbaan.codes import CodeKind
from burgerbaan.commands.code import WrongCodeError, check_account, make_code, wanted_goal, wanted_transfer
from burgerbaan.commands.sign import Ask, sign
from burgerbaan.crew import WorkerLostError, WrongWorkersError, read_workers
from burgerbaan.failures import FAILURES, format_failure
from burgerbaan.files.schemas import schemas
from burgerbaan.forget.command import QUESTION, forget
from burgerbaan.forget.plan import WrongNameError
from burgerbaan.load import load_site
from burgerbaan.problems import Problem, errors_in
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import read_settings
from burgerbaan.today import WrongTodayError, read_today
from burgerbaan.typed import COMMAND
from burgerbaan.whereabouts import WrongFoldersError, check_content_folder, check_site_folder, read_folders
from burgerbaan.wording import format_problem, format_sentence, format_summary

_NO_FOLDER = "De map '{}' bestaat niet. Geef de map van het project."
_CHOOSE = f"Kies: --doel met een doel van de site, of --naam en --iban. Typ: {COMMAND} qr --help"
_LOST = (
    "Het nakijken is halverwege gestopt, misschien omdat het geheugen vol was. Probeer het nog een keer. "
    f"Gaat het weer mis? Typ: BURGERBAAN_WORKERS=1 {COMMAND} check"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 with mistakes in the content, 2 when the command itself is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may lack letters that a sentence quotes
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    command = {"check": _check, "forget": _forget, "schema": _schema, "sign": _sign, "qr": _qr}[options.command]
    try:
        code = command(options)
        if sys.stdout is not None:
            sys.stdout.flush()  # a disk may refuse that too
    except BrokenPipeError:  # whoever read it has read enough; that says nothing good of what was not read
        code = MISTAKES
    except FAILURES as error:
        print(format_failure(error, "Dit lukt niet", "").rstrip(), file=sys.stderr)
        code = USAGE
    else:
        return code
    _drop_unsaid()
    return code


def _drop_unsaid() -> None:
    """Let go of what cannot be written, or Python tries once more at its end and tells that in English."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return USAGE
    try:
        today, workers = read_today(os.environ), read_workers(os.environ)
        folders = _folders(root)
        check_content_folder(folders)
        check_site_folder(folders, read_settings(root).site)
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
    root = _root(options)
    if root is None:
        return USAGE
    ask = _asking(options)
    answer = partial(ask, QUESTION) if ask else None
    try:
        return forget(" ".join(options.naam), root, os.environ, print, answer, only_show=options.toon)
    except (WrongFoldersError, WrongNameError) as error:
        print(error, file=sys.stderr)
        return USAGE


def _sign(options: argparse.Namespace) -> int:
    root = _root(options)
    if root is None:
        return USAGE
    try:
        today = read_today(os.environ)
        folders = _folders(root)
    except (WrongFoldersError, WrongTodayError) as error:
        print(error, file=sys.stderr)
        return USAGE
    return sign(folders, today, print, _asking(options), only_show=options.toon)


def _qr(options: argparse.Namespace) -> int:
    typed = {key: getattr(options, key) for key in TRANSFER_KEYS if getattr(options, key) is not None}
    if bool(options.doel) == bool(typed):
        print(_CHOOSE, file=sys.stderr)
        return USAGE
    root = _root(options)
    if root is None:
        return USAGE
    try:
        folders = _folders(root)
        has_project = (folders.root / folders.facts).is_dir()
        site = load_site(folders, read_today(os.environ)).site if has_project else None
        if options.doel:
            kind = CodeKind.PAYMENT if options.soort == "bank" else CodeKind.ADDRESS
            printed = wanted_goal(site, options.doel, kind)
        else:
            printed = wanted_transfer(typed)
            check_account(printed, site)
        if options.payload:
            print(printed.payload)
            return OK
        return make_code(printed, Path(options.uitvoer) if options.uitvoer else None, print)
    except (WrongFoldersError, WrongTodayError) as error:
        print(error, file=sys.stderr)
        return USAGE
    except WrongCodeError as error:
        print(error, file=sys.stderr)
        return MISTAKES


def _root(options: argparse.Namespace) -> Path | None:
    """The folder of the project; None when it is not there, which is then said."""
    root = Path(options.map)
    if root.is_dir():
        return root.resolve()
    print(_NO_FOLDER.format(options.map), file=sys.stderr)
    return None


def _folders(root: Path) -> Folders:
    settings = read_settings(root)
    return read_folders(os.environ, root, settings.content, settings.site)


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
                (folder / f"{name}.json").write_text(_dump(schema), "utf-8", newline="\n")
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
