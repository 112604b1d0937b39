"""Looking through a project for everything of one person."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from burgerbaan.cache import FOLDER
from burgerbaan.dutch import format_list
from burgerbaan.forget.history import histories_of
from burgerbaan.forget.mentions import is_named_after, is_named_in, mentions_in
from burgerbaan.forget.people import Card, cards_in, entries_of, find_person, homes, refuse_folder, text_of
from burgerbaan.forget.plan import History, Mention, Person, Plan, Removal, WrongNameError, cleaned_name
from burgerbaan.forget.shown import Shown, address_of, shown_of
from burgerbaan.source.folders import PROFILES, Folders
from burgerbaan.source.settings import Settings
from burgerbaan.traces.paper import read_paper
from burgerbaan.whereabouts import VARIABLE, built_folders

_SAFE_HIDDEN = ".well-known"
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of an office and other packed files start."""
_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True)
class Search:
    """One person, and the project to look through."""

    folders: Folders
    settings: Settings
    cards: tuple[Card, ...]
    person: Person

    @cached_property
    def mine(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.slug == self.person.slug)

    @cached_property
    def theirs(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.slug != self.person.slug)

    @cached_property
    def others(self) -> frozenset[str]:
        """File names of other people."""
        return frozenset(card.slug.casefold() for card in self.theirs)

    @cached_property
    def photos(self) -> tuple[tuple[str, Path], ...]:
        """Every photo that lies with the profiles, by its path as an editor knows it."""
        return tuple(
            (f"{home}/fotos/{place.name}", place)
            for home in homes(self.folders)
            for place in sorted(entries_of(self.folders.root / home / "fotos"))
            if place.is_symlink() or not place.is_dir()
        )

    def is_of_others(self, file: str) -> bool:
        """Whether somebody else's profile names a photo."""
        return any(is_named_in(file, card.text) for card in self.theirs)

    def may_go(self, place: Path) -> bool:
        """Whether a file or folder really lies in the project, or in the folder of profiles that somebody chose."""
        parent = Path(os.path.realpath(place.parent))
        root, chosen = self.folders.root, self.folders.profiles
        allowed = [root] if chosen == PROFILES else [root, root / chosen]
        return any(parent.is_relative_to(os.path.realpath(folder)) for folder in allowed)


def make_plan(typed: str, folders: Folders, settings: Settings) -> Plan:
    """Everything of the person with that name.

    Raises WrongNameError when it can be no name, or is the name of nobody of whom there is a trace, or of several.
    """
    name = cleaned_name(typed)
    cards = cards_in(folders)
    if all(card.slug != name for card in cards):
        refuse_folder(name, folders)
    search = Search(folders, settings, cards, find_person(name, cards))
    removals, left = _removals(search)
    gone = {item.place for item in removals}
    shown = shown_of(folders, settings, search.person, search.others, gone)
    plan = Plan(
        search.person,
        removals,
        left,
        tuple(sorted(_mentions(search, gone), key=lambda item: (item.path, item.line, item.column))),
        _histories(search, [item.place for item in removals]),
    )
    if plan.is_empty and not shown.has_any:
        raise WrongNameError(_nobody(name, cards, folders))
    built, built_left = _built(search, shown)
    addresses = (address_of(folders, settings, search.person), *shown.addresses)
    return replace(
        plan,
        removals=(*removals, *built),
        left=(*left, *built_left, *_unread(folders, gone)),
        addresses=tuple(dict.fromkeys(addresses)),
    )


def _nobody(name: str, cards: Sequence[Card], folders: Folders) -> str:
    slugs = sorted({card.slug for card in cards})
    near = get_close_matches(name.casefold(), slugs, 1, 0.6)
    advice = f"Bedoel je '{near[0]}'?" if near else f"Kies uit: {format_list(slugs)}." if slugs else ""
    where = f"Staan de profielen in een andere map? Zet dan {VARIABLE}."
    return " ".join((f"Er is niemand met de naam '{name}' in {folders.profiles}/, en ook geen spoor.", advice, where))


def _removals(search: Search) -> tuple[tuple[Removal, ...], tuple[str, ...]]:
    """Profile and photos, and what of those stays with the reason."""
    found: list[Removal] = []
    left: list[str] = []
    wanted = [(card.shown, card.place, "het profiel") for card in search.mine]
    for path, place in search.photos:
        if any(is_named_in(place.name, card.text) for card in search.mine):
            if search.is_of_others(place.name):
                who = ", ".join(card.shown for card in search.theirs if is_named_in(place.name, card.text))
                left.append(
                    f"{path} blijft: {who} gebruikt deze foto ook. Staat deze persoon erop? Haal haar zelf weg."
                )
            else:
                wanted.append((path, place, "de foto"))
    for path, place, why in wanted:
        if not search.may_go(place):
            left.append(f"{path} ligt buiten het project: {os.path.realpath(place)}. Haal dat zelf weg.")
            continue
        if place.is_symlink():
            left.append(
                f"{path} is een verwijzing. Het bestand zelf blijft: {os.path.realpath(place)}. Haal dat zelf weg."
            )
        found.append(Removal(place, path, why))
    return tuple(found), tuple(left)


def _built(search: Search, shown: Shown) -> tuple[list[Removal], list[str]]:
    """The cache and the built site as a whole: nobody can be sure what in them is of whom.

    Of somebody whose profile went before, they go only when there is something in them.
    """
    found: list[Removal] = []
    left: list[str] = []
    root = search.folders.root
    again = "de volgende keer bouwen maakt dit opnieuw"
    wanted = [(root / FOLDER, FOLDER, f"oude gegevens; {again}")]
    wanted += [
        (place, _from(place, root), f"de gebouwde site; {again}")
        for place in built_folders(root / search.settings.site)
    ]
    for place, path, why in wanted:
        if not os.path.lexists(place) or not (search.mine or place in shown.places):
            continue
        if place.is_symlink() or not search.may_go(place) or _holds_content(place, search.folders):
            real = os.path.realpath(place)
            left.append(f"{path}/ blijft, want het ligt niet op een eigen plek in het project: {real}. Kijk daar zelf.")
            continue
        keeps = tuple(sorted(item.name for item in entries_of(place) if _is_kept(item.name, place, root)))
        if keeps:
            left.append(f"In {path}/ blijft {', '.join(keeps)}. Dat kan oude pagina's bevatten; kijk zelf.")
        found.append(Removal(place, f"{path}/" if place.is_dir() else path, why, keeps))
    return found, left


# Whoever publishes from the built folder with git has that repository in it.
def _is_kept(name: str, place: Path, root: Path) -> bool:
    return name.startswith(".") and name != _SAFE_HIDDEN and place != root / FOLDER


def _holds_content(place: Path, folders: Folders) -> bool:
    real = Path(os.path.realpath(place))
    sources = (folders.content, folders.vacancies, *homes(folders), "hooks", ".git", *_SETTINGS)
    kept = [Path(os.path.realpath(folders.root / name)) for name in sources]
    return any(item.is_relative_to(real) or real.is_relative_to(item) for item in kept)


def _from(place: Path, root: Path) -> str:
    real = Path(os.path.realpath(root))
    return place.relative_to(real).as_posix() if place.is_relative_to(real) else place.as_posix()


def _mentions(search: Search, gone: set[Path]) -> Iterator[Mention]:
    copies = {_digest(place) for _, place in search.photos if place in gone} - {""}
    sizes = {place.stat().st_size for _, place in search.photos if place in gone and place.is_file()}
    for path, place in _sources(search.folders):
        if place in gone:
            continue
        is_named = is_named_after(path, search.person, search.others)
        if is_named and not (place.parent.name == "fotos" and search.is_of_others(place.name)):
            yield Mention(path, 1, 1, "(de naam van dit bestand)")
        if sizes and place.stat().st_size in sizes and _digest(place) in copies:
            yield Mention(path, 1, 1, "(dit is dezelfde foto)")
        if path.lower().endswith(".pdf"):
            paper = read_paper(_bytes(place))
            if paper and any(mentions_in(path, paper.text, search.person, search.others)):
                yield Mention(path, 1, 1, "(in deze pdf)")
        else:
            yield from mentions_in(path, text_of(place), search.person, search.others)


def _unread(folders: Folders, gone: set[Path]) -> Iterator[str]:
    """Files that may speak of anybody, and that only a person can read."""
    for path, place in _sources(folders):
        data = _bytes(place) if place not in gone else b""
        if data.startswith(_PACKED) or (path.lower().endswith(".pdf") and data and read_paper(data) is None):
            yield f"{path} kan deze opdracht niet lezen. Open het zelf, en kijk of deze persoon erin staat."


def _sources(folders: Folders) -> Iterator[tuple[str, Path]]:
    """Every file that people made, hidden ones too; symlinks are not followed."""
    for name in dict.fromkeys((folders.content, folders.vacancies, *homes(folders))):
        for folder, inside, files in os.walk(folders.root / name):
            inside[:] = sorted(item for item in inside if item != ".git")
            below = Path(folder).relative_to(folders.root / name).as_posix()
            for file in sorted(files):
                place = Path(folder, file)
                if place.is_file() and not place.is_symlink():
                    yield f"{name}/{file}" if below == "." else f"{name}/{below}/{file}", place
    for name in _SETTINGS:
        if (folders.root / name).is_file():
            yield name, folders.root / name


def _bytes(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:
        return b""


def _digest(place: Path) -> str:
    data = _bytes(place)
    return sha256(data).hexdigest() if data else ""


def _histories(search: Search, places: Sequence[Path]) -> tuple[History, ...]:
    root = search.folders.root
    wanted = {root / home: (root / home / f"{search.person.slug}.yml", *places) for home in homes(search.folders)}
    albums = {folder: folder / "fotos" for folder in wanted}
    used = [place.name for _, place in search.photos if search.is_of_others(place.name)]
    return histories_of({**wanted, root: places}, {**albums, root: root / "profiles/fotos"}, used)
