"""Material's style sheet as this site serves it."""

from __future__ import annotations

import re
from pathlib import Path

_PICTURE = re.compile(r"""url\(\s*(?:'data:[^']*'|"data:[^"]*"|data:[^)]*)\s*\)""")


def stylesheet_in(theme: Path) -> str:
    """Where Material's style sheet lies in the folder of its theme; its name changes with its version."""
    return min(theme.glob("assets/stylesheets/main.*.min.css")).relative_to(theme).as_posix()


def without_pictures(css: str) -> str:
    """A style sheet less the pictures inside it: our policy refuses those, and a phone would fetch them for nothing."""
    return _PICTURE.sub("none", css)
