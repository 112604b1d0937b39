"""Links and pictures of written pages: what is right is never refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from burgerbaan.build import Build
from burgerbaan.kinds import Kind
from burgerbaan.load import load_site
from burgerbaan.made_places import is_made
from burgerbaan.markdown_read import EXTENSIONS, read_markdown
from burgerbaan.page_links import Written, check_page_links
from burgerbaan.pages_written import split_front_matter
from burgerbaan.site import page_url
from burgerbaan.slips import meant_outside
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import read_settings
from burgerbaan.wording import format_problem
from tests.giving_project import write_giving
from tests.made_events import made_event
from tests.small_site import DAY, change, copy_minimal, files_of, load, valid_site

ROOT = Path(__file__).parent.parent
PAGE = "---\ndescription: Een pagina.\n---\n# Extra\n\n{}\n\n## Kop & zo\n\n## Kop & zo\n\nOnder\n---\n\n"


def _kinds(folder: Path, body: str) -> list[Kind]:
    (folder / "content/extra.md").write_text(PAGE.format(body) + "{{ contact meedoen }}\n", "utf-8")
    return [item.kind for item in load(folder).problems if item.kind is not Kind.RAW_HTML]


@pytest.mark.parametrize(
    "body",
    [
        '[a](contact/index.md "Een titel (met haakjes)")',
        "[a]( contact/index.md )",
        "[a](<contact/index.md>)",
        "[a][b] [b]\n\n[b]: contact/index.md",
        "> [a][b]\n\n> [b]: <contact/index.md> 'Titel'",
        "[a](%63ontact/index.md)",
        "[a](contact/../contact/index.md?x=1&y=2#contact)",
        "[a](#kop-zo) [b](#kop-zo_1) [c](#onder) [d](#extra) [e](extra.md#onder)",
        "[a](#contact-meedoen) [b](#inhoud) [c](vacatures/index.md#zoekwoord) [d](vacatures/index.md#wijk=haven)",
        "[a](#eigen)\n\n## Een kop {#eigen}",
        "[a](bronnen/index.md#verslag-1)",
        "[a](mailto:info@example.org) [b](tel:0361234567) [c](https://example.org/weg.md) <mailto@example.org>",
        "<https://example.org/weg.md> [a](vacature:koken) [b](organisatie:buurthuis) [c](bron:verslag-1)",
        "`[a](weg.md)` ``![a](weg.png) ` ``\n\n```\n[a](weg.md)\n```\n\n    [a](weg.md)",
        r"\[a\](weg.md) \![a](contact/index.md)",
        "![a](beeld/plaat.svg) [b](beeld/plaat.svg) [c](beeld/een%20stuk.pdf)",
        "[a](assets/css/site.css) [c](?x=1)",
        "[a](https://www.example.org/contact/index.html) [b](https://www.example.org/index.html)",
        "[a](mailto:?subject=Kijk) [b](mailto:info@example.org?subject=Kijk)",
        "Een zin [met haken] (en ronde).",
    ],
)
def test_a_right_link_is_never_refused(body: str, tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    (tmp_path / "content/beeld").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    for name in ("plaat.svg", "een stuk.pdf"):
        (tmp_path / "content/beeld" / name).write_text(drawing, "utf-8")
    assert set(_kinds(tmp_path, body)) <= {Kind.CODE_INDENT}  # of that a link is not what is wrong


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/sites/buurtbaan", ROOT / "tests/sites/minimal"])
def test_a_link_to_any_anchor_that_a_page_has_is_right(root: Path) -> None:
    site = load_site(Folders(root), DAY).site
    assert site is not None
    texts = {name: (root / "content" / name).read_text("utf-8") for name in site.pages}
    bodies = {name: text[split_front_matter(text)[1] :] for name, text in texts.items()}
    build = Build(site)
    links = [
        f"[x]({name}#{anchor})"
        for name, body in bodies.items()
        for anchor in re.findall(r'<\w[^>]*\sid="([^"]+)"', build.fill(name, _html(body)))
    ]
    assert len(links) > len(site.pages)
    text = "\n".join(links)
    written = Written(site, {**bodies, "proef.md": text}, root)
    assert list(check_page_links(written, "proef.md", "content/proef.md", text, text)) == []


def _html(body: str) -> str:
    ids = "".join(f'<h2 id="{name}"></h2>' for name in read_markdown(body).anchors)
    return ids + "\n".join(f"<p>{line}</p>" for line in body.split("\n") if line.startswith("{{"))


def test_an_anchor_that_another_extension_may_make_is_left_to_mkdocs(tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    assert _kinds(tmp_path, "[x](#fn:1)") == [Kind.REFERENCE]
    (tmp_path / "mkdocs.yml").write_text("markdown_extensions:\n  - footnotes\n", "utf-8")
    assert _kinds(tmp_path, "[x](#fn:1)") == []
    (tmp_path / "mkdocs.yml").write_text("markdown_extensions:\n  - toc: {separator: _}\n", "utf-8")
    assert _kinds(tmp_path, "[x](#fn:1)") == []


def test_the_extensions_we_read_with_are_those_of_this_project() -> None:
    assert read_settings(ROOT).extensions | {"fenced_code"} == {*EXTENSIONS}


def test_a_page_that_goes_too_deep_for_markdown_is_no_bug() -> None:
    deep = "\n".join(f"{'    ' * level}- x" for level in range(300))
    assert read_markdown(f"[weg](weg.md)\n\n{deep}") == ((), (), ())


def test_the_page_after_one_that_goes_too_deep_is_read_as_if_nothing_happened() -> None:
    deep = "\n".join(f"{'    ' * level}- y" for level in range(300))
    text = "- [a](weg.md)\n\n## Kop\n\n[b](weg.md)"
    fresh = read_markdown(text)
    read_markdown.cache_clear()
    assert read_markdown(deep) == ((), (), ())
    assert read_markdown(text) == fresh == (("weg.md", "weg.md"), (), ("kop",))


MADE = ("over/rollen/", "data/vacatures.json", "vacatures/feed.xml", "vacatures/wijk/haven/", "sitemap.xml", "zoeken/")


def _told(folder: Path, page: str, body: str) -> list[str]:
    place = folder / "content" / page
    place.parent.mkdir(exist_ok=True)
    place.write_text(PAGE.format(body) + "{{ contact meedoen }}\n", "utf-8")
    return [format_problem(item) for item in load(folder).problems]


@pytest.mark.parametrize(("page", "up"), [("extra.md", "../"), ("hulp/extra.md", "../../"), ("hulp/index.md", "../")])
@pytest.mark.parametrize("made", [*MADE, "vacatures/koken/?x=1#meedoen", "burgerbaners/noor/"])
def test_a_link_to_what_the_site_makes_is_right_as_a_browser_follows_it(
    made: str, page: str, up: str, tmp_path: Path
) -> None:
    copy_minimal(tmp_path)
    assert _told(tmp_path, page, f"[x]({up}{made})") == []
    [told] = _told(tmp_path, page, f"[x](../{up}{made})")
    assert told.endswith(f"zo komt een bezoeker ergens anders uit. Schrijf het zo: {up}{made}")


@pytest.mark.parametrize(
    "address", ["../contact/", "../vacatures/", "../vacatures/weg.md", "../sponsors/weg.png", "../vacature/koken/"]
)
def test_a_typo_is_no_place_that_the_site_makes(address: str, tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    [told] = _told(tmp_path, "extra.md", f"[x]({address})")
    assert "ergens anders uit" not in told


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("vacatures/kokn/", "'kokn' staat niet in de vacatures op de site. Bedoel je 'koken'?"),
        ("vacatures/kokn/poster/?x=1#a", "'kokn' staat niet in de vacatures op de site. Bedoel je 'koken'?"),
        ("organisaties/burthuis/", "'burthuis' staat niet in de mappen van vacancies/. Bedoel je 'buurthuis'?"),
        ("nieuws/weg/", "'weg' staat niet in content/gegevens/nieuws. Voeg het daar toe"),
    ],
)
def test_a_link_to_the_page_of_a_record_that_is_not_there_is_told(address: str, told: str, tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    assert [line for line in _told(tmp_path, "extra.md", f"[x](../{address})") if told not in line] == []
    assert len(_told(tmp_path, "extra.md", f"[x](../{address})")) == 1


def test_a_link_to_a_goal_is_right_where_its_page_is_and_where_people_may_type_it(tmp_path: Path) -> None:
    write_giving(tmp_path)
    links = "[a](../doneer/een-plek/) [b](../doneren/een-plek/) [c](../doneer/een-plek/poster/)"
    assert _told(tmp_path, "extra.md", links) == []
    told = _told(tmp_path, "extra.md", "[a](../doneer/een-plk/) [b](../doneren/een-plk/)")
    assert ["Bedoel je 'een-plek'?" in line for line in told] == [True, True]


NEWS = "titel: Straks\ndatum: {}\nsamenvatting: Er komt iets.\ntekst: Kom kijken.\n"
NEWS_PAGE = "---\ndescription: Nieuws.\n---\n# Nieuws\n\n{{ nieuwslijst }}\n\n{{ contact meedoen }}\n"
NEWS_LINKS = ("nieuws:straks", "../nieuws/straks/", "https://www.example.org/nieuws/straks/")


@pytest.mark.parametrize("address", NEWS_LINKS)
@pytest.mark.parametrize(("day", "is_told"), [("2027-02-01", True), (DAY.isoformat(), False)])
def test_news_that_is_still_to_come_has_no_page_to_link_to(
    address: str, day: str, is_told: bool, tmp_path: Path
) -> None:
    copy_minimal(tmp_path)
    for place, text in (("gegevens/nieuws/straks.yml", NEWS.format(day)), ("nieuws/index.md", NEWS_PAGE)):
        (tmp_path / "content" / place).parent.mkdir(exist_ok=True)
        (tmp_path / "content" / place).write_text(text, "utf-8")
    said = "dit nieuws komt pas op 1 februari 2027 op de site. Haal de link tot die dag weg."
    wanted = [f"content/extra.md:6:5: De link '{address}' leidt nergens heen: {said}"] if is_told else []
    assert _told(tmp_path, "extra.md", f"[x]({address})") == wanted


@pytest.mark.parametrize("address", ["../burgerbaners/noor/", "https://www.example.org/burgerbaners/noor/"])
def test_a_link_to_who_is_not_on_the_site_is_told_and_stops_no_build(address: str, tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    assert _told(tmp_path, "extra.md", f"[x]({address})") == []
    assert "Bedoel je 'noor'?" in _told(tmp_path, "extra.md", f"[x]({address.replace('noor', 'noortje')})")[0]
    change(tmp_path / "profiles/noor.yml", "tonen: true", "tonen: false")
    [told] = _told(tmp_path, "extra.md", f"[x]({address})")
    assert told.endswith(f"De link '{address}' gaat naar iemand die nu niet op de site staat. Haal de link weg.")
    loaded = load(tmp_path)
    assert loaded.site
    assert [item.kind for item in loaded.problems if item.is_reminder] == [Kind.LINK_WITHHELD]


def test_a_link_to_a_record_that_is_not_right_is_not_to_blame(tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    (tmp_path / "vacancies/buurthuis/koken.yml").write_text("titel: [\n", "utf-8")
    assert not [line for line in _told(tmp_path, "extra.md", "[x](../vacatures/koken/)") if "extra.md" in line]


def test_a_link_to_the_former_name_of_an_event_is_right(tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    site = replace(valid_site(tmp_path), events={"avond": made_event(vroeger=["avond-zes"])})
    links = "[x](../agenda/avond-zes/) [y](../agenda/avond/) [z](../agenda/avond-vijf/)"
    written = Written(site, {"extra.md": links}, tmp_path)
    [told] = check_page_links(written, "extra.md", "content/extra.md", links, links)
    assert "'avond-vijf'" in format_problem(told)


def test_everything_that_is_made_may_be_linked_to(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    written = {f"{page_url(page)}index.html" for page in site.pages}
    closing = {"_headers", "404.html", "zonder-internet/index.html", "zonder-internet.js"}
    made = {path.removesuffix("index.html") for path in files_of(site).keys() - written - closing}
    links = "\n".join(f"[x]({path})" for path in made if not path.startswith("assets/"))
    written = Written(site, {"index.md": links}, tmp_path)
    assert list(check_page_links(written, "index.md", "content/index.md", links, links)) == []


def test_mkdocs_does_not_see_a_link_to_what_the_site_makes(tmp_path: Path) -> None:
    seen: list[str | None] = []

    class AsMkDocs(Extension, Treeprocessor):
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
            md.treeprocessors.register(self, "relpath", 0)

        def run(self, root: Element) -> None:
            seen.extend(link.get("href") for link in root.iter("a"))

    rules = Build(valid_site(copy_minimal(tmp_path))).markdown_extension
    html = Markdown(extensions=[rules, AsMkDocs()]).convert("[x](../data/vacatures.json) [y](contact/index.md)")
    assert seen == ["contact/index.md"]
    assert html == '<p><a href="../data/vacatures.json">x</a> <a href="contact/index.md">y</a></p>'


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("www.almere.nl", "https://www.almere.nl"),
        ("www.almere.nl/wijken/haven.html", "https://www.almere.nl/wijken/haven.html"),
        ("almere.nl", "https://almere.nl"),
        ("almere.nl/wijken?x=1", "https://almere.nl/wijken?x=1"),
        ("info@almere.nl", "mailto:info@almere.nl"),
        ("06-12345678", "tel:0612345678"),
        ("06%2012345678", "tel:0612345678"),
        ("+31-36-1234567", "tel:+31361234567"),
    ],
)
def test_who_forgets_what_an_address_begins_with_is_told(address: str, meant: str, tmp_path: Path) -> None:
    copy_minimal(tmp_path)
    assert _told(tmp_path, "extra.md", f"[x]({address})") == [
        f"content/extra.md:6:5: De link '{address}' leidt nergens heen: "
        f"dit is geen pagina of bestand van deze site. Schrijf het zo: {meant}"
    ]
    assert _told(tmp_path, "extra.md", f"[x]({meant})") == []


@pytest.mark.parametrize("address", ["2026-11-22", "plan.docx", "weg.md", "jaar/2026", "verslag.pdf", "www.md"])
def test_what_looks_like_a_file_is_not_taken_for_an_address(address: str) -> None:
    assert meant_outside(address) is None


@pytest.mark.parametrize(
    "address", ["https://[", "//[x", "https://a.nl/data/x.json", "bron:data/x.json", "", "../data.md"]
)
def test_an_address_elsewhere_is_no_place_that_the_site_makes(address: str) -> None:
    assert not is_made("burgerbaners", address)
