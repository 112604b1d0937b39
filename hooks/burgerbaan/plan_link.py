"""A plan as part of an address: what stands after the '#' goes to no server. `plan-link.js` reads and writes the same.

`plan=1.` and then JSON, packed by zlib (RFC 1950, whose check finds what was cut or changed), in the letters of
base64url (RFC 4648 section 5): {"v": {"koken": [[1, 900, 1140]], "bestuur": 3}, "w": {"wil": "..."}}. In "h" stand the
closed or full places where the writer works already, as in "h": ["koken"].
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable

from burgerbaan.plan import Chosen

MARK = "plan=1."


def write_link(plan: Iterable[Chosen]) -> str:
    """What comes after the '#' for a plan."""
    chosen = {item.work.slug: [list(shift) for shift in item.times] or item.hours for item in plan}
    text = json.dumps({"v": chosen}, ensure_ascii=False, separators=(",", ":"))
    return MARK + base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")
