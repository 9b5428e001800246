"""Tables whose cells stand on lines of their own without any mark: web pages and PDFs copied as text.

The number of columns is inferred: the header is the run of labels at the start, and every row must then show the same
pattern of labels and figures. Where cells were dropped, nothing regular remains, and no table is made of it.
"""

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"\s*(?:[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％]|万元|亿元|元|个|人|分)?|[-—/－]+|无)\s*$")
_ENDS = "。；：:;，,"
_LONGEST_CELL = 24
_MOST_LINES = 2000


def find_cell_lines(lines: Sequence[str], first: int) -> tuple[tuple[tuple[int, int, str], ...], ...] | None:
    """The rows of the table that begins at this line, or None."""
    if not _is_cell(lines[first]) or _FIGURE.match(lines[first]):
        return None
    cells: list[int] = []
    index = first
    while index < len(lines) and len(cells) < _MOST_LINES:
        text = lines[index].strip()
        if text and not _is_cell(text):
            break
        if text:
            cells.append(index)
        elif index + 1 < len(lines) and not lines[index + 1].strip() and len(cells) > 0:
            break
        index += 1
    if len(cells) < 8:
        return None
    figures = [bool(_FIGURE.match(lines[i])) for i in cells]
    width = _width(figures)
    if width is None:
        return None
    head, columns = width
    rows = [tuple((i, 0, lines[i]) for i in cells[:head])]
    position = head
    while position + columns <= len(cells) and _fits(figures[position : position + columns]):
        rows.append(tuple((i, 0, lines[i]) for i in cells[position : position + columns]))
        position += columns
    return tuple(rows) if len(rows) >= 3 else None


def _is_cell(text: str) -> bool:
    text = text.strip()
    return bool(text) and len(text) <= _LONGEST_CELL and text[-1] not in _ENDS and "。" not in text


def _fits(row: list[bool]) -> bool:
    return not row[0] and sum(row) * 2 >= len(row) - 1 and any(row)


def _width(figures: list[bool]) -> tuple[int, int] | None:
    """How many header cells and how many columns: the first width at which at least two rows fit."""
    try:
        leading = figures.index(True)
    except ValueError:
        return None
    for columns in range(2, min(leading + 1, 16)):
        head = columns
        # the header fills one row, and the first row's label is the last of the leading labels
        if leading != head + 1 and leading != head + 2:
            continue
        rows = [figures[at : at + columns] for at in range(head, len(figures) - columns + 1, columns)]
        good = 0
        for row in rows:
            if not _fits(row):
                break
            good += 1
        if good >= 2:
            return head, columns
    return None
