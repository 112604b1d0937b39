"""How far long work is, for somebody who waits at a terminal; silent in a pipe and for short work."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

PATIENCE = 2.0
"""Seconds before anything is said."""

_PAUSE = 0.2


class Progress:
    """One line on a terminal that is written over until `clear`."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + PATIENCE
        self._is_shown = False

    def show(self, done: int, count: int) -> None:
        """Say how many of how many, when enough time has passed."""
        now = self._clock()
        if now < self._next or not self._stream.isatty():
            return
        self._next = now + _PAUSE
        self._is_shown = True
        self._stream.write(f"\r\x1b[KBezig: {done} van {count} ({100 * done // max(count, 1)}%)")
        self._stream.flush()

    def clear(self) -> None:
        """Leave the line as it was."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_shown = False
