"""Every wish of the seeds is served: `cases/requirements.yml` names the page, and a fragment that stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TypedDict, cast

from burgerbaan.soft_breaks import SOFT_HYPHEN
from burgerbaan.source.strict_yaml import parse
from burgerbaan.wording import format_problem

CASES = Path(__file__).parent / "cases" / "requirements.yml"
WISHES = [f"SR-{number:03}" for number in range(1, 356)]
HIDDEN = frozenset({"head", "script", "style", "template"})
INLINE = frozenset(
    {"a", "abbr", "b", "code", "dfn", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "wbr"}
)


class Row(TypedDict, total=False):
    """Where one wish is served, or why this site does not serve it as asked."""

    url: str
    tekst: str
    reden: str


class VisibleText(HTMLParser):
    """Collects what a reader sees; tags that start a new line or cell part the words."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self.part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.part(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN
        self.part(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)

    def part(self, tag: str) -> None:
        if tag not in INLINE:
            self.pieces.append(" ")


def read_rows() -> Mapping[str, Row]:
    value, problems = parse(CASES.name, CASES.read_text(encoding="utf-8"))
    assert not problems, listed("The file with wishes cannot be read", map(format_problem, problems))
    return cast("Mapping[str, Row]", value)


def listed(heading: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{heading}:", *lines])


def page_of(site: Path, url: str) -> Path:
    return site / url.strip("/") / "index.html"


@cache
def visible_text(page: Path) -> str:
    parser = VisibleText()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    return " ".join("".join(parser.pieces).replace(SOFT_HYPHEN, "").split())


def what_is_wrong(row: Row, site: Path) -> str | None:
    """The first thing that keeps a wish from being served where its row says, in words."""
    if row.keys() - Row.__annotations__.keys():
        return "has a field that no row has"
    if "url" not in row:
        return None if row.get("reden") else "has no page and no reason"
    url, fragment = row["url"], row.get("tekst", "")
    if not (url.startswith("/") and url.endswith("/")):
        return f"{url} must begin and end with a slash"
    if not page_of(site, url).is_file():
        return f"{url} does not exist"
    if fragment not in visible_text(page_of(site, url)):
        return f"'{fragment}' does not stand on {url}"
    return None


def test_every_wish_has_one_row_in_order() -> None:
    wishes = list(read_rows())
    assert not (odd := set(wishes) ^ set(WISHES)), listed("These wishes are missing or do not exist", sorted(odd))
    assert wishes == WISHES


def test_every_wish_is_served_where_its_row_says(built_site: Path) -> None:
    failures = [f"{wish}: {wrong}" for wish, row in read_rows().items() if (wrong := what_is_wrong(row, built_site))]
    assert not failures, listed(f"{len(failures)} wishes are not served where their row says", iter(failures))


def test_visible_text_is_what_a_reader_sees(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        "<head><title>Weg</title></head><dl><dt>Uren</dt><dd><b>2</b>,\n&nbsp;3 &amp; 4</dd></dl>"
        "<script>weg</script><template>weg</template><p>Eén<br>twee</p>",
        encoding="utf-8",
    )
    assert visible_text(page) == "Uren 2, 3 & 4 Eén twee"
