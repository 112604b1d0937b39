"""When a preview clears its memory: doing so all the time takes a tenth of a build, and never takes all memory."""

from __future__ import annotations

import gc
import threading

_CALM_SECONDS = 2.0
"""How long after a build its rubbish is cleared: nobody should wait for that."""

_MOST_BUILDS = 5
"""Builds of somebody who saves again and again, after which it is cleared all the same."""


class Rubbish:
    """What the builds of one preview leave behind."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._builds = 0
        self._has_kept = False

    def begin(self) -> None:
        """A build begins, before which nothing of the last one goes on."""
        self._builds += 1
        if self._timer is not None:
            self._timer.cancel()
        if self._builds > _MOST_BUILDS:
            self._clear()

    def clear_later(self) -> None:
        """A build has ended, and perhaps the next begins at once."""
        self._timer = threading.Timer(_CALM_SECONDS, self._clear)
        self._timer.daemon = True
        self._timer.start()

    def _clear(self) -> None:
        self._builds = 0
        gc.collect()
        if not self._has_kept:  # what the first build read stays, and takes most of the time to look through
            gc.freeze()
            self._has_kept = True
