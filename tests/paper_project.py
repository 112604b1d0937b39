"""A small project with vacancies that ask the most of a sheet of paper, and the build that prints it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.small_site import MINIMAL, change

ROOT = Path(__file__).parent.parent
ADDRESS = "https://www.example.org/vacatures/"

PLAIN = "koken"
FULL = "bezoekers-ontvangen-koffie-schenken-en-wegwijs-maken-in-huis"
MONSTER = "x" * 60
SLUGS = (PLAIN, FULL, MONSTER)

FULL_TITLE = "Bezoekers ontvangen, koffie schenken en nieuwe vrijwilligers wegwijs maken in 't"
FULL_HOST = "Stichting Samenwerkende Buurthuizen en Ontmoetingsplekken voor alle Binnensteden"
_SUMMARY = (
    "Je ontvangt bezoekers, schenkt koffie en thee, wijst nieuwe vrijwilligers de weg in het huis, en je let op wie er "
)
_MAIL = f"{'naam' * 15}@{'organisatie' * 3}.nl"
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def make_project(folder: Path) -> Path:
    """The minimal site with the code beside it, and two more vacancies: one full, one fuller than is sensible."""
    project = folder / "project" / "tests" / "sites" / "minimal"
    shutil.copytree(MINIMAL, project, ignore=shutil.ignore_patterns(".*"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "project" / "mkdocs.yml")
    shutil.copytree(ROOT / "hooks", folder / "project" / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    full = _add(project, FULL, FULL_TITLE, FULL_HOST)
    _shifts(full, 5, ("08:30", "12:00"), ("13:00", "16:30"))
    monster = _add(project, MONSTER, "W" + "m" * 79, "Q" * 80)
    _shifts(monster, 7, ("08:00", "10:00"), ("11:00", "13:00"), ("14:00", "17:00"))
    contact = f"contact: {{rol: Beheerder, mail: {_MAIL}, langskomen: {'elke dag ' * 20}}}\n"
    monster.write_text(monster.read_text("utf-8") + contact, "utf-8")
    return project


def _add(project: Path, slug: str, title: str, host: str) -> Path:
    """A vacancy of its own host, with every text about as long as the fields allow."""
    folder = project / "vacancies" / f"{slug[:9]}-huis"
    shutil.copytree(project / "vacancies" / "buurthuis", folder, ignore=shutil.ignore_patterns("koken.yml"))
    change(folder / "organisatie.yml", "naam: Buurthuis De Brug", f"naam: {host}")
    place = folder / f"{slug}.yml"
    shutil.copy(MINIMAL / "vacancies" / "buurthuis" / "koken.yml", place)
    change(place, "titel: Koken in het buurthuis", f'titel: "{title}"')
    change(place, "samenvatting: Je kookt voor twintig buren.", f'samenvatting: "{_SUMMARY.ljust(199, "e")}."')
    change(place, "straat: Voorbeeldstraat 1", "straat: Burgemeester van der Voorbeeldlaan 1234 tot en met 1238")
    change(place, "diploma_nodig: false", f"diploma_nodig: true\ndiploma: {'Een rijbewijs dat geldig is ' * 6}")
    change(place, "plekken: 2", "plekken: 2\nsluit: 2026-12-30")
    return place


def _shifts(place: Path, days: int, *times: tuple[str, str]) -> None:
    """Times that differ a minute from day to day, for days with the same times would stand in one line."""
    rows = [
        f'  - {{dag: {day}, van: "{start}", tot: "{end[:-1]}{number}"}}'
        for number, day in enumerate(_DAYS[:days])
        for start, end in times
    ]
    change(place, '  - {dag: dinsdag, van: "15:00", tot: "19:00"}', "\n".join(rows))


def build(project: Path, target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """One strict build on a fixed day."""
    day = {"BURGERBAAN_TODAY": "2026-11-22", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(project / "mkdocs.yml"), "-d", str(target)],
        env=os.environ | day | environment,
        capture_output=True,
        text=True,
        check=False,
    )
