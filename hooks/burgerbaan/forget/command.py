"""`python -m burgerbaan forget`: show, ask, take away, and tell what is left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from burgerbaan.disk import reason_of
from burgerbaan.forget.plan import Plan, Removal
from burgerbaan.forget.removing import remove
from burgerbaan.forget.report import format_elsewhere, format_plan, printable
from burgerbaan.forget.search import make_plan
from burgerbaan.source.settings import read_settings
from burgerbaan.turn import TakenError, Turn
from burgerbaan.whereabouts import built_folders, read_folders

DONE, LEFT = 0, 1
QUESTION = "Typ ja om dit te doen: "
_NOTHING = "Er is niets weggehaald."
_NOT_YET = (
    "Nog niet klaar: bovenaan staat wat je zelf doet. Typ deze opdracht daarna nog een keer; "
    "die zegt dan of er nog een spoor is."
)
_TAKEN = f"Er wordt nu gebouwd in deze map. Wacht tot dat klaar is. {_NOTHING}"

Say = Callable[[str], None]
Ask = Callable[[], str]


def forget(
    typed: str, root: Path, environment: Mapping[str, str], say: Say, ask: Ask | None, *, only_show: bool = False
) -> int:
    """Forget one person; 0 when all is done, 1 when something is left to do.

    `ask` gives what somebody answers to the question, None when nobody can answer; `only_show` takes nothing away.
    Raises WrongNameError and WrongFoldersError, with a sentence for the editor.
    """
    settings = read_settings(root)
    plan = make_plan(typed, read_folders(environment, root, settings.content, settings.site), settings)
    _tell(format_plan(plan), say)
    if only_show:
        _tell(format_elsewhere(plan), say)
        return DONE
    if plan.removals and not _is_agreed(ask, say):
        return LEFT
    code = _with_turn(plan, built_folders(root / settings.site)[0], root, say)
    if code is None:
        return LEFT
    _tell(format_elsewhere(plan), say)
    say("")
    if plan.mentions or plan.left:
        say(_NOT_YET)
    return code or (LEFT if plan.mentions or plan.left else DONE)


def _tell(lines: Iterable[str], say: Say) -> None:
    for line in lines:
        say(printable(line))


def _is_agreed(ask: Ask | None, say: Say) -> bool:
    if ask is None:
        say(f"\n{_NOTHING} Wil je dit echt? Doe de opdracht opnieuw met --ja erachter.")
        return False
    if ask().strip().casefold() == "ja":
        return True
    say(_NOTHING)
    return False


# A build that is under way would write back what goes now.
def _with_turn(plan: Plan, site: Path, root: Path, say: Say) -> int | None:
    turn = Turn(site) if site.parent.is_relative_to(os.path.realpath(root)) and site.parent.is_dir() else None
    try:
        if turn:
            turn.take()
    except TakenError:
        say(_TAKEN)
        return None
    except OSError:  # where nobody can write, nobody is building
        pass
    try:
        return max([_take_away(item, say) for item in plan.removals], default=DONE)
    finally:
        if turn:
            turn.give_back()


def _take_away(removal: Removal, say: Say) -> int:
    kept = list(remove(removal))
    for place, error in kept:
        say(printable(f"{place} kan niet weg: {reason_of(error)} Haal het zelf weg."))
    if not kept:
        say(printable(f"Weg: {removal.shown}"))
    return LEFT if kept else DONE
