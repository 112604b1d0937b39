"""What can go wrong around a build and is no bug: said in a sentence, with what became of the site."""

from __future__ import annotations

from burgerbaan.crew import WorkerLostError, WrongWorkersError
from burgerbaan.disk import reason_of
from burgerbaan.pdf import NoPdfError
from burgerbaan.switches import WrongSwitchError
from burgerbaan.today import WrongTodayError
from burgerbaan.turn import TakenError
from burgerbaan.whereabouts import WrongFoldersError

KEPT = "De site is niet gebouwd; de vorige staat er nog."
HALFWAY = "De voorvertoning is niet af. Sla daarna nog een keer op."
_TAKEN = "Er wordt al gebouwd in deze map. Wacht tot dat klaar is en bouw dan opnieuw."
_LOST = "Een deel van het werk is halverwege gestopt, misschien omdat het geheugen vol was. Bouw nog een keer."
_DEEP = "pagina zit te veel in elkaar. Maak de indeling platter, bijvoorbeeld een lijst zonder lijsten erin."

FAILURES = (
    WorkerLostError,
    TakenError,
    OSError,
    NoPdfError,
    WrongFoldersError,
    WrongSwitchError,
    WrongTodayError,
    WrongWorkersError,
)


def format_failure(error: BaseException, place: str, ending: str = KEPT) -> str:
    """The sentence of one of FAILURES; `place` is where it went wrong when the system does not say, and `ending` tells
    what became of the site."""
    if isinstance(error, WorkerLostError):
        return f"{_LOST} {ending}"
    if isinstance(error, TakenError):
        return _TAKEN
    if isinstance(error, OSError):
        return f"{error.filename or place}: {reason_of(error)} {ending}"
    return f"{error} {ending}" if isinstance(error, NoPdfError) else str(error)


def format_unforeseen(error: BaseException, page: str = "") -> str:
    """The sentence of whatever stops MkDocs; `page` is the one of `content/` that it was reading, if any."""
    if isinstance(error, OSError):
        return format_failure(error, "De schijf")
    if isinstance(error, RecursionError):
        return f"content/{page}:1:1: Op deze {_DEEP}" if page else f"Op een {_DEEP}"
    what = f"{type(error).__name__}: {' '.join(str(error).split())}"
    return f"Het bouwen is gestopt ({what}). Draai je laatste wijziging terug, of meld dit bij de makers van de site."
