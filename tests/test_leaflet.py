"""Cards of the programme itself: four on a sheet, with a code, a number and few words."""

from __future__ import annotations

import re
from pathlib import Path

from burgerbaan.addresses import LEAFLET
from burgerbaan.codes import published_codes
from burgerbaan.kinds import Kind
from burgerbaan.problems import errors_in
from tests.small_site import copy_minimal, files_of, load, valid_site

FILE = f"{LEAFLET}index.html"
CARD = """kaartje:
  titel: Doe <b>mee</b>
  zin: Vrijwilligerswerk dat jij kiest.
  punten:
    - {teken: hand, tekst: Vraag het eerst.}
"""


def _project(folder: Path, *, has_page: bool = True) -> Path:
    root = copy_minimal(folder)
    facts = root / "content/gegevens/programma.yml"
    facts.write_text(facts.read_text("utf-8") + CARD, "utf-8")
    page = root / "content/meedoen/index.md"
    page.parent.mkdir()
    if has_page:
        page.write_text("---\ndescription: Zo doe je mee.\n---\n# Meedoen\n", "utf-8")
    return root


def test_four_cards_tell_the_same_and_lead_to_how_to_join(tmp_path: Path) -> None:
    site = valid_site(_project(tmp_path))
    html = files_of(site)[FILE].decode()
    for told in ("Doe &lt;b&gt;mee&lt;/b&gt;", "Vrijwilligerswerk dat jij kiest.", "Vraag het eerst."):
        assert html.split("<main", 1)[1].count(told) == 4, told
    (code,) = (code for code in published_codes(site) if code.file == FILE)
    assert (code.payload, code.page) == ("https://www.example.org/meedoen/", "/meedoen/")
    assert code.beside[0] in re.sub("<[^>]*>", "", html)


def test_without_words_or_a_page_to_lead_to_there_are_no_cards(tmp_path: Path) -> None:
    for name, root in (("leeg", copy_minimal(tmp_path / "a")), ("zonder", _project(tmp_path / "b", has_page=False))):
        site = valid_site(root)
        assert FILE not in files_of(site), name
        assert not [code for code in published_codes(site) if code.file == FILE], name


def test_a_written_page_never_takes_the_place_of_the_cards(tmp_path: Path) -> None:
    root = _project(tmp_path)
    (root / "content/meedoen/kaartje.md").write_text("---\ndescription: Iets anders.\n---\n# Iets\n", "utf-8")
    assert [item.kind for item in errors_in(load(root).problems)] == [Kind.PAGE_CLASH]
