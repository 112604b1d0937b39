"""Links and pictures of written pages: each must lead to a page, a file or a heading that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown.extensions.toc import slugify

from burgerbaan.block_anchors import is_of_every_page, may_bring
from burgerbaan.blocks import BLOCK
from burgerbaan.foreign_pictures import is_foreign
from burgerbaan.heading_anchors import without_count
from burgerbaan.kinds import Kind
from burgerbaan.made_places import record_at, right_way
from burgerbaan.markdown_read import EXTENSIONS, read_markdown
from burgerbaan.model.sponsor import LOGOS
from burgerbaan.names import check_link, check_record, unknown_name, where_are
from burgerbaan.own_computer import is_own_computer
from burgerbaan.problems import START, Position, Problem, problem
from burgerbaan.site import Site, page_url
from burgerbaan.slips import meant_outside
from burgerbaan.source.settings import read_settings
from burgerbaan.source.text import position_in

_PLAIN = re.compile(r"\]\(\s*([^\s<>()'\"\\`]+)\s*\)")
_START = re.compile(r"\]\(")
_RARE = re.compile(r"!\[|\]:")
_HEADING = re.compile(r"^#{1,6} *(.+?) *#*$", re.M)
_BROWSED = re.compile(r"(?:(?<![^/])index)?\.html?\Z")
_OWN_ID = re.compile(r"\{[^{}\n]*#([^\s{}]+)[^{}\n]*\}")

Wrong = tuple[Kind, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of all pages by path in `content/`, less the lines between `---`, and what else the project holds."""

    site: Site
    bodies: Mapping[str, str]
    root: Path

    @property
    def has_known_anchors(self) -> bool:
        """Whether no extension makes anchors in another way than we know."""
        return read_settings(self.root).extensions <= {*EXTENSIONS, "attr_list"}


def check_page_links(written: Written, page: str, path: str, text: str, body: str) -> Iterator[Problem]:
    """A problem for each link and picture of a page that leads nowhere; `body` is the text with blanks for code.

    Markdown is asked, which takes time, only when something looks wrong or not plain: what it says is what counts.
    """
    if not _is_doubtful(written, page):
        return
    read = read_markdown(written.bodies[page])
    for address in dict.fromkeys((*read.links, *read.pictures)):
        for position in _positions(address, text, body):
            if _parts(address) is None or is_foreign(address) or LOGOS in address:
                yield from check_link(written.site, path, position, address)
            if address in read.links:
                yield from _told(path, position, _wrong_link(written, page, address))
            if address in read.pictures:
                yield from _told(path, position, _wrong_picture(written.site, page, address))


def nearest_page(site: Site, name: str) -> str | None:
    """The page that is meant with a name from `content/` that is not there."""
    near = _nearest(site, "", name, name)
    return near if near in site.pages else None


def _parts(address: str) -> Any:
    """The parts of an address, None when it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _is_doubtful(written: Written, page: str) -> bool:
    text = written.bodies[page]
    plain = [found[1] for found in _PLAIN.finditer(text)]
    if _RARE.search(text) or len(plain) < len(_START.findall(text)):
        return True
    return any(not is_foreign(address) and _wrong_link(written, page, address) for address in plain)


def _positions(address: str, text: str, body: str) -> tuple[Position, ...]:
    """Where an address stands: in a link, or else anywhere, or else we only know the page."""
    wanted = re.escape(address)
    in_link = rf"(?<!\\)\]\(\s*<?\s*({wanted})(?=[\s>)])|\]:\s*<?({wanted})(?=[\s>]|\Z)"
    for pattern, where in ((in_link, body), (wanted, text)):
        found = [match.start(match.lastindex or 0) for match in re.finditer(pattern, where)]
        if found:
            return tuple(position_in(text, at) for at in found)
    return (START,)


def _told(path: str, position: Position, wrong: Wrong | None) -> Iterator[Problem]:
    if wrong:
        yield problem(path, position, wrong[0], **wrong[1])


def _wrong_picture(site: Site, page: str, address: str) -> Wrong | None:
    if is_own_computer(address):
        return None  # what is true of the link is true of the picture
    if is_foreign(address):
        return Kind.PICTURE_ELSEWHERE, {"value": address, "where": where_are(site, "media")}
    target = _target(page, address)
    if address.startswith("/") or (target not in site.media and not _is_of_theme(target)):
        pictures = [name for name in sorted(site.media) if not name.endswith(".pdf")]
        near = get_close_matches(target, pictures, 1, 0.6) or pictures or ["beeld/haven.svg"]
        example = f"![Haven]({_way(page, near[0])})"
        return Kind.PICTURE_MISSING, {"value": address, "where": where_are(site, "media"), "example": example}
    return None


def _wrong_link(written: Written, page: str, address: str) -> Wrong | None:
    """What is wrong with an address inside the site; MkDocs judges in the same way, but only while it builds."""
    parts = _parts(address)
    if parts is None or is_foreign(address):
        return None
    if not parts.path:
        is_empty = not address.strip()
        return _leads_nowhere(written.site, page, "", "") if is_empty else _wrong_anchor(written, page, parts.fragment)
    target = _target(page, address)
    if not address.startswith("/") and target in written.site.documents:
        return _wrong_anchor(written, target, parts.fragment)
    way = right_way(written.site, page, address)
    if way == address or _is_of_theme(target):
        return _unknown_record(written.site, page, address)
    file = _file_of(written.site, page, parts)
    meant = file or way or meant_outside(address)
    if meant:
        what = "zo komt een bezoeker ergens anders uit" if way else "dit is geen pagina of bestand van deze site"
        what = "een link gaat naar het bestand van een pagina, en dat eindigt op .md" if file else what
        return Kind.LINK_NOWHERE, {"value": address, "what": what, "advice": f"Schrijf het zo: {meant}"}
    return _leads_nowhere(written.site, page, parts.path, target)


def _file_of(site: Site, page: str, parts: Any) -> str | None:
    """How a page must write the address of another as a browser knows it, such as `../x/` or `../x/index.html`: counted
    from the file, or else from where the page is on the site."""
    if parts.path.startswith("/") or parts.path.endswith(".md"):
        return None
    for place in (_target(page, parts.path), posixpath.normpath(page_url(page) + unquote(parts.path))):
        stem = posixpath.normpath(_BROWSED.sub("", place))
        names = ("index.md",) if stem == "." else (f"{stem}.md", f"{stem}/index.md")
        found = next((name for name in names if name in site.pages and name != page), None)
        if found:
            return _way(page, found) + (f"#{parts.fragment}" if parts.fragment else "")
    return None


def _unknown_record(site: Site, page: str, address: str) -> Wrong | None:
    record = record_at(site, page, address)
    told = next(check_record(site, "", START, address, record), None) if record else None
    return (told.kind, dict(told.words)) if told else None


def _leads_nowhere(site: Site, page: str, typed: str, target: str) -> Wrong:
    near = _nearest(site, page, typed, target)
    other = near or next(iter(sorted(site.pages, key=lambda name: name != "contact/index.md")), "contact/index.md")
    title = site.pages[other].title if other in site.pages else "Contact"
    example = f"[{title}]({_way(page, other)})"
    advice = f"Bedoel je '{_way(page, near)}'?" if near else f"Kies een pagina die er is, bijvoorbeeld: {example}"
    if not typed:
        what = "tussen de ronde haakjes staat geen adres"
        return Kind.LINK_NOWHERE, {"value": typed, "what": what, "advice": f"Schrijf het zo: {example}"}
    if typed.startswith("/"):
        what = "een adres binnen de site begint niet met een schuine streep"
        return Kind.LINK_NOWHERE, {"value": typed, "what": what, "advice": f"Schrijf het zo: {example}"}
    where = where_are(site, "pages")
    if target.split("/", maxsplit=1)[0] == "gegevens":
        what = f"bestanden in {where}gegevens/ komen niet op de site"
        return Kind.LINK_NOWHERE, {"value": typed, "what": what, "advice": f"Verwijs naar een pagina: {example}"}
    if typed.endswith(".md"):
        return Kind.PAGE_MISSING, {"value": target, "where": where, "advice": advice}
    has_ending = bool(posixpath.splitext(target)[1])
    what = f"dit bestand staat niet in {where}" if has_ending else "een link gaat naar een bestand, niet naar een map"
    return Kind.LINK_NOWHERE, {"value": typed, "what": what, "advice": advice}


def _nearest(site: Site, page: str, typed: str, target: str) -> str | None:
    """The page that somebody must have meant: named as from `content/`, by its folder, or nearly right."""
    by_stem = {_stem(name): name for name in sorted(site.documents) if name not in ("index.md", page)}
    from_root = posixpath.normpath(unquote(typed).lstrip("/"))
    for place in (target, from_root):
        if place in site.documents or _stem(place) in by_stem:
            return place if place in site.documents else by_stem[_stem(place)]
    meant = _moved(by_stem, _stem(target)) or _nearly(by_stem, _stem(target)) or _nearly(by_stem, _stem(from_root))
    typo = get_close_matches(target, by_stem.values(), 1, 0.9)
    return by_stem[meant] if meant else next(iter(typo), None)


def _moved(stems: Iterable[str], stem: str) -> str | None:
    """A page of the same name in another folder, or of a name that is more or less of the same words."""
    folder, _, name = stem.rpartition("/")
    found = [other for other in stems if name and other.rpartition("/")[2] == name]
    if not found:
        words = f"-{name}-"
        found = [other for other in stems if words in (its := f"-{other.rpartition('/')[2]}-") or its in words]
        found = [other for other in found if other.rpartition("/")[0] == folder] or found
    return found[0] if len(found) == 1 else None


def _nearly(stems: Iterable[str], stem: str) -> str | None:
    """A page of nearly the same name; the folder alone is not enough."""
    name = stem.rpartition("/")[2]
    near = [other for other in stems if SequenceMatcher(None, name, other.rpartition("/")[2]).ratio() > 0.6]
    return next(iter(get_close_matches(stem, near, 1, 0.6)), None)


def _stem(name: str) -> str:
    """What tells a page apart: 'contact' for `contact.md`, `contact/index.md`, `contact/` and `contact.html`."""
    return re.sub(r"(?:/index)?(?:\.html?|\.md)?\Z", "", name)


def _wrong_anchor(written: Written, page: str, anchor: str) -> Wrong | None:
    """A heading that a page does not have; only when it is certain what anchors it has."""
    text = written.bodies.get(page)
    if not anchor or not text:
        return None
    names = {anchor, unquote(anchor)}
    blocks = {use[1] for use in BLOCK.finditer(text)}

    def is_brought(name: str) -> bool:
        return is_of_every_page(name) or any(may_bring(block, name) for block in blocks)

    if any(map(is_brought, names)):
        return None
    names |= {name for name in map(without_count, names) if is_brought(name)}  # a heading that gave way
    own = set(_OWN_ID.findall(text))
    if names & (own | {slugify(found[1], "-") for found in _HEADING.finditer(text)}):
        return None
    known = read_markdown(text).anchors
    if names & {*known} or not written.has_known_anchors:
        return None
    where = f"de koppen van {written.site.content}/{page}"
    told = unknown_name("", START, f"#{anchor}", where, [f"#{name}" for name in known])
    return told.kind, dict(told.words)


def _target(page: str, address: str) -> str:
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))


def _way(page: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def _is_of_theme(target: str) -> bool:
    return target.startswith("assets/")
