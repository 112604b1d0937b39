"""Whatever an editor types: a sentence or a right page, never a traceback, never markup that was not meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burgerbaan.build import Build
from burgerbaan.links import is_safe_link, is_web_address
from burgerbaan.load import load_site
from burgerbaan.model.collections import FACTS, RECORDS
from burgerbaan.problems import START
from burgerbaan.rules.place import Places
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import parse
from burgerbaan.validation import make_record
from burgerbaan.wording import format_problem
from tests.small_site import DAY, change, copy_minimal, files_of, load, made_files, valid_site, written_page

MODELS = [*(item.model for item in FACTS), *RECORDS.values()]
KEYS = sorted({info.alias or "" for model in MODELS for info in model.model_fields.values()})

_scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.text(max_size=30),
    st.sampled_from(
        ["2026-02-30", "no", "09:00", "haven", "<script>", "javascript:alert(1)", "../../x", "\u202e", "’"]
    ),
)
_values = st.recursive(
    _scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(KEYS), _values, max_size=10))
def test_no_value_in_any_field_makes_a_traceback(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    read, problems = parse("v.yml", text)
    if problems:
        return
    for model in MODELS:
        _, found = make_record(model, read, "v.yml", text)
        for item in found:
            assert re.match(r"v\.yml:\d+:\d+: \S", format_problem(item))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_no_bytes_in_any_file_make_a_traceback(tmp_path: Path, data: bytes) -> None:
    root = tmp_path / "site"
    if not root.exists():
        root.mkdir()
        copy_minimal(root)
    for name in ("vacancies/buurthuis/koken.yml", "content/gegevens/wijken.yml", "content/index.md"):
        place = root / name
        before = place.read_bytes()
        place.write_bytes(data)
        for item in load_site(Folders(root), DAY).problems:
            format_problem(item)
        place.write_bytes(before)


TRICKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[klik](javascript:alert(1))",
    "![x](//evil.example/p.png)",
    "[klik](javascript&colon;alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](&#x2F;&#x2F;evil.example/)",
    "</title><script>1</script>",
    "{{ contact meedoen }}",
    "{% raw %}",
    "&lt;b&gt; & ]]>",
    "</script><script>1</script>",
    "*niet vet* `niet code`",
)


class _Markup(HTMLParser):
    """Collects what a browser would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if any(name.startswith("on") or name == "style" for name in values):
            self.dangers.append(f"{tag} {values}")
        if tag == "script" and "src" not in values and values.get("type") != "application/ld+json":
            self.dangers.append("inline script")
        for name in ("href", "src", "action"):
            if name in values and tag != "link" and not is_safe_link(unescape(values[name])):
                self.dangers.append(f"{tag} {name}={values[name]}")
        if tag in ("img", "script", "iframe") and re.match(r"(https?:)?//", values.get("src", "")):
            self.dangers.append(f"{tag} from elsewhere")


def _dangers(html: str) -> list[str]:
    parser = _Markup()
    parser.feed(html)
    return parser.dangers


def _text_places(value: Any, location: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield location
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _text_places(item, (*location, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _text_places(item, (*location, number))


def _replace(value: Any, location: tuple[str | int, ...], text: str) -> Any:
    if not location:
        return text
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[location[0]] = _replace(value[location[0]], location[1:], text)
    return copy


RECORD_FILES = (
    "vacancies/buurthuis/koken.yml",
    "vacancies/buurthuis/organisatie.yml",
    "profiles/noor.yml",
    "content/gegevens/programma.yml",
    "content/gegevens/wijken.yml",
    "content/gegevens/bronnen.yml",
)


@pytest.mark.parametrize("name", RECORD_FILES)
@pytest.mark.parametrize("trick", TRICKS)
def test_no_text_field_reaches_a_page_unescaped(name: str, trick: str, tmp_path: Path) -> None:
    """Every text field of a record that accepts a trick holds it; it must come out as text."""
    root = copy_minimal(tmp_path)
    place = root / name
    value, _ = parse(name, place.read_text("utf-8"))
    accepted = 0
    for location in _text_places(value):
        changed = _replace(value, location, trick)
        place.write_text(json.dumps(changed, ensure_ascii=False), "utf-8")
        if not load(root).problems:
            value, accepted = changed, accepted + 1
    place.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    build = Build(valid_site(root))
    pages = [data.decode() for path, data in made_files(build).items() if path.endswith((".html", ".xml"))]
    pages.append(written_page(build, "index.md", "<h1>Start</h1>"))
    assert [danger for html in pages for danger in _dangers(html)] == []
    assert accepted or "](" in trick, "no field accepts this trick: the test proves nothing"


@given(st.text(max_size=60))
def test_only_harmless_addresses_are_links(address: str) -> None:
    if is_safe_link(address):
        assert not re.match(r"\s*(javascript|data|vbscript|file|http|ftp):", address, re.I)
        assert not address.startswith("//")
        assert not re.search(r"[\s<>\"'`\\]", address)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "https://user@example.org/",
        "https://example.org:8443/",
        "https://xn--bcher-kva.example/",
        "https://exampl\u0435.org/",
        "https:///pad",
        "https://localhost/",
        'https://example.org/"onload=1',
        "HTTPS://exa mple.org",
        "//example.org/",
        "javascript:alert(1)",
    ],
)
def test_an_odd_web_address_is_refused(address: str) -> None:
    assert not is_web_address(address)


def test_markdown_of_a_record_holds_no_html_and_no_unsafe_link(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    place = root / "vacancies/buurthuis/koken.yml"
    tricks = "\\n\\n".join(trick.replace("\\", "\\\\").replace('"', '\\"') for trick in TRICKS)
    place.write_text(place.read_text("utf-8") + f'tekst: "{tricks}"\n', "utf-8")
    site = valid_site(root)
    files = {path: data.decode() for path, data in files_of(site).items() if path.endswith("html")}
    html = files["vacatures/koken/index.html"]
    assert _dangers(html) == []
    assert "&lt;script&gt;alert(1)" in html


def test_a_position_is_found_even_when_the_file_has_gone(tmp_path: Path) -> None:
    assert Places(tmp_path).find("weg.yml", ("titel",)) == START


def test_a_mistake_in_one_file_leaves_the_rest_of_the_preview(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    change(root / "vacancies/buurthuis/koken.yml", "wijk: haven", "wijk: weg")
    loaded = load(root)
    assert loaded.site is not None
    assert list(loaded.site.vacancies) == []
    assert list(loaded.site.hosts) == ["buurthuis"]
