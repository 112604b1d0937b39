"""Whoever looks at a preview waits for the file that is asked, and for no other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaitingError
from typing import Any

import pytest

from burgerbaan.gate import Application, Gate

PAGE = "vacatures/koken/index.html"
ADDRESSES = ["/vacatures/koken/", "/vacatures/koken", "/vacatures/koken/index.html", "//vacatures/./koken/"]


def ask(application: Application, address: str) -> str:
    """What comes back, and the status it comes with."""
    statuses: list[str] = []
    found = application({"PATH_INFO": address}, lambda status, headers: statuses.append(status))
    return f"{statuses[-1]} {b''.join(found).decode()}"


def answer_with(text: Callable[[], str]) -> Application:
    """A site that answers with a text of the moment."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [text().encode()]

    return answer


def asked_aside(application: Application, address: str) -> Future[str]:
    """The answer to come, once somebody began to wait for it."""
    pool = ThreadPoolExecutor(1)
    found = pool.submit(ask, application, address)
    pool.shutdown(wait=False)
    return found


def is_waiting(found: Future[str]) -> bool:
    """Whether no answer comes."""
    try:
        found.result(0.2)
    except StillWaitingError:
        return True
    return False


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_waits_until_it_is_right(address: str) -> None:
    gate = Gate()
    gate.close()
    found = asked_aside(gate.before(answer_with(lambda: "koken"), "/"), address)
    gate.admit(["vacatures/tuin/index.html"])
    assert is_waiting(found)
    gate.admit([PAGE])
    assert found.result(20) == "200 OK koken"


def test_what_is_asked_is_told_once_to_who_makes_it() -> None:
    gate = Gate()
    gate.close()
    found = asked_aside(gate.before(answer_with(lambda: "koken"), "/almere/"), "/almere/vacatures/koken/")
    asked: list[str] = []
    end = time.monotonic() + 20
    while not asked and time.monotonic() < end:
        asked += gate.take_asked()
    assert PAGE in asked
    assert gate.take_asked() == []
    gate.open()
    assert found.result(20) == "200 OK koken"


def test_what_was_right_or_asked_before_a_change_is_so_no_longer() -> None:
    gate = Gate()
    gate.close()
    gate.admit([PAGE])
    gate.close()
    found = asked_aside(gate.before(answer_with(lambda: "koken"), "/"), "/vacatures/koken/")
    assert is_waiting(found)
    gate.close()
    asked = gate.take_asked()
    gate.open()
    assert found.result(20) == "200 OK koken"
    assert asked == []


def test_when_all_is_made_everything_passes_also_what_is_not_there() -> None:
    gate = Gate()
    gate.close()
    gate.open()
    assert ask(gate.before(answer_with(lambda: "niets"), "/"), "/bestaat-niet/") == "200 OK niets"


def test_a_request_that_was_let_in_before_a_change_is_answered_after_it() -> None:
    """MkDocs holds it while it builds; what it then gives may not be right yet."""
    gate, texts = Gate(), ["oud", "nieuw"]

    def text() -> str:
        if len(texts) == 2:
            gate.close()
            threading.Timer(0.1, gate.admit, [[PAGE]]).start()
        return texts.pop(0)

    assert ask(gate.before(answer_with(text), "/"), "/vacatures/koken/") == "200 OK nieuw"


def test_a_browser_that_waits_for_the_next_build_is_not_held() -> None:
    gate = Gate()
    gate.close()
    assert ask(gate.before(answer_with(lambda: "5"), "/"), "/livereload/4/1") == "200 OK 5"
