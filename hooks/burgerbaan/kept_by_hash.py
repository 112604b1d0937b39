"""What was found in a file, kept by a hash of its bytes, so that the bytes themselves are let go."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Found = TypeVar("Found")


def kept_by_hash(find: Callable[[bytes], Found]) -> Callable[[bytes], Found]:
    """`find`, asked once for the same bytes; what it raises is not kept.

    Nothing is ever thrown away: what is kept must be small, whatever the size of the file.
    """
    known: dict[bytes, Found] = {}

    @wraps(find)
    def ask(data: bytes) -> Found:
        key = hashlib.sha256(data).digest()
        if key not in known:
            known[key] = find(data)
        return known[key]

    return ask
