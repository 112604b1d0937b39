"""A choice in small steps: text with links from question to question, of which a script shows one at a time."""

from __future__ import annotations

import json

from markupsafe import Markup

from burgerbaan.decision import onward_of, questions_left
from burgerbaan.model.decision import Decision
from burgerbaan.render import Renderer


def decision_block(renderer: Renderer, base: str, slug: str) -> Markup:
    """All questions and ends of one choice, the first question first."""
    site, words = renderer.site, renderer.words
    decision = site.decisions[slug]
    onward = onward_of(decision)
    questions = sorted(decision.questions, key=lambda item: item.id != decision.start)
    numbers = {item.id: number for number, item in enumerate(questions, 1)}
    titles = {item.id: item.title for item in decision.endings}

    def leads_to(name: str) -> str:
        if name in numbers:
            return words("decision.to_question", number=numbers[name])
        return words("decision.to_end", title=titles[name])

    return renderer.component(
        "decision",
        decision=decision,
        questions=questions,
        numbers=numbers,
        left={name: questions_left(onward, name) for name in onward},
        anchors=anchors_of(decision),
        leads_to=leads_to,
        source=site.sources[decision.source] if decision.source else None,
        texts=json.dumps(words.group("decision_text"), ensure_ascii=False, sort_keys=True),
        base=base,
    )


def anchors_of(decision: Decision) -> dict[str, str]:
    """Where in the page each question and each end stands."""
    questions = {item.id: f"vraag-{decision.slug}-{item.id}" for item in decision.questions}
    return questions | {item.id: f"einde-{decision.slug}-{item.id}" for item in decision.endings}
