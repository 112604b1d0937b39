"""The interface's words: every text that is not content, under a dotted key, in `words/nl.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from burgerbaan.model.programme import Programme
from burgerbaan.source.strict_yaml import parse

_FOLDER = Path(__file__).parent / "words"


class _Kept(dict[str, str]):
    """Leaves a placeholder as it is when it has no value yet."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


class Words:
    """Looks words up; `{person}`, `{people}`, `{job}`, `{programme}` and `{city}` come from the programme."""

    def __init__(self, texts: Mapping[str, str], programme: Programme) -> None:
        self._texts = texts
        people = programme.people
        self._filled: dict[str, str] = {}
        self._own = {
            "person": people.one,
            "people": people.many,
            "People": people.many.capitalize(),
            "job": people.job,
            "programme": programme.name,
            "city": programme.city,
            "area": programme.area,
            "Area": programme.area.capitalize(),
        }

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key; KeyError when it does not exist or a placeholder has no value."""
        if values:
            return self._texts[key].format_map(self._own | values)
        if key not in self._filled:
            self._filled[key] = self._texts[key].format_map(self._own)
        return self._filled[key]

    def written(self, key: str) -> str:
        """The text of a key with its placeholders as they are; KeyError when it does not exist."""
        return self._texts[key]

    def group(self, prefix: str) -> dict[str, str]:
        """All texts below a key by the rest of their key, for scripts, which fill their other placeholders."""
        start, known = f"{prefix}.", _Kept(self._own)
        found = ((key.removeprefix(start), text) for key, text in self._texts.items() if key.startswith(start))
        return {key: text.format_map(known) for key, text in found}

    def count(self, key: str, number: int, **values: object) -> str:
        """The text for one or for several: `key.one` and `key.many`, with `{number}`."""
        return self(f"{key}.{'one' if number == 1 else 'many'}", number=number, **values)


def load_texts(language: str = "nl") -> dict[str, str]:
    """All texts of a language by dotted key."""
    return dict(_texts_of((_FOLDER / f"{language}.yml").read_text("utf-8")))


@lru_cache(1)  # a preview asks again and again
def _texts_of(text: str) -> tuple[tuple[str, str], ...]:
    value, problems = parse("words.yml", text)
    if problems:
        raise ValueError(problems)
    return tuple(_flat(value, ""))


def _flat(value: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for key, item in value.items():
        if isinstance(item, dict):
            yield from _flat(item, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(item)
