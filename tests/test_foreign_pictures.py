"""No page asks another site for a picture, however that came into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerbaan.build import Build
from burgerbaan.foreign_pictures import without_foreign_pictures
from burgerbaan.kinds import Kind
from tests.small_site import copy_minimal, valid_site

EVIL = "https://evil.example/p.png"


@pytest.mark.parametrize(
    "html",
    [
        f'<img alt="a" src="{EVIL}">',
        '<IMG SRC="//evil.example/p.png" />',
        "<img src='https:evil.example/p.png'>",
        r'<img src="/\evil.example/p.png">',
        '<img src="&#104;ttps://evil.example/p.png">',
        '<img src=" https://evil.example/p.png">',
        f'<img src="beeld/a.png" srcset="{EVIL} 2x">',
        f'<img src="beeld/a.png" srcset="beeld/a.png 1x, {EVIL} 2x">',
        f'<img srcset="beeld/a.png 1x,{EVIL} 2x">',
        f'<img alt="a > b" src="{EVIL}">',
        f'<img/src="{EVIL}"/>',
        f"<img alt=a' src={EVIL}>",
        '<img src="data:image/png;base64,AAAA">',
    ],
)
def test_a_picture_from_elsewhere_is_not_shown_however_it_was_made(html: str, tmp_path: Path) -> None:
    kept, refused = without_foreign_pictures(f"<p>Voor {html} na</p>")
    assert kept == "<p>Voor  na</p>"
    assert len(refused) == 1
    build = Build(valid_site(copy_minimal(tmp_path)))
    build.hold("contact/index.md", f"<p>{html}</p>")
    [wrong] = build.wrong_in("contact/index.html", b"", "contact/index.md")
    assert (wrong.path, wrong.kind) == ("content/contact/index.md", Kind.PICTURE_ELSEWHERE)
    assert "<img" not in build.fill("contact/index.md", build._html["contact/index.md"])


@pytest.mark.parametrize(
    "html",
    [
        '<img src="../beeld/a.png">',
        "<p>&lt;img src=https://a.nl&gt;</p>",
        "<p>Tekst</p>",
        '<img alt="Zo: src=http://e.nl of srcset=//e.nl" src="../beeld/a.png">',
        '<img alt="a > b" title="<img src=https://a.nl>" src="../beeld/a.png" srcset="a.png 1x, b.png 2x"> <b>na</b>',
        "<imgx src=https://a.nl> <img src=https://a.nl",
    ],
)
def test_our_own_pictures_stay(html: str) -> None:
    assert without_foreign_pictures(html) == (html, ())
