"""The Dutch of the search: stems, compounds, synonyms, and the index that the browser gets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from burgerbaan.output import Page
from burgerbaan.render import Renderer
from burgerbaan.search import index as index_module
from burgerbaan.search.compounds import Splitter
from burgerbaan.search.index import (
    DOES,
    LEVELS,
    NAME,
    REST,
    SHOWN,
    TITLE,
    WHOLE,
    SearchIndex,
    Text,
    index_of,
    read_text,
)
from burgerbaan.search.pages import listed, page_index
from burgerbaan.search.stems import fold, stem, words_in
from burgerbaan.search.synonyms import Group
from burgerbaan.search.vacancies import read_vacancy, vacancy_index
from burgerbaan.words import Words, load_texts
from tests.small_site import copy_minimal, valid_site

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "stems.yml").read_text("utf-8"))
TOGETHER: list[list[str]] = [group.split() for group in CASES["samen"]]
APART: list[list[str]] = CASES["apart"]

NONE: frozenset[str] = frozenset()
KNOWN = [
    "huis",
    "schoonmaken",
    "tuin",
    "kinderen",
    "koken",
    "boek",
    "fietsen",
    "les",
    "naaien",
    "buurt",
    "bestuur",
    "taal",
]


def _index(texts: Iterable[Text], groups: Sequence[Group], stopwords: frozenset[str]) -> SearchIndex:
    return index_of([read_text(text) for text in texts], groups, stopwords)


def splits(word: str, words: list[str] = KNOWN, silent: tuple[str, ...] = ()) -> list[str]:
    return [word[start:end] for start, end in Splitter(words, silent).parts_of(word)]


def places(made: SearchIndex) -> dict[str, dict[int, int]]:
    """What the browser makes of an index: per word the level in each text."""
    lists = [item for shard in made.shards for item in shard]
    found: dict[str, dict[int, int]] = {}
    for word, steps in zip(made.vocabulary["words"].split(), lists, strict=True):
        place = 0
        for step in steps:
            place += step
            found.setdefault(word, {})[place // LEVELS] = place % LEVELS
    return found


# Words and stems


def test_words_are_folded() -> None:
    assert words_in("Één CAFÉ, foto's & zo’n e-mail: 2x ’s avonds") == [
        "een", "cafe", "fotos", "zon", "e", "mail", "2x", "s", "avonds",
    ]  # fmt: skip


@pytest.mark.parametrize("forms", TOGETHER, ids=lambda forms: forms[0])
def test_forms_of_one_word_meet(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1, {form: stem(form) for form in forms}


@pytest.mark.parametrize("pair", APART, ids="-".join)
def test_words_that_only_look_alike_stay_apart(pair: list[str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_no_two_groups_of_forms_meet() -> None:
    groups: dict[str, str] = {}
    for forms in TOGETHER:
        for form in forms:
            assert groups.setdefault(stem(form), forms[0]) == forms[0], f"{form} meets {groups[stem(form)]}"


@given(st.text(max_size=60))
def test_any_text_folds_to_plain_words_that_stay_what_they_are(text: str) -> None:
    words = words_in(text)
    assert words_in(" ".join(words)) == words
    assert all(fold(word) == word and stem(word) for word in words)


# Compounds


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("huisschoonmaak", ["huis", "schoonmaak"]),
        ("kookboeken", ["kook", "boeken"]),
        ("kinderboek", ["kinder", "boek"]),
        ("fietsenschoonmaker", ["fietsen", "schoonmaker"]),
        ("naailes", ["naai", "les"]),
        ("buurthuizen", ["buurt", "huizen"]),
        ("tuinenboek", ["tuin", "boek"]),
        ("meekoken", ["koken"]),
        ("kooktuinboek", ["kook", "tuin", "boek"]),
    ],
)
def test_a_compound_holds_its_parts(word: str, parts: list[str]) -> None:
    assert splits(word) == parts


def test_a_part_that_says_nothing_is_left_out() -> None:
    assert splits("huisschoonmaakwerk", silent=("werk",)) == ["huis", "schoonmaak"]
    assert splits("huiswerk", silent=("werk",)) == ["huis"]


@pytest.mark.parametrize(
    "word", ["betaald", "kinderen", "bestuur", "vergadering", "schoonmaken", "taaltje", "oversteken", "boekjes", "tuin"]
)
def test_what_is_no_compound_is_not_split(word: str) -> None:
    assert splits(word, [*KNOWN, "ring", "aal", "steken", "let", "uur", "eren", word]) == (
        ["steken"] if word == "oversteken" else []
    )


@given(st.text("abdeknost", max_size=60), st.lists(st.text("abdeknost", min_size=3, max_size=6), max_size=20))
def test_parts_follow_one_another_within_the_word(word: str, words: list[str]) -> None:
    spans = Splitter(words).parts_of(word)
    edges = [place for span in spans for place in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(word) for start, end in spans)


# The index


def test_a_word_counts_by_the_best_place_it_stands_in() -> None:
    texts: list[Text] = [
        {TITLE: ["Soep koken"], REST: ["soep en brood"], NAME: ["Haven"]},
        {SHOWN: ["Je brengt brood"], DOES: ["haven zien"], NAME: ["Haven"]},
    ]
    found = places(_index(texts, [], frozenset({"en", "je"})))
    assert found["soep"] == {0: TITLE}
    assert found["brood"] == {0: REST, 1: SHOWN}
    assert found["haven"] == {0: NAME, 1: DOES}
    assert "en" not in found


def test_an_index_of_nothing_is_an_index() -> None:
    made = _index([], [], NONE)
    assert (made.vocabulary["words"], made.vocabulary["starts"], made.shards) == ("", [0], ((),))
    assert places(_index([{}, {TITLE: [""]}], [], NONE)) == {}


words_strategy = st.lists(st.sampled_from([*KNOWN, "kookboek", "café", "tuinhuis", "e-mail"]), max_size=8).map(" ".join)
texts_strategy = st.lists(st.dictionaries(st.integers(0, 4), st.lists(words_strategy, max_size=2)), max_size=12)


@given(texts_strategy)
def test_places_read_back_as_they_were(texts: list[dict[int, list[str]]]) -> None:
    expected: dict[str, dict[int, int]] = {}
    for number, text in enumerate(texts):
        for level, pieces in text.items():
            for word in words_in(" ".join(pieces)):
                levels = expected.setdefault(word, {})
                levels[number] = max(level, levels.get(number, 0))
    assert places(_index(texts, [], NONE)) == expected


def test_shards_are_cut_in_size_and_start_where_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "SHARD_NUMBERS", 10)
    texts: list[Text] = [{TITLE: [f"w{number % 7} w{number % 3} altijd"]} for number in range(30)]
    made = _index(texts, [], NONE)
    sizes = [sum(len(item) for item in shard) for shard in made.shards]
    assert all(size <= 10 or len(shard) == 1 for size, shard in zip(sizes, made.shards, strict=True))
    assert len(sizes) > 3
    numbers = [sum(len(shard) for shard in made.shards[:before]) for before in range(len(made.shards))]
    assert made.vocabulary["starts"] == numbers
    assert places(made)["altijd"] == dict.fromkeys(range(30), TITLE)


def test_the_browser_reads_the_stems_and_parts_that_were_meant() -> None:
    made = _index([{TITLE: ["koken kookboek boek fotos"]}], [], NONE).vocabulary
    assert made["words"].split() == ["boek", "fotos", "koken", "kookboek"]
    assert made["stems"].split() == ["=", "4", "2ok", "="]
    assert made["parts"] == "   0448", "kookboek: 0 to 4 and 4 to 8"


def test_a_word_is_shown_as_it_was_written() -> None:
    made = _index([{TITLE: ["Café met ideeën en foto's"]}], [], frozenset({"met", "en"})).vocabulary
    words = made["words"].split()
    assert {words[int(number)]: text for number, text in made["written"].items()} == {
        "cafe": "café", "ideeen": "ideeën", "fotos": "foto's",
    }  # fmt: skip


def test_a_name_of_more_words_stands_in_the_index_as_one_too() -> None:
    texts = [read_text({NAME: [name], REST: ["haven"]}, [name]) for name in ("Almere Haven", "Vóór-Haven", "Haven")]
    made = index_of(texts, [], NONE)
    found = places(made)
    assert found["almerehaven"] == {0: NAME}
    assert found["haven"] == dict.fromkeys(range(3), REST)
    words = made.vocabulary["words"].split()
    written = {words[int(number)]: text for number, text in made.vocabulary["written"].items()}
    assert written == {"almerehaven": "Almere Haven", "voorhaven": "Vóór-Haven", "voor": "vóór"}


def test_synonyms_that_find_nothing_are_left_out_but_keep_their_number() -> None:
    groups = [
        Group(["paard", "ezel"]),
        Group(["koken", "eten maken", "kokkerellen"], ["tuin"]),
        Group(["x", "y"], ["huis"]),
    ]
    made = _index([{TITLE: ["koken in huis"]}], groups, NONE).vocabulary
    assert made["groups"] == [[], ["kook", "kokkerel"], ["x", "y"]]
    assert made["also"] == {"1": ["tuin"], "2": ["huis"]}
    assert made["phrases"] == {"eten maken": [1]}


def test_synonyms_are_read_like_a_question() -> None:
    made = _index([{TITLE: ["post"]}], [Group(["post", "E-mail", "brief's", "日本"])], NONE).vocabulary
    assert made["groups"] == [[stem("post"), "brief"]]
    assert made["phrases"] == {"e mail": [0]}


@given(texts_strategy, st.randoms())
def test_the_same_texts_make_the_same_index(texts: list[dict[int, list[str]]], chance: Any) -> None:
    def shuffled(text: dict[int, list[str]]) -> dict[int, list[str]]:
        items = list(text.items())
        chance.shuffle(items)
        return dict(items)

    stopwords = {"tuin", "les", "taal"}
    one = _index(texts, [Group(["koken", "tuin"])], frozenset(stopwords))
    other = _index([shuffled(text) for text in texts], [Group(["koken", "tuin"])], frozenset(sorted(stopwords)))
    assert json.dumps([one.vocabulary, one.shards]) == json.dumps([other.vocabulary, other.shards])


# Vacancies and pages


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return Words(load_texts(), valid_site(copy_minimal(tmp_path / "woorden")).programme)


def test_a_vacancy_is_found_by_title_task_day_and_part_of_the_day(tmp_path: Path, words: Words) -> None:
    site = valid_site(copy_minimal(tmp_path))
    found = places(vacancy_index(site, words, [read_vacancy(site, words, item) for item in site.open_vacancies]))
    vacancy = site.open_vacancies[0]
    assert all(found[word][0] == TITLE for word in words_in(vacancy.title) if word in found)
    for shift in vacancy.shifts:
        assert found[str(shift.day)][0] == DOES
        assert any(word.startswith(str(shift.day)) and word != str(shift.day) for word in found)
    assert not {"vacature", "vrijwilligerswerk", "werken"} & set(found)


def test_a_page_that_says_nothing_to_be_found_by_is_not_found(tmp_path: Path, words: Words) -> None:
    site = valid_site(copy_minimal(tmp_path))
    page = Page(
        "meedoen/een-stichting/",
        "Over ons",
        "Wie wij zijn.",
        "",
        search_text="<h2>Koken &amp; eten</h2><p>soep</p><svg>tuin</svg>",
    )
    hidden = Page("twee/", "Geheim", "Geheim.", "")
    assert listed(hidden, site).words is None
    read = listed(page, site).words
    assert read
    found = places(page_index(site, words, [read]))
    assert {word: levels[0] for word, levels in found.items()} == {
        "over": TITLE, "ons": TITLE, "stichting": DOES, "koken": DOES, "eten": DOES, "soep": REST,
    }  # fmt: skip


def test_a_page_is_not_found_by_the_names_of_the_sources_it_cites(tmp_path: Path, words: Words) -> None:
    site = valid_site(copy_minimal(tmp_path))
    cited = Renderer(site, words).component("source-ref", source=next(iter(site.sources.values())), note="", base="../")
    page = Page("een/", "Wisselen", "", "", search_text=f"<p>Je mag wisselen {cited} en stapelen.</p>")
    read = listed(page, site).words
    assert read
    assert set(read.levels) == set(words_in("een wisselen je mag en stapelen"))


def test_a_district_is_found_by_its_whole_name_where_it_stands(tmp_path: Path, words: Words) -> None:
    site = valid_site(copy_minimal(tmp_path))
    name = next(item.name for item in site.districts.values() if " " in item.name)
    own, other = (
        listed(Page("x/", title, "", "", search_text="x"), site).words for title in (f"In {name}", "In de wijk")
    )
    assert own
    assert other
    joined = "".join(words_in(name))
    assert own.levels[joined] == TITLE
    assert joined not in other.levels


def test_the_summary_of_a_record_weighs_less_than_that_of_a_written_page(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    levels = {
        origin: listed(Page("x/", "Een", "Wat kost het?", "", search_text="x", origin=origin), site).words
        for origin in ("meedoen/index.md", "vacancies/cafe/organisatie.yml")
    }
    assert [read.levels["kost"] for read in levels.values() if read] == [SHOWN, DOES]


def test_a_title_of_one_word_outweighs_that_word_in_a_longer_title(tmp_path: Path) -> None:
    site = valid_site(copy_minimal(tmp_path))
    one, more = (
        listed(Page("x/", title, "", "", search_text="x"), site).words for title in ("Vacatures", "Onze vacatures")
    )
    assert one
    assert more
    assert (one.levels["vacatures"], more.levels["vacatures"]) == (WHOLE, TITLE)
