"""Values as Dutch text: what belongs together stays on one line."""

from __future__ import annotations

import pytest

from burgerbaan.dutch import hold_times


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("maandag tot en met donderdag, 9 tot 16 uur", "maandag tot en met donderdag, 9~tot~16 uur"),
        ("di 9.00 - 12.00 en 13.00 – 17.00", "di 9.00~-~12.00 en 13.00~–~17.00"),
        ("van 2 tot en met 4", "van 2 tot en met 4"),
        ("in overleg", "in overleg"),
    ],
)
def test_a_time_does_not_break_over_two_lines(text: str, held: str) -> None:
    assert hold_times(text) == held.replace("~", "\u00a0")
