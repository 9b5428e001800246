"""Deductions told in the remarks of a table's row: 产出 50 48.4 监测设施少装2座，扣1分；完成率未达标扣0.6分.

The full mark less them is the score; one that is told as the sum of all is what the score is short of it. The
row may stand in a line of a form whose table was lost, and a remark may have no unit (更新不及时，扣0.5).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import SCORE
from jixiao.claims.scores.scoresheets import points_of
from jixiao.claims.scores.scoring import added
from jixiao.core.claim import Operand, Relation
from jixiao.core.document import Cell
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_LOST = re.compile(r"(?:扣分?|扣减|扣除|失分?)(?P<sum>合计|小计|共计?)?[为:]?\s?$")
_SUMMED = re.compile(r"(?:合计|共|小计|总)\s?(?:扣|失)分?[为:]?\s?$")
_RULE = re.compile(r"每|最[多高]|扣完|为止|如|若|否则|不得分|则|酌情|以上的|以下的|的扣|[≤≥<>]")
"""What a rule of scoring says."""
_ASIDE = re.compile(r"其中|上年|去年|上一?年度|同期|往年|平均|比|[已曾](?=[^，,。;]{0,4}[扣失])")
"""Part of a deduction told before, or the deduction of another time."""
_COLUMN = re.compile(r"标准|规则|办法|细则|评分(?!说明)|计分|指标值|目标")
_BARE = re.compile(r"扣\s?(?P<n>\d{1,2}(?:\.\d{1,2})?)\s*[。；;]?\s*$")
_PAIR = 2
_ROOM, _WIDE = 1_000_000, 100
"""More than the signs of any block, and than the columns of a row: figures that no reading numbers."""
_SOME = re.compile(r"分等|主要")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each row with a full mark, a score and deductions in a remark."""
    for table in reading.tables:
        yield from _of_table(table)
    for paragraph in reading.paragraphs:
        if len(paragraph.bare) >= _PAIR and paragraph.points and "扣" in paragraph.text:
            yield from _of_line(paragraph)


def _of_line(paragraph: Paragraph) -> Iterator[Proposal]:
    """按季兑付 及时 基本及时 10 9 第四季度推迟，扣1分: full mark and score right before the remark."""
    text = paragraph.text
    lost = [t for t in paragraph.points if t.number and not t.approximate and _LOST.search(text, 0, t.start)]
    before = [t for t in paragraph.bare if lost and t.end <= lost[0].start]
    if len(before) < _PAIR or _RULE.search(text, before[-1].end) or _ASIDE.search(text, before[-1].end):
        return
    full, score = before[-_PAIR:]
    beside = not text[full.end : score.start].strip() and score.number <= full.number
    if beside and full.unit.kind == score.unit.kind == "number":
        yield _of_row(full, score, lost)


def _of_table(table: TableReading) -> Iterator[Proposal]:
    remarks: dict[int, list[Token]] = defaultdict(list)
    for token in table.tokens:
        if token.cell is not None and token.unit.kind == "score" and not token.approximate and token.number:
            text = plain(token.cell.text)
            start = max(text.rfind(sign, 0, token.start) for sign in "。;") + 1
            aside = _ASIDE.search(text, start, token.start) is not None
            if not aside and not _RULE.search(text) and _LOST.search(text, 0, token.start):
                remarks[token.cell.row].append(token)
    for cell in table.block.cells:
        if cell.row not in remarks and (bare := _without_unit(table, cell)) is not None:
            remarks[cell.row].append(bare)
    if not remarks:
        return
    for row in table.rows:
        lost = [token for token in remarks.get(row.number, ()) if _is_remark(row, token)]
        full, score = points_of(row, "full"), points_of(row, "score")
        if lost and full is not None and score is not None:
            yield _of_row(full, score, lost)


def _without_unit(table: TableReading, cell: Cell) -> Token | None:
    """扣0.5: the one deduction of a remark that leaves its unit out."""
    text = plain(cell.text)
    found = _BARE.search(text) if "扣" in text else None
    if found is None or _RULE.search(text) or _ASIDE.search(text) or text.count("扣") > 1:
        return None
    start, end = found.span("n")
    number = Decimal(found["n"])
    decimals = len(found["n"].partition(".")[2])
    token = Token(
        start,
        end,
        end,
        number,
        decimals,
        SCORE,
        approximate=False,
        comparator="",
        grouped=False,
        block=table.block,
        cell=cell,
    )
    token.index, token.lead = -(table.block.index * _ROOM + cell.row * _WIDE + cell.column) - 1, text[:start]
    return token


def _is_remark(row: Row, token: Token) -> bool:
    """Whether a deduction stands in a column of remarks."""
    if token.cell is None or any(token is other for other in row.tokens.values()):
        return False
    column = row.columns.get(token.cell.column)
    return column is None or _COLUMN.search(column.header) is None


def _of_row(full: Token, score: Token, lost: list[Token]) -> Proposal:
    first = lost[0]
    text = plain(first.cell.text) if first.cell is not None else ""
    closed = _SOME.search(text) is None
    if len(lost) == 1 and (_SUMMED.search(text, 0, first.start) or "合计" in text[: first.start]):
        operands = [(quantity(full, SCORE), 1), (quantity(score, SCORE), -1)]
        made = _relation(first, operands)
        return Proposal((made,), asserted=one_slip_apart(first.build(), full.number - score.number))
    operands = [(quantity(full, SCORE), 1), *[(quantity(token, SCORE), -1) for token in lost]]
    left = full.number - added(lost)
    return Proposal((_relation(score, operands),), asserted=closed and one_slip_apart(score.build(), left))


def _relation(stated: Token, parts: list[tuple[Quantity, int]]) -> Relation:
    operands = tuple(Operand(part, "full" if sign > 0 else "deducted", sign) for part, sign in parts)
    return Relation(
        kind=KIND,
        formula="sum",
        stated=quantity(stated, SCORE),
        operands=operands,
        binding="bound",
        role="score",
    )
