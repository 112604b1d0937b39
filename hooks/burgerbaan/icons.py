"""Small pictograms, drawn for this site on a grid of 24; always beside words, so hidden from screen readers."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

_PATHS = {
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "back": "M19 12H5M11 6l-6 6 6 6",
    "building": "M4 21V8l8-5 8 5v13M9 21v-5h6v5M9 11h.01M15 11h.01",
    "calendar": "M4 6h16v15H4zM4 11h16M8 3v5M16 3v5",
    "check": "M5 13l4 4L19 7",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
    "code": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2h-2zM14 18h2v2h-2zM18 18h2v2h-2z"
    "M7 7h.01M17 7h.01M7 17h.01",
    "coin": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM15.5 8.5a4.5 4.5 0 1 0 0 7M7 11h6M7 13.5h6",
    "copy": "M8 8h12v13H8zM16 8V3H4v13h4",
    "cross": "M6 6l12 12M18 6L6 18",
    "deur": "M6 21V3h12v18M3 21h18M14.5 12h.01",
    "diploma": "M4 4h16v11H4zM8 8h8M8 11h5M14 14v7l2-1.5L18 21v-7",
    "eye": "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    "feed": "M5.500 19a.5.5 0 1 0 0-.01M4 11.500a8.500 8.500 0 0 1 8.500 8.500M4 5a15 15 0 0 1 15 15",
    "gift": "M4 11h16v10H4zM3 7h18v4H3zM12 7v14M12 7c-5 0-6-5-3-5 2 0 3 5 3 5zM12 7c5 0 6-5 3-5-2 0-3 5-3 5z",
    "globe": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.500 9h17M3.500 15h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
    "hand": "M7 12V5.5a1.5 1.5 0 0 1 3 0V11M10 10V4a1.5 1.5 0 0 1 3 0v6.5M13 10.5V5a1.5 1.5 0 0 1 3 0v7"
    "M16 9a1.5 1.5 0 0 1 3 0v5a7 7 0 0 1-7 7c-3 0-4.5-1.5-6-4l-2.5-4a1.5 1.5 0 0 1 2.5-1.500L7 13.5",
    "heart": "M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z",
    "mail": "M3 5h18v14H3zM3 6l9 7 9-7",
    "menu": "M4 6h16M4 12h16M4 18h16",
    "moon": "M20 14a8 8 0 1 1-9.5-10 6.5 6.5 0 0 0 9.5 10z",
    "muur": "M3 5h18v14H3zM3 9.67h18M3 14.33h18M9 5v4.67M15 9.67v4.66M9 14.33V19",
    "people": "M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.500a3.5 3.5 0 0 1 0 6.5"
    "M18 14a6.5 6.5 0 0 1 3.5 6",
    "person": "M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM4 21a8 8 0 0 1 16 0",
    "phone": "M5 3h4l2 5-2.5 1.500a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z",
    "phone_back": "M5 3h4l2 5-2.5 1.500a11 11 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"
    "M21 3l-6 6M15 4.500V9h4.500",
    "pin": "M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 7.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
    "print": "M6 9V3h12v6M6 18H3V9h18v9h-3M7 14h10v7H7z",
    "scissors": "M6 5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6 14a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z"
    "M8.2 8.8L21 16.500M8.2 15.200L21 7.500",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.500L21 21",
    "share": "M12 15V3M7.500 7L12 3l4.500 4M6 11H5v10h14V11h-1",
    "sound": "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
    "speech": "M4 4h16v12H9l-5 4z",
    "star": "M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.200L12 17.200l-5.6 3 1.2-6.200L3 9.600l6.3-.8z",
    "sun": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2"
    "M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19",
    "wheelchair": "M10 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM10 8v6h5l3 5M10 10h5M8 11a5.5 5.5 0 1 0 6.5 7",
}


def icon_path(name: str) -> str:
    """The lines of a pictogram; KeyError for a name that is not drawn."""
    return _PATHS[name]


@cache
def icon_html(name: str) -> Markup:
    """An inline SVG; KeyError for a name that is not drawn."""
    svg = '<svg class="bb-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>'
    return Markup(svg).format(_PATHS[name])
