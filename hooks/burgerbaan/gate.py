"""Who looks at a preview while it is being made waits, but only for what is asked."""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What answers a request (WSGI, PEP 3333)."""

_LIVE_RELOAD = "/livereload/"
"""Where MkDocs keeps a browser waiting for the next build."""


class Gate:
    """Lets files pass: each when it is as it should be, all of them when nothing is being made."""

    def __init__(self) -> None:
        self._turn = 0
        self._is_open = True
        self._ready: set[str] = set()
        self._asked: list[str] = []
        self._news = threading.Condition()

    def close(self) -> None:
        """Something changed: from now on no file passes."""
        with self._news:
            self._turn += 1
            self._is_open = False
            self._ready, self._asked = set(), []

    def admit(self, paths: Iterable[str]) -> None:
        """These files are as they should be."""
        with self._news:
            self._ready.update(paths)
            self._news.notify_all()

    def open(self) -> None:
        """Everything is as it should be."""
        with self._news:
            self._is_open = True
            self._news.notify_all()

    def take_asked(self) -> list[str]:
        """The files that somebody began to wait for since the last time this was asked."""
        with self._news:
            asked, self._asked = self._asked, []
        return asked

    def wait(self, path: str) -> int:
        """Wait until a file may pass, and give the number of the turn in which it may.

        An address without the slash at its end is that of a page, too.
        """
        paths = {path, f"{path}/index.html"}
        with self._news:
            asked_in = None
            while not self._is_open and paths.isdisjoint(self._ready):
                if asked_in != self._turn:
                    asked_in = self._turn
                    self._asked.extend(paths)
                self._news.wait()
            return self._turn

    def before(self, answer: Application, mount: str) -> Application:
        """The same answers, each when it may be given; `mount` is where the site stands, such as '/'.

        MkDocs holds a request itself while it builds; one that came before that and is let go after it is asked again.
        """

        def wait_and_answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            if environ["PATH_INFO"].startswith(_LIVE_RELOAD):
                return answer(environ, start_response)
            while True:
                starts: list[tuple[Any, ...]] = []
                turn = self.wait(_file_of(environ["PATH_INFO"], mount))
                found = answer(environ, lambda *start, starts=starts: starts.append(start))
                if turn == self._turn:
                    start_response(*starts[-1])
                    return found

        return wait_and_answer


def _file_of(address: str, mount: str) -> str:
    """The file below the site's folder that an address stands for."""
    path = address.encode("latin-1").decode("utf-8", "ignore").removeprefix(mount)
    whole = f"{path}index.html" if path.endswith("/") or not path else path
    return posixpath.normpath(f"/{whole}").lstrip("/")
