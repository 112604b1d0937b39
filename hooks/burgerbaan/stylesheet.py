"""Style sheets as this site serves them: which parts go together, and those without what no page of it can use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from pathlib import Path
from types import MappingProxyType

from lightningcss import process_stylesheet

SHEETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "site": (
            "palette", "frame", "header", "home", "page", "sources", "footer", "easy", "languages", "cards",
            "people", "vacancy", "tables", "steps", "finding", "forms", "narrow", "wide", "bank-choices",
            "bank-answers", "vacancy-actions", "paper", "paper-blocks", "copying", "sponsors", "own-words",
            "waiting",
        ),
        "compare": ("compare",),
        "giving": ("giving",),
        "poster": (
            "sheet", "poster", "leaflet", "poster-sizes", "first-talk", "giving-paper", "factsheet", "certificate",
        ),
        "route": ("route-map", "route-line", "route-stops"),
        "route-sheet": ("route-sheet",),
        "decide": ("decision", "flow-chart", "roles"),
        "timetable": ("network", "route-maker", "work-forms", "timetable-paper"),
        "agenda": ("agenda",),
        "cut": ("cut-cards",),
        "plan": ("plan", "plan-paper"),
        "answers": ("answers",),
        "hours": ("hours",),
        "embed": ("embed",),
    }
)  # fmt: skip
"""Parts by the name of their file, in the order of the cascade: a later one may overrule an earlier one."""

_BROWSERS = ["chrome >= 90", "firefox >= 90", "ios_saf >= 15", "safari >= 15", "samsung >= 15"]
"""Telephones of five years old; what those do not know is written as they do."""

_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_PICTURE = re.compile(r"""url\(\s*(?:'data:[^']*'|"data:[^"]*"|data:[^)]*)\s*\)""")


def material_sheet(theme: Path) -> str:
    """Material's style sheet, in the folder of its theme; its name changes with its version."""
    return min(theme.glob("assets/stylesheets/main.*.min.css")).read_text("utf-8")


def joined(name: str, styles: Mapping[str, str]) -> str:
    """The `styles` of one file, by their names, one after the other."""
    return "\n".join(styles[part] for part in SHEETS[name])


def names_in(css: str) -> frozenset[str]:
    """The classes and ids that its rules ask for, and a few words more that look like those."""
    return frozenset(name.replace("\\", "") for name in _NAME.findall(css))


def without_pictures(css: str) -> str:
    """A style sheet less the pictures inside it: our policy refuses those, and a phone would fetch them for nothing."""
    return _PICTURE.sub("none", css)


def small(css: str, unused: Set[str] = frozenset()) -> str:
    """A style sheet without comments, spaces and the rules that ask for a class or id that is `unused`."""
    return process_stylesheet(css, unused_symbols={*unused}, browsers_list=_BROWSERS, minify=True) + "\n"
