"""What is left, held against amounts told in sentences before it, with others between.

收入合计A；支出…（累计…），支出合计B。收支相抵，年终结余C; 预算规模A，其中…。实际规模B，其中…。节约资金C.
Only what one digit sets apart is claimed: other amounts may come in between that no words tell.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.runs import Entry
from jixiao.core.digits import printed_digits

ONLY_SAVED = re.compile(r"^[\s，,、(]*净?(?:审减|核减|节约|节省|节支)(?:资金|金额|造价|额)?(?:为|了|:)?\s*$")
"""A saving that names nothing of its own, so that it is that of the amounts beside it."""
_SAVING_REACH = 12
"""Statements before a saving among which its plan and outturn may stand, each with its own parts."""
_LEAST_DIGITS = 5
_OFFSET = re.compile(r"收支相抵|收支结余|收支差额")
_ALL_INCOME = re.compile(r"收入(?:合计|总计|总量)(?:为|是|共|达)?\s*$")
_ALL_SPENDING = re.compile(r"支出(?:合计|总计|总量)(?:为|是|共|达)?\s*$")
_TOTALS_REACH, _TOTALS_BLOCKS = 16, 3


def of_totals(sequence: Sequence[Entry], position: int) -> list[Proposal]:
    """收入合计A；支出…（累计…），支出合计B。收支相抵，年终结余c: of totals told before, one digit apart."""
    target = sequence[position]
    if not _OFFSET.search(target.lead):
        return []
    before = [
        entry
        for entry in sequence[max(position - _TOTALS_REACH, 0) : position][::-1]
        if entry.unit == target.unit and not entry.statement.depth
    ]
    income = next((entry for entry in before if _ALL_INCOME.search(entry.lead)), None)
    spending = next((entry for entry in before if _ALL_SPENDING.search(entry.lead)), None)
    if income is None or spending is None or target.statement.block - income.statement.block > _TOTALS_BLOCKS:
        return []
    operands = [(income.token, "income"), (spending.token, "spending")]
    made = relation("difference", "difference", target.token, operands)
    return [Proposal((made,))] if near_miss(made) else []


def missed_saving(entry: Entry, statements: Sequence[Statement]) -> Iterator[Proposal]:
    """预算规模A，其中…。实际规模B，其中…。节约资金c: of the largest amounts before, one digit apart."""
    own = entry.statement
    if not ONLY_SAVED.search(entry.lead.lstrip("。；;")) or own.get("plan") is not None:
        return
    near = [s for s in statements[max(own.index - _SAVING_REACH, 0) : own.index + 1] if s.block == own.block]
    plans = [token for s in near if (token := s.get("plan")) is not None and _alike(token, entry.token)]
    paid = [token for s in near if (token := s.main) is not None and _alike(token, entry.token)]
    if not plans or not paid or printed_digits(entry.token.number) < _LEAST_DIGITS:
        return
    plan, outturn = (max(tokens, key=lambda token: token.number) for tokens in (plans, paid))
    made = relation("difference", "difference", entry.token, [(plan, "plan"), (outturn, "paid")])
    if plan.number > outturn.number and near_miss(made):
        yield Proposal((made,))


def _alike(*tokens: Token) -> bool:
    return len({token.unit.name for token in tokens}) == 1
