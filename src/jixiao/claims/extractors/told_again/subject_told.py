"""The amount of one subject told in a summary and in its section, whatever words speak of it there.

截至12月底，某县一般公共预算收入完成8501万元，增长25% in the section and 综上，全县一般公共预算收入8201万元
at the end: subject, role, year and unit are the same, so that a slip of the pen between the figures
contradicts. Few digits are enough where the words beside one figure prove it and the other is only mentioned.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.stages import Stage, Stages, comparable
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.subjects import Subject, owner_of, subject_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits
from jixiao.core.frozen import frozen

KIND = "restated"
_ROLES = ("main", "plan")
_SHORTEST = 4
"""Characters of the key of a subject that is one thing in a report."""
_MANY = 8
"""A name with more figures than these is that of many things."""
_SURE, _VOUCHED = 4, 2
"""Digits of a figure that a slip sets apart from the other: in any place, and where one of both is proved."""
_SEVERAL = 2
_EVIDENCE = {"change", "base", "growth", "rate", "plan"}
"""What beside an amount shows that it is right or wrong by itself."""


@frozen
class _Told:
    """An amount of a subject; ``year`` is None where its own words tell none."""

    token: Token
    role: str
    subject: Subject
    year: int | None
    stage: Stage
    statement: Statement

    @property
    def amount(self) -> Decimal:
        """In the base unit."""
        return self.token.number * self.token.unit.scale

    @property
    def evidence(self) -> int:
        """How many figures of its own statement follow from it or lead to it."""
        return len(_EVIDENCE & self.statement.roles.keys() - {self.role})


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later figure of a subject against those before it."""
    groups: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for told in _all(reading):
        groups[told.subject.key, told.role, told.token.unit.name].append(told)
    for same in groups.values():
        if 1 < len(same) <= _MANY:
            yield from _of_one(reading, same)


def _all(reading: Reading) -> Iterator[_Told]:
    owner, stages = owner_of(reading), Stages(reading.statements)
    before: Statement | None = None
    name = ""
    for statement in reading.statements:
        if statement.label or before is None or before.sentence != statement.sentence:
            name = _with_scope(statement)
        before = statement
        for role in _ROLES:
            token = statement.roles.get(role)
            if (
                name
                and token is not None
                and token.unit.kind in ("yuan", "count")
                and not token.approximate
                and token.number
                and token.cell is None
            ):
                subject = subject_of(name, owner)
                if len(subject.key) >= _SHORTEST:
                    yield _Told(
                        token, role, subject, statement.period, _stage(statement, role, stages), statement
                    )


_ALL = re.compile(r"[全我][省市县区州盟旗镇乡]$")


def _with_scope(statement: Statement) -> str:
    """The label, with the words right before it that say of what level it is: 全县."""
    at = statement.lead.find(statement.label) if statement.label else -1
    level = _ALL.search(statement.lead[:at]) if at > 0 else None
    return (level[0] if level else "") + statement.label


def _stage(statement: Statement, role: str, stages: Stages) -> Stage:
    """The stage of an amount: beside its plan or base, an outturn is none of them, whatever stands before."""
    stage = stages.of(statement.roles[role])
    beside = {"planned": "plan", "earlier": "base"}.get(stage[0])
    return ("", "") if role == "main" and beside in statement.roles else stage


def _of_one(reading: Reading, same: list[_Told]) -> Iterator[Proposal]:
    for at, later in enumerate(same):
        for first in same[:at]:
            if not _one_fact(first, later, reading.year):
                continue
            made = relation(KIND, "equal", later.token, [(first.token, first.role)], role=later.role)
            if first.amount == later.amount:
                yield Proposal((made,), asserted=False)
                break
            digits = min(significant_digits(one.token.number) for one in (first, later))
            proved = 0 in (first.evidence, later.evidence) and first.evidence + later.evidence >= _SEVERAL
            repeated = sum(one.amount == first.amount for one in same) >= _SEVERAL
            least = _VOUCHED if proved or repeated else _SURE
            if digits >= _VOUCHED and a_slip_apart(first.token, later.token, least):
                if not _is_told(reading, first, later):
                    yield Proposal((made,))
                break


def _one_fact(first: _Told, later: _Told, year: int | None) -> bool:
    """Whether nothing in the words says that the figures are of two times, levels or things."""
    return (
        first.statement.block != later.statement.block
        and not (first.statement.list_number and first.statement.list_number == later.statement.list_number)
        and (first.year or year) == (later.year or year)
        and len({first.subject.scope, later.subject.scope} - {""}) < _SEVERAL
        and comparable(first.stage, later.stage)
        and not of_two_things(first.token, later.token)
    )


def _is_told(reading: Reading, first: _Told, later: _Told) -> bool:
    """Whether what sets two figures apart is told beside one of them."""
    gap = abs(first.amount - later.amount)
    return any(
        token.number * token.unit.scale == gap and token.unit.name == first.token.unit.name
        for one in (first, later)
        for token in reading.tokens[max(0, one.token.index - _MANY) : one.token.index + _MANY]
    )
