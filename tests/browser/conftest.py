"""A real browser, and the built site served under its own rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Route,
    sync_playwright,
)
from playwright.sync_api import Error as PlaywrightError

from tests.browser.page_types import Site
from tests.programs import find_program, run

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
HELP = "The browser tests need Chromium: install it with `apt-get install chromium` or `playwright install chromium`."
HEIGHTS = {320: 640, 360: 780, 1280: 900}

NO_COPYING = "void (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')))"
"""What a browser says that lets nobody copy."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Motion = Literal["reduce", "no-preference"]


def _launch(playwright: Playwright) -> Browser:
    program = find_program(NAMES, "chromium")
    if program is None:
        run(sys.executable, "-m", "playwright", "install", "chromium")
    try:
        return playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    except PlaywrightError as error:
        pytest.fail(f"{HELP}\n{error}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; every visit gets a fresh context of it."""
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    return Site(built_site)


@dataclass(frozen=True)
class Rules:
    """The blocks of the site's `_headers` file: a pattern that may end in a star, with its headers."""

    blocks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @classmethod
    def read(cls, file: Path) -> Rules:
        blocks: list[tuple[str, list[tuple[str, str]]]] = []
        for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
            if line[0].isspace():
                name, value = line.split(":", 1)
                blocks[-1][1].append((name.strip(), value.strip()))
            else:
                blocks.append((line.strip(), []))
        return cls(tuple((pattern, tuple(pairs)) for pattern, pairs in blocks))

    def of(self, address: str) -> dict[str, str]:
        """As Cloudflare Pages does: every block that matches counts, and values of one name are joined."""
        path = urlsplit(address).path
        found: dict[str, list[str]] = {}
        for pattern, pairs in self.blocks:
            is_match = path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern
            for name, value in pairs if is_match else ():
                found.setdefault(name, []).append(value)
        found.pop("Strict-Transport-Security", None)  # this server has no TLS
        return {name: ", ".join(values) for name, values in found.items()}


class _Handler(SimpleHTTPRequestHandler):
    """Serves as the real host does: the site's own headers, and its own page for what is not there."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, directory: Path, rules: Rules, line: Event | None = None, **keywords: Any) -> None:
        self.rules = rules
        self.line = line
        self.folder = directory
        super().__init__(*args, directory=str(directory), **keywords)

    def do_GET(self) -> None:
        if self.line:
            self.line.wait()
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.rules.of(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.folder / "404.html").read_bytes() if code == 404 else str(message).encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the parent's
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up early is no news."""


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    with serving(built_site) as url:
        yield url


@contextmanager
def serving(site: Path, line: Event | None = None) -> Iterator[str]:
    """A built site under its own rules: its address. `line`: nothing comes while it is not set."""
    handler = partial(_Handler, directory=site, rules=Rules.read(site / "_headers"), line=line)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@dataclass
class Watch:
    """Writes down whatever a visitor's browser complains about."""

    home: str
    complaints: list[str] = field(default_factory=list)
    expected: set[str] = field(default_factory=set)

    def over(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).scheme != "data" and not request.url.startswith(f"{self.home}/"):
            self.complaints.append(f"request to another host: {request.url}")

    def allow_missing(self, url: str) -> None:
        """The test asks for a page that is not there; the browser will say so."""
        missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
        self.expected.add(f"console error: {missing} ({url})")

    def report(self) -> str:
        return "\n".join(line for line in dict.fromkeys(self.complaints) if line not in self.expected)

    def _failed(self, request: Request) -> None:
        # The browser itself breaks off what is still loading when the visitor goes on.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed request: {request.url} ({request.failure})")


class Visit(Protocol):
    """Opens a page as a new visitor; the test fails when the browser complains about anything."""

    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        javascript: bool = True,
        motion: Motion = "reduce",
    ) -> Page: ...


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visit]:
    with visiting(browser, site_url) as visit:
        yield visit


@contextmanager
def visiting(browser: Browser, site_url: str) -> Iterator[Visit]:
    """Visits to the site at an address."""
    watch = Watch(site_url)
    contexts: list[BrowserContext] = []

    def open_page(
        path: str,
        *,
        width: int = 1280,
        scheme: Scheme = "light",
        javascript: bool = True,
        motion: Motion = "reduce",
    ) -> Page:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion=motion,
            locale="nl-NL",
        )
        contexts.append(context)
        context.set_default_timeout(5000)
        context.add_init_script(
            "delete Navigator.prototype.serviceWorker"
        )  # it would take files that a test holds back
        page = context.new_page()
        watch.over(page)
        answer = page.goto(path)
        assert answer is not None
        if answer.status == 404:
            watch.allow_missing(answer.url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    if report := watch.report():
        pytest.fail(f"The browser complains:\n{report}", pytrace=False)


def empty_page_with(browser: Browser, script: Path) -> Iterator[Page]:
    """A page with nothing but one script of the site, for rules that know no page."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(content=script.read_text("utf-8"))
        yield page


def wear(page: Page, scheme: Scheme) -> None:
    """Let day or night fall over an open page, and wait until its colours have changed."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")


def keep_waiting(page: Page, files: str) -> list[Route]:
    """From now on the browser waits for these files, as on a slow line: what it waits for, to let come."""
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.route(files, wait)
    return waiting


def unfold(page: Page) -> None:
    """Open everything on the page that folds."""
    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true })")


def press_yes(page: Page, question: str) -> None:
    """Answer a button that asks first, after a moment: a second press that comes at once is a double click."""
    page.wait_for_timeout(700)
    page.get_by_role("button", name=question).click()


def keep_some(page: Page, count: int = 4) -> None:
    """Keep the first vacancies of a list."""
    for button in page.locator("[data-bb-save]").all()[:count]:
        button.click()


def open_full_plan(page: Page) -> None:
    """Mijn plan of four vacancies that were kept, with everything it can show."""
    page.goto("/mijn-plan/")
    page.locator(".bb-plan__work").nth(3).wait_for()
    for number in (0, 1):
        page.locator(".bb-plan__shifts").nth(number).get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Zoek wat past").click()
    page.locator("#plan-gevonden li").first.wait_for()
    page.get_by_role("button", name="Laat een code zien").click()
    page.locator("#plan-code").wait_for()
