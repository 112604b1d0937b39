"""A site for the public takes the place of the old one when all of it is there, and what it learned serves the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from burgerbaan import press
from burgerbaan.build import Build, Known
from burgerbaan.cache import Cache
from burgerbaan.closing import Published
from burgerbaan.jobs import Job
from burgerbaan.kinds import Kind
from burgerbaan.memory import Memory
from burgerbaan.release import Release
from burgerbaan.swap import Swap
from burgerbaan.turn import TakenError
from tests.real_build import contents
from tests.small_site import copy_minimal, load


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_minimal(tmp_path / "project")


def _cache(project: Path) -> Cache:
    return Cache(project / "cache", "1")


def _begun(project: Path, *, has_pdf: bool = False, is_halted: bool = False) -> tuple[Release, Build]:
    """A release that has room to write, with what it read."""
    release, loaded = Release(), load(project)
    assert loaded.site
    release.memory.records(_cache(project))
    release.remember(loaded)
    if is_halted:
        release.halt()
    release.stage(project / "site")
    known = Known(loaded.digests, "", release.memory.pieces(), lambda path: (project / path).read_bytes())
    return release, Build(loaded.site, known, has_pdf=has_pdf)


def _made(release: Release, build: Build, workers: int = 1) -> Published:
    release.start(build, workers)
    return release.finish(build, "/", lambda done, whole: None)


def _publish(project: Path, *, is_whole: bool = True, has_pdf: bool = False, is_halted: bool = False) -> Published:
    release, build = _begun(project, has_pdf=has_pdf, is_halted=is_halted)
    published = _made(release, build)
    release.close(is_whole=is_whole)
    return published


def _publish_with(workers: int, project: Path) -> Published:
    release, build = _begun(project)
    published = _made(release, build, workers)
    release.close(is_whole=True)
    return published


def _beside(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob("*site*"))


def test_a_whole_site_takes_its_place_and_a_half_one_leaves_the_one_before(project: Path) -> None:
    assert _publish(project).count == sum(map(bool, contents(project / "site").values()))
    before = contents(project / "site")
    (project / "vacancies/buurthuis/koken.yml").unlink()
    _publish(project, is_whole=False)
    assert contents(project / "site") == before
    _publish(project)
    assert "vacatures/koken/index.html" in before.keys() - contents(project / "site").keys()
    assert _beside(project) == ["site"]


def test_what_mkdocs_wrote_is_counted_and_looked_at_too(project: Path) -> None:
    count = _publish(project).count
    release, build = _begun(project)
    (project / ".site.nieuw/over").mkdir()
    (project / ".site.nieuw/over/oud.html").write_text("Mail piet@prive.nl maar.", "utf-8")
    published = _made(release, build)
    release.close(is_whole=False)
    assert published.count == count + 1
    assert [(item.path, item.kind) for item in published.leaks] == [("over/oud.html", Kind.LEAK_MAIL)]


def test_who_comes_second_stops_and_leaves_the_work_of_the_first_alone(project: Path) -> None:
    first, build = _begun(project)
    second = Release()
    with pytest.raises(TakenError):
        second.stage(project / "site")
    second.close(is_whole=False)
    _made(first, build)
    first.close(is_whole=True)
    assert (project / "site/vacatures/koken/index.html").exists()
    assert _beside(project) == ["site"]


def test_others_may_build_again_when_the_folders_could_not_change_places(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(swap: Swap, *, is_whole: bool) -> None:
        raise OSError("de schijf weigert")

    with monkeypatch.context() as patch:
        patch.setattr(Swap, "finish", refuse)
        with pytest.raises(OSError, match="weigert"):
            _publish(project)
    _publish(project)
    assert _beside(project) == ["site"]


def test_the_next_release_keeps_what_did_not_change_unless_it_makes_pdfs(project: Path) -> None:
    first = _publish(project)
    assert first.kept == 0
    assert _publish(project).kept > first.count / 2
    assert _publish(project, has_pdf=True).kept == 0
    assert _publish(project, has_pdf=True).kept == 0, "a PDF is made of a page that was just written"


def test_a_release_makes_room_beside_the_site_that_is_there_and_lists_all_that_it_made(project: Path) -> None:
    release, loaded = Release(), load(project)
    assert loaded.site
    room = release.stage(project / "site")
    assert room.is_dir()
    assert room.parent == project
    assert room.name != "site"
    _made(release, Build(loaded.site))
    assert "vacatures/koken/" in (room / "sitemap.xml").read_text()
    release.close(is_whole=False)


def test_a_release_that_never_began_ends_without_a_word() -> None:
    Release().close(is_whole=False)


def test_what_was_read_is_kept_for_the_next_but_not_of_a_release_that_was_stopped(project: Path) -> None:
    _publish(project, is_halted=True)
    assert Memory().records(_cache(project)) == {}
    _publish(project)
    assert Memory().records(_cache(project)).keys() == load(project).kept.keys()


def test_what_was_made_is_kept_for_the_next(project: Path) -> None:
    _publish(project)
    memory = Memory()
    memory.records(_cache(project))
    assert "koken" in memory.pieces()


def test_several_processes_make_the_same_site_and_keep_as_much(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "FEW", 1)
    alone = copy_minimal(tmp_path / "alone")
    assert _publish_with(1, alone).count == _publish_with(3, project).count
    assert contents(project / "site") == contents(alone / "site")
    one, other = Memory(), Memory()
    assert one.records(_cache(project)).keys() == other.records(_cache(alone)).keys() != set()
    assert one.pieces().keys() == other.pieces().keys() != set()
    assert _publish_with(1, project).kept == _publish_with(3, alone).kept > 0


def test_when_a_release_is_closed_no_process_makes_anything_more(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "FEW", 1)
    release, build = _begun(project)
    release.start(build, 2)
    assert release._press
    assert release._press._crew
    processes = [process.pid for process, _ in release._press._crew._processes]
    assert len(processes) == 2
    release.close(is_whole=False)
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    assert _beside(project) == []


def test_the_progress_ends_with_all_that_is_to_be_done(project: Path) -> None:
    release, build = _begun(project)
    release.start(build, 1)
    told: list[tuple[int, int]] = []
    release.finish(build, "/", lambda done, whole: told.append((done, whole)))
    release.close(is_whole=False)
    assert told
    assert told[-1] == (len(build.jobs), len(build.jobs))


@pytest.mark.parametrize("count", [0, 1, 25, 26, 51])
def test_however_many_jobs_there_are_each_is_done_once_and_shared_ones_by_who_reads_markdown(count: int) -> None:
    jobs = [Job(str(number), str, tuple, is_shared=number % 26 == 3) for number in range(count)]
    handed_out = [number for chunk in press._chunks(jobs) for number in chunk]
    assert handed_out == [number for number in range(count) if number % 26 != 3]
