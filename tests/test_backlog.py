"""A preview makes first what is looked at; stopped anywhere, the next one ends as a new one does."""

from __future__ import annotations

import errno
import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from burgerbaan.backlog import Backlog, StoppedError
from burgerbaan.build import Build, Known
from burgerbaan.cache import Cache
from burgerbaan.closing import Published
from burgerbaan.disk import Disk, files_below
from burgerbaan.failures import HALFWAY, format_failure
from burgerbaan.gate import Gate
from burgerbaan.jobs import Job
from burgerbaan.kinds import Kind
from burgerbaan.output import File
from burgerbaan.preview import Preview
from burgerbaan.printing import Entry, Printed, Printer
from burgerbaan.rebuilding import or_as_before
from burgerbaan.search.pages import Listed
from burgerbaan.site import Site
from tests.small_site import change, copy_minimal, load, valid_site

VACANCY = "vacancies/buurthuis/koken.yml"
PAGE = "vacatures/koken/index.html"
WAIT = 60.0


class Shown:
    """A project and the preview of it."""

    def __init__(self, folder: Path) -> None:
        (folder / "project").mkdir(parents=True)
        self.project = copy_minimal(folder / "project")
        self.folder = folder / "site"
        self.preview = Preview()
        self.cache = Cache(None, "")
        self.ends: list[Published | Exception] = []
        self.ended = threading.Event()

    def build_again(self, before: Callable[[], None] = lambda: None) -> None:
        """What MkDocs' events do at every change; `before` comes in the thread, before everything else there."""
        self.preview.halt()
        loaded = load(self.project)
        assert loaded.site is not None
        self.preview.memory.records(self.cache)
        self.preview.remember(loaded)
        build = Build(loaded.site, Known(loaded.digests, "", self.preview.memory.pieces()))
        build.set_nav(())
        self.preview.stage(self.folder)
        self.preview.start(build, 1)
        for path in loaded.site.pages:
            build.hold(path, "<p>{{ vacatures }}</p>" if path.startswith("vacatures") else "<p>Tekst</p>")

        def finish() -> None:
            before()
            self.ends.append(self.preview.finish(build, "/", ()))
            self.ended.set()

        self.ended = threading.Event()
        self.preview.go_on(build, (), finish)

    def edit(self, text: str) -> None:
        """Another summary of the vacancy."""
        file = self.project / VACANCY
        lines = file.read_text("utf-8").splitlines()
        new = [f"samenvatting: {text}" if line.startswith("samenvatting: ") else line for line in lines]
        file.write_text("\n".join(new) + "\n", "utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """Everything that is shown."""
        return {path: (self.folder / path).read_bytes() for path in files_below(self.folder)}


def _begun(folder: Path) -> Shown:
    shown = Shown(folder)
    shown.build_again()
    assert shown.ended.wait(WAIT)
    return shown


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    return _begun(tmp_path)


def fresh_files(shown: Shown, folder: Path) -> dict[str, bytes]:
    """What a preview of the same project shows that begins now."""
    other = Shown(folder)
    for file in shown.project.rglob("*.yml"):
        target = other.project / file.relative_to(shown.project)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    for file in other.project.rglob("*.yml"):
        if not (shown.project / file.relative_to(other.project)).exists():
            file.unlink()
    other.build_again()
    assert other.ended.wait(WAIT)
    return other.files


def test_after_an_edit_everything_is_as_in_a_new_preview(shown: Shown, tmp_path: Path) -> None:
    shown.edit("Je kookt voor de hele straat.")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert shown.files == fresh_files(shown, tmp_path / "other")
    assert b"de hele straat" in shown.files[PAGE]


def test_the_page_that_changed_passes_before_the_rest_is_made(shown: Shown) -> None:
    shown.edit("Je kookt voor de hele straat.")
    made: list[str] = []
    orders: list[list[str]] = []
    admit = Gate.admit

    def told(gate: Gate, paths: Iterable[str]) -> None:
        admit(gate, found := list(paths))
        made.extend(found)
        orders.append(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Gate, "admit", told)
        shown.build_again()
        assert shown.preview.gate.wait(PAGE) > 0
        assert shown.ended.wait(WAIT)
    assert PAGE in orders[0]
    assert "data/vacatures.json" in made
    assert len(made) == len(set(made)), "nothing is made twice"


def _order_when_asked(shown: Shown, *asked: str) -> list[str]:
    """The jobs of the next build, in the order in which they are done when somebody waits for these files."""
    order: list[str] = []
    printed = Printer.print

    def noted(printer: Printer, job: object, found: Printed) -> object:
        order.append(job.name)  # type: ignore[attr-defined]
        return printed(printer, job, found)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Printer, "print", noted)
        shown.build_again(lambda: shown.preview.gate._asked.extend(asked))
        assert shown.ended.wait(WAIT)
    return order


def test_what_somebody_waits_for_is_made_before_the_rest(shown: Shown) -> None:
    shown.edit("Je kookt voor de hele straat.")
    order = _order_when_asked(shown, "organisaties/buurthuis/index.html")
    assert order[:2] == ["vacature koken", "organisatie buurthuis"]


@pytest.mark.parametrize(
    ("asked", "job"),
    [
        ("vacatures/koken/index.html", "vacature koken"),
        ("vacatures/koken/poster/index.html", "vacature koken"),
        ("organisaties/buurthuis/index.html", "organisatie buurthuis"),
        ("contact/index.html", "pagina contact/index.md"),
        ("index.html", "pagina index.md"),
    ],
)
def test_a_first_build_begins_with_what_somebody_waits_for(asked: str, job: str, tmp_path: Path) -> None:
    assert _order_when_asked(Shown(tmp_path), "assets/niets.js", asked)[0] == job


@pytest.mark.parametrize("stop", [1, 2, 5, 12])
def test_a_first_build_that_is_stopped_goes_on_where_it_was(stop: int, tmp_path: Path) -> None:
    shown = Shown(tmp_path / "one")
    left = [stop]
    admit = Backlog.admit

    def stopping(backlog: Backlog, paths: Iterable[str]) -> None:
        admit(backlog, paths)
        left[0] -= 1
        if left[0] < 0:
            raise StoppedError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Backlog, "admit", stopping)
        shown.build_again()
        shown.preview.wait()
    assert not shown.ends
    shown.edit("Je kookt voor de hele straat.")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert isinstance(end := shown.ends[-1], Published)
    assert (end.kept > 0) == (stop == 12), "only the first jobs are of written pages, which are made every time"
    assert shown.files == fresh_files(shown, tmp_path / "other")


@settings(max_examples=12, deadline=None)
@example(stops=[1, 1])
@given(stops=st.lists(st.integers(0, 90), min_size=1, max_size=3))
def test_stopped_anywhere_the_next_build_is_right(stops: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    shown = _begun(tmp_path_factory.mktemp("a"))
    first = shown.files
    check = Backlog._check
    for turn, stop in enumerate([*stops, -1]):
        left = [stop]

        def stopping(backlog: Backlog, left: list[int] = left) -> None:
            check(backlog)
            left[0] -= 1
            if left[0] == 0:
                raise StoppedError

        shown.edit(f"Keer {turn}.")
        if turn == len(stops) - 1:
            (shown.project / VACANCY).with_name("bakken.yml").write_bytes((shown.project / VACANCY).read_bytes())
        if turn == len(stops):
            (shown.project / VACANCY).with_name("bakken.yml").unlink(missing_ok=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Backlog, "_check", stopping)
            shown.build_again()
            shown.preview.wait()
    assert shown.ended.wait(WAIT)
    assert shown.files == fresh_files(shown, tmp_path_factory.mktemp("b"))
    assert shown.files.keys() == first.keys(), "of a vacancy that came and went nothing is left"


def test_a_job_that_takes_long_is_stopped_halfway(tmp_path: Path) -> None:
    """A page may ask about all vacancies; who saves again should not wait for that."""
    shown = Shown(tmp_path)
    made: list[str] = []
    printed, begun = Build.printed, threading.Event()

    def making(build: Build, job: Job) -> Iterator[tuple[File, Listed | None]]:
        if job.name == "vacature koken":
            begun.set()
            backlog = shown.preview._backlog
            while backlog is None or not backlog.is_stopped:
                time.sleep(0.001)
        for file, page in printed(build, job):
            made.append(file.path)
            yield file, page

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Build, "printed", making)
        shown.build_again()
        assert begun.wait(WAIT)
        shown.preview.halt()
    assert "index.html" in made
    assert PAGE not in made


def test_no_piece_of_a_vacancy_is_made_that_nobody_needs(tmp_path: Path) -> None:
    """A list of a thousand vacancies is made of as many pieces."""
    build = Build(valid_site(copy_minimal(tmp_path)))

    def stop() -> None:
        raise StoppedError

    build.ask_often(stop)
    made: list[str] = []
    with pytest.raises(StoppedError):
        build._renderer.piece("card", build._site.published_vacancies[0], lambda: made.append("card"))
    assert not made
    assert not build.pieces, "of what was stopped nothing is kept"


def test_while_a_build_begins_nothing_more_is_made_of_the_last(shown: Shown, tmp_path: Path) -> None:
    printed, halfway, begun = Printer.print, threading.Event(), threading.Event()
    has_ended: list[bool] = []

    def printing(printer: Printer, job: Job, found: Printed) -> Entry:
        halfway.set()
        assert begun.wait(WAIT)
        return printed(printer, job, found)

    def build() -> None:
        begun.set()
        has_ended.append(shown.ended.wait(0.3))
        _break()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Printer, "print", printing)
        shown.edit("Je kookt voor de hele straat.")
        shown.build_again()
        assert halfway.wait(WAIT)
        or_as_before(build, shown.preview, lambda said: None)()
        assert shown.ended.wait(WAIT)
    assert has_ended == [False]
    assert shown.files == fresh_files(shown, tmp_path / "other")


def _break() -> None:
    raise ValueError("what MkDocs does before it tells that a build begins")


def test_who_waits_for_a_build_is_stopped_by_it(shown: Shown, tmp_path: Path) -> None:
    shown.build_again(shown.preview.pause)
    shown.edit("Je kookt voor de hele straat.")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert shown.files == fresh_files(shown, tmp_path / "other")


def test_a_build_that_comes_to_nothing_shows_what_is_there(shown: Shown) -> None:
    said: list[str] = []
    shown.preview.halt()
    or_as_before(_break, shown.preview, said.append)()
    assert shown.preview.gate.wait(PAGE) > 0
    assert said[-1].startswith("De voorvertoning toont wat er al stond.")


def test_of_an_old_build_nothing_lies_around(tmp_path: Path) -> None:
    """Nobody looks for rubbish while an editor saves, so what holds itself would take all memory."""
    shown = Shown(tmp_path)
    sites: list[weakref.ref[Site]] = []
    begin = Build.__init__

    def noted(build: Build, site: Site, *rest: object, **more: object) -> None:
        begin(build, site, *rest, **more)  # type: ignore[arg-type]
        sites.append(weakref.ref(site))

    gc.disable()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Build, "__init__", noted)
            for number in range(3):
                shown.build_again()
                assert shown.ended.wait(WAIT)
                shown.edit(f"Keer {number}.")
            is_gone = [site() is None for site in sites]
    finally:
        gc.enable()
    assert is_gone == [True, True, False]


def test_a_build_that_asks_for_nothing_lets_the_last_one_go_on(shown: Shown) -> None:
    """As when the settings no longer name us."""
    halfway = threading.Event()
    shown.build_again(lambda: _wait_for(halfway))
    or_as_before(halfway.set, shown.preview, lambda said: None)()
    assert shown.ended.wait(5)


def _wait_for(event: threading.Event) -> None:
    assert event.wait(WAIT)


def test_who_stops_a_preview_while_it_lets_go_of_a_build_ends_it(shown: Shown) -> None:
    """Ctrl-C comes at any moment, and MkDocs closes the preview then."""

    def stop() -> None:
        raise StoppedError

    def interrupted(build: Build) -> None:
        vars(build).clear()
        raise KeyboardInterrupt

    shown.build_again(stop)
    shown.preview.wait()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Build, "forget", interrupted)
        with pytest.raises(KeyboardInterrupt):
            shown.preview.halt()
    shown.preview.close(is_whole=False)
    assert shown.files, "what is shown stays"


def test_a_mistake_of_the_disk_opens_the_gate_and_the_next_build_is_right(shown: Shown, tmp_path: Path) -> None:
    def full(disk: Disk, file: object) -> object:
        raise OSError("de schijf is vol")

    shown.edit("Je kookt voor de hele straat.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Disk, "write", full)
        patch.setattr(threading, "excepthook", lambda arguments: shown.ends.append(arguments.exc_value))
        shown.build_again()
        shown.preview.gate.wait("data/vacatures.json")
        assert shown.preview._backlog is not None
        shown.preview._backlog.stop()
    assert isinstance(shown.ends[-1], OSError)
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert shown.files == fresh_files(shown, tmp_path / "other")


def test_only_what_changed_is_worked_out_at_first(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    (root / VACANCY).with_name("bakken.yml").write_bytes((root / VACANCY).read_bytes())
    build = Build(valid_site(root))
    assert [job.name for job in build.jobs_of([VACANCY])] == ["vacature koken"]
    assert build.jobs_of(["content/gegevens/wijken.yml"]) == ()
    assert {job.name for job in build.jobs_of([VACANCY])} <= {job.name for job in build.jobs}


def test_a_change_of_facts_changes_every_page(shown: Shown, tmp_path: Path) -> None:
    change(shown.project / "content/gegevens/wijken.yml", "Haven", "Nieuwe haven")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert b"Nieuwe haven" in shown.files[PAGE]
    assert shown.files == fresh_files(shown, tmp_path / "other")


def test_a_contact_of_a_moment_is_found_in_what_was_made_in_that_moment(shown: Shown) -> None:
    """Made while a number was somebody's contact, and stopped; when it no longer is, the page is looked at again."""
    other = (shown.project / VACANCY).with_name("bakken.yml")
    text = (shown.project / VACANCY).read_text("utf-8").replace("status: open", "status: gesloten")
    assert "status: gesloten" in text, "or its page would be one of the neighbours that are made again"
    other.write_text(text, "utf-8")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    other.write_text(f"{text}contact: {{rol: Kok, telefoon: 036 765 43 21}}\n", "utf-8")
    shown.edit("Bel 036 765 43 21.")
    halfway = threading.Event()
    admit = Backlog.admit

    def stopping(backlog: Backlog, paths: Iterable[str]) -> None:
        admit(backlog, found := list(paths))
        if "organisaties/buurthuis/index.html" in found:
            halfway.set()
            raise StoppedError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Backlog, "admit", stopping)
        shown.build_again()
        assert halfway.wait(WAIT)
    other.write_text(text, "utf-8")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    end = shown.ends[-1]
    assert isinstance(end, Published)
    assert PAGE in {item.path for item in end.leaks if item.kind is Kind.LEAK_PHONE}


def test_a_save_without_a_change_forgets_no_pieces(shown: Shown) -> None:
    before = dict(shown.preview.memory.pieces())
    assert before["koken"].by_kind
    for _ in range(2):
        shown.build_again()
        assert shown.ended.wait(WAIT)
    assert shown.preview.memory.pieces() == before


def test_a_page_in_the_place_of_another_that_was_never_finished_gives_it_back(shown: Shown, tmp_path: Path) -> None:
    """Somebody writes a page where that of a vacancy was, and takes it back before all is made."""
    text = (shown.project / VACANCY).read_text("utf-8")
    page = shown.project / "content/vacatures/koken.md"
    (shown.project / VACANCY).unlink()
    page.write_text("---\ndescription: Iets anders.\n---\n# Iets anders\n", "utf-8")
    passed = threading.Event()
    admit = Backlog.admit

    def stopping(backlog: Backlog, paths: Iterable[str]) -> None:
        admit(backlog, found := list(paths))
        if passed.is_set():
            raise StoppedError
        if PAGE in found:
            passed.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Backlog, "admit", stopping)
        shown.build_again()
        assert passed.wait(WAIT)
        shown.preview.halt()
    page.unlink()
    (shown.project / VACANCY).write_text(text, "utf-8")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    assert shown.files == fresh_files(shown, tmp_path / "other")


def test_a_full_disk_is_told_as_what_it_is_in_a_preview() -> None:
    said = format_failure(OSError(errno.ENOSPC, "vol"), "site", HALFWAY)
    assert said == "site: de schijf is vol. Maak ruimte. De voorvertoning is niet af. Sla daarna nog een keer op."


@pytest.mark.parametrize("is_changed", [False, True])
def test_what_was_read_is_put_away_unless_something_changed_since(is_changed: bool, tmp_path: Path) -> None:
    shown = Shown(tmp_path)
    shown.cache = Cache(tmp_path / "cache", "1")
    shown.build_again()
    assert shown.ended.wait(WAIT)
    if is_changed:
        shown.edit("Iemand anders, die niet meer genoemd wil worden.")
        shown.build_again()
        assert shown.ended.wait(WAIT)
    shown.preview.put_away()
    kept = (tmp_path / "cache").rglob("*")
    assert any(file.is_file() for file in kept) != is_changed
