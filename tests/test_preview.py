"""A preview writes only what changed, and shows what the files say also after a build that stopped halfway."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from burgerbaan.build import Build, Known
from burgerbaan.cache import Cache
from burgerbaan.closing import Published
from burgerbaan.kinds import Kind
from burgerbaan.output import File
from burgerbaan.preview import Preview
from tests.small_site import change, copy_minimal, load

VACANCY = "vacancies/buurthuis/koken.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return copy_minimal(tmp_path / "project")


def _show(preview: Preview, project: Path) -> Published:
    loaded = load(project)
    assert loaded.site is not None
    preview.halt()
    preview.memory.records(Cache(None, ""))
    preview.remember(loaded)
    build = Build(loaded.site, Known(loaded.digests, "", preview.memory.pieces()))
    preview.stage(project.parent / "site")
    preview.start(build, 1)
    ends: list[Published | OSError] = []

    def finish() -> None:
        try:
            ends.append(preview.finish(build, "/", ()))
        except OSError as error:
            ends.append(error)

    preview.go_on(build, (), finish)
    preview.wait()
    if isinstance(ends[0], OSError):
        raise ends[0]
    return ends[0]


def _shown(project: Path) -> str:
    return (project.parent / "site/vacatures/koken/index.html").read_text("utf-8")


def _full_disk(*arguments: object) -> Iterator[File]:
    raise OSError("de schijf is vol")


def test_an_edit_taken_back_after_a_build_that_stopped_is_shown(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview()
    _show(preview, project)
    first, text = _shown(project), (project / VACANCY).read_text("utf-8")
    change(project / VACANCY, "titel: ", "titel: Later ")
    with monkeypatch.context() as patch:
        patch.setattr(Build, "closing", _full_disk)
        with pytest.raises(OSError, match="vol"):
            _show(preview, project)
    assert "Later " in _shown(project)
    (project / VACANCY).write_text(text, "utf-8")
    _show(preview, project)
    assert _shown(project) == first


def test_a_page_that_stays_the_same_is_not_written_again(project: Path) -> None:
    preview = Preview()
    _show(preview, project)
    page = project.parent / "site/vacatures/koken/index.html"
    before = page.stat()
    _show(preview, project)
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_may_not_be_public_is_told_again_until_it_is_gone(project: Path) -> None:
    preview = Preview()
    assert _show(preview, project).leaks == ()
    text = (project / VACANCY).read_text("utf-8")
    change(project / VACANCY, "samenvatting: ", "samenvatting: Bel 06 12 34 56 99. ")
    told = [{item.kind for item in _show(preview, project).leaks} for _ in range(2)]
    assert told == [{Kind.LEAK_PHONE}, {Kind.LEAK_PHONE}]
    (project / VACANCY).write_text(text, "utf-8")
    assert _show(preview, project).leaks == ()


def test_a_number_that_is_no_longer_a_contact_is_found_where_it_still_stands(project: Path) -> None:
    preview = Preview()
    change(project / VACANCY, "samenvatting: ", "samenvatting: Bel 036 765 43 21. ")
    host = project / "vacancies/buurthuis/organisatie.yml"
    text = host.read_text("utf-8")
    assert "telefoon: " in text
    number = text.split("telefoon: ")[1].split(",")[0].split("}")[0].split("\n")[0].strip()
    change(host, number, "036 765 43 21")
    assert _show(preview, project).leaks == ()
    host.write_text(text, "utf-8")
    assert {item.kind for item in _show(preview, project).leaks} == {Kind.LEAK_PHONE}
