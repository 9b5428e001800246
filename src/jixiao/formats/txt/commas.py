"""Tables whose cells stand between commas: a sheet saved as text, pasted into a report.

Every row has as many commas as the first, for empty cells keep theirs. Sentences with commas have not, and
end otherwise.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]

_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^,"]*)(?:,|$)')
_FIGURE = re.compile(r"\s*[-−]?\d[\d,]*(?:\.\d+)?\s*[%％]?\s*$")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
"""Digits in groups of three: amounts of a sentence, or two cells side by side."""
_ENDS = re.compile(r"[。；;：:]\s*$")
_FEWEST_ROWS, _FEWEST_CELLS = 3, 4
_LONGEST_ROW = 300


def find_commas(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The rows of the table that begins at this line, or None."""
    rows: list[tuple[Item, ...]] = []
    for index in range(first, len(lines)):
        row = _cells(index, lines[index])
        if len(row) < _FEWEST_CELLS or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
    figures = sum(_FIGURE.match(text) is not None for row in rows for _, _, text in row)
    grouped = sum(bool(_GROUPED.search(lines[row[0][0]])) for row in rows)
    if len(rows) < _FEWEST_ROWS or figures < len(rows) or grouped * 2 > len(rows):
        return None
    return tuple(rows)


def _cells(index: int, line: str) -> tuple[Item, ...]:
    """The cells of a line, without the marks around those that hold a comma; () where it is no row."""
    if line.count(",") + 1 < _FEWEST_CELLS or len(line) > _LONGEST_ROW or _ENDS.search(line):
        return ()
    items: list[Item] = []
    at = 0
    while at <= len(line):
        found = _CELL.match(line, at)
        if found is None:
            return ()
        text = found.group().removesuffix(",")
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        items.append((index, at + quoted, text[1:-1] if quoted else text))
        if not found.group().endswith(","):
            break
        at = found.end()
    return tuple(items)
