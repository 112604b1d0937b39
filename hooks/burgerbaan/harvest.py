"""Reading records out of files: one file at a time, every mistake kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from burgerbaan.model.collections import Collection, Shape
from burgerbaan.model.examples import example_for
from burgerbaan.model.fields import is_slug, slug_from
from burgerbaan.model.record import Part, Record
from burgerbaan.problems import START, Kind, Position, Problem, problem
from burgerbaan.rules.words import has_avoided_word
from burgerbaan.site import EVERYTHING
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import locate, parse, positions
from burgerbaan.source.text import load_text
from burgerbaan.validation import format_example, make_record


@dataclass(frozen=True, slots=True)
class Kept:
    """A right record with the digest of the text it was read from."""

    digest: str
    record: Record


@dataclass(slots=True)
class Harvest:
    """What has been read so far, and everything wrong with it.

    `memory` holds right records of an earlier time by path, `kept` those of this time.
    """

    folders: Folders
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    broken: dict[str, set[str]] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    memory: Mapping[str, Kept] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, path: str) -> str | None:
        """The text of a file, or None with its problems reported."""
        text, problems = load_text(self.folders.root, path)
        self.report(*problems)
        self.digests[path] = hashlib.sha256(text.encode()).hexdigest()
        if "](" in text or has_avoided_word(text):
            self.marked.add(path)
        return None if problems else text

    def mark_broken(self, collection: str, name: str) -> None:
        """Remember that a record exists, though it is not right."""
        self.broken.setdefault(collection, set()).add(name)

    def report(self, *problems: Problem) -> None:
        self.problems.extend(problems)


def report_absent(harvest: Harvest, item: Collection, path: str) -> None:
    """A problem when a file that every site needs is not there."""
    if item.is_required:
        example = first_line(item.model, as_list=item.shape is Shape.LIST)
        harvest.report(problem(path, START, Kind.FILE_MISSING, example=example))


def first_line(model: type[Part], *, as_list: bool = False) -> str:
    """The first line an editor would type in a file of this model."""
    info = next(iter(model.model_fields.values()))
    line = f"{info.alias}: {format_example(example_for(info))}"
    return f"- {line}" if as_list else line


def load_record(harvest: Harvest, model: type[Part], path: str, slug: str) -> Any:
    """One record of a file that is one record; None when it is not right."""
    text = harvest.read(path)
    if text is None:
        return None
    kept = harvest.memory.get(path)
    if kept and kept.digest == harvest.digests[path]:
        harvest.kept[path] = kept
        return kept.record
    value, problems = parse(path, text)
    harvest.report(*problems)
    if value is None:
        if not problems:
            harvest.report(problem(path, START, Kind.FILE_EMPTY, example=first_line(model)))
        return None
    record, record_problems = make_record(model, value, path, text, slug=slug)
    harvest.report(*record_problems)
    if problems or record is None:
        return None
    if not record_problems and isinstance(record, Record):
        harvest.kept[path] = Kept(harvest.digests[path], record)
    return record


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
        elif isinstance(part, dict) and isinstance(part.get("id"), str):
            harvest.mark_broken(item.name, part["id"])
    return result


def is_good_name(harvest: Harvest, path: str, name: str) -> bool:
    """Whether a name can be part of an address; a problem when it cannot."""
    if is_slug(name):
        return True
    harvest.report(problem(path, START, Kind.FILE_NAME, value=name, suggestion=slug_from(name)))
    return False
