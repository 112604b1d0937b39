"""Blocks in Markdown pages: `{{ name argument }}`, replaced by components after Markdown has been rendered.

The table here is the one declaration: loading checks arguments with it, the renderer looks its names up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from burgerbaan.dutch import format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.happenings import EventKind
from burgerbaan.model.programme import Theme
from burgerbaan.site import Site

BLOCK = re.compile(r"\{\{\s*([a-z-]+)(?:\s+([^{}]*?))?\s*\}\}")


CARDS = "kaartjes"
"""What `print` takes for only the cards of a page, which are written as `!!! kaartje`."""


class Argument(Enum):
    """What a block takes."""

    NONE = auto()
    COUNT = auto()
    EVENTS = auto()
    THEME = auto()
    BUTTON = auto()
    PRINT = auto()
    RECORD = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of block."""

    argument: Argument = Argument.NONE
    records: str = ""
    is_inline: bool = False


BLOCKS: Mapping[str, Block] = {
    "contact": Block(Argument.THEME),
    "stappen": Block(Argument.RECORD, "steps"),
    "stroomschema": Block(Argument.RECORD, "steps"),
    "keuzehulp": Block(Argument.RECORD, "decisions"),
    "schema": Block(Argument.RECORD, "drawings"),
    "tabel": Block(Argument.RECORD, "tables"),
    "vragen": Block(Argument.RECORD, "questions"),
    "citaten": Block(Argument.RECORD, "quotes"),
    "makkelijk": Block(Argument.RECORD, "easy_texts"),
    "bericht": Block(Argument.RECORD, "messages"),
    "tijdlijn": Block(Argument.RECORD, "timelines"),
    "cijfer": Block(Argument.RECORD, "figures", is_inline=True),
    "bron": Block(Argument.RECORD, "sources", is_inline=True),
    "knop": Block(Argument.BUTTON),
    "regels": Block(Argument.COUNT),
    "vacatures": Block(Argument.COUNT),
    "deelnemers": Block(Argument.COUNT),
    "agenda": Block(Argument.EVENTS),
    "nieuws": Block(Argument.COUNT),
    "print": Block(Argument.PRINT),
    "invulblad": Block(),
    "ingangen": Block(),
    "mijnplan": Block(),
    "mijnplan-pen": Block(),
    "urenbriefje": Block(),
    "vacaturebank": Block(),
    "organisatielijst": Block(),
    "deelnemerslijst": Block(),
    "talentenpool": Block(),
    "verhalen": Block(),
    "agendalijst": Block(),
    "nieuwslijst": Block(),
    "sponsorlijst": Block(),
    "doelen": Block(),
    "giftformulier": Block(),
    "anbi": Block(),
    "bedragen": Block(),
    "grens": Block(is_inline=True),
    "plekkosten": Block(),
    "factsheets": Block(),
    "rollen": Block(),
    "wie-doet-wat": Block(),
    "vuistregels": Block(),
    "begrippen": Block(),
    "bronnen": Block(),
    "tips": Block(),
    "testblad": Block(),
    "leespanel": Block(),
    "routekaart": Block(),
    "gesprekken": Block(),
    "gespreksthemas": Block(),
    "spoorboekje": Block(),
    "werkvormen": Block(),
    "contactvinder": Block(),
    "redactie": Block(),
    "insluiten": Block(),
    "opendata": Block(),
    "talen": Block(),
}


@dataclass(frozen=True, slots=True)
class Use:
    """One block as it stands in a page."""

    name: str
    argument: str
    start: int
    is_alone: bool

    @property
    def text(self) -> str:
        """As an editor writes it, with one space between its parts."""
        return f"{{{{ {f'{self.name} {self.argument}'.rstrip()} }}}}"


def uses_in(markdown: str) -> Iterator[Use]:
    """All blocks of a Markdown text, in order."""
    for found in BLOCK.finditer(markdown):
        before, after = markdown[: found.start()], markdown[found.end() :]
        is_alone = re.search(r"(?:^|\n[ ]*\n)[ ]*\Z", before) and re.match(r"[ ]*(?:\n[ ]*(?:\n|\Z)|\Z)", after)
        yield Use(found[1], found[2] or "", found.start(), is_alone is not None)


def split_button(argument: str) -> tuple[str, str]:
    """Page and label of `knop meedoen/index.md | Doe mee`."""
    page, _, label = argument.partition("|")
    return page.strip(), label.strip()


def split_events(argument: str) -> tuple[int, tuple[EventKind, ...]]:
    """How many, and of which kinds, in `agenda 3 workshop intervisie`; no kind is every kind."""
    count, *kinds = argument.split()
    return int(count), tuple(map(EventKind, kinds))


def what_is_wrong(use: Use, site: Site) -> tuple[Kind, dict[str, str]] | None:
    """The kind of problem with a block and the words for its sentence, or None."""
    block = BLOCKS.get(use.name)
    if block is None:
        near = get_close_matches(use.name, BLOCKS, 1, 0.6)
        if near:
            return Kind.BLOCK_UNKNOWN_SUGGEST, {"value": use.name, "suggestion": near[0]}
        return Kind.BLOCK_UNKNOWN, {"value": use.name, "choices": format_list(list(BLOCKS), 60)}
    if not block.is_inline and not use.is_alone:
        return Kind.BLOCK_ALONE, {"value": use.name}
    advice = _advice(block, use.argument, site)
    if advice:
        shown = f": '{use.argument}'" if use.argument else ""
        return Kind.BLOCK_ARGUMENT, {"block": use.name, "value": shown, "advice": advice}
    return None


def _advice(block: Block, argument: str, site: Site) -> str:
    """What the editor should write instead; '' when the argument is right."""
    if block.argument in _ADVICE:
        return _ADVICE[block.argument](argument)
    if block.argument is Argument.BUTTON:
        page, label = split_button(argument)
        return "" if site.has_page(page) and label else f"Schrijf een pagina van {site.content}/, dan | en de tekst."
    names = getattr(site, block.records)
    return (
        ""
        if site.knows(block.records, argument)
        else f"Kies uit: {format_list(sorted(names)) or '(er is er nog geen)'}."
    )


def _nothing(argument: str) -> str:
    return "" if not argument else "Haal het weg; dit blok staat alleen."


def _count(argument: str) -> str:
    return "" if re.fullmatch(r"[1-9]\d?", argument) else "Zet er een getal van 1 tot 99."


def _events(argument: str) -> str:
    count, *kinds = argument.split() or [""]
    if not _count(count) and all(kind in [*EventKind] for kind in kinds):
        return ""
    return f"{_count('')} Wil je één soort, zet die er dan achter: {format_list(list(EventKind))}."


def _theme(argument: str) -> str:
    return "" if argument in [*Theme] else f"Kies uit: {format_list(list(Theme))}."


def _print(argument: str) -> str:
    return "" if argument in ("", CARDS) else f"Laat het leeg voor de hele pagina, of zet er: {CARDS}."


_ADVICE: Mapping[Argument, Callable[[str], str]] = {
    Argument.NONE: _nothing,
    Argument.COUNT: _count,
    Argument.EVENTS: _events,
    Argument.THEME: _theme,
    Argument.PRINT: _print,
}
"""For what can be judged without the site."""
