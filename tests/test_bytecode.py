"""Templates that were compiled before are used again, and never when they are of another text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, Template

from burgerbaan.bytecode import compiled


class Counting(Environment):
    """Counts how often it had to make code."""

    made = 0

    def compile(self, *args, **keywords):  # type: ignore[no-untyped-def]
        """As the parent does."""
        self.made += 1
        return super().compile(*args, **keywords)


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "components" / "groet").mkdir(parents=True)
    return tmp_path / "components" / "groet" / "template.html.jinja"


def _said(environment: Environment, template: Path, source: str) -> str:
    code = compiled(environment, template, source)
    return Template.from_code(environment, code, {}).render(name="Noor")


def _kept(template: Path) -> list[Path]:
    return sorted((template.parents[2] / "__pycache__").glob("*"))


def test_a_template_is_compiled_once(template: Path) -> None:
    environment = Counting()
    assert [_said(environment, template, "Dag {{ name }}") for _ in range(3)] == ["Dag Noor"] * 3
    assert environment.made == 1
    assert len(_kept(template)) == 1


def test_another_text_is_compiled_and_takes_the_place_of_the_first(template: Path) -> None:
    environment = Counting()
    said = [_said(environment, template, text) for text in ("Dag {{ name }}", "Hoi {{ name }}", "Hoi {{ name }}")]
    assert said == ["Dag Noor", "Hoi Noor", "Hoi Noor"]
    assert environment.made == 2
    assert len(_kept(template)) == 1


@pytest.mark.parametrize("damage", ["empty", "cut", "half", "rubbish", "other"])
def test_what_was_damaged_is_made_anew(damage: str, template: Path) -> None:
    environment = Counting()
    _said(environment, template, "Dag {{ name }}")
    [file] = _kept(template)
    data = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "cut": data[:40],
            "half": data[: len(data) // 2],
            "rubbish": data[:30] + b"x" * 99,
            "other": b"x" * len(data),
        }[damage]
    )
    assert [_said(environment, template, "Dag {{ name }}") for _ in range(2)] == ["Dag Noor"] * 2
    assert environment.made == 2, "once more, and then it is whole again"


def test_where_nothing_may_be_written_it_is_compiled_each_time(template: Path) -> None:
    (template.parents[2] / "__pycache__").write_text("in de weg", "utf-8")
    environment = Counting()
    assert [_said(environment, template, "Dag {{ name }}") for _ in range(2)] == ["Dag Noor"] * 2
    assert environment.made == 2


def test_nothing_is_written_when_python_may_not_either(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _said(Counting(), template, "Dag {{ name }}") == "Dag Noor"
    assert _kept(template) == []
