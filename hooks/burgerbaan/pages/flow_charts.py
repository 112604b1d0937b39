"""A flow chart with the same steps as text below it: the drawing is for the eye only, so that nobody hears it twice."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.flow_chart import NARROW, WIDE, Arrow, Box, Chart, Row, lay_out
from burgerbaan.render import Renderer

_HEAD = 7


def flow_block(renderer: Renderer, base: str, slug: str) -> Markup:
    """Steps drawn for a wide and for a narrow screen, and as numbered text."""
    site, words = renderer.site, renderer.words
    record = site.steps[slug]
    anchor = f"stap-{slug}-"
    names = {"who": words("steps.who"), "otherwise": words("flow.otherwise")}
    drawings = [
        chart_svg(lay_out(record.steps, shape, **names), name, anchor)
        for name, shape in (("wide", WIDE), ("narrow", NARROW))
    ]
    source = site.sources[record.source] if record.source else None
    text = renderer.component("steps", steps=record, anchor=anchor, source=source, base=base)
    return renderer.component("flow-chart", steps=record, drawings_html=drawings, text_html=text, base=base)


def chart_svg(chart: Chart, name: str, anchor: str) -> Markup:
    """The drawing of a chart. A finger or a mouse goes from a step to its text; the keyboard finds the text itself."""
    parts = [_arrow(arrow) for arrow in chart.arrows] + [_box(box, anchor) for box in chart.boxes]
    svg = '<svg class="bb-flow__svg bb-flow__svg--{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>'
    return Markup(svg).format(name, chart.width, chart.height, Markup("").join(parts))


def _row(row: Row) -> Markup:
    return Markup('<text class="bb-flow__{}" x="{}" y="{}">{}</text>').format(row.style.name, row.x, row.y, row.text)


def _box(box: Box, anchor: str) -> Markup:
    kind = "step" if box.number else "aside"
    shape = Markup('<rect class="bb-flow__{}" x="{}" y="{}" width="{}" height="{}" rx="10"/>').format(
        kind, box.x, box.y, box.width, box.height
    )
    inside = shape + Markup("").join(map(_row, box.rows))
    if not box.number:
        return inside
    x, y = box.x + 24, box.y + 24
    number = Markup(
        '<circle class="bb-flow__disc" cx="{}" cy="{}" r="15"/>'
        '<text class="bb-flow__number" x="{}" y="{}" text-anchor="middle">{}</text>'
    ).format(x, y, x, y + 5, box.number)
    return Markup('<a href="#{}{}" tabindex="-1">{}</a>').format(anchor, box.number, inside + number)


def _arrow(arrow: Arrow) -> Markup:
    (x, y), (end_x, end_y) = arrow.start, arrow.end
    kind = "off" if arrow.word else "on"
    line = Markup('<path class="bb-flow__line bb-flow__line--{}" d="M{} {}L{} {}"/>').format(kind, x, y, end_x, end_y)
    if x == end_x:
        back = f"{end_x - _HEAD} {end_y - 10}L{end_x + _HEAD} {end_y - 10}"
    else:
        back = f"{end_x - 10} {end_y - _HEAD}L{end_x - 10} {end_y + _HEAD}"
    head = Markup('<path class="bb-flow__head" d="M{} {}L{}z"/>').format(end_x, end_y, back)
    return line + head + (_row(arrow.word) if arrow.word else Markup(""))
