"""Income and spending as a whole are equal: in the totals of a table of both sides, and where words say so.

The form of a budget sets 收入总计 beside 支出总计 so that they are one amount. In words 收支相抵，实现平衡
says it of what was told last: both totals, or all that came in and what went out one by one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

KIND = "restated"
_BALANCED = re.compile(r"(?<!不)(?:收支|实现|保持)(?:相抵)?[^。；\d]{0,30}?(?<!不)平衡(?!预算|情况|的?原则)")
_BALANCES_OF = re.compile(r"收支平衡情况[:：]")
_INCOME_ROW = re.compile(r"\s*收\s*入\s*总\s*计\s*")
_SPENDING_ROW = re.compile(r"\s*支\s*出\s*总\s*计\s*")
_IS = r"(?:完成|预算|执行|决算|实际|预计|数|为|是|共|达|:)*\s*$"
_INCOME = re.compile(rf"(?:收入(?:总计|合计|总量)|总收入|(?:可用|总|可支配)财力(?:安排)?){_IS}")
_SPENDING = re.compile(rf"(?:支出(?:总计|合计|总量)|总支出|支出(?:相应)?安排|(?:相应)?安排支出){_IS}")
_CAME = re.compile(rf"收入[^，,。；]{{0,6}}{_IS}")
_WENT = re.compile(rf"(?:支出(?:代编)?{_IS}|调出(?:资金)?{_IS})")
_OF_INCOME = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,20}?)收入(?:预算)?(?:为|是)?\s*$")
_OF_SPENDING = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,20}?)支出(?:预算)?(?:为|是)?")
_LEFT = re.compile(r"结[余转]|调出|上解|相抵|平衡|缺口|差额")
"""What makes spending another amount than income."""
_REST = re.compile(r"(?:相抵|相减|轧抵)[^。；]*结[余转]|^[\s，,。；;]*(?:年终|年末|净|滚存)?(?:结余|结转)")
"""What is left when the total of spending does not hold it: 收支相抵，结转下年462.5亿元."""
_SEVERAL = 2
_LONG = 5
"""Digits of an amount that a slip alone sets apart from its other side."""
_CLAUSE = re.compile(r"[，,。；;：:、()]")
_PAUSE = re.compile(r"[。；;]")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Both sides of each table, and of each passage that tells that they are balanced."""
    for table in reading.tables:
        yield from _of_table(table)
    for paragraph in reading.paragraphs:
        if "平衡" in paragraph.text and len(paragraph.tokens) > 1:
            yield from _of_paragraph(paragraph)
        if "预算" in paragraph.text:
            yield from _beside(paragraph.tokens)


def _of_table(table: TableReading) -> Iterator[Proposal]:
    income = [row for row in table.rows if _INCOME_ROW.fullmatch(row.label)]
    spending = [row for row in table.rows if _SPENDING_ROW.fullmatch(row.label)]
    if len(income) != 1 or len(spending) != 1:
        return
    sides = [[row.tokens[c] for c in sorted(row.tokens)] for row in (*income, *spending)]
    if len(sides[0]) != len(sides[1]):
        return
    for came, went in zip(*sides, strict=True):
        if came.unit.kind == went.unit.kind:
            yield Proposal((_equal(came, went),))


def _beside(tokens: Sequence[Token]) -> Iterator[Proposal]:
    """一般公共预算拨款收入A，一般公共预算拨款支出A: both sides of one budget, right beside each other."""
    for came, went in pairwise(tokens):
        income, spending = _OF_INCOME.search(_last(came)), _OF_SPENDING.fullmatch(_last(went).strip())
        if income is None or spending is None or not income["name"].endswith(spending["name"]):
            continue
        if came.unit.kind == went.unit.kind == "yuan" and came.sentence == went.sentence:
            made = _equal(came, went)
            missed = a_slip_apart(came, went, _LONG) and not _LEFT.search(went.block.text)
            if missed or decide(made).holds:
                yield Proposal((made,), asserted=missed)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Proposal]:
    before = 0
    for said in _BALANCED.finditer(paragraph.text):
        told = [token for token in paragraph.tokens if before <= token.start < said.start()]
        yield from _of_passage(told)
        before = said.end()
    if (found := _BALANCES_OF.search(paragraph.text)) is not None:
        told = [token for token in paragraph.tokens if token.start >= found.end()]
        yield from _of_passage(told)
        yield from _made_of(told)


def _made_of(told: Sequence[Token]) -> Iterator[Proposal]:
    """收支平衡情况：总收入A，其中：甲B，乙C。总支出A，其中…: a balance of accounts leaves nothing out."""
    for _, sentence in groupby(told, key=lambda token: token.sentence):
        total, *parts = sentence
        whole = _INCOME.search(_last(total)) or _SPENDING.search(_last(total))
        if whole is None or len(parts) < _SEVERAL or "其中" not in parts[0].lead:
            continue
        if all(token.unit.kind == "yuan" and not token.approximate and not token.depth for token in parts):
            terms = [(part, "part") for part in parts]
            yield Proposal((relation("sum", "sum", total, terms, role="total"),))


def _of_passage(told: Sequence[Token]) -> Iterator[Proposal]:
    """Both totals; else what came in and all that went out behind it."""
    amounts = [token for token in told if token.unit.kind == "yuan" and not token.depth]
    if any(token.approximate for token in amounts):
        return
    spending = next((token for token in reversed(amounts) if _SPENDING.search(_last(token))), None)
    income = next((token for token in reversed(amounts) if _INCOME.search(_last(token))), None)
    if income is not None and spending is not None:
        behind = amounts[amounts.index(spending) + 1 :]
        left = any(_REST.search(token.lead) for token in behind if token.sentence >= spending.sentence)
        yield Proposal((_equal(income, spending),), asserted=not left)
        return
    if spending is not None:
        return
    went: list[Token] = []
    for token in reversed(amounts):
        words = _last(token)
        if _WENT.search(words):
            went.insert(0, token)
        elif token.role == "change":
            continue
        else:
            if went and _CAME.search(words) and not token.lead.lstrip().startswith("加"):
                terms = [(one, "part") for one in went]
                yield Proposal((relation("sum", "sum", token, terms, role="total"),))
            return


def _last(token: Token) -> str:
    return _CLAUSE.split(token.lead.rstrip())[-1]


def _equal(came: Token, went: Token) -> Relation:
    return relation(KIND, "equal", went, [(came, "total")], role="total")
