"""Made-up vacancies, hosts and profiles in the project's own format: the same for the same number, always right.

python tests/bench/corpus.py 1000 map/
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from yaml import CSafeDumper, dump

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 11, 22)
"""The day on which a site of these is built."""

HOSTS_PER_VACANCY = 1 / 8
PROFILES_PER_VACANCY = 1 / 10

_MINIMAL = ROOT / "tests" / "sites" / "minimal"
_DISTRICTS = ("haven", "stad", "buiten", "poort", "hout", "pampus", "oever", "nobelhorst", "muiderzand", "duin")
_SECTORS = ("zorg", "jeugd", "horeca", "groen", "techniek", "taal", "sport", "cultuur", "kantoor", "vervoer")
_AREAS = ("nederlands", "mensen", "samenwerken", "computer")
_PLACES = ("buurthuis", "boerderij", "bibliotheek", "werkplaats", "theater", "school", "kwekerij", "sportclub", "kerk")
_NAMES = ("De Brug", "Het Anker", "De Linde", "De Zwaluw", "Het Kompas", "De Haven", "Het Baken", "De Meerkoet")
_DEEDS = (
    "kookt soep", "snoeit struiken", "repareert fietsen", "leest verhalen voor", "zet de stoelen klaar",
    "maakt foto's", "plant bollen", "sorteert kleding", "bakt brood", "schildert een muur", "speelt een spel",
    "brengt pakjes rond", "zaagt planken", "geeft de dieren te eten", "helpt met een brief", "oefent Nederlands",
    "vult de schappen", "maakt de kas schoon", "schenkt koffie", "geeft uitleg over een telefoon", "oogst groente",
    "knipt stof", "naait gordijnen", "ruimt het magazijn op", "plant de ritten", "trekt onkruid", "zingt liedjes",
    "zet de lampen op het toneel", "maakt een krantje", "wandelt een rondje", "telt de voorraad", "harkt het pad",
)  # fmt: skip
_WITH = ("ouderen", "buren", "kinderen", "een collega", "de kok", "nieuwe bewoners", "jongeren", "de tuinman")
_WHERE = ("in de keuken", "op het plein", "achter de balie", "in de kas", "bij de bushalte", "in de grote zaal",
          "langs het water", "in de werkplaats", "op de eerste verdieping", "naast de speeltuin")  # fmt: skip
_LEARNT = ("Plannen", "Luisteren", "Samenwerken", "Uitleg geven", "Veilig tillen", "Met gereedschap werken",
           "Een gesprek beginnen", "Op tijd klaar zijn", "Netjes rekenen", "Grenzen aangeven")  # fmt: skip
_TEXTS = (
    "Er werken meestal {count} mensen {where}.", "Om half elf is er koffie met {who}.", "Je begint met {deed_of} en "
    "daarna kijk je samen wat er nog moet.", "Op drukke dagen {deed} iedereen mee.", "Het ruikt er vaak naar {smell}.",
    "Wie er langer is, kan ook leren hoe het {where} gaat.", "Als iets niet lukt, zeg je dat gewoon.",
    "De eerste week loop je mee met {who}.", "Er is altijd iemand die meekijkt.", "Muziek mag aan, behalve {where}.",
)  # fmt: skip
_SMELLS = ("hout", "verf", "verse soep", "natte aarde", "koffie", "zeep", "appels", "hooi")
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def write_corpus(folder: Path, count: int) -> None:
    """A whole project of `count` vacancies, its hosts and profiles, ready to build in place."""
    for name in ("content", "vacancies", "profiles"):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copytree(_MINIMAL / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(_config(), "utf-8")
    for path, value in _files(count):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(dump(value, Dumper=CSafeDumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def _config() -> str:
    hooks = ROOT / "hooks"
    return (
        f"INHERIT: {ROOT / 'mkdocs.yml'}\nsite_name: Proef\nsite_url: https://www.example.org/\ndocs_dir: content\n"
        f"theme:\n  custom_dir: {hooks / 'theme'}\nhooks:\n  - {hooks / 'main.py'}\n"
        "nav:\n  - Vacatures: vacatures/index.md\n  - Contact: contact/index.md\n"
    )


def _files(count: int) -> Iterator[tuple[str, Any]]:
    yield (
        "content/gegevens/wijken.yml",
        [
            {"id": slug, "naam": f"Almere {slug.title()}", "naast": [_DISTRICTS[number - 1]]}
            for number, slug in enumerate(_DISTRICTS)
        ],
    )
    yield "content/gegevens/sectoren.yml", [{"id": slug, "naam": slug.title()} for slug in _SECTORS]
    yield "content/gegevens/leergebieden.yml", [{"id": slug, "naam": slug.title()} for slug in _AREAS]
    hosts = [_host(number) for number in range(max(1, round(count * HOSTS_PER_VACANCY)))]
    for slug, host in hosts:
        yield f"vacancies/{slug}/organisatie.yml", host
    for number in range(count):
        slug, vacancy = vacancy_of(number)
        yield f"vacancies/{hosts[number % len(hosts)][0]}/{slug}.yml", vacancy
    for number in range(max(1, round(count * PROFILES_PER_VACANCY))):
        yield f"profiles/bewoner-{number}.yml", _profile(number, hosts[number % len(hosts)][0])


def _host(number: int) -> tuple[str, Mapping[str, Any]]:
    chance = random.Random(f"host {number}")
    kind, name = chance.choice(_PLACES), chance.choice(_NAMES)
    slug = f"{kind}-{name.lower().replace(' ', '-')}-{number}"
    return slug, {
        "naam": f"{kind.title()} {name} {number}",
        "samenvatting": f"Hier {chance.choice(_DEEDS)} iemand {chance.choice(_WHERE)}.",
        "grootte": chance.choice(("klein", "groot")),
        "wijken": [chance.choice(_DISTRICTS)],
        "sectoren": chance.sample(_SECTORS, 2),
        "plek": {"straat": f"Voorbeeldweg {number + 1}", "postcode": f"13{number % 90 + 10} AB", "plaats": "Almere"},
        "gecontroleerd": "2026-11-15",
        "contact": {"rol": "Beheerder", "telefoon": f"036 000 {number % 100:02} {number % 97:02}"},
    }


def vacancy_of(number: int) -> tuple[str, dict[str, Any]]:
    """Slug and fields of one vacancy, as an editor would type them; most are open, some are full or over."""
    chance = random.Random(f"vacancy {number}")
    deeds = chance.sample(_DEEDS, 6)
    title = f"Iemand die {deeds[0]} {chance.choice(_WHERE)} {number}"
    posted = DAY - timedelta(days=chance.randrange(55))
    low = chance.randrange(2, 12)
    vacancy: dict[str, Any] = {
        "titel": title[0].upper() + title[1:75],
        "samenvatting": f"Je {deeds[0]} met {chance.choice(_WITH)} {chance.choice(_WHERE)}.",
        "status": chance.choices(("open", "vol", "gesloten"), (92, 5, 3))[0],
        "wijk": chance.choice(_DISTRICTS),
        "plek": {
            "naam": f"{chance.choice(_PLACES).title()} {chance.choice(_NAMES)}",
            "straat": f"{chance.choice(_NAMES).split()[1]}straat {chance.randrange(1, 200)}",
            "postcode": f"13{chance.randrange(10, 99)} {chance.choice('ABCDEFGH')}{chance.choice('ABCDEFGH')}",
            "plaats": "Almere",
            "route": f"De halte is {chance.randrange(2, 9)} minuten lopen.",
        },
        "sectoren": chance.sample(_SECTORS, chance.randrange(1, 4)),
        "taken": [f"Je {deed} {chance.choice(_WHERE)}." for deed in deeds[: chance.randrange(3, 7)]],
        "leren": chance.sample(_LEARNT, 3),
        "leergebieden": chance.sample(_AREAS, 2),
        "past_bij": [f"Je werkt graag met {chance.choice(_WITH)}.", f"Je bent graag {chance.choice(_WHERE)}."],
        "krijgt": {"vergoeding": True, "reiskosten": "De bus heen en terug", "extra": ["Samen lunchen"]},
        "uren": {"min": low, "max": low + chance.randrange(8)},
        "tijden": [
            {"dag": day, "van": f"{chance.randrange(8, 13):02}:30", "tot": f"{chance.randrange(14, 22)}:00"}
            for day in sorted(chance.sample(_DAYS, chance.randrange(1, 4)), key=_DAYS.index)
        ],
        "rooster": chance.choice(("vast", "flexibel", "in overleg")),
        "afspraak": chance.choice(("doelen", "vaste tijden", "vrij in te delen")),
        "plekken": chance.randrange(1, 4),
        "geplaatst": posted.isoformat(),
        "sluit": (DAY + timedelta(days=8 + chance.randrange(120))).isoformat(),
        "gecontroleerd": posted.isoformat(),
        "taal": chance.choice(("geen", "A1", "A2", "B1")),
        "diploma_nodig": False,
        "snuffelen": chance.random() < 0.7,
        "toegang": {"drempelvrij": chance.random() < 0.6, "toilet": True, "rustige_plek": chance.random() < 0.5},
        "begeleiding": {"wie": f"Iemand die {deeds[1]}", "hoe": chance.choice(("af en toe", "elke week"))},
        "vertrouwenspersoon": "De coördinator van het gebouw",
        "doorgroei": f"Later {deeds[2]} jij misschien zelf.",
        "tekst": _text(chance),
    }
    return f"{deeds[0].replace(' ', '-').replace(chr(39), '').lower()}-{number}", vacancy


def _text(chance: random.Random) -> str:
    paragraphs = []
    for _ in range(3):
        chosen = chance.sample(_TEXTS, 5)
        paragraphs.append(" ".join(_sentence(chance, item) for item in chosen))
    emphasis = f"\n\n- **Let op:** {_sentence(chance, _TEXTS[0])}\n" if chance.random() < 0.2 else "\n"
    return "\n\n".join(paragraphs) + emphasis


def _sentence(chance: random.Random, form: str) -> str:
    return form.format(
        count=chance.randrange(3, 30),
        where=chance.choice(_WHERE),
        who=chance.choice(_WITH),
        deed=chance.choice(_DEEDS),
        deed_of=chance.choice(_SMELLS),
        smell=chance.choice(_SMELLS),
    )


def _profile(number: int, host: str) -> Mapping[str, Any]:
    chance = random.Random(f"profile {number}")
    return {
        "naam": f"Bewoner {number}",
        "tonen": True,
        "wijk": chance.choice(_DISTRICTS),
        "sinds": f"2026-{chance.randrange(1, 11):02}",
        "talenten": [f"{what} met {chance.choice(_WITH)}" for what in chance.sample(_LEARNT, 3)],
        "leergebieden": [_AREAS[number % len(_AREAS)]],
        "opgaven": [f"Iemand die {chance.choice(_DEEDS)}"],
        "activiteiten": [f"Elke week {chance.choice(_WHERE)}"],
        "gastheren": [{"organisatie": host, "uren": 8, "werk": f"Iemand die {chance.choice(_DEEDS)}"}],
        "beeld": "tekening",
        "bijgewerkt": "2026-11-01",
        "vindbaar": chance.random() < 0.5,
        "verhaal": _text(chance),
    }


if __name__ == "__main__":
    write_corpus(Path(sys.argv[2]), int(sys.argv[1]))
