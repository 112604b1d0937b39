"""What a browser loads beside pages: our scripts and style sheets, each as small as it can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from burgerbaan.output import File, text_file
from burgerbaan.render import COMPONENTS
from burgerbaan.scripts import BUNDLES, bundle
from burgerbaan.stylesheet import SHEETS, joined, material_sheet, names_in, small, without_pictures

FOLDER = "assets/"
SOURCES = ("assets/css/", "assets/js/")
"""Where scripts and style sheets stand in the theme, and what is made of them in the site."""

_SITE = "site"
"""The style sheet of every page; Material's typography goes before it."""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Assets:
    """Our style sheets and scripts as we wrote them, by their names, and that of Material."""

    styles: Mapping[str, str]
    scripts: Mapping[str, str]
    material: str

    def files(self, written: Iterable[str]) -> Iterator[File]:
        """All that pages of the site load. `written`: the HTML of pages that no template of ours made, which may use
        of Material what those do not.
        """
        unused = names_in(self.material) - _words((*written, *_templates(), *self.scripts.values()))
        for name in SHEETS:
            css = joined(name, self.styles)
            whole = without_pictures(self.material) + css if name == _SITE else css
            yield text_file(f"{FOLDER}css/{name}.css", small(whole, unused))
        for name in BUNDLES:
            yield text_file(f"{FOLDER}js/{name}.js", bundle(name, self.scripts))


def read_assets(theme: Path, material: Path) -> Assets:
    """What stands in the folder of our theme and in that of Material."""
    styles, scripts = (_by_name(theme.glob(f"{folder}[!.]*.{Path(folder).name}")) for folder in SOURCES)
    return Assets(styles, scripts, material_sheet(material))


def _by_name(paths: Iterable[Path]) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(paths)}


def _templates() -> Iterator[str]:
    for path in COMPONENTS.glob("*/template.html.jinja"):
        yield path.read_text("utf-8")


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Everything that may be a class: one that is named nowhere cannot stand in a page."""
    return frozenset(word for text in texts for word in _WORD.findall(text))
