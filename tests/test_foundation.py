"""The foundation's page: all that an ANBI must show, or no publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.kinds import Kind
from burgerbaan.load import Loaded, load_site
from burgerbaan.problems import Problem, errors_in
from burgerbaan.rules.foundation import PAGE, owed_account
from burgerbaan.rules.placeholders import is_placeholder
from burgerbaan.source.folders import Folders
from burgerbaan.wording import format_problem
from tests.small_site import DAY, copy_minimal, written_page

ROOT = Path(__file__).parent.parent
PDF = b"%PDF-1.7\n" + b"%" * 117_500 + b"\n%%EOF\n"

REQUIRED = {
    "naam": "naam: Stichting Buurtwerk",
    "rsin": 'rsin: "000000012"',
    "contact": "contact: {rol: Secretaris, mail: secretaris@buurtwerk.nl, telefoon: 036 555 01 23}",
    "doel": "doel: Vergoedingen betalen aan mensen die in de buurt werken.",
    "beleidsplan": "beleidsplan: Wij werven geld en geven het binnen een jaar uit.",
    "bestuur": "bestuur: [{functie: Voorzitter, naam: N. de Wit}]",
    "beloning": "beloning: Geen.",
    "verslag": "verslag: In 2025 betaalden wij zes mensen.",
    "jaarrekeningen": "jaarrekeningen:\n"
    "  - {jaar: 2025, titel: Jaarrekening 2025, datum: 2026-05-01, pagina: anbi/jaarrekening-2025.pdf}",
}
"""Everything that the law asks for, by its key."""

ALTERNATIVES = {
    "contact": "adres: Dorpsstraat 1, 1234 AB Stad",
    "beleidsplan": "beleidsplan_document: {titel: Plan, datum: 2026-01-01, pagina: anbi/jaarrekening-2025.pdf}",
    "verslag": "verslag_document: {titel: Verslag, datum: 2026-01-01, pagina: anbi/jaarrekening-2025.pdf}",
}
"""Other fields that will do as well."""


def load_with(folder: Path, lines: dict[str, str], today: date = DAY, *, is_publishing: bool = True) -> Loaded:
    """The minimal site with a foundation of these lines."""
    content = copy_minimal(folder) / "content"
    (content / "anbi").mkdir()
    (content / PAGE).write_text("---\ndescription: De gegevens.\n---\n# ANBI\n\n{{ anbi }}\n", "utf-8")
    (content / "anbi/jaarrekening-2025.pdf").write_bytes(PDF)
    (content / "gegevens/stichting.yml").write_text("\n".join(lines.values()) + "\n", "utf-8")
    return load_site(Folders(folder), today, is_publishing=is_publishing)


def page_of(loaded: Loaded) -> str:
    """The block of the page as visitors get it."""
    assert loaded.site is not None
    return Build(loaded.site).fill(PAGE, "<p>{{ anbi }}</p>")


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [format_problem(item) for item in problems]


def test_a_foundation_that_shows_everything_goes_to_the_public_without_a_word(tmp_path: Path) -> None:
    assert told(load_with(tmp_path, REQUIRED).problems) == []


@pytest.mark.parametrize("key", REQUIRED)
def test_leaving_out_one_item_refuses_publication_and_is_told_once(key: str, tmp_path: Path) -> None:
    loaded = load_with(tmp_path, {name: line for name, line in REQUIRED.items() if name != key})
    [found] = loaded.problems
    assert errors_in([found])
    assert key in format_problem(found)


@pytest.mark.parametrize("key", [key for key in REQUIRED if key != "naam"])
def test_leaving_out_one_item_is_one_reminder_while_nobody_publishes(key: str, tmp_path: Path) -> None:
    lines = {name: line for name, line in REQUIRED.items() if name != key}
    [found] = load_with(tmp_path, lines, is_publishing=False).problems
    assert (found.kind, found.is_reminder) == (Kind.ANBI_INCOMPLETE, True)
    assert f": {key}." in format_problem(found)


@pytest.mark.parametrize("key", ALTERNATIVES)
def test_an_address_or_a_document_will_do_as_well(key: str, tmp_path: Path) -> None:
    assert told(load_with(tmp_path, REQUIRED | {key: ALTERNATIVES[key]}).problems) == []


def test_two_members_of_the_board_may_be_unknown_still(tmp_path: Path) -> None:
    board = "bestuur: [{functie: Lid, naam: volgt}, {functie: Lid, naam: volgt}]"
    loaded = load_with(tmp_path, REQUIRED | {"bestuur": board}, is_publishing=False)
    assert errors_in(loaded.problems) == ()


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("naam", "naam: Stichting Voorbeeld"),
        ("rsin", 'rsin: "111222333"'),
        ("contact", "contact: {rol: Secretaris, mail: info@example.org}"),
        ("doel", "doel: Geld ontvangen …"),
        ("beleidsplan", "beleidsplan: TODO"),
        ("bestuur", "bestuur: [{functie: Voorzitter, naam: xxx}]"),
        ("beloning", "beloning: N.v.t."),
        ("verslag", "verslag: Het verslag over 2025 volgt."),
    ],
)
def test_an_item_that_only_keeps_its_place_refuses_publication_and_is_told_once(
    key: str, line: str, tmp_path: Path
) -> None:
    [found] = load_with(tmp_path, REQUIRED | {key: line}).problems
    assert found.kind is Kind.ANBI_PLACEHOLDER
    assert errors_in([found])


@pytest.mark.parametrize(
    "text",
    [
        "volgt", "Volgt nog.", "Tekst volgt", "Dit volgt later; vraag het ons gerust als je er niet op wilt wachten.",
        "n.t.b.", "NTB", "Nader te bepalen", "nog te bepalen", "Nog niet bekend", "Dat is nog onbekend.", "invullen",
        "Nog invullen", "hier invullen wat het bestuur krijgt en op welke manier dat elk jaar wordt vastgesteld",
        "xxx", "Lorem ipsum dolor sit amet", "TODO", "to do", "...", "…", "-", "?", "n.v.t.", "nvt", "Wordt aangevuld",
        "Voorbeeld", "A. Voorbeeld", "Stichting Voorbeeld", "Voorbeeldstraat 1, 1234 AB Stad", "Voorbeeldtekst",
        "123456782", "111222333", "1234.56.782", "12345678", "999999999", "036 123 45 67", "naam@example.org",
    ],
)  # fmt: skip
def test_a_text_that_keeps_a_place_is_known(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Geen.", "Stichting Safe Almere", "Stichting Het Goede Voorbeeld", "Wij geven mensen bijvoorbeeld een plek.",
        "De beloning volgt de CAO Sociaal Werk.", "Formulieren invullen voor buren.", "000000012", "036 555 01 23",
        "Wie een cursus bij ons volgt, krijgt daarvoor ook een vergoeding, en dat is al jaren zo.",
        "Het geld gaat naar een door het bestuur nader te bepalen instelling voor het algemeen nut.",
        "Wij helpen mensen die in de buurt nog niet bekend zijn en graag iets willen doen.",
        "Dorpsstraat 1, 1234 AB Stad", "Mevrouw Toledo", "Voorzitter", "N. de Wit", "In 2025 betaalden wij zes mensen.",
        "info@buurtwerk.nl", "Onbekend talent een kans geven.", "Het tekort is aangevuld door een fonds.",
    ],
)  # fmt: skip
def test_a_text_that_says_something_is_left_alone(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("today", "newest", "first", "owed"),
    [
        ("2026-01-01", 2024, None, None),
        ("2026-01-01", 2023, None, (2024, True)),
        ("2026-03-31", 2024, None, None),
        ("2026-04-01", 2024, None, (2025, False)),
        ("2026-06-30", 2024, None, (2025, False)),
        ("2026-07-01", 2024, None, (2025, True)),
        ("2026-07-01", 2025, None, None),
        ("2026-12-31", 2025, None, None),
        ("2026-05-01", 2023, None, (2024, True)),
        ("2026-12-31", None, 2026, None),
        ("2027-03-31", None, 2026, None),
        ("2027-04-01", None, 2026, (2026, False)),
        ("2027-07-01", None, 2026, (2026, True)),
        ("2026-02-01", None, None, (2024, True)),
    ],
)
def test_the_account_of_last_year_is_asked_for_in_april_and_must_be_there_in_july(
    today: str, newest: int | None, first: int | None, owed: tuple[int, bool] | None, tmp_path: Path
) -> None:
    lines = REQUIRED | {"jaarrekeningen": f"eerste_boekjaar: {first}" if first else ""}
    if newest:
        lines |= {"jaarrekeningen": REQUIRED["jaarrekeningen"].replace("jaar: 2025", f"jaar: {newest}")}
    loaded = load_with(tmp_path, lines)
    assert loaded.site is not None
    assert loaded.site.foundation is not None
    assert owed_account(loaded.site.foundation, date.fromisoformat(today)) == owed


def test_a_large_foundation_shows_the_form_of_the_tax_office_too(tmp_path: Path) -> None:
    form = "formulier: {titel: Formulier 2025, datum: 2026-05-02, pagina: anbi/jaarrekening-2025.pdf}"
    large = REQUIRED | {"groot": "groot: true"}
    [found] = load_with(tmp_path / "a", large).problems
    assert (found.kind, dict(found.words)["field"]) == (Kind.ANBI_MISSING, "formulier")
    with_form = REQUIRED["jaarrekeningen"].replace("{jaar: 2025", f"{{{form}, jaar: 2025")
    loaded = load_with(tmp_path / "b", large | {"jaarrekeningen": with_form})
    assert told(loaded.problems) == []
    assert "Formulier 2025 (pdf, 118 kB)</a><br>van 2 mei 2026" in page_of(loaded)


def test_visitors_see_each_item_and_each_document_with_its_kind_size_and_day(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, REQUIRED | {"extra": ALTERNATIVES["contact"]})
    page = page_of(loaded)
    link = '<a href="../anbi/jaarrekening-2025.pdf">Jaarrekening 2025 (pdf, 118 kB)</a><br>van 1 mei 2026'
    for text in ("000000012", "Voorzitter: N. de Wit", "Dorpsstraat 1", 'href="tel:+31365550123"', link):
        assert text in page
    assert "aangeleverd" not in page


def test_a_document_that_is_a_page_is_a_link_to_that_page(tmp_path: Path) -> None:
    lines = REQUIRED | {"verslag": ALTERNATIVES["verslag"].replace("anbi/jaarrekening-2025.pdf", "contact/index.md")}
    page = page_of(load_with(tmp_path, lines))
    assert '<a href="../contact/">Verslag</a><br>van 1 januari 2026' in page


def test_visitors_read_what_is_missing(tmp_path: Path) -> None:
    lines = {key: line for key, line in REQUIRED.items() if key not in ("rsin", "jaarrekeningen")}
    page = page_of(load_with(tmp_path, lines, is_publishing=False))
    assert page.count("Nog niet aangeleverd") == 2
    assert "Nog niet alle gegevens zijn aangeleverd." in page


def test_the_footer_calls_it_an_anbi_only_when_its_data_are_no_example(tmp_path: Path) -> None:
    badge, unfinished = '<a class="bb-anbi"', "De ANBI-gegevens zijn nog niet compleet."
    for name, extra, shown, hidden in (
        ("a", {}, badge, unfinished),
        ("b", {"x": "voorbeeld: true"}, unfinished, badge),
    ):
        site = load_with(tmp_path / name, REQUIRED | extra, is_publishing=False).site
        assert site is not None
        html = written_page(Build(site), PAGE, "<p>Tekst.</p>")
        assert shown in html
        assert hidden not in html


def test_the_page_has_the_address_that_the_tax_office_knows(tmp_path: Path) -> None:
    site = load_with(tmp_path, REQUIRED).site
    assert site is not None
    assert site.pages[PAGE].url == "anbi/"


def test_an_ordinary_build_of_this_site_reminds_of_the_foundation_once() -> None:
    problems = load_site(Folders(ROOT), date(2026, 11, 25)).problems
    assert [item.kind for item in problems if item.path.endswith("stichting.yml")] == [Kind.ANBI_INCOMPLETE]
