"""Our build beside others: in turn (A B C A B C …), each from cold; ratios within each round are what counts.

python -m tests.bench.measure cold 1000 --with ours,hugo-markdown,hugo-adapter,floor --runs 5
python -m tests.bench.measure warm 10000        one vacancy edited, against Hugo's whole build
python -m tests.bench.measure check 10000       only checking, against our own whole build
python -m tests.bench.measure linear 1000       at that number and at ten times as many
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.contenders import NAMES, OURS, Contender, Shape, check_of, others, ours
from tests.bench.corpus import write_corpus
from tests.bench.floor import vacancy_files
from tests.bench.goals import Measure, verdicts
from tests.bench.process import Sample, run
from tests.bench.table import Output, output_of, ratio, ratio_rows, rows

Samples = dict[str, list[Sample]]


def shape_of(corpus: Path, out: Path) -> Shape:
    """What our build wrote: the pages of vacancies (without their paper), and files of any kind."""
    slugs = [path.stem for path in vacancy_files(corpus)]
    pages = [(out / "vacatures" / slug / "index.html").stat().st_size for slug in slugs]
    whole = output_of(out)
    return Shape(len(pages), sum(pages) // len(pages), whole.files, whole.size // whole.files)


def prepare(work: Path, count: int, names: Sequence[str]) -> list[Contender]:
    """A corpus, one build of it that is not counted, and all contenders ready to run."""
    corpus = work / "corpus"
    write_corpus(corpus, count)
    mine = ours(corpus, work)
    run(mine.command)
    return [mine, *others(names, corpus, work, shape_of(corpus, mine.out))]


def cold(contenders: Sequence[Contender], runs: int) -> tuple[Samples, Mapping[str, Output]]:
    """Builds from cold, in turn."""
    samples: Samples = {item.name: [] for item in contenders}
    for _ in range(runs):
        for item in contenders:
            item.clear()
            samples[item.name].append(run(item.command))
    return samples, {item.name: output_of(item.out) for item in contenders}


def warm(contenders: Sequence[Contender], runs: int) -> Samples:
    """Our build again after an edit of one vacancy, each time beside the others from cold."""
    mine, *rest = contenders
    edited = vacancy_files(mine.command.folder)[0]
    text = edited.read_text("utf-8")
    samples: Samples = {"edit": [], **{item.name: [] for item in contenders}}
    for number in range(runs):
        mine.clear()
        samples[mine.name].append(run(mine.command))
        edited.write_text(text.replace("samenvatting: Je", f"samenvatting: Keer {number} dat je", 1), "utf-8")
        samples["edit"].append(run(mine.command))
        for item in rest:
            item.clear()
            samples[item.name].append(run(item.command))
    edited.write_text(text, "utf-8")
    return samples


def check(mine: Contender, runs: int) -> Samples:
    """Only checking, each time beside a whole build from cold."""
    samples: Samples = {"check": [], mine.name: []}
    for _ in range(runs):
        samples["check"].append(run(check_of(mine.command.folder)))
        mine.clear()
        samples[mine.name].append(run(mine.command))
    return samples


def linear(work: Path, count: int, runs: int) -> Samples:
    """Our build at a number and at ten times as many, in turn."""
    small, large = (prepare(work / str(number), number, [])[0] for number in (count, 10 * count))
    samples: Samples = {f"{OURS} {count}": [], f"{OURS} {10 * count}": []}
    for _ in range(runs):
        for found, item in zip(samples.values(), (small, large), strict=True):
            item.clear()
            found.append(run(item.command))
    return samples


def report(first: str, samples: Samples, count: int, outputs: Mapping[str, Output] | None = None) -> None:
    """The table, the ratios of the first to the others, and which goals they meet."""
    print("\n".join([*rows(samples, outputs or {}), "", *ratio_rows(first, samples), ""]))
    kinds: Mapping[str, Sequence[tuple[Measure, str]]] = {
        OURS: (("cold wall", "wall"), ("cold peak", "peak")),
        "edit": (("warm wall", "wall"),),
        "check": (("check wall", "wall"),),
    }
    for measure, label in kinds.get(first, ()):
        mine = [getattr(item, label) for item in samples[first]]
        ratios = [
            (name, ratio(mine, [getattr(item, label) for item in found])[0])
            for name, found in samples.items()
            if name != first
        ]
        for line in verdicts(measure, count, ratios):
            print(line)


def measure(mode: str, count: int, names: Sequence[str], runs: int, work: Path) -> None:
    """One mode from corpus to table."""
    if mode == "linear":
        samples = linear(work, count, runs)
        report(f"{OURS} {10 * count}", samples, count)
        small, large = (median(item.wall for item in found) for found in samples.values())
        print(f"each vacancy more: {(large - small) / (9 * count) * 1000:.3f} ms")
        return
    contenders = prepare(work, count, names if mode != "check" else [])
    if mode == "cold":
        samples, outputs = cold(contenders, runs)
        report(OURS, samples, count, outputs)
    elif mode == "warm":
        report("edit", warm(contenders, runs), count)
    else:
        report("check", check(contenders[0], runs), count)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=("cold", "warm", "check", "linear"))
    parser.add_argument("count", type=int, help="vacancies")
    parser.add_argument("--with", dest="names", default="hugo-markdown", help=f"comma-separated: {', '.join(NAMES)}")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    names = options.names.split(",")
    if unknown := set(names) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as work:
        measure(options.mode, options.count, names, options.runs, Path(work))


if __name__ == "__main__":
    main()
