"""Without internet: what somebody kept is there to read, and nothing else is on the device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import HEIGHTS, press_yes, serving
from tests.browser.page_types import Site

SETTLED = 3_300  # milliseconds in which a page tells the worker what to keep
ON_DEVICE = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const found = await Promise.all(caches_.map((cache) => cache.keys()));
  return found.flat().map(({ url }) => new URL(url).pathname);
}"""


class Phone:
    """A visitor with a phone, on a site whose line can be cut."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.page: Page = context.new_page()
        self.home = home

    def open(self, path: str) -> Page:
        self.page.goto(self.home + path)
        return self.page

    def settle(self) -> None:
        """Let the page tell what it keeps, and the worker fetch it."""
        self.page.wait_for_timeout(SETTLED)
        self.page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
        self.page.wait_for_timeout(700)

    def keep(self, slug: str) -> None:
        """As somebody does who stays on the page for a while."""
        self.open(f"/vacatures/{slug}/").locator(f"[data-bb-save='{slug}']").first.click()
        self.settle()

    def cut(self) -> None:
        """No internet any more."""
        self.page.context.set_offline(True)

    def on_device(self) -> set[str]:
        """The addresses of which this device holds a copy."""
        return set(self.page.evaluate(ON_DEVICE))


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Phone]:
    with _new(browser) as context:
        yield Phone(context, site_url)


def _new(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 360, "height": HEIGHTS[360]}, locale="nl-NL")


def _slugs(site: Site) -> list[str]:
    return [row["id"] for row in site.open_vacancies[:2]]


def test_who_kept_nothing_has_no_copy_and_no_worker(phone: Phone, site: Site) -> None:
    page = phone.open(f"/vacatures/{_slugs(site)[0]}/")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0
    assert phone.on_device() == set()


def test_a_vacancy_that_was_kept_can_be_read_without_internet_and_says_so(phone: Phone, site: Site) -> None:
    slug = _slugs(site)[0]
    phone.keep(slug)
    title = phone.page.locator("h1").inner_text()
    phone.cut()
    page = phone.open(f"/vacatures/{slug}/?van=app")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.get_by_text("Je hebt nu geen internet. Dit bewaarde je apparaat op ")).to_be_visible()
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    assert page.evaluate("[...document.styleSheets].some((sheet) => sheet.cssRules.length > 100)")
    expect(page.locator("[data-bb-save]").first).to_have_attribute("aria-pressed", "true")


def test_a_page_that_was_not_kept_says_what_can_be_read(phone: Phone, site: Site) -> None:
    kept, other = _slugs(site)
    phone.keep(kept)
    phone.cut()
    page = phone.open(f"/vacatures/{other}/")
    expect(page.locator("h1")).to_have_text("Je hebt nu geen internet")
    expect(page.locator("footer a[href^='tel:']")).to_be_visible()
    page.get_by_role("main").get_by_role("listitem").get_by_role("link").click()
    expect(page.get_by_text("Dit bewaarde je apparaat op ")).to_be_visible()
    assert page.url.endswith(f"/vacatures/{kept}/")


def test_the_plan_works_without_internet(phone: Phone, site: Site) -> None:
    phone.keep(_slugs(site)[0])
    phone.open("/mijn-plan/").locator(".bb-plan__work, .bb-plan__works li").first.wait_for()
    phone.settle()
    phone.cut()
    page = phone.open("/mijn-plan/")
    expect(page.get_by_text("Je hebt nu geen internet.")).to_be_visible()
    expect(page.locator("#plan-melding")).to_contain_text("1 vacature")


def test_what_is_on_the_device_is_what_was_kept_and_no_photo(phone: Phone, site: Site) -> None:
    first, second = _slugs(site)
    phone.keep(first)
    phone.keep(second)
    phone.open("/burgerbaners/")
    phone.settle()
    pages = {path for path in phone.on_device() if not path.startswith("/assets/")}
    assert pages == {"/zonder-internet/", f"/vacatures/{first}/", f"/vacatures/{second}/"}
    assert not [path for path in phone.on_device() if "/burgerbaners/" in path]
    phone.open(f"/vacatures/{first}/").locator(f"[data-bb-save='{first}']").first.click()
    phone.settle()
    assert f"/vacatures/{first}/" not in phone.on_device()
    assert f"/vacatures/{second}/" in phone.on_device()


def test_what_was_kept_on_the_list_is_whole_without_internet_and_the_list_itself_is_not_there(
    phone: Phone, site: Site
) -> None:
    page = phone.open("/vacatures/")
    slug = page.locator("[data-bb-save]").first.get_attribute("data-bb-save")
    page.locator("[data-bb-save]").first.click()
    phone.settle()
    assert {path for path in phone.on_device() if not path.startswith("/assets/")} == {
        "/zonder-internet/",
        f"/vacatures/{slug}/",
    }
    assert "/assets/js/vacancy.js" in phone.on_device()


def test_a_device_that_refuses_copies_still_gets_the_site(phone: Phone, site: Site) -> None:
    phone.keep(_slugs(site)[0])
    [worker] = phone.page.context.service_workers
    worker.evaluate("() => { CacheStorage.prototype.open = () => Promise.reject(new Error('refused')) }")
    page = phone.open("/over/")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("[...document.styleSheets].some((sheet) => sheet.cssRules.length > 100)")


def test_what_is_wiped_while_copies_are_made_is_wiped(browser: Browser, built_site: Path, site: Site) -> None:
    first, second = _slugs(site)
    line = Event()
    line.set()
    with serving(built_site, line) as home, _new(browser) as context:
        phone = Phone(context, home)
        phone.keep(first)
        page = phone.page
        line.clear()
        page.evaluate(f"bb.toggleKept('{second}')")
        page.wait_for_timeout(300)  # the worker asks for what it is to keep
        page.evaluate("bb.forgetPlan()")
        page.wait_for_timeout(300)
        line.set()
        page.wait_for_timeout(700)
        assert phone.on_device() == set()


def test_who_wipes_the_list_leaves_no_copy_behind(phone: Phone, site: Site) -> None:
    phone.keep(_slugs(site)[0])
    page = phone.open("/vacatures/bewaard/")
    phone.settle()
    assert "/vacatures/bewaard/" in phone.on_device()
    page.get_by_role("button", name="Wis deze lijst").click()
    press_yes(page, "Weet je het zeker? Wis de lijst")
    page.wait_for_timeout(700)
    assert phone.on_device() == set()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_what_the_site_brings_goes_before_a_copy(phone: Phone, site: Site) -> None:
    slug = _slugs(site)[0]
    phone.keep(slug)
    phone.page.evaluate(
        """async (address) => {
          const cache = await caches.open((await caches.keys())[0]);
          await cache.put(address, new Response("<main>oud</main>", { headers: { "content-type": "text/html" } }));
        }""",
        f"{phone.home}/vacatures/{slug}/",
    )
    page = phone.open(f"/vacatures/{slug}/")
    expect(page.locator("main")).not_to_have_text("oud")
    expect(page.locator("main .bb-notice").first).to_be_hidden()


def test_a_line_that_brings_nothing_is_waited_for_once(browser: Browser, built_site: Path, site: Site) -> None:
    slug, line = _slugs(site)[0], Event()
    line.set()
    with serving(built_site, line) as home, _new(browser) as context:
        phone = Phone(context, home)
        phone.keep(slug)
        line.clear()
        page = phone.page
        page.goto(f"{home}/vacatures/{slug}/", wait_until="commit")  # after which its style and scripts are asked for
        expect(page.get_by_text("Dit bewaarde je apparaat op ")).to_be_visible()
        expect(page.locator("[data-bb-save]").first).to_have_attribute("aria-pressed", "true")
        line.set()
