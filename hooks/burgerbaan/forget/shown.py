"""Where a built site shows somebody: the addresses that search engines and archives ask for."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.cache import FOLDER
from burgerbaan.forget.mentions import speaks_of
from burgerbaan.forget.people import entries_of, text_of
from burgerbaan.forget.plan import Person
from burgerbaan.model.consent import Crop
from burgerbaan.photos import PhotoError, look_at
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import Settings
from burgerbaan.source.strict_yaml import parse
from burgerbaan.whereabouts import built_folders

_TEXTS = (".html", ".json", ".js", ".xml", ".csv", ".ics", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Shown:
    """Full addresses of pages and pictures, and the folders in which there is something of this person."""

    addresses: tuple[str, ...] = ()
    places: frozenset[Path] = frozenset()

    @property
    def has_any(self) -> bool:
        return bool(self.places)


def shown_of(
    folders: Folders, settings: Settings, person: Person, others: Collection[str], photos: Iterable[Path]
) -> Shown:
    """What a built site and the cache hold of somebody; `photos` are originals of nobody else."""
    addresses: list[str] = []
    places: set[Path] = set()
    url, _ = _site(folders, settings)
    for built in built_folders(folders.root / settings.site):
        found = [path for path in _texts(built) if speaks_of(text_of(built / path), person, others)]
        found += [path for photo in photos for path in _drawn(photo) if (built / path).is_file()]
        if found:
            places.add(built)
            addresses += [f"{url}/{path.removesuffix('index.html')}" for path in found]
    needles = [text.encode() for text in (f"/{person.slug}.yml", f"/{person.slug}/", person.name) if len(text) > 2]
    if any(_holds(place, needles) for place in entries_of(folders.root / FOLDER)):
        places.add(folders.root / FOLDER)
    return Shown(tuple(sorted(set(addresses))), frozenset(places))


def address_of(folders: Folders, settings: Settings, person: Person) -> str:
    """The full address of somebody's own page, built or not."""
    url, path = _site(folders, settings)
    return f"{url}/{path}/{person.slug}/"


def _site(folders: Folders, settings: Settings) -> tuple[str, str]:
    """The address of the site and the folder of people in it, as far as the programme can be read."""
    text = text_of(folders.root / folders.facts / "programma.yml")
    value, _ = parse("", text)
    found = value if isinstance(value, dict) else {}
    people = found.get("deelnemers")
    path = people.get("pad") if isinstance(people, dict) else None
    guess = re.search(r"^ +pad: *([a-z0-9-]+)", text, re.M)
    url = found.get("url")
    address = url if isinstance(url, str) else settings.url
    return address.rstrip("/"), path if isinstance(path, str) else guess[1] if guess else "burgerbaners"


def _texts(built: Path) -> Iterator[str]:
    for folder, inside, files in os.walk(built):
        inside[:] = [name for name in inside if not name.startswith(".")]
        for file in files:
            if file.endswith(_TEXTS):
                yield Path(folder, file).relative_to(built).as_posix()


def _drawn(photo: Path) -> Iterator[str]:
    """Every file that the site can have made of a photo."""
    for crop in Crop:
        try:
            shot = look_at(photo.name, photo.read_bytes(), crop)
        except (OSError, PhotoError):
            continue
        for _, files in shot.sources:
            yield from (path for path, _ in files)


def _holds(place: Path, needles: Collection[bytes]) -> bool:
    try:
        data = place.read_bytes()
    except OSError:
        return False
    return any(needle in data for needle in needles)
