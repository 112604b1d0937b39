"""What Markdown of written pages may become: no raw HTML, safe links, tables that scroll, boxes to tick on paper."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from burgerbaan.links import is_safe_link
from burgerbaan.made_places import is_made
from burgerbaan.names import RECORD_LINKS

_AWAY = "data-bb-href"
_BOX = "[ ] "


class WrittenPages(Extension):
    """Registers the rules; `table_label` names the scrolling region around a table, `people` the folder of profiles."""

    def __init__(self, table_label: str, people: str = "") -> None:
        super().__init__()
        self._table_label, self._people = table_label, people

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Rules(md, self._table_label), "burgerbaan", 5)
        if self._people:
            md.treeprocessors.register(_Hidden(self._people), "burgerbaan_hidden", 4)
            md.treeprocessors.register(_Shown(), "burgerbaan_shown", -4)


class _Hidden(Treeprocessor):
    """Hides addresses of what the site makes: MkDocs, which comes at 0, would warn that it does not know them."""

    def __init__(self, people: str) -> None:
        super().__init__()
        self._people = people

    def run(self, root: Element) -> None:
        for link in [*root.iter("a")]:
            if is_made(self._people, link.get("href", "")):
                link.set(_AWAY, link.attrib.pop("href"))
                link.tag = "span"  # MkDocs asks every link for its address


class _Shown(Treeprocessor):
    """Brings back what was hidden."""

    def run(self, root: Element) -> None:
        for link in [*root.iter("span")]:
            if _AWAY in link.attrib:
                link.tag = "a"
                link.set("href", link.attrib.pop(_AWAY))


class _Rules(Treeprocessor):
    def __init__(self, md: Markdown, table_label: str) -> None:
        super().__init__(md)
        self._table_label = table_label

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for number, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[number] = self._region(child)
        for element in root.iter():
            self._mend(element)

    def _region(self, table: Element) -> Element:
        region = Element("div", {"class": "bb-table", "role": "region", "tabindex": "0"})
        heads = ", ".join(filter(None, ("".join(_said(cell)).strip() for cell in table.iter("th"))))
        region.set("aria-label", f"{self._table_label}: {heads}" if heads else self._table_label)
        region.append(table)
        region.tail, table.tail = table.tail, None
        return region

    def _mend(self, element: Element) -> None:
        element.attrib.pop("style", None)
        for name in ("href", "src"):
            address = element.get(name)
            if address is not None and not _is_allowed(address):
                del element.attrib[name]
                element.tag = "span"  # MkDocs asks every link and picture for its address
        if element.tag == "li":
            holder = (
                element[0] if len(element) and element[0].tag == "p" and not (element.text or "").strip() else element
            )
            if (holder.text or "").startswith(_BOX):
                holder.text = (holder.text or "").removeprefix(_BOX)
                element.set("class", "bb-check")


def _said(element: Element) -> Iterator[str]:
    """The text of an element; what looks like a block in its code is only words and must not become one."""
    text = element.text or ""
    yield text.replace("{{", "").replace("}}", "") if element.tag == "code" else text
    for child in element:
        yield from _said(child)
        yield child.tail or ""


def _is_allowed(address: str) -> bool:
    # Python-Markdown keeps mail addresses as entities behind its own marks until the very end.
    return address.startswith("\x02") or address.partition(":")[0] in RECORD_LINKS or is_safe_link(address)
