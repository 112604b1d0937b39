"""Nobody is shown without a yes: whatever is typed in a consent, the photos on the site only become fewer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from burgerbaan.kinds import Kind
from burgerbaan.wording import format_problem
from tests.photo_project import GOOD, person, phone_photo, project, write
from tests.small_site import DAY, load

WRONG: tuple[Any, ...] = (
    None, False, "ja", "nee", "true", "True", "yes", "no", 0, 1, 2026, "", [], ["ja"], {}, {"ja": True}, "2026-11-31",
    date(1999, 1, 1), "2026-2", ["print"], ["social"], ["sitee"], "site", ["site", "site2"],
)  # fmt: skip
NEVER_WRONG = {"vastgelegd_door": (str, date)}
"""Fields in which any text is a right one."""


def portraits(root: Path, today: date = DAY) -> frozenset[str]:
    site = load(root, today).site
    assert site is not None
    return frozenset(site.portraits)


def kinds(root: Path, today: date = DAY) -> set[Kind]:
    return {item.kind for item in load(root, today).problems}


def test_a_complete_yes_shows_the_photo(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    assert load(root).problems == ()
    assert portraits(root) == {"mens-0"}


def _mutations() -> Iterator[tuple[str, Any]]:
    for key in GOOD:
        yield f"{key} ontbreekt", {name: value for name, value in GOOD.items() if name != key}
        yield f"{key} verkeerd gespeld", {f"{name}s" if name == key else name: value for name, value in GOOD.items()}
        yield f"{key} met een vaste spatie", {f"{name}\u00a0" if name == key else name: GOOD[name] for name in GOOD}
        for value in WRONG:
            is_right = isinstance(value, NEVER_WRONG.get(key, ())) and value
            if not is_right and not (key == "op" and value == date(1999, 1, 1)):
                yield f"{key} is {value!r}", {**GOOD, key: value}
    yield "ingetrokken", {**GOOD, "ingetrokken": date(2026, 11, 20)}
    yield "later ingetrokken", {**GOOD, "ingetrokken": date(2027, 5, 1)}
    yield "verkeerd ingetrokken", {**GOOD, "ingetrokken": "gisteren"}
    yield "nog niet gegeven", {**GOOD, "op": date(2026, 11, 23)}
    yield "gisteren afgelopen", {**GOOD, "tot": date(2026, 11, 21)}
    for value in WRONG:
        yield f"de toestemming is {value!r}", value


@pytest.mark.parametrize(("name", "consent"), [pytest.param(*item, id=item[0]) for item in _mutations()])
def test_a_yes_with_anything_wrong_is_a_no_and_does_not_stop_the_build(name: str, consent: Any, tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(consent))
    loaded = load(root)
    assert loaded.site is not None
    assert not loaded.site.portraits, name
    errors = [item for item in loaded.problems if not item.is_reminder]
    if "vaste spatie" not in name:  # refused outright, by the reader of YAML
        assert not errors, name
        assert loaded.site.profiles.keys() == {"noor", "mens-0"}, name
        assert any(item.path == "profiles/mens-0.yml" for item in loaded.problems), name


def test_a_key_typed_twice_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    path = root / "profiles/mens-0.yml"
    path.write_text(path.read_text().replace("    gegeven: true\n", "    gegeven: false\n    gegeven: true\n"))
    assert kinds(root) >= {Kind.OVERRULED}
    assert not portraits(root)


@pytest.mark.parametrize("value", [False, None, "ja", "nee", "yes", 1, 0, [], {"nee": True}])
def test_somebody_who_does_not_say_true_is_not_on_the_site(value: Any, tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(tonen=value))
    loaded = load(root)
    assert loaded.site is not None
    assert loaded.site.profiles.keys() == {"noor"}
    assert loaded.site.withheld.keys() == {"mens-0"}
    assert not loaded.site.portraits


def test_somebody_who_says_nothing_is_not_on_the_site(tmp_path: Path) -> None:
    silent = {key: value for key, value in person().items() if key != "tonen"}
    root = project(tmp_path / "site", silent)
    loaded = load(root)
    assert loaded.site is not None
    assert loaded.site.withheld.keys() == {"mens-0"}
    assert {item.kind for item in loaded.problems} == {Kind.OVERRULED, Kind.PHOTO_UNUSED}


def test_no_problem_names_somebody_who_is_not_on_the_site(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    write(root, "roos", person(tonen=False, naam="Roos", wijk=["nergens"]))
    write(root, "zilver", person(tonen=False, naam="Zilver", talenten=[]))
    problems = load(root).problems
    assert {item.path for item in problems} == {"profiles/r….yml", "profiles/z….yml", "profiles/fotos"}
    assert "Roos" not in repr(problems)


def test_a_slip_in_a_profile_calls_nobodys_photo_useless(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(talenten=[]))
    assert Kind.PHOTO_UNUSED not in kinds(root)


def test_a_profile_that_does_not_say_yes_reads_that_it_must(tmp_path: Path) -> None:
    root = project(tmp_path / "site", {key: value for key, value in person().items() if key != "tonen"})
    (told,) = [format_problem(item) for item in load(root).problems if item.kind is Kind.OVERRULED]
    assert "Het veld 'tonen' ontbreekt." in told
    assert "Voorbeeld: tonen: true" in told


def test_a_profile_leaves_by_itself_after_its_last_day(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(tonen_tot=date(2026, 12, 1)))
    assert Kind.PROFILE_ENDING in kinds(root)
    assert portraits(root, date(2026, 12, 1)) == {"mens-0"}
    loaded = load(root, date(2026, 12, 2))
    assert loaded.site is not None
    assert loaded.site.withheld.keys() == {"mens-0"}
    assert not loaded.site.portraits


def test_a_profile_is_asked_about_after_a_year_as_long_as_somebody_takes_part(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person({**GOOD, "tot": date(2029, 1, 1)}, bijgewerkt=date(2026, 11, 1)))
    assert Kind.PROFILE_OLD not in kinds(root, date(2027, 11, 1))
    assert Kind.PROFILE_OLD in kinds(root, date(2027, 11, 2))
    for name in ("mens-0", "noor"):
        write(root, name, person(bijgewerkt=date(2026, 11, 1), tot="2026-12"))
    assert Kind.PROFILE_OLD not in kinds(root, date(2027, 11, 2))


def test_a_yes_ends_on_its_day_and_warns_a_month_before(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person({**GOOD, "tot": date(2027, 1, 31)}))
    assert kinds(root, date(2026, 12, 31)) == set()
    assert kinds(root, date(2027, 1, 1)) == {Kind.CONSENT_ENDING}
    assert portraits(root, date(2027, 1, 31)) == {"mens-0"}
    assert portraits(root, date(2027, 2, 1)) == frozenset()
    assert kinds(root, date(2027, 2, 1)) >= {Kind.CONSENT_EXPIRED, Kind.PHOTO_UNUSED}


def test_a_yes_counts_from_its_own_day(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person({**GOOD, "op": DAY}))
    assert portraits(root) == {"mens-0"}
    assert portraits(root, date(2026, 11, 21)) == frozenset()


def test_a_photo_of_two_people_needs_a_yes_of_both(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(), person({**GOOD, "gegeven": False}))
    assert portraits(root) == frozenset()
    assert kinds(root) == {Kind.CONSENT_NOT_GIVEN, Kind.CONSENT_SHARED, Kind.PHOTO_UNUSED}


@pytest.mark.parametrize("names", [("foto-1.jpg", "Foto-1.JPG"), ("Foto-1.JPG", "foto-1.jpg")])
def test_a_photo_is_refused_in_whatever_capitals_its_name_is_typed(names: tuple[str, str], tmp_path: Path) -> None:
    people = [person(consent) for consent in (GOOD, {**GOOD, "gegeven": False})]
    for found, name in zip(people, names, strict=True):
        found["foto"]["bestand"] = name
    root = project(tmp_path / "site", *people)
    (root / "profiles/fotos/Foto-1.JPG").write_bytes(phone_photo())
    assert portraits(root) == frozenset()


def test_a_photo_of_somebody_who_left_the_site_is_shown_of_nobody(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(), person(tonen=False))
    assert portraits(root) == frozenset()


@pytest.mark.parametrize("texts", ["[]", '["2025-1"]'])
def test_a_yes_to_an_older_text_does_not_count(texts: str, tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    path = root / "content/gegevens/programma.yml"
    path.write_text(path.read_text().replace('["2026-1"]', texts))
    assert portraits(root) == frozenset()
    assert kinds(root) == {Kind.CONSENT_TEXT, Kind.PHOTO_UNUSED}


def test_each_change_alone_never_adds_a_photo(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(), person(foto={**person()["foto"], "bestand": "foto-2.jpg"}))
    (root / "profiles/fotos/foto-2.jpg").write_bytes(phone_photo())
    before = portraits(root)
    assert before == {"mens-0", "mens-1"}
    for key in GOOD:
        changed = deepcopy(person())
        changed["foto"]["toestemming"][key] = "iets anders" if key != "vastgelegd_door" else ""
        write(root, "mens-0", changed)
        assert portraits(root) == {"mens-1"}, key


def test_a_literal_quote_needs_a_source_or_a_yes(tmp_path: Path) -> None:
    root = project(tmp_path / "site")
    (root / "content/gegevens/citaten").mkdir(exist_ok=True)
    path = root / "content/gegevens/citaten/gezegd.yml"
    quote = {"tekst": "Ik hoor er weer bij.", "rol": "burgerbaner", "weergave": "letterlijk"}
    path.write_text(yaml.safe_dump({"titel": "Gezegd", "citaten": [quote]}, allow_unicode=True))
    assert Kind.QUOTE_WITHHELD in kinds(root)
    for changed in ({"toestemming": dict(GOOD)}, {"bron": "verslag-1"}, {"weergave": "samengevat"}):
        path.write_text(yaml.safe_dump({"titel": "Gezegd", "citaten": [{**quote, **changed}]}))
        assert Kind.QUOTE_WITHHELD not in kinds(root)


@pytest.mark.parametrize("line", ["ingetrokken:", "ingetrokken: # 2026-11-20", "ingetrokken: null", "ingetrokken: ''"])
def test_whoever_begins_to_write_a_no_means_no(line: str, tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    path = root / "profiles/mens-0.yml"
    path.write_text(path.read_text().replace("    gegeven: true\n", f"    gegeven: true\n    {line}\n"))
    assert portraits(root) == frozenset()
    assert not [item for item in load(root).problems if not item.is_reminder]


def test_an_empty_last_day_is_a_no_as_well(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    path = root / "profiles/mens-0.yml"
    path.write_text(path.read_text() + "tonen_tot:\n")
    loaded = load(root)
    assert loaded.site is not None
    assert loaded.site.withheld.keys() == {"mens-0"}


@pytest.mark.parametrize(
    "change_of",
    [
        lambda text: text.replace("    gegeven: true\n", "    gegeven: true\n    gegeven: false\n"),
        lambda text: text.replace("    gegeven: true\n", "    gegeven: nee #bel\n"),
        lambda text: text.replace("    gegeven: true\n", "    gegeven: true\n    ingetrokken:2026-11-20\n"),
        lambda text: text + "tonen: false\n",
        lambda text: text + "---\ntonen: false\n",
        lambda text: text.replace("tonen: true", "tonen:\tfalse"),
        lambda text: text.replace("  toestemming:\n", "  ingetrokken: 2026-11-20\n  toestemming:\n"),
        lambda text: text.replace("  alt:", "  allt:"),
    ],
    ids=["twee keer", "notitie", "zonder spatie", "tonen twee keer", "tweede deel", "tab", "hoger", "foto kapot"],
)
def test_a_no_with_a_slip_of_the_keyboard_stops_no_build(change_of: Callable[[str], str], tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    path = root / "profiles/mens-0.yml"
    changed = change_of(path.read_text())
    assert changed != path.read_text()
    path.write_text(changed)
    assert portraits(root) == frozenset()
    assert not [item for item in load(root).problems if not item.is_reminder]


def test_a_slip_elsewhere_in_a_profile_that_says_yes_is_an_ordinary_mistake(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(tonen_tot=date(2028, 1, 1)))
    path = root / "profiles/mens-0.yml"
    path.write_text(path.read_text().replace("talenten:", "tallenten:"))
    errors = [item for item in load(root).problems if not item.is_reminder]
    assert {(item.path, item.kind) for item in errors} == {("profiles/m….yml", Kind.KEY_UNKNOWN_SUGGEST)}


def test_a_copy_of_a_refused_photo_is_refused_too(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person(), person(foto={**person()["foto"], "bestand": "foto-2.jpg"}))
    (root / "profiles/fotos/foto-1.jpg").write_bytes(phone_photo())
    (root / "profiles/fotos/foto-2.jpg").write_bytes(phone_photo())
    assert portraits(root) == {"mens-0", "mens-1"}
    write(root, "mens-1", _second(is_given=False))
    assert portraits(root) == frozenset()
    assert Kind.CONSENT_SHARED in kinds(root)


def test_the_original_of_a_photo_that_is_shown_is_no_secret(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    for name in ("foto-1.jpg", "foto-1-origineel.jpg"):
        (root / f"profiles/fotos/{name}").write_bytes(phone_photo())
    site = load(root).site
    assert site is not None
    assert site.portraits.keys() == {"mens-0"}
    assert site.hidden_photos == ()


def _second(*, is_given: bool) -> dict[str, Any]:
    found = person({**GOOD, "gegeven": is_given})
    found["foto"]["bestand"] = "foto-2.jpg"
    return found
