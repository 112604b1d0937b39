"""Which scripts go together to the browser: one file for each thing on a page that needs any."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import rjsmin

_KEPT = ("page-parts", "days", "presses", "kept", "renamed", "offline")
"""For a page that knows what was kept."""

BUNDLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "scheme": ("scheme",),
        "site": ("site", "listen", "translated"),
        "read-aloud": ("spoken-pieces", "read-aloud"),
        "vacancy": (*_KEPT, "saving", "copying", "sharing", "vacancy"),
        "language-row": ("language-row",),
        "own-language": ("loader", "own-facts", "own-language"),
        "bank": (
            "loader", "dutch-words", "dutch-index", "dutch-reader", "dutch-search", "facets", "bank-pace",
            "bank-state", "bank-choices", "bank-form", "bank-answers", "bank-head", "bank-list", "bank-cards",
            "bank-parts", "bank-data", "bank",
        ),
        "shortlist": (*_KEPT, "loader", "facts", "ask-first", "shortlist"),
        "plan": (
            *_KEPT, "loader", "facts", "ask-first", "arrange", "plan-rules", "plan-times", "plan-kept",
            "plan-shut", "plan-works", "plan-week", "plan-total", "plan-contacts", "plan-aloud", "plan-offers",
            "on-paper", "own-words", "plan-link", "copying", "plan-share", "plan-agenda", "plan-question",
            "plan-empty", "plan-received", "plan-taking", "plan-fold", "plan",
        ),
        "plan-later": ("qr-code", "plan-calendar", "plan-later"),
        "hours-sheet": (
            *_KEPT, "loader", "facts", "ask-first", "hours-rules", "hours-words", "hours-store",
            "hours-list", "hours-paper", "hours-form", "hours-plan", "copying", "hours-export", "hours-sheet",
        ),
        "answers": (
            "page-parts", "kept", "ask-first", "on-paper", "own-words", "answers-kept", "answers-questions",
            "copying", "answers-share", "answers-mail", "answers",
        ),
        "people": ("dutch-words", "people"),
        "search": ("page-parts", "loader", "dutch-words", "dutch-index", "dutch-reader", "dutch-search", "search"),
        "decision": ("presses", "decision"),
        "route": ("page-parts", "presses", "route-rules", "ask-first", "route"),
        "own-route": ("page-parts", "copying", "own-route-rules", "ask-first", "on-paper", "own-route"),
        "forms": ("forms",),
        "cut-cards": ("cut-cards",),
    }
)  # fmt: skip
"""Scripts by the name of their file, each after those that it needs; `bank` stands on a page that has `vacancy`, and
`plan-later` comes to one that has `plan`."""


WORKER = "offline-worker"
"""The script that no page loads: a browser runs it beside them."""


def offline_worker(scripts: Mapping[str, str], told: Mapping[str, Any]) -> str:
    """The worker of the site, with what it is `told`: addresses from the root, and words."""
    small: str = rjsmin.jsmin(scripts[WORKER])
    return f"self.bbOffline={json.dumps(told, ensure_ascii=False)};\n{small}\n"


def bundle(name: str, scripts: Mapping[str, str]) -> str:
    """The `scripts` of one file, by their names, joined and without comments and spaces."""
    small: str = rjsmin.jsmin("\n".join(scripts[part] for part in BUNDLES[name]))
    return small + "\n"
