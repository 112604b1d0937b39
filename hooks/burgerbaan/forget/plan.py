"""What forgetting somebody comes down to, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.typed import COMMAND

_TOO_FREE = re.compile(r"[*?\[\]/\\:\x00-\x1f\x7f]")


class WrongNameError(Exception):
    """A name that points at nobody, or at more people than one; its text is a sentence for the editor."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is to be forgotten; `name` is '' when a broken profile does not tell it.

    `is_common`: the name is also a word, or somebody else's. `namesakes`: files of others with the same name.
    """

    slug: str
    name: str
    is_common: bool = False
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A file or a whole folder that goes; `keeps` are names in that folder that stay."""

    place: Path
    shown: str
    why: str
    keeps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a human must look at: the text of its line, or in brackets what it is."""

    path: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """What git remembers in one repository, by paths from its top; empty when it never knew the files.

    `is_whole`: git answered every question, so no path is lacking. `asked`: where to look when it did not.
    """

    top: str
    paths: tuple[str, ...]
    is_whole: bool = True
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it. `left` are sentences on what stays here on purpose, each something to do by hand.

    `addresses` are pages and pictures of the site that show this person.
    """

    person: Person
    removals: tuple[Removal, ...] = ()
    left: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    histories: tuple[History, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no trace of this person at all."""
        return not (
            self.removals
            or self.left
            or self.mentions
            or any(item.paths or not item.is_whole for item in self.histories)
        )


def cleaned_name(typed: str) -> str:
    """A name as it was meant: without spaces around it, or the ending of a file.

    Raises WrongNameError for what can be no name: nothing at all, a path, a sign that stands for many names.
    """
    name = " ".join(typed.split())
    example = f"Geef alleen de naam, bijvoorbeeld: {COMMAND} forget amira"
    if not name:
        raise WrongNameError(f"Er staat geen naam. {example}")
    if _TOO_FREE.search(name) or name.startswith(".") or not _is_readable(name):
        raise WrongNameError(f"'{name}' kan geen naam zijn. {example}")
    return re.sub(r"\.ya?ml$", "", name, flags=re.I)


def _is_readable(name: str) -> bool:
    return name.isprintable() and any(char.isalnum() for char in name)
