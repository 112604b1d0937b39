"""Who is measured: how each is made ready from a corpus, what it runs, and what it leaves behind."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.corpus import DAY
from tests.bench.floor import compiled, vacancy_files
from tests.bench.hugo import hugo_binary, write_hugo
from tests.bench.plain import write_empty, write_plain
from tests.bench.process import Command

OURS = "ours"
TODAY = {"BURGERBAAN_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What our own build writes: the pages of vacancies and all files, each as a number and a mean size."""

    pages: int
    page_size: int
    files: int
    file_size: int


@dataclass(frozen=True, slots=True)
class Contender:
    """A build that can be repeated from cold: `left` is removed before each."""

    name: str
    command: Command
    out: Path
    left: Sequence[Path]

    def clear(self) -> None:
        """Back to cold."""
        for path in self.left:
            shutil.rmtree(path, ignore_errors=True)


def ours(corpus: Path, work: Path) -> Contender:
    """Our own build of the corpus, in place."""
    out = work / "out-ours"
    words = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(out)]
    return Contender(OURS, Command(words, corpus, TODAY), out, [out, corpus / ".burgerbaan-cache", corpus / ".cache"])


def check_of(corpus: Path) -> Command:
    """Our own check of the corpus: no site."""
    return Command([sys.executable, "-m", "burgerbaan", "check", str(corpus)], corpus, TODAY)


def others(names: Sequence[str], corpus: Path, work: Path, shape: Shape) -> list[Contender]:
    """The chosen contenders other than ourselves, made ready; KeyError for a name that is not one."""
    return [_MAKERS[name](name, corpus, work, shape) for name in names if name != OURS]


def _hugo(name: str, corpus: Path, work: Path, _shape: Shape, *, is_markdown: bool, has_paper: bool) -> Contender:
    folder = work / name
    write_hugo(corpus, folder, is_markdown=is_markdown, has_paper=has_paper)
    out = folder / "public"
    cache = work / f"cache-{name}"
    words = [str(hugo_binary()), "build", "--quiet", "--destination", str(out), "--cacheDir", str(cache)]
    return Contender(name, Command(words, folder), out, [out, cache, folder / "resources"])


def _mkdocs(name: str, work: Path) -> Contender:
    out = work / f"out-{name}"
    words = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(out)]
    return Contender(name, Command(words, work / name, TODAY), out, [out])


def _plain(name: str, corpus: Path, work: Path, _shape: Shape, *, in_menu: bool) -> Contender:
    write_plain(corpus, work / name, in_menu=in_menu)
    return _mkdocs(name, work)


def _empty(name: str, _corpus: Path, work: Path, _shape: Shape) -> Contender:
    write_empty(work / name)
    return _mkdocs(name, work)


def _floor(name: str, corpus: Path, work: Path, shape: Shape) -> Contender:
    """In C where that can be, else in Python; the name tells which."""
    count, size = (shape.files, shape.file_size) if name == "floor-files" else (shape.pages, shape.page_size)
    out = work / f"out-{name}"
    program = compiled(work / "floor-program")
    if program is None:
        words = [sys.executable, str(Path(__file__).with_name("floor.py")), str(corpus), str(out)]
        return Contender(f"{name} (Python)", Command([*words, str(count), str(size)], work), out, [out])
    given = "".join(f"{path}\n" for path in vacancy_files(corpus))
    return Contender(name, Command([str(program), str(out), str(count), str(size)], work, given=given), out, [out])


_Maker = Callable[[str, Path, Path, Shape], Contender]
_MAKERS: Mapping[str, _Maker] = {
    "hugo-markdown": partial(_hugo, is_markdown=True, has_paper=True),
    "hugo-adapter": partial(_hugo, is_markdown=False, has_paper=True),
    "hugo-markdown-bare": partial(_hugo, is_markdown=True, has_paper=False),
    "hugo-adapter-bare": partial(_hugo, is_markdown=False, has_paper=False),
    "plain": partial(_plain, in_menu=False),
    "plain-menu": partial(_plain, in_menu=True),
    "empty": _empty,
    "floor": _floor,
    "floor-files": _floor,
}
NAMES = (OURS, *_MAKERS)
