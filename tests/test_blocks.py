"""Where a block may stand in a page that people write, and what becomes of it there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from markdown import Markdown

from burgerbaan.block_anchors import is_once_on_a_page, may_share
from burgerbaan.blocks import BLOCKS, Argument
from burgerbaan.build import Build
from burgerbaan.load import load_site
from burgerbaan.markdown_read import EXTENSIONS
from burgerbaan.model.programme import Theme
from burgerbaan.pages.written import fill_blocks
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, valid_site, written_page

HERE = Path(__file__).parent
PAGE = "contact/index.md"
HEAD = '---\ndescription: Zo bereik je ons & "hen".\n---\n# Contact\n\n'
FIGURES = """
- id: banen
  titel: Banen
  waarde: '48 "echte" banen & <meer>'
  datum: "2026"
  bron: verslag-1
"""
TOLD = '48 "echte" banen & <meer> (bron: eerste avond, 2026)'
"""What the block of the figure reads as, without its markup."""


class _Elements(HTMLParser):
    """The elements of a page with their attributes, and in which elements each begins."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.links_in_links, self._depth = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "a":
            self.links_in_links += self._depth > 0
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "a"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.found if name in attributes]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest site with one figure."""
    copy_minimal(tmp_path)
    place = tmp_path / "content/gegevens/cijfers/banen.yml"
    place.parent.mkdir()
    place.write_text(FIGURES, "utf-8")
    return tmp_path


def _document(project: Path, body: str) -> str:
    (project / "content" / PAGE).write_text(HEAD + body, "utf-8")
    build = Build(valid_site(project))
    md = Markdown(extensions=[*EXTENSIONS, build.markdown_extension])
    return written_page(build, PAGE, md.convert("# Contact\n\n" + body))


def _read(document: str) -> _Elements:
    elements = _Elements()
    elements.feed(document)
    return elements


def test_a_block_in_the_text_of_a_picture_is_only_text(project: Path) -> None:
    found = _read(_document(project, "![Er waren {{ cijfer banen }} in Almere](../beeld/haven.svg)"))
    assert f"Er waren {TOLD} in Almere" in found.values("alt")


def test_a_block_in_the_title_of_a_link_is_only_text(project: Path) -> None:
    link = '[Bel](tel:+31361234567 "Zie {{ bron verslag-1 }} en {{ cijfer banen }}")'
    body = f"{link} en [app][een].\n\n[een]: tel:112 '{{{{ cijfer banen }}}}'"
    found = _read(_document(project, body))
    assert {f"Zie (bron: eerste avond, 2026) en {TOLD}", TOLD} <= {*found.values("title")}


def test_a_block_in_the_head_of_a_table_is_text_in_the_name_of_the_table(project: Path) -> None:
    document = _document(project, "| Jaar {{ bron verslag-1 }} | {{ cijfer banen }} |\n|---|---|\n| 2026 | 3 |")
    assert f"Tabel: Jaar (bron: eerste avond, 2026), {TOLD}" in _read(document).values("aria-label")
    assert '<th><span class="bb-figure">48 &quot;echte&quot;' in document.replace("&#34;", "&quot;")


def test_a_block_in_the_text_of_a_link_brings_no_link_of_its_own(project: Path) -> None:
    found = _read(document := _document(project, "[Alle **{{ cijfer banen }}**](../vacatures/index.md)"))
    assert found.links_in_links == 0
    assert "<strong>48 &#34;echte&#34; banen &amp; &lt;meer&gt; (bron: eerste avond, 2026)</strong></a>" in document


def test_a_block_in_code_stays_as_it_is_written_also_in_the_name_of_a_table_and_in_a_link(project: Path) -> None:
    body = "| `{{ cijfer banen }}` |\n|---|\n| 3 |\n\n[`{{ cijfer banen }}`](tel:112)"
    document = _document(project, body)
    assert document.count("<code>{{ cijfer banen }}</code>") == 2
    assert "Tabel: cijfer banen" in _read(document).values("aria-label")


def test_a_block_in_a_heading_shows_there_and_its_address_holds_only_words(project: Path) -> None:
    found = _read(document := _document(project, "[TOC]\n\n## Wij zijn met {{ cijfer banen }}\n\nHoera."))
    assert ("h2", {"id": "wij-zijn-met-cijfer-banen"}) in found.found
    assert found.links_in_links == 0
    assert '<a href="#wij-zijn-met-cijfer-banen">Wij zijn met 48 &#34;echte&#34; banen' in document
    assert '<h2 id="wij-zijn-met-cijfer-banen">Wij zijn met <span class="bb-figure">48' in document


TERMS = ["'", "één", "’s avonds", "zorg", "'s ochtends", "eerst", "Eend", "ⅷ", "24 uur", "ijs", "&", "ijs"]


def test_the_glossary_puts_a_word_by_its_first_letter_whatever_sign_or_accent_it_has(project: Path) -> None:
    rows = [{"id": f"woord-{number}", "term": term, "uitleg": "Uitleg."} for number, term in enumerate(TERMS)]
    (project / "content/gegevens/begrippen.yml").write_text(json.dumps(rows), "utf-8")
    (project / "content/begrippen").mkdir()
    (project / "content/begrippen/index.md").write_text(HEAD, "utf-8")
    document = written_page(
        Build(valid_site(project)), "begrippen/index.md", "<h1>Begrippen</h1><p>{{ begrippen }}</p>"
    )
    shown = re.findall(r'<h2 id="letter-(.)">|<dt id="[^"]*">([^<]*)</dt>', document)
    told = [unescape(letter.upper() or term) for letter, term in shown]
    assert told == ["2", "24 uur", "E", "één", "Eend", "eerst", "I", "ijs", "ijs", "S", "’s avonds", "'s ochtends",
                    "V", "ⅷ", "W", "'", "&", "Z", "zorg"]  # fmt: skip


def test_a_heading_gives_way_to_the_anchor_of_a_block_or_of_every_page_and_its_links_follow(project: Path) -> None:
    body = (
        "[TOC]\n\n## Inhoud\n\n[Terug](#inhoud)\n\n## Contact meedoen\n\n## Contact meedoen 2\n\n"
        "Zie [daar](#contact-meedoen) en `{{ contact meedoen }}`.\n\n{{ contact meedoen }}"
    )
    found = _read(_document(project, body))
    anchors = found.values("id")
    assert len(anchors) == len({*anchors})
    assert {("h2", "inhoud-2"), ("h2", "contact-meedoen-3"), ("h2", "contact-meedoen-2"), ("main", "inhoud")} <= {
        (tag, attributes.get("id")) for tag, attributes in found.found
    }
    ways = [way for way in found.values("href") if way and "#" in way]
    assert [ways.count(f"#{anchor}") for anchor in ("inhoud-2", "contact-meedoen-3", "contact-meedoen")] == [2, 2, 0]


NOTHING_NEEDED = {Argument.NONE: "", Argument.COUNT: "3", Argument.EVENTS: "3", Argument.PRINT: ""}


def _written_blocks(site: Site) -> Iterator[tuple[str, str]]:
    """Every block with all that it can be asked to show, but for buttons."""
    for name, block in BLOCKS.items():
        if block.argument in NOTHING_NEEDED:
            yield name, f"{{{{ {name} {NOTHING_NEEDED[block.argument]} }}}}"
        elif block.argument is not Argument.BUTTON:
            for record in list(Theme) if block.argument is Argument.THEME else sorted(getattr(site, block.records)):
                yield name, f"{{{{ {name} {record} }}}}"


def test_blocks_that_bring_the_same_anchor_may_not_stand_on_one_page() -> None:
    site = load_site(Folders(HERE.parent), date(2026, 11, 29)).site
    assert site
    renderer = Renderer(site, Words(load_texts(), site.programme))
    brought: list[tuple[str, set[str]]] = []
    for name, text in _written_blocks(site):
        anchors = re.findall(r'\sid="([^"]*)"', fill_blocks(renderer, f"<p>{text}</p>", "../", "Titel"))
        assert len(anchors) == len({*anchors}), name
        assert is_once_on_a_page(name) or not anchors, name
        assert not {"inhoud", "top"} & {*anchors}, name
        brought.append((name, {*anchors}))
    assert sum(bool(anchors) for _, anchors in brought) > 20
    for (one, these), (other, those) in combinations(brought, 2):
        assert may_share(one, other) or not these & those, (one, other)
