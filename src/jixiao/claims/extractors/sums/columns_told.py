"""Totals of a table's columns told in the text: 全年支出T，明细见表, where the rows below make T.

An amount anywhere that the rows of a column make, or the columns of a row, is told as their sum. Right above
the table, where a figure of a sentence is the total of its own column, what the sentence tells of another one
by its words must be the sum of that. A column without a unit is of that of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits
from jixiao.core.frozen import frozen

KIND = "sum"
_FEWEST, _MOST = 2, 60
_NO_SUMS = frozenset(
    ("rate", "share", "growth", "index", "target", "actual", "full", "score", "unit", "operator")
)
_NEAR, _FAR = 3, 5
"""Digits of a figure near its table, and of one anywhere, that agree by no chance."""
_BESIDE = 8
_ABOVE = 3
_SAID = {
    "plan": re.compile(r"预算|计划|安排|下达|指标"),
    "done": re.compile(r"支出|执行|决算|支付|使用|拨付|实际"),
    "left": re.compile(r"结余|结转|剩余"),
    "received": re.compile(r"到位|收到"),
}
"""What a column tells by its header, or an amount by the words before it."""
_SOME = re.compile(r"其中|基本支出|上年|去年|追加|调[增减整]|当年|累计|比|较|除|剔除")
_STAGE, _OTHER_STAGE = re.compile(r"年初"), re.compile(r"全年|调整|调后")
_NAMED_ITEM = re.compile(r"\s*(?:[(]?\d{1,2}[)]|\d{1,2}[.、])?\s*[^，,。；;：:、\d()]{2,24}[:。]")
_CLAUSE = re.compile(r"[，,。；;：:、(]")


@frozen
class _Column:
    """The figures of a column below each other, what they make, and what its header says they are."""

    block: int
    parts: tuple[Token, ...]
    amount: Decimal
    said: str
    header: str = ""
    settled: bool = False
    """The table's own total says so, or it has none and no row lacks a figure."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Every amount of the text that a column makes, and those beside one that should be made by another."""
    columns = [column for table in reading.tables for column in _columns(table)]
    columns.extend(_items(reading))
    across = [row for pattern in reading.patterns if pattern.kind == KIND for row in _across(pattern)]
    by_amount: dict[tuple[str, Decimal], list[_Column]] = defaultdict(list)
    for column in (*columns, *across):
        by_amount[column.parts[0].unit.kind, column.amount].append(column)
    by_block: dict[int, list[_Column]] = defaultdict(list)
    for column in columns:
        by_block[column.block].append(column)
    for paragraph in reading.paragraphs if by_amount else ():
        for token in paragraph.tokens:
            if token.unit.kind in ("yuan", "count") and not token.approximate and not token.comparator:
                yield from _made(
                    token,
                    by_amount.get((token.unit.kind, token.value))
                    or by_amount.get(("number", token.number), []),
                )
        at = paragraph.block.index
        below = next((by_block[at + step] for step in range(1, _ABOVE + 1) if at + step in by_block), None)
        if below is not None:
            yield from _beside(paragraph, below)


def _columns(table: TableReading) -> Iterator[_Column]:
    """The columns of a table whose rows are items with at most one total among them."""
    rows = [row for row in table.rows if not row.names_total]
    totals = [row for row in table.rows if row.names_total]
    if table.block.kind != "table" or not _FEWEST <= len(rows) <= _MOST or len(totals) > 1:
        return
    if any(row.of_which or row.code or row.segment != rows[0].segment for row in rows):
        return
    for column in sorted({c for row in rows for c in row.tokens}):
        head = rows[0].columns.get(column)
        parts = tuple(row.tokens[column] for row in rows if column in row.tokens)
        if head is None or head.role in _NO_SUMS or len(parts) < _FEWEST:
            continue
        if parts[0].unit.kind not in ("yuan", "count", "number") or len({part.unit for part in parts}) > 1:
            continue
        amount = sum((part.value for part in parts), Decimal(0))
        total = totals[0].tokens.get(column) if totals else None
        settled = total.value == amount if total is not None else not totals and len(parts) == len(rows)
        yield _Column(table.block.index, parts, amount, _said(head.header), head.header, settled=settled)


def _items(reading: Reading) -> Iterator[_Column]:
    """The like amounts of paragraphs in a row that each begin with a name: 甲项目：预算A，支出B."""
    run: list[Paragraph] = []
    for paragraph in (*reading.paragraphs, None):
        follows = bool(run) and paragraph is not None and paragraph.block.index == run[-1].block.index + 1
        named = paragraph is not None and _NAMED_ITEM.match(paragraph.text) is not None
        if run and not (follows and named):
            yield from _of_items(run)
            run = []
        if paragraph is not None and named and any(t.unit.kind == "yuan" for t in paragraph.tokens):
            run.append(paragraph)


def _of_items(run: Sequence[Paragraph]) -> Iterator[_Column]:
    if not _FEWEST <= len(run) <= _MOST:
        return
    amounts = [[t for t in one.tokens if t.unit.kind == "yuan" and not t.approximate] for one in run]
    amounts = [[t for t in own if not t.depth] for own in amounts]
    for name in ("", *_SAID):
        told = [[t for t in own if not name or _said(_CLAUSE.split(t.lead)[-1]) == name] for own in amounts]
        parts = tuple(own[0] for own in told if own)
        if len(parts) == len(run):
            amount = sum((part.value for part in parts), Decimal(0))
            once = name != "" and all(
                len(own) == 1 for own in told
            )  # 原下达A，调减B，全年预算C: which is it?
            yield _Column(run[0].block.index, parts, amount, name, settled=once)


def _across(pattern: Pattern) -> Iterator[_Column]:
    """The columns of each row that make another one."""
    if pattern.formula != "sum" or any(factor != 1 for _, _, factor in pattern.operands):
        return
    for row in pattern.rows:
        parts = tuple(row.tokens[c] for c, _, _ in pattern.operands if c in row.tokens)
        if len(parts) >= _FEWEST and len({part.unit for part in parts}) == 1:
            yield _Column(parts[0].block.index, parts, sum((part.value for part in parts), Decimal(0)), "")


def _is(token: Token, column: _Column) -> bool:
    """Whether an amount of the text is what a column makes, which may lack a unit."""
    if column.parts[0].unit.kind == "number":
        return token.number == column.amount
    return token.unit.kind == column.parts[0].unit.kind and token.value == column.amount


def _said(words: str) -> str:
    """What words say that an amount is; "" where they say nothing, or more than one thing."""
    found = [name for name, pattern in _SAID.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else ""


def _made(token: Token, columns: Sequence[_Column]) -> Iterator[Proposal]:
    for column in columns:
        gap = abs(column.block - token.block.index)
        if significant_digits(token.number) >= (_NEAR if gap <= _BESIDE else _FAR):
            yield Proposal((_sum(token, column),), asserted=False)
            return


def _beside(paragraph: Paragraph, columns: Sequence[_Column]) -> Iterator[Proposal]:
    """Amounts of the last sentence with a figure that is a column's total, each against its own column."""
    sentences: dict[int, list[Token]] = defaultdict(list)
    for token in paragraph.tokens:
        if token.unit.kind == "yuan" and not token.approximate and not token.depth:
            sentences[token.sentence].append(token)
    for tokens in sentences.values():
        told: dict[str, list[Token]] = defaultdict(list)
        for token in tokens:
            told[_said(_CLAUSE.split(token.lead)[-1])].append(token)
        witnesses = {
            column.said
            for column in columns
            if column.settled
            and any(_is(t, column) and significant_digits(t.number) >= _NEAR for t in tokens)
        }
        if not witnesses or any(_SOME.search(token.lead) for token in tokens):
            continue
        for column in columns:
            own = told.get(column.said, [])
            alone = sum(other.said == column.said for other in columns) == 1
            if not column.said or column.said in witnesses or len(own) != 1 or not alone:
                continue
            stage = _STAGE.search(own[0].lead)
            if column.settled and not (stage is not None and _OTHER_STAGE.search(column.header)):
                yield Proposal((_sum(own[0], column),))


def _sum(total: Token, column: _Column) -> Relation:
    unit = total.unit if column.parts[0].unit.kind == "number" else None
    return equation(KIND, total, [quantity(part, unit) for part in column.parts])
