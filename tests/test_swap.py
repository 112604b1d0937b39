"""A new site takes the place of the old one, or nothing happens."""

from __future__ import annotations

import ctypes
import errno
import shutil
import sys
import threading
from pathlib import Path

import pytest

from burgerbaan import swap as swap_module
from burgerbaan.swap import Swap, exchange


@pytest.fixture(autouse=True, params=["in one step", "in two steps"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every system can do it in two steps; some can in one."""
    if request.param == "in two steps":
        monkeypatch.setattr(swap_module, "exchange", lambda one, other: False)


def _make(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _publish(site: Path, *, is_whole: bool = True) -> None:
    swap = Swap(site)
    swap.clear()
    _make(swap.fresh, nieuw="nieuw")
    swap.finish(is_whole=is_whole)


def test_a_whole_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    _make(tmp_path / "site", oud="oud")
    _publish(tmp_path / "site")
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["nieuw"]


def test_a_half_site_leaves_the_old_one_and_no_rubbish(tmp_path: Path) -> None:
    _make(tmp_path / "site", oud="oud")
    _publish(tmp_path / "site", is_whole=False)
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["oud"]


def test_rubbish_of_a_build_that_was_killed_is_cleared(tmp_path: Path) -> None:
    _make(tmp_path / ".site.oud", rest="rest")
    (tmp_path / ".site.nieuw").write_text("een bestand", "utf-8")
    _publish(tmp_path / "site")
    assert _names(tmp_path) == ["site"]


def test_a_site_that_was_on_its_way_when_a_build_was_killed_comes_back(tmp_path: Path) -> None:
    _make(tmp_path / ".site.oud", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    swap.finish(is_whole=False)
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["oud"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    _publish(tmp_path / "site")
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["nieuw"]


@pytest.mark.parametrize("name", [".site.oud", ".site.nieuw"])
def test_a_link_that_is_in_the_way_goes_and_what_it_leads_to_stays(name: str, tmp_path: Path) -> None:
    _make(tmp_path / "site", oud="oud")
    _make(tmp_path / "elders", mijn="werk")
    (tmp_path / name).symlink_to(tmp_path / "elders")
    swap = Swap(tmp_path / "site")
    swap.clear()
    swap.finish(is_whole=False)
    assert _names(tmp_path) == ["elders", "site"]
    assert _names(tmp_path / "elders") == ["mijn"]


def test_a_link_in_a_hidden_folder_stays_a_link_and_what_the_site_makes_itself_is_made_anew(tmp_path: Path) -> None:
    _make(tmp_path / "site" / ".git", HEAD="ref")
    (tmp_path / "site" / ".git" / "link").symlink_to("nergens")
    _make(tmp_path / "site" / ".well-known", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    swap.finish(is_whole=True)
    assert _names(tmp_path / "site") == [".git"]
    assert (tmp_path / "site" / ".git" / "link").is_symlink()


def test_a_hidden_link_stays_a_link_wherever_it_leads(tmp_path: Path) -> None:
    _make(tmp_path / "elders", mijn="werk")
    _make(tmp_path / "site", oud="oud")
    for name, target in ((".git", "../elders"), (".#index.html", "iemand@computer.17")):
        (tmp_path / "site" / name).symlink_to(target)
    _publish(tmp_path / "site")
    assert _names(tmp_path / "site") == [".#index.html", ".git", "nieuw"]
    assert [(tmp_path / "site" / name).is_symlink() for name in (".#index.html", ".git")] == [True, True]
    assert _names(tmp_path / "site" / ".git") == _names(tmp_path / "elders") == ["mijn"]


def test_hidden_files_of_a_published_folder_stay(tmp_path: Path) -> None:
    _make(tmp_path / "site", oud="oud")
    _make(tmp_path / "site" / ".git", HEAD="ref")
    (tmp_path / "site" / ".htaccess").write_text("regels", "utf-8")
    _publish(tmp_path / "site")
    assert _names(tmp_path / "site") == [".git", ".htaccess", "nieuw"]
    assert (tmp_path / "site" / ".git" / "HEAD").read_text("utf-8") == "ref"


def test_a_symlink_as_site_folder_stays_one(tmp_path: Path) -> None:
    _make(tmp_path / "elders", oud="oud")
    (tmp_path / "site").symlink_to(tmp_path / "elders")
    for _ in range(2):
        swap = Swap(tmp_path / "site")
        swap.clear()
        _make(swap.fresh, nieuw="nieuw")
        swap.finish(is_whole=True)
    assert (tmp_path / "site").is_symlink()
    assert _names(tmp_path / "elders") == ["nieuw"]


def test_when_the_last_step_fails_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path / "site", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.nieuw":
            raise OSError("de schijf weigert")
        return rename(self, target)

    monkeypatch.setattr(swap_module, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="weigert"):
        swap.finish(is_whole=True)
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["oud"]


def test_when_a_first_site_cannot_take_its_place_the_disk_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Swap(tmp_path / "site")
    swap.clear()

    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.nieuw":
            raise OSError("de schijf weigert")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="weigert"):
        swap.finish(is_whole=True)
    assert _names(tmp_path) == []


def test_who_stops_just_after_the_last_step_has_the_new_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path / "site", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    _make(swap.fresh, nieuw="nieuw")
    rename = Path.rename

    def stop_after(self: Path, target: Path) -> Path:
        found = rename(self, target)
        if self.name == ".site.nieuw":
            raise KeyboardInterrupt
        return found

    monkeypatch.setattr(swap_module, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", stop_after)
    with pytest.raises(KeyboardInterrupt):
        swap.finish(is_whole=True)
    assert _names(tmp_path / "site") == ["nieuw"]


def test_an_old_site_that_cannot_go_does_not_hinder_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(tmp_path / "site", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    _make(swap.fresh, nieuw="nieuw")

    def refuse(place: Path) -> None:
        raise PermissionError("hier mag je niet bij")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuse)
        swap.finish(is_whole=True)
    assert _names(tmp_path / "site") == ["nieuw"]
    _publish(tmp_path / "site")
    assert _names(tmp_path) == ["site"]


def test_a_file_in_the_place_of_the_site_stays_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("van iemand", "utf-8")
    with pytest.raises(NotADirectoryError) as told:
        Swap(tmp_path / "site").clear()
    assert (told.value.errno, told.value.filename) == (errno.ENOTDIR, str(tmp_path / "site"))
    assert _names(tmp_path) == ["site"]


def test_room_to_write_is_an_empty_folder_also_where_nothing_is_yet(tmp_path: Path) -> None:
    swap = Swap(tmp_path / "ver" / "weg" / "site")
    swap.clear()
    assert _names(swap.fresh) == []


def test_what_was_written_can_be_forgotten(tmp_path: Path) -> None:
    _make(tmp_path / "site", oud="oud")
    swap = Swap(tmp_path / "site")
    swap.clear()
    _make(swap.fresh, nieuw="nieuw")
    swap.drop()
    assert _names(tmp_path) == ["site"]
    assert _names(tmp_path / "site") == ["oud"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux changes two folders in one step")
def test_two_folders_change_names_in_one_step_and_one_alone_stays(tmp_path: Path) -> None:
    _make(tmp_path / "een", een="een")
    _make(tmp_path / "ander", ander="ander")
    assert exchange(tmp_path / "een", tmp_path / "ander") is True
    assert [_names(tmp_path / name) for name in ("een", "ander")] == [["ander"], ["een"]]
    assert exchange(tmp_path / "een", tmp_path / "nergens") is False
    assert _names(tmp_path) == ["ander", "een"]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_where_nothing_can_be_done_in_one_step_that_is_told(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make(tmp_path / "een")
    _make(tmp_path / "ander")
    monkeypatch.setattr(sys, "platform", platform)
    if platform == "linux":  # one with an older C library
        monkeypatch.setattr(ctypes, "CDLL", lambda *arguments, **settings: object())
    assert exchange(tmp_path / "een", tmp_path / "ander") is False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux changes two folders in one step")
def test_there_is_no_moment_without_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap_module, "exchange", exchange)
    page, is_done, missed = tmp_path / "site" / "index.html", threading.Event(), 0
    _make(page.parent, **{page.name: "eerste"})

    def replace_often() -> None:
        for number in range(200):
            swap = Swap(page.parent)
            swap.clear()
            _make(swap.fresh, **{page.name: str(number)})
            swap.finish(is_whole=True)
        is_done.set()

    thread = threading.Thread(target=replace_often)
    thread.start()
    while not is_done.is_set():
        missed += not page.is_file()
    thread.join()
    assert (missed, page.read_text("utf-8")) == (0, "199")


def test_what_somebody_keeps_beside_the_site_stays(tmp_path: Path) -> None:
    for name in ("site.oud", "site.nieuw"):
        _make(tmp_path / name, bewaard="bewaard")
    _publish(tmp_path / "site")
    assert [_names(tmp_path / name) for name in ("site", "site.oud", "site.nieuw")] == [
        ["nieuw"], ["bewaard"], ["bewaard"],
    ]  # fmt: skip
