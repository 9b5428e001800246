"""Tables of budget codes set with single blanks: 208 05 机关事业单位养老支出 361.85 300.00 61.85.

The code opens a row, whatever its name: in one piece or in its levels, with the name on the same line or on
the lines around it where the cell was too narrow. Tables of economic items set two or three such rows side by
side; each is a row of its own here, in the order of the codes. Where blank cells were dropped, ``levels``
tells which columns the amounts belong to, or no header is given, so that no column has a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.formats.txt.levels import places

Item = tuple[int, int, str]
Cell = tuple[Item, ...]
"""The pieces of one cell, most often one; none for a blank cell."""

_CODED = re.compile(r"\s*[1-5]\d{2}(?:\d{2}){0,2}(?:\s\d{2}){0,2}(?:\s|$)")
_CODE = re.compile(r"[1-5]\d{2}(?:\d{2}){0,2}")
_LEVEL = re.compile(r"\d{2}")
_CLASS = 3
"""Digits of the code of a class, behind which the codes of its levels may stand apart."""
_FURTHER = re.compile(r"(?:30[1-9]|31[0-3]|399|50\d|51[0-3]|599)(?:\d{2})?")
"""A code inside a line begins another row beside the first: those of the economic classification alone."""
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-—]+")
_NAME = re.compile(r"[\u4e00-\u9fff]")
_PIECE = re.compile(r"[合总]\s计(?=\s)|\S+")
_PART = re.compile(r"[\u4e00-\u9fff（）()、“”〔〕]{1,20}")
"""A line of a name that was broken: signs without a figure or pause."""
_HEADER = re.compile(r"[合小]计|支出|收入|决算数?|预算数?|金额|拨款")
_NO_HEADER = re.compile(r"[\d，。；：:;]")
_ROW_NAME = re.compile(r"编码|科目|名称|项目$")
_LONGEST = 120
"""Signs of a line; a longer one is running text."""
_MOST_LINES = 6
"""Lines of a header between the names of its columns and the first row."""
_MOST_PARTS = 4
"""Lines of broken names between two rows."""
_MOST_LANES = 3
"""Blocks of codes side by side (工资、商品和服务、资本性支出): the form has no more."""
_MOST_HEADS = 14
"""Lines between two pages of a table, all of which are numbers of pages or stood above its first row."""
_PAGE = re.compile(r"[\s\d\-—–－·.第页共/]*")
_AHEAD = 30
"""Lines in which a table shows that it is one."""
_FEWEST, _FEWEST_NESTED = 4, 2
"""Rows with a code that make a table, and those whose code lies below another."""


@dataclass(slots=True)
class Row:
    """A row: its code, its name, its amounts, as pieces of lines; ``lane`` counts the rows side by side."""

    lane: int
    code: Item | None
    name: list[Item]
    amounts: list[Item] = field(default_factory=list)

    @property
    def pieces(self) -> list[Item]:
        """All that it has."""
        return [*([self.code] if self.code is not None else []), *self.name, *self.amounts]

    @property
    def digits(self) -> str:
        """Its code in one piece; "" for a total."""
        return "".join(self.code[2].split()) if self.code is not None else ""


@dataclass(frozen=True, slots=True)
class CodedTable:
    """The rows of a table on the lines to ``last``, each of cells."""

    last: int
    rows: tuple[tuple[Cell, ...], ...]


def find_coded(lines: Sequence[str], first: int) -> CodedTable | None:
    """The table that begins at this line, with its header or its first row, or None."""
    header: list[Item] = []
    at = first
    if not _CODED.match(lines[first]):
        header = _column_names(first, lines[first])
        at = _first_row(lines, first) if header else -1
        if at < 0:
            return None
    begin = first + 1 if header else at
    if not _is_table(_rows(lines, at, begin, at + _AHEAD)[0]):
        return None  # so that a long list that is none is not read to its end from each of its lines
    rows, last = _rows(lines, at, begin, len(lines))
    return CodedTable(last, _laid_out(rows, header))


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether rows with amounts have codes of which some stand within others."""
    coded = [row for row in rows if row.code is not None and row.amounts]
    known = {row.digits for row in coded}
    inner = sum(row.digits[:-2] in known for row in coded)
    return len(coded) >= _FEWEST and inner >= _FEWEST_NESTED


def _column_names(index: int, line: str) -> list[Item]:
    """The names of a header line, [] for other lines."""
    if len(line) > _LONGEST or _NO_HEADER.search(line) or not _HEADER.search(line):
        return []
    found = [(index, match.start(), match.group()) for match in _PIECE.finditer(line)]
    return found if len(found) > 1 and all(len(word) <= 16 for _, _, word in found) else []


def _first_row(lines: Sequence[str], header: int) -> int:
    """The first row below a header line, with nothing but short words between; -1 for none."""
    names = len(set(lines[header].split()))
    for at in range(header + 1, min(header + 2 + _MOST_LINES, len(lines))):
        line = lines[at]
        if _CODED.match(line) or _totals(at, line):
            return at
        if (
            len(line.strip()) > _LONGEST // 2
            or _NO_HEADER.search(line)
            or len(set(line.split())) >= max(names, 4)
        ):
            return -1
    return -1


def _rows(lines: Sequence[str], at: int, begin: int, stop: int) -> tuple[list[Row], int]:
    """The rows from a line on and the last line of the table; the first name may begin above its row."""
    rows: list[Row] = []
    parts = [_part(i, lines[i]) for i in range(max(begin, at - 1), at) if _PART.fullmatch(lines[i].strip())]
    heads = {lines[i].strip() for i in range(max(at - _MOST_HEADS, 0), at)}
    last = index = at
    while index < min(stop, len(lines)) and index - last <= _MOST_PARTS:
        line = lines[index]
        found = _split(index, line) if _CODED.match(line) and len(line) <= _LONGEST else []
        found = found or _totals(index, line)
        if found:
            _share(parts, rows, found)
            parts = []
            rows.extend(found)
            last = index
        elif _PART.fullmatch(line.strip()) and line.strip() not in heads:
            parts.append(_part(index, line))
        elif _ends_names(line, rows, heads):
            pass
        else:
            index = last = _next_page(lines, index, heads, rows)
            if index < 0:
                break
            continue
        index += 1
    last = max(piece[0] for row in rows for piece in row.pieces) if rows else at
    if rows and _is_headless(rows[-1]) and parts:
        rows[-1].name.append(parts[0])
        last = parts[0][0]
    return rows, last


def _ends_names(line: str, rows: Sequence[Row], heads: set[str]) -> bool:
    """Whether a line between rows side by side only ends, or begins, names of both: 费 因公出国（境）费."""
    pieces = line.split()
    beside = 1 < len(pieces) <= _MOST_LANES and any(row.lane for row in rows)
    return beside and line.strip() not in heads and all(_PART.fullmatch(piece) for piece in pieces)


def _next_page(lines: Sequence[str], index: int, heads: set[str], rows: Sequence[Row]) -> int:
    """Where the table goes on behind page numbers and lines that stood above it; -1 if it does not."""
    last = max((row.digits for row in rows), default="")
    for at in range(index, min(index + _MOST_HEADS, len(lines))):
        line = lines[at]
        if found := _CODED.match(line):
            return at if at > index and "".join(found.group().split()) > last else -1
        if line.strip() not in heads and not _PAGE.fullmatch(line):
            return -1
    return -1


def _part(index: int, line: str) -> Item:
    return (index, len(line) - len(line.lstrip()), line.strip())


def _split(index: int, line: str) -> list[Row]:
    """The rows that stand side by side on a line; [] where words stand behind figures."""
    rows: list[Row] = []
    words = [(match.start(), match.group()) for match in _PIECE.finditer(line)]
    at = 0
    while at < len(words):
        start, word = words[at]
        is_code = _CODE.fullmatch(word) and (not rows or _FURTHER.fullmatch(word))
        if is_code and (not rows or _opens(words, at)):
            end = at + 1
            while (
                len(word) == _CLASS and end < len(words) and end < at + 3 and _LEVEL.fullmatch(words[end][1])
            ):
                end += 1
            stop = words[end - 1][0] + len(words[end - 1][1])
            rows.append(Row(len(rows), (index, start, line[start:stop]), []))
            at = end
            continue
        row = rows[-1]
        if _FIGURE.fullmatch(word):
            row.amounts.append((index, start, word))
        elif row.amounts or not _NAME.search(word):
            return []
        elif row.name:
            begin = row.name[0][1]
            row.name[0] = (index, begin, line[begin : start + len(word)])
        else:
            row.name.append((index, start, word))
        at += 1
    return rows


def _opens(words: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether a code inside a line opens a row: a name, an exact amount or nothing stands behind it."""
    behind = at + 1
    if behind < len(words) and len(words[at][1]) == _CLASS and _LEVEL.fullmatch(words[behind][1]):
        behind += 1  # 302 01 办公费
    if behind == len(words):
        return behind == at + 1
    return _NAME.search(words[behind][1]) is not None or "." in words[behind][1]


def _totals(index: int, line: str) -> list[Row]:
    """The totals on a line, each with its figures: 人员经费合计 612.40 公用经费合计 88.20."""
    rows: list[Row] = []
    for match in _PIECE.finditer(line):
        word = match.group()
        if _FIGURE.fullmatch(word):
            if not rows:
                return []
            rows[-1].amounts.append((index, match.start(), word))
        elif word in "类款项":
            continue
        elif _NAME.search(word) and word.endswith("计"):
            rows.append(Row(len(rows), None, [(index, match.start(), word)]))
        else:
            return []
    return rows if all(row.amounts for row in rows) else []


def _is_headless(row: Row) -> bool:
    """Whether a row has no name on the line of its code."""
    return row.code is not None and all(piece[0] != row.code[0] for piece in row.name)


def _share(parts: list[Item], rows: Sequence[Row], below: Sequence[Row]) -> None:
    """Give the lines of broken names to the rows around them.

    A row without a name on its own line has it above and below. Of other names a line that is longer than
    the one above it begins the next: lines that go on are full.
    """
    left = list(parts)
    line = rows[-1].code[0] if rows and rows[-1].code is not None else -1
    above = [row for row in rows[-_MOST_LANES:] if row.code is not None and row.code[0] == line]
    open_ = next((row for row in above if _is_headless(row)), None)
    if open_ is not None and left:
        open_.name.append(left.pop(0))
    headless = next((row for row in below if _is_headless(row)), None)
    if headless is not None and left:
        headless.name.append(left.pop())
    if len(above) > 1 or len(below) > 1:
        return
    begins: list[Item] = []
    for part in left if rows else ():
        if not begins and above and above[0].name and len(part[2]) <= len(above[0].name[-1][2]):
            above[0].name.append(part)
        else:
            begins.append(part)
    if below and below[0].code is not None:
        below[0].name[:0] = begins


def _laid_out(rows: list[Row], header: list[Item]) -> tuple[tuple[Cell, ...], ...]:
    """The rows as cells: code, name and amounts; rows side by side one below the other."""
    lanes = max(row.lane for row in rows if row.code is not None) + 1
    if lanes > 1:
        rows = sorted(rows, key=lambda row: (row.code is None, row.digits))
    width = max(len(row.amounts) for row in rows)
    placed = [tuple(range(len(row.amounts))) for row in rows]
    names = [item for item in header if not _ROW_NAME.search(item[2])]
    if any(len(row.amounts) < width for row in rows):
        found = places([(row.digits, tuple(word for *_, word in row.amounts)) for row in rows], width)
        placed, names = (placed, []) if found is None else (found, names)
    laid: list[tuple[Cell, ...]] = []
    if lanes == 1 and 0 < len(names) <= width and (len(names) == width or "计" in names[0][2]):
        laid.append(((), (), *((name,) for name in names)))
    for row, columns in zip(rows, placed, strict=True):
        cells: list[Cell] = [()] * width
        for c, amount in zip(columns, row.amounts, strict=True):
            cells[c] = (amount,)
        while cells and not cells[-1]:
            cells.pop()
        laid.append(((row.code,) if row.code is not None else (), tuple(row.name), *cells))
    return tuple(laid)
