"""Photos come out clean, upright and in every size, and only those that may be shown come out at all."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from burgerbaan.build import Build, Known
from burgerbaan.model.consent import Crop
from burgerbaan.photos import PhotoError, Shot, clean, draw, look_at, upright
from burgerbaan.traces.keep import make_watch
from burgerbaan.traces.likeness import is_like_any, likenesses
from burgerbaan.traces.metadata import has_metadata
from tests.photo_project import GOOD, person, phone_photo, project, real_project, saved, scene, write
from tests.real_build import build, start
from tests.small_site import DAY, load, made_files

SECRETS = (b"Geheime camera", b"geheim commentaar", b"Exif", b"52.3702", b"xmpmeta", b"ICC_PROFILE", b"IMG_2041")


def drawn(data: bytes, crop: Crop | None = Crop.TOP) -> dict[str, Image.Image]:
    shot = look_at("foto-1.jpg", data, crop)
    return {file.path: Image.open(BytesIO(file.data)) for file in draw(data, shot)}


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_of_a_phone_comes_out_clean_and_upright(orientation: int) -> None:
    data = phone_photo(orientation)
    assert all(secret in data for secret in SECRETS[:3])
    shot = look_at("IMG_2041.jpg", data, Crop.MIDDLE)
    for file in draw(data, shot):
        assert not has_metadata(file.data), file.path
        assert not any(secret in file.data for secret in SECRETS), file.path
        assert "IMG" not in file.path
        with Image.open(BytesIO(file.data)) as image:
            colours = image.convert("RGB")
            top, bottom = (
                colours.getpixel((image.width // 2, 4)),
                colours.getpixel((image.width // 2, image.height - 5)),
            )
        assert top[0] > 150 > top[2], file.path  # type: ignore[index,operator]
        assert bottom[2] > 150 > bottom[0], file.path  # type: ignore[index,operator]


def test_a_portrait_has_three_formats_and_three_sizes_of_four_by_three() -> None:
    found = drawn(phone_photo())
    kinds = {(image.format, image.size) for image in found.values()}
    sizes = ((160, 120), (320, 240), (640, 480))
    assert kinds == {(kind, size) for kind in ("JPEG", "WEBP", "AVIF") for size in sizes}


def test_a_photo_is_never_blown_up() -> None:
    assert {image.size for image in drawn(saved(Image.new("RGB", (400, 900)))).values()} == {(160, 120), (320, 240)}
    assert {image.size for image in drawn(saved(Image.new("RGB", (200, 100))), None).values()} == {(200, 100)}


@pytest.mark.parametrize(("crop", "colour"), [(Crop.TOP, 0), (Crop.BOTTOM, 2)])
def test_an_editor_chooses_which_part_is_kept(crop: Crop, colour: int) -> None:
    image = next(iter(drawn(phone_photo(), crop).values())).convert("RGB")
    assert image.getpixel((80, 60 if colour else 10))[colour] > 150  # type: ignore[index]


def test_other_kinds_of_picture_become_ordinary_ones() -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    assert upright(saved(clear, "PNG")).getpixel((5, 5)) == (255, 255, 255)
    grey = Image.new("I;16", (400, 300), 65535)
    assert upright(saved(grey, "PNG")).getpixel((5, 5)) == (255, 255, 255)
    ink = Image.new("CMYK", (400, 300), (0, 0, 0, 0))
    assert upright(saved(ink)).getpixel((5, 5)) == (255, 255, 255)
    palette = Image.new("RGB", (400, 300), (200, 10, 10)).quantize(8)
    assert upright(saved(palette, "PNG")).getpixel((5, 5))[0] > 180  # type: ignore[index]


def test_a_wrong_colour_profile_does_no_harm() -> None:
    assert upright(saved(Image.new("RGB", (400, 300), "white"), icc_profile=b"niets")).getpixel((5, 5)) == (255,) * 3


_SRGB: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SWAPPED = _SRGB.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
"""A profile that shows red as blue, so no colour looks right without it."""
_GAMMA, _STRAIGHT = (round(gamma * 65536).to_bytes(4, "big") for gamma in (2.4, 1.0))
GREY = _SRGB.replace(b"RGB XYZ ", b"GRAYXYZ ").replace(b"rTRC", b"kTRC").replace(_GAMMA, _STRAIGHT)
"""A profile of greys that are lighter than they look without it."""


def _palette_with_a_hole(picture: Image.Image) -> Image.Image:
    found = picture.quantize(8)
    found.info["transparency"] = found.getpixel((0, 0))
    return found


def _colour_with_a_hole(picture: Image.Image) -> Image.Image:
    found = picture.copy()
    found.info["transparency"] = found.getpixel((0, 0))
    return found


def _with_a_hole(picture: Image.Image) -> Image.Image:
    """Clear where it is black."""
    found = picture.copy()
    found.putalpha(Image.eval(picture.convert("L"), lambda value: 255 * (value > 0)))
    return found


@pytest.mark.parametrize(
    ("cut", "kind", "mode", "profile"),
    [
        (_with_a_hole, "PNG", "RGB", SWAPPED),
        (_with_a_hole, "WEBP", "RGB", SWAPPED),
        (_with_a_hole, "PNG", "L", GREY),
        (_colour_with_a_hole, "PNG", "RGB", SWAPPED),
        (_palette_with_a_hole, "PNG", "RGB", SWAPPED),
    ],
)
def test_a_clear_picture_has_the_colours_that_it_has_without_a_hole(
    cut: Callable[[Image.Image], Image.Image], kind: str, mode: str, profile: bytes
) -> None:
    whole = Image.new("RGB", (9, 9), (180, 90, 30)).convert(mode)
    whole.putpixel((0, 0), (0, 0, 0) if mode == "RGB" else 0)
    opaque = upright(saved(whole, kind, icc_profile=profile, lossless=True))
    holed = upright(saved(cut(whole), kind, icc_profile=profile, lossless=True))
    assert opaque.getpixel((5, 5)) != whole.convert("RGB").getpixel((5, 5)), "the profile says nothing"
    assert holed.getpixel((5, 5)) == opaque.getpixel((5, 5))
    assert holed.getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_of_few_colours_has_the_colours_of_its_profile_too() -> None:
    few = Image.new("RGB", (9, 9), (180, 90, 30))
    expected = upright(saved(few, "PNG", icc_profile=SWAPPED))
    assert upright(saved(few.quantize(8), "PNG", icc_profile=SWAPPED)).tobytes() == expected.tobytes()


def test_what_is_half_clear_is_halfway_to_white_as_people_see_it() -> None:
    half = Image.new("RGBA", (9, 9), (180, 90, 30, 128))
    seen = upright(saved(half.convert("RGB"), "PNG", icc_profile=SWAPPED)).getpixel((5, 5))
    found = upright(saved(half, "PNG", icc_profile=SWAPPED)).getpixel((5, 5))
    assert found == pytest.approx([(value + 255) / 2 for value in seen], abs=1)  # type: ignore[union-attr]


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = phone_photo()
    shot = look_at("a.jpg", data, Crop.TOP)
    assert [file.data for file in draw(data, shot)] == [file.data for file in draw(data, shot)]
    assert look_at("b/c.jpg", data, Crop.TOP).name == shot.name
    assert look_at("a.jpg", data, Crop.MIDDLE).name != shot.name


def test_a_picture_under_its_own_name_is_clean_too() -> None:
    for kind, file in (("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")):
        data = saved(scene(), kind, exif=_named())
        found = clean(data, look_at(file, data))
        assert not has_metadata(found), kind
        assert Image.open(BytesIO(found)).format == kind


def _named() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Geheime camera"
    return exif


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP"]))
def test_nonsense_is_a_sentence_and_never_a_traceback(data: bytes, start: bytes) -> None:
    with pytest.raises(PhotoError):
        look_at("a.jpg", start + data, Crop.TOP)


@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=8))
def test_a_photo_with_a_few_wrong_bytes_is_shown_or_refused(place: int, noise: bytes) -> None:
    data = phone_photo()
    place %= len(data)
    broken = data[:place] + noise + data[place + len(noise) :]
    try:
        shot = look_at("a.jpg", broken, Crop.TOP)
    except PhotoError:
        return
    assert not any(has_metadata(file.data) for file in draw(broken, shot))


# ---- memory


@pytest.fixture
def no_cleaning() -> Iterator[None]:
    """A build does not look for rubbish either, so a circle of references would keep a photo until the end."""
    gc.disable()
    yield
    gc.enable()


def _shown(data: bytes, file: str) -> None:
    shot = look_at(file, data, Crop.TOP)
    list(draw(data, shot))
    clean(data, shot)


def _compared(data: bytes, file: str) -> None:
    likenesses(data)


@pytest.mark.usefixtures("no_cleaning")
@pytest.mark.parametrize("use", [_shown, _compared])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_holds_on_to_a_photo_that_was_used(use: Callable[[bytes, str], None], kind: str) -> None:
    data = saved(scene(2, (500, 400)), kind)
    before = sys.getrefcount(data)
    use(data, f"a.{kind.lower()}")
    assert sys.getrefcount(data) == before


@pytest.mark.usefixtures("no_cleaning")
@pytest.mark.parametrize("broken", [b"niets", phone_photo()[:3000], b"0000ftypheic" * 10])
def test_nothing_holds_on_to_a_photo_that_was_refused(broken: bytes) -> None:
    data = broken + b"!"  # a constant is held by this module too
    before = sys.getrefcount(data)
    with pytest.raises(PhotoError):
        look_at("a.jpg", data, Crop.TOP)
    assert likenesses(data) == ()
    assert sys.getrefcount(data) == before


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How heavy each photo was that was opened, in bytes."""
    found: list[int] = []
    opened = Image.open

    def note(source: BytesIO, **settings: Any) -> Any:
        found.append(len(source.getbuffer()))
        return opened(source, **settings)

    monkeypatch.setattr(Image, "open", note)
    return found


def test_the_same_photo_is_decoded_once_however_often_it_is_looked_at(decoded: list[int]) -> None:
    data = saved(scene(3, (640, 480)), quality=83)
    for crop in (*Crop, None):
        assert look_at("a.jpg", bytes(bytearray(data)), crop)
    assert len(decoded) == 2  # for its size, and to the end
    for _ in range(3):
        assert likenesses(bytes(bytearray(data)))
    assert len(decoded) == 3


_HEAVY = 10_000_000
"""Bytes, much more than all else that is kept of a small site."""


@pytest.fixture
def heavy_project(tmp_path: Path) -> Path:
    """One photo that is shown and three that nobody said yes to."""
    root = project(tmp_path / "site", person())
    for number in (1, 3, 4, 5):
        heavy = saved(scene(number), quality=84).ljust(_HEAVY, b"\0")  # readers do not look beyond the end
        (root / f"profiles/fotos/foto-{number}.jpg").write_bytes(heavy)
    return root


def test_no_photo_stays_in_memory_after_a_site_is_read_and_watched(heavy_project: Path, decoded: list[int]) -> None:
    tracemalloc.start()
    try:
        site = load(heavy_project).site
        assert site is not None
        assert len(site.hidden_photos) == 3
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        watch = make_watch(site, lambda path: (heavy_project / path).read_bytes())
        stays, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(watch.photos) == 3
    assert stays < _HEAVY
    assert peak - held < 2 * _HEAVY  # one after the other
    assert len(decoded) == 6  # twice what is shown, for its size and to the end; and each of the four to compare


# ---- whole sites


def files_of(root: Path, today: date = DAY) -> dict[str, bytes]:
    site = load(root, today).site
    assert site is not None
    return made_files(Build(site, Known(read=lambda path: (root / path).read_bytes())))


def shots(files: dict[str, bytes]) -> set[str]:
    return {path for path in files if path.startswith("assets/foto/")}


@st.composite
def consents(draw_from: st.DrawFn) -> Any:
    changes = draw_from(
        st.dictionaries(
            st.sampled_from(sorted(GOOD)),
            st.sampled_from([True, False, "ja", "nee", "2026-1", "2025-1", None, ["site"], ["print"], "2026-01-01"]),
            max_size=2,
        )
    )
    gone = draw_from(st.sets(st.sampled_from(sorted(GOOD)), max_size=1))
    return {key: value for key, value in (dict(GOOD) | changes).items() if key not in gone}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(st.tuples(consents(), st.sampled_from([True, True, False, "nee"])), min_size=1, max_size=3))
def test_no_byte_of_what_is_withheld_is_in_the_site(
    people: list[tuple[Any, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = project(tmp_path_factory.mktemp("site"))
    originals = {}
    for number, (consent, shown) in enumerate(people):
        changed = person(consent, tonen=shown, naam=f"Xaviera{number}")
        changed["foto"]["bestand"] = f"foto-{number + 5}.jpg"
        write(root, f"mens-{number}", changed)
        originals[f"mens-{number}"] = saved(scene(number + 1), quality=90)
        (root / f"profiles/fotos/foto-{number + 5}.jpg").write_bytes(originals[f"mens-{number}"])
    site = load(root).site
    assert site is not None
    files = files_of(root)
    for number, (_, shown) in enumerate(people):
        slug = f"mens-{number}"
        is_there = slug in site.portraits
        assert is_there <= (shown is True)
        likes = likenesses(originals[slug])
        found = {path for path in shots(files) if is_like_any(Image.open(BytesIO(files[path])), likes)}
        assert len(found) == (9 if is_there else 0)
        names = {path for path, data in files.items() if f"Xaviera{number}".encode() in data}
        assert bool(names) == (shown is True)
    assert b"vastgelegd" not in b"".join(data for path, data in files.items() if "schema" not in path)


def test_a_photo_and_its_consent_leave_no_name_in_the_site(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    files = files_of(root)
    assert len(shots(files)) == 9
    for path, data in files.items():
        if "schema" not in path:  # those hold examples for editors
            assert b"foto-1" not in data, path
            assert "De coördinator".encode() not in data, path


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return real_project(tmp_path / "echt")


def published(root: Path) -> Iterator[Path]:
    return (root / "site/assets/foto").glob("*")


def everything(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((root / "site").rglob("*")) if path.is_file())


@pytest.mark.parametrize("cache", ["0", "1"])
def test_a_yes_taken_back_takes_every_file_of_the_photo_off_the_old_site(real: Path, cache: str) -> None:
    build(real, BURGERBAAN_CACHE=cache)
    names = [path.name for path in published(real)]
    assert len(names) == 9
    write(real, "mens-0", person({**GOOD, "ingetrokken": date(2026, 11, 20)}))
    build(real, BURGERBAAN_CACHE=cache)
    assert list(published(real)) == []
    assert not any(name.split("-")[0].encode() in everything(real) for name in names)
    build(real, BURGERBAAN_CACHE=cache)
    assert list(published(real)) == []


def test_somebody_switched_off_leaves_the_old_site_altogether(real: Path) -> None:
    write(real, "xaviera", person(naam="Xaviera"))
    build(real)
    assert b"Xaviera" in everything(real)
    write(real, "xaviera", person(naam="Xaviera", tonen=False))
    said = build(real)
    assert b"xaviera" not in everything(real).lower()
    assert "xaviera" not in said.lower()
    assert not (real / "site/burgerbaners/xaviera").exists()


def test_a_yes_that_ends_takes_the_photo_off_on_its_day_without_an_editor(real: Path) -> None:
    write(real, "mens-0", person({**GOOD, "tot": date(2026, 12, 1)}))
    said = build(real, BURGERBAAN_TODAY="2026-12-01")
    assert len(list(published(real))) == 9
    assert "De toestemming voor deze foto eindigt na 1 december 2026" in said
    said = build(real, BURGERBAAN_TODAY="2026-12-02")
    assert list(published(real)) == []
    assert "De toestemming liep tot en met 1 december 2026" in said


def test_a_leak_stops_the_publication_and_is_not_said_aloud(real: Path) -> None:
    build(real)
    before = everything(real)
    write(real, "xaviera", person(naam="Xaviera", tonen=False))
    page = real / "content/contact/index.md"
    page.write_text(page.read_text() + "\nVraag naar Xaviera, 06 12 34 56 99.\n")
    process = start(real)
    out, said = process.communicate()
    assert process.returncode == 1
    assert "contact/index.html:" in said
    assert "iemand die niet op de site wil" in said
    assert "telefoonnummer dat bij geen contact hoort" in said
    assert "Traceback" not in said
    assert not any(secret in (out + said).lower() for secret in ("xaviera", "34 56 99"))
    assert everything(real) == before
    assert not (real / ".site.nieuw").exists()


def test_a_name_that_somebody_else_has_too_is_no_leak(real: Path) -> None:
    write(real, "xaviera", person(naam="Kok", tonen=False, naam_van_meer=True))
    build(real)


def test_a_withheld_photo_among_the_pictures_of_the_site_stops_the_publication(real: Path) -> None:
    photo = saved(scene(), quality=90)
    (real / "profiles/fotos/foto-9.jpg").write_bytes(photo)
    page = real / "content/contact/index.md"
    page.write_text(page.read_text() + "\n![Een mens](foto.jpg)\n")
    (page.parent / "foto.jpg").write_bytes(saved(scene().resize((700, 933)), quality=60))
    process = start(real)
    _, said = process.communicate()
    assert process.returncode == 1
    assert "een foto die niet op de site mag" in said
    (real / "profiles/fotos/foto-9.jpg").unlink()
    build(real)


def test_a_picture_on_a_page_is_cleaned_and_comes_in_every_format(real: Path) -> None:
    page = real / "content/contact/index.md"
    page.write_text(page.read_text() + "\n![De zaal](zaal.jpg)\n\nOf [groot](zaal.jpg).\n")
    (page.parent / "zaal.jpg").write_bytes(phone_photo())
    build(real)
    html = (real / "site/contact/index.html").read_text()
    assert html.count("<picture>") == 1
    assert 'type="image/avif"' in html
    assert 'alt="De zaal" width="640"' in html
    assert not any(secret in everything(real) for secret in SECRETS)


def test_news_and_neighbourhoods_have_photos_of_every_format_too(real: Path) -> None:
    (real / "content/zaal.jpg").write_bytes(phone_photo())
    credit = "{bestand: zaal.jpg, alt: De zaal., maker: De Lens, licentie: Alleen hier}"
    wijken = real / "content/gegevens/wijken.yml"
    wijken.write_text(wijken.read_text().replace("naam: Almere Haven", f"naam: Almere Haven\n  beeld: {credit}"))
    news = real / "content/gegevens/nieuws/zaal.yml"
    news.parent.mkdir(exist_ok=True)
    news.write_text(f"titel: Open\ndatum: 2026-11-01\nsamenvatting: Open.\ntekst: Wij zijn open.\nbeeld: {credit}\n")
    (real / "content/nieuws").mkdir(exist_ok=True)
    (real / "content/nieuws/index.md").write_text("---\ndescription: Nieuws.\n---\n# Nieuws\n\n{{ nieuwslijst }}\n")
    build(real)
    for page in ("nieuws/zaal", "vacatures/wijk/haven"):
        html = (real / f"site/{page}/index.html").read_text()
        assert 'type="image/avif"' in html, page
        assert 'alt="De zaal." width="640" height="853" loading="lazy"' in html, page
        assert "Beeld: De Lens. Alleen hier." in html, page
    assert not any(secret in everything(real) for secret in SECRETS)


def test_a_photo_that_changes_during_the_build_is_a_sentence(tmp_path: Path) -> None:
    root = project(tmp_path / "site", person())
    site = load(root).site
    assert site is not None
    (root / "profiles/fotos/foto-1.jpg").write_bytes(saved(scene()))
    with pytest.raises(OSError, match=r"foto-1\.jpg"):
        made_files(Build(site, Known(read=lambda path: (root / path).read_bytes())))


def test_a_shot_knows_its_files() -> None:
    shot = Shot("profiles/fotos/a.jpg", "abc", ((160, 120), (320, 240)))
    assert shot.fallback == "assets/foto/abc-320.jpg"
    assert shot.file(160, "avif") == "assets/foto/abc-160.avif"
