"""`python -m burgerbaan sign`: show what changes about money, ask, and write the signature."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from burgerbaan.disk import reason_of
from burgerbaan.model.donation import Donation
from burgerbaan.model.payment import in_fours
from burgerbaan.model.programme import Programme
from burgerbaan.model.record import Part
from burgerbaan.problems import Problem
from burgerbaan.signature import ADDRESS, FILE, Change, Lines, changes, read_signature, signed_lines, write_signature
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import parse
from burgerbaan.source.text import load_text
from burgerbaan.validation import make_record
from burgerbaan.wording import format_problem

DONE, LEFT = 0, 1
QUESTION = "Heb je dit zelf nagekeken, met een afschrift van de bank erbij? Typ dan ja: "
_MISTAKES = "Er is niets ondertekend. Haal eerst de fouten weg."
_SAME = "Er verandert niets: alles is al ondertekend zoals het nu is."
_NOT = "Er is niets ondertekend."
_EDITED = "De oude ondertekening is met de hand veranderd of niet te lezen. Daarom staat hieronder alles."
_TAKE_CARE = "Controleer adres, naam en rekeningnummer letter voor letter. Hier gaat al het geld heen."
_DONE = "Ondertekend in {file}. Laat iemand anders dit bestand goedkeuren voordat het naar buiten gaat."
_FAILED = "'{file}' kan niet geschreven worden: {reason} Er is niets ondertekend."
_ABSENT = "{path} is er niet. Er is dus niets om te ondertekenen."

M = TypeVar("M", bound=Part)
Say = Callable[[str], None]
Ask = Callable[[str], str]


def sign(folders: Folders, today: date, say: Say, ask: Ask | None, *, only_show: bool = False) -> int:
    """Sign for what `donatie.yml` says now; 0 when it is signed for, 1 when it is not.

    `ask` gives what somebody answers to a question, None when nobody can answer; `only_show` writes nothing.
    """
    path, file = f"{folders.facts}/donatie.yml", f"{folders.facts}/{FILE}"
    if not (folders.root / path).is_file():
        say(_ABSENT.format(path=path))
        return LEFT
    programme, wrong = _read(folders.root, f"{folders.facts}/programma.yml", Programme)
    donation, problems = _read(folders.root, path, Donation)
    if donation is None or programme is None:
        for item in (*problems, *wrong):
            say(format_problem(item))
        say(_MISTAKES)
        return LEFT
    before = _before(folders.root, file, say)
    changed = list(changes(donation, programme.url, before or {}))
    if before is not None and not changed:
        say(_SAME)
        for line in _checked(signed_lines(donation, programme.url)):
            say(line)
        return DONE
    for line in _format(changed, signed_lines(donation, programme.url)):
        say(line)
    if only_show or ask is None or ask(QUESTION).strip().lower() != "ja":
        say(_NOT)
        return LEFT
    return _write(folders.root, file, write_signature(donation, programme.url, today), say)


def _read(root: Path, path: str, model: type[M]) -> tuple[M | None, tuple[Problem, ...]]:
    text, problems = load_text(root, path)
    if problems:
        return None, problems
    value, problems = parse(path, text)
    if problems:
        return None, tuple(problems)
    return make_record(model, value, path, text)


def _before(root: Path, file: str, say: Say) -> Lines | None:
    if not (root / file).is_file():
        return None
    text, problems = load_text(root, file)
    before = None if problems else read_signature(text)
    if before is None:
        say(_EDITED)
    return before


def _format(changed: list[Change], lines: Lines) -> Iterator[str]:
    for change in changed:
        if not change.before:
            yield f"  nieuw      {change.field}: {change.now}"
        elif not change.now:
            yield f"  weg        {change.field}: {change.before}"
        else:
            yield f"  verandert  {change.field}: {change.before}"
            yield f"          in {change.field}: {change.now}"
    yield from _checked(lines)


def _checked(lines: Lines) -> Iterator[str]:
    """What a person must look at, each time."""
    yield ""
    for field in (ADDRESS, "rekening/naam", "rekening/iban"):
        if field in lines:
            yield f"{field}: {in_fours(lines[field]) if field.endswith('iban') else lines[field]}"
    yield _TAKE_CARE


def _write(root: Path, file: str, text: str, say: Say) -> int:
    target = root / file
    fresh = target.with_name(f".{target.name}.nieuw")
    try:
        fresh.write_text(text, "utf-8", newline="\n")
        os.replace(fresh, target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        say(_FAILED.format(file=file, reason=reason_of(error)))
        return LEFT
    say(_DONE.format(file=file))
    return DONE
