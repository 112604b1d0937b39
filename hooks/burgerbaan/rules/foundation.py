"""What the foundation must publish as an ANBI: all of it before the site goes to the public; a reminder until then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic.fields import FieldInfo

from burgerbaan.blocks import uses_in
from burgerbaan.dutch import format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.examples import example_for, format_example
from burgerbaan.model.foundation import Account, Document, Foundation
from burgerbaan.model.record import Part
from burgerbaan.problems import START, Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.placeholders import is_placeholder
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.text import load_text

PAGE = "anbi/index.md"
"""Where it stands. The tax office keeps the address, so it never changes."""

_LAST_MONTH, _REMINDER_MONTH = 6, 4
"""An account is due within six months after its year; three months before that a reminder comes."""

_ITEMS = (
    ("rsin", ("rsin",)),
    ("contact", ("address", "contact")),
    ("doel", ("purpose",)),
    ("beleidsplan", ("policy", "policy_document")),
    ("bestuur", ("board",)),
    ("beloning", ("pay_policy",)),
    ("verslag", ("activities", "activities_document")),
)
"""Items by the key to add, and the fields of which one will do. The name no record is without; accounts have years."""

_UNJUDGED = ("opmerking", "pagina", "datum")
"""Keys of texts that the law does not ask for, or that are no prose."""


class Owed(NamedTuple):
    """An annual account that is not there: of which year, and whether its time has passed."""

    year: int
    is_late: bool


def check_foundation(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Documents that are not what they should be, a page that does not show the items, an account to make soon."""
    foundation = site.foundation
    if foundation is None:
        return
    for location, document in foundation.documents():
        yield from _check_document(site, folders, places, (foundation.path, location), document)
    yield from _check_page(site, folders)
    owed = owed_account(foundation, site.today)
    if owed and not owed.is_late:
        yield _account_problem(foundation, places, Kind.ANNUAL_DUE, owed)


def check_public_foundation(site: Site, places: Places) -> Iterator[Problem]:
    """Everything that keeps the site from the public, one by one."""
    foundation = site.foundation
    if foundation is None:
        if site.donation and site.donation.account:
            path = f"{site.donation.path.rpartition('/')[0]}/stichting.yml"
            yield problem(path, START, Kind.FOUNDATION_MISSING, example="naam: Stichting Voorbeeld")
        return
    for key, location, info in _missing(foundation):
        position = places.find(foundation.path, location)
        words = {"field": key, "help": info.description, "example": _example(key, info)}
        yield problem(foundation.path, position, Kind.ANBI_MISSING, **words)
    for location, text in _placeholders(foundation):
        position = places.find(foundation.path, location)
        yield problem(foundation.path, position, Kind.ANBI_PLACEHOLDER, field=_field(location), value=text)
    owed = owed_account(foundation, site.today)
    if owed and owed.is_late:
        yield _account_problem(foundation, places, Kind.ANNUAL_MISSING, owed)


def remind_foundation(site: Site, places: Places) -> Iterator[Problem]:
    """The same as at most two reminders, while the site is not for the public yet."""
    foundation = site.foundation
    if foundation is None:
        return
    wanted = [key for key, _, _ in _missing(foundation)]
    wanted += [str(location[0]) for location, _ in _placeholders(foundation)]
    owed = owed_account(foundation, site.today)
    if owed and owed.is_late and foundation.accounts:
        yield _account_problem(foundation, places, Kind.ANNUAL_DUE, owed)
    elif owed and owed.is_late:
        wanted.append("jaarrekeningen")
    if wanted:
        names = format_list(list(dict.fromkeys(wanted)))
        yield problem(foundation.path, places.find(foundation.path, ()), Kind.ANBI_INCOMPLETE, what=names)


def owed_account(foundation: Foundation, today: date) -> Owed | None:
    """The account that should be there, or soon; of a book year that ends in December, for no other is due later."""
    newest = max((item.year for item in foundation.accounts), default=0)
    first = foundation.first_year or 0
    last = today.year - 1
    is_over = today.month > _LAST_MONTH
    due = last if is_over else last - 1
    if newest < due and first <= due:
        return Owed(due, is_late=True)
    is_near = _REMINDER_MONTH <= today.month <= _LAST_MONTH
    return Owed(last, is_late=False) if is_near and newest < last and first <= last else None


def _missing(foundation: Foundation) -> Iterator[tuple[str, Location, FieldInfo]]:
    """Key, place and declaration of each item that is not there."""
    for key, fields in _ITEMS:
        if not any(getattr(foundation, name) for name in fields):
            yield key, (), _declared(Foundation, key)
    if foundation.is_large and foundation.accounts:
        number, newest = max(enumerate(foundation.accounts), key=lambda pair: pair[1].year)
        if newest.form is None:
            yield "formulier", ("jaarrekeningen", number), _declared(Account, "formulier")


def _declared(model: type[Part], key: str) -> FieldInfo:
    return next(info for info in model.model_fields.values() if info.alias == key)


def _example(key: str, info: FieldInfo) -> str:
    return f"{key}: {format_example(example_for(info))}"


def _placeholders(foundation: Foundation) -> Iterator[tuple[Location, str]]:
    for location, text in texts_in(foundation):
        if not {location[0], location[-1]} & set(_UNJUDGED) and is_placeholder(text):
            yield location, text


def _field(location: Location) -> str:
    return next(step for step in reversed(location) if isinstance(step, str))


def _account_problem(foundation: Foundation, places: Places, kind: Kind, owed: Owed) -> Problem:
    location = ("jaarrekeningen",) if foundation.accounts else ()
    position = places.find(foundation.path, location, key=True)
    return problem(foundation.path, position, kind, year=owed.year, next=owed.year + 1)


def _check_document(
    site: Site, folders: Folders, places: Places, place: tuple[str, Location], document: Document
) -> Iterator[Problem]:
    path, location = place
    day, page = places.find(path, (*location, "datum")), places.find(path, (*location, "pagina"))
    if document.day > site.today.isoformat()[: len(document.day)]:
        yield problem(path, day, Kind.DOCUMENT_AHEAD, value=document.day)
    elif isinstance(document, Account) and document.year > site.today.year:
        yield problem(path, places.find(path, (*location, "jaar")), Kind.DOCUMENT_AHEAD, value=document.year)
    elif isinstance(document, Account) and int(document.day[:4]) < document.year:
        yield problem(path, day, Kind.DOCUMENT_EARLY, value=document.day, year=document.year)
    what = _what_is_wrong(site, folders, document.page)
    if what:
        yield problem(path, page, Kind.DOCUMENT_BROKEN, value=document.page, what=what)


def _what_is_wrong(site: Site, folders: Folders, page: str) -> str:
    if page.endswith(".md") or page not in site.documents:  # a page that is not there is told elsewhere
        return ""
    if not page.endswith(".pdf"):
        return "geen pagina (.md) en geen pdf"
    try:
        data = (folders.root / folders.content / page).read_bytes()
    except OSError:
        return "niet te lezen"
    if not data.strip():
        return "leeg"
    if not data.startswith(b"%PDF-"):
        return "van binnen geen pdf"
    return "" if b"%%EOF" in data[-1024:] else "niet compleet"


def _check_page(site: Site, folders: Folders) -> Iterator[Problem]:
    if site.has_page(PAGE):
        path = f"{folders.content}/{PAGE}"
        text, problems = load_text(folders.root, path)
        if not problems and not any(use.name == "anbi" for use in uses_in(text)):
            yield problem(path, START, Kind.ANBI_BLOCK)
