"""What QR codes and validation add to a build, by samples of the one process that makes it.

    python -m tests.bench.share 1000

Codes: drawing them, and reading each back from the file that was made. Validation: whether what was written down is of
the right kind and hangs together; not the reading of files. Once from cold, and once more with a warm cache after an
edit of one vacancy.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from mkdocs.__main__ import cli

from tests.bench.contenders import TODAY
from tests.bench.corpus import write_corpus
from tests.bench.floor import vacancy_files
from tests.bench.goals import MOST_ADDED
from tests.bench.process import Command, run

ROOT = Path(__file__).parents[2]
CODES, VALIDATION, REST = "codes", "validation", "rest"
Times = dict[str, float]
"""Seconds by part."""
_EVERY = 0.003
"""Seconds between two samples."""
_AT_ONCE = 0.00002
"""Seconds until the builder makes way, or most samples would fall where it does so by itself: in reading a code."""
_MODULES = dict.fromkeys(("codes.py", "qr.py", "qr_drawing.py", "qr_file.py", "readback.py"), CODES)
_MODULES |= {"validation.py": VALIDATION}


def part_of(frame: FrameType | None) -> str:
    """What a process is busy with: the first part that its frames, from the inside, belong to."""
    while frame:
        path = Path(frame.f_code.co_filename)
        if path.parent.name == "burgerbaan" and path.name in _MODULES:
            return _MODULES[path.name]
        if frame.f_code.co_name == "model_validate" or path.parts[-3:-1] == ("burgerbaan", "rules"):
            return VALIDATION
        frame = frame.f_back
    return REST


def sampled(config: Path, out: Path) -> Times:
    """Build in this process; seconds that it spent at each part."""
    found = dict.fromkeys((CODES, VALIDATION, REST), 0.0)
    builder, done = threading.get_ident(), threading.Event()

    # A call that keeps the interpreter to itself is seen once, however long it takes: so it counts for its time.
    def watch() -> None:
        before = time.perf_counter()
        while not done.wait(_EVERY):
            part = part_of(sys._current_frames()[builder])
            now = time.perf_counter()
            found[part] += now - before
            before = now

    watcher = threading.Thread(target=watch)
    sys.setswitchinterval(_AT_ONCE)
    watcher.start()
    try:
        cli(["build", "-q", "-f", str(config), "-d", str(out)], standalone_mode=False)
    finally:
        done.set()
        watcher.join()
    return found


def added(times: Times) -> float:
    """What codes and validation take, as a part of what all else takes."""
    return (times[CODES] + times[VALIDATION]) / times[REST]


def build(corpus: Path, work: Path) -> Times:
    """One build in a process of its own."""
    answer = work / "samples.json"
    words = [sys.executable, "-m", "tests.bench.share", "--build", str(corpus), str(work / "out"), str(answer)]
    run(Command(words, ROOT, TODAY | {"BURGERBAAN_WORKERS": "1"}))
    found: Times = json.loads(answer.read_text("utf-8"))
    return found


def report(name: str, times: Times) -> str:
    """A line of the table."""
    whole = sum(times.values())
    parts = "  ".join(f"{part} {took / whole:6.1%}" for part, took in times.items())
    verdict = "met" if added(times) <= MOST_ADDED else "NOT MET"
    return f"{name:<12}{parts}  codes and validation add {added(times):.1%} <= {MOST_ADDED:.0%}  {verdict}"


def measure(count: int, work: Path) -> dict[str, Times]:
    """From cold and with a warm cache."""
    corpus = work / "corpus"
    write_corpus(corpus, count)
    cold = build(corpus, work)
    edited = vacancy_files(corpus)[0]
    before, summary, after = edited.read_text("utf-8").partition("samenvatting: Je")
    assert summary
    edited.write_text(f"{before}samenvatting: Vandaag{after}", "utf-8")
    return {"cold": cold, "warm": build(corpus, work)}


def main() -> None:
    """Measure, or be the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=1000, help="vacancies")
    parser.add_argument("--build", nargs=3, type=Path, metavar=("CORPUS", "OUT", "ANSWER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        corpus, out, answer = options.build
        answer.write_text(json.dumps(sampled(corpus / "mkdocs.yml", out)), "utf-8")
        return
    with TemporaryDirectory() as work:
        for name, times in measure(options.count, Path(work)).items():
            print(report(name, times))


if __name__ == "__main__":
    main()
