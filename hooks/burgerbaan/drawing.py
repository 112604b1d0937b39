"""Drawings from data: boxes with arrows, and bars; what they show also stands beside them as text."""

from __future__ import annotations

from decimal import Decimal
from textwrap import shorten

from markupsafe import Markup, escape

from burgerbaan.dutch import format_number
from burgerbaan.icons import icon_path
from burgerbaan.label import label_lines
from burgerbaan.model.knowledge import Box, DataTable, Drawing

_WIDTH, _GAP_X, _GAP_Y, _EDGE = 216, 74, 48, 12
_LOWEST, _PAD, _SIGN = 76, 12, 36
_NAME, _TEXT, _LEADING = 17, 14, 20
_LABEL_SPACE, _BAR_SPACE = 270, 330

Cell = str | int | Decimal | None


def shown_rows(table: DataTable, few: str) -> list[list[str]]:
    """Cells as text; small groups of people are not told exactly."""
    return [[_shown(cell, table.protect_below, few) for cell in row] for row in table.rows]


def _is_small(cell: Cell, limit: int) -> bool:
    return isinstance(cell, int | Decimal) and 0 < cell < limit


def _shown(cell: Cell, limit: int, few: str) -> str:
    if cell is None:
        return "–"
    if _is_small(cell, limit):
        return few
    return cell if isinstance(cell, str) else format_number(cell)


def chart_svg(table: DataTable, label: str, few: str, goal: str) -> Markup:
    """Horizontal bars for each number, grouped by row; a protected number has no bar that tells its size.

    A row that is no result but a `goal` is only an outline, and says so.
    """
    numbers = [cell for row in table.rows for cell in row[1:] if isinstance(cell, int | Decimal)]
    most = max((value for value in numbers if not _is_small(value, table.protect_below)), default=0)
    if not most:
        return Markup("")
    parts, y = [], 8
    columns = table.columns[1:]
    has_series = sum(isinstance(cell, int | Decimal) for cell in table.rows[0][1:]) > 1
    for place, row in enumerate(table.rows, 1):
        for number, cell in enumerate(row[1:]):
            if not isinstance(cell, int | Decimal):
                continue
            name = f"{row[0]}, {columns[number]}" if has_series else str(row[0])
            small = _is_small(cell, table.protect_below)
            width = 0 if small else int(Decimal(cell) / Decimal(most) * _BAR_SPACE)
            value = few if small else format_number(cell)
            is_goal = place == table.goal_row
            parts.append(
                _bar(y, name, f"{value} ({goal})" if is_goal else value, width, "goal" if is_goal else number % 3)
            )
            y += 28
        y += 6 if has_series else 0
    return Markup(
        '<svg class="bb-chart" viewBox="0 0 720 {}" role="img" aria-label="{}"><g aria-hidden="true">{}</g></svg>'
    ).format(y + 4, label, Markup("".join(parts)))


def _bar(y: int, name: str, value: str, width: int, style: str | int) -> Markup:
    label = Markup('<text x="0" y="{}">{}</text>').format(y + 15, shorten(name, 36, placeholder="…"))
    bar = Markup('<rect class="bb-chart__bar bb-chart__bar--{}" x="{}" y="{}" width="{}" height="20" rx="3"/>')
    number = Markup('<text x="{}" y="{}">{}</text>').format(_LABEL_SPACE + 8 + width, y + 15, value)
    return label + (bar.format(style, _LABEL_SPACE, y, width) if width else "") + number


def drawing_svg(drawing: Drawing, label: str) -> Markup:
    """Boxes on a grid of at most three columns, with straight arrows between their edges."""
    columns = max(box.column for box in drawing.boxes)
    rows = max(box.row for box in drawing.boxes)
    texts = {box.id: _texts(box) for box in drawing.boxes}
    high = max(_LOWEST, *(len(lines) * _LEADING + 2 * _PAD for lines in texts.values()))
    width = max(columns, 3) * (_WIDTH + _GAP_X) - _GAP_X + 2 * _EDGE  # as wide as three, so that letters stay one size
    height = rows * high + (rows - 1) * _GAP_Y + 2 * _EDGE
    places = {box.id: _Place(box, high) for box in drawing.boxes}
    parts = [_arrow(places[item.origin], places[item.target], item.is_mutual) for item in drawing.arrows]
    parts += [_box(place, texts[name]) for name, place in places.items()]
    return Markup(
        '<svg class="bb-drawing__svg" viewBox="0 0 {} {}" role="img" aria-label="{}"><g aria-hidden="true">{}</g></svg>'
    ).format(width, height, label, Markup("").join(parts))


class _Place:
    """Where a box stands."""

    def __init__(self, box: Box, height: int) -> None:
        self.box, self.height = box, height
        self.x = _EDGE + (box.column - 1) * (_WIDTH + _GAP_X)
        self.y = _EDGE + (box.row - 1) * (height + _GAP_Y)
        self.middle = (self.x + _WIDTH / 2, self.y + height / 2)


def _texts(box: Box) -> list[tuple[str, str]]:
    """Lines that fit beside the sign of a box, each with its style."""
    room = _WIDTH - 2 * _PAD - (_SIGN if box.sign else 0)
    lines = [(line, "name") for line in label_lines(box.name, room, _NAME, is_bold=True)]
    return lines + [(line, "text") for line in (label_lines(box.text, room, _TEXT) if box.text else ())]


def _box(place: _Place, lines: list[tuple[str, str]]) -> Markup:
    box = place.box
    top = place.y + place.height / 2 - (len(lines) - 1) * _LEADING / 2 + 5
    center = place.x + _WIDTH / 2 + (_SIGN / 2 if box.sign else 0)
    texts = Markup("").join(
        Markup('<text class="bb-drawing__{}" x="{:g}" y="{:g}" text-anchor="middle">{}</text>').format(
            style, center, top + number * _LEADING, line
        )
        for number, (line, style) in enumerate(lines)
    )
    sign = Markup("")
    if box.sign:
        sign = Markup(
            '<path transform="translate({} {:g}) scale(1.5)" fill="none" class="bb-drawing__line" d="{}"/>'
        ).format(place.x + 8, place.y + place.height / 2 - 18, icon_path(box.sign.value))
    return Markup('<rect class="bb-drawing__box" x="{}" y="{}" width="{}" height="{}" rx="14"/>{}{}').format(
        place.x, place.y, _WIDTH, place.height, sign, texts
    )


def _arrow(origin: _Place, target: _Place, is_mutual: bool) -> Markup:
    start, end = _edge_point(origin, target), _edge_point(target, origin)
    heads = _head(start, end) + (_head(end, start) if is_mutual else Markup(""))
    return Markup('<path class="bb-drawing__line" d="M{:g} {:g}L{:g} {:g}"/>{}').format(*start, *end, heads)


def _edge_point(place: _Place, other: _Place) -> tuple[float, float]:
    """Where the line from the middle of a box to the middle of another leaves it."""
    (middle_x, middle_y), (other_x, other_y) = place.middle, other.middle
    step_x, step_y = other_x - middle_x, other_y - middle_y
    if step_x == step_y == 0:
        return middle_x, middle_y
    reach_x = (_WIDTH / 2 + 6) / abs(step_x) if step_x else float("inf")
    reach_y = (place.height / 2 + 6) / abs(step_y) if step_y else float("inf")
    reach = min(reach_x, reach_y)
    return round(middle_x + step_x * reach, 1), round(middle_y + step_y * reach, 1)


def _head(start: tuple[float, float], end: tuple[float, float]) -> Markup:
    """A triangle at the end of a line."""
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1
    unit_x, unit_y = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    back_x, back_y = end[0] - unit_x * 12, end[1] - unit_y * 12
    points = (end, (back_x - unit_y * 6, back_y + unit_x * 6), (back_x + unit_y * 6, back_y - unit_x * 6))
    path = "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points)
    return Markup('<path class="bb-drawing__head" d="M{}z"/>').format(escape(path))
