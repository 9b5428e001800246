"""How the budget of a year came about, and what was spent of it.

年初预算A，年中追加B，合计C，支出D，执行率p%: the total may stand behind its parts or before them (全年预算C，
其中年初预算A，年中调整B). What was carried over, told at the beginning and added to it make all of
it; what was taken away counts against it.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.frozen import frozen

_CLAUSE = re.compile(r"[，,。；;：:、（(）)]")
_IS = r"(?:为|是|达到?|共计?|约|计|合计|总计|了)*\s*$"
_NOUN = (
    r"(?:部门|单位|项目|财政|拨款|预算|支出|收入|资金|经费|指标|安排|批复|下达|总额|数额|金额|数|额|规模)*"
)
_FIRST = re.compile(
    r"年初(?!结[转余]|资产|库存|余额)(?!.*(?:执行|完成|率|实际)).*(?:预算|安排|批复|下达)|年初$"
)
_CARRIED = re.compile(rf"(?:上年|年初|以前年度|历年)(?:财政|拨款)*结[转余](?:和?结余|项目)?{_NOUN}{_IS}")
_ADDED = re.compile(rf"(?:追加|调增|核增|调整增加|新增预算|预算增加){_NOUN}{_IS}")
_TAKEN = re.compile(rf"(?:追减|调减|核减|调整减少|压减|预算减少){_NOUN}{_IS}")
_MOVED = re.compile(rf"(?:年中|中期|预算)(?!.*后).{{0,6}}调整(?:数|资金|金额|额)?{_IS}")
_WITHIN = re.compile(r"^(?:其中|含|包括|包含)")
_COMPARED = re.compile(r"比|较|同期|去年")
_TOTAL = re.compile(
    rf"(?:合计|共计|总计|共|总额|总数|总预算|预算总额|全年预算|(?:调整|追加|变动|调增|调减)后|调整预算|年[终末]预算|最终预算){_NOUN}{_IS}"
)
_RESULT = re.compile(rf"(?:调整|追加|变动|变更|调增|调减)后{_NOUN}{_IS}")
_BUDGET = re.compile(rf"预算{_NOUN}{_IS}")
_SPENT = re.compile(
    r"^(?:\d{4}年度?|截[至止].*)?(?:全年|本年度?|当年|年度|累计|实际|已|共|财政|资金|项目|总)*(?:支出|执行|支付|使用|完成|列支)"
    r"(?:预算|资金|总额|金额|数|额)*" + _IS
)
_OPENS = re.compile(r"其中|包括|包含|由|[:：(（]")
_RATE = re.compile(r"^(?!.*(?:年初|任务|目标|总体|综合|序时)).*(?:执行|完成|支出|支付|使用)(?:率|进度)" + _IS)
_ALREADY = 2
"""Parts of which a total is made."""

Part = tuple[Token, int]


@frozen
class MadeBudget:
    """The budget that came of its parts, each with its sign; ``spent`` and ``rate`` where told right behind.

    ``parts`` begin with the first budget unless something was carried over; they are one where only the
    result of a change is told. ``ahead`` is whether the total stands before its parts.
    """

    total: Token
    parts: tuple[Part, ...]
    first: Token
    ahead: bool
    spent: Token | None
    rate: Token | None


@once
def made_budgets(reading: Reading) -> list[MadeBudget]:
    """All of a report, in reading order."""
    return [one for p in reading.paragraphs if "年初" in p.text for one in _of_paragraph(p)]


@once
def spent_rates(reading: Reading) -> dict[int, tuple[Relation, Relation]]:
    """What each rate is of, by its index: of the whole budget, and of the first one."""
    return {
        one.rate.index: (rate_of(one.rate, one.spent, one.total), rate_of(one.rate, one.spent, one.first))
        for one in made_budgets(reading)
        if one.spent is not None and one.rate is not None
    }


def _of_paragraph(paragraph: Paragraph) -> Iterator[MadeBudget]:
    tokens = paragraph.tokens
    words = [_CLAUSE.split(token.lead)[-1].strip() for token in tokens]
    at = 0
    while at < len(tokens):
        end, parts = _parts(tokens, words, at)
        firsts = [t for t, w in zip(tokens[at:end], words[at:end], strict=True) if _FIRST.search(w)]
        if len(firsts) == 1:  # several are those of several things
            made = _whole(paragraph, words, at, end, parts, firsts[0])
            if made is not None:
                yield made
        at = max(end, at + 1)


def _parts(tokens: Sequence[Token], words: Sequence[str], start: int) -> tuple[int, list[Part]]:
    """The parts of a budget that stand side by side from here on, and where they end."""
    parts: list[Part] = []
    at = start
    while at < len(tokens) and (sign := _sign(tokens[at], words[at])):
        inside = tokens[at].depth > tokens[start].depth or (parts and _WITHIN.search(words[at]))
        if not inside:  # 年初预算50万元（含上年结转5万元）
            parts.append((tokens[at], sign))
        at += 1
    return at, parts


def _sign(token: Token, words: str) -> int:
    """1 for what makes a budget larger, −1 for what was taken from it, 0 for anything else."""
    if token.unit.kind != "yuan" or token.approximate or token.cell is not None or _COMPARED.search(words):
        return 0
    if _FIRST.search(words) or _CARRIED.search(words) or _ADDED.search(words) or _MOVED.search(words):
        return 1
    return -1 if _TAKEN.search(words) else 0


def _whole(
    paragraph: Paragraph, words: Sequence[str], at: int, end: int, parts: Sequence[Part], first: Token
) -> MadeBudget | None:
    tokens = paragraph.tokens
    behind = tokens[end] if end < len(tokens) and _is_amount(tokens[end]) else None
    if behind is not None and (_TOTAL if len(parts) >= _ALREADY else _RESULT).search(words[end]):
        if not _SPENT.search(words[end]) and behind.sentence - tokens[end - 1].sentence <= 1:
            spent, rate = _spent(tokens, words, end + 1)
            return MadeBudget(behind, tuple(parts), first, ahead=False, spent=spent, rate=rate)
        return None
    before = tokens[at - 1] if at and _is_amount(tokens[at - 1]) else None
    if before is None or len(parts) < _ALREADY or before.sentence != tokens[at].sentence:
        return None
    if not _BUDGET.search(words[at - 1]) or not _OPENS.search(paragraph.text, before.end, tokens[at].start):
        return None
    spent, rate = _spent(tokens, words, end)
    return MadeBudget(before, tuple(parts), first, ahead=True, spent=spent, rate=rate)


def _spent(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[Token | None, Token | None]:
    """What was spent and its rate, where they follow at once."""
    if at >= len(tokens) or not _is_amount(tokens[at]) or not _SPENT.search(words[at]):
        return None, None
    rate = tokens[at + 1] if at + 1 < len(tokens) else None
    is_rate = rate is not None and rate.unit.kind == "percent" and _RATE.search(words[at + 1]) is not None
    return tokens[at], rate if is_rate else None


def _is_amount(token: Token) -> bool:
    return token.unit.kind == "yuan" and not token.approximate and token.cell is None
