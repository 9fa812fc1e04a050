"""A strategy with its objectives and initiatives, from left to right, a column for each level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from portfolio.charts.definitions import Chart, Node, Table, Tree
from portfolio.charts.drawing import INK, QUIET, WHITE, Box, Drawing, polyline
from portfolio.charts.measure import LINE, SIZE, clean, wrap
from portfolio.charts.sentences import pair, told

_BETWEEN, _APART = 28.0, 8.0
_PADDING = 7.0
# Narrower columns would cut nearly every Danish word.
_NARROWEST = 140.0
_INDENT = 24.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A node with the lines of its box; `room` is the height of it and all below it."""

    node: Node
    lines: tuple[tuple[str, str], ...]
    children: tuple[_Laid, ...]
    is_strong: bool

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 2 * _PADDING

    @property
    def room(self) -> float:
        below = sum(child.room for child in self.children) + _APART * max(0, len(self.children) - 1)
        return max(self.height, below)


def draw_tree(tree: Tree) -> Chart:
    """In columns, or with more levels than columns of a readable width, as an indented list of boxes."""
    levels = _levels(tree.root)
    column = (tree.width - _BETWEEN * (levels - 1)) / levels
    drawing = Drawing(tree.width)
    if column >= _NARROWEST:
        laid = _lay(tree.root, column - 2 * _PADDING)
        _draw(drawing, laid, 0.0, 2.0, column)
        height = laid.room + 4
    else:
        step = min(_INDENT, (tree.width - _NARROWEST) / levels)
        height = _draw_indented(drawing, tree.root, 0.0, 2.0, step) - _APART + 2
    nodes = list(_walk(tree.root))
    parts = [pair(node.label, ", ".join(child.label for child in node.children)) for node in nodes if node.children]
    alternative = told(tree.title, "", parts or [tree.root.label])
    svg = drawing.finished(height, alternative)
    return Chart(tree.title, alternative, svg, _table(tree.root), tree.width, int(-(-height // 1)))


def _levels(node: Node) -> int:
    return 1 + max((_levels(child) for child in node.children), default=0)


def _lay(node: Node, room: float) -> _Laid:
    """Each line with its manner: the word for the level, the label, the detail."""
    texts = (("kind", node.kind), ("label", node.label), ("detail", node.detail))
    # Measured as bold everywhere: a label may become bold, and boxes of one level look alike.
    lines = ((manner, line) for manner, text in texts if clean(text) for line in wrap(text, room, bold=True))
    children = tuple(_lay(child, room) for child in node.children)
    return _Laid(node, tuple(lines), children, bool(children))


def _draw(drawing: Drawing, laid: _Laid, x: float, top: float, column: float) -> float:
    """Draws the node in the middle of its room and returns the height of that middle."""
    right = x + column
    below = top + (laid.room - _children_room(laid)) / 2
    middles = []
    for child in laid.children:
        middles.append(_draw(drawing, child, right + _BETWEEN, below, column))
        below += child.room + _APART
    middle = top + laid.room / 2
    for other in middles:
        turn = right + _BETWEEN / 2
        path = polyline([(right, middle), (turn, middle), (turn, other), (right + _BETWEEN, other)])
        drawing.add("polyline", points=path, fill="none", stroke=QUIET, stroke_width=1.25)
    _draw_box(drawing, laid, x, middle, column)
    return middle


def _draw_indented(drawing: Drawing, node: Node, x: float, top: float, step: float) -> float:
    """Each node on lines of its own, its children below and further in; returns where the next one begins."""
    wide = drawing.wide - x
    lone = replace(_lay(replace(node, children=()), wide - 2 * _PADDING), is_strong=bool(node.children))
    _draw_box(drawing, lone, x, top + lone.height / 2, wide)
    stem, bottom = x + step / 2, top + lone.height
    below = bottom + _APART
    for child in node.children:
        turn = below + _PADDING + SIZE / 2
        path = polyline([(stem, bottom), (stem, turn), (x + step, turn)])
        drawing.add("polyline", points=path, fill="none", stroke=QUIET, stroke_width=1.25)
        below = _draw_indented(drawing, child, x + step, below, step)
    return below


def _children_room(laid: _Laid) -> float:
    return sum(child.room for child in laid.children) + _APART * max(0, len(laid.children) - 1)


def _draw_box(drawing: Drawing, laid: _Laid, x: float, middle: float, column: float) -> None:
    top = middle - laid.height / 2
    weight = 2 if laid.is_strong else 1.25
    drawing.rectangle(
        Box(x + 1, top, x + column - 1, top + laid.height), fill=WHITE, stroke=INK, stroke_width=weight, rx=2
    )
    y = top + _PADDING + SIZE
    for manner, line in laid.lines:
        is_label = manner == "label"
        drawing.text(x + _PADDING, y, line, bold=is_label and laid.is_strong, fill=INK if is_label else QUIET)
        y += LINE


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _table(root: Node) -> Table:
    return Table((_("Title"), _("Kind"), _("Under"), _("Remarks")), tuple(_rows(root, "")))


def _rows(node: Node, under: str) -> Iterator[tuple[str, ...]]:
    yield node.label, node.kind, under, node.detail
    for child in node.children:
        yield from _rows(child, node.label)
