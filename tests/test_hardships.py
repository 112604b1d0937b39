"""What goes wrong around a build really goes wrong here: the old site stays, and a sentence says what to do."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from burgerbaan.swap import Swap
from tests.bench.corpus import write_corpus
from tests.photo_project import phone_photo
from tests.real_build import (
    AS_ANYBODY,
    PATIENCE,
    build,
    contents,
    differences,
    set_fields,
    start,
    vacancy_files,
    write_big_project,
)

KEPT = "De site is niet gebouwd; de vorige staat er nog."
FULL = "de schijf is vol. Maak ruimte."
FORBIDDEN = "je mag hier niet bij. Kies een andere map of vraag toestemming."
TAKEN = "Er wordt al gebouwd in deze map. Wacht tot dat klaar is en bouw dan opnieuw."
LOST = "Een deel van het werk is halverwege gestopt"

WORKERS_WAIT = """
import os, time
from pathlib import Path
from burgerbaan.disk import Disk

project, main, write = Path(__file__).parent, os.getpid(), Disk.write

def wait(self, file):
    if os.getpid() != main:
        (project / f"waits-{os.getpid()}").touch()
        while not (project / "go").exists():
            time.sleep(0.02)
    return write(self, file)

Disk.write = wait
"""
"""A hook with which every process but the first waits, at the first file it writes, for a file named `go`."""

WAITS = """
import time
from pathlib import Path

project = Path(__file__).parent

def on_env(env, config, files):
    (project / "waits-main").touch()
    while not (project / "go").exists():
        time.sleep(0.02)
"""
"""A hook with which the build waits for a file named `go` when the new site has been begun."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its site."""
    folder = tmp_path_factory.mktemp("small") / "project"
    folder.mkdir()
    write_corpus(folder, 4)
    build(folder)
    return folder


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that takes more than one process, with its site."""
    folder = tmp_path_factory.mktemp("big") / "project"
    folder.mkdir()
    write_big_project(folder)
    build(folder)
    return folder


@pytest.fixture(scope="module")
def small_clean(small: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the site of `project` must be."""
    folder = tmp_path_factory.mktemp("small-clean")
    return _clean(_copy(small, folder), folder)


@pytest.fixture(scope="module")
def big_clean(big: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the site of `big_project` must be."""
    folder = tmp_path_factory.mktemp("big-clean")
    return _clean(_copy(big, folder), folder)


@pytest.fixture
def project(small: Path, tmp_path: Path) -> Path:
    """A small project of one's own, of which everything would be made anew."""
    return _copy(small, tmp_path)


@pytest.fixture
def big_project(big: Path, tmp_path: Path) -> Path:
    """A big project of one's own, of which everything would be made anew."""
    return _copy(big, tmp_path)


def _copy(source: Path, folder: Path) -> Path:
    place = folder / "project"
    shutil.copytree(source, place)
    set_fields(place / "content/gegevens/programma.yml", naam="Heel anders")
    return place


def _with_hook(project: Path, source: str) -> None:
    """Let something happen during the build: `project` in the source is the project's folder."""
    (project / "hinder.py").write_text(source, "utf-8")
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config.replace("main.py\n", "main.py\n  - hinder.py\n"), "utf-8")


def _when_files_are_known(project: Path, action: str) -> None:
    _with_hook(
        project,
        "from pathlib import Path\nproject = Path(__file__).parent\n"
        f"def on_files(files, config):\n    {action}\n    return files\n",
    )


def _without_hook(project: Path) -> None:
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config.replace("  - hinder.py\n", ""), "utf-8")
    for path in (*project.glob("waits-*"), project / "go"):
        path.unlink(missing_ok=True)


def _fails(process: subprocess.Popen[str], *sentences: str) -> None:
    """The build says in Dutch what to do, and nothing of it goes on."""
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode not in (0, None), said
    for sentence in sentences:
        assert sentence in said
    assert "Traceback" not in said
    _until(lambda: _processes_of(process) == [])


@contextmanager
def _nothing_changes(project: Path, site: str = "site") -> Iterator[None]:
    """The old site is as it was, and nothing lies beside it."""
    before = contents(project / site)
    yield
    assert differences(contents(project / site), before) == []
    assert _beside(project / site) == []


def _beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path.name.startswith(f".{site.name}."))


def _clean(project: Path, folder: Path) -> dict[str, str]:
    """What the site of a project must be."""
    build(project, folder / "clean", BURGERBAAN_CACHE="0", BURGERBAAN_WORKERS="1")
    return contents(folder / "clean")


def _next_build_gives(project: Path, wanted: dict[str, str]) -> str:
    """The next build is right and leaves nothing beside the site; what it says."""
    said = build(project)
    assert differences(contents(project / "site"), wanted) == []
    assert _beside(project / "site") == []
    return said


def _processes_of(process: subprocess.Popen[str]) -> list[int]:
    """Every process that a build started and that still runs: those of its session."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = place.read_text("utf-8").rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(session) == process.pid and state != "Z":
            found.append(int(place.parent.name))
    return sorted(found)


def _until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, "it never happens"
        time.sleep(0.02)


def _waiting(project: Path, count: int = 1) -> list[int]:
    """The processes that wait, once there are so many."""
    _until(lambda: len(list(project.glob("waits-*"))) == count)
    return [int(path.name[6:]) for path in project.glob("waits-[0-9]*")]


# Files that go or change while somebody builds.


def test_a_vacancy_that_goes_just_before_it_is_read_is_named(project: Path) -> None:
    gone = vacancy_files(project)[1]
    _with_hook(
        project,
        "import burgerbaan.harvest as harvest\nread = harvest.load_text\n"
        f"def late(root, path):\n    (root / path).unlink() if path.endswith('/{gone.name}') else None\n"
        "    return read(root, path)\nharvest.load_text = late\n",
    )
    with _nothing_changes(project):
        _fails(start(project), f"{gone.name}:1:1: Dit bestand kan niet gelezen worden (het is er niet meer).", KEPT)


def test_a_vacancy_that_goes_after_it_was_read_is_still_in_this_site_and_not_in_the_next(
    project: Path, tmp_path: Path
) -> None:
    gone = vacancy_files(project)[1]
    page = project / "site/vacatures" / gone.stem / "index.html"
    _when_files_are_known(project, f"(project / '{gone.relative_to(project)}').unlink(missing_ok=True)")
    build(project)
    assert page.is_file()
    _next_build_gives(project, _clean(project, tmp_path))
    assert not page.exists()


def test_a_vacancy_that_changes_after_it_was_read_is_one_build_behind(
    project: Path, tmp_path: Path, small_clean: dict[str, str]
) -> None:
    """All pages of a build tell the same."""
    changed = vacancy_files(project)[1].relative_to(project)
    action = f"p = project / '{changed}'; p.write_text(p.read_text('utf-8').replace('titel: ', 'titel: Anders '))"
    _when_files_are_known(project, action)
    build(project)
    assert differences(contents(project / "site"), small_clean) == []
    _without_hook(project)
    _next_build_gives(project, _clean(project, tmp_path))


def test_a_page_that_changes_after_it_was_read_is_right_in_the_next_build(project: Path, tmp_path: Path) -> None:
    action = "p = project / 'content/contact/index.md'; p.write_text(p.read_text('utf-8').replace('# ', '# Wij: '))"
    _when_files_are_known(project, action)
    build(project)
    _without_hook(project)
    _next_build_gives(project, _clean(project, tmp_path))


@pytest.mark.parametrize("name", ["contact/index.md", "contact/foto.jpg", "contact/folder.pdf"])
def test_a_page_or_picture_that_goes_during_the_build_is_named(name: str, project: Path) -> None:
    (project / "content/contact/foto.jpg").write_bytes(phone_photo())
    (project / "content/contact/folder.pdf").write_bytes(b"folder")
    _when_files_are_known(project, f"(project / 'content/{name}').unlink()")
    with _nothing_changes(project):
        _fails(start(project), f"{name}: dit was er net nog en nu niet meer. Bouw nog een keer. {KEPT}")


# A disk that takes no more.


@contextmanager
def _disk(folder: Path) -> Iterator[Path]:
    """A disk of its own that can be filled."""
    folder.mkdir()
    if (
        os.getuid() != 0
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", folder], check=False).returncode != 0
    ):
        pytest.skip("a small disk can only be made by root; test_a_file_that_may_not_grow tells the same")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def _leave(folder: Path, room: int) -> Path:
    """Fill a disk until so many kB are left."""
    filler = folder / "vulling"
    used = shutil.disk_usage(folder)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, used.free - room * 1024)
    return filler


@pytest.mark.parametrize("room", [120, 900])
def test_a_full_disk_leaves_the_old_site(room: int, small: Path, tmp_path: Path, small_clean: dict[str, str]) -> None:
    with _disk(tmp_path / "disk") as disk:
        project = _copy(small, disk)
        filler = _leave(disk, room)
        with _nothing_changes(project):
            _fails(start(project), FULL, KEPT)
        filler.unlink()
        _next_build_gives(project, small_clean)


def test_a_disk_that_is_full_for_every_process_leaves_the_old_site(big: Path, tmp_path: Path) -> None:
    with _disk(tmp_path / "disk") as disk:
        project = _copy(big, disk)
        _leave(disk, 4000)
        with _nothing_changes(project):
            _fails(start(project, BURGERBAAN_WORKERS="3"), FULL, KEPT)


def test_a_file_that_may_not_grow_leaves_the_old_site(project: Path, small_clean: dict[str, str]) -> None:
    with _nothing_changes(project):
        _fails(start(project, under=("prlimit", "--fsize=20000")), "Maak ruimte.", KEPT)
    _next_build_gives(project, small_clean)


def test_a_file_that_mkdocs_may_not_let_grow_leaves_the_old_site(project: Path, small_clean: dict[str, str]) -> None:
    long = project / "content" / "lang.svg"
    long.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + " " * 200_000 + "</svg>", "utf-8")
    with _nothing_changes(project):
        _fails(start(project, under=("prlimit", "--fsize=150000")), "Maak ruimte.", KEPT)
    long.unlink()
    _next_build_gives(project, small_clean)


# Processes that are killed.


def test_a_killed_worker_ends_the_build(big_project: Path, big_clean: dict[str, str]) -> None:
    _with_hook(big_project, WORKERS_WAIT)
    process = start(big_project, BURGERBAAN_WORKERS="2")
    one, _ = _waiting(big_project, count=2)
    with _nothing_changes(big_project):
        os.kill(one, signal.SIGKILL)
        (big_project / "go").touch()
        _fails(process, LOST, KEPT)
    _without_hook(big_project)
    _next_build_gives(big_project, big_clean)


def test_workers_of_a_killed_build_end_by_themselves_and_the_next_build_is_right(
    big_project: Path, big_clean: dict[str, str]
) -> None:
    _with_hook(big_project, WORKERS_WAIT)
    process = start(big_project, BURGERBAAN_WORKERS="2")
    _waiting(big_project, count=2)
    before = contents(big_project / "site")
    process.kill()
    process.wait(PATIENCE)
    _fails(start(big_project), TAKEN)  # for they may still be writing
    (big_project / "go").touch()
    _until(lambda: _processes_of(process) == [])
    process.communicate()
    assert differences(contents(big_project / "site"), before) == []
    _without_hook(big_project)
    _next_build_gives(big_project, big_clean)


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_halfway_leaves_the_old_site(workers: int, big_project: Path) -> None:
    _with_hook(big_project, WORKERS_WAIT if workers > 1 else WAITS)
    process = start(big_project, BURGERBAAN_WORKERS=str(workers))
    _waiting(big_project, count=workers)
    with _nothing_changes(big_project):
        os.killpg(process.pid, signal.SIGINT)
        _fails(process, f"Gestopt. {KEPT}")


def test_a_site_that_was_changing_places_when_the_build_was_killed_comes_back(project: Path) -> None:
    before = contents(project / "site")
    (project / "site").rename(project / ".site.oud")
    swap = Swap(project / "site")
    swap.clear()
    swap.finish(is_whole=False)
    assert differences(contents(project / "site"), before) == []
    assert _beside(project / "site") == []


def test_a_machine_that_gives_no_more_processes_builds_with_one(big_project: Path, big_clean: dict[str, str]) -> None:
    refusal = "import errno, os\ndef refuse():\n    raise BlockingIOError(errno.EAGAIN, 'no')\nos.fork = refuse\n"
    _with_hook(big_project, refusal)
    build(big_project, BURGERBAAN_WORKERS="2")
    _without_hook(big_project)
    _next_build_gives(big_project, big_clean)


# More builds at once.


def test_a_second_build_in_the_same_folder_stops_at_once_and_the_first_goes_on(
    project: Path, small_clean: dict[str, str]
) -> None:
    _with_hook(project, WAITS)
    first = start(project)
    _waiting(project)
    before = contents(project / "site")
    _fails(start(project), TAKEN)
    assert differences(contents(project / "site"), before) == []
    (project / "go").touch()
    _, said = first.communicate(timeout=PATIENCE)
    assert first.returncode == 0, said
    assert _beside(project / "site") == []
    found = contents(project / "site")
    _without_hook(project)
    _next_build_gives(project, small_clean)
    assert differences(contents(project / "site"), found) == []


# A cache that cannot be trusted.


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _of_another_version(data: bytes) -> bytes:
    value = pickle.dumps({"lijst": "van een ander"})
    return hashlib.sha256(b"another version" + value).digest() + value


@pytest.mark.parametrize("damage", [_half, _of_another_version])
def test_a_damaged_cache_is_as_if_it_was_not_there(
    damage: Callable[[bytes], bytes], project: Path, small_clean: dict[str, str]
) -> None:
    build(project)
    for path in (project / ".burgerbaan-cache").iterdir():
        path.write_bytes(damage(path.read_bytes()))
    assert "al klaar" not in _next_build_gives(project, small_clean)
    assert "al klaar" in _next_build_gives(project, small_clean)


def test_a_folder_or_file_in_the_place_of_the_cache_is_no_hindrance(project: Path, small_clean: dict[str, str]) -> None:
    folder = project / ".burgerbaan-cache"
    for path in folder.iterdir():
        path.unlink()
        path.mkdir()
    _next_build_gives(project, small_clean)
    shutil.rmtree(folder)
    folder.write_text("een bestand", "utf-8")
    _next_build_gives(project, small_clean)
    assert folder.read_text("utf-8") == "een bestand"


# Places that cannot be written.


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("place", [".", ".burgerbaan-cache", ".site.nieuw"])
def test_a_folder_where_one_may_not_write(place: str, project: Path, small_clean: dict[str, str]) -> None:
    """The cache is no reason to stop; the others are."""
    (project / place).mkdir(exist_ok=True)
    (project / place / "iets").touch()
    before = contents(project / "site")
    with _read_only(project / place):
        process = start(project, under=AS_ANYBODY)
        if place == ".burgerbaan-cache":
            _, said = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, said
        else:
            _fails(process, FORBIDDEN, KEPT)
            assert differences(contents(project / "site"), before) == []
            assert (project / place / "iets").exists()
    _next_build_gives(project, small_clean)


def test_an_old_site_that_may_not_be_emptied_does_not_hinder_the_new_one(
    project: Path, small_clean: dict[str, str]
) -> None:
    with _read_only(project / "site"):
        process = start(project, under=AS_ANYBODY)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    assert "Heel anders" in (project / "site/index.html").read_text("utf-8")
    for left in project.glob(".site.oud"):
        left.chmod(0o755)
    _next_build_gives(project, small_clean)


@pytest.mark.parametrize("target", ["bestand", "bestand/site"])
def test_a_file_where_a_folder_must_come_stays(target: str, project: Path) -> None:
    (project / "bestand").write_text("van iemand", "utf-8")
    with _nothing_changes(project):
        _fails(start(project, project / target), f"{project / 'bestand'}: er staat een bestand waar een map", KEPT)
    assert (project / "bestand").read_text("utf-8") == "van iemand"
    assert _beside(project / "bestand") == []


def test_rubbish_beside_the_site_is_cleared(project: Path, small_clean: dict[str, str]) -> None:
    (project / ".site.nieuw").write_text("een bestand", "utf-8")
    (project / ".site.oud").mkdir()
    (project / ".site.oud/rest").touch()
    (project / ".site.bezig").touch()
    _next_build_gives(project, small_clean)
