"""What Markdown made of written pages, for a preview that reads all of them again at every change of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class _Made(NamedTuple):
    """A text, what Markdown made of it, its anchors, and the anchors in other files that it leads to."""

    text: str
    html: str
    anchors: set[str]
    links: Mapping[str, Mapping[str, str]]


class WrittenHtml:
    """Pages of MkDocs whose text, and all else that their HTML depends on, is the same as before."""

    def __init__(self) -> None:
        self._around: object = None
        self._made: dict[str, _Made] = {}
        self._texts: dict[str, str] = {}
        self._warned = 0
        self.at = ""
        """The page that is being read now, by its path in `content/`; '' when none is."""

    def begin(self, around: object) -> None:
        """A build begins; `around` is what the HTML of any page depends on, beside its own text."""
        if around != self._around:
            self._around, self._made = around, {}
        self._texts, self.at = {}, ""

    def text_for(self, page: Any, text: str, warned: int) -> str:
        """What must be read of a page: its text, or '' when it is known what that gives.

        `warned`: how often MkDocs warned until now.
        """
        path = self.at = page.file.src_uri
        self._texts[path], self._warned = text, warned
        return "" if self._is_known(path) else text

    def html_of(self, page: Any, html: str, files: Any, warned: int) -> str:
        """The HTML of the page's text; the page tells MkDocs of the same anchors as when it was read.

        A page that MkDocs warns of is read each time, so that it warns each time.
        """
        path, self.at = page.file.src_uri, ""
        if self._is_known(path):
            made = self._made[path]
            page.present_anchor_ids = made.anchors
            page.links_to_anchors = {files.get_file_from_path(name): links for name, links in made.links.items()}
            return made.html
        if warned > self._warned:
            self._made.pop(path, None)
            return html
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        self._made[path] = _Made(self._texts[path], html, page.present_anchor_ids, links)
        return html

    def _is_known(self, path: str) -> bool:
        return path in self._made and self._made[path].text == self._texts[path]
