"""Reading records out of files: one file at a time, every mistake kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from burgerbaan.kinds import Kind
from burgerbaan.looks import Look, look_at, settled_look
from burgerbaan.misplaced import of_another_kind
from burgerbaan.model.collections import Collection, Shape
from burgerbaan.model.examples import first_line
from burgerbaan.model.fields import is_slug, slug_from
from burgerbaan.model.record import Part, Record
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.rules.marks import Mark, marks_in, marks_with
from burgerbaan.site import EVERYTHING
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import locate, parse, positions
from burgerbaan.source.text import load_text
from burgerbaan.validation import make_record


@dataclass(frozen=True, slots=True)
class Kept:
    """A right record with the digest of the text it was read from, and the look of that file when it was old enough."""

    digest: str
    record: Record
    marks: Mark = Mark.NONE
    look: Look | None = None


class Source(NamedTuple):
    """A file that holds one record."""

    model: type[Part]
    path: str
    slug: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file of one record held; the record is None when it is not right, or `is_known` from an earlier time."""

    digest: str
    record: Any
    problems: tuple[Problem, ...]
    marks: Mark
    is_known: bool = False
    look: Look | None = None


@dataclass(slots=True)
class Harvest:
    """What has been read so far, and everything wrong with it.

    `memory` holds right records of an earlier time by path, `kept` those of this time. `ahead` holds files that were
    read before they were asked for. `moment`: nanoseconds since 1970 at the start, when a file that looks the same as
    before need not be read.
    """

    folders: Folders
    moment: int | None = None
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    broken: dict[str, set[str]] = field(default_factory=dict)
    marked: dict[str, Mark] = field(default_factory=dict)
    memory: Mapping[str, Kept] = field(default_factory=dict)
    ahead: Mapping[str, Reading] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The folder that all paths start from."""
        return str(self.folders.root)

    def read(self, path: str) -> str | None:
        """The text of a file, or None with its problems reported."""
        text, problems = load_text(self.folders.root, path)
        self.report(*problems)
        self.digests[path] = _digest(text)
        self.marked[path] = marks_in(text)
        return None if problems else text

    def with_mark(self, mark: Mark) -> frozenset[str]:
        """The files that must be looked at more closely."""
        return frozenset(path for path, marks in self.marked.items() if mark in marks)

    def mark_broken(self, collection: str, name: str) -> None:
        """Remember that a record exists, though it is not right."""
        self.broken.setdefault(collection, set()).add(name)

    def report(self, *problems: Problem) -> None:
        self.problems.extend(problems)


def report_absent(harvest: Harvest, item: Collection, path: str) -> None:
    """A problem when a file that every site needs is not there; of what is there and no file has been told."""
    if item.is_required and not _is_there(harvest.folders.root / path):
        example = first_line(item.model, as_list=item.shape is Shape.LIST)
        harvest.report(problem(path, START, Kind.FILE_MISSING, example=example))


def _is_there(place: Path) -> bool:
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # a folder that may not be opened, which has been told too
        return True
    return True


def load_record(harvest: Harvest, model: type[Part], path: str, slug: str) -> Any:
    """One record of a file that is one record; None when it is not right."""
    kept = _as_before(harvest, path)
    if kept is not None:
        harvest.digests[path], harvest.marked[path], harvest.kept[path] = kept.digest, kept.marks, kept
        return kept.record
    reading = harvest.ahead.get(path) or read_record(harvest, Source(model, path, slug))
    harvest.report(*reading.problems)
    harvest.digests[path] = reading.digest
    harvest.marked[path] = reading.marks
    if reading.is_known:
        known = harvest.memory[path]
        harvest.kept[path] = known if reading.look in (None, known.look) else replace(known, look=reading.look)
        return known.record
    if not reading.problems and isinstance(reading.record, Record):
        harvest.kept[path] = Kept(reading.digest, reading.record, reading.marks, reading.look)
    return reading.record


def read_record(harvest: Harvest, source: Source) -> Reading:
    """Read and judge one file, knowing nothing of others."""
    model, path, slug = source
    look, kept = _look(harvest, path), harvest.memory.get(path)
    text, text_problems = load_text(harvest.folders.root, path)
    digest, marks = _digest(text), marks_in(text)
    if text_problems:
        return Reading(digest, None, tuple(text_problems), marks)
    if kept and kept.digest == digest:
        return Reading(digest, None, (), kept.marks, is_known=True, look=look)
    value, problems = parse(path, text)
    if value is None:
        empty = (problem(path, START, Kind.FILE_EMPTY, example=first_line(model)),)
        return Reading(digest, None, tuple(problems) or empty, marks)
    record, record_problems = make_record(model, value, path, text, slug=slug)
    other = of_another_kind(harvest.folders, model, value, path) if record is None else None
    if other:
        return Reading(digest, None, (other,), marks)
    marks = marks_with(marks, record)
    return Reading(digest, None if problems else record, (*problems, *record_problems), marks, look=look)


def _as_before(harvest: Harvest, path: str) -> Kept | None:
    """What an earlier time kept of a file that looks the same now."""
    kept = harvest.memory.get(path) if harvest.moment is not None else None
    return kept if kept and kept.look and kept.look == look_at(f"{harvest.root}/{path}") else None


def _look(harvest: Harvest, path: str) -> Look | None:
    return None if harvest.moment is None else settled_look(f"{harvest.root}/{path}", harvest.moment)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def load_list(harvest: Harvest, item: Collection, path: str, paths: tuple[str, ...]) -> list[tuple[Any, str, Position]]:
    """Every right record of a file that is a list, with the file and the place where it starts."""
    harvest.seen.add(path)
    if path not in paths:
        report_absent(harvest, item, path)
        return []
    text = harvest.read(path)
    if text is None:
        harvest.mark_broken(item.name, EVERYTHING)
        return []
    value, problems = parse(path, text)
    harvest.report(*problems)
    if problems:
        harvest.mark_broken(item.name, EVERYTHING)
    example = first_line(item.model, as_list=True)
    if value is None:
        if not problems:
            harvest.report(problem(path, START, Kind.FILE_EMPTY, example=example))
        return []
    if not isinstance(value, list):
        harvest.mark_broken(item.name, EVERYTHING)
        harvest.report(problem(path, START, Kind.LIST_EXPECTED, field=path.rsplit("/", 1)[-1], example=example))
        return []
    found = positions(text)
    result = []
    for number, part in enumerate(value):
        record, record_problems = make_record(item.model, part, path, text, slug=str(number), within=(number,))
        harvest.report(*record_problems)
        if record is not None:
            result.append((record, path, locate(found, (number,))))
        else:
            name = part.get("id") if isinstance(part, dict) else None
            harvest.mark_broken(item.name, name if isinstance(name, str) else EVERYTHING)  # it may be any
    return result


def load_folder(harvest: Harvest, name: str, model: type[Part], paths: Iterable[str]) -> Mapping[str, Any]:
    """Every right record of files that are one record each, by the name of its file."""
    found = {}
    for path in paths:
        slug = path.rsplit("/", 1)[-1].removesuffix(".yml")
        if not is_good_name(harvest, path, slug):
            continue
        record = load_record(harvest, model, path, slug)
        if record is None:
            harvest.mark_broken(name, slug)
        else:
            found[slug] = record
    return MappingProxyType(found)


def is_good_name(harvest: Harvest, path: str, name: str) -> bool:
    """Whether a name can be part of an address; a problem when it cannot."""
    if is_slug(name):
        return True
    harvest.report(problem(path, START, Kind.FILE_NAME, value=name, suggestion=slug_from(name)))
    return False
