"""One build: the site's pages in their frame, and every file beside them. No disk, no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from burgerbaan.ahead import make_pieces
from burgerbaan.assets import FOLDER, Assets
from burgerbaan.codes import published_codes
from burgerbaan.consents import is_logo_without_yes
from burgerbaan.feeds import news_feed
from burgerbaan.files.headers import headers, top_of
from burgerbaan.files.manners import manners_files
from burgerbaan.foreign_pictures import without_foreign_pictures
from burgerbaan.fragments import Pieces
from burgerbaan.jobs import Job, record_jobs, vacancy_job
from burgerbaan.kinds import Kind
from burgerbaan.layout import Layout
from burgerbaan.markdown_rules import WrittenPages
from burgerbaan.menu import crumbs_to, section_of
from burgerbaan.output import File, NavItem, Page, text_file
from burgerbaan.pages.pictures import no_photo, with_photos
from burgerbaan.pages.search import search_part
from burgerbaan.pages.stand_ins import stand_ins
from burgerbaan.pages.written import fill_blocks, home_structured, names_only_findable, without_lists
from burgerbaan.photos import ReadPhoto
from burgerbaan.problems import START, Problem, problem
from burgerbaan.readback import Readback
from burgerbaan.render import Renderer
from burgerbaan.search.pages import Listed, listed
from burgerbaan.site import MarkdownPage, Site, page_url
from burgerbaan.source.folders import is_of_a_system
from burgerbaan.stamps import Stamps, digest
from burgerbaan.traces.keep import make_watch
from burgerbaan.traces.watch import Watch
from burgerbaan.words import Words, load_texts


@dataclass(frozen=True, slots=True)
class Known:
    """What lies around a site: `digests` of its files and the `version` of the program, which tell what can be used
    again of `pieces`; `read` gives the bytes of a file, for photos; `assets` are what pages load beside them.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    pieces: Mapping[str, Pieces] = field(default_factory=dict)
    read: ReadPhoto = no_photo
    assets: Assets | None = None


class Build:
    """What is known halfway: MkDocs hands pages over one by one, the rest is made at the end."""

    def __init__(self, site: Site, known: Known | None = None, *, has_pdf: bool = False) -> None:
        known = known or Known()
        self._assets = known.assets
        self._version = known.version
        self.has_pdf = has_pdf
        self._read = known.read
        self._site = site
        words = Words(load_texts(site.programme.languages[0]), site.programme)
        self._renderer = Renderer(site, words, Stamps(site, known.digests, known.version), known.pieces)
        self._layout = self._layout_for(())
        self._nav: tuple[NavItem, ...] = ()
        self._found: dict[str, str] = {}
        self._unindexed: set[str] = set()
        self._html: dict[str, str] = {}
        self._refused: dict[str, tuple[str, ...]] = {}
        self._written = tuple(sorted(site.pages))

    @property
    def markdown_extension(self) -> WrittenPages:
        """The rules for Markdown of written pages."""
        return WrittenPages(self._renderer.words("table.label"), self._site.programme.people.path)

    @property
    def site(self) -> Site:
        """All that it publishes."""
        return self._site

    @cached_property
    def watch(self) -> Watch:
        """What no file of this site may hold."""
        return make_watch(self._site, self._read)

    @cached_property
    def readback(self) -> Readback:
        """What every code of this site holds."""
        return Readback(published_codes(self._site))

    def wrong_in(self, path: str, data: bytes, origin: str = "") -> Iterator[Problem]:
        """What keeps a file from being published: what may not be public, a code that holds something else, a picture
        from another site in the written page that is its `origin`.
        """
        for address in self._refused.get(origin, ()):
            words = {"value": address, "where": f"{self._site.content}/"}
            yield problem(f"{self._site.content}/{origin}", START, Kind.PICTURE_ELSEWHERE, **words)
        yield from self.watch.found_in(path, data, self._source_of(path, origin))
        yield from self.readback.found_in(path, data)

    def _source_of(self, path: str, origin: str) -> str:
        """What an editor opens to mend a file of the site, from the root of the project."""
        name = origin or path
        return f"{self._site.content}/{name}" if name in self._site.pages or name in self._site.media else origin

    def is_hidden(self, path: str) -> bool:
        """Whether a path names somebody who is not on the site."""
        return next(self.watch.found_in(path, b""), None) is not None

    @property
    def address(self) -> str:
        """Where the site stands, as somebody signed for it."""
        return self._site.programme.url

    @property
    def summary(self) -> str:
        """How many of what."""
        site = self._site
        return (
            f"{len(site.pages)} pagina's, {len(site.vacancies)} vacatures, {len(site.hosts)} organisaties, "
            f"{len(site.profiles)} profielen"
        )

    def make_pieces(self, workers: int) -> Mapping[str, Pieces]:
        """Pieces of files, by name, that another build can use again. Raises WorkerLostError."""
        make_pieces(self._renderer, workers)
        return self.pieces

    @property
    def pieces(self) -> Mapping[str, Pieces]:
        """The pieces that were made or used."""
        return self._renderer.fragments.now

    @property
    def titles(self) -> Mapping[str, str]:
        """Title of each written page by its path."""
        return {path: page.title for path, page in self._site.pages.items()}

    def set_nav(self, nav: tuple[NavItem, ...], written: Iterable[str] = ()) -> None:
        """The menu and the paths of all `written` pages, known once MkDocs has read them."""
        self._nav = nav
        self._written = tuple(sorted({*self._site.pages, *written}))
        self._layout = self._layout_for(nav)

    def _layout_for(self, nav: tuple[NavItem, ...]) -> Layout:
        return Layout(self._renderer, nav)

    def hold(self, path: str, html: str) -> None:
        """A written page as Markdown gives it; a value filled in after that can never be read as markup."""
        self._html[path], self._refused[path] = without_foreign_pictures(html)

    def fill(self, path: str, html: str) -> str:
        """A written page with its blocks replaced."""
        url = page_url(path)
        base = "../" * url.count("/") or "./"
        if path not in self._site.pages:
            return str(self._renderer.component("error-box", name=path))
        page = self._site.pages[path]
        fill = partial(fill_blocks, self._renderer, base=base, title=page.title, language=page.language)
        if not names_only_findable(self._renderer, html):
            self._unindexed.add(path)
        own = page.language and f"{page.description} {page.language.own_name}"
        self._found[path] = own or fill(html=without_lists(html))
        return with_photos(self._renderer, fill(html=html), url, base)

    def is_copied(self, path: str) -> bool:
        """Whether a file of `content/` may be copied as it is: no photo, drawn anew, no logo without a yes, and nothing
        that nobody looked at."""
        return (
            not is_of_a_system(path.rpartition("/")[2])
            and path not in self._site.pictures
            and not is_logo_without_yes(self._site, path)
        )

    def _jobs_of_assets(self) -> Iterator[Job]:
        if self._assets is not None:
            stamp, make = partial(self._stamp_of_assets, self._assets), partial(self._asset_files, self._assets)
            yield Job("opmaak en scripts", stamp, make, is_shared=True, place=FOLDER)

    def _stamp_of_assets(self, assets: Assets) -> str:
        return digest(assets, sorted(self._html.values()), self._version)

    def _asset_files(self, assets: Assets) -> Iterator[File]:
        return assets.files(self._html.values())

    def _jobs_of_written(self) -> Iterator[Job]:
        for path in sorted(self._written, key=page_url):
            yield Job(f"pagina {path}", _never, partial(self._written_page, path), is_shared=True, place=page_url(path))

    def _written_page(self, path: str) -> Iterator[Page]:
        if path not in self._html:  # a draft, that MkDocs leaves out
            return
        html = self.fill(path, self._html[path])
        written = self._site.pages.get(path) or MarkdownPage(path, path, "")
        section = section_of(self._nav, written.url)
        is_home = written.url == ""
        yield Page(
            url=written.url,
            title=self._site.programme.name if is_home else written.title,
            description=written.description or self._site.programme.description,
            body_html=html,
            section=section.url or "" if section else "",
            crumbs=crumbs_to(written.url, section, self._renderer.words("frame.home")),
            structured=(home_structured(self._renderer),) if is_home else (),
            search_text=self._found.get(path, ""),
            is_indexed=path not in self._unindexed,
            origin=path,
            is_wide=is_home or (section is not None and not section.children),
            hero_html=self._hero() if is_home else "",
            language=written.language,
            feeds=tuple(feed for feed in news_feed(self._renderer) if feed.url == written.url),
        )

    def _hero(self) -> str:
        hero = self._renderer.component("hero", base="./")
        return str(hero + self._renderer.component("entrances", base="./"))

    @cached_property
    def jobs(self) -> tuple[Job, ...]:
        """Everything to make of written pages and records; none needs another."""
        of_records = record_jobs(self._renderer, self._stamps, self._read, has_pdf=self.has_pdf)
        return (*self._jobs_of_assets(), *self._jobs_of_written(), *of_records)

    def jobs_of(self, paths: Iterable[str]) -> tuple[Job, ...]:
        """The jobs of the vacancies in these files; quick, for no other is worked out."""
        wanted = frozenset(paths)
        vacancies = (item for item in self._site.published_vacancies if item.path in wanted)
        return tuple(vacancy_job(self._renderer, self._stamps, item, has_pdf=self.has_pdf) for item in vacancies)

    @cached_property
    def _stamps(self) -> Stamps:
        return self._renderer.stamps.framed(self._nav, self.has_pdf)

    def forget(self) -> None:
        """What was worked out goes now: it holds itself, so it would lie around until rubbish is looked for."""
        self._renderer.forget()
        vars(self).clear()

    def ask_often(self, checkpoint: Callable[[], object]) -> None:
        """Call `checkpoint` again and again while files are made; what it raises ends that."""
        self._renderer.checkpoint = checkpoint

    def printed(self, job: Job) -> Iterator[tuple[File, Listed | None]]:
        """The files of a job; those that are pages in the site's frame with what lists of pages tell of them."""
        for made in job.make():
            if isinstance(made, Page):
                yield text_file(made.file, self._layout.document(made)), listed(made, self._site)
            else:
                yield made, None

    def closing(self, site_path: str, pages: Iterable[Listed], paths: Iterable[str]) -> Iterator[File]:
        """Files that need to know all others: the `pages` and `paths` of every job.

        `site_path` is where the site stands on its host, such as '/'.
        """
        root = site_path if site_path.endswith("/") else site_path + "/"
        tops = {top_of(path) for path in (*paths, *self._site.media, FOLDER)}
        for file in self._closing_files(root, tuple(pages)):
            tops.add(top_of(file.path))
            yield file
        yield text_file("_headers", headers(root, tops))

    def _closing_files(self, root: str, pages: tuple[Listed, ...]) -> Iterator[File]:
        yield from manners_files(self._site, [item.page for item in pages])
        search, files = search_part(self._renderer, pages)
        yield text_file(search.file, self._layout.document(search))
        yield from files
        yield from stand_ins(self._renderer, self._layout, root, self._assets)


def _never() -> str:
    """The stamp of what is made every time."""
    return ""
