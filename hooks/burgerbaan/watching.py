"""Seeing changes in a large folder: the system tells, where looking at every file twice a second costs a processor."""

from __future__ import annotations

import atexit
import os
import tempfile
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

MANY = 2_000
"""Files in a folder that is too large to look at every file; a small one is looked at, which works on any disk."""

_CHANGES = frozenset((EVENT_TYPE_CLOSED, EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED))
"""What is no more than reading does not count, or a build would start the next."""


class _Bell(FileSystemEventHandler):
    """Gives one file a new date whenever something changes."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def on_any_event(self, event: FileSystemEvent) -> None:
        is_inside = event.is_directory and event.event_type == EVENT_TYPE_MODIFIED  # what is in it tells for itself
        if event.event_type in _CHANGES and not is_inside:
            os.utime(self._place)


def to_watch(folder: Path) -> Path:
    """What to look at for changes in a folder: itself, or when it is large a file whose date follows them."""
    if sum(len(files) for _, _, files in os.walk(folder)) < MANY:
        return folder
    handle, name = tempfile.mkstemp(prefix="burgerbaan-")
    os.close(handle)
    bell = Path(name)
    observer = Observer()
    observer.daemon = True
    try:
        observer.schedule(_Bell(bell), str(folder), recursive=True)
        observer.start()
    except OSError:  # the system will not watch so many folders
        bell.unlink()
        return folder
    atexit.register(bell.unlink, missing_ok=True)
    return bell
