"""A change anywhere in a large folder is seen; reading it is no change."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from burgerbaan import watching
from burgerbaan.watching import to_watch, watch_folder

LONG_AGO = 1_000_000_000 * 10**9


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as large."""
    (tmp_path / "vacancies/een").mkdir(parents=True)
    (tmp_path / "vacancies/een/koken.yml").write_text("titel: Koken\n", "utf-8")
    (tmp_path / "erbij.yml").write_text("titel: Bakken\n", "utf-8")
    monkeypatch.setattr(watching, "MANY", 1)
    return tmp_path / "vacancies"


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda folder: (folder / "een/koken.yml").write_text("titel: Bakken\n", "utf-8"),
    "new": lambda folder: (folder / "een/nieuw.yml").touch(),
    "away": lambda folder: (folder / "een/koken.yml").unlink(),
    "renamed": lambda folder: (folder / "een/koken.yml").rename(folder / "een/bakken.yml"),
    "put in its place": lambda folder: (folder.parent / "erbij.yml").replace(folder / "een/koken.yml"),
    "a folder moved out": lambda folder: (folder / "een").rename(folder.parent / "weg"),
    "a folder moved in": lambda folder: _away(folder).rename(folder / "twee"),
}


def _away(folder: Path) -> Path:
    (folder.parent / "erbij").mkdir()
    (folder.parent / "erbij/a.yml").touch()
    return folder.parent / "erbij"


def _rings(bell: Path, act: Callable[[], object], seconds: float) -> bool:
    os.utime(bell, ns=(LONG_AGO, LONG_AGO))
    act()
    end = time.monotonic() + seconds
    while time.monotonic() < end and bell.stat().st_mtime_ns == LONG_AGO:
        time.sleep(0.01)
    return bell.stat().st_mtime_ns != LONG_AGO


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_rings(name: str, folder: Path) -> None:
    bell = to_watch(folder)
    assert bell != folder
    time.sleep(0.1)
    assert _rings(bell, lambda: CHANGES[name](folder), 20)


def test_who_looks_seldom_is_told_at_once(folder: Path) -> None:
    seldom, told = PollingObserver(timeout=3600), threading.Event()
    bell = to_watch(folder, seldom)
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.set()  # type: ignore[method-assign]
    seldom.schedule(handler, str(bell))
    seldom.start()
    try:
        time.sleep(0.1)
        CHANGES["edited"](folder)
        assert told.wait(20)
    finally:
        seldom.stop()


def test_reading_does_not_ring(folder: Path) -> None:
    bell = to_watch(folder)
    time.sleep(0.1)
    assert not _rings(bell, lambda: [path.stat() and path.read_bytes() for path in folder.rglob("*.yml")], 1)


def test_a_small_folder_is_looked_at_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yml").touch()
    assert to_watch(tmp_path) == tmp_path


def test_a_system_that_watches_no_more_folders_is_no_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watching.Observer, "schedule", refuse)
    assert to_watch(folder) == folder


def _seen(events: list[str], name: str, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not any(path.endswith(name) for path in events):
        time.sleep(0.01)
    return any(path.endswith(name) for path in events)


@pytest.mark.parametrize("is_moved_in", [False, True], ids=["made", "moved in"])
def test_a_folder_that_comes_later_is_watched_from_then_on(tmp_path: Path, *, is_moved_in: bool) -> None:
    """And what was in it when it came is told of too; of other folders nothing is looked at."""
    observer, events = PollingObserver(timeout=0.05), list[str]()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: events.append(str(event.src_path))  # type: ignore[method-assign]
    (tmp_path / "ander").mkdir()
    folder = tmp_path / "profiles"
    watch_folder(folder, observer, lambda path: observer.schedule(handler, path, recursive=True))
    observer.start()
    try:
        (tmp_path / "ander/b.yml").touch()
        made = tmp_path / "ander/in" if is_moved_in else folder
        made.mkdir()
        (made / "noor.yml").touch()
        if is_moved_in:
            made.rename(folder)
        assert _seen(events, "veranderd")
        (folder / "amira.yml").touch()
        assert _seen(events, "profiles/amira.yml")
        assert not any("ander/" in path for path in events)
    finally:
        observer.stop()
        observer.join()
