"""What may not be public is found in every kind of file, and what may be is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from stdnum.nl import bsn

from burgerbaan.build import Build
from burgerbaan.kinds import Kind
from burgerbaan.model.record import Secret
from burgerbaan.photos import draw, look_at
from burgerbaan.traces.likeness import is_like_any, likeness, likenesses
from burgerbaan.traces.metadata import has_metadata
from burgerbaan.traces.text import comparable, secrets_in
from burgerbaan.traces.watch import Watch
from burgerbaan.wording import format_problem
from tests.made_pdf import written_pdf
from tests.photo_project import saved, scene
from tests.small_site import copy_minimal, valid_site

WATCH = Watch(
    names=frozenset({"Zoë", "Jan & Co"}),
    allowed=frozenset(
        {
            (Secret.MAIL, "meedoen@example.org"),
            (Secret.PHONE, "0361234567"),
            (Secret.IBAN, "NL91ABNA0417164300"),
            (Secret.PAYMENT_HOST, "paymentlink.mollie.com"),
            (None, "123456782"),
        }
    ),
)


def kinds(text: str, path: str = "index.html") -> set[Kind]:
    return {item.kind for item in WATCH.found_in(path, text.encode())}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mail piet@prive.nl maar.", Kind.LEAK_MAIL),
        ('<a href="mailto:piet.puk+werk@mail.prive.example">', Kind.LEAK_MAIL),
        ("piet&#64;prive.nl", Kind.LEAK_MAIL),
        ("mailto:piet%40prive.nl", Kind.LEAK_MAIL),
        ("Bel 06 12 34 56 78.", Kind.LEAK_PHONE),
        ("Bel 0612345678.", Kind.LEAK_PHONE),
        ("Bel 06-12345678.", Kind.LEAK_PHONE),
        ("Bel (036) 765 43 21.", Kind.LEAK_PHONE),
        ("Bel 036 - 765 43 21.", Kind.LEAK_PHONE),
        ("Bel 036&nbsp;765&nbsp;43&nbsp;21.", Kind.LEAK_PHONE),
        ("Bel 036\u00a0765\u00a043\u00a021.", Kind.LEAK_PHONE),
        ("Bel 036&#160;765&#xa0;43&#160;21.", Kind.LEAK_PHONE),
        ("Bel 06&ndash;12345678.", Kind.LEAK_PHONE),
        ("Bel “06-12345678”", Kind.LEAK_PHONE),
        ("Bel 06-12345678…", Kind.LEAK_PHONE),
        ("Bel ‘036 765 43 21’", Kind.LEAK_PHONE),
        ("Het nummer is·0612345678·", Kind.LEAK_PHONE),
        ('{"tekst": "Bel:\\n06 12345678\\n"}', Kind.LEAK_PHONE),
        ("?text=Bel%20036%20765%2043%2021", Kind.LEAK_PHONE),
        ("?text=Bel%3A%2B31%206%2012345678", Kind.LEAK_PHONE),
        ("BSN ‘111222333’", Kind.LEAK_CITIZEN),
        ("BSN 111222333…", Kind.LEAK_CITIZEN),
        ("RSIN 123456782 „111222333”", Kind.LEAK_CITIZEN),
        ("Bel 06&mdash;12345678.", Kind.LEAK_PHONE),
        ("tel:+31367654321", Kind.LEAK_PHONE),
        ("Bel +31 6 1234 5678.", Kind.LEAK_PHONE),
        ("Bel +31 (0)6 1234 5678.", Kind.LEAK_PHONE),
        ("Bel +32 470 12 34 56.", Kind.LEAK_PHONE),
        ("https://wa.me/?phone=+31612345678", Kind.LEAK_PHONE),
        ("Maak over op NL02ABNA0123456789.", Kind.LEAK_IBAN),
        ("Maak over op NL02 ABNA 0123 4567 89.", Kind.LEAK_IBAN),
        ("Maak over op nl02abna0123456789.", Kind.LEAK_IBAN),
        ("Maak over op BE71 0961 2345 6769.", Kind.LEAK_IBAN),
        ("Geef via https://tikkie.me/pay/abc.", Kind.LEAK_PAYMENT_HOST),
        ('<a href="//www.PayPal.com">', Kind.LEAK_PAYMENT_HOST),
        ("https://tikkie.me./pay", Kind.LEAK_PAYMENT_HOST),
        ("https://www.buurthuis.nl:!@tikkie.me/pay", Kind.LEAK_PAYMENT_HOST),
        ("https://anders.mollie.com/pay", Kind.LEAK_PAYMENT_HOST),
        ("https://bit.ly/geef", Kind.LEAK_PAYMENT_HOST),
        ("RSIN 123456782 / 06 12345678", Kind.LEAK_PHONE),
        ("KvK 12345678 (06 12345678)", Kind.LEAK_PHONE),
        ("ISBN 0306406152 (06 12345678)", Kind.LEAK_PHONE),
        ("RSIN 123456782 (111222333)", Kind.LEAK_CITIZEN),
        ("NL91 ABNA 0417 1643 00 / 06 12345678", Kind.LEAK_PHONE),
        ("NL91ABNA0417164300 (06 12345678)", Kind.LEAK_PHONE),
        ("NL91 ABNA 0417 1643 00 06 1234 5678", Kind.LEAK_PHONE),
        ("Dorpsstraat 12 06 12345678", Kind.LEAK_PHONE),
        ("KvK 12345678 06-12345678", Kind.LEAK_PHONE),
        ("06 12345678 06 87654321", Kind.LEAK_PHONE),
        ("06 12345678 036 123 45 67", Kind.LEAK_PHONE),
        ("036 765 43 21 036 123 45 67", Kind.LEAK_PHONE),
        ("(036) 765 43 21 - 036 123 45 67", Kind.LEAK_PHONE),
        ("BSN 111222333.", Kind.LEAK_CITIZEN),
        ("BSN: 1112.22.333", Kind.LEAK_CITIZEN),
        ("BSN 111 222 333", Kind.LEAK_CITIZEN),
        ('{"nummer": "111222333"}', Kind.LEAK_CITIZEN),
        ("naam,111222333,x", Kind.LEAK_CITIZEN),
        ("Jan (111222333)", Kind.LEAK_CITIZEN),
        ("BSN: 111-222-333", Kind.LEAK_CITIZEN),
        ("burgerservicenummer 111222333", Kind.LEAK_CITIZEN),
        ("Bel 06-12-345678.", Kind.LEAK_PHONE),
        ("Bel 06-10-203040.", Kind.LEAK_PHONE),
        ("Bel +31-6-12345678.", Kind.LEAK_PHONE),
        ("Bel 06\u201312345678.", Kind.LEAK_PHONE),
        ("Bel 06\u201112345678.", Kind.LEAK_PHONE),
        ("Bel 06.12345678.", Kind.LEAK_PHONE),
        ("Bel 06\u221212345678.", Kind.LEAK_PHONE),
        ("Bel 06/12345678.", Kind.LEAK_PHONE),
        ("Bel 036 / 765 43 21.", Kind.LEAK_PHONE),
        ("Bel (+31) 6 12345678.", Kind.LEAK_PHONE),
        ("Bel (+31)36-7654321.", Kind.LEAK_PHONE),
        ("tel.0612345678", Kind.LEAK_PHONE),
        ("Bel 06 12 34 56 78/06 12 34 56 78", Kind.LEAK_PHONE),
        ("https://wa.me/31612345678", Kind.LEAK_PHONE),
        ("rené@gmail.com", Kind.LEAK_MAIL),
        ("noor@bücher.nl", Kind.LEAK_MAIL),
        ("BE68 5390 0754 7034", Kind.LEAK_IBAN),
        ("ZOË", Kind.LEAK_NAME),
        ("Zoe\u0308", Kind.LEAK_NAME),
        ("Jan\n&amp; Co", Kind.LEAK_NAME),
        ("Jan&nbsp;&amp; Co", Kind.LEAK_NAME),
        ("naam,0612345678,x", Kind.LEAK_PHONE),
        ("Zoë doet mee.", Kind.LEAK_NAME),
        ("<p>Zoë's verhaal</p>", Kind.LEAK_NAME),
        ('{"naam": "Zo\\u00eb"}', Kind.LEAK_NAME),
        ("/zoeken/?q=Zo%C3%AB", Kind.LEAK_NAME),
        ("Vraag Jan &amp; Co", Kind.LEAK_NAME),
        ("Zo&euml; doet mee.", Kind.LEAK_NAME),
        ("Zo&#235; doet mee.", Kind.LEAK_NAME),
        ("Zo&#xEB; doet mee.", Kind.LEAK_NAME),
        ("&#90;o&#101;&#776; doet mee.", Kind.LEAK_NAME),
        ("Jan&#160;&amp; Co", Kind.LEAK_NAME),
        ("Jan <strong>&amp; Co</strong>", Kind.LEAK_NAME),
        ('<a href="../jan/"><em>Jan</em></a> &amp;<br>Co', Kind.LEAK_NAME),
        ("Jan<br />&amp;<br /> Co", Kind.LEAK_NAME),
        ('<text x="1">Jan</text>\n<text x="9">&amp; Co</text>', Kind.LEAK_NAME),
        ('<text><tspan x="1">Jan</tspan><tspan y="9">&amp;</tspan> <tspan>Co</tspan></text>', Kind.LEAK_NAME),
    ],
)
def test_a_secret_is_found_however_it_is_written(text: str, kind: Kind) -> None:
    assert kinds(text) == {kind}
    assert kinds(f"<p>Wij zijn er op maandag.</p>\n{text}\n") == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Mail meedoen@example.org of Meedoen@Example.org.",
        "Bel 036 123 45 67, 036-1234567, 036/1234567, (+31) 36 123 45 67 of +31 36 123 45 67.",
        "tel:+31361234567",
        "NL91 ABNA 0417 1643 00",
        "https://paymentlink.mollie.com/pay, en tikkie.me is geen link.",
        "https://PaymentLink.Mollie.com./pay",
        "https://mijntikkie.me/ en https://tikkie.me.example.org/",
        "RSIN 123456782",
        "Op 01-02-2026 12:00 en op 2026-02-01 09:00, of 01/02/2026 en 01/02/2027.",
        "Seizoen 01/02 2026, 09/10 12/13 uur, 05/06/07/08.",
        "Van 09.00-12.30 en 13.00-17.00.",
        '<path d="M0 960 540 283 111 222 333 0z"/>',
        '<circle cx="111.222333" r="5"/>',
        "Zoëlla is een ander.",
        "Zo&euml;lla is een ander.",
        "Jan<b>&amp;</b> Co",
        "<li>Jan</li> <li>&amp; Co</li>",
        "KvK 12345678, postcode 1354 AA",
        "import x from 'pakket@1.2.3'",
        "@media (min-width: 30em) { a@b }",
        "abc111222333def",
        "/bestand-111222333/",
        "BEGIN:VEVENT\r\nUID:avond-1@example.org\r\n",
        "Bel 0800 1234 of 14 036.",
        "0.0612345678",
        "Vestigingsnummer 000012345678",
        "@buurthuis@mastodon.social",
        "Zondagen 02 03 04 05 06",
        "Zondagen 02 03 04 05 06 07 08 09 10",
        "Op 12 06 2026 om 1200 uur",
        "ISBN 0306406152",
        "RSIN 812345678",
        "Open van 09.00 - 17.30 uur, 09.00-12.30 en 13.30-17.00.",
        "data:image/png;base64,abcde",
        "Het kost € 111.222.333 of €111.222.333.",
        "Zo heet é111222333é, of é06-12345678é.",
        "ISBN 978-90-111-2223-3, 978 90 111 222 3 3",
    ],
)
def test_what_is_public_or_only_looks_like_a_secret_is_left_alone(text: str) -> None:
    assert kinds(text) == set()


def test_a_finding_tells_where_and_not_what() -> None:
    [leak] = WATCH.found_in("over/index.html", "<p>Hallo</p>\n<p>é Zoë</p>".encode(), "content/over/index.md")
    assert (leak.path, leak.line, leak.column) == ("over/index.html", 2, 6)
    assert "Zo" not in repr(leak.words)
    assert "content/over/index.md" in repr(leak.words)


def test_a_file_named_after_somebody_is_found_and_not_named() -> None:
    found = list(WATCH.found_in("nieuws/zoe-stopt/index.html", b"<p>Hallo 06 12345678</p>", "content/nieuws/zoe.md"))
    assert {item.kind for item in found} == {Kind.LEAK_PATH, Kind.LEAK_PHONE}
    assert {item.path for item in found} == {"nieuws/…"}
    assert "zoe" not in repr(found)
    assert not list(WATCH.found_in("nieuws/zoetermeer/index.html", b"<p>Hallo</p>"))


def test_an_address_of_somebody_is_found_in_a_path_and_not_named() -> None:
    watch = Watch(names=frozenset({"burgerbaners/mens-7/"}))
    [leak] = watch.found_in("burgerbaners/mens-7/index.html", b"<p>Hallo</p>")
    assert (leak.kind, leak.path) == (Kind.LEAK_PATH, "burgerbaners/\u2026")
    assert list(watch.found_in("burgerbaners/mens-70/index.html", b"<p>Hallo</p>")) == []


def test_a_folder_named_after_somebody_is_not_named_either() -> None:
    found = list(WATCH.found_in("zoe/over/index.html", b"<p>Hallo</p>", "content/zoe.md"))
    assert [(item.kind, item.path) for item in found] == [(Kind.LEAK_PATH, "\u2026")]


def test_numbers_of_the_search_index_mean_nothing_but_its_words_do() -> None:
    assert kinds("0612345678 111222333", "assets/zoeken/woorden.js") == set()
    assert kinds("piet@prive.nl Zoë", "assets/zoeken/woorden.js") == {Kind.LEAK_MAIL, Kind.LEAK_NAME}


@pytest.mark.parametrize("length", [10, 2000])
def test_a_line_that_was_clean_among_counts_is_looked_at_again_in_a_page(length: int) -> None:
    watch, line = Watch(), b"x" * length + b" 0612345678"
    assert list(watch.found_in("assets/zoeken/woorden.js", line)) == []
    assert [item.kind for item in watch.found_in("pagina/index.html", line)] == [Kind.LEAK_PHONE]


@given(st.integers(10_000_000, 999_999_999))
def test_every_number_that_passes_the_test_of_eleven_is_found_and_no_other(number: int) -> None:
    text = f"{number:09}"
    found = [value for secret, value, _ in secrets_in(f"Nummer: {text}.".encode()) if secret is None]
    assert found == ([text] if bsn.is_valid(text) else [])


@given(st.integers(100_000_000, 999_999_999), st.sampled_from(["0{}", "+31{}", "0031{}", "+31 {}", "+31 (0){}"]))
def test_every_spelling_of_a_number_is_compared_as_one(number: int, spelling: str) -> None:
    text = spelling.format(number)
    assert comparable(text) == f"0{number}"
    assert (Secret.PHONE, f"0{number}") in {(secret, value) for secret, value, _ in secrets_in(f"Bel {text}.".encode())}


# ---- what was looked at before


def test_a_watch_that_forbids_the_same_and_allows_as_much_need_not_look_again() -> None:
    mail, phone = (Secret.MAIL, "a@example.org"), (Secret.PHONE, "0361234567")
    before = Watch(names=frozenset({"Roos"}), allowed=frozenset({mail}))
    assert before.covers(before.looked)
    assert replace(before, allowed=frozenset({mail, phone})).covers(before.looked)
    assert not before.covers(None)
    for other in (
        replace(before, names=frozenset({"Noor"})),
        replace(before, photos=frozenset({"ab"})),
        replace(before, likenesses=(1,)),
        replace(before, allowed=frozenset()),
        replace(before, allowed=frozenset({phone})),
    ):
        assert not other.covers(before.looked)


def test_what_two_watches_let_pass_is_remembered_together() -> None:
    mail, phone = (Secret.MAIL, "a@example.org"), (Secret.PHONE, "0361234567")
    one, other = Watch(allowed=frozenset({mail})), Watch(allowed=frozenset({phone}))
    assert one.or_looked(None) is None
    assert one.or_looked(Watch(names=frozenset({"Roos"})).looked) is None
    assert one.or_looked(other.looked) == Watch(allowed=frozenset({mail, phone})).looked


# ---- pictures


def test_a_copy_of_a_photo_is_found_by_its_bytes_under_whatever_name() -> None:
    watch = Watch(photos=frozenset({hashlib.sha256(b"een foto").hexdigest()}))
    assert [item.kind for item in watch.found_in("bijlage.bin", b"een foto")] == [Kind.LEAK_PHOTO]
    assert list(watch.found_in("bijlage.bin", b"een andere foto")) == []


JFIF = b"JFIF\0" + bytes(9)
"""What only the first part of a JPEG begins with."""


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera van Piet"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def _png_text() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "Piet")
    return info


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_and_nothing_else_is_clean(kind: str) -> None:
    assert not has_metadata(saved(scene(), kind))


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("JPEG", {"exif": _exif()}),
        ("JPEG", {"comment": b"van Piet"}),
        ("JPEG", {"icc_profile": b"profiel"}),
        ("JPEG", {"xmp": b"<x:xmpmeta/>"}),
        ("PNG", {"exif": _exif()}),
        ("PNG", {"pnginfo": _png_text()}),
        ("PNG", {"icc_profile": b"profiel"}),
        ("WEBP", {"exif": _exif()}),
        ("WEBP", {"xmp": b"<x:xmpmeta/>"}),
        ("WEBP", {"icc_profile": b"profiel"}),
        ("AVIF", {"exif": _exif()}),
        ("AVIF", {"xmp": b"<x:xmpmeta/>"}),
        ("GIF", {"comment": b"van Piet"}),
    ],
)
def test_anything_beside_the_picture_is_found(kind: str, settings: dict[str, object]) -> None:
    assert has_metadata(saved(scene(), kind, **settings))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_bytes_after_the_end_of_a_picture_are_found(kind: str) -> None:
    assert has_metadata(saved(scene(), kind) + b"thuis: Kerkstraat 1")


def test_a_second_picture_after_the_first_is_found() -> None:
    """As phones hang a film on a photo: the file ends as a picture does."""
    assert has_metadata(saved(scene()) + saved(scene(2)))


def test_a_small_picture_inside_the_head_of_a_jpeg_is_found() -> None:
    data = saved(scene())
    assert data[2:6] == b"\xff\xe0\0\x10"
    assert has_metadata(data[:2] + b"\xff\xe0\0\x13" + data[6:18] + b"\1\1\0\0\0" + data[20:])


@pytest.mark.parametrize(
    ("marker", "text"),
    [*((marker, b"thuis: Kerkstr") for marker in (*range(0xE0, 0xF0), 0xFE)), (0xE0, b"JFXX\0 Kerkstr."), (0xE1, JFIF)],
)
def test_of_a_jpeg_no_part_may_say_a_thing_but_what_it_is(marker: int, text: bytes) -> None:
    data = saved(scene())
    part = bytes((0xFF, marker, 0, len(text) + 2)) + text
    assert has_metadata(data[:2] + part + data[2:])
    tables = data.index(b"\xff\xda")
    assert has_metadata(data[:tables] + part + data[tables:])


def test_what_a_program_wrote_in_a_gif_is_found() -> None:
    data = saved(scene(), "GIF")
    assert has_metadata(data[:-1] + b"!\xff\x0bXMP DataXMP<x:xmpmeta/>\0" + data[-1:])


@pytest.mark.parametrize("secret", [b"Exif", b"mime", b"uri ", b"prof", b"rICC"])
def test_what_an_avif_says_beside_its_picture_is_found(secret: bytes) -> None:
    data = saved(scene(), "AVIF")
    assert not has_metadata(data)
    place = data.index(b"pixi")
    assert has_metadata(data[:place] + secret + data[place + 4 :])


def test_a_box_that_an_avif_does_not_need_is_found() -> None:
    assert has_metadata(saved(scene(), "AVIF") + b"\0\0\0\x18uuidwoont: Kerkstr 1")


def test_an_avif_with_a_box_without_an_end_is_not_followed_for_ever() -> None:
    data = saved(scene(), "AVIF")
    place = data.index(b"mdat")
    assert has_metadata(data[: place - 4] + bytes(4) + data[place:])


def test_what_stands_between_the_parts_of_a_jpeg_is_found() -> None:
    data = saved(scene())
    assert has_metadata(data[:20] + b"\0\0\0\x15thuis: Kerkstraat 1" + data[20:])


@pytest.mark.parametrize("width", range(3, 9))
def test_a_webp_of_an_odd_length_is_followed_to_its_end(width: int) -> None:
    assert not has_metadata(saved(scene(size=(width, 5)), "WEBP", lossless=True))


@pytest.mark.parametrize("brand", [b"avif", b"avis", b"mif1"])
def test_an_avif_is_known_by_each_of_its_brands(brand: bytes) -> None:
    data = saved(scene(), "AVIF", exif=_exif())
    assert has_metadata(data[:8] + brand + data[12:])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_stops_halfway_is_no_clean_picture(kind: str) -> None:
    data = saved(scene(), kind)
    assert has_metadata(data[: len(data) // 2])


@pytest.mark.parametrize(("kind", "sizes"), [("JPEG", range(2, 64)), ("AVIF", range(33, 64))])
def test_a_picture_that_stops_in_its_first_parts_is_no_clean_picture(kind: str, sizes: range) -> None:
    data = saved(scene(), kind)
    assert [size for size in sizes if not has_metadata(data[:size])] == []


def _smaller(image: Image.Image) -> Image.Image:
    return image.resize((120, 160))


def _top(image: Image.Image) -> Image.Image:
    return image.crop((0, 105, 900, 780))


@pytest.mark.parametrize("change", [lambda image: image, _smaller, _top], ids=["as it is", "smaller", "cropped"])
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_a_photo_is_known_again_in_another_size_format_or_crop(
    change: Callable[[Image.Image], Image.Image], kind: str
) -> None:
    forbidden = likenesses(saved(scene()))
    assert is_like_any(Image.open(BytesIO(saved(change(scene()), kind))), forbidden)


def test_other_photos_are_not_taken_for_it() -> None:
    forbidden = likenesses(saved(scene(1)))
    for seed in range(2, 6):
        assert not is_like_any(scene(seed), forbidden)


def test_every_file_that_the_site_would_make_of_a_photo_is_known_again() -> None:
    data = saved(scene())
    watch = Watch(likenesses=likenesses(data))
    for crop in ("boven", "midden", "onder", None):
        shot = look_at("a.jpg", data, crop)  # type: ignore[arg-type]
        for file in draw(data, shot):
            assert {item.kind for item in watch.found_in(file.path, file.data)} == {Kind.LEAK_PHOTO}, file.path


def test_a_flat_picture_is_like_nothing() -> None:
    assert likenesses(saved(Image.new("RGB", (800, 600), "white"))) == ()
    assert likeness(Image.new("RGB", (800, 600), "white")) == 0


def test_a_picture_inside_a_page_is_looked_at_too() -> None:
    import base64  # noqa: PLC0415

    data = base64.b64encode(saved(scene(), comment=b"van Piet")).decode()
    for start in ("data:image/jpeg;", "data:image/jpeg;charset=utf-8;", "data:;"):
        assert kinds(f'<rect data-foto="{start}base64,{data}"/>', "tekening.svg") == {Kind.LEAK_METADATA}


def test_an_example_in_a_schema_may_be_called_like_somebody() -> None:
    watch = Watch(names=frozenset({"Amira"}))
    assert list(watch.found_in("data/schema/redactie/profiel.json", b'{"examples": ["Amira"]}')) == []
    assert [item.kind for item in watch.found_in("data/schema/amira-vertelt.svg", b"<svg>Amira</svg>")] == [
        Kind.LEAK_PATH,
        Kind.LEAK_NAME,
    ]


# ---- PDF


def pdf(image: Image.Image, text: str = "", **about: str) -> bytes:
    """A PDF of one page with a picture, and a text in its title."""
    target = BytesIO()
    image.save(target, "PDF", title=text, **about)
    return target.getvalue()


def test_a_photo_in_a_pdf_is_found() -> None:
    watch = Watch(likenesses=likenesses(saved(scene())))
    assert {item.kind for item in watch.found_in("folder.pdf", pdf(scene()))} == {Kind.LEAK_PHOTO}
    assert list(watch.found_in("folder.pdf", pdf(scene(3)))) == []


@pytest.mark.parametrize("depth", [0, 1, 3, 40, 99])
def test_a_photo_in_a_drawing_in_a_drawing_in_a_pdf_is_found(depth: int) -> None:
    watch, photo = Watch(likenesses=likenesses(saved(scene()))), saved(scene())
    inside = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X %d 0 R>>>>/Length 5>>"
        b"stream\n/X Do\nendstream" % (number + 7)
        for number in range(depth)
    ]
    about = b"/Width 900/Height 1200/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length %d" % len(photo)
    picture = b"<</Type/XObject/Subtype/Image" + about + b">>stream\n" + photo + b"\nendstream"
    objects = b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate((*inside, picture), 6))
    data = written_pdf(b"Hallo) Tj ET /X Do BT (")
    data = data.replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<").replace(b"trailer", objects + b"trailer")
    assert {item.kind for item in watch.found_in("folder.pdf", data)} == {Kind.LEAK_PHOTO}


def test_secrets_in_the_text_about_a_pdf_are_found() -> None:
    found = {
        item.kind for item in WATCH.found_in("folder.pdf", pdf(scene(), "Zoë, 06 12345678", author="piet@prive.nl"))
    }
    assert found == {Kind.LEAK_NAME, Kind.LEAK_PHONE, Kind.LEAK_MAIL}


@pytest.mark.parametrize(("path", "before"), [("folder", b""), ("folder.txt", b"\n" * 1019)])
def test_a_pdf_is_known_by_its_first_kilobyte_as_readers_do(path: str, before: bytes) -> None:
    data = before + written_pdf(b"Hallo").replace(b"(Hallo)", b"<7069657440707269766c652e6e6c>")
    assert {item.kind for item in WATCH.found_in(path, data)} == {Kind.LEAK_MAIL}


def test_a_picture_in_a_pdf_that_cannot_be_read_is_like_nobody() -> None:
    watch, whole = Watch(likenesses=likenesses(saved(scene()))), pdf(scene())
    start = whole.index(b"\xff\xd8\xff")
    assert list(watch.found_in("folder.pdf", whole[:start] + bytes(len(whole) - start - 900) + whole[-900:])) == []


def test_secrets_in_the_text_of_a_pdf_are_found() -> None:
    assert {item.kind for item in WATCH.found_in("folder.pdf", written_pdf(b"Bel 06 12345678"))} == {Kind.LEAK_PHONE}


def test_an_account_over_two_lines_of_a_pdf_is_found() -> None:
    other, ours = b"NL02 ABNA 0123) Tj 0 -30 Td (4567 89", b"NL91 ABNA 0417) Tj 0 -30 Td (1643 00"
    assert {item.kind for item in WATCH.found_in("folder.pdf", written_pdf(other))} == {Kind.LEAK_IBAN}
    assert list(WATCH.found_in("folder.pdf", written_pdf(ours))) == []


def test_a_link_in_a_pdf_is_read_too() -> None:
    note = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/URI/URI(mailto:piet@prive.nl)>>>>]"
    data = written_pdf(b"Hallo").replace(b"/MediaBox", note + b"/MediaBox")
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_MAIL}


NOTE = b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Vraag piet@prive.nl)>>]"
FIELD = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(mail)/V(piet@prive.nl)/Rect[0 0 9 9]>>"


def _form(about: bytes) -> bytes:
    """A field that says what it is above the place where it is shown."""
    return (
        b"/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>> endobj\n7 0 obj<</FT/Tx" + about + b"/Kids[6 0 R]>> endobj\n"
        b"6 0 obj<</Type/Annot/Subtype/Widget/Parent 7 0 R/Rect[0 0 9 9]>> endobj"
    )


HIDDEN_IN_A_PDF = {
    "note": (b"/MediaBox", NOTE + b"/MediaBox"),
    "field": (b"/MediaBox", b"/Annots[" + FIELD + b"]/MediaBox"),
    "field of a form": (
        b"/Pages 2 0 R>> endobj",
        b"/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>> endobj\n6 0 obj" + FIELD + b" endobj",
    ),
    "name of a form": (b"/Pages 2 0 R>> endobj", _form(b"/T(piet@prive.nl)")),
    "what somebody filled in": (b"/Pages 2 0 R>> endobj", _form(b"/T(mail)/V(piet@prive.nl)")),
    "chapter": (
        b"/Pages 2 0 R>> endobj",
        b"/Pages 2 0 R/Outlines 6 0 R>> endobj\n6 0 obj<</First 7 0 R/Last 7 0 R>> endobj\n"
        b"7 0 obj<</Title(piet@prive.nl)/Parent 6 0 R>> endobj",
    ),
}


@pytest.mark.parametrize("place", HIDDEN_IN_A_PDF)
def test_what_stands_beside_the_text_of_a_pdf_is_read_too(place: str) -> None:
    before, after = HIDDEN_IN_A_PDF[place]
    data = written_pdf(b"Hallo").replace(before, after)
    if b"6 0 obj<</Type/Annot" in data:
        data = data.replace(b"/MediaBox", b"/Annots[6 0 R]/MediaBox")
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_MAIL}


@pytest.mark.parametrize("key", [b"Contents", b"RC", b"T", b"Subj", b"TU", b"V", b"DV"])
def test_whatever_a_note_of_a_pdf_says_is_read(key: bytes) -> None:
    note = b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/" + key + b"(Vraag piet@prive.nl)>>]"
    data = written_pdf(b"Hallo").replace(b"/MediaBox", note + b"/MediaBox")
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_MAIL}


FILE = b"<</Type/Filespec/F(a.txt)>>"
CARRIED = {
    "with the whole": (b"/Pages 2 0 R>>", b"/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.txt)" + FILE + b"]>>>>>>"),
    "on a page": (
        b"/MediaBox",
        b"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS" + FILE + b">>]/MediaBox",
    ),
}


@pytest.mark.parametrize("place", CARRIED)
def test_a_pdf_that_carries_another_file_is_not_published(place: str) -> None:
    data = written_pdf(b"Hallo").replace(*CARRIED[place])
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_UNREADABLE}


SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
ACTING = {
    "when it opens": (b"/Pages 2 0 R>>", b"/Pages 2 0 R/OpenAction" + SCRIPT + b">>"),
    "by a name": (b"/Pages 2 0 R>>", b"/Pages 2 0 R/Names<</JavaScript<</Names[(a)" + SCRIPT + b"]>>>>>>"),
    "by a name in disguise": (b"/Pages 2 0 R>>", b"/Pages 2 0 R/OpenAction<</#53 /Java#53cript/JS(a)>>>>"),
    "when a page is shown": (b"/MediaBox", b"/AA<</O" + SCRIPT + b">>/MediaBox"),
    "at a press": (
        b"/MediaBox",
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(a.exe)>>>>]/MediaBox",
    ),
    "sending a form": (
        b"/MediaBox",
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F(https://example.org)>>>>]/MediaBox",
    ),
}


@pytest.mark.parametrize("when", ACTING)
def test_a_pdf_that_does_something_by_itself_is_not_published(when: str) -> None:
    data = written_pdf(b"Hallo").replace(*ACTING[when])
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_UNREADABLE}


def test_a_pdf_may_speak_of_scripts() -> None:
    assert not [*WATCH.found_in("folder.pdf", written_pdf(b"/S/JavaScript"))]


def test_what_a_program_wrote_about_a_pdf_is_read_too() -> None:
    data = written_pdf(b"Hallo") + b"\n<x:xmpmeta><dc:creator>piet@prive.nl</dc:creator></x:xmpmeta>"
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_MAIL}


def test_what_a_program_wrote_about_a_pdf_is_read_over_all_its_lines_and_in_whatever_letters() -> None:
    about = b"<x:xmpmeta>\n  <dc:creator>Zo\xeb</dc:creator>\n  <dc:rights>piet@prive.nl</dc:rights>\n</x:xmpmeta>"
    found = WATCH.found_in("folder.pdf", written_pdf(b"Hallo") + b"\n" + about)
    assert {item.kind for item in found} == {Kind.LEAK_MAIL}


@pytest.mark.parametrize(
    "note",
    [
        b"/Subtype/Link/A<</S/URI/URI(mailto:piet@prive.nl?subject=caf\xe9)>>",
        b"/Subtype/Text/Contents<feffd8000020" + "piet@prive.nl".encode("utf-16-be").hex().encode() + b">",
    ],
)
def test_a_letter_that_cannot_be_read_hides_nothing_else_in_a_pdf(note: bytes) -> None:
    data = written_pdf(b"Hallo").replace(b"/MediaBox", b"/Annots[<</Type/Annot/Rect[0 0 9 9]" + note + b">>]/MediaBox")
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_MAIL}


def test_a_photo_in_a_pdf_that_tells_where_it_was_made_is_found() -> None:
    photo = saved(scene(), exif=_exif())
    data = written_pdf(b"Hallo") + b"\nstream\n" + photo + b"\nendstream\n"
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_METADATA}


def test_a_pdf_with_a_page_that_cannot_be_read_is_not_published() -> None:
    data = written_pdf(b"Hallo").replace(b"/Kids[3 0 R]", b"/Kids[9 0 R]")
    assert {item.kind for item in WATCH.found_in("folder.pdf", data)} == {Kind.LEAK_UNREADABLE}


def test_a_pdf_that_cannot_be_read_is_not_published() -> None:
    assert {item.kind for item in WATCH.found_in("folder.pdf", b"%PDF-1.7\nkapot")} == {Kind.LEAK_UNREADABLE}
    assert {item.kind for item in WATCH.found_in("folder.pdf", b"")} == {Kind.LEAK_UNREADABLE}


UNSEEN = (
    *"\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
    *("&shy;", "&ZeroWidthSpace;", "&zwj;", "&zwnj;", "&lrm;", "&rlm;", "&NoBreak;"),
    *(
        "&#173;",
        "&#08203;",
        "&#8207;",
        "&#8288;",
        "&#65279;",
        "&#xAD;",
        "&#x200b;",
        "&#x0200F;",
        "&#x2060;",
        "&#xfeff;",
    ),
)


@pytest.mark.parametrize("sign", UNSEEN)
def test_an_invisible_sign_hides_no_name(sign: str) -> None:
    watch = Watch(names=frozenset({"Christiaan-Nepomuk Vertrouwensmens"}))
    page = f"<td>Christiaan-Nepomuk Vertrou{sign}wensmens</td>"
    assert [item.kind.name for item in watch.found_in("index.html", page.encode())] == ["LEAK_NAME"]


def test_what_may_not_be_public_is_told_with_the_file_that_people_can_open(tmp_path: Path) -> None:
    root = copy_minimal(tmp_path)
    (root / "content/stuk.pdf").write_bytes(b"%PDF-1.7 geen pdf")
    build = Build(valid_site(root))
    [mail] = build.wrong_in("contact/index.html", b"Mail jan@gmail.com", "contact/index.md")
    assert "(gemaakt van content/contact/index.md)" in format_problem(mail)
    [pdf] = build.wrong_in("stuk.pdf", b"%PDF-1.7 geen pdf")
    assert "(gemaakt van content/stuk.pdf)" in format_problem(pdf)
    [inside] = build.wrong_in("stuk.pdf", written_pdf(b"Mail jan@gmail.com"))
    assert (
        "(gemaakt van content/stuk.pdf; zie je het niet in de pdf, druk haar dan af als nieuwe pdf)"
        in format_problem(inside)
    )
    [ours] = build.wrong_in("poster.pdf", written_pdf(b"Mail jan@gmail.com"))
    assert "hoort (zie je het niet in de pdf, druk haar dan af als nieuwe pdf). Haal" in format_problem(ours)
    [other] = build.wrong_in("feed.xml", b"Mail jan@gmail.com")
    assert "gemaakt van" not in format_problem(other)
