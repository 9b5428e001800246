"""Growth over what was there at first: the first budget of a paragraph, or the first of two amounts (由B到A).

年初预算B，其中…，年中追加d，调整后预算A，较年初增加p%; 每亩产量由B提高到A，亩均增产d，增长p%;
亩均增产d，增幅p%，由B提高到A; 新增床位d张，总数达到A张，比上年增长p%.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_SINCE_FIRST = re.compile(
    r"[较比与同](?:年初|期初|当初|最初|原)(?:部门|批复|下达|安排)*(?:的)?(?:预算|计划|指标)?(?:数|额|总额|安排|批复数?)*(?:相比)?"
    r"[，,]?\s*(?:净|共|累计)?[\u4e00-\u9fff]{2,4}\s*$"
)
_TO = re.compile(
    r"^[\s，,]*(?:增[长加]|提高|上升|提升|扩大|扩充|减少|下降|降低|压缩|压减|缩短|缩减|调[整增减])?[到至为]"
)
_ADDED = re.compile(r"(?:新增|净增|新建|增加)[\u4e00-\u9fff]{0,8}$")
_IN_ALL = re.compile(
    r"^[\s，,]*(?:总[数量额]|累计|合计|总共|年末|规模)?[\u4e00-\u9fff]{0,8}(?:达到?|增至|增加到)了?\s*$"
)
_NEAR = 12
_MORE = re.compile(r"[增多升涨]")


def of_first(statements: Sequence[Statement], position: int, rate: Token) -> Proposal | None:
    """The growth over what the paragraph tells to have been there at first; None where it tells nothing."""
    budget = _of_first_budget(statements, position, rate)
    if budget is not None:
        return Proposal((budget,))
    both = _from_to_before(statements, position) or _from_to_behind(statements, position, rate)
    if both is not None:
        return Proposal((_grown(rate, *both),))
    return _of_added(statements, position, rate)


def _of_first_budget(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """What the budget became, over the one first budget told before it in the paragraph."""
    own = statements[position]
    amount = own.main or own.amount
    if amount is None or amount.end > rate.start or "base" in own.roles or not _SINCE_FIRST.search(rate.lead):
        return None
    near = [s for s in statements[max(position - _NEAR, 0) : position + 1] if s.block == own.block]
    first = [token for s in near if (token := s.roles.get("initial")) is not None]
    if len(first) != 1 or first[0] is amount or not first[0].number or first[0].end > amount.start:
        return None
    return _grown(rate, amount, first[0]) if first[0].unit.kind == amount.unit.kind else None


def _from_to_before(statements: Sequence[Statement], position: int) -> tuple[Token, Token] | None:
    """Both amounts, told right before a statement of the very change between them and its rate."""
    own, before = statements[position], statements[position - 1] if position else None
    if before is None or before.sentence != own.sentence or before.roles.keys() != {"base", "main"}:
        return None
    base, main = before.roles["base"], before.roles["main"]
    change = own.get("change") or own.main
    if own.roles.keys() not in ({"main", "growth"}, {"change", "growth"}) or change is None:
        return None
    same = base.unit.name == main.unit.name == change.unit.name and base.number
    return (main, base) if same and change.value == abs(main.value - base.value) else None


def _from_to_behind(
    statements: Sequence[Statement], position: int, rate: Token
) -> tuple[Token, Token] | None:
    """Both amounts, told right behind the rate: 增幅p%，由B提高到A."""
    own = statements[position]
    behind = statements[position + 1] if position + 1 < len(statements) else None
    base = own.roles.get("base")
    if behind is None or base is None or base.start < rate.end or behind.sentence != own.sentence:
        return None
    if (own.main is not None and own.main.start > base.end) or "base" in behind.roles:
        return None  # 甲减p%，从B到A；乙减q%，从D到C: each has both of its own
    to = behind.main
    if to is None or not _TO.match(to.lead) or to.unit.name != base.unit.name or not base.number:
        return None
    return to, base


def _of_added(statements: Sequence[Statement], position: int, rate: Token) -> Proposal | None:
    """新增d张，总数达到A张，比上年增长p%: what was added may be all that there is more."""
    own, before = statements[position], statements[position - 1] if position else None
    if before is None or before.sentence != own.sentence or own.roles.keys() != {"main", "growth"}:
        return None
    main, change = own.roles["main"], before.main
    if change is None or before.roles.keys() != {"main"} or change.unit.name != main.unit.name:
        return None
    if not _ADDED.search(change.lead) or not _IN_ALL.match(main.lead) or rate.direction < 0:
        return None
    made = relation("growth", "change_rate", rate, [(main, "outturn"), (change, "change")])
    return Proposal((made,), asserted=False)


def _grown(rate: Token, main: Token, base: Token) -> Relation:
    falls = rate.direction < 0 and rate.number >= 0 and not _MORE.search(rate.lead)
    formula = "shortfall_rate" if falls else "base_rate"
    return relation("growth", formula, rate, [(main, "outturn"), (base, "prior")])
