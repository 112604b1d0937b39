"""Seeing changes in a large folder: the system tells, where looking at every file twice a second costs a processor."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter

MANY = 2_000
"""Files in a folder that is too large to look at every file; a small one is looked at, which works on any disk."""

_CHANGES = frozenset((EVENT_TYPE_CLOSED, EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED))
"""What is no more than reading does not count, or a build would start the next."""


def is_live() -> bool:
    """Whether `mkdocs serve` will watch and call `on_serve`; with `--no-livereload` it does neither."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("livereload"))


class _Bell(FileSystemEventHandler):
    """Gives one file a new date whenever something changes, or tells those who look at it before they look."""

    def __init__(self, place: Path, observer: BaseObserver | None) -> None:
        self._place = place
        self._observer = observer

    def on_any_event(self, event: FileSystemEvent) -> None:
        is_inside = event.is_directory and event.event_type == EVENT_TYPE_MODIFIED  # what is in it tells for itself
        if event.event_type not in _CHANGES or is_inside:
            return
        looking = [item for item in _emitters(self._observer) if item.watch.raw_path == str(self._place)]
        for emitter in looking:
            emitter.queue_event(FileModifiedEvent(str(self._place)))
        if not looking:
            os.utime(self._place)


class _Doorkeeper(FileSystemEventHandler):
    """Has a folder watched as soon as it is there, and then rings for what is in it already."""

    def __init__(self, folder: Path, observer: BaseObserver, watch: Callable[[str], object], bell: Path) -> None:
        self._folder, self._observer, self._watch, self._bell = folder, observer, watch, bell
        self._is_waiting = True

    def on_any_event(self, event: FileSystemEvent) -> None:
        del event  # whatever happened beside it
        if self._is_waiting and self._folder.is_dir():
            self._is_waiting = False
            watch_folder(self._folder, self._observer, self._watch)
            os.utime(self._bell)


def _emitters(observer: BaseObserver | None) -> Iterable[EventEmitter]:
    try:
        return tuple(observer.emitters) if observer else ()
    except RuntimeError:  # somebody adds one at this moment
        return ()


def to_watch(folder: Path, observer: BaseObserver | None = None) -> Path:
    """What to look at for changes in a folder: itself, or when it is large a file whose date follows them.

    An `observer` that looks at that file hears of a change at once.
    """
    if sum(len(files) for _, _, files in os.walk(folder)) < MANY:
        return folder
    bell = _bell()
    listener = Observer()
    listener.daemon = True
    try:
        listener.schedule(_Bell(bell, observer), str(folder), recursive=True)
        listener.start()
    except OSError:  # the system will not watch so many folders
        return folder
    return bell


def watch_folder(folder: Path, observer: BaseObserver, watch: Callable[[str], object]) -> None:
    """Have `watch` look at a folder; when it is not there yet, from the moment that it is.

    Until then only the names beside it are looked at, and not what is in the folders there. OSError when the folder
    that holds it cannot be looked at.
    """
    if folder.is_dir():
        watch(str(to_watch(folder, observer)))
        return
    bell = _bell()
    watch(str(bell))
    observer.schedule(_Doorkeeper(folder, observer, watch, bell), str(folder.parent), recursive=False)


def _bell() -> Path:
    """A file whose date tells of changes elsewhere, until the program ends."""
    beside = Path(tempfile.mkdtemp(prefix="burgerbaan-"))  # of its own, for who looks at a file looks at its folder
    atexit.register(shutil.rmtree, beside, ignore_errors=True)
    bell = beside / "veranderd"
    bell.touch()
    return bell
