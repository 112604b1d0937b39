"""Ending a program without giving back its values one by one: the system takes all of them at once.

With ten thousand vacancies that saves three seconds. `mypy` ends in the same way.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable
from pathlib import Path


def leave_at_once(program: str, is_done: Callable[[], bool]) -> None:
    """End in that way, with 0, when this is that program and `is_done` says at the very end that all went well.

    To be called before others ask for what must happen at the end: theirs happens first. What happens after `is_done`
    became true cannot change the 0, so it must become true in the last step.
    """
    if _is_program(program, Path((sys.argv or [""])[0])):
        atexit.register(_leave, is_done)


def _is_program(name: str, path: Path) -> bool:
    """Whether a process is that program, and not something that calls it, such as a test."""
    return path.stem == name or (path.name == "__main__.py" and path.parent.name == name)


def _leave(is_done: Callable[[], bool]) -> None:
    if not is_done() or hasattr(sys, "last_value"):  # an exception that nobody caught
        return
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):  # nobody reads what we say, which Python has its own way to tell
        return
    os._exit(0)
