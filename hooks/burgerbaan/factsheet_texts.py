"""What stands on a factsheet, before anything is known of its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.dutch import format_and, format_day, format_euro, format_moment
from burgerbaan.model.amounts import Amounts
from burgerbaan.model.factsheet import Factsheet, FactsheetPart
from burgerbaan.model.knowledge import Figure
from burgerbaan.paper import Pieces, address_pieces
from burgerbaan.site import Site
from burgerbaan.ways import Way, ways_to
from burgerbaan.words import Words


@dataclass(frozen=True, slots=True)
class FigureTexts:
    """A figure: the number, what it counts, and of when and whose it is with what else one must know."""

    value: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class AmountsTexts:
    """The amounts of this year, each with its name; none when nobody has filled in this year."""

    title: str
    cells: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class FactsheetTexts:
    """All texts of one sheet, from the top."""

    programme: str
    date: str
    kicker: str
    title: str
    summary: str
    parts: tuple[FactsheetPart, ...]
    figures: tuple[FigureTexts, ...]
    amounts: AmountsTexts | None
    ask: str
    label: str
    ways: tuple[Way, ...]
    scan: str
    address: Pieces
    about: str
    sources: tuple[str, ...]


def factsheet_texts(sheet: Factsheet, site: Site, words: Words) -> FactsheetTexts:
    """Everything that stands on a sheet whose names all exist."""
    figures = [site.figures[name] for name in sheet.figures]
    amounts = amounts_of(site) if sheet.shows_amounts else None
    numbers = _numbers(sheet, figures, amounts)
    channel = site.programme.channel(sheet.contact)
    return FactsheetTexts(
        programme=site.programme.name,
        date=_date(sheet, figures, words),
        kicker=words("factsheet.kicker", audience=sheet.audience),
        title=sheet.title,
        summary=sheet.summary,
        parts=sheet.parts,
        figures=tuple(_figure(figure, numbers, words) for figure in figures),
        amounts=_amounts(site, amounts, numbers, words) if sheet.shows_amounts else None,
        ask=channel.title,
        label=words("example.label") if site.programme.is_example else "",
        ways=tuple(ways_to(channel, words))[:2],
        scan=words("factsheet.scan"),
        address=address_pieces(printed_address(absolute(site, site.pages[sheet.page].url))),
        about=_about(site, words),
        sources=tuple(_sources(site, numbers, words)),
    )


def amounts_of(site: Site) -> Amounts | None:
    """The amounts of the year in which the site is built; those of another year would be taken for this year's."""
    return next((item for item in site.amounts if item.year == site.today.year), None)


def _numbers(sheet: Factsheet, figures: Iterable[Figure], amounts: Amounts | None) -> dict[str, int]:
    """The number of each source, in the order in which a reader meets them."""
    names = [*(figure.source for figure in figures), *([amounts.source] if amounts else []), *sheet.sources]
    return {name: number for number, name in enumerate(dict.fromkeys(names), 1)}


def _date(sheet: Factsheet, figures: Iterable[Figure], words: Words) -> str:
    checked = words("factsheet.checked", day=format_day(sheet.checked))
    days = [format_moment(day) for day in sorted({figure.day for figure in figures})]
    return f"{checked} {words('factsheet.figures_of', days=format_and(days))}" if days else checked


def _figure(figure: Figure, numbers: dict[str, int], words: Words) -> FigureTexts:
    source = words("factsheet.source", number=numbers[figure.source])
    estimate = [words("figure.estimate")] if figure.is_estimate else []
    origin = ", ".join((*estimate, format_moment(figure.day), source))
    return FigureTexts(figure.value, figure.title, f"{origin}. {figure.note or ''}".rstrip())


def _amounts(site: Site, amounts: Amounts | None, numbers: dict[str, int], words: Words) -> AmountsTexts:
    year = site.today.year
    title = words("factsheet.amounts", year=year)
    if amounts is None:
        return AmountsTexts(title, (), words("factsheet.amounts_missing", year=year))
    cells = (
        (words("amounts.hour"), format_euro(amounts.hour)),
        (words("amounts.hour_young"), format_euro(amounts.hour_young)),
        (words("amounts.month"), format_euro(amounts.month)),
        (words("amounts.total"), format_euro(amounts.total)),
    )
    day, number = format_day(amounts.checked), numbers[amounts.source]
    checked = words("factsheet.amounts_checked", day=day, number=number)
    return AmountsTexts(title, cells, f"{words('factsheet.limit')} {words('amounts.note')} {checked}")


def _about(site: Site, words: Words) -> str:
    by = words("frame.by", organiser=site.programme.organiser)
    return f"{by} {words('frame.anbi', foundation=site.foundation.name)}" if site.foundation else by


def _sources(site: Site, numbers: dict[str, int], words: Words) -> Iterator[str]:
    for name, number in numbers.items():
        source = site.sources[name]
        day = format_moment(source.day)
        yield words("factsheet.source_line", number=number, title=source.title, author=source.author, day=day)
