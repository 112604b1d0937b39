"""Ways to reach somebody, as they stand on paper: nothing to press, all to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.links import dial
from burgerbaan.model.contact import Contact
from burgerbaan.paper import Pieces, address_pieces
from burgerbaan.words import Words


@dataclass(frozen=True, slots=True)
class Way:
    """One way to react: pictogram, verb, and number or address."""

    icon: str
    verb: str
    pieces: Pieces

    @property
    def flow(self) -> Pieces:
        """All that is read, verb first."""
        return ((f"{self.verb} ",), *self.pieces)


def ways_to(contact: Contact, words: Words) -> Iterator[Way]:
    """Every way there is, the easiest first."""
    is_one = contact.phone and contact.whatsapp and dial(contact.phone) == dial(contact.whatsapp)
    if contact.phone:
        yield Way("phone", words("contact.call_or_chat" if is_one else "contact.call"), ((contact.phone,),))
    if contact.whatsapp and not is_one:
        yield Way("speech", words("contact.whatsapp"), ((contact.whatsapp,),))
    if contact.mail:
        yield Way("mail", words("contact.mail"), address_pieces(contact.mail))
    if contact.visit:
        yield Way("pin", words("contact.visit"), ((contact.visit,),))
