"""A photo, a picture of the neighbourhood or a pattern: the page looks the same, so nobody is 'the one without'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import HEIGHTS, Rules, Watch, _Handler, _Server
from tests.photo_project import GOOD, person, phone_photo, real_project, saved, scene, write
from tests.real_build import build
from tests.small_site import change

PEOPLE = ("foto", "wijk", "wijkfoto", "tekening", "papier")
BOXES = """() => [...document.querySelectorAll('main *')]
  .filter(item => !item.closest('.bb-portrait') || item.matches('.bb-portrait'))
  .filter(item => item.checkVisibility())
  .map(item => item.getBoundingClientRect())
  .map(box => [box.x, box.y, box.width, box.height].map(Math.round).join(' '))"""


@pytest.fixture(scope="module")
def people_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one person in five ways, who is the same in all else."""
    root = real_project(tmp_path_factory.mktemp("mensen") / "echt")
    (root / "profiles/mens-0.yml").unlink()
    credit = {"maker": "De Lens", "licentie": "Alleen hier"}
    (root / "content/stad.jpg").write_bytes(saved(scene(2, (1600, 900))))
    change(root / "content/gegevens/wijken.yml", "naam: Almere Stad", _picture("Almere Stad", "stad.jpg"))
    (root / "content/haven.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"></svg>')
    change(root / "content/gegevens/wijken.yml", "naam: Almere Haven", _picture("Almere Haven", "haven.svg"))
    for name in ("foto", "papier"):
        (root / f"profiles/fotos/{name}-1.jpg").write_bytes(phone_photo(6 if name == "foto" else 8))
        consent = {**GOOD, "voor": ["site", "print", "social"] if name == "papier" else ["site"]}
        photo = {"bestand": f"{name}-1.jpg", "alt": "Noor kookt.", **credit, "toestemming": consent}
        write(root, name, person(foto=photo, naam="Noor"))
    plain = {key: value for key, value in person(naam="Noor").items() if key != "foto"}
    write(root, "wijk", {**plain, "beeld": "wijk"})
    write(root, "wijkfoto", {**plain, "beeld": "wijk", "wijk": "stad"})
    write(root, "tekening", {**plain, "beeld": "tekening"})
    page = root / "content/burgerbaners/index.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(
        "---\ndescription: Wie er zijn.\n---\n# Burgerbaners\n\n{{ deelnemerslijst }}\n\n{{ contact meedoen }}\n"
    )
    build(root)
    site = root / "site"
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=site, rules=Rules.read(site / "_headers"))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _picture(name: str, file: str) -> str:
    return f"naam: {name}\n  beeld: {{bestand: {file}, alt: Een wijk., maker: De Lens, licentie: Alleen hier}}"


@pytest.fixture(params=[360, 1280])
def open_page(request: pytest.FixtureRequest, browser: Browser, people_url: str) -> Iterator[Page]:
    width = request.param
    context = browser.new_context(base_url=people_url, viewport={"width": width, "height": HEIGHTS[width]})
    page = context.new_page()
    watch = Watch(people_url)
    watch.over(page)
    yield page
    context.close()
    assert not watch.report()


def test_the_page_of_everybody_has_the_same_boxes(open_page: Page) -> None:
    boxes = {}
    for name in PEOPLE:
        open_page.goto(f"/burgerbaners/{name}/")
        boxes[name] = open_page.evaluate(BOXES)
    assert len(boxes["foto"]) > 20
    assert boxes["papier"] == boxes["foto"]
    # The place is told in a line of text, which may be longer; the pictures stand where they stand.
    for name in PEOPLE:
        open_page.goto(f"/burgerbaners/{name}/")
        box = open_page.locator(".bb-portrait").first.bounding_box()
        open_page.goto("/burgerbaners/foto/")
        assert box == open_page.locator(".bb-portrait").first.bounding_box(), name


def test_a_pattern_and_a_photo_cannot_be_told_apart_by_the_boxes_around_them(open_page: Page) -> None:
    open_page.goto("/burgerbaners/foto/")
    photo = open_page.evaluate(BOXES)
    open_page.goto("/burgerbaners/wijk/")
    assert open_page.evaluate(BOXES) == photo


def test_cards_in_the_overview_are_of_one_size(open_page: Page) -> None:
    open_page.goto("/burgerbaners/")
    sizes = {
        (round(box["width"]), round(box["height"]))
        for item in open_page.locator(".bb-profile-card .bb-portrait").all()
        if (box := item.bounding_box())
    }
    assert len(sizes) == 1
    assert open_page.locator(".bb-profile-card .bb-portrait").count() == len(PEOPLE) + 1


def test_a_photo_loads_in_a_new_format_and_stands_upright(open_page: Page) -> None:
    open_page.goto("/burgerbaners/foto/")
    picture = open_page.locator(".bb-portrait img").first
    picture.scroll_into_view_if_needed()
    open_page.wait_for_function("document.querySelector('.bb-portrait img').complete")
    assert picture.evaluate("item => item.currentSrc").endswith(".avif")
    assert picture.evaluate("item => item.naturalWidth / item.naturalHeight") == pytest.approx(4 / 3, 0.01)
    assert picture.get_attribute("alt") == "Noor kookt."


def test_a_photo_without_a_yes_for_paper_is_not_printed(open_page: Page) -> None:
    open_page.emulate_media(media="print")
    seen = {}
    for name in ("foto", "papier"):
        open_page.goto(f"/burgerbaners/{name}/")
        item = open_page.locator(".bb-portrait img").first
        seen[name] = item.evaluate("item => getComputedStyle(item).visibility")
    assert seen == {"foto": "hidden", "papier": "visible"}


def test_a_photo_is_shared_only_with_a_yes_for_social_media(open_page: Page) -> None:
    shared = {}
    for name in PEOPLE:
        open_page.goto(f"/burgerbaners/{name}/")
        shared[name] = open_page.locator("meta[property='og:image']").get_attribute("content") or ""
    assert "/assets/foto/" in shared.pop("papier")
    assert {address.rsplit("/", 1)[-1] for address in shared.values()} == {"delen.png"}


def test_nowhere_does_it_say_that_somebody_has_no_photo(open_page: Page) -> None:
    for name in ("wijk", "wijkfoto", "tekening"):
        open_page.goto(f"/burgerbaners/{name}/")
        text = open_page.locator("main").inner_text().lower()
        assert not any(word in text for word in ("geen foto", "geweigerd", "zonder foto", "toestemming")), name
