"""All that a department took in or spent, under the several names that the accounts have for it.

本年收入合计1889.05万元 in one section is 决算报表收入1889.05万元 in another. Where a report tells one amount
three times and more, the one that a slip of the pen sets apart from it is wrong. A budget's sides are equal.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

KIND = "restated"
_BODY = (
    r"(?:其中)?(?:[本我](?:部门|单位|局|办|委|院|中心)?|全年|部门|单位)?"
    r"(?:(?P<year>(?:19|20)\d\d)年度?)?(?:部门|单位)?的?"
)
_LINK = r"(?:总额|总数)?(?:均|各|共|共计|为|是|:)*\s*"
_BUDGET = re.compile(
    rf"{_BODY}(?P<first>年初)?(?:预算(?P<after>收入|支出)|(?P<side>收入|支出)预算)(?:合计|总计)?{_LINK}"
)
_CLOSED = re.compile(
    rf"{_BODY}(?:(?P<all>收支|收入|支出)(?:决算)?总计|总(?P<total>收入|支出)"
    rf"|本年(?P<year_side>收入|支出)(?:决算)?合计|决算(?:报表)?(?P<after>收入|支出)|(?P<side>收入|支出)决算(?:合计)?){_LINK}"
)
_CLAUSE = re.compile(r"[，,。；;：:、()]")
_CUE = re.compile("预算[收支]|[收支][入出]预算|总计|合计|决算|总收入|总支出")
_DIGITS = 5
"""Digits of an amount that one slip hardly makes of another by accident."""
_OFTEN = 3
"""Times that an amount is told before one that differs is the odd one."""


@frozen
class _Told:
    token: Token
    side: str
    """收入, 支出 or 收支."""
    of_all: bool
    """With what was left over from earlier years."""

    @property
    def amount(self) -> Decimal:
        """In the base unit."""
        return self.token.number * self.token.unit.scale


def extract(reading: Reading) -> Iterator[Proposal]:
    """Sides of the budget against each other, and the odd one of the totals of the accounts."""
    budgets: dict[tuple[str, bool], Token] = {}
    closed: list[_Told] = []
    for paragraph in reading.paragraphs:
        if not _CUE.search(paragraph.text):
            continue
        for token in paragraph.tokens:
            if token.unit.kind != "yuan" or token.approximate or token.depth or not token.number:
                continue
            words = _CLAUSE.split(token.lead.replace("收、支", "收支"))[-1].strip()
            if (found := _BUDGET.fullmatch(words)) and _of_year(found, reading):
                side = found["after"] or found["side"]
                budgets.setdefault((side, bool(found["first"])), token)
            elif (found := _CLOSED.fullmatch(words)) and _of_year(found, reading):
                side = found["all"] or found["total"] or found["year_side"] or found["after"] or found["side"]
                closed.append(_Told(token, side, bool(found["all"] or found["total"])))
    for first in (True, False):
        income, spending = budgets.get(("收入", first)), budgets.get(("支出", first))
        if income is not None and spending is not None and a_slip_apart(income, spending, _DIGITS):
            yield Proposal((relation(KIND, "equal", spending, [(income, "plan")], role="plan"),))
    yield from _odd_one(closed)


def _of_year(found: re.Match[str], reading: Reading) -> bool:
    return found["year"] is None or reading.year in (None, int(found["year"]))


def _odd_one(closed: list[_Told]) -> Iterator[Proposal]:
    counted = Counter(one.amount for one in closed)
    for odd in closed:
        if counted[odd.amount] > 1:
            continue
        for other in closed:
            if (
                counted[other.amount] >= _OFTEN
                and other.of_all == odd.of_all
                and (other.side == odd.side or "收支" in (other.side, odd.side))
                and other.token.sentence != odd.token.sentence
                and a_slip_apart(other.token, odd.token, _DIGITS)
            ):
                later, first = sorted((odd.token, other.token), key=lambda token: -token.index)
                yield Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),))
                break
