"""Financial ratios by name: the debt ratio is liabilities ÷ assets, and so on, where both are told nearby.

Formulas: government financial report analysis (财务报告分析指标), as reports of departments state them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

KIND = "rate"
_REACH, _BLOCKS = 24, 8
_NEAR = 2
_RATIOS = (
    (
        re.compile(r"资产负债率|[，,。；;]\s*负债率"),
        re.compile(r"负债(?:总额|合计|总计)?$"),
        re.compile(r"(?<![净动定形])资产(?:总额|合计|总计)?$"),
    ),
    (re.compile(r"现金比率"), re.compile(r"货币资金$"), re.compile(r"(?:流动)?负债(?:总额|合计|总计)?$")),
    (re.compile(r"流动比率"), re.compile(r"流动资产(?:总额|合计)?$"), re.compile(r"流动负债(?:总额|合计)?$")),
    (re.compile(r"成新率"), re.compile(r"净值$"), re.compile(r"原值$")),
    (
        re.compile(r"(?:^|[，,。；;])\s*(?:政府)?(?:综合)?债务率"),
        re.compile(r"(?<!一般)(?<!专项)债务余额$"),
        re.compile(r"综合财力$"),
    ),
    (
        re.compile(r"余额占(?:政府)?(?:债务)?限额|(?<!一般债务)(?<!专项债务)限额使用率"),
        re.compile(r"(?<!一般)(?<!专项)债务余额$"),
        re.compile(r"(?<!一般)(?<!专项)债务限额$"),
    ),
)
"""Name of the ratio, name of what is divided, name of what it is divided by."""
_COMMON = (
    (
        re.compile(r"人员控制率"),
        re.compile(r"(?:在职|在编|在岗|实有)(?:在[职编岗])?(?:人员|职工|干部职工|人数|人员数)*(?:总数|数)?$"),
        re.compile(r"编制(?:人员|人数|总?数|名额)*$"),
    ),
    (
        re.compile(r"(?:固定)?资产利用率"),
        re.compile(r"在用(?:的)?(?:固定)?资产(?:总额|合计|总值|原值|价值)?$"),
        re.compile(r"(?<![用置废])(?:固定)?资产(?:总额|合计|总计|总值|原值)?$"),
    ),
    (
        re.compile(r"重点(?:项目)?支出安排率"),
        re.compile(r"重点(?:项目)?支出(?:总?额)?$"),
        re.compile(r"(?<!重点)项目总?支出(?:总?额)?$"),
    ),
    (
        re.compile(r"预算调整率"),
        re.compile(r"(?:预算)?(?:追加|调整|调增)(?:预算|资金|金额|数额?|额)*$"),
        re.compile(r"年初(?:批复|部门)?预算(?:安排)?(?:数|总额|资金|批复数)?$"),
    ),
)
"""Those of the common indicators for a department's whole spending (财预〔2013〕53号).

Of amounts told of kinds too (其中行政编制25人) the largest are those of the whole.
"""
_LEVY = (
    re.compile(r"公益金[^，,。；]{0,4}(?:率|比例)|(?:提取|筹集)(?:率|比例)"),
    re.compile(r"公益金$"),
    re.compile(r"(?:彩票|销售额|销量|销售总额)$"),
)
"""The public welfare fund of lotteries over all that was sold; kinds of lotteries may be told between."""
_LAID_DOWN, _NO_FUND = re.compile(r"提取(?:率|比例)"), re.compile(r"奖金|返奖|发行费|业务费")
"""公益金提取比例为21%: laid down for a kind of lottery; that of the prizes is of no fund."""
_NAMES = re.compile(r"率|占[^，,。；]{0,4}限额|公益金[^，,。；]{0,4}比例|(?:提取|筹集)比例")
_PAUSE = re.compile(r"[，,。；;、]")
_FILLER = re.compile(r"[为是共约:：达\s]+$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per named ratio whose two amounts are told in the passage before it."""
    for position, statement in enumerate(reading.statements):
        for token in statement.roles.values():
            if token.unit.kind != "percent":
                continue
            words = token.lead[-12:]
            if not _NAMES.search(words):
                continue
            found = next((ratio for ratio in (*_RATIOS, *_COMMON, _LEVY) if ratio[0].search(words)), None)
            if found is None or (found is _LEVY and _NO_FUND.search(_PAUSE.split(token.lead)[-1])):
                continue
            near = reading.statements[max(position - _REACH, 0) : position][::-1]
            reach = _BLOCKS if found is _LEVY else _NEAR
            amounts = [
                amount
                for s in near
                if statement.block - s.block <= reach
                for amount in (s.roles.values() if found in _COMMON else (s.amount,))
                if amount is not None
            ]
            tops = [amount for amount in amounts if found[1].search(_name(amount))]
            bottoms = [amount for amount in amounts if found[2].search(_name(amount))]
            if tops and not bottoms and found in _RATIOS:
                told = (s.amount for s in reading.statements[:position])
                far = [a for a in told if a is not None and found[2].search(_name(a))]
                bottoms = far[-1:] if len({a.value for a in far}) == 1 else []
            if found is _LEVY:
                bottoms = sorted(bottoms, key=_size)[:1]
            elif found in _COMMON:
                tops, bottoms = sorted(tops, key=_size), sorted(bottoms, key=_size)
            readings = [
                relation("rate", "quotient", token, [(a, "numerator"), (b, "denominator")])
                for a in tops[:3]
                for b in bottoms[:3]
                if a is not b and a.unit.kind == b.unit.kind and b.number
            ]
            # What is laid down is only of the amounts of its own sentence: kinds are told one after another.
            laid = not (found is _LEVY and _LAID_DOWN.search(words)) or (
                bool(tops) and tops[0].sentence == token.sentence
            )
            if readings:
                yield Proposal((next((r for r in readings if decide(r).holds), readings[0]),), asserted=laid)


def _size(token: Token) -> Decimal:
    """The largest first, by value."""
    return -token.number * token.unit.scale


def _name(token: Token) -> str:
    return _FILLER.sub("", _PAUSE.split(token.lead)[-1])
