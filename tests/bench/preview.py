"""What an editor notices of a preview: from saving one vacancy until its new page is served, without starting again.

    python -m tests.bench.preview 1000 10000

`mkdocs serve` of a corpus of that many vacancies. Each time another vacancy is saved, and its page is asked for until
the new text stands in it, as a browser that reloads would. A mistake counts until the terminal tells it; the page that
was good must still be served then. Seconds, so this depends on the machine.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from tests.bench.contenders import TODAY
from tests.bench.corpus import write_corpus
from tests.bench.floor import vacancy_files

SAVES = 9
MOST = {1_000: 1.0, 10_000: 2.0}
"""Seconds from saving until the new page is served, by number of vacancies."""
_START = "samenvatting: Je"
_LOOK = 0.01
_PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Seconds:
    """From starting until a first page; from each save until its page; from a mistake until it is told."""

    start: float
    saves: Sequence[float]
    told: float


class Served:
    """A preview that runs: its pages, and what it says in the terminal."""

    def __init__(self, address: str, said: Path) -> None:
        self._address, self._said = address, said

    def page(self, slug: str) -> str:
        """The page of a vacancy as it is served now; '' while nobody answers."""
        try:
            with urlopen(f"http://{self._address}/vacatures/{slug}/", timeout=_PATIENCE) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def said(self) -> str:
        """All that stands in the terminal."""
        return self._said.read_text("utf-8")


@contextmanager
def _previewing(corpus: Path, work: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    said = work / "said.txt"
    words = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
    with said.open("w") as terminal:
        process = subprocess.Popen(
            words, cwd=corpus, env=os.environ | TODAY, stdout=terminal, stderr=terminal, start_new_session=True
        )
    try:
        yield Served(address, said)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # in the background of a shell nobody hears an interrupt
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _until(look: Callable[[], str], text: str) -> float:
    """Seconds until a text is there; SystemExit when it does not come."""
    start = time.perf_counter()
    while text not in (found := look()):
        if time.perf_counter() - start > _PATIENCE:
            raise SystemExit(f"'{text}' did not come in:\n{found[-4000:]}")
        time.sleep(_LOOK)
    return time.perf_counter() - start


def measure(count: int, work: Path, saves: int = SAVES) -> Seconds:
    """A preview from its start to a mistake; SystemExit when a page does not come, or a good page is lost."""
    corpus = work / "corpus"
    write_corpus(corpus, count)
    files = vacancy_files(corpus)
    chosen = files[:: max(1, len(files) // saves)][:saves]
    first = chosen[0]
    with _previewing(corpus, work) as preview:
        start = _until(partial(preview.page, first.stem), "</html>")
        took = []
        for number, path in enumerate(chosen):
            new = f"Keer {number} dat je"
            path.write_text(path.read_text("utf-8").replace(_START, f"samenvatting: {new}", 1), "utf-8")
            took.append(_until(partial(preview.page, path.stem), new))
        first.write_text(first.read_text("utf-8").replace("samenvatting:", "samenvating:", 1), "utf-8")
        told = _until(preview.said, "samenvating")
        if "Keer 0 dat je" not in preview.page(first.stem):
            raise SystemExit("the last good page is gone")
    return Seconds(start, took, told)


def report(count: int, found: Seconds) -> str:
    """A line of the table."""
    usual, most = median(found.saves), MOST.get(count)
    verdict = "" if most is None else f"  <= {most:.1f} s  {'met' if usual <= most else 'NOT MET'}"
    span = f"[{min(found.saves):.2f}-{max(found.saves):.2f}]"
    return f"{count:>6}  start {found.start:5.2f}  saved {usual:.2f} {span}{verdict}  told {found.told:.2f}"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="+", type=int, help="vacancies")
    for count in parser.parse_args().counts:
        with TemporaryDirectory() as work:
            print(report(count, measure(count, Path(work))), flush=True)


if __name__ == "__main__":
    main()
