"""Tables whose cells stand on lines of their own, as copied from web pages and PDFs, perhaps with bars.

A row is one or more labels followed by figures. When most rows have the same number of figures, that is the
number of columns; the labels before the first row are the header. Where cells were dropped irregularly, no
table is made.
"""

import re
from collections import Counter
from collections.abc import Sequence

Item = tuple[int, int, str]
Row = tuple[list[Item], list[Item]]

_FIGURE = re.compile(r"\s*(?:[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％]|万元|亿元|元|个|人|分)?|[-—/－]+|无)\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BARS = " \t\u3000|│｜"
_ENDS = "。；：:;，,"
_LONGEST_CELL = 24
_MOST_LINES = 2000
_MOST_LABELS = 60
"""Lines of words in a row beyond which no header is meant: the cost of a page of words stays its length."""


def find_cell_lines(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The rows of the table that begins at this line, or None."""
    opening = lines[first].strip(_BARS)
    if not _is_cell(opening) or _is_figure(opening):
        return None
    cells: list[Item] = []
    labels = 0
    index = first
    while index < len(lines) and len(cells) < _MOST_LINES:
        raw = lines[index]
        text = raw.strip(_BARS)
        if text and (not _is_cell(text) or "\t" in text or raw.startswith("\t")):
            break
        labels = labels if not text else 0 if _is_figure(text) else labels + 1
        if labels > _MOST_LABELS:
            break
        if text:
            cells.append((index, raw.find(text), text))
        elif not raw.strip() and index + 1 < len(lines) and not lines[index + 1].strip():
            break
        index += 1
    return _table(cells) if len(cells) >= 6 else None


def _is_cell(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_CELL and text[-1] not in _ENDS and "。" not in text


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text)) and not _YEAR.match(text)


def _rows(cells: Sequence[Item]) -> list[Row]:
    """Cells grouped into labels and the figures that follow them; empty when a figure stands first."""
    rows: list[Row] = []
    for cell in cells:
        is_figure = _is_figure(cell[2])
        if is_figure and not rows:
            return []
        if is_figure:
            rows[-1][1].append(cell)
        elif rows and not rows[-1][1]:
            rows[-1][0].append(cell)
        else:
            rows.append(([cell], []))
    return [row for row in rows if row[1]]


def _table(cells: Sequence[Item]) -> tuple[tuple[Item, ...], ...] | None:
    """Header and rows; None when no number of columns prevails."""
    rows = _rows(cells)
    if len(rows) < 2:
        return None
    width, times = Counter(len(figures) for _, figures in rows).most_common(1)[0]
    if times * 10 < len(rows) * 7 or (width == 1 and len(rows) < 3):
        return None
    head = rows[0][0][:-1]
    made: list[tuple[Item, ...]] = []
    if len(head) > width:
        made.append(tuple(head[-width - 1 :]))
    elif head:
        made.append(((head[0][0], 0, ""), *[(head[0][0], 0, "")] * (width - len(head)), *head))
    made.extend((labels[-1], *figures) for labels, figures in rows)
    return tuple(made)
