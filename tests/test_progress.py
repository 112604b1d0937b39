"""Who waits at a terminal sees how far it is; a pipe hears nothing."""

from __future__ import annotations

import io

from burgerbaan.progress import PATIENCE, Progress


class Terminal(io.StringIO):
    """A place where somebody looks."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_after_a_while_one_line_tells_how_far_it_is_and_goes_again() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    progress.show(1, 4)
    assert stream.getvalue() == ""
    clock.now = PATIENCE
    progress.show(2, 4)
    progress.show(3, 4)
    assert stream.getvalue() == "\r\x1b[KBezig: 2 van 4 (50%)"
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_pipe_hears_nothing() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock)
    clock.now = 2 * PATIENCE
    progress.show(2, 4)
    progress.clear()
    assert stream.getvalue() == ""


def test_no_work_at_all_is_no_mistake() -> None:
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, clock)
    clock.now = PATIENCE
    progress.show(0, 0)
    assert "0 van 0" in stream.getvalue()
