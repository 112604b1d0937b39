"""A choice in small steps leads somewhere, whatever somebody answers: no dead ends, no circles, not too long."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.decision import MOST_STEPS, names_in, onward_of, questions_left, reached, ways_back
from burgerbaan.kinds import Kind
from burgerbaan.model.decision import Decision
from burgerbaan.names import unknown_name
from burgerbaan.problems import Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.tips import plain


def check_decisions(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """What keeps a visitor from an end; what only follows from a wrong name is not told."""
    del folders
    for decision in site.decisions.values():
        wrong = [*_doubles(decision, places), *_strays(decision, places)]
        yield from wrong or _wrong_ways(decision, places)
        yield from _same_answers(decision, places)


def _located(decision: Decision) -> Iterator[tuple[str, Location]]:
    for number, question in enumerate(decision.questions):
        yield question.id, ("vragen", number, "id")
    for number, ending in enumerate(decision.endings):
        yield ending.id, ("eindes", number, "id")


def _doubles(decision: Decision, places: Places) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, location in _located(decision):
        if name in seen:
            words = {"value": name, "other": "dit bestand"}
            yield problem(decision.path, places.find(decision.path, location), Kind.IDENTIFIER_DUPLICATE, **words)
        seen.add(name)


def _same_answers(decision: Decision, places: Places) -> Iterator[Problem]:
    for number, question in enumerate(decision.questions):
        seen: set[str] = set()
        for place, answer in enumerate(question.answers):
            if plain(answer.text) in seen:
                position = places.find(decision.path, ("vragen", number, "antwoorden", place, "tekst"))
                yield problem(decision.path, position, Kind.ANSWER_TWICE, value=answer.text)
            seen.add(plain(answer.text))


def _strays(decision: Decision, places: Places) -> Iterator[Problem]:
    """Names that lead nowhere; it begins with a question."""
    path, names = decision.path, names_in(decision)
    questions = [item.id for item in decision.questions]
    if decision.start not in questions:
        yield unknown_name(path, places.find(path, ("begin",)), decision.start, "de vragen van dit bestand", questions)
    for number, question in enumerate(decision.questions):
        for place, answer in enumerate(question.answers):
            if answer.target not in names:
                position = places.find(path, ("vragen", number, "antwoorden", place, "naar"))
                yield unknown_name(path, position, answer.target, "dit bestand", names)


def _wrong_ways(decision: Decision, places: Places) -> Iterator[Problem]:
    path, onward = decision.path, onward_of(decision)
    numbers = {item.id: number for number, item in enumerate(decision.questions)}
    circles = ways_back(onward)
    for back in circles:
        number = numbers[back.question]
        answer = decision.questions[number].answers[back.answer]
        position = places.find(path, ("vragen", number, "antwoorden", back.answer, "naar"))
        yield problem(path, position, Kind.DECISION_CIRCLE, answer=answer.text, value=answer.target)
    found = reached(onward, decision.start)
    for name, location in _located(decision):
        if name not in found:
            yield problem(path, places.find(path, location), Kind.DECISION_UNREACHED, value=name)
    if not circles and (steps := questions_left(onward, decision.start)) > MOST_STEPS:
        position = places.find(path, ("vragen",), key=True)
        yield problem(path, position, Kind.DECISION_LONG, steps=steps, limit=MOST_STEPS)
