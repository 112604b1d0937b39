"""Money in: what people can give for, and the account it goes to."""

from __future__ import annotations

from decimal import Decimal

from burgerbaan.model.fields import Euro, Iban, Line, Many, Prose, ShortLine, Slug
from burgerbaan.model.record import Part, Record, says


class Goal(Part):
    """Something people can give for; it has a page of its own."""

    id: Slug = says("id", "Id", "Naam in het adres.", "een-plek")
    title: Line = says("titel", "Titel", "Waarvoor je geeft.", "Eén plek voor een maand")
    summary: Line = says("samenvatting", "Samenvatting", "In één zin.", "Jij maakt een plek mogelijk.")
    text: Prose = says("tekst", "Tekst", "Uitleg.", "Met jouw gift …")
    amount: Euro | None = says("bedrag", "Bedrag", "In euro; weglaten is: je kiest zelf.", Decimal("25.00"), None, gt=0)
    thanks: Line = says("dank", "Dank", "Dankwoord.", "Dank je wel.")


class Account(Part):
    """The bank account, exactly as the bank knows it."""

    name: ShortLine = says("naam", "Naam", "Naam zoals de bank die kent.", "Stichting Voorbeeld")
    iban: Iban = says("iban", "IBAN", "Rekeningnummer.", "NL91ABNA0417164300")


class Donation(Record):
    """The file `content/gegevens/donatie.yml`."""

    account: Account | None = says("rekening", "Rekening", "Weglaten zolang die niet bekend is.", None, None)
    goals: Many[Goal] = says("doelen", "Doelen", "Waarvoor mensen kunnen geven.", None, min_length=1)
    is_example: bool = says("voorbeeld", "Voorbeeld", "true zolang het niet echt is.", True, False)
