"""Work done by several processes is the same work, and what goes wrong in one of them is told."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain

import pytest

from burgerbaan.crew import Crew, WorkerLostError, WrongWorkersError, read_workers, share
from burgerbaan.failures import FAILURES, format_failure

NUMBERS = range(1000)


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("at_once", [1, 7, 5000])
def test_shared_work_comes_back_in_order(workers: int, at_once: int) -> None:
    assert share(NUMBERS, lambda number: number * number, workers, at_once) == [number**2 for number in NUMBERS]


def test_nothing_to_do_gives_nothing() -> None:
    assert share([], str, 3, 10) == []


def _process(number: int) -> int:
    threading.Event().wait(0.001)  # so that no process is done before another has begun
    return os.getpid()


def test_several_processes_take_part() -> None:
    found = share(range(200), _process, 3, 5)
    assert len(set(found)) == 3
    assert os.getpid() in found


def test_one_process_does_it_all_when_asked() -> None:
    assert set(share(range(20), _process, 1, 5)) == {os.getpid()}


def test_more_than_a_pipe_holds_comes_through() -> None:
    made = share(range(40), lambda number: str(number % 10) * 1_000_000, 2, 1)
    assert [text[0] for text in made] == [str(number % 10) for number in range(40)]


def _refuse_elsewhere(number: int) -> int:
    if os.getpid() != _MAIN:
        raise ValueError(f"nummer {number}")
    threading.Event().wait(0.01)
    return number


_MAIN = os.getpid()


def test_a_mistake_in_another_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="nummer"):
        share(range(20), _refuse_elsewhere, 2, 1)


def _elsewhere(do: Callable[[], object]) -> Callable[[int], object]:
    """What does something in another process only, and lets that process come to it."""

    def make(number: int) -> object:
        if os.getpid() != _MAIN:
            return do()
        threading.Event().wait(0.01)
        return number

    return make


def _raised_from_elsewhere(error: BaseException) -> BaseException:
    def fail() -> None:
        raise error

    with pytest.raises(Exception) as caught:  # noqa: PT011  # which one is for the test to say
        share(range(20), _elsewhere(fail), 2, 1)
    return caught.value


def test_a_mistake_in_another_process_says_where_it_was_made() -> None:
    with pytest.raises(ValueError, match="nummer") as caught:
        share(range(20), _refuse_elsewhere, 2, 1)
    told = "".join(traceback.format_exception(caught.value))
    assert ", in _refuse_elsewhere\n    raise ValueError" in told


class _TwoWordsError(Exception):
    """Pickle writes it, but cannot make it again: it gives one word where two are asked."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def _local_error(text: str) -> Exception:
    class HereError(Exception):
        """Pickle cannot even write it."""

    return HereError(text)


@pytest.mark.parametrize("error", [_TwoWordsError("een", "vergissing"), _local_error("een vergissing")])
def test_a_mistake_that_cannot_be_sent_is_told_as_text(error: Exception) -> None:
    found = _raised_from_elsewhere(error)
    assert type(found) is RuntimeError
    assert f"{type(error).__name__}: een vergissing" in str(found)
    assert ", in fail\n    raise error" in "".join(traceback.format_exception(found))


def test_work_that_cannot_be_sent_is_no_lost_process() -> None:
    with pytest.raises(Exception, match="pickle") as caught:
        share(range(20), _elsewhere(threading.Lock), 2, 1)
    assert not isinstance(caught.value, WorkerLostError)


class _TooLarge:
    def __reduce__(self) -> str:
        raise MemoryError


def test_work_that_does_not_fit_in_memory_to_be_sent_is_lost() -> None:
    with pytest.raises(WorkerLostError):
        share(range(20), _elsewhere(_TooLarge), 2, 1)


@pytest.mark.parametrize("kind", FAILURES)
def test_what_is_no_bug_is_the_same_sentence_wherever_it_went_wrong(kind: type[Exception]) -> None:
    error = kind(errno.ENOSPC, "No space left on device", "site/a.html") if kind is OSError else kind("Dit ging mis.")
    found = _raised_from_elsewhere(error)
    assert type(found) is kind
    assert format_failure(found, "site") == format_failure(error, "site")


def _die_elsewhere(number: int) -> int:
    if os.getpid() != _MAIN:
        os.kill(os.getpid(), signal.SIGKILL)
    threading.Event().wait(0.01)
    return number


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerLostError):
        share(range(20), _die_elsewhere, 2, 1)


def test_nobody_waits_for_ever_for_a_process_that_was_killed_while_it_took_a_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("burgerbaan.crew._LOCK_SECONDS", 0.01)
    crew = Crew(1, 3, list)
    with _held_by_another(crew._next.get_lock()):
        asks = threading.Thread(target=lambda: crew.taken, daemon=True)
        asks.start()
        asks.join(5)
        assert not asks.is_alive(), "how far it is can always be told"
        with pytest.raises(WorkerLostError):
            crew.finish(lambda taken: None)


@contextmanager
def _held_by_another(lock: AbstractContextManager[bool]) -> Iterator[None]:
    has_it, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            has_it.set()
            may_go.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    has_it.wait()
    try:
        yield
    finally:
        may_go.set()
        holder.join()


def test_no_process_is_left_behind() -> None:
    crew = Crew(2, 10, list)
    children = [process.pid for process, _ in crew._processes]
    crew.stop()
    for pid in children:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _who_is_deaf(number: int) -> tuple[bool, bool]:
    """Whether this is another process, and whether it lets Ctrl-C pass by."""
    return _process(number) != _MAIN, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_only_the_main_process_hears_ctrl_c() -> None:
    assert set(share(range(200), _who_is_deaf, 2, 5)) == {(False, False), (True, True)}


def test_each_part_is_handed_out_once_and_no_other() -> None:
    assert Crew(0, 3, list).finish(lambda taken: None) == [[0, 1, 2]]
    assert sorted(chain.from_iterable(Crew(2, 30, list).finish(lambda taken: None))) == [*range(30)]


def test_the_progress_never_passes_the_whole() -> None:
    told: list[int] = []
    Crew(1, 30, lambda numbers: [_process(number) for number in numbers]).finish(told.append)
    assert told == sorted(told)
    assert told[-1] == 30


@pytest.mark.parametrize("text", ["0", "-1", "twee", "1.5", " 2", "100", "²"])
def test_a_wrong_number_of_processes_is_explained(text: str) -> None:
    with pytest.raises(WrongWorkersError, match="BURGERBAAN_WORKERS=2"):
        read_workers({"BURGERBAAN_WORKERS": text})


def test_the_number_of_processes_is_what_is_asked_or_what_there_is() -> None:
    assert read_workers({"BURGERBAAN_WORKERS": "3"}) == 3
    assert read_workers({}) >= 1


@pytest.mark.parametrize(("allowed", "there", "found"), [({3, 5}, 8, 2), (None, 8, 8), (None, None, 1)])
def test_without_a_number_there_is_a_process_for_each_processor_that_may_be_used(
    allowed: set[int] | None, there: int | None, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: there)
    if allowed is None:  # as on macOS and Windows
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    else:
        monkeypatch.setattr(os, "sched_getaffinity", lambda process: allowed if process == 0 else set(), raising=False)
    assert read_workers({}) == found


def test_where_forking_is_not_possible_one_process_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(share(range(20), _process, 3, 5)) == {os.getpid()}


@pytest.mark.parametrize("error", [OSError(errno.ENOSYS, "geen sem_open"), ImportError("geen sem_open")])
def test_where_processes_can_share_no_lock_one_does_it_all(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some phones and rented machines."""

    def refuse(*asked: object) -> None:
        raise error

    monkeypatch.setattr(multiprocessing.get_context("fork"), "Value", refuse, raising=False)
    assert set(share(range(20), _process, 3, 5)) == {os.getpid()}


def test_one_process_asks_nothing_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    assert share(range(20), str, 1, 5) == [*map(str, range(20))]
