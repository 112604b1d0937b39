"""What may not be public is found in each corner of a PDF where a program or somebody may leave it."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from burgerbaan.kinds import Kind
from burgerbaan.traces.likeness import likenesses
from burgerbaan.traces.objects import MOST_SAID, MOST_UNPACKED
from burgerbaan.traces.watch import Watch
from tests.made_pdf import stream, with_objects, written_pdf
from tests.photo_project import saved, scene

SAVED = Path(__file__).parent / "cases" / "pdf"
"""Of a page each, saved by qpdf and pypdf."""

WATCH = Watch(names=frozenset({"Sofie-Anne Voorbeeld"}), likenesses=likenesses(saved(scene())))
NOTE = b"<?xpacket?><rdf:RDF><dc:creator>piet@prive.nl</dc:creator></rdf:RDF>"


def kinds(data: bytes) -> list[Kind]:
    return [item.kind for item in WATCH.found_in("folder.pdf", data)]


def about(data: bytes, filters: bytes = b"", *, of: bytes = b"/Type/Page/") -> bytes:
    """A PDF with a note of a program about it, or about a part of it."""
    where = written_pdf(b"Hallo").replace(of, of[:-1] + b"/Metadata 6 0 R/")
    return with_objects(where, stream(b"/Type/Metadata/Subtype/XML" + filters, data))


# ---- what it says of itself


@pytest.mark.parametrize("of", [b"/Type/Catalog/", b"/Type/Page/", b"/Type/Font/"])
def test_what_a_program_packed_about_a_pdf_or_a_part_of_it_is_read(of: bytes) -> None:
    assert kinds(about(NOTE, of=of)) == [Kind.LEAK_MAIL]
    assert kinds(about(zlib.compress(NOTE), b"/Filter/FlateDecode", of=of)) == [Kind.LEAK_MAIL]


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16"])
def test_what_a_program_says_about_a_pdf_is_read_in_whatever_letters(letters: str) -> None:
    assert kinds(about("<dc:creator>piet@prive.nl</dc:creator>".encode(letters))) == [Kind.LEAK_MAIL]


def test_what_a_program_says_about_a_pdf_in_an_odd_way_is_not_published() -> None:
    packed = zlib.compress(NOTE).hex().encode() + b">"
    assert kinds(about(packed, b"/Filter[/ASCIIHexDecode/FlateDecode]")) == [Kind.LEAK_UNREADABLE]
    assert kinds(about(b"")) == []


def _used(about: bytes, data: bytes) -> bytes:
    where = written_pdf(b"Hallo").replace(b"/Type/Page/", b"/Type/Page/B 6 0 R/")
    return with_objects(where, stream(about, data))


def test_what_takes_all_memory_is_not_unpacked() -> None:
    for size, found in ((MOST_SAID, Kind.LEAK_MAIL), (MOST_SAID + 1, Kind.LEAK_UNREADABLE)):
        packed = zlib.compress(NOTE + b" " * (size - len(NOTE)))
        assert kinds(about(packed, b"/Filter/FlateDecode")) == [found]
    for size, found in ((MOST_UNPACKED, Kind.LEAK_METADATA), (MOST_UNPACKED + 1, Kind.LEAK_UNREADABLE)):
        assert kinds(_used(b"/Filter/FlateDecode", zlib.compress(bytes(size - 6) + b"Exif\0\0"))) == [found]


def test_dots_of_a_picture_say_nothing_and_are_not_unpacked() -> None:
    shape = b"/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    assert kinds(_used(shape, zlib.compress(bytes(MOST_UNPACKED + 1)))) == []


def test_a_stream_is_read_to_its_end_also_when_a_part_of_what_it_is_has_a_length() -> None:
    for length in (b"3", b"9999"):
        assert kinds(about(NOTE, b"/A<</Length " + length + b">>")) == [Kind.LEAK_MAIL]


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16", "utf-16-be", "latin-1"])
def test_a_text_in_a_pdf_is_read_in_whatever_letters(letters: str) -> None:
    name = Watch(names=frozenset({"Zo\u00eb (van Dijk)"}))
    written = ("\ufeff" if letters == "utf-16-be" else "") + "Zo\u00eb (van\nDijk)"
    text = b"/B<" + written.encode(letters).hex().encode() + b">"
    data = written_pdf(b"Hallo").replace(b"/Type/Page/", b"/Type/Page" + text + b"/")
    assert [item.kind for item in name.found_in("folder.pdf", data)] == [Kind.LEAK_NAME]


def test_a_stream_that_is_damaged_shows_nothing_and_hides_nothing() -> None:
    data = _used(b"/Filter/FlateDecode", b"kapot")
    assert kinds(data) == []
    assert kinds(data.replace(b"(Hallo)", b"(piet@prive.nl)")) == [Kind.LEAK_MAIL]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<</Root 1 0 R", b"<</Root 1 0 R/Info<</Company(piet@prive.nl)>>"),
        (b"/Type/Catalog/", b"/Type/Catalog/StructTreeRoot<</K<</S/Figure/Alt(Foto van piet@prive.nl)>>>>/"),
        (b"/Type/Catalog/", b"/Type/Catalog/OCProperties<</OCGs[<</Type/OCG/Name(piet@prive.nl)>>]>>/"),
        (
            b"/Type/Catalog/",
            b"/Type/Catalog/PageLabels<</Nums[0<</P<feff0070006900650074004000700072002e006e006c>>>]>>/",
        ),
        (b"/Type/Page/", b"/Type/Page/PieceInfo<</Program<</Private(\\(piet@prive.nl\\))>>>>/"),
    ],
    ids=["about it", "in words for a picture", "layer", "number of a page", "of a program"],
)
def test_whatever_is_text_in_a_pdf_is_read(before: bytes, after: bytes) -> None:
    data = written_pdf(b"Hallo")
    assert before in data
    assert kinds(data.replace(before, after)) == [Kind.LEAK_MAIL]


def test_bytes_of_a_signature_are_no_text() -> None:
    signature = b"/Type/Page/B<</Contents<" + b"\x30\x820612345678\0".hex().encode() + b">>>/"
    assert kinds(written_pdf(b"Hallo").replace(b"/Type/Page/", signature)) == []


def test_a_name_that_a_pdf_breaks_or_writes_with_joined_letters_is_found() -> None:
    for line in (
        b"Sofie-) Tj 0 -30 Td (Anne Voorbeeld",
        b"Sofie-Anne Voor-) Tj 0 -30 Td (beeld",
        b"Sofie-Anne) Tj 0 -30 Td (Voorbeeld",
    ):
        assert kinds(written_pdf(line)) == [Kind.LEAK_NAME]
    joined = "<feff" + "So\ufb01e-Anne Voorbeeld".encode("utf-16-be").hex() + ">"
    data = written_pdf(b"Hallo").replace(b"/Type/Page/", b"/Type/Page/B " + joined.encode() + b"/")
    assert kinds(data) == [Kind.LEAK_NAME]


# ---- drawings in other places than the page


def _drawing(inside: bytes, more: bytes = b"") -> bytes:
    fonts = b"/Resources<</Font<</F1 5 0 R>>" + more + b">>"
    return stream(b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]" + fonts, inside)


def _shown_by(subtype: bytes, *drawn: bytes) -> bytes:
    note = b"/Annots[<</Type/Annot/Rect[0 0 9 9]" + subtype + b"/AP<</N 6 0 R>>>>]"
    return with_objects(written_pdf(b"Hallo").replace(b"/MediaBox", note + b"/MediaBox"), *drawn)


@pytest.mark.parametrize("subtype", [b"/Subtype/Stamp", b"/Subtype/Stamp/F 2", b"/Subtype/Widget/FT/Btn"])
def test_what_a_stamp_or_a_button_shows_is_read_also_when_it_is_hidden(subtype: bytes) -> None:
    text = b"BT /F1 12 Tf (piet@prive.nl) Tj ET"
    assert kinds(_shown_by(subtype, _drawing(text))) == [Kind.LEAK_MAIL]


def _photo(data: bytes, size: tuple[int, int] = (900, 1200)) -> bytes:
    shape = b"/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % size
    return stream(b"/Type/XObject/Subtype/Image" + shape + b"/Filter/DCTDecode", data)


def test_a_photo_that_only_a_stamp_or_a_pattern_shows_is_found() -> None:
    photo, shows = _photo(saved(scene())), b"/XObject<</X 7 0 R>>"
    assert kinds(_shown_by(b"/Subtype/Stamp", _drawing(b"/X Do", shows), photo)) == [Kind.LEAK_PHOTO]
    pattern = stream(
        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<" + shows + b">>", b"/X Do"
    )
    data = written_pdf(b"Hallo").replace(b"/Font<<", b"/Pattern<</P 6 0 R>>/Font<<")
    assert kinds(with_objects(data, pattern, photo)) == [Kind.LEAK_PHOTO]
    assert kinds(with_objects(data, pattern, _photo(saved(scene(3))))) == []


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_photo_that_lies_on_its_side_is_found(turn: Image.Transpose) -> None:
    target = BytesIO()
    scene().transpose(turn).save(target, "PDF")
    assert kinds(target.getvalue()) == [Kind.LEAK_PHOTO]
    assert [item.kind for item in WATCH.found_in("a.webp", saved(scene().transpose(turn), "WEBP"))] == [Kind.LEAK_PHOTO]


# ---- what a photo in it says

WITH_PLACE = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="52,22.1N"/></x:xmpmeta>'
_OF_PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x40"


def _with_part(marker: int, text: bytes) -> bytes:
    data = saved(scene(3))
    return data[:2] + bytes((0xFF, marker)) + (len(text) + 2).to_bytes(2, "big") + text + data[2:]


def _placed(photo: bytes, filters: bytes = b"/Filter/DCTDecode") -> bytes:
    data = written_pdf(b"Hallo) Tj ET /X Do BT (").replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<")
    shape = b"/Width 900/Height 1200/ColorSpace/DeviceRGB/BitsPerComponent 8"
    return with_objects(data, stream(b"/Type/XObject/Subtype/Image" + shape + filters, photo))


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        (0xE1, b"Exif\0\0II"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + WITH_PLACE),
        (0xED, _OF_PHOTOSHOP + b"\x1c\x02\x50\0\x04Piet"),
        (0xED, _OF_PHOTOSHOP + b"\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\0\0\x02\0\x04\x1c\x02\x5c\0\x07Thuis 1"),
    ],
    ids=["exif", "xmp", "iptc", "iptc after its version"],
)
def test_who_and_where_in_a_photo_in_a_pdf_is_found_however_it_is_packed(marker: int, text: bytes) -> None:
    photo = _with_part(marker, text)
    assert kinds(_placed(photo)) == [Kind.LEAK_METADATA]
    assert kinds(_placed(zlib.compress(photo), b"/Filter[/FlateDecode/DCTDecode]")) == [Kind.LEAK_METADATA]


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        (0xEE, b"Adobe\0d\0\0\0\0\0"),
        (0xE1, b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:exif="http://ns.adobe.com/exif/1.0/"></x:xmpmeta>'),
        (0xED, _OF_PHOTOSHOP + b"\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\0\0\x02\0\x04"),
    ],
    ids=["colours", "empty xmp", "empty iptc"],
)
def test_what_every_program_writes_in_a_photo_is_nothing_to_hide(marker: int, text: bytes) -> None:
    assert kinds(_placed(_with_part(marker, text))) == []


# ---- other files in it


@pytest.mark.parametrize(
    "carried",
    [b"/AF[<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>]", b"/AcroForm<</XFA 6 0 R/Fields[]>>"],
    ids=["beside its text", "form in another language"],
)
def test_a_pdf_that_carries_something_nobody_reads_is_not_published(carried: bytes) -> None:
    data = written_pdf(b"Hallo").replace(b"/Type/Catalog/", b"/Type/Catalog" + carried + b"/")
    assert kinds(with_objects(data, stream(b"", b"<a>piet@prive.nl</a>"))) == [Kind.LEAK_UNREADABLE]


def test_a_pdf_may_write_of_what_it_could_carry() -> None:
    data = written_pdf(b"Hallo").replace(b"/Type/Page/", b"/Type/Page/B(/EF /XFA /S/JavaScript \\( endobj >>stream)/")
    assert kinds(data) == []


# ---- as programs save them


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("locked.pdf", [Kind.LEAK_UNREADABLE]),
        ("opens-without-password.pdf", [Kind.LEAK_MAIL]),
        ("opens-without-password-note.pdf", [Kind.LEAK_MAIL]),
        ("grown.pdf", [Kind.LEAK_MAIL]),
        ("for-the-web.pdf", []),
    ],
)
def test_a_pdf_is_read_however_a_program_saved_it(file: str, found: list[Kind]) -> None:
    assert kinds((SAVED / file).read_bytes()) == found


def test_a_pdf_that_was_changed_very_often_is_not_published() -> None:
    data = written_pdf(b"Hallo")
    assert kinds(data + b"\n%%EOF" * 19) == []
    assert kinds(data + b"\n%%EOF" * 20) == [Kind.LEAK_UNREADABLE]


def test_a_photo_that_a_change_took_out_of_a_pdf_is_found() -> None:
    before = _placed(saved(scene()))
    after = (
        before + b"\n4 0 obj" + stream(b"", b"BT ET") + b" endobj\n6 0 obj<<>> endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    assert kinds(after) == [Kind.LEAK_PHOTO]


def test_what_an_earlier_version_of_a_pdf_carried_or_did_is_still_in_it() -> None:
    clean = b"\n1 0 obj<</Type/Catalog/Pages 2 0 R>> endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    for act in (b"/OpenAction<</S/JavaScript/JS(a)>>", b"/Names<</EmbeddedFiles<</Names[]>>>>"):
        before = written_pdf(b"Hallo").replace(b"/Type/Catalog/", b"/Type/Catalog" + act + b"/")
        assert kinds(before + clean) == [Kind.LEAK_UNREADABLE]
    assert kinds(written_pdf(b"Hallo") + clean) == []


def test_a_version_that_cannot_be_read_hides_no_later_one() -> None:
    after = b"\n4 0 obj" + stream(b"", b"BT ET") + b" endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    assert kinds(b"%PDF-1.4\n%%EOF\n" + written_pdf(b"piet@prive.nl") + after) == [Kind.LEAK_MAIL]
