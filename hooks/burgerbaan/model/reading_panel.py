"""The reading panel: one sheet of tasks, and what came out of each time that people tried them."""

from __future__ import annotations

from math import ceil
from typing import Self

from pydantic import model_validator

from burgerbaan.kinds import Kind
from burgerbaan.model.fields import Day, Line, Many, Prose, ShortLine, Slug
from burgerbaan.model.record import Part, Record, refuse, says

PAPER = 185
"""Millimetres of an A4 that are left for tasks and questions."""


class Task(Part):
    """Something to look up or to do on the site."""

    id: Slug = says("id", "Id", "Naam waarmee een uitkomst naar de opdracht verwijst.", "wat-is-het")
    text: Line = says("opdracht", "Opdracht", "Wat iemand gaat doen.", "Zoek uit wat een burgerbaan is.")
    is_retired: bool = says("vervallen", "Vervallen", "true als de opdracht niet meer op het blad staat.", True, False)


class SheetQuestion(Part):
    """A question with lines to write on."""

    text: Line = says("vraag", "Vraag", "De vraag.", "Welke woorden snap ik niet?")
    lines: int = says("regels", "Regels", "Hoeveel regels om op te schrijven.", 3, 2, ge=1, le=12)


class PanelSheet(Record):
    """The file `content/gegevens/testblad.yml`: the sheet on paper and the results know the same tasks."""

    intro: Line = says("uitleg", "Uitleg", "Wat iemand leest voor het begin.", "Er is geen goed of fout.")
    tasks: Many[Task] = says("opdrachten", "Opdrachten", "De opdrachten.", None, min_length=1, max_length=40)
    questions: Many[SheetQuestion] = says("vragen", "Vragen", "Vragen onder de opdrachten.", None, ())
    hand_in: Line = says("inleveren", "Inleveren", "Waar het blad heen gaat.", "Geef het aan de coördinator.")

    @property
    def tasks_on_paper(self) -> tuple[Task, ...]:
        """Those that people get now."""
        return tuple(task for task in self.tasks if not task.is_retired)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not self.tasks_on_paper:
            example = "opdrachten: [{id: wat-is-het, opdracht: Zoek uit wat een burgerbaan is.}]"
            raise refuse(Kind.LIST_TOO_SHORT, at="opdrachten", limit=1, example=example)
        excess = self._height() - PAPER
        if excess > 0:
            raise refuse(Kind.SHEET_FULL, at="opdrachten", excess=excess)
        return self

    def _height(self) -> int:
        """Millimetres on paper, on the safe side."""
        tasks = sum(3 + 5 * ceil(len(task.text) / 46) for task in self.tasks_on_paper)
        questions = sum(3 + 5 * ceil(len(item.text) / 80) + 9 * item.lines for item in self.questions)
        return tasks + questions


class Device(Part):
    """What people tested with."""

    name: ShortLine = says("apparaat", "Apparaat", "Waarmee mensen testten.", "telefoon")
    count: int = says("aantal", "Aantal", "Hoeveel mensen daarmee testten.", 3, ge=1, le=500)


class Outcome(Part):
    """How many people managed a task."""

    task: Slug = says("opdracht", "Opdracht", "Id van een opdracht in testblad.yml.", "wat-is-het")
    done: int = says("gelukt", "Gelukt", "Bij hoeveel mensen het lukte.", 4, ge=0, le=500)
    tried: int = says("van", "Van", "Hoeveel mensen het probeerden.", 5, ge=1, le=500)


class Mended(Part):
    """What changed after a round."""

    text: Prose = says("wat", "Wat", "Wat er is veranderd.", "De knop heet nu Zoek een vacature.")
    tip: Slug | None = says("tip", "Tip", "Id van de tip die het was.", "knop-zoeken", None)


class Round(Record):
    """The file `content/gegevens/leespanel/<slug>.yml`: counts and words, and never who it was."""

    day: Day = says("datum", "Datum", "De dag van de test.", "2027-03-17")
    people: int = says("deelnemers", "Deelnemers", "Hoeveel mensen testten.", 5, ge=1, le=500)
    devices: Many[Device] = says("apparaten", "Apparaten", "Waarmee mensen testten.", None, ())
    outcomes: Many[Outcome] = says("uitkomsten", "Uitkomsten", "Per opdracht wat lukte.", None, min_length=1)
    unclear: Many[ShortLine] = says("woorden", "Woorden", "Woorden die niet duidelijk waren.", ["SROI"], ())
    mended: Many[Mended] = says("veranderd", "Veranderd", "Wat er daarna is veranderd.", None, ())
    is_example: bool = says("voorbeeld", "Voorbeeld", "true als het verzonnen is.", True, False)

    @model_validator(mode="after")
    def _counts(self) -> Self:
        for number, item in enumerate(self.outcomes):
            for key, value, most in (("van", item.tried, self.people), ("gelukt", item.done, item.tried)):
                if value > most:
                    limit = f"hoogstens {most}"
                    raise refuse(Kind.TOO_HIGH, at=f"uitkomsten/{number}/{key}", value=value, limit=limit)
        for number, device in enumerate(self.devices):
            if device.count > self.people:
                limit = f"hoogstens {self.people}"
                raise refuse(Kind.TOO_HIGH, at=f"apparaten/{number}/aantal", value=device.count, limit=limit)
        return self
