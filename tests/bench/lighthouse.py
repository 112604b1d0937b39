"""What Lighthouse says of a built site on a phone: the performance score of four pages, the median of three runs.

    CHROME_PATH=$(command -v chromium) python -m tests.bench.lighthouse site/

Needs Node: `npx` fetches Lighthouse, of one version, outside this project. The site is served compressed on this
machine; a page that it does not have is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.client import ARGUMENTS
from tests.bench.served import served

LIGHTHOUSE = "lighthouse@12.8.2"
GOAL = 98
RUNS = 3


def _score(url: str, folder: Path) -> float:
    """One run in a fresh browser: Lighthouse's own slow phone and network."""
    command = [
        "npx", "--yes", LIGHTHOUSE, url, "--only-categories=performance", "--output=json", "--output-path=stdout",
        "--quiet", f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
    ]  # fmt: skip
    chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    run = subprocess.run(
        command, cwd=folder, env=os.environ | {"CHROME_PATH": chrome}, capture_output=True, text=True, check=True
    )
    score: float = json.loads(run.stdout)["categories"]["performance"]["score"]
    return 100 * score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    site: Path = parser.parse_args().site
    vacancies = json.loads((site / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    pages = {"home": "", "list": "vacatures/", "vacancy": f"vacatures/{vacancies[0]['id']}/", "donate": "doneren/"}
    with served(site) as url, tempfile.TemporaryDirectory() as folder:
        for name, path in pages.items():
            if not (site / path / "index.html").is_file():
                print(f"{name:<10}not in this site")
                continue
            scores = [_score(f"{url}/{path}", Path(folder)) for _ in range(RUNS)]
            verdict = "met" if median(scores) >= GOAL else "NOT MET"
            print(
                f"{name:<10}{median(scores):4.0f}   of {', '.join(f'{one:.0f}' for one in scores)}   {verdict}",
                flush=True,
            )


if __name__ == "__main__":
    main()
