"""Files that an editor put beside what is read, among others of another kind, or gave a name that is not read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.model.happenings import Event, News
from burgerbaan.model.host import Host
from burgerbaan.model.people import Profile
from burgerbaan.model.record import Part, fields_by_key
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.problems import START, Problem, problem
from burgerbaan.source.folders import Folders

_HIDDEN_ENDING = "Zie je het einde van de naam niet? Zet in de Verkenner bij Beeld de bestandsnaamextensies aan."
_NO_OFFICE = "De site leest geen bestanden van Word, Excel en zulke programma's."
_OFFICE = (".doc", ".docx", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".numbers", ".csv")
_RECORD = re.compile(r"^(?:titel|naam) *:", re.M)
_PAGE = re.compile(r"\s*---\s*\n(?:[^\n]*\n){0,4}?description *:")
_HEAD = 2000
"""So many bytes tell what a file is."""
_MANY = 3
"""So many fields of another kind of record are no slip of the keyboard."""


def meant_name(name: str, ending: str) -> str | None:
    """What to do with a file that is not read because of how its name ends; None when nobody can know."""
    stem, typed = os.path.splitext(name)
    known = (ending, ".yaml" if ending == ".yml" else ".markdown")
    if typed.lower() in _OFFICE:
        other = ", of sla het op als pdf" if ending == ".md" else ""
        return f"{_NO_OFFICE} Zet de tekst in een bestand dat op {ending} eindigt{other}."
    if typed.lower() == ".txt":
        inner = os.path.splitext(stem)[0] if stem.lower().endswith(known) else stem
        return f"Noem het {inner}{ending}. {_HIDDEN_ENDING}"
    return f"Noem het {stem}{ending}" if typed.lower() in known and typed != ending else None


def of_another_kind(folders: Folders, model: type[Part], value: object, path: str) -> Problem | None:
    """What to tell of a record when all of many fields that its `model` has not are of another kind of record."""
    if not isinstance(value, dict):
        return None
    keys, own = value.keys(), fields_by_key(model).keys()
    unknown = [key for key in value if key not in own]
    if len(unknown) < _MANY:
        return None
    other, what, where = max(_homes(folders), key=lambda home: len(keys & fields_by_key(home[0]).keys()))
    theirs = fields_by_key(other).keys()
    if not theirs >= {*unknown} or len(keys & theirs) <= len(keys & own):
        return None
    return problem(path, START, Kind.FILE_OF_ANOTHER_KIND, what=what, fields=", ".join(unknown[:_MANY]), where=where)


def _homes(folders: Folders) -> Iterator[tuple[type[Part], str, str]]:
    """What is in a file of its own, in words, and where such a file is."""
    yield Vacancy, "een vacature", f"{folders.vacancies}/<organisatie>/<vacature>.yml"
    yield Host, "een organisatie", f"{folders.vacancies}/<organisatie>/organisatie.yml"
    yield Profile, "een profiel", f"{folders.profiles}/<naam>.yml"
    yield Event, "een bijeenkomst", f"{folders.facts}/agenda/<naam>.yml"
    yield News, "een bericht", f"{folders.facts}/nieuws/<naam>.yml"


def beside_the_folders(folders: Folders) -> Iterator[Problem]:
    """A problem for each folder with a Dutch name for one that is read, and each record or page in the root."""
    meant = _meant(folders)
    with os.scandir(folders.root) as entries:
        found = sorted((item for item in entries if not item.name.startswith(".")), key=lambda item: item.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            where = meant.get(entry.name.lower())
            if where and _has_content(Path(entry.path)):
                yield problem(entry.name, START, Kind.FOLDER_UNREAD, where=where)
        elif _is_written(entry):
            yield problem(entry.name, START, Kind.FILE_STRAY, advice=_where_to(folders, entry.name))


def _is_written(entry: os.DirEntry[str]) -> bool:
    """Whether an editor wrote this file for the site: a record or a page."""
    if not entry.is_file(follow_symlinks=False) or not entry.name.endswith((".yml", ".yaml", ".md")):
        return False
    begins = _PAGE.match if entry.name.endswith(".md") else _RECORD.search
    return begins(_head(entry.path)) is not None


def _meant(folders: Folders) -> Mapping[str, str]:
    """Where what is in a folder of a name belongs; a folder that is read is none of these."""
    hosts, people, facts = f"{folders.vacancies}/", f"{folders.profiles}/", f"{folders.facts}/"
    names = {
        **dict.fromkeys(("vacatures", "vacature", "vacancy", "organisaties", "gastheren"), hosts),
        **dict.fromkeys(("profielen", "profiel", "profile", "mensen"), people),
        **dict.fromkeys(("paginas", "pagina", "inhoud"), f"{folders.content}/"),
        "fotos": f"{people}fotos/",
        "gegevens": facts,
        "agenda": f"{facts}agenda/",
        "nieuws": f"{facts}nieuws/",
    }
    read = {place.split("/")[0] for place in (folders.content, folders.vacancies, folders.profiles)}
    return {name: where for name, where in names.items() if name not in read}


def _has_content(folder: Path) -> bool:
    return any(path.suffix.lower() in (".yml", ".yaml", ".md", ".jpg", ".jpeg") for path in folder.rglob("*"))


def _head(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return file.read(_HEAD).decode("utf-8", "replace").replace("\r", "\n")
    except OSError:
        return ""


def _where_to(folders: Folders, name: str) -> str:
    if name.endswith(".md"):
        return f"Een pagina hoort in {folders.content}/"
    return (
        f"Een vacature hoort in {folders.vacancies}/<organisatie>/, een profiel in {folders.profiles}/, en"
        f" een bijeenkomst of bericht in {folders.facts}/agenda/ of {folders.facts}/nieuws/"
    )
