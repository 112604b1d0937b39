"""Rounds of samples as a table, and ratios of our build as the median over rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.process import Sample


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left: how many files, how many bytes."""

    files: int
    size: int


def output_of(folder: Path) -> Output:
    """Count what is in a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Output(len(sizes), sum(sizes))


def ratio(ours: Sequence[float], other: Sequence[float]) -> tuple[float, float, float]:
    """Median, least and most of the ratios within each round: what slows a machine down, slows both."""
    found = [mine / its for mine, its in zip(ours, other, strict=True)]
    return median(found), min(found), max(found)


def rows(samples: Mapping[str, Sequence[Sample]], outputs: Mapping[str, Output]) -> Iterator[str]:
    """A line for each contender."""
    yield f"{'':20}{'wall s':>24}{'CPU s':>9}{'peak MiB':>10}{'files':>9}{'MB':>9}"
    for name, runs in samples.items():
        wall = [run.wall for run in runs]
        spread = f"{median(wall):.2f} [{min(wall):.2f}-{max(wall):.2f}]"
        cpu, peak = median(run.cpu for run in runs), median(run.peak for run in runs)
        out = outputs.get(name)
        left = f"{out.files:>9}{out.size / 1e6:>9.1f}" if out else ""
        yield f"{name:20}{spread:>24}{cpu:>9.2f}{peak:>10.0f}{left}"


def ratio_rows(name: str, samples: Mapping[str, Sequence[Sample]]) -> Iterator[str]:
    """A line for each contender that a first one is compared with."""
    mine = samples[name]
    for other, runs in samples.items():
        if other == name:
            continue
        for label in ("wall", "cpu", "peak"):
            middle, least, most = ratio([getattr(run, label) for run in mine], [getattr(run, label) for run in runs])
            yield f"{name} / {other}, {label}: {middle:.3f} [{least:.3f}-{most:.3f}]"
