"""Two statements that agree in one figure and so must agree in the others they share.

政府采购122.59亿元，增长28.5% in a heading and in the text: where the amount is the same, the growth must be,
and where the growth is the same, amounts that a slip sets apart are one amount. 收入总计 and 支出总计 of one
account are the same by the form of the accounts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

_ANCHORS = ("main", "plan", "change", "growth")
_DIGITS = {"main": 4, "plan": 4, "change": 4, "growth": 3}
"""How many digits a figure has at least that does not agree by accident."""
_MOST_ALIKE = 6
_LEAST_DIGITS = 3
_SURE_DIGITS = 5
"""So many that an amount needs no name to be known again."""
_BASIS = re.compile(r"同口径|可比|剔除|扣除|还原|环比|上月|预算|计划|目标|任务|年均")


def disagreements(statements: Sequence[Statement]) -> Iterator[tuple[Token, Token, str]]:
    """Figures of one role that should be equal and are not: the later one, the first one, the role."""
    alike: dict[tuple[str, object, str], list[Statement]] = defaultdict(list)
    done: set[tuple[int, str]] = set()
    for statement in statements:
        for anchor in _ANCHORS:
            token = statement.roles.get(anchor)
            if token is None or token.approximate or significant_digits(token.number) < _DIGITS[anchor]:
                continue
            key = anchor, token.number * token.unit.scale * (token.direction or 1), token.unit.kind
            before = alike[key]
            for earlier in before[-_MOST_ALIKE:]:
                for role, first, later in _differing(anchor, earlier, statement):
                    if (later.index, role) not in done:
                        done.add((later.index, role))
                        yield later, first, role
            before.append(statement)


def agreements(statements: Sequence[Statement]) -> Iterator[tuple[Token, Token, str]]:
    """Plan and outturn that are both told again, whatever the thing is called: later, first, role."""
    told: dict[tuple[object, object, str], Statement] = {}
    for statement in statements:
        plan, main = statement.roles.get("plan"), statement.roles.get("main")
        if plan is None or main is None or plan.approximate or main.approximate:
            continue
        if min(significant_digits(plan.number), significant_digits(main.number)) < _LEAST_DIGITS:
            continue
        key = plan.number * plan.unit.scale, main.number * main.unit.scale, main.unit.name
        first = told.setdefault(key, statement)
        if first.sentence != statement.sentence:
            yield plan, first.roles["plan"], "plan"
            yield main, first.roles["main"], "main"


_INCOME_TOTAL = re.compile(r"收入(?:决算|预算)?总计(?:数|额)?(?:为|是|:)?\s*$")
_SPENDING_TOTAL = re.compile(r"支出(?:决算|预算)?总计(?:数|额)?(?:为|是|:)?\s*$")
_SIDE = re.compile(r"收入|支出")
_LEFT = re.compile(r"结余|差额|相抵|赤字|盈余|缺口")


def both_sides(statements: Sequence[Statement]) -> Iterator[tuple[Token, Token, bool]]:
    """支出总计 and the 收入总计 before it; with whether they differ by a slip, and nothing is left over."""
    for first, later in pairwise(statements):
        a, b = first.amount, later.amount
        if a is None or b is None or first.block != later.block or a.unit.name != b.unit.name:
            continue
        if not (_INCOME_TOTAL.search(a.lead) and _SPENDING_TOTAL.search(b.lead)):
            continue
        x, y = a.number * a.unit.scale, b.number * b.unit.scale
        slip = a_slip_apart(a, b, _LEAST_DIGITS)
        if x == y or (slip and not _LEFT.search(b.block.text, b.end)):
            yield b, a, slip


def _differing(anchor: str, earlier: Statement, later: Statement) -> Iterator[tuple[str, Token, Token]]:
    """The figures beside a figure that is equal, which contradict each other."""
    if earlier.sentence == later.sentence or not _of_one_time(earlier, later):
        return
    if _of_two_sides(earlier, later) or (anchor == "change" and _of_two_amounts(earlier, later)):
        return
    same = likeness(earlier.label, later.label) if earlier.label and later.label else 0
    for role in _ANCHORS:
        a, b = earlier.roles.get(role), later.roles.get(role)
        if role == anchor or a is None or b is None or a.unit.name != b.unit.name:
            continue
        if a.approximate or b.approximate or not _against_the_same(a, b):
            continue
        x, y = a.number * a.unit.scale, b.number * b.unit.scale
        slip = a_slip_apart(a, b, _LEAST_DIGITS)
        if role == "growth" and abs(x - y) <= b.unit.scale.scaleb(-min(a.decimals, b.decimals)):
            slip = False  # cut here and rounded there
        told = (earlier.roles[anchor].number, b.number)
        fine = min(map(significant_digits, told)) >= _SURE_DIGITS
        sure = fine and (anchor == "plan" or {anchor, role} == {"plan", "main"})
        sure = sure or _agree_besides(earlier, later, (anchor, role))
        if slip and (same or sure) and a.direction == b.direction and not of_two_things(a, b):
            yield role, a, b


def _agree_besides(earlier: Statement, later: Statement, known: tuple[str, str]) -> bool:
    """Whether a plan or outturn is shared and a further figure as well: 支出3652.71万元，执行率92.9%."""
    if known[0] not in ("plan", "main") or "growth" in known:
        return False
    return any(
        role not in known
        and (other := later.roles.get(role)) is not None
        and (token.number, token.unit) == (other.number, other.unit)
        and significant_digits(token.number) >= _LEAST_DIGITS
        for role, token in earlier.roles.items()
    )


def _of_two_amounts(first: Statement, later: Statement) -> bool:
    """Whether amounts beside an equal change are too far apart for one: two things changed alike."""
    a, b = first.main, later.main
    if a is None or b is None or a.unit.kind != b.unit.kind:
        return False
    equal = a.number * a.unit.scale == b.number * b.unit.scale
    return not equal and not a_slip_apart(a, b, _LEAST_DIGITS)


def _of_one_time(first: Statement, later: Statement) -> bool:
    return first.period is None or later.period is None or first.period == later.period


def _of_two_sides(first: Statement, later: Statement) -> bool:
    """Whether one tells income and the other spending, whose budgets are equal by form."""
    sides = [_side(statement) for statement in (first, later)]
    return "" not in sides and sides[0] != sides[1]


def _side(statement: Statement) -> str:
    """收入 or 支出, as the words before the figures say last; "" where they say neither."""
    said = _SIDE.findall("".join(token.lead for token in statement.roles.values()))
    return said[-1] if said else ""


def _against_the_same(first: Token, later: Token) -> bool:
    """Whether changes are told against the same base, as far as their words tell."""
    return set(_BASIS.findall(first.lead)) == set(_BASIS.findall(later.lead))
