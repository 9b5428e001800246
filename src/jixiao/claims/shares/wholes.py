"""The amounts that the whole of a share may be: named, the head of its list, or told nearby."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from jixiao.claims.reading.lookup import ENDS_ALIKE, EQUAL, REACH, is_generic, is_part, likeness, named
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.shares.behind import in_bracket
from jixiao.claims.shares.called import BESIDE, CLAUSES, is_called
from jixiao.claims.shares.divisions import Division, heads, named_whole
from jixiao.claims.shares.meant import of_stage
from jixiao.claims.shares.revenue_classes import class_of
from jixiao.claims.sums.complements import leaves_nothing_out
from jixiao.claims.sums.list_words import is_view
from jixiao.core.claim import decide
from jixiao.core.digits import significant_digits

_TOTAL = re.compile(r"总(?!结|体|的)|合计|共计")
_CLOSING = re.compile(
    r"^\s*(?:(?:收入|支出)?(?:合计|总计|共计|(?:收入|支出)总额)|[\u4e00-\u9fff]{2,10}(?:合计|总计|共计|小计|总额))(?:为|是|达)?\s*$"
)
_ALL = re.compile(r"总?(?:人数|户数|数量|面积|里程|数|量)$|^(?:全部|全体|所有)")
"""What a name of all things of a kind adds to the name of the kind."""
_MOST_CANDIDATES = 14
_BELOW = 30
_PARTED = re.compile(r"[；;]")
_COARSER = 2
"""Digits fewer, more than a zero left out at the end explains."""
_TELLING = 3
_ALL_OF_IT = 100
"""Per cent: a share of no more is of something no smaller."""
_ALMOST_ALL = 99
"""Per cent: a share of less is of something larger, not of the same amount told again."""
_FEWEST = 2
"""Parts of a total."""
_WITHIN = re.compile(r"^[\s，,；;]*其中")
_SHORTEST = 2
"""Characters of a name."""


def _by_own_words(before: list[Statement], part: Token, name: str) -> list[tuple[Token, bool]]:
    """The nearest amount that just the name leads to: sure, unless others so named tell another."""
    called = [s for s in before if s.amount is not None and is_called(s.amount, s, name)]
    only = len({s.amount.number for s in called if s.amount is not None}) == 1
    return [entry for entry in _told(called[:1], lambda _: only) if entry[0].unit.name == part.unit.name]


def candidates(
    statements: list[Statement], lists: list[Division], position: int, part: Token, rate: Token
) -> list[tuple[Token, bool]]:
    """Possible wholes, best first, and whether name or structure surely points to them.

    By name, then the head of the list, then what is told nearby; all are larger than the part.
    """
    own = statements[position]
    name = own.how["share"].whole
    generic = not name or is_generic(name)
    least = part.number * part.unit.scale if rate.number <= _ALL_OF_IT else None
    partial = part.number != 0 and rate.number < _ALMOST_ALL
    called = name if name and is_part(name) else ""
    unit = part.unit.name

    other = _other_flow(name)

    def fits(statement: Statement) -> bool:
        whole = statement.amount
        if whole is None or whole.unit.name != unit or 0 <= own.group == statement.group:  # a sibling
            return False
        if other and statement.label.endswith(other):
            return False
        if least is not None:
            value = whole.number * whole.unit.scale
            if value < least or (partial and value == least and _tells_again(statement, own)):
                return False
        return not called or _may_be_called(statement, called)

    before = [
        s
        for s in statements[max(position - REACH, 0) : position][::-1]
        if s.amount is not None and s.amount.unit.name == unit and fits(s)  # to call it takes longer
    ]
    after = [s for s in statements[position + 1 : position + 16] if fits(s) and s.block <= own.block + 4]
    ranked: list[tuple[Token, bool]] = []
    behind = in_bracket(statements, position, name)
    if behind is not None and fits(statements[position + 1]):
        ranked.append((behind, True))
    closing = [s for s in after if s.sentence == own.sentence and s.block == own.block and _closes(s)]
    if "增" in name and "增值" not in name:
        return [
            (s.roles["change"], True)
            for s in statements[max(position - 20, 0) : position][::-1]
            if _is_increase(s, part)
        ][:3]
    beside = [s for s in before if s.sentence == own.sentence and s.block == own.block]
    if not generic and part.unit.kind == "count":
        ranked += _counted(name, beside)
    ranked += _by_own_words([s for s in before if s.block == own.block] if generic else before, part, name)
    if not generic:
        ranked += _told(named(name, before)[:2], lambda s: likeness(name, s.label) >= 2)
        below = after or [s for s in statements[position + 1 : position + _BELOW] if fits(s)]
        ranked += _told(named(name, below)[:1], lambda s: likeness(name, s.label) == EQUAL)
    elif divided := named_whole(statements[lists[position].first].lead):
        ranked += _told(named(divided, before)[:1], lambda s: likeness(divided, s.label) == EQUAL)
    structural = _heads(statements, lists, position, part, fits)
    ranked += _told(closing[:1], lambda s: generic and (not structural or _is_made(s, statements)))
    ranked = _named_nearly(statements, position, part) + ranked
    ranked += structural if generic else [(token, False) for token, _ in structural]
    ranked += _told(class_of(own.label if generic else "", before))
    if not name and any(certain for _, certain in structural) and not is_telling(rate):
        return _unique(
            of_stage(ranked, before, part), part
        )  # 合计A，其中：B占p%: no other sentence tells the whole
    ranked += _told(beside[::-1])
    ranked += _told(
        [s for s in (*before[:4], *after[:4]) if s.sentence != own.sentence],
        lambda s: generic and _is_whole(statements, s),
    )
    previous = [s for s in before if s.block == own.block and s.sentence < own.sentence]
    ranked += _told(previous[::-1][:1] + previous[:3])
    ranked += _told([s for s in before if s.block < own.block][:6])
    ranked += _told(after[:3])
    return _unique(of_stage(ranked, before, part), part)


def _named_nearly(statements: list[Statement], position: int, part: Token) -> list[tuple[Token, bool]]:
    """授予中小企业合同金额A，其中小微企业B，占授予中小企业金额的p%: what stands before 其中, so called."""
    own, before = statements[position], statements[position - 1] if position else None
    name = own.how["share"].whole
    if before is None or before.sentence != own.sentence or not _WITHIN.match(own.lead) or is_generic(name):
        return []
    whole = before.amount
    alike = whole is not None and whole.unit.kind == part.unit.kind == "yuan" and whole.value >= part.value
    return _told([before], lambda _: True) if alike and likeness(name, before.label) else []


def _other_flow(name: str) -> str:
    """占总支出的: no income is the whole, nor spending that of 占总收入的."""
    flows = [flow for flow in ("收入", "支出") if flow in name]
    return ("支出" if flows[0] == "收入" else "收入") if len(flows) == 1 else ""


def _closes(statement: Statement) -> bool:
    """A占p%，B占q%，合计C: what stands behind a list and calls itself its total."""
    return statement.main is not None and _CLOSING.search(CLAUSES.split(statement.main.lead)[-1]) is not None


def _is_made(closing: Statement, statements: list[Statement]) -> bool:
    """Whether the amounts whose shares the sentence tells before its total are all that makes it."""
    total = closing.amount
    told = [
        s
        for s in statements[max(closing.index - BESIDE, 0) : closing.index]
        if s.sentence == closing.sentence and s.amount is not None
    ]
    parts = [(s.amount, "part") for s in told if "share" in s.roles and s.amount is not None]
    if total is None or len(parts) < _FEWEST or len(parts) < len(told):
        return False
    return decide(relation("sum", "sum", total, parts)).holds


def _tells_again(statement: Statement, own: Statement) -> bool:
    """Whether an amount, being equal, is only the same thing's told before."""
    return not statement.label or likeness(statement.label, own.label) >= ENDS_ALIKE


def is_telling(rate: Token) -> bool:
    """Whether a share has so many digits that it agrees with an amount by no accident."""
    return significant_digits(rate.number) >= _TELLING


def _heads(
    statements: list[Statement],
    lists: list[Division],
    position: int,
    part: Token,
    fits: Callable[[Statement], bool],
) -> list[tuple[Token, bool]]:
    """The amounts that the list of a share divides: sure is an only one, or that before a bracket."""
    own, division = statements[position], lists[position]
    if division.cued:
        told = heads(statements, division, part.unit.name)
        if told and told[0].sentence == own.sentence:
            if told[0].depth < own.depth and fits(told[0]):
                return _told(told[:1], lambda _: True)
            found = [s for s in told if fits(s)]
            return _told(found, lambda _: len(found) == 1)
        return _before_list(told, lists, fits, view=is_view(statements[division.first].lead))
    beside = [
        s
        for s in statements[max(position - BESIDE, 0) : position]
        if s.sentence == own.sentence and s.block == own.block and s.amount is not None
    ]
    found = [s for s in beside if fits(s)]
    if not found:
        return []
    first = found[0]
    alone = len(beside) == 1 and not _PARTED.search(own.lead)
    sibling = "share" in first.roles or leaves_nothing_out([first.label, own.label])
    total = _TOTAL.search(first.lead) is not None
    return _told(found[:2], lambda s: s is first and not sibling and (alone or total))


def _before_list(
    told: list[Statement], lists: list[Division], fits: Callable[[Statement], bool], *, view: bool
) -> list[tuple[Token, bool]]:
    """A list that opens a sentence divides what the one before tells.

    A further view of a total (按级次分) is more likely of that total than of a part that another view told.
    """
    found = [s for s in told if fits(s)]
    parts = [s for s in found if lists[s.index].cued]
    if view and len(parts) < len(found):
        found = [s for s in found if s not in parts]
    found = [s for s in found if s.sentence == found[0].sentence]
    alone = sum(s.sentence == told[0].sentence for s in told if fits(s)) == 1
    return _told(found, lambda _: alone and not parts)


def _unique(ranked: list[tuple[Token, bool]], part: Token) -> list[tuple[Token, bool]]:
    seen: set[int] = set()
    unique = []
    for token, sure in ranked:
        if id(token) not in seen and token is not part:
            seen.add(id(token))
            unique.append((token, sure))
    steps = [token.unit.step(token.decimals) for token, _ in unique]
    coarser = [step.scaleb(_COARSER) for step in steps]
    coarse = min(coarser, default=Decimal(0))
    fine = [(token, room) for (token, _), room in zip(unique, coarser, strict=True)]
    return [
        entry
        for entry, step in zip(unique, steps, strict=True)
        if step < coarse or not any(room <= step and _retells(entry[0], step, other) for other, room in fine)
    ][:_MOST_CANDIDATES]


def _retells(token: Token, step: Decimal, finer: Token) -> bool:
    """Whether a figure only tells a finer one more coarsely: 2万亿元 for 21070.5亿元."""
    return (
        finer.unit.name == token.unit.name
        and abs(finer.number * finer.unit.scale - token.number * token.unit.scale) * 2 <= step
    )


def _counted(name: str, before: list[Statement]) -> list[tuple[Token, bool]]:
    """占收回问卷的95%: of the counts told before in the sentence, the one that the name begins with.

    A wider label (在职职工 for 职工总数) is meant only where no other count could be.
    """
    core = _ALL.sub("", name)
    begins = [s for s in before if len(s.label) >= _SHORTEST and core.startswith(s.label)]
    if len(begins) == 1:
        return _told(begins, lambda _: True)
    wider = len(before) == 1 and len(core) >= _SHORTEST and core in before[0].label
    return _told(before if wider else [], lambda _: True)


def _told(
    statements: Iterable[Statement], sure: Callable[[Statement], bool] = lambda _: False
) -> list[tuple[Token, bool]]:
    """The amounts of statements, each with whether it is surely meant."""
    return [(amount, sure(s)) for s in statements if (amount := s.amount) is not None]


def _is_increase(statement: Statement, part: Token) -> bool:
    change = statement.get("change")
    return (
        change is not None
        and change is not part
        and change.unit.name == part.unit.name
        and change.number >= part.number
    )


def _is_whole(statements: list[Statement], statement: Statement) -> bool:
    """An amount that stands alone in its sentence and calls itself a total."""
    at = statement.index
    around = (statements[at - 1] if at else None, statements[at + 1] if at + 1 < len(statements) else None)
    alone = all(n is None or n.sentence != statement.sentence or n.amount is None for n in around)
    return alone and _TOTAL.search(statement.lead) is not None


def _may_be_called(statement: Statement, name: str) -> bool:
    """占项目支出的13%: the total of all expenditure is not what is named, were it the only other amount."""
    return not statement.label or name[:2] in statement.label or not is_generic(statement.label)
