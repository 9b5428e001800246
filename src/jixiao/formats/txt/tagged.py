"""Tables in the tags of a web page, as readers of scanned pages write them into a text: <table><tr><td>."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.formats.txt.numbered import Item

_OPENING = re.compile(r"<table\b", re.IGNORECASE)
_CLOSING = re.compile(r"</table\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z]{1,10}\d?)\b(?P<attributes>[^<>]{0,200})>", re.IGNORECASE)
_SPAN = re.compile(r"(?P<name>row|col)span\s?=\s?[\"']?(?P<count>\d{1,3})", re.IGNORECASE)
_BLANK = re.compile(r"<[^<>]{1,200}>|&nbsp;")
_MOST_LINES = 2000
_MOST_COLUMNS = 60
_CELLS = ("td", "th")


@dataclass(slots=True)
class Tagged:
    """A table on the lines up to ``last``; ``rows`` hold the pieces of each cell, none where covered."""

    last: int
    rows: list[list[tuple[Item, ...]]]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Rows and columns of the cells that cover more than their own, by row and column."""


def find_tagged(lines: Sequence[str], first: int) -> Tagged | None:
    """The table that begins on this line, with one right below it that goes on with its columns."""
    table = _table(lines, first)
    if table is None:
        return None
    below = table.last + 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    going_on = _table(lines, below) if below < len(lines) and len(table.rows) == 1 else None
    if going_on is None or {len(row) for row in going_on.rows} != {len(table.rows[0])}:
        return table
    spans = {(row + 1, column): span for (row, column), span in going_on.spans.items()}
    return Tagged(going_on.last, [*table.rows, *going_on.rows], {**table.spans, **spans})


def _table(lines: Sequence[str], first: int) -> Tagged | None:
    if "<" not in lines[first] or not _OPENING.match(lines[first].lstrip()):
        return None
    for last in range(first, min(first + _MOST_LINES, len(lines))):
        if (closing := _CLOSING.search(lines[last])) is not None:
            if lines[last][closing.end() :].strip():
                return None  # words behind it would be lost
            placed = _Placed(_cells(lines, first, last))
            return Tagged(last, placed.rows, placed.spans) if placed.rows else None
    return None


Cell = tuple[tuple[Item, ...], int, int]
"""Pieces, rows and columns."""


def _cells(lines: Sequence[str], first: int, last: int) -> list[list[Cell]]:
    """The rows as they are written: cells with the pieces of each, the tags in them left blank."""
    rows: list[list[Cell]] = []
    pieces: list[Item] | None = None
    rowspan = colspan = 1
    for index in range(first, last + 1):
        line, start = lines[index], 0
        for tag in (*_TAG.finditer(line), None):
            name = tag["name"].lower() if tag is not None else ""
            if tag is not None and name not in (*_CELLS, "tr", "table"):
                continue
            stop = tag.start() if tag is not None else len(line)
            if pieces is not None:
                text = _BLANK.sub(lambda found: " " * len(found[0]), line[start:stop])
                if text.strip() or not pieces:
                    pieces.append((index, start, text))
            if tag is None:
                break
            start = tag.end()
            if pieces is not None:
                rows[-1].append((tuple(pieces), rowspan, colspan))
                pieces = None
            if name == "tr" and not tag["end"]:
                rows.append([])
            elif name in _CELLS and not tag["end"] and rows:
                spans = {one["name"].lower(): int(one["count"]) for one in _SPAN.finditer(tag["attributes"])}
                rowspan, colspan = spans.get("row", 1) or 1, spans.get("col", 1) or 1
                pieces = []
    return [row for row in rows if row]


class _Placed:
    """Cells in the places that the spans of others leave them."""

    def __init__(self, written: list[list[Cell]]) -> None:
        self.rows: list[list[tuple[Item, ...]]] = []
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        free: dict[int, int] = {}
        """For each column the first row that no cell from above covers."""
        for number, cells in enumerate(written):
            row: list[tuple[Item, ...]] = []
            for pieces, rowspan, colspan in cells:
                while free.get(len(row), 0) > number:
                    row.append(())
                high, wide = min(rowspan, len(written) - number), min(colspan, _MOST_COLUMNS)
                if (high, wide) != (1, 1):
                    self.spans[number, len(row)] = (high, wide)
                for column in range(len(row), len(row) + wide):
                    free[column] = number + high
                row.extend([pieces, *[()] * (wide - 1)])
            while free.get(len(row), 0) > number:
                row.append(())
            self.rows.append(row)
