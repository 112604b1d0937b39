"""Markdown that a preview need not read again."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from burgerbaan.failures import format_unforeseen
from burgerbaan.written_html import WrittenHtml


@dataclass(eq=False)
class File:
    """A file of a build."""

    src_uri: str


class Files:
    """Files of a build, by path; each build has others."""

    def __init__(self, *names: str) -> None:
        self.by_name = {name: File(name) for name in names}

    def get_file_from_path(self, path: str) -> Any:
        return self.by_name.get(path)


def read(memory: WrittenHtml, text: str, files: Files, around: object = 1) -> tuple[str, str, Any]:
    """What Markdown is asked to read in a build, the HTML that comes of it, and the page as MkDocs sees it."""
    memory.begin(around)
    page = SimpleNamespace(file=files.by_name["a.md"], present_anchor_ids=None, links_to_anchors=None)
    asked = memory.text_for(page, text, 3)
    page.present_anchor_ids = {"kop"} if asked else set()
    page.links_to_anchors = {files.by_name["b.md"]: {"kop": "b.md#kop"}} if asked else {}
    return asked, memory.html_of(page, f"<p>{asked}</p>", files, 3 + (asked == "Fout")), page


def test_the_same_text_is_read_once() -> None:
    memory, files = WrittenHtml(), Files("a.md", "b.md")
    assert read(memory, "Tekst", files)[:2] == ("Tekst", "<p>Tekst</p>")
    assert read(memory, "Tekst", files)[:2] == ("", "<p>Tekst</p>")
    assert read(memory, "Meer", files)[:2] == ("Meer", "<p>Meer</p>")
    assert read(memory, "Meer", files)[:2] == ("", "<p>Meer</p>")


def test_the_page_keeps_its_anchors_and_leads_to_files_of_this_build() -> None:
    memory = WrittenHtml()
    read(memory, "Tekst", Files("a.md", "b.md"))
    new = Files("a.md", "b.md")
    page = read(memory, "Tekst", new)[2]
    assert page.present_anchor_ids == {"kop"}
    assert [file is new.by_name["b.md"] for file in page.links_to_anchors] == [True]


def test_something_else_around_it_makes_everything_new() -> None:
    memory, files = WrittenHtml(), Files("a.md", "b.md")
    read(memory, "Tekst", files, around=["a.md", "b.md"])
    assert read(memory, "Tekst", files, around=["a.md"])[0] == "Tekst"
    assert read(memory, "Tekst", files, around=["a.md", "b.md"])[0] == "Tekst"


def test_a_page_without_text_is_no_page_that_is_known() -> None:
    memory, files = WrittenHtml(), Files("a.md", "b.md")
    assert read(memory, "", files)[:2] == ("", "<p></p>")
    assert read(memory, "Tekst", files)[1] == "<p>Tekst</p>"
    assert read(memory, "", files)[1] == "<p></p>"


def test_a_page_that_mkdocs_warns_of_is_read_each_time() -> None:
    memory, files = WrittenHtml(), Files("a.md", "b.md")
    for _ in range(2):
        assert read(memory, "Fout", files)[:2] == ("Fout", "<p>Fout</p>")
    assert read(memory, "Goed", files)[0] == "Goed"
    assert read(memory, "Goed", files)[0] == ""


def test_the_page_that_is_being_read_is_named_when_it_goes_too_deep() -> None:
    memory, files = WrittenHtml(), Files("a.md", "b.md")
    memory.begin(1)
    memory.text_for(SimpleNamespace(file=files.by_name["a.md"]), "Tekst", 0)
    told = format_unforeseen(RecursionError(), memory.at)
    assert told.startswith("content/a.md:1:1: Op deze pagina zit te veel in elkaar. Maak de indeling platter")
    memory.begin(2)
    assert format_unforeseen(RecursionError(), memory.at).startswith("Op een pagina zit te veel in elkaar.")


def test_a_page_that_has_been_read_is_not_named_for_what_comes_after() -> None:
    memory = WrittenHtml()
    read(memory, "Tekst", Files("a.md", "b.md"))
    assert memory.at == ""
