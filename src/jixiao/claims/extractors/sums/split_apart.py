"""Lists that split an amount told in another paragraph: （三）分单位支出。局机关A、信息中心B、评估中心C.

The words before the list say by what it is split, and no total stands beside it. It makes an amount told
before, or should where one slip of the pen is all that sets it apart from the only such amount.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

KIND = "sum"
_SPLIT = re.compile(
    r"(?:分(?:单位|部门|科目|类别|项目|用途|性质|级次|地区|区域|乡镇|县区|街道|来源|功能|经济|年度|季度|板块|领域)[^，,。；;：:\d]{0,8}"
    r"|[按从就][^，,。；;：:\d]{1,12}(?:分|划分|看|统计|归集|来看|分类|区分))[。，,：:\s][^，,。；;：:、\d]{0,14}$"
)
_NEXT = re.compile(r"^\s?(?:\([^()]{0,30}\))?[、，,；;]\s?[^，,。；;：:、\d]{2,20}$")
_ENDS = re.compile(r"\s?(?:\([^()]{0,30}\))?(?:[。；;]|$|[，,](?:其中|占|分别|[^，,。\d]{0,12}占))")
_OPEN = re.compile(r"主要|重点|其中|等|部分|例如")
_MEASURE = re.compile(r"支出|收入|资金|投资|采购|拨付|补助")
_FEWEST, _LEAST_DIGITS, _REACH = 3, 5, 60


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each such list against the amounts told in the paragraphs before it."""
    before: list[Token] = []
    for paragraph in reading.paragraphs:
        amounts = [t for t in paragraph.tokens if t.unit.kind == "yuan"]
        parts = _list(paragraph, amounts)
        if parts:
            yield from _against(parts, before[-_REACH:], amounts)
        before.extend(t for t in amounts if not t.approximate and not t.depth)


def _list(paragraph: Paragraph, amounts: Sequence[Token]) -> list[Token]:
    """The amounts that such words open, up to where their list ends; [] where it may go on."""
    if len(amounts) < _FEWEST or _SPLIT.search(amounts[0].lead) is None or _OPEN.search(amounts[0].lead):
        return []
    parts = [amounts[0]]
    for token in amounts[1:]:
        if not _NEXT.match(paragraph.text[parts[-1].end : token.start]) or _OPEN.search(token.lead):
            break
        parts.append(token)
    ended = _ENDS.match(paragraph.text, parts[-1].end) is not None
    exact = all(not t.approximate and significant_digits(t.number) >= _LEAST_DIGITS - 1 for t in parts)
    return parts if len(parts) >= _FEWEST and ended and exact else []


def _against(parts: Sequence[Token], before: Sequence[Token], own: Sequence[Token]) -> Iterator[Proposal]:
    """The sum over the amount that it makes, or else over the only one that a slip sets apart."""
    amount = sum((part.value for part in parts), Decimal(0))
    measure = _MEASURE.search(parts[0].lead)
    fitting = [t for t in before if measure is None or measure.group() in t.lead or measure.group() == "资金"]
    equal = [t for t in fitting if t.value == amount]
    if equal:
        yield Proposal((equation(KIND, equal[0], parts),), asserted=False)
        return
    if any(token.value == amount for token in own):
        return
    near = {
        t.value: t
        for t in fitting
        if significant_digits(t.number) >= _LEAST_DIGITS and near_miss(equation(KIND, t, parts))
    }
    if len(near) == 1:
        yield Proposal((equation(KIND, next(iter(near.values())), parts),))
