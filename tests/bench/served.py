"""A built site on this machine, served compressed as a host does: for the benchmarks only."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

_TEXT = (".html", ".js", ".css", ".svg", ".json", ".xml", ".txt")


@cache
def _packed(path: Path) -> bytes:
    """Compressed once: the browser's time is measured, not gzip's."""
    return gzip.compress(path.read_bytes(), mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, folder: Path) -> None:
        self.folder = folder
        super().__init__(*args)

    def do_GET(self) -> None:
        path = self.folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        is_here = path.is_file()
        path = path if is_here else self.folder / "404.html"
        is_text = path.suffix in _TEXT
        body = _packed(path) if is_text else path.read_bytes()
        self.send_response(200 if is_here else 404)
        self.send_header("Content-Type", f"{guess_type(path.name)[0]}{'; charset=utf-8' if is_text else ''}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up early is no news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder for as long as it is served."""
    for path in folder.glob("assets/**/*.js"):
        _packed(path)
    with _Server(("127.0.0.1", 0), partial(_Handler, folder=folder)) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
