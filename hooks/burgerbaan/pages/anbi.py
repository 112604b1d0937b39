"""What an ANBI must publish, in the order of the regulation; what is missing is said, not hidden."""

from __future__ import annotations

from typing import Any

from burgerbaan.model.foundation import Foundation
from burgerbaan.words import Words


def anbi_items(foundation: Foundation, words: Words) -> list[dict[str, Any]]:
    """Name and texts of each item; no texts when it has not been supplied."""
    contact = foundation.contact
    ways = [contact.phone, contact.mail, contact.visit] if contact else []
    values: dict[str, list[str | None]] = {
        "name": [foundation.name],
        "public_name": [foundation.public_name or foundation.name],
        "rsin": [foundation.rsin],
        "kvk": [foundation.kvk],
        "contact": ways,
        "purpose": [foundation.purpose],
        "policy": [foundation.policy],
        "board": [f"{item.function}: {item.name}" for item in foundation.board],
        "pay_policy": [foundation.pay_policy],
        "activities": [foundation.activities],
        "accounts": [],
    }
    return [
        {
            "name": words(f"anbi.{key}"),
            "texts": [value for value in found if value],
            "documents": foundation.accounts if key == "accounts" else (),
        }
        for key, found in values.items()
    ]
