"""The table of the three publics (“三公”经费) as a PDF leaves it: broken names and one row of figures.

合计, 因公出国(境)费, 公务用车购置及运行费 with 小计, 购置费 and 运行费, and 公务接待费, which some forms set
before the vehicles; for the budget alone, or for budget and outturn by turns or one behind the other, which
become rows here. Where blank cells were dropped, the two totals tell which columns are left, or none is read.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

Item = tuple[int, int, str]
Cell = tuple[Item, ...]
Columns = tuple[str, ...]

_TITLE = re.compile(r"三公[”\"]?\s*经费")
_FIGURES = re.compile(r"\s*-?\d[\d,]*(?:\.\d+)?(?:\s+-?\d[\d,]*(?:\.\d+)?){2,13}\s*")
_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_PROSE = re.compile(r"[。；，]")
_NAMES = {
    "total": re.compile(r"合\s?计"),
    "abroad": re.compile(r"因公出国"),
    "all": re.compile(r"小\s?计"),
    "buying": re.compile(r"购置费(?!用?[及和与、])"),
    "running": re.compile(r"(?<![及和与、])运行(?:维护)?费"),
    "reception": re.compile(r"公务接待费?"),
}
_OFFICE = re.compile(r"机关运行经费")
_VEHICLES = re.compile(r"公务用车|公车")
_UNIT = re.compile(r"单位\s*[:：]\s*[百千万亿]*元")
_PLAN, _DONE = re.compile(r"预算数"), re.compile(r"决算数|支出数|执行数")
_ORDERS: tuple[Columns, ...] = (
    ("total", "abroad", "all", "buying", "running", "reception"),
    ("total", "abroad", "reception", "all", "buying", "running"),
)
_OF_VEHICLES = ("all", "buying", "running", "")
"""Columns below the name of the vehicles; "" where it is not told which of both costs is left."""
_MOST_LINES = 12
"""Lines of the names of the columns."""
_BY_TURNS = 3
"""预算数 and 决算数 as often as this stand below each name."""


def find_publics_row(lines: Sequence[str], first: int) -> tuple[int, tuple[tuple[Cell, ...], ...]] | None:
    """The last line and the rows of the table whose title this line is, or None."""
    if _TITLE.search(lines[first]) is None or _PROSE.search(lines[first]):
        return None
    last = _row_of_figures(lines, first)
    if last is None:
        return None
    header = range(first + 1, last)
    names = {name: _last_of(pattern, lines, header) for name, pattern in _NAMES.items()}
    vehicles = _last_of(_VEHICLES, lines, header)
    if None in names.values() or vehicles is None:
        return None
    office = _last_of(_OFFICE, lines, header)
    plans, done = (_items(pattern, lines, header) for pattern in (_PLAN, _DONE))
    figures = [(last, found.start(), found.group()) for found in _FIGURE.finditer(lines[last])]
    by_turns = min(len(plans), len(done)) >= _BY_TURNS
    count = 2 if plans and done else 1
    if office is not None and len(figures) % count == 0 and count == 1:
        figures, offices = figures[:-1], figures[-1:]
    else:
        offices = []
    if len(figures) % count:
        return None
    size = len(figures) // count
    parts = [figures[at::count] if by_turns else figures[at * size : at * size + size] for at in range(count)]
    columns = _columns([[_value(item) for item in part] for part in parts])
    if columns is None:
        return None
    cells: dict[str, Cell] = {name: (item,) for name, item in names.items() if item is not None}
    for name in ("buying", "running"):
        cells[name] = (vehicles, *cells[name])
    unit = _last_of(_UNIT, lines, header)
    # In the order of the second form each total stands before its parts, whatever was dropped.
    placed = sorted(range(size), key=lambda at: (*_ORDERS[1][:4], columns[at]).index(columns[at]))
    upper: list[Cell] = [(unit,) if unit is not None else ()]
    lower: list[Cell] = [()]
    for name in (columns[at] for at in placed):
        inside = name in _OF_VEHICLES
        upper.append((vehicles,) if inside else cells[name])
        lower.append(cells.get(name, ()) if inside else ())
    body: list[list[Cell]] = []
    for stage, part in zip((plans, done), parts, strict=False):
        body.append([(stage[0],) if stage else (), *((part[at],) for at in placed)])
    if offices and office is not None:
        upper.append((office,))
        lower.append(())
        body[0].append((offices[0],))
    return last, (tuple(upper), tuple(lower), *(tuple(row) for row in body))


def _row_of_figures(lines: Sequence[str], first: int) -> int | None:
    """The row of figures below the names of the columns, their numbers passed over."""
    for index in range(first + 1, min(first + _MOST_LINES + 2, len(lines))):
        line = lines[index]
        if _PROSE.search(line):
            return None
        if _FIGURES.fullmatch(line):
            values = line.split()
            if values == [str(number) for number in range(1, len(values) + 1)]:
                continue
            return index
    return None


def _items(pattern: re.Pattern[str], lines: Sequence[str], header: range) -> list[Item]:
    return [(at, found.start(), found.group()) for at in header for found in pattern.finditer(lines[at])]


def _last_of(pattern: re.Pattern[str], lines: Sequence[str], header: range) -> Item | None:
    return next(reversed(_items(pattern, lines, header)), None)


def _value(item: Item) -> Decimal:
    return Decimal(item[2].replace(",", ""))


def _columns(parts: Sequence[Sequence[Decimal]]) -> Columns | None:
    """The names of the columns in order: all six, or those that are left where both totals tell it."""
    size = len(parts[0])
    if size == len(_ORDERS[0]):
        return max(_ORDERS, key=lambda order: sum(_held(order, part) for part in parts))
    fitting = {
        columns
        for order in _ORDERS
        for columns in _choices(order, size)
        if all(_held(columns, part) == len(("total", "all")) for part in parts)
    }
    named = {tuple("" if name in ("buying", "running") else name for name in columns) for columns in fitting}
    return named.pop() if len(named) == 1 else None


def _choices(order: Columns, size: int) -> Iterator[Columns]:
    """The ways to leave columns out; the costs of vehicles and their 小计 stand together or not at all."""
    for rest in combinations(order[1:], size - 1) if size > 1 else ():
        if ("all" in rest) == bool({"buying", "running"} & set(rest)):
            yield (order[0], *rest)


def _held(columns: Columns, values: Sequence[Decimal]) -> int:
    """How many of the two totals are made of their parts, to the digit."""
    told = dict(zip(columns, values, strict=True))
    total = sum((told.get(name, Decimal(0)) for name in ("abroad", "all", "reception")), Decimal(0))
    vehicles = told.get("buying", Decimal(0)) + told.get("running", Decimal(0))
    return (told["total"] == total) + (told.get("all", Decimal(0)) == vehicles)
