"""What an editor reads: a problem with its place, and the lines that close a check, a build or a preview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from burgerbaan.addresses import EVENTS, HOSTS, NEWS, VACANCIES
from burgerbaan.gone import Gone
from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, errors_in
from burgerbaan.sentences import SENTENCES
from burgerbaan.typed import COMMAND

_ADVICE_GONE = {
    "": "Kwam er iets voor in de plaats? Zet daar: vroeger: [{name}.md].",
    VACANCIES: (
        "Is de vacature dicht? Zet het bestand terug, met: status: gesloten. Kwam er iets voor in de plaats?"
        " Zet daar: vroeger: [{name}]."
    ),
    **dict.fromkeys((HOSTS, EVENTS, NEWS), "Kwam er iets voor in de plaats? Zet daar: vroeger: [{name}]."),
}
"""By the folder of a page that is no longer there."""


def format_problem(item: Problem) -> str:
    """`path:line:column: sentence`."""
    return f"{_one_line(item.path)}:{item.line}:{item.column}: {format_sentence(item)}"


def format_sentence(item: Problem) -> str:
    """The Dutch sentence of a problem, on one line."""
    sentence = SENTENCES[item.kind].format_map({name: _one_line(word) for name, word in item.words})
    return re.sub(r"  +", " ", sentence).strip()


def _one_line(word: str) -> str:
    shown = "".join(char if char.isprintable() else "·" for char in word)
    return shown if len(shown) <= 900 else shown[:899] + "…"


def format_reminders(problems: Iterable[Problem], most: int = 5) -> Iterator[str]:
    """What needs an editor's eye: of each kind the first few, and how many more there are."""
    kinds: dict[Kind, list[Problem]] = {}
    for item in problems:
        if item.is_reminder:
            kinds.setdefault(item.kind, []).append(item)
    for items in kinds.values():
        yield from map(format_problem, items[:most])
        if len(items) > most:
            yield f"En nog {len(items) - most} keer zoiets. Alles zien: {COMMAND} check"


def format_gone(pages: Sequence[Gone], most: int = 5) -> Iterator[str]:
    """Pages that the previous site had, and what to do for who kept their address; nothing when all are there."""
    for page in pages[:most]:
        advice = _ADVICE_GONE.get(page.folder, _ADVICE_GONE[""]).format(name=page.name)
        yield f"/{page.url} is er niet meer; wie dat adres bewaarde, vindt niets. {advice} Anders doe je niets."
    if len(pages) > most:
        yield f"En nog {len(pages) - most} pagina's die er niet meer zijn."


def format_leaks(leaks: Sequence[Problem], most: int = 20, *, is_preview: bool = False) -> Iterator[str]:
    """What stands in the finished site and may not be public, and what became of that site; nothing without leaks."""
    yield from map(format_problem, leaks[:most])
    if len(leaks) > most:
        yield f"En nog {len(leaks) - most} keer zoiets."
    if leaks:
        kept = "De nieuwe site is niet gepubliceerd; de vorige staat er nog."
        yield f"Dit mag niet naar buiten. {'Nu zie alleen jij het; haal het eerst weg.' if is_preview else kept}"


def format_summary(problems: Sequence[Problem], *, serving: bool = False, checking: bool = False) -> str:
    """The closing line: how many mistakes in how many files, and what it means for the site."""
    errors = errors_in(problems)
    if not errors:
        return "Geen fouten gevonden."
    files = len({item.path for item in errors})
    count = f"{len(errors)} fout{'en' if len(errors) != 1 else ''} in {files} bestand{'en' if files != 1 else ''}."
    if checking:
        return count
    if serving:
        return f"{count} Wat goed is, zie je; wat niet, blijft zoals het was tot de fouten weg zijn."
    return f"{count} De site is niet gebouwd; de vorige staat er nog."


def format_built(summary: str, count: int, kept: int, seconds: float) -> str:
    """The closing line of a build: of how many records it made how many files, and how many were there already."""
    same = f", waarvan {kept} al klaar" if kept else ""
    took = f"{seconds:.1f}".replace(".", ",")
    return f"{summary}; {count} bestanden{same}, in {took} s."
