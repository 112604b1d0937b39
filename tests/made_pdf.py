"""PDFs of a few bytes, written by hand."""

from __future__ import annotations


def written_pdf(text: bytes) -> bytes:
    """The smallest PDF with a line of text."""
    stream = b"BT /F1 24 Tf 72 700 Td (" + text + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def with_objects(data: bytes, *objects: bytes) -> bytes:
    """The same with more objects, numbered from 6."""
    more = b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate(objects, 6))
    return data.replace(b"trailer", more + b"trailer")


def stream(about: bytes, data: bytes) -> bytes:
    """An object that holds bytes."""
    return b"<<" + about + b"/Length %d>>stream\n%s\nendstream" % (len(data), data)
