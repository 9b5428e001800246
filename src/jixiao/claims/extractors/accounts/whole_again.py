"""The money of a body as a whole, told again and again: 预算收入A … 支出合计A … 本次评价涉及预算资金A.

Where all that came in was spent, one figure stands for budget, income and outturn. One told once that a slip
of the pen sets apart from it is wrong where its words name nothing but the whole and others tell the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.frozen import frozen

KIND = "restated"
_TOLD = re.compile(r"(?:收入|支出|资金|预算)[^，,。；;：:、（(\d]{0,8}$")
_CLAUSE = re.compile(r"[，,。；;：:、（(]")
_SENTENCE = re.compile(r"[。；;]")
_WHOLE = re.compile(
    r"(?:.{0,16}(?:19|20)\d\d年度?|(?:本|我|该|全)(?:单位|部门|局|办|中心|院|校))?"
    r"(?:本年度?|当年|全年|年度|本次|此次|实际|整体|部门|单位|绩效|评价|核查|审核|调研|涉及|批复|下达|安排|到位|执行|完成"
    r"|收入|支出|资金|预算|决算|额度|总额|总数|总计|合计|共计|金额|总|共|额|数|计|为|是|达到?|:|的|\s)+"
)
"""Words that name all the money of a year, and none that names a part of it."""
_OTHER = re.compile(
    r"其中|年初|上年|去年|追加|调[整增减]|结[转余]|同比|增[加长]|减少|新增|较|下属|所属|项目|基本"
)
_COLUMN = re.compile(r"^(?:下达|到位|批复|拨付)(?:资金|预算|指标)(?:总额|合计|数|额)?(?:\(|$)")
_FUND = re.compile(r"一般公共预算|政府性基金预算|国有资本经营预算")
_OFTEN = 3
"""Times that an amount is told before one that differs is the odd one."""
_LONG = 5
"""Digits of an amount that is told so often, and once with a slip, by no chance."""
_MOST = 8
"""Amounts told often enough that are looked at."""
_BUDGET, _INCOME, _SPENDING = "budget", "income", "spending"


@frozen
class _Whole:
    """An amount with what of the whole it is, and whether its words can name no part."""

    token: Token
    measure: str
    alone: bool
    year: int | None


def extract(reading: Reading) -> Iterator[Proposal]:
    """The figures told once against the one told often that a slip sets apart."""
    told = list(_told(reading))
    times = Counter(one.token.value for one in told)
    often = [amount for amount, count in times.most_common(_MOST) if count >= _OFTEN]
    if not often:
        return
    printed = Counter(token.value for token in reading.tokens if token.unit.kind == "yuan")
    by_amount: dict[Decimal, list[_Whole]] = defaultdict(list)
    for one in told:
        by_amount[one.token.value].append(one)
    for odd in told:
        if odd.alone and printed[odd.token.value] == 1:
            yield from _against(odd, often, by_amount, printed)


def _against(
    odd: _Whole,
    often: Sequence[Decimal],
    by_amount: Mapping[Decimal, Sequence[_Whole]],
    printed: Mapping[Decimal, int],
) -> Iterator[Proposal]:
    for amount in often:
        same = [one for one in by_amount[amount] if one.measure == odd.measure and one.year == odd.year]
        apart = [one for one in same if one.token.sentence != odd.token.sentence or one.token.cell]
        blocks = {id(one.token.block) for one in by_amount[amount]}
        between = abs(amount - odd.token.value)
        if (
            apart
            and len(blocks) > 1
            and not printed.get(between)
            and a_slip_apart(apart[0].token, odd.token, _LONG)
        ):
            made = relation(KIND, "equal", odd.token, [(apart[0].token, odd.token.role)], role=odd.token.role)
            yield Proposal((made,))
            return


def _told(reading: Reading) -> Iterator[_Whole]:
    for statement in reading.statements:
        for role in ("plan", "main"):
            token = statement.roles.get(role)
            if statement.table is not None or token is None or not _is_amount(token) or token.depth:
                continue
            if _TOLD.search(token.lead) is None:
                continue
            sentence = _SENTENCE.split(token.lead)[-1]
            clause = _CLAUSE.split(sentence)[-1]
            alone = _WHOLE.fullmatch(clause) is not None and _OTHER.search(sentence[-40:]) is None
            yield _Whole(token, _measure(clause), alone=alone, year=statement.period or reading.year)
    for table in reading.tables:
        columns = defaultdict(list)
        for row in table.rows:
            for c, token in row.tokens.items():
                columns[c].append((row, token))
        for c, cells in columns.items():
            row, token = cells[0]
            header = row.columns[c].header.rsplit("/", 1)[-1] if c in row.columns else ""
            if len(cells) == 1 and _COLUMN.search(header) and _is_amount(token):
                yield _Whole(token, _BUDGET, alone=True, year=row.columns[c].year or reading.year)


def _measure(clause: str) -> str:
    """Budget (what there is to spend), income or spending."""
    if "预算" in _FUND.sub("", clause) or (
        "资金" in clause and "支出" not in clause and "收入" not in clause
    ):
        return _BUDGET
    return _INCOME if "收入" in clause else _SPENDING


def _is_amount(token: Token) -> bool:
    return token.unit.kind == "yuan" and not token.approximate and bool(token.number)
