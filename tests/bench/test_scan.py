"""What the bench makes of a code is seen the same way each time, and is as readable as its name says."""

from __future__ import annotations

from random import Random

import pytest

from burgerbaan.qr import Code, code_of
from tests.bench.scan import PAYLOADS, TESTS, View, picture_of, reads, zxing

SAMPLES = 5
READ = ("4 px per module", "3 px", "rotation, any angle", "perspective mild, 20 degrees", "quiet zone 1, black around")


@pytest.fixture(scope="module")
def codes() -> dict[str, dict[str, Code]]:
    return {payload: {"ours": code_of(*written)} for payload, written in PAYLOADS.items()}


@pytest.mark.parametrize("name", READ)
def test_what_is_seen_well_is_read(codes: dict[str, dict[str, Code]], name: str) -> None:
    assert all(all(read) for read in reads(name, codes, {"zxing": zxing}, SAMPLES).values())


def test_a_code_without_quiet_zone_on_black_is_not_read(codes: dict[str, dict[str, Code]]) -> None:
    found = reads("quiet zone 0, black around", codes, {"zxing": zxing}, SAMPLES)
    assert [any(read) for read in found.values()] == [False] * len(PAYLOADS)


@pytest.mark.parametrize("view", TESTS.values(), ids=TESTS)
def test_a_sample_is_seen_the_same_way_each_time(codes: dict[str, dict[str, Code]], view: View) -> None:
    code = codes["address"]["ours"]
    one, again, other = (picture_of(code, view, Random(seed)).tobytes() for seed in (1, 1, 2))
    assert one == again != other
