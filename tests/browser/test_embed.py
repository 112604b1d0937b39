"""A partner's page on another site frames our list, without JavaScript; no other page lets itself be framed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import HEIGHTS, SCHEMES, Scheme
from tests.browser.page_types import Site

REFUSED = "chrome-error:"


class _Partner(BaseHTTPRequestHandler):
    """A page of somebody else that shows what its address asks for in a frame."""

    def do_GET(self) -> None:
        frame = f'<iframe src="{self.path[1:]}" title="Vacatures" width="100%" height="600"></iframe>'
        body = f"<!doctype html><title>Partner</title><h1>Partner</h1>{frame}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
        pass


@pytest.fixture(scope="module")
def partner_url() -> Iterator[str]:
    """Another site: 'localhost' is not '127.0.0.1' to a browser."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Partner) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def framed(
    browser: Browser, address: str, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = False
) -> Iterator[tuple[Page, Frame]]:
    """The partner's page and what its frame holds."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=scheme, java_script_enabled=javascript
    )
    context.set_default_timeout(5000)
    page = context.new_page()
    page.goto(address)
    [frame] = page.frames[1:]
    yield page, frame
    context.close()


def test_a_page_of_another_site_shows_the_vacancies(
    browser: Browser, site: Site, site_url: str, partner_url: str
) -> None:
    with framed(browser, f"{partner_url}{site_url}/embed/alles/") as (_, frame):
        titles = frame.locator("h2 a").all_inner_texts()
    assert titles == [item["titel"] for item in site.open_vacancies[:20]]


def test_a_link_in_the_frame_opens_our_site_beside_the_partner(
    browser: Browser, site: Site, site_url: str, partner_url: str
) -> None:
    with framed(browser, f"{partner_url}{site_url}/embed/alles/") as (page, frame):
        with page.expect_popup() as popup:
            frame.locator("h2 a").first.click()
        popup.value.wait_for_load_state()
        assert popup.value.url == f"{site_url}/vacatures/{site.open_vacancy['id']}/"
        assert page.url.startswith(partner_url)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_narrow_frame_shows_all_without_scrolling_sideways(
    scheme: Scheme, browser: Browser, site_url: str, partner_url: str
) -> None:
    with framed(browser, f"{partner_url}{site_url}/embed/alles/", width=320, scheme=scheme, javascript=True) as (
        _,
        frame,
    ):
        frame.locator("h2 a").first.wait_for()
        assert frame.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        ground = frame.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == ("rgb(251, 247, 239)" if scheme == "light" else "rgb(19, 28, 26)")


@pytest.mark.parametrize(
    "path_of",
    [
        lambda site: "/",
        lambda site: "/index.html",
        lambda site: "/vacatures/",
        lambda site: f"/vacatures/{site.open_vacancy['id']}/",
        lambda site: "/doneren/",
        lambda site: "/404.html",
    ],
    ids=["home", "index.html", "vacatures", "vacature", "doneren", "404"],
)
def test_every_other_page_refuses_to_be_framed(
    path_of: Callable[[Site], str], browser: Browser, site: Site, site_url: str, partner_url: str
) -> None:
    with framed(browser, f"{partner_url}{site_url}{path_of(site)}") as (_, frame):
        frame.wait_for_url(lambda url: url.startswith(REFUSED), wait_until="commit")
