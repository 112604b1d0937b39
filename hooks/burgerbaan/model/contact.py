"""How to reach somebody."""

from __future__ import annotations

from typing import Any

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Line, Mail, Phone
from burgerbaan.model.record import Part, refuse, says


class Contact(Part):
    """How to reach somebody about one kind of question."""

    example_fields = ("phone",)

    role: Line = says("rol", "Rol", "Wie je krijgt, als rol.", "Coördinator")
    name: Line | None = says("naam", "Naam", "Alleen als die persoon dat goed vindt.", "Noor", None)
    phone: Phone | None = says("telefoon", "Telefoon", "Nummer met netnummer.", "036 123 45 67", None)
    phone_hours: Line | None = says("bereikbaar", "Bereikbaar", "Wanneer je kunt bellen.", "ma–do 9–16 uur", None)
    whatsapp: Phone | None = says("whatsapp", "WhatsApp", "Mobiel nummer met WhatsApp.", "06 12 34 56 78", None)
    mail: Mail | None = says("mail", "E-mail", "E-mailadres van de rol.", "meedoen@example.org", None)
    answers_within: Line | None = says(
        "antwoord_binnen", "Antwoord binnen", "Hoe snel je antwoord krijgt.", "2 werkdagen", None
    )
    visit: Line | None = says("langskomen", "Langskomen", "Waar en wanneer je kunt binnenlopen.", "di 10–12 uur", None)

    def model_post_init(self, context: Any) -> None:
        if not (self.phone or self.whatsapp or self.mail or self.visit):
            raise refuse(Kind.CONTACT_UNREACHABLE)
