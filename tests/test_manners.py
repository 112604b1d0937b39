"""What the site says to machines: whom to tell of a leak, where nobody reads mail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_site import change, copy_minimal, files_of, valid_site

MAIL, PHONE = "    mail: meedoen@example.org\n", "    telefoon: 036 000 00 11\n"


@pytest.mark.parametrize(
    ("ways", "has_page", "contact"),
    [
        (PHONE + MAIL, True, "mailto:meedoen@example.org"),
        (PHONE, True, "https://www.example.org/contact/"),
        (PHONE, False, "tel:+31360000011"),
        ("    whatsapp: 06 12 34 56 78\n", False, "https://wa.me/31612345678"),
        ("    langskomen: di 10–12 uur\n", False, "https://www.example.org/"),
    ],
)
def test_security_txt_names_a_way_that_is_there(tmp_path: Path, ways: str, has_page: bool, contact: str) -> None:
    copy_minimal(tmp_path)
    change(tmp_path / "content/gegevens/programma.yml", PHONE + MAIL, ways)
    if not has_page:
        (tmp_path / "content/contact/index.md").unlink()
    text = files_of(valid_site(tmp_path))[".well-known/security.txt"].decode()
    assert re.findall(r"^Contact: (.*)$", text, re.M) == [contact]
