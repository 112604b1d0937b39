"""Paper as PDF: a browser that is installed makes it of pages that were just written. Same page, same bytes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge")
_MAC_PLACES = tuple(
    f"/Applications/{name}.app/Contents/MacOS/{name}" for name in ("Chromium", "Google Chrome", "Microsoft Edge")
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PLACES = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
)
_AT_ONCE = 2
_SECONDS = 60
_MOMENT = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_FIXED_MOMENT = b"20000101000000"


class NoPdfError(Exception):
    """A PDF cannot be made; the message is a sentence for the editor."""


def find_browser(environment: Mapping[str, str]) -> str:
    """The program that makes PDFs; NoPdfError when none is installed."""
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH", os.defpath)):
            return found
    folders = [Path(environment[key]) for key in _WINDOWS_FOLDERS if environment.get(key)]
    for place in (*map(Path, _MAC_PLACES), *(folder / end for folder in folders for end in _WINDOWS_PLACES)):
        if place.is_file():
            return str(place)
    raise NoPdfError(
        "BURGERBAAN_PDF=1 vraagt om PDF's, maar er is geen browser die ze kan maken. Installeer Chromium, "
        "Google Chrome of Microsoft Edge, of bouw zonder BURGERBAAN_PDF."
    )


def write_pdfs(browser: str, pairs: Sequence[tuple[Path, Path]]) -> None:
    """Make a PDF of each page; NoPdfError at the first that fails, and then no other is begun."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(lambda pair: _write(browser, *pair), pairs):
            pass


def _write(browser: str, page: Path, pdf: Path) -> None:
    unfinished = pdf.with_name(f"{pdf.name}.nieuw")
    with TemporaryDirectory(prefix="burgerbaan-", ignore_cleanup_errors=True) as profile:
        _run(browser, page, f"--user-data-dir={profile}", f"--print-to-pdf={unfinished}")
    data = unfinished.read_bytes() if unfinished.is_file() else b""
    if not (data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")):
        raise NoPdfError(_failed(browser, page))
    unfinished.write_bytes(_MOMENT.sub(rb"\g<1>" + _FIXED_MOMENT, data))
    unfinished.replace(pdf)


def _run(browser: str, page: Path, *options: str) -> None:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    sandbox = ("--no-sandbox",) if is_root else ()  # Chromium refuses to run as root inside its sandbox
    try:
        subprocess.run(
            [browser, *_FLAGS, *sandbox, *options, page.resolve().as_uri()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        raise NoPdfError(_failed(browser, page)) from None


def _failed(browser: str, page: Path) -> str:
    return (
        f"De browser {browser} kan geen PDF maken van {page.parent.parent.name}/{page.parent.name}/. "
        "Probeer het nog een keer, of bouw zonder BURGERBAAN_PDF."
    )
