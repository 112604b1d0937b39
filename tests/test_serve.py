"""`mkdocs serve` as an editor uses it: what is saved is shown, what is wrong is told, and the last good page stays."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.real_build import PATIENCE
from tests.small_site import DAY, change, copy_minimal

VACANCY = "vacancies/buurthuis/koken.yml"
ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests/sites"
PAGE = "vacatures/koken/"


def _project(folder: Path) -> Path:
    text = (SITES / "minimal/mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(text.replace("../../../", f"{ROOT.as_posix()}/"), "utf-8")
    return copy_minimal(folder)


class Preview:
    """A preview that runs, and everything it says."""

    def __init__(self, project: Path, *options: str, ci: str = "false") -> None:
        self.project = project
        self._said = project.parent / "gezegd.txt"
        self.temporary = project.parent / "tijdelijk"
        self.temporary.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._address = f"127.0.0.1:{free.getsockname()[1]}"
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", self._address, *options],
                cwd=project,
                env=os.environ
                | {"BURGERBAAN_TODAY": DAY.isoformat(), "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(self.temporary)}
                | {"CI": ci},  # where MkDocs stops at the first mistake
                stderr=said,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        """All that stands in the terminal."""
        return self._said.read_text("utf-8")

    def get(self, url: str) -> str:
        """A file as a browser gets it now; '' when it is not there."""
        try:
            with urlopen(f"http://{self._address}/{url}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except OSError:  # or it has yet to begin
            return ""

    def wait_for(self, url: str, text: str) -> str:
        """A file once a text stands in it."""
        return _until(lambda: self.get(url), text, self)

    def wait_to_hear(self, text: str) -> None:
        """Wait until something is told."""
        _until(lambda: self.said, text, self)

    def end(self) -> int:
        """How it ends by itself."""
        return self._process.wait(PATIENCE)

    def stop(self) -> int:
        """Ctrl-C, and how it ends."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGINT)
        try:
            return self._process.wait(PATIENCE)
        finally:
            if self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)


def _until(look: object, text: str, preview: Preview) -> str:
    assert callable(look)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = str(look())
        if text in found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"'{text}' did not come:\n{preview.said}")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of the smallest project that shows its page."""
    (tmp_path / "project").mkdir()
    found = Preview(_project(tmp_path / "project"))
    try:
        found.wait_for(PAGE, "</html>")
        found.wait_to_hear("Serving on")
        yield found
    finally:
        found.stop()


def test_a_server_that_does_not_watch_begins_when_all_is_there(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    preview = Preview(_project(tmp_path / "project"), "--no-livereload")
    try:
        preview.wait_to_hear("Serving on")
        assert "bestanden, in " in preview.said
        assert preview.wait_for(PAGE, "</html>")
    finally:
        preview.stop()


def test_a_preview_that_is_to_be_clean_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    preview = Preview(_project(tmp_path / "project"), "--clean")
    try:
        assert preview.end() == 1
        assert "Een voorbeeld kan niet met --clean; het is altijd van nu. Typ: .venv/bin/mkdocs serve" in preview.said
        assert "Traceback" not in preview.said
    finally:
        preview.stop()


def test_where_mkdocs_is_strict_a_leak_stops_the_server_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    project = _project(tmp_path / "project")
    change(project / VACANCY, "samenvatting: ", "samenvatting: Bel 06 12 34 56 99. ")
    preview = Preview(project, ci="true")
    try:
        assert preview.end() == 1
        assert "Serving on" not in preview.said
        assert "telefoonnummer" in preview.said
    finally:
        preview.stop()


def test_a_first_preview_that_knows_nothing_tells_each_mistake_once(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    project = _project(tmp_path / "project")
    change(project / "content/gegevens/programma.yml", "naam: ", "naaam: ")
    preview = Preview(project)
    try:
        assert preview.end() == 1
        assert preview.said.count("'naaam' is geen bekend veld") == 1
        assert preview.said.count("De site is niet gebouwd; de vorige staat er nog.") == 1
        assert "Wat goed is, zie je" not in preview.said
    finally:
        preview.stop()


def test_the_map_of_the_site_is_never_a_template(preview: Preview) -> None:
    assert "<loc>" in preview.wait_for("sitemap.xml", "</urlset>")


def test_what_is_saved_is_shown_on_every_page_that_tells_of_it(preview: Preview) -> None:
    for number in range(3):
        text = (preview.project / VACANCY).read_text("utf-8")
        title = next(line for line in text.splitlines() if line.startswith("titel: "))
        change(preview.project / VACANCY, title, f"titel: Soep voor {number + 4} buren")
        preview.wait_for(PAGE, f"Soep voor {number + 4} buren")
        for url in ("vacatures/", "organisaties/buurthuis/", f"{PAGE}poster/", "data/vacatures.json", "sitemap.xml"):
            seen = preview.get(url)
            assert seen, f"{url} is not there"
            assert "sitemap" in url or f"Soep voor {number + 4} buren" in seen, f"{url} is of before"
    assert "Traceback" not in preview.said


def test_a_mistake_is_told_and_the_last_good_page_stays(preview: Preview) -> None:
    before = preview.get(PAGE)
    change(preview.project / VACANCY, "titel: ", "titell: ")
    preview.wait_to_hear("titell")
    preview.wait_to_hear("blijft zoals het was")
    assert before.split("</main>")[0] == preview.get(PAGE).split("</main>")[0]
    change(preview.project / VACANCY, "titell: ", "titel: Weer ")
    preview.wait_for(PAGE, "Weer ")
    assert "Traceback" not in preview.said


def test_what_is_wrong_on_a_page_is_told_once_and_in_dutch(preview: Preview) -> None:
    page = preview.project / "content/contact/index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](weg.md) ![b](https://example.org/b.png)\n", "utf-8")
    preview.wait_to_hear("De pagina 'contact/weg.md' bestaat niet")
    made = preview.said.count("bestanden, in ") + preview.said.count("bestanden, waarvan ")
    change(preview.project / VACANCY, "titel: ", "titel: Anders ")
    preview.wait_for(PAGE, "Anders ")
    _until(lambda: str(preview.said.count(" al klaar, in ") > made), "True", preview)
    assert "Doc file" not in preview.said
    per_build = preview.said.count("staat op een andere site") / preview.said.count("bestaat niet in content/")
    assert per_build == 1


def test_what_may_not_be_public_is_told_by_who_makes_it_later(preview: Preview) -> None:
    change(preview.project / VACANCY, "samenvatting: ", "samenvatting: Bel 06 12 34 56 99. ")
    preview.wait_for(PAGE, "06 12 34 56 99")
    preview.wait_to_hear("(gemaakt van vacancies/buurthuis/koken.yml)")
    preview.wait_to_hear("Nu zie alleen jij het; haal het eerst weg.")


def test_new_files_get_a_page_and_lost_ones_lose_it(preview: Preview) -> None:
    file = preview.project / VACANCY
    file.with_name("bakken.yml").write_text(
        file.read_text("utf-8").replace("titel: ", "titel: Bakken en "), encoding="utf-8"
    )
    preview.wait_for("vacatures/bakken/", "Bakken en ")
    (preview.project / "content/erbij.md").write_text("---\ndescription: Erbij.\n---\n# Kom erbij\n", "utf-8")
    preview.wait_for("erbij/", "Kom erbij")
    file.with_name("bakken.yml").unlink()
    end = time.monotonic() + PATIENCE
    while preview.get("vacatures/bakken/") and time.monotonic() < end:
        time.sleep(0.02)
    assert preview.get("vacatures/bakken/") == ""
    assert preview.get("vacatures/bakken/poster/") == ""


def _write_page(preview: Preview, name: str, body: str) -> None:
    (preview.project / f"content/{name}.md").write_text(
        f"---\ndescription: Een pagina.\n---\n# {name}\n\n{body}\n", "utf-8"
    )


def test_a_page_that_is_not_read_again_still_tells_of_its_links(tmp_path: Path) -> None:
    """Markdown is asked only for pages that changed; MkDocs, which judges anchors beside footnotes, must not notice."""
    (tmp_path / "project").mkdir()
    project = _project(tmp_path / "project")
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("markdown_extensions: [footnotes]\nvalidation: {anchors: warn}\n")
    preview = Preview(project)
    try:
        preview.wait_for(PAGE, "</html>")
        _follow_a_link(preview)
    finally:
        preview.stop()


def _follow_a_link(preview: Preview) -> None:
    _write_page(preview, "doel", "## Kop")
    _write_page(preview, "bron", "[Naar de kop](doel.md#kop)")
    preview.wait_for("bron/", 'href="../doel/#kop"')
    _write_page(preview, "doel", "Zin.\n\n## Kop")
    preview.wait_for("doel/", "Zin.")
    _write_page(preview, "bron", "Zin. [Naar de kop](doel.md#kop)")
    preview.wait_for("bron/", "Zin.")
    assert "#kop" not in preview.said
    _write_page(preview, "doel", "Andere zin.")
    preview.wait_for("doel/", "Andere zin.")
    preview.wait_to_hear("doel.md#kop")
    (preview.project / "content/doel").mkdir()
    (preview.project / "content/doel.md").rename(preview.project / "content/doel/index.md")
    _write_page(preview, "bron", "[Naar de kop](doel/index.md)")
    preview.wait_for("bron/", 'href="../doel/"')
    assert "Traceback" not in preview.said


def test_ctrl_c_ends_it_also_while_it_makes_the_rest(preview: Preview) -> None:
    assert list(preview.temporary.iterdir()), "the site that is shown is not here"
    change(preview.project / VACANCY, "titel: ", "titel: Nog ")
    preview.wait_for(PAGE, "Nog ")
    assert preview.stop() == 0
    assert "Traceback" not in preview.said
    assert list(preview.temporary.iterdir()) == []


def test_a_page_whose_name_ends_in_index_is_a_page_like_any_other(preview: Preview) -> None:
    _write_page(preview, "mijn-index", "Zin.")
    preview.wait_for("mijn-index/", "Zin.")
    assert "mijn-index/" in preview.get("sitemap.xml")


BREAKS = """
from pathlib import Path

def on_page_markdown(markdown, page, config, files):
    if (Path(__file__).parent / "kapot").exists():
        raise RuntimeError("een onverwachte fout")
"""


def test_a_build_that_mkdocs_stops_leaves_what_was_shown(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    project = _project(tmp_path / "project")
    (project / "breekt.py").write_text(BREAKS, "utf-8")
    config = project / "mkdocs.yml"
    change(config, "main.py\n", "main.py\n  - breekt.py\n")
    preview = Preview(project)
    try:
        preview.wait_for(PAGE, "</html>")
        preview.wait_to_hear("Serving on")
        (project / "kapot").touch()
        _write_page(preview, "erbij", "Zin.")
        preview.wait_to_hear("een onverwachte fout). Draai je laatste wijziging terug")
        preview.wait_to_hear("De voorvertoning toont wat er al stond.")
        assert "</html>" in preview.get(PAGE)
        (project / "kapot").unlink()
        _write_page(preview, "erbij", "Andere zin.")
        preview.wait_for("erbij/", "Andere zin.")
        right = config.read_text("utf-8")
        config.write_text("site_name: [", "utf-8")
        _until(lambda: str(preview.said.count("De voorvertoning toont wat er al stond.")), "2", preview)
        assert "</html>" in preview.get(PAGE)
        config.write_text(right, "utf-8")
        _write_page(preview, "erbij", "Derde zin.")
        preview.wait_for("erbij/", "Derde zin.")
        assert "Traceback" not in preview.said
    finally:
        preview.stop()


def test_a_preview_that_stopped_before_its_first_page_was_there_goes_on(preview: Preview) -> None:
    preview.wait_to_hear("bestanden, in ")
    for place in ("index.html", "404.html"):
        next(preview.temporary.glob(f"mkdocs_*/{place}")).unlink()
    _write_page(preview, "erbij", "Zin.")
    preview.wait_for("erbij/", "Zin.")


def test_lists_that_go_too_deep_for_markdown_are_told_of_and_the_page_stays(preview: Preview) -> None:
    _write_page(preview, "erbij", "\n".join(f"{'    ' * number}- x" for number in range(300)))
    preview.wait_to_hear("content/erbij.md:26:81: Dit gaat meer dan 20 stappen naar rechts.")
    preview.wait_to_hear("De voorvertoning toont wat er al stond.")
    assert "</html>" in preview.get(PAGE)
    _write_page(preview, "erbij", "Zin.")
    preview.wait_for("erbij/", "Zin.")
    assert "Traceback" not in preview.said
