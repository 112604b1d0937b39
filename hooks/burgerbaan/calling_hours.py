"""When a contact can be called, read out of the line that an editor wrote: what is read can be told in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from burgerbaan.model.vacancy import Weekday

_PLACES = {name: place for place, day in enumerate(Weekday) for name in (day.value, day.value[:2])}
_MORE = {"elke dag": range(7), "elke werkdag": range(5)}
_CLOCK = r"(\d{1,2})(?:[.:](\d\d))?"
_LINE = re.compile(rf"(?P<days>\D+?),? (?:van |tussen )?{_CLOCK} ?(?:tot|en|[-–]) ?{_CLOCK}(?: uur)?\.?")
_RUN = re.compile(r"(\w+)(?: tot en met | t/m | ?[-–] ?)(\w+)")


def calling_times(line: str) -> tuple[tuple[int, int, int], ...]:
    """Day, and begin and end in minutes, for each day; none when the line says it in another way."""
    found = _LINE.fullmatch(line.lower())
    if not found:
        return ()
    _, hour, minute, last_hour, last_minute = found.groups()
    start, end = int(hour) * 60 + int(minute or 0), int(last_hour) * 60 + int(last_minute or 0)
    parts = [_days_of(words) for words in re.split(r", | en (?!met )", found["days"])]
    is_read = start < end <= 24 * 60 and all(parts)
    return tuple((day, start, end) for day in sorted({*chain(*parts)})) if is_read else ()


def _days_of(words: str) -> Sequence[int]:
    """The days that are meant; none when these are no days."""
    run = _RUN.fullmatch(words)
    if run and run[1] in _PLACES and run[2] in _PLACES:
        return range(_PLACES[run[1]], _PLACES[run[2]] + 1)
    return _MORE.get(words) or ([_PLACES[words]] if words in _PLACES else [])
