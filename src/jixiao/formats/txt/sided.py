"""Income and spending side by side, each a name with one amount, the blank cells of which a PDF dropped.

项目 预算数 项目 预算数 / 一、财政拨款收入 410.20 一、教育支出 / 二、事业收入 二、住房保障支出 12.30: each
name keeps its side, so each row is laid out in four cells. A name that stands alone is of the side whose
numbers it carries on, else of the one that its words tell; the row of both totals (总计) ends the table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.core.numbering import parse_mark

Item = tuple[int, int, str]
Cell = tuple[Item, ...]

_HEADER = re.compile(
    r"\s*(?P<name>项\s?目|科\s?目)\s+(?P<amount>[\u4e00-\u9fff\d()（）]{2,12})"
    r"\s+(?P<other>项\s?目|科\s?目)\s+(?P<second>[\u4e00-\u9fff\d()（）]{2,12})\s*"
)
_FIGURE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-+")
_PIECE = re.compile(
    r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=[一二三四五六七八九十]{1,3}、|\s|$)"
    r"|\d{1,2}[.．、]\s?(?=[\u4e00-\u9fff])[^\s\d]+"
    r"|(?:[\u4e00-\u9fff]\s){1,3}[\u4e00-\u9fff](?=\s|$)"
    r"|\S+"
)
"""An amount may be glued to the number of the name behind it; a name set apart sign by sign (总 计)."""
_TOTAL = re.compile(r"总\s*计$")
_INCOME = re.compile(r"收入|来源|年初|上年|使用.*结余")
_SPENDING = re.compile(r"支出|年末|下年|分配")
_ENDS = re.compile(r"收入|支出|[合总]计|结[转余]|资金|拨款|预算|分配")
_PROSE = re.compile(r"[。；，]|^\s*(?:备?注|说明)")
_LONGEST, _LONGEST_PART = 120, 12
"""Signs of a row, and of a line that only ends the name above it."""
_MOST_ROWS = 60
_FEWEST = 3
"""Rows with an amount that make a table."""


@dataclass(slots=True)
class _Side:
    """The names and amounts of one side by row; ``last`` is the number of its last name."""

    names: dict[int, list[Item]] = field(default_factory=dict)
    amounts: dict[int, Item] = field(default_factory=dict)
    last: int = 0

    def put(self, row: int, name: Item, amount: Item | None) -> None:
        """Take in a name, with its amount where it has one."""
        self.names[row] = [name]
        if amount is not None:
            self.amounts[row] = amount
        mark = parse_mark(name[2])
        if mark is not None and _is_chinese(name):
            self.last = mark.value


def find_sided(lines: Sequence[str], first: int) -> tuple[int, tuple[tuple[Cell, ...], ...]] | None:
    """The last line and the rows of the table whose header this line is, or None."""
    header = _HEADER.fullmatch(lines[first])
    if header is None or header["amount"] != header["second"]:
        return None
    sides = (_Side(), _Side())
    row = 0
    last = first
    for index in range(first + 1, min(first + _MOST_ROWS, len(lines))):
        line = lines[index]
        if not line.strip() or len(line) > _LONGEST or _PROSE.search(line):
            break
        parts = _parts(index, line)
        if parts is None:
            break
        if len(parts) == 1 and _goes_on(parts[0], sides, row):
            continue
        row += 1
        if len(parts) == len(sides):
            for side, (name, amount) in zip(sides, parts, strict=True):
                side.put(row, name, amount)
        else:
            name, amount = parts[0]
            _side_of(name, sides).put(row, name, amount)
        last = index
        if len(parts) == len(sides) and all(_TOTAL.search(name[2]) for name, _ in parts):
            break
    if sum(len(side.amounts) for side in sides) < _FEWEST or not all(side.amounts for side in sides):
        return None
    named = [
        ((first, header.start(group), header[group]),) for group in ("name", "amount", "other", "second")
    ]
    body = [_laid_out(sides, number) for number in range(1, row + 1)]
    return last, (tuple(named), *body)


def _parts(index: int, line: str) -> list[tuple[Item, Item | None]] | None:
    """The names of a line, each with the amount behind it; None for a line that is no row."""
    found: list[tuple[Item, Item | None]] = []
    for match in _PIECE.finditer(line):
        item = (index, match.start(), match.group())
        if not _FIGURE.fullmatch(item[2]):
            found.append((item, None))
        elif found and found[-1][1] is None:
            found[-1] = (found[-1][0], item)
        else:
            return None
    return found if 0 < len(found) <= 2 else None


def _goes_on(part: tuple[Item, Item | None], sides: tuple[_Side, _Side], row: int) -> bool:
    """Whether a line only ends the name above it: 灾害防治及应急管理支 / 出."""
    name, amount = part
    if amount is not None or len(name[2]) > _LONGEST_PART or parse_mark(name[2]) is not None:
        return False
    for side in reversed(sides):
        if row in side.names and not _ENDS.search(side.names[row][-1][2][-2:]):
            side.names[row].append(name)
            return True
    return False


def _is_chinese(name: Item) -> bool:
    return name[2][:1] in "一二三四五六七八九十"


def _side_of(name: Item, sides: tuple[_Side, _Side]) -> _Side:
    """The side of a name that stands alone in its row."""
    income, spending = sides
    mark = parse_mark(name[2])
    if mark is not None and _is_chinese(name):
        follows = [side for side in sides if mark.value == side.last + 1]
        if len(follows) == 1:
            return follows[0]
    if _INCOME.search(name[2]) and not _SPENDING.search(name[2]):
        return income
    return spending


def _laid_out(sides: tuple[_Side, _Side], row: int) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for side in sides:
        cells.append(tuple(side.names.get(row, ())))
        cells.append((side.amounts[row],) if row in side.amounts else ())
    return tuple(cells)
