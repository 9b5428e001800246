"""The table of a department's basic data (绩效评价基础数据表): its rows by their names, in three columns.

支出总额 is 基本支出 and 项目支出, 三公经费 its three costs, 公务用车 what was bought and run, 控制率 those
employed by the posts there are. The form is the same everywhere, with 上年决算数, 本年预算数, 本年决算数, and
mostly comes without its grid, so that rows are read from the line of text that is left.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.stream import Stream, runs_of, stream
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, PERCENT
from jixiao.core.claim import Operand, Relation, decide

KIND = "sum"
_TITLE = re.compile(r"经费控制情况|财政供养人员情况|绩效评价基础数据表")
_END = re.compile(r"政府采购金额|楼堂馆所|厉行节约|预算调整")
_LONGEST = 2400
"""Signs of the longest such table."""
_COLUMNS = 3
"""The year before's outturn, this year's budget, this year's outturn: the form's own columns."""
_FIRST_CELLS = 20
"""Cells of a table among which its title stands."""
_NAMES = re.compile(
    r"(?P<total>支出总额|支出合计)|(?P<basic>基本支出)|(?P<project>项目支出)|(?P<office>公用经费)|"
    r"(?P<publics>三公[”\"’]?\s?经费)|(?P<vehicles>公务用车购置[和及与、]?(?:运行)?维护(?:运行)?(?:经费|费用?)?)|"
    r"(?P<buying>公务?用?车购置(?:经费|费用?)?)|(?P<running>公务?用?车运行(?:维护)?(?:经费|费用?)?)|"
    r"(?P<abroad>出国(?:\(境\))?(?:经费|费用?))|(?P<reception>公务接待(?:经费|费用?)?)"
)
_SUMS = (
    ("total", ("basic", "project")),
    ("publics", ("vehicles", "abroad", "reception")),
    ("vehicles", ("buying", "running")),
)
_STAFF = re.compile(r"编制数[\s|]*(?:20\d\d年)?(?:度|末)*(?:实际)?在职人(?:员)?数?[\s|]*控制率[\s|]*")
_GAPS = " |\n"

_Row = list[Token]


def extract(reading: Reading) -> Iterator[Proposal]:
    """The sums and the rate of each such table."""
    if not _has_table(reading):
        return
    source = stream(reading)
    for found in _STAFF.finditer(source.text):
        yield from _controlled(source, found.end())
    end = 0
    for title in _TITLE.finditer(source.text):
        at = title.start()
        if at < end:
            continue
        stop = _END.search(source.text, at, at + _LONGEST)
        end = stop.start() if stop is not None else min(len(source.text), at + _LONGEST)
        rows = _rows(source, at, end)
        for name, parts in _SUMS:
            yield from _sums(rows, name, parts)
        yield from _projects(source, at, end)


def _has_table(reading: Reading) -> bool:
    return any(_TITLE.search(block.text) for block in reading.document.blocks) or any(
        _TITLE.search(cell.text) for table in reading.tables for cell in table.block.cells[:_FIRST_CELLS]
    )


def _rows(source: Stream, at: int, end: int) -> dict[str, _Row]:
    """The figures right behind each name; a name told twice with figures is of no use."""
    rows: dict[str, _Row] = {}
    twice: set[str] = set()
    for found in _NAMES.finditer(source.text, at, end):
        name = str(found.lastgroup)
        row: _Row = []
        last = found.end()
        for figure in source.between(last, end):
            if not figure.bare or source.text[last : figure.start].strip(_GAPS):
                break
            row.append(figure.token)
            last = figure.end
        if row and rows.get(name):
            twice.add(name)
        if row or name not in rows:
            rows[name] = row
    return {name: row for name, row in rows.items() if name not in twice}


def _sums(rows: Mapping[str, _Row], name: str, parts: Sequence[str]) -> Iterator[Proposal]:
    whole = rows.get(name, [])
    told = [rows[part] for part in parts if rows.get(part)]
    if len(whole) != _COLUMNS or not told or any(len(row) > _COLUMNS for row in told):
        return
    complete = all(part in rows for part in parts)
    for placed in _placings(told):
        made = list(_by_column(whole, placed))
        full = all(len(row) == _COLUMNS for row in told)
        if full or all(decide(one).holds for one in made):
            for one in made:
                yield Proposal((one,), asserted=full and complete)
            return


def _placings(told: Sequence[_Row]) -> Iterator[list[dict[int, Token]]]:
    """The columns that the figures of rows may stand in, where a blank was lost."""
    placed: list[list[dict[int, Token]]] = [[]]
    for row in told:
        placed = [
            [*before, dict(zip(columns, row, strict=True))]
            for before in placed
            for columns in combinations(range(_COLUMNS), len(row))
        ]
    yield from placed


def _by_column(whole: _Row, placed: Sequence[Mapping[int, Token]]) -> Iterator[Relation]:
    for column, total in enumerate(whole):
        parts = [row[column] for row in placed if column in row]
        if parts:
            yield _made(total, parts)


def _made(total: Token, parts: Sequence[Token]) -> Relation:
    """A sum; of a single part, one figure told twice."""
    operands = tuple(Operand(quantity(part, NUMBER), "part") for part in parts)
    if len(parts) == 1:
        return Relation("restated", "equal", quantity(total, NUMBER), operands, role="main")
    return Relation(KIND, "sum", quantity(total, NUMBER), operands, role="total")


def _projects(source: Stream, at: int, end: int) -> Iterator[Proposal]:
    """项目支出 from the projects below it, where one of the columns shows that they are all."""
    head = next((one for one in _NAMES.finditer(source.text, at, end) if one.lastgroup == "project"), None)
    if head is None:
        return
    behind = _NAMES.search(source.text, head.end(), end)
    stop = behind.start() if behind is not None else end
    runs = runs_of(source.text, source.between(head.end(), stop))
    if any(len(run) != _COLUMNS for run in runs) or len(runs) < _COLUMNS:
        return
    if source.text[head.end() : runs[0][0].start].strip(_GAPS):
        return  # the first run is a project's, not that of all
    whole, *parts = [[figure.token for figure in run] for run in runs]
    made = list(_by_column(whole, [dict(enumerate(row)) for row in parts]))
    proved = any(one.stated.number and decide(one).holds for one in made)
    for one in made:
        yield Proposal((one,), asserted=proved)


def _controlled(source: Stream, at: int) -> Iterator[Proposal]:
    """编制数 52, 在职人数 50, 控制率 96.15%, side by side below their names."""
    figures = source.behind(at, _COLUMNS)
    starts = (at, *(figure.end for figure in figures))
    beside = [
        not source.text[before : figure.start].strip(_GAPS)
        for before, figure in zip(starts, figures, strict=False)
    ]
    if len(figures) < _COLUMNS or not all(beside):
        return
    posts, staff, rate = (figure.token for figure in figures[:_COLUMNS])
    in_percent = source.text[figures[-1].start : figures[-1].end + 1].rstrip(_GAPS).endswith("%")
    if in_percent and "percent" not in (posts.unit.kind, staff.unit.kind) and posts.number:
        operands = (Operand(quantity(staff, NUMBER), "outturn"), Operand(quantity(posts, NUMBER), "plan"))
        yield Proposal((Relation("rate", "quotient", quantity(rate, PERCENT), operands, role="rate"),))
