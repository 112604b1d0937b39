"""Money in: what people can give for, and the account it goes to.

What is marked `Signed` decides where money goes, or how much; it is published only as it was signed for.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import model_validator

from burgerbaan.dutch import format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.fields import (
    Choice,
    Day,
    Label,
    Line,
    Many,
    PastDay,
    Prose,
    ShortLine,
    Slug,
    SourceRef,
    SponsorRef,
    Web,
)
from burgerbaan.model.payment import BankName, Iban, PaymentAmount, PaymentHost, PaymentLink, ShortPaymentText, Transfer
from burgerbaan.model.record import Part, Record, Signed, refuse, says

_NO_BANK = "XXXX"
"""Stands for the bank in an account of an example."""


class Account(Part):
    """The bank account, exactly as the bank knows it."""

    name: Annotated[BankName, Signed()] = says(
        "naam", "Naam", "Naam precies zoals de bank die kent.", "Stichting Voorbeeld"
    )
    iban: Annotated[Iban, Signed()] = says("iban", "IBAN", "Rekeningnummer.", "NL91ABNA0417164300")
    checked: PastDay | None = says(
        "gecontroleerd",
        "Gecontroleerd",
        "Wanneer iemand naam en nummer met één cent heeft nagekeken.",
        "2026-11-25",
        None,
    )


class PaymentPage(Part):
    """Where people pay with a button: pages of a payment provider."""

    hosts: Many[Annotated[PaymentHost, Signed()]] = says(
        "hosts", "Hosts", "Namen van de websites waar iemand mag betalen.", ["paymentlink.mollie.com"], min_length=1
    )
    button: Label = says("knop", "Knop", "Hoe betalen daar heet.", "iDEAL | Wero")
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-25")


class BankApps(Part):
    """Which bank apps read a payment code."""

    reading: Many[Label] = says(
        "lezen", "Lezen de code", "Apps die de code lezen.", ["ING", "bunq"], min_length=1, max_length=8
    )
    blind: Many[Label] = says(
        "lezen_niet", "Lezen de code niet", "Apps die dat niet doen.", ["Rabobank"], (), max_length=8
    )
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-25")
    source: SourceRef | None = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5", None)


class PeriodicGift(Part):
    """Giving every year by agreement: the official form."""

    form: Annotated[Web, Signed()] = says(
        "formulier", "Formulier", "Adres van het formulier.", "https://www.belastingdienst.nl/formulier"
    )
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-25")


class PlaceCost(Part):
    """What one place costs."""

    month: PaymentAmount = says("maand", "Per maand", "In euro.", Decimal("200.00"))
    year: PaymentAmount = says("jaar", "Per jaar", "In euro.", Decimal("2400.00"))
    source: SourceRef = says("bron", "Bron", "Id uit bronnen.yml.", "dialoogavond-5")
    checked: PastDay = says("gecontroleerd", "Gecontroleerd", "Wanneer nagekeken.", "2026-11-25")


class Period(StrEnum):
    """For how long a gift pays."""

    ONCE = "eenmalig"
    MONTH = "maand"
    YEAR = "jaar"


class Campaign(Part):
    """Giving together with a sponsor, until a day."""

    sponsor: SponsorRef = says("sponsor", "Sponsor", "Id uit sponsors.yml.", "bedrijf-x")
    until: Day = says("tot", "Tot en met", "De laatste dag.", "2027-03-31")


class Goal(Part):
    """Something people can give for; it has a page of its own."""

    id: Slug = says("id", "Id", "Naam in het adres.", "een-plek")
    title: Annotated[ShortLine, Signed()] = says("titel", "Titel", "Waarvoor je geeft.", "Eén plek voor een maand")
    summary: Line = says("samenvatting", "Samenvatting", "In één zin.", "Jij maakt een plek mogelijk.")
    text: Prose = says("tekst", "Tekst", "Uitleg.", "Met jouw gift …")
    period: Annotated[Choice[Period], Signed()] = says(
        "periode", "Periode", "eenmalig, of voor een maand of jaar.", "maand", Period.ONCE
    )
    amount: Annotated[PaymentAmount | None, Signed()] = says(
        "bedrag", "Bedrag", "In euro; weglaten is: je kiest zelf.", Decimal("25.00"), None
    )
    reference: Annotated[ShortPaymentText | None, Signed()] = says(
        "kenmerk", "Kenmerk", "Wat er bij de betaling staat, kort.", "Gift plek", None
    )
    link: Annotated[PaymentLink | None, Signed()] = says(
        "betaallink",
        "Betaallink",
        "De pagina waar iemand betaalt.",
        "https://paymentlink.mollie.com/payment/abc/",
        None,
    )
    campaign: Campaign | None = says("actie", "Actie", "Samen met een sponsor.", None, None)
    thanks: Line = says("dank", "Dank", "Dankwoord.", "Dank je wel.")


class Donation(Record):
    """The file `content/gegevens/donatie.yml`."""

    account: Account | None = says("rekening", "Rekening", "Weglaten zolang die niet bekend is.", None, None)
    page: PaymentPage | None = says("betaalpagina", "Betaalpagina", "Waar iemand met een knop betaalt.", None, None)
    apps: BankApps | None = says("bankapps", "Bank-apps", "Welke apps de betaalcode lezen.", None, None)
    periodic: PeriodicGift | None = says("periodiek", "Periodieke gift", "Het officiële formulier.", None, None)
    place: PlaceCost | None = says("plek", "Wat één plek kost", "Weglaten zolang het niet bekend is.", None, None)
    goals: Many[Goal] = says("doelen", "Doelen", "Waarvoor mensen kunnen geven.", None, min_length=1)
    is_example: Annotated[bool, Signed()] = says("voorbeeld", "Voorbeeld", "true zolang het niet echt is.", True, False)

    @model_validator(mode="after")
    def _known_hosts(self) -> Donation:
        for number, goal in enumerate(self.goals):
            host = (urlsplit(goal.link).hostname or "") if goal.link else ""
            if host and self.page is None:
                raise refuse(Kind.PAYMENT_PAGE_MISSING, at=f"doelen/{number}/betaallink")
            if host and self.page and host not in self.page.hosts:
                choices = format_list(self.page.hosts)
                raise refuse(Kind.PAYMENT_HOST_UNKNOWN, at=f"doelen/{number}/betaallink", host=host, choices=choices)
        return self

    @model_validator(mode="after")
    def _real_account(self) -> Donation:
        if self.account and not self.is_example and self.account.iban[4:8] == _NO_BANK:
            raise refuse(Kind.EXAMPLE_ACCOUNT, at="rekening/iban", value=self.account.iban)
        return self

    def transfer(self, goal: Goal) -> Transfer | None:
        """What a bank app is asked to do for a goal; None without an account."""
        if self.account is None:
            return None
        values = {"naam": self.account.name, "iban": self.account.iban}
        return Transfer.model_validate(values | {"bedrag": goal.amount, "omschrijving": goal.reference})
