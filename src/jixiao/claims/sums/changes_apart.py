"""Changes whose two amounts stand apart: in an earlier paragraph, in a table, or last year's behind it.

全年支出A。…与上年支出B相比，增加d; 总计A，比上年减少d。2021年总计为B; 事业收入…，同比少了d with a table of
both years; 2021年至2023年依次为A、B、C，累计提高d. Which amount is meant is known by its name only, so that
what fails is told where last year's is named right behind, elsewhere only if one slip explains it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.columns import is_earlier
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_BLOCKS, _FAR = 4, 60
_BEHIND = 3
_KINDS = ("支出", "收入")
_GENERAL = re.compile(r"(?:全年|本年|当年|年度|部门|实际|累计|总)*(?:支出|收入)(?:合计|总计|总额)?")
_MERE = re.compile(r"(?:决算|支出|执行|实际|总|全年|本年|合计|经费|金额|数|额)*")
_LAST_YEAR = re.compile(r"[\s，,。；;]*(?:上年|去年|上一年|(?:19|20)\d\d\s?年)")
_CUMULATED = re.compile(r"累计|[年月]间|期间|共计?")
_COMPARES = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年)")
_FEWEST, _LEAST_NAME = 3, 3


def of_changes_apart(reading: Reading) -> Iterator[Proposal]:
    """The difference of each such change."""
    for position, own in enumerate(reading.statements):
        change = own.roles.get("change")
        if change is None or own.table is not None or change.approximate or not change.direction:
            continue
        main, base = own.main, own.get("base")
        if base is not None and main is None:
            yield from _of_slips(_change(told, base, change) for told in _told_before(reading, position, own))
        elif base is None and main is not None:
            prior = _named_behind(reading.statements, position, main)
            if prior is not None:
                yield Proposal((_change(main, prior, change),))
        elif base is None:
            yield from _of_list(reading.statements, position, change)
            yield from _of_slips(_of_rows(reading, own, change))


def _of_slips(readings: Iterator[Relation]) -> Iterator[Proposal]:
    """The first reading that holds, or else that one slip of the pen keeps from holding."""
    made = list(readings)
    held = next((one for one in made if decide(one).holds), None)
    slipped = made[0] if len(made) == 1 and near_miss(made[0]) else None
    if (told := held or slipped) is not None:
        yield Proposal((told,))


def _told_before(reading: Reading, position: int, own: Statement) -> Iterator[Token]:
    """Amounts of the same thing told above; under a mere 决算数 the total of the table above."""
    base = own.roles["base"]
    kind = next((word for word in _KINDS if word in own.label or word in base.lead), "")
    for other in reading.statements[max(position - _FAR, 0) : position][::-1]:
        if own.block - other.block > _BLOCKS:
            break
        told = other.main
        if (
            told is None
            or told.unit.kind != base.unit.kind
            or _LAST_YEAR.match(other.lead.lstrip("，,。；; "))
        ):
            continue
        general = bool(kind) and kind in other.label and _GENERAL.fullmatch(other.label) is not None
        if (own.key and other.key == own.key) or (general and _GENERAL.fullmatch(own.label or kind)):
            yield told
    if _MERE.fullmatch(own.label):
        yield from _totals_above(reading, own, base)


def _totals_above(reading: Reading, own: Statement, base: Token) -> Iterator[Token]:
    above = [t for t in reading.tables if 0 < own.block - t.block.index <= _BLOCKS]
    for row in above[-1].rows if above else ():
        if row.is_total:
            told = [t for c, t in row.tokens.items() if c in row.columns and row.columns[c].role == "main"]
            yield from (t for t in told if t.unit.kind == base.unit.kind)


def _named_behind(statements: Sequence[Statement], position: int, main: Token) -> Token | None:
    """2022年总计A，比上年减少d。2021年总计为B: the same name, and the year before."""
    own = statements[position]
    if not _COMPARES.search(own.roles["change"].lead) or not own.key:
        return None
    for other in statements[position + 1 : position + 1 + _BEHIND]:
        told = other.main
        if other.block != own.block or told is None or other.key != own.key:
            continue
        years = own.period is not None and other.period == own.period - 1
        if years and told.unit.name == main.unit.name and other.roles.keys() == {"main"}:
            return told
    return None


def _of_list(statements: Sequence[Statement], position: int, change: Token) -> Iterator[Proposal]:
    """依次为79元、84元、89元，三年间累计提高10元: from the first of the list to the last."""
    before = statements[position - 1] if position else None
    if before is None or before.group < 0 or _CUMULATED.search(change.lead) is None:
        return
    listed = [s for s in statements[max(position - 12, 0) : position] if s.group == before.group]
    amounts = [s.amount for s in listed if s.amount is not None]
    near = before.block == statements[position].block and before.sentence == statements[position].sentence
    if near and len(amounts) >= _FEWEST and all(t.unit.name == change.unit.name for t in amounts):
        made = _change(amounts[-1], amounts[0], change)
        if decide(made).holds or near_miss(made):
            yield Proposal((made,))


@once
def rows_of_two_years(reading: Reading) -> list[tuple[str, Token, Token]]:
    """Rows with this year's and last year's amount, by their names."""
    return [
        (key_of(row.label), *pair)
        for table in reading.tables
        for row in table.rows
        if len(key_of(row.label)) >= _LEAST_NAME and (pair := _years(row)) is not None
    ]


def _years(row: Row) -> tuple[Token, Token] | None:
    told = [(c, t) for c, t in row.tokens.items() if c in row.columns and t.unit.kind in ("yuan", "count")]
    for (a, first), (b, second) in pairwise(told):
        if is_earlier(row.columns[b], row.columns[a]):
            return first, second
        if is_earlier(row.columns[a], row.columns[b]):
            return second, first
    return None


def _of_rows(reading: Reading, own: Statement, change: Token) -> Iterator[Relation]:
    """The row of both years that the sentence names before the change."""
    if _COMPARES.search(change.lead):
        words = own.lead if change.lead in own.lead else own.lead + change.lead
        for name, now, prior in rows_of_two_years(reading):
            if name in words and now.unit.kind == change.unit.kind:
                yield _change(now, prior, change)


def _change(main: Token, base: Token, change: Token) -> Relation:
    ends = [(main, "outturn"), (base, "prior")]
    return relation("difference", "difference", change, ends[::-1] if change.direction < 0 else ends)
