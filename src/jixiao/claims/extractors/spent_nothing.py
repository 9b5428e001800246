"""A completion of 0 % beside an outturn, or of some where nothing was spent: 支出1.20万元，完成预算的0%.

Where the budget is printed the rate is computed from it and fails there. Without it the two may still both be
right where nothing was planned: then nothing is completed, and 0 % or 100 % is written for it.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

KIND = "bound"
_COMPLETED = re.compile(
    r"完成[^，,。；;\d]{0,8}预算[^，,。；;\d]{0,6}$|(?:预算)?(?:执行|支付|支出)率[为达是:：]*\s*$"
)
_SPENT = re.compile(r"(?:支出|决算数?|执行数?|支付|使用|费用?|经费)(?:金额|资金)?[为了共计是:：]*\s*$")
_UNPLANNED = re.compile(
    r"(?:未|没有?|无|不)[^，,。；;\d]{0,8}预算|预算(?:安排)?数?(?:为零|为0|未|无)|追加|大于|高于|超出"
)
_PLANNED = ("plan", "initial")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each rate of completion that its amount contradicts, where no budget is told."""
    for statement in reading.statements:
        rate, spent = statement.roles.get("rate"), statement.main
        if rate is None or spent is None or statement.table is not None:
            continue
        if bool(rate.number) is bool(spent.number) or rate.number == HUNDRED or not _are_of_one(rate, spent):
            continue
        if _is_planned(reading, statement):
            sign = "≤" if rate.number else ">"
            yield Proposal((against(KIND, rate, sign, 0, binding="inferred", role="spent_nothing"),))


def _are_of_one(rate: Token, spent: Token) -> bool:
    """Whether the words before each say that the one is the completion of the other."""
    return (
        rate.unit.kind == "percent"
        and spent.unit.kind == "yuan"
        and spent.end <= rate.start
        and not (rate.approximate or spent.approximate)
        and _COMPLETED.search(rate.lead) is not None
        and _SPENT.search(spent.lead) is not None
    )


def _is_planned(reading: Reading, statement: Statement) -> bool:
    """Whether anything may have been planned, by no budget told and no word of there being none."""
    paragraph = reading.paragraph_of(statement.block)
    if paragraph is None or any(role in statement.roles for role in _PLANNED):
        return False
    return _UNPLANNED.search(paragraph.text) is None
