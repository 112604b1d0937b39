"""The minimal site with a foundation that takes gifts: an account, a payment page and two goals, signed for."""

from __future__ import annotations

from pathlib import Path

from burgerbaan.commands.sign import sign
from burgerbaan.source.folders import Folders
from tests.small_site import DAY, copy_minimal

IBAN = "NL91ABNA0417164300"
OTHER_IBAN = "NL02ABNA0123456789"
HOST = "https://www.example.org/"
LINK = "https://betalen.example.net/geef/1/"

DONATION = f"""\
rekening: {{naam: Stichting Geefgraag, iban: {IBAN}}}
betaalpagina: {{hosts: [betalen.example.net], knop: iDEAL | Wero, gecontroleerd: 2026-11-01}}
bankapps: {{lezen: [ING, bunq], lezen_niet: [Rabobank], gecontroleerd: 2026-11-01}}
doelen:
  - id: een-plek
    titel: Eén plek voor een maand
    samenvatting: Jij maakt een plek mogelijk.
    tekst: Met jouw gift betaalt de stichting een plek.
    periode: maand
    bedrag: 25
    kenmerk: Gift plek
    betaallink: {LINK}
    dank: Dank je wel.
  - id: vrij
    titel: Wat je wilt
    samenvatting: Je kiest zelf hoeveel je geeft.
    tekst: Elk bedrag helpt.
    dank: Dank je wel.
"""
PAGE = "---\ndescription: Geef aan de stichting.\n---\n# Doneren\n\n{{ doelen }}\n\n{{ contact doneren }}\n"


def write_giving(folder: Path, donation: str = DONATION) -> Path:
    """The minimal site with these data about money, signed for; in a folder of its own."""
    copy_minimal(folder)
    (folder / "content/gegevens/donatie.yml").write_text(donation, "utf-8")
    (folder / "content/doneren").mkdir()
    (folder / "content/doneren/index.md").write_text(PAGE, "utf-8")
    sign_for(folder)
    return folder


def write_campaign(folder: Path, until: str) -> Path:
    """The same, with the first goal a campaign of a sponsor that ends on a day."""
    campaign = f"    actie: {{sponsor: bedrijf-x, tot: {until}}}\n    betaallink:"
    project = write_giving(folder, DONATION.replace("    betaallink:", campaign))
    sponsor = "- {id: bedrijf-x, naam: Bedrijf X, soort: bedrijf, sinds: '2025', maakt_mogelijk: Een plek.}\n"
    (project / "content/gegevens/sponsors.yml").write_text(sponsor, "utf-8")
    (project / "content/sponsors").mkdir()
    (project / "content/sponsors/index.md").write_text("---\ndescription: Sponsors.\n---\n# Sponsors\n", "utf-8")
    return project


def sign_for(folder: Path) -> list[str]:
    """Sign for what the data say now; what was said on the way."""
    said: list[str] = []
    assert sign(Folders(folder), DAY, said.append, lambda question: "ja") == 0, said
    return said
