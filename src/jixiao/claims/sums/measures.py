"""What one measure shows to be a complete list: its plans and changes must add up like its amounts.

税收收入80万元，增收5万元；非税收入20万元，增收1万元 add up to 收入100万元，so 收入 must have risen by 6万元.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

MEASURES = ("main", "plan", "initial", "change", "base", "saved")
_LEAST_DIGITS = 3
_FEWEST = 3
"""A total and two parts."""
_BASIS = re.compile(r"同口径|可比|剔除|扣除|还原|环比|上月|追加|调整|调增|调减")
_STAGE = re.compile(r"年初|调整|变动|全年")
_OPENS = re.compile(r"其中|包括|分别|分为|[：:(]|[从按][^，。]{0,12}[看分]")
_TOTAL = re.compile(r"合计|总计|共计")
_BUDGET = re.compile(r"预算|计划|目标|任务")
_UNCHANGED = re.compile(r"[，,。]?[^，,。；;]{0,24}(?:持平|一致|相同|无变化|无增减)")
_SAME = re.compile(r"持平|一致|相同|无变化|无增减")
_BEHIND = 28
"""Signs behind an amount among which one of these words is looked for."""
_PRIOR = re.compile(r"上年|去年|上一年|同期|同比|(?:19|20)\d\d年")


def other_measures(statements: Sequence[Statement], sums: Sequence[Relation]) -> Iterator[Relation]:
    """The sums over every other measure that a total and all parts of a sum which holds are told with.

    A change may be told elsewhere under the same name (三公经费 in one paragraph, its items in others).
    There, and where no words announce the list, only those that hold or that one digit explains: that
    收入 = 支出 + 结余 is a sum whose changes need not be told alike.
    """
    owners = {token.index: s for s in statements for token in s.roles.values()}
    elsewhere = _changes_by_name(statements)
    unchanged = {name for s in statements if _stays(s) and (name := s.key)}
    done: set[tuple[int, ...]] = set()
    held = [made for made in sums if made.formula == "sum" and decide(made).holds]
    made_of = {made.stated.index: {o.quantity.index for o in made.operands} for made in held}
    for made in held:
        members = [owners.get(q.index) for q in (made.stated, *(o.quantity for o in made.operands))]
        whole = [member for member in members if member is not None]
        if not _is_witness(made, [member.label for member in whole[1:]]):
            continue
        key = tuple(member.index for member in whole)
        if len(whole) < len(members) or len(set(key)) < len(key) or key in done:
            continue
        done.add(key)
        announced = _announced(whole)
        for measure in MEASURES if announced else ("change",):
            total = whole[0].roles.get(measure)
            if total is not None and total.index == made.stated.index:
                continue
            other = _over(measure, whole, elsewhere, unchanged)
            if other is None or other.stated.index == made.stated.index:
                continue
            own = all(measure in member.roles for member in whole)
            known = made_of.get(other.stated.index, set())
            if not decide(other).holds and any(o.quantity.index in known for o in other.operands):
                continue  # it is made of other parts, some of these among them
            if (announced and own) or decide(other).holds or near_miss(other):
                yield other


def _changes_by_name(statements: Sequence[Statement]) -> dict[str, Token]:
    """The change of each thing of which one only is told."""
    told: dict[str, list[Token]] = defaultdict(list)
    for statement in statements:
        if "change" in statement.roles and statement.key:
            told[statement.key].append(statement.roles["change"])
    return {
        key: changes[0]
        for key, changes in told.items()
        if len({(token.number * token.direction, token.unit.name) for token in changes}) == 1
    }


def _is_witness(made: Relation, parts: Sequence[str]) -> bool:
    """Whether a sum that holds is no accident: of two parts, in figures of some length or of one family."""
    figures = [o.quantity for o in made.operands if o.quantity.number]
    told = significant_digits(made.stated.number) >= _LEAST_DIGITS or leaves_nothing_out(parts)
    return len(figures) >= 2 and told


def _announced(members: Sequence[Statement]) -> bool:
    """Whether words open the list of parts, or call the total one, so that they add up by no accident."""
    return bool(_OPENS.search(members[1].lead) or _TOTAL.search(members[0].lead))


def _over(
    measure: str, members: Sequence[Statement], elsewhere: Mapping[str, Token], unchanged: Container[str]
) -> Relation | None:
    """The sum of one measure, where the total and all parts are told with it in comparable words.

    A part that is nil, or told as unchanged, may lack a change.
    """
    tokens = [member.roles.get(measure) for member in members]
    if measure == "change":
        tokens = [token or elsewhere.get(m.key) for token, m in zip(tokens, members, strict=True)]
        if tokens[0] is None:
            return None
        left_out = [
            t is None and (_is_nil(m) or m.key in unchanged) for t, m in zip(tokens, members, strict=True)
        ]
        tokens = [t for t, out in zip(tokens, left_out, strict=True) if not out]
    told = [token for token in tokens if token is not None]
    if len(told) < max(len(tokens), _FEWEST if measure != "change" else _FEWEST - 1) or len(
        {token.index for token in told}
    ) < len(told):
        return None
    if len({(t.unit.kind, t.unit.name) for t in told}) > 1 or any(token.approximate for token in told):
        return None
    if any(_BASIS.search(token.lead) for token in told):
        return None
    if not (_comparable(told) if measure == "change" else of_one_stage(told)):
        return None
    total, parts = told[0], told[1:]
    sign = (total.direction or 1) if measure == "change" else 1
    operands = [(part, "part", (part.direction or 1) * sign if measure == "change" else 1) for part in parts]
    return relation("sum", "sum", total, operands, role="total")


def _stays(statement: Statement) -> bool:
    """Whether the words behind the amount say that it did not change."""
    amount = statement.amount
    if amount is None or amount.cell is not None:
        return False
    text, end = amount.block.text, amount.end
    return _SAME.search(text, end, end + _BEHIND) is not None and _UNCHANGED.match(text, end) is not None


def _is_nil(statement: Statement) -> bool:
    return statement.amount is not None and statement.amount.number == 0


def _comparable(changes: Sequence[Token]) -> bool:
    """Whether changes are told against the same: all against a budget, or none."""
    return len({bool(_BUDGET.search(t.lead)) and not _PRIOR.search(t.lead) for t in changes}) == 1


def of_one_stage(amounts: Sequence[Token]) -> bool:
    """Whether amounts are of the same stage of the budget, as far as their words tell."""
    return len({stage_of(token) for token in amounts}) == 1


def stage_of(amount: Token) -> str:
    """The stage of the budget that an amount's words name (年初, 调整, 全年), "" where they name none."""
    return next(iter(_STAGE.findall(amount.lead)[-1:]), "")
