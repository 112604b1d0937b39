"""Facts in `content/gegevens/`: a record, a list of records, or a folder of either."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

from burgerbaan.harvest import Harvest, load_folder, load_list, load_record, report_absent
from burgerbaan.kinds import Kind
from burgerbaan.model.collections import Collection, Shape
from burgerbaan.problems import Position, problem
from burgerbaan.site import EVERYTHING


def load_collection(harvest: Harvest, item: Collection, paths: tuple[str, ...]) -> Any:
    """What an attribute of Site holds of one collection; `paths` are all files of the project."""
    place = f"{harvest.folders.facts}/{item.place}"
    if item.shape is Shape.ONE:
        return _load_one(harvest, item, place, paths)
    if item.shape is Shape.LIST:
        records = load_list(harvest, item, place, paths)
        return _by_id(harvest, item, records)
    files = re.compile(rf"{re.escape(place)}/[^/]+\.yml")
    inside = [path for path in paths if path.startswith(place) and files.fullmatch(path)]
    harvest.seen.update(inside)
    if item.shape is Shape.FOLDER_OF_LISTS:
        records = [record for path in inside for record in load_list(harvest, item, path, paths)]
        return _by_id(harvest, item, records)
    return load_folder(harvest, item.name, item.model, inside)


def _load_one(harvest: Harvest, item: Collection, path: str, paths: tuple[str, ...]) -> Any:
    harvest.seen.add(path)
    if path not in paths:
        report_absent(harvest, item, path)
        return None
    record = load_record(harvest, item.model, path, item.place.removesuffix(".yml"))
    if record is None:
        harvest.mark_broken(item.name, EVERYTHING)
    return record


def _by_id(harvest: Harvest, item: Collection, records: list[tuple[Any, str, Position]]) -> Any:
    if "id" not in item.model.model_fields:
        return tuple(record for record, _, _ in records)
    found: dict[str, Any] = {}
    places: dict[str, str] = {}
    for record, path, position in records:
        if record.id in found:
            words = {"value": record.id, "other": places[record.id]}
            harvest.report(problem(path, position, Kind.IDENTIFIER_DUPLICATE, **words))
        else:
            found[record.id] = record
            places[record.id] = path
    return MappingProxyType(found)
