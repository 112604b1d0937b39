"""A file is whole or not there, and one that did not change is left as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from burgerbaan.disk import Disk, reason_of
from burgerbaan.output import File


def _old(tmp_path: Path, data: bytes = b"oud") -> Path:
    place = tmp_path / "site/map/bestand.html"
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    return place


def test_a_file_that_is_the_same_becomes_one_with_the_old_one(tmp_path: Path) -> None:
    old = _old(tmp_path)
    Disk(tmp_path / ".site.nieuw", tmp_path / "site").write(File("map/bestand.html", b"oud"))
    assert (tmp_path / ".site.nieuw/map/bestand.html").samefile(old)


@pytest.mark.parametrize("data", [b"nee", b"nieuw"])
def test_a_file_that_is_different_leaves_the_old_one_alone(data: bytes, tmp_path: Path) -> None:
    old = _old(tmp_path)
    disk = Disk(tmp_path / ".site.nieuw", tmp_path / "site")
    disk.write(File("map/bestand.html", b"oud"))
    disk.write(File("map/bestand.html", data))
    assert (tmp_path / ".site.nieuw/map/bestand.html").read_bytes() == data
    assert old.read_bytes() == b"oud"
    assert [path.name for path in (tmp_path / ".site.nieuw/map").iterdir()] == ["bestand.html"]


def test_a_file_that_somebody_touched_is_not_kept(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "site")
    mark = disk.write(File("map/bestand.html", b"oud"))
    assert Disk(tmp_path / ".site.nieuw", tmp_path / "site").keep(mark)
    (tmp_path / "site/map/bestand.html").write_bytes(b"van iemand anders")
    assert not Disk(tmp_path / ".site.nieuw", tmp_path / "site").keep(mark)


def test_a_link_to_elsewhere_is_not_kept(tmp_path: Path) -> None:
    mark = Disk(tmp_path / "site").write(File("map/bestand.html", b"oud"))
    place = tmp_path / "site/map/bestand.html"
    place.rename(tmp_path / "elders.html")
    place.symlink_to(tmp_path / "elders.html")
    disk = Disk(tmp_path / ".site.nieuw", tmp_path / "site")
    assert not disk.keep(mark)
    disk.write(File("map/bestand.html", b"oud"))
    assert not (tmp_path / ".site.nieuw/map/bestand.html").is_symlink()


def test_a_folder_that_becomes_empty_goes_along(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "site", tmp_path / "site")
    for path in ("een/twee/bestand.html", "een/bestand.html"):
        disk.write(File(path, b"iets"))
    disk.remove(["een/twee/bestand.html"])
    assert [path.name for path in (tmp_path / "site/een").iterdir()] == ["bestand.html"]
    disk.remove(["een/bestand.html"])
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, 99999, None])
def test_every_refusal_is_a_sentence(number: int | None) -> None:
    error = OSError(number, "some words") if number else OSError("some words")
    assert reason_of(error).endswith(".")
    assert "None" not in reason_of(error)
