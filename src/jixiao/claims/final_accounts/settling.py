"""From the answers of the rules to proposals, observations and obligations.

What a blank means is told by the package itself: where at least half of the equations with blank cells hold
without them, blanks are nothing there, and the others are asserted too. Otherwise such an equation may only
hold, and one that does not is listed as not checked. A blank or dash is never read as zero by itself.
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from jixiao.claims.final_accounts.recognising import package_of
from jixiao.claims.final_accounts.rule import Compared, Equation, Missing, NotApplicable, Rule
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.obligation import Obligation, Status
from jixiao.core.observation import Observation

_MOST_REASONS = 3


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule by code: the RULES of each module of the folder ``rules``."""
    package = import_module("jixiao.claims.final_accounts.rules")
    found: list[Rule] = []
    for info in pkgutil.iter_modules(package.__path__):
        found.extend(import_module(f"{package.__name__}.{info.name}").RULES)
    return tuple(sorted(found, key=lambda rule: rule.code))


@dataclass(slots=True)
class _Outcome:
    """What became of one rule."""

    rule: Rule
    relations: list[tuple[Relation, bool]] = field(default_factory=list)
    """Each with whether blank cells were left out of it."""
    observations: list[Observation] = field(default_factory=list)
    compared: int = 0
    missing: list[Missing] = field(default_factory=list)
    not_applicable: list[NotApplicable] = field(default_factory=list)


@once
def settled(reading: Reading) -> tuple[list[Proposal | Observation], tuple[Obligation, ...]]:
    """What the rules propose about a document, and their obligations; nothing for other documents."""
    package = package_of(reading)
    if package is None:
        return [], ()
    outcomes: list[_Outcome] = []
    for rule in rules():
        outcome = _Outcome(rule)
        for answer in rule.ask(package):
            _take(outcome, answer)
        outcomes.append(outcome)
    gaps = [relation for outcome in outcomes for relation, gap in outcome.relations if gap]
    nothing = sum(decide(relation).holds for relation in gaps) * 2 >= len(gaps)
    made: list[Proposal | Observation] = []
    for outcome in outcomes:
        made.extend(outcome.observations)
        for relation, gap in outcome.relations:
            asserted = nothing or not gap
            if not asserted and not decide(relation).holds:
                outcome.missing.append(_BLANKS)
            made.append(Proposal((relation,), asserted=asserted))
    return made, tuple(_obligation(outcome, nothing=nothing) for outcome in outcomes)


_BLANKS = Missing("有空白格，不能确定是否为零", "blank cells may or may not be zero")
_UNITS = Missing("表中没有写明金额单位，或各表单位无法换算", "tables do not tell a common unit of money")
_UNREAD = Missing("有的格子不是数字", "some cells are no figures")
_UNSTATED = Missing("合计没有填写", "a total is left blank")


def _take(outcome: _Outcome, answer: object) -> None:
    match answer:
        case Equation():
            _equate(outcome, answer)
        case Observation():
            outcome.observations.append(answer)
        case Compared():
            outcome.compared += 1
        case Missing():
            outcome.missing.append(answer)
        case NotApplicable():
            outcome.not_applicable.append(answer)
        case _:
            message = f"no answer of a rule: {answer!r}"
            raise TypeError(message)


def _equate(outcome: _Outcome, equation: Equation) -> None:
    """The relation of an equation among figures; what it lacks otherwise."""
    slots = [part[0] for part in equation.parts]
    if any(slot.state == "text" for slot in (equation.stated, *slots)):
        outcome.missing.append(_UNREAD)
        return
    figures = [part for part in equation.parts if part[0].token is not None]
    token = equation.stated.token
    if token is None or not figures:
        if not all(slot.is_nil for slot in (equation.stated, *slots)):
            outcome.missing.append(_UNSTATED if token is None else _BLANKS)
        return
    operands = [
        Operand(quantity, part[1], part[2] if len(part) > 2 else 1)
        for part in figures
        if (quantity := part[0].quantity()) is not None
    ]
    stated = equation.stated.quantity() or token.build()
    if {operand.quantity.unit.kind for operand in operands} != {stated.unit.kind}:
        outcome.missing.append(_UNITS)
        return
    relation = Relation(
        kind=outcome.rule.kind,
        formula=equation.formula,
        stated=stated,
        operands=tuple(operands),
        role=equation.role,
        comparator=equation.comparator,
    )
    outcome.relations.append((relation, len(figures) < len(equation.parts)))


def _obligation(outcome: _Outcome, *, nothing: bool) -> Obligation:
    rule = outcome.rule
    verdicts = [
        decide(relation).verdict
        for relation, gap in outcome.relations
        if nothing or not gap or decide(relation).holds
    ]
    verdicts += [observation.verdict for observation in outcome.observations]
    decided = sum(verdict != "undecidable" for verdict in verdicts) + outcome.compared
    status: Status
    if "fails" in verdicts:
        status = "fails"
    elif decided:
        status = "holds"
    elif outcome.missing or "undecidable" in verdicts:
        status = "not_run"
    else:
        status = "not_applicable"
    told: list[Missing | NotApplicable] = [*outcome.missing]
    if status == "not_applicable":
        told = [*outcome.not_applicable] or [
            NotApplicable("没有需要核对的数字", "there are no figures that it compares")
        ]
    elif status == "not_run" and not told:
        told = [Missing("有关数字是约数", "the figures are approximate")]
    reasons = list(dict.fromkeys((one.reason, one.reason_en) for one in told))[:_MOST_REASONS]
    return Obligation(
        rule.code,
        rule.title,
        rule.title_en,
        status,
        decided,
        "；".join(zh for zh, _ in reasons),
        "; ".join(en for _, en in reasons),
    )


def proposals(reading: Reading) -> Iterator[Proposal | Observation]:
    """The proposals and observations of all rules."""
    yield from settled(reading)[0]
