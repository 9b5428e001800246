"""Tables of one cell a line whose rows are numbered: 序号 heads the first column, 1, 2, 3 begin the rows.

The distance between two numbers is the number of columns, blank cells among them.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]
"""A cell: index of its line, offset in the line, text."""

_NUMBERS = re.compile(r"序\s*号")
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计")
_FIGURE = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％]|万元?|亿元|元|分|[个人次户件项家])?")
_FEWEST_ROWS = 3
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 24


def numbered_rows(cells: Sequence[Item]) -> list[list[Item]] | None:
    """Header, numbered rows and the total below them; None where the rows are not all of one length."""
    texts = [item[2].strip() for item in cells]
    if not _NUMBERS.fullmatch(texts[0]):
        return None
    width = next((at for at, text in enumerate(texts[: _MOST_COLUMNS + 1]) if text == "1"), 0)
    if width < _FEWEST_COLUMNS:
        return None
    rows = [list(cells[:width])]
    at, number = width, 1
    while at < len(texts) and texts[at] == str(number):
        rows.append(list(cells[at : at + width]))
        at += width
        number += 1
    if len(rows) <= _FEWEST_ROWS:
        return None
    if at < len(texts) and _TOTAL.fullmatch(texts[at]):
        rows.append(_total(cells[at:], rows[1:], width))
    return rows


def _total(rest: Sequence[Item], rows: Sequence[Sequence[Item]], width: int) -> list[Item]:
    """The total's label in the first column, and its figures in the columns of figures, if it has as many."""
    figures: list[Item] = []
    for item in rest[1:]:
        text = item[2].strip()
        if text and not _FIGURE.fullmatch(text):
            break
        if text:
            figures.append(item)
        elif figures:
            break
    columns = [column for column in range(1, width) if _holds_figures(rows, column)]
    last = figures[-1][0] if figures else rest[0][0]
    row: list[Item] = [rest[0], *[(last, 0, "")] * (width - 1)]
    for column, figure in zip(columns, figures, strict=False):
        row[column] = figure
    return row


def _holds_figures(rows: Sequence[Sequence[Item]], column: int) -> bool:
    """Whether most rows have a figure in a column."""
    figures = [len(row) > column and _FIGURE.fullmatch(row[column][2].strip()) is not None for row in rows]
    return sum(figures) * 2 > len(rows)
