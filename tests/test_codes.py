"""Codes of the site: drawn small, with the right level, and read back from the finished files."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import qrcode
import resvg_py
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.util import QRData

from burgerbaan.build import Build, Known
from burgerbaan.cache import Cache
from burgerbaan.closing import Published
from burgerbaan.code_size import PAPERS
from burgerbaan.codes import CodeKind, published_codes
from burgerbaan.kinds import Kind
from burgerbaan.preview import Preview
from burgerbaan.qr import Code, Level, UnreadableCodeError, code_of, reading_of, texts_in
from burgerbaan.qr_drawing import _runs, codes_in, path_of, qr_svg
from burgerbaan.readback import CLEAN, Readback, pictured_in
from burgerbaan.rules.drawings import what_is_unsafe
from burgerbaan.site import Site
from tests.giving_project import DONATION, HOST, IBAN, OTHER_IBAN, sign_for, write_campaign, write_giving
from tests.real_build import PATIENCE, build, start
from tests.small_site import MINIMAL, change, copy_minimal, files_of, load, valid_site

DRAWINGS = Path(__file__).parent.parent / "hooks" / "theme" / "assets" / "beeld"
PAGE = "doneer/een-plek/index.html"
POSTER = "doneer/een-plek/poster/index.html"
PAYMENT = f"BCD\n002\n1\nSCT\n\nStichting Geefgraag\n{IBAN}\nEUR25.00\n\n\nGift plek"
OTHER_PAYMENT = PAYMENT.replace(IBAN, OTHER_IBAN)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return valid_site(write_giving(tmp_path))


@pytest.fixture
def files(site: Site) -> dict[str, bytes]:
    return files_of(site)


# ---- how they are drawn


def test_a_code_of_version_8_takes_at_most_five_thousand_bytes() -> None:
    svg = qr_svg("x" * 150, "Code voor je bank-app: een plek.", Level.MEDIUM)
    [(_, code)] = codes_in(svg)
    assert code
    assert code.size == 4 * 8 + 17
    assert len(svg) <= 5000


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=330), st.sampled_from(Level))
def test_what_is_drawn_is_read_back_from_the_drawing(text: str, level: Level) -> None:
    code = code_of(text, level)
    [(_, drawn)] = codes_in(qr_svg(text, "Code", level))
    assert drawn == code
    assert reading_of(code).text == text


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.replace("m", "m0 0h0m", 1),  # a stroke of nothing
        lambda path: path.replace(" 1h", " 0h", 1),  # back over what was drawn
        lambda path: path.replace(" 1h1m", " 1h99m", 1),  # out of the plate
        lambda path: path[:-1],
        lambda path: path + "m999 999h999" * 100_000,
        lambda path: path + "z",
        lambda path: "m" * 1000,
        lambda path: "",
    ],
)
def test_a_drawing_that_is_not_exactly_that_of_a_code_is_none(change: Callable[[str], str]) -> None:
    path = path_of(code_of(PAYMENT, Level.MEDIUM))
    [(_, drawn)] = codes_in(qr_svg(PAYMENT, "Code", Level.MEDIUM).replace(path, change(path)))
    assert drawn is None


@pytest.mark.parametrize("size", [0, 1, 8, 186, 999])
def test_no_code_has_a_plate_of_that_size(size: int) -> None:
    plate = f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="M4 4.5h1"/>'
    [(_, drawn)] = codes_in(f'<svg class="bb-qr" viewBox="0 0 {size} {size}">{plate}</svg>')
    assert drawn is None


def test_steps_of_a_drawing_that_is_no_code_are_forgotten() -> None:
    path = "M4 4.5h1" + "".join(f"m{across} 0h{length}" for across in range(60, 99) for length in range(60, 99))
    plate = f'<path fill="#fff" d="M0 0h185v185H0z"/><path stroke="#000" d="{path}"/>'
    [(_, drawn)] = codes_in(f'<svg class="bb-qr" viewBox="0 0 185 185">{plate}</svg>')
    assert drawn is None
    assert len(_runs(185)) == 0


@given(st.integers(1, 330))
def test_an_address_gets_the_highest_level_that_makes_it_no_larger_and_a_payment_gets_m(length: int) -> None:
    def version(level: int) -> int:
        code = qrcode.QRCode(error_correction=level)
        code.add_data(QRData(bytes(length), mode=4), optimize=0)
        return int(code.best_fit())

    text = "a" * length
    smallest = version(ERROR_CORRECT_M)
    levels = {"H": ERROR_CORRECT_H, "Q": ERROR_CORRECT_Q, "M": ERROR_CORRECT_M}
    best = next(letter for letter, level in levels.items() if version(level) == smallest)
    for level, letter in ((Level.STRONGEST, best), (Level.MEDIUM, "M")):
        code = code_of(text, level)
        assert code.size == 4 * smallest + 17
        assert reading_of(code) == (text, letter)


def test_a_text_that_fits_no_code_is_refused() -> None:
    with pytest.raises(UnreadableCodeError):
        code_of("x" * 3000)


def test_the_drawing_has_a_white_plate_a_quiet_zone_and_a_name() -> None:
    svg = str(qr_svg("https://www.example.org/", 'Code voor "je" camera', name="qr-url"))
    assert 'role="img" aria-label="Code voor &#34;je&#34; camera" shape-rendering="crispEdges"' in svg
    assert '<path fill="#fff" d="M0 0h33v33H0z"/>' in svg
    assert re.findall(r"<path", svg) == ["<path"] * 2
    assert re.findall(r"M(\d+) (\d+)\.5", svg) == [("4", "4")]


# ---- what is published


def test_each_goal_has_two_codes_on_its_page_its_poster_and_its_cards(site: Site) -> None:
    codes = [code for code in published_codes(site) if "doneer/een-plek/" in code.file and code.beside]
    assert [(code.file, code.kind) for code in codes] == [
        (file, kind)
        for file in (PAGE, POSTER, "doneer/een-plek/kaartje/index.html")
        for kind in (CodeKind.ADDRESS, CodeKind.PAYMENT)
    ]
    assert {code.payload for code in codes} == {f"{HOST}doneer/een-plek/", PAYMENT}


def test_a_goal_for_a_month_tells_how_to_give_every_month(files: dict[str, bytes]) -> None:
    said = "Wil je elke maand geven?"
    assert said in files[PAGE].decode()
    assert said not in files["doneer/vrij/index.html"].decode()


def test_each_code_is_also_a_file_for_mail_and_for_print(site: Site, files: dict[str, bytes]) -> None:
    readback = Readback(published_codes(site))
    for name in ("camera.png", "camera.pdf", "bank-app.png", "bank-app.pdf"):
        file = f"doneer/een-plek/{name}"
        assert list(readback.found_in(file, files[file])) == []
        other = files[f"doneer/vrij/{name}"]
        assert [item.kind for item in readback.found_in(file, other)] == [Kind.CODE_OTHER, Kind.CODE_ABSENT]
        assert f'href="{name}"' in files[PAGE].decode()


def test_a_goal_without_an_account_has_a_code_for_cameras_only(tmp_path: Path) -> None:
    without = DONATION.replace(DONATION.split("\n")[0] + "\n", "")
    kinds = {
        code.kind for code in published_codes(valid_site(write_giving(tmp_path, without))) if "doneer" in code.file
    }
    assert kinds == {CodeKind.ADDRESS}


def test_codes_of_this_site_stay_small(built_site: Path) -> None:
    for item in json.loads((built_site / "data/qr.json").read_text("utf-8")):
        code = code_of(item["payload"], CodeKind(item["kind"]).level)
        assert code.size <= 4 * 6 + 17, item


def test_a_campaign_that_is_over_has_a_page_without_codes_and_no_paper(tmp_path: Path) -> None:
    project = write_campaign(tmp_path, "2026-11-21")
    files = files_of(valid_site(project))
    html = files[PAGE].decode()
    assert "Deze actie is voorbij" in html
    assert "bb-qr" not in html
    assert IBAN not in html.replace(" ", "")
    assert POSTER not in files
    change(project / "content/gegevens/donatie.yml", "2026-11-21", "2026-11-22")
    assert "bb-qr" in files_of(valid_site(project))[PAGE].decode()


# ---- read back from the finished files

Spoil = Callable[[bytes], bytes]


def _swapped(html: bytes, payload: str, level: Level) -> bytes:
    """The page with the first code of that kind replaced by another."""
    text = html.decode()
    old = PAYMENT if level is Level.MEDIUM else f"{HOST}doneer/een-plek/"
    return text.replace(path_of(code_of(old, level)), path_of(code_of(payload, level))).encode()


def _turned(html: bytes) -> bytes:
    """A module too many on the edge: no quiet zone."""
    return html.replace(b'stroke="#000" d="M4 4.5h7', b'stroke="#000" d="M3 4.5h8', 1)


SPOILED: dict[str, tuple[str, Spoil, list[Kind]]] = {
    "the account of somebody else in the code": (
        PAGE,
        lambda html: _swapped(html, PAYMENT.replace(IBAN, OTHER_IBAN), Level.MEDIUM),
        [Kind.CODE_OTHER, Kind.CODE_ABSENT],
    ),
    "another amount in the code": (
        POSTER,
        lambda html: _swapped(html, PAYMENT.replace("25.00", "26.00"), Level.MEDIUM),
        [Kind.CODE_OTHER, Kind.CODE_ABSENT],
    ),
    "an address elsewhere": (
        PAGE,
        lambda html: _swapped(html, "https://www.example.com/doneer/een-plek/", Level.STRONGEST),
        [Kind.CODE_OTHER, Kind.CODE_ABSENT],
    ),
    "the code of another goal": (
        PAGE,
        lambda html: _swapped(html, f"{HOST}doneer/vrij/", Level.STRONGEST),
        [Kind.CODE_OTHER, Kind.CODE_ABSENT],
    ),
    "the same code twice": (
        PAGE,
        lambda html: html.replace(b"</figure>", b"</figure>" + str(qr_svg(PAYMENT, "x", Level.MEDIUM)).encode(), 1),
        [Kind.CODE_OTHER],
    ),
    "a code that lost a corner": (
        PAGE,
        lambda html: re.sub(rb'(stroke="#000" d="M4 4\.5)h7', rb"\1h1", html, count=1),
        [Kind.CODE_UNREADABLE, Kind.CODE_ABSENT],
    ),
    "a code without its quiet zone": (PAGE, _turned, [Kind.CODE_UNREADABLE, Kind.CODE_ABSENT]),
    "a code that is no drawing of ours": (
        PAGE,
        lambda html: html.replace(b'<path fill="#fff" d="M0', b'<path fill="#eee" d="M0', 1),
        [Kind.CODE_UNREADABLE, Kind.CODE_ABSENT],
    ),
    "no codes at all": (PAGE, lambda html: re.sub(rb"<svg class=.bb-qr.*?</svg>", b"", html), [Kind.CODE_ABSENT] * 2),
    "a name that is not the one in the code": (
        PAGE,
        lambda html: html.replace(b"Stichting Geefgraag", b"Stichting Anders"),
        [Kind.CODE_TEXT],
    ),
    "an account as text that is not the one in the code": (
        POSTER,
        lambda html: html.replace("NL91\u00a0ABNA".encode(), "NL02\u00a0ABNA".encode()),
        [Kind.CODE_TEXT],
    ),
    "another reference and another amount as text": (
        POSTER,
        lambda html: html.replace(b"Gift plek", b"Gift").replace("€\u00a025".encode(), "€\u00a026".encode()),
        [Kind.CODE_TEXT, Kind.CODE_TEXT],
    ),
    "a code on a page that has none": (
        "vacatures/koken/index.html",
        lambda html: html + str(qr_svg(PAYMENT, "x", Level.MEDIUM)).encode(),
        [Kind.CODE_OTHER],
    ),
    "a payment in another level than banks ask for": (
        PAGE,
        lambda html: html.replace(path_of(code_of(PAYMENT, Level.MEDIUM)).encode(), _path_at_level_l(PAYMENT)),
        [Kind.CODE_LEVEL],
    ),
    "a list that says something else": (
        "data/qr.json",
        lambda text: text.replace(IBAN.encode(), OTHER_IBAN.encode()),
        [Kind.CODE_LIST],
    ),
    "a list that lacks one": ("data/qr.json", lambda text: b"[" + text.split(b",\n", 1)[1], [Kind.CODE_LIST]),
    "a list of something else": ("data/qr.json", lambda text: b"[1, 2]", [Kind.CODE_LIST]),
    "a list that is none": ("data/qr.json", lambda text: b"[1, 2", [Kind.CODE_LIST]),
}


def _path_at_level_l(payload: str) -> bytes:
    code = qrcode.QRCode(version=5, error_correction=ERROR_CORRECT_L, border=0)
    code.add_data(QRData(payload.encode(), mode=4), optimize=0)
    code.make(fit=False)
    size = len(code.modules)
    rows = tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)
    assert size == code_of(payload, Level.MEDIUM).size, "else the plate would be another one"
    return path_of(Code(size, rows)).encode()


@pytest.mark.parametrize("name", SPOILED)
def test_a_difference_between_code_text_and_list_is_found(name: str, site: Site, files: dict[str, bytes]) -> None:
    file, spoil, kinds = SPOILED[name]
    readback = Readback(published_codes(site))
    assert list(readback.found_in(file, files[file])) == []
    spoiled = spoil(files[file])
    assert spoiled != files[file]
    assert [item.kind for item in readback.found_in(file, spoiled)] == kinds


def test_every_file_of_a_site_passes_and_none_with_a_code_may_be_absent(site: Site, files: dict[str, bytes]) -> None:
    build = Build(site)
    assert [item for path, data in files.items() for item in build.readback.found_in(path, data)] == []
    assert list(build.readback.absent_from(files)) == []
    del files[POSTER]
    assert [(item.path, item.kind) for item in build.readback.absent_from(files)] == [(POSTER, Kind.CODE_ABSENT)]


def _drawn(payload: str) -> Image.Image:
    code = qrcode.QRCode(border=4, box_size=6)
    code.add_data(payload)
    return code.make_image().get_image().convert("RGB").rotate(8, expand=True, fillcolor="white")


def _picture(payload: str, kind: str) -> bytes:
    target = io.BytesIO()
    _drawn(payload).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "PDF"])
def test_a_code_in_a_picture_or_a_document_may_only_hold_what_the_site_publishes(kind: str, site: Site) -> None:
    readback = Readback(published_codes(site))
    ours, theirs = _picture(PAYMENT, kind), _picture(PAYMENT.replace(IBAN, OTHER_IBAN), kind)
    assert list(readback.found_in("beeld/flyer.x", ours)) == []
    assert [item.kind for item in readback.found_in("beeld/flyer.x", theirs)] == [Kind.CODE_OTHER]


@pytest.mark.parametrize("payloads", [(PAYMENT, OTHER_PAYMENT), (OTHER_PAYMENT, PAYMENT)])
def test_every_page_of_a_document_is_looked_at(payloads: tuple[str, str], site: Site) -> None:
    first, second = map(_drawn, payloads)
    target = io.BytesIO()
    first.save(target, "PDF", save_all=True, append_images=[second])
    found = Readback(published_codes(site)).found_in("beeld/folder.pdf", target.getvalue())
    assert [item.kind for item in found] == [Kind.CODE_OTHER]


def test_a_document_that_begins_with_something_else_is_looked_at_as_browsers_do(site: Site) -> None:
    found = Readback(published_codes(site)).found_in("beeld/folder.pdf", b"%\n" * 300 + _picture(OTHER_PAYMENT, "PDF"))
    assert [item.kind for item in found] == [Kind.CODE_OTHER]


def test_a_paper_with_codes_holds_all_of_them_and_the_words_beside_them(site: Site) -> None:
    codes = [code for code in published_codes(site) if code.file == POSTER]
    beside = {value for code in codes for value in code.beside}
    found = list(Readback(codes).found_in(f"{POSTER.rpartition('/')[0]}/poster.pdf", _picture(PAYMENT, "PDF")))
    assert [item.kind for item in found] == [Kind.CODE_ABSENT] * (len(codes) - 1) + [Kind.CODE_TEXT] * len(beside)


def test_words_that_only_a_program_reads_do_not_stand_beside_a_code(site: Site, files: dict[str, bytes]) -> None:
    name, readback = b"Stichting Geefgraag", Readback(published_codes(site))
    for unseen in (
        b'<a\ntitle="\n%s">Wij</a>',
        b"<script>\nlet ons = '%s';\n</script>",
        b"<style>\n/* %s */\n</style>",
    ):
        without = files[PAGE].replace(name, b"Stichting")
        assert name in without.replace(b"</body>", unseen % name + b"</body>")
        found = readback.found_in(PAGE, without.replace(b"</body>", unseen % name + b"</body>"))
        assert [item.kind for item in found] == [Kind.CODE_TEXT]
    assert list(readback.found_in(PAGE, files[PAGE].replace(name, b"Stichting\n <b>Geef</b>graag"))) == []


def test_a_payment_that_no_bank_app_reads_is_told(site: Site, files: dict[str, bytes]) -> None:
    broken = PAYMENT.replace("SCT", "SCX")
    codes = [replace(code, payload=code.payload.replace(PAYMENT, broken)) for code in published_codes(site)]
    html = _swapped(files[PAGE], broken, Level.MEDIUM).replace(b"<svg", b"  <svg")
    [found] = Readback(codes).found_in(PAGE, html)
    assert found.kind == Kind.CODE_UNREADABLE
    assert html.decode().split("\n")[found.line - 1][found.column - 1 :].startswith('<svg class="bb-qr')


def test_a_payment_to_another_than_who_is_named_beside_it_is_told(site: Site, files: dict[str, bytes]) -> None:
    for old, new in (("Stichting Geefgraag", "Geef een plek"), ("NL91 ABNA 0417 1643 00", "Gift plek")):
        codes = [
            replace(code, beside=tuple(new if " ".join(text.split()) == old else text for text in code.beside))
            for code in published_codes(site)
        ]
        assert codes != [*published_codes(site)]
        assert Kind.CODE_OTHER in [item.kind for item in Readback(codes).found_in(PAGE, files[PAGE])]


def test_what_cannot_be_looked_at_holds_no_code(site: Site) -> None:
    readback = Readback(published_codes(site))
    for broken in (_picture(OTHER_PAYMENT, "PNG")[:90], _picture(OTHER_PAYMENT, "PDF")[:90]):
        assert list(readback.found_in("beeld/flyer.x", broken)) == []
        assert pictured_in(broken) == frozenset()
    head = b'<svg xmlns="http://www.w3.org/2000/svg"'
    for refused in (head + b' width="0" height="0"/>', head + b"><script>1</script></svg>"):
        assert [item.kind for item in readback.found_in("beeld/niets.svg", refused)] == [Kind.CODE_DRAWING]
    assert list(readback.found_in("beeld/letters.svg", head + b"><desc>caf\xe9</desc></svg>")) == []


@pytest.mark.parametrize(
    ("size", "kinds"), [((1, 3400), []), ((1, 3401), [Kind.CODE_SHEET]), ((3401, 1), [Kind.CODE_SHEET])]
)
def test_a_sheet_that_is_larger_than_memory_bears_is_not_looked_at(
    size: tuple[int, int], kinds: list[Kind], site: Site
) -> None:
    target = io.BytesIO()
    Image.new("L", size, 255).save(target, "PDF", resolution=72)
    assert [item.kind for item in Readback(published_codes(site)).found_in("folder.pdf", target.getvalue())] == kinds


def test_a_code_that_somebody_drew_is_read_too(site: Site) -> None:
    """In a corner of a drawing, black on nothing: a page is white."""
    readback = Readback(published_codes(site))
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 180">'
    for payload, kinds in ((PAYMENT, []), (PAYMENT.replace(IBAN, OTHER_IBAN), [Kind.CODE_OTHER])):
        rows = code_of(payload, Level.MEDIUM).rows
        squares = "".join(
            f'<rect x="{x + 4}" y="{y + 4}" width="1.02" height="1.02"/>'
            for y, row in enumerate(rows)
            for x, module in enumerate(row)
            if module == "1"
        )
        drawing = f"{head}{squares}</svg>".encode()
        assert [item.kind for item in readback.found_in("beeld/logo.svg", drawing)] == kinds
    assert [item.kind for item in readback.found_in("beeld/kapot.svg", b"<svg")] == [Kind.CODE_DRAWING]


def test_drawings_of_the_theme_that_are_not_looked_at_in_every_build_hold_no_code() -> None:
    """After a change of one: sha256sum *.svg > ../../../burgerbaan/clean-drawings.sha256, in its folder."""
    for line in CLEAN.read_text("ascii").splitlines():
        told, name = line.split("  ")
        data = (DRAWINGS / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == told, f"{name} was changed since somebody looked at it"
        picture = resvg_py.svg_to_bytes(svg_string=data.decode(), width=2000, height=2000, background="white")
        assert list(texts_in(Image.open(io.BytesIO(picture)).convert("L"))) == []


@pytest.mark.parametrize("shape", ["0 0 1 100000", "0 0 100000 1"])
def test_a_drawing_of_any_shape_takes_little_memory(shape: str, site: Site) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{shape}"/>'.encode()
    assert list(Readback(published_codes(site)).found_in("beeld/lang.svg", drawing)) == []


# ---- a picture that an earlier build made


FLYER = "beeld/flyer.png"
OTHER_AMOUNT = DONATION.replace("bedrag: 25", "bedrag: 30")  # another account is found anyhow: it is no longer public


def _write_with_flyer(folder: Path) -> Path:
    """A project to build as an editor does, with a picture that asks for money in the same words as the site."""
    project = write_giving(folder)
    (project / "content/beeld").mkdir()
    (project / "content" / FLYER).write_bytes(_picture(PAYMENT, "PNG"))
    root = Path(__file__).parent.parent
    (project / "mkdocs.yml").write_text((MINIMAL / "mkdocs.yml").read_text("utf-8").replace("../../../", f"{root}/"))
    return project


def test_a_picture_with_an_outdated_code_does_not_get_through_a_build_that_kept_it(tmp_path: Path) -> None:
    project = _write_with_flyer(tmp_path)
    build(project)
    (project / "content/gegevens/donatie.yml").write_text(OTHER_AMOUNT, "utf-8")
    sign_for(project)
    for _ in range(2):  # also when a build was refused already
        again = start(project)
        _, said = again.communicate(timeout=PATIENCE)
        assert again.returncode, said
        assert FLYER in said
    (project / "content" / FLYER).unlink()
    build(project)


def test_a_picture_that_was_kept_is_right_as_long_as_each_of_its_codes_is_published(site: Site) -> None:
    readback = Readback(published_codes(site))
    assert readback.knows(())
    assert readback.knows((PAYMENT, f"{HOST}doneer/vrij/"))
    assert not readback.knows((PAYMENT, OTHER_PAYMENT))


def _show(preview: Preview, project: Path) -> Published:
    """One round of a preview."""
    loaded = load(project)
    assert loaded.site
    preview.halt()
    preview.memory.records(Cache(None, ""))
    preview.remember(loaded)
    known = Known(loaded.digests, "", preview.memory.pieces(), lambda path: (project / path).read_bytes())
    shown, ends = Build(loaded.site, known), []
    preview.stage(project / "site")
    preview.start(shown, 1)
    preview.go_on(shown, (), lambda: ends.append(preview.finish(shown, "/", ())))
    preview.wait()
    return ends[0]


def test_a_preview_tells_of_a_picture_with_an_outdated_code_until_the_code_is_right_again(tmp_path: Path) -> None:
    project, preview = _write_with_flyer(tmp_path), Preview()
    money = project / "content/gegevens/donatie.yml"
    assert _show(preview, project).leaks == ()
    told = []
    for text in (OTHER_AMOUNT, OTHER_AMOUNT, DONATION):
        money.write_text(text, "utf-8")
        sign_for(project)
        told.append({item.path for item in _show(preview, project).leaks if item.kind is Kind.CODE_OTHER})
    assert [FLYER in paths for paths in told] == [True, True, False]


def test_a_picture_whose_code_is_still_published_is_kept_when_another_code_goes(tmp_path: Path) -> None:
    project, preview = _write_with_flyer(tmp_path), Preview()
    assert _show(preview, project).leaks == ()
    change(project / "vacancies/buurthuis/koken.yml", "status: open", "status: gesloten")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("burgerbaan.jobs.photo_files", _nobody_draws)
        patch.setattr("burgerbaan.jobs.picture_files", _nobody_draws)
        assert _show(preview, project).leaks == ()


def _nobody_draws(*arguments: object) -> None:
    raise AssertionError("the picture is there already")


LOOK = """
import sys
from burgerbaan.readback import Readback

print([str(item.kind) for item in Readback(()).found_in("beeld/x.svg", sys.stdin.buffer.read())])
"""


def _inside(begin: str, end: str, count: int = 300) -> str:
    """A drawing with a shape in so many elements."""
    return f'<svg xmlns="http://www.w3.org/2000/svg">{begin * count}<path d="M0 0h9v9z"/>{end * count}</svg>'


def _in_a_row(element: str, count: int) -> str:
    """A drawing of so many elements that each ask for the one before."""
    others = "".join(element.format(name=f"a{number}", before=f"a{number - 1}") for number in range(1, count))
    head = '<svg xmlns="http://www.w3.org/2000/svg"><path id="a0" d="M0 0h9v9z"/>'
    return f'{head}{others}<use href="#a{count - 1}"/></svg>'


INTRICATE = {
    "groups in groups": _inside("<g>", "</g>"),
    "groups that are half transparent": _inside('<g opacity=".5">', "</g>"),
    "links, which a check refuses and a preview shows": _inside("<a>", "</a>"),
    "uses of uses": _in_a_row('<use id="{name}" href="#{before}"/>', 300),
    "uses of groups of uses": _in_a_row('<g id="{name}"><use href="#{before}"/></g>', 300),
    "ten uses of ten uses": _in_a_row('<g id="{name}">' + '<use href="#{before}"/>' * 10 + "</g>", 12),
    "masks in masks": _in_a_row(
        '<mask id="m{name}"><path mask="url(#m{before})" d="M0 0h9v9z"/></mask>'
        '<path id="{name}" mask="url(#m{name})" d="M0 0h9v9z"/>',
        300,
    ),
    "ten masks of ten masks": _in_a_row(
        '<mask id="m{name}">' + '<path mask="url(#m{before})" d="M0 0h9v9z"/>' * 10 + "</mask>"
        '<path id="{name}" mask="url(#m{name})" d="M0 0h9v9z"/>',
        9,
    ),
    "patterns in patterns": _in_a_row(
        '<pattern id="m{name}" width="1" height="1"><path style="fill: url(#m{before})" d="M0 0h9v9z"/></pattern>'
        '<path id="{name}" fill="url(#m{name})" d="M0 0h9v9z"/>',
        300,
    ),
    "a group that is in itself": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#a"/></g></svg>',
}


@pytest.mark.parametrize("name", INTRICATE)
def test_a_drawing_that_would_end_the_program_is_refused_before_it_is_drawn(name: str) -> None:
    looked = subprocess.run(
        [sys.executable, "-c", LOOK], input=INTRICATE[name].encode(), capture_output=True, timeout=60, check=False
    )
    assert (looked.returncode, looked.stdout.decode()) == (0, "['code_drawing']\n"), looked.stderr.decode()


@pytest.mark.parametrize("name", INTRICATE)
def test_the_check_tells_where_a_drawing_is_too_intricate(name: str, tmp_path: Path) -> None:
    project = copy_minimal(tmp_path)
    (project / "content/contact/x.svg").write_text(INTRICATE[name], "utf-8")
    [told] = load(project).problems
    kind = Kind.DRAWING_UNSAFE if "links" in name else Kind.DRAWING_INTRICATE
    assert (told.path, told.kind) == ("content/contact/x.svg", kind)
    assert told.column > 1 or "links" in name


@pytest.mark.parametrize("drawing", [_inside("<g>", "</g>", 40), _in_a_row('<use id="{name}" href="#{before}"/>', 40)])
def test_a_drawing_of_many_layers_is_still_drawn(drawing: str, site: Site) -> None:
    assert what_is_unsafe(drawing) == ""
    assert list(Readback(published_codes(site)).found_in("beeld/x.svg", drawing.encode())) == []


# ---- paper


@pytest.mark.parametrize("name", PAPERS)
def test_codes_on_paper_are_as_large_as_the_style_sheet_says_and_coarse_enough(name: str) -> None:
    css = (Path(__file__).parent.parent / "hooks/theme/assets/css/giving-paper.css").read_text("utf-8")
    block = {"poster": "bb-give-poster", "kaartje": "bb-give-cards"}[name]
    least = {"poster": {"url": 80, "epc": 100}, "kaartje": {"url": 25, "epc": 35}}[name]
    for kind, side in PAPERS[name].sides.items():
        assert f".{block} .bb-code-pair__code--{kind} {{ width: {side}mm; }}" in css
        assert side >= least[kind]
        longest = code_of("x" * 106, kind.level)
        assert not PAPERS[name].is_too_fine(kind, longest)
        assert PAPERS[name].is_too_fine(kind, code_of("x" * 331, kind.level)) == (name == "poster" or kind == "url")


# ---- one who swaps the account


def test_another_account_does_not_get_through_anywhere(tmp_path: Path) -> None:
    project = write_giving(tmp_path)
    assert load(project).problems == ()
    change(project / "content/gegevens/donatie.yml", IBAN, OTHER_IBAN)
    loaded = load(project)
    assert [item.kind for item in loaded.problems] == [Kind.SIGNATURE_OLD]
    assert loaded.site
    assert loaded.site.donation is None, "a preview shows no account that nobody signed for"
    assert not [path for path, data in files_of(loaded.site).items() if OTHER_IBAN.encode() in data]
