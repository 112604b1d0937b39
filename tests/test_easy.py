"""Easy to read: one pictogram, a few short sentences, and nothing in them is markup."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from burgerbaan.icons import icon_html
from burgerbaan.model.easy import EasyText, Pictogram
from burgerbaan.pages.record_blocks import RECORD_BLOCKS
from burgerbaan.render import Renderer
from burgerbaan.words import Words, load_texts
from tests.made_events import minimal_site


def _shown(*lines: dict[str, Any]) -> str:
    text = EasyText.model_validate({"regels": lines}, context=("kort", "content/gegevens/makkelijk/kort.yml"))
    site = replace(minimal_site(), easy_texts={"kort": text})
    return RECORD_BLOCKS["makkelijk"](Renderer(site, Words(load_texts(), site.programme)), "../", "kort")


@pytest.mark.parametrize("pictogram", Pictogram)
def test_every_pictogram_is_drawn_beside_its_sentences(pictogram: Pictogram) -> None:
    shown = _shown({"teken": pictogram.value, "zinnen": ["Bel ons.", "Of kom langs."]})
    assert str(icon_html(pictogram.icon)) in shown
    assert shown.index("<p>Bel ons.</p>") < shown.index("<p>Of kom langs.</p>")


def test_no_two_pictograms_look_the_same() -> None:
    assert len({pictogram.icon for pictogram in Pictogram}) == len(Pictogram)


def test_a_sentence_is_never_markup() -> None:
    assert "<p>&lt;b&gt;Bel&lt;/b&gt; *ons*</p>" in _shown({"teken": "telefoon", "zinnen": ["<b>Bel</b> *ons*"]})
