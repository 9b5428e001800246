"""Shares of a table's rows told in words without their amounts: 农林水支出占22.1%; 基金占比最高，为68.85%.

Names lead to the rows, and the whole is the total row of the table. Which table and column are meant is shown
by most of the shares of the sentence; one alone can only hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

KIND = "share"
_SHARE = re.compile(
    r"(?:^|[，,。；;:、])\s*(?:其中)?(?P<name>[^，,。；;:、\d占]{2,24}?)(?:所|约|仅|只|的)?(?:"
    r"占(?:比(?!重|例)|比例|比重)?(?P<whole>[^，,。；;:\d占]{0,10}?)(?:的(?:比例|比重)?)?"
    r"|(?:占比|比重|份额|所占比例)(?:最[高大多低小]|较[高大]|次之|居首|第[一二三])[，,]|最[多高大少低小][，,]\s*占(?:比)?)(?:为|是|达到?|约|:)*\s*$"
)
_TELLS = re.compile(r"占|比重|份额")
_FEW = ("支出", "收入", "预算", "经费", "资金", "类", "项目", "决算", "科目")
_AMOUNTS = ("main", "plan", "initial", "")
_LEAST, _TELLING, _FAR, _FEWEST, _MOST_TOTALS = 2, 3, 60, 2, 6
"""Characters of a name; digits that agree by no chance; characters before a rate.

Rows that show which column is meant; totals of a table that are tried.
"""
_NO_NAME = re.compile(r"^(?:合计|总计|其他|其中|所|比|共|小计)$|同期|上年|去年")

_Key = tuple[int, int, int]
"""A table, its column and the number of its total row."""
_Cell = tuple[_Key, Token, Token]


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such share whose name leads to a row of a table with a total."""
    rows: dict[str, list[_Cell]] | None = None
    for paragraph in reading.paragraphs:
        if not reading.tables or not _TELLS.search(paragraph.text):
            continue
        told = [*_told(paragraph)]
        if not told:
            continue
        rows = _rows(reading.tables) if rows is None else rows
        for _, listed in groupby(told, key=lambda one: one[1].sentence):
            yield from _of_list([*listed], rows)


def _told(paragraph: Paragraph) -> Iterator[tuple[str, Token]]:
    """The names and shares that no amount stands with."""
    for rate in paragraph.tokens:
        if rate.unit.kind != "percent" or rate.approximate or rate.cell is not None:
            continue
        found = _SHARE.search(paragraph.text, max(rate.start - _FAR, 0), rate.start)
        if found is None or any(found.start() <= t.start < rate.start for t in paragraph.tokens):
            continue
        whole = found["whole"] or ""
        name = _name(found["name"])
        if len(name) >= _LEAST and not _NO_NAME.search(name) and (not whole or is_generic(whole)):
            yield name, rate


def _name(words: str) -> str:
    """What is left of a name without the words that most names of a table share."""
    name = key_of(words.strip('“”"（）() '))
    for word in _FEW:
        if name.endswith(word) and len(name) - len(word) >= _LEAST:
            name = name.removesuffix(word)
    return name


def _rows(tables: Sequence[TableReading]) -> dict[str, list[_Cell]]:
    """By the name of its row, the cells of each table with the total of their column."""
    found: dict[str, list[_Cell]] = defaultdict(list)
    for at, table in enumerate(tables):
        totals = [(number, row) for number, row in enumerate(table.rows) if row.names_total][:_MOST_TOTALS]
        for row in table.rows if totals else ():
            if row.names_total or not row.label:
                continue
            for column, cell in row.tokens.items():
                for number, whole in totals:
                    total = whole.tokens.get(column)
                    if total is not None and _fits(row, column, cell, total):
                        found[_name(row.label)].append(((at, column, number), cell, total))
    return found


def _fits(row: Row, column: int, cell: Token, total: Token) -> bool:
    head = row.columns.get(column)
    known = head is None or head.role in _AMOUNTS
    return known and cell.unit.kind == total.unit.kind != "percent" and 0 < cell.value <= total.value


def _of_list(told: Sequence[tuple[str, Token]], rows: dict[str, list[_Cell]]) -> Iterator[Proposal]:
    """The shares of one sentence by the column that most of them are of."""
    made: dict[_Key, list[Relation]] = defaultdict(list)
    near: dict[_Key, int] = defaultdict(int)
    for name, rate in told:
        for key, cell, total in rows.get(name, ()):
            one = relation(KIND, "quotient", rate, [(cell, "part"), (total, "whole")])
            made[key].append(one)
            near[key] += may_be_rate(rate, cell, total) and decide(one).holds
    if not made:
        return
    best = max(made, key=lambda key: (near[key], -key[1]))
    held = near[best]
    sure = held >= _FEWEST and held * 2 > len(made[best])
    for one in made[best]:
        if sure or (decide(one).holds and printed_digits(one.stated.number) >= _TELLING):
            yield Proposal((one,), asserted=sure)
