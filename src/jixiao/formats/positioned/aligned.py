"""Tables without rules: lines below each other whose parts stand in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned.tables import Slot, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.positioned.lines import Line

_FEWEST: Final = 3
"""Rows: fewer are a line with its signature."""
_FIGURES: Final = 0.5
"""The share of rows that hold a figure by itself."""


def with_tables(lines: Sequence[Line]) -> list[Line | Table]:
    """The lines of a column of text, those that make up a table replaced by it."""
    found: list[Line | Table] = []
    waiting: list[Line] = []
    for line in lines:
        if line.gaps:
            waiting.append(line)
            continue
        found.extend(_table(waiting))
        waiting = []
        found.append(line)
    found.extend(_table(waiting))
    return found


def _table(lines: list[Line]) -> Sequence[Line | Table]:
    """A table of these lines, or the lines themselves where they make none."""
    if len(lines) < _FEWEST:
        return lines
    rows = [line.parts() for line in lines]
    columns = _columns(rows)
    if len(columns) < 2:
        return lines
    figures = sum(any(_is_figure(part.text) for part in row) for row in rows)
    if figures < _FIGURES * len(rows):
        return lines
    slots: list[Slot] = []
    for number, row in enumerate(rows):
        for left, right in columns:
            held = [part for part in row if left <= (part.left + part.right) / 2 <= right]
            if len(held) > 1:
                return lines
            slots.append(Slot(number, 1, left, right, held))
    first, last = lines[0], lines[-1]
    left, right = columns[0][0], columns[-1][1]
    return [Table(first.page, first.top, last.bottom, left, right, len(rows), slots)]


def _columns(rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """Left and right of the columns: what overlaps from row to row is one."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((part.left, part.right) for row in rows for part in row):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _is_figure(text: str) -> bool:
    return text[0].isdigit() or (text[0] in "-+≥≤" and text[1:2].isdigit())
