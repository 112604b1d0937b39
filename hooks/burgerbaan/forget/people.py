"""Whom a name belongs to: profiles as they lie on disk, right or broken."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.dutch import format_list
from burgerbaan.forget.plan import Person, WrongNameError
from burgerbaan.model.fields import slug_from
from burgerbaan.source.folders import PROFILES, Folders
from burgerbaan.typed import COMMAND
from burgerbaan.unread import name_in

_COMMON = re.compile(r"^naam_van_meer *: *true\b", re.M)


@dataclass(frozen=True, slots=True)
class Card:
    """A file of somebody: a profile, or what an editor's program left beside it."""

    slug: str
    shown: str
    place: Path
    text: str
    name: str


def homes(folders: Folders) -> tuple[str, ...]:
    """Every folder with profiles, also the one in the project that is not read."""
    return tuple(dict.fromkeys((folders.profiles, PROFILES)))


def cards_in(folders: Folders) -> tuple[Card, ...]:
    """All files of people, right or broken."""
    return tuple(card for home in homes(folders) for card in _cards(folders.root / home, home))


def _cards(folder: Path, home: str) -> Iterator[Card]:
    for place in sorted(entries_of(folder)):
        found = re.fullmatch(r"[.#~]*([^.#~].*?)\.ya?ml(\W.*)?", place.name, re.I)
        if found and (place.is_symlink() or not place.is_dir()):
            text = text_of(place)
            yield Card(found[1], f"{home}/{place.name}", place, text, name_in(text))


def entries_of(folder: Path) -> list[Path]:
    """What lies in a folder; nothing when it is not there or may not be opened."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def text_of(place: Path) -> str:
    """What a file holds, with a sign for what cannot be read; '' when it cannot be opened or is no text."""
    try:
        data = place.read_bytes()
    except OSError:
        return ""
    return "" if b"\0" in data else unicodedata.normalize("NFC", data.decode("utf-8-sig", "replace"))


def find_person(typed: str, cards: Iterable[Card]) -> Person:
    """Who is meant by the name of a file, or else by a shown name; nobody's file when there is none.

    Raises WrongNameError when more people than one have that name.
    """
    cards = tuple(cards)
    wanted = unicodedata.normalize("NFC", typed)
    slugs = [card.slug for card in cards if card.slug == wanted]
    slugs = slugs or sorted({card.slug for card in cards if card.name.casefold() == wanted.casefold()})
    slugs = slugs or sorted({card.slug for card in cards if card.slug.casefold() == wanted.casefold()})
    if len(set(slugs)) > 1:
        raise WrongNameError(
            f"Meer mensen heten '{typed}': {format_list(slugs)}. Kies er een en typ die bestandsnaam, "
            f"bijvoorbeeld: {COMMAND} forget {slugs[0]}"
        )
    if not slugs:
        has_latin = any(char.isascii() and char.isalnum() for char in unicodedata.normalize("NFKD", typed))
        return Person(slug_from(typed) if has_latin else typed, typed)
    mine = [card for card in cards if card.slug == slugs[0]]
    name = next((card.name for card in mine if card.name), "")
    same = {card.shown for card in cards if name and card.slug != slugs[0] and card.name.casefold() == name.casefold()}
    is_common = bool(same) or any(_COMMON.search(card.text) for card in mine)
    return Person(slugs[0], name, is_common, tuple(sorted(same)))


def refuse_folder(typed: str, folders: Folders) -> None:
    """Raises WrongNameError when the name is that of a folder, such as the one with photos."""
    for home in homes(folders):
        for name in (typed, f"{typed}.yml"):
            place = os.path.join(folders.root, home, name)
            if os.path.isdir(place):
                raise WrongNameError(f"'{home}/{name}' is een map en geen profiel. Geef de naam van een profiel.")
