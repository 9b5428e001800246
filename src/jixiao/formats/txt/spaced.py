"""Tables set with blanks: columns apart by two blanks, or by one between bare numbers.

Lines of names alone are the header. A row with one figure or none goes on only between others: an empty cell
leaves nothing behind.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.formats.txt.even_gaps import with_empty_cells
from jixiao.formats.txt.form_rows import form_row, form_width, of_forms

Item = tuple[int, int, str]

_NUMBER = re.compile(r"\s*[-−]?\d[\d,]*(?:\.\d+)?\s*[%％]?\s*$")
_DASH = re.compile(r"[-−—–]+")
_PROSE = re.compile(r"[。；，]$|[，,。；;](?=[\u4e00-\u9fff])|^(?:[万亿]?元|[辆个项次件台套])、")
"""A pause inside or at the end of a stretch: running text set with blanks around its figures."""
_PERCENT = r"[-−]?\d[\d,.]*[%％]"
_PIECE = re.compile(
    r"\S+\((?:\s?\d[\d.]*)\s?分\s?\)|\d{1,2}[.．、]\s(?=[\u4e00-\u9fff])\S+"
    rf"|{_PERCENT}(?=(?:{_PERCENT})+(?:\s|$))|\S+"
)
"""A word; a name keeps the points in brackets behind it and the number before it: 决策(10 分), 1. 税收收入.

Percentages that a copy has run together are words of their own: 99.7%104.2%.
"""
_UNIT_LINE = re.compile(r"\s*[(（]?\s*(?:金额)?单位\s*[:：]")
_FORMULA = re.compile(r"[A-Z](?:=[A-Z](?:[-+][A-Z])*)?")
_FEWEST_FORMULAS = 3
"""Rows with a letter, or a sum of letters, before their figures that make a column of formulas."""
_TOTAL = re.compile(r"合计|总计|小计|总数")
_MOST_HEADER = 8
_MOST_WEAK = 2
"""Rows with hardly a figure that may stand between the rows of a table set with blanks."""
_MOST_EMPTY = 3
_FEWEST_APART = 3
"""Figures that rows set apart by empty lines must have in common, to be rows of one table."""
_HEADER = re.compile(
    r"预算|决算|执行|完成[数额]|上年|本年|金额|行次|编码|科目|[合小]计|收入|支出|[%％±]|占比|比重|增减|[增降]幅|同比|分值|得分|(?:19|20)\d\d年"
)


def find_spaced(lines: Sequence[str], first: int) -> tuple[tuple[Item, ...], ...] | None:
    """The rows of the table that begins at this line, at least two of them with numbers, or None."""
    rows: list[tuple[Item, ...]] = []
    numeric = kept = apart = 0
    index = first
    while index < len(lines) and index - first - apart - kept <= _MOST_WEAK:
        if not lines[index].strip() and _goes_on(lines, index, rows):
            apart += 1
            index += 1
            continue
        items = _columns(index, lines[index])
        if items is None and (width := form_width(rows)):
            items = form_row(index, lines[index], width)
        weak = _weak_row(index, lines[index]) if items is None and rows else None
        row = items or weak
        if kept and items is None and _begins_anew(lines, index, rows):
            break
        if row is None or (not numeric and len(rows) >= _MOST_HEADER):
            break
        rows.append(row)
        index += 1
        if items is not None:
            numeric += _figures(items) >= 2
            kept = len(rows)
    if kept < 2 or numeric < 2:
        return None
    closing = _closing_total(rows, kept)
    return (*_with_whole_names(with_empty_cells(rows[:kept], lines), lines), *closing)


def _closing_total(rows: Sequence[tuple[Item, ...]], kept: int) -> Iterator[tuple[Item, ...]]:
    """合计 278 below numbered rows of one figure, which stands last: the cells between the two are empty."""
    row = rows[kept] if kept < len(rows) else ()
    if len(row) != len(("name", "figure")) or not _TOTAL.fullmatch(row[0][2]) or not _NUMBER.match(row[1][2]):
        return
    width = len(rows[kept - 1])
    numbered = [one for one in rows[:kept] if one[0][2].isdigit()]
    alike = all(len(one) == width and _figures(one) == len(row) for one in numbered)
    if len(numbered) >= _FEWEST_APART and alike and all(_NUMBER.match(one[-1][2]) for one in numbered):
        index, start, _ = row[1]
        yield (row[0], *((index, start, "") for _ in range(width - len(row))), row[1])


def _goes_on(lines: Sequence[str], index: int, rows: Sequence[tuple[Item, ...]]) -> bool:
    """Whether rows are apart by empty lines: behind this one follow as many figures as the last row has."""
    reach = range(index, min(index + _MOST_EMPTY, len(lines)))
    following = next((at for at in reach if lines[at].strip()), None)
    items = _columns(following, lines[following]) if following is not None and rows else None
    figures = 0 if items is None else _figures(items)
    return figures >= _FEWEST_APART and figures == _figures(rows[-1])


def _figures(row: Sequence[Item]) -> int:
    return sum(bool(_NUMBER.match(item[2])) for item in row)


def _begins_anew(lines: Sequence[str], index: int, rows: Sequence[tuple[Item, ...]]) -> bool:
    """Whether a unit line stands above the same header and the same first name again (合计): the next table.

    A table that goes on after a page repeats its header, but not its first row.
    """
    names = [row[0][2] for row in rows]
    opening = [words[0][1] if (words := _pieces(line)) else "" for line in lines[index + 1 : index + 3]]
    return _UNIT_LINE.match(lines[index]) is not None and opening in (
        names[at : at + len(opening)] for at in range(min(len(names), _MOST_HEADER))
    )


def _with_whole_names(rows: Sequence[tuple[Item, ...]], lines: Sequence[str]) -> Sequence[tuple[Item, ...]]:
    """Rows whose names have more words or fewer: each name is one cell, so that figures stand in line."""
    firsts = [next((at for at, item in enumerate(row) if _is_cell(item[2])), 0) for row in rows]
    firsts = [1 if own and first else first for own, first in zip(of_forms(rows), firsts, strict=True)]
    figures = [_figures(row) for row in rows]
    named = max((len(row) for row, count in zip(rows, figures, strict=True) if not count), default=0)
    if len({first for first in firsts if first}) < 2:
        return rows  # alike
    if named > max(figures) + 1:
        return _with_formula_cells(rows, firsts, figures)  # under a header of several names
    whole: list[tuple[Item, ...]] = []
    for row, first in zip(rows, firsts, strict=True):
        if first == 0 and any(_NUMBER.match(item[2]) for item in row):
            index, start, _ = row[0]
            whole.append(((index, start, ""), *row))
        elif first > 1:
            (index, start, _), (_, last, word) = row[0], row[first - 1]
            whole.append(((index, start, lines[index][start : last + len(word)]), *row[first:]))
        else:
            whole.append(row)
    return whole


def _with_formula_cells(
    rows: Sequence[tuple[Item, ...]], firsts: Sequence[int], figures: Sequence[int]
) -> Sequence[tuple[Item, ...]]:
    """Rows between the name and the figures of which some have a formula (A=B+C): none is an empty cell."""
    formulas = [
        first for row, first in zip(rows, firsts, strict=True) if _FORMULA.fullmatch(row[first - 1][2])
    ]
    if len(formulas) < _FEWEST_FORMULAS or len(set(formulas)) > 1:
        return rows
    whole: list[tuple[Item, ...]] = []
    for row, first, count in zip(rows, firsts, figures, strict=True):
        lacks = count == max(figures) and first == formulas[0] - 1
        index, start, _ = row[first]
        whole.append((*row[:first], (index, start, ""), *row[first:]) if lacks else row)
    return whole


def _pieces(line: str) -> list[tuple[int, str]]:
    """The words of a line with their offsets; [] where it is running text."""
    pieces = [(match.start(), match.group()) for match in _PIECE.finditer(line.replace("\u3000", "  "))]
    return [] if any(len(piece) > 25 or _PROSE.search(piece) for _, piece in pieces) else pieces


def _columns(index: int, line: str) -> tuple[Item, ...] | None:
    pieces = _pieces(line)
    if len(pieces) < 3:
        return None
    wide = len(re.findall(r"\S\s{2,}(?=\S)", line.replace("\u3000", "  ")))
    numbers = sum(bool(_NUMBER.match(piece)) for _, piece in pieces)
    if numbers < 2 and wide < 2 and not _names_columns([piece for _, piece in pieces]):
        return None
    if _DASH.fullmatch(pieces[0][1]) and numbers and _is_cell(pieces[1][1]):
        pieces.insert(0, (pieces[0][0], ""))  # an empty cell stands first: the name is in another line
    return tuple((index, start, piece) for start, piece in pieces)


def _is_cell(word: str) -> bool:
    return _NUMBER.match(word) is not None or _DASH.fullmatch(word) is not None


def _names_columns(words: list[str]) -> bool:
    """Whether a line names columns: one of them at least is what only a header is called."""
    return all(len(word) <= 16 for word in words) and any(_HEADER.search(word) for word in words)


def _weak_row(index: int, line: str) -> tuple[Item, ...] | None:
    """A row of a name, perhaps with its mark, and at most one figure."""
    pieces = _pieces(line)
    numbers = sum(bool(_NUMBER.match(piece)) for _, piece in pieces)
    if not 1 <= len(pieces) <= 4 or numbers > 1 or _NUMBER.match(pieces[0][1]):
        return None
    return tuple((index, start, piece) for start, piece in pieces)
