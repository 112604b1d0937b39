"""Blocks that show one record by name: steps, drawings, tables, questions, quotes, figures, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from burgerbaan.consents import is_said_in_public
from burgerbaan.drawing import chart_svg, drawing_svg, shown_rows
from burgerbaan.drawing_words import drawing_lines
from burgerbaan.model.knowledge import Source
from burgerbaan.pages.decisions import decision_block
from burgerbaan.pages.flow_charts import flow_block
from burgerbaan.render import Renderer


def _source(renderer: Renderer, name: str | None) -> Source | None:
    return renderer.site.sources[name] if name else None


def _steps(renderer: Renderer, base: str, slug: str) -> Markup:
    record = renderer.site.steps[slug]
    return renderer.component("steps", steps=record, anchor="", source=_source(renderer, record.source), base=base)


def _drawing(renderer: Renderer, base: str, slug: str) -> Markup:
    record = renderer.site.drawings[slug]
    arrows = list(drawing_lines(record))
    svg = drawing_svg(record, renderer.words("drawing.label", title=record.title))
    source = _source(renderer, record.source)
    return renderer.component("drawing", drawing=record, svg_html=svg, arrows=arrows, source=source, base=base)


def _table(renderer: Renderer, base: str, slug: str) -> Markup:
    record = renderer.site.tables[slug]
    few = renderer.words("table.few", number=record.protect_below)
    label = renderer.words("table.chart_goal" if record.goal_row else "table.chart", title=record.title)
    chart = chart_svg(record, label, few, renderer.words("table.goal")) if record.has_chart else Markup("")
    rows, source = shown_rows(record, few), _source(renderer, record.source)
    return renderer.component("table", table=record, rows=rows, chart_html=chart, source=source, base=base)


def _questions(renderer: Renderer, base: str, slug: str) -> Markup:
    items = [
        {
            "question": item.question,
            "answer_html": renderer.prose(item.answer_markdown, base, level=3),
            "source": _source(renderer, item.source),
            "checked": item.checked,
        }
        for item in renderer.site.questions[slug].questions
    ]
    return renderer.component("questions", items=items, base=base)


def _quotes(renderer: Renderer, base: str, slug: str) -> Markup:
    site = renderer.site
    texts = site.programme.people.consent_texts
    said = [item for item in site.quotes[slug].quotes if is_said_in_public(item, texts, site.today)]
    return renderer.component("quotes", quotes=said, base=base)


def _easy_text(renderer: Renderer, base: str, slug: str) -> Markup:
    del base
    return renderer.component("easy", easy=renderer.site.easy_texts[slug])


def _message(renderer: Renderer, base: str, slug: str) -> Markup:
    del base
    message = renderer.site.messages[slug]
    channel = renderer.site.programme.channel(message.to) if message.to else None
    return renderer.component("message", message=message, channel=channel)


def _timeline(renderer: Renderer, base: str, slug: str) -> Markup:
    return renderer.component("timeline", timeline=renderer.site.timelines[slug], base=base)


def _figure(renderer: Renderer, base: str, name: str) -> Markup:
    record = renderer.site.figures[name]
    return renderer.component("figure", figure=record, source=renderer.site.sources[record.source], base=base)


def _reference(renderer: Renderer, base: str, name: str) -> Markup:
    return renderer.component("source-ref", source=renderer.site.sources[name], base=base, note="")


RECORD_BLOCKS: Mapping[str, Callable[[Renderer, str, str], Markup]] = {
    "stappen": _steps,
    "keuzehulp": decision_block,
    "stroomschema": flow_block,
    "schema": _drawing,
    "tabel": _table,
    "vragen": _questions,
    "citaten": _quotes,
    "makkelijk": _easy_text,
    "bericht": _message,
    "tijdlijn": _timeline,
    "cijfer": _figure,
    "bron": _reference,
}
