"""Long words in narrow places may break where Dutch breaks them, and nothing else changes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from burgerbaan.soft_breaks import SOFT_HYPHEN, breaks_of, with_soft_breaks_html


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("vrijwilligersovereenkomst", "vrij-wil-li-gers-over-een-komst"),
        ("Dagbestedingsorganisatie", "Dagbe-ste-dings-or-ga-ni-satie"),
        ("stadscoöperatie", "stads-co-ö-pe-ratie"),
        ("ervaringskennis", "erva-rings-kennis"),
    ],
)
def test_a_long_word_breaks_as_dutch_does_and_never_near_its_ends(word: str, seen: str) -> None:
    places = (0, *breaks_of(word), len(word))
    assert "-".join(word[start:end] for start, end in pairwise(places)) == seen


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "th", "td"])
def test_headings_and_cells_get_places_to_break(tag: str) -> None:
    start, end = f'<{tag} id="ervaringskennis"><a href="../ervaringskennis/">', f"</a></{tag}>"
    html = with_soft_breaks_html(f"{start}Voorbeeldspeelplaatsen{end}")
    assert html == f"{start}Voor{SOFT_HYPHEN}beeld{SOFT_HYPHEN}speel{SOFT_HYPHEN}plaatsen{end}"


@pytest.mark.parametrize(
    "html",
    [
        "<p>ervaringskennis</p>",
        "<h2>Begeleiding</h2>",
        "<h3>Vrijwilligerswerk</h3>",
        "<td>kennis</td>",
        "<td>ervaringskennis@voorbeeldbedrijf.nl</td>",
        "<td>https://www.voorbeeldbedrijf.nl/ervaringskennis</td>",
        "<td><code>vrijwilligersovereenkomst</code></td>",
        "<thead>vrijwilligersovereenkomst</thead>",
        "<td>a &amp;lt; b &CounterClockwiseContourIntegral;</td>",
    ],
)
def test_other_text_addresses_and_code_stay_as_they_are(html: str) -> None:
    assert with_soft_breaks_html(html) == html
