"""What no command on this computer can reach, and how a person gets it gone there.

Sources: AVG art. 12(3), 17(1) and 17(2); the manual of git-filter-repo.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from burgerbaan.forget.plan import History, Plan


@dataclass(frozen=True, slots=True)
class Place:
    """One place out of reach: what to know and do there, and commands to copy."""

    title: str
    steps: tuple[str, ...]
    commands: tuple[str, ...] = ()


def places_elsewhere(plan: Plan) -> tuple[Place, ...]:
    """Everywhere that something of this person may still be, nearest first."""
    return (
        *(place for history in plan.histories for place in _git(history, plan.person.name)),
        Place("De site die nu online staat", ("Die verandert pas als je de site opnieuw bouwt en publiceert.",)),
        *_COPIES,
        *_finders(plan.addresses),
        *_PEOPLE,
    )


def _git(history: History, name: str) -> Iterator[Place]:
    folder = shlex.quote(history.top)
    if not history.is_whole:
        yield _unread(history, folder)
    elif not history.paths:
        yield Place(f"Git in {history.top}", ("Git kent de bestanden van deze persoon niet.",), _search(folder, name))
    if not history.paths:
        return
    paths = " ".join(f"--path {shlex.quote(path)}" for path in history.paths)
    yield Place(
        f"De geschiedenis van git in {history.top}",
        (
            "Git bewaart elke oude versie. Leg eerst vast dat de bestanden weg zijn (commit).",
            "Doe daarna dit, in een verse kloon. Zet het adres van je repository op de plek van ADRES.",
            "Zet beschermde branches bij je host zolang open voor deze push.",
        ),
        (
            "git clone ADRES schoon && cd schoon",
            f"git filter-repo --invert-paths {paths}",
            "git remote add origin ADRES",
            "git push --force --all",
            "git push --force --tags",
        ),
    )
    yield Place(
        "De host van git (GitHub, GitLab of een andere)",
        (
            "Vraag de host om oude pagina's uit de cache te halen en oude commits te wissen.",
            "Vraag dat ook voor pull requests: die houden hun eigen kopie van de bestanden.",
            "Kijk ook in issues, wiki's en reacties.",
        ),
    )
    yield Place(
        "Forks en klonen van anderen",
        ("Vraag iedereen met een kopie om die weg te gooien en opnieuw te klonen. Anders komt alles terug.",),
        _search(folder, name),
    )


def _unread(history: History, folder: str) -> Place:
    """Git gave no answer, or took too long: what follows may lack a file, so somebody must look."""
    paths = " ".join(shlex.quote(path) for path in history.asked)
    return Place(
        f"De geschiedenis van git in {history.top}: niet gelezen",
        (
            "Let op: git gaf geen antwoord. Hieronder kan dus een oude foto ontbreken.",
            "Kijk zelf met deze opdracht welke foto's er ooit in het profiel stonden.",
            "Zet elke foto die je vindt erbij: --path, en dan waar de foto stond.",
        ),
        (f"git -C {folder} log --all -p -- {paths}",),
    )


def _search(folder: str, name: str) -> tuple[str, ...]:
    """How to find old versions of other files that spoke of this person."""
    return (f"git -C {folder} log --all --oneline -S {shlex.quote(name)}",) if name else ()


_COPIES = (
    Place(
        "Wat de host bouwde",
        (
            "Wis bij de host de bestanden en logboeken van oude bouwrondes (artifacts, caches, logs).",
            "Wis ook proefversies van de site (deploy previews) en de cache van het netwerk (CDN).",
        ),
    ),
    Place(
        "Andere mappen en computers",
        (
            "Wis mappen die je maakte met: mkdocs build -d",
            "Wis losse kopieën: downloads, mail, telefoons, een USB-stick, de prullenbak.",
        ),
    ),
    Place(
        "Back-ups",
        ("Vraag wie ze beheert hoelang ze blijven. Zet je er een terug? Doe deze opdracht dan opnieuw.",),
    ),
)


def _finders(addresses: Sequence[str]) -> Iterator[Place]:
    where = "met de adressen hieronder" if addresses else "met de adressen van de pagina's"
    yield Place(
        "archive.org (https://web.archive.org)",
        (f"Mail info@archive.org {where} en vraag om ze weg te halen.",),
    )
    yield Place(
        "Zoekmachines",
        (
            f"Publiceer eerst de nieuwe site. Meld daarna {where} dat de pagina's weg of anders zijn.",
            "Google: https://search.google.com/search-console/remove-outdated-content",
            "Bing: https://www.bing.com/webmasters/tools/contentremoval",
        ),
    )
    if addresses:
        yield Place("De adressen om door te geven", (), tuple(addresses))


_PEOPLE = (
    Place(
        "Papier en sociale media",
        ("Haal posters en folders weg die er nog hangen. Wis berichten, en vraag wie ze deelde dat ook te doen.",),
    ),
    Place(
        "Wie de gegevens van jou kreeg",
        (
            "Vertel het ook aan anderen die de gegevens kregen of overnamen: partners, pers, sites met onze feed.",
            "Dat moet van de wet (AVG, artikel 17 lid 2). Antwoord binnen een maand (artikel 12 lid 3).",
            "Schrijf voor jezelf op wat je deed en wanneer, zonder de gegevens zelf.",
        ),
    ),
)
