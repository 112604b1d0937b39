"""What a visitor with a slow phone notices: keys and choices until they are painted, and the weight of a first view.

    python -m tests.bench.client site-of-1000/ site-of-10000/ --slowdown 4

Each folder is a built site (`corpus.py`, then `mkdocs build`). It is served compressed on this machine and driven in
headless Chromium, 360 pixels wide, its processor slowed down. A key counts from its time stamp until after the paint of
the list that answers it, with all that had to be fetched for it. Every round is a new visitor; a key's time is its
median over the rounds, and p50 and p95 are over the keys: so a busy machine counts less. What the browser itself takes
stands beside it: a key that one line of text answers. On a phone the choices cover the list: there the number on the
button is the answer, and the cards follow out of sight. CHROME_PATH names another browser.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Locator, Page, ViewportSize, sync_playwright

from tests.bench.served import served
from tests.budget import read_budget

WORDS = ("koken", "tuin", "fietsen", "voorlezen", "kinderen", "schilderen", "soep", "ouderen")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
PHONE: ViewportSize = {"width": 360, "height": 780}
BOXES = 12
PAUSE = 150
"""Milliseconds between one answer and the next key: a fast typist."""
PRESS = 60
"""Milliseconds that a finger or a mouse button stays down, at least: an answer counts from when it goes up."""

TIMES = 5
"""Fresh visits for the time until the search answers."""

LIST = "/vacatures/"
MANY = 2000
"""Vacancies above which the goals for 10,000 hold."""

# Counts a layout shift also when it follows an input, but apart: browsers forgive those.
_WATCH = """
window.bench = { shifts: 0, forgiven: 0, longest: 0 };
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  bench[entry.hadRecentInput ? 'forgiven' : 'shifts'] += entry.value;
})).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  bench.longest = Math.max(bench.longest, entry.duration);
})).observe({ type: 'longtask', buffered: true });
"""

# A list is answered when its head is told the number: what is seen of the answer is written in the same task. That the
# words on the page change is no sign: many answers say the same number again.
_ARM = """kind => {
  if (!bench.answered) {
    const { showNumber } = bb.Head.prototype;
    bb.Head.prototype.showNumber = function (number) {
      showNumber.call(this, number);
      bench.answered();
    };
  }
  bench.took = new Promise(resolve => {
    let since = 0;
    addEventListener(kind, event => { since = event.timeStamp; }, { once: true, capture: true });
    bench.answered = () => {
      if (!since) return;
      bench.answered = () => {};
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - since);
        port2.postMessage(null);
      });
    };
  });
}"""


# A copy of the form has none of the page's listeners.
_ONE_LINE = """() => {
  const form = document.getElementById('kiezen');
  const copy = form.cloneNode(true);
  form.replaceWith(copy);
  copy.addEventListener('input', event => {
    document.getElementById('lijst').textContent = event.target.value;
    document.querySelector('.bb-cards').classList.add('bb-cards--skipped');
    bench.answered();
  });
}"""

# From the button that leads to the list until a card of the answer is painted there.
_SHOWN = """() => new Promise(resolve => {
  const list = document.querySelector('.bb-cards');
  const since = performance.now();
  const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
  if (list.children.length) painted();
  else new MutationObserver(painted).observe(list, { childList: true });
  document.querySelector('[data-bb-show]').click();
})"""

_SEARCH_BYTES = """performance.getEntriesByType('resource')
  .filter(entry => entry.name.includes('/assets/vacatures/'))
  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    value: float
    unit: str
    most: float | None = None

    def __str__(self) -> str:
        number = f"{self.value:,.3f}" if self.unit == "" else f"{self.value:,.0f} {self.unit}"
        if self.most is None:
            return f"{self.what:<48}{number:>14}"
        verdict = "met" if self.value <= self.most else "NOT MET"
        return f"{self.what:<48}{number:>14}{f'<= {self.most:,.0f}':>12}  {verdict}"


@dataclass
class Phone:
    """A visitor's browser, slowed down."""

    browser: Browser
    url: str
    slowdown: float

    @contextmanager
    def visit(self) -> Iterator[tuple[Page, CDPSession]]:
        context = self.browser.new_context(base_url=self.url, viewport=PHONE, locale="nl-NL", has_touch=True)
        context.add_init_script(_WATCH)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": self.slowdown})
        yield page, session
        context.close()


def _answered(page: Page, kind: str, act: Any) -> float:
    """Milliseconds from an input until its answer is painted."""
    page.evaluate(_ARM, kind)
    act()
    took: float = page.evaluate("bench.took")
    page.wait_for_timeout(PAUSE)
    return took


@dataclass(frozen=True)
class Times:
    """Milliseconds of the same inputs, once for every visitor."""

    rounds: list[list[float]]

    def rows(self, what: str, most: float) -> Iterator[Row]:
        inputs = list(zip(*self.rounds, strict=True))
        usual = [median(times) for times in inputs]
        yield Row(f"{what} until painted, p50 of {len(usual)}", median(usual), "ms")
        yield Row(f"{what} until painted, p95", _p95(usual), "ms", most)
        yield Row("  each at its best (nobody else at work), p95", _p95([min(times) for times in inputs]), "ms")
        yield Row("  worst", max(usual), "ms")


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _typed() -> list[str]:
    return [key for word in WORDS for key in (*word, *["Backspace"] * len(word))]


def keys(phone: Phone, rounds: int) -> tuple[Times, float, float]:
    """Every key of typing and deleting the words; the layout shifts that count and those that browsers forgive."""
    found, shifts, forgiven = [], 0.0, 0.0
    for _ in range(rounds):
        with phone.visit() as (page, _):
            page.goto(LIST)
            page.locator("#zoekwoord").tap()
            page.wait_for_load_state("networkidle")
            found.append([_answered(page, "keydown", partial(page.keyboard.press, key)) for key in _typed()])
            shifts = max(shifts, page.evaluate("bench.shifts"))
            forgiven = max(forgiven, page.evaluate("bench.forgiven"))
    return Times(found), shifts, forgiven


def choices(phone: Phone, rounds: int) -> Times:
    """Every box chosen and let go again."""
    found = []
    for _ in range(rounds):
        with phone.visit() as (page, _):
            page.goto(LIST)
            page.locator("#kiezen .bb-filter > summary").tap()
            page.wait_for_load_state("networkidle")
            boxes = page.locator("#kiezen details[open] .bb-option:has(input[type=checkbox])")
            turns = [boxes.nth(number // 2) for number in range(2 * min(BOXES, boxes.count()))]
            found.append(
                [_answered(page, "click", partial(page.mouse.click, *_middle(box), delay=PRESS)) for box in turns]
            )
    return Times(found)


def one_line(phone: Phone, rounds: int) -> Times:
    """Keys that are answered by one line and nothing else: what this browser on this machine takes for any answer."""
    found = []
    for _ in range(rounds):
        with phone.visit() as (page, _):
            page.goto(LIST)
            page.evaluate(_ONE_LINE)
            page.locator("#zoekwoord").tap()
            page.wait_for_load_state("networkidle")
            found.append([_answered(page, "keydown", partial(page.keyboard.press, key)) for key in _typed()])
    return Times(found)


def shown(phone: Phone, rounds: int) -> list[float]:
    """From the button under the choices until cards of the answer are painted, each just after a choice."""
    found: list[float] = []
    for _ in range(rounds):
        with phone.visit() as (page, _):
            page.goto(LIST)
            fold = page.locator("#kiezen .bb-filter > summary")
            boxes = page.locator("#kiezen details[open] .bb-option:has(input[type=checkbox])")
            for number in range(min(4, boxes.count())):
                fold.tap()
                page.evaluate(_ARM, "click")
                page.mouse.click(*_middle(boxes.nth(number)), delay=PRESS)
                page.evaluate("bench.took")
                found.append(page.evaluate(_SHOWN))
    return found


# A click of Playwright looks first whether something lies over the box, in the page itself and with its slow clock. In
# the middle of the screen nothing does.
def _middle(box: Locator) -> tuple[float, float]:
    box.evaluate("box => box.scrollIntoView({ block: 'center', behavior: 'instant' })")
    place = box.bounding_box()
    assert place
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def usable(phone: Phone) -> tuple[list[float], list[float], float, int]:
    """From navigation, and from reaching for the search, until a letter is answered; the longest task; bytes for it."""
    whole, reached, longest, size = [], [], 0.0, 0
    for _ in range(TIMES):
        with phone.visit() as (page, _):
            page.goto(LIST)
            page.evaluate(_ARM, "focusin")
            page.locator("#zoekwoord").focus()
            page.keyboard.press("k")
            took = page.evaluate("bench.took")
            reached.append(took)
            whole.append(took + page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            longest = max(longest, page.evaluate("bench.longest"))
            size = page.evaluate(_SEARCH_BYTES)
    return whole, reached, longest, size


def first_view(phone: Phone, path: str) -> tuple[int, list[str], float]:
    """Bytes over the wire, the search data among them (there should be none), and the layout shift of loading."""
    with phone.visit() as (page, session):
        asked: dict[str, str] = {}
        sizes: dict[str, int] = {}
        session.on(
            "Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]})
        )
        session.on(
            "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]})
        )
        session.send("Network.enable")
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        search = [url for url in asked.values() if re.search("/assets/(vacatures|zoeken)/", url)]
        return sum(sizes.values()), search, page.evaluate("bench.shifts")


def measure(folder: Path, browser: Browser, slowdown: float, rounds: int) -> Iterator[Row]:
    rows = json.loads((folder / "data/vacatures.json").read_text("utf-8"))["vacatures"]
    is_many = len(rows) > MANY
    with served(folder) as url:
        phone = Phone(browser, url, slowdown)
        most_of = read_budget().views
        pages = {
            "home": ("/", most_of["/"]),
            "list": (LIST, most_of[LIST]),
            "vacancy": (f"{LIST}{rows[0]['id']}/", max(most_of.values())),
        }
        for name, (path, most) in pages.items():
            size, search, shift = first_view(phone, path)
            yield Row(f"first view of {name}", size, "B", most)
            yield Row("  files of the search among it", len(search), "n", 0)
            yield Row("  layout shift", round(shift, 3), "", 0)
        whole, reached, longest, size = usable(phone)
        yield Row("navigation until a letter is answered, p50", median(whole), "ms")
        yield Row("reaching until a letter is answered, p50", median(reached), "ms", 1200)
        yield Row("  worst of these", max(reached), "ms")
        yield Row("  longest task", longest, "ms")
        yield Row("  fetched for it", size, "B")
        times, shifts, forgiven = keys(phone, rounds)
        yield from times.rows("key", 80 if is_many else 60)
        alone = [median(times) for times in zip(*one_line(phone, rounds).rounds, strict=True)]
        yield Row("  answered by one line of text, p50", median(alone), "ms")
        yield Row("  answered by one line of text, p95", _p95(alone), "ms")
        yield Row("  layout shift", round(shifts, 3), "", 0)
        yield Row("  layout shift that browsers forgive", round(forgiven, 3), "")
        yield from choices(phone, rounds).rows("choice", 80)
        until = shown(phone, rounds)
        yield Row("  from the button under them until a card, p50", median(until), "ms")
        yield Row("  worst", max(until), "ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--slowdown", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    program = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        for folder in options.folders:
            print(f"\n{folder.name}, processor slowed down {options.slowdown:g} times")
            for row in measure(folder, browser, options.slowdown, options.rounds):
                print(row, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
