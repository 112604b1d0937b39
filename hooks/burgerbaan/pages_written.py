"""The pages that people write in `content/`: read, and checked for what the site generator must know of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated
from unicodedata import is_normalized

from pydantic import AfterValidator

from burgerbaan.block_anchors import is_once_on_a_page, may_share
from burgerbaan.blocks import BLOCK, Use, uses_in, what_is_wrong
from burgerbaan.drawing_words import without_heading
from burgerbaan.kinds import Kind
from burgerbaan.markdown_code import blank_code
from burgerbaan.misplaced import meant_name
from burgerbaan.model.fields import Choice, FileName, Line, Many, is_seen, is_slug, slug_from
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.record import Part, refuse, says
from burgerbaan.names import check_link
from burgerbaan.nesting import check_nesting
from burgerbaan.page_links import Written, check_page_links
from burgerbaan.plain_marks import check_plain_marks
from burgerbaan.problems import START, Problem, problem
from burgerbaan.site import MarkdownPage, Site
from burgerbaan.source.folders import Folders, files_in
from burgerbaan.source.strict_yaml import parse
from burgerbaan.source.text import load_text, position_in
from burgerbaan.unlinked import check_unlinked
from burgerbaan.validation import make_record

PUBLISHED = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf")
"""Endings of files beside the pages that may be published."""

_ADVICE = f"In {{}}/ staan pagina's (.md), gegevens in de map gegevens/, en {', '.join(PUBLISHED)}."

_PAGE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.md\Z")
_HEADING = re.compile(r"^# +(.+?) *#*$", re.M)
_UNDERLINED = re.compile(r"^[^\n#>|-][^\n]*\n=+ *$", re.M)
_HTML = re.compile(r"<(?!https://|[\w.+-]+@)[A-Za-z/!?][^>\n]{0,40}>?")
_BROKEN_BLOCK = re.compile(r"\{\{[^\n]{0,40}|\}\}|^\{ *[a-z-]+(?: [^{}\n]*)?\} *$", re.M)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*<?([^\s>]+)", re.M)
"""A link or picture whose address stands elsewhere in the page: `[naam]: https://...`."""
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


def _page_name(value: str) -> str:
    if not value.endswith(".md"):
        raise refuse(Kind.FILE_REFERENCE)
    return value


PageName = Annotated[FileName, AfterValidator(_page_name)]
"""A name that a page had, from `content/`."""


class FrontMatter(Part):
    """The lines between `---` on top of a page."""

    description: Line = says("description", "Beschrijving", "Wat je op deze pagina vindt.", "Zo kom je aan een plek.")
    title: Line | None = says("title", "Titel", "Korte titel voor het menu.", "Hoe kom je er?", None)
    language: Choice[PageLanguage] | None = says(
        "taal", "Taal", "Andere taal dan Nederlands waarin de pagina is geschreven.", "engels", None
    )
    former_names: Many[PageName] = says(
        "vroeger", "Eerdere namen", "Namen van dit bestand toen het elders stond.", ["meedoen/hulp.md"], ()
    )


def load_pages(folders: Folders, site: Site) -> tuple[Mapping[str, MarkdownPage], frozenset[str], tuple[Problem, ...]]:
    """All Markdown pages by path in `content/`, the other files there, and what is wrong."""
    paths, found = files_in(folders.root, folders.content)
    problems = list(found)
    texts: dict[str, str] = {}
    media: set[str] = set()
    unreadable: set[str] = set()
    for path in paths:
        if path.startswith(folders.facts + "/"):
            continue
        name = path.removeprefix(folders.content + "/")
        if not path.endswith(".md"):
            media.add(name)
            if not is_normalized("NFC", name):  # looks the same as what somebody types, and is another name
                problems.append(problem(path, START, Kind.FILE_NAME, value=name, suggestion=_plain_name(name)))
            if not path.endswith(PUBLISHED):
                problems.append(problem(path, START, Kind.FILE_STRAY, advice=_advice(folders, name)))
            continue
        texts[name], text_problems = load_text(folders.root, path)
        problems.extend((*text_problems, *_check_name(path, name)))
        if text_problems:
            unreadable.add(name)
    blanked = {name: blank_code(text) for name, text in texts.items()}
    pages = {}
    for name, text in texts.items():
        page, page_problems = _read_page(name, f"{folders.content}/{name}", text, blanked[name])
        pages[name] = page
        problems.extend(page_problems if name not in unreadable else ())
    known = replace(site, pages=pages, media=frozenset(media))
    bodies = {name: text[max(split_front_matter(text)[1], 0) :] for name, text in texts.items()}
    written = Written(known, bodies, folders.root)
    problems.extend(check_unlinked(known, bodies, folders.root))
    for name, text in texts.items():
        path, body = f"{folders.content}/{name}", blanked[name]
        problems.extend(_check_body(known, path, text, body))
        problems.extend(check_page_links(written, name, path, text, body))
    return MappingProxyType(pages), frozenset(media), tuple(problems)


def _plain_name(name: str) -> str:
    *parents, last = name.split("/")
    stem, dot, ending = last.rpartition(".")
    return "/".join((*parents, f"{slug_from(stem)}{dot}{ending}"))


def _advice(folders: Folders, name: str) -> str:
    last = name.rpartition("/")[2]
    stem, _, ending = last.rpartition(".")
    if f".{ending.lower()}" in (".md", *PUBLISHED):
        return f"Noem het {stem}.{ending.lower()}"
    if meant := meant_name(last, ".md"):
        return meant
    return _ADVICE.format(folders.content)


def sizes_of(folders: Folders, media: Iterable[str]) -> Mapping[str, int]:
    """Bytes of each PDF, for who must download it; none of one that is gone."""
    places = {name: folders.root / folders.content / name for name in media if name.endswith(".pdf")}
    return {name: place.stat().st_size for name, place in places.items() if place.is_file()}


def _check_name(path: str, name: str) -> Iterator[Problem]:
    *parents, last = name.split("/")
    good = [*map(slug_from, parents), f"{slug_from(last.removesuffix('.md'))}.md"]
    if not _PAGE_NAME.match(last) or not all(map(is_slug, parents)):
        yield problem(path, START, Kind.FILE_NAME, value=name, suggestion="/".join(good))


def split_front_matter(text: str) -> tuple[str, int]:
    """The YAML between the first two `---` lines, and where the body starts; ('', 0) without, ('', -1) unclosed."""
    opening = re.match(r"--- *\n", text)
    if not opening:
        return "", 0
    closing = re.compile(r"^--- *(?:\n|\Z)", re.M).search(text, opening.end())
    return (text[opening.end() : closing.start()], closing.end()) if closing else ("", -1)


def _read_page(name: str, path: str, text: str, body: str) -> tuple[MarkdownPage, tuple[Problem, ...]]:
    front, start = split_front_matter(text)
    problems: list[Problem] = []
    meta: FrontMatter | None = None
    if start < 0:
        problems.append(problem(path, START, Kind.FRONT_MATTER_OPEN))
    elif not front.strip():
        problems.append(problem(path, START, Kind.DESCRIPTION_MISSING))
    else:
        value, front_problems = parse(path, "\n" + front)  # the line break keeps line numbers those of the page
        problems.extend(front_problems)
        meta, meta_problems = make_record(FrontMatter, value, path, "\n" + front)
        problems.extend(meta_problems if not front_problems else ())
    headings = list(_HEADING.finditer(body, max(start, 0)))
    title = headings[0][1] if headings else name
    problems.extend(_check_headings(path, text, body, headings))
    known = (meta.description, meta.language, meta.former_names) if meta else ("",)
    return MarkdownPage(name, title, *known), tuple(problems)


def _check_headings(path: str, text: str, body: str, headings: list[re.Match[str]]) -> Iterator[Problem]:
    if not headings:
        glued = re.search(r"^#([^#\s].*)$", text, re.M)
        if glued:
            yield problem(path, position_in(text, glued.start()), Kind.HEADING_SPACE, value=glued[1])
        else:
            yield problem(path, START, Kind.HEADING_MISSING)
        return
    for extra in (*headings[1:], *_UNDERLINED.finditer(body)):
        yield problem(path, position_in(text, extra.start()), Kind.HEADING_TWICE)
    title = headings[0][1]
    if not is_seen(title):
        yield problem(path, position_in(text, headings[0].start()), Kind.HEADING_MISSING)
    if re.search(r"[<>`*_\[\]{}\\]", title):
        yield problem(path, position_in(text, headings[0].start()), Kind.HEADING_MARKUP, value=title)


def _check_body(site: Site, path: str, text: str, body: str) -> Iterator[Problem]:
    for found in _HTML.finditer(body):
        yield problem(path, position_in(text, found.start()), Kind.RAW_HTML, value=found[0])
    for broken in _BROKEN_BLOCK.finditer(BLOCK.sub(lambda found: " " * len(found[0]), body)):
        yield problem(path, position_in(text, broken.start()), Kind.BLOCK_FORM, value=broken[0].strip())
    yield from check_nesting(path, body)
    start = max(split_front_matter(text)[1], 0)
    yield from check_plain_marks(path, text, re.sub(r"[^\n]", " ", body[:start]) + body[start:])
    yield from _check_blocks(site, path, text, body)
    for found in _LINK.finditer(body):
        yield from check_link(site, path, position_in(text, found.start(1)), found[1])
    for found in _DEFINITION.finditer(body):
        yield from check_link(site, path, position_in(text, found.start(2)), found[2])


def _beside(use: Use, before: Sequence[Use], text: str) -> tuple[Kind, dict[str, str]] | None:
    """What is wrong with a block beside those that stand before it: a page has each anchor once."""
    for other in before:
        words = {"value": use.text, "other": other.text, "line": str(position_in(text, other.start)[0])}
        if other.text == use.text and is_once_on_a_page(use.name):
            return Kind.BLOCK_TWICE, words
        if may_share(use.name, other.name):
            return Kind.BLOCK_BESIDE, words
    return None


def _check_blocks(site: Site, path: str, text: str, body: str) -> Iterator[Problem]:
    top = split_front_matter(text)[1]
    before: list[Use] = []
    for use in uses_in(body):
        if use.start < top:
            yield problem(path, position_in(text, use.start), Kind.BLOCK_ON_TOP, value=use.text)
            continue
        wrong = what_is_wrong(use, site) or _beside(use, before, text)
        before.append(use)
        if wrong:
            yield problem(path, position_in(text, use.start), wrong[0], **wrong[1])
        boxes = without_heading(site, use.argument, body) if use.name == "schema" and not wrong else ()
        for box in boxes:
            at = position_in(text, use.start)
            yield problem(path, at, Kind.BOX_HEADING, value=box.heading, box=box.id, drawing=use.argument)
