"""Balances and savings: what remains of two amounts, where words say so and the figures show of which."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.reductions import named_savings
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.balance import WORDS, balances
from jixiao.claims.sums.disposed import of_disposed
from jixiao.claims.sums.remainders import ONLY_SAVED, missed_saving, of_totals
from jixiao.claims.sums.runs import Entry, balance_sequence
from jixiao.core.claim import Relation
from jixiao.core.slips import slip

_OPENING = re.compile(r"(?:年初|上年|期初)[^，,。]{0,6}(?:结转|结余|余额)[^，,。]{0,4}$")
_CLOSING = re.compile(r"(?:年末|年终|期末|累计|滚存)[^，,。]{0,4}(?:结余|余额|结转)[^，,。]{0,4}$")
_OWN = re.compile(
    r"(?:当年|本年|当期|本期|年度)?(?:收支)?(?:相抵)?[，,]?(?:(?:当年|本年|当期|本期|收支)(?:收支)?[结盈]余|收支(?:相抵)?差额)[^，,]{0,4}$"
)
_BARE = re.compile(r"^[\s，,]*(?:收支)?(?:相抵|品迭|轧差)?[后，,]*(?:结余|盈余)[^，,]{0,4}$")
"""What is left, not said of when: maybe with what was left before, so that a slip must explain the gap."""
_NEAR, _PAIR = 5, 2
"""Figures before a balance that are looked at, and those of them that it is the difference of."""
_INCOME = re.compile(r"收入[^，,。；支]{0,8}$")
_SPENDING = re.compile(r"支出[^，,。；收]{0,8}$")
_OTHER = re.compile(r"上年|年初|期初|滚存|累计|历年|加上?[^，,。]{0,6}结[转余]")
"""Balances that are told for themselves, or are sums of balances."""
_OVERALL = re.compile(r"全年|累计|历年|以来")
"""Savings of a time, not of the one plan told before."""
_AUDITED = re.compile(r"审定|审核|核定|定案")
_CLAUSE = re.compile(r"[，,。；;(]")
_BEHIND = re.compile(r"^\s*(?:[(]|[，,:：]?\s*(?:即|其中|等于))")
"""Words right behind a balance that open what it is made of."""
_REMAINS = re.compile(rf"(?:{WORDS.pattern})(?:资金|金额|额|(?:决算|执行)?数)?(?:为|达|共|约|:)*\s*$")


def what_remains(reading: Reading) -> Iterator[Proposal]:
    """Where words say that a figure is what remains, and the figures show of what."""
    sequence = balance_sequence(reading)
    named = named_savings(reading)
    for position, entry in enumerate(sequence):
        if entry.token.index in named:
            continue  # its words say of which two amounts, and which of them is the larger
        if entry.token.number == 0 or (entry.token.role != "saved" and not _says_balance(entry.lead)):
            continue
        found = False
        own: list[Proposal] = []
        for signed in balances(sequence, position):
            operands = [(part.token, "minuend" if sign > 0 else "subtrahend", sign) for part, sign in signed]
            formula = "sum" if sum(sign > 0 for _, sign in signed) > 1 else "difference"
            if formula == "difference":
                operands = [(token, role, 1) for token, role, _ in operands]
                if entry.token.number < 0:
                    operands.reverse()
            made = relation("difference", formula, entry.token, operands)
            if agrees(made) and not _is_of_siblings(entry, [part for part, _ in signed]):
                found = True
                own = _own_balance(sequence, position) if _is_from_elsewhere(entry, signed) else []
                yield Proposal((made,), asserted=False)
        yield from own
        if (told_behind := _of_behind(sequence, position)) is not None:
            yield Proposal((told_behind,))
        elif not found and entry.token.role == "saved":
            told = [*_saved(entry, reading.statements)] or _own_balance(sequence, position)
            yield from told or missed_saving(entry, reading.statements)
        elif not found and (left := of_disposed(sequence, position)):
            yield from left
        elif not found and _REMAINS.search(entry.lead) and not _OTHER.search(entry.lead):
            yield from (
                _own_balance(sequence, position)
                or of_totals(sequence, position)
                or _missed(reading, sequence, position)
            )


def _is_from_elsewhere(entry: Entry, signed: Sequence[tuple[Entry, int]]) -> bool:
    """Whether what a balance agrees with is no income and spending told with it."""
    own = entry.statement
    near = all(e.statement.sentence == own.sentence and e.statement.block == own.block for e, _ in signed)
    return not near or _is_of_balances(signed)


def _is_of_siblings(entry: Entry, parts: Sequence[Entry]) -> bool:
    """Whether a saving told beside its plan and payment agrees with amounts of others, each with its own."""
    own = entry.statement
    if entry.token.role != "saved" or own.get("plan") is None or own.get("main") is None:
        return False
    others = [part.statement for part in parts if part.statement is not own]
    return not _OVERALL.search(entry.lead) and any(s.get("saved") is not None for s in others)


def _is_of_balances(signed: Sequence[tuple[Entry, int]]) -> bool:
    """Whether a balance agrees with balances only: 本年结余C，加上年结余D，累计结余E, whatever came in."""
    return all(_says_balance(part.lead) for part, _ in signed)


@lru_cache(maxsize=4096)
def _says_balance(lead: str) -> bool:
    """Whether the last clause says that a figure is what remains."""
    return WORDS.search(re.split(r"[，,。；;]", lead)[-1]) is not None


def _own_balance(sequence: list[Entry], position: int) -> list[Proposal]:
    """收入A，支出B，当年结余C: the three stand in a row and their words say what is taken from what."""
    if position >= 3:
        opening, income, spending, balance = sequence[position - 3 : position + 1]
        if (
            len({e.unit for e in (opening, income, spending, balance)}) == 1
            and opening.statement.block == balance.statement.block
            and _OPENING.search(opening.lead)
            and _INCOME.search(income.lead)
            and _SPENDING.search(spending.lead)
            and _CLOSING.search(balance.lead)
        ):
            terms = [
                (opening.token, "opening", 1),
                (income.token, "income", 1),
                (spending.token, "spending", -1),
            ]
            return [Proposal((relation("difference", "sum", balance.token, terms),))]
    sure = _OWN.search(sequence[position].lead) is not None
    if not (sure or _BARE.search(sequence[position].lead)):
        return []
    told = [e for e in sequence[max(position - _NEAR, 0) : position] if not _is_plan_beside(e)]
    if len(told) < _PAIR:
        return []
    (income, spending), balance = told[-_PAIR:], sequence[position]
    alike = income.unit == spending.unit == balance.unit and income.statement.block == balance.statement.block
    near = balance.statement.sentence - income.statement.sentence <= 1
    if not (alike and near and _INCOME.search(income.lead) and _SPENDING.search(spending.lead)):
        return []
    before = told[-_PAIR - 1] if len(told) > _PAIR else income
    by_kind = before is not income and before.statement.sentence == income.statement.sentence
    if by_kind and before.statement.block == income.statement.block and _INCOME.search(before.lead):
        return []
    operands = [(income.token, "income"), (spending.token, "spending")]
    made = relation("difference", "difference", balance.token, operands)
    return [Proposal((made,))] if sure or slip(made) is not None else []


def _of_behind(sequence: list[Entry], position: int) -> Relation | None:
    """当年结余C（收入A，支出B）, 结余C，即收入A与支出B之差: both right behind what is left of them."""
    if position + _PAIR >= len(sequence) or _OTHER.search(_CLAUSE.split(sequence[position].lead)[-1]):
        return None
    balance, income, spending = sequence[position : position + _PAIR + 1]
    if len({(e.unit, e.statement.block, e.statement.sentence) for e in (balance, income, spending)}) != 1:
        return None
    before = sequence[position - 1] if position else None
    told_before = before is not None and before.statement.sentence == balance.statement.sentence
    if told_before and before is not None and (_INCOME.search(before.lead) or _SPENDING.search(before.lead)):
        return None  # those are meant
    words = sequence[position + 1].statement.lead
    if not (_INCOME.search(income.lead) and _SPENDING.search(spending.lead) and _BEHIND.search(words)):
        return None
    return relation(
        "difference", "difference", balance.token, [(income.token, "income"), (spending.token, "spending")]
    )


def _is_plan_beside(entry: Entry) -> bool:
    """完成预算P的90%: what was planned of the amount beside it is none of what came in or went out."""
    return entry.token.role in ("plan", "initial") and entry.statement.get("main") is not None


def _missed(reading: Reading, sequence: list[Entry], position: int) -> Iterator[Proposal]:
    """The two amounts told just before in the sentence, when one digit explains why they do not balance.

    Two amounts whose difference is told in the paragraph are no income and spending.
    """
    target = sequence[position]
    if target.statement.depth:
        return  # a part of what stands before the bracket
    near = [
        e
        for e in sequence[max(position - 6, 0) : position][::-1]
        if e.unit == target.unit and e.statement.block == target.statement.block
    ]
    for i, first in enumerate(near[:4]):
        for second in near[i + 1 : 4]:
            large, small = (first, second) if first.value > second.value else (second, first)
            made = relation(
                "difference",
                "difference",
                target.token,
                [(large.token, "minuend"), (small.token, "subtrahend")],
            )
            if near_miss(made) and not _is_told(reading, target, large.value - small.value):
                yield Proposal((made,))
                return


def _is_told(reading: Reading, beside: Entry, amount: Decimal) -> bool:
    """Whether the paragraph of an amount tells another one."""
    block = beside.token.block.index
    return any(
        token.block.index == block and token.unit.kind == "yuan" and token.build().value == amount
        for token in reading.tokens
    )


def _saved(entry: Entry, statements: list[Statement]) -> Iterator[Proposal]:
    """A saving beside its plan and what was paid must be their difference."""
    plan, paid = _spent(entry, statements)
    if (
        plan is not None
        and paid is not None
        and len({token.unit.name for token in (plan, paid, entry.token)}) == 1
        and plan.number != Decimal(0)
    ):
        yield Proposal((relation("difference", "difference", entry.token, [(plan, "plan"), (paid, "paid")]),))


def _spent(entry: Entry, statements: list[Statement]) -> tuple[Token | None, Token | None]:
    """The plan and what was paid of it: told with the saving, or around it (送审x，审定y，审减z)."""
    own = entry.statement
    if _OVERALL.search(entry.lead):
        return None, None
    if own.get("plan") is not None and own.get("main") is not None:
        return own.get("plan"), own.get("main")
    if not ONLY_SAVED.search(entry.lead) or own.get("main") is not None:
        return None, None
    around = [
        s
        for s in statements[max(own.index - 1, 0) : own.index + 2]
        if s.block == own.block and s.sentence == own.sentence
    ]
    before = around[0]
    if before.get("plan") is not None and before.get("main") is not None:
        return before.get("plan"), before.get("main")
    plans = [plan for s in around if (plan := s.get("plan")) is not None]
    paid = [main for s in around if (main := s.get("main")) is not None and _AUDITED.search(main.lead)]
    return (plans[0], paid[0]) if len(plans) == len(paid) == 1 else (None, None)
