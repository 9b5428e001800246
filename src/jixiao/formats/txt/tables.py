"""Tables in plain text: what remains of Word tables, bars, tabs, columns of blanks, and charts' data.

Each finder looks at the lines from one index on and answers with the table that begins there, or None.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jixiao.core.document import BlockKind
from jixiao.formats.txt.barred import find_grid, framed, realigned, split_line
from jixiao.formats.txt.cell_lines import find_cell_lines
from jixiao.formats.txt.coded import find_coded
from jixiao.formats.txt.commas import find_commas
from jixiao.formats.txt.labelled import find_labelled
from jixiao.formats.txt.numbered import Item
from jixiao.formats.txt.publics_row import find_publics_row
from jixiao.formats.txt.records import find_records
from jixiao.formats.txt.sided import find_sided
from jixiao.formats.txt.spaced import find_spaced
from jixiao.formats.txt.tagged import find_tagged


@dataclass(frozen=True, slots=True)
class TableLines:
    """A table on the lines ``first`` … ``last`` (indexes, inclusive)."""

    first: int
    last: int
    rows: tuple[tuple[Item, ...], ...]
    kind: BlockKind = "table"
    title: str = ""
    pieces: tuple[tuple[tuple[Item, ...], ...], ...] = ()
    """Rows of cells that may stand on several lines each, in place of ``rows``."""
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Rows and columns of cells that cover more than their own; where they do, no other stands."""


_NUMBER = re.compile(r"\s*[-−]?\d[\d,]*(?:\.\d+)?\s*[%％]?\s*$")
_BARS = re.compile(r"[|│┃｜]")
_RULE = re.compile(r"[\s|│┃｜+\-—=:：─━┌┐└┘├┤┬┴┼]*$")
_LABEL = re.compile(r"\s*[\u4e00-\u9fff]")
_SAID = re.compile(
    r"\s*[\u4e00-\u9fff][^\d，。；]{1,11}[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％分个]|万元|亿元|元)[。；]?\s*$"
)
"""A figure with its unit behind its own name: 预算480.66万元, as a sentence tells it."""
_FIGURE = re.compile(r"\s*[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％分个]|万元|亿元|元)?[。；]?\s*$")
_FEWEST_SAID = 3
_LONGEST_TABBED_PARAGRAPH = 60
_LONGEST_ROW = 300


def find_tables(lines: list[str]) -> list[TableLines]:
    """All tables, in order, none overlapping another."""
    tables: list[TableLines] = []
    position = 0
    while position < len(lines):
        table = next((found for find in _FINDERS if (found := find(lines, position)) is not None), None)
        if table is None:
            position += 1
        else:
            tables.append(table)
            position = table.last + 1
    return tables


def _word_cells(lines: Sequence[str], first: int) -> TableLines | None:
    """Word's table as plain text: each cell on its own line behind a tab, an empty line after each row."""
    if not lines[first].startswith("\t"):
        return None
    rows: list[list[Item]] = []
    row: list[Item] = []
    index = last = first
    while index < len(lines):
        line = lines[index]
        if line.startswith("\t"):
            if line.count("\t") > 1 and line.strip("\t").count("\t") > 0:
                break
            row.append((index, 1, line[1:]))
            last = index
        elif not line.strip():
            if row:
                rows.append(row)
                row = []
            following = next(
                (
                    i
                    for i in range(index + 1, min(index + 3, len(lines)))
                    if lines[i].strip() or lines[i].startswith("\t")
                ),
                None,
            )
            if following is None or not lines[following].startswith("\t"):
                break
        elif (
            row
            and len(line) < _LONGEST_TABBED_PARAGRAPH
            and index + 1 < len(lines)
            and lines[index + 1].startswith("\t")
        ):
            at, offset, text = row[-1]  # a further paragraph of the same cell
            row[-1] = (at, offset, text) if text.strip() else (index, 0, line)
        else:
            break
        index += 1
    if row:
        rows.append(row)
    count = sum(len(cells) for cells in rows)
    texts = [text for cells in rows for _, _, text in cells if text.strip()]
    long = sum(len(text) > _LONGEST_TABBED_PARAGRAPH for text in texts)
    if count < 3 or long * 3 > count or not texts:
        return None
    return TableLines(first, last, tuple(tuple(cells) for cells in rows))


def _tabbed(lines: Sequence[str], first: int) -> TableLines | None:
    """Rows on lines, cells between tabs; a lone line of names and as many numbers is a chart's data."""
    rows: list[tuple[Item, ...]] = []
    index = first
    while index < len(lines) and "\t" in lines[index].strip():
        row = _split(index, lines[index], "\t")
        rows.append(_without_tail(row) if any(_NUMBER.match(item[2]) for item in row) else row)
        index += 1
    if not rows or max(len(row) for row in rows) < 2:
        return None
    if len(rows) == 1:
        rows = [_without_tail(rows[0])]
        chart = _chart(lines, first, rows[0])
        if chart is not None or len(rows[0]) < 3:
            return chart
    return None if _are_sentences(rows) else TableLines(first, index - 1, tuple(rows))


def _split(index: int, line: str, separator: str) -> tuple[Item, ...]:
    items: list[Item] = []
    offset = 0
    for piece in line.split(separator):
        items.append((index, offset, piece))
        offset += len(piece) + len(separator)
    return tuple(items)


def _without_tail(row: tuple[Item, ...]) -> tuple[Item, ...]:
    """A row without the empty cells at its end."""
    filled = [at for at, item in enumerate(row) if item[2].strip()]
    return row[: filled[-1] + 1] if filled else ()


def _chart(lines: Sequence[str], index: int, row: tuple[Item, ...]) -> TableLines | None:
    """Names then values in a line, as charts leave them: a b c 1 2 3, or series, categories, their values."""
    names = [item for item in row if not _NUMBER.match(item[2])]
    values = row[len(names) :]
    if (
        not names
        or len(values) < 2
        or any(not _NUMBER.match(item[2]) for item in values)
        or len(names) < len(values)
    ):
        return None
    categories = names[len(values) :]
    if categories and len(values) % len(categories):
        return None
    each = len(values) // len(categories) if categories else 1
    rows = []
    for position, value in enumerate(values):
        cells = [names[position], value]
        if categories:
            cells = [categories[position // each], *cells]
        rows.append(tuple(cells))
    title = next(
        (lines[i].strip() for i in range(index - 1, max(index - 6, -1), -1) if len(lines[i].strip()) > 3), ""
    )
    return TableLines(index, index, tuple(rows), "chart", title if len(title) < 80 else "")


def _gridded(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_grid(lines, first)
    if rows is None:
        return None
    return TableLines(first, rows[-1][-1][0], realigned([tuple(row) for row in rows]))


def _barred(lines: Sequence[str], first: int) -> TableLines | None:
    """Rows on lines, cells between bars; ruled lines are left out."""
    rows: list[tuple[Item, ...]] = []
    index = first
    in_frame = framed(lines, first)
    while (
        index < len(lines)
        and len(lines[index]) <= _LONGEST_ROW
        and (
            len(_BARS.findall(lines[index])) >= 2
            or (rows and lines[index].strip() and _RULE.match(lines[index]))
        )
    ):
        if not _RULE.match(lines[index]) or (rows and set(lines[index].strip()) <= set("|│┃｜ ")):
            items = split_line(index, lines[index], in_frame=in_frame)
            if not items and rows:  # an empty cell on a line of its own
                items = [(index, 0, "")]
            rows.append(tuple(items))
        index += 1
    if len(rows) < 2 or _are_sentences(rows):
        return None
    return TableLines(first, index - 1, realigned(_rejoined(rows)))


def _are_sentences(rows: Sequence[tuple[Item, ...]]) -> bool:
    """Whether the lines tell figures with their names between the signs, so that no column has a header.

    Lines may be broken: then fewer do, but more than stand without a name, and lines end as sentences do.
    """
    said = sum(_SAID.match(item[2]) is not None for row in rows for item in row)
    bare = sum(_FIGURE.match(item[2]) is not None for row in rows for item in row)
    ends = sum(row[-1][2].rstrip().endswith(("。", "；")) for row in rows if row)
    each = 1 if ends * 4 >= len(rows) else 2
    return said >= max(len(rows) * each, _FEWEST_SAID) and said > bare


def _rejoined(rows: list[tuple[Item, ...]]) -> tuple[tuple[Item, ...], ...]:
    """Rows that were broken where cells were empty: a line without a label goes on with the row above."""
    continued = [
        bool(row)
        and not _is_numbered(row)
        and (bool(_NUMBER.match(row[0][2])) or not any(item[2].strip() for item in row))
        for row in rows
    ]
    if sum(continued) * 3 < len(rows) or _is_regular(rows):
        return tuple(rows)
    whole: list[tuple[Item, ...]] = []
    for row, goes_on in zip(rows, continued, strict=True):
        if goes_on and whole:
            whole[-1] = (*whole[-1], *row)
        else:
            whole.append(row)
    return tuple(whole)


def _is_numbered(row: tuple[Item, ...]) -> bool:
    """Whether a row begins with its number and its label: 1 | 市本级 | 140."""
    return len(row) > 1 and row[0][2].strip().isdigit() and _LABEL.match(row[1][2]) is not None


def _is_regular(rows: Sequence[tuple[Item, ...]]) -> bool:
    """Whether most rows have the same number of cells, the most that any has: none is broken."""
    width = max(map(len, rows))
    return sum(len(row) == width for row in rows) * 2 > len(rows)


def _tagged(lines: Sequence[str], first: int) -> TableLines | None:
    found = find_tagged(lines, first)
    if found is None:
        return None
    return TableLines(first, found.last, (), pieces=tuple(map(tuple, found.rows)), spans=found.spans)


def _coded(lines: Sequence[str], first: int) -> TableLines | None:
    found = find_coded(lines, first)
    return None if found is None else TableLines(first, found.last, (), pieces=found.rows)


def _sided(lines: Sequence[str], first: int) -> TableLines | None:
    found = find_sided(lines, first)
    return None if found is None else TableLines(first, found[0], (), pieces=found[1])


def _publics(lines: Sequence[str], first: int) -> TableLines | None:
    found = find_publics_row(lines, first)
    return None if found is None else TableLines(first, found[0], (), pieces=found[1])


def _spaced(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_spaced(lines, first)
    return None if rows is None else TableLines(first, rows[-1][-1][0], rows)


def _commas(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_commas(lines, first)
    return None if rows is None else TableLines(first, rows[-1][-1][0], rows)


def _recorded(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_records(lines, first)
    return None if rows is None else TableLines(first, rows[-1][-1][0], rows)


def _labelled(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_labelled(lines, first)
    return None if rows is None else TableLines(first, rows[-1][-1][0], rows)


def _cells_on_lines(lines: Sequence[str], first: int) -> TableLines | None:
    rows = find_cell_lines(lines, first)
    if rows is None:
        return None
    return TableLines(first, rows[-1][-1][0], rows)


_FINDERS: tuple[Callable[[list[str], int], TableLines | None], ...] = (
    _tagged,
    _word_cells,
    _tabbed,
    _gridded,
    _barred,
    _commas,
    _coded,
    _sided,
    _publics,
    _spaced,
    _recorded,
    _labelled,
    _cells_on_lines,
)
