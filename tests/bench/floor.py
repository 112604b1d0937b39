"""The physical floor: read each YAML file with libyaml and write pages of a given size, and nothing else.

    python -m tests.bench.floor corpus/ out/ 10000 30000

`compiled` makes the same of a small C program where a compiler and libyaml's header are at hand; that is the real
floor. This Python keeps libyaml's events too, but pays for an object per event and for starting Python.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from yaml import CLoader


def vacancy_files(corpus: Path) -> list[Path]:
    """The files of vacancies, without those of the hosts."""
    return sorted(path for path in (corpus / "vacancies").glob("*/*.yml") if path.stem != "organisatie")


def compiled(folder: Path) -> Path | None:
    """The C program, made in a folder; None where there is no compiler or no libyaml to compile with."""
    compiler = shutil.which("cc")
    program = folder / "floor"
    if compiler is None:
        return None
    source = Path(__file__).with_suffix(".c")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [compiler, "-O2", "-o", str(program), str(source), "-lyaml"], capture_output=True, check=False
    )
    return program if done.returncode == 0 else None


def read_and_write(corpus: Path, out: Path, count: int, size: int) -> None:
    """Every event of every vacancy, and `count` pages of `size` bytes, each in a folder of its own."""
    for path in vacancy_files(corpus):
        with path.open("rb") as stream:
            loader = CLoader(stream)
            while loader.check_event():
                loader.get_event()
    page = b"x" * size
    out.mkdir(parents=True)
    for number in range(count):
        folder = out / str(number)
        folder.mkdir()
        (folder / "index.html").write_bytes(page)


if __name__ == "__main__":
    read_and_write(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
