"""What is left of an amount that was planned in one place of a document and spent in another.

全年执行B，执行率r。…未执行的C with the plan A in an earlier section; 项目支出尚有C未支出, whose budget
and outturn stand among those of other kinds; 当年结余C below the sections of income and spending. That the
two belong together is told by a statement that has both, by a rate that they make, by their common name, or
by income and spending under a balance. Nothing fails here: which two are meant is known by what they leave.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits

_LEFT = re.compile(
    r"未(?:形成|完成|实现)?(?:支出|执行|使用|支付|拨付|到位|支用|动用|花)|结余|结转|节余|剩余|尚余|缺口|沉淀|盈余|没有?到位"
)
_BALANCE = re.compile(r"结余|盈余|节余")
_NOT_OF_YEAR = re.compile(r"上年|年初|累计|滚存|历年|其中")
_CAME, _WENT = re.compile(r"收入"), re.compile(r"支出")
_CLAUSE, _ENDS = re.compile(r"[，,。；;:(]"), re.compile(r"[，,。；;:)]")
_BEHIND, _FEWEST_DIGITS, _LEAST_NAME, _FINE = 14, 3, 2, 6
"""Characters behind an amount that say it is left; its digits; characters of names; places."""
_Told = tuple[Token, Statement]


def left_anywhere(reading: Reading) -> Iterator[Proposal]:
    """A difference for each amount whose words say that it is left, of two that belong together."""
    left = [token for paragraph in reading.paragraphs for token in _left_in(paragraph)]
    if not left:
        return
    told = list(_amounts(reading))
    by_value = defaultdict[int, list[_Told]](list)
    for one in told:
        by_value[_whole(one[0])].append(one)
    by_spent = _spent_of_some_plan(told)
    for token in left:
        value = _whole(token)
        pairs = [
            (spent, plan)
            for amount, tellings in by_spent.items()
            if (plans := by_value.get(amount + value)) is not None
            for spent in tellings
            for plan in plans
            if spent[0] is not token is not plan[0] and _belong(token, spent, plan)
        ]
        if pairs:
            (spent, _), (plan, _) = min(pairs, key=lambda pair: _distance(token, pair[0], pair[1]))
            made = relation("difference", "difference", token, [(plan, "plan"), (spent, "outturn")])
            yield Proposal((made,), asserted=False)


def _left_in(paragraph: Paragraph) -> Iterator[Token]:
    if _LEFT.search(paragraph.text) is None:
        return
    for token in paragraph.tokens:
        if token.unit.kind != "yuan" or token.approximate or printed_digits(token.number) < _FEWEST_DIGITS:
            continue
        clause = _CLAUSE.split(token.lead)[-1]
        behind = _ENDS.split(paragraph.text[token.end : token.end + _BEHIND])[0]
        if (_LEFT.search(clause) or _LEFT.search(behind)) and not _NOT_OF_YEAR.search(clause):
            yield token


def _amounts(reading: Reading) -> Iterator[_Told]:
    for statement in reading.statements:
        for role in ("main", "plan", "initial"):
            token = statement.roles.get(role)
            if token is not None and token.unit.kind == "yuan" and not token.approximate:
                yield token, statement


def _spent_of_some_plan(told: Sequence[_Told]) -> dict[int, list[_Told]]:
    """What was spent, by its value: of those only that ``_belong`` can tie to any plan at all."""
    keys = {statement.key for token, statement in told if token.role in ("plan", "initial")}
    came = {statement.label.replace("收入", "") for _, statement in told if _CAME.search(statement.label)}
    found = defaultdict[int, list[_Told]](list)
    for one in told:
        token, statement = one
        roles = statement.roles
        if token.role == "main" and (
            statement.key in keys
            or "plan" in roles
            or "initial" in roles
            or "rate" in roles
            or statement.label.replace("支出", "") in came
        ):
            found[_whole(token)].append(one)
    found.pop(0, None)
    return found


def _whole(token: Token) -> int:
    """The value as a whole number of millionths: such are added and looked up many times faster."""
    return int(token.value.scaleb(_FINE))


def _belong(left: Token, spent: _Told, plan: _Told) -> bool:
    """Whether one was spent of the other, as the document tells elsewhere."""
    (one, of_one), (other, of_other) = spent, plan
    if one.role != "main":
        return False
    if of_one is of_other:
        return True
    rate = of_one.get("rate")
    if rate is not None and of_one.get("plan") is None and may_be_rate(rate, one, other):
        return True
    if _BALANCE.search(left.lead) and _CAME.search(of_other.label) and _WENT.search(of_one.label):
        return of_other.label.replace("收入", "") == of_one.label.replace("支出", "")
    return other.role in ("plan", "initial") and len(of_one.key) >= _LEAST_NAME and of_one.key == of_other.key


def _distance(left: Token, spent: _Told, plan: _Told) -> tuple[bool, bool, int]:
    """Amounts of a thing that the words name come first, then those told before it, nearest first."""
    named = bool(spent[1].label) and spent[1].label in left.lead
    return (
        not named,
        spent[0].index > left.index,
        sum(abs(left.index - one.index) for one, _ in (spent, plan)),
    )
