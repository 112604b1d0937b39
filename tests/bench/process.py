"""One command, measured: wall time, processor time with all it started, and the most memory that one process held."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE",)
"""Settings that some machines have and people do not: Python then compiles every module again at each start."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run and where; `given` is what it reads from standard input."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    given: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run. `peak` is of the largest single process, in MiB; workers that are waited for are among them."""

    wall: float
    cpu: float
    peak: float


def run(command: Command) -> Sample:
    """Run to the end; SystemExit with what the command said when it failed.

    A process starts as a copy of this one, so `peak` is never less than this Python holds (some 20 MiB).
    """
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(command.given.encode())
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env={name: value for name, value in os.environ.items() if name not in _LEFT_OUT} | command.environment,
            stdin=given,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command.words)} failed:\n{said.read().decode()[-4000:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
