"""Conventions that matter are executable."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest

from burgerbaan.blocks import BLOCKS
from burgerbaan.kinds import Kind
from burgerbaan.scripts import bundle
from burgerbaan.sentences import SENTENCES
from burgerbaan.typed import COMMAND
from burgerbaan.words import load_texts

ROOT = Path(__file__).parent.parent
CORE = ROOT / "hooks" / "burgerbaan"
MODULES = sorted((ROOT / "hooks").rglob("*.py"))
TEMPLATES = sorted(CORE.rglob("*.jinja"))
SCRIPTS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "hooks" / "theme").rglob("*.js"))}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_only_the_edge_imports_mkdocs() -> None:
    assert [path.name for path in MODULES if _imports(path) & {"mkdocs", "material", "properdocs"}] == ["main.py"]


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[=<>]", line)[0] for line in project["dependencies"]}
    packages = packages_distributions()
    wanted = {name for path in MODULES for name in _imports(path)} - {*sys.stdlib_module_names, "burgerbaan"}
    assert [name for name in sorted(wanted) if not declared & {_plain(item) for item in packages[name]}] == []


def _plain(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_the_core_has_no_clock_but_one_and_no_network() -> None:
    banned = {"requests", "urllib3", "socket", "http", "logging"}
    assert [str(path) for path in CORE.rglob("*.py") if _imports(path) & banned] == []
    clocks = [path.name for path in CORE.rglob("*.py") if re.search(r"\.now\(|\.today\(\)", path.read_text("utf-8"))]
    assert clocks == ["today.py"]


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [str(path) for path in MODULES if empty_names & set(path.stem.split("_"))] == []
    assert [name for name in SCRIPTS if empty_names & set(name.split("-"))] == []


def test_every_message_names_a_command_in_one_form_that_readme_has_too() -> None:
    named = re.compile(r"(?<!`)(?:\.venv/bin/)?python -m burgerbaan")
    found = {path.name: set(named.findall(path.read_text("utf-8"))) for path in MODULES if path.is_relative_to(CORE)}
    assert {name: forms for name, forms in found.items() if forms} == {"typed.py": {COMMAND}}
    assert COMMAND in (ROOT / "README.md").read_text("utf-8")


def test_any_module_can_be_the_first_that_is_imported() -> None:
    """Else it depends on what was imported before whether it works: no two need each other."""
    found = {path: _imported(path) for path in MODULES if path.is_relative_to(CORE)}
    left = set(found)
    while ready := {path for path in left if not found[path] & left}:
        left -= ready
    assert sorted(str(path.relative_to(CORE)) for path in left) == []


BEYOND = {
    "source": {"model", "rules", "pages", "files"},
    "model": {"source", "rules", "pages", "files"},
    "rules": {"pages", "files"},
    "pages": {"files"},
    "files": {"pages"},
}
"""For each step of the way from content to site, what comes after it or beside it."""


def test_arrows_never_turn_back() -> None:
    needs = {path: _imported(path) for path in MODULES if path.is_relative_to(CORE)}
    wrong = [
        f"{path.relative_to(CORE)} needs {other.relative_to(CORE)}"
        for path in needs
        for other in _all_before(path, needs)
        if other.parent.name in BEYOND.get(path.parent.name, ())
    ]
    assert sorted(wrong) == []


def _all_before(path: Path, needs: Mapping[Path, set[Path]]) -> set[Path]:
    """What a module needs, and what that needs."""
    found: set[Path] = set()
    left = [path]
    while left:
        new = needs[left.pop()] - found
        found |= new
        left.extend(new)
    return found


def _imported(path: Path) -> set[Path]:
    """The modules of ours that come before this one, with the packages on the way, but for those that it is in."""
    wanted: set[Path] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("burgerbaan"):
            place = CORE.parent.joinpath(*str(node.module).split("."))
            inside = {place / f"{name.name}.py" for name in node.names}
            wanted |= inside | {place.with_suffix(".py")} | {item / "__init__.py" for item in (place, *place.parents)}
    return wanted & set(MODULES) - {item / "__init__.py" for item in path.parents}


def test_modules_and_functions_stay_small() -> None:
    long_modules = [
        f"{path.name}: {size}" for path in MODULES if (size := len(path.read_text("utf-8").splitlines())) > 280
    ]
    long_functions = [
        f"{path.name}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 45
    ]
    assert (long_modules, long_functions) == ([], [])


def test_scripts_and_style_sheets_of_the_browser_stay_small() -> None:
    paths = [path for kind in ("js", "css") for path in sorted((ROOT / "hooks" / "theme").rglob(f"*.{kind}"))]
    sizes = {path.name: len(path.read_text("utf-8").splitlines()) for path in paths}
    assert [f"{name}: {size}" for name, size in sizes.items() if size > 280] == []


YOUNG = (":has(", "structuredClone", "groupBy", "toSorted", "toReversed", "findLast", "hasOwn(", ".at(", "??=", "||=")
"""What a browser of 2020 does not know, while it knows all else that our scripts ask (`scheme.js` says what)."""


def test_scripts_ask_nothing_that_an_old_phone_does_not_know() -> None:
    assert [f"{name}.js: {word}" for name, text in SCRIPTS.items() for word in YOUNG if word in text] == []


def test_what_has_a_place_of_its_own_has_it_on_an_old_phone_too() -> None:
    """A browser that does not know `inset-inline` takes the line above it, and reads every page from the left."""
    for path in sorted((ROOT / "hooks" / "theme").rglob("*.css")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        pairs = [pair for pair in pairwise(lines) if pair[1].startswith("inset-inline")]
        assert [line for before, line in pairs if not before.startswith(("left:", "right:"))] == [], path.name
        assert [line for line in lines if line.startswith("margin-inline:")] == [], path.name


def test_every_kind_of_problem_has_a_dutch_sentence() -> None:
    assert set(SENTENCES) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_sentence_is_a_whole_sentence(kind: Kind) -> None:
    sentence = SENTENCES[kind]
    assert sentence[0].isupper() or sentence[0] in "'{"
    assert "!" not in sentence.replace("('&' of '*')", "")
    assert not re.search(r"\b(u|uw|gelieve)\b", sentence), "editors are addressed with 'je'"


def _used_words() -> tuple[set[str], set[str]]:
    """Keys that code and templates ask for, and prefixes of keys that are put together."""
    whole: set[str] = set()
    prefixes: set[str] = set()
    for path in (*MODULES, *TEMPLATES):
        text = path.read_text("utf-8")
        for found in re.finditer(r"\b(?:w|words)(\.count|\.group)?\(\s*f?[\"']([a-z_.]+)([\"'{]?)", text):
            keys = {f"{found[2]}.one", f"{found[2]}.many"} if found[1] == ".count" else {found[2]}
            if found[1] == ".group":
                prefixes.add(f"{found[2]}.")
            elif found[3] == "{" or found[2].endswith((".", "_")):
                prefixes.add(found[2])
            else:
                whole |= keys
        whole |= set(re.findall(r"(?:if|else) (?:w|words)?\(?[\"']([a-z_]+\.[a-z_.]+)[\"']", text))
    return whole, prefixes


def test_every_word_that_is_used_exists() -> None:
    texts = load_texts()
    whole, prefixes = _used_words()
    assert sorted(whole - set(texts)) == []
    assert [prefix for prefix in sorted(prefixes) if not any(key.startswith(prefix) for key in texts)] == []


def test_every_word_that_exists_is_used() -> None:
    whole, prefixes = _used_words()
    unused = [key for key in load_texts() if key not in whole and not key.startswith(tuple(prefixes))]
    assert unused == []


@pytest.mark.parametrize(
    ("scripts", "group"),
    [
        ("bank", "bank"),
        ("shortlist", "shortlist_text"),
        ("plan", "plan_text"),
        ("answers", "answers_text"),
        ("hours-sheet", "hours_text"),
    ],
)
def test_every_word_that_a_script_says_exists(scripts: str, group: str) -> None:
    """A key that stands there whole; a page hands over the words of one group."""
    text = bundle(scripts, SCRIPTS)
    calls = re.findall(r"\bsay\(([^,()`]*)", text)
    keys = {key for call in calls for key in re.findall(r'"([a-z_]+)"', call)}
    keys |= set(re.findall(r"\btexts\.([a-z_]+)\b(?!\()", text))
    assert keys
    assert sorted(key for key in keys if f"{group}.{key}" not in load_texts()) == []


def test_no_interface_text_stands_in_a_template() -> None:
    """Between tags only placeholders; a word list per language would otherwise not be enough."""
    for path in TEMPLATES:
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S)
        visible = re.sub(r"<[^>]*>", " ", text)
        words = set(re.findall(r"[A-Za-zé]{3,}", visible)) - {"ANBI", "doctype", "html"}
        assert words == set(), path


def test_nothing_of_one_programme_stands_in_the_code() -> None:
    names = re.compile(r"Almere|Almeers|Amsterdam|buurtbaan", re.I)
    allowed = re.compile(r"Europe/Amsterdam|day it is in Amsterdam|offset that Amsterdam has")
    kinds = {".py", ".jinja", ".yml", ".css", ".js", ".html"}
    files = [path for path in (ROOT / "hooks").rglob("*") if path.suffix in kinds]
    found = [
        f"{path.name}: {line.strip()}"
        for path in files
        for line in path.read_text("utf-8").splitlines()
        if names.search(allowed.sub("", line))
    ]
    assert found == []


def test_components_are_folders_with_a_template() -> None:
    for folder in (CORE / "components").iterdir():
        assert (folder / "template.html.jinja").is_file(), folder


def test_each_block_of_the_table_can_be_rendered() -> None:
    source = (CORE / "pages" / "written.py").read_text("utf-8")
    source += (CORE / "pages" / "record_blocks.py").read_text("utf-8")
    assert [name for name in BLOCKS if f'"{name}":' not in source] == []


def test_templates_never_switch_escaping_off() -> None:
    assert [str(path) for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape", path.read_text("utf-8"))] == []
