"""Projects with people who have a photo, and photos as phones make them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageCms, ImageDraw

from tests.small_site import MINIMAL, change, copy_minimal

GOOD: Mapping[str, Any] = {
    "gegeven": True,
    "op": date(2026, 11, 1),
    "vastgelegd_door": "De coördinator",
    "tekst": "2026-1",
    "voor": ["site", "print"],
    "tot": date(2027, 10, 31),
    "volwassen": True,
}


def project(folder: Path, *people: Mapping[str, Any]) -> Path:
    """The minimal site with Noor, who has a photo and a yes, and these other people."""
    root = copy_minimal(folder)
    (root / "profiles/fotos").mkdir()
    Image.radial_gradient("L").resize((800, 600)).convert("RGB").save(root / "profiles/fotos/foto-1.jpg")
    change(
        root / "content/gegevens/programma.yml",
        "pad: burgerbaners}",
        'pad: burgerbaners, toestemmingsteksten: ["2026-1"]}',
    )
    for number, person in enumerate(people):
        write(root, f"mens-{number}", person)
    return root


def write(root: Path, name: str, person: Mapping[str, Any]) -> None:
    (root / f"profiles/{name}.yml").write_text(yaml.safe_dump(dict(person), allow_unicode=True, sort_keys=False))


def person(consent: Any = GOOD, **changes: Any) -> dict[str, Any]:
    """Noor as an editor types her, with a photo."""
    found: dict[str, Any] = yaml.safe_load((MINIMAL / "profiles/noor.yml").read_text())
    photo = {"bestand": "foto-1.jpg", "alt": "Noor kookt.", "maker": "De Lens", "licentie": "Alleen hier"}
    if consent is not None:
        photo["toestemming"] = dict(consent) if isinstance(consent, Mapping) else consent
    return {**found, "foto": photo, **changes}


def scene(seed: int = 1, size: tuple[int, int] = (900, 1200)) -> Image.Image:
    """A picture with something in it: other seeds, other pictures."""
    image = Image.effect_mandelbrot(size, (-2 + seed * 0.31, -1.5, 1 - seed * 0.17, 1.5 + seed * 0.1), 60)
    picture = Image.merge("RGB", (image, Image.linear_gradient("L").resize(size), image))
    ImageDraw.Draw(picture).ellipse((200 + seed * 50, 200, 600, 700 + seed * 40), fill=(220, 170 - seed * 20, 140))
    return picture


def saved(image: Image.Image, kind: str = "JPEG", **settings: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **settings)
    return target.getvalue()


# The profile of its colours holds the second in which it is made.
@cache
def phone_photo(orientation: int = 6) -> bytes:
    """A photo as a phone makes it: lying on its side, with place, maker and comment; red above, blue below."""
    image = Image.new("RGB", (1200, 1600), (30, 60, 200))
    ImageDraw.Draw(image).rectangle((0, 0, 1200, 800), fill=(200, 40, 30))
    turned = {6: Image.Transpose.ROTATE_90, 3: Image.Transpose.ROTATE_180, 8: Image.Transpose.ROTATE_270}
    image = image.transpose(turned[orientation]) if orientation in turned else image
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Geheime camera"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (52.0, 22.0, 12.7)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(image, exif=exif, comment=b"geheim commentaar", icc_profile=srgb, xmp=b"<x:xmpmeta/>", quality=90)


def real_project(folder: Path) -> Path:
    """A project on disk with a photo of somebody, ready to build as an editor does."""
    root = project(folder, person())
    (root / "profiles/fotos/foto-1.jpg").write_bytes(phone_photo())
    repository = Path(__file__).parent.parent
    (root / "mkdocs.yml").write_text((MINIMAL / "mkdocs.yml").read_text())
    (root / "hooks").symlink_to(repository / "hooks")
    _point_at(root, repository)
    return root


def _point_at(root: Path, repository: Path) -> None:
    text = (root / "mkdocs.yml").read_text().replace("../../../", f"{repository}/")
    (root / "mkdocs.yml").write_text(text)
