"""Words that visitors use for one another when they search."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Many
from burgerbaan.model.record import Item, refuse, says


def _search_words(value: str) -> str:
    if not value or any(not part.replace("'", "").replace("-", "").isalnum() for part in value.split(" ")):
        raise refuse(Kind.SEARCH_WORDS)
    return value


def _search_word(value: str) -> str:
    if not value.replace("'", "").isalnum():
        raise refuse(Kind.SEARCH_WORD)
    return value


SearchWord = Annotated[str, Field(max_length=40), AfterValidator(_search_word)]
"""One word, as it can stand in a text."""

SearchWords = Annotated[str, Field(max_length=40), AfterValidator(_search_words)]
"""One word, or a few with single spaces between them, as somebody types them in a search box."""


class Synonyms(Item):
    """One group in `content/gegevens/synoniemen.yml`: who searches for one of these also finds the others."""

    words: Many[SearchWords] = says(
        "woorden", "Woorden", "Woorden die hetzelfde vinden.", ["poetsen", "schoonmaken"], min_length=2, max_length=20
    )
    also: Many[SearchWord] = says(
        "ook", "Ook", "Woorden die dan ook gevonden worden, maar niet andersom.", ["afwassen"], (), max_length=20
    )
