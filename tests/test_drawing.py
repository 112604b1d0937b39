"""Drawings of boxes and arrows: no word is lost or too wide, and the list below tells the same."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as Xml

from burgerbaan.drawing import drawing_svg
from burgerbaan.drawing_words import drawing_lines, heading_anchor
from burgerbaan.label import label_width
from burgerbaan.model.knowledge import Drawing


def _drawing(*boxes: dict[str, Any]) -> Drawing:
    values = {
        "titel": "Muren",
        "beschrijving": "Een muur.",
        "blokken": [{"kolom": number, "rij": 1, **box} for number, box in enumerate(boxes, 1)],
        "pijlen": [{"van": "muur", "naar": "deur", "tekst": text} for text in ("dit hielp", "dit ook")],
    }
    return Drawing.model_validate(values, context=("muren", "content/gegevens/schemas/muren.yml"))


WALL = {
    "id": "muur",
    "naam": "Onzekerheidsvermijdingsgedrag, <b>",
    "tekst": "W" * 80,
    "teken": "muur",
    "kop": "Muur 1. É?",
}
DOOR = {"id": "deur", "naam": "Een deur", "tekst": "open " * 15}


def test_every_word_stands_in_its_box() -> None:
    root = Xml.fromstring(drawing_svg(_drawing(WALL, DOOR), "Muren"))
    boxes = list(root.iter("rect"))
    width, height = float(boxes[0].get("width", 0)), float(boxes[0].get("height", 0))
    texts = list(root.iter("text"))
    for text in texts:
        is_bold = text.get("class") == "bb-drawing__name"
        assert label_width(text.text or "", 17 if is_bold else 14, is_bold=is_bold) <= width
        top = float(boxes[0].get("y", 0))
        assert top + 12 < float(text.get("y", 0)) < top + height
    told = re.sub(r"[\s-]", "", "".join(text.text or "" for text in texts))
    assert told.count("W") == 80
    assert told.count("open") == 15
    assert len(list(root.iter("path"))) == 5, "two arrows with a head each, and a sign"


def test_the_list_tells_each_text_once_and_leads_to_the_heading() -> None:
    first, second = drawing_lines(_drawing(WALL, DOOR))
    assert first["origin"] == {"name": WALL["naam"], "text": "W" * 80, "anchor": "muur-1-e", "sign": "muur"}
    assert second["origin"]["text"] is None
    assert first["target"]["anchor"] == first["target"]["sign"] == ""


def test_a_heading_has_the_name_that_the_page_gives_it() -> None:
    assert heading_anchor("Muur 2. Een vangnet dat je vasthoudt") == "muur-2-een-vangnet-dat-je-vasthoudt"
