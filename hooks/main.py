"""The edge: MkDocs' events, a few lines each. The only module that imports mkdocs."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from logging import getLogger
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

gc.disable()  # thousands of records and the classes of their fields are no rubbish; looking for it takes a tenth

from burgerbaan.leaving import leave_at_once

leave_at_once("mkdocs", lambda: "_edge" in globals() and _edge.has_built)

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as WrittenPage

from burgerbaan.assets import SOURCES, read_assets
from burgerbaan.build import Build, Known
from burgerbaan.cache import FOLDER, Cache, program_version
from burgerbaan.closing import Published
from burgerbaan.crew import read_workers
from burgerbaan.failures import FAILURES, HALFWAY, KEPT, format_failure, format_unforeseen
from burgerbaan.last_good import LastGood, with_last_good
from burgerbaan.load import Loaded, load_site
from burgerbaan.output import NavItem, group_of
from burgerbaan.pdf import find_browser, write_pdfs
from burgerbaan.preview import Preview
from burgerbaan.problems import Problem, errors_in
from burgerbaan.progress import Progress
from burgerbaan.rebuilding import or_as_before
from burgerbaan.release import Release
from burgerbaan.rubbish import Rubbish
from burgerbaan.source.folders import Folders
from burgerbaan.switches import is_on
from burgerbaan.today import read_today
from burgerbaan.told import Told
from burgerbaan.watching import is_live, watch_folder
from burgerbaan.whereabouts import check_site_folder, read_folders
from burgerbaan.wording import format_built, format_gone, format_leaks, format_problem, format_reminders, format_summary
from burgerbaan.written_html import WrittenHtml

log = get_plugin_logger("burgerbaan")
_told = Told()
_told.listen(getLogger)

_THEME = Path(__file__).parent / "theme"
_MATERIAL = Path(material.__file__).parent / "templates"


@contextmanager
def _in_sentences(place: str, ending: str = KEPT) -> Iterator[None]:
    """What goes wrong around a build, and is no bug, as a sentence; `place` is where when the system does not say."""
    try:
        yield
    except FAILURES as error:
        raise PluginError(format_failure(error, place, ending)) from None


class Edge:
    """State of one run. Each build makes it anew, but for what a preview has of the builds before."""

    def __init__(self) -> None:
        self.is_serving = self.is_build = self.has_served = self.has_gate = self.is_finished = False
        self.has_built: bool = False
        self.last_good: LastGood | None = None
        self.publication: Release | Preview = Release()
        self.written_html, self.version = WrittenHtml(), ""
        self.theirs: tuple[str, ...] = ()
        self.build: Build
        self.workers, self.started = 1, 0.0
        self.pdf_browser = ""
        self.progress, self.rubbish = Progress(sys.stderr), Rubbish()

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.is_serving, self.is_build = command == "serve", command == "build"
        self.publication = Preview() if self.is_serving else Release()

    # Everything is read and judged here, before MkDocs empties the old site: a mistake leaves that as it was.
    def on_config(self, config: MkDocsConfig) -> None:
        self.publication.halt()
        self.rubbish.begin()
        self.started, self.is_finished = time.monotonic(), False
        folders = _folders(config)
        with _in_sentences(config.site_dir):
            if not self.is_serving:  # a preview has a folder of its own, that may be half a site
                check_site_folder(folders, config.site_dir)
            today, self.workers = read_today(os.environ), self._count_workers()
            is_publishing = is_on(os.environ, "BURGERBAAN_PUBLISH")
            may_keep = is_on(os.environ, "BURGERBAAN_CACHE", usually=True)
        version = self.version = program_version()
        has_cache = may_keep and not is_publishing  # the public gets what is made now
        cache = Cache(folders.root / FOLDER if has_cache else None, version)
        memory = self.publication.memory.records(cache)
        moment = time.time_ns() if self.is_serving else None
        with _in_sentences(config.site_dir):
            loaded = load_site(
                folders, today, is_publishing=is_publishing, memory=memory, workers=self.workers, moment=moment
            )
        site, digests = self._judge(loaded, folders.content)
        self.publication.remember(loaded)
        self.pdf_browser = self._browser()
        known = Known(digests, version, self.publication.memory.pieces(), folders.read, read_assets(_THEME, _MATERIAL))
        self.build = Build(site, known, has_pdf=bool(self.pdf_browser))
        config.markdown_extensions.append(self.build.markdown_extension)  # type: ignore[arg-type]
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.theme.dirs = [place for place in config.theme.dirs if Path(place) != _MATERIAL]  # thousands of icons
        with _in_sentences(config.site_dir):
            config.site_dir = str(self.publication.stage(Path(config.site_dir)))

    def _judge(self, loaded: Loaded, content: str) -> LastGood:
        errors = errors_in(loaded.problems)
        _told.begin(errors, content)
        for line in format_reminders(loaded.problems):
            log.info(line)
        good = LastGood(loaded.site, loaded.digests) if loaded.site else None
        if errors and self.last_good:
            good = with_last_good(loaded, self.last_good)
        if good is None or (errors and not self.is_serving):
            raise PluginError("\n".join([*map(format_problem, errors), format_summary(loaded.problems)]))
        for line in (*map(format_problem, errors), format_summary(loaded.problems, serving=True)) if errors else ():
            log.error(line)
        self.last_good = good
        return good

    # Asked for before anything is written; a preview goes on without, for it builds at every change.
    def _browser(self) -> str:
        with _in_sentences("De browser"):
            is_wanted = is_on(os.environ, "BURGERBAAN_PDF") and not self.is_serving
            return find_browser(os.environ) if is_wanted else ""

    # MkDocs copies all of the theme and of content/: leave out what no page of ours asks for.
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for file in list(files):
            if not self.build.is_copied(file.src_uri):
                file.copy_file = _leave_out  # type: ignore[method-assign]
            if file.src_uri.startswith("gegevens/") or file.src_uri == "sitemap.xml" or _is_source(file):
                files.remove(file)
        self.theirs = tuple(file.dest_uri for file in files if not file.is_documentation_page())
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        written = [file.src_uri for file in files if file.is_documentation_page()]
        self.build.set_nav(tuple(_nav_items(nav.items, self.build.titles)), written)
        named = [item for item in config.markdown_extensions if isinstance(item, str)]
        self.written_html.begin((written, [*files.src_uris], named, config.mdx_configs, self.version))
        with _in_sentences(config.site_dir):
            self.publication.start(self.build, self.workers)

    # The server of a preview has threads of its own, and a process that has those must not fork.
    def _count_workers(self) -> int:
        if self.has_served:
            return 1
        self.has_served = self.is_serving
        return read_workers(os.environ)

    def on_page_markdown(self, markdown: str, page: WrittenPage, config: MkDocsConfig, files: Files) -> str:
        return self.written_html.text_for(page, markdown, _told.count)

    def on_page_content(self, html: str, page: WrittenPage, config: MkDocsConfig, files: Files) -> None:
        self.build.hold(page.file.src_uri, self.written_html.html_of(page, html, files, _told.count))

    # Last, when all of Markdown is read: every page, and files that list them all.
    def on_post_build(self, config: MkDocsConfig) -> None:
        if isinstance(self.publication, Release):
            self._finish(config, partial(self.publication.finish, tell=self.progress.show))
            return
        self.publication.go_on(self.build, self.theirs, partial(self._finish_aside, config, self.publication))
        # A server without the gate would answer what is not there yet, and a strict one hears of mistakes only now.
        if not self.has_gate and (config.strict or not is_live()):
            self.publication.wait()

    # Nobody waits for it, so what goes wrong can only be told.
    def _finish_aside(self, config: MkDocsConfig, preview: Preview) -> None:
        try:
            self._finish(config, partial(preview.finish, theirs=self.theirs), HALFWAY)
            preview.put_away()
        except PluginError as error:
            log.error(error)
        finally:
            self.rubbish.clear_later()

    def _finish(self, config: MkDocsConfig, finish: Callable[[Build, str], Published], ending: str = KEPT) -> None:
        path = urlsplit((config.site_url or "/") if self.is_serving else self.build.address).path or "/"
        try:
            with _in_sentences(config.site_dir, ending):
                published = finish(self.build, path)
        finally:
            self.progress.clear()
        with _in_sentences("De browser"):
            write_pdfs(self.pdf_browser, published.paper)
        self._stop([*published.leaks, *published.leaks_on_paper(self.build)])
        for line in format_gone(published.gone):
            log.info(line)
        self.is_finished = True
        self._tell(published.count + len(published.paper), published.kept)

    # A preview is nobody else's, and shows where the trouble stands.
    def _stop(self, leaks: Sequence[Problem]) -> None:
        if leaks and not self.is_serving:
            raise PluginError("\n".join(format_leaks(leaks)))
        for line in format_leaks(_told.news_in(leaks), is_preview=True):
            log.error(line)

    # MkDocs writes too, and passes on what the disk says as it is.
    def on_build_error(self, error: Exception) -> None:
        if isinstance(error, (OSError, RecursionError)):
            log.error(format_unforeseen(error, self.written_html.at))
            raise Abort("Aborted with a BuildError!") from None

    def _tell(self, count: int, kept: int) -> None:
        log.info(format_built(self.build.summary, count, kept, time.monotonic() - self.started))

    # MkDocs counts warnings only after the last event, so the swap waits for the very end.
    def on_shutdown(self) -> None:
        passing = sys.exc_info()[0]  # MkDocs calls this while an exception passes by
        is_whole = self.is_finished and passing is None
        if passing is KeyboardInterrupt:
            log.error(f"Gestopt. {KEPT}")
        try:
            self.publication.close(is_whole=is_whole)
        except OSError as error:
            log.error(f"De nieuwe site kan niet op haar plek. {format_failure(error, 'De schijf')}")
            raise Abort("Aborted with a BuildError!") from None
        self.has_built = is_whole and self.is_build

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        if isinstance(self.publication, Release):  # what MkDocs makes of --clean
            raise PluginError("Een voorbeeld kan niet met --clean; het is altijd van nu. Typ: .venv/bin/mkdocs serve")
        folders = _folders(config)
        for place in (folders.root / folders.vacancies, folders.root / folders.profiles, _THEME):
            watch_folder(place, server.observer, server.watch)
        self.has_gate = True
        server.builder = or_as_before(server.builder, self.publication, log.error)
        server.set_app(self.publication.gate.before(server.serve_request, server.mount_path))
        return server


def _leave_out(dirty: bool = False) -> None:
    """In the place of copying."""


def _is_source(file: File) -> bool:
    """Whether the site holds something that is made of it, and not what we wrote."""
    return file.src_uri.startswith(SOURCES) and _THEME.samefile(file.src_dir or "")


def _folders(config: MkDocsConfig) -> Folders:
    root = Path(config.config_file_path).resolve().parent
    with _in_sentences(config.site_dir):
        return read_folders(os.environ, root, config.docs_dir, config.site_dir)


def _nav_items(items: Iterable[Any], titles: Mapping[str, str]) -> Iterable[NavItem]:
    for item in items:
        if isinstance(item, Section):
            yield group_of(item.title, tuple(_nav_items(item.children, titles)))
        elif isinstance(item, Link):
            yield NavItem(item.title, item.url)
        elif isinstance(item, WrittenPage):
            yield NavItem(str(item.title or titles.get(item.file.src_uri, "")), item.url)


_edge: Edge = Edge()
globals().update({name: getattr(_edge, name) for name in dir(_edge) if name.startswith("on_")})  # as MkDocs asks
